"""What do we call what was found? A word and an icon for each table that is searched."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.contact import ContactKind
from klasgenoot.viewmodels.translation import to_translate
from klasgenoot.viewmodels.words import kind_words, short_date

translate = QCoreApplication.translate

_KINDS: dict[str, tuple[str, str]] = {
    "contacts": (to_translate("Search", "Contacts"), to_translate("Search", "contact")),
    "promises": (to_translate("Search", "Promises"), to_translate("Search", "promise")),
    "group_notes": (to_translate("Search", "Group notes"), to_translate("Search", "group note")),
    "own_views": (
        to_translate("Search", "What students say"),
        to_translate("Search", "what the student says"),
    ),
    "students": (to_translate("Search", "Own notes"), to_translate("Search", "own note")),
}
"""Several of them, for a filter, and one; in the order of the filters."""

FILTERS = tuple(_KINDS)
"""The tables one can look in alone."""

_ICONS = {
    "promises": "handshake",
    "group_notes": "activity",
    "own_views": "quote",
    "students": "notebook-pen",
}
_CONTACT_ICONS = {
    ContactKind.TALK: "messages-square",
    ContactKind.BRIEF: "message-circle",
    ContactKind.MAIL: "mail",
    ContactKind.PHONE: "phone",
    ContactKind.NOTICED: "eye",
}


def filter_words(table: str) -> str:
    """What a filter on one table is called."""
    return translate("Search", _KINDS[table][0])


def text_words(table: str, kind: ContactKind | None) -> str:
    """What one text is called."""
    return kind_words(kind) if kind else translate("Search", _KINDS[table][1])


def text_icon(table: str, kind: ContactKind | None) -> str:
    """What stands before one text."""
    return _CONTACT_ICONS[kind] if kind else _ICONS.get(table, "file-text")


def day_words(table: str, day: date | None, *, today: date) -> str:
    """When it was, or is due, with the year if that is another one."""
    if day is None:
        return ""
    words = short_date(day) if day.year == today.year else f"{short_date(day)} {day.year}"
    return translate("Search", "due {day}").format(day=words) if table == "promises" else words
