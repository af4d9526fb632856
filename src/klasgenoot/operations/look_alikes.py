"""What a teacher does with two who are taken for each other: tell them apart, answer by answer."""

from datetime import datetime

from klasgenoot.domain.answering import Mode, Outcome
from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.look_alikes import Drill, MixedUpPair, mixed_up_pairs
from klasgenoot.domain.people import ClassId, PhotoId, StudentId
from klasgenoot.domain.verdict import Verdict
from klasgenoot.operations.desk import deed
from klasgenoot.store import drills, memories
from klasgenoot.store.database import Vault


@deed(Deed.ANSWER_LOOK_ALIKE)
def answer_look_alike(
    vault: Vault,
    *,
    drill: Drill,
    said: StudentId,
    photo: PhotoId | None,
    seconds: float,
    at: datetime,
) -> Drill:
    """Keeps one answer of a drill, and with the answer that ends it the drill.

    It is never rated: who has the choice of two need not recall a name.

    Args:
        drill: as it stands on screen.
        said: whose name was chosen.
        photo: which photo was shown.
        seconds: from the question to the answer.
        at: when it was given; aware.

    Returns:
        The drill after it.
    """
    after = drill.answered(said)
    who, right = after.answers[-1]
    memories.add_answer(
        vault,
        student_id=who,
        direction=Mode.LOOK_ALIKES.direction,
        outcome=Outcome(
            verdict=Verdict.RIGHT if right else Verdict.MIXED_UP,
            mode=Mode.LOOK_ALIKES,
            said=None if right else said,
            seconds=seconds,
            photo=photo,
        ),
        rating=None,
        at=at,
    )
    if after.is_done:
        drills.add_drill(vault, one=after.one, other=after.other, at=at)
    return after


def pairs_of(vault: Vault, class_id: ClassId, *, at: datetime) -> tuple[MixedUpPair, ...]:
    """Who of a class were mixed up lately, most often first; then who were told apart lately."""
    return mixed_up_pairs(
        drills.taken_for(vault, class_id), drills.drills_of(vault, class_id), at=at
    )
