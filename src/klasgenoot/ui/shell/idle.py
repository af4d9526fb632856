"""Is the teacher away? First a veil over the window, later the lock.

Time away is counted on a clock that goes on while the computer sleeps, so that opening the lid
after lunch finds the app locked.
"""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.mark import paint_mark

translate = QCoreApplication.translate

LOOK_MS = 1000
LATE = timedelta(milliseconds=2 * LOOK_MS)
SLEPT = timedelta(seconds=5)
VEIL_AFTER = timedelta(seconds=60)
SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)
MARK = 48


class Veil(QWidget):
    """Covers all that is in the window; any key or click takes it away and does nothing else."""

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self._look = look
        self.setAccessibleName(translate("Veil", "Covered while you are away"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setGeometry(over.rect())

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, fonts = self._look.tokens, self._look.fonts
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), tokens["bg"])
        edge = fonts.px(MARK)
        middle = QRectF(self.rect()).center()
        mark = QRectF(middle.x() - edge / 2, middle.y() - edge, edge, edge)
        paint_mark(painter, mark, tokens=tokens)
        painter.setFont(fonts.font(Text.BODY))
        painter.setPen(tokens["text_2"])
        words = translate("Veil", "Covered while you are away. Press a key to go on.")
        room = QRectF(24, mark.bottom() + 16, self.width() - 48, self.height())
        top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter
        painter.drawText(room, int(top) | int(Qt.TextFlag.TextWordWrap), words)
        painter.end()


class IdleWatch(QObject):
    """Looks once a second how long nobody touched the app.

    Args:
        look: gives the look of the moment.
        over: gives what the veil covers; None while there is nothing.
        lock_after: gives after how long it locks; None for never.
        clock: the time, which goes on while the computer sleeps.
        ticks: seconds that stand still while it sleeps, where the system has such a clock.
        parent: as in Qt.

    Signals:
        lock_due: the teacher is away for too long.
    """

    lock_due = Signal()

    def __init__(
        self,
        *,
        look: Callable[[], Look],
        over: Callable[[], QWidget | None],
        lock_after: Callable[[], timedelta | None],
        clock: Callable[[], datetime],
        ticks: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._over = over
        self._lock_after = lock_after
        self._clock = clock
        self._ticks = ticks
        self._seen = self._looked = clock()
        self._ticked = ticks()
        self._is_told = False
        self._veil: Veil | None = None
        self._was_focused: QWidget | None = None
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look_around)
        self._timer.start()
        # what is typed and clicked goes through a window; a filter on the app would see each event
        app = cast("QGuiApplication", QCoreApplication.instance())
        app.focusWindowChanged.connect(self._on_focus_window_changed)
        for window in app.allWindows():
            window.installEventFilter(self)

    @property
    def is_veiled(self) -> bool:
        """Whether the window is covered."""
        return self._veil is not None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() not in SIGNS_OF_LIFE:
            return False
        # nobody has looked for a while: awake after a sleep, and locked before anything shows
        if abs(self._clock() - self._looked) > LATE and self._is_due():
            self._tell()
            return True
        self._seen = self._clock()
        if self._veil is None:
            return False
        self._unveil()
        return True  # the key that takes the veil away does nothing else

    @Slot()
    def look_around(self) -> None:
        """Veils or locks when it is time."""
        is_due = self._is_due()
        self._looked, self._ticked = self._clock(), self._ticks()
        if is_due:
            self._tell()
        elif self._away() >= VEIL_AFTER and not self._covers() and self._lock_after() is not None:
            self._cover()

    def stop(self) -> None:
        """Watches no longer."""
        self._timer.stop()
        app = cast("QGuiApplication", QCoreApplication.instance())
        app.focusWindowChanged.disconnect(self._on_focus_window_changed)
        for window in app.allWindows():
            window.removeEventFilter(self)

    def _tell(self) -> None:
        self._timer.stop()
        if not self._is_told:
            self._is_told = True
            self.lock_due.emit()

    @Slot(QWindow)
    def _on_focus_window_changed(self, window: QWindow | None) -> None:
        """A dialog is used too; the same filter twice counts once."""
        if window is not None:
            window.installEventFilter(self)

    def _away(self) -> timedelta:
        return abs(self._clock() - self._seen)  # a clock put back is no reason to stay open

    def _is_due(self) -> bool:
        has_slept = self._has_slept()
        if self._away() < VEIL_AFTER and not has_slept:
            return False  # it never locks sooner than it veils; what follows reads a file
        after = self._lock_after()
        return after is not None and (has_slept or self._away() >= after)

    def _has_slept(self) -> bool:
        """Whether the computer slept since the last look: time went by that nobody counted."""
        counted = timedelta(seconds=self._ticks() - self._ticked)
        return abs(self._clock() - self._looked - counted) > SLEPT

    def _covers(self) -> bool:
        """Whether a veil is over all that is there now, which is made anew when it gets dark."""
        veil, over = self._veil, self._over()
        if veil is None or not isValid(veil) or over is None or not over.isAncestorOf(veil):
            return False
        veil.setGeometry(over.rect())
        return True

    def _cover(self) -> None:
        over = self._over()
        if over is None:
            return
        self._was_focused = QApplication.focusWidget()
        self._veil = Veil(self._look(), over)
        self._veil.show()
        self._veil.raise_()
        self._veil.setFocus()

    def _unveil(self) -> None:
        veil, before = self._veil, self._was_focused
        self._veil = self._was_focused = None
        if veil is not None and isValid(veil):
            veil.hide()
            veil.deleteLater()
        if before is not None and isValid(before):
            before.setFocus()
