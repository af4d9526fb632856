"""What is left of an erasing that is killed at any moment? All of it or none, and then the rest.

A small vault with six backups and a file kept aside. A program erases one student and clears the
copies, and is killed within a second and a half. Then the data is opened as at the next start: either
nothing had gone yet, or the student is gone and the copies are finished. Every page is looked at.

python benchmarks/safety/kill_erasing.py [times]
"""

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import sleep

from made_vaults import KEY, NOW, small

from klasgenoot.domain.backups import Why
from klasgenoot.domain.people import StudentId
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.erasing import erase, request_for
from klasgenoot.operations.students import edit_student
from klasgenoot.store import students
from klasgenoot.store.backups import backups_in, make_backup
from klasgenoot.store.database import Vault
from klasgenoot.store.opening import open_vault
from klasgenoot.store.restoring import verify
from klasgenoot.store.scrubbing import copies_of, scrub

sys.path.append(str(Path(__file__).parents[2] / "tests"))
import decrypted

WHO = StudentId(7)
NEEDLES = {"name": b"Zwaluwnaald", "folded": b"zwaluwnaald", "note": b"naaldnotitie"}
LONGEST = 1.5
"""Seconds after which it is killed at the latest; the work takes about as long."""


def main(words: list[str]) -> int:
    """Prints what was found; 1 when anything was lost, corrupt or left."""
    if words[:1] == ["--work"]:
        _work(Path(words[1]))
        return 0
    times = int(words[0]) if words else 100
    found = {"before": 0, "halfway": 0, "done": 0}
    flaws = {"left in a page": 0, "lost": 0, "a copy wrong": 0, "left lying": 0}
    chance = Random(times)
    with TemporaryDirectory() as place:
        model, folder = Path(place) / "model", Path(place) / "now"
        _make(model)
        for _ in range(times):
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(model, folder)
            _work_and_die(folder, after=chance.uniform(0.0, LONGEST))
            _judge(folder, found, flaws)
    print(f"{times} kills: {found}; flaws: {flaws}")
    return int(any(flaws.values()))


def _make(folder: Path) -> None:
    vault = small(folder / "data")
    known = students.student(vault, WHO)
    if known is None:
        raise LookupError(WHO)
    changed = replace(known, family_name="Zwaluwnaald", note="naaldnotitie")
    Desk(vault).do(edit_student, changed=changed)
    for number in range(6):
        made_at = NOW + timedelta(hours=number)
        make_backup(vault, folder / "backups", made_at=made_at, why=Why.ROUTINE)
    vault.close()
    data = folder / "data"
    shutil.copy(data / "klasgenoot.db", data / "klasgenoot-aside-2026-11-01-120000.db")


def _work_and_die(folder: Path, *, after: float) -> None:
    command = [sys.executable, __file__, "--work", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ) as process:
        if process.stdout:
            process.stdout.readline()  # it has begun
        sleep(after)
        process.kill()


def _work(folder: Path) -> None:
    vault = open_vault(folder / "data", key=KEY)
    print("begun", flush=True)
    _erase(vault, folder)
    sleep(10)


def _erase(vault: Vault, folder: Path) -> None:
    erase(vault, request=request_for(vault, [WHO], on=NOW.date()))
    scrub(copies_of(vault, places=[folder / "backups"]))


def _judge(folder: Path, found: dict[str, int], flaws: dict[str, int]) -> None:
    vault = open_vault(folder / "data", key=KEY)
    is_gone = students.student(vault, WHO) is None
    copies = copies_of(vault, places=[folder / "backups"])
    if not is_gone:
        found["before"] += 1
        flaws["lost"] += len(students.all_students(vault)) != 20
        vault.close()
        return
    reached = scrub(copies)
    found["halfway" if reached.backups or reached.asides else "done"] += 1
    flaws["lost"] += len(students.all_students(vault)) != 19
    vault.close()
    files = [each for each in folder.rglob("*") if each.is_file()]
    flaws["left in a page"] += any(decrypted.needles_in(each, NEEDLES, key=KEY) for each in files)
    wrong = [each for each in backups_in(folder / "backups") if verify(each, key=KEY)]
    flaws["a copy wrong"] += bool(wrong or reached.not_reached)
    flaws["left lying"] += any(".part" in each.name for each in files)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
