"""Memory: FSRS-6 as it should be, days as a teacher lives them, levels as a teacher reads them."""

import os
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import fsrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain import memory as room
from klasgenoot.domain.memory import (
    Direction,
    Level,
    Memory,
    Rating,
    day_of,
    is_due,
    known_count,
    level,
    replay,
    retrievability,
    review,
    start_of,
)
from klasgenoot.domain.people import StudentId

NOOR = StudentId(7)
MONDAY = datetime(2026, 8, 10, 19, 0, tzinfo=UTC)

moments = st.datetimes(
    datetime(2020, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    datetime(2090, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    timezones=st.timezones(),
)
ratings = st.sampled_from(Rating)
histories = st.lists(st.tuples(ratings, moments), max_size=8).map(
    lambda answers: sorted(answers, key=lambda answer: answer[1])
)


def rated(
    *ratings: Rating, every: timedelta = timedelta(days=1), start: datetime = MONDAY
) -> Memory:
    """The memory after these ratings, so far apart."""
    answers = [(rating, start + every * n) for n, rating in enumerate(ratings)]
    memory = replay(answers, student_id=NOOR, direction=Direction.FACE_TO_NAME)
    assert memory is not None
    return memory


def remembered(*, stability: float, last_review: datetime = MONDAY) -> Memory:
    return Memory(
        student_id=NOOR,
        direction=Direction.FACE_TO_NAME,
        stability=stability,
        difficulty=5.0,
        last_review=last_review,
        due=last_review + timedelta(days=1),
        reviews=1,
        lapses=0,
    )


@pytest.mark.parametrize(
    ("rating", "stability", "difficulty", "days"),
    [
        (Rating.AGAIN, 0.212, 6.413, 1),
        (Rating.HARD, 1.2931, 5.112, 1),
        (Rating.GOOD, 2.3065, 2.118, 2),
        (Rating.EASY, 8.2956, 1.0, 8),
    ],
)
def test_the_first_rating_gives_the_published_start(rating, stability, difficulty, days):
    memory = rated(rating)
    assert memory.stability == pytest.approx(stability)
    assert memory.difficulty == pytest.approx(difficulty, abs=1e-3)
    assert day_of(memory.due) - day_of(MONDAY) == timedelta(days=days)


def test_the_forgetting_curve_has_the_weights_of_the_library():
    parameters = fsrs.Scheduler().parameters
    assert parameters[20] == room.DECAY
    assert len(parameters) == 21


@given(histories.filter(bool), st.integers(0, 4000))
def test_retrievability_is_that_of_the_library(answers, days):
    memory = replay(answers, student_id=NOOR, direction=Direction.FACE_TO_NAME)
    later = start_of(day_of(memory.last_review) + timedelta(days=days))
    card = fsrs.Card(
        card_id=1,
        state=fsrs.State.Review,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=later,
        last_review=start_of(day_of(memory.last_review)),
    )
    theirs = fsrs.Scheduler().get_card_retrievability(card, later)
    assert retrievability(memory, at=later) == pytest.approx(theirs, abs=1e-9)


@given(histories.filter(bool), st.integers(0, 400), st.integers(1, 400))
def test_recall_only_falls_as_time_goes_by(answers, first, more):
    memory = replay(answers, student_id=NOOR, direction=Direction.NAME_TO_FACE)
    sooner = memory.last_review + timedelta(days=first)
    later = sooner + timedelta(days=more)
    assert 0 < retrievability(memory, at=later) < retrievability(memory, at=sooner) <= 1


def test_after_as_many_days_as_the_stability_recall_is_ninety_percent():
    memory = remembered(stability=7.0)
    assert retrievability(memory, at=MONDAY + timedelta(days=7)) == pytest.approx(0.9)


@given(histories)
def test_replaying_the_log_gives_the_memory_of_the_answers_one_by_one(answers):
    step_by_step = None
    for rating, at in answers:
        step_by_step = review(
            step_by_step,
            student_id=NOOR,
            direction=Direction.FACE_TO_NAME,
            rating=rating,
            at=at,
        )
    replayed = replay(answers, student_id=NOOR, direction=Direction.FACE_TO_NAME)
    assert replayed == step_by_step
    assert (replayed is None) == (not answers)


@given(histories.filter(bool))
def test_reviews_and_lapses_are_counted(answers):
    memory = replay(answers, student_id=NOOR, direction=Direction.FACE_TO_NAME)
    assert memory.reviews == len(answers)
    assert memory.lapses == sum(rating is Rating.AGAIN for rating, _ in answers)
    # in UTC: no hour that a clock skips equals another zone's
    assert memory.last_review == answers[-1][1].astimezone(UTC)
    assert memory.due > memory.last_review
    assert memory.stability > 0
    assert 1 <= memory.difficulty <= 10


def test_a_miss_comes_back_the_next_day_however_well_it_was_known():
    strong = remembered(stability=200.0)
    missed = review(
        strong,
        student_id=NOOR,
        direction=strong.direction,
        rating=Rating.AGAIN,
        at=MONDAY + timedelta(days=100),
    )
    assert missed.stability > 2
    assert day_of(missed.due) == day_of(missed.last_review) + timedelta(days=1)


def test_practising_a_little_earlier_each_day_still_counts_as_days():
    earlier = rated(*[Rating.GOOD] * 4, every=timedelta(hours=23))
    daily = rated(*[Rating.GOOD] * 4, every=timedelta(days=1))
    assert earlier.stability == daily.stability


def test_what_is_due_tomorrow_is_due_from_the_morning_on():
    memory = rated(Rating.HARD)  # on Monday evening
    assert not is_due(memory, at=MONDAY + timedelta(hours=3))
    assert is_due(memory, at=datetime(2026, 8, 11, 6, 0, tzinfo=UTC))


def test_a_session_over_midnight_is_one_day():
    before = datetime(2026, 8, 10, 23, 50, tzinfo=timezone(timedelta(hours=2)))
    after = datetime(2026, 8, 11, 0, 20, tzinfo=timezone(timedelta(hours=2)))
    assert day_of(before) == day_of(after) == date(2026, 8, 10)


@given(moments, st.timezones())
def test_the_day_does_not_depend_on_the_zone_of_the_clock(moment, zone):
    assert day_of(moment.astimezone(zone)) == day_of(moment)


@given(moments)
def test_a_moment_lies_within_its_day(moment):
    day = day_of(moment)
    assert start_of(day) <= moment < start_of(day + timedelta(days=1))


def test_a_clock_set_back_makes_no_name_wait():
    memory = rated(Rating.EASY, start=datetime(2031, 1, 1, tzinfo=UTC))
    assert is_due(memory, at=MONDAY)
    assert retrievability(memory, at=MONDAY) == 1
    mended = review(
        memory, student_id=NOOR, direction=memory.direction, rating=Rating.GOOD, at=MONDAY
    )
    assert mended.last_review == MONDAY
    assert not is_due(mended, at=MONDAY)
    assert is_due(mended, at=mended.due)


@pytest.mark.parametrize(
    ("stability", "days", "expected"),
    [
        (0.2, 0, Level.LEARNING),
        (1.9, 0, Level.LEARNING),
        (2.0, 0, Level.ALMOST),
        (6.9, 0, Level.ALMOST),
        (7.0, 0, Level.KNOWN),
        (7.0, 7, Level.KNOWN),
        (7.0, 60, Level.ALMOST),
        (2.0, 60, Level.LEARNING),
        (0.2, 60, Level.LEARNING),
    ],
)
def test_the_level_follows_stability_and_drops_as_a_name_fades(stability, days, expected):
    memory = remembered(stability=stability)
    assert level(memory, at=MONDAY + timedelta(days=days)) is expected


def test_a_name_never_answered_is_new():
    assert level(None, at=MONDAY) is Level.NEW


def test_a_name_answered_right_on_a_few_days_becomes_known():
    days = [0, 1, 3, 7]
    answers = [(Rating.HARD, MONDAY)] + [
        (Rating.GOOD, MONDAY + timedelta(days=day)) for day in days[1:]
    ]
    levels = [
        level(
            replay(answers[:count], student_id=NOOR, direction=Direction.FACE_TO_NAME),
            at=MONDAY + timedelta(days=days[max(0, count - 1)]),
        )
        for count in range(len(answers) + 1)
    ]
    assert levels[0] is Level.NEW
    assert levels == sorted(levels)
    assert levels[-1] is Level.KNOWN


def test_only_known_names_are_counted_as_known():
    memories = [remembered(stability=days) for days in (1.0, 3.0, 8.0, 30.0)]
    assert known_count(memories, at=MONDAY) == 2
    assert known_count([], at=MONDAY) == 0


def test_a_moment_without_a_zone_is_refused():
    naive = datetime(2026, 8, 10, 19, 0)  # noqa: DTZ001 - that is the point
    with pytest.raises(ValueError, match="time zone"):
        review(
            None, student_id=NOOR, direction=Direction.FACE_TO_NAME, rating=Rating.GOOD, at=naive
        )
    with pytest.raises(ValueError, match="time zone"):
        retrievability(remembered(stability=3.0), at=naive)
    with pytest.raises(ValueError, match="time zone"):
        remembered(stability=3.0, last_review=naive)


def test_lists_do_not_load_the_scheduling_library():
    source = Path(room.__file__).parents[2]
    code = "import klasgenoot.domain.memory, sys; sys.exit('fsrs' in sys.modules)"
    env = os.environ | {"PYTHONPATH": str(source)}
    assert subprocess.run([sys.executable, "-c", code], env=env, check=False).returncode == 0
