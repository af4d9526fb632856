"""What does Enter do? It presses the button that has the focus, once for each time it goes down."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from klasgenoot.ui.kit.enter import ENTER


def press_focused(event: QKeyEvent, within: QWidget) -> bool:
    """Presses the focused button of a widget if the key is Enter.

    Holding the key does not race through the cards.

    Returns:
        Whether the key was Enter on a button.
    """
    button = QApplication.focusWidget()
    if event.key() not in ENTER or not isinstance(button, QAbstractButton):
        return False
    if not within.isAncestorOf(button):
        return False
    if not event.isAutoRepeat():
        button.click()
    return True
