"""How does a layout let go of what it shows?"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def clear(layout: QLayout) -> None:
    """Take every widget out of a layout for good; nothing when it is on no widget yet.

    A layout in it stays, with what it holds: what comes and goes stands in a widget of its own.

    Never by `takeAt` or `itemAt`. What these give is known to Python by its address; once Qt has
    deleted it, the next item at that address is taken for the old one, and is dead.
    """
    holder = layout.parentWidget()
    if holder is None:
        return
    only_own = Qt.FindChildOption.FindDirectChildrenOnly
    for child in holder.findChildren(QWidget, options=only_own):
        if layout.indexOf(child) >= 0:
            layout.removeWidget(child)
            child.hide()
            child.deleteLater()
