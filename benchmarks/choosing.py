"""How long is the choosing of cards: who comes next, and who is in today's session?

Up to ten times as many students as any teacher has, so that it shows how the work grows. The
yardstick sorts as many numbers: n log n.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from operator import itemgetter
from random import Random

from figures import Figure, medians

from klasgenoot.domain.answering import Outcome
from klasgenoot.domain.foresight import trace_of
from klasgenoot.domain.lineup import plan_practice, practise_plan
from klasgenoot.domain.memory import Direction, Memory, Rating, day_of, replay
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.plan import Goal, plan_day
from klasgenoot.domain.practice import CardKind, Practice, Progress
from klasgenoot.domain.verdict import Verdict

SIZES = (30, 500, 1000, 5000)
MOST = 500
"""The size for which something is promised."""
ROUNDS = 21
NOW = datetime(2026, 9, 1, 10, tzinfo=UTC)
HITS = 0.85
ALL_DAY = 24 * 3600.0
MISSED = Outcome(verdict=Verdict.WRONG)


def measure() -> Iterator[Figure]:
    """The next card, the plan of the day and the session it makes."""
    for size in SIZES:
        yield from _figures(size)


def _figures(size: int) -> Iterator[Figure]:
    everyone = tuple(StudentId(number) for number in range(1, size + 1))
    memories = _memories(everyone)
    traces = {who: trace_of(memory) for who, memory in memories.items()}
    today = day_of(NOW)
    goal = Goal(students=everyone, on=today + timedelta(days=14), since=today - timedelta(days=14))
    plan = plan_day([goal], traces=traces, today=today, seconds=ALL_DAY)
    session = practise_plan(plan, memories=memories, limit=size)
    asked = _asked(session)
    numbers = [(Random(who).random(), who) for who in everyone]
    took = medians(
        {
            "sorted": lambda: sorted(numbers, key=itemgetter(0)),
            "next": lambda: _next(asked),
            "plan": lambda: plan_day([goal], traces=traces, today=today, seconds=ALL_DAY),
            "session": lambda: practise_plan(plan, memories=memories, limit=size),
            "due": lambda: plan_practice(everyone, memories=memories, at=NOW, limit=size),
        },
        rounds=ROUNDS,
    )
    for what, name, budget in (
        ("the next card after a miss", "next", "≤ 2 ms"),
        ("the plan of the day", "plan", ""),
        ("a session by that plan", "session", ""),
        ("a session without a plan", "due", ""),
    ):
        yield Figure(
            what=what,
            size=f"{size} students",
            ours=took[name],
            yardstick=took["sorted"],
            beside="sorting as many numbers",
            budget=budget if size == MOST else "",
        )


def _next(asked: Practice) -> tuple[Practice, Progress]:
    """The session after an answer that brings the card back, and its bar."""
    after = asked.answered(MISSED)
    return after, after.progress


def _asked(session: Practice) -> Practice:
    """The session where it asks for the first time."""
    while session.current and session.current.kind is CardKind.STUDY:
        session = session.studied()
    return session


def _memories(everyone: tuple[StudentId, ...]) -> dict[StudentId, Memory]:
    """Two thirds of the names have been practised for some days or weeks, and some were missed."""
    chance = Random(1)
    return {who: _practised(who, chance) for who in everyone[::3] + everyone[1::3]}


def _practised(who: StudentId, chance: Random) -> Memory:
    day = NOW - timedelta(days=chance.randint(1, 20))
    answers = [(Rating.HARD, day)]
    while (day := day + timedelta(days=chance.randint(1, 6))) < NOW:
        answers.append((Rating.GOOD if chance.random() < HITS else Rating.AGAIN, day))
    memory = replay(answers, student_id=who, direction=Direction.FACE_TO_NAME)
    assert memory is not None  # noqa: S101 - there are answers
    return memory
