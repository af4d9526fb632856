"""Everybody in a class, and what they are called in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from klasgenoot.domain.calling import told_apart
from klasgenoot.domain.people import Student, StudentId


@dataclass(frozen=True, kw_only=True)
class Classmates:
    """Everybody in a class, by id."""

    students: Mapping[StudentId, Student]

    @cached_property
    def called(self) -> Mapping[StudentId, str]:
        """What everybody is called, so that no two in the class are called the same."""
        return told_apart(self.students.values())
