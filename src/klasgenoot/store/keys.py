"""Which key opens the data? The one place that knows.

Until a passphrase exists (a later issue), a random key lies in a file beside the data, for its
owner's eyes only. It protects copies of the data file, not the logged-in computer. To change
where the key comes from, change `key_for` and nothing else.
"""

import os
from pathlib import Path

from klasgenoot.domain.errors import DamagedFile, DiskFull, ReadOnlyPlace
from klasgenoot.store.schema import FILE

KEY_BYTES = 32
KEY_FILE = "klasgenoot.key"


def key_for(folder: Path) -> str:
    """The raw key of the data in `folder` as 64 hex digits; made and kept at the first call.

    Raises:
        ReadOnlyPlace, DiskFull: the folder cannot be written.
        DamagedFile: the key file holds no key, or it is gone while the data is there.
    """
    path = folder / KEY_FILE
    try:
        key = path.read_text(encoding="ascii").strip()
        path.chmod(0o600)  # a copy put back may have lost it
    except FileNotFoundError:
        # a start at the same moment may have made both just now; it makes the key first
        if (folder / FILE).exists() and not path.exists():
            raise DamagedFile(path) from None
        return _make_key(path)
    except UnicodeDecodeError as error:
        raise DamagedFile(path) from error
    except OSError as error:
        raise ReadOnlyPlace(path) from error
    if len(key) != 2 * KEY_BYTES or not set(key) <= set("0123456789abcdef"):
        raise DamagedFile(path)
    return key


def _make_key(path: Path) -> str:
    """Makes a key; of two starts at one moment the first to have written it wins."""
    import secrets

    key = secrets.token_hex(KEY_BYTES)
    # whole under a name of its own and then linked: never half a key, never another one's place
    new = path.with_name(f"{path.name}.{secrets.token_hex(4)}.new")
    try:
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(key + "\n")
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(new, path)
        except FileExistsError:
            return key_for(path.parent)
        finally:
            new.unlink(missing_ok=True)
    except OSError as error:
        new.unlink(missing_ok=True)
        raise place_trouble(error, path) from error
    return key


def place_trouble(error: OSError, path: Path) -> DiskFull | ReadOnlyPlace:
    """The trouble behind a failed write: a full disk, else a place that cannot be written."""
    import errno

    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(path)
    return ReadOnlyPlace(path)
