"""What helps to find a name? A ladder of hints, the one that says least first."""

from enum import StrEnum

from klasgenoot.domain.people import Student


class Hint(StrEnum):
    """One rung. Whoever needs one has not recalled the name alone."""

    MNEMONIC = "mnemonic"
    """What the teacher remembers the name by (Morris, Fritz, Jackson, Nichol & Roberts 2005)."""
    FIRST_LETTER = "first_letter"
    SEAT = "seat"
    """Where they sit: the way to a name in the room itself, and so the last of the three."""


def ladder(student: Student, *, has_seat: bool = False) -> tuple[Hint, ...]:
    """The hints there are for a student, in the order in which they are given.

    Args:
        student: who is asked.
        has_seat: whether it is known where they sit, and that is not what is asked.
    """
    first = (Hint.MNEMONIC,) if student.mnemonic else ()
    return (*first, Hint.FIRST_LETTER, *((Hint.SEAT,) if has_seat else ()))
