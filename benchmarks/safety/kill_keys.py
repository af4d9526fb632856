"""Is there a moment at which a kill leaves a key file that nothing opens? Looks for one.

`python benchmarks/safety/kill_keys.py [times]`: a process changes the passphrase and the recovery
code over and over, puts a slot for the keychain in and takes it out, and says so; it is killed
(SIGKILL) at a random moment; then the data opens with what it last said was done, or with what it
had just begun. Argon2id is at 1 MiB, so that more changes and fewer calculations are hit.
"""

import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from promises import none_of, tell, times

from klasgenoot.domain.errors import Trouble
from klasgenoot.store import key_slots, keys
from klasgenoot.store.key_file import NAMES

TIMES = 300
FIRST = "phrase 0"
LONGEST = 0.25
"""Seconds after the first change within which the kill comes."""

CHANGING = """
import sys
from datetime import datetime
from pathlib import Path
from klasgenoot.store import key_slots, keychain, keys
keychain._keep = lambda *_: True  # a keychain of which nobody asks anything back
now = datetime.now().astimezone()
key_slots.STEPS_MIB, key_slots.MEMORY_ALLOWED = (1,), (1 << 20, 1 << 22)
folder, key = Path(sys.argv[1]), sys.argv[2]
number = 0
while True:
    number += 1
    print("begun phrase", number, flush=True)
    keys.set_passphrase(folder, key=key, passphrase=f"phrase {number}")
    print("done phrase", number, flush=True)
    code = keys.new_code(folder, key=key)
    print("done code", code, flush=True)
    if number % 2:
        keychain.keep_in_keychain(folder, key=key, now=now)
    else:
        keychain.drop_keychain_slot(folder, key=key)
"""


def main(words: list[str]) -> int:
    """Kills as often as asked and prints what was found."""
    key_slots.STEPS_MIB, key_slots.MEMORY_ALLOWED = (1,), (1 << 20, 1 << 22)
    kills = times(words, full=TIMES, quick=15)
    chance = random.Random(1)
    found: Counter[str] = Counter()
    for _ in range(kills):
        with TemporaryDirectory() as folder:
            found.update(_kill_once(Path(folder), after=chance.uniform(0, LONGEST)))
    print(f"{kills} kills, {found['changes']} changes written before them")
    print(f"  copies that differed or lacked at the kill   {found['uneven']}")
    print(f"  opened with the passphrase                   {found['phrase']}")
    print(f"  opened with the last code that was shown     {found['code']}")
    print(f"  (a newer code was written, not yet shown     {found['newer code']})")
    print(f"  unopenable                                   {found['unopenable']}")
    what = f"{kills} kills while the key file is written: unopenable"
    return tell(none_of(what, found["unopenable"], kills))


def _kill_once(folder: Path, *, after: float) -> Counter[str]:
    key, code = keys.make_keys(folder, passphrase=FIRST)
    command = [sys.executable, "-c", CHANGING, str(folder), key]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        lines = process.stdout or iter(())
        said = [next(lines)]
        time.sleep(after)  # a random moment to kill it at
        process.kill()
        said += lines
    done = [line.split() for line in said if line.endswith("\n")]
    phrases = [int(number) for _, what, number in done if what == "phrase"]
    codes = [shown for _, what, shown in done if what == "code"]
    copies = [path.read_bytes() if path.exists() else b"" for path in map(folder.joinpath, NAMES)]
    tries = [f"phrase {number}" for number in sorted({max(phrases), max(phrases) - 1})]
    by_phrase = any(_opens(folder, key, phrase) for phrase in tries)
    by_code = _opens_by_code(folder, key, [code, *codes][-1])
    return Counter(
        {
            "changes": sum(state == "done" for state, _, _ in done),
            "uneven": len(set(copies)) > 1,
            "phrase": by_phrase,
            "code": by_code,
            "newer code": by_phrase and not by_code,
            "unopenable": not by_phrase,
        }
    )


def _opens(folder: Path, key: str, phrase: str) -> bool:
    try:
        return keys.unlock(folder, passphrase=phrase) == key
    except Trouble:
        return False


def _opens_by_code(folder: Path, key: str, code: str) -> bool:
    try:
        return keys.unlock_with_code(folder, code=code) == key
    except Trouble:
        return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
