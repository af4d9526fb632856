"""Backups: whole, encrypted, read back, signed, found without opening, dropped with care."""

import json
import stat
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random

import pytest
import sqlcipher3.dbapi2 as driver

from builders import content, school_class, student
from klasgenoot.domain.backups import Amount, Kind, Why
from klasgenoot.domain.errors import (
    Cancelled,
    DamagedBackup,
    DamagedFile,
    DiskFull,
    ReadOnlyPlace,
    UnreadablePlace,
)
from klasgenoot.operations.classes import add_class
from klasgenoot.operations.contacts import ContactDraft, log_contact
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.students import add_student
from klasgenoot.store import backups, photos
from klasgenoot.store.backup_file import append_manifest, read_backup, read_manifest
from klasgenoot.store.backups import (
    backups_in,
    clear_parts,
    drop_old,
    is_undamaged,
    make_backup,
)
from klasgenoot.store.generation import is_older_copy, marks
from klasgenoot.store.keys import KEY_FILE
from klasgenoot.store.opening import open_vault
from klasgenoot.store.photos import StoredPhoto
from klasgenoot.store.restoring import key_files_of
from klasgenoot.store.schema import FILE, LATEST

KEY = "ab" * 32
NOW = datetime(2026, 11, 22, 14, 30, tzinfo=UTC)


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Desk]:
    """A desk on a data file with a class, a photo and a contact in it."""
    desk = Desk(open_vault(tmp_path / "data", key=KEY))
    _, ids = school_class(desk)
    desk.do(
        log_contact,
        drafts=[
            ContactDraft(student_ids=(ids[0],), happened_on=date(2026, 11, 3), text="Kwam langs.")
        ],
    )
    photos.keep_photo(desk.vault, StoredPhoto(b"large" * 2_000, b"small", 4, 5))
    yield desk
    desk.vault.close()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "stick"


def made(desk: Desk, place: Path, *, at: datetime = NOW, why: Why = Why.ASKED):
    return make_backup(desk.vault, place, made_at=at, why=why)


def test_a_backup_tells_when_why_and_how_much_without_being_opened(kept: Desk, place: Path) -> None:
    backup = made(kept, place, why=Why.IMPORT)
    assert backups_in(place) == (backup,)
    assert (backup.made_at, backup.why, backup.is_whole) == (NOW, Why.IMPORT, True)
    assert backup.size == backup.path.stat().st_size
    assert backup.file_version == LATEST
    assert dict(backup.amounts) == {
        Kind.CLASSES: Amount(1),
        Kind.STUDENTS: Amount(5, date(2026, 9, 1)),
        Kind.PHOTOS: Amount(1),
        Kind.CONTACTS: Amount(1, date(2026, 11, 3)),
        Kind.NOTES: Amount(0),
    }


def test_a_backup_is_one_file_for_its_owner_with_no_name_in_it(kept: Desk, place: Path) -> None:
    backup = made(kept, place)
    assert [path.name for path in place.iterdir()] == [backup.path.name]
    assert backup.path.name.startswith("klasgenoot-2026-11-22-1430-1-")
    assert stat.S_IMODE(backup.path.stat().st_mode) == 0o600
    data = backup.path.read_bytes()
    for needle in (b"Hoekstra", b"CMV-1B", b"Kwam langs", b"largelarge", b"SQLite format"):
        assert needle not in data


def test_a_backup_is_an_ordinary_encrypted_file_for_who_has_the_key(
    kept: Desk, place: Path
) -> None:
    backup = made(kept, place)
    connection = driver.connect(f"{backup.path.as_uri()}?mode=ro", uri=True)
    connection.execute(f"PRAGMA key = \"x'{KEY}'\"")
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("SELECT count(*) FROM students").fetchone() == (5,)
    connection.close()


def test_the_plain_key_never_goes_along(kept: Desk, place: Path) -> None:
    assert kept.vault.path
    (kept.vault.path.parent / KEY_FILE).write_text(KEY)
    backup = made(kept, place)
    assert not backup.opens_elsewhere
    assert key_files_of(backup) == {}
    assert not list(place.glob("*.key*"))
    assert KEY.encode() not in backup.path.read_bytes()


def test_key_files_that_want_a_passphrase_go_inside(kept: Desk, place: Path) -> None:
    assert kept.vault.path
    folder = kept.vault.path.parent
    (folder / "klasgenoot.keys").write_bytes(b"sealed")
    (folder / "klasgenoot.keys2").write_bytes(b"sealed too")
    (folder / "klasgenoot.keys3").write_bytes(b"x" * 30_000)
    backup = made(kept, place)
    assert backup.opens_elsewhere
    assert key_files_of(backup) == {"klasgenoot.keys": b"sealed", "klasgenoot.keys2": b"sealed too"}


@pytest.fixture
def slowly(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small vault is copied in as many steps as a large one."""
    monkeypatch.setattr(backups, "PAGES", 4)


@pytest.mark.usefixtures("slowly")
def test_what_is_done_while_it_is_made_is_in_it(kept: Desk, place: Path) -> None:
    late = iter(["Late"])

    def breathe(_done: int, _total: int) -> None:
        for name in late:
            kept.do(add_class, name=name)

    backup = make_backup(kept.vault, place, made_at=NOW, why=Why.ASKED, breathe=breathe)
    assert backup.amounts[Kind.CLASSES] == Amount(2)


@pytest.mark.usefixtures("slowly")
def test_one_can_breathe_all_the_while(kept: Desk, place: Path) -> None:
    breaths: list[tuple[int, int]] = []
    make_backup(
        kept.vault, place, made_at=NOW, why=Why.ASKED, breathe=lambda *at: breaths.append(at)
    )
    assert sum(total > 0 for _, total in breaths) > 5
    assert breaths[-1] == (0, 0), "also while it is read back"


@pytest.mark.usefixtures("slowly")
@pytest.mark.parametrize("after", [0, 3, "read back"])
def test_a_backup_that_is_stopped_leaves_nothing(kept: Desk, place: Path, after: int | str) -> None:
    breaths = count()

    def breathe(_done: int, total: int) -> None:
        if next(breaths) == after or (not total and after == "read back"):
            raise Cancelled

    before = content(kept.vault)
    with pytest.raises(Cancelled):
        make_backup(kept.vault, place, made_at=NOW, why=Why.ASKED, breathe=breathe)
    assert list(place.iterdir()) == []
    assert content(kept.vault) | {"generation": None} == before | {"generation": None}
    made(kept, place)


def test_numbers_go_on_whatever_the_clock_and_the_vault_say(kept: Desk, place: Path) -> None:
    first = made(kept, place)
    second = made(kept, place, at=NOW - timedelta(days=400))
    with kept.vault.outside_journal():
        kept.vault.connection.execute("UPDATE generation SET backups = 0")
    third = made(kept, place, at=datetime(1970, 1, 1, tzinfo=UTC))
    assert [each.number for each in (first, second, third)] == [1, 2, 3]
    assert [each.path for each in backups_in(place)] == [third.path, second.path, first.path]


def test_two_vaults_in_one_place_are_told_apart(kept: Desk, place: Path, tmp_path: Path) -> None:
    other = Desk(open_vault(tmp_path / "other", key="cd" * 32))
    ours, theirs = made(kept, place), made(other, place)
    other.vault.close()
    own = marks(kept.vault).vault_id
    assert [each.is_of(own) for each in (ours, theirs)] == [True, False]
    assert len(backups_in(place)) == 2


def test_an_older_copy_put_back_is_noticed(kept: Desk, place: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    kept.vault.close()
    old = (data / FILE).read_bytes()
    for _ in range(3):
        vault = open_vault(data, key=KEY)
        known = (make_backup(vault, place, made_at=NOW, why=Why.ROUTINE),)
        assert not is_older_copy(vault, known)
        vault.close()
        vault = open_vault(data, key=KEY)
        assert not is_older_copy(vault, known)
        vault.close()
        now = (data / FILE).read_bytes()
        (data / FILE).write_bytes(old)
        vault = open_vault(data, key=KEY)
        assert is_older_copy(vault, known)
        assert not is_older_copy(vault, ())
        assert is_older_copy(vault, (), last_seen=marks(vault).number + 5)
        vault.close()
        (data / FILE).write_bytes(now)
        old = now
    kept.vault = open_vault(data, key=KEY)


def test_a_folder_that_is_not_there_holds_no_backups(tmp_path: Path) -> None:
    assert backups_in(tmp_path / "nowhere") == ()
    (tmp_path / "file").write_text("in the way")
    assert backups_in(tmp_path / "file") == ()


def test_a_folder_that_may_not_be_read_is_said_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(UnreadablePlace):
        backups_in(tmp_path)


def test_what_else_lies_there_is_left_alone(kept: Desk, place: Path) -> None:
    place.mkdir()
    (place / "foto.jpg").write_bytes(b"x")
    (place / "x.backup").mkdir()
    made(kept, place)
    drop_old(place, NOW)
    assert len(list(place.iterdir())) == 3


def test_a_place_that_cannot_be_written_is_said_so(kept: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ReadOnlyPlace):
        made(kept, tmp_path / "file" / "backups")


def test_without_room_nothing_is_begun(
    kept: Desk, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = type("Usage", (), {"free": 100_000})
    monkeypatch.setattr("klasgenoot.store.backups.shutil.disk_usage", lambda _: usage)
    with pytest.raises(DiskFull) as caught:
        made(kept, place)
    assert caught.value.path == place
    assert list(place.iterdir()) == []


def test_a_disk_that_writes_something_else_is_noticed(
    kept: Desk, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = backups._read_back

    def spoil(part: Path, key: str, print_: str) -> str:
        data = bytearray(part.read_bytes())
        data[len(data) // 2] ^= 1
        part.write_bytes(data)
        return real(part, key, print_)

    monkeypatch.setattr(backups, "_read_back", spoil)
    with pytest.raises(DamagedBackup):
        made(kept, place)
    assert list(place.iterdir()) == []


@pytest.mark.parametrize("part", [0.5, 0.6, 0.7, 0.8, 0.9])
def test_a_damaged_vault_is_said_to_be_the_one_that_is(
    kept: Desk, place: Path, part: float
) -> None:
    for number in range(60):
        kept.do(add_class, name=f"{number} " + "x" * 3_000)
    path = kept.vault.path
    assert path
    kept.vault.close()
    data = bytearray(path.read_bytes())
    data[int(len(data) * part)] ^= 1
    path.write_bytes(data)
    kept.vault = open_vault(path.parent, key=KEY)
    with pytest.raises(DamagedFile) as caught:
        made(kept, place)
    assert caught.value.path == path
    assert list(place.iterdir()) == []


def test_what_a_power_cut_left_is_cleared(kept: Desk, place: Path) -> None:
    place.mkdir()
    own = marks(kept.vault).vault_id
    for name in (f"klasgenoot-{own[:8]}.part", f"klasgenoot-{own[:8]}.part-journal"):
        (place / name).write_bytes(b"half")
    (place / "klasgenoot-00000000.part").write_bytes(b"of another computer, just now")
    clear_parts(place, own)
    assert [path.name for path in place.iterdir()] == ["klasgenoot-00000000.part"]


def test_every_flipped_bit_is_noticed_without_a_key(kept: Desk, place: Path) -> None:
    backup = made(kept, place)
    good = backup.path.read_bytes()
    manifest = read_manifest(backup.path)
    assert manifest
    chance = Random(7)
    spots = [chance.randrange(len(good)) for _ in range(100)]
    spots += [chance.randrange(manifest.size, len(good)) for _ in range(100)]
    for spot in spots:
        bad = bytearray(good)
        bad[spot] ^= 1 << chance.randrange(8)
        backup.path.write_bytes(bad)
        assert not is_undamaged(read_backup(backup.path)), spot
    backup.path.write_bytes(good)
    assert is_undamaged(backup)


@pytest.mark.parametrize("length", [0, 1, 75, 76, 77, 500, 4096])
def test_a_backup_cut_short_is_listed_as_what_it_is(kept: Desk, place: Path, length: int) -> None:
    backup = made(kept, place)
    backup.path.write_bytes(backup.path.read_bytes()[:length])
    (found,) = backups_in(place)
    assert not found.is_whole
    assert not is_undamaged(found)
    assert (found.number, found.made_at, found.size) == (1, NOW, length)
    assert found.is_of(marks(kept.vault).vault_id)
    assert found.amounts == {}
    assert key_files_of(found) == {}
    assert made(kept, place).number == 2


@pytest.mark.parametrize(
    "text",
    [
        [],
        {},
        {"made_at": 7},
        {"made_at": "soon", "why": "asked"},
        {"made_at": "2026-11-22T14:30:00+00:00", "why": [], "number": "x"},
        {"amounts": {"students": 4}},
    ],
)
def test_a_manifest_that_says_odd_things_is_no_manifest(tmp_path: Path, text: object) -> None:
    path = tmp_path / "odd.backup"
    path.write_bytes(b"")
    append_manifest(path, text, key=KEY)
    assert not read_backup(path).is_whole


def test_a_manifest_of_a_later_klasgenoot_is_read_as_far_as_it_is_known(
    kept: Desk, place: Path
) -> None:
    backup = made(kept, place)
    manifest = read_manifest(backup.path)
    assert manifest
    values = json.loads(manifest.text) | {"why": "moon", "more": 1}
    values["amounts"]["ties"] = [3, None]
    path = place / "later.backup"
    path.write_bytes(b"")
    append_manifest(path, values, key=KEY)
    found = read_backup(path)
    assert (found.is_whole, found.why) == (True, Why.UNKNOWN)
    assert set(found.amounts) == set(Kind)


def stand_in(place: Path, *, at: datetime, number: int) -> Path:
    """A file that is a backup as far as its manifest goes."""
    path = place / f"klasgenoot-{at:%Y-%m-%d-%H%M}-{number}-aaaaaaaa.backup"
    path.write_bytes(b"data")
    values = {
        "made_at": at.isoformat(),
        "why": "routine",
        "number": number,
        "vault_id": "a" * 32,
        "generation": number,
        "amounts": {},
        "app_version": "1",
        "file_version": 2,
        "content": "",
        "keys": {},
        "digest": backups.digest_of(path, size=4),
    }
    append_manifest(path, values, key=KEY)
    return path


def test_old_ones_go_and_damaged_ones_are_not_what_stays(place: Path) -> None:
    place.mkdir()
    paths = [
        stand_in(place, at=NOW - timedelta(days=30) + timedelta(minutes=30 * nth), number=nth + 1)
        for nth in range(90)
    ]
    rotten = paths[-2:]
    for path in rotten:
        path.write_bytes(b"dada" + path.read_bytes()[4:])
    stand_in(place, at=NOW, number=91)
    assert drop_old(place, NOW + timedelta(days=500)) != ()
    gone = drop_old(place, NOW)
    stay = {each.path for each in backups_in(place)}
    assert not stay & set(gone)
    assert sum(is_undamaged(each) for each in backups_in(place)) >= 3


def test_nothing_goes_where_there_is_little(kept: Desk, place: Path) -> None:
    for days in (500, 400, 300):
        made(kept, place, at=NOW - timedelta(days=days))
    assert drop_old(place, NOW) == ()


def test_one_that_cannot_be_dropped_stays(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place.mkdir()
    for nth in range(90):
        stand_in(place, at=NOW + timedelta(minutes=30 * nth), number=nth + 1)

    def refuse(_self: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refuse)
    assert drop_old(place, NOW) == ()


def test_a_student_more_is_another_content(kept: Desk, place: Path) -> None:
    first = made(kept, place)
    assert made(kept, place).content == first.content
    class_id = school_class(kept, size=0, name="Minor")[0]
    kept.do(add_student, class_id=class_id, draft=student(3), joined=date(2026, 9, 1))
    assert made(kept, place).content != first.content
