"""Where does a given name of several words end? What the rest of a list tells about whole names.

"Fatima Zahra Bouzid" and "Maria Garcia Lopez" look alike. A list often says more: the e-mail
address, a family name that comes back, a double given name that somebody else has too.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from klasgenoot.domain.names import fold, split_family, split_whole_name, tidy

_OPEN = 3
"""A name of fewer words can be parted in one way only."""
_A_HABIT = 3
"""So many names in which the family name is in capitals are how the list was made."""
_MOST = 0.8
_INITIALS = 2
"""Fewer letters in capitals are initials: "JP Smit"."""
_BETWEEN = re.compile(r"[._-]+")

Parts = tuple[str, str, str]
"""Given name, infix and family name."""


class Capitals(Enum):
    """Where the family name stands, in a list that has it in capitals."""

    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Told:
    """What the names of one list tell about each other, folded.

    Attributes:
        given: given names, also of several words, each as one.
        families: family names without infix.
        capitals: where the family name stands in capitals; None where it does not.
    """

    given: frozenset[str] = frozenset()
    families: frozenset[str] = frozenset()
    capitals: Capitals | None = None


def told_by_names(people: Iterable[tuple[str, str]]) -> Told:
    """What whole names with their e-mail addresses tell about each other, in whatever order."""
    known = {(tidy(name), email) for name, email in people}
    capitals = _habit([name for name, _ in known])
    given: set[str] = set()
    families: set[str] = set()
    before: defaultdict[str, set[str]] = defaultdict(set)
    for name, email in known:
        parts = _sure(name, email=email, capitals=capitals)
        if parts is None:
            *first, last = name.split()
            before[fold(last)].add(fold(" ".join(first[1:])))
        elif parts[0] and parts[2]:
            given.add(fold(parts[0]))
            families.add(fold(parts[2]))
    families |= {last for last, middles in before.items() if len(middles) > 1}
    both = given & families
    return Told(frozenset(given - both - {""}), frozenset(families - both - {""}), capitals)


def part_name(name: str, *, email: str, told: Told) -> Parts:
    """A whole name as (given name, infix, family name).

    As `split_whole_name` has it, unless the list says where a given name of several words ends;
    what it says in two ways counts for nothing.
    """
    name = tidy(name)
    sure = _sure(name, email=email, capitals=told.capitals)
    if sure is not None:
        return sure
    words = name.split()
    ends = {end for end in range(1, len(words)) if _fits(words, end, told)}
    return _parted(words, ends.pop()) if len(ends) == 1 else split_whole_name(name)


def parted_beside(name: str, *, given: str, family: str) -> Parts | None:
    """A whole name beside a column with a part of it, as that column parts it; else None.

    A given name of one word says no more than the whole name does: it may be what they are called.
    """
    words = tidy(name).split()
    if "," in name or len(words) < _OPEN:
        return None
    for end in range(1, len(words)):
        begins = end > 1 and fold(given) == fold(" ".join(words[:end]))
        if begins or (family and fold(family) == fold(" ".join(words[end:]))):
            return _parted(words, end)
    return None


def _fits(words: Sequence[str], end: int, told: Told) -> bool:
    """Whether another name in the list speaks for a given name that ends there."""
    given, family = fold(" ".join(words[:end])), fold(" ".join(words[end:]))
    if family in told.families:
        return True
    if end == 1:
        return False  # half of the class may be called Maria: that says nothing of what follows
    further = [fold(word) for word in words[1:end]]
    is_last = end == len(words) - 1
    return given in told.given or (is_last and all(word in told.given for word in further))


def _sure(name: str, *, email: str, capitals: Capitals | None) -> Parts | None:
    """The parts of a name that is sure by itself or by its address; None where it is open."""
    words = name.split()
    written = _in_capitals(words) if capitals else None
    if written is not None and written[0] is capitals:
        return _parted(words, written[1], is_turned=capitals is Capitals.FIRST)
    parts = split_whole_name(name)
    is_open = len(words) >= _OPEN and parts == (words[0], "", " ".join(words[1:]))
    if not is_open:
        return parts
    ends = [end for end in range(1, len(words)) if _is_address_of(words, end, email=email)]
    return _parted(words, ends[0]) if len(ends) == 1 else None


def _parted(words: Sequence[str], at: int, *, is_turned: bool = False) -> Parts:
    before, after = " ".join(words[:at]), " ".join(words[at:])
    return (after, *split_family(before)) if is_turned else (before, *split_family(after))


def _is_address_of(words: Sequence[str], end: int, *, email: str) -> bool:
    """Whether an address is made of a given name that ends there: "fz.bouzid", "fatima.bouzid"."""
    *first, last = map(fold, _BETWEEN.split(email.partition("@")[0]))
    family = fold(" ".join(words[end:]))
    if not first or not family or last.rstrip("0123456789") != family:
        return False
    given = [fold(word) for word in words[:end]]
    initials = "".join(word[:1] for word in given)
    return "".join(first) in {"".join(given), given[0], initials, initials[:1]}


def _habit(names: Sequence[str]) -> Capitals | None:
    """Where most names of a list have a family name in capitals."""
    found = [_in_capitals(name.split()) for name in names]
    for side in Capitals:
        count = sum(each is not None and each[0] is side for each in found)
        if count >= _A_HABIT and count >= _MOST * len(names):
            return side
    return None


def _in_capitals(words: Sequence[str]) -> tuple[Capitals, int] | None:
    """On which side words in capitals stand, and where the name is parted then."""
    loud = [word.isupper() and len(fold(word)) > _INITIALS for word in words]
    if not any(loud) or all(loud) or "," in "".join(words):
        return None
    first, last = loud.index(True), len(loud) - loud[::-1].index(True)
    if not all(loud[first:last]):
        return None
    while first > 1 and words[first - 1].isupper():
        first -= 1  # "Ali EL AMRANI"
    while last < len(words) - 1 and words[last].isupper():
        last += 1
    if first == 0:
        return Capitals.FIRST, last
    if last == len(words):
        infix = split_family(" ".join(words[1:]))[0].split()
        return Capitals.LAST, 1 if infix and len(infix) == first - 1 else first
    return None
