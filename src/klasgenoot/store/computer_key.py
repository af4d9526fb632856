"""Where is the key of a teacher who wants no passphrase? In a file beside the data, 0600."""

import os
from pathlib import Path

from klasgenoot.domain.errors import DamagedFile, ReadOnlyPlace
from klasgenoot.store.durable import (
    create_durably,
    remove_durably,
    remove_unfinished,
    write_durably,
)
from klasgenoot.store.key_names import KEY_FILE

KEY_BYTES = 32


def has_computer_key(folder: Path) -> bool:
    """Does a key lie beside the data, whole or not?"""
    return (folder / KEY_FILE).exists()


def computer_key(folder: Path) -> str | None:
    """The key that lies beside the data, or None.

    Raises:
        ReadOnlyPlace: it cannot be read.
        DamagedFile: the file holds no key.
    """
    path = folder / KEY_FILE
    try:
        key = path.read_text(encoding="ascii").strip()
        path.chmod(0o600)  # a copy put back may have lost it
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        raise DamagedFile(path) from error
    except OSError as error:
        raise ReadOnlyPlace(path) from error
    if len(key) != 2 * KEY_BYTES or not set(key) <= set("0123456789abcdef"):
        raise DamagedFile(path)
    return key


def make_computer_key(folder: Path) -> str:
    """Makes a key; of two starts at one moment the first to have written it wins.

    Raises:
        ReadOnlyPlace, DiskFull: the folder cannot be written.
    """
    key = os.urandom(KEY_BYTES).hex()
    if create_durably(folder / KEY_FILE, key + "\n"):
        return key
    return computer_key(folder) or make_computer_key(folder)


def keep_computer_key(folder: Path, key: str) -> None:
    """Puts the key beside the data: from here on this computer opens it without a question."""
    write_durably(folder / KEY_FILE, key + "\n")


def drop_computer_key(folder: Path) -> None:
    """Takes away the key beside the data. What an SSD keeps in its cells, only a new key helps."""
    remove_unfinished(folder / KEY_FILE)
    if has_computer_key(folder):
        remove_durably(folder / KEY_FILE)
