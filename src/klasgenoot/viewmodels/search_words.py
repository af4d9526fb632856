"""What do we call what was found? A word and an icon for each table that is searched."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.contact import ContactKind
from klasgenoot.viewmodels.translation import to_translate
from klasgenoot.viewmodels.words import kind_words, short_date

translate = QCoreApplication.translate

FILTERS: dict[str, frozenset[str]] = {
    "contacts": frozenset({"contacts", "corrections"}),
    "promises": frozenset({"promises"}),
    "group_notes": frozenset({"group_notes"}),
    "said": frozenset({"own_views", "own_words", "consents"}),
    "notes": frozenset(
        {"students", "mnemonics", "common_ground", "snoozes", "transfers", "needs_asked"}
    ),
}
"""What one can look in alone, and which tables that is; in the order of the filters."""

_FILTER_WORDS = {
    "contacts": to_translate("Search", "Contacts"),
    "promises": to_translate("Search", "Promises"),
    "group_notes": to_translate("Search", "Group notes"),
    "said": to_translate("Search", "What students say"),
    "notes": to_translate("Search", "Own notes"),
}
_TEXTS: dict[str, tuple[str, str]] = {
    "contacts": (to_translate("Search", "contact"), "message-circle"),
    "promises": (to_translate("Search", "promise"), "handshake"),
    "group_notes": (to_translate("Search", "group note"), "activity"),
    "own_views": (to_translate("Search", "what the student says"), "quote"),
    "own_words": (to_translate("Search", "what helps, in own words"), "quote"),
    "consents": (to_translate("Search", "may the study coach know this"), "quote"),
    "students": (to_translate("Search", "own note"), "notebook-pen"),
    "common_ground": (to_translate("Search", "in common with you"), "notebook-pen"),
    "snoozes": (to_translate("Search", "put off"), "bell-off"),
    "transfers": (to_translate("Search", "transfer"), "arrow-left-right"),
    "mnemonics": (to_translate("Search", "mnemonic"), "lightbulb"),
    "corrections": (to_translate("Search", "earlier wording"), "rotate-ccw"),
    "needs_asked": (
        to_translate("Search", "what you did with the answers"),
        "message-circle-question-mark",
    ),
}
"""What one text is called, and what stands before it."""
_CONTACT_ICONS = {
    ContactKind.TALK: "messages-square",
    ContactKind.BRIEF: "message-circle",
    ContactKind.MAIL: "mail",
    ContactKind.PHONE: "phone",
    ContactKind.NOTICED: "eye",
}


def filter_words(key: str) -> str:
    """What a filter is called."""
    return translate("Search", _FILTER_WORDS[key])


def text_words(table: str, kind: ContactKind | None) -> str:
    """What one text is called."""
    return kind_words(kind) if kind else translate("Search", _TEXTS[table][0])


def text_icon(table: str, kind: ContactKind | None) -> str:
    """What stands before one text."""
    return _CONTACT_ICONS[kind] if kind else _TEXTS[table][1]


def day_words(table: str, day: date | None, *, today: date) -> str:
    """When it was, or is due, with the year if that is another one."""
    if day is None:
        return ""
    words = short_date(day) if day.year == today.year else f"{short_date(day)} {day.year}"
    return translate("Search", "due {day}").format(day=words) if table == "promises" else words
