"""Which key opens the data? The one place that knows.

The data key is 32 random bytes. A person gets to it with a passphrase or with a recovery code,
each of which opens a slot of the key file (`store/key_file.py`). A teacher who wants neither keeps
it on this computer only (`store/computer_key.py`): that protects copies of the data file, not the
logged-in computer. What protects against whom stands in docs/safety.md.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from klasgenoot.domain.errors import (
    AlreadyOpen,
    DamagedFile,
    NeedsPassphrase,
    TamperedKeys,
    Trouble,
    WrongCode,
    WrongPassphrase,
)
from klasgenoot.store.computer_key import (
    KEY_BYTES,
    computer_key,
    drop_computer_key,
    has_computer_key,
    keep_computer_key,
    make_computer_key,
)
from klasgenoot.store.key_file import (
    KeyFile,
    create_key_file,
    keep_slots,
    key_file_of,
    read_key_file,
)
from klasgenoot.store.key_names import KEY_FILE
from klasgenoot.store.key_slots import (
    Slot,
    Wrapped,
    derived,
    new_code_slot,
    open_by_passphrase,
    open_by_secret,
    wrap_by_passphrase,
)
from klasgenoot.store.schema import FILE
from klasgenoot.store.swapping import settle_swap

__all__ = [
    "KEY_FILE",
    "Slot",
    "forget_passphrase",
    "has_passphrase",
    "key_for",
    "make_keys",
    "new_code",
    "set_passphrase",
    "slots_of",
    "subkey",
    "unlock",
    "unlock_by",
    "unlock_with_code",
]


def slots_of(folder: Path) -> frozenset[Slot]:
    """The ways to the data key; none before the first start.

    Raises:
        DamagedFile: the key file is damaged, or it is gone while the data is there.
        NewerFile: a newer Klasgenoot wrote it.
        ReadOnlyPlace: it cannot be read.
    """
    settle_swap(folder)  # a backup that was being put back may have brought other keys
    slots = _slots(folder)
    if not slots and (folder / FILE).exists():
        slots = _slots(folder)  # a start at this moment may have made both: the key comes first
        if not slots:
            raise DamagedFile(folder / KEY_FILE)
    return slots


def has_passphrase(folder: Path) -> bool:
    """Whether somebody has to open the data. See `slots_of` for what it raises."""
    return Slot.PASSPHRASE in slots_of(folder)


def key_for(folder: Path) -> str:
    """The key of data that only this computer opens, as 64 hex digits; made at the first call.

    Raises:
        NeedsPassphrase: a person has to open it.
        ReadOnlyPlace, DiskFull: the folder cannot be written.
        DamagedFile: the key file holds no key, or it is gone while the data is there.
    """
    slots = slots_of(folder)
    if slots and Slot.COMPUTER not in slots:
        raise NeedsPassphrase(folder)
    return computer_key(folder) or make_computer_key(folder)


def make_keys(folder: Path, *, passphrase: str) -> tuple[str, str]:
    """Makes the key of new data, and the two ways to it.

    Returns:
        The key as 64 hex digits, and the recovery code as it is printed.

    Raises:
        AlreadyOpen: another start was first.
        Missing: the passphrase is empty.
        ReadOnlyPlace, DiskFull, TooLittleMemory: nothing was made.
        DamagedFile: there is data, and its key is gone.
    """
    key = os.urandom(KEY_BYTES)
    by_code, code = new_code_slot(key)
    slots = {Slot.PASSPHRASE: wrap_by_passphrase(key, passphrase), Slot.RECOVERY: by_code}
    file = KeyFile(generation=1, slots=slots).sealed(key)
    if slots_of(folder) or not create_key_file(folder, file):
        raise AlreadyOpen(folder)
    return key.hex(), code


def unlock(folder: Path, *, passphrase: str) -> str:
    """The key of the data, with the passphrase. Takes about a second: not for the window's thread.

    Raises:
        WrongPassphrase: it is another one.
        Missing: it is empty.
        TooLittleMemory: there is no room to check it.
        TamperedKeys: something else changed the key file.
        DamagedFile, NewerFile, ReadOnlyPlace: the key file cannot be read.
    """

    def opener(slot: Wrapped) -> bytes | None:
        if not slot.is_sane:
            raise TamperedKeys(folder)
        return open_by_passphrase(slot, passphrase)

    key = _unlock(folder, Slot.PASSPHRASE, opener)
    if key is None:
        raise WrongPassphrase
    return key


def unlock_with_code(folder: Path, *, code: str) -> str:
    """The key of the data, with the recovery code as somebody typed it.

    Raises:
        WrongCode: it is no code, or another one.
        TamperedKeys: something else changed the key file.
        DamagedFile, NewerFile, ReadOnlyPlace: the key file cannot be read.
    """
    from klasgenoot.domain.recovery_code import decode

    secret = decode(code)
    if secret is None:
        raise WrongCode("mistyped")
    key = _unlock(folder, Slot.RECOVERY, lambda slot: open_by_secret(Slot.RECOVERY, slot, secret))
    if key is None:
        raise WrongCode("other")
    return key


def unlock_by(folder: Path, name: Slot, opener: Callable[[Wrapped], bytes | None]) -> str | None:
    """The key of the data by way of another slot, with what opens that; None where it does not.

    Raises:
        TamperedKeys: something else changed the key file.
        DamagedFile, NewerFile, ReadOnlyPlace: the key file cannot be read.
    """
    return _unlock(folder, name, opener)


def set_passphrase(folder: Path, *, key: str, passphrase: str) -> None:
    """Changes the passphrase, or sets the first one; the recovery code stays as it was.

    A key that lay beside the data goes once the passphrase is on the disk, and not before.

    Raises:
        Missing: the passphrase is empty.
        ReadOnlyPlace, DiskFull, TooLittleMemory: the old one still holds.
    """
    file = key_file_of(folder, key=key)
    by_passphrase = wrap_by_passphrase(bytes.fromhex(key), passphrase)
    keep_slots(folder, file, {**file.slots, Slot.PASSPHRASE: by_passphrase}, key=key)
    drop_computer_key(folder)


def new_code(folder: Path, *, key: str) -> str:
    """A new recovery code, as it is printed; the old one stops working, the passphrase stays.

    Raises:
        ReadOnlyPlace, DiskFull: the old one still holds.
    """
    file = key_file_of(folder, key=key)
    by_code, code = new_code_slot(bytes.fromhex(key))
    keep_slots(folder, file, {**file.slots, Slot.RECOVERY: by_code}, key=key)
    return code


def forget_passphrase(folder: Path, *, key: str) -> None:
    """From here on this computer opens the data without a question; a recovery code stays.

    Raises:
        ReadOnlyPlace, DiskFull: the passphrase still holds.
    """
    file = key_file_of(folder, key=key)
    keep_computer_key(folder, key)
    slots = dict(file.slots)
    for asked in (Slot.PASSPHRASE, Slot.KEYCHAIN):
        slots.pop(asked, None)
    keep_slots(folder, file, slots, key=key)


def subkey(key: str, purpose: str) -> bytes:
    """32 bytes for one purpose, a backup's manifest for one, that do not tell the key itself."""
    return derived(bytes.fromhex(key), purpose)


def _slots(folder: Path) -> frozenset[Slot]:
    file = read_key_file(folder)
    slots = frozenset(file.slots if file else ())
    # beside a passphrase it is a left-over of a change that was cut short, see `_tidy`
    if Slot.PASSPHRASE not in slots and has_computer_key(folder):
        return slots | {Slot.COMPUTER}
    return slots


def _unlock(folder: Path, name: Slot, opener: Callable[[Wrapped], bytes | None]) -> str | None:
    """The key behind a slot, tried on what opens the data and on what opened it before."""
    file = read_key_file(folder)
    if file is None:
        return None
    from klasgenoot.store.rekey import settle_back, settle_forward

    key = _behind(folder, file, name, opener)
    if key:
        if file.before:
            settle_forward(folder, file, key)
        _tidy(folder, file, key.hex())
        return key.hex()
    old = file.before and _behind(folder, file.before, name, opener)
    return old.hex() if old and settle_back(folder, file, old) else None


def _behind(
    folder: Path, file: KeyFile, name: Slot, opener: Callable[[Wrapped], bytes | None]
) -> bytes | None:
    """The key behind one slot of a key file, if that is there and the opener fits."""
    key = opener(file.slots[name]) if name in file.slots else None
    if key and not file.is_sealed_by(key):
        raise TamperedKeys(folder)
    return key


def _tidy(folder: Path, file: KeyFile, key: str) -> None:
    """Takes away a key beside the data that should have gone when a change was cut off."""
    if Slot.PASSPHRASE in file.slots:
        with suppress(Trouble):  # a damaged one opens nothing, and one that stays is no news
            if computer_key(folder) in (None, key):
                drop_computer_key(folder)
