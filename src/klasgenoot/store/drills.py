"""Who were taken for each other, and which drills were finished, in the data file."""

from datetime import datetime

from klasgenoot.domain.look_alikes import Taken, ToldApart
from klasgenoot.domain.people import ClassId, StudentId
from klasgenoot.domain.verdict import Verdict
from klasgenoot.store.database import Vault
from klasgenoot.store.memories import MIXES_UP_FACES
from klasgenoot.store.restrictions import shown


def add_drill(vault: Vault, *, one: StudentId, other: StudentId, at: datetime) -> None:
    """Keeps that two students were told apart."""
    vault.add("drills", {"one_id": one, "other_id": other, "finished_at": at.isoformat()})


def drills_of(vault: Vault, class_id: ClassId) -> tuple[ToldApart, ...]:
    """The drills that were finished with two students of a class, oldest first."""
    found = vault.rows(
        "SELECT d.one_id, d.other_id, d.finished_at FROM drills d"
        f" WHERE {_both_in_class('d.one_id', 'd.other_id')} ORDER BY d.id",
        (class_id, class_id),
    )
    return tuple(
        ToldApart(StudentId(one), StudentId(other), datetime.fromisoformat(at))
        for one, other, at in found
    )


def taken_for(vault: Vault, class_id: ClassId) -> tuple[Taken, ...]:
    """Every mix-up of two students of a class, in practice and in sweeps, oldest first.

    Not what was missed in a drill: there the other name is half of what can be said. Nor whose
    seat was taken for whose.
    """
    found = vault.rows(
        "SELECT a.student_id, a.said_student_id, a.answered_at FROM answers a"
        f" WHERE a.said_student_id IS NOT NULL AND a.verdict NOT IN (?, ?) AND a.{MIXES_UP_FACES}"
        f" AND {_both_in_class('a.student_id', 'a.said_student_id')} ORDER BY a.id",
        (
            Verdict.RIGHT.value,
            Verdict.SPELLING.value,
            class_id,
            class_id,
        ),
    )
    return tuple(
        Taken(StudentId(who), StudentId(said), datetime.fromisoformat(at))
        for who, said, at in found
    )


def _both_in_class(one: str, other: str) -> str:
    """The condition that the students in two columns are in a class, and shown."""
    enrolled = "(SELECT student_id FROM enrolments WHERE class_id = ?)"
    return f"{one} IN {enrolled} AND {other} IN {enrolled} AND {shown(one)} AND {shown(other)}"
