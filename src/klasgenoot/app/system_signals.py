"""Does the computer go to sleep, or lock its screen? Then Klasgenoot locks too (Linux).

Heard over D-Bus: from logind sleep, a wish to lock the session, and that it is locked; from the
desktop that its screen saver is on. Where there is no such bus, or on another system, nothing is
heard; waking up is noticed anyway (`ui/shell/idle.py`).

Sleep is held back, for the moment it takes to lock: logind waits as long as a handle that it gave
is open, at most five seconds, and the lock ends the process that has it.

Qt's D-Bus from Python is used within what it does without harm: plain values. Taking a map apart
would end the process, so a message about changed properties is only a reason to ask for the one
that counts.
"""

import os
from collections.abc import Callable
from typing import cast

from PySide6.QtCore import SLOT, QObject, QTimer, Signal, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCallWatcher,
    QDBusUnixFileDescriptor,
    QDBusVariant,
)

LOGIND = "org.freedesktop.login1"
MANAGER = f"{LOGIND}.Manager"
MANAGER_PATH = "/org/freedesktop/login1"
SESSION = f"{LOGIND}.Session"
PROPERTIES = "org.freedesktop.DBus.Properties"
SCREEN_SAVERS = ("org.gnome.ScreenSaver", "org.freedesktop.ScreenSaver", "org.mate.ScreenSaver")
"""What the desktops call theirs: GNOME and Cinnamon, KDE and Xfce, MATE."""


PATIENCE_MS = 4000
"""So long sleep is held back at most; logind itself gives five seconds."""


class SystemWatch(QObject):
    """Listens to the buses of the computer and of the user.

    Args:
        wants_lock: whether there is anything to lock now.
        system: the bus of the computer; None for the usual one.
        user: the bus of the user; None for the usual one.
        session_id: of the login session; empty for any on this computer.
        parent: as in Qt.

    Signals:
        lock_due: the computer goes to sleep, or its screen is locked.
    """

    lock_due = Signal()

    def __init__(
        self,
        *,
        wants_lock: Callable[[], bool],
        system: QDBusConnection | None = None,
        user: QDBusConnection | None = None,
        session_id: str | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._wants_lock = wants_lock
        self._system = system or QDBusConnection.systemBus()
        if user is None and "DBUS_SESSION_BUS_ADDRESS" in os.environ:  # else one would be started
            user = QDBusConnection.sessionBus()
        known = os.environ.get("XDG_SESSION_ID", "") if session_id is None else session_id
        self._session = session_path(known) if known else ""
        self._delay: QDBusUnixFileDescriptor | None = None
        if self._system.isConnected():
            self._hear(self._system, LOGIND, MANAGER, "PrepareForSleep", "_on_sleep")
            self._hold_sleep_back()
            self._hear(self._system, LOGIND, SESSION, "Lock", "_on_lock_wished", self._session)
            self._system.connect(
                LOGIND,
                self._session,
                PROPERTIES,
                "PropertiesChanged",
                self,
                _slot("_on_properties_changed(QDBusMessage)"),
            )
        if user is not None and user.isConnected():
            for name in SCREEN_SAVERS:
                self._hear(user, name, name, "ActiveChanged", "_on_saver")

    def _hear(
        self,
        bus: QDBusConnection,
        service: str,
        interface: str,
        name: str,
        answer: str,
        path: str = "",
    ) -> None:
        kinds = "()" if name == "Lock" else "(bool)"
        bus.connect(service, path, interface, name, self, _slot(answer + kinds))

    def _lock(self) -> bool:
        """Asks for the lock; False if there is nothing to lock."""
        wants = self._wants_lock()
        if wants:
            self.lock_due.emit()
        return wants

    def _hold_sleep_back(self) -> None:
        ask = QDBusMessage.createMethodCall(LOGIND, MANAGER_PATH, MANAGER, "Inhibit")
        ask.setArguments(["sleep", "Klasgenoot", "to lock first", "delay"])
        watcher = QDBusPendingCallWatcher(self._system.asyncCall(ask), self)
        watcher.finished.connect(self._on_delay_given)

    @Slot(QDBusPendingCallWatcher)
    def _on_delay_given(self, watcher: QDBusPendingCallWatcher) -> None:
        answer = watcher.reply().arguments()
        watcher.deleteLater()
        if answer and isinstance(answer[0], QDBusUnixFileDescriptor):
            self._delay = answer[0]

    @Slot(bool)
    def _on_sleep(self, begins: bool) -> None:  # noqa: FBT001 - as it comes over the bus
        if not begins:
            self._hold_sleep_back()
        elif self._lock():
            # the lock ends this process, and with it the delay; it may wait for a backup first
            QTimer.singleShot(PATIENCE_MS, self, self._let_sleep)
        else:
            self._let_sleep()

    @Slot()
    def _let_sleep(self) -> None:
        self._delay = None  # which closes it

    @Slot(bool)
    def _on_saver(self, is_on: bool) -> None:  # noqa: FBT001 - as it comes over the bus
        if is_on:
            self._lock()

    @Slot()
    def _on_lock_wished(self) -> None:
        self._lock()

    @Slot(QDBusMessage)
    def _on_properties_changed(self, message: QDBusMessage) -> None:
        if message.arguments()[:1] != [SESSION]:
            return
        ask = QDBusMessage.createMethodCall(LOGIND, message.path(), PROPERTIES, "Get")
        ask.setArguments([SESSION, "LockedHint"])
        watcher = QDBusPendingCallWatcher(self._system.asyncCall(ask), self)
        watcher.finished.connect(self._on_hint_told)

    @Slot(QDBusPendingCallWatcher)
    def _on_hint_told(self, watcher: QDBusPendingCallWatcher) -> None:
        answer = watcher.reply().arguments()
        watcher.deleteLater()
        if answer and isinstance(answer[0], QDBusVariant) and answer[0].variant() is True:
            self._lock()


def session_path(session_id: str) -> str:
    """Where logind keeps a session: what is no letter or digit, and a first digit, is escaped."""
    escaped = (
        sign
        if sign.isascii() and (sign.isalpha() or (at and sign.isdigit()))
        else f"_{ord(sign):02x}"
        for at, sign in enumerate(session_id)
    )
    return f"{MANAGER_PATH}/session/{''.join(escaped)}"


def _slot(signature: str) -> bytes:
    return cast("bytes", SLOT(signature))  # the stubs want bytes, Qt takes the text
