"""Does what a name is remembered by still help? Not once many names hang on the same word.

"Bril" brings back one name; on five students it brings back none in particular (McCarty 1980).
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from klasgenoot.domain.names import fold_words

TOO_MANY = 4
"""From so many others on a word is said to be in use."""

_DUTCH = (
    "aan als bij dan dat de den der des deze die dit doet door een eens en er haar heeft hem het"
    " hij hun ik in is je jij kan lijkt maar met mij mijn naam naar net niet nog of om ook op over"
    " te toch tot uit van vaak veel voor want was wat we wel werd wie wil ze zich zij zijn zo"
)
_ENGLISH = (
    "a an and are as at by for from has have he her his in is it its like likes looks me my name of"
    " on or our she so that the their them they this to was we who with you your"
)
_SMALL_WORDS = frozenset((*_DUTCH.split(), *_ENGLISH.split()))
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class SharedHook:
    """A word by which several names are remembered, and for how many others."""

    word: str
    others: int


def shared_hook(mnemonic: str, others: Iterable[str]) -> SharedHook | None:
    """The word of a mnemonic that most of the others use too; None unless those are many.

    Args:
        mnemonic: what one name is remembered by.
        others: the same of each classmate.
    """
    own = _words(mnemonic)
    used = Counter(word for each in others for word in _words(each) & own)
    if not used:
        return None
    word, count = min(used.items(), key=lambda each: (-each[1], each[0]))
    return SharedHook(_as_written(mnemonic, word), count) if count >= TOO_MANY else None


def _words(text: str) -> frozenset[str]:
    words = fold_words(text).split()
    return frozenset(each for each in words if len(each) >= _SHORTEST and each not in _SMALL_WORDS)


def _as_written(text: str, folded: str) -> str:
    """The word as the teacher wrote it."""
    cleaned = ("".join(c for c in word if c.isalnum()) for word in text.split())
    return next((word for word in cleaned if fold_words(word) == folded), folded)
