"""An older copy of the data file put back is noticed, also where there is no backup."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from klasgenoot.domain.backups import Why
from klasgenoot.operations.backing_up import begin_round
from klasgenoot.store import keys, last_seen
from klasgenoot.store.backups import make_backup
from klasgenoot.store.database import Vault
from klasgenoot.store.generation import marks
from klasgenoot.store.opening import open_vault
from klasgenoot.store.rekey import new_data_key
from klasgenoot.store.restoring import restore
from klasgenoot.store.schema import FILE

KEY = "ab" * 32
FIRST, SECOND = "vier kleine eenden", "een ander verhaal"
NOW = datetime(2026, 11, 22, 14, 30, tzinfo=UTC)


def opened(folder: Path, *, key: str = KEY) -> tuple[Vault, bool]:
    """The data, and whether it looks older than at the last opening."""
    vault = open_vault(folder, key=key)
    return vault, begin_round(vault, folder / "backups").is_older_copy


def run_once(folder: Path) -> bool:
    vault, is_older = opened(folder)
    vault.close()
    return is_older


@pytest.mark.parametrize("sessions", [1, 2, 5])
def test_an_older_copy_is_noticed_each_time_until_it_has_caught_up(
    tmp_path: Path, sessions: int
) -> None:
    assert not run_once(tmp_path)
    older = (tmp_path / FILE).read_bytes()
    for _ in range(sessions):
        assert not run_once(tmp_path)
    (tmp_path / FILE).write_bytes(older)
    assert [run_once(tmp_path) for _ in range(sessions + 1)] == [True] * sessions + [False]


def test_looking_twice_in_one_run_is_no_alarm(tmp_path: Path) -> None:
    vault, is_older = opened(tmp_path)
    assert not is_older
    assert not begin_round(vault, tmp_path / "elsewhere").is_older_copy
    vault.close()


@pytest.mark.parametrize("text", ["", "7", "99 " + "0" * 64, "x y", "1 2 3", "\u20ac"])
def test_a_witness_that_anybody_can_write_is_not_believed(tmp_path: Path, text: str) -> None:
    run_once(tmp_path)
    (tmp_path / last_seen.FILE).write_text(text, encoding="utf-8")
    assert not run_once(tmp_path)


def test_the_witness_of_other_data_says_nothing(tmp_path: Path) -> None:
    for _ in range(4):
        run_once(tmp_path / "far")
    run_once(tmp_path / "near")
    witness = (tmp_path / "far" / last_seen.FILE).read_bytes()
    (tmp_path / "near" / last_seen.FILE).write_bytes(witness)
    assert not run_once(tmp_path / "near")


def test_what_is_put_back_on_purpose_is_no_alarm(tmp_path: Path) -> None:
    run_once(tmp_path)
    older = (tmp_path / FILE).read_bytes()
    run_once(tmp_path)
    (tmp_path / FILE).write_bytes(older)
    last_seen.forget(tmp_path)
    last_seen.forget(tmp_path / "nowhere")
    assert not run_once(tmp_path)


def test_after_a_new_data_key_it_goes_on_knowing(tmp_path: Path, quick_keys: None) -> None:
    key, _ = keys.make_keys(tmp_path, passphrase=FIRST)
    vault, _ = opened(tmp_path, key=key)
    new, _ = new_data_key(vault, key=key, passphrase=SECOND)
    last_seen.write_down(vault)
    vault.close()
    older = (tmp_path / FILE).read_bytes()
    vault, is_older = opened(tmp_path, key=new)
    assert not is_older
    vault.close()
    (tmp_path / FILE).write_bytes(older)
    vault, is_older = opened(tmp_path, key=new)
    assert is_older
    assert last_seen.last_seen(vault) == marks(vault).number
    vault.close()


def test_a_folder_that_cannot_be_written_is_no_reason_not_to_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise keys.DamagedFile(tmp_path)

    monkeypatch.setattr(last_seen, "write_durably", refuse)
    assert not run_once(tmp_path)


def test_a_restored_backup_is_no_older_copy(tmp_path: Path) -> None:
    data, place = tmp_path / "data", tmp_path / "backups"
    vault = open_vault(data, key=KEY)
    backup = make_backup(vault, place, made_at=NOW, why=Why.ROUTINE)
    vault.close()
    for _ in range(3):
        run_once(data)
    restore(backup, data, key=KEY, at=NOW)
    assert not run_once(data)
