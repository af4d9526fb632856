"""The computer sleeps or locks: so does Klasgenoot. On a bus and with a logind of our own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusConnection
from pytestqt.qtbot import QtBot

from klasgenoot.app import system_signals
from klasgenoot.app.system_signals import SystemWatch, session_path

OURS, OTHERS = session_path("2"), session_path("c1")

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("dbus-daemon"), reason="there is no D-Bus here"
)


@pytest.fixture
def address() -> Iterator[str]:
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as daemon:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()
        daemon.kill()


class Computer:
    """What the computer says, and how often Klasgenoot was to lock."""

    def __init__(self, address: str, process: "subprocess.Popen[str]", qtbot: QtBot) -> None:
        self.has_passphrase = True
        self.locks = self.asked = 0
        self._process = process
        self._qtbot = qtbot
        self.bus = QDBusConnection.connectToBus(address, "klasgenoot-test")
        assert self.bus.isConnected()
        self.watch = SystemWatch(
            wants_lock=self._wants_lock,
            system=self.bus,
            user=self.bus,
            session_id="2",
        )
        self.watch.lock_due.connect(self._on_lock_due)

    @property
    def is_held_back(self) -> bool:
        return self._answer_to("held?") == "True"

    def says(self, words: str) -> None:
        assert self._answer_to(words) == "said"

    def _answer_to(self, words: str) -> str:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(words + "\n")
        self._process.stdin.flush()
        return self._process.stdout.readline().strip()

    def _wants_lock(self) -> bool:
        self.asked += 1
        return self.has_passphrase

    def waits_for(self, locks: int) -> None:
        self._qtbot.waitUntil(lambda: self.locks == locks, timeout=30_000)

    def _on_lock_due(self) -> None:
        self.locks += 1


@pytest.fixture
def computer(address: str, qtbot: QtBot) -> Iterator[Computer]:
    with subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("fake_logind.py")), address],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "here\n"
        computer = Computer(address, process, qtbot)
        yield computer
        computer.watch.deleteLater()
        QDBusConnection.disconnectFromBus("klasgenoot-test")
        process.kill()


@pytest.mark.parametrize("words", ["sleep", f"lock {OURS}", f"locked {OURS}", "saver"])
def test_it_locks_when_the_computer_does(computer: Computer, words: str) -> None:
    computer.says(words)
    computer.waits_for(1)


@pytest.mark.parametrize("words", ["awake", f"lock {OTHERS}", f"locked {OTHERS}", f"else {OURS}"])
def test_what_says_nothing_about_a_lock_here_is_passed_over(computer: Computer, words: str) -> None:
    computer.says(words)
    computer.says("sleep")  # what was said before it has been heard by then
    computer.waits_for(1)


def test_without_a_passphrase_nothing_is_locked(computer: Computer, qtbot: QtBot) -> None:
    computer.has_passphrase = False
    computer.says("sleep")
    computer.says(f"locked {OURS}")
    qtbot.waitUntil(lambda: computer.asked == 2, timeout=30_000)
    assert not computer.locks


def test_sleep_is_held_back_until_it_is_locked_and_again_after_waking(
    computer: Computer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system_signals, "PATIENCE_MS", 1)  # as if the process ended
    for locks in (1, 2):
        qtbot.waitUntil(lambda: computer.watch._delay is not None, timeout=30_000)
        assert computer.is_held_back
        computer.says("sleep")
        computer.waits_for(locks)
        qtbot.waitUntil(lambda: computer.watch._delay is None, timeout=30_000)
        assert not computer.is_held_back
        computer.says("awake")


def test_without_a_passphrase_sleep_is_not_held_back(computer: Computer, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: computer.watch._delay is not None, timeout=30_000)
    computer.has_passphrase = False
    computer.says("sleep")
    qtbot.waitUntil(lambda: computer.watch._delay is None, timeout=30_000)
    assert not computer.is_held_back


def test_where_there_is_no_bus_nothing_is_heard_and_nothing_breaks(qtbot: QtBot) -> None:
    none = QDBusConnection("nowhere")
    watch = SystemWatch(wants_lock=lambda: True, system=none, user=none)
    assert watch is not None


@pytest.mark.parametrize(
    ("session", "name"),
    [("2", "_32"), ("c1", "c1"), ("12", "_312"), ("a-b", "a_2db"), ("é", "_e9")],
)
def test_a_session_is_found_where_logind_keeps_it(session: str, name: str) -> None:
    assert session_path(session) == f"/org/freedesktop/login1/session/{name}"


def test_no_network_module_comes_along() -> None:
    look = (
        "import sys, klasgenoot.app.system_signals as _; print('PySide6.QtNetwork' in sys.modules)"
    )
    said = subprocess.run(
        [sys.executable, "-c", look],
        env={"PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout == "False\n"
