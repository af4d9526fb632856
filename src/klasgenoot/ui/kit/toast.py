"""What was just done? One line at the bottom that offers to take it back."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QFont, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import IconLabel, Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.shadow import ROOM, Floating

STAYS_MS = 8000
ABOVE_BOTTOM = 16
WIDEST = 560
"""In pixels at text scale 1; a longer sentence goes on below."""


def announce(widget: QWidget, sentence: str) -> None:
    """Let a screen reader say a sentence, without moving the focus."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


class Toast(Floating):
    """The one toast of a window: says what happened, for 8 seconds, with a way back.

    Stays while the pointer or the focus is on it. Errors never come in a toast.

    Args:
        look: how everything looks.
        parent: the window's widget whose bottom centre it takes.
        undo_text: text of the button.
        undo_keys: badge on the button.
        lift: pixels it stays above the bottom, such as the height of a bar there.
    """

    def __init__(
        self, look: Look, parent: QWidget, *, undo_text: str, undo_keys: str = "", lift: int = 0
    ) -> None:
        super().__init__(look, radius=12, parent=parent)
        self._over = parent
        self._widest = look.fonts.px(WIDEST) + ROOM.left() + ROOM.right()
        self._lift = lift
        self._undo: Callable[[], None] | None = None
        self._sentence = Label(look, "", Text.BODY)
        self._button = Button(look, undo_text, kind="tonal", size="small", keys=undo_keys)
        self._button.clicked.connect(self._on_undo_clicked)
        self._button.setFont(look.fonts.font(Text.SUPPORT, weight=QFont.Weight.DemiBold))
        self.body.setContentsMargins(16, 9, 10, 9)
        row = self._row = QHBoxLayout()
        row.setSpacing(12)
        self._tick = IconLabel(look, "check", colour="accent_text", size=18)
        self._news = IconLabel(look, "info", size=18)
        for icon in (self._tick, self._news):
            row.addWidget(icon)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._button)
        self.body.addLayout(row)
        self._timer = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._timer.timeout.connect(self._on_time_up)
        parent.installEventFilter(self)
        self.hide()

    def say(
        self, sentence: str, *, undo: Callable[[], None] | None = None, done: bool = True
    ) -> None:
        """Say what happened.

        Args:
            sentence: what is said.
            undo: takes it back; without it there is no button.
            done: something was done, and that shows as a tick; else it is only said.
        """
        self._undo = undo
        self._sentence.setText(sentence)
        self._tick.setVisible(done)
        self._news.setHidden(done)
        self._button.setVisible(undo is not None)
        self._row.invalidate()  # else it is as large as what was said before
        self.body.invalidate()
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self, sentence)

    def take_away(self) -> None:
        """Hide it now."""
        self._timer.stop()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.take_away()
            return
        super().keyPressEvent(event)

    def _place(self) -> None:
        parent = self._over
        width = min(parent.width(), self._widest, self.sizeHint().width())
        height = self.heightForWidth(width) if self.hasHeightForWidth() else -1
        height = max(height, self.minimumSizeHint().height())
        left = (parent.width() - width) // 2
        top = parent.height() - self._lift - ABOVE_BOTTOM - height + ROOM.bottom()
        self.setGeometry(left, top, width, height)

    def _on_undo_clicked(self) -> None:
        undo = self._undo
        self.take_away()
        if undo is not None:
            undo()

    def _on_time_up(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self._timer.start()
        else:
            self.hide()
