"""How far apart are two spellings of a name, and which letters make the difference?"""

from dataclasses import dataclass
from enum import StrEnum
from math import inf
from operator import itemgetter
from typing import NamedTuple

from klasgenoot.domain.names import fold, tidy

CHEAP = 0.25
"""What writing the same sound in another way costs; an ordinary edit costs 1."""

SAME_SOUND = (
    ("ij", "y"),
    ("ij", "ei"),
    ("ei", "y"),
    ("c", "k"),
    ("ck", "k"),
    ("ck", "c"),
    ("s", "z"),
    ("f", "v"),
    ("ph", "f"),
    ("th", "t"),
    ("d.", "t."),
)
"""Spellings that sound alike in Dutch: Thijs/Thys, Erica/Erika, Suzan/Susan, Sofie/Sophie.
The dot is the end of the name (David/Davit). A letter doubled (Marten/Maarten) counts as well."""

_BOTH_WAYS = SAME_SOUND + tuple((second, first) for first, second in SAME_SOUND)
_BY_FIRST = {a[0]: tuple(pair for pair in _BOTH_WAYS if pair[0][0] == a[0]) for a, _ in _BOTH_WAYS}
_BY_LAST = {
    a[-1]: tuple(pair for pair in _BOTH_WAYS if pair[0][-1] == a[-1]) for a, _ in _BOTH_WAYS
}

_SOUNDS = str.maketrans("czvpd", "ksfft", "ijyeh")
"""Makes one letter of all that can be exchanged cheaply, and leaves out what can come or go so."""


class Mark(StrEnum):
    """What became of a letter between the name and what was typed."""

    KEPT = "kept"
    MISSING = "missing"
    EXTRA = "extra"
    SWAPPED = "swapped"


@dataclass(frozen=True, slots=True)
class LetterMark:
    """A letter to show, with the punctuation behind it, and what became of it."""

    letter: str
    mark: Mark


def distance(typed: str, *, name: str, limit: float = inf) -> float:
    """How far apart two folded spellings are; `inf` as soon as that is sure to exceed the limit.

    Optimal string alignment (Damerau 1964 without edits inside a swap): a letter too many, too
    few, another letter, or two neighbours swapped cost 1, the same sound in other letters `CHEAP`.
    Symmetric, but no metric: the triangle inequality does not hold.
    """
    if typed == name:
        return 0.0
    if abs(len(typed) - len(name)) * CHEAP > limit or _different_sounds(typed, name) > limit:
        return inf
    typed, name = f"{typed}.", f"{name}."
    rows = [[float(place) for place in range(len(name) + 1)]]
    for i, letter in enumerate(typed, 1):
        alike = _alike(typed[:i])
        above, row = rows[-1], [float(i)]
        for j, other in enumerate(name, 1):
            best = above[j - 1] if letter == other else above[j - 1] + 1
            if (fewer := min(above[j], row[-1]) + 1) < best:
                best = fewer
            if i > 1 and j > 1 and typed[i - 2] == other and letter == name[j - 2]:
                best = min(best, rows[i - 2][j - 2] + 1)
            for ending, back in alike.get(other, ()):
                if name.endswith(ending, 0, j):
                    best = min(best, rows[i - back][j - len(ending)] + CHEAP)
            row.append(best)
        if min(above) > limit and min(row) > limit:
            return inf
        rows.append(row)
    return rows[-1][-1] if rows[-1][-1] <= limit else inf


def _different_sounds(one: str, other: str) -> int:
    """A quick lower bound of the distance: an ordinary edit brings or takes one sound at most."""
    sounds, other_sounds = set(one.translate(_SOUNDS)), set(other.translate(_SOUNDS))
    return max(len(sounds - other_sounds), len(other_sounds - sounds))


def _alike(start: str) -> dict[str, list[tuple[str, int]]]:
    """What sounds as the end of `start`, by last letter, and how many letters long that end is."""
    last = start[-1]
    alike = {last: [(last * 2, 1)]}
    if start.endswith(last * 2):
        alike[last].append((last, 2))
    for ending, other in _BY_LAST.get(last, ()):
        if start.endswith(ending):
            alike.setdefault(other[-1], []).append((other, len(ending)))
    return alike


def same_start(typed: str, *, name: str) -> bool:
    """Whether two folded spellings begin with one letter, one sound, or two letters swapped."""
    return (
        typed[:1] == name[:1]
        or typed[:2] == name[1::-1]
        or any(typed.startswith(a) and name.startswith(b) for a, b in _BY_FIRST.get(typed[:1], ()))
    )


class _Step(NamedTuple):
    """One way to get on: over how many typed and wanted letters, at what cost, and their mark."""

    typed: int
    wanted: int
    cost: int
    mark: Mark


# Another letter costs more than a missing or an extra one, so that as many as can be are kept.
_KEEP = _Step(1, 1, 0, Mark.KEPT)
_SWAP = _Step(2, 2, 2, Mark.SWAPPED)
_EDITS = (_Step(1, 1, 3, Mark.MISSING), _Step(0, 1, 2, Mark.MISSING), _Step(1, 0, 2, Mark.EXTRA))


def marked_letters(typed: str, *, name: str) -> tuple[LetterMark, ...]:
    """The name letter by letter as it should be, with what was forgotten, added or swapped marked.

    Another letter than the right one is an EXTRA followed by a MISSING. The letters that are not
    EXTRA spell the name. Accents and punctuation count as kept: nobody is asked to type them.
    """
    given, wanted = _letters(typed), _letters(name)
    marks: list[LetterMark] = []
    i = j = 0
    for step in _fewest_edits([a for _, a in given], [b for _, b in wanted]):
        if step is not _KEEP and step is not _SWAP:
            marks += [LetterMark(shown, Mark.EXTRA) for shown, _ in given[i : i + step.typed]]
        marks += [LetterMark(shown, step.mark) for shown, _ in wanted[j : j + step.wanted]]
        i, j = i + step.typed, j + step.wanted
    return tuple(mark for mark in marks if mark.letter)


def _letters(text: str) -> list[tuple[str, str]]:
    """Each folded letter with what to show for it; punctuation goes with the letter before it."""
    letters: list[tuple[str, str]] = []
    opening = ""
    for character in tidy(text):
        folded = fold(character)
        if folded:
            letters.append((opening + character, folded[0]))
            letters += [("", letter) for letter in folded[1:]]  # æ is two letters, shown as one
            opening = ""
        elif letters:
            letters[-1] = (letters[-1][0] + character, letters[-1][1])
        else:
            opening += character
    return letters


def _fewest_edits(given: list[str], wanted: list[str]) -> list[_Step]:
    """The steps from what was typed to what was wanted that edit least, read from the left."""

    def best(i: int, j: int) -> tuple[int, _Step]:
        possible = [edit for edit in _EDITS if i + edit.typed <= n and j + edit.wanted <= m]
        if given[i : i + 2] == wanted[j : j + 2][::-1] and len(given[i : i + 2]) > 1:
            possible.insert(0, _SWAP)
        if i < n and j < m and given[i] == wanted[j]:
            possible.insert(0, _KEEP)
        return min(
            (
                (step.cost + best_from[i + step.typed, j + step.wanted][0], step)
                for step in possible
            ),
            key=itemgetter(0),
        )

    n, m = len(given), len(wanted)
    best_from = {(n, m): (0, _KEEP)}
    for i in range(n, -1, -1):
        for j in range(m, -1, -1):
            if (i, j) != (n, m):
                best_from[i, j] = best(i, j)
    steps: list[_Step] = []
    i = j = 0
    while (i, j) != (n, m):
        steps.append(best_from[i, j][1])
        i, j = i + steps[-1].typed, j + steps[-1].wanted
    return steps
