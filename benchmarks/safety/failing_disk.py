"""Is anything lost when the disk is full or fails amid real work, and can work go on after it?

python benchmarks/safety/failing_disk.py [times]

So many times the disk refuses what it is asked, at a random moment of real deeds: once, some times,
or until somebody sees to it. Two fifths of the times again it is full, half of those a real file
system of 6 MB. Beside it the same deeds are done in memory, those that were said to be saved and no
others: in the end both hold the same. Needs a C compiler; Linux only.
"""

import errno
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from made_days import Do, Term
from made_vaults import KEY, quick_keys
from preloaded import FOR_EVER, LOCK, READ, Orders, kind, library, settings
from promises import Promise, all_of, left_out, none_of, tell, times

from klasgenoot.domain.errors import OUT_OF_REACH, UNSURE, Trouble
from klasgenoot.operations.desk import Desk
from klasgenoot.store import keys
from klasgenoot.store.content import fingerprint
from klasgenoot.store.opening import open_vault, vault_in_memory
from klasgenoot.store.rekey import new_data_key
from klasgenoot.store.reserve import keep_reserve

BEFORE, AMID, AFTER = 4, 8, 4
"""Deeds on a sound disk, on a failing one, and on a sound one again."""
CHANGING = tuple(kind(name) for name in ("open", "write", "truncate", "sync", "unlink"))
FULL = tuple(kind(name) for name in ("open", "write", "truncate"))
OLD, NEW = "vier kleine eenden", "een ander verhaal"
SMALL_DISK = 6_000_000


def main(words: list[str]) -> int:
    """Prints what was found; 1 when anything was lost."""
    if words[:1] == ["--work"]:
        print(json.dumps(_work(words[1], Path(words[2]), Path(words[3]), int(words[4]))))
        return 0
    errors = times(words, full=500, quick=20)
    full = max(4, errors * 2 // 5)
    with TemporaryDirectory() as place:
        built = library(Path(place))
        if built is None:
            return tell(left_out("a failing disk", "needs Linux and a C compiler"))
        keyed = _apart("keys", built, Path(place, "k"), max(4, errors * 2 // 5))
        failing = _apart("fails", built, Path(place, "a"), errors)
        no_room = _apart("full", built, Path(place, "b"), full // 2)
        small = _on_small_disk(Path(place, "c"), full - full // 2)
    rows = _rows(f"{failing['hit']} errors of the disk", failing)
    if small is None:
        rows.append(left_out("a full file system of 6 MB", "none can be mounted here"))
    else:
        no_room += small
    rows += _rows(f"{no_room['hit']} times a full disk", no_room)
    what = f"{keyed['hit']} refusals while the data gets a new key"
    rows.append(none_of(f"{what}: unopenable or not whole", keyed["lost"], keyed["tried"]))
    return tell(*rows)


def _rows(what: str, found: Counter[str]) -> list[Promise]:
    print(f"  {what}: {dict(found)}")
    return [
        none_of(f"{what}: saved deeds lost", found["lost"], found["saved"]),
        none_of(f"{what}: refused deeds that are there", found["there"], found["refused"]),
        none_of(f"{what}: data damaged", found["corrupt"], found["tried"]),
        none_of(f"{what}: errors no sentence is known for", found["strange"], found["tried"]),
        all_of(f"{what}: work went on afterwards", found["went on"], found["tried"]),
    ]


def _apart(how: str, built: Path, place: Path, tries: int) -> Counter[str]:
    """Tries in a process with the library beside it."""
    place.mkdir()
    environment = settings(built, place.resolve()) | {"DISK_ORDERS": f"{place}.orders"}
    Orders(Path(f"{place}.orders"))
    return _asked(how, place, Path(f"{place}.orders"), tries, environment)


def _on_small_disk(place: Path, tries: int) -> Counter[str] | None:
    """Tries on a real file system that is full; None where none can be mounted."""
    place.mkdir()
    mount = f'mount -t tmpfs -o size={SMALL_DISK} none "{place}" && exec "$@"'
    apart = ["unshare", "--mount", "sh", "-c", mount, "-"]
    if os.geteuid():
        apart.insert(1, "--map-root-user")
    try:
        if subprocess.run([*apart, "true"], check=False, capture_output=True).returncode:
            return None
    except OSError:
        return None
    return _asked("small", place, Path("-"), tries, dict(os.environ), apart=apart)


def _asked(
    how: str,
    place: Path,
    orders: Path,
    tries: int,
    environment: dict[str, str],
    *,
    apart: list[str] | None = None,
) -> Counter[str]:
    command = [sys.executable, __file__, "--work", how, str(place), str(orders), str(tries)]
    ran = subprocess.run(
        [*(apart or []), *command], env=environment, check=False, capture_output=True, text=True
    )
    if ran.returncode:
        raise SystemExit(ran.stderr)
    found = Counter(json.loads(ran.stdout))
    found["strange"] += ran.stderr.count("Traceback")
    print(ran.stderr, end="")
    return found


def _work(how: str, place: Path, path: Path, tries: int) -> Counter[str]:
    if how == "keys":
        return _give_new_keys(place, Orders(path), tries)
    found: Counter[str] = Counter()
    orders = Orders(path) if how != "small" else None
    seed = 0
    while found["hit"] < tries:
        seed += 1
        folder = place / (str(seed) if orders else "data")
        found += _try(how, folder, orders, Random(seed))
        if not orders:  # the small disk is cleared for the next
            for each in [*folder.iterdir()]:
                each.unlink()
    return found


def _try(how: str, folder: Path, orders: Orders | None, chance: Random) -> Counter[str]:
    desk, beside = Desk(open_vault(folder, key=KEY)), Desk(vault_in_memory())
    term, found = Term(chance.randrange(1_000_000)), Counter(tried=1)
    unsure: list[Do] = []
    for _ in range(BEFORE):
        found += _do(term, desk, beside, unsure)
    if chance.random() < 0.5:
        keep_reserve(folder, size=200_000)
    filler = folder.parent / "filler"
    if orders is None:
        desk.vault.empty_log()  # so that it has to grow; what is written over needs no room
        _fill(filler, leave=chance.randrange(300_000))
    else:
        _refuse(how, orders, chance)
    amid: Counter[str] = Counter()
    for _ in range(AMID):
        amid += _do(term, desk, beside, unsure)
    found["hit"] += bool(orders.refused) if orders else amid["refused"] > 0
    found += amid
    if orders is not None:
        orders.obey()
    filler.unlink(missing_ok=True)
    for _ in range(2):  # what was refused last may show only now
        try:
            _settle(desk, beside, unsure)
            with desk.vault.sound():
                fingerprint(desk.vault.connection, without="token")
        except Trouble:
            continue
    if fingerprint(desk.vault.connection, without="token") != fingerprint(
        beside.vault.connection, without="token"
    ):
        found["there" if amid["refused"] else "lost"] += 1
        found["strange"] += not amid["refused"]
        desk.vault.close()
        return found
    after: Counter[str] = Counter()
    for _ in range(AFTER):
        after += _do(term, desk, beside, unsure)
    found["went on"] += after["refused"] == 0
    found += after
    desk.vault.close()
    vault = open_vault(folder, key=KEY)
    found["lost"] += fingerprint(vault.connection, without="token") != fingerprint(
        beside.vault.connection, without="token"
    )
    vault.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    found["corrupt"] += vault.rows("PRAGMA integrity_check") != [("ok",)]
    found["corrupt"] += vault.rows("PRAGMA cipher_integrity_check") != []
    vault.close()
    return found


def _refuse(how: str, orders: Orders, chance: Random) -> None:
    after = chance.randrange(25)
    if how == "full":
        orders.refuse(*FULL, error=errno.ENOSPC, after=after, times=FOR_EVER, is_half=True)
        return
    orders.refuse(
        *chance.choice([CHANGING, (kind("sync"),), (kind("write"),), (READ,), (LOCK,)]),
        error=chance.choice([errno.EIO, errno.EIO, errno.ENOSPC]),
        after=after,
        times=chance.choice([1, 1, 3, FOR_EVER]),
        is_half=chance.random() < 0.3,
    )


def _do(term: Term, desk: Desk, beside: Desk, unsure: list[Do]) -> Counter[str]:
    """Does the next deed at the desk, and if it is saved at the other one too.

    `unsure` gets the deeds of which it was said that they may be there and may not.
    """
    try:
        _settle(desk, beside, unsure)
        do = term.next_deed(desk)
    except Trouble:
        return Counter(unread=1)
    try:
        do(desk)
    except Trouble as trouble:
        if getattr(trouble, "why", "") in {UNSURE, OUT_OF_REACH}:
            unsure.append(do)
            return Counter(refused=1, unsure=1)
        return Counter(refused=type(trouble).__name__.startswith(("Disk", "ReadOnly", "Damaged")))
    except Exception as error:  # noqa: BLE001 - what no sentence is known for is what we look for
        name = getattr(error, "sqlite_errorname", "")
        print(f"    {type(error).__name__} {name} {error}", file=sys.stderr)
        return Counter(strange=1, refused=1)
    do(beside)
    return Counter(saved=1)


def _settle(desk: Desk, beside: Desk, unsure: list[Do]) -> None:
    """Looks, as a teacher would, whether a deed is there that may be; then it is at both desks."""
    if unsure:
        with desk.vault.sound():
            content = fingerprint(desk.vault.connection, without="token")
        for do in [lambda _: None, *unsure]:
            tried = Desk(vault_in_memory())
            beside.vault.connection.backup(tried.vault.connection)
            tried.vault.journal.done = list(beside.vault.journal.done)
            tried.vault.journal.undone = list(beside.vault.journal.undone)
            do(tried)
            if fingerprint(tried.vault.connection, without="token") == content:
                beside.vault = tried.vault
                break
        if not (desk.vault.journal.done or desk.vault.journal.undone):
            beside.vault.journal.forget()
        unsure.clear()


def _give_new_keys(place: Path, orders: Orders, tries: int) -> Counter[str]:
    """A new data key, refused at one moment after the other; then either passphrase opens it."""
    found: Counter[str] = Counter()
    quick_keys()
    template = place / "template"
    template.mkdir()
    key, _ = keys.make_keys(template, passphrase=OLD)
    desk, term = Desk(open_vault(template, key=key)), Term(1)
    for _ in range(6):
        term.next_deed(desk)(desk)
    content = fingerprint(desk.vault.connection, without="token")
    desk.vault.close()
    for number in range(tries):
        folder = Path(shutil.copytree(template, place / str(number)))
        vault = open_vault(folder, key=key)
        error, lasts = ((errno.ENOSPC, FOR_EVER), (errno.EIO, 1), (errno.EIO, 4))[number % 3]
        orders.refuse(
            *(FULL if error == errno.ENOSPC else CHANGING),
            error=error,
            after=number // 3 * 3 + number % 3,
            times=lasts,
        )
        with suppress(Trouble):
            new_data_key(vault, key=key, passphrase=NEW)
        found["hit"] += bool(orders.refused)
        orders.obey()
        vault.close()
        found["tried"] += 1
        found["lost"] += not any(_holds(folder, phrase, content) for phrase in (OLD, NEW))
    return found


def _holds(folder: Path, phrase: str, content: str) -> bool:
    try:
        vault = open_vault(folder, key=keys.unlock(folder, passphrase=phrase))
    except Trouble:
        return False
    is_whole = fingerprint(vault.connection, without="token") == content
    vault.close()
    return is_whole


def _fill(path: Path, *, leave: int) -> None:
    """Fills the disk up to so many bytes."""
    free = os.statvfs(path.parent).f_bavail * os.statvfs(path.parent).f_frsize
    with path.open("wb") as file:
        file.write(bytes(max(0, free - leave)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
