"""Who is meant by what was typed? Names as a teacher shortens them, in one list of students.

"San", "Sanne", "sanne h", "Sanne van der Berg": small letters, accents and tussenvoegsels do not
count. More than one answer is an answer too: nobody guesses between two Emma's.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from klasgenoot.domain.names import fold, split_family
from klasgenoot.domain.people import Student, StudentId

_NO_NAME = re.compile(r"[@#*<>\0]")
"""What no name has in it."""

SHORTEST_PREFIX = 2
"""The fewest letters that stand for a longer call name or tussenvoegsel."""


class Fit(NamedTuple):
    """How well a typed name fits; a greater one fits better."""

    call: int
    """3 is the call name, 2 the given name of who is called otherwise, 1 the start of either."""
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
    """The names of some students, folded once for many look-ups."""

    def __init__(self, students: Iterable[Student]) -> None:
        self._known = tuple(_folded(student) for student in students)

    @property
    def ids(self) -> tuple[StudentId, ...]:
        """Everybody in the book, in the order they were given."""
        return tuple(known.id for known in self._known)

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
        best = max(fits.values(), default=None)
        if best is None or (whole and best.call == 1):
            return ()
        return tuple(student for student, fit in fits.items() if fit == best)

    def fits(self, typed: str) -> dict[StudentId, Fit]:
        """Everybody whom the typed name fits, and how well, in the order of the book."""
        words = [] if _NO_NAME.search(typed) else [fold(word) for word in typed.split()]
        if not words or not all(words):
            return {}
        starts = {"".join(words)[:letters] for letters in (1, SHORTEST_PREFIX)}
        found: dict[StudentId, Fit] = {}
        for known in self._known:
            if not known.starts.isdisjoint(starts):
                fits = [fit for parts in _divisions(words) if (fit := _fit(known, *parts))]
                if fits:
                    found[known.id] = max(fits)
        return found

    def called(self, typed: str) -> tuple[StudentId, ...]:
        """Who is called exactly this."""
        call = fold(typed)
        return tuple(known.id for known in self._known if call and known.calls[:1] == (call,))

    def with_family(self, typed: str) -> tuple[StudentId, ...]:
        """Whose family name begins with this, with its tussenvoegsel or without."""
        family = fold(typed)
        return tuple(
            known.id
            for known in self._known
            if len(family) >= SHORTEST_PREFIX and _family_fit(known, family)
        )


def _folded(student: Student) -> _Known:
    infix, family = student.infix, student.family_name
    if not infix:
        infix, family = split_family(family)
    calls = dict.fromkeys(call for call in map(fold, (student.name, student.given_name)) if call)
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
    by_call = next((3 - at for at, name in enumerate(known.calls) if name == call), 0)
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
