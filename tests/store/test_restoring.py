"""Restoring: a new file in the place of the old one, which is kept; strangers are refused."""

import stat
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random

import pytest
import sqlcipher3.dbapi2 as driver

from builders import content, school_class, student
from klasgenoot.domain.backups import Amount, Backup, Difference, Kind, Why
from klasgenoot.domain.errors import (
    AlreadyOpen,
    Cancelled,
    DamagedBackup,
    DamagedFile,
    DiskFull,
    NewerFile,
    Trouble,
    UnreadablePlace,
)
from klasgenoot.operations.classes import add_class
from klasgenoot.operations.contacts import ContactDraft, log_contact
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.putting_back import next_good
from klasgenoot.operations.students import add_student
from klasgenoot.store import restoring, school_classes, strangers, swapping
from klasgenoot.store.backup_file import append_manifest, digest_of, read_backup, read_manifest
from klasgenoot.store.backups import backups_in, make_backup
from klasgenoot.store.door import DOOR
from klasgenoot.store.generation import is_older_copy, marks
from klasgenoot.store.keys import KEY_FILE
from klasgenoot.store.migrations import migrate
from klasgenoot.store.opening import open_vault
from klasgenoot.store.restoring import differences, restore, verify
from klasgenoot.store.schema import FILE, LATEST
from klasgenoot.store.upgrading import APPLICATION_ID
from power import power_failing

KEY, OTHER = "ab" * 32, "cd" * 32
NOW = datetime(2026, 11, 22, 14, 30, tzinfo=UTC)


def names_in(data: Path) -> list[str]:
    """What lies in the data folder, without the file at which starts take turns."""
    return sorted(path.name for path in data.iterdir() if path.name != DOOR)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with a class in it, closed."""
    vault = open_vault(tmp_path / "data", key=KEY)
    school_class(Desk(vault))
    vault.close()
    return tmp_path / "data"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "stick"


@pytest.fixture
def backup(data: Path, place: Path) -> Backup:
    """A backup of that folder; after it, a class was added."""
    vault = open_vault(data, key=KEY)
    made = make_backup(vault, place, made_at=NOW, why=Why.ASKED)
    Desk(vault).do(add_class, name="Later")
    vault.close()
    return made


def classes(folder: Path, *, key: str = KEY) -> list[str]:
    vault = open_vault(folder, key=key)
    names = [each.name for each in school_classes.all_classes(vault)]
    vault.close()
    return names


def test_a_restore_brings_back_all_there_was_and_keeps_what_there_is(
    data: Path, backup: Backup
) -> None:
    done = restore(backup, data, key=KEY, at=NOW)
    assert classes(data) == ["CMV-1B"]
    assert done.aside == data / "klasgenoot-aside-2026-11-22-143000.db"
    assert done.path == data / FILE
    assert stat.S_IMODE(done.path.stat().st_mode) == 0o600
    done.aside.rename(data / FILE)
    assert classes(data) == ["CMV-1B", "Later"]


def test_every_row_comes_back(data: Path, place: Path) -> None:
    vault = open_vault(data, key=KEY)
    before = content(vault) | {"generation": []}
    backup = make_backup(vault, place, made_at=NOW, why=Why.ASKED)
    Desk(vault).do(add_class, name="Later")
    vault.close()
    restore(backup, data, key=KEY, at=NOW)
    vault = open_vault(data, key=KEY)
    assert content(vault) | {"generation": []} == before
    assert vault.row("PRAGMA integrity_check") == ("ok",)
    vault.close()


def test_nothing_else_is_left_lying(data: Path, backup: Backup) -> None:
    restore(backup, data, key=KEY, at=NOW)
    assert names_in(data) == [
        "klasgenoot-aside-2026-11-22-143000.db",
        FILE,
    ]
    again = restore(backup, data, key=KEY, at=NOW)
    assert again.aside == data / "klasgenoot-aside-2026-11-22-143000-2.db"


def test_what_was_restored_on_purpose_is_no_older_copy(data: Path, backup: Backup) -> None:
    vault = open_vault(data, key=KEY)
    make_backup(vault, backup.path.parent, made_at=NOW, why=Why.ASKED)
    vault.close()
    restore(backup, data, key=KEY, at=NOW)
    vault = open_vault(data, key=KEY)
    assert not is_older_copy(vault, backups_in(backup.path.parent))
    assert make_backup(vault, backup.path.parent, made_at=NOW, why=Why.ASKED).number == 3
    vault.close()


def test_an_empty_folder_on_another_computer_gets_the_key_files_too(
    data: Path, place: Path, tmp_path: Path
) -> None:
    (data / "klasgenoot.keys").write_bytes(b"sealed")
    vault = open_vault(data, key=KEY)
    backup = make_backup(vault, place, made_at=NOW, why=Why.ASKED)
    vault.close()
    new = tmp_path / "new"
    assert restore(backup, new, key=KEY, at=NOW).aside is None
    assert (new / "klasgenoot.keys").read_bytes() == b"sealed"
    assert classes(new) == ["CMV-1B"]


def test_a_folder_with_a_key_of_its_own_keeps_it(backup: Backup, tmp_path: Path) -> None:
    new = tmp_path / "new"
    open_vault(new, key=OTHER).close()
    (new / KEY_FILE).write_text(OTHER)
    restore(backup, new, key=KEY, at=NOW, own_key=OTHER)
    assert classes(new, key=OTHER) == ["CMV-1B"]
    assert (new / KEY_FILE).read_text() == OTHER


def test_open_data_is_not_replaced(data: Path, backup: Backup) -> None:
    vault = open_vault(data, key=KEY)
    with pytest.raises(AlreadyOpen):
        restore(backup, data, key=KEY, at=NOW)
    assert len(school_classes.all_classes(vault)) == 2
    vault.close()


def test_nobody_opens_the_data_meanwhile(data: Path, backup: Backup) -> None:
    refused: list[bool] = []

    def breathe(_done: int, _total: int) -> None:
        with pytest.raises(AlreadyOpen):
            open_vault(data, key=KEY)
        refused.append(True)

    restore(backup, data, key=KEY, at=NOW, breathe=breathe)
    assert refused
    assert classes(data) == ["CMV-1B"]


def test_data_that_was_opened_at_the_last_moment_stays(
    data: Path, backup: Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    def open_it(folder: Path, _at: datetime) -> str:
        open_vault(folder, key=KEY).close()
        return "klasgenoot-aside-1.db"

    monkeypatch.setattr(restoring, "aside_name", open_it)
    with pytest.raises(AlreadyOpen):
        restore(backup, data, key=KEY, at=NOW)
    assert classes(data) == ["CMV-1B", "Later"]


def test_damaged_data_is_replaced_and_kept_aside_with_its_log(data: Path, backup: Backup) -> None:
    (data / FILE).write_bytes(b"rubbish" * 3_000)
    (data / f"{FILE}-wal").write_bytes(b"a log" * 300)
    done = restore(backup, data, key=KEY, at=NOW)
    assert classes(data) == ["CMV-1B"]
    assert done.aside
    assert done.aside.read_bytes().startswith(b"rubbish")
    assert not (data / f"{FILE}-wal").exists()


def test_data_that_is_gone_comes_back(data: Path, backup: Backup) -> None:
    (data / FILE).unlink()
    assert restore(backup, data, key=KEY, at=NOW).aside is None
    assert classes(data) == ["CMV-1B"]


def test_a_restore_that_is_stopped_changes_nothing(data: Path, backup: Backup) -> None:
    before = (data / FILE).read_bytes()

    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        restore(backup, data, key=KEY, at=NOW, breathe=stop)
    assert (data / FILE).read_bytes() == before
    assert names_in(data) == [FILE]


def test_without_room_nothing_is_changed(
    data: Path, backup: Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = type("Usage", (), {"free": 1_000})
    monkeypatch.setattr("klasgenoot.store.restoring.shutil.disk_usage", lambda _: usage)
    with pytest.raises(DiskFull):
        restore(backup, data, key=KEY, at=NOW)
    assert classes(data) == ["CMV-1B", "Later"]


def test_a_copy_that_reads_back_differently_changes_nothing(
    data: Path, backup: Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    prints = iter("ab")
    monkeypatch.setattr(restoring, "fingerprint", lambda _: next(prints))
    with pytest.raises(DamagedBackup):
        restore(backup, data, key=KEY, at=NOW)
    assert classes(data) == ["CMV-1B", "Later"]


@pytest.mark.parametrize("step", range(1, 12))
def test_whenever_the_power_fails_the_next_opening_goes_on(
    data: Path, backup: Backup, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """Every name that is given or taken is a moment at which it may end."""
    (data / f"{FILE}-wal").write_bytes(b"")
    with power_failing(monkeypatch, at=step):
        restore(backup, data, key=KEY, at=NOW)
    assert classes(data) in (["CMV-1B"], ["CMV-1B", "Later"])
    left = {*names_in(data)} - {FILE}
    assert all(name.startswith("klasgenoot-aside-") for name in left)


@pytest.mark.parametrize("text", [b"", b"\xff\xff", b"../../etc/passwd", b"klasgenoot.db"])
def test_an_intent_that_is_not_ours_is_not_followed(data: Path, text: bytes) -> None:
    (data / swapping.INTENT).write_bytes(text)
    (data / swapping.NEW).write_bytes(b"rubbish")
    assert classes(data) == ["CMV-1B"]
    assert names_in(data) == [FILE]


def test_what_would_be_different_is_said_in_counts_and_days(data: Path, backup: Backup) -> None:
    vault = open_vault(data, key=KEY)
    desk = Desk(vault)
    class_id, ids = school_class(desk, size=1, name="Minor")
    drafts = [
        ContactDraft(student_ids=(ids[0],), happened_on=date(2026, 11, day), text="Hoi.")
        for day in (2, 5, 9)
    ]
    desk.do(log_contact, drafts=drafts)
    desk.do(add_student, class_id=class_id, draft=student(2), joined=date(2026, 9, 8))
    found = differences(backup, vault)
    vault.close()
    assert found == (
        Difference(Kind.CLASSES, Amount(1), Amount(3)),
        Difference(Kind.STUDENTS, Amount(5, date(2026, 9, 1)), Amount(7, date(2026, 9, 8))),
        Difference(Kind.CONTACTS, Amount(0), Amount(3, date(2026, 11, 9))),
    )
    assert [each.more for each in found] == [-2, -2, -3]


# ---- damage ----


def test_a_good_backup_is_good(backup: Backup) -> None:
    assert verify(backup, key=KEY) is None


def why_not(backup: Backup, *, key: str = KEY) -> str:
    trouble = verify(backup, key=key)
    assert isinstance(trouble, DamagedBackup)
    return trouble.why


def test_another_key_is_told_from_damage(backup: Backup) -> None:
    assert why_not(backup, key=OTHER) == "other_key"
    flip(backup.path, spot=-40)
    assert why_not(backup) == "damaged"


def test_one_that_is_gone_cannot_be_read(backup: Backup) -> None:
    backup.path.unlink()
    assert isinstance(verify(backup, key=KEY), UnreadablePlace)


def flip(path: Path, *, spot: int, bit: int = 0) -> None:
    data = bytearray(path.read_bytes())
    data[spot] ^= 1 << bit
    path.write_bytes(data)


@pytest.mark.parametrize("number", range(25))
def test_wherever_a_bit_falls_over_the_next_good_one_is_offered(
    data: Path, backup: Backup, place: Path, number: int
) -> None:
    vault = open_vault(data, key=KEY)
    newer = make_backup(vault, place, made_at=NOW, why=Why.ASKED)
    vault.close()
    assert next_good(backups_in(place), key=KEY).backup.path == newer.path
    chance = Random(number)
    flip(newer.path, spot=chance.randrange(newer.size), bit=chance.randrange(8))
    assert next_good(backups_in(place), key=KEY).backup == backup
    before = (data / FILE).read_bytes()
    with pytest.raises(DamagedBackup):
        restore(newer, data, key=KEY, at=NOW)
    assert (data / FILE).read_bytes() == before


# ---- strangers: signed with the right key, as a file is that somebody hands you ----


@pytest.fixture
def handed(tmp_path: Path) -> Callable[..., Backup]:
    """Makes a backup file out of any SQL, properly keyed and signed."""

    def hand(*statements: str, tables: bool = True, version: int = LATEST) -> Backup:
        path = tmp_path / "handed.backup"
        connection = driver.connect(str(path))
        connection.execute(f"PRAGMA key = \"x'{KEY}'\"")
        if tables:
            from sqlite_utils import Database

            migrate(Database(connection), version=min(version, LATEST))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {version}")
        for statement in statements:
            connection.execute(statement)
        connection.commit()
        connection.close()
        size = path.stat().st_size
        values = {
            "made_at": NOW.isoformat(),
            "why": "asked",
            "number": 1,
            "vault_id": "f" * 32,
            "generation": 1,
            "amounts": {},
            "app_version": "1",
            "file_version": version,
            "content": "",
            "keys": {},
            "digest": digest_of(path, size=size),
        }
        append_manifest(path, values, key=KEY)
        return read_backup(path)

    return hand


HOSTILE = {
    "a trigger": "CREATE TRIGGER t AFTER UPDATE ON settings BEGIN DELETE FROM students; END",
    "a view": "CREATE VIEW v AS SELECT * FROM students",
    "an endless view": "CREATE VIEW v AS WITH RECURSIVE n(i) AS"
    " (SELECT 1 UNION ALL SELECT i FROM n) SELECT i FROM n",
    "a table": "CREATE TABLE more (a)",
    "an index": "CREATE INDEX more ON students(note)",
    "a column": "ALTER TABLE students ADD COLUMN more TEXT",
    "a virtual table": "CREATE VIRTUAL TABLE more USING fts5(a)",
    "a table less": "DROP TABLE guide_marks",
    "a trigger less": "DROP TRIGGER words_of_students_in",
    "a computed column": "ALTER TABLE settings ADD COLUMN more BLOB AS (zeroblob(1000000000))",
    "a name of SQLite's": "PRAGMA application_id = 1",
    "no version": "PRAGMA user_version = 0",
}


@pytest.mark.parametrize("statement", HOSTILE.values(), ids=HOSTILE)
def test_a_file_that_holds_anything_else_is_refused(
    data: Path, handed: Callable[..., Backup], statement: str
) -> None:
    backup = handed(statement)
    assert why_not(backup) == "foreign"
    before = (data / FILE).read_bytes()
    with pytest.raises(DamagedBackup):
        restore(backup, data, key=KEY, at=NOW)
    assert (data / FILE).read_bytes() == before


TWISTED = {
    "a view in disguise": "type = 'view', rootpage = 0, sql = 'CREATE VIEW photos AS SELECT 1'",
    "two tables in one place": "rootpage = rootpage - 1",
    "no SQL": "sql = 'rubbish'",
    "no such page": "rootpage = 99999",
}


@pytest.mark.parametrize("twist", TWISTED.values(), ids=TWISTED)
def test_a_file_with_twisted_tables_is_refused(handed: Callable[..., Backup], twist: str) -> None:
    update = f"UPDATE sqlite_master SET {twist} WHERE name = 'photos'"
    assert why_not(handed("PRAGMA writable_schema=ON", update)) in {"foreign", "damaged"}


def test_what_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "odd.backup"
    path.write_bytes(b"GIF89a" * 2_000)
    assert why_not(read_backup(path)) == "damaged"


def test_looking_into_a_file_has_an_end(backup: Backup, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strangers, "PATIENCE", -1.0)
    monkeypatch.setattr(strangers, "_LOOK_EVERY", 1)
    assert why_not(backup) == "damaged"


def test_a_backup_of_a_newer_klasgenoot_is_left_alone(
    data: Path, handed: Callable[..., Backup]
) -> None:
    newer = handed(version=LATEST + 1)
    trouble = verify(newer, key=KEY)
    assert isinstance(trouble, NewerFile)
    assert (trouble.file_version, trouble.known_version) == (LATEST + 1, LATEST)
    with pytest.raises(NewerFile):
        restore(newer, data, key=KEY, at=NOW)


@pytest.mark.parametrize("version", range(1, LATEST + 1))
def test_a_backup_of_an_older_klasgenoot_is_brought_up_to_date(
    data: Path, handed: Callable[..., Backup], version: int
) -> None:
    older = handed("INSERT INTO school_classes (id, name) VALUES (7, 'Oud')", version=version)
    restore(older, data, key=KEY, at=NOW)
    assert classes(data) == ["Oud"]
    vault = open_vault(data, key=KEY)
    assert vault.row("PRAGMA user_version") == (LATEST,)
    assert marks(vault).vault_id
    vault.close()


def test_a_manifest_cannot_be_put_behind_another_database(
    backup: Backup, handed: Callable[..., Backup]
) -> None:
    manifest = read_manifest(backup.path)
    assert manifest
    end = backup.path.read_bytes()[manifest.size :]
    other = handed("INSERT INTO school_classes (id, name) VALUES (7, 'Oud')")
    own = read_manifest(other.path)
    assert own
    other.path.write_bytes(other.path.read_bytes()[: own.size] + end)
    assert why_not(read_backup(other.path)) == "damaged"


def test_a_trouble_is_what_a_person_is_told(backup: Backup) -> None:
    gone = replace(backup, path=backup.path.with_name("gone.backup"))
    with pytest.raises(Trouble):
        restore(gone, backup.path.parent, key=KEY, at=NOW)


def test_a_failing_vault_points_to_the_backups(data: Path, backup: Backup) -> None:
    flip(data / FILE, spot=20)
    with pytest.raises(DamagedFile):
        open_vault(data, key=KEY)
    restore(next_good(backups_in(backup.path.parent), key=KEY).backup, data, key=KEY, at=NOW)
    assert classes(data) == ["CMV-1B"]
