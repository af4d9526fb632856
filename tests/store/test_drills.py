"""Mix-ups and finished drills, in the data file."""

from datetime import datetime, timedelta

from builders import school_class
from klasgenoot.domain.answering import Mode, Outcome
from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.look_alikes import Taken, ToldApart
from klasgenoot.domain.memory import Direction
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.verdict import Verdict
from klasgenoot.operations.desk import Desk
from klasgenoot.store import drills, memories


def keep(desk: Desk, who: StudentId, outcome: Outcome, *, at: datetime) -> None:
    with desk.vault.journal.step(Deed.ANSWER_CARD):
        memories.add_answer(
            desk.vault,
            student_id=who,
            direction=Direction.FACE_TO_NAME,
            outcome=outcome,
            rating=None,
            at=at,
        )


def test_a_drill_comes_out_as_it_went_in_with_both_or_not_at_all(desk: Desk, now: datetime) -> None:
    class_id, ids = school_class(desk)
    other_class, others = school_class(desk, name="CMV-1C")
    with desk.vault.journal.step(Deed.ANSWER_LOOK_ALIKE):
        drills.add_drill(desk.vault, one=ids[0], other=ids[1], at=now)
        drills.add_drill(desk.vault, one=ids[0], other=others[0], at=now)
    assert drills.drills_of(desk.vault, class_id) == (ToldApart(ids[0], ids[1], now),)
    assert drills.drills_of(desk.vault, other_class) == ()


def test_a_mix_up_is_a_classmate_said_instead_and_not_in_a_drill(desk: Desk, now: datetime) -> None:
    class_id, ids = school_class(desk)
    missed = Outcome(verdict=Verdict.MIXED_UP, said=ids[1])
    keep(desk, ids[0], missed, at=now)
    keep(desk, ids[1], Outcome(verdict=Verdict.MIXED_UP, said=ids[0], mode=Mode.SWEEP), at=now)
    later = now + timedelta(hours=1)
    drilled = Outcome(verdict=Verdict.MIXED_UP, said=ids[1], mode=Mode.LOOK_ALIKES)
    for outcome in (
        drilled,
        Outcome(verdict=Verdict.WRONG),
        Outcome(verdict=Verdict.SPELLING, said=ids[1]),
    ):
        keep(desk, ids[0], outcome, at=later)
    assert drills.taken_for(desk.vault, class_id) == (
        Taken(ids[0], ids[1], now),
        Taken(ids[1], ids[0], now),
    )
