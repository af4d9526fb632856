"""When does Python look for garbage? Not while the app starts, and seldom after that."""

import gc

OFTEN_ENOUGH = 10_000
"""So many new objects before a look at the young ones. A page with 500 students makes some 20,000;
Python's own 700 would look thirty times while it opens, once through everything there is."""


def put_off() -> None:
    """Look for nothing while the app starts."""
    gc.disable()


def set_aside() -> None:
    """Once the app stands: what is there now stays, and is never looked through again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(OFTEN_ENOUGH)
    gc.enable()
