"""What a teacher does at the end of a sweep: keep how it went."""

from datetime import datetime

from klasgenoot.domain.answering import Mode, Outcome
from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.memory import Direction, day_of
from klasgenoot.domain.people import ClassId
from klasgenoot.domain.sweep import Sweep, SweepResult
from klasgenoot.domain.verdict import Verdict
from klasgenoot.operations.desk import deed
from klasgenoot.store import memories, sweeps
from klasgenoot.store.database import Vault


@deed(Deed.KEEP_SWEEP)
def keep_sweep(
    vault: Vault, *, class_id: ClassId, sweep: Sweep, seconds: float, at: datetime
) -> SweepResult:
    """Keeps a whole sweep, and whose name was given instead of whose.

    Practice learns nothing from it: a sweep measures, and stays apart.
    """
    result = SweepResult(
        taken_on=day_of(at), known=sweep.known, asked=len(sweep.answers), seconds=seconds
    )
    sweeps.add_sweep(vault, class_id=class_id, result=result)
    for answer in sweep.answers:
        if answer.said is not None:
            memories.add_answer(
                vault,
                student_id=answer.student_id,
                direction=Direction.FACE_TO_NAME,
                outcome=Outcome(verdict=Verdict.MIXED_UP, mode=Mode.SWEEP, said=answer.said),
                rating=None,
                at=at,
            )
    return result
