"""What stands beside the main thing? A side column that goes below it when there is no room."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from klasgenoot.ui.kit.look import Look

GAP, BELOW_GAP = 44, 20
SIDE, LEAST_SIDE = 400, 320
SIDE_SHARE = 0.36
"""The side column takes this part of the width, between its least and its most."""
LEAST_MAIN = 440


class Columns(QWidget):
    """A main column that takes the room there is, and a narrower one beside or below it."""

    def __init__(
        self, look: Look, main: QWidget, side: QWidget, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._px = look.fonts.px
        self._side = side
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(main, 1, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(side, 0, Qt.AlignmentFlag.AlignTop)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        px, width = self._px, self.width()
        fits = width >= px(LEAST_MAIN) + GAP + px(LEAST_SIDE)
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(beside if fits else below)
        self._row.setSpacing(GAP if fits else BELOW_GAP)
        share = max(px(LEAST_SIDE), min(px(SIDE), round(width * SIDE_SHARE)))
        self._side.setMinimumWidth(share if fits else 0)
        self._side.setMaximumWidth(share if fits else 2**24 - 1)
