"""What was just done, and can it be taken back? The words of the undo bar."""

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from klasgenoot.domain.deeds import Deed
from klasgenoot.store import contacts
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.words import deed_words

translate = QCoreApplication.translate

QUIET = frozenset(
    {
        Deed.ANSWER_CARD,
        Deed.REGRADE_ANSWER,
        Deed.ANSWER_LOOK_ALIKE,
        Deed.ANSWER_MONTH,
        Deed.SEAT_STUDENTS,
        Deed.HAND_OVER,
        Deed.FILL_SAMPLE,
    }
)
"""Deeds whose own page already shows that they were done."""


class Notices(QObject):
    """Tells what was done, in words, once for each deed.

    Signals:
        noticed: the words, whether the bar offers to take it back, and whether anything was done.
    """

    noticed = Signal(str, bool, bool)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        session.done.connect(self._on_session_done)
        self._is_squeezed = False
        session.squeezed.connect(self._on_session_squeezed)
        session.taken_back.connect(self._on_session_taken_back)

    def undo(self) -> None:
        """Takes the last deed back."""
        if self._session.undo() is None:
            self.say(translate("Notices", "There is nothing to undo."))

    def redo(self) -> None:
        """Does the last undone deed again."""
        if self._session.redo() is None:
            self.say(translate("Notices", "There is nothing to do again."))

    @Slot()
    def _on_session_squeezed(self) -> None:
        self._is_squeezed = True

    @Slot(str)
    def say(self, words: str) -> None:
        """Says something that was not a deed."""
        self.noticed.emit(words, False, False)

    @Slot(str, object, bool)
    def _on_session_done(self, deed: str, result: object, changed: bool) -> None:  # noqa: FBT001 - a Qt slot
        if self._is_squeezed:  # it says so once, and that it was saved
            self._is_squeezed = False
            words = translate(
                "Notices",
                "Saved, in the room that was kept for this: the disk is full."
                " Clear something away before you go on.",
            )
            self.noticed.emit(words, changed, True)
            return
        if Deed(deed) in QUIET:
            return
        if not changed:  # and so there is nothing of it to take back
            self.say(translate("Notices", "There was nothing to change."))
            return
        words = deed_words(Deed(deed))
        if deed == Deed.LOG_CONTACT and isinstance(result, tuple):
            logged = [contacts.contact(self._session.vault, contact_id) for contact_id in result]
            people = sum(len(contact.student_ids) for contact in logged if contact)
            words = translate("Notices", "%n contact(s) saved", None, people)
        self.noticed.emit(words, True, True)

    @Slot(str, bool)
    def _on_session_taken_back(self, deed: str, undone: bool) -> None:  # noqa: FBT001 - a Qt slot
        shape = (
            translate("Notices", "Undone: {deed}")
            if undone
            else translate("Notices", "Done again: {deed}")
        )
        words = deed_words(Deed(deed))
        self.noticed.emit(shape.format(deed=words[:1].lower() + words[1:]), False, True)
