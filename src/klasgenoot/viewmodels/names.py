"""How far am I with the names of this class, and what is there to practise now?"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QObject, Slot

from klasgenoot.domain.answering import Mode
from klasgenoot.domain.look_alikes import MixedUpPair
from klasgenoot.domain.memory import Level
from klasgenoot.domain.names import fold
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.operations.look_alikes import pairs_of
from klasgenoot.viewmodels.aim import PLANNED_BY
from klasgenoot.viewmodels.learned_class import LearnedClass
from klasgenoot.viewmodels.learning import Learning, ways_for
from klasgenoot.viewmodels.offer import Offer, level_words, offer_of
from klasgenoot.viewmodels.one_student import OneStudent
from klasgenoot.viewmodels.rows import Rows
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId, Target
from klasgenoot.viewmodels.words import long_date, month_day

translate = QCoreApplication.translate

WATCHED = frozenset(
    {"students", "enrolments", "school_classes", "memories", "answers", "drills", "seats"}
)


class Filter(StrEnum):
    """Which names are shown."""

    ALL = "all"
    TO_LEARN = "to_learn"
    MIXED_UP = "mixed_up"


class Emptiness(StrEnum):
    """Why there is nothing to practise with."""

    NO_STUDENTS = "no_students"
    NO_PHOTOS = "no_photos"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRow(OneStudent):
    """One name of the class, as a tile shows it."""

    student: Student
    level: Level
    name_hidden: bool
    called: str

    @property
    def name(self) -> str:
        """What the student is called, so that no two in the class are called the same."""
        return self.called

    @property
    def sentence(self) -> str:
        """The tile in words; a hidden name stays hidden for who listens, too."""
        if self.name_hidden:
            who = translate("Names", "photo, name hidden")
        else:
            who = self.student.full_name
        return f"{who}, {level_words(self.level)}"


def emptiness_of(known: Learning | None) -> Emptiness | None:
    """Why there are no names to learn; None when there are."""
    if known is None or not known.students:
        return Emptiness.NO_STUDENTS
    return None if known.faces else Emptiness.NO_PHOTOS


def name_rows(known: Learning, those: Collection[StudentId], *, name_hidden: bool) -> list[NameRow]:
    """The tiles of these students, by call name."""
    called = known.called
    by_name = sorted(those, key=lambda who: (fold(called[who]), who))
    return [
        NameRow(
            student=known.students[who],
            level=known.level(who),
            name_hidden=name_hidden,
            called=called[who],
        )
        for who in by_name
    ]


class NamesViewModel(LearnedClass):
    """The names of the current class."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, watched=WATCHED, parent=parent)
        self._rows: Rows[NameRow] = Rows(self)
        self._filter = Filter.ALL
        self._levels: dict[StudentId, Level] = {}
        self._mixed_up: frozenset[StudentId] = frozenset()
        self._look_alikes: Target | None = None
        self._way = Mode.TYPED
        session.class_changed.connect(self._on_class_changed)
        session.setting_changed.connect(self._on_session_setting_changed)

    @property
    def rows(self) -> Rows[NameRow]:
        """The names that the filter lets through, by call name."""
        self._freshen()
        return self._rows

    @property
    def filter(self) -> Filter:
        """Which names are shown."""
        self._freshen()
        return self._filter

    @property
    def filters(self) -> dict[Filter, str]:
        """The filters that make sense now, with how many names each lets through."""
        self._freshen()
        counts = {each: len(self._let_through(each)) for each in Filter}
        if not counts[Filter.MIXED_UP]:
            del counts[Filter.MIXED_UP]
        return {each: _filter_words(each).format(count=count) for each, count in counts.items()}

    @property
    def counts(self) -> dict[Level, int]:
        """How many names are known how well."""
        self._freshen()
        levels = list(self._levels.values())
        return {level: levels.count(level) for level in Level}

    @property
    def total(self) -> int:
        """How many students the class has."""
        self._freshen()
        return len(self._levels)

    @property
    def without_photo(self) -> int:
        """How many students come by with initials for want of a photo."""
        known = self._freshen()
        return len(known.students) - len(known.faces) if known else 0

    @property
    def emptiness(self) -> Emptiness | None:
        """Why there is nothing to practise with; None when there is."""
        return emptiness_of(self._freshen())

    @property
    def subtitle(self) -> str:
        """The class and the day of its first lesson."""
        known = self._freshen()
        if known is None:
            return ""
        if known.school_class.first_lesson is None:
            return known.school_class.name
        return translate("Names", "{name}, first lesson {day}").format(
            name=known.school_class.name, day=long_date(known.school_class.first_lesson)
        )

    @property
    def has_first_lesson(self) -> bool:
        """Whether the day of the first lesson is known, before or after it."""
        known = self._freshen()
        return known is not None and known.school_class.first_lesson is not None

    @property
    def countdown(self) -> str:
        """How long until the first lesson; empty once that has been."""
        known = self._freshen()
        first = known.school_class.first_lesson if known else None
        if first is None:
            return ""
        days = (first - self._session.today()).days
        if known is not None and len(known.groups) > 1 and known.aim is not None:
            return translate("Names", "{classes}, ready by {day}").format(
                classes=translate("Names", "%n class(es)", None, len(known.groups)),
                day=month_day(known.aim.on),
            )
        if days <= 0:
            return translate("Names", "The first lesson is today") if days == 0 else ""
        return translate("Names", "First lesson in %n day(s)", None, days)

    @property
    def offer(self) -> Offer | None:
        """What there is to practise now; None without a class."""
        known = self._freshen()
        return offer_of(known) if known else None

    @property
    def way(self) -> Mode:
        """How answers are given."""
        return self._way if self._way in self.ways else Mode.TYPED

    @way.setter
    def way(self, chosen: Mode) -> None:
        self._way = chosen

    @property
    def ways(self) -> tuple[Mode, ...]:
        """The ways there are to practise this class."""
        known = self._freshen()
        return ways_for(known) if known else ()

    @property
    def listening_line(self) -> str:
        """What listening is; as long as not all names are known by sound, how many are."""
        known = self._freshen()
        if known is None or not known.unheard:
            return translate("Names", "hear the name, point at the photo")
        heard = len(known.faces) - known.unheard
        return translate("Names", "%n of {all} names so far", None, heard).format(
            all=len(known.faces)
        )

    @property
    def look_alikes(self) -> Target | None:
        """Where the two who are taken for each other most are told apart; None without such two."""
        self._freshen()
        return self._look_alikes

    @property
    def names_shown(self) -> bool:
        """Whether the names stand under the faces."""
        return self._session.settings.names_shown

    def show_names(self, shown: bool) -> None:  # noqa: FBT001 - what a switch says
        """Shows the names under the faces, or a bar in their place."""
        self._session.set(names_shown=shown)

    def choose_filter(self, chosen: Filter) -> None:
        """Shows other names."""
        self._filter = chosen
        self._change()

    def _let_through(self, chosen: Filter) -> list[StudentId]:
        if chosen is Filter.ALL:
            return list(self._levels)
        if chosen is Filter.MIXED_UP:
            return [who for who in self._levels if who in self._mixed_up]
        return [who for who, level in self._levels.items() if level is not Level.KNOWN]

    def _read(self) -> None:
        known = self._known
        self._levels = {who: known.level(who) for who in known.students} if known else {}
        self._mixed_up, self._look_alikes = frozenset(), None
        if known is None:
            self._rows.set_rows(())
            return
        pairs = pairs_of(self._session.vault, known.school_class.id, at=known.at)
        self._mixed_up = frozenset(who for pair in pairs if pair.times for who in pair.both)
        self._look_alikes = _first_look_alikes(pairs, known)
        if self._filter is Filter.MIXED_UP and not self._let_through(Filter.MIXED_UP):
            self._filter = Filter.ALL
        self._rows.set_rows(
            name_rows(known, self._let_through(self._filter), name_hidden=not self.names_shown)
        )

    @Slot()
    def _on_class_changed(self) -> None:
        self._filter = Filter.ALL
        self._change()

    @Slot(str)
    def _on_session_setting_changed(self, name: str) -> None:
        if name in PLANNED_BY:
            self._change()
        elif name == "names_shown":
            self._read()
            self.changed.emit()


def _first_look_alikes(pairs: Sequence[MixedUpPair], known: Learning) -> Target | None:
    """The two who are mixed up most and can be told apart: both have a face and were learned."""
    for pair in pairs:
        ready = all(who in known.faces and who in known.memories for who in pair.both)
        if pair.are_look_alikes and ready:
            return Target(PageId.LOOK_ALIKES, student=pair.one, other=pair.other, act="names")
    return None


def _filter_words(chosen: Filter) -> str:
    return {
        Filter.ALL: translate("Names", "All {count}"),
        Filter.TO_LEARN: translate("Names", "To learn {count}"),
        Filter.MIXED_UP: translate("Names", "Mixed up {count}"),
    }[chosen]
