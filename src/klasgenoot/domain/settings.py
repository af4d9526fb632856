"""What can the teacher set? One frozen value with a default for everything."""

from contextlib import suppress
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

_BOOLEANS = {"true": True, "false": False}


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


class Role(StrEnum):
    """What the teacher is to these students: it decides on fields, and on how long things stay."""

    SUBJECT_TEACHER = "subject_teacher"
    STUDY_COACH = "study_coach"


class StudentsView(StrEnum):
    """How the Students page shows a class."""

    PHOTOS = "photos"
    LIST = "list"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything the teacher can set, with its default."""

    language: Language = Language.DUTCH
    theme: Theme = Theme.SYSTEM
    role: Role = Role.STUDY_COACH
    current_class: int = 0
    students_view: StudentsView = StudentsView.LIST
    names_shown: bool = True
    practice_minutes: int = 6
    practice_worked_out: bool = False
    practise_together: bool = True
    target_days: int = 21
    talks_a_week: int = 0
    text_percent: int = 100
    lock_minutes: int = 5
    phrase_asked: bool = False
    keychain: bool = False
    keep_reminders: int = 1
    keep_contacts: int = 12
    keep_promises: int = 12
    keep_group_notes: int = 12
    keep_answers: int = 1
    keep_photos: int = 1
    keep_transfers: int = 12
    keep_told: int = 1
    keep_planned: int = 1
    log_templates: str = ""
    """The teacher's own sentences for the quick log, one on a line; empty: those it came with."""


_SHORTER = {
    "keep_contacts": 3,
    "keep_promises": 3,
    "keep_group_notes": 3,
    "keep_transfers": 3,
}
"""How many months a subject teacher keeps what a study coach needs for longer."""


def terms_for(role: Role) -> dict[str, int]:
    """The terms that go with a role, by the name of their setting: those that differ between roles.

    What the teacher sets by hand afterwards outranks them.
    """
    if role is Role.SUBJECT_TEACHER:
        return dict(_SHORTER)
    usual = Settings()
    return {name: getattr(usual, name) for name in _SHORTER}


def from_texts(texts: dict[str, str]) -> Settings:
    """Settings from stored texts; a value that is not understood falls back to the default."""
    known: dict[str, Any] = {}
    defaults = Settings()
    for field in fields(Settings):
        text = texts.get(field.name)
        default = getattr(defaults, field.name)
        read = _BOOLEANS.__getitem__ if isinstance(default, bool) else type(default)
        if text is not None:
            with suppress(ValueError, KeyError):
                known[field.name] = read(text)
    return replace(defaults, **known)


def as_text(value: object) -> str:
    """One setting as stored text: the inverse of `from_texts`."""
    return str(value).lower() if isinstance(value, bool) else str(value)
