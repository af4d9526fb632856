"""Search or do: students, things to do, pages and words written, found while typing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Slot

from klasgenoot.domain.names import fold, fold_words
from klasgenoot.domain.people import ClassId, Student
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId, Target

if TYPE_CHECKING:
    from klasgenoot.operations.searching import Roll

translate = QCoreApplication.translate

QUOTED = "\N{LEFT SINGLE QUOTATION MARK}{}\N{RIGHT SINGLE QUOTATION MARK}"
SHOWN = 8
"""How many finds fit in the palette without scrolling."""
LOOKED_AT = 4 * SHOWN
"""So many texts are looked at for those: some only say again what another says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing to choose in the palette.

    Attributes:
        also: other words by which it is found.
        student: whose photo stands beside it.
        action: the id of the action it does.
        target: the page it opens.
        school_class: the class it goes to, before the page is opened.
    """

    text: str
    line: str = ""
    also: str = ""
    icon: str = ""
    shortcut: str = ""
    student: Student | None = None
    action: str = ""
    target: Target | None = None
    school_class: ClassId | None = None


class PaletteViewModel(QObject):
    """Finds what fits the words typed: students, pages, classes, actions, then what was written.

    Last of all it offers to look through everything.

    Args:
        session: what is searched.
        actions: what can be done; all of it is shown while nothing is typed.
        pages: where one can go.
        here: what can be done for the student on screen: found before all else that can be done.
        search_keys: the keys of the page that looks through everything.
        parent: as in Qt.
    """

    def __init__(
        self,
        session: Session,
        *,
        actions: Sequence[Choice],
        pages: Sequence[Choice] = (),
        here: Sequence[Choice] = (),
        search_keys: str = "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = tuple(actions)
        self._pages = tuple(pages)
        self._here = tuple(here)
        self._search_keys = search_keys
        self._roll: Roll | None = None
        session.changed.connect(self._on_session_changed)

    def find(self, text: str) -> tuple[Choice, ...]:
        """What fits; all actions when nothing is typed."""
        folded = fold(text)
        if not folded:
            return (*self._actions, *self._here)
        found = [*self._students(folded), *self._to_do(fold_words(text)), *self._written(text)]
        return (*found[: SHOWN - 1], self._look_everywhere(text))

    def _students(self, folded: str) -> list[Choice]:
        everyone = self._everybody().students.values()
        starting = [s for s in everyone if fold(s.name).startswith(folded)]
        inside = [s for s in everyone if s not in starting and folded in fold(s.full_name)]
        return [
            Choice(
                text=student.full_name,
                student=student,
                target=Target(PageId.STUDENT, student=student.id),
            )
            for student in (*starting, *inside)
        ]

    def _everybody(self) -> "Roll":
        from klasgenoot.operations.searching import roll  # nothing is searched at the start

        self._roll = self._roll or roll(self._session.vault)
        return self._roll

    def _to_do(self, words: str) -> list[Choice]:
        """What is called so; then what it is called by others."""
        offered = (*self._here, *self._pages, *self._classes(), *self._actions)
        called = [choice for choice in offered if words in fold_words(choice.text)]
        meant = (choice for choice in offered if f" {words}" in f" {fold_words(choice.also)}")
        return [*called, *(choice for choice in meant if choice not in called)]

    def _classes(self) -> list[Choice]:
        """The classes one can go to."""
        now = self._session.current_class
        return [
            Choice(
                text=each.name,
                line=translate("Palette", "Class"),
                icon="users",
                school_class=each.id,
            )
            for each in self._session.classes
            if now is None or each.id != now.id
        ]

    def _written(self, text: str) -> list[Choice]:
        """What was written with these words in it; what is about another class leads there."""
        from klasgenoot.domain.searching import read_sought
        from klasgenoot.operations.searching import search
        from klasgenoot.store.search import Scope
        from klasgenoot.viewmodels.search_rows import found_rows

        sought, people, today = read_sought(text), self._everybody(), self._session.today()
        answer = search(
            self._session.vault, sought, people=people, scope=Scope(), at_most=LOOKED_AT
        )
        return [
            Choice(
                text=row.line,
                line=" · ".join(part for part in (row.title, row.when) if part),
                icon="" if row.student else row.icon,
                student=row.student,
                target=row.target,
                school_class=row.school_class,
            )
            for row in found_rows(
                replace(answer, people=()), sought=sought, people=people, today=today
            )
        ]

    def _look_everywhere(self, text: str) -> Choice:
        words = translate("Palette", "Search for {words} in all that you wrote")
        return Choice(
            text=words.format(words=QUOTED.format(text.strip())),
            icon="search",
            shortcut=self._search_keys,
            target=Target(PageId.SEARCH, words=text.strip()),
        )

    @Slot(frozenset)
    def _on_session_changed(self, _tables: frozenset[str]) -> None:
        self._roll = None
