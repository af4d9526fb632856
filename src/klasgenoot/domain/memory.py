"""How well is a name known? One memory per student and direction, by FSRS-6."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import IntEnum, StrEnum
from functools import cache
from typing import TYPE_CHECKING, cast

from klasgenoot.domain.people import StudentId

if TYPE_CHECKING:
    from fsrs import Scheduler

DAY_TURNS = time(3, tzinfo=UTC)
"""When a practice day ends and the next begins: at four or five in the night in the Netherlands."""

DECAY = 0.1542
"""How steeply recall falls: weight w20 of FSRS-6 (py-fsrs 6.3, `FSRS_DEFAULT_DECAY`)."""

FACTOR = 0.9 ** (-1 / DECAY) - 1
"""Scales the curve so that recall is 0.9 once as many days have passed as the stability."""


class Direction(StrEnum):
    """What is asked for. Knowing the name with a face is not knowing the face with a name."""

    FACE_TO_NAME = "face_to_name"
    NAME_TO_FACE = "name_to_face"
    SEAT_TO_NAME = "seat_to_name"
    NAME_TO_SEAT = "name_to_seat"

    @property
    def is_about_seats(self) -> bool:
        """Whether it is about where students sit."""
        return self in {Direction.SEAT_TO_NAME, Direction.NAME_TO_SEAT}

    @property
    def comes_after(self) -> "Direction | None":
        """The direction in which the same is known the other way round, if it was learned."""
        return {
            Direction.NAME_TO_FACE: Direction.FACE_TO_NAME,
            Direction.NAME_TO_SEAT: Direction.SEAT_TO_NAME,
        }.get(self)


class Rating(IntEnum):
    """How well an answer was recalled, in the numbers FSRS uses."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class Level(IntEnum):
    """How well a name is known, in the steps a teacher sees. The number is the count of pips."""

    NEW = 0
    LEARNING = 1
    ALMOST = 2
    KNOWN = 3


ALMOST_FROM = 2.0
"""Stability in days: recalled with 90 % chance two days after the last answer."""

KNOWN_FROM = 7.0
"""Stability in days: recalled with 90 % chance a week after the last answer."""

FADED_BELOW = 0.8
"""Chance of recall now under which a name counts one level lower."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What is left of one name, in one direction, after all answers so far.

    `stability` is the number of days after which it is recalled with 90 % chance; `difficulty` runs
    from 1 to 10. A model with a second stability adds a field with a default and changes nothing
    else: only `review` and `retrievability` look inside.

    Attributes:
        last_review: When the last answer was given; aware.
        due: The start of the practice day on which it is asked again; aware.
        reviews: How many answers were rated.
        lapses: How many of those were a miss.
    """

    student_id: StudentId
    direction: Direction
    stability: float
    difficulty: float
    last_review: datetime
    due: datetime
    reviews: int
    lapses: int

    def __post_init__(self) -> None:
        _aware(self.last_review)
        _aware(self.due)


def day_of(moment: datetime) -> date:
    """The practice day a moment belongs to.

    It turns at night (`DAY_TURNS`), the same everywhere: a session over midnight, a change to
    summer time or a computer set to another zone moves no answer to another day.

    Raises:
        ValueError: `moment` is naive.
    """
    since_midnight = timedelta(hours=DAY_TURNS.hour)
    return (_aware(moment).astimezone(UTC) - since_midnight).date()


def start_of(day: date) -> datetime:
    """The moment a practice day begins, in UTC."""
    return datetime.combine(day, DAY_TURNS)


def review(
    memory: Memory | None,
    *,
    student_id: StudentId,
    direction: Direction,
    rating: Rating,
    at: datetime,
) -> Memory:
    """The memory after one more rated answer; `memory` is None for the first.

    Time counts in whole practice days, so that someone who practises each day a little earlier than
    the day before still learns over days and not "within one day". A miss comes back the next day,
    whatever interval FSRS would give it.

    Raises:
        ValueError: `at` is naive.
    """
    import fsrs

    today = start_of(day_of(at))
    card = fsrs.Card(card_id=student_id, due=today)  # without an id of our own it sleeps 1 ms
    if memory is not None:
        card.state, card.step = fsrs.State.Review, None
        card.stability, card.difficulty = memory.stability, memory.difficulty
        card.last_review = start_of(day_of(memory.last_review))
    card, _ = scheduler().review_card(card, fsrs.Rating(rating), today)
    missed = rating is Rating.AGAIN
    return Memory(
        student_id=student_id,
        direction=direction,
        stability=cast("float", card.stability),
        difficulty=cast("float", card.difficulty),
        last_review=at.astimezone(UTC),
        due=today + timedelta(days=1) if missed else card.due,
        reviews=(memory.reviews if memory else 0) + 1,
        lapses=(memory.lapses if memory else 0) + missed,
    )


def replay(
    answers: Iterable[tuple[Rating, datetime]], *, student_id: StudentId, direction: Direction
) -> Memory | None:
    """The memory that follows from the rated answers of one student, in the order they were given.

    Used when an earlier answer is graded anew. None without answers.
    """
    memory = None
    for rating, at in answers:
        memory = review(memory, student_id=student_id, direction=direction, rating=rating, at=at)
    return memory


def retrievability(memory: Memory, *, at: datetime) -> float:
    """The chance, above 0 and up to 1, that the name is recalled on the practice day of `at`.

    R(t, S) = (1 + FACTOR * t / S) ** -DECAY with t in whole days, the FSRS-6 forgetting curve as
    py-fsrs has it. Written out here so that lists need not load that library.
    """
    days = max(0, (day_of(at) - day_of(memory.last_review)).days)
    return float((1 + FACTOR * days / memory.stability) ** -DECAY)


def is_due(memory: Memory, *, at: datetime) -> bool:
    """Whether the name is asked again on the practice day of `at`.

    An answer from a later day (the clock has been set back since) is due as well, else its student
    would stay away until the clock catches up.
    """
    return memory.due <= at or day_of(memory.last_review) > day_of(at)


def level(memory: Memory | None, *, at: datetime) -> Level:
    """How well a name is known, in four steps.

    No rated answer yet is NEW. Otherwise the stability decides: KNOWN from a week (`KNOWN_FROM`),
    ALMOST from two days (`ALMOST_FROM`), else LEARNING. A name that has faded, so that the chance
    of recall is now under `FADED_BELOW`, counts one level lower, but never as NEW again.
    """
    if memory is None:
        return Level.NEW
    if memory.stability >= KNOWN_FROM:
        reached = Level.KNOWN
    elif memory.stability >= ALMOST_FROM:
        reached = Level.ALMOST
    else:
        reached = Level.LEARNING
    faded = retrievability(memory, at=at) < FADED_BELOW
    return Level(max(Level.LEARNING, reached - faded))


def known_count(memories: Iterable[Memory], *, at: datetime) -> int:
    """How many of these names the teacher knows."""
    return sum(level(memory, at=at) is Level.KNOWN for memory in memories)


@cache
def scheduler() -> "Scheduler":
    """FSRS-6 with its published weights. Steps within a session are the practice's own business."""
    import fsrs

    return fsrs.Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)


def _aware(moment: datetime) -> datetime:
    """The same moment, if it says which clock it was read from."""
    if moment.utcoffset() is None:
        raise ValueError(f"a moment without a time zone: {moment.isoformat()}")
    return moment
