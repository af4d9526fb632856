"""What students said of their photo, in the data file: the last answer counts, all are kept."""

from datetime import date

from klasgenoot.domain.people import StudentId
from klasgenoot.domain.rights import PhotoAnswer, PhotoPermission
from klasgenoot.store.database import Vault

_NEWEST = "id IN (SELECT max(id) FROM photo_permissions GROUP BY student_id)"


def answers(vault: Vault) -> dict[StudentId, PhotoAnswer]:
    """What each student last said; who was never asked is left out."""
    found = vault.rows(f"SELECT student_id, answer FROM photo_permissions WHERE {_NEWEST}")
    return {StudentId(who): PhotoAnswer(answer) for who, answer in found}


def answer_of(vault: Vault, student_id: StudentId) -> PhotoAnswer:
    """What one student last said."""
    told = told_by(vault, student_id)
    return told[-1].answer if told else PhotoAnswer.UNKNOWN


def told_by(vault: Vault, student_id: StudentId) -> tuple[PhotoPermission, ...]:
    """All that one student ever said, in the order in which it was noted."""
    found = vault.rows(
        "SELECT answer, told_on, told_by FROM photo_permissions WHERE student_id = ? ORDER BY id",
        (student_id,),
    )
    return tuple(
        PhotoPermission(
            student_id=student_id,
            answer=PhotoAnswer(answer),
            told_on=date.fromisoformat(day),
            told_by=teller,
        )
        for answer, day, teller in found
    )


def refusing(vault: Vault) -> frozenset[StudentId]:
    """The students who would rather have no photo."""
    return frozenset(who for who, said in answers(vault).items() if said is PhotoAnswer.NO)


def add_answer(vault: Vault, draft: PhotoPermission) -> None:
    """Keeps what a student said."""
    vault.add(
        "photo_permissions",
        {
            "student_id": draft.student_id,
            "answer": draft.answer.value,
            "told_on": draft.told_on.isoformat(),
            "told_by": draft.told_by,
        },
    )
