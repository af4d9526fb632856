"""Backups without a window: one more now, a list, and one put back. Prints JSON like the others."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from klasgenoot.app.clock import now
from klasgenoot.domain.backups import Backup, Why
from klasgenoot.domain.errors import Missing
from klasgenoot.operations.desk import Desk
from klasgenoot.store.schema import BACKUPS

Json = dict[str, Any]


def backups_made(desk: Desk, _asked: Namespace) -> Iterator[Json]:
    """Makes a backup and lists all there are, newest first.

    Raises:
        Trouble: it could not be made.
    """
    from klasgenoot.operations.backing_up import back_up, begin_round
    from klasgenoot.operations.putting_back import backups_of

    if desk.vault.path is None:
        raise Missing("folder")
    data = desk.vault.path.parent
    back_up(desk.vault, begin_round(desk.vault, data / BACKUPS), now=now(), why=Why.ASKED)
    for backup in backups_of(data):
        yield _json(backup)


def restored(data: Path, asked: Namespace) -> Json:
    """Puts a backup in the place of the data, or says what would be different.

    Data with a passphrase is left alone, as by all deeds without a window.

    Raises:
        Trouble: nothing was changed.
    """
    from klasgenoot.operations.putting_back import backup_at, known_key, next_good, put_back
    from klasgenoot.store.keys import key_for

    own_key = key_for(data)
    backup = backup_at(Path(asked.backup).absolute())
    key = known_key(backup, data, key=own_key) or own_key
    next_good((backup,), key=key)
    if asked.preview:
        return {**_json(backup), "differences": _differences(backup, data, own_key)}
    done = put_back(backup, data, key=key, at=now(), own_key=own_key)
    return {**_json(backup), "kept_aside": done.aside}


def _differences(backup: Backup, data: Path, key: str) -> list[Json]:
    from klasgenoot.store.opening import open_vault
    from klasgenoot.store.restoring import differences

    vault = open_vault(data, key=key)
    try:
        return [
            {"kind": each.kind, "now": each.now.count, "then": each.then.count}
            for each in differences(backup, vault)
        ]
    finally:
        vault.close()


def _json(backup: Backup) -> Json:
    return {
        "backup": backup.path,
        "made_at": backup.made_at.isoformat(),
        "why": backup.why,
        "bytes": backup.size,
        "holds": {kind.value: amount.count for kind, amount in backup.amounts.items()},
        "opens_elsewhere": backup.opens_elsewhere,
    }
