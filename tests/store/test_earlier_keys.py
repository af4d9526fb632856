"""After a new data key: older backups can still be put back, until they are dropped for good."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from builders import school_class
from klasgenoot.domain.backups import Why
from klasgenoot.domain.errors import WrongPassphrase
from klasgenoot.operations.desk import Desk
from klasgenoot.store import keys
from klasgenoot.store.backups import backups_in, make_backup
from klasgenoot.store.database import Vault
from klasgenoot.store.earlier_keys import earlier_keys, forget_earlier_keys
from klasgenoot.store.key_file import NAMES, read_key_file
from klasgenoot.store.old_copies import drop_old_copies, key_of_backup, old_copies
from klasgenoot.store.opening import open_vault
from klasgenoot.store.rekey import new_data_key
from klasgenoot.store.restoring import restore, verify

FIRST = "vier kleine eenden zwemmen"
SECOND = "een ander verhaal"
NOW = datetime(2026, 10, 29, 10, 0, tzinfo=UTC)

pytestmark = pytest.mark.usefixtures("quick_keys")


@pytest.fixture
def plain(tmp_path: Path) -> Vault:
    """Data whose key lies beside it, with one backup from then."""
    folder = tmp_path / "data"
    folder.mkdir()
    vault = open_vault(folder, key=keys.key_for(folder))
    school_class(Desk(vault), size=3)
    make_backup(vault, tmp_path / "backups", made_at=NOW, why=Why.ROUTINE)
    return vault


def folder_of(vault: Vault) -> Path:
    assert vault.path
    return vault.path.parent


def test_a_file_without_earlier_keys_is_read_by_older_versions(tmp_path: Path) -> None:
    keys.make_keys(tmp_path, passphrase=FIRST)
    assert b'"version":1' in (tmp_path / NAMES[0]).read_bytes()


def test_a_backup_from_before_the_passphrase_can_still_be_put_back(
    plain: Vault, tmp_path: Path
) -> None:
    old = plain.key
    new, _ = new_data_key(plain, key=old, passphrase=FIRST)
    assert plain.key == new != old
    (backup,) = backups_in(tmp_path / "backups")
    opener = key_of_backup(backup, folder_of(plain), key=new)
    assert opener == old
    assert verify(backup, key=opener) is None
    plain.close()
    restore(backup, folder_of(plain), key=opener, own_key=new, at=NOW)
    again = open_vault(folder_of(plain), key=new)
    assert again.row("SELECT count(*) FROM students") == (3,)
    again.close()


def test_earlier_keys_go_along_through_every_change(plain: Vault) -> None:
    folder, first = folder_of(plain), plain.key
    second, _ = new_data_key(plain, key=first, passphrase=FIRST)
    keys.set_passphrase(folder, key=second, passphrase=SECOND)
    keys.new_code(folder, key=second)
    third, _ = new_data_key(plain, key=second, passphrase=FIRST)
    keys.forget_passphrase(folder, key=third)
    assert earlier_keys(folder, key=third) == (second, first)
    plain.close()


def test_a_change_that_is_taken_back_leaves_no_trace_of_the_new_key(
    plain: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, first = folder_of(plain), plain.key
    second, _ = new_data_key(plain, key=first, passphrase=FIRST)
    monkeypatch.setattr("klasgenoot.store.rekey._let_go", lambda *_: None)
    monkeypatch.setattr("klasgenoot.store.rekey._write_with", lambda *_: None)
    new_data_key(plain, key=second, passphrase=SECOND)
    monkeypatch.undo()
    plain.close()
    monkeypatch.setattr("klasgenoot.store.key_slots.MEMORY_ALLOWED", (1 << 20, 1 << 22))
    monkeypatch.setattr("klasgenoot.store.key_slots.PASSES_ALLOWED", (1, 4))
    assert keys.unlock(folder, passphrase=FIRST) == second
    assert earlier_keys(folder, key=second) == (first,)
    with pytest.raises(WrongPassphrase):
        keys.unlock(folder, passphrase=SECOND)


def test_what_was_dropped_is_gone_and_its_key_is_forgotten(plain: Vault, tmp_path: Path) -> None:
    place, folder = tmp_path / "backups", folder_of(plain)
    plain.connection.execute("VACUUM INTO ?", (str(folder / "klasgenoot-aside-2026.db"),))
    new, _ = new_data_key(plain, key=plain.key, passphrase=FIRST)
    plain.connection.execute("VACUUM INTO ?", (str(folder / "klasgenoot-before-9.db"),))
    newer = make_backup(plain, place, made_at=NOW, why=Why.ASKED)
    assert len(old_copies(plain, [place])) == 2
    assert drop_old_copies(plain, [place]) == 2
    assert [each.path for each in backups_in(place)] == [newer.path]
    assert [path.name for path in folder.glob("*-*.db")] == ["klasgenoot-before-9.db"]
    assert earlier_keys(folder, key=new) == ()
    assert verify(newer, key=new) is None
    file = read_key_file(folder)
    assert file
    assert not file.earlier
    plain.close()


def test_backups_of_other_data_in_the_same_folder_are_left_alone(
    plain: Vault, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    vault = open_vault(other, key=keys.key_for(other))
    make_backup(vault, tmp_path / "backups", made_at=NOW, why=Why.ROUTINE)
    vault.close()
    new_data_key(plain, key=plain.key, passphrase=FIRST)
    assert drop_old_copies(plain, [tmp_path / "backups"]) == 1
    assert len(backups_in(tmp_path / "backups")) == 1
    plain.close()


def test_forgetting_when_there_is_nothing_to_forget_writes_nothing(tmp_path: Path) -> None:
    key, _ = keys.make_keys(tmp_path, passphrase=FIRST)
    before = (tmp_path / NAMES[0]).read_bytes()
    forget_earlier_keys(tmp_path, key=key)
    assert (tmp_path / NAMES[0]).read_bytes() == before
