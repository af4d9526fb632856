"""Is a deed lost, or the data spoilt, when the app is killed at any moment of real work?

python benchmarks/safety/kills.py [times]

A process does one deed after another (imports, contacts with several students and promises, answers,
renames, notes, drafts, undo, redo) and says after each that it is saved; it is killed (SIGKILL) at a
random moment. Then the data is opened: it is what it was after the last deed that was said, or after
the one that was under way.
"""

import os
import signal
import sys
import time
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from made_days import Term
from made_vaults import KEY
from promises import none_of, tell, times

from klasgenoot.domain.errors import Trouble
from klasgenoot.operations.desk import Desk
from klasgenoot.store.content import fingerprint, photos_are_sound
from klasgenoot.store.opening import open_vault, vault_in_memory

DEEDS, TERMS = 120, 5
"""Deeds in a term, and terms that differ."""
SEEDS = 100


def main(words: list[str]) -> int:
    """Prints what was found; 1 when anything was lost."""
    kills = times(words, full=500, quick=20)
    known = [_contents(seed) for seed in range(TERMS)]
    found = dict.fromkeys(("deeds said", "under way and there", "lost", "corrupt", "in the way"), 0)
    chance = Random(kills)
    with TemporaryDirectory() as place:
        whole = max(_live(Path(place, f"whole-{n}"), n, after=None)[1] for n in range(2))
        for number in range(kills):
            folder, seed = Path(place, str(number)), number % TERMS
            said, _ = _live(folder, seed, after=chance.uniform(0, whole))
            found["deeds said"] += max(said, 0)
            _look(folder, said, known[seed], found)
    for what, count in found.items():
        print(f"  {what:<24}{count:>9,}")
    tried = f"{kills} kills amid real deeds"
    return tell(
        none_of(f"{tried}: saved deeds lost", found["lost"], found["deeds said"]),
        none_of(f"{tried}: data damaged", found["corrupt"], kills),
        none_of(f"{tried}: locks in the way of the next start", found["in the way"], kills),
    )


def _contents(seed: int) -> list[str]:
    """What the data is before the first deed and after each."""
    desk, term = Desk(vault_in_memory()), Term(seed)
    contents = [fingerprint(desk.vault.connection, without="token")]
    for _ in range(DEEDS):
        _do_next(term, desk)
        contents.append(fingerprint(desk.vault.connection, without="token"))
    return contents


def _do_next(term: Term, desk: Desk) -> None:
    do = term.next_deed(desk)
    try:
        do(desk)
    except Trouble:  # what it was about went by undo: refusing it is right
        return


def _live(folder: Path, seed: int, *, after: float | None) -> tuple[int, float]:
    """Does a term in a process of its own; how many deeds it said were saved, and how long it took.

    It is forked, so that everything is imported already and only the work itself is hit.
    """
    hear, say = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(hear)
        _work(folder, seed, say)
        os._exit(0)
    os.close(say)
    began = time.perf_counter()
    if after is not None:
        time.sleep(after)  # a random moment to kill it at
        os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    with os.fdopen(hear, "rb") as pipe:
        said = pipe.read()
    return len(said) - 1, time.perf_counter() - began


def _work(folder: Path, seed: int, say: int) -> None:
    desk, term = Desk(open_vault(folder, key=KEY)), Term(seed)
    os.write(say, b".")
    for _ in range(DEEDS):
        _do_next(term, desk)
        os.write(say, b".")
    desk.vault.close()


def _look(folder: Path, said: int, known: list[str], found: dict[str, int]) -> None:
    """Opens what a kill left; `said` is -1 when even the opening was not over."""
    try:
        vault = open_vault(folder, key=KEY)
    except Trouble:
        found["in the way"] += 1
        found["lost"] += max(said, 0)
        return
    content = fingerprint(vault.connection, without="token")
    at_least = max(said, 0)
    if content in known[at_least : at_least + 2]:
        found["under way and there"] += content != known[at_least]
    else:
        found["lost"] += 1
    is_sound = (
        vault.rows("PRAGMA integrity_check") == [("ok",)]
        and photos_are_sound(vault.connection)
        and vault.rows("PRAGMA wal_checkpoint(TRUNCATE)")[0][0] == 0
        and vault.rows("PRAGMA cipher_integrity_check") == []
    )
    found["corrupt"] += not is_sound
    vault.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
