"""The sentences on the number keys: those Klasgenoot came with, or the teacher's own."""

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.contact import LONGEST_TEXT
from klasgenoot.domain.settings import Settings

translate = QCoreApplication.translate

MOST_TEMPLATES = 9
"""As many as there are number keys."""
GAP = "\u2026"
"""Stands at the end of a template of which the rest is still to be typed."""


def first_templates() -> tuple[str, ...]:
    """The sentences there are as long as the teacher has none of their own."""
    return (
        translate("QuickLog", "spoke briefly, going well"),
        translate("QuickLog", "question about planning"),
        translate("QuickLog", "noticed: \u2026"),
        translate("QuickLog", "gave a compliment"),
        translate("QuickLog", "asked how things are"),
    )


def templates_in(settings: Settings) -> tuple[str, ...]:
    """The sentences on the number keys, from 1 on."""
    return _lines(settings.log_templates) or first_templates()


def as_setting(text: str) -> str:
    """What was typed, one sentence on a line, as it is kept: empty when it is what it came with."""
    lines = _lines(text)
    return "" if lines == first_templates() else "\n".join(lines)


def begun(template: str) -> str:
    """A template as it is written: without the gap at its end, which is for the teacher."""
    return template.removesuffix(GAP)


def _lines(text: str) -> tuple[str, ...]:
    # a semicolon would begin another log line in the middle of the sentence
    lines = (
        " ".join(line.replace(";", ",").replace("...", GAP).split())[:LONGEST_TEXT]
        for line in text.splitlines()
    )
    return tuple(line for line in lines if line)[:MOST_TEMPLATES]
