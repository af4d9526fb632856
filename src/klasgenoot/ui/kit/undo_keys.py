"""Whose is Ctrl Z? The field's while something was typed in it, else the window's."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextDocument
from PySide6.QtWidgets import QLineEdit

_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def leave_to_window(event: QEvent, written: QLineEdit | QTextDocument) -> bool:
    """Leaves a key to undo or to do again to the window, where nothing was written; whether it did.

    Qt's fields take it whatever there is to undo in them: what a toast promises would do nothing
    while the keyboard is in an empty field.
    """
    if not _asks(event) or written.isUndoAvailable() or written.isRedoAvailable():
        return False
    event.ignore()
    return True


def _asks(event: QEvent) -> bool:
    """Whether it is asked who takes such a key."""
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and any(event.matches(key) for key in _KEYS)
    )
