"""Getting data back: on this computer, on a new one, past damage, with whatever key is known."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from builders import school_class
from klasgenoot.domain.backups import Backup, Why
from klasgenoot.domain.errors import (
    Cancelled,
    DamagedBackup,
    NewerFile,
    NoGoodBackup,
    ReadOnlyPlace,
    TamperedKeys,
    WrongCode,
    WrongPassphrase,
)
from klasgenoot.operations.classes import add_class
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.putting_back import (
    PutBack,
    backup_at,
    backups_of,
    key_of_computer,
    known_key,
    next_good,
    places_of,
    put_back,
)
from klasgenoot.operations.second_place import bring_along, choose_second_place
from klasgenoot.store import backup_keys, key_slots, keys, school_classes
from klasgenoot.store.backup_file import append_manifest, read_manifest
from klasgenoot.store.backup_keys import unlock_backup, unlock_backup_with_code
from klasgenoot.store.backups import backups_in, make_backup
from klasgenoot.store.generation import is_older_copy
from klasgenoot.store.kept_aside import kept_aside
from klasgenoot.store.key_names import KEY_FILE, KEY_NAMES
from klasgenoot.store.opening import open_vault
from klasgenoot.store.schema import BACKUPS, FILE
from power import power_failing

NOW = datetime(2026, 11, 22, 14, 30, tzinfo=UTC)
PHRASE, OTHER_PHRASE = "vijf schapen drinken thee", "zeven fietsen zingen zacht"


@dataclass
class Laptop:
    """A computer with Klasgenoot on it."""

    data: Path
    code: str = ""

    def fill(self, name: str = "CMV-1B", *, phrase: str = "") -> str:
        """Makes data with a class; returns the key."""
        if phrase:
            key, self.code = keys.make_keys(self.data, passphrase=phrase)
        else:
            self.data.mkdir(parents=True, exist_ok=True)
            key = keys.key_for(self.data)
        vault = open_vault(self.data, key=key)
        school_class(Desk(vault), name=name)
        vault.close()
        return key

    def add(self, name: str, *, key: str) -> None:
        vault = open_vault(self.data, key=key)
        Desk(vault).do(add_class, name=name)
        vault.close()

    def back_up(self, *, key: str, place: Path | None = None) -> Backup:
        vault = open_vault(self.data, key=key)
        made = make_backup(vault, place or self.data / BACKUPS, made_at=NOW, why=Why.ASKED)
        vault.close()
        return made

    def classes(self, *, key: str) -> list[str]:
        vault = open_vault(self.data, key=key)
        names = [each.name for each in school_classes.all_classes(vault)]
        vault.close()
        return names


pytestmark = pytest.mark.usefixtures("quick_keys")


@pytest.fixture
def old(tmp_path: Path) -> Laptop:
    folder = tmp_path / "old"
    folder.mkdir()
    return Laptop(folder)


@pytest.fixture
def new(tmp_path: Path) -> Laptop:
    """A new computer on which Klasgenoot was started once: there is an empty vault, with a key."""
    folder = tmp_path / "new"
    folder.mkdir()
    open_vault(folder, key=keys.key_for(folder)).close()
    return Laptop(folder)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    return tmp_path / "stick"


# ---- a laptop died: a stick and the passphrase are enough ----


@pytest.mark.parametrize("by_code", [False, True])
def test_a_new_computer_gets_everything_back_with_passphrase_or_sheet(
    old: Laptop,
    new: Laptop,
    stick: Path,
    by_code: bool,  # noqa: FBT001 - as pytest has it
) -> None:
    backup = old.back_up(key=old.fill(phrase=PHRASE), place=stick)
    assert known_key(backup, new.data) is None
    if by_code:
        key = unlock_backup_with_code(backup, folder=new.data, code=old.code)
    else:
        key = unlock_backup(backup, folder=new.data, passphrase=PHRASE)
    empty = key_of_computer(new.data)
    done = put_back(backup, new.data, key=key, at=NOW, own_key=empty, keeps_old=False)
    assert done == PutBack(None, key)
    assert new.classes(key=key) == ["CMV-1B"]
    assert keys.unlock(new.data, passphrase=PHRASE) == key
    assert keys.unlock_with_code(new.data, code=old.code) == key
    assert not (new.data / KEY_FILE).exists()  # else whoever is logged in could open it
    assert kept_aside(new.data) == ()
    assert not list(new.data.glob("*aside*"))


def test_a_folder_where_klasgenoot_never_was_gets_it_too(
    old: Laptop, tmp_path: Path, stick: Path
) -> None:
    key = old.fill(phrase=PHRASE)
    backup = old.back_up(key=key, place=stick)
    fresh = Laptop(tmp_path / "fresh")
    assert put_back(backup, fresh.data, key=key, at=NOW).aside is None
    assert fresh.classes(key=key) == ["CMV-1B"]
    assert keys.unlock(fresh.data, passphrase=PHRASE) == key


def test_other_words_open_nothing(old: Laptop, new: Laptop, stick: Path) -> None:
    backup = old.back_up(key=old.fill(phrase=PHRASE), place=stick)
    with pytest.raises(WrongPassphrase):
        unlock_backup(backup, folder=new.data, passphrase=OTHER_PHRASE)
    for code in ("AAAA-BBBB", old.code[::-1]):
        with pytest.raises(WrongCode):
            unlock_backup_with_code(backup, folder=new.data, code=code)


def test_without_a_passphrase_a_backup_opens_with_the_key_beside_a_copied_folder(
    old: Laptop, new: Laptop
) -> None:
    key = old.fill()
    backup = old.back_up(key=key)
    assert not backup.opens_elsewhere
    assert known_key(backup, new.data) == key  # klasgenoot.key lies one folder up
    (old.data / KEY_FILE).rename(old.data / "elsewhere.key")
    assert known_key(backup, new.data) is None
    with pytest.raises(WrongPassphrase):
        unlock_backup(backup, folder=new.data, passphrase="")
    put_back(backup, new.data, key=key, at=NOW, keeps_old=False)
    assert keys.key_for(new.data) == key
    assert new.classes(key=key) == ["CMV-1B"]


def test_data_that_was_there_is_kept_aside_with_its_key(
    old: Laptop, new: Laptop, stick: Path
) -> None:
    key = old.fill(phrase=PHRASE)
    backup = old.back_up(key=key, place=stick)
    own = new.fill("MWD-2A")
    done = put_back(backup, new.data, key=key, at=NOW, own_key=own)
    assert done.key == key
    assert done.aside is not None
    assert new.classes(key=key) == ["CMV-1B"]
    kept = done.aside.with_suffix(".key")
    assert kept.read_text().strip() == own
    done.aside.rename(new.data / FILE)
    assert new.classes(key=own) == ["MWD-2A"]


# ---- on the same computer ----


def test_a_passphrase_that_was_changed_since_stays(old: Laptop) -> None:
    key = old.fill(phrase=PHRASE)
    backup = old.back_up(key=key)
    keys.set_passphrase(old.data, key=key, passphrase=OTHER_PHRASE)
    old.add("Later", key=key)
    assert known_key(backup, old.data, key=key) == key
    assert put_back(backup, old.data, key=key, at=NOW, own_key=key).key == key
    assert old.classes(key=key) == ["CMV-1B"]
    assert keys.unlock(old.data, passphrase=OTHER_PHRASE) == key
    with pytest.raises(WrongPassphrase):
        keys.unlock(old.data, passphrase=PHRASE)


def test_a_passphrase_chosen_since_opens_the_backups_of_before(old: Laptop) -> None:
    key = old.fill()
    backup = old.back_up(key=key)
    keys.set_passphrase(old.data, key=key, passphrase=PHRASE)
    assert not (old.data / KEY_FILE).exists()
    assert unlock_backup(backup, folder=old.data, passphrase=PHRASE) == key
    put_back(backup, old.data, key=key, at=NOW)
    assert keys.unlock(old.data, passphrase=PHRASE) == key


def test_with_a_new_data_key_an_old_backup_comes_back_under_the_new_one(old: Laptop) -> None:
    from klasgenoot.store.earlier_keys import forget_earlier_keys
    from klasgenoot.store.rekey import new_data_key

    key = old.fill(phrase=PHRASE)
    backup = old.back_up(key=key)
    vault = open_vault(old.data, key=key)
    own, _ = new_data_key(vault, key=key, passphrase=OTHER_PHRASE)
    vault.close()
    assert known_key(backup, old.data, key=own) == key  # the data knows its earlier key
    assert unlock_backup(backup, folder=old.data, passphrase=PHRASE) == key
    vault = open_vault(old.data, key=own)
    forget_earlier_keys(old.data, key=own)
    vault.close()
    assert known_key(backup, old.data, key=own) is None
    assert put_back(backup, old.data, key=key, at=NOW, own_key=own).key == own
    assert old.classes(key=own) == ["CMV-1B"]
    assert keys.unlock(old.data, passphrase=OTHER_PHRASE) == own
    with pytest.raises(WrongPassphrase):
        keys.unlock(old.data, passphrase=PHRASE)


def test_lost_key_files_come_back_with_a_backup(old: Laptop) -> None:
    key = old.fill(phrase=PHRASE)
    backup = old.back_up(key=key)
    for name in KEY_NAMES:
        (old.data / name).unlink(missing_ok=True)
    assert unlock_backup(backup, folder=old.data, passphrase=PHRASE) == key
    put_back(backup, old.data, key=key, at=NOW)
    assert keys.unlock(old.data, passphrase=PHRASE) == key
    assert old.classes(key=key) == ["CMV-1B"]


def test_an_older_one_from_a_stick_is_no_older_copy_afterwards(old: Laptop, stick: Path) -> None:
    key = old.fill()
    backup = old.back_up(key=key, place=stick)
    for _ in range(3):
        old.back_up(key=key)
    put_back(backup, old.data, key=key, at=NOW)
    vault = open_vault(old.data, key=key)
    assert not is_older_copy(vault, backups_in(old.data / BACKUPS))
    vault.close()


# ---- which one? ----


def spoil(path: Path, *, at: int = 5000) -> None:
    spoilt = bytearray(path.read_bytes())
    spoilt[at] ^= 1
    path.write_bytes(spoilt)


def test_damaged_ones_lead_to_the_next_good_one(old: Laptop) -> None:
    key = old.fill()
    made = [old.back_up(key=key) for _ in range(4)]
    spoil(made[3].path)
    spoil(made[2].path, at=-3)
    found = next_good(backups_of(old.data), key=key)
    assert (found.backup, found.past) == (made[1], 2)


def test_those_of_other_data_are_passed_without_being_called_damaged(
    old: Laptop, new: Laptop
) -> None:
    key = old.fill()
    good = old.back_up(key=key)
    for _ in range(3):
        new.back_up(key=keys.key_for(new.data), place=old.data / BACKUPS)
    found = next_good(backups_of(old.data), key=key)
    assert (found.backup, found.past) == (good, 0)


def test_where_none_is_good_that_is_said_and_of_one_alone_what_is_wrong(old: Laptop) -> None:
    key = old.fill()
    made = [old.back_up(key=key) for _ in range(2)]
    for each in made:
        spoil(each.path)
    with pytest.raises(NoGoodBackup):
        next_good(backups_of(old.data), key=key)
    with pytest.raises(DamagedBackup):
        next_good((made[0],), key=key)
    with pytest.raises(NoGoodBackup):
        next_good((), key=key)


def test_looking_can_be_stopped(old: Laptop) -> None:
    key = old.fill()
    old.back_up(key=key)

    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        next_good(backups_of(old.data), key=key, breathe=stop)


def test_the_second_place_is_looked_into_and_each_backup_comes_once(
    old: Laptop, stick: Path
) -> None:
    key = old.fill()
    stick.mkdir()
    choose_second_place(old.data, stick, now=NOW)
    made = [old.back_up(key=key) for _ in range(3)]
    for each in made:
        bring_along(old.data, each, now=NOW)
    assert places_of(old.data) == (old.data / BACKUPS, stick / "Klasgenoot")
    assert [each.number for each in backups_of(old.data)] == [3, 2, 1]
    made[2].path.unlink()
    made[1].path.write_bytes(b"damaged")
    there = [each.path.parent.name for each in backups_of(old.data)]
    assert there == ["Klasgenoot", "Klasgenoot", BACKUPS]
    (stick / "Klasgenoot").rename(stick / "elsewhere")
    assert places_of(old.data) == (old.data / BACKUPS,)


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("notes.txt", b"hello", "no_backup"),
        ("holiday.jpg", b"\xff\xd8\xff" * 99, "no_backup"),
        ("cut short.backup", b"half", "damaged"),
        ("empty.backup", b"", "damaged"),
    ],
)
def test_what_is_no_backup_is_said_to_be_none(
    tmp_path: Path, name: str, data: bytes, why: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(DamagedBackup) as caught:
        backup_at(tmp_path / name)
    assert caught.value.why == why


# ---- hostile ones ----


def rewritten(backup: Backup, key: str, **values: object) -> Backup:
    """A backup whose manifest says something else, signed as by its owner."""
    manifest = read_manifest(backup.path)
    assert manifest is not None
    whole = backup.path.read_bytes()[: manifest.size]
    backup.path.write_bytes(whole)
    append_manifest(backup.path, {**manifest.values, **values}, key=key)
    return backup_at(backup.path)


def test_a_key_file_that_asks_for_too_much_memory_is_not_worked_out(
    old: Laptop, new: Laptop, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = old.back_up(key=old.fill(phrase=PHRASE), place=stick)
    monkeypatch.setattr(key_slots, "MEMORY_ALLOWED", (1 << 30, 1 << 31))

    def never(*_what: object) -> bytes:
        raise AssertionError("worked out")

    monkeypatch.setattr(backup_keys, "open_by_passphrase", never)
    with pytest.raises(TamperedKeys):
        unlock_backup(backup, folder=new.data, passphrase=PHRASE)


@pytest.mark.parametrize("held", [None, 7, [], {}, {"klasgenoot.keys": 7}, {"../x.keys": "AAAA"}])
def test_a_manifest_with_odd_keys_opens_nothing_and_names_no_other_file(
    old: Laptop, new: Laptop, stick: Path, held: object
) -> None:
    key = old.fill(phrase=PHRASE)
    backup = rewritten(old.back_up(key=key, place=stick), key, keys=held)
    with pytest.raises(WrongPassphrase):
        unlock_backup(backup, folder=new.data, passphrase=PHRASE)
    before = {path.name for path in new.data.parent.iterdir()}
    put_back(backup, new.data, key=key, at=NOW, keeps_old=False)
    assert {path.name for path in new.data.parent.iterdir()} == before
    assert {name for name in KEY_NAMES if (new.data / name).exists()} == {KEY_FILE}


def test_keys_of_a_newer_klasgenoot_are_said_to_be_that(
    old: Laptop, new: Laptop, stick: Path
) -> None:
    import hashlib
    from base64 import b64encode

    key = old.fill(phrase=PHRASE)
    line = b'{"version":99}'
    text = line + b"\n" + hashlib.sha256(line).hexdigest().encode() + b"\n"
    held = {"klasgenoot.keys": b64encode(text).decode()}
    backup = rewritten(old.back_up(key=key, place=stick), key, keys=held)
    with pytest.raises(NewerFile):
        unlock_backup(backup, folder=new.data, passphrase=PHRASE)


def test_one_whose_manifest_is_gone_is_damaged(old: Laptop, new: Laptop, stick: Path) -> None:
    backup = old.back_up(key=old.fill(phrase=PHRASE), place=stick)
    backup.path.write_bytes(b"half")
    with pytest.raises(DamagedBackup):
        unlock_backup(backup, folder=new.data, passphrase=PHRASE)


# ---- the power fails while keys and data change places ----


@pytest.mark.parametrize("step", range(1, 24))
def test_whenever_the_power_fails_data_and_keys_belong_together(
    old: Laptop, new: Laptop, stick: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """Every name that is given or taken is a moment at which it may end."""
    key = old.fill(phrase=PHRASE)
    backup = old.back_up(key=key, place=stick)
    own = new.fill("MWD-2A")
    with power_failing(monkeypatch, at=step):
        put_back(backup, new.data, key=key, at=NOW, own_key=own)
    if keys.has_passphrase(new.data):
        assert keys.unlock(new.data, passphrase=PHRASE) == key
        assert new.classes(key=key) == ["CMV-1B"]
        assert not (new.data / KEY_FILE).exists()
        (kept,) = kept_aside(new.data)
        assert kept.path.with_suffix(".key").read_text().strip() == own
    else:
        assert keys.key_for(new.data) == own
        assert new.classes(key=own) == ["MWD-2A"]


def test_a_data_folder_that_cannot_be_written_stays_as_it_is(
    old: Laptop, new: Laptop, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = old.fill(phrase=PHRASE)
    backup = old.back_up(key=key, place=stick)
    own = new.fill("MWD-2A")
    from klasgenoot.store import swapping

    def refuse(*_what: object) -> None:
        raise PermissionError

    monkeypatch.setattr(swapping, "write_whole", refuse)
    with pytest.raises(ReadOnlyPlace):
        put_back(backup, new.data, key=key, at=NOW, own_key=own)
    monkeypatch.undo()
    assert keys.key_for(new.data) == own
    assert new.classes(key=own) == ["MWD-2A"]
