"""May the keychain of this computer open the data? For a teacher who wants to type less.

A slot of the key file is opened by a secret that lies in the keychain of the system. It is never
the only slot: keychains lose what they hold when an account or a computer is replaced. It counts
for a fortnight from the last time the passphrase was typed, and a lock ends it at once, so that
nobody opens a locked app by starting it anew.

`keyring` is an extra (docs/decisions/0018-keyring.md) and slow to ask: all of this is for a thread.
"""

import os
from base64 import b64decode, b64encode
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

from klasgenoot.domain.errors import NoKeychain
from klasgenoot.store.computer_key import KEY_BYTES
from klasgenoot.store.key_file import keep_slots, key_file_of, read_key_file
from klasgenoot.store.key_slots import Slot, Wrapped, open_by_secret, wrap_by_secret
from klasgenoot.store.keys import unlock_by

SERVICE = "Klasgenoot"
FORTNIGHT = timedelta(days=14)
TRUSTED = tuple(
    f"keyring.backends.{name}"
    for name in ("SecretService", "libsecret", "kwallet", "macOS", "Windows")
)
"""Keychains that the system itself guards; `keyring` knows others that keep plain files."""


class Keychain(Protocol):
    """What is asked of `keyring`."""

    def get_password(self, service: str, username: str) -> str | None:
        """What was kept, or None."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keeps it, over what was there."""

    def delete_password(self, service: str, username: str) -> None:
        """Takes it away."""


def can_have_keychain() -> bool:
    """Whether the extra is there at all; quick, and asks no keychain."""
    from importlib.util import find_spec

    return find_spec("keyring") is not None


def system_keychain() -> Keychain | None:
    """The keychain of the system; None where there is none that can be trusted."""
    from importlib import import_module

    try:
        best: Any = import_module("keyring").get_keyring()
    except Exception:  # noqa: BLE001 - it is an extra: whatever it raises, the passphrase is there
        return None
    for backend in (best, *getattr(best, "backends", ())):  # it may be a chain of several
        if type(backend).__module__.startswith(TRUSTED):
            trusted: Keychain = backend
            return trusted
    return None


def keep_in_keychain(folder: Path, *, key: str, now: datetime) -> None:
    """From now on, for a fortnight, the keychain opens the data too.

    Raises:
        NoKeychain: there is none, or it did not keep what it was given.
        ReadOnlyPlace, DiskFull: the key file cannot be written.
        ValueError: there is no passphrase: this would be the only way in.
    """
    file = key_file_of(folder, key=key)
    if Slot.PASSPHRASE not in file.slots:
        raise ValueError("a keychain is never the only way in")
    secret = os.urandom(KEY_BYTES)
    if not _keep(folder, b64encode(secret).decode()):
        raise NoKeychain
    since = int(now.timestamp())
    until = since + int(FORTNIGHT.total_seconds())
    slot = wrap_by_secret(Slot.KEYCHAIN, bytes.fromhex(key), secret, since=since, until=until)
    keep_slots(folder, file, {**file.slots, Slot.KEYCHAIN: slot}, key=key)


def unlock_with_keychain(folder: Path, *, now: datetime) -> str | None:
    """The key of the data; None when the passphrase has to be typed.

    Raises:
        TamperedKeys: something else changed the key file.
        DamagedFile, NewerFile, ReadOnlyPlace: the key file cannot be read.
    """

    def opener(slot: Wrapped) -> bytes | None:
        # a clock that was put back does not make a fortnight longer
        if not slot.since <= now.timestamp() < slot.until:
            return None
        secret = _kept(folder)
        return open_by_secret(Slot.KEYCHAIN, slot, secret) if secret else None

    return unlock_by(folder, Slot.KEYCHAIN, opener)


def has_keychain_slot(folder: Path) -> bool:
    """Whether there is such a slot, still good or not; reads a small file and asks no keychain."""
    file = read_key_file(folder)
    return file is not None and Slot.KEYCHAIN in file.slots


def drop_keychain_slot(folder: Path, *, key: str) -> None:
    """From here on the passphrase is asked. What stays in the keychain opens nothing any more.

    Raises:
        ReadOnlyPlace, DiskFull: it still opens the data.
    """
    file = key_file_of(folder, key=key)
    if Slot.KEYCHAIN in file.slots:
        left = dict(file.slots)
        del left[Slot.KEYCHAIN]
        keep_slots(folder, file, left, key=key)


def forget_in_keychain(folder: Path) -> None:
    """Takes away what lies in the keychain, as far as that can be done."""
    keychain = system_keychain()
    try:
        if keychain is not None:
            keychain.delete_password(SERVICE, _name(folder))
    except Exception:  # noqa: BLE001 - it opens nothing any more
        return


def _keep(folder: Path, secret: str) -> bool:
    """Puts a secret in the keychain and reads it back."""
    keychain = system_keychain()
    try:
        if keychain is None:
            return False
        keychain.set_password(SERVICE, _name(folder), secret)
        return keychain.get_password(SERVICE, _name(folder)) == secret
    except Exception:  # noqa: BLE001 - locked, refused, or gone: there is no keychain then
        return False


def _kept(folder: Path) -> bytes | None:
    keychain = system_keychain()
    try:
        secret = keychain.get_password(SERVICE, _name(folder)) if keychain else None
        return b64decode(secret, validate=True) if secret else None
    except Exception:  # noqa: BLE001 - the passphrase is asked
        return None


def _name(folder: Path) -> str:
    """One entry for each folder, which does not tell where that is."""
    import hashlib

    return hashlib.blake2b(str(folder.absolute()).encode(), digest_size=8).hexdigest()
