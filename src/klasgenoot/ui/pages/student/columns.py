"""Where does everything about a student stand? Photo, middle and side, in one to three columns."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.page import Density

PHOTO_WIDTH = {Density.COMPACT: 272, Density.REGULAR: 320, Density.ROOMY: 400}
SIDE_WIDTH = {Density.COMPACT: 236, Density.REGULAR: 264, Density.ROOMY: 320}
GAP = {Density.COMPACT: 30, Density.REGULAR: 40, Density.ROOMY: 48}
BELOW_HEAD, BELOW_GAP = 12, 22
"""Between the head and the middle, which begins with a gap of its own; and between all parts."""
LEAST_MIDDLE, LEAST_TWO = 380, 260
"""Widths of the middle, in pixels at text scale 1, that three and two columns ask for."""
TEXT_SHARE = 0.4
"""How much of the growth of the text the columns beside the middle follow."""
WIDEST = 2**24 - 1


def stacked(*parts: QWidget, gap: int = 0) -> QWidget:
    """Parts below each other, from the top."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return whole


class StudentColumns(QWidget):
    """The photo at the left, head and middle beside it, and the side at the right.

    With less room the side comes below the head, and then everything below the photo.
    """

    def __init__(
        self, look: Look, *, photo: QWidget, head: QWidget, middle: QWidget, side: QWidget
    ) -> None:
        super().__init__()
        self._look = look
        self._density = Density.REGULAR
        self._photo, self._head, self._middle, self._side = photo, head, middle, side
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._arrange()

    def set_density(self, density: Density) -> None:
        """Follow the window."""
        self._density = density
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        fonts, density, width = self._look.fonts, self._density, self.width()
        grown = 1 + max(0.0, fonts.scale - 1) * TEXT_SHARE
        photo, side = round(PHOTO_WIDTH[density] * grown), round(SIDE_WIDTH[density] * grown)
        gap = GAP[density]
        three = width >= photo + side + 2 * gap + fonts.px(LEAST_MIDDLE)
        two = width >= photo + gap + fonts.px(LEAST_TWO)
        for part in (self._photo, self._head, self._middle, self._side):
            self._grid.removeWidget(part)
        top = Qt.AlignmentFlag.AlignTop
        if three:
            self._grid.addWidget(self._photo, 0, 0, 2, 1, top)
            self._grid.addWidget(self._head, 0, 1)
            self._grid.addWidget(self._middle, 1, 1)
            self._grid.addWidget(self._side, 0, 2, 2, 1, top)
        else:
            rows = 3 if two else 1
            self._grid.addWidget(self._photo, 0, 0, rows, 1, top)
            for place, part in enumerate((self._head, self._side, self._middle)):
                self._grid.addWidget(part, place + (0 if two else 1), 1 if two else 0)
        last = 1 if three else 2 if two else 3
        for row in range(4):
            self._grid.setRowStretch(row, int(row == last))
        for column in range(3):
            self._grid.setColumnStretch(column, int(column == (1 if three or two else 0)))
        self._grid.setHorizontalSpacing(gap)
        self._grid.setVerticalSpacing(BELOW_HEAD if three else BELOW_GAP)
        self._photo.setFixedWidth(min(photo, max(1, width)))
        self._side.setMinimumWidth(side if three else 0)
        self._side.setMaximumWidth(side if three else WIDEST)
