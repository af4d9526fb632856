"""How does something go from the copies too? Each is written anew without it, and only then named.

Backups, and data files that were kept aside. A copy knows up to which tombstone it was done, so
what was cut off is finished the next time, and a stick that was away gets its turn when it is back.
Nothing here touches the live data: it may run on any thread.
"""

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from klasgenoot.domain.erasing import Reached, Tombstone, What, spot_of
from klasgenoot.domain.errors import DamagedBackup, Trouble, UnreadablePlace
from klasgenoot.store.backup_file import (
    ENDING,
    append_manifest,
    digest_of,
    erased_up_to,
    read_backup,
    read_manifest,
    values_of,
)
from klasgenoot.store.backups import backups_in
from klasgenoot.store.breathing import Breathe, hold_breath
from klasgenoot.store.connecting import prepare
from klasgenoot.store.content import amounts, fingerprint
from klasgenoot.store.database import Vault
from klasgenoot.store.driver_troubles import trouble_of
from klasgenoot.store.durable import (
    place_trouble,
    put_in_place,
    remove_database,
    settle_folder,
    write_through,
)
from klasgenoot.store.earlier_keys import earlier_keys
from klasgenoot.store.erasures import (
    bury,
    drop_drafts,
    last_number,
    lay_stray_to_rest,
    set_up,
    tombstones,
)
from klasgenoot.store.keys import has_passphrase
from klasgenoot.store.mentions import drop_tags_and_titles, take_names_out, words_of
from klasgenoot.store.schema import FILE, LATEST
from klasgenoot.store.strangers import is_sound, opened_to_look
from klasgenoot.store.upgrading import bring_up_to_date

ASIDES = "klasgenoot-aside-*.db"
BEFORES = "klasgenoot-before-*.db"
"""Copies from before the tables changed: nobody needs one once the data has opened."""
AT_ONCE = 2
"""Copies that are worked on at one time: most of it is waiting for the disk and for AES."""
_PART = ".scrubbed.part"


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """Where the copies of a vault are, and what has to go from them.

    Attributes:
        folder: the data folder, for what was kept aside.
        places: the folders with backups; one that is not there now is passed over.
        vault_id: whose backups.
        keys: the data key, and those before it: older copies still have one of these.
        stones: all tombstones of the vault.
    """

    folder: Path
    places: tuple[Path, ...]
    vault_id: str
    keys: tuple[str, ...]
    stones: tuple[Tombstone, ...]


def copies_of(vault: Vault, *, places: Sequence[Path]) -> Copies:
    """The copies of the vault that is open, with what has to go from them."""
    assert vault.path, "a vault in memory has no copies"  # noqa: S101 - it is for tests
    row = vault.row("SELECT vault_id FROM generation")
    return Copies(
        folder=vault.path.parent,
        places=tuple(dict.fromkeys(places)),
        vault_id=str(row[0]) if row else "",
        keys=(vault.key, *_earlier(vault)),
        stones=tombstones(vault.connection),
    )


def is_anything_left(copies: Copies) -> bool:
    """Whether a copy is behind the tombstones, as far as that can be told without opening it."""
    last = copies.stones[-1].number if copies.stones else 0
    if not last:
        return False
    return any(erased_up_to(path) < last for path in _backups(copies)) or bool(_kept(copies.folder))


def scrub(copies: Copies, *, breathe: Breathe = hold_breath) -> Reached:
    """Takes what was erased out of each copy that still has it.

    Args:
        breathe: called after each copy, with how many are done.
    """
    if not copies.stones:
        return Reached()
    _clear_parts(copies)
    backups, asides = _backups(copies), _kept(copies.folder)
    jobs: dict[Path, Callable[[], bool]] = {
        **{path: _job(_scrub_backup, path, copies) for path in backups},
        **{path: _job(_scrub_aside, path, copies) for path in asides},
    }
    changed: set[Path] = set()
    missed = [place for place in copies.places[1:] if not place.is_dir()]  # a stick that is away
    with ThreadPoolExecutor(AT_ONCE) as pool:
        futures = {pool.submit(job): path for path, job in jobs.items()}
        for done, future in enumerate(as_completed(futures), 1):
            try:
                if future.result():
                    changed.add(futures[future])
            except Trouble:
                missed.append(futures[future])
            with _stopping(pool):
                breathe(done, len(jobs))
    for before in copies.folder.glob(BEFORES):
        remove_database(before)
        changed.add(before)
        if before.exists():
            missed.append(before)
    return Reached(
        looked_at=len(jobs),
        backups=len(changed & set(backups)),
        asides=len(changed - set(backups)),
        not_reached=tuple(sorted(missed)),
    )


def drop_copies(copies: Copies, *, up_to: int) -> Reached:
    """Removes the backups of the vault up to a number, and every file kept aside."""
    dropped, missed = 0, []
    old = [path for path in _backups(copies) if read_backup(path).number <= up_to]
    for path in [*old, *_kept(copies.folder), *copies.folder.glob(BEFORES)]:
        remove_database(path)
        dropped += 1
        if path.exists():
            missed.append(path)
    for place in copies.places:
        settle_folder(place)
    return Reached(looked_at=dropped, dropped=dropped, not_reached=tuple(missed))


def open_copy(path: Path, *, key: str) -> Vault:
    """Opens a file of ours that is nobody's live data, to take something out of it.

    A backup's part or a file kept aside: brought up to date, and written straight into. Until it is
    finished it has no name that counts, so it needs no log of its own.

    Raises:
        sqlcipher3.dbapi2.Error: it cannot be read with this key, or not written.
    """
    connection = driver.connect(str(path), timeout=0.2)
    try:
        prepare(connection, key=key)
        connection.execute("PRAGMA journal_mode=MEMORY")
        connection.execute("PRAGMA synchronous=OFF")
        bring_up_to_date(connection, path=None)
        vault = Vault(connection, None, key)
        lay_stray_to_rest(vault)
    except BaseException:
        connection.close()
        raise
    return vault


def lay_to_rest(path: Path, *, key: str, stones: Sequence[Tombstone]) -> None:
    """Applies tombstones to a database file that has no name yet, and adds them to its own.

    Raises:
        DamagedFile, DiskFull, ReadOnlyPlace: it is not finished.
    """
    with _opened(path, key=key) as vault:
        _bury_in(vault, stones, after=last_number(vault.connection))


@contextmanager
def _stopping(pool: ThreadPoolExecutor) -> Iterator[None]:
    """Begins no other copy once somebody wants to stop."""
    try:
        yield
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        raise


def _job(work: Callable[[Path, Copies], bool], path: Path, copies: Copies) -> Callable[[], bool]:
    return lambda: work(path, copies)


def _backups(copies: Copies) -> list[Path]:
    found: list[Path] = []
    for place in copies.places:
        with suppress(UnreadablePlace):  # a stick that is away: when it is back
            found += [each.path for each in backups_in(place) if each.is_of(copies.vault_id)]
    return found


def _kept(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob(ASIDES) if path.name != FILE)


def _scrub_backup(path: Path, copies: Copies) -> bool:
    """Writes one backup anew; False when it was done before.

    Raises:
        DamagedBackup: it cannot be read.
        DiskFull, ReadOnlyPlace: it cannot be written.
    """
    done = erased_up_to(path)
    manifest = read_manifest(path)
    if manifest is None:
        raise DamagedBackup(path, "damaged")
    key = next((each for each in copies.keys if manifest.is_signed_with(each)), None)
    if key is None:
        raise DamagedBackup(path, "other_key")
    if done >= copies.stones[-1].number:
        return False
    with _part_of(path) as part:
        _copy_start(path, part, size=manifest.size)
        with _opened(part, key=key) as vault:
            touched = _bury_in(vault, copies.stones, after=done)
            content, found = fingerprint(vault.connection), amounts(vault.connection)
            _assert_whole(vault.connection, path)
        values = {
            **manifest.values,
            "amounts": values_of(found),
            "content": content,
            "file_version": LATEST,
            "erased": copies.stones[-1].number,
            "digest": digest_of(part, size=part.stat().st_size),
        }
        append_manifest(part, values, key=key)  # through to the disk, with all before it
        put_in_place(part, path)
    return touched


def _scrub_aside(path: Path, copies: Copies) -> bool:
    """The same for a data file that was kept aside."""
    key = _key_of(path, copies.keys)
    with opened_to_look(path, key=key) as known:
        if last_number(known) >= copies.stones[-1].number:
            return False
    with _part_of(path) as part:
        _fold_log_in(path, key=key)
        _copy_start(path, part, size=path.stat().st_size)
        with _opened(part, key=key) as vault:
            touched = _bury_in(vault, copies.stones, after=last_number(vault.connection))
            _assert_whole(vault.connection, path)
        write_through(part)
        put_in_place(part, path)
    return touched


def _key_of(path: Path, keys: Sequence[str]) -> str:
    """Which of these opens a database; the first, if none does: that one says what is wrong."""
    for key in keys:
        with suppress(DamagedBackup), opened_to_look(path, key=key) as known:
            known.execute("SELECT count(*) FROM sqlite_master").fetchone()
            return key
    return keys[0]


def _earlier(vault: Vault) -> tuple[str, ...]:
    """The keys that the data had before."""
    if vault.path is None:
        return ()
    with suppress(Trouble):  # a key file that cannot be read now: the next start tries again
        if has_passphrase(vault.path.parent):
            return earlier_keys(vault.path.parent, key=vault.key)
    return ()


def _bury_in(vault: Vault, stones: Sequence[Tombstone], *, after: int) -> bool:
    """Applies the tombstones that a copy does not know; whether anything went."""
    connection = vault.connection
    new = [stone for stone in stones if stone.number > after]
    with vault.journal.for_good() as tables:
        _take_names_out(connection, new)
        bury(connection, new)
        drop_drafts(connection)  # nobody goes on writing in a copy, and a name may stand there
        set_up(connection, new)
    return bool(tables)


def _take_names_out(connection: driver.Connection, stones: Sequence[Tombstone]) -> None:
    """Out of texts about others that the teacher gave other words: before their names are gone."""
    spots = [spot_of(stone.token) for stone in stones if stone.what is What.TEXT]
    tokens = [stone.token for stone in stones if stone.what is What.STUDENT]
    if tokens:
        words = words_of(connection, tokens)
        take_names_out(connection, spots, words=words)
        drop_tags_and_titles(connection, words)


def _assert_whole(connection: driver.Connection, path: Path) -> None:
    """Reads back what was written: a damaged page of before shows here too."""
    broken = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    if broken or not is_sound(connection):
        raise DamagedBackup(path, "damaged")


@contextmanager
def _opened(path: Path, *, key: str) -> Iterator[Vault]:
    try:
        vault = open_copy(path, key=key)
        try:
            yield vault
            vault.connection.execute("PRAGMA journal_mode=DELETE")
        finally:
            vault.connection.close()
    except driver.Error as error:
        raise trouble_of(error, path) from error


def _fold_log_in(path: Path, *, key: str) -> None:
    """A file that was put aside in a hurry has its last changes in a log beside it."""
    if not path.with_name(f"{path.name}-wal").exists():
        return
    try:
        connection = driver.connect(str(path), timeout=0.2)
        try:
            connection.execute(f"PRAGMA key = \"x'{key}'\"")
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            connection.close()
    except driver.Error as error:
        raise trouble_of(error, path) from error


@contextmanager
def _part_of(path: Path) -> Iterator[Path]:
    """A part file that goes if anything goes wrong; what the disk does is turned into trouble."""
    part = path.with_name(f"{path.name}{_PART}")
    try:
        yield part
    except OSError as error:
        raise place_trouble(error, path) from error
    finally:
        remove_database(part)


def _copy_start(path: Path, part: Path, *, size: int) -> None:
    """Copies the database at the start of a file, encrypted as it is."""
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with path.open("rb") as source, os.fdopen(handle, "wb") as target:
        shutil.copyfileobj(source, target, 1 << 20)
        target.truncate(size)


def _clear_parts(copies: Copies) -> None:
    """Removes what was left when this was cut off before."""
    mine = f"*-{copies.vault_id[:8]}{ENDING}{_PART}"
    for place in copies.places:
        for part in place.glob(mine):
            remove_database(part)
    for part in copies.folder.glob(f"{ASIDES}{_PART}"):
        remove_database(part)
