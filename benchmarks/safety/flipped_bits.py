"""Is one flipped bit noticed, wherever it falls, and is a good backup offered then?

python benchmarks/safety/flipped_bits.py [times]
"""

import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from made_vaults import KEY, NOW, small
from promises import all_of, tell, times

from klasgenoot.domain.backups import Why
from klasgenoot.domain.errors import Trouble
from klasgenoot.operations.putting_back import next_good
from klasgenoot.store.backups import backups_in, is_undamaged, make_backup
from klasgenoot.store.opening import open_vault
from klasgenoot.store.schema import FILE
from klasgenoot.store.second_place import copy_to


def main(words: list[str]) -> int:
    """Prints how many of so many were noticed; 1 when one was not."""
    tries = times(words, full=500, quick=25)
    with TemporaryDirectory() as folder:
        data, place = Path(folder, "data"), Path(folder, "backups")
        vault = small(data)
        good = make_backup(vault, place, made_at=NOW, why=Why.ROUTINE)
        newest = make_backup(vault, place, made_at=NOW, why=Why.ROUTINE)
        vault.close()
        chance = Random(500)
        without_key = in_backup = in_data = in_copy = 0
        second = Path(folder, "second")
        second.mkdir()
        copy = copy_to(newest, second)
        for _ in range(tries):
            whole = _flip(newest.path, chance)
            without_key += not is_undamaged(newest)
            in_backup += next_good(backups_in(place), key=KEY).backup.path == good.path
            newest.path.write_bytes(whole)
            whole = _flip(data / FILE, chance)
            in_data += (
                not _is_sound(data)
                and next_good(backups_in(place), key=KEY).backup.path == newest.path
            )
            (data / FILE).write_bytes(whole)
            whole = _flip(copy.path, chance)
            in_copy += not is_undamaged(copy)
            copy.path.write_bytes(whole)
    print(f"bits flipped in the newest backup, noticed without the key: {without_key} of {tries}")
    print(f"                                   the one before offered:  {in_backup} of {tries}")
    print(f"bits flipped in the data file, noticed and a backup offered: {in_data} of {tries}")
    print(f"bits flipped in a copy on a stick, noticed without the key:  {in_copy} of {tries}")
    return tell(
        all_of(f"{tries} flipped bits: noticed in a backup, without the key", without_key, tries),
        all_of(f"{tries} flipped bits: the backup before it is offered", in_backup, tries),
        all_of(f"{tries} flipped bits: noticed in the data, a backup offered", in_data, tries),
        all_of(f"{tries} flipped bits: noticed in a copy on a stick", in_copy, tries),
    )


def _flip(path: Path, chance: Random) -> bytes:
    """Flips one bit anywhere; returns what the file was."""
    whole = path.read_bytes()
    spoilt = bytearray(whole)
    spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
    path.write_bytes(spoilt)
    return whole


def _is_sound(data: Path) -> bool:
    """What the app finds: at the opening, or when it looks through all pages."""
    try:
        vault = open_vault(data, key=KEY)
    except Trouble:
        return False
    try:
        return not vault.rows("PRAGMA cipher_integrity_check")
    except Trouble:
        return False
    finally:
        vault.connection.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
