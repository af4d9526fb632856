"""Whom can the log line name? The class, with who was not seen for the longest time in front."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal, Slot

from klasgenoot.domain.calling import told_apart
from klasgenoot.domain.names import fold
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.domain.quicklog_surroundings import BUILT_IN_TAGS, Surroundings
from klasgenoot.domain.targets import flagged_days
from klasgenoot.domain.who import NameBook
from klasgenoot.operations.overview import DECIDE_TURNS, attention
from klasgenoot.store.absences import absent_in
from klasgenoot.store.attention import own_targets
from klasgenoot.store.calendar import periods
from klasgenoot.store.contacts import used_tags
from klasgenoot.store.students import all_students, student
from klasgenoot.viewmodels.quicklog_lesson import LogClass, log_class
from klasgenoot.viewmodels.quicklog_rows import FaceRow
from klasgenoot.viewmodels.quicklog_words import Whom
from klasgenoot.viewmodels.rows import Rows
from klasgenoot.viewmodels.session import Session

WATCHED = DECIDE_TURNS | {"absences", "lesson_slots", "lessons"}
LONGEST_AGO = 3
"""So many faces stand in front."""


class LogStudents(QObject):
    """The students of the class at hand, as the quick log shows and names them.

    Who is in another class can be named too, when the name fits nobody of this one.

    Attributes:
        shows_numbers: whether each face has a number that can be typed for it.

    Signals:
        changed: other people, or in another order.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.shows_numbers = False
        self._about = LogClass(None)
        self._guest: StudentId | None = None
        self._by_id: dict[StudentId, Student] = {}
        self._called: dict[StudentId, str] = {}
        self._own_aims: frozenset[StudentId] = frozenset()
        self._elsewhere: dict[StudentId, str] = {}
        self._tags: tuple[str, ...] = BUILT_IN_TAGS
        self._names = NameBook(())
        self._around = Surroundings()
        self._longest_ago: Rows[FaceRow] = Rows(self)
        self._others: Rows[FaceRow] = Rows(self)
        self._order: tuple[list[StudentId], list[StudentId]] = ([], [])
        self._shown: tuple[object, ...] = ()
        self._is_stale = True
        session.changed.connect(self._on_session_changed)
        session.class_changed.connect(self._on_class_changed)

    @property
    def by_id(self) -> dict[StudentId, Student]:
        """Everybody who can be named, those of the class first."""
        self._freshen()
        return self._by_id

    @property
    def about(self) -> LogClass:
        """The class at hand, and by which lesson."""
        self._freshen()
        return self._about

    @property
    def called(self) -> dict[StudentId, str]:
        """What each of them is called in a sentence."""
        self._freshen()
        return self._called

    @property
    def elsewhere(self) -> Mapping[StudentId, str]:
        """The class of who is in another one."""
        self._freshen()
        return self._elsewhere

    @property
    def names(self) -> NameBook:
        """To look up whom a text means."""
        self._freshen()
        return self._names

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags there are, those that came with the app first."""
        self._freshen()
        return self._tags

    @property
    def around(self) -> Surroundings:
        """What a line can speak of beside students."""
        self._freshen()
        numbered = (*self._order[0], *self._order[1]) if self.shows_numbers else ()
        return replace(self._around, numbered=numbered)

    @property
    def longest_ago(self) -> Rows[FaceRow]:
        """The few who were not seen for the longest time."""
        return self._longest_ago

    @property
    def others(self) -> Rows[FaceRow]:
        """Everybody else, by call name."""
        return self._others

    def absent_on(self, day: date) -> Collection[StudentId]:
        """Who of the class was not there, as far as that is kept."""
        self._freshen()
        return self._around.absent.get(day, ())

    def whom(self, those: Collection[StudentId]) -> Whom:
        """What is known of everybody, for a line about some: their own aims go before a tag's."""
        self._freshen()
        has_own = bool(self._own_aims.intersection(those))
        days = 0 if has_own else flagged_days(self._session.settings.target_days)
        return Whom(called=self._called, elsewhere=self._elsewhere, care_days=days)

    def welcome(self, guest: StudentId | None) -> None:
        """Reads the class anew, with a student from elsewhere who is to be named too."""
        self._guest = guest
        self._is_stale = True

    def choose(self, chosen: Collection[StudentId], *, absent: Collection[StudentId] = ()) -> None:
        """Shows these faces as chosen, and those as not there."""
        by_id, number = self.by_id, 0
        wanted = (frozenset(chosen), frozenset(absent), self.shows_numbers)
        if wanted == self._shown:
            return  # nothing to tell five hundred faces at each letter
        self._shown = wanted
        for rows, order in zip((self._longest_ago, self._others), self._order, strict=True):
            shown = []
            for who in order:
                number += 1
                shown.append(
                    FaceRow(
                        by_id[who],
                        who in chosen,
                        called=self._called[who],
                        number=number if self.shows_numbers else 0,
                        is_absent=who in absent,
                    )
                )
            rows.set_rows(shown)

    def _freshen(self) -> None:
        if not self._is_stale:
            return
        self._is_stale = False
        self._shown = ()
        session = self._session
        self._about = log_class(session, after_class=self.shows_numbers)
        school_class = self._about.school_class
        here: dict[StudentId, Student] = {}
        turns: list[StudentId] = []
        absent: Mapping[date, frozenset[StudentId]] = {}
        if school_class is not None:
            seen = attention(
                session.vault,
                school_class,
                today=session.today(),
                target_days=session.settings.target_days,
            )
            here = dict(seen.students)
            turns = [turn.student_id for turn in seen.turns]
            absent = absent_in(session.vault, school_class.id)
        self._own_aims = frozenset(own_targets(session.vault))
        others = self._read_elsewhere(here)
        self._by_id = here | others
        self._called = told_apart(self._by_id.values()) | told_apart(here.values())
        self._names = NameBook(here.values(), elsewhere=others.values())
        self._tags = tuple(dict.fromkeys((*BUILT_IN_TAGS, *used_tags(session.vault))))
        self._around = replace(
            self._around,
            tags=frozenset(map(fold, self._tags)),
            absent=absent,
            periods=periods(session.vault),
        )
        away = absent.get(session.today(), frozenset())
        front = [who for who in turns if who not in away][:LONGEST_AGO]
        rest = [who for who in here if who not in front]
        rest.sort(key=lambda who: (fold(here[who].name), who))
        self._order = (front, rest)

    def _read_elsewhere(self, here: Mapping[StudentId, Student]) -> dict[StudentId, Student]:
        """Who can be named beside the class at hand; notes which class each of them is in."""
        vault, current = self._session.vault, self._about.school_class
        others: dict[StudentId, Student] = {}
        classes: dict[str, tuple[StudentId, ...]] = {}
        self._elsewhere = {}
        for each in self._session.classes:
            those = all_students(vault, class_id=each.id)
            classes[each.name] = tuple(one.id for one in those)
            if current is not None and each.id == current.id:
                continue
            for one in those:
                if one.id not in here:
                    others.setdefault(one.id, one)
                    self._elsewhere.setdefault(one.id, each.name)
        guest = student(vault, self._guest) if self._guest else None
        if guest is not None and guest.id not in here:
            others.setdefault(guest.id, guest)
        self._around = Surroundings(classes=classes)
        return others

    def _change(self) -> None:
        self._is_stale = True
        self.changed.emit()

    @Slot()
    def _on_class_changed(self) -> None:
        self._change()

    @Slot(frozenset)
    def _on_session_changed(self, tables: frozenset[str]) -> None:
        if tables & WATCHED:
            self._change()
