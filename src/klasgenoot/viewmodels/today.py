"""What is there to do today? The lesson, whose turn it is, what was promised, names and a step."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from klasgenoot.domain.calendar import Calendar, Lesson
from klasgenoot.domain.errors import Trouble
from klasgenoot.domain.guide import Mark
from klasgenoot.domain.memory import Level
from klasgenoot.domain.people import ClassId, StudentId
from klasgenoot.domain.practice import minutes
from klasgenoot.operations.calendar import calendar
from klasgenoot.operations.overview import DECIDE_TURNS, attention
from klasgenoot.store import contacts, students, transfers
from klasgenoot.store.passed_over import pass_over, passed_over
from klasgenoot.viewmodels.aim import PLANNED_BY
from klasgenoot.viewmodels.deadline import DeadlineViewModel
from klasgenoot.viewmodels.doing import Doing
from klasgenoot.viewmodels.guide import WATCHED as GUIDE_WATCHED
from klasgenoot.viewmodels.guide import GuideRow, GuideViewModel
from klasgenoot.viewmodels.learning import Learning, learning
from klasgenoot.viewmodels.occasions import Occasion, today
from klasgenoot.viewmodels.road import Road, road_ahead
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import AFTER_CLASS, PageId, Target
from klasgenoot.viewmodels.ten_days_over import TenDaysOver, ten_days_over
from klasgenoot.viewmodels.today_lesson import (
    LessonShown,
    Stage,
    counting,
    day_words,
    lesson_shown,
)
from klasgenoot.viewmodels.today_rows import (
    FaceShown,
    PromiseShown,
    class_words,
    faces_shown,
    promises_shown,
    turns_shown,
)
from klasgenoot.viewmodels.troubles import trouble_words
from klasgenoot.viewmodels.who_rows import WhoRow
from klasgenoot.viewmodels.words import capital, long_date

if TYPE_CHECKING:
    from klasgenoot.viewmodels.today_start import Start

translate = QCoreApplication.translate

WATCHED = (
    GUIDE_WATCHED
    | DECIDE_TURNS
    | {"answers", "lesson_slots", "lessons", "talk_rounds", "round_talks", "transfers"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What the one filled button says and where it leads."""

    words: str
    icon: str
    target: Target


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesShown:
    """How far the names are.

    Attributes:
        counts: how many names are known how well.
        line: what there is to practise, or why there is nothing.
        faces: those who come by.
        act: begins to practise; `short` says so where room is short.
    """

    counts: dict[Level, int]
    total: int
    line: str
    faces: tuple[FaceShown, ...]
    act: Act
    short: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """All that stands on the page, as it is now.

    Attributes:
        lesson: the lesson it is about.
        faces: the class, by family name; `sentence` says it in words.
        slipping: how many names slip away; empty when none do.
        act: the one filled button.
        turns: the first few whose turn it is, of `waiting`.
        all_seen: whether everybody was ever spoken with.
        over: ten days that are complete, in every class.
        promises: all open ones, the oldest first.
        week: the recommendation of this week; None when all rest.
        start: what there is before the first lesson; None after it.
    """

    lesson: LessonShown
    faces: tuple[FaceShown, ...]
    sentence: str
    slipping: str
    act: Act
    turns: tuple[WhoRow, ...]
    waiting: int
    all_seen: bool
    over: tuple[TenDaysOver, ...]
    promises: tuple[PromiseShown, ...]
    names: NamesShown
    week: GuideRow | None
    start: "Start | None"


class TodayViewModel(QObject):
    """The day, for the current class.

    Args:
        session: the run of the app.
        guide_texts: the folder of the guide.

    Signals:
        changed: anything that stands on the page.
        failed: a sentence on what could not be done.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(
        self, session: Session, *, guide_texts: Path, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._do = Doing(session, say=self.failed.emit)
        self._shown: Today | None = None
        self._known: Learning | None = None
        self._is_stale = True
        self._when: Calendar | None = None
        self._followed: Lesson | None = None
        self._said = ""
        self._guide = GuideViewModel(session, texts=guide_texts, parent=self)
        self.deadline = DeadlineViewModel(session, self)
        self.deadline.changed.connect(self.changed)
        session.changed.connect(self._on_session_changed)
        session.class_changed.connect(self._on_class_changed)
        session.setting_changed.connect(self._on_session_setting_changed)

    @property
    def title(self) -> str:
        """The day."""
        return capital(long_date(self._session.today()))

    @property
    def subtitle(self) -> str:
        """A greeting, and what kind of day it is."""
        school_class = self._session.current_class
        first = school_class.first_lesson if school_class else None
        return day_words(self._calendar(), now=self._session.now(), first_lesson=first)

    @property
    def shown(self) -> Today | None:
        """Everything as it is now; None without a class."""
        if self._is_stale:
            self._is_stale = False
            self._shown = self._read()
            self._said = self._heading()
        return self._shown

    @property
    def road(self) -> Road | None:
        """The line to the first lesson; None while it is worked out."""
        return road_ahead(self.deadline, self._known) if self._known else None

    def follow_lesson(self) -> None:
        """Opens the class of the lesson of now, once for each lesson: then the teacher chooses."""
        session = self._session
        _, lesson = counting(self._calendar().around(session.now()), now=session.now())
        if lesson is None or lesson.on != session.today() or lesson == self._followed:
            return
        self._followed = lesson
        current = session.current_class
        if current is not None and current.id != lesson.class_id:
            session.choose_class(lesson.class_id)

    def look_at_clock(self) -> None:
        """Tells when the time alone made something else of the lesson."""
        if self._shown is not None and self._heading() != self._said:
            self._change()

    def open_class(self, class_id: ClassId) -> None:
        """Makes another class the current one."""
        self._session.choose_class(class_id)

    def spoken_with(self, student_id: StudentId) -> None:
        """Logs a brief contact of today. Undo takes it back."""
        from klasgenoot.operations.contacts import ContactDraft, log_contact

        draft = ContactDraft(student_ids=(student_id,), happened_on=self._session.today())
        self._do(log_contact, drafts=[draft])

    def later(self, student_id: StudentId) -> None:
        """Passes over somebody until the day is over."""
        today = self._session.today()
        try:
            pass_over(self._session.vault, self._passed_over() | {student_id}, on=today)
        except Trouble as trouble:
            self.failed.emit(trouble_words(trouble))
            return
        self._change()

    def keep(self, promise: PromiseShown) -> None:
        """Says that a promise was kept, or the study coach asked. Undo takes it back."""
        on = self._session.today()
        if promise.id is not None:
            from klasgenoot.operations.contacts import keep_promise

            self._do(keep_promise, promise_id=promise.id, on=on)
        elif promise.transfer is not None:
            from klasgenoot.operations.study_coach import settle_transfer

            self._do(settle_transfer, transfer_id=promise.transfer, on=on)

    def mark(self, number: int, mark: Mark) -> None:
        """Says something to the recommendation of this week."""
        self._guide.mark(number, mark)

    def close_work(self) -> None:
        """Stops and waits; for when the window closes."""
        self.deadline.close_work()

    def _calendar(self) -> Calendar:
        """All lessons there are, read once until something changes: the clock looks often."""
        if self._when is None:
            self._when = calendar(self._session.vault)
        return self._when

    def _passed_over(self) -> frozenset[StudentId]:
        return passed_over(self._session.vault, on=self._session.today())

    def _heading(self) -> str:
        school_class = self._session.current_class
        if school_class is None:
            return ""
        lesson = lesson_shown(self._calendar(), school_class, now=self._session.now())
        return f"{lesson.stage} {lesson.heading} {self.subtitle}"

    def _read(self) -> Today | None:
        session = self._session
        school_class, known = session.current_class, learning(session)
        self._known = known
        if school_class is None or known is None:
            return None
        self.deadline.show(known.aim)
        when = self._calendar()
        lesson = lesson_shown(when, school_class, now=session.now())
        found = attention(
            session.vault,
            school_class,
            today=session.today(),
            target_days=session.settings.target_days,
        )
        turns, waiting = turns_shown(
            found,
            known,
            passed_over=self._passed_over(),
            today=session.today(),
        )
        faces = faces_shown(known)
        slips = sum(face.slips for face in faces)
        names = _names(known, faces)
        promises = contacts.open_promises(session.vault)
        asked = transfers.open_transfers(session.vault)
        whose = {each.student_id for each in promises} | {each.student_id for each in asked}
        return Today(
            lesson=lesson,
            faces=faces,
            sentence=class_words(faces, called=known.called),
            slipping=translate("Today", "%n name(s) slip away", None, slips) if slips else "",
            act=_act(lesson, names, has_anybody=bool(faces)),
            turns=turns,
            waiting=waiting,
            all_seen=found.last.keys() >= found.students.keys(),
            over=ten_days_over(session),
            promises=promises_shown(
                promises,
                asked,
                students.those(session.vault, whose),
                today=session.today(),
            ),
            names=names,
            week=self._guide.of_this_week(known.groups[0]),
            start=_start_of(known, when),
        )

    def _change(self) -> None:
        self._is_stale = True
        self._when = None
        self.changed.emit()

    @Slot(frozenset)
    def _on_session_changed(self, tables: frozenset[str]) -> None:
        if tables & WATCHED:
            self._change()

    @Slot()
    def _on_class_changed(self) -> None:
        self._change()

    @Slot(str)
    def _on_session_setting_changed(self, name: str) -> None:
        if name in PLANNED_BY:
            self._change()


def _names(known: Learning, faces: tuple[FaceShown, ...]) -> NamesShown:
    practice = today(known)
    levels = [face.level for face in faces]
    coming = frozenset(practice.faces)
    count = len(coming)
    if count:
        line = translate("Today", "%n face(s) today", None, count)
        words = translate("Today", "Practise %n face(s) · {minutes} min", None, count)
        words = words.format(minutes=minutes(practice))
        short = translate("Today", "Today {minutes} min").format(minutes=minutes(practice))
        act = Act(words=words, icon="play", target=Target(PageId.PRACTICE))
    else:
        line = translate("Today", "Nothing to repeat today.")
        target = Target(PageId.PRACTICE, act=Occasion.ANYWAY.value)
        short = translate("Today", "Practise anyway")
        act = Act(words=short, icon="play", target=target)
    return NamesShown(
        counts={level: levels.count(level) for level in Level},
        total=len(levels),
        line=line if known.to_learn else "",
        faces=tuple(face for face in faces if face.student.id in coming),
        act=act,
        short=short,
    )


def _act(lesson: LessonShown, names: NamesShown, *, has_anybody: bool) -> Act:
    """Practise before a lesson, as long as there is something to practise; else log."""
    is_lesson = lesson.stage in {Stage.DURING, Stage.AFTER}
    if has_anybody and (is_lesson or not names.faces):
        words = translate("Today", "Log whom you spoke with")
        target = Target(PageId.LOG, act=AFTER_CLASS if is_lesson else "")
        return Act(words=words, icon="messages-square", target=target)
    return names.act


def _start_of(known: Learning, when: Calendar) -> "Start | None":
    """What there is before the first lesson, which most days of a year are not."""
    if known.aim is None:
        return None
    from klasgenoot.viewmodels.today_start import start_of

    return start_of(known, when)
