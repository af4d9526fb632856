"""What is left when the app is killed at any moment of making a backup, or of putting one back?

python benchmarks/safety/killed.py [times]
"""

import os
import subprocess
import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import sleep

from made_vaults import KEY, NOW, small
from promises import none_of, tell, times

from klasgenoot.domain.backups import Why
from klasgenoot.operations.backing_up import begin_round
from klasgenoot.operations.classes import add_class
from klasgenoot.operations.desk import Desk
from klasgenoot.store.backups import backups_in, make_backup
from klasgenoot.store.content import fingerprint
from klasgenoot.store.database import open_vault
from klasgenoot.store.door import DOOR
from klasgenoot.store.restoring import restore, verify
from klasgenoot.store.schema import FILE

LONGEST = 0.6
"""Seconds after which a work is killed at the latest; it takes a third of that."""


def main(words: list[str]) -> int:
    """Prints what was found; 1 when anything was lost, corrupt or left lying."""
    if words[:1] == ["--work"]:
        _work(words[1], Path(words[2]), Path(words[3]))
        return 0
    kills, rows = times(words, full=100, quick=6), []
    for work in ("backup", "restore"):
        with TemporaryDirectory() as folder:
            found = _kill(work, Path(folder), times=kills)
        print(f"{work}: {kills} kills; {found}")
        flaws = sum(count for what, count in found.items() if what.startswith("flaw"))
        rows.append(
            none_of(f"{kills} kills during {work}: lost, damaged or left lying", flaws, kills)
        )
    return tell(*rows)


def _kill(work: str, folder: Path, *, times: int) -> dict[str, int]:
    data, place = folder / "data", folder / "backups"
    vault = small(data)
    contents = {fingerprint(vault.connection)}
    make_backup(vault, place, made_at=NOW, why=Why.ROUTINE)
    Desk(vault).do(add_class, name="Later")
    contents.add(fingerprint(vault.connection))
    make_backup(vault, place, made_at=NOW, why=Why.ROUTINE)
    vault.close()
    found = {"halfway": 0, "flaw: data": 0, "flaw: backups": 0, "flaw: left lying": 0}
    chance = Random(times)
    for _ in range(times):
        _work_and_die(work, data, place, after=chance.uniform(0.0, LONGEST))
        found["halfway"] += _is_halfway(data, place)
        vault = open_vault(data, key=KEY)
        is_sound = vault.rows("PRAGMA quick_check") == [("ok",)]
        found["flaw: data"] += not is_sound or fingerprint(vault.connection) not in contents
        begin_round(vault, place)
        vault.close()
        found["flaw: backups"] += any(verify(each, key=KEY) for each in backups_in(place))
        found["flaw: left lying"] += _is_halfway(data, place)
        _tidy(data, place)
    return found


def _work_and_die(work: str, data: Path, place: Path, *, after: float) -> None:
    command = [sys.executable, __file__, "--work", work, str(data), str(place)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ) as process:
        if process.stdout:
            process.stdout.readline()  # it has begun
        sleep(after)
        process.kill()


def _work(work: str, data: Path, place: Path) -> None:
    """Backs up, or puts one and the other back, until it is killed."""
    print("begun", flush=True)
    if work == "backup":
        vault = open_vault(data, key=KEY)
        while True:
            make_backup(vault, place, made_at=NOW, why=Why.ROUTINE, breathe=lambda *_: None)
    known = backups_in(place)
    while True:
        for backup in known:
            restore(backup, data, key=KEY, at=NOW, breathe=lambda *_: None)


def _is_halfway(data: Path, place: Path) -> bool:
    """Whether something lies there that is neither data nor a backup nor kept aside."""
    in_data = {path.name for path in data.iterdir()}
    strange = {name for name in in_data if not name.endswith((".db", ".db-wal", DOOR))}
    strange |= {path.name for path in place.iterdir() if path.suffix != ".backup"}
    return bool(strange) or FILE not in in_data


def _tidy(data: Path, place: Path) -> None:
    """The disk need not hold hundreds: the two that we began with are enough."""
    for path in data.glob("klasgenoot-aside-*"):
        path.unlink()
    for backup in backups_in(place)[:-2]:
        backup.path.unlink()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
