"""What can leave the data, as what, and about whom? The kinds of export, and the log of them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from klasgenoot.domain.people import Named, StudentId
from klasgenoot.domain.seating import Room, Seat

ExportId = NewType("ExportId", int)


class ExportKind(StrEnum):
    """What a class can be given out as."""

    PHOTO_LIST = "photo_list"
    NAME_TENTS = "name_tents"
    SEAT_LABELS = "seat_labels"
    PRACTICE_SHEET = "practice_sheet"
    SEATING_PLAN = "seating_plan"
    CSV = "csv"
    XLSX = "xlsx"
    VCARD = "vcard"
    DECK = "deck"
    """Cards to practise with on a phone (.apkg)."""
    CLASS_FILE = "class_file"
    """A class for a colleague: encrypted, with a passphrase of its own."""
    TALK_PLAN = "talk_plan"
    """The plan of a round of talks, on paper."""
    TALK_CALENDAR = "talk_calendar"
    """The same for a calendar."""
    EVERYTHING = "everything"
    """All that is kept, as JSON."""
    PROMISES = "promises"
    """What was promised, for a calendar (.ics); begun on its own page."""

    @property
    def ending(self) -> str:
        """How the name of its file ends, without the dot."""
        return _ENDINGS.get(self, "pdf")


_ENDINGS = {
    ExportKind.CSV: "csv",
    ExportKind.XLSX: "xlsx",
    ExportKind.VCARD: "vcf",
    ExportKind.DECK: "apkg",
    ExportKind.CLASS_FILE: "klasgenoot",
    ExportKind.TALK_CALENDAR: "ics",
    ExportKind.EVERYTHING: "json",
    ExportKind.PROMISES: "ics",
}

PAPERS = frozenset(
    {
        ExportKind.PHOTO_LIST,
        ExportKind.NAME_TENTS,
        ExportKind.SEAT_LABELS,
        ExportKind.PRACTICE_SHEET,
        ExportKind.SEATING_PLAN,
    }
)
"""What is printed."""

PHOTOS_POSSIBLE = (PAPERS | {ExportKind.VCARD, ExportKind.CLASS_FILE, ExportKind.EVERYTHING}) - {
    ExportKind.PRACTICE_SHEET
}
"""Where the teacher says whether photos come along."""

PHOTOS_ALWAYS = frozenset({ExportKind.PRACTICE_SHEET, ExportKind.DECK})
"""What is about faces."""

NOTES_POSSIBLE = frozenset({ExportKind.CLASS_FILE})
"""Where own notes on students come along if the teacher ticks them."""

ELSEWHERE = frozenset({ExportKind.TALK_PLAN, ExportKind.TALK_CALENDAR, ExportKind.PROMISES})
"""What is begun on a page of its own, and not where a class is given out."""

WHOLE = frozenset({ExportKind.EVERYTHING})
"""What is never about a choice of students."""

SEALED = frozenset({ExportKind.CLASS_FILE})
"""What is encrypted when it leaves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving(Named):
    """One student as they leave: what stands here and nothing else.

    Attributes:
        note: the teacher's own note; empty unless it was ticked.
        picture: the portrait as a JPEG without metadata; empty without photo.
        room: the room they sit in, and
        seat: where in it; only where that is what is printed.
    """

    given_name: str
    call_name: str = ""
    infix: str = ""
    family_name: str = ""
    student_number: str = ""
    email: str = ""
    class_name: str = ""
    note: str = ""
    picture: bytes = b""
    room: Room | None = None
    seat: Seat | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRecord:
    """One line of the export log.

    Attributes:
        made_on: the day.
        class_name: of which class; empty for all of them, or one that is no longer there.
        students: who was in it and is still known.
        count: how many there were.
    """

    id: ExportId
    made_on: date
    kind: ExportKind
    class_name: str
    students: tuple[StudentId, ...]
    count: int
    with_photos: bool
    with_notes: bool
