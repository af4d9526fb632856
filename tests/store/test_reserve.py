"""Room kept in advance: made where there is room, given up when the disk runs full."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from klasgenoot.domain.errors import RESERVE_FREED, DiskFull
from klasgenoot.operations.classes import add_class
from klasgenoot.operations.desk import Desk
from klasgenoot.store import database, school_classes, settings
from klasgenoot.store.opening import open_vault
from klasgenoot.store.reserve import RESERVE, free_reserve, keep_reserve
from klasgenoot.store.schema import FILE

KEY = "ab" * 32
NO_LIMIT = 1_073_741_823
ON_A_SMALL_DISK = """
import sys
from pathlib import Path
from klasgenoot.domain.errors import DiskFull
from klasgenoot.operations.classes import add_class
from klasgenoot.operations.desk import Desk
from klasgenoot.store.opening import open_vault
from klasgenoot.store import reserve
from klasgenoot.store.reserve import keep_reserve, RESERVE

folder = Path(sys.argv[1])
reserve.ROOM = 2
assert keep_reserve(folder, size=5_500_000)
desk = Desk(open_vault(folder, key="ab" * 32))
kept, freed_at = 0, 0
try:
    for _ in range(2_000):
        desk.do(add_class, name="x" * 9_000)
        kept += 1
        if not freed_at and not (folder / RESERVE).exists():
            freed_at = kept
except DiskFull as trouble:
    print(kept, freed_at, trouble.why or "-")
desk.vault.close()
again = open_vault(folder, key="ab" * 32)
print(again.row("SELECT count(*) FROM school_classes")[0], again.row("PRAGMA integrity_check")[0])
again.close()
"""


def test_the_reserve_is_made_once_and_really_takes_room(tmp_path: Path) -> None:
    assert keep_reserve(tmp_path, size=3_000_000)
    about = (tmp_path / RESERVE).stat()
    assert about.st_size == 3_000_000
    assert getattr(about, "st_blocks", 9_999) * 512 >= 2_900_000
    assert keep_reserve(tmp_path, size=1)
    assert (tmp_path / RESERVE).stat() == about
    assert [path.name for path in tmp_path.iterdir()] == [RESERVE]


def test_there_is_none_where_room_is_short(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = type("Usage", (), {"free": 7_999})
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    assert not keep_reserve(tmp_path, size=1_000)
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_has_none(tmp_path: Path) -> None:
    assert not keep_reserve(tmp_path / "nowhere", size=10)
    assert not free_reserve(tmp_path / "nowhere")


def test_a_disk_that_fills_up_meanwhile_keeps_nothing_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(os, "fsync", full)
    assert not keep_reserve(tmp_path, size=10)
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk on a full disk, on which there is room again once the reserve is gone."""
    desk = Desk(open_vault(tmp_path, key=KEY))
    keep_reserve(tmp_path, size=10)
    row = desk.vault.row("PRAGMA page_count")
    assert row
    desk.vault.connection.execute(f"PRAGMA max_page_count = {row[0]}")

    def free(folder: Path) -> bool:
        if freed := free_reserve(folder):
            desk.vault.connection.execute(f"PRAGMA max_page_count = {NO_LIMIT}")
        return freed

    monkeypatch.setattr(database, "free_reserve", free)
    return desk


def test_a_deed_on_a_full_disk_is_done_with_the_room_that_was_kept(full: Desk) -> None:
    full.do(add_class, name="x" * 50_000)
    assert full.vault.path
    assert not (full.vault.path.parent / RESERVE).exists()
    assert len(school_classes.all_classes(full.vault)) == 1
    full.undo()
    assert school_classes.all_classes(full.vault) == ()
    full.vault.close()


def test_what_is_no_deed_is_told_to_try_again(full: Desk) -> None:
    with pytest.raises(DiskFull) as caught:
        settings.save_setting(full.vault, name="theme", value="x" * 50_000)
    assert caught.value.why == RESERVE_FREED
    settings.save_setting(full.vault, name="theme", value="x" * 50_000)
    full.vault.close()


def test_without_a_reserve_a_full_disk_is_full(tmp_path: Path) -> None:
    vault = open_vault(tmp_path, key=KEY)
    error = driver.OperationalError("")
    error.sqlite_errorname = "SQLITE_FULL"
    with pytest.raises(DiskFull) as caught, vault.sound():
        raise error
    assert (caught.value.path, caught.value.why) == (tmp_path / FILE, "")
    vault.close()


def test_on_a_small_disk_the_reserve_lets_work_go_on(tmp_path: Path) -> None:
    """A real file system of 12 MB, where one may be mounted."""
    if not shutil.which("unshare"):
        pytest.skip("no way to mount a small disk here")
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = f'mount -t tmpfs -o size=12m none "{disk}" && exec "$@"'
    source = Path(__file__).resolve().parents[2] / "src"
    ran = subprocess.run(
        ["unshare", "--mount", "sh", "-c", mount, "-", sys.executable, "-c", ON_A_SMALL_DISK, disk],
        env={**os.environ, "PYTHONPATH": str(source)},
        capture_output=True,
        text=True,
        check=False,
    )
    if ran.returncode and "Traceback" not in ran.stderr:
        pytest.skip("no way to mount a small disk here")
    assert ran.returncode == 0, ran.stderr
    kept, freed_at, why, found, is_sound = ran.stdout.split()
    assert 0 < int(freed_at) < int(kept)
    assert (found, why, is_sound) == (kept, "-", "ok")
