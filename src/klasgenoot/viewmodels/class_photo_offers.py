"""Whom may a name mean that is typed at a frame on a class photo?"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.names import fold, split_whole_name, tidy
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.domain.who import SHORTEST_PREFIX, NameBook

translate = QCoreApplication.translate

MOST_OFFERED = 6
"""So many names are offered at a time."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Somebody whom the typed name may mean. `is_new`: they would be added to the class."""

    student: Student
    is_new: bool

    @property
    def words(self) -> str:
        """As it is offered."""
        name = self.student.full_name
        if self.is_new:
            return translate("ClassPhoto", "New: {name}").format(name=name)
        if self.student.photo is not None:
            return translate("ClassPhoto", "{name} (keeps their photo)").format(name=name)
        return name


def offers_of(
    typed: str, waiting: Sequence[Student], *, with_photo: Sequence[Student]
) -> tuple[Offer, ...]:
    """The likeliest first; somebody new comes last.

    Args:
        typed: what is typed so far.
        waiting: who has no photo yet, in order.
        with_photo: who has one; after the others of the same likelihood.
    """
    everybody = (*waiting, *with_photo)
    if not tidy(typed):
        return tuple(Offer(student, is_new=False) for student in everybody[:MOST_OFFERED])
    book, by_id = NameBook(everybody), {student.id: student for student in everybody}
    fits = book.fits(typed)
    ids = sorted(fits, key=lambda one: fits[one], reverse=True)
    ids += [one for one in book.with_family(typed) if one not in ids]
    start = fold(typed)
    ids += [
        student.id
        for student in everybody
        if student.id not in ids
        and any(fold(name).startswith(start) for name in (student.name, student.family_name))
    ]
    found = [Offer(by_id[one], is_new=False) for one in ids[:MOST_OFFERED]]
    if len(start) < SHORTEST_PREFIX or not start.isalpha():
        return tuple(found)  # nobody is called one letter
    given, infix, family = split_whole_name(tidy(typed))
    new = Student(id=StudentId(0), given_name=given, infix=infix, family_name=family)
    return (*found, Offer(new, is_new=True))
