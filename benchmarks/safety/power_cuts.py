"""Is anything lost or spoilt when the power goes at any moment, and the disk keeps part of it?

python benchmarks/safety/power_cuts.py [times]

The unmodified program works with `disk.c` beside it, which writes down what it asks of the disk and
what it says is saved. Then the power goes at random places of that record: what is not synced is
there or not, torn at sectors and in any order, and names likewise (`recording.py`). What is left
is opened as at the next start. Needs a C compiler; Linux only.
"""

import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from kills import _do_next
from made_days import Term
from made_vaults import KEY, NOW, quick_keys
from preloaded import library, settings
from promises import left_out, none_of, tell, times
from recording import ALL, NONE, SAID, Disk, Kept, calls

from klasgenoot.domain.backups import Why
from klasgenoot.domain.errors import Trouble
from klasgenoot.operations.desk import Desk
from klasgenoot.store import keys
from klasgenoot.store.backups import backups_in, make_backup
from klasgenoot.store.content import fingerprint, photos_are_sound
from klasgenoot.store.database import Vault
from klasgenoot.store.opening import open_vault
from klasgenoot.store.rekey import new_data_key
from klasgenoot.store.restoring import restore, verify
from klasgenoot.store.schema import FILE

FIRST = "phrase 0"
CHECK = dict[str, int]
SHARES = {"deeds": 0.6, "keys": 0.1, "rekey": 0.06, "backups": 0.12, "restore": 0.12}
"""Which share of the cuts falls in which work."""
TERMS = 4


def main(words: list[str]) -> int:
    """Prints what was found; 1 when anything was lost."""
    if words[:1] == ["--work"]:
        WORKS[words[1]](Path(words[2]), Path(words[3]), int(words[4]))
        return 0
    quick_keys()
    cuts = times(words, full=2_000, quick=60)
    found: Counter[str] = Counter()
    with TemporaryDirectory() as place:
        built = library(Path(place))
        if built is None:
            return tell(left_out("power cuts", "needs Linux and a C compiler"))
        for work, share in SHARES.items():
            tries = max(2, round(cuts * share))
            here = _cut(work, built, Path(place, work), cuts=tries)
            print(f"  {work:<9}{dict(here)}", flush=True)
            found += here
    tried = f"{found['cuts']:,} power cuts"
    return tell(
        none_of(f"{tried}: saved deeds, keys or backups lost", found["lost"], found["said"]),
        none_of(f"{tried}: data damaged or unopenable", found["corrupt"], found["cuts"]),
    )


# ---- the power goes ----


def _cut(work: str, built: Path, place: Path, *, cuts: int) -> Counter[str]:
    """Records a work, and lets the power go at so many places of it."""
    found: Counter[str] = Counter()
    rounds = TERMS if work == "deeds" and cuts > 100 else 1
    for seed in range(rounds):
        folder = place / f"data-{seed}"
        folder.mkdir(parents=True)
        PREPARE.get(work, lambda _folder: None)(folder)
        disk = Disk(folder)
        record, said = place / f"record-{seed}", place / f"said-{seed}"
        said.touch()
        command = [sys.executable, __file__, "--work", work, str(folder), str(said), str(seed)]
        environment = settings(built, folder.resolve(), record=record, said=said)
        subprocess.run(command, env=environment, check=True)
        found += _cut_record(work, disk, record, folder, cuts // rounds, Random(seed))
        shutil.rmtree(folder)
    return found


def _cut_record(
    work: str, disk: Disk, record: Path, folder: Path, cuts: int, chance: Random
) -> Counter[str]:
    everything = list(calls(record))
    all_said = [call.data.decode().strip() for call in everything if call.what == SAID]
    moments = sorted(chance.randrange(len(everything)) for _ in range(cuts))
    found: Counter[str] = Counter()
    at = said = 0
    for moment in moments:
        for call in everything[at:moment]:
            said += call.what == SAID
            disk.take(call)
        at = moment
        names, content = (chance.choice([NONE, ALL, _some(chance), _some(chance)]) for _ in "ab")
        _lay_down(disk.after(names=names, content=content), folder)
        found += Counter(CHECKS[work](folder, all_said, said))
        found += Counter(cuts=1, said=said)
    return found


def _some(chance: Random) -> Kept:
    return Kept(chance.choice([0.1, 0.5, 0.9]), chance)


def _lay_down(files: dict[str, bytes], folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()
    for path, content in files.items():
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_bytes(content)


# ---- works, and what has to be there after each ----


def _term(folder: Path, said: Path, seed: int) -> None:
    desk, term = Desk(open_vault(folder, key=KEY)), Term(seed)
    _say(said, fingerprint(desk.vault.connection))
    for _ in range(100):
        _do_next(term, desk)
        _say(said, fingerprint(desk.vault.connection))
    desk.vault.close()


def _look_at_deeds(folder: Path, all_said: list[str], said: int) -> CHECK:
    if not said and not (folder / FILE).exists():
        return {}  # it was not there yet, and nothing was said to be saved
    return _look(folder, [KEY], all_said[max(0, said - 1) : said + 1])


def _look(folder: Path, known_keys: list[str], allowed: list[str]) -> CHECK:
    """Opens it: is it one of these contents, and sound?"""
    vault = _opened(folder, known_keys)
    if vault is None:
        return {"corrupt": 1}
    try:
        is_there = fingerprint(vault.connection) in allowed
        is_sound = (
            vault.rows("PRAGMA integrity_check") == [("ok",)]
            and photos_are_sound(vault.connection)
            and vault.rows("PRAGMA wal_checkpoint(TRUNCATE)")[0][0] == 0
            and vault.rows("PRAGMA cipher_integrity_check") == []
        )
    except Trouble:
        is_there = is_sound = False
    vault.close()
    return {"lost": not is_there, "corrupt": not is_sound}


def _opened(folder: Path, known_keys: list[str]) -> Vault | None:
    for key in known_keys:
        try:
            return open_vault(folder, key=key)
        except Trouble as trouble:
            last = trouble
    print(f"    unopenable: {type(last).__name__}")
    return None


def _change_keys(folder: Path, said: Path, seed: int) -> None:
    quick_keys()
    key = keys.unlock(folder, passphrase=FIRST)
    _say(said, f"phrase 0 {key}")
    for number in range(1, 40 + seed):
        keys.set_passphrase(folder, key=key, passphrase=f"phrase {number}")
        _say(said, f"phrase {number} {key}")


def _look_at_keys(folder: Path, all_said: list[str], said: int) -> CHECK:
    line = all_said[max(0, said - 1)].split()
    for number in (int(line[1]), int(line[1]) + 1):
        try:
            return {"lost": keys.unlock(folder, passphrase=f"phrase {number}") != line[2]}
        except Trouble:
            continue
    return {"lost": 1, "corrupt": 1}


def _rekey(folder: Path, said: Path, seed: int) -> None:
    quick_keys()
    key = keys.unlock(folder, passphrase=FIRST)
    for number in range(1, 6 + seed):
        vault = open_vault(folder, key=key)
        content = fingerprint(vault.connection)
        _say(said, f"{number - 1} {content}")
        key, _ = new_data_key(vault, key=key, passphrase=f"phrase {number}")
        vault.close()
    _say(said, f"{number} {content}")


def _look_at_rekey(folder: Path, all_said: list[str], said: int) -> CHECK:
    number, content = all_said[max(0, said - 1)].split()
    known_keys = []
    for each in (int(number), int(number) + 1):
        try:
            known_keys.append(keys.unlock(folder, passphrase=f"phrase {each}"))
        except Trouble:
            continue
    return _look(folder, known_keys, [content]) if known_keys else {"corrupt": 1, "lost": 1}


def _back_up(folder: Path, said: Path, seed: int) -> None:
    desk, term = Desk(open_vault(folder, key=KEY)), Term(seed)
    _say(said, f"{fingerprint(desk.vault.connection)} 0")
    for number in range(1, 11):
        _do_next(term, desk)
        make_backup(desk.vault, folder / "backups", made_at=NOW, why=Why.ROUTINE)
        _say(said, f"{fingerprint(desk.vault.connection)} {number}")
    desk.vault.close()


def _look_at_backups(folder: Path, all_said: list[str], said: int) -> CHECK:
    if not said:
        return _look_at_deeds(folder, [line.split()[0] for line in all_said], said)
    around = [line.split()[0] for line in all_said[said - 1 : said + 1]]
    good = sum(not verify(each, key=KEY) for each in backups_in(folder / "backups"))
    there = len(backups_in(folder / "backups"))
    found = Counter(_look(folder, [KEY], around))
    return found + Counter(
        lost=max(0, int(all_said[said - 1].split()[1]) - good), corrupt=there - good
    )


def _restore(folder: Path, said: Path, seed: int) -> None:
    # each comes with a content of its own; before the first the newest is what is there
    known = sorted(backups_in(folder / "backups"), key=lambda each: each.number)
    _say(said, known[-1].content)
    for number in range(9 + seed):
        backup = known[number % len(known)]
        restore(backup, folder, key=KEY, at=NOW)
        _say(said, backup.content)


def _look_at_restore(folder: Path, all_said: list[str], said: int) -> CHECK:
    around = all_said[max(0, said - 1) : max(1, said) + 1]
    bad = sum(bool(verify(each, key=KEY)) for each in backups_in(folder / "backups"))
    return Counter(_look(folder, [KEY], around)) + Counter(corrupt=bad)


def _keyed(folder: Path) -> None:
    quick_keys()
    key, _ = keys.make_keys(folder, passphrase=FIRST)
    desk, term = Desk(open_vault(folder, key=key)), Term(3)
    for _ in range(10):
        _do_next(term, desk)
    desk.vault.close()


def _with_backups(folder: Path) -> None:
    desk, term = Desk(open_vault(folder, key=KEY)), Term(3)
    for _ in range(3):
        _do_next(term, desk)
        make_backup(desk.vault, folder / "backups", made_at=NOW, why=Why.ROUTINE)
    desk.vault.close()


def _say(said: Path, words: str) -> None:
    with said.open("ab", buffering=0) as file:
        file.write(f"{words}\n".encode())


WORKS: dict[str, Callable[[Path, Path, int], None]] = {
    "deeds": _term,
    "keys": _change_keys,
    "rekey": _rekey,
    "backups": _back_up,
    "restore": _restore,
}
CHECKS: dict[str, Callable[[Path, list[str], int], CHECK]] = {
    "deeds": _look_at_deeds,
    "keys": _look_at_keys,
    "rekey": _look_at_rekey,
    "backups": _look_at_backups,
    "restore": _look_at_restore,
}
PREPARE: dict[str, Callable[[Path], None]] = {
    "keys": _keyed,
    "rekey": _keyed,
    "restore": _with_backups,
}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
