"""Telling two apart: every answer is kept, none is rated, and the end settles what was before."""

from datetime import datetime, timedelta

from builders import school_class
from klasgenoot.domain.answering import Mode, Outcome
from klasgenoot.domain.look_alikes import IN_A_ROW, Drill, drill_of
from klasgenoot.domain.memory import Direction
from klasgenoot.domain.people import ClassId, PhotoId, StudentId
from klasgenoot.domain.sweep import Sweep
from klasgenoot.domain.verdict import Verdict
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.look_alikes import answer_look_alike, pairs_of
from klasgenoot.operations.practice import answer_card
from klasgenoot.operations.rights import restrict
from klasgenoot.operations.students import remove_students
from klasgenoot.operations.sweep import keep_sweep
from klasgenoot.store import drills, memories

FACE = Direction.FACE_TO_NAME


def mix_up(desk: Desk, who: StudentId, said: StudentId, *, at: datetime) -> None:
    desk.do(
        answer_card,
        student_id=who,
        direction=FACE,
        outcome=Outcome(verdict=Verdict.MIXED_UP, said=said),
        rating=None,
        at=at,
    )


def answered(desk: Desk, drill: Drill, said: StudentId, *, at: datetime) -> Drill:
    return desk.do(
        answer_look_alike, drill=drill, said=said, photo=PhotoId("face"), seconds=2.5, at=at
    ).result


def finished(desk: Desk, one: StudentId, other: StudentId, *, at: datetime) -> Drill:
    drill = drill_of(one, other, seed=7)
    while drill.current is not None:
        drill = answered(desk, drill, drill.current, at=at)
    return drill


def counts(desk: Desk, class_id: ClassId, *, at: datetime) -> list[int]:
    return [pair.times for pair in pairs_of(desk.vault, class_id, at=at)]


def test_each_answer_is_kept_with_whose_name_was_said_and_is_never_rated(
    desk: Desk, now: datetime
) -> None:
    _, ids = school_class(desk)
    drill = drill_of(ids[0], ids[1], seed=7)
    wrong = ids[1] if drill.current == ids[0] else ids[0]
    after = answered(desk, drill, wrong, at=now)
    assert after.in_a_row == 0
    (kept,) = memories.answers_of(desk.vault, drill.current or ids[0], direction=FACE)
    assert (kept.mode, kept.verdict, kept.said) == (Mode.LOOK_ALIKES, Verdict.MIXED_UP, wrong)
    assert kept.rating is None
    assert desk.vault.row("SELECT photo_id, seconds FROM answers") == ("face", 2.5)
    assert memories.memories(desk.vault, direction=FACE) == {}


def test_the_answer_that_ends_it_keeps_the_drill_and_undo_takes_both_back(
    desk: Desk, now: datetime
) -> None:
    class_id, ids = school_class(desk)
    drill = finished(desk, ids[1], ids[0], at=now)
    assert len(drill.answers) == IN_A_ROW
    (kept,) = drills.drills_of(desk.vault, class_id)
    assert (kept.one, kept.other, kept.at) == (ids[0], ids[1], now)
    desk.undo()
    assert drills.drills_of(desk.vault, class_id) == ()
    assert desk.vault.row("SELECT count(*) FROM answers") == (IN_A_ROW - 1,)


def test_mix_ups_in_practice_and_in_sweeps_count_alike_and_those_in_a_drill_do_not(
    desk: Desk, now: datetime
) -> None:
    class_id, ids = school_class(desk)
    mix_up(desk, ids[0], ids[1], at=now - timedelta(days=3))
    sweep = Sweep(queue=(ids[1],)).answered(Verdict.MIXED_UP, said=ids[0])
    desk.do(keep_sweep, class_id=class_id, sweep=sweep, seconds=9.0, at=now - timedelta(days=2))
    drill = drill_of(ids[0], ids[1], seed=7)
    answered(desk, drill, drill.other if drill.current == drill.one else drill.one, at=now)
    (pair,) = pairs_of(desk.vault, class_id, at=now)
    assert (pair.times, pair.are_look_alikes) == (2, True)


def test_a_finished_drill_settles_the_mix_ups_before_it(desk: Desk, now: datetime) -> None:
    class_id, ids = school_class(desk)
    for days in (5, 4):
        mix_up(desk, ids[0], ids[1], at=now - timedelta(days=days))
    finished(desk, ids[0], ids[1], at=now - timedelta(days=3))
    assert counts(desk, class_id, at=now) == [0]
    mix_up(desk, ids[1], ids[0], at=now)
    assert counts(desk, class_id, at=now) == [1]


def test_an_answer_that_was_right_after_all_is_no_mix_up(desk: Desk, now: datetime) -> None:
    class_id, ids = school_class(desk)
    desk.do(
        answer_card,
        student_id=ids[0],
        direction=FACE,
        outcome=Outcome(verdict=Verdict.RIGHT, said=ids[1]),
        rating=None,
        at=now,
    )
    assert counts(desk, class_id, at=now) == []


def test_who_is_restricted_or_in_another_class_is_in_no_pair(desk: Desk, now: datetime) -> None:
    class_id, ids = school_class(desk)
    other_class, others = school_class(desk, name="CMV-1C")
    for said in (ids[1], ids[2], others[0]):
        mix_up(desk, ids[0], said, at=now)
    assert counts(desk, class_id, at=now) == [1, 1]
    assert counts(desk, other_class, at=now) == []
    desk.do(restrict, student_id=ids[1], on=now.date(), reason="klopt niet")
    desk.do(remove_students, class_id=class_id, student_ids=[ids[2]])
    assert counts(desk, class_id, at=now) == []
