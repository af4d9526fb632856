"""The note on the group that is being written: it outlives leaving the page, and a crash."""

import json
from dataclasses import dataclass
from datetime import date

from klasgenoot.domain.erasing import places_of
from klasgenoot.domain.groups import NoteId, Phase, Signal
from klasgenoot.domain.people import SchoolClass
from klasgenoot.store import drafts
from klasgenoot.viewmodels.begun_text import BegunText
from klasgenoot.viewmodels.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A note as it is being written; `note` is the one being mended, None for a new one."""

    day: date
    note: NoteId | None = None
    text: str = ""
    phase: Phase | None = None
    signals: tuple[Signal, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing in it to keep."""
        return not (self.text.strip() or self.phase or self.signals)


class NoteDrafts(BegunText):
    """The begun notes of a run. New notes are kept in the vault as well, one for each class."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._begun: dict[tuple[str, NoteId | None], Draft] = {}
        self._changed: set[str] = set()

    def begun(self, school_class: SchoolClass, note: NoteId | None = None) -> Draft | None:
        """What was written so far on a class, in a new note or in an old one."""
        place = _place(school_class)
        if note is None and (place, None) not in self._begun and place not in self._changed:
            text = drafts.stored_draft(self._session.vault, of=place)
            if text:
                self._begun[place, None] = draft_of(text)
        return self._begun.get((place, note))

    def change(self, school_class: SchoolClass, draft: Draft) -> None:
        """Remembers a note as it now is; an empty one is forgotten."""
        if draft.is_blank:
            self.drop(school_class, draft.note)
            return
        place = _place(school_class)
        self._begun[place, draft.note] = draft
        if draft.note is None:
            self._keep_soon(place)

    def drop(self, school_class: SchoolClass, note: NoteId | None) -> None:
        """Forgets what was written: it was stored, or taken away."""
        place = _place(school_class)
        if self._begun.pop((place, note), None) and note is None:
            self._keep_soon(place)

    def _store(self) -> None:
        for place in sorted(self._changed):
            draft = self._begun.get((place, None))
            text = text_of(draft) if draft else ""
            drafts.save_draft(self._session.vault, of=place, text=text)
            self._changed.discard(place)

    def forget(self, words: frozenset[str]) -> None:
        """Lets go of what speaks of somebody by one of these folded words."""
        telling = [each for each, draft in self._begun.items() if places_of(words, draft.text)]
        for place, note in telling:
            del self._begun[place, note]
            if note is None:
                self._changed.add(place)
        self.keep()

    def _keep_soon(self, place: str) -> None:
        self._changed.add(place)
        if not self._pause.isActive():
            self._keep_after_pause()


def drafts_of(session: Session) -> NoteDrafts:
    """The begun notes of a run."""
    known = session.findChild(NoteDrafts)
    return known if isinstance(known, NoteDrafts) else NoteDrafts(session)


def _place(school_class: SchoolClass) -> str:
    # the name too, because the number of a removed class may come back
    return f"note:{school_class.id}:{school_class.name}"


def text_of(draft: Draft) -> str:
    """A note as it is being written, as one text; which note it is goes apart."""
    parts = (draft.day.isoformat(), draft.text, draft.phase, draft.signals)
    return json.dumps(parts, ensure_ascii=False)


def draft_of(text: str, *, note: NoteId | None = None) -> Draft:
    """The inverse of `text_of`."""
    day, words, phase, signals = json.loads(text)
    return Draft(
        note=note,
        day=date.fromisoformat(day),
        text=words,
        phase=Phase(phase) if phase else None,
        signals=tuple(Signal(signal) for signal in signals),
    )
