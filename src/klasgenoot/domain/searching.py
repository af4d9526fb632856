"""What is looked for? Words and "whole phrases" as they are typed, and where they stand in a text.

Case, accents and punctuation do not count, and each word may still go on. Nothing is an operator:
whatever is typed is something to look for.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from klasgenoot.domain.names import fold_words

MOST_PHRASES = 12
"""So many words count; of a page that is pasted, the first."""
LONGEST_READ = 400
"""So many characters of it are read."""

_QUOTES = str.maketrans(dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'))
_PARTS = re.compile(r'"([^"]*)("?)|([^"]+)')
_ASCII = re.compile("[A-Za-z0-9]+")
_SHORT_INFIXES = {"vd": ("van", "d")}
"""Tussenvoegsels that nobody writes out: also found as they stand on a list."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One thing that has to be there.

    Attributes:
        words: what has to stand there in a row, folded; nearly always one.
        goes_on: whether the last of them may be the beginning of a longer word.
    """

    words: tuple[str, ...]
    goes_on: bool = True

    @property
    def sign(self) -> str:
        """What a padded text has in it when the phrase stands there; see `padded`."""
        return f" {' '.join(self.words)}{'' if self.goes_on else ' '}"

    def starts(self, words: Sequence[str]) -> Iterator[int]:
        """The places in a row of folded words where it begins."""
        size, last = len(self.words), self.words[-1]
        for at in range(len(words) - size + 1):
            end = words[at + size - 1]
            same = end.startswith(last) if self.goes_on else end == last
            if same and tuple(words[at : at + size - 1]) == self.words[:-1]:
                yield at


@dataclass(frozen=True, slots=True)
class Sought:
    """All that has to be there."""

    phrases: tuple[Phrase, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.phrases)

    def without(self, gone: Iterable[Phrase]) -> "Sought":
        """The same but for some phrases."""
        gone = set(gone)
        return Sought(tuple(phrase for phrase in self.phrases if phrase not in gone))


def read_sought(typed: str) -> Sought:
    """Reads what was typed. A quote that is not closed yet is one phrase, still being typed."""
    phrases: dict[Phrase, None] = {}
    for quoted, closed, loose in _PARTS.findall(typed[:LONGEST_READ].translate(_QUOTES)):
        if quoted:
            words = tuple(fold_words(quoted).split())
            if words:
                phrases[Phrase(words, goes_on=not closed)] = None
            continue
        for word in fold_words(loose).split():
            for part in _SHORT_INFIXES.get(word, (word,)):
                phrases[Phrase((part,))] = None
    return Sought(tuple(phrases)[:MOST_PHRASES])


def found_in(sought: Sought, text: str) -> tuple[tuple[int, int], ...]:
    """Where in a text the phrases stand, as (start, end) of whole words, in order and apart."""
    places = words_in(text)
    words = [word for word, _, _ in places]
    spans = {
        (places[at][1], places[at + len(phrase.words) - 1][2])
        for phrase in sought.phrases
        for at in phrase.starts(words)
    }
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def padded(*texts: str) -> str:
    """Texts folded, with a blank around each word and two between texts: what phrases are in."""
    return f" {'  '.join(map(fold_words, texts))} "


def words_in(text: str) -> tuple[tuple[str, int, int], ...]:
    """The words of a text, folded, each with its place; divided as the full-text index does it."""
    if text.isascii():  # most texts, and many at each key
        return tuple((it.group().lower(), it.start(), it.end()) for it in _ASCII.finditer(text))
    # a sign such as a half is two words in one place
    return tuple(
        (word, start, end)
        for start, end in places_of_words(text)
        for word in fold_words(text[start:end]).split()
    )


def places_of_words(text: str) -> Iterator[tuple[int, int]]:
    """Where the words of a text begin and end, divided as the full-text index divides them."""
    start = None
    for place, sign in enumerate(f"{text} "):
        inside = _is_inside(sign)
        if inside and start is None:
            start = place
        elif not inside and start is not None:
            yield start, place
            start = None


@lru_cache(maxsize=4096)
def _is_inside(sign: str) -> bool:
    """Whether a sign is part of a word: what the full-text index takes for a gap is not."""
    return fold_words(f"a{sign}b") != "a b"


def snippet(
    text: str, places: Sequence[tuple[int, int]], *, lead: int
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """One line of a text that begins near the first mark, and where the marks are in it.

    Args:
        text: may have several lines.
        places: see `found_in`.
        lead: so many characters may stand before the first mark.
    """
    line = "".join(" " if sign.isspace() else sign for sign in text)
    first = places[0][0] if places else 0
    if first <= lead:
        return line, tuple(places)
    cut = line.find(" ", first - lead, first) + 1 or first
    moved = tuple((start - cut + 2, end - cut + 2) for start, end in places)
    return f"… {line[cut:]}", moved
