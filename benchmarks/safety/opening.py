"""What do the locks let in, and how long do they take? Times, codes, and bytes changed by others.

`python benchmarks/safety/opening.py`. The times are with Argon2id as it is shipped; the rest, which
asks often, with it at 1 MiB.
"""

import hashlib
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from promises import Promise, at_most, none_of, tell

from klasgenoot.domain.errors import Trouble
from klasgenoot.domain.recovery_code import CODE_BYTES, SIGNS, encode
from klasgenoot.store import key_file, key_slots, keys
from klasgenoot.store.key_file import NAMES, read_key_file

PHRASE = "vier kleine eenden zwemmen"
ROUNDS = 7
CODES, WRONG_CODES, WRONG_PHRASES = 100, 10_000, 1_000


def main() -> int:
    """Prints all of it; 1 if something came in that should not have."""
    with TemporaryDirectory() as folder:
        unlock = _times(Path(folder))
    key_slots.STEPS_MIB, key_slots.MEMORY_ALLOWED = (1,), (1 << 20, 1 << 22)
    with TemporaryDirectory() as folder:
        accepted = _codes(Path(folder), random.Random(1))
    with TemporaryDirectory() as folder:
        changed = _changed(Path(folder), random.Random(1))
    wrong = (
        f"{CODES} right and {2 * WRONG_CODES:,} wrong codes, {WRONG_PHRASES:,} wrong passphrases"
    )
    return tell(
        at_most("unlocked with the passphrase", unlock, 1.5, "s"),
        none_of(f"{wrong}: mistaken for the other", accepted, CODES + 2 * WRONG_CODES),
        Promise(
            "bytes of the key file changed: accepted or not mended", f"{changed}", "0", not changed
        ),
    )


def _times(folder: Path) -> float:
    """Prints how long things take; how long unlocking does."""
    for step in key_slots.STEPS_MIB:
        work = partial(key_slots._argon2, PHRASE.encode(), bytes(key_slots.SALT_BYTES))
        took = median(
            _seconds(partial(work, memory=step << 20, passes=key_slots.PASSES)) for _ in range(3)
        )
        print(f"Argon2id with {step:3} MiB                  {took:8.3f} s")
    began = time.perf_counter()
    key, code = keys.make_keys(folder, passphrase=PHRASE)
    made = time.perf_counter() - began
    file = read_key_file(folder)
    cost = file.slots[keys.Slot.PASSPHRASE] if file else None
    print(f"keys made, cost chosen                 {made:8.3f} s")
    print(f"  memory chosen                        {(cost.memory >> 20) if cost else 0:8} MiB")
    for what, do in (
        ("unlocked with the passphrase", lambda: keys.unlock(folder, passphrase=PHRASE)),
        ("unlocked with the recovery code", lambda: keys.unlock_with_code(folder, code=code)),
        ("the ways to the key asked for", lambda: keys.slots_of(folder)),
    ):
        print(f"{what:<39}{median(_seconds(do) for _ in range(ROUNDS)):8.5f} s")
    print(f"  key file                             {(folder / NAMES[0]).stat().st_size:8} bytes")
    change = _seconds(lambda: keys.set_passphrase(folder, key=key, passphrase=PHRASE))
    print(f"passphrase changed                     {change:8.3f} s")
    return median(_seconds(partial(keys.unlock, folder, passphrase=PHRASE)) for _ in range(3))


def _seconds(do: Callable[[], object]) -> float:
    began = time.perf_counter()
    do()
    return time.perf_counter() - began


def _codes(folder: Path, chance: random.Random) -> int:
    key, code = keys.make_keys(folder, passphrase=PHRASE)
    right = 0
    for _ in range(CODES):
        code = keys.new_code(folder, key=key)
        right += keys.unlock_with_code(folder, code=code.lower().replace("-", " ")) == key
    accepted = Counter(
        other=sum(
            _opens_by_code(folder, encode(os.urandom(CODE_BYTES))) for _ in range(WRONG_CODES)
        ),
        slips=sum(_opens_by_code(folder, _slip(code, chance)) for _ in range(WRONG_CODES)),
        phrases=sum(_opens(folder, f"phrase {number}") for number in range(WRONG_PHRASES)),
    )
    print(f"recovery codes that open               {right:8} of {CODES}")
    print(f"other codes accepted                   {accepted['other']:8} of {WRONG_CODES}")
    print(f"codes with one wrong sign accepted     {accepted['slips']:8} of {WRONG_CODES}")
    print(f"other passphrases accepted             {accepted['phrases']:8} of {WRONG_PHRASES}")
    return accepted.total() + CODES - right


def _slip(code: str, chance: random.Random) -> str:
    """A code with one sign of it changed."""
    at = chance.choice([at for at, sign in enumerate(code) if sign != "-"])
    return code[:at] + chance.choice([sign for sign in SIGNS if sign != code[at]]) + code[at + 1 :]


def _changed(folder: Path, chance: random.Random) -> int:
    """Every bit of one copy flipped; and every sign of the line, with a sum that is right again."""
    key, _ = keys.make_keys(folder, passphrase=PHRASE)
    good = (folder / NAMES[0]).read_bytes()
    found: Counter[str] = Counter()
    for at in range(len(good)):
        for bit in range(8):
            bad = bytearray(good)
            bad[at] ^= 1 << bit
            (folder / NAMES[0]).write_bytes(bad)
            found["mended"] += keys.slots_of(folder) == {
                keys.Slot.PASSPHRASE,
                keys.Slot.RECOVERY,
            } and ((folder / NAMES[0]).read_bytes() == good)
    print(f"flipped bits of one copy, mended       {found['mended']:8} of {8 * len(good)}")
    line, before = good.splitlines()[0], read_key_file(folder)
    for at in range(len(line)):
        forged = line[:at] + bytes([chance.choice(line)]) + line[at + 1 :]
        found["same"] += forged == line
        for name in NAMES:
            sum_of_it = hashlib.sha256(forged).hexdigest().encode()
            (folder / name).write_bytes(forged + b"\n" + sum_of_it + b"\n")
        is_same = key_file._key_file((folder / NAMES[0]).read_bytes()) == before
        found["harmless"] += is_same and forged != line
        found["refused"] += not is_same and not _opens(folder, PHRASE)
        found["accepted"] += not is_same and _opens(folder, PHRASE)
    print(f"forged signs with a right sum, refused {found['refused']:8} of {len(line)}")
    print(f"  that say the same as before          {found['same'] + found['harmless']:8}")
    print(f"  accepted                             {found['accepted']:8}")
    return found["accepted"] + 8 * len(good) - found["mended"] + (not key)


def _opens(folder: Path, phrase: str) -> bool:
    try:
        return bool(keys.unlock(folder, passphrase=phrase))
    except Trouble:
        return False


def _opens_by_code(folder: Path, code: str) -> bool:
    try:
        return bool(keys.unlock_with_code(folder, code=code))
    except Trouble:
        return False


if __name__ == "__main__":
    sys.exit(main())
