"""How do backups get to a second place, and what is known of it? Copied whole, and read back.

Which folder it is stands in a small file beside the data and not in it: it is this computer's
business, a restored backup must not change it, and it is wanted just when the data is damaged.
"""

import json
import os
import shutil
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from klasgenoot.domain.backups import Backup
from klasgenoot.domain.errors import DamagedBackup, DiskFull, SamePlace, UnreadablePlace
from klasgenoot.domain.second_place import SecondPlace
from klasgenoot.store.backup_file import ENDING, digest_of, read_backup, read_manifest
from klasgenoot.store.breathing import Breathe, hold_breath
from klasgenoot.store.durable import place_trouble, put_in_place, write_durably
from klasgenoot.store.opening import make_folder

NAME = "klasgenoot.second"
LONGEST = 10_000
"""Bytes; a longer file by that name is something else."""
AT_ONCE = 1 << 20


def second_place(data: Path) -> SecondPlace | None:
    """What is known of the second place; None before anything was written down."""
    try:
        said = json.loads((data / NAME).read_text(encoding="utf-8")[:LONGEST])
        return SecondPlace(
            folder=Path(said["folder"]) if said.get("folder") else None,
            since=_moment(said["since"]),
            reached_at=_moment(said["reached_at"]) if said.get("reached_at") else None,
            said_at=_moment(said["said_at"]) if said.get("said_at") else None,
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def keep_second_place(data: Path, place: SecondPlace) -> None:
    """Writes down what is known of the second place.

    Raises:
        ReadOnlyPlace, DiskFull: the data folder cannot be written.
    """
    said = {
        "folder": str(place.folder) if place.folder else "",
        "since": place.since.isoformat(),
        "reached_at": place.reached_at.isoformat() if place.reached_at else "",
        "said_at": place.said_at.isoformat() if place.said_at else "",
    }
    write_durably(data / NAME, json.dumps(said))


def assert_elsewhere(folder: Path, *, data: Path) -> None:
    """Checks that a folder can be a second place: it is there, and not in the data folder.

    Raises:
        UnreadablePlace: there is no such folder.
        SamePlace: what happens to the data would happen to it as well.
    """
    if not folder.is_dir():
        raise UnreadablePlace(folder)
    here, there = data.resolve(), folder.resolve()
    if there.is_relative_to(here):
        raise SamePlace(folder)


def make_place(place: SecondPlace) -> None:
    """Makes the folder for copies, once, where the teacher chose it.

    Raises:
        UnreadablePlace: the chosen folder is not there.
        DiskFull, ReadOnlyPlace: it cannot be written.
    """
    if place.folder is None or place.copies is None or not place.folder.is_dir():
        raise UnreadablePlace(place.folder or Path())
    make_folder(place.copies)


def copy_to(backup: Backup, place: Path, *, breathe: Breathe = hold_breath) -> Backup:
    """Copies a backup to another folder, and reads it back there.

    It touches no vault, so it may run on any thread. The folder has to be there (`make_place`):
    where a stick was taken out, nothing is made on the disk in its stead.

    Raises:
        UnreadablePlace: the stick or folder is not there now.
        DiskFull, ReadOnlyPlace: it cannot be written.
        DamagedBackup: the copy does not read back the same, or the backup itself is damaged.
        Cancelled: `breathe` said so.
    """
    if not place.is_dir():
        raise UnreadablePlace(place)
    path, part = place / backup.path.name, place / f"{backup.path.name}.part"
    try:
        if path.exists() and path.stat().st_size == backup.size:
            return read_backup(path)
        for left in place.glob(f"*-{backup.vault_id[:8]}{ENDING}.part"):  # of one that was cut off
            left.unlink(missing_ok=True)
        if shutil.disk_usage(place).free < backup.size + 1_000_000:
            raise DiskFull(place)
        try:
            _copy(backup.path, part, breathe=breathe)
            _assert_whole(part, backup, breathe=breathe)
            put_in_place(part, path)
        except BaseException:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise place_trouble(error, place) from error
    return read_backup(path)


def _copy(source: Path, target: Path, *, breathe: Breathe) -> None:
    target.unlink(missing_ok=True)
    size = source.stat().st_size
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    with source.open("rb") as file, os.fdopen(os.open(target, flags, 0o600), "wb") as copy:
        while some := file.read(AT_ONCE):
            copy.write(some)
            breathe(file.tell(), size)
        copy.flush()
        os.fsync(copy.fileno())


def _assert_whole(part: Path, backup: Backup, *, breathe: Breathe) -> None:
    manifest = read_manifest(part)
    if manifest is None or digest_of(
        part, size=manifest.size, breathe=breathe
    ) != manifest.values.get("digest"):
        raise DamagedBackup(backup.path, "damaged")


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.astimezone()
