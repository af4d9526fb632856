"""Is a typed name right, a slip of the pen, or somebody else? Judged against the whole class.

A distance alone cannot tell: Tim and Tom, Mees and Kees are one letter apart. So what was typed is
a slip only if it is near the name meant and clearly further from every classmate's.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import inf

from klasgenoot.domain.accepted_names import AcceptedNames, accepted_names
from klasgenoot.domain.names import fold_words, full_name, split_whole_name
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.domain.spelling import CHEAP, LetterMark, distance, marked_letters, same_start

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


def names_of(students: Iterable[Student]) -> dict[StudentId, AcceptedNames]:
    """Every way to write the name of each student, for `judge_among`."""
    return {student.id: accepted_names(student) for student in students}


def judge_among(
    typed: str, *, target: StudentId, names: Mapping[StudentId, AcceptedNames]
) -> Judgement:
    """The same as `judge`, where the names of the class were worked out before.

    Args:
        typed: What the teacher typed.
        target: Who was shown; one of `names`.
        names: The whole class, see `names_of`.
    """
    answer = _read(typed)
    if not answer.folded:
        return Judgement(verdict=Verdict.EMPTY)
    meant = names[target]
    others = [those for who, those in names.items() if who != target]
    # Two students with one and the same full name cannot be told apart by typing.
    others = [those for those in others if those.full != meant.full]
    return _judge_exact(answer, meant, others) or _judge_near(answer, meant, others)


@dataclass(frozen=True, slots=True)
class _Answer:
    """What was typed: all of it, and each way to read a name and letters of a surname in it."""

    text: str
    folded: str
    with_letters: tuple[tuple[str, str], ...]
    calls: frozenset[str]

    def may_be(self, names: AcceptedNames) -> bool:
        """Whether it may be one of a student's names, letter for letter; most it cannot be."""
        return self.folded in names.written or not self.calls.isdisjoint(names.calls)


def _read(typed: str) -> _Answer:
    if "," in typed:  # "Meulen, Sanne van der"
        given, infix, family = split_whole_name(typed)
        typed = full_name(given=given, infix=infix, family=family)
    words = fold_words(typed).split()
    halves = [("".join(words[:n]), "".join(words[n:])) for n in range(1, len(words))]
    either_way = (*halves, *((second, first) for first, second in halves))
    return _Answer(typed, "".join(words), either_way, frozenset(name for name, _ in either_way))


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


def _judge_exact(
    answer: _Answer, meant: AcceptedNames, others: Sequence[AcceptedNames]
) -> Judgement | None:
    """The verdict on what is, letter for letter, a name of somebody in this class; else None."""
    mine = _exact(answer, meant)
    bearers = [names for names in others if answer.may_be(names)]
    theirs = [(names, name) for names in bearers if (name := _exact(answer, names))]
    if mine is None:
        return _mixed_up([names for names, _ in theirs])
    if answer.folded != meant.full and (
        which := _which(mine, meant, [names for names, name in theirs if name == mine])
    ):
        return which
    return Judgement(verdict=Verdict.RIGHT)


def _mixed_up(bearers: Sequence[AcceptedNames]) -> Judgement | None:
    if not bearers:
        return None
    ids = tuple(dict.fromkeys(names.student_id for names in bearers))
    return Judgement(verdict=Verdict.MIXED_UP, said=ids[0] if len(ids) == 1 else None, bearers=ids)


def _which(name: str, meant: AcceptedNames, bearers: Sequence[AcceptedNames]) -> Judgement | None:
    """WHICH, if some who bear the name could be meant as well.

    Nobody called Thomas need say which one because somebody's surname is Thomas.
    """
    rivals = [names for names in bearers if name != meant.primary or name == names.primary]
    if not rivals:
        return None
    ids = tuple(dict.fromkeys(names.student_id for names in (meant, *rivals)))
    return Judgement(verdict=Verdict.WHICH, bearers=ids)


@dataclass(frozen=True, slots=True)
class _Near:
    """One of somebody's names that is not what was typed, but near it."""

    distance: float
    name: str
    shown: str
    owner: AcceptedNames
    typed: str
    is_slip: bool


def _nears(
    answer: _Answer, names: AcceptedNames, *, limit: float, slips_only: bool = False
) -> Iterator[_Near]:
    """All names of a student that are within the limit of what was typed."""
    for text, folded, written in _readings(answer, names):
        for name, shown in written.items():
            if slips_only and not same_start(folded, name=name):
                continue
            apart = distance(folded, name=name, limit=limit)
            if apart <= limit:
                is_slip = apart <= _allowed(name) and same_start(folded, name=name)
                yield _Near(apart, name, shown, names, text, is_slip)


def _allowed(name: str) -> float:
    """How far from a name a slip may be."""
    return next(allowed for longest, allowed in ALLOWED if len(name) <= longest)


def _judge_near(
    answer: _Answer, meant: AcceptedNames, others: Sequence[AcceptedNames]
) -> Judgement:
    """The verdict on what is, letter for letter, nobody's name."""
    mine = min(
        _nears(answer, meant, limit=MOST_ALLOWED),
        key=lambda near: (not near.is_slip, near.distance),
        default=_Near(MOST_ALLOWED + CHEAP, "", "", meant, "", is_slip=False),
    )
    # No name further away than this changes the verdict. Distances go in steps of CHEAP.
    limit = (mine.distance + CLEARLY_FURTHER if mine.is_slip else mine.distance) - CHEAP
    nears = [
        near
        for names in others
        for near in _nears(answer, names, limit=limit, slips_only=not mine.is_slip)
    ]
    same = [
        near.owner for near in nears if near.distance == mine.distance and near.name == mine.name
    ]
    theirs = [near for near in nears if near.owner not in same]

    nearest = min((near.distance for near in theirs), default=inf)
    letters = marked_letters(mine.typed, name=mine.shown) if mine.is_slip else ()
    if mine.is_slip and nearest - mine.distance >= CLEARLY_FURTHER:
        which = _which(mine.name, meant, same)
        return which or Judgement(verdict=Verdict.SPELLING, letters=letters)
    slips = [near for near in theirs if near.is_slip and near.distance < mine.distance]
    closest = min((near.distance for near in slips), default=inf)
    mixed_up = _mixed_up([near.owner for near in slips if near.distance == closest])
    unsure = Verdict.DOUBT if mine.is_slip else Verdict.WRONG
    return mixed_up or Judgement(verdict=unsure, letters=letters)
