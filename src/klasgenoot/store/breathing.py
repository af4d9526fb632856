"""How does the app stay alive during long work on its own thread? It is called between steps."""

from collections.abc import Callable

Breathe = Callable[[int, int], None]
"""Called every few milliseconds with how much is done and of how much; 0 of 0: not known.

It may raise `Cancelled`, and then nothing is kept.
"""


def hold_breath(_done: int, _total: int) -> None:
    """For who has nothing else to do meanwhile."""
