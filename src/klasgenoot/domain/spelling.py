"""How far apart are two spellings of a name, and which letters make the difference?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, pairwise
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

PAIRS_PER_EDIT = 3
"""How many pairs of sounds (`sound_pairs`) an ordinary edit takes away at most, or brings: two
letters swapped change the pair they make and those with the letters beside them."""


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
    """How far apart two folded spellings are; `inf` if that exceeds the limit.

    Optimal string alignment (Damerau 1964 without edits inside a swap): a letter too many, too
    few, another letter, or two neighbours swapped cost 1, the same sound in other letters `CHEAP`.
    Symmetric, but no metric: the triangle inequality does not hold.
    """
    return dict(distances(typed, names=(name,), limit=limit)).get(name, inf)


def distances(
    typed: str, *, names: Iterable[str], limit: float = inf
) -> Iterator[tuple[str, float]]:
    """Those of many names that are within the limit of what was typed, each with its distance.

    Quick where names that begin alike follow each other: that beginning is compared once.
    """
    text, before = f"{typed}.", ""
    rows = [_Row([float(place) for place in range(len(text) + 1)], 0, min(limit, len(text)))]
    for name in names:
        if abs(len(typed) - len(name)) * CHEAP > limit:
            continue
        ended = f"{name}."
        alike = _alike_at_first(before, ended)
        if alike >= len(rows):
            continue  # what it begins with is too far already
        del rows[alike + 1 :]
        for count in range(alike + 1, len(ended) + 1):
            row = _next_row(rows, ended[:count], text=text, limit=limit)
            if max(row.end, rows[-1].end) < 0:
                break
            rows.append(row)
        else:
            if (apart := rows[-1].apart[-1]) <= limit:
                yield name, apart
        before = ended


def _alike_at_first(one: str, other: str) -> int:
    """How many letters two texts begin with that are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((count for count, (a, b) in pairs if a != b), min(len(one), len(other)))


class _Row(NamedTuple):
    """How far one beginning of a name is from each beginning of what was typed.

    Attributes:
        apart: the distances, by number of letters typed; true up to the limit.
        begin: the first of them within the limit.
        end: the last of them within the limit, below 0 if there is none.
    """

    apart: list[float]
    begin: int
    end: float


def _next_row(rows: Sequence[_Row], start: str, *, text: str, limit: float) -> _Row:
    """The row of a beginning that is one letter longer than those before it."""
    above, letter, size = rows[-1].apart, start[-1], len(text) + 1
    twice_above = rows[-2].apart if len(rows) > 1 else None
    # nothing is within the limit that is not reached from where the two rows before it are
    begin, end = rows[-1].begin, rows[-1].end
    if twice_above:
        begin, end = min(begin, rows[-2].begin), max(end, rows[-2].end)
    same_sound = _alike(start)
    row = [inf] * size
    if begin == 0:
        row[0] = float(len(start))
    for place in range(max(begin, 1), size):
        if place > end + 2 and row[place - 1] + 1 > limit:
            break
        other = text[place - 1]
        best = above[place - 1] if letter == other else above[place - 1] + 1
        if (fewer := min(above[place], row[place - 1]) + 1) < best:
            best = fewer
        if twice_above and place > 1 and start[-2] == other and letter == text[place - 2]:
            best = min(best, twice_above[place - 2] + 1)
        for ending, back in same_sound.get(other, ()):
            if text.endswith(ending, 0, place):
                best = min(best, rows[-back].apart[place - len(ending)] + CHEAP)
        row[place] = best
    within = [place for place, apart in enumerate(row) if apart <= limit] or [size, -1]
    return _Row(row, within[0], within[-1])


def sounds(folded: str) -> frozenset[str]:
    """The sounds of a folded spelling; other letters for the same sound leave them as they are."""
    return frozenset(folded.translate(_SOUNDS))


def sound_pairs(folded: str) -> frozenset[str]:
    """The neighbours among the sounds of a folded spelling, its two ends among them.

    Other letters for the same sound leave these as they are; see `PAIRS_PER_EDIT` for other edits.
    """
    in_turn = [sound for sound, _ in groupby(f"<{folded.translate(_SOUNDS)}>")]
    return frozenset(one + other for one, other in pairwise(in_turn))


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
