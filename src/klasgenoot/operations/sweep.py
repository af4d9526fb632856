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

UNSETTLED = frozenset({Verdict.DOUBT, Verdict.WHICH})
"""What would be asked back in practice; in a sweep the name did not come."""


@deed(Deed.KEEP_SWEEP)
def keep_sweep(
    vault: Vault, *, class_id: ClassId, sweep: Sweep, seconds: float, at: datetime
) -> SweepResult:
    """Keeps a whole sweep, and each answer with the photo that was shown.

    Practice learns nothing from it: a sweep measures, and stays apart. Its answers are never rated;
    they tell which photos are hard to name and who is mixed up with whom.
    """
    result = SweepResult(
        taken_on=day_of(at), known=sweep.known, asked=len(sweep.answers), seconds=seconds
    )
    sweeps.add_sweep(vault, class_id=class_id, result=result)
    for answer in sweep.answers:
        memories.add_answer(
            vault,
            student_id=answer.student_id,
            direction=Direction.FACE_TO_NAME,
            outcome=Outcome(
                verdict=Verdict.WRONG if answer.verdict in UNSETTLED else answer.verdict,
                mode=Mode.SWEEP,
                said=answer.said,
                seconds=answer.seconds,
                photo=answer.photo,
            ),
            rating=None,
            at=at,
        )
    return result
