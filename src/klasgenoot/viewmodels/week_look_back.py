"""What happened in a week? All contacts with a class, day by day; weeks can be leafed through."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from klasgenoot.domain.calling import told_apart
from klasgenoot.domain.contact import Contact
from klasgenoot.domain.people import Student
from klasgenoot.domain.weeks import Week, week_of
from klasgenoot.store.contacts import contacts_in_class
from klasgenoot.store.students import all_students
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.words import axis_day, capital, kind_words, long_date, some_names

translate = QCoreApplication.translate

NAMED = 4
"""So many names stand beside a contact; the others are counted."""
WATCHED = frozenset({"students", "enrolments", "contacts", "contact_students"})
ONE_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Met:
    """One contact: with whom, of which kind, and what was written."""

    students: tuple[Student, ...]
    names: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Day:
    """A day on which there was contact."""

    words: str
    met: tuple[Met, ...]


class WeekLookBack(QObject):
    """The contacts of one week with the current class.

    Signals:
        changed: another week, or something in it.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._week = week_of(session.today())
        session.changed.connect(self._on_session_changed)

    @property
    def title(self) -> str:
        """Which week it is: "Week 43 · 19 Oct - 25 Oct"."""
        last = self._week.monday + ONE_WEEK - timedelta(days=1)
        words = translate("WeekLookBack", "Week {number}, {first} to {last}")
        return words.format(
            number=self._week.number, first=axis_day(self._week.monday), last=axis_day(last)
        )

    @property
    def can_go_on(self) -> bool:
        """Whether there is a later week to look at."""
        return self._week.monday < week_of(self._session.today()).monday

    def show(self, week: Week) -> None:
        """Shows another week; none that is still to come."""
        self._week = min(week, week_of(self._session.today()), key=lambda each: each.monday)
        self.changed.emit()

    def go(self, step: int) -> None:
        """Goes so many weeks on, or back."""
        self.show(week_of(self._week.monday + step * ONE_WEEK))

    @property
    def days(self) -> tuple[Day, ...]:
        """The days with contact, the first in front."""
        contacts, students = self._read()
        called = told_apart(students.values())
        by_day: dict[date, list[Met]] = {}
        for contact in reversed(contacts):
            those = tuple(students[who] for who in contact.student_ids if who in students)
            names = [called[each.id] for each in those]
            said = some_names(names, most=NAMED)
            met = Met(those, said, kind_words(contact.kind), contact.text)
            by_day.setdefault(contact.happened_on, []).append(met)
        return tuple(Day(capital(long_date(day)), tuple(met)) for day, met in by_day.items())

    @property
    def sentence(self) -> str:
        """How much it was: "12 contacts with 9 of 28 students"."""
        contacts, students = self._read()
        if not contacts:
            return translate("WeekLookBack", "No contact logged in this week.")
        seen = {who for contact in contacts for who in contact.student_ids} & students.keys()
        words = translate("WeekLookBack", "%n contact(s)", None, len(contacts))
        return translate("WeekLookBack", "{contacts} with {seen} of {total} students").format(
            contacts=words, seen=len(seen), total=len(students)
        )

    def _read(self) -> tuple[Sequence[Contact], dict[int, Student]]:
        session, school_class = self._session, self._session.current_class
        if school_class is None:
            return (), {}
        first = self._week.monday
        found = contacts_in_class(
            session.vault, school_class.id, since=first, until=first + timedelta(days=6)
        )
        everyone = all_students(session.vault, class_id=school_class.id)
        return found, {student.id: student for student in everyone}

    @Slot(frozenset)
    def _on_session_changed(self, tables: frozenset[str]) -> None:
        if tables & WATCHED:
            self.changed.emit()
