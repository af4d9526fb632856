"""What is a passphrase, and how long would somebody have to guess at it?"""

import unicodedata

from klasgenoot.domain.errors import Missing


def passphrase_bytes(typed: str) -> bytes:
    """A passphrase as bytes, the same from every keyboard; nothing else is changed.

    One system makes é from two signs and another from one: NFKC makes them one.

    Raises:
        Missing: nothing was typed.
    """
    if not typed:
        raise Missing("passphrase")
    return unicodedata.normalize("NFKC", typed).encode("utf-8", "surrogatepass")
