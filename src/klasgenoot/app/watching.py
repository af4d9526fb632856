"""Who looks, while the data is open, whether the teacher is away? And keeps the clipboard clean."""

import sys
from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QObject, Signal

from klasgenoot.app.clipboard import keep_clipboard
from klasgenoot.app.clock import now
from klasgenoot.app.looks import KEPT, KeptLooks
from klasgenoot.ui.shell.idle import IdleWatch
from klasgenoot.ui.shell.window import Window


class Watching(QObject):
    """Looks after one window after the other; made once the first one stands.

    Args:
        looks: where it is kept how the locked window looks.
        lock_after: after how long the data locks itself; None when it does not.
        parent: whose it is.

    Signals:
        lock_due: nobody was here for that long, or the computer sleeps.
    """

    lock_due = Signal()

    def __init__(
        self, looks: KeptLooks, *, lock_after: Callable[[], timedelta | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._looks = looks
        self._lock_after = lock_after
        self._idle: IdleWatch | None = None
        self._clipboard = keep_clipboard(self)

    def begin(self, window: Window) -> None:
        """Looks after this window from now on."""
        session = window.session
        self._looks.keep(session.settings)
        session.setting_changed.connect(
            lambda name: self._looks.keep(session.settings) if name in KEPT else None
        )
        watch = IdleWatch(
            look=lambda: window.look,
            over=window.centralWidget,
            lock_after=self._lock_after,
            clock=now,
            parent=window,
        )
        watch.lock_due.connect(self.lock_due)
        self._idle = watch
        if sys.platform == "linux":
            from klasgenoot.app.system_signals import SystemWatch

            heard = SystemWatch(wants_lock=lambda: self._lock_after() is not None, parent=window)
            heard.lock_due.connect(self.lock_due)

    def stop(self) -> None:
        """Looks no longer; what it was for goes."""
        if self._idle is not None:
            self._idle.stop()
            self._idle = None

    def clear_clipboard(self) -> None:
        """Lets go of what was copied out of the data."""
        self._clipboard.clear()
