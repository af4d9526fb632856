"""Two panels beside each other that fill the height; one below the other where it is narrow."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from klasgenoot.ui.kit.look import Look

GAP, BELOW_GAP = 40, 28
LEAST_MAIN = 400
ANY_WIDTH = 2**24 - 1


class Panels(QWidget):
    """A main panel and one at its right.

    Args:
        look: how everything looks.
        main: takes the room that is left.
        side: takes a part of the width.
        share: which part, 0 to 1.
        least: the narrowest it may be, in pixels at text scale 1.
    """

    def __init__(
        self, look: Look, main: QWidget, side: QWidget, *, share: float, least: int
    ) -> None:
        super().__init__()
        self._look, self._main, self._side, self._share = look, main, side, share
        self._least_main, self._least_side = look.fonts.px(LEAST_MAIN), look.fonts.px(least)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(main, 1)
        self._row.addWidget(side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def share_out(self, *, share: float, least: int, main: int = 0) -> None:
        """Gives the side panel another part of the width; `main` are the pixels the other needs."""
        self._share, self._least_side = share, self._look.fonts.px(least)
        self._least_main = max(self._look.fonts.px(LEAST_MAIN), main)
        self.arrange()

    def arrange(self) -> None:
        """Gives each panel its place; needed when the main one comes or goes."""
        alone = self._main.isHidden()
        width = max(self._least_side, round(self.width() * self._share))
        fits = self.width() - width - GAP >= self._least_main
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(beside if fits else below)
        self._row.setSpacing(GAP if fits else BELOW_GAP)
        is_narrow = fits and not alone
        self._side.setMinimumWidth(width if is_narrow else 0)
        self._side.setMaximumWidth(width if is_narrow else ANY_WIDTH)
        self._row.setStretch(1, 0 if is_narrow else 1)
