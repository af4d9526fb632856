"""Is a typed name right, a slip of the pen, or somebody else? Judged against the whole class.

A distance alone cannot tell: Tim and Tom, Mees and Kees are one letter apart. So what was typed is
a slip only if it is near the name meant and clearly further from every classmate's.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from math import inf

from klasgenoot.domain.accepted_names import AcceptedNames, accepted_names
from klasgenoot.domain.class_names import ClassNames
from klasgenoot.domain.names import fold_words, full_name, split_whole_name
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.domain.spelling import CHEAP, LetterMark, distances, marked_letters, same_start

CLEARLY_FURTHER = 1.0
"""How much further than the name meant every classmate's must be, before a slip is called one."""

ALLOWED = ((3, 2 * CHEAP), (7, 1.0), (inf, 2.0))
"""How far a slip may be from names of up to so many letters: a short one leaves no room but for
other spellings of the same sound."""

MOST_ALLOWED = 2.0


class Verdict(StrEnum):
    """What a typed name is worth."""

    RIGHT = "right"
    SPELLING = "spelling"
    """Recalled, but spelled otherwise."""
    DOUBT = "doubt"
    """Near the name, and about as near to a classmate's: the teacher decides."""
    WHICH = "which"
    """Not wrong, but a classmate is called that too: ask for the first letter of the surname."""
    MIXED_UP = "mixed_up"
    """The name of a classmate."""
    WRONG = "wrong"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A verdict with what the answer screen shows beside it.

    Attributes:
        verdict: What the typed name is worth.
        said: MIXED_UP: the classmate whose name was typed; None if several bear that name.
        bearers: MIXED_UP: all classmates who bear that name. WHICH: these and the student meant.
        letters: SPELLING, DOUBT: the name, with the letters marked that were typed otherwise.
    """

    verdict: Verdict
    said: StudentId | None = None
    bearers: tuple[StudentId, ...] = ()
    letters: tuple[LetterMark, ...] = ()


def judge(typed: str, *, target: Student, classmates: Sequence[Student]) -> Judgement:
    """Judges a typed name against the student meant and the rest of the class.

    Args:
        typed: What the teacher typed: a call name, a full name in any order, "Emma V".
        target: Who was shown.
        classmates: The class; the target may be among them.
    """
    names = names_of((*classmates, target))
    return judge_among(typed, target=target.id, names=names)


def names_of(students: Iterable[Student]) -> ClassNames:
    """Every way to write the name of each student, for `judge_among`."""
    return ClassNames(map(accepted_names, students))


def judge_among(typed: str, *, target: StudentId, names: ClassNames) -> Judgement:
    """The same as `judge`, where the names of the class were worked out before.

    Args:
        typed: What the teacher typed.
        target: Who was shown; one of `names`.
        names: The whole class, see `names_of`.
    """
    answer = _read(typed)
    if not answer.folded:
        return Judgement(verdict=Verdict.EMPTY)
    return _judge_exact(answer, names[target], names) or _judge_near(answer, names[target], names)


@dataclass(frozen=True, slots=True)
class _Answer:
    """What was typed: all of it, and each way to read a name and letters of a surname in it."""

    text: str
    folded: str
    with_letters: tuple[tuple[str, str], ...]


def _read(typed: str) -> _Answer:
    if "," in typed:  # "Meulen, Sanne van der"
        given, infix, family = split_whole_name(typed)
        typed = full_name(given=given, infix=infix, family=family)
    words = fold_words(typed).split()
    halves = [("".join(words[:n]), "".join(words[n:])) for n in range(1, len(words))]
    either_way = (*halves, *((second, first) for first, second in halves))
    return _Answer(typed, "".join(words), either_way)


def _readings(answer: _Answer, names: AcceptedNames) -> Iterator[tuple[str, str, dict[str, str]]]:
    """What was typed as (text, the same folded, the names to hold it against)."""
    yield answer.text, answer.folded, names.written
    for name, letters in answer.with_letters:
        if names.has_surname_from(letters):
            yield name, name, names.calls


def _exact(answer: _Answer, names: AcceptedNames) -> str | None:
    """Which of the student's names was typed, letter for letter."""
    readings = _readings(answer, names)
    return next((folded for _, folded, written in readings if folded in written), None)


def _judge_exact(answer: _Answer, meant: AcceptedNames, names: ClassNames) -> Judgement | None:
    """The verdict on what is, letter for letter, a name of somebody in this class; else None."""
    mine = _exact(answer, meant)
    if mine is not None and answer.folded == meant.full:
        return Judgement(verdict=Verdict.RIGHT)
    some = chain(
        names.written(answer.folded), *(names.called(name) for name, _ in answer.with_letters)
    )
    # Two students with one and the same full name cannot be told apart by typing.
    others = names.in_order(those for those in some if those.full != meant.full)
    theirs = [(those, name) for those in others if (name := _exact(answer, those))]
    if mine is None:
        return _mixed_up([those for those, _ in theirs])
    which = _which(mine, meant, [those for those, name in theirs if name == mine])
    return which or Judgement(verdict=Verdict.RIGHT)


def _mixed_up(bearers: Sequence[AcceptedNames]) -> Judgement | None:
    if not bearers:
        return None
    ids = tuple(names.student_id for names in bearers)
    return Judgement(verdict=Verdict.MIXED_UP, said=ids[0] if len(ids) == 1 else None, bearers=ids)


def _which(name: str, meant: AcceptedNames, bearers: Sequence[AcceptedNames]) -> Judgement | None:
    """WHICH, if some who bear the name could be meant as well.

    Nobody called Thomas need say which one because somebody's surname is Thomas.
    """
    rivals = [names for names in bearers if name != meant.primary or name == names.primary]
    if not rivals:
        return None
    ids = tuple(names.student_id for names in (meant, *rivals))
    return Judgement(verdict=Verdict.WHICH, bearers=ids)


@dataclass(frozen=True, slots=True)
class _Near:
    """One of somebody's names that is not what was typed, but near it."""

    distance: float
    name: str
    owner: AcceptedNames
    typed: str
    is_slip: bool


def _own_nears(answer: _Answer, names: AcceptedNames) -> Iterator[_Near]:
    """All names of the student meant that are near what was typed."""
    for text, folded, written in _readings(answer, names):
        for name, apart in distances(folded, names=written, limit=MOST_ALLOWED):
            yield _Near(apart, name, names, text, _is_slip(apart, folded, name=name))


def _all_nears(
    answer: _Answer, names: ClassNames, *, limit: float, slips_only: bool
) -> Iterator[_Near]:
    """All names in a class that are within the limit of what was typed."""
    spellings = names.maybe_near(answer.folded, limit=limit)
    readings: list[tuple[str, Iterable[str], AcceptedNames | None]]
    readings = [(answer.folded, spellings, None)]
    for folded, letters in answer.with_letters:
        readings += [(folded, one.calls, one) for one in names.surnamed(letters)]
    for folded, written, owner in readings:
        some = (name for name in written if not slips_only or same_start(folded, name=name))
        for name, apart in distances(folded, names=some, limit=limit):
            is_slip = _is_slip(apart, folded, name=name)
            for one in [owner] if owner else names.written(name):
                yield _Near(apart, name, one, folded, is_slip)


def _is_slip(apart: float, folded: str, *, name: str) -> bool:
    """Whether what was typed may be a slip of the pen, so far from a name."""
    return apart <= _allowed(name) and same_start(folded, name=name)


def _allowed(name: str) -> float:
    """How far from a name a slip may be."""
    return next(allowed for longest, allowed in ALLOWED if len(name) <= longest)


def _judge_near(answer: _Answer, meant: AcceptedNames, names: ClassNames) -> Judgement:
    """The verdict on what is, letter for letter, nobody's name."""
    mine = min(
        _own_nears(answer, meant),
        key=lambda near: (not near.is_slip, near.distance),
        default=_Near(MOST_ALLOWED + CHEAP, "", meant, "", is_slip=False),
    )
    # No name further away than this changes the verdict. Distances go in steps of CHEAP.
    limit = (mine.distance + CLEARLY_FURTHER if mine.is_slip else mine.distance) - CHEAP
    nears = [
        near
        for near in _all_nears(answer, names, limit=limit, slips_only=not mine.is_slip)
        if near.owner.full != meant.full
    ]
    same = [
        near.owner for near in nears if near.distance == mine.distance and near.name == mine.name
    ]
    known = {those.student_id for those in same}
    theirs = [near for near in nears if near.owner.student_id not in known]

    nearest = min((near.distance for near in theirs), default=inf)
    letters = marked_letters(mine.typed, name=meant.written[mine.name]) if mine.is_slip else ()
    if mine.is_slip and nearest - mine.distance >= CLEARLY_FURTHER:
        which = _which(mine.name, meant, names.in_order(same))
        return which or Judgement(verdict=Verdict.SPELLING, letters=letters)
    slips = [near for near in theirs if near.is_slip and near.distance < mine.distance]
    closest = min((near.distance for near in slips), default=inf)
    bearers = names.in_order(near.owner for near in slips if near.distance == closest)
    unsure = Verdict.DOUBT if mine.is_slip else Verdict.WRONG
    return _mixed_up(bearers) or Judgement(verdict=unsure, letters=letters)
