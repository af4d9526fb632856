"""The page Phases: dated notes on how the group is doing, and the note being written."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from klasgenoot.domain.errors import Trouble
from klasgenoot.domain.groups import GroupNote, NoteId, suggested_phase
from klasgenoot.operations.group_notes import edit_group_note, note_group, remove_group_note
from klasgenoot.store import group_notes
from klasgenoot.viewmodels.phase_texts import phase_texts
from klasgenoot.viewmodels.phases_draft import Draft, drafts_of
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.troubles import trouble_words
from klasgenoot.viewmodels.words import listed, short_date

translate = QCoreApplication.translate

WATCHED = frozenset({"group_notes"})
OLD_DAYS = 14
"""From this age on a note is so many weeks old, no longer so many days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRow:
    """One note in the list, in words."""

    id: NoteId
    day: str
    age: str
    phase: str
    text: str
    signals: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """The whole note, for who cannot see it."""
        parts = (self.day, self.phase, self.text, listed(self.signals), self.age)
        return ". ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """What can help a group in the phase last suspected, with the signals of the newest note."""

    phase: str
    move: str
    question: str
    signals: tuple[str, ...]


class PhasesViewModel(QObject):
    """How the group is doing, as the teacher noted it.

    Args:
        session: the run of the app.
        texts: the folder of the texts about phases, one file for each language.

    Attributes:
        texts: what phases and signals are called, and what helps in each phase.
        draft: the note being written; None when none is.

    Signals:
        changed: the notes, the class or the note being written are other ones.
        failed: a sentence on what could not be done.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, session: Session, *, texts: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.texts = phase_texts(texts, session.settings.language)
        self._drafts = drafts_of(session)
        self._drafts.refused.connect(self._on_draft_refused)
        self.draft: Draft | None = None
        session.changed.connect(self._on_session_changed)
        session.class_changed.connect(self._on_class_changed)

    @property
    def class_name(self) -> str:
        """The class that the notes are on; empty when there is none."""
        return self._session.class_name

    @property
    def today(self) -> date:
        """The last day a note can be dated."""
        return self._session.today()

    @property
    def notes(self) -> tuple[NoteRow, ...]:
        """The notes on the class, newest first."""
        notes = self._notes()
        hunch = next((note.id for note in notes if note.phase), None)
        return tuple(self._row(note, is_hunch=note.id == hunch) for note in notes)

    @property
    def move(self) -> Move | None:
        """One move for the phase last suspected; None as long as no phase is."""
        notes = self._notes()
        phase = next((note.phase for note in notes if note.phase), None)
        if phase is None:
            return None
        text = self.texts.phases[phase]
        return Move(
            phase=text.name,
            move=text.move,
            question=text.question,
            signals=self._signal_words(notes[0]),
        )

    @property
    def suggestion(self) -> str:
        """The name of the phase that the ticked signals fit, unless it is chosen; else empty."""
        phase = suggested_phase(self.draft.signals) if self.draft else None
        if self.draft is None or phase is None or phase is self.draft.phase:
            return ""
        return self.texts.phases[phase].name

    @property
    def has_draft(self) -> bool:
        """Whether a new note was begun and put aside."""
        school_class = self._session.current_class
        return school_class is not None and self._drafts.begun(school_class) is not None

    def write(self) -> None:
        """Opens a new note, or the one that was put aside."""
        self._open(Draft(day=self._session.today()))

    def edit(self, note_id: NoteId) -> None:
        """Opens a note to mend it."""
        note = group_notes.group_note(self._session.vault, note_id)
        if note is not None:
            self._open(
                Draft(
                    note=note.id,
                    day=note.noted_on,
                    text=note.text,
                    phase=note.phase,
                    signals=note.signals,
                )
            )

    def go_on(self, draft: Draft) -> bool:
        """Opens a note as it was being written; False when the older note is gone."""
        note = draft.note
        if note is not None and group_notes.group_note(self._session.vault, note) is None:
            return False
        self.keep(draft)
        self.changed.emit()
        return True

    def keep(self, draft: Draft) -> None:
        """Remembers the note as it now is, without storing it."""
        self.draft = draft
        school_class = self._session.current_class
        if school_class is not None:
            self._drafts.change(school_class, draft)

    def put_aside(self) -> None:
        """Closes the note being written; what was written stays to go on with."""
        self.draft = None
        self.changed.emit()

    def save(self) -> bool:
        """Stores the note being written and closes it; tells in `failed` why it could not."""
        draft, school_class = self.draft, self._session.current_class
        if draft is None or school_class is None:
            return False
        try:
            if draft.note is None:
                self._session.do(
                    note_group,
                    class_id=school_class.id,
                    on=draft.day,
                    text=draft.text,
                    phase=draft.phase,
                    signals=draft.signals,
                )
            else:
                self._session.do(
                    edit_group_note,
                    note_id=draft.note,
                    on=draft.day,
                    text=draft.text,
                    phase=draft.phase,
                    signals=draft.signals,
                )
        except Trouble as trouble:
            self.failed.emit(trouble_words(trouble))
            return False
        self._drafts.drop(school_class, draft.note)
        self.put_aside()
        return True

    def remove(self, note_id: NoteId) -> None:
        """Removes a note; undo brings it back."""
        try:
            self._session.do(remove_group_note, note_id=note_id)
        except Trouble as trouble:
            self.failed.emit(trouble_words(trouble))

    def leave(self) -> None:
        """Keeps what is being written, because the page or the app closes."""
        trouble = self._drafts.keep()
        if trouble is not None:
            self._on_draft_refused(trouble)

    def _open(self, fresh: Draft) -> None:
        school_class = self._session.current_class
        begun = self._drafts.begun(school_class, fresh.note) if school_class else None
        self.draft = begun or fresh
        self.changed.emit()

    def _notes(self) -> tuple[GroupNote, ...]:
        school_class = self._session.current_class
        if school_class is None:
            return ()
        return group_notes.notes_on(self._session.vault, school_class.id)

    def _row(self, note: GroupNote, *, is_hunch: bool) -> NoteRow:
        phase = self.texts.phases[note.phase].name if note.phase else ""
        if is_hunch:
            phase = translate("Phases", "hunch: {phase}").format(phase=phase)
        return NoteRow(
            id=note.id,
            day=short_date(note.noted_on),
            age=age_words((self._session.today() - note.noted_on).days),
            phase=phase,
            text=note.text,
            signals=self._signal_words(note),
        )

    def _signal_words(self, note: GroupNote) -> tuple[str, ...]:
        return tuple(self.texts.signals[signal] for signal in note.signals)

    @Slot(object)
    def _on_draft_refused(self, trouble: Trouble) -> None:
        self.failed.emit(trouble_words(trouble))

    @Slot(frozenset)
    def _on_session_changed(self, tables: frozenset[str]) -> None:
        if not tables & WATCHED:
            return
        note = self.draft.note if self.draft else None
        if note and group_notes.group_note(self._session.vault, note) is None:
            self.draft = None
        self.changed.emit()

    @Slot()
    def _on_class_changed(self) -> None:
        self.draft = None
        self.changed.emit()


def age_words(days: int) -> str:
    """How old a note is: "from today", "2 days old", "3 weeks old"; empty for a day to come."""
    if days < 0:
        return ""
    if days == 0:
        return translate("Phases", "from today")
    if days < OLD_DAYS:
        return translate("Phases", "%n day(s) old", None, days)
    return translate("Phases", "%n week(s) old", None, days // 7)
