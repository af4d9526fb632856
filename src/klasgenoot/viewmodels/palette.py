"""Search or do: students, things to do, pages and words written, found while typing."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject

from klasgenoot.domain.contact import ContactId
from klasgenoot.domain.groups import NoteId
from klasgenoot.domain.names import fold, fold_words
from klasgenoot.domain.people import ClassId, Student
from klasgenoot.store import contacts, group_notes, restrictions, search, students
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
        school_class: the class it goes to.
    """

    text: str
    line: str = ""
    icon: str = ""
    shortcut: str = ""
    student: Student | None = None
    action: str = ""
    target: Target | None = None
    school_class: ClassId | None = None


class PaletteViewModel(QObject):
    """Finds what fits the words typed: students, pages, classes, actions, then notes.

    Args:
        session: what is searched.
        actions: what can be done; all of it is shown while nothing is typed.
        pages: where one can go.
        parent: as in Qt.
    """

    def __init__(
        self,
        session: Session,
        *,
        actions: Sequence[Choice],
        pages: Sequence[Choice] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = tuple(actions)
        self._pages = tuple(pages)

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
        offered = (*self._pages, *self._classes(), *self._actions)
        return [choice for choice in offered if words in fold_words(choice.text)]

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
        hits = search.find(self._session.vault, text, at_most=SHOWN)
        found = (
            *(self._contact(contact_id, text=text) for contact_id in hits.contacts),
            *(self._note(note_id) for note_id in hits.notes),
        )
        return [choice for choice in found if choice is not None]

    def _contact(self, contact_id: ContactId, *, text: str) -> Choice | None:
        """A contact, with the student whom the words are about."""
        vault = self._session.vault
        contact = contacts.contact(vault, contact_id)
        if contact is None:
            return None
        words = fold_words(text).split()
        kept_only = {each.student_id for each in restrictions.open_restrictions(vault)}
        there = [who for who in contact.student_ids if who not in kept_only]
        if not there:
            return None
        shown, who_id = contact.text, there[0]
        for student_id in there:
            private = contacts.private_texts(vault, student_id).get(contact_id, "")
            if private and all(word in fold_words(private) for word in words):
                shown, who_id = private, student_id
        who = students.student(vault, who_id)
        if who is None:
            return None
        return Choice(
            text=shown or " ".join(f"#{tag}" for tag in contact.tags),
            line=f"{who.name} · {short_date(contact.happened_on)}",
            student=who,
            target=Target(PageId.STUDENT, student=who.id),
        )

    def _note(self, note_id: NoteId) -> Choice | None:
        """A group note; it opens in its own class."""
        note = group_notes.group_note(self._session.vault, note_id)
        known = self._session.current_class
        if note is None or known is None or note.class_id != known.id:
            return None
        return Choice(
            text=note.text,
            line=f"{known.name} · {short_date(note.noted_on)}",
            icon="activity",
            target=Target(PageId.PHASES),
        )
