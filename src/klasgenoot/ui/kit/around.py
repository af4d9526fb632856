"""What does a widget scroll with? The nearest scroll area that it stands in."""

from PySide6.QtWidgets import QScrollArea, QWidget


def scroll_area_around(widget: QWidget) -> QScrollArea | None:
    """The scroll area that moves a widget along; None where nothing scrolls."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around
