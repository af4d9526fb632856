"""Opening the data file: encrypted, alone, and never a newer one."""

import stat
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
import sqlite_utils.utils

from builders import school_class
from klasgenoot.domain.errors import AlreadyOpen, DamagedFile, NewerFile, ReadOnlyPlace
from klasgenoot.operations.desk import Desk
from klasgenoot.store import school_classes
from klasgenoot.store.connecting import LOG_PAGES
from klasgenoot.store.database import Vault
from klasgenoot.store.keys import KEY_FILE, key_for
from klasgenoot.store.opening import make_folder, open_vault
from klasgenoot.store.schema import FILE, LATEST
from klasgenoot.store.settings import save_setting

KEY = "ab" * 32


def test_sqlite_utils_runs_on_the_encrypted_driver() -> None:
    import sqlcipher3

    assert sqlite_utils.utils.sqlite3 is sqlcipher3


def test_what_was_written_is_there_after_reopening(tmp_path: Path) -> None:
    vault = open_vault(tmp_path, key=KEY)
    school_class(Desk(vault), size=2)
    vault.close()
    again = open_vault(tmp_path, key=KEY)
    assert [c.name for c in school_classes.all_classes(again)] == ["CMV-1B"]
    again.close()


def test_nothing_readable_lies_on_the_disk(tmp_path: Path) -> None:
    vault = open_vault(tmp_path, key=KEY)
    school_class(Desk(vault), size=5)
    files = [path.read_bytes() for path in tmp_path.iterdir()]
    vault.close()
    files += [path.read_bytes() for path in tmp_path.iterdir()]
    for needle in (b"Hoekstra", b"CMV-1B", b"students", b"SQLite format"):
        assert not any(needle in data for data in files)


def test_the_folder_and_the_key_are_for_their_owner_only(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    make_folder(folder)
    vault = open_vault(folder, key=key_for(folder))
    vault.close()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / KEY_FILE).stat().st_mode) == 0o600


def test_the_key_is_made_once_and_kept(tmp_path: Path) -> None:
    assert key_for(tmp_path) == key_for(tmp_path)
    assert len(key_for(tmp_path)) == 64


def test_a_lost_key_is_not_replaced_by_another(tmp_path: Path) -> None:
    open_vault(tmp_path, key=key_for(tmp_path)).close()
    (tmp_path / KEY_FILE).unlink()
    with pytest.raises(DamagedFile):
        key_for(tmp_path)
    assert not (tmp_path / KEY_FILE).exists()


def test_many_first_starts_at_one_moment_agree_on_one_key(tmp_path: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(lambda _: key_for(tmp_path), range(32)))
    assert len(keys) == 1
    assert [path.name for path in tmp_path.iterdir()] == [KEY_FILE]


@pytest.mark.parametrize("text", ["", "short", "zz" * 32, "é" * 64])
def test_a_broken_key_file_is_said_to_be_damaged(tmp_path: Path, text: str) -> None:
    (tmp_path / KEY_FILE).write_text(text, encoding="utf-8")
    with pytest.raises(DamagedFile):
        key_for(tmp_path)


def test_another_key_does_not_open_the_file(tmp_path: Path) -> None:
    open_vault(tmp_path, key=KEY).close()
    with pytest.raises(DamagedFile):
        open_vault(tmp_path, key="cd" * 32)


def test_a_file_of_something_else_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"not ours at all" * 400)
    with pytest.raises(DamagedFile):
        open_vault(tmp_path, key=KEY)
    assert (tmp_path / FILE).read_bytes().startswith(b"not ours")


@pytest.mark.parametrize("is_new", [True, False])
def test_a_second_opening_is_refused(tmp_path: Path, *, is_new: bool) -> None:
    if not is_new:
        open_vault(tmp_path, key=KEY).close()
    vault = open_vault(tmp_path, key=KEY)
    with pytest.raises(AlreadyOpen):
        open_vault(tmp_path, key=KEY)
    vault.close()
    open_vault(tmp_path, key=KEY).close()


def test_a_newer_file_is_left_alone(tmp_path: Path) -> None:
    vault = open_vault(tmp_path, key=KEY)
    vault.connection.execute(f"PRAGMA user_version = {LATEST + 1}")
    vault.close()
    before = (tmp_path / FILE).read_bytes()
    with pytest.raises(NewerFile) as caught:
        open_vault(tmp_path, key=KEY)
    assert caught.value.file_version == LATEST + 1
    assert (tmp_path / FILE).read_bytes() == before


def test_an_older_file_is_copied_before_it_is_migrated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = open_vault(tmp_path, key=KEY)
    school_class(Desk(vault), size=1)
    vault.close()
    monkeypatch.setattr("klasgenoot.store.upgrading.LATEST", LATEST + 1)
    vault = open_vault(tmp_path, key=KEY)
    assert vault.row("PRAGMA user_version") == (LATEST + 1,)
    vault.close()
    (copy,) = tmp_path.glob("*-before-*.db")
    connection = driver.connect(str(copy))
    connection.execute(f"PRAGMA key = \"x'{KEY}'\"")
    assert connection.execute("SELECT count(*) FROM students").fetchone() == (1,)
    connection.close()


def test_a_folder_that_cannot_be_made_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ReadOnlyPlace):
        open_vault(tmp_path / "file" / "data", key=KEY)


def test_the_settings_of_the_file_are_the_safe_ones(tmp_path: Path) -> None:
    vault: Vault = open_vault(tmp_path, key=KEY)
    values = {
        name: vault.row(f"PRAGMA {name}")[0]
        for name in (
            "journal_mode",
            "synchronous",
            "foreign_keys",
            "secure_delete",
            "trusted_schema",
        )
    }
    vault.close()
    assert values == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
    }


def test_the_log_beside_the_file_is_begun_anew_before_it_is_long(tmp_path: Path) -> None:
    open_vault(tmp_path, key=KEY).close()
    vault = open_vault(tmp_path, key=KEY)
    log = tmp_path / f"{FILE}-wal"
    sizes = []
    for number in range(2 * LOG_PAGES):
        save_setting(vault, name="theme", value=str(number))
        sizes.append(log.stat().st_size)
    vault.close()
    assert sizes[0] < sizes[LOG_PAGES // 4] < sizes[LOG_PAGES] == sizes[-1]


def test_no_plugin_of_sqlite_utils_gets_at_the_open_data(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sqlite_utils import plugins

    def load() -> None:
        raise AssertionError

    monkeypatch.setattr(plugins, "ensure_plugins_loaded", load)
    monkeypatch.setattr("sqlite_utils.db.ensure_plugins_loaded", load)
    vault._tables = None
    assert vault.tables.table_names()
