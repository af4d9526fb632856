"""Who of the class is shown, and in which order? Filters, sorts, and finding by name."""

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.memory import Level
from klasgenoot.domain.names import fold, fold_words
from klasgenoot.domain.people import Student
from klasgenoot.domain.rights import PhotoAnswer
from klasgenoot.viewmodels.student_rows import StudentRow

translate = QCoreApplication.translate


class Filter(StrEnum):
    """Which students are shown."""

    ALL = "all"
    TURN = "turn"
    UNSPOKEN = "unspoken"
    """Whose name is known and who was never spoken with."""
    PROMISE = "promise"
    NO_PHOTO = "no_photo"
    """Who would rather have no photo."""
    UNASKED = "unasked"
    """Whose answer on photos is not known, in a class where others gave one."""


class Sort(StrEnum):
    """In which order: whose turn it is, or by a name; the family name without its infix."""

    LAST_SEEN = "last_seen"
    FAMILY_NAME = "family_name"
    CALL_NAME = "call_name"


def lets_through(chosen: Filter, row: StudentRow) -> bool:
    """Whether a filter shows a student."""
    if chosen is Filter.TURN:
        return row.turn.is_turn
    if chosen is Filter.UNSPOKEN:
        return row.level is Level.KNOWN and row.turn.last_contact is None
    if chosen is Filter.NO_PHOTO:
        return row.photo_answer is PhotoAnswer.NO
    if chosen is Filter.UNASKED:
        return row.class_was_asked and row.photo_answer is PhotoAnswer.UNKNOWN
    return chosen is Filter.ALL or row.turn.promise is not None


def filter_words(chosen: Filter, *, count: int) -> str:
    """What a filter is called, with how many it shows."""
    words = {
        Filter.ALL: translate("Students", "All {count}"),
        Filter.TURN: translate("Students", "Their turn {count}"),
        Filter.UNSPOKEN: translate("Students", "Known, never spoken with {count}"),
        Filter.PROMISE: translate("Students", "With a promise {count}"),
        Filter.NO_PHOTO: translate("Students", "Rather no photo {count}"),
        Filter.UNASKED: translate("Students", "Photo not asked {count}"),
    }
    return words[chosen].format(count=count)


def nobody_words(chosen: Filter) -> str:
    """What is said when a filter shows nobody."""
    return {
        Filter.ALL: "",
        Filter.TURN: translate("Students", "It is nobody's turn. Good."),
        Filter.UNSPOKEN: translate("Students", "Nobody without contact. Good."),
        Filter.PROMISE: translate("Students", "No open promises."),
        Filter.NO_PHOTO: translate("Students", "Nobody said so."),
        Filter.UNASKED: translate("Students", "Everybody was asked. Good."),
    }[chosen]


def found(rows: Iterable[StudentRow], query: str) -> list[StudentRow]:
    """Who has in their name what was typed; accents, capitals and infixes do not count."""
    words = fold_words(query).split()
    return [row for row in rows if not words or _is_called(row.student, words)]


def in_order(rows: Iterable[StudentRow], sort: Sort) -> list[StudentRow]:
    """The rows, which come in the order of whose turn it is, in another order."""
    if sort is Sort.FAMILY_NAME:
        return sorted(rows, key=lambda row: (row.student.sort_key, row.key))
    if sort is Sort.CALL_NAME:
        return sorted(rows, key=lambda row: (fold(row.name), row.student.sort_key, row.key))
    return list(rows)


def _is_called(student: Student, words: list[str]) -> bool:
    """Whether every word begins a part of the name, or all words run on begin a part of it."""
    parts = (student.call_name, student.given_name, student.infix, student.family_name)
    name = fold_words(" ".join(parts)).split()
    if all(any(part.startswith(word) for part in name) for word in words):
        return True
    typed = "".join(words)
    family = fold(student.family_name)
    whole = (
        fold(student.full_name),
        fold(student.name) + family,
        fold(student.infix) + family,
        family,
    )
    return any(each.startswith(typed) for each in whole)
