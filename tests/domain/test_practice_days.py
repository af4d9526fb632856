"""Practice and a clock that does strange things: no face is lost and none comes twice."""

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.answering import Outcome
from klasgenoot.domain.foresight import trace_of
from klasgenoot.domain.lineup import plan_practice, practise_plan
from klasgenoot.domain.memory import Direction, Memory, Rating, day_of, is_due, replay, review
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.plan import Goal, plan_day
from klasgenoot.domain.practice import CardKind, Practice
from klasgenoot.domain.verdict import Verdict

HERE = ZoneInfo("Europe/Amsterdam")
EVENING = datetime(2026, 10, 29, 20, 0, tzinfo=HERE)
FACE = Direction.FACE_TO_NAME
EVERYONE = tuple(StudentId(number) for number in range(1, 9))
RIGHT, WRONG = Outcome(verdict=Verdict.RIGHT), Outcome(verdict=Verdict.WRONG)
HOUR, DAY, YEAR = timedelta(hours=1), timedelta(days=1), timedelta(days=365)

Memories = Mapping[StudentId, Memory]


def answered(*days_ago: int, who: StudentId = EVERYONE[0], now: datetime = EVENING) -> Memory:
    """What is known of a name that was right so many days ago; a negative number is still ahead."""
    answers = [(Rating.GOOD, now - timedelta(days=days)) for days in days_ago]
    memory = replay(answers, student_id=who, direction=FACE)
    assert memory is not None
    return memory


def lived_through(
    practice: Practice, memories: Memories, outcomes: list[Outcome], moments: list[datetime]
) -> tuple[Practice, dict[StudentId, Memory]]:
    """A whole session with these answers at these moments, as it is kept; then all is right.

    Returns:
        The session at its end, and what is known then.
    """
    known = dict(memories)
    for number in range(1000):
        card = practice.current
        if card is None:
            return practice, known
        if card.kind is CardKind.STUDY:
            practice = practice.studied(seconds=8)
            continue
        practice = practice.answered(outcomes[number] if number < len(outcomes) else RIGHT)
        rating = practice.answers[-1].rating
        if rating is not None:
            who = card.student_id
            at = moments[number % len(moments)]
            known[who] = review(
                known.get(who), student_id=who, direction=FACE, rating=rating, at=at
            )
    raise AssertionError("the session does not end")


def begun(memories: Memories, *, at: datetime) -> Practice:
    """Everybody who is due and everybody who is new."""
    return plan_practice(EVERYONE, memories=memories, at=at, limit=100)


# ---- nights ----


def test_a_session_over_midnight_leaves_what_one_before_it_leaves() -> None:
    memories = {who: answered(3, who=who) for who in EVERYONE[:4]}
    before = [EVENING] * 8
    over = [EVENING + timedelta(hours=3, minutes=30 * number) for number in range(8)]
    assert over[0].date() != over[-1].date()
    practice = begun(memories, at=EVENING)
    late, kept_late = lived_through(practice, memories, [WRONG, RIGHT], over)
    early, kept_early = lived_through(practice, memories, [WRONG, RIGHT], before)
    assert [one.card for one in late.answers] == [one.card for one in early.answers]
    for who in EVERYONE:
        assert kept_late[who].stability == kept_early[who].stability
        assert kept_late[who].due == kept_early[who].due


@pytest.mark.parametrize(
    ("night", "hours"),
    [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 10, 29), 24)],
    ids=["summer time begins", "summer time ends", "any night"],
)
def test_each_night_is_one_night_however_long_it_is(night: date, hours: int) -> None:
    evening = datetime(night.year, night.month, night.day, 20, 0, tzinfo=HERE) - DAY
    morning = evening + DAY  # at eight the next evening by the clock on the wall
    assert (morning.astimezone(UTC) - evening.astimezone(UTC)) == hours * HOUR
    minutes = range(0, hours * 60 + 1, 5)
    days = [day_of(evening.astimezone(UTC) + timedelta(minutes=count)) for count in minutes]
    assert days == sorted(days)
    assert set(days) == {day_of(evening), day_of(evening) + DAY}

    first = answered(0, now=evening)
    then = review(first, student_id=EVERYONE[0], direction=FACE, rating=Rating.GOOD, at=morning)
    plain = answered(1, 0, now=EVENING)
    assert then.stability == plain.stability
    assert day_of(then.due) - day_of(morning) == day_of(plain.due) - day_of(EVENING)


@pytest.mark.parametrize("night", [date(2026, 3, 29), date(2026, 10, 25)])
def test_a_session_in_the_night_that_the_clock_is_changed_is_one_session(night: date) -> None:
    start = datetime(night.year, night.month, night.day, 0, 0, tzinfo=HERE).astimezone(UTC)
    moments = [(start + timedelta(minutes=20 * n)).astimezone(HERE) for n in range(12)]
    memories = {who: answered(3, who=who, now=start) for who in EVERYONE[:4]}
    ended, known = lived_through(begun(memories, at=moments[0]), memories, [WRONG], moments)
    rated = Counter(one.card.student_id for one in ended.answers if one.rating is not None)
    assert rated == Counter(EVERYONE)
    assert len({day_of(memory.last_review) for memory in known.values()}) == 1


# ---- a clock that is put back ----


@pytest.mark.parametrize("back", [HOUR, DAY, YEAR], ids=["an hour", "a day", "a year"])
def test_a_clock_put_back_between_two_answers_of_a_name_spoils_nothing(back: timedelta) -> None:
    before = answered(3)
    first = review(before, student_id=EVERYONE[0], direction=FACE, rating=Rating.GOOD, at=EVENING)
    again = review(
        first, student_id=EVERYONE[0], direction=FACE, rating=Rating.GOOD, at=EVENING - back
    )
    assert again.reviews == first.reviews + 1
    assert again.stability >= first.stability
    assert again.last_review == (EVENING - back).astimezone(UTC)
    assert not is_due(again, at=EVENING - back)
    assert is_due(again, at=again.due)
    assert again.due <= EVENING + timedelta(days=again.stability + 1)


@pytest.mark.parametrize("back", [DAY, 10 * DAY, YEAR])
def test_who_was_asked_on_a_day_still_to_come_is_in_the_plan_of_today(back: timedelta) -> None:
    today = day_of(EVENING)
    ahead = {who: answered(-back.days, who=who) for who in EVERYONE}
    goal = Goal(students=EVERYONE, on=today + 7 * DAY, since=today - 7 * DAY)
    traces = {who: trace_of(memory) for who, memory in ahead.items()}
    plan = plan_day([goal], traces=traces, today=today, seconds=3600)
    assert Counter(plan.repeat) == Counter(EVERYONE)
    assert not plan.new


# ---- whatever the clock does ----

moments = st.lists(
    st.integers(-400 * 24 * 60, 400 * 24 * 60).map(lambda m: EVENING + timedelta(minutes=m)),
    min_size=1,
    max_size=12,
)
pasts = st.dictionaries(
    st.sampled_from(EVERYONE), st.lists(st.integers(-30, 60), min_size=1, max_size=4)
)
outcomes = st.lists(st.sampled_from([RIGHT, WRONG]), max_size=30)
later = st.integers(-400, 400)


@given(pasts, outcomes, moments, later)
def test_every_face_of_a_session_comes_and_is_rated_once_whatever_the_clock_does(
    past: dict[StudentId, list[int]],
    answers: list[Outcome],
    clock: list[datetime],
    days: int,
) -> None:
    memories = {who: answered(*days_ago, who=who) for who, days_ago in past.items()}
    practice = begun(memories, at=EVENING)
    ended, known = lived_through(practice, memories, answers, clock)
    rated = Counter(one.card.student_id for one in ended.answers if one.rating is not None)
    assert rated == Counter(practice.faces)
    assert set(practice.faces) == {
        who for who in EVERYONE if who not in memories or is_due(memories[who], at=EVENING)
    }
    # and the session after it, on whatever day
    then = EVENING + timedelta(days=days)
    following = begun(known, at=then)
    due = {who for who in EVERYONE if is_due(known[who], at=then)}
    assert Counter(following.faces) == Counter(due)
    assert Counter(card.student_id for card in following.queue) == Counter(due)


@given(pasts, outcomes, moments, later)
def test_so_it_is_with_a_plan_for_a_day(
    past: dict[StudentId, list[int]],
    answers: list[Outcome],
    clock: list[datetime],
    days: int,
) -> None:
    memories = {who: answered(*days_ago, who=who) for who, days_ago in past.items()}
    for at in (EVENING, EVENING + timedelta(days=days)):
        today = day_of(at)
        goal = Goal(students=EVERYONE, on=today + DAY, since=today - 30 * DAY)
        traces = {who: trace_of(memory) for who, memory in memories.items()}
        plan = plan_day([goal], traces=traces, today=today, seconds=3600)
        practice = practise_plan(plan, memories=memories, limit=100)
        ended, memories = lived_through(practice, memories, answers, clock)
        rated = Counter(one.card.student_id for one in ended.answers if one.rating is not None)
        assert rated == Counter(practice.faces)
        assert set(plan.new) == set(EVERYONE) - set(traces)
        assert all(traces[who].day != today.toordinal() for who in plan.repeat)
