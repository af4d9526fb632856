"""Is there a moment at which a kill during a new data key leaves data that nothing opens?

`python benchmarks/safety/kill_rekey.py [times] [megabytes]`: a process gives data a new key and is
killed (SIGKILL) at a random moment of it; then the old or the new passphrase opens the data, every
row is there, and a second opening finds the matter settled. Argon2id is at 1 MiB, so that the
writing is hit and not the calculating.
"""

import os
import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from promises import none_of, tell, times

from klasgenoot.domain.errors import Trouble
from klasgenoot.store import key_slots, keys
from klasgenoot.store.key_file import read_key_file
from klasgenoot.store.opening import open_vault

TIMES, MEGABYTES = 100, 20
OLD, NEW = "vier kleine eenden zwemmen", "een ander verhaal"
PHOTO = 50_000

CHANGING = """
import sys
from pathlib import Path
from klasgenoot.store import key_slots
from klasgenoot.store.opening import open_vault
from klasgenoot.store.rekey import new_data_key
key_slots.STEPS_MIB, key_slots.MEMORY_ALLOWED = (1,), (1 << 20, 1 << 22)
folder, key, passphrase = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
vault = open_vault(folder, key=key)
print("begun", flush=True)
new_data_key(vault, key=key, passphrase=passphrase)
print("done", flush=True)
"""


def main(words: list[str]) -> int:
    """Kills as often as asked and prints what was found."""
    key_slots.STEPS_MIB, key_slots.MEMORY_ALLOWED = (1,), (1 << 20, 1 << 22)
    kills = times(words[:1], full=TIMES, quick=8)
    megabytes = int(words[1]) if len(words) > 1 else MEGABYTES
    chance = random.Random(1)
    found: Counter[str] = Counter()
    with TemporaryDirectory() as place:
        template = Path(place, "template")
        key, rows = _fill(template, megabytes=megabytes)
        whole = _run(Path(shutil.copytree(template, Path(place, "whole"))), key, after=None)
        for number in range(kills):
            folder = Path(shutil.copytree(template, Path(place, str(number))))
            _run(folder, key, after=chance.uniform(0, whole))
            found.update(_look(folder, rows))
            shutil.rmtree(folder)
    print(f"{kills} kills within the {whole:.2f} s that a new key for {megabytes} MB takes")
    for what in ("not begun", "both keys", "done"):
        print(f"  key file at the kill: {what:<24}{found[what]}")
    for what in ("old passphrase", "new passphrase", "unopenable", "damaged", "unsettled"):
        print(f"  {what:<46}{found[what]}")
    bad = found["unopenable"] + found["damaged"] + found["unsettled"]
    return tell(none_of(f"{kills} kills while {megabytes} MB get a new key: not whole", bad, kills))


def _fill(folder: Path, *, megabytes: int) -> tuple[str, str]:
    """Data with keys; its data key, and what stands for all its rows."""
    folder.mkdir()
    key, _ = keys.make_keys(folder, passphrase=OLD)
    vault = open_vault(folder, key=key)
    with vault.outside_journal():
        for number in range(megabytes * 1_000_000 // PHOTO):
            row = (str(number), os.urandom(PHOTO), b"")
            vault.connection.execute("INSERT INTO photos VALUES (?, ?, ?, 1, 1)", row)
    vault.close()
    return key, _rows(folder, key)


def _rows(folder: Path, key: str) -> str:
    """What stands for all rows; empty where the file is damaged."""
    vault = open_vault(folder, key=key)
    try:
        if vault.row("PRAGMA integrity_check") != ("ok",):
            return ""
        everything = sha256()
        for identity, large in vault.rows("SELECT id, large FROM photos ORDER BY id"):
            everything.update(identity.encode() + large)
        return everything.hexdigest()
    finally:
        vault.close()


def _run(folder: Path, key: str, *, after: float | None) -> float:
    """Gives data a new key, and kills that after so many seconds; how long it took."""
    command = [sys.executable, "-c", CHANGING, str(folder), key, NEW]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        next(process.stdout or iter(()))
        began = time.perf_counter()
        if after is None:
            process.wait()
        else:
            time.sleep(after)  # a random moment to kill it at
            process.kill()
    return time.perf_counter() - began


def _look(folder: Path, rows: str) -> Counter[str]:
    """Which passphrase opens what a kill left, and whether all is there."""
    file = read_key_file(folder)
    found = Counter({"both keys" if file and file.before else _state(folder): 1})
    opened = {name: key for name in (OLD, NEW) if (key := _key(folder, name))}
    if not opened:
        return found + Counter({"unopenable": 1})
    name, key = next(iter(opened.items()))
    settled = read_key_file(folder)
    again = _key(folder, name)
    found["old passphrase" if name == OLD else "new passphrase"] += 1
    found["damaged"] += _rows(folder, key) != rows
    found["unsettled"] += again != key or len(opened) != 1 or bool(settled and settled.before)
    return found


def _state(folder: Path) -> str:
    file = read_key_file(folder)
    return "not begun" if file and file.generation == 1 else "done"


def _key(folder: Path, passphrase: str) -> str | None:
    try:
        return keys.unlock(folder, passphrase=passphrase)
    except Trouble:
        return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
