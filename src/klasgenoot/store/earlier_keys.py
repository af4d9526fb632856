"""Which keys did the data have before? Older backups still have them.

They are kept in the key file, sealed by the key of now. So who can open the data can put back each
of its backups, also one from before the passphrase, or from before a new data key. Once they are
forgotten nobody can read such a backup who does not know its old passphrase: for what lay beside
the data without one, that is nobody at all.
"""

from dataclasses import replace
from pathlib import Path

from klasgenoot.store.key_file import key_file_of, write_key_file
from klasgenoot.store.key_slots import open_by_secret
from klasgenoot.store.rekey import EARLIER


def earlier_keys(folder: Path, *, key: str) -> tuple[str, ...]:
    """The keys that the data had before the present one, newest first, as 64 hex digits.

    Raises:
        DamagedFile, NewerFile, ReadOnlyPlace: the key file cannot be read.
    """
    now = bytes.fromhex(key)
    wrapped = key_file_of(folder, key=key).earlier
    opened = (open_by_secret(EARLIER, each, now) for each in wrapped)
    return tuple(each.hex() for each in opened if each)


def forget_earlier_keys(folder: Path, *, key: str) -> None:
    """Lets go of all earlier keys, for good.

    Raises:
        ReadOnlyPlace, DiskFull: they are still there.
        DamagedFile, NewerFile: the key file cannot be read.
    """
    file = key_file_of(folder, key=key)
    if file.earlier:
        without = replace(file, generation=file.generation + 1, earlier=())
        write_key_file(folder, without.sealed(bytes.fromhex(key)))
