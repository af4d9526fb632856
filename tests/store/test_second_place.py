"""A second place for backups: copied whole or not at all, and remembered beside the data."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from builders import school_class
from klasgenoot.domain.backups import Backup, Why
from klasgenoot.domain.errors import (
    Cancelled,
    DamagedBackup,
    DiskFull,
    ReadOnlyPlace,
    SamePlace,
    UnreadablePlace,
)
from klasgenoot.domain.second_place import SecondPlace
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.second_place import (
    bring_along,
    choose_second_place,
    leave_second_place,
)
from klasgenoot.store.backups import backups_in, make_backup
from klasgenoot.store.opening import open_vault
from klasgenoot.store.second_place import NAME, copy_to, keep_second_place, second_place

KEY = "ab" * 32
NOW = datetime(2026, 11, 22, 14, 30, tzinfo=UTC)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def backup(data: Path) -> Backup:
    vault = open_vault(data, key=KEY)
    school_class(Desk(vault))
    made = make_backup(vault, data / "backups", made_at=NOW, why=Why.ASKED)
    vault.close()
    return made


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def test_a_copy_is_the_same_to_the_last_byte(backup: Backup, stick: Path) -> None:
    copy = copy_to(backup, stick)
    assert copy.path.parent == stick
    assert copy.path.read_bytes() == backup.path.read_bytes()
    assert [path.name for path in stick.iterdir()] == [backup.path.name]


def test_what_is_there_already_is_not_copied_again(backup: Backup, stick: Path) -> None:
    copy_to(backup, stick)

    def refuse(_done: int, _total: int) -> None:
        raise AssertionError("nothing was to be done")

    copy_to(backup, stick, breathe=refuse)


def test_a_copy_that_was_cut_short_is_made_anew(backup: Backup, stick: Path) -> None:
    (stick / backup.path.name).write_bytes(b"half")
    left = stick / f"klasgenoot-2026-01-01-1200-1-{backup.vault_id[:8]}.backup.part"
    left.write_bytes(b"half")
    other = stick / "klasgenoot-2026-01-01-1200-1-00000000.backup.part"
    other.write_bytes(b"of another computer, which is copying now")
    copy_to(backup, stick)
    assert backups_in(stick)[0].is_whole
    assert not left.exists()
    assert other.exists()


def test_a_stick_that_was_taken_out_is_not_made_anew_on_the_disk(
    backup: Backup, tmp_path: Path
) -> None:
    with pytest.raises(UnreadablePlace):
        copy_to(backup, tmp_path / "gone")
    assert not (tmp_path / "gone").exists()


def test_one_that_is_stopped_leaves_nothing(backup: Backup, stick: Path) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        copy_to(backup, stick, breathe=stop)
    assert list(stick.iterdir()) == []


def test_a_damaged_backup_does_not_get_there(backup: Backup, stick: Path) -> None:
    spoilt = bytearray(backup.path.read_bytes())
    spoilt[5000] ^= 1
    backup.path.write_bytes(spoilt)
    with pytest.raises(DamagedBackup):
        copy_to(backup, stick)
    assert list(stick.iterdir()) == []


def test_without_room_nothing_is_begun(
    backup: Backup, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=backup.size))
    with pytest.raises(DiskFull):
        copy_to(backup, stick)
    assert list(stick.iterdir()) == []


# ---- what is remembered ----


def test_nothing_is_known_before_something_was_kept(data: Path) -> None:
    data.mkdir()
    assert second_place(data) is None


def test_what_is_known_is_read_as_it_was_kept(data: Path, stick: Path) -> None:
    data.mkdir()
    place = SecondPlace(folder=stick, since=NOW, reached_at=NOW + timedelta(days=1), said_at=NOW)
    keep_second_place(data, place)
    assert second_place(data) == place
    empty = SecondPlace(folder=None, since=NOW)
    keep_second_place(data, empty)
    assert second_place(data) == empty


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "7", '{"folder": 3}', '{"since": "once"}', "x" * 99_999]
)
def test_what_is_not_ours_says_nothing(data: Path, text: str) -> None:
    data.mkdir()
    (data / NAME).write_text(text, encoding="utf-8")
    assert second_place(data) is None


def test_a_time_without_a_zone_gets_one(data: Path) -> None:
    data.mkdir()
    (data / NAME).write_text('{"since": "2026-11-22T14:30:00"}', encoding="utf-8")
    place = second_place(data)
    assert place is not None
    assert place.since.tzinfo is not None


# ---- choosing, and dropping what is old ----


def test_copies_go_into_a_folder_of_their_own(data: Path, backup: Backup, stick: Path) -> None:
    choose_second_place(data, stick, now=NOW)
    bring_along(data, backup, now=NOW)
    assert [path.name for path in stick.iterdir()] == ["Klasgenoot"]
    assert len(backups_in(stick / "Klasgenoot")) == 1
    own = stick / "Klasgenoot"
    choose_second_place(data, own, now=NOW)
    bring_along(data, backup, now=NOW)
    assert [path.name for path in own.iterdir()] == [backup.path.name]


def test_the_data_folder_itself_is_no_second_place(data: Path, backup: Backup) -> None:
    for folder in (data, data / "backups"):
        with pytest.raises(SamePlace):
            choose_second_place(data, folder, now=NOW)
    (data / "way").symlink_to(data / "backups")
    with pytest.raises(SamePlace):
        choose_second_place(data, data / "way", now=NOW)
    assert second_place(data) is None


def test_a_folder_that_is_not_there_cannot_be_chosen(data: Path, backup: Backup) -> None:
    with pytest.raises(UnreadablePlace):
        choose_second_place(data, data.parent / "gone", now=NOW)
    (data.parent / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(UnreadablePlace):
        choose_second_place(data, data.parent / "file", now=NOW)


def test_a_folder_that_cannot_be_written_is_not_remembered(
    data: Path, backup: Backup, stick: Path
) -> None:
    (stick / "Klasgenoot").write_text("in the way", encoding="utf-8")
    with pytest.raises(ReadOnlyPlace):
        choose_second_place(data, stick, now=NOW)
    assert second_place(data) is None


def test_old_ones_go_there_by_the_same_count(data: Path, stick: Path) -> None:
    vault = open_vault(data, key=KEY)
    choose_second_place(data, stick, now=NOW)
    for day in range(60):
        at = NOW + timedelta(days=day)
        made = make_backup(vault, data / "backups", made_at=at, why=Why.ROUTINE)
        bring_along(data, made, now=at)
    vault.close()
    there = backups_in(stick / "Klasgenoot")
    assert 12 + 2 <= len(there) < 30
    assert there[0].number == 60


def test_without_a_second_place_nothing_goes_anywhere(
    data: Path, backup: Backup, stick: Path
) -> None:
    bring_along(data, backup, now=NOW)
    choose_second_place(data, stick, now=NOW)
    leave_second_place(data, now=NOW)
    bring_along(data, backup, now=NOW)
    assert backups_in(stick / "Klasgenoot") == ()
