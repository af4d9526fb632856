"""A new data key: whenever the power goes, the new passphrase or the old one opens the data."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from builders import school_class
from klasgenoot.domain.errors import DiskFull, WrongCode, WrongPassphrase
from klasgenoot.operations.desk import Desk
from klasgenoot.store import keys, rekey, students
from klasgenoot.store.computer_key import KEY_FILE
from klasgenoot.store.database import Vault
from klasgenoot.store.key_file import read_key_file
from klasgenoot.store.keys import Slot
from klasgenoot.store.opening import open_vault, opens
from klasgenoot.store.rekey import new_data_key
from klasgenoot.store.schema import FILE

FIRST = "vier kleine eenden zwemmen"
SECOND = "een ander verhaal"
THIRD = "intussen nog iets"
SOURCE = Path(__file__).resolve().parents[2] / "src"

pytestmark = pytest.mark.usefixtures("quick_keys")


def filled(folder: Path, key: str) -> Vault:
    vault = open_vault(folder, key=key)
    school_class(Desk(vault), size=3)
    with vault.outside_journal():
        for number in range(20):
            vault.connection.execute(
                "INSERT INTO photos VALUES (?, ?, ?, 1, 1)", (str(number), os.urandom(50_000), b"")
            )
    return vault


def is_whole(folder: Path, key: str) -> bool:
    vault = open_vault(folder, key=key)
    try:
        sound = vault.row("PRAGMA integrity_check") == ("ok",)
        return sound and len(students.all_students(vault)) == 3
    finally:
        vault.close()


def test_a_new_data_key_ends_every_older_way(tmp_path: Path) -> None:
    key, code = keys.make_keys(tmp_path, passphrase=FIRST)
    vault = filled(tmp_path, key)
    new, new_code = new_data_key(vault, key=key, passphrase=SECOND)
    school_class(Desk(vault), size=1, name="CMV-1C")  # the open vault goes on
    vault.close()
    assert keys.unlock(tmp_path, passphrase=SECOND) == new
    assert keys.unlock_with_code(tmp_path, code=new_code) == new != key
    assert not opens(tmp_path, key=key)
    with pytest.raises(WrongPassphrase):
        keys.unlock(tmp_path, passphrase=FIRST)
    with pytest.raises(WrongCode):
        keys.unlock_with_code(tmp_path, code=code)
    file = read_key_file(tmp_path)
    assert file
    assert file.before is file.link is None


def test_a_computer_gets_a_passphrase_and_a_new_key_at_once(tmp_path: Path) -> None:
    key = keys.key_for(tmp_path)
    vault = filled(tmp_path, key)
    new, _ = new_data_key(vault, key=key, passphrase=FIRST)
    vault.close()
    assert keys.slots_of(tmp_path) == {Slot.PASSPHRASE, Slot.RECOVERY}
    assert not (tmp_path / KEY_FILE).exists()
    assert keys.unlock(tmp_path, passphrase=FIRST) == new
    assert is_whole(tmp_path, new)


def test_the_same_passphrase_may_stay(tmp_path: Path) -> None:
    key, _ = keys.make_keys(tmp_path, passphrase=FIRST)
    vault = filled(tmp_path, key)
    new, _ = new_data_key(vault, key=key, passphrase=FIRST)
    vault.close()
    assert keys.unlock(tmp_path, passphrase=FIRST) == new


def test_a_disk_that_is_full_half_way_leaves_all_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, code = keys.make_keys(tmp_path, passphrase=FIRST)
    vault = filled(tmp_path, key)

    def full(_vault: Vault, _key: bytes) -> None:
        raise DiskFull(tmp_path)

    with monkeypatch.context() as patch:
        patch.setattr(rekey, "_write_with", full)
        with pytest.raises(DiskFull):
            new_data_key(vault, key=key, passphrase=SECOND)
    keys.set_passphrase(tmp_path, key=key, passphrase=THIRD)
    vault.close()
    assert keys.unlock(tmp_path, passphrase=THIRD) == key
    assert keys.unlock_with_code(tmp_path, code=code) == key
    assert is_whole(tmp_path, key)


@pytest.mark.parametrize("typed", [FIRST, SECOND])
def test_before_the_data_has_its_new_key_both_passphrases_open_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    key = cut_off(tmp_path, monkeypatch, at="_write_with")
    opened = keys.unlock(tmp_path, passphrase=typed)
    assert (opened == key) is (typed == FIRST)
    assert is_whole(tmp_path, opened)
    assert keys.unlock(tmp_path, passphrase=typed) == opened
    with pytest.raises(WrongPassphrase):  # what was decided stays so
        keys.unlock(tmp_path, passphrase=FIRST if typed == SECOND else SECOND)


def test_once_the_data_has_its_new_key_only_the_new_passphrase_opens_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = cut_off(tmp_path, monkeypatch, at="_let_go")
    with pytest.raises(WrongPassphrase):
        keys.unlock(tmp_path, passphrase=FIRST)
    opened = keys.unlock(tmp_path, passphrase=SECOND)
    assert opened != key
    assert is_whole(tmp_path, opened)


def cut_off(folder: Path, monkeypatch: pytest.MonkeyPatch, *, at: str) -> str:
    """A new data key, of which one step and all after it never came; the key from before."""

    class PowerCutError(BaseException):
        pass

    def cut(*_: object) -> None:
        raise PowerCutError

    key, _ = keys.make_keys(folder, passphrase=FIRST)
    vault = filled(folder, key)
    with monkeypatch.context() as patch:
        patch.setattr(rekey, at, cut)
        with pytest.raises(PowerCutError):
            new_data_key(vault, key=key, passphrase=SECOND)
    vault.close()
    return key


KILLED = """
import os, signal, sys, threading, time
from pathlib import Path
from klasgenoot.store import key_slots
from klasgenoot.store.opening import open_vault
from klasgenoot.store.rekey import new_data_key

folder, key, passphrase, syncs, size = sys.argv[1:]
folder, left = Path(folder), int(syncs)
key_slots.STEPS_MIB, key_slots.MEMORY_ALLOWED = (1,), (1 << 20, 1 << 22)

def die():
    os.kill(os.getpid(), signal.SIGKILL)

def count(handle, real=os.fsync):
    global left
    left -= 1
    if left == 0:
        die()
    real(handle)

def watch():
    while log.stat().st_size < int(size):
        time.sleep(0.0005)
    die()

vault = open_vault(folder, key=key)
log = folder / "klasgenoot.db-wal"
os.fsync = count
if int(size):
    threading.Thread(target=watch, daemon=True).start()
new_data_key(vault, key=key, passphrase=passphrase)
print("done")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
@pytest.mark.parametrize(
    ("syncs", "size"),
    [(1, 0), (2, 0), (3, 0), (99, 100_000), (99, 900_000), (5, 0), (7, 0), (8, 0)],
    ids=str,
)
def test_a_kill_at_any_moment_leaves_data_that_opens(tmp_path: Path, syncs: int, size: int) -> None:
    key, _ = keys.make_keys(tmp_path, passphrase=FIRST)
    filled(tmp_path, key).close()
    ran = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path), key, SECOND, str(syncs), str(size)],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == -signal.SIGKILL, ran.stdout + ran.stderr
    opened = opened_by(tmp_path, FIRST) or opened_by(tmp_path, SECOND)
    assert opened
    assert is_whole(tmp_path, opened)


WRITTEN = """
import os, signal, sys
from pathlib import Path
from klasgenoot.store.opening import open_vault

folder, key, new = sys.argv[1:]
vault = open_vault(Path(folder), key=key)
vault.connection.execute(f"PRAGMA rekey = \\"x'{new}'\\"")
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_trying_the_wrong_key_first_does_no_harm_to_what_waits_in_the_log(tmp_path: Path) -> None:
    key, new = keys.key_for(tmp_path), "cd" * 32
    filled(tmp_path, key).close()
    command = [sys.executable, "-c", WRITTEN, str(tmp_path), key, new]
    subprocess.run(command, env={**os.environ, "PYTHONPATH": str(SOURCE)}, check=False)
    assert (tmp_path / f"{FILE}-wal").stat().st_size > 1_000_000
    assert not opens(tmp_path, key=key)
    assert opens(tmp_path, key=new)
    assert is_whole(tmp_path, new)


def opened_by(folder: Path, passphrase: str) -> str | None:
    try:
        return keys.unlock(folder, passphrase=passphrase)
    except WrongPassphrase:
        return None
