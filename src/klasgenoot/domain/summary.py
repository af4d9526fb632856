"""How did the session go? What was known and what was not, who was mixed up, and who comes back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from klasgenoot.domain.memory import Memory, day_of
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.practice import Practice


class Result(StrEnum):
    """What became of one face: known, found with a guess or a hint, or missed at least once."""

    KNEW = "knew"
    GUESSED = "guessed"
    AGAIN = "again"


@dataclass(frozen=True, slots=True, kw_only=True)
class MixUp:
    """Two students taken for each other: first whose face it was, then whose name was said.

    `times` counts both ways round.
    """

    student_id: StudentId
    said_id: StudentId
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A session looked back on.

    Attributes:
        results: Every face that was answered: first those known, then guessed, then missed.
        seconds: Time spent on the cards.
        mix_ups: The pairs mixed up, most often first.
        tomorrow: Who is asked on the next practice day, new faces left out.
    """

    results: Mapping[StudentId, Result]
    seconds: float
    mix_ups: tuple[MixUp, ...]
    tomorrow: tuple[StudentId, ...]

    def count(self, result: Result) -> int:
        """How many faces had this result."""
        return sum(each is result for each in self.results.values())


def summary_of(
    practice: Practice, *, memories: Mapping[StudentId, Memory], at: datetime
) -> Summary:
    """What a session, finished or stopped, comes to.

    Args:
        practice: The session as it stands.
        memories: What is known after it of all whom the teacher is learning, in its direction.
        at: The moment of looking back.
    """
    tomorrow = day_of(at) + timedelta(days=1)
    return Summary(
        results=_results(practice),
        seconds=practice.study_seconds + sum(answer.outcome.seconds for answer in practice.answers),
        mix_ups=_mix_ups(practice),
        tomorrow=tuple(who for who, memory in memories.items() if day_of(memory.due) <= tomorrow),
    )


def _results(practice: Practice) -> dict[StudentId, Result]:
    """The worst that happened to each face, in the order of `Result`."""
    order = list(Result)
    worst: dict[StudentId, Result] = {}
    for answer in practice.answers:
        who = answer.card.student_id
        if not answer.outcome.recalled:
            result = Result.AGAIN
        else:
            result = Result.KNEW if answer.outcome.sure else Result.GUESSED
        worst[who] = max(result, worst.get(who, result), key=order.index)
    return dict(sorted(worst.items(), key=lambda item: order.index(item[1])))


def _mix_ups(practice: Practice) -> tuple[MixUp, ...]:
    """The pairs in the order they were first mixed up, those of most times in front."""
    times: dict[frozenset[StudentId], int] = {}
    first: dict[frozenset[StudentId], tuple[StudentId, StudentId]] = {}
    for answer in practice.answers:
        who, said = answer.card.student_id, answer.outcome.said
        if said is None or answer.outcome.recalled:
            continue
        pair = frozenset((who, said))
        first.setdefault(pair, (who, said))
        times[pair] = times.get(pair, 0) + 1
    found = (
        MixUp(student_id=who, said_id=said, times=times[pair])
        for pair, (who, said) in first.items()
    )
    return tuple(sorted(found, key=lambda mix_up: -mix_up.times))
