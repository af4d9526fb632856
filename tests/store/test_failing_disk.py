"""A disk that fails: nothing goes on with the connection that met it, and nothing saved is lost."""

from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver

from builders import TODAY, content, school_class, student
from klasgenoot.domain.errors import OUT_OF_REACH, DamagedFile, DiskFailed, WrongPassphrase
from klasgenoot.operations.classes import add_class, rename_class
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.students import add_student
from klasgenoot.store import school_classes, settings
from klasgenoot.store.database import Vault
from klasgenoot.store.keys import make_keys, unlock
from klasgenoot.store.opening import open_vault
from klasgenoot.store.rekey import new_data_key
from klasgenoot.store.schema import FILE

KEY = "ab" * 32
OLD, NEW = "vier eenden", "vijf eenden"


class Failing:
    """A connection through which the disk refuses what it is told to refuse, and then does not."""

    def __init__(self, vault: Vault, *, refuses: str, name: str = "SQLITE_IOERR_FSYNC") -> None:
        self._real = vault.connection
        self._refuses = refuses
        self._name = name

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    def _refuse(self) -> None:
        error = driver.OperationalError("disk I/O error")
        error.sqlite_errorname = self._name
        raise error

    def commit(self) -> None:
        if self._refuses == "commit":
            self._refuse()
        self._real.commit()

    def execute(self, sql: str, *values: Any) -> Any:
        if sql.startswith(self._refuses):
            self._refuse()
        return self._real.execute(sql, *values)


def let_fail(vault: Vault, *, refuses: str, **how: str) -> None:
    vault._connection = Failing(vault, refuses=refuses, **how)


@pytest.fixture
def desk(tmp_path: Path) -> Any:
    """A desk with a class, on a disk."""
    desk = Desk(open_vault(tmp_path, key=KEY))
    school_class(desk, size=2)
    yield desk
    desk.vault.close()


@pytest.mark.parametrize("refuses", ["commit", "BEGIN", "UPDATE journal_gate", "SELECT tbl"])
def test_after_a_failure_a_new_connection_goes_on_with_what_was_saved(
    desk: Desk, refuses: str
) -> None:
    before = content(desk.vault)
    let_fail(desk.vault, refuses=refuses)
    spoilt = desk.vault.connection
    with pytest.raises(DiskFailed) as caught:
        desk.do(add_class, name="lost")
    assert caught.value.path.name == FILE
    assert desk.vault.connection is not spoilt
    assert content(desk.vault) == before
    with pytest.raises(driver.ProgrammingError):  # nobody goes on with it by mistake
        spoilt.total_changes  # noqa: B018 - asking is enough
    desk.do(add_class, name="kept")
    assert {each.name for each in school_classes.all_classes(desk.vault)} == {"CMV-1B", "kept"}


def test_undo_still_knows_what_was_done_before_the_disk_failed(desk: Desk) -> None:
    class_id = desk.do(add_class, name="Minor").result
    before = content(desk.vault)
    desk.do(rename_class, class_id=class_id, name="Major")
    after = content(desk.vault)
    let_fail(desk.vault, refuses="commit")
    with pytest.raises(DiskFailed):
        desk.undo()
    assert content(desk.vault) == after
    desk.undo()
    assert content(desk.vault) == before
    let_fail(desk.vault, refuses="commit")
    with pytest.raises(DiskFailed):
        desk.redo()
    desk.redo()
    assert content(desk.vault) == after


def test_what_is_no_deed_is_taken_back_too(desk: Desk) -> None:
    let_fail(desk.vault, refuses="commit")
    with pytest.raises(DiskFailed):
        settings.save_setting(desk.vault, name="theme", value="dark")
    assert desk.vault.rows("SELECT * FROM settings WHERE name = 'theme'") == []
    settings.save_setting(desk.vault, name="theme", value="dark")
    assert desk.vault.row("SELECT value FROM settings WHERE name = 'theme'") is not None


def test_sqlite_utils_writes_through_the_new_connection(desk: Desk) -> None:
    class_id = school_classes.all_classes(desk.vault)[0].id
    let_fail(desk.vault, refuses="SELECT")
    with pytest.raises(DiskFailed):
        desk.vault.rows("SELECT 1")
    desk.do(add_student, class_id=class_id, draft=student(4), joined=TODAY)
    assert desk.vault.row("SELECT count(*) FROM students") == (3,)


def test_a_file_that_went_away_is_said_so_and_no_empty_one_takes_its_place(
    desk: Desk, tmp_path: Path
) -> None:
    aside = tmp_path / "elsewhere"
    (tmp_path / FILE).rename(aside)
    (tmp_path / f"{FILE}-wal").rename(tmp_path / "elsewhere-wal")
    let_fail(desk.vault, refuses="SELECT")
    with pytest.raises(DiskFailed):
        desk.vault.rows("SELECT 1")
    for _ in range(2):
        with pytest.raises(DiskFailed) as caught:
            desk.do(add_class, name="nowhere")
        assert caught.value.why == OUT_OF_REACH
    assert not (tmp_path / FILE).exists()
    aside.rename(tmp_path / FILE)
    (tmp_path / "elsewhere-wal").rename(tmp_path / f"{FILE}-wal")
    assert len(school_classes.all_classes(desk.vault)) == 1
    desk.do(add_class, name="back again")


def test_as_long_as_the_log_cannot_be_written_down_it_is_read_and_not_written(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(vault: Vault) -> None:
        raise DiskFailed(vault.path or Path())

    with monkeypatch.context() as patched:
        patched.setattr(Vault, "_write_log_down", refuse)
        let_fail(desk.vault, refuses="commit")
        for _ in range(2):
            with pytest.raises(DiskFailed):
                desk.do(add_class, name="not yet")
        assert len(school_classes.all_classes(desk.vault)) == 1
    desk.do(add_class, name="now")
    assert len(school_classes.all_classes(desk.vault)) == 2


def test_what_only_looked_damaged_is_no_damage(desk: Desk) -> None:
    let_fail(desk.vault, refuses="SELECT", name="SQLITE_CORRUPT")
    with pytest.raises(DiskFailed):
        desk.vault.rows("SELECT 1")
    assert len(school_classes.all_classes(desk.vault)) == 1


def test_what_is_damaged_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    desk = Desk(open_vault(tmp_path, key=KEY))
    settings.save_setting(desk.vault, name="theme", value="dark")
    for number in range(60):
        desk.do(add_class, name=f"{number} " + "x" * 3_000)
    desk.vault.close()
    data = bytearray((tmp_path / FILE).read_bytes())
    data[len(data) - 5_000] ^= 0xFF
    (tmp_path / FILE).write_bytes(data)
    desk = Desk(open_vault(tmp_path, key=KEY))
    for _ in range(2):
        with pytest.raises(DamagedFile):
            school_classes.all_classes(desk.vault)
        assert desk.vault.row("SELECT value FROM settings WHERE name = 'theme'") is not None
    desk.vault.close()


def test_a_new_data_key_that_the_disk_refused_leaves_the_old_one(
    tmp_path: Path, quick_keys: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pragma says nothing when it fails: only opening the file tells which key it has."""
    key, _ = make_keys(tmp_path, passphrase=OLD)
    desk = Desk(open_vault(tmp_path, key=key))
    school_class(desk)
    before = content(desk.vault)

    class Deaf(Failing):
        def execute(self, sql: str, *values: Any) -> Any:
            return None if sql.startswith("PRAGMA rekey") else self._real.execute(sql, *values)

    desk.vault._connection = Deaf(desk.vault, refuses="")
    with pytest.raises(DiskFailed):
        new_data_key(desk.vault, key=key, passphrase=NEW)
    assert content(desk.vault) == before
    desk.vault.close()
    assert unlock(tmp_path, passphrase=OLD) == key
    with pytest.raises(WrongPassphrase):
        unlock(tmp_path, passphrase=NEW)
