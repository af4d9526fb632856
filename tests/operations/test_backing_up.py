"""When backups are made: every half hour if something changed, and before large deeds."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from builders import school_class
from imports import class_folder, take_in
from klasgenoot.domain.backups import Why
from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.errors import Cancelled, DamagedBackup, ReadOnlyPlace, UnreadablePlace
from klasgenoot.operations import backing_up
from klasgenoot.operations.backing_up import (
    EVERY,
    BackupRound,
    back_up,
    back_up_as_it_was,
    back_up_before,
    before_large_deeds,
    begin_backup,
    begin_round,
    end_backup,
    finish_backup,
    is_due,
)
from klasgenoot.operations.classes import add_class, remove_class
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.students import remove_students
from klasgenoot.store.backups import backups_in
from klasgenoot.store.generation import marks
from klasgenoot.store.opening import OldVault, open_vault

KEY = "ab" * 32
NOW = datetime(2026, 11, 22, 14, 30, tzinfo=UTC)


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(open_vault(tmp_path / "data", key=KEY))
    yield desk
    desk.vault.close()


@pytest.fixture
def backups(kept: Desk, tmp_path: Path) -> BackupRound:
    return begin_round(kept.vault, tmp_path / "backups")


def test_the_first_backup_is_due_at_once(kept: Desk, backups: BackupRound) -> None:
    assert is_due(kept.vault, backups, now=NOW)


def test_a_backup_is_due_after_half_an_hour_with_a_change(kept: Desk, backups: BackupRound) -> None:
    back_up(kept.vault, backups, now=NOW)
    assert not is_due(kept.vault, backups, now=NOW + 9 * EVERY)
    kept.do(add_class, name="Minor")
    assert not is_due(kept.vault, backups, now=NOW + EVERY - timedelta(seconds=1))
    assert is_due(kept.vault, backups, now=NOW + EVERY)


def test_what_was_undone_is_no_change(kept: Desk, backups: BackupRound) -> None:
    back_up(kept.vault, backups, now=NOW)
    kept.do(add_class, name="Minor")
    kept.undo()
    assert not is_due(kept.vault, backups, now=NOW + EVERY)


def test_a_new_run_without_a_change_wants_no_new_backup(
    kept: Desk, backups: BackupRound, tmp_path: Path
) -> None:
    back_up(kept.vault, backups, now=NOW)
    kept.vault.close()
    kept.vault = open_vault(tmp_path / "data", key=KEY)
    again = begin_round(kept.vault, backups.place)
    assert again.last == backups.last
    assert not is_due(kept.vault, again, now=NOW + EVERY)
    assert not again.is_older_copy
    kept.do(add_class, name="Minor")
    assert is_due(kept.vault, again, now=NOW + EVERY)


def test_another_passphrase_is_a_change_although_the_data_is_the_same(
    kept: Desk, backups: BackupRound, tmp_path: Path
) -> None:
    back_up(kept.vault, backups, now=NOW)
    (tmp_path / "data" / "klasgenoot.keys").write_bytes(b"sealed")
    assert is_due(kept.vault, backups, now=NOW + EVERY)
    back_up(kept.vault, backups, now=NOW + EVERY)
    assert not is_due(kept.vault, backups, now=NOW + 2 * EVERY)
    (tmp_path / "data" / "klasgenoot.keys").write_bytes(b"sealed with something else")
    assert is_due(kept.vault, backups, now=NOW + 2 * EVERY)


@pytest.mark.parametrize("days", [-400, 400, -20_000])
def test_a_clock_that_jumped_keeps_no_change_waiting(
    kept: Desk, backups: BackupRound, days: int
) -> None:
    back_up(kept.vault, backups, now=NOW)
    kept.do(add_class, name="Minor")
    assert is_due(kept.vault, backups, now=NOW + timedelta(days=days))


def test_two_are_never_made_at_once(kept: Desk, backups: BackupRound) -> None:
    unread = begin_backup(kept.vault, backups, now=NOW)
    assert backups.is_busy
    assert not is_due(kept.vault, backups, now=NOW + EVERY)
    assert back_up_before(kept.vault, backups, now=NOW, why=Why.IMPORT) is None
    end_backup(backups, finish_backup(unread, now=NOW))
    assert not backups.is_busy
    assert [each.path for each in backups_in(backups.place)] == [unread.path]


def test_what_is_done_while_it_is_read_back_is_still_to_be_backed_up(
    kept: Desk, backups: BackupRound
) -> None:
    unread = begin_backup(kept.vault, backups, now=NOW)
    kept.do(add_class, name="Minor")
    end_backup(backups, finish_backup(unread, now=NOW))
    assert is_due(kept.vault, backups, now=NOW + EVERY)


def test_a_copy_that_reads_back_badly_is_no_backup_and_is_made_again(
    kept: Desk, backups: BackupRound
) -> None:
    unread = begin_backup(kept.vault, backups, now=NOW)
    spoilt = bytearray(unread.part.read_bytes())
    spoilt[len(spoilt) // 2] ^= 1
    unread.part.write_bytes(spoilt)
    with pytest.raises(DamagedBackup) as caught:
        finish_backup(unread, now=NOW)
    end_backup(backups, caught.value)
    assert backups.trouble is caught.value
    assert list(backups.place.iterdir()) == []
    assert is_due(kept.vault, backups, now=NOW)


def test_one_that_was_stopped_is_no_trouble(kept: Desk, backups: BackupRound) -> None:
    school_class(kept, size=40)

    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        begin_backup(kept.vault, backups, now=NOW, breathe=stop)
    assert (backups.is_busy, backups.trouble) == (False, None)
    assert is_due(kept.vault, backups, now=NOW)


def test_a_file_of_an_older_version_is_backed_up_before_it_changes(
    kept: Desk, backups: BackupRound, tmp_path: Path
) -> None:
    school_class(kept)
    kept.vault.connection.execute("PRAGMA user_version = 1")
    kept.vault.close()

    def before(vault: OldVault) -> None:
        back_up_as_it_was(vault, backups.place, now=NOW)

    kept.vault = open_vault(tmp_path / "data", key=KEY, before_change=before)
    (made,) = backups_in(backups.place)
    assert (made.why, made.file_version) == (Why.MIGRATION, 1)
    kept.vault.close()
    kept.vault = open_vault(tmp_path / "data", key=KEY, before_change=before)
    assert len(backups_in(backups.place)) == 1  # it is up to date now


def test_old_ones_are_dropped_along_the_way(
    kept: Desk, backups: BackupRound, monkeypatch: pytest.MonkeyPatch
) -> None:
    dropped: list[tuple[Path, datetime]] = []
    monkeypatch.setattr(backing_up, "drop_old", lambda *what: dropped.append(what))
    back_up(kept.vault, backups, now=NOW)
    assert dropped == [(backups.place, NOW)]


def test_a_backup_that_fails_says_why_and_never_stands_in_the_way(
    kept: Desk, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    backups = begin_round(kept.vault, tmp_path / "file" / "backups")
    with pytest.raises(ReadOnlyPlace):
        back_up(kept.vault, backups, now=NOW)
    assert isinstance(backups.trouble, ReadOnlyPlace)
    assert not backups.is_busy
    kept.before = before_large_deeds(kept.vault, backups, clock=lambda: NOW)
    class_id, _ = school_class(kept)
    kept.do(remove_class, class_id=class_id)
    backups.place = tmp_path / "backups"
    back_up(kept.vault, backups, now=NOW)
    assert backups.trouble is None


def test_a_place_that_cannot_be_read_is_said_so(
    kept: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(place: Path) -> None:
        raise UnreadablePlace(place)

    monkeypatch.setattr(backing_up, "backups_in", refuse)
    assert isinstance(begin_round(kept.vault, tmp_path).trouble, UnreadablePlace)


def test_an_older_copy_is_noticed_when_the_round_begins(kept: Desk, backups: BackupRound) -> None:
    for _ in range(4):
        back_up(kept.vault, backups, now=NOW)
    with kept.vault.outside_journal():
        kept.vault.connection.execute("UPDATE generation SET number = 2")
    assert begin_round(kept.vault, backups.place).is_older_copy


def test_half_a_backup_of_a_power_cut_is_gone_when_the_round_begins(
    kept: Desk, backups: BackupRound
) -> None:
    backups.place.mkdir()
    part = backups.place / f"klasgenoot-{marks(kept.vault).vault_id[:8]}.part"
    part.write_bytes(b"half")
    begin_round(kept.vault, backups.place)
    assert not part.exists()


# ---- before large deeds ----


@pytest.fixture
def guarded(kept: Desk, backups: BackupRound) -> Desk:
    """A desk that makes a backup before each large deed."""
    kept.before = before_large_deeds(kept.vault, backups, clock=lambda: NOW)
    return kept


def reasons(backups: BackupRound) -> list[Why]:
    return [each.why for each in reversed(backups_in(backups.place))]


def test_an_import_and_the_removal_of_a_class_get_a_backup_first(
    guarded: Desk, backups: BackupRound, tmp_path: Path
) -> None:
    done = take_in(guarded, class_folder(tmp_path / "in"))
    assert reasons(backups) == [Why.IMPORT]
    guarded.do(remove_class, class_id=done.result.class_id)
    assert reasons(backups) == [Why.IMPORT, Why.REMOVAL]


def test_an_import_of_what_was_just_backed_up_waits_for_nothing(
    guarded: Desk, backups: BackupRound, tmp_path: Path
) -> None:
    where = class_folder(tmp_path / "in")
    for _ in range(3):
        take_in(guarded, where)
    assert reasons(backups) == [Why.IMPORT, Why.IMPORT]


@pytest.mark.parametrize(("many", "expected"), [(4, []), (5, [Why.REMOVAL])])
def test_many_students_at_once_get_a_backup_first(
    guarded: Desk, backups: BackupRound, many: int, expected: list[Why]
) -> None:
    class_id, ids = school_class(guarded, size=6)
    guarded.do(remove_students, class_id=class_id, student_ids=ids[:many])
    assert reasons(backups) == expected


def test_small_deeds_get_none(guarded: Desk, backups: BackupRound) -> None:
    school_class(guarded)
    guarded.undo()
    assert guarded.before
    guarded.before(Deed.LOG_CONTACT, {})
    assert reasons(backups) == []
