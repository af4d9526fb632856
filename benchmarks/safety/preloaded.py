"""A program with `disk.c` beside it: its disk is written down, or refuses (Linux, with a compiler)."""

import mmap
import os
import shutil
import struct
import subprocess
import sys
from pathlib import Path

KINDS = ("open", "write", "truncate", "sync", "unlink", "rename", "link", "sync_folder")
"""What can be asked of a disk, from 1; see `disk.c`."""
LOCK, READ = 10, 11
SHAPE = struct.Struct("<IIqqQQI")
FOR_EVER = 2**62


def library(folder: Path) -> Path | None:
    """Builds it into a folder; None where that cannot be done."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if sys.platform != "linux" or compiler is None:
        return None
    built = folder / "disk.so"
    source = Path(__file__).with_name("disk.c")
    options = ["-shared", "-fPIC", "-O2", "-o", str(built), str(source), "-ldl", "-lpthread"]
    return None if subprocess.run([compiler, *options], check=False).returncode else built


def settings(
    built: Path, folder: Path, *, record: Path | None = None, said: Path | None = None
) -> dict[str, str]:
    """The environment of a program whose folder is watched."""
    words = {"LD_PRELOAD": str(built), "DISK_FOLDER": str(folder)}
    words |= {"DISK_RECORD": str(record)} if record else {}
    words |= {"DISK_SAID": str(said)} if said else {}
    return os.environ | words


class Orders:
    """What the disk of a preloaded program is to refuse; it may be this very program.

    Args:
        path: a file that both see (`DISK_ORDERS`).
    """

    def __init__(self, path: Path) -> None:
        if not path.exists():
            path.write_bytes(bytes(4096))
        with path.open("r+b") as file:
            self._shared = mmap.mmap(file.fileno(), 4096)

    def refuse(
        self,
        *kinds: int,
        error: int,
        after: int = 0,
        times: int = 1,
        is_half: bool = False,
    ) -> None:
        """From now on refuses calls of these kinds, once so many of them went well."""
        mask = sum(1 << kind for kind in kinds)
        self._shared[: SHAPE.size] = SHAPE.pack(mask, error, after, times, 0, 0, is_half)

    def obey(self) -> None:
        """From now on refuses nothing."""
        self.refuse(error=0, times=0)

    @property
    def refused(self) -> int:
        """How many calls were refused since the last order."""
        return int(SHAPE.unpack(self._shared[: SHAPE.size])[4])


def kind(name: str) -> int:
    """The number of what can be asked."""
    return KINDS.index(name) + 1
