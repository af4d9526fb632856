"""What can the teacher set? One frozen value with a default for everything."""

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any


class Language(StrEnum):
    """The languages on screen."""

    DUTCH = "nl"
    ENGLISH = "en"


class Theme(StrEnum):
    """The looks on offer; SYSTEM follows the computer."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "contrast"


class StudentsView(StrEnum):
    """How the Students page shows a class."""

    PHOTOS = "photos"
    LIST = "list"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything the teacher can set, with its default."""

    language: Language = Language.DUTCH
    theme: Theme = Theme.SYSTEM
    current_class: int = 0
    students_view: StudentsView = StudentsView.LIST
    names_shown: bool = True
    target_days: int = 21
    text_percent: int = 100


def from_texts(texts: dict[str, str]) -> Settings:
    """Settings from stored texts; a value that is not understood falls back to the default."""
    known: dict[str, Any] = {}
    defaults = Settings()
    for field in fields(Settings):
        text = texts.get(field.name)
        default = getattr(defaults, field.name)
        if text is None:
            continue
        try:
            known[field.name] = text == "true" if isinstance(default, bool) else type(default)(text)
        except ValueError:
            continue
    return replace(defaults, **known)


def as_text(value: object) -> str:
    """One setting as stored text: the inverse of `from_texts`."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
