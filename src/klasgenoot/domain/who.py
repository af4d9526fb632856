"""Who is meant by what was typed? Names as a teacher shortens them, in one list of students.

"San", "Sanne", "sanne h", "Sanne van der Berg": small letters, accents and tussenvoegsels do not
count. More than one answer is an answer too: nobody guesses between two Emma's.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from klasgenoot.domain.names import fold, split_family
from klasgenoot.domain.people import Student, StudentId

MOST_ASKED = 1_000
"""So many typed names are remembered: of a line that grows by a letter, all but the last."""
_NO_NAME = re.compile(r"[@#*<>\0]")
"""What no name has in it."""

SHORTEST_PREFIX = 2
"""The fewest letters that stand for a longer call name or tussenvoegsel."""
SHORTEST_ELSEWHERE = 3
"""The same for who is not in the class at hand: a short word is rather a slip than one of them."""


class Fit(NamedTuple):
    """How well a typed name fits; a greater one fits better."""

    call: int
    """3 is the call name, 2 another name (of the list, an alias), 1 the start of any of them."""
    family: int
    """3 is the whole family name or none typed, 2 the same but for its tussenvoegsel, 1 a start."""


@dataclass(frozen=True, slots=True)
class _Known:
    """One student's names, folded."""

    id: StudentId
    calls: tuple[str, ...]
    starts: frozenset[str]
    family: str
    surname: str
    abbreviated: str


class NameBook:
    """The names of some students, folded once for many look-ups.

    Args:
        students: the class at hand: whom a name means if it can.
        elsewhere: everybody else, whom a name means when it fits nobody of the class.
    """

    def __init__(self, students: Iterable[Student], *, elsewhere: Iterable[Student] = ()) -> None:
        self._here = tuple(_folded(student) for student in students)
        self._ids = tuple(known.id for known in self._here)
        self._is_here = frozenset(self._ids)
        others = (student for student in elsewhere if student.id not in self._is_here)
        self._known = (*self._here, *(_folded(student) for student in others))
        self._places = {known.id: at for at, known in enumerate(self._known)}
        self._by_start: defaultdict[str, list[_Known]] = defaultdict(list)
        self._by_call: defaultdict[str, list[StudentId]] = defaultdict(list)
        for known in self._known:
            for start in known.starts:
                self._by_start[start].append(known)
        self._by_family: defaultdict[str, list[_Known]] = defaultdict(list)
        self._asked: dict[str, dict[StudentId, Fit]] = {}
        for known in self._here:
            for call in known.calls[:1]:
                self._by_call[call].append(known.id)
            families = (known.family, known.surname, known.abbreviated)
            for start in {name[:SHORTEST_PREFIX] for name in families}:
                self._by_family[start].append(known)

    @property
    def ids(self) -> tuple[StudentId, ...]:
        """Everybody in the class at hand, in the order they were given."""
        return self._ids

    def has(self, student_id: StudentId) -> bool:
        """Whether a student is in the class at hand."""
        return student_id in self._is_here

    def meant(
        self, typed: str, *, whole: bool = False, first: Collection[StudentId] = ()
    ) -> tuple[StudentId, ...]:
        """Who fits best: one, nobody, or several between whom only the teacher can choose.

        Args:
            typed: a call name or its beginning, with or without (the beginning of) a family name.
            whole: take a whole call name only.
            first: if anybody of these fits, nobody else counts.
        """
        fits = self.fits(typed)
        fits = {one: fit for one, fit in fits.items() if one in first} or fits
        here = _best({one: fit for one, fit in fits.items() if one in self._is_here})
        if here and fits[here[0]].call > 1:
            best = here
        else:
            elsewhere = _best({one: fit for one, fit in fits.items() if one not in self._is_here})
            # who is called just this somewhere else is a choice beside the start of a name here
            named = bool(elsewhere) and fits[elsewhere[0]].call > 1
            best = (*here, *elsewhere) if named else here or elsewhere
        return tuple(one for one in best if not whole or fits[one].call > 1)

    def fits(self, typed: str) -> dict[StudentId, Fit]:
        """Everybody whom the typed name fits, and how well, in the order of the book."""
        if typed not in self._asked:
            if len(self._asked) >= MOST_ASKED:
                self._asked.clear()
            self._asked[typed] = self._fits(typed)
        return self._asked[typed]

    def _fits(self, typed: str) -> dict[StudentId, Fit]:
        words = [] if _NO_NAME.search(typed) else [fold(word) for word in typed.split()]
        if not words or not all(words):
            return {}
        call = "".join(words)
        starts = {call[:letters] for letters in (1, SHORTEST_PREFIX)}
        divisions = tuple(_divisions(words))
        found: dict[StudentId, Fit] = {}
        for known in {k.id: k for start in starts for k in self._by_start.get(start, ())}.values():
            fits = [fit for parts in divisions if (fit := _fit(known, *parts))]
            best = max(fits, default=None)
            if best is not None and self._counts(known.id, best, letters=len(call)):
                found[known.id] = best
        return {one: found[one] for one in sorted(found, key=self._places.__getitem__)}

    def called(self, typed: str) -> tuple[StudentId, ...]:
        """Who in the class at hand is called exactly this."""
        return tuple(self._by_call.get(fold(typed), ()))

    def with_family(self, typed: str) -> tuple[StudentId, ...]:
        """Whose family name begins with this, with its tussenvoegsel or without."""
        family = fold(typed)
        return tuple(
            known.id
            for known in self._by_family.get(family[:SHORTEST_PREFIX], ())
            if len(family) >= SHORTEST_PREFIX and _family_fit(known, family)
        )

    def _counts(self, one: StudentId, fit: Fit, *, letters: int) -> bool:
        return fit.call > 1 or letters >= SHORTEST_ELSEWHERE or one in self._is_here


def book_of(students: "Iterable[Student] | NameBook") -> NameBook:
    """The names of these students, or the book as it is."""
    return students if isinstance(students, NameBook) else NameBook(students)


def _best(fits: Mapping[StudentId, Fit]) -> tuple[StudentId, ...]:
    best = max(fits.values(), default=None)
    return tuple(one for one, fit in fits.items() if fit == best)


def _folded(student: Student) -> _Known:
    infix, family = student.infix, student.family_name
    if not infix:
        infix, family = split_family(family)
    named = (student.name, student.given_name, *student.aliases)
    calls = dict.fromkeys(call for call in map(fold, named) if call)
    short_infix = "".join(fold(word)[:1] for word in infix.replace(".", " ").split())
    return _Known(
        id=student.id,
        calls=tuple(calls),
        starts=frozenset(call[:SHORTEST_PREFIX] for call in calls),
        family=fold(family),
        surname=fold(infix) + fold(family),
        abbreviated=short_infix + fold(family),
    )


def _divisions(words: Sequence[str]) -> Iterator[tuple[str, str | None]]:
    """Every way to divide the words into call name and family name."""
    for count in range(1, len(words)):
        yield "".join(words[:count]), "".join(words[count:])
    yield "".join(words), None


def _fit(known: _Known, call: str, family: str | None) -> Fit | None:
    by_call = 0 if call not in known.calls else 3 if call == known.calls[0] else 2
    if not by_call and len(call) >= SHORTEST_PREFIX:
        by_call = int(any(name.startswith(call) for name in known.calls))
    by_family = 3 if family is None else _family_fit(known, family)
    return Fit(by_call, by_family) if by_call and by_family else None


def _family_fit(known: _Known, family: str) -> int:
    """As `Fit.family`. One letter begins the family name, never its tussenvoegsel."""
    if family == known.surname:
        return 3
    names = (known.family, known.surname, known.abbreviated)[: 1 if len(family) == 1 else None]
    return 2 if family in names else int(any(name.startswith(family) for name in names))
