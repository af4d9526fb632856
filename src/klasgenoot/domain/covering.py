"""Which words are held back? Passages of a text that are covered before it is handed over."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

BAR = "\N{FULL BLOCK}" * 5
"""What stands in the place of what is covered, where there are no words for it."""
_WORD = re.compile(r"\w+")
_LETTERS = re.compile(r"\S+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """A passage to hold back.

    Attributes:
        place: which text it is in.
        start: where it begins in that text.
        end: where it ends.
        reason: why, in a few words that may be read.
    """

    place: str
    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a text that is shown, or (with a cover) is not."""

    start: int
    end: int
    cover: Cover | None = None


def whole_words(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The selection, grown to whole words and without blanks; None if there is nothing in it.

    Half a word that is left says what the other half was.
    """
    touched = [
        found.span()
        for found in _LETTERS.finditer(text)
        if found.start() < end and found.end() > start
    ]
    return (touched[0][0], touched[-1][1]) if touched else None


def words_in(text: str, cover: Cover) -> int:
    """How many words a cover holds back: at least one."""
    return max(1, len(_WORD.findall(text[cover.start : cover.end])))


def with_cover(covers: Iterable[Cover], new: Cover) -> tuple[Cover, ...]:
    """The covers and a new one; what it overlaps becomes a part of it, so none overlap."""
    kept, start, end = [], new.start, new.end
    for known in covers:
        if known.place == new.place and known.start < new.end and new.start < known.end:
            start, end = min(start, known.start), max(end, known.end)
        else:
            kept.append(known)
    return (*kept, Cover(place=new.place, start=start, end=end, reason=new.reason))


def stretches(text: str, *, place: str, covers: Iterable[Cover]) -> Iterator[Stretch]:
    """The text as what is shown and what is not, in order; nothing is left out or doubled."""
    at = 0
    here = sorted((each for each in covers if each.place == place), key=lambda each: each.start)
    for cover in here:
        if at < cover.start:
            yield Stretch(at, cover.start)
        yield Stretch(cover.start, cover.end, cover)
        at = cover.end
    if at < len(text) or not here:
        yield Stretch(at, len(text))


def covered(text: str, *, place: str, covers: Iterable[Cover], bar: str = BAR) -> str:
    """The text as it is handed over: a bar in the place of each passage that is held back.

    Args:
        text: what was written.
        place: which text it is.
        covers: what is held back, in this text and in others.
        bar: what stands there instead; the same for all, so that its length tells nothing.
    """
    return "".join(
        bar if part.cover else text[part.start : part.end]
        for part in stretches(text, place=place, covers=covers)
    )
