"""Who goes first when nothing else decides? A lot that falls the same way each time it is drawn."""

from hashlib import blake2b


def lot(*what: int) -> int:
    """A number that looks drawn by chance, yet is the same for the same numbers on every computer.

    Sorting by it shuffles a list without favouring names early in the alphabet.
    """
    return int.from_bytes(blake2b(repr(what).encode(), digest_size=8).digest())
