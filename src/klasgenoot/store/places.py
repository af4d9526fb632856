"""What does this computer say about a folder? Asked before live data is put there."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from klasgenoot.domain.errors import UnsafePlace
from klasgenoot.domain.safe_places import unsafe_because

_TOPS = {
    "OneDrive": ("OneDrive", "OneDriveConsumer", "OneDriveCommercial"),
    "Dropbox": ("DROPBOX_PATH",),
    "Nextcloud": ("NEXTCLOUD_PATH",),
}
"""Variables of the environment in which a service says where its folder is."""
_MOUNTS = Path("/proc/self/mountinfo")
_REMOTE_DRIVE = 4  # what Windows answers for a disk of another computer


def assert_safe_for_data(folder: Path) -> None:
    """Checks that live data may lie in a folder. Backups may lie anywhere.

    Raises:
        UnsafePlace: a service copies the folder, or it is on another computer.
    """
    why = who_copies(folder)
    if why:
        raise UnsafePlace(_resolved(folder), why)


def who_copies(folder: Path) -> str | None:
    """The service that copies a folder, or NETWORK for the disk of another computer."""
    folder = _resolved(folder)
    return unsafe_because(
        folder,
        synced=dict(_tops(os.environ)),
        markers=frozenset(_markers(folder)),
        file_system=_file_system(folder),
    )


def lies_in_temporary(folder: Path) -> bool:
    """Whether a folder is the one for temporary files, or lies in it."""
    from tempfile import gettempdir

    return _resolved(folder).is_relative_to(_resolved(Path(gettempdir())))


def _tops(environment: Mapping[str, str]) -> Iterator[tuple[str, Path]]:
    for service, names in _TOPS.items():
        for name in names:
            if environment.get(name):
                yield service, _resolved(Path(environment[name]))


def _resolved(folder: Path) -> Path:
    """Where a folder really is: a link may lead into a synced one."""
    with suppress(OSError, RuntimeError):
        return folder.resolve()
    return folder.absolute()


def _markers(folder: Path) -> Iterator[str]:
    """Names of hidden files and folders in a folder and above it."""
    for above in (folder, *folder.parents):
        with suppress(OSError):
            yield from (path.name for path in above.iterdir() if path.name.startswith("."))


def _file_system(folder: Path) -> str:
    """What the system calls the file system that a folder lies on; empty if it does not say."""
    if sys.platform == "win32":
        import ctypes

        remote = ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == _REMOTE_DRIVE
        return "smb" if remote else ""
    try:
        lines = _MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    return mounted_at(folder, lines)


def mounted_at(folder: Path, lines: list[str]) -> str:
    """The file system of a folder, from the list of mounts that Linux keeps."""
    best, kind = "", ""
    for line in lines:
        about, _, rest = line.partition(" - ")
        place = about.split()[4].replace("\\040", " ")
        if folder.is_relative_to(place) and len(place) >= len(best):
            best, kind = place, rest.split()[0]
    return kind
