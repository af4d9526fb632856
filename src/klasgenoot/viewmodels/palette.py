"""Search or do: students, things to do, pages and words written, found while typing."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject

from klasgenoot.domain.names import fold, fold_words
from klasgenoot.domain.people import Student
from klasgenoot.store import contacts, search, students
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId, Target
from klasgenoot.viewmodels.words import short_date

translate = QCoreApplication.translate

SHOWN = 8
"""How many finds fit in the palette without scrolling."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing to choose in the palette.

    Attributes:
        student: whose photo stands beside it.
        action: the id of the action it does.
        target: the page it opens.
    """

    text: str
    line: str = ""
    icon: str = ""
    shortcut: str = ""
    student: Student | None = None
    action: str = ""
    target: Target | None = None


class PaletteViewModel(QObject):
    """Finds what fits the words typed: students first, then actions and pages, then notes."""

    def __init__(
        self, session: Session, *, actions: Sequence[Choice], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = tuple(actions)

    def find(self, text: str) -> tuple[Choice, ...]:
        """What fits; all actions when nothing is typed."""
        folded = fold(text)
        if not folded:
            return self._actions
        found = [*self._students(folded), *self._to_do(fold_words(text)), *self._written(text)]
        return tuple(found[:SHOWN])

    def _students(self, folded: str) -> list[Choice]:
        everyone = students.all_students(self._session.vault)
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

    def _to_do(self, words: str) -> list[Choice]:
        return [choice for choice in self._actions if words in fold_words(choice.text)]

    def _written(self, text: str) -> list[Choice]:
        vault = self._session.vault
        found = []
        for contact_id in search.find(vault, text, at_most=SHOWN).contacts:
            contact = contacts.contact(vault, contact_id)
            who = students.student(vault, contact.student_ids[0]) if contact else None
            if contact and who:
                found.append(
                    Choice(
                        text=contact.text,
                        line=f"{who.name} · {short_date(contact.happened_on)}",
                        student=who,
                        target=Target(PageId.STUDENT, student=who.id),
                    )
                )
        return found
