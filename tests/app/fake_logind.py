"""A logind of our own for `test_system_signals.py`: says on its bus what it is told on stdin."""

import os
import sys

from PySide6.QtCore import QCoreApplication, QSocketNotifier
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusUnixFileDescriptor,
    QDBusVariant,
    QDBusVirtualObject,
)

PATH, NAME = "/org/freedesktop/login1", "org.freedesktop.login1"


class Logind(QDBusVirtualObject):
    """Answers what a client asks: whether a session is locked, and a handle that delays sleep."""

    is_locked = False

    def __init__(self) -> None:
        super().__init__()
        self._delays: list[int] = []

    @property
    def is_held_back(self) -> bool:
        """Whether a client still has a handle: reading would wait then, and end otherwise."""
        return any(_is_open(pipe) for pipe in self._delays)

    def introspect(self, _path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
        if message.member() == "Get":
            answer: object = QDBusVariant(self.is_locked)
        elif message.member() == "Inhibit":
            ours, theirs = os.pipe()
            os.set_blocking(ours, False)
            self._delays.append(ours)
            answer = QDBusUnixFileDescriptor(theirs)
            os.close(theirs)
        else:
            return False
        reply = message.createReply()
        reply.setArguments([answer])
        return connection.send(reply)


def _is_open(pipe: int) -> bool:
    try:
        return os.read(pipe, 1) != b""
    except BlockingIOError:
        return True


def main(address: str) -> None:
    app = QCoreApplication([])
    bus = QDBusConnection.connectToBus(address, "fake")
    logind = Logind()
    bus.registerVirtualObject(PATH, logind, QDBusConnection.VirtualObjectRegisterOption.SubPath)
    for name in (NAME, "org.gnome.ScreenSaver"):
        bus.registerService(name)

    def say(_handle: object) -> None:
        what, _, where = sys.stdin.readline().strip().partition(" ")
        if not what:
            app.quit()
            return
        if what == "held?":
            sys.stdout.write(f"{logind.is_held_back}\n")
            sys.stdout.flush()
            return
        logind.is_locked = what == "locked"
        signal, arguments = {
            "sleep": ((PATH, f"{NAME}.Manager", "PrepareForSleep"), [True]),
            "awake": ((PATH, f"{NAME}.Manager", "PrepareForSleep"), [False]),
            "lock": ((where, f"{NAME}.Session", "Lock"), []),
            "saver": (("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged"), [True]),
        }.get(
            what,
            (
                (where, "org.freedesktop.DBus.Properties", "PropertiesChanged"),
                [f"{NAME}.Session", {"LockedHint": logind.is_locked}, []],
            ),
        )
        message = QDBusMessage.createSignal(*signal)
        message.setArguments(arguments)
        bus.send(message)
        sys.stdout.write("said\n")
        sys.stdout.flush()

    heard = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    heard.activated.connect(say)
    sys.stdout.write("here\n")
    sys.stdout.flush()
    app.exec()


if __name__ == "__main__":
    main(sys.argv[1])
