"""What a teacher does when a student tells what helps them, or the two have something in common."""

from datetime import date

from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.own_words import LONGEST_WORDS, OwnWords
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.texts import fitting
from klasgenoot.operations.desk import deed
from klasgenoot.operations.students import known_student
from klasgenoot.store import own_words
from klasgenoot.store.database import Vault


@deed(Deed.KEEP_OWN_WORDS)
def keep_own_words(
    vault: Vault, *, student_id: StudentId, text: str, told_on: date, may_share: bool = False
) -> None:
    """Keeps what helps a student, as they said it; an empty text lets go of it.

    Raises:
        TooLarge: it is longer than a few sentences.
        Unknown: the student is not there.
    """
    known_student(vault, student_id)
    text = fitting(text, most=LONGEST_WORDS)
    if text:
        said = OwnWords(student_id=student_id, text=text, told_on=told_on, may_share=may_share)
        own_words.set_own_words(vault, said)
    else:
        own_words.forget_own_words(vault, student_id)


@deed(Deed.NOTE_IN_COMMON)
def note_in_common(vault: Vault, *, student_id: StudentId, text: str) -> None:
    """Notes what teacher and student have in common; an empty text lets go of it.

    Raises:
        TooLarge: it is longer than a few sentences.
        Unknown: the student is not there.
    """
    known_student(vault, student_id)
    own_words.set_common_ground(vault, student_id, fitting(text, most=LONGEST_WORDS))
