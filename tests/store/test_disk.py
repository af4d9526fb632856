"""What the disk does to a deed is said in words a person can act on, and nothing is half done."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from builders import content, school_class
from klasgenoot.domain.errors import (
    AlreadyOpen,
    DamagedFile,
    DiskFailed,
    DiskFull,
    FileHeld,
    ReadOnlyPlace,
    Trouble,
)
from klasgenoot.operations.classes import add_class
from klasgenoot.operations.desk import Desk
from klasgenoot.store import durable, school_classes, settings
from klasgenoot.store.durable import write_durably
from klasgenoot.store.keys import key_for
from klasgenoot.store.opening import open_vault
from klasgenoot.store.schema import FILE

KEY = "ab" * 32
NO_LIMIT = 1_073_741_823
ROOM_FOR_A_LITTLE = """
import resource, signal, sys
from pathlib import Path
from klasgenoot.domain.errors import Trouble
from klasgenoot.operations.classes import add_class
from klasgenoot.operations.desk import Desk
from klasgenoot.store.opening import open_vault

vault = open_vault(Path(sys.argv[1]), key="ab" * 32)
desk = Desk(vault)
desk.do(add_class, name="kept")
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (120_000, resource.RLIM_INFINITY))
try:
    for number in range(500):
        desk.do(add_class, name="x" * 9_000)
except Trouble as trouble:
    print(type(trouble).__name__, vault.connection.in_transaction, number)
vault.close()
"""


def fill(desk: Desk) -> None:
    """Leaves the data file no room to grow, as a full disk does."""
    row = desk.vault.row("PRAGMA page_count")
    assert row
    desk.vault.connection.execute(f"PRAGMA max_page_count = {row[0]}")


def test_on_a_full_disk_nothing_is_kept_and_later_all_is_well(tmp_path: Path) -> None:
    desk = Desk(open_vault(tmp_path, key=KEY))
    school_class(desk)
    before = content(desk.vault)
    fill(desk)
    with pytest.raises(DiskFull) as caught:
        desk.do(add_class, name="x" * 200_000)
    assert caught.value.path == tmp_path / FILE
    assert content(desk.vault) == before
    desk.vault.connection.execute(f"PRAGMA max_page_count = {NO_LIMIT}")
    desk.do(add_class, name="Minor")
    desk.undo()
    assert content(desk.vault) == before
    desk.vault.close()


def test_a_setting_that_cannot_be_kept_is_said_so(desk: Desk) -> None:
    fill(desk)
    with pytest.raises(DiskFull):
        settings.save_setting(desk.vault, name="theme", value="x" * 200_000)
    assert not desk.vault.connection.in_transaction


@pytest.mark.skipif(sys.platform == "win32", reason="a limit on file sizes is a thing of Unix")
def test_where_files_may_not_grow_the_data_stays_sound(tmp_path: Path) -> None:
    source = Path(__file__).resolve().parents[2] / "src"
    ran = subprocess.run(
        [sys.executable, "-c", ROOM_FOR_A_LITTLE, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(source)},
        capture_output=True,
        text=True,
        check=True,
    )
    name, in_transaction, kept = ran.stdout.split()
    assert name in {"DiskFailed", "DiskFull"}
    assert in_transaction == "False"
    vault = open_vault(tmp_path, key=KEY)
    assert len(school_classes.all_classes(vault)) == int(kept) + 1
    assert vault.row("PRAGMA integrity_check") == ("ok",)
    vault.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full here")
def test_a_key_that_cannot_be_written_is_said_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def full(path: str | Path, flags: int, *mode: int, **more: int) -> int:
        if Path(path).is_relative_to(tmp_path):  # others may open something at this moment, too
            return real("/dev/full", os.O_WRONLY)
        return real(path, flags, *mode, **more)

    monkeypatch.setattr(os, "open", full)
    with pytest.raises(DiskFull):
        key_for(tmp_path)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is read-only for root"
)
def test_a_read_only_folder_is_said_to_be_so(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(ReadOnlyPlace):
            open_vault(tmp_path, key=KEY)
        with pytest.raises(ReadOnlyPlace):
            key_for(tmp_path)
    finally:
        tmp_path.chmod(0o700)


def test_a_key_below_a_file_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ReadOnlyPlace):
        key_for(tmp_path / "file")


def test_a_page_that_was_damaged_is_noticed(tmp_path: Path) -> None:
    desk = Desk(open_vault(tmp_path, key=KEY))
    for number in range(60):
        desk.do(add_class, name=f"{number} " + "x" * 3_000)
    desk.vault.close()
    data = bytearray((tmp_path / FILE).read_bytes())
    data[len(data) * 3 // 4] ^= 0xFF
    (tmp_path / FILE).write_bytes(data)
    vault = open_vault(tmp_path, key=KEY)
    with pytest.raises(Trouble) as caught:
        school_classes.all_classes(vault)
    assert isinstance(caught.value, DamagedFile)
    vault.close()


def error_of_driver(name: str, text: str = "") -> driver.OperationalError:
    """An error as the driver raises it."""
    error = driver.OperationalError(text)
    error.sqlite_errorname = name
    return error


def fail(desk: Desk, error: driver.OperationalError) -> None:
    """Fails halfway a transaction."""
    with desk.vault.sound():
        desk.vault.connection.execute("BEGIN")
        raise error


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("SQLITE_BUSY", AlreadyOpen),
        ("SQLITE_FULL", DiskFull),
        ("SQLITE_READONLY", ReadOnlyPlace),
        ("SQLITE_IOERR", DiskFailed),
        ("SQLITE_CORRUPT", DamagedFile),
        ("SQLITE_ERROR", driver.OperationalError),
    ],
)
def test_each_error_of_the_driver_has_its_trouble_and_what_is_ours_stays(
    desk: Desk, name: str, kind: type[Exception]
) -> None:
    with pytest.raises(kind):
        fail(desk, error_of_driver(name))
    assert not desk.vault.connection.in_transaction


def test_a_folder_in_the_place_of_the_file_is_said_so(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    with pytest.raises(ReadOnlyPlace):
        open_vault(tmp_path, key=KEY)


def test_a_folder_that_may_not_be_written_is_said_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(ReadOnlyPlace):
        open_vault(tmp_path, key=KEY)


def test_an_sqlite_that_can_lose_data_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("klasgenoot.store.opening.OLDEST_SQLITE", (99, 0, 0))
    with pytest.raises(RuntimeError, match="too old"):
        open_vault(tmp_path, key=KEY)


def test_a_file_that_another_program_holds_is_not_said_to_lie_in_a_bad_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows says so of a list that is open in Excel."""

    def held(*_: object) -> None:
        raise PermissionError(13, "held")

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr(durable, "TRIES", 1)
    (tmp_path / "list.xlsx").write_text("older")
    with pytest.raises(FileHeld):
        write_durably(tmp_path / "list.xlsx", "newer")
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [
        ("list.xlsx", "older")
    ]
