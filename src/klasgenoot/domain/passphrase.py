"""What is a passphrase, and how long would somebody have to guess at it?

The estimate is careful rather than clever: it takes the cheapest way to put the text together from
things that thieves try (known words, years, rows of keys, runs, repeats), takes all other letters
for language, and language for easy to guess. It judges a text, never the person who typed it.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from enum import Enum, auto
from functools import cache
from itertools import chain, pairwise
from math import inf, log2
from random import Random

from klasgenoot.domain.errors import Missing
from klasgenoot.domain.known_words import COMMON, ROWS
from klasgenoot.domain.plain_words import WORDS

SUGGESTED_WORDS = 5
"""45 bits: even with this very list in hand, 557 years of guessing."""

GUESSES_A_SECOND = 1_000
"""Two or three of the quickest graphics cards against Argon2id with 256 MiB (docs/safety.md)."""
DAY = 24 * 60 * 60
YEAR = 365 * DAY

LONGEST = 100
"""What comes after so many signs is not looked at: it is strong by then, or nothing helps."""

_WORD_BITS = 9.0
"""A word that is on no list of ours: short ones are among the 512 that come to mind first."""
_LETTER_BITS = 1.25
"""Each letter of a longer one: what people find when they let others guess a text on."""
_LONG_WORD, _SHORTEST, _LONGEST_PIECE = 5, 3, 24
_NEAR_BITS = 3.0
"""A word that is known of this very teacher."""
_VOWELS = set("aeiouyàáâäèéêëìíîïòóôöùúûü")
_BETWEEN = re.compile(r"[\s\-_.,+]+")
"""What people put between words; a thief tries them all."""
_AGAIN = re.compile(r"(.+?)\1{2,}")
"""Three times the same is as easy to guess as twice."""
_TAKEN_FOR = str.maketrans("01345789@$!", "oieastbgasi")


class Strength(Enum):
    """How long a thief with a good machine needs on average.

    Attributes:
        TOO_SHORT: less than a day.
        WEAK: less than a year.
        FAIR: less than a hundred years.
        STRONG: longer.
    """

    TOO_SHORT = auto()
    WEAK = auto()
    FAIR = auto()
    STRONG = auto()


def passphrase_bytes(typed: str) -> bytes:
    """A passphrase as bytes, the same from every keyboard; nothing else is changed.

    One system makes é from two signs and another from one: NFKC makes them one.

    Raises:
        Missing: nothing was typed.
    """
    if not typed:
        raise Missing("passphrase")
    return unicodedata.normalize("NFKC", typed).encode("utf-8", "surrogatepass")


def suggestion(chance: Random) -> str:
    """Five different words; `chance` is that of the system (SystemRandom)."""
    return " ".join(chance.sample(WORDS, SUGGESTED_WORDS))


def strength_of(typed: str, *, about: Iterable[str] = ()) -> Strength:
    """How well a passphrase holds.

    Args:
        typed: the passphrase.
        about: words that somebody who steals this computer would try: the names of classes.
    """
    seconds = 2 ** (guess_bits(typed, about=about) - 1) / GUESSES_A_SECOND
    steps = ((DAY, Strength.TOO_SHORT), (YEAR, Strength.WEAK), (100 * YEAR, Strength.FAIR))
    return next((strength for limit, strength in steps if seconds < limit), Strength.STRONG)


def guess_bits(typed: str, *, about: Iterable[str] = ()) -> float:
    """How many guesses a passphrase takes at most, as a power of two."""
    text = _AGAIN.sub(r"\1\1", unicodedata.normalize("NFKC", typed)[:LONGEST])
    near = [word.casefold() for name in about for word in _BETWEEN.split(name)]
    known = _known_bits() | dict.fromkeys(near, _NEAR_BITS)
    parts = [part for part in _BETWEEN.split(text) if part]
    new, said = 0.0, set[str]()
    for before, part in pairwise(["", *parts]):
        # a word said twice is hardly harder to guess than once, and nor is what comes next
        is_news = part not in said and (before.casefold(), part.casefold()) not in _next_words()
        new += _bits(part, known) if is_news else 1
        said.add(part)
    return new


def _bits(part: str, known: dict[str, float]) -> float:
    """The cheapest way to put a part without blanks together."""
    cheapest = [0.0]
    for end in range(1, len(part) + 1):
        begins = range(max(0, end - _LONGEST_PIECE), end)
        cheapest.append(
            min(cheapest[begin] + _piece_bits(part[begin:end], known) for begin in begins)
        )
    return cheapest[-1] + _capital_bits(part)


def _piece_bits(piece: str, known: dict[str, float]) -> float:
    """What a piece costs as the cheapest of what it could be."""
    small = piece.casefold()
    if len(piece) == 1:
        return log2(10) if small.isdigit() else log2(26) if small.isalpha() else log2(33)
    return min(chain(_word(small, known), _number(small), _pattern(small, known)), default=inf)


def _word(small: str, known: dict[str, float]) -> Iterator[float]:
    """A word that everybody tries, also backwards or with a 0 for an o, or any other word."""
    plain = small.translate(_TAKEN_FOR)
    if plain in known:
        yield known[plain] + (0 if plain == small else 2)
    if small in known:
        yield known[small]
    if small[::-1] in known:
        yield known[small[::-1]] + 1
    changed = 0 if plain == small else 3
    if len(small) >= _SHORTEST + changed and plain.isalpha() and _is_language(plain, changed):
        yield _WORD_BITS + _LETTER_BITS * max(0, len(small) - _LONG_WORD) + changed


def _number(small: str) -> Iterator[float]:
    if len(small) == len("2026") and small.isdigit() and small.startswith(("19", "20")):
        yield log2(140)


def _pattern(small: str, known: dict[str, float]) -> Iterator[float]:
    """A run, a row of keys, one sign many times, or something said more than once."""
    if len(set(small)) == 1 or (len(small) >= _SHORTEST and (_is_run(small) or _is_row(small))):
        yield 5 + log2(len(small))
    at = (small + small).find(small, 1)
    if 1 < at < len(small):
        yield _bits(small[:at], known) + log2(len(small) // at)


def _capital_bits(part: str) -> float:
    """Capitals where everybody puts them cost one guess more; elsewhere one for each."""
    capitals = sum(sign.isupper() for sign in part)
    is_usual = part.isupper() or (capitals == 1 and part[0].isupper())
    return 1.0 if is_usual else float(capitals)


def _is_language(plain: str, changed: int) -> bool:
    """Could it be said aloud? One letter in eight is a vowel; in four, where we changed signs."""
    vowels = sum(sign in _VOWELS for sign in plain)
    return vowels * (4 if changed else 8) >= len(plain)


def _is_run(small: str) -> bool:
    """Is it abcd, 6789 or 4321?"""
    return {ord(after) - ord(before) for before, after in pairwise(small)} in ({1}, {-1})


def _is_row(small: str) -> bool:
    """Are these keys beside each other?"""
    return any(small in row or small[::-1] in row for row in ROWS)


@cache
def _known_bits() -> dict[str, float]:
    """Known word → the place it has on the lists of thieves, as a power of two."""
    common = {word: 1 + log2(place + 2) for place, word in reversed([*enumerate(COMMON)])}
    return dict.fromkeys(WORDS, _WORD_BITS) | common


@cache
def _next_words() -> frozenset[tuple[str, str]]:
    """Words that follow each other in our list: the days, the months, the numbers."""
    return frozenset(pairwise(COMMON))
