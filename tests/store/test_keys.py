"""The ways to the data key: what opens it, what no longer does, and what a change leaves alone."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from klasgenoot.domain.errors import (
    AlreadyOpen,
    DamagedFile,
    Missing,
    NeedsPassphrase,
    WrongCode,
    WrongPassphrase,
)
from klasgenoot.store import keys
from klasgenoot.store.computer_key import KEY_FILE
from klasgenoot.store.key_file import NAMES
from klasgenoot.store.keys import Slot
from klasgenoot.store.opening import open_vault

FIRST = "vier kleine eenden zwemmen"
SECOND = "een ander verhaal"

pytestmark = pytest.mark.usefixtures("quick_keys")


def test_a_new_folder_has_no_way_to_a_key(tmp_path: Path) -> None:
    assert keys.slots_of(tmp_path) == frozenset()


def test_new_keys_open_with_the_passphrase_and_with_the_code(tmp_path: Path) -> None:
    key, code = keys.make_keys(tmp_path, passphrase=FIRST)
    assert len(bytes.fromhex(key)) == 32
    assert keys.slots_of(tmp_path) == {Slot.PASSPHRASE, Slot.RECOVERY}
    assert keys.unlock(tmp_path, passphrase=FIRST) == key
    assert keys.unlock_with_code(tmp_path, code=code) == key


def test_each_key_is_another(tmp_path: Path) -> None:
    made = {keys.make_keys(_folder(tmp_path, str(n)), passphrase=FIRST) for n in range(5)}
    assert len({key for key, _ in made}) == len({code for _, code in made}) == 5


@pytest.mark.parametrize("wrong", ["x", FIRST + " ", FIRST.upper(), "Vier kleine eenden zwemmen"])
def test_another_passphrase_is_refused(tmp_path: Path, wrong: str) -> None:
    keys.make_keys(tmp_path, passphrase=FIRST)
    with pytest.raises(WrongPassphrase):
        keys.unlock(tmp_path, passphrase=wrong)


def test_a_passphrase_is_the_same_from_every_keyboard(tmp_path: Path) -> None:
    here, there = "caf\u00e9 \ufb01jn", "cafe\u0301 fijn"
    key, _ = keys.make_keys(tmp_path, passphrase=here)
    assert keys.unlock(tmp_path, passphrase=there) == key


def test_an_empty_passphrase_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Missing):
        keys.make_keys(tmp_path, passphrase="")
    assert not list(tmp_path.iterdir())
    keys.make_keys(tmp_path, passphrase=FIRST)
    with pytest.raises(Missing):
        keys.unlock(tmp_path, passphrase="")


@pytest.mark.parametrize(
    "typed", [str.lower, lambda code: code.replace("-", " "), lambda code: code.replace("-", "")]
)
def test_a_code_may_be_typed_loosely(tmp_path: Path, typed) -> None:
    key, code = keys.make_keys(tmp_path, passphrase=FIRST)
    assert keys.unlock_with_code(tmp_path, code=typed(code)) == key


def test_a_code_of_something_else_and_a_slip_are_told_apart(tmp_path: Path) -> None:
    _, code = keys.make_keys(_folder(tmp_path, "mine"), passphrase=FIRST)
    _, other = keys.make_keys(_folder(tmp_path, "yours"), passphrase=FIRST)
    for typed, why in ((other, "other"), (code[:-1] + "*", "mistyped"), ("", "mistyped")):
        with pytest.raises(WrongCode) as caught:
            keys.unlock_with_code(tmp_path / "mine", code=typed)
        assert caught.value.why == why


def test_keys_are_never_made_over_others(tmp_path: Path) -> None:
    key, _ = keys.make_keys(tmp_path, passphrase=FIRST)
    with pytest.raises(AlreadyOpen):
        keys.make_keys(tmp_path, passphrase=SECOND)
    assert keys.unlock(tmp_path, passphrase=FIRST) == key


def test_of_many_first_starts_at_one_moment_one_makes_the_keys(tmp_path: Path) -> None:
    def start(number: int) -> tuple[str, str] | None:
        try:
            return keys.make_keys(tmp_path, passphrase=f"{FIRST} {number}")
        except AlreadyOpen:
            return None

    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(start, range(16)))
    (winner,) = [number for number, keys_made in enumerate(made) if keys_made]
    assert keys.unlock(tmp_path, passphrase=f"{FIRST} {winner}") == made[winner][0]


def test_a_changed_passphrase_leaves_the_code_and_the_data_alone(tmp_path: Path) -> None:
    key, code = keys.make_keys(tmp_path, passphrase=FIRST)
    keys.set_passphrase(tmp_path, key=key, passphrase=SECOND)
    assert keys.unlock(tmp_path, passphrase=SECOND) == key
    assert keys.unlock_with_code(tmp_path, code=code) == key
    with pytest.raises(WrongPassphrase):
        keys.unlock(tmp_path, passphrase=FIRST)


def test_a_new_code_ends_the_old_one_and_leaves_the_passphrase_alone(tmp_path: Path) -> None:
    key, old = keys.make_keys(tmp_path, passphrase=FIRST)
    code = keys.new_code(tmp_path, key=key)
    assert keys.unlock_with_code(tmp_path, code=code) == key
    assert keys.unlock(tmp_path, passphrase=FIRST) == key
    with pytest.raises(WrongCode):
        keys.unlock_with_code(tmp_path, code=old)


def test_only_this_computer_is_a_way_and_asks_nothing(tmp_path: Path) -> None:
    key = keys.key_for(tmp_path)
    assert keys.slots_of(tmp_path) == {Slot.COMPUTER}
    assert keys.key_for(tmp_path) == key
    with pytest.raises(WrongPassphrase):
        keys.unlock(tmp_path, passphrase=FIRST)


def test_a_first_passphrase_takes_the_key_beside_the_data_away(tmp_path: Path) -> None:
    key = keys.key_for(tmp_path)
    keys.set_passphrase(tmp_path, key=key, passphrase=FIRST)
    assert keys.slots_of(tmp_path) == {Slot.PASSPHRASE}
    assert not (tmp_path / KEY_FILE).exists()
    assert keys.unlock(tmp_path, passphrase=FIRST) == key
    with pytest.raises(NeedsPassphrase):
        keys.key_for(tmp_path)


def test_a_computer_can_have_a_code_as_well(tmp_path: Path) -> None:
    key = keys.key_for(tmp_path)
    code = keys.new_code(tmp_path, key=key)
    assert keys.slots_of(tmp_path) == {Slot.COMPUTER, Slot.RECOVERY}
    assert keys.key_for(tmp_path) == keys.unlock_with_code(tmp_path, code=code) == key
    (tmp_path / KEY_FILE).unlink()
    with pytest.raises(NeedsPassphrase):
        keys.key_for(tmp_path)
    assert keys.unlock_with_code(tmp_path, code=code) == key


def test_a_forgotten_passphrase_is_back_to_only_this_computer(tmp_path: Path) -> None:
    key, code = keys.make_keys(tmp_path, passphrase=FIRST)
    keys.forget_passphrase(tmp_path, key=key)
    assert keys.slots_of(tmp_path) == {Slot.COMPUTER, Slot.RECOVERY}
    assert keys.key_for(tmp_path) == keys.unlock_with_code(tmp_path, code=code) == key
    with pytest.raises(WrongPassphrase):
        keys.unlock(tmp_path, passphrase=FIRST)


def test_a_passphrase_outranks_a_key_that_was_left_beside_the_data(tmp_path: Path) -> None:
    key = keys.key_for(tmp_path)
    plain = (tmp_path / KEY_FILE).read_text()
    keys.set_passphrase(tmp_path, key=key, passphrase=FIRST)
    (tmp_path / KEY_FILE).write_text(plain)  # the power went before it could go
    (tmp_path / f"{KEY_FILE}.0123abcd.new").write_text(plain)
    assert keys.slots_of(tmp_path) == {Slot.PASSPHRASE}
    with pytest.raises(NeedsPassphrase):
        keys.key_for(tmp_path)
    assert keys.unlock(tmp_path, passphrase=FIRST) == key
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(NAMES)


def test_data_without_any_key_is_said_to_be_damaged(tmp_path: Path) -> None:
    key, _ = keys.make_keys(tmp_path, passphrase=FIRST)
    open_vault(tmp_path, key=key).close()
    for name in NAMES:
        (tmp_path / name).unlink()
    for asked in (keys.slots_of, keys.key_for):
        with pytest.raises(DamagedFile):
            asked(tmp_path)
    with pytest.raises(DamagedFile):
        keys.make_keys(tmp_path, passphrase=FIRST)


def test_an_empty_key_file_is_in_nobodys_way(tmp_path: Path) -> None:
    keys.set_passphrase(tmp_path, key=keys.key_for(tmp_path), passphrase=FIRST)
    keys.forget_passphrase(tmp_path, key=keys.unlock(tmp_path, passphrase=FIRST))
    assert keys.slots_of(tmp_path) == {Slot.COMPUTER}
    (tmp_path / KEY_FILE).unlink()  # there was no data yet: a key is made anew
    key = keys.key_for(tmp_path)
    keys.set_passphrase(tmp_path, key=key, passphrase=SECOND)
    assert keys.unlock(tmp_path, passphrase=SECOND) == key


def test_a_start_that_makes_key_and_data_meanwhile_is_no_damage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def first_look(folder: Path) -> None:
        if not made:
            monkeypatch.undo()
            made.append("")
            made[0] = keys.key_for(folder)
            open_vault(folder, key=made[0]).close()
            (folder / KEY_FILE).rename(folder / "hidden")
            monkeypatch.setattr(keys, "read_key_file", second_look)

    def second_look(folder: Path) -> None:
        (folder / "hidden").rename(folder / KEY_FILE)
        monkeypatch.undo()

    monkeypatch.setattr(keys, "read_key_file", first_look)
    assert keys.key_for(tmp_path) == made[0]


@pytest.mark.parametrize("change", [keys.new_code, keys.forget_passphrase])
def test_a_key_of_something_else_changes_nothing(tmp_path: Path, change) -> None:
    key, code = keys.make_keys(tmp_path, passphrase=FIRST)
    with pytest.raises(ValueError, match="not the key"):
        change(tmp_path, key="ab" * 32)
    assert keys.unlock_with_code(tmp_path, code=code) == key
    assert not (tmp_path / KEY_FILE).exists()


def test_what_holds_keys_is_for_its_owner_only(tmp_path: Path) -> None:
    key, _ = keys.make_keys(tmp_path, passphrase=FIRST)
    keys.forget_passphrase(tmp_path, key=key)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert modes == {0o600}
    assert len(list(tmp_path.iterdir())) == 3


def test_nothing_that_opens_the_data_lies_in_the_key_file(tmp_path: Path) -> None:
    key, code = keys.make_keys(tmp_path, passphrase=FIRST)
    text = (tmp_path / NAMES[0]).read_text()
    assert len(text) < 700
    assert not any(secret in text for secret in (key, code, FIRST, code.replace("-", "")))


def test_a_key_has_another_key_for_each_purpose(tmp_path: Path) -> None:
    key = keys.key_for(tmp_path)
    manifest, other = keys.subkey(key, "manifest"), keys.subkey(key, "other")
    assert len({manifest, other, bytes.fromhex(key), keys.subkey("00" * 32, "manifest")}) == 4
    assert keys.subkey(key, "manifest") == manifest
    assert len(manifest) == 32


def _folder(path: Path, name: str) -> Path:
    (path / name).mkdir()
    return path / name
