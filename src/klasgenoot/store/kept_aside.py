"""What lies beside the data that nobody needs any more? Older files that were kept to be sure.

Before the tables change, and at each restore, the data file of then is kept aside. Such a file
stays until the teacher says that it may go.
"""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from klasgenoot.domain.errors import ReadOnlyPlace
from klasgenoot.store.durable import TAILS, settle_folder
from klasgenoot.store.key_names import KEY_NAMES
from klasgenoot.store.swapping import aside_key

_NAME = re.compile(r"klasgenoot-(?:aside-[\d-]+|before-\d+)\.db")


@dataclass(frozen=True, slots=True)
class KeptAside:
    """One older data file.

    Attributes:
        path: the file.
        size: of it and of what belongs to it, in bytes.
        changed_at: when it was last written.
        by_restore: a restore replaced it; else a newer version of the app did.
    """

    path: Path
    size: int
    changed_at: datetime
    by_restore: bool


def kept_aside(folder: Path) -> tuple[KeptAside, ...]:
    """The older data files in a data folder, newest first."""
    found = []
    with suppress(OSError):
        for path in folder.iterdir():
            if _NAME.fullmatch(path.name):
                about = path.stat()
                found.append(
                    KeptAside(
                        path,
                        sum(each.stat().st_size for each in _all_of(path)),
                        datetime.fromtimestamp(about.st_mtime, UTC),
                        by_restore=path.name.startswith("klasgenoot-aside-"),
                    )
                )
    return tuple(sorted(found, key=lambda each: each.changed_at, reverse=True))


def remove_kept(path: Path) -> None:
    """Removes an older data file for good, with its log and its keys.

    Raises:
        ReadOnlyPlace: the folder cannot be written.
    """
    try:
        for each in _all_of(path):
            each.unlink(missing_ok=True)
    except OSError as error:
        raise ReadOnlyPlace(path) from error
    settle_folder(path.parent)


def _all_of(path: Path) -> list[Path]:
    """The file, what SQLite left beside it, and the keys that were put aside with it."""
    beside = [path.with_name(f"{path.name}{tail}") for tail in TAILS]
    keys = [path.with_name(aside_key(path.name, name)) for name in KEY_NAMES]
    return [each for each in (*keys, *reversed(beside)) if each.exists()]
