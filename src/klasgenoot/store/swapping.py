"""How does a restored file take the place of the live one, whatever moment the power fails?

What is to happen is written down first. Each step may be done twice, and the next opening goes on
where it was left: so the live file is either still the old one with its log, or the new one alone.
An old log beside a new file would spoil it.
"""

import re
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from klasgenoot.domain.errors import AlreadyOpen
from klasgenoot.store.durable import (
    TAILS,
    place_trouble,
    put_in_place,
    remove_database,
    remove_unfinished,
    settle_folder,
    write_whole,
)
from klasgenoot.store.schema import FILE

NEW = "klasgenoot-restored.part"
"""What a restored file is called until it takes its place."""
INTENT = "klasgenoot.restore"

_ASIDE = re.compile(r"klasgenoot-aside-[\d-]+\.db")


def aside_name(folder: Path, at: datetime) -> str:
    """What the live file will be called once it is kept aside; never a name that is taken."""
    stem = f"klasgenoot-aside-{at:%Y-%m-%d-%H%M%S}"
    names = [f"{stem}.db", *(f"{stem}-{nth}.db" for nth in range(2, 1000))]
    return next(name for name in names if not (folder / name).exists())


def swap_in(folder: Path, *, aside: str) -> None:
    """Puts the live file aside and the restored one, which is whole, in its place.

    Raises:
        AlreadyOpen: somebody opened the data at the last moment and cleared up.
    """
    if not (folder / NEW).exists():
        raise AlreadyOpen(folder / FILE)
    try:
        write_whole(folder / INTENT, aside.encode())
    except OSError as error:
        raise place_trouble(error, folder) from error
    finish_swap(folder)


def finish_swap(folder: Path) -> None:
    """Does what is left of a swap that was begun; nothing if there is none."""
    intent = folder / INTENT
    try:
        aside = intent.read_text(encoding="ascii")
    except (FileNotFoundError, NotADirectoryError):
        return
    except (OSError, UnicodeDecodeError):
        aside = ""
    try:
        if _ASIDE.fullmatch(aside) and (folder / NEW).exists():
            _put_aside(folder, aside)
            put_in_place(folder / NEW, folder / FILE)
        intent.unlink()
        settle_folder(folder)
    except OSError as error:
        raise place_trouble(error, folder) from error


def clear_leftovers(folder: Path) -> None:
    """Removes what a restore left that never got as far as a swap."""
    remove_database(folder / NEW)
    with suppress(OSError):
        remove_unfinished(folder / INTENT)


def _put_aside(folder: Path, aside: str) -> None:
    for tail in TAILS:
        live = folder / f"{FILE}{tail}"
        if live.exists():
            put_in_place(live, folder / f"{aside}{tail}")
