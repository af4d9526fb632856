"""Whose is Ctrl Z? The field's while something was typed in it, else the window's."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence

_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def asks_for_undo(event: QEvent) -> bool:
    """Whether it is asked who takes a key to undo or to do again.

    Qt's fields take it whatever there is to undo in them: what a toast promises would do nothing
    while the keyboard is in an empty field.
    """
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and any(event.matches(key) for key in _KEYS)
    )
