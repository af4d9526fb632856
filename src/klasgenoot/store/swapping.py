"""How does a restored file take the place of the live one, whatever moment the power fails?

What is to happen is written down first. Each step may be done twice, and the next opening goes on
where it was left: so the live file is either still the old one with its log, or the new one alone.
An old log beside a new file would spoil it.
"""

import json
import re
from base64 import b64decode, b64encode
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from klasgenoot.domain.errors import AlreadyOpen
from klasgenoot.store.door import through_door
from klasgenoot.store.durable import (
    TAILS,
    place_trouble,
    put_in_place,
    remove_database,
    remove_unfinished,
    settle_folder,
    write_whole,
)
from klasgenoot.store.key_names import KEY_NAMES
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


def swap_in(folder: Path, *, aside: str, keys: Mapping[str, bytes] | None = None) -> None:
    """Puts the live file aside and the restored one, which is whole, in its place.

    Args:
        folder: the data folder.
        aside: what the live file will be called.
        keys: the key files that belong to the restored file, by name. Those of the live file are
            put aside with it. None: they stay as they are.

    Raises:
        AlreadyOpen: somebody opened the data at the last moment and cleared up.
    """
    if not (folder / NEW).exists():
        raise AlreadyOpen(folder / FILE)
    try:
        write_whole(folder / INTENT, _intent(folder, aside, keys).encode())
    except OSError as error:
        raise place_trouble(error, folder) from error
    finish_swap(folder)


def finish_swap(folder: Path) -> None:
    """Does what is left of a swap that was begun; nothing if there is none."""
    intent = folder / INTENT
    try:
        text = intent.read_text(encoding="ascii")
    except (FileNotFoundError, NotADirectoryError):
        return
    except (OSError, UnicodeDecodeError):
        text = ""
    aside, keys = _read_intent(text)
    try:
        if _ASIDE.fullmatch(aside) and (folder / NEW).exists():
            _put_aside(folder, aside)
            if keys:
                _change_keys(folder, aside, keys)
            put_in_place(folder / NEW, folder / FILE)
        intent.unlink()
        settle_folder(folder)
    except OSError as error:
        raise place_trouble(error, folder) from error


def settle_swap(folder: Path) -> None:
    """The same for who does not open the data yet: no start comes in between."""
    if (folder / INTENT).exists():
        with suppress(driver.Error), through_door(folder):
            finish_swap(folder)


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


def aside_key(aside: str, name: str) -> str:
    """What a key file is called beside the data that was put aside."""
    return Path(aside).stem + name.removeprefix("klasgenoot")


def _intent(folder: Path, aside: str, keys: Mapping[str, bytes] | None) -> str:
    """What is to happen, with all that it takes: nothing is looked up when it is gone on with."""
    if keys is None:
        return aside
    about = {
        "old": [name for name in KEY_NAMES if (folder / name).exists()],
        "new": {name: b64encode(data).decode() for name, data in keys.items()},
    }
    return f"{aside}\n{json.dumps(about)}"


def _read_intent(text: str) -> tuple[str, dict[str, Any] | None]:
    """What live data will be called, and what is to happen to the key files."""
    aside, _, keys = text.partition("\n")
    try:
        return aside, json.loads(keys) if keys else None
    except ValueError:  # nobody finished writing it
        return "", None


def _change_keys(folder: Path, aside: str, about: dict[str, Any]) -> None:
    """Puts the old key files aside and the new ones in their place; done twice it is the same."""
    old = [name for name in about["old"] if name in KEY_NAMES]
    new = {name: text for name, text in about["new"].items() if name in KEY_NAMES}
    for name in old:
        kept = folder / aside_key(aside, name)
        if not kept.exists():
            write_whole(kept, (folder / name).read_bytes())
    for name, text in new.items():
        write_whole(folder / name, b64decode(text))
    for name in set(old) - set(new):
        (folder / name).unlink(missing_ok=True)
    settle_folder(folder)
