"""What is left when the app is killed at any moment of making a backup, or of putting one back?

On the same computer, with key files that come along, and while copies go to a stick.

python benchmarks/safety/killed.py [times]
"""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import sleep

from made_vaults import KEY, NOW, small
from promises import Promise, none_of, tell, times

from klasgenoot.domain.backups import Why
from klasgenoot.domain.errors import WrongCode
from klasgenoot.operations.backing_up import begin_round
from klasgenoot.operations.classes import add_class
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.putting_back import put_back
from klasgenoot.store.backup_file import read_backup
from klasgenoot.store.backup_keys import unlock_backup_with_code
from klasgenoot.store.backups import backups_in, is_undamaged, make_backup
from klasgenoot.store.content import fingerprint
from klasgenoot.store.door import DOOR
from klasgenoot.store.kept_aside import kept_aside, remove_kept
from klasgenoot.store.keys import has_passphrase, make_keys, unlock_with_code
from klasgenoot.store.last_seen import FILE as SEEN
from klasgenoot.store.opening import open_vault
from klasgenoot.store.restoring import restore, verify
from klasgenoot.store.schema import FILE
from klasgenoot.store.second_place import copy_to
from klasgenoot.store.swapping import INTENT, NEW

LONGEST = 0.6
"""Seconds after which a work is killed at the latest; it takes a third of that."""


def main(words: list[str]) -> int:
    """Prints what was found; 1 when anything was lost, corrupt or left lying."""
    if words[:1] == ["--work"]:
        _work(words[1], Path(words[2]), Path(words[3]), words[4:])
        return 0
    kills, rows = times(words, full=100, quick=6), []
    for work in ("backup", "restore"):
        with TemporaryDirectory() as folder:
            found = _kill(work, Path(folder), times=kills)
        rows.append(_told(work, found, kills))
    for name, kill in (("keys", _kill_keys), ("second place", _kill_second)):
        with TemporaryDirectory() as folder:
            found = kill(Path(folder), times=kills)
        rows.append(_told(name, found, kills))
    return tell(*rows)


def _told(work: str, found: dict[str, int], kills: int) -> Promise:
    print(f"{work}: {kills} kills; {found}")
    what = f"{kills} kills during {work}: lost, damaged or left lying"
    return none_of(what, _flaws(found), kills)


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


def _flaws(found: dict[str, int]) -> int:
    return sum(count for what, count in found.items() if what.startswith("flaw"))


def _kill_keys(folder: Path, *, times: int) -> dict[str, int]:
    """Backups of two computers, each with keys of its own, put back in turn."""
    data, place = folder / "data", folder / "backups"
    codes, contents = {}, {}
    for name in ("one", "two"):
        old = folder / name
        old.mkdir()
        key, codes[name] = make_keys(old, passphrase=f"vijf schapen drinken thee {name}")
        vault = open_vault(old, key=key)
        Desk(vault).do(add_class, name=name)
        contents[name] = fingerprint(vault.connection)
        made = make_backup(vault, place, made_at=NOW, why=Why.ROUTINE)
        made.path.rename(folder / f"{name}.backup")
        vault.close()
    _put_back_by_code(folder, data, "one", codes["one"])
    found = {"halfway": 0, "flaw: locked out": 0, "flaw: data": 0, "flaw: left lying": 0}
    chance = Random(times)
    for _ in range(times):
        _work_and_die("keys", folder, data, *codes.values(), after=chance.uniform(0.0, LONGEST))
        found["halfway"] += (data / INTENT).exists() or (data / NEW).exists()
        has_passphrase(data)  # the first thing that the app asks
        keys = {}
        for name, code in codes.items():
            with suppress(WrongCode):
                keys[name] = unlock_with_code(data, code=code)
        if len(keys) != 1:
            found["flaw: locked out"] += 1
            continue
        ((name, key),) = keys.items()
        vault = open_vault(data, key=key)
        found["flaw: data"] += fingerprint(vault.connection) != contents[name]
        vault.close()
        found["flaw: left lying"] += (data / INTENT).exists() or (data / NEW).exists()
        for kept in kept_aside(data):
            remove_kept(kept.path)
    return found


def _put_back_by_code(folder: Path, data: Path, name: str, code: str) -> None:
    backup = read_backup(folder / f"{name}.backup")
    key = unlock_backup_with_code(backup, folder=data, code=code)
    put_back(backup, data, key=key, at=NOW)


def _kill_second(folder: Path, *, times: int) -> dict[str, int]:
    """A backup on its way to a stick."""
    data, place, stick = folder / "data", folder / "backups", folder / "stick"
    stick.mkdir()
    vault = small(data)
    backup = make_backup(vault, place, made_at=NOW, why=Why.ROUTINE)
    vault.close()
    found = {"halfway": 0, "flaw: a copy": 0, "flaw: left lying": 0}
    chance = Random(times)
    for _ in range(times):
        _work_and_die("second", place, stick, after=chance.uniform(0.0, LONGEST))
        found["halfway"] += any(stick.glob("*.part"))
        found["flaw: a copy"] += any(not is_undamaged(each) for each in backups_in(stick))
        copy_to(backup, stick).path.unlink()
        found["flaw: left lying"] += bool(list(stick.iterdir()))
    return found


def _work_and_die(work: str, data: Path, place: Path, *more: str, after: float) -> None:
    command = [sys.executable, __file__, "--work", work, str(data), str(place), *more]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ) as process:
        if process.stdout:
            process.stdout.readline()  # it has begun
        sleep(after)
        process.kill()


def _work(work: str, data: Path, place: Path, codes: list[str]) -> None:
    """Backs up, or puts one and the other back, until it is killed."""
    print("begun", flush=True)
    if work == "backup":
        vault = open_vault(data, key=KEY)
        while True:
            make_backup(vault, place, made_at=NOW, why=Why.ROUTINE, breathe=lambda *_: None)
    while work == "keys":
        for name, code in zip(("one", "two"), codes, strict=True):
            _put_back_by_code(data, place, name, code)
    while work == "second":
        copy_to(backups_in(data)[0], place).path.unlink()
    known = backups_in(place)
    while True:
        for backup in known:
            restore(backup, data, key=KEY, at=NOW, breathe=lambda *_: None)


def _is_halfway(data: Path, place: Path) -> bool:
    """Whether something lies there that is neither data nor a backup nor kept aside."""
    in_data = {path.name for path in data.iterdir()} - {DOOR, SEEN}
    strange = {name for name in in_data if not name.endswith((".db", ".db-wal"))}
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
