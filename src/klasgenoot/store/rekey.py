"""How does the data get a new key? In three steps, each of which may be the last for now.

1. The key file gets the new slots and keeps the old ones, with the old data key sealed by the new.
2. The data file is written with the new key, in one transaction.
3. The key file lets go of the old slots.

Whatever moment the power goes: the new passphrase opens the data once step 1 is on the disk, the
old one as long as step 2 is not. The next opening goes on to step 3, or back.
"""

import os
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from klasgenoot.domain.errors import Trouble
from klasgenoot.store.computer_key import KEY_BYTES, drop_computer_key
from klasgenoot.store.database import Vault
from klasgenoot.store.key_file import KeyFile, key_file_of, write_key_file
from klasgenoot.store.key_slots import (
    Slot,
    new_code_slot,
    open_by_secret,
    wrap_by_passphrase,
    wrap_by_secret,
)
from klasgenoot.store.opening import open_vault, opens
from klasgenoot.store.schema import FILE

LINK, EARLIER = "before", "earlier"
MOST_EARLIER = 24
"""So many earlier keys are kept; older backups have long been dropped by then."""


@dataclass(frozen=True)
class NewKey:
    """A new data key, ready to be put on: what takes a second is done.

    Attributes:
        key: as 64 hex digits.
        code: its recovery code, as it is printed.
        old: the data key of until now.
        file: the key file with both.
    """

    key: str = field(repr=False)
    code: str = field(repr=False)
    old: str = field(repr=False)
    file: KeyFile = field(repr=False)


def new_data_key(vault: Vault, *, key: str, passphrase: str) -> tuple[str, str]:
    """Gives the data a new key, in one go: see `prepare` and `put_on`.

    Returns:
        The new key and its recovery code, as `make_keys` does. The old code has stopped working.
    """
    assert vault.path, "only a file has a key file"  # noqa: S101 - a vault in memory is for tests
    new = prepare(vault.path.parent, key=key, passphrase=passphrase)
    put_on(vault, new)
    return new.key, new.code


def prepare(folder: Path, *, key: str, passphrase: str) -> NewKey:
    """Makes a new data key and what wraps it; nothing is written yet. For any thread.

    Args:
        folder: of the data.
        key: the data key of now.
        passphrase: opens the new key; the same as before will do if nobody else knows it.

    Raises:
        Missing: the passphrase is empty.
        TooLittleMemory: there is no room to work it out.
        DamagedFile, NewerFile, ReadOnlyPlace: the key file cannot be read.
    """
    before, old, new = key_file_of(folder, key=key), bytes.fromhex(key), os.urandom(KEY_BYTES)
    by_code, code = new_code_slot(new)
    both = KeyFile(
        generation=before.generation + 1,
        slots={Slot.PASSPHRASE: wrap_by_passphrase(new, passphrase), Slot.RECOVERY: by_code},
        before=replace(before, before=None, link=None).sealed(old),
        link=wrap_by_secret(LINK, old, new),
        earlier=tuple(wrap_by_secret(EARLIER, each, new) for each in _all_until(before, old)),
    )
    return NewKey(new.hex(), code, key, both.sealed(new))


def put_on(vault: Vault, new: NewKey) -> None:
    """Gives the open data its new key. It stays open, with the new key.

    Older backups keep the old key. The data knows it, until they are dropped or somebody says so
    (`store/earlier_keys.py`).

    Raises:
        ReadOnlyPlace, DiskFull: all is as it was.
    """
    assert vault.path, "only a file has a key file"  # noqa: S101 - a vault in memory is for tests
    folder = vault.path.parent
    try:
        write_key_file(folder, new.file)
        _write_with(vault, bytes.fromhex(new.key))
    except Trouble:
        if vault.is_certain and vault.key == new.old:  # else the next opening finds out which it is
            with suppress(Trouble):
                _go_back(folder, new.file, bytes.fromhex(new.old))
        raise
    vault.key = new.key
    with suppress(Trouble):  # the data has its new key: the next opening does the rest
        _let_go(folder, new.file, bytes.fromhex(new.key))


def settle_forward(folder: Path, file: KeyFile, key: bytes) -> None:
    """Brings a change of the data key to its end, for whoever has the new one.

    Raises:
        AlreadyOpen, DamagedFile, ReadOnlyPlace, DiskFull: not yet.
    """
    if (folder / FILE).exists() and not opens(folder, key=key.hex()):
        old = file.link and open_by_secret(LINK, file.link, key)
        vault = open_vault(folder, key=(old or key).hex())
        try:
            _write_with(vault, key)
        finally:
            vault.close()
    _let_go(folder, file, key)


def settle_back(folder: Path, file: KeyFile, old: bytes) -> bool:
    """Undoes a change of the data key for whoever has the old one; False if it is too late.

    Raises:
        AlreadyOpen, ReadOnlyPlace, DiskFull: not yet.
    """
    if not opens(folder, key=old.hex()):
        return False
    _go_back(folder, file, old)
    return True


def _all_until(file: KeyFile, key: bytes) -> list[bytes]:
    """The data key of a key file and those before it, newest first."""
    opened = (open_by_secret(EARLIER, wrapped, key) for wrapped in file.earlier)
    return [key, *(each for each in opened if each)][:MOST_EARLIER]


def _write_with(vault: Vault, key: bytes) -> None:
    """Writes every page anew with another key: one transaction, and nothing old in the log.

    Raises:
        DiskFailed, DiskFull: it has the old key, or it is not certain yet which one it has.
    """
    with vault.sound():
        vault.connection.execute(f"PRAGMA rekey = \"x'{key.hex()}'\"")
    vault.go_on_with_key(key.hex())  # the pragma says nothing when the disk refused


def _let_go(folder: Path, file: KeyFile, key: bytes) -> None:
    drop_computer_key(folder)
    alone = replace(file, generation=file.generation + 1, before=None, link=None)
    write_key_file(folder, alone.sealed(key))


def _go_back(folder: Path, file: KeyFile, old: bytes) -> None:
    assert file.before  # noqa: S101 - this is what going back means
    back = replace(file.before, generation=file.generation + 1)
    write_key_file(folder, back.sealed(old))
