"""The page Search: everything that was written, looked through while typing."""

from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from klasgenoot.domain.people import ClassId
from klasgenoot.domain.retention import end_of_school_year
from klasgenoot.domain.searching import read_sought
from klasgenoot.operations.searching import Answer, Roll, roll, search
from klasgenoot.store.search import Scope
from klasgenoot.viewmodels.rows import Rows
from klasgenoot.viewmodels.search_rows import FoundRow, found_rows
from klasgenoot.viewmodels.search_words import FILTERS, filter_words
from klasgenoot.viewmodels.session import Session

translate = QCoreApplication.translate

AT_ONCE = 50
"""So many texts are shown at first, and so many more each time."""
PEOPLE_AT_ONCE = 8
"""So many students stand above texts."""
WATCHED = frozenset({"students", "enrolments", "school_classes"})
"""Tables that say who may be found and what they are called."""
QUOTED = "\N{LEFT SINGLE QUOTATION MARK}{}\N{RIGHT SINGLE QUOTATION MARK}"
ALL = "all"


class Period(StrEnum):
    """How far back it is looked."""

    ALWAYS = ""
    FOUR_WEEKS = "four_weeks"
    SCHOOL_YEAR = "school_year"


class SearchViewModel(QObject):
    """What is looked for, and what was found.

    Attributes:
        query: what was typed.
        kind: the one kind of text that is looked through, or `ALL`.
        period: how far back.
        only_class: whether only the current class counts.

    Signals:
        changed: something else was found, or is looked for.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: Rows[FoundRow] = Rows(self)
        self._answer = Answer()
        self._called = 0
        self._people: Roll | None = None
        self._steps = 1
        self._is_stale = True
        self.query = ""
        self.kind = ALL
        self.period = Period.ALWAYS
        self.only_class = False
        session.changed.connect(self._on_session_changed)
        session.class_changed.connect(self._on_class_changed)

    @property
    def rows(self) -> Rows[FoundRow]:
        """What was found: people first, then texts, the newest first."""
        self._freshen()
        return self._rows

    @property
    def has_more(self) -> bool:
        """Whether there may be more to find."""
        self._freshen()
        return not self._answer.is_all or len(self._answer.people) < self._called

    @property
    def is_asked(self) -> bool:
        """Whether anything is looked for."""
        return bool(read_sought(self.query))

    @property
    def has_classes(self) -> bool:
        """Whether there are other classes than the current one."""
        return len(self._roll().class_names) > 1

    @property
    def class_name(self) -> str:
        """The current class."""
        current = self._session.current_class
        return current.name if current else ""

    @property
    def example(self) -> str:
        """Somebody to look for, as an example; empty without anybody."""
        class_id = self._session.current_class.id if self._session.current_class else None
        there = (
            student.name
            for who, student in self._roll().students.items()
            if class_id in self._roll().classes.get(who, ())
        )
        return next(there, "")

    @property
    def kinds(self) -> dict[str, str]:
        """What can be looked through, in words."""
        words = {key: filter_words(key) for key in FILTERS}
        return {ALL: translate("Search", "Everything"), **words}

    @property
    def periods(self) -> dict[Period, str]:
        """How far back it can be looked, in words."""
        return {
            Period.FOUR_WEEKS: translate("Search", "Last four weeks"),
            Period.SCHOOL_YEAR: translate("Search", "This school year"),
        }

    @property
    def is_narrowed(self) -> bool:
        """Whether not everything is looked through."""
        return self.kind != ALL or bool(self.period) or self.only_class

    @property
    def said(self) -> str:
        """How much was found, as one says it."""
        self._freshen()
        texts = len(self._answer.hits)
        if not self._rows.rowCount():
            return translate("Search", "In all that you wrote")
        people = translate("Search", "%n student(s)", None, self._called)
        if not self._answer.is_all:
            found = translate("Search", "the newest %n text(s)", None, texts)
        else:
            found = translate("Search", "%n text(s)", None, texts)
        if not self._answer.people:
            return found
        return people if not texts else f"{people} · {found}"

    @property
    def nothing(self) -> str:
        """What to say when nothing was found; empty when something was, or nothing is asked."""
        self._freshen()
        if self._rows.rowCount() or not self.query.strip():
            return ""
        if not self.is_asked:
            return translate("Search", "Type a word or a number: signs alone are not searched.")
        said = QUOTED.format(self.query.strip()[:60])
        if self.has_more:
            words = translate("Search", "{said} is not in what you wrote last.")
        elif self.is_narrowed:
            words = translate("Search", "{said} is not in the part that you chose.")
        else:
            words = translate("Search", "{said} is in nothing that you wrote.")
        return words.format(said=said)

    def search(self, text: str) -> None:
        """Looks for other words."""
        self.query = text
        self._begin()

    def choose_kind(self, kind: str) -> None:
        """Looks through one kind of text, or through all of it."""
        self.kind = kind
        self._begin()

    def choose_period(self, period: Period) -> None:
        """Looks back less far."""
        self.period = period
        self._begin()

    def choose_only_class(self, only: bool) -> None:  # noqa: FBT001 - as a switch says it
        """Looks through what is about the current class alone."""
        self.only_class = only
        self._begin()

    def widen(self) -> None:
        """Looks through everything again."""
        self.kind, self.period, self.only_class = ALL, Period.ALWAYS, False
        self._begin()

    def more(self) -> None:
        """Shows more of what was found, and looks back further."""
        self._steps += 1
        self._change()

    def go_to_class(self, row: FoundRow) -> None:
        """Makes the class that a text is about the current one, before it is opened."""
        current = self._session.current_class
        if row.school_class is not None and (current is None or current.id != row.school_class):
            self._session.choose_class(row.school_class)

    def _begin(self) -> None:
        self._steps = 1
        self._change()

    def _change(self) -> None:
        self._is_stale = True
        self.changed.emit()

    def _freshen(self) -> None:
        """Looks anew if anything changed since."""
        if not self._is_stale:
            return
        self._is_stale = False
        people, sought = self._roll(), read_sought(self.query)
        answer = search(
            self._session.vault,
            sought,
            people=people,
            scope=self._scope(),
            at_most=AT_ONCE * self._steps,
        )
        self._called = len(answer.people)
        if answer.hits:  # else everybody: there is nothing to stand in the way of
            answer = replace(answer, people=answer.people[: PEOPLE_AT_ONCE * self._steps])
        self._answer = answer
        today = self._session.today()
        rows = found_rows(self._answer, sought=sought, people=people, today=today)
        self._rows.set_rows(rows)

    def _scope(self) -> Scope:
        return Scope(
            tables=FILTERS.get(self.kind, ()),
            class_id=self._class_id(),
            since=self._since(),
            reach=self._steps,
        )

    def _class_id(self) -> ClassId | None:
        current = self._session.current_class
        return current.id if current and self.only_class else None

    def _since(self) -> date | None:
        today = self._session.today()
        if self.period is Period.FOUR_WEEKS:
            return today - timedelta(weeks=4)
        if self.period is Period.SCHOOL_YEAR:
            end = end_of_school_year(today)
            return end.replace(year=end.year - 1, month=8, day=1)
        return None

    def _roll(self) -> Roll:
        if self._people is None:
            self._people = roll(self._session.vault)
        return self._people

    @Slot(frozenset)
    def _on_session_changed(self, tables: frozenset[str]) -> None:
        if tables & WATCHED:
            self._people = None
        self._change()

    @Slot()
    def _on_class_changed(self) -> None:
        self._change()
