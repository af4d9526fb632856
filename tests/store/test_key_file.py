"""The key file: two copies, mended from each other, and no byte of it changed unnoticed."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from klasgenoot.domain.errors import (
    DamagedFile,
    NewerFile,
    TamperedKeys,
    TooLittleMemory,
    Trouble,
    WrongPassphrase,
)
from klasgenoot.store import key_file, key_slots, keys
from klasgenoot.store.computer_key import KEY_FILE
from klasgenoot.store.key_file import NAMES, VERSION, read_key_file
from klasgenoot.store.keys import Slot

FIRST = "vier kleine eenden zwemmen"
SECOND = "een ander verhaal"
REAL = (  # before the fixture lowers them
    key_slots.STEPS_MIB,
    key_slots.PASSES,
    key_slots.MEMORY_ALLOWED,
    key_slots.PASSES_ALLOWED,
)

pytestmark = pytest.mark.usefixtures("quick_keys")
each_copy = pytest.mark.parametrize("name", NAMES)


def copies(folder: Path) -> list[bytes]:
    return [(folder / name).read_bytes() for name in NAMES]


def forge(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Changes a key file as somebody would who knows how it is made, but not what opens it."""
    said = json.loads((folder / NAMES[0]).read_text().splitlines()[0])
    change(said)
    line = json.dumps(said)
    for name in NAMES:
        (folder / name).write_text(f"{line}\n{hashlib.sha256(line.encode()).hexdigest()}\n")


@each_copy
@pytest.mark.parametrize("left", [None, b"", b"short", b"\xff" * 600])
def test_a_copy_that_is_gone_or_damaged_is_mended(
    tmp_path: Path, name: str, left: bytes | None
) -> None:
    key, _ = keys.make_keys(tmp_path, passphrase=FIRST)
    before = copies(tmp_path)
    (tmp_path / name).unlink()
    if left is not None:
        (tmp_path / name).write_bytes(left)
    assert keys.unlock(tmp_path, passphrase=FIRST) == key
    assert copies(tmp_path) == before


@each_copy
def test_an_older_copy_is_mended_and_opens_nothing(tmp_path: Path, name: str) -> None:
    key, _ = keys.make_keys(tmp_path, passphrase=FIRST)
    older = (tmp_path / name).read_bytes()
    keys.set_passphrase(tmp_path, key=key, passphrase=SECOND)
    newer = copies(tmp_path)
    (tmp_path / name).write_bytes(older)
    with pytest.raises(WrongPassphrase):
        keys.unlock(tmp_path, passphrase=FIRST)
    assert copies(tmp_path) == newer


def test_two_damaged_copies_are_said_to_be_damaged(tmp_path: Path) -> None:
    keys.make_keys(tmp_path, passphrase=FIRST)
    for name in NAMES:
        (tmp_path / name).write_bytes(b"{}\n")
    with pytest.raises(DamagedFile):
        keys.unlock(tmp_path, passphrase=FIRST)
    with pytest.raises(DamagedFile):
        keys.slots_of(tmp_path)


def test_a_damaged_key_file_does_not_shut_out_who_has_the_key_beside_the_data(
    tmp_path: Path,
) -> None:
    key = keys.key_for(tmp_path)
    keys.new_code(tmp_path, key=key)
    for name in NAMES:
        (tmp_path / name).write_bytes(b"{}\n")
    assert keys.key_for(tmp_path) == key
    keys.set_passphrase(tmp_path, key=key, passphrase=FIRST)
    assert keys.unlock(tmp_path, passphrase=FIRST) == key


def test_each_change_is_a_generation_further(tmp_path: Path) -> None:
    key, _ = keys.make_keys(tmp_path, passphrase=FIRST)
    keys.new_code(tmp_path, key=key)
    keys.set_passphrase(tmp_path, key=key, passphrase=SECOND)
    file = read_key_file(tmp_path)
    assert file
    assert file.generation == 3
    assert file.is_sealed_by(bytes.fromhex(key))


def test_the_second_copy_alone_is_enough_for_a_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, _ = keys.make_keys(tmp_path, passphrase=FIRST)
    real, written = key_file.write_durably, []

    def once(path: Path, text: str) -> None:
        written.append(path.name)
        if len(written) > 1:
            raise DamagedFile(path)  # any trouble: the power went
        real(path, text)

    monkeypatch.setattr(key_file, "write_durably", once)
    keys.set_passphrase(tmp_path, key=key, passphrase=SECOND)
    monkeypatch.setattr(key_file, "write_durably", real)
    assert written == list(reversed(NAMES))
    assert keys.unlock(tmp_path, passphrase=SECOND) == key
    assert len(set(copies(tmp_path))) == 1


def test_a_change_that_cannot_be_written_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, code = keys.make_keys(tmp_path, passphrase=FIRST)

    def never(path: Path, _text: str) -> None:
        raise DamagedFile(path)

    with monkeypatch.context() as patch:
        patch.setattr(key_file, "write_durably", never)
        with pytest.raises(Trouble):
            keys.set_passphrase(tmp_path, key=key, passphrase=SECOND)
    assert keys.unlock(tmp_path, passphrase=FIRST) == key
    assert keys.unlock_with_code(tmp_path, code=code) == key


def test_every_flipped_bit_of_a_copy_is_noticed(tmp_path: Path) -> None:
    key, _ = keys.make_keys(tmp_path, passphrase=FIRST)
    good = (tmp_path / NAMES[0]).read_bytes()
    assert key_file._key_file(good)
    for at in range(len(good)):
        for bit in range(8):
            bad = bytearray(good)
            bad[at] ^= 1 << bit
            assert key_file._key_file(bytes(bad)) is None
    assert keys.unlock(tmp_path, passphrase=FIRST) == key


@pytest.mark.parametrize(
    "cost",
    [
        {"memory": 1},
        {"memory": 4 << 30},
        {"memory": -1},
        {"passes": 0},
        {"passes": 51},
        {"memory": 1 << 62, "passes": 1 << 62},
    ],
)
def test_a_cost_beyond_reason_is_refused_before_it_is_paid(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cost: dict[str, int]
) -> None:
    keys.make_keys(tmp_path, passphrase=FIRST)
    forge(tmp_path, lambda said: said["slots"]["passphrase"].update(cost))
    monkeypatch.setattr(key_slots, "_argon2", None)
    with pytest.raises(TamperedKeys):
        keys.unlock(tmp_path, passphrase=FIRST)


def test_the_real_limits_are_those_of_the_design() -> None:
    assert REAL == ((64, 128, 256, 512), 3, (64 * 1024**2, 2 * 1024**3), (3, 50))


@pytest.mark.parametrize(
    "change",
    [
        lambda said: said["slots"]["passphrase"].update(memory=2 << 20),
        lambda said: said["slots"]["passphrase"].update(passes=2),
        lambda said: said["slots"]["passphrase"].update(salt=said["slots"]["recovery"]["salt"]),
        lambda said: said["slots"]["passphrase"].update(sealed=said["slots"]["recovery"]["sealed"]),
        lambda said: said["slots"].pop("passphrase"),
        lambda said: said["slots"].pop("recovery"),
        lambda said: said.update(generation=99),
        lambda said: said.update(seal=said["seal"][::-1]),
        lambda said: said.update(link=said["slots"]["recovery"]),
        lambda said: said["slots"].update(computer=said["slots"]["recovery"]),
        lambda said: said.pop("slots"),
        lambda said: said.update(slots=[1]),
        lambda said: said.update(generation="many"),
        lambda said: said.update(generation=float("inf")),
        lambda said: said.update(before={"generation": 1, "slots": {}, "seal": said["seal"]}),
    ],
)
def test_what_somebody_else_changed_opens_nothing(tmp_path: Path, change) -> None:
    keys.make_keys(tmp_path, passphrase=FIRST)
    forge(tmp_path, change)
    with pytest.raises((TamperedKeys, WrongPassphrase, DamagedFile)):
        keys.unlock(tmp_path, passphrase=FIRST)


def test_an_old_way_put_back_into_a_new_file_is_noticed(tmp_path: Path) -> None:
    key, code = keys.make_keys(tmp_path, passphrase=FIRST)
    file = read_key_file(tmp_path)
    assert file
    old = key_file._plain_slot(file.slots[Slot.RECOVERY])
    keys.new_code(tmp_path, key=key)
    forge(tmp_path, lambda said: said["slots"].update(recovery=old))
    with pytest.raises(TamperedKeys):
        keys.unlock_with_code(tmp_path, code=code)


def test_a_newer_key_file_is_left_alone(tmp_path: Path) -> None:
    keys.make_keys(tmp_path, passphrase=FIRST)
    forge(tmp_path, lambda said: said.update(version=VERSION + 1))
    before = copies(tmp_path)
    with pytest.raises(NewerFile):
        keys.slots_of(tmp_path)
    assert copies(tmp_path) == before


def test_a_leftover_key_that_is_damaged_does_not_stop_the_passphrase(tmp_path: Path) -> None:
    key, _ = keys.make_keys(tmp_path, passphrase=FIRST)
    (tmp_path / KEY_FILE).write_text("half a k")
    assert keys.unlock(tmp_path, passphrase=FIRST) == key


def test_a_computer_without_room_takes_the_largest_step_that_fits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = key_slots._argon2

    def small(passphrase: bytes, salt: bytes, *, memory: int, passes: int) -> bytes:
        if memory > 2 << 20:
            raise TooLittleMemory
        return real(passphrase, salt, memory=memory, passes=passes)

    monkeypatch.setattr(key_slots, "STEPS_MIB", (1, 2, 4))
    monkeypatch.setattr(key_slots, "_argon2", small)
    key, _ = keys.make_keys(tmp_path, passphrase=FIRST)
    file = read_key_file(tmp_path)
    assert file
    assert file.slots[Slot.PASSPHRASE].memory == 2 << 20
    assert keys.unlock(tmp_path, passphrase=FIRST) == key


@pytest.mark.parametrize(
    ("smallest", "step"), [(0.05, 512), (0.12, 512), (0.14, 256), (0.28, 128), (0.7, 64), (9, 64)]
)
def test_the_cost_is_about_a_second_and_never_below_the_floor(
    monkeypatch: pytest.MonkeyPatch, smallest: float, step: int
) -> None:
    clock = [0.0]

    def slow(_passphrase: bytes, _salt: bytes, *, memory: int, passes: int) -> bytes:
        clock[0] += smallest * (memory >> 20) / 64
        return bytes(32)

    monkeypatch.setattr(key_slots, "STEPS_MIB", (64, 128, 256, 512))
    monkeypatch.setattr(key_slots, "_argon2", slow)
    monkeypatch.setattr(key_slots, "time", SimpleNamespace(perf_counter=lambda: clock[0]))
    assert key_slots.wrap_by_passphrase(bytes(32), FIRST).memory == step << 20
