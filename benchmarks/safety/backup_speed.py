"""How long does a backup of 40 MB take, and for how long at once does it hold the window up?

python benchmarks/safety/backup_speed.py
"""

import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from made_vaults import KEY, NOW, filled
from promises import at_most, tell

from klasgenoot.domain.backups import Backup, Why
from klasgenoot.operations.putting_back import next_good
from klasgenoot.store.backups import backups_in, copy_out, drop_old, make_backup
from klasgenoot.store.breathing import hold_breath
from klasgenoot.store.content import fingerprint
from klasgenoot.store.database import Vault
from klasgenoot.store.opening import open_vault
from klasgenoot.store.restoring import differences, restore, verify
from klasgenoot.store.second_place import copy_to

ROUNDS = 7


def main() -> int:
    """Prints a table; 1 when a budget is not met."""
    with TemporaryDirectory() as folder:
        return _measure(Path(folder))


def _measure(folder: Path) -> int:
    data, place = folder / "data", folder / "backups"
    vault = filled(data)
    vault.close()
    opened = _median(lambda: open_vault(data, key=KEY).close())
    vault = open_vault(data, key=KEY)

    def back_up(breathe: Callable[[int, int], None] = hold_breath) -> None:
        make_backup(vault, place, made_at=NOW, why=Why.ROUTINE, breathe=breathe)

    whole, holds = _median(back_up), []
    breathing = _median(lambda: holds.append(_longest_hold(back_up)))
    copied = _median(lambda: _copy(vault, place))
    listed = _median(lambda: backups_in(place))
    dropped = _median(lambda: drop_old(place, NOW))
    newest = backups_in(place)[0]
    (folder / "second").mkdir()
    second = _median(lambda: _bring_along(newest, folder / "second"))
    looked = _median(lambda: fingerprint(vault.connection))
    compared = _median(lambda: differences(newest, vault))
    vault.close()
    checked = _median(lambda: verify(newest, key=KEY))
    found = _median(lambda: next_good(backups_in(place), key=KEY))
    restored = _median(lambda: restore(newest, data, key=KEY, at=NOW))
    size, rows = newest.size / 1e6, []
    print(f"a backup of {size:.1f} MB, {len(backups_in(place))} of them; medians of {ROUNDS}")
    for what, took, budget in (
        ("made and read back, in one go", whole, 2_000),
        ("the same, breathing", breathing, 2_000),
        ("longest time between two breaths", median(holds), 50),
        ("copied: no key comes through", copied, 2_000),
        ("copied to a second place, read back", second, 2_000),
        ("all manifests listed", listed, 100),
        ("old ones dropped", dropped, 500),
        ("differences for the preview", compared, 50),
        ("whether anything changed", looked, 200),
        ("one looked through", checked, 5_000),
        ("newest good one found", found, 5_000),
        ("restored and read back", restored, 30_000),
        ("the vault opened and closed", opened, 500),
    ):
        print(f"  {what:<36}{took:>9.1f} ms   (≤ {budget} ms)")
        rows.append(at_most(f"a backup of {size:.0f} MB: {what}", took, budget, "ms"))
    return tell(*rows)


def _copy(vault: Vault, place: Path) -> None:
    """The part of a backup that needs the window's thread."""
    unread = copy_out(vault, place, made_at=NOW, why=Why.ROUTINE)
    unread.part.unlink()


def _bring_along(backup: Backup, place: Path) -> None:
    copy_to(backup, place).path.unlink()


def _median(work: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        start = perf_counter()
        work()
        times.append((perf_counter() - start) * 1_000)
    return median(times)


def _longest_hold(back_up: Callable[[Callable[[int, int], None]], None]) -> float:
    moments = [perf_counter()]
    back_up(lambda _done, _total: moments.append(perf_counter()))
    moments.append(perf_counter())
    return max(later - earlier for earlier, later in pairwise(moments)) * 1_000


if __name__ == "__main__":
    sys.exit(main())
