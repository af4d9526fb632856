"""What is what is kept made of? Sections, entries and lines, and days in full."""

from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale

from klasgenoot.operations.access import KeptFile, Row


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is kept: what it is, what it says, and (if somebody wrote it) its place."""

    label: str
    text: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """Lines that belong together, with a title or without."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of what is kept, with a sentence on it where it needs one."""

    title: str
    note: str
    entries: tuple[Entry, ...]


def written_line(kept: KeptFile, table: str, row: Row, column: str, *, label: str = "") -> Line:
    """A line that somebody wrote: words of it can be covered."""
    return Line(label, row[column] or "", kept.place_of(table, row, column))


def day_words(text: str | None) -> str:
    """A stored day as in "29 oktober 2026"; empty when there is none."""
    if not text:
        return ""
    day = date.fromisoformat(text)
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")


def moment_words(text: str) -> str:
    """A stored moment as in "29 oktober 2026, 10:02"."""
    moment = datetime.fromisoformat(text)
    return f"{day_words(moment.date().isoformat())}, {moment:%H:%M}"
