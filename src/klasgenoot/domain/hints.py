"""What helps to find a name? A ladder of hints, the one that says least first."""

from enum import StrEnum

from klasgenoot.domain.people import Student


class Hint(StrEnum):
    """One rung. Whoever needs one has not recalled the name alone."""

    MNEMONIC = "mnemonic"
    """What the teacher remembers the name by (Morris, Fritz, Jackson, Nichol & Roberts 2005)."""
    FIRST_LETTER = "first_letter"


def ladder(student: Student) -> tuple[Hint, ...]:
    """The hints there are for a student, in the order in which they are given."""
    return (Hint.MNEMONIC, Hint.FIRST_LETTER) if student.mnemonic else (Hint.FIRST_LETTER,)
