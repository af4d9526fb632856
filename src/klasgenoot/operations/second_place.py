"""When do backups go to the second place, and what is told of it? Whenever it is there."""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from klasgenoot.domain.backups import Backup
from klasgenoot.domain.errors import Trouble
from klasgenoot.domain.second_place import Nudge, SecondPlace, nudge_due
from klasgenoot.store.backups import drop_old
from klasgenoot.store.breathing import Breathe, hold_breath
from klasgenoot.store.second_place import (
    assert_elsewhere,
    copy_to,
    keep_second_place,
    make_place,
    second_place,
)


def choose_second_place(data: Path, folder: Path, *, now: datetime) -> SecondPlace:
    """From now on backups are copied there as well.

    Raises:
        UnreadablePlace, SamePlace: it cannot be a second place.
        DiskFull, ReadOnlyPlace: it, or the data folder, cannot be written.
    """
    assert_elsewhere(folder, data=data)
    place = SecondPlace(folder=folder, since=now)
    make_place(place)
    keep_second_place(data, place)
    return place


def leave_second_place(data: Path, *, now: datetime) -> SecondPlace:
    """No copies go anywhere else any more; those that are there stay.

    Raises:
        DiskFull, ReadOnlyPlace: the data folder cannot be written.
    """
    place = SecondPlace(folder=None, since=now, said_at=now)
    keep_second_place(data, place)
    return place


def bring_along(
    data: Path, backup: Backup, *, now: datetime, breathe: Breathe = hold_breath
) -> None:
    """Copies a backup to the second place, if there is one, and drops old ones there.

    It touches no vault, so it may run on any thread.

    Raises:
        Trouble: the place is not there now, or cannot be written. Nothing else is the worse for it.
    """
    place = second_place(data)
    if place is None or place.copies is None:
        return
    copy_to(backup, place.copies, breathe=breathe)
    drop_old(place.copies, now)
    keep_second_place(data, replace(place, reached_at=now))


def nudge(data: Path, *, now: datetime) -> Nudge | None:
    """What to tell the teacher about the second place now; it is written down as told."""
    place = second_place(data)
    if place is None:
        with suppress(Trouble):  # the month begins today
            keep_second_place(data, SecondPlace(folder=None, since=now))
        return None
    due = nudge_due(place, now=now)
    if due is not None:
        with suppress(Trouble):
            keep_second_place(data, replace(place, said_at=now))
    return due
