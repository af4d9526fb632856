"""What if the disk runs full? Some room is kept in advance, and given up so that work can finish.

A database needs room even to remove something. The file holds bytes that no file system can
shrink away, and nothing else.
"""

import os
from contextlib import suppress
from pathlib import Path

from klasgenoot.store.durable import put_in_place

RESERVE = "klasgenoot.reserve"
SIZE = 32_000_000
ROOM = 8
"""It is kept only where so many times as much is free: it is not what should fill the disk."""
_AT_ONCE = 1 << 20


def keep_reserve(folder: Path, *, size: int = SIZE) -> bool:
    """Sees to it that there is a reserve; False when there is no room for one.

    It touches no vault, so it may run on any thread.
    """
    import shutil

    path, part = folder / RESERVE, folder / f"{RESERVE}.part"
    if path.exists():
        return True
    try:
        if shutil.disk_usage(folder).free < ROOM * size:
            return False
        part.unlink(missing_ok=True)
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            for start in range(0, size, _AT_ONCE):
                file.write(os.urandom(min(_AT_ONCE, size - start)))
            file.flush()
            os.fsync(file.fileno())
        put_in_place(part, path)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        return False
    return True


def free_reserve(folder: Path) -> bool:
    """Gives the reserve up; False when there was none."""
    try:
        (folder / RESERVE).unlink()
    except OSError:
        return False
    return True
