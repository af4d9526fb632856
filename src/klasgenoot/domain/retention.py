"""How long is what kept? Terms that begin when a class ends; nothing goes by itself.

What is overdue is shown to the teacher, who removes it or keeps it longer. All days are counted
from what stands in the data, so that only today comes from a clock (see `domain.clock_doubt`).
"""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from klasgenoot.domain.people import ClassId, StudentId

NEW_YEAR = 8
"""From August on a first lesson belongs to the school year that ends the next summer."""
MONTHS = (0, 1, 3, 6, 12, 24)
"""The terms on offer, in months after the end of the class."""


class Keeping(StrEnum):
    """What has a term of its own. The order is that on screen."""

    REMINDERS = "reminders"
    """Contacts that the teacher keeps as a reminder for themselves."""
    CONTACTS = "contacts"
    PROMISES = "promises"
    GROUP_NOTES = "group_notes"
    ANSWERS = "answers"
    """What practice knows: answers, and how well a name is known."""
    PHOTOS = "photos"
    TRANSFERS = "transfers"
    """What the study coach was told."""
    TOLD = "told"
    """What a student told, who coaches them, and the answers of the monthly round."""
    PLANNED = "planned"
    """When somebody was put off or not there, and their talks in a round."""


Terms = Mapping[Keeping, int]
"""Months after the end of the class."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One thing that is kept, as far as its term goes.

    Attributes:
        keeping: of which kind it is.
        number: of its row; for answers and photos that of the student.
        made_on: its own day; None for a photo.
        ends_on: the last day of the last class it belongs to.
        keep_until: until which day the teacher said to keep it, if they did.
        student_ids: whom it is about; nobody for a group note.
        class_id: which class that is; of a student the one that ends last.
        text: its words, if it has any.
        count: how many rows it stands for.
    """

    keeping: Keeping
    number: int
    made_on: date | None
    ends_on: date
    keep_until: date | None = None
    student_ids: tuple[StudentId, ...] = ()
    class_id: ClassId
    text: str = ""
    count: int = 1


def end_of_school_year(day: date) -> date:
    """The last day of the school year that a day belongs to: 31 August.

    A day in August belongs to the year that is about to begin: introductions are held then.
    """
    return date(day.year + (day.month >= NEW_YEAR), 8, 31)


def class_end(
    *, ends_on: date | None, first_lesson: date | None, earliest: date | None
) -> date | None:
    """The last day of a class: the one the teacher set, else that of its school year.

    Args:
        ends_on: what the teacher set.
        first_lesson: when it began, if that is known.
        earliest: the first day that anything in it is about; None for an empty class.
    """
    if ends_on is not None:
        return ends_on
    begun = first_lesson or earliest
    return end_of_school_year(begun) if begun else None


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month when it is shorter."""
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def due_on(held: Held, *, terms: Terms) -> date:
    """The first day on which something may be looked at to go.

    The term runs from the end of the class, and never from before the thing itself was written: who
    goes on with a class after its end loses nothing of that.
    """
    begins = max(held.ends_on, held.made_on or held.ends_on)
    due = months_after(begins, terms[held.keeping])
    return max(due, held.keep_until or due)


def overdue(things: Iterable[Held], *, terms: Terms, today: date) -> tuple[Held, ...]:
    """What is past its term, by kind, then the oldest first."""
    order = list(Keeping)
    past = [each for each in things if due_on(each, terms=terms) < today]
    return tuple(
        sorted(past, key=lambda each: (order.index(each.keeping), each.made_on or each.ends_on))
    )
