"""What is there to do before the first lesson? The names, class by class, and what is missing."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.calendar import Calendar
from klasgenoot.domain.exports import ExportKind
from klasgenoot.domain.memory import Level
from klasgenoot.domain.people import ClassId
from klasgenoot.domain.practice import minutes
from klasgenoot.viewmodels.learning import Group, Learning
from klasgenoot.viewmodels.occasions import Occasion, today
from klasgenoot.viewmodels.offer import offer_of
from klasgenoot.viewmodels.target import PageId, Target
from klasgenoot.viewmodels.today_rows import FaceShown
from klasgenoot.viewmodels.words import capital, month_day, short_date

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassShown:
    """A class whose first lesson is ahead, face by face.

    Attributes:
        when: its first lesson.
        known: how many of its names are known: "12 of 28".
    """

    id: ClassId
    name: str
    when: str
    known: str
    faces: tuple[FaceShown, ...]
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chore:
    """Something that helps before the first lesson, and where it is done."""

    icon: str
    title: str
    line: str
    button: str
    target: Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """The time before the first lesson.

    Attributes:
        aim: what is aimed for: "All 84 names by 1 September".
        today: what that takes today.
        line: who is in it.
        button: what the one button says.
        target: where that leads.
    """

    aim: str
    today: str
    line: str
    button: str
    target: Target
    classes: tuple[ClassShown, ...]
    chores: tuple[Chore, ...]


def start_of(known: Learning, calendar: Calendar) -> Start | None:
    """What there is to do before the first lesson; None where none is ahead."""
    aim = known.aim
    if aim is None:
        return None
    classes = tuple(_class(known, group, calendar) for group in known.groups)
    chores = tuple(_chores(known, calendar))
    if not aim.total:
        return Start(
            aim=translate("Today", "No photos of this class yet"),
            today=translate("Today", "Begin with the faces"),
            line=translate("Today", "With photos you learn the names before the first lesson."),
            button=translate("Today", "Add photos"),
            target=Target(PageId.STUDENTS),
            classes=classes,
            chores=chores,
        )
    practice, offer = today(known), offer_of(known)
    length = translate("Today", "Today %n minute(s)", None, minutes(practice))
    act = Occasion.ANYWAY if offer.anyway else Occasion.TODAY
    return Start(
        aim=translate("Today", "All {total} names by {day}").format(
            total=aim.total, day=month_day(aim.on)
        ),
        today=translate("Today", "Done for today") if offer.anyway else length,
        line=capital(offer.sentence or offer.line),
        button=offer.button if offer.anyway else translate("Today", "Practise now"),
        target=Target(PageId.PRACTICE, act=act.value),
        classes=classes,
        chores=chores,
    )


def _class(known: Learning, group: Group, calendar: Calendar) -> ClassShown:
    first = group.school_class.first_lesson
    lessons = calendar.lessons_on(first) if first else ()
    clock = next(
        (f", {each.starts:%H:%M}" for each in lessons if each.class_id == group.school_class.id), ""
    )
    faces = tuple(
        FaceShown(student=student, level=known.level(who), slips=False)
        for who, student in group.students.items()
    )
    sure = sum(face.level is Level.KNOWN for face in faces)
    words = translate("Today", "{known} of {total}").format(known=sure, total=len(faces))
    name = group.school_class.name
    return ClassShown(
        id=group.school_class.id,
        name=name,
        when=short_date(first) + clock if first else "",
        known=words,
        faces=faces,
        sentence=translate("Today", "{name}: {known} names known").format(name=name, known=words),
    )


def _chores(known: Learning, calendar: Calendar) -> list[Chore]:
    everyone = known.everyone.values()
    mute = sum(not student.can_be_heard for student in everyone)
    faceless = sum(student.photo is None for student in everyone)
    found = []
    if not calendar.has_lessons:
        found.append(
            Chore(
                icon="calendar",
                title=translate("Today", "Lessons"),
                line=translate("Today", "When do you meet this class?"),
                button=translate("Today", "Fill in"),
                target=Target(PageId.CALENDAR),
            )
        )
    elif mute:
        found.append(
            Chore(
                icon="volume-2",
                title=translate("Today", "Pronunciation"),
                line=translate("Today", "%n name(s) without a pronunciation", None, mute),
                button=translate("Today", "Add"),
                target=Target(PageId.STUDENTS),
            )
        )
    if faceless:
        found.append(
            Chore(
                icon="image",
                title=translate("Today", "Photos"),
                line=translate("Today", "%n student(s) without a photo", None, faceless),
                button=translate("Today", "Look"),
                target=Target(PageId.STUDENTS),
            )
        )
    tents = len(known.students)
    found.append(
        Chore(
            icon="printer",
            title=translate("Today", "Name tents"),
            line=translate("Today", "%n piece(s), A4 folded twice", None, tents),
            button=translate("Today", "Print"),
            target=Target(PageId.SHARING, act=ExportKind.NAME_TENTS.value),
        )
    )
    return found
