"""What a teacher does about who was not there: say so in the log, or take it back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.errors import Missing, Unknown
from klasgenoot.domain.people import ClassId, StudentId
from klasgenoot.domain.quicklog_reading import Entry
from klasgenoot.operations.desk import deed
from klasgenoot.operations.students import known_student
from klasgenoot.store import absences
from klasgenoot.store.database import Vault
from klasgenoot.store.students import classes_of


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceDraft:
    """Who was not there on a day."""

    student_ids: tuple[StudentId, ...]
    missed_on: date


def absences_of(entry: Entry) -> tuple[AbsenceDraft, ...]:
    """What the quick log read about who was not there."""
    if not entry.absent:
        return ()
    return (AbsenceDraft(student_ids=entry.student_ids, missed_on=entry.happened_on),)


@deed(Deed.NOTE_ABSENT)
def note_absent(
    vault: Vault, *, drafts: Sequence[AbsenceDraft], class_id: ClassId | None = None
) -> None:
    """Keeps who was not there.

    Raises:
        Missing: a draft names nobody.
        Unknown: a student is not there.
    """
    keep_absences(vault, drafts=drafts, class_id=class_id)


@deed(Deed.REMOVE_ABSENCE)
def remove_absence(vault: Vault, *, class_id: ClassId, student_id: StudentId, on: date) -> None:
    """Says that a student was there after all.

    Raises:
        Unknown: it was not noted that they were away.
    """
    if student_id not in absences.absent_in(vault, class_id).get(on, ()):
        raise Unknown("absence", str(student_id))
    absences.remove_absence(vault, class_id=class_id, student_id=student_id, on=on)


def keep_absences(
    vault: Vault, *, drafts: Sequence[AbsenceDraft], class_id: ClassId | None
) -> None:
    """Keeps who was not there, as part of a deed.

    Args:
        vault: where it is kept.
        drafts: who and when.
        class_id: the class at hand; who is not in it was missed in a class of their own.
    """
    for draft in drafts:
        if not draft.student_ids:
            raise Missing("student")
        by_class: dict[ClassId, list[StudentId]] = {}
        for student_id in draft.student_ids:
            known_student(vault, student_id)
            classes = classes_of(vault, student_id)
            missed = class_id if class_id in classes else next(iter(classes), None)
            if missed is None:
                raise Unknown("class", str(student_id))
            by_class.setdefault(missed, []).append(student_id)
        for each, ids in by_class.items():
            absences.add_absences(vault, class_id=each, student_ids=ids, on=draft.missed_on)
