"""What is being written in the quick log: it lasts as long as the run, and its text longer."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from klasgenoot.domain.calendar import Lesson
from klasgenoot.domain.erasing import places_of
from klasgenoot.store import drafts
from klasgenoot.viewmodels.begun_text import BegunText
from klasgenoot.viewmodels.quicklog_edits import Edit, Place
from klasgenoot.viewmodels.quicklog_lesson import BegunFor, begun_for
from klasgenoot.viewmodels.session import Session

if TYPE_CHECKING:
    from klasgenoot.domain.people import StudentId

AT_LAST_MS = 1_500
"""So long after the first one at the latest: well within the two seconds promised."""


class LogDraft(BegunText):
    """The text of the quick log with what the teacher said about places in it.

    Attributes:
        text: what was typed.
        literal: places that stay text.
        chosen: who was pointed out at a place where several fit.
        tags: words that the teacher made tags of, folded; kept once a contact has them.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.text = drafts.stored_draft(session.vault, of=drafts.LOG)
        self.literal: tuple[Place, ...] = ()
        self.chosen: dict[Place, StudentId] = {}
        self.tags: tuple[str, ...] = ()
        self._begun = begun_for(session)
        self._kept = self._to_keep()
        self._at_last = QTimer(self, singleShot=True, interval=AT_LAST_MS)
        self._at_last.timeout.connect(self._on_pause_over)

    def change(self, edit: Edit, *, about: Lesson | None = None) -> None:
        """Changes the text; places that the edit does not touch move along.

        Args:
            edit: what changes.
            about: the lesson at hand; a text that begins now stays with it.
        """
        if not self.text.strip():
            self._begun.lesson = BegunFor.of(about) if about else None
        self.text = edit.applied_to(self.text)
        if not self.text.strip():
            self._begun.lesson = None
        self.literal = tuple(moved for place in self.literal if (moved := edit.moved(place)))
        self.chosen = {
            moved: who for place, who in self.chosen.items() if (moved := edit.moved(place))
        }
        if edit.student is not None and edit.named is not None:
            self.chosen[edit.named] = edit.student
        if not self._at_last.isActive():
            self._at_last.start()
        self._keep_after_pause()

    def _store(self) -> None:
        self._at_last.stop()
        wanted = self._to_keep()
        for of, text in wanted.items():
            if text != self._kept[of]:
                drafts.save_draft(self._session.vault, of=of, text=text)
        self._kept = wanted

    def forget(self, words: frozenset[str]) -> None:
        """Lets go of a text that speaks of somebody by one of these folded words."""
        if places_of(words, self.text):
            self.text, self.literal, self.chosen = "", (), {}
            self._begun.lesson = None
        self.tags = tuple(tag for tag in self.tags if not places_of(words, tag))
        self.keep()

    def _to_keep(self) -> dict[str, str]:
        """What is kept in the vault, by its name there."""
        lesson = self._begun.lesson.text if self._begun.lesson else ""
        return {drafts.LOG: self.text, drafts.LOG_LESSON: lesson}


def draft_of(session: Session) -> LogDraft:
    """The one draft of a run."""
    known = session.findChild(LogDraft)
    return known if isinstance(known, LogDraft) else LogDraft(session)
