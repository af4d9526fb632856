"""What stands in the columns of a list that leaves? The same for every kind of list."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from klasgenoot.domain.exports import Leaving


class Column(StrEnum):
    """A column of a list, by the attribute of `Leaving` that stands in it."""

    STUDENT_NUMBER = "student_number"
    CALL_NAME = "call_name"
    GIVEN_NAME = "given_name"
    INFIX = "infix"
    FAMILY_NAME = "family_name"
    EMAIL = "email"
    CLASS_NAME = "class_name"


Headers = Mapping[Column, str]
"""What each column is called, in words that our own importer knows."""


def rows_of(people: Sequence[Leaving], *, headers: Headers) -> list[list[str]]:
    """The header and a row for each student."""
    rows = [[getattr(person, column.value) for column in Column] for person in people]
    return [[headers[column] for column in Column], *rows]
