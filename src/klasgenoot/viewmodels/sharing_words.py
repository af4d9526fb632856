"""What do we call what leaves, what does it hold, and what stands on it? Words for all of that."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.exports import ExportKind, ExportRecord
from klasgenoot.exchange.outgoing.rows import Column
from klasgenoot.viewmodels.translation import to_translate
from klasgenoot.viewmodels.words import month_day

translate = QCoreApplication.translate

_NOT_IN_NAMES = '/\\:*?"<>|'
"""Signs that some computer does not take in the name of a file."""
_KINDS: Mapping[ExportKind, str] = {
    ExportKind.PHOTO_LIST: to_translate("Sharing", "Photo list"),
    ExportKind.NAME_TENTS: to_translate("Sharing", "Name tents"),
    ExportKind.SEAT_LABELS: to_translate("Sharing", "Seat labels"),
    ExportKind.PRACTICE_SHEET: to_translate("Sharing", "Practice sheet"),
    ExportKind.SEATING_PLAN: to_translate("Sharing", "Seating plan"),
    ExportKind.XLSX: to_translate("Sharing", "List for Excel"),
    ExportKind.CSV: to_translate("Sharing", "List as CSV"),
    ExportKind.VCARD: to_translate("Sharing", "Contact cards (vCard)"),
    ExportKind.DECK: to_translate("Sharing", "Cards for Anki"),
    ExportKind.CLASS_FILE: to_translate("Sharing", "Class for a colleague"),
    ExportKind.TALK_PLAN: to_translate("Sharing", "Talk round on paper"),
    ExportKind.TALK_CALENDAR: to_translate("Sharing", "Talk round for a calendar"),
    ExportKind.EVERYTHING: to_translate("Sharing", "Everything, as data"),
    ExportKind.PROMISES: to_translate("Sharing", "Promises for a calendar"),
}

_LIST_HOLDS = to_translate(
    "Sharing", "Names, student number, e-mail and class. No photos, no notes, no contacts."
)
_HOLDS: Mapping[ExportKind, str] = {
    ExportKind.PHOTO_LIST: to_translate("Sharing", "Names under faces, on as few pages as fit."),
    ExportKind.NAME_TENTS: to_translate(
        "Sharing",
        "A page for each student, folded lengthwise: the name can be read from both sides.",
    ),
    ExportKind.SEAT_LABELS: to_translate(
        "Sharing", "24 on a page of 70 by 37 mm: print on label paper, or cut them out."
    ),
    ExportKind.PRACTICE_SHEET: to_translate(
        "Sharing",
        "Faces with a line to write on. The names stand on a strip that you fold away."
        " Only students with a photo, in an order of chance.",
    ),
    ExportKind.SEATING_PLAN: to_translate(
        "Sharing", "The room on one page: faces and names where they sit."
    ),
    ExportKind.XLSX: _LIST_HOLDS,
    ExportKind.CSV: to_translate(
        "Sharing",
        "Names, student number, e-mail and class. No photos, no notes, no contacts. Excel drops"
        " zeros in front of a number when it opens this: take the list for Excel for that.",
    ),
    ExportKind.VCARD: to_translate(
        "Sharing", "Names, e-mail and class, for the address book of a phone. No notes."
    ),
    ExportKind.DECK: to_translate(
        "Sharing",
        "Faces and names, to practise on a phone with Anki. Only students with a photo."
        " On the phone they lie open.",
    ),
    ExportKind.CLASS_FILE: to_translate(
        "Sharing",
        "Names, student number and e-mail, in an encrypted file that another Klasgenoot opens"
        " with Import. Contacts, promises and what you practised stay with you.",
    ),
    ExportKind.TALK_PLAN: to_translate("Sharing", "Names by week, of the talks to come."),
    ExportKind.TALK_CALENDAR: to_translate(
        "Sharing", "The talks to come as appointments; first names only if you ticked them."
    ),
    ExportKind.EVERYTHING: to_translate(
        "Sharing",
        "All that is kept about all classes: notes, contacts and answers too. Programs can read it,"
        " and Import brings the classes, names and photos back.",
    ),
    ExportKind.PROMISES: to_translate(
        "Sharing",
        "A day for each promise that is not kept yet. Without names and words, unless you tick"
        " them: your calendar may go online.",
    ),
}
_LINES: Mapping[ExportKind, str] = {
    ExportKind.XLSX: to_translate("Sharing", "names, number and e-mail"),
    ExportKind.CSV: to_translate("Sharing", "the same, for any program"),
    ExportKind.VCARD: to_translate("Sharing", "for the address book of a phone"),
    ExportKind.DECK: to_translate("Sharing", "to practise on a phone"),
    ExportKind.CLASS_FILE: to_translate("Sharing", "encrypted, with its own passphrase"),
    ExportKind.EVERYTHING: to_translate("Sharing", "all classes, with all that is kept"),
}


def export_file_name(kind: ExportKind, *, class_name: str) -> str:
    """What a file is called until the teacher says otherwise: the class, never a student."""
    name = f"{class_name} {export_words(kind)}"
    clean = "".join(" " if sign in _NOT_IN_NAMES else sign for sign in name)
    return f"{' '.join(clean.split())}.{kind.ending}"


def export_words(kind: ExportKind) -> str:
    """What a kind of export is called."""
    return translate("Sharing", _KINDS[kind])


def holds_words(kind: ExportKind) -> str:
    """What it holds, in a sentence or two."""
    return translate("Sharing", _HOLDS[kind])


def line_words(kind: ExportKind) -> str:
    """What it is for, in a few words; empty for what can be seen."""
    return translate("Sharing", _LINES[kind]) if kind in _LINES else ""


def headers() -> dict[Column, str]:
    """The columns of a list, in words that our own importer knows too."""
    return {
        Column.STUDENT_NUMBER: translate("Sharing", "Student number"),
        Column.CALL_NAME: translate("Sharing", "Call name"),
        Column.GIVEN_NAME: translate("Sharing", "First name"),
        Column.INFIX: translate("Sharing", "Infix"),
        Column.FAMILY_NAME: translate("Sharing", "Last name"),
        Column.EMAIL: translate("Sharing", "E-mail"),
        Column.CLASS_NAME: translate("Sharing", "Class"),
    }


def record_words(record: ExportRecord) -> str:
    """A line of the log: "Photo list: CMV-1B, 28 students, with photos"."""
    what = export_words(record.kind)
    if record.class_name:
        what = translate("Sharing", "{what}: {class_name}").format(
            what=what, class_name=record.class_name
        )
    parts = [what, translate("Sharing", "%n student(s)", None, record.count)]
    if record.kind is not ExportKind.EVERYTHING and record.with_notes:
        parts.append(translate("Sharing", "with own notes"))
    if record.kind is ExportKind.PROMISES:
        parts[2:] = [translate("Sharing", "with names")] if record.with_notes else []
        return ", ".join(parts)
    parts.append(
        translate("Sharing", "with photos")
        if record.with_photos
        else translate("Sharing", "without photos")
    )
    return ", ".join(parts)


def record_day(record: ExportRecord) -> str:
    """When it left: "29 October 2026"."""
    return f"{month_day(record.made_on)} {record.made_on.year}"


@dataclass(frozen=True, slots=True)
class PaperTexts:
    """What stands on a paper besides names; `title` is what programs call the file."""

    title: str
    class_name: str
    subtitle: str
    foot: str
    fold: str
    board: str


def paper_texts(kind: ExportKind, *, class_name: str, count: int, today: date) -> PaperTexts:
    """What stands on a paper of so many students."""
    is_folded_back = kind is ExportKind.PRACTICE_SHEET
    return PaperTexts(
        title=export_words(kind),
        class_name=class_name,
        subtitle=translate("Sharing", "{students} · {day}").format(
            students=translate("Sharing", "%n student(s)", None, count),
            day=f"{month_day(today)} {today.year}",
        ),
        foot=translate("Sharing", "page {page} of {pages}"),
        fold=translate("Sharing", "fold this strip to the back")
        if is_folded_back
        else translate("Sharing", "fold here"),
        board=translate("Seating", "Board"),
    )


def no_decks_words() -> str:
    """Why no cards for Anki can be made here."""
    return translate(
        "Sharing",
        "For this Klasgenoot needs genanki, which was not installed with it:"
        " pip install klasgenoot[decks].",
    )


def no_seats_words() -> str:
    """Why there is no seating plan to give out."""
    return translate(
        "Sharing", "Nobody of this class has a seat yet. The page Seating is for that."
    )
