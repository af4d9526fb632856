"""How each photo went, counted from the answers."""

from datetime import datetime

from builders import school_class
from klasgenoot.domain.answering import Mode, Outcome
from klasgenoot.domain.memory import Direction, Rating
from klasgenoot.domain.people import PhotoId
from klasgenoot.domain.photo_choice import Tally
from klasgenoot.domain.verdict import Verdict
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.practice import answer_card
from klasgenoot.store.photo_tallies import photo_tallies

NOON = datetime.fromisoformat("2026-10-29T12:00:00+01:00")


def answered(desk, who, verdict, photo, *, mode=Mode.TYPED, rated=True):
    rating = Rating.GOOD if rated else None
    outcome = Outcome(verdict=verdict, mode=mode, photo=photo)
    direction = Direction.FACE_TO_NAME
    desk.do(
        answer_card, student_id=who, direction=direction, outcome=outcome, rating=rating, at=NOON
    )


def test_sweeps_and_rated_practice_count_and_a_slip_is_no_miss(desk: Desk):
    class_id, (one, other, *_) = school_class(desk)
    first, second = PhotoId("first"), PhotoId("second")
    answered(desk, one, Verdict.RIGHT, first)
    answered(desk, one, Verdict.SPELLING, first)
    answered(desk, one, Verdict.EMPTY, first)
    answered(desk, one, Verdict.WRONG, second, mode=Mode.SWEEP, rated=False)
    answered(desk, one, Verdict.WRONG, second, rated=False)
    answered(desk, one, Verdict.WRONG, None)
    answered(desk, other, Verdict.RIGHT, first)
    school_class(desk, name="CMV-1C", size=1)
    found = {one: {first: Tally(3, 1), second: Tally(1, 1)}, other: {first: Tally(1, 0)}}
    assert photo_tallies(desk.vault, class_id=class_id) == found
    assert photo_tallies(desk.vault) == found


def test_another_class_is_left_out(desk: Desk):
    _, (one, *_) = school_class(desk)
    answered(desk, one, Verdict.RIGHT, PhotoId("first"))
    other_class, _ = school_class(desk, name="CMV-1C", size=1)
    assert photo_tallies(desk.vault, class_id=other_class) == {}
