"""Which keys say yes? Enter, and where nothing is typed the space bar too."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
PRESS = ENTER | {Qt.Key.Key_Space}
"""What presses a button, for what is drawn and is none."""


class EnterButton(QAbstractButton):
    """A button that draws itself and that Enter presses too: by itself Qt takes the space bar only.

    What is chosen in a panel, such as a chip, is none of these: Enter saves there.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)
