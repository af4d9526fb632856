"""What do all pages share? A header, padding that follows the window, and four states."""

from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from klasgenoot.ui.kit.empty import EmptyState, FailedState, TilesAre
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look

WIDEST_CONTENT = 1480
COMPACT_BELOW = (1320, 840)
ROOMY_FROM = (1700, 1000)
BELOW = 20
"""Padding at the bottom of a page."""


class Density(Enum):
    """How much room the window gives; the value is the page's padding (side, top)."""

    COMPACT = (32, 20)
    REGULAR = (40, 28)
    ROOMY = (40, 36)


def density_of(width: int, height: int) -> Density:
    """The density that suits a window of this size in pixels."""
    if width < COMPACT_BELOW[0] or height < COMPACT_BELOW[1]:
        return Density.COMPACT
    if width >= ROOMY_FROM[0] and height >= ROOMY_FROM[1]:
        return Density.ROOMY
    return Density.REGULAR


class PageHeader(QWidget):
    """Title, subtitle and, at the right, tools; the tools go below when there is no room."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.title = Label(look, "", Text.TITLE)
        self.subtitle = Label(look, "", Text.BODY, colour="text_2")
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.title)
        texts.addWidget(self.subtitle)
        texts.addStretch(1)
        self._tools = QWidget()
        self.tools = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._tools)
        self.tools.setContentsMargins(0, 2, 0, 0)
        self.tools.setSpacing(8)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        self._row.addLayout(texts, 1)
        self._row.addWidget(self._tools, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = self.title.sizeHint().width() + self._tools.sizeHint().width() + 16
        fits = needed <= self.width()
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(beside if fits else below)
        side = Qt.AlignmentFlag.AlignRight if fits else Qt.AlignmentFlag.AlignLeft
        self._row.setAlignment(self._tools, Qt.AlignmentFlag.AlignTop | side)


class Page(QWidget):
    """The frame of every page.

    Fill `body`; put tools in `header.tools`. When the window is too small, the page scrolls.

    Args:
        look: how everything looks.
        title: at the top, one word or question; empty for a page with a header of its own.
        parent: the widget it is on.

    Attributes:
        header: title, subtitle and tools.
        body: the layout of the contents.

    Signals:
        density_changed: the window became compact, regular or roomy.
    """

    density_changed = Signal(Density)

    def __init__(self, look: Look, *, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.density = Density.REGULAR
        self._notice: QWidget | None = None
        self._foot: QWidget | None = None
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setSpacing(0)
        self.header = PageHeader(look)
        self._column.addWidget(self.header)
        self._filled = QWidget()
        self.body = QVBoxLayout(self._filled)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(14)
        self._column.addWidget(self._filled, 1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        scroll.setWidget(self._content)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._outer.addWidget(scroll, 1)
        self.set_title(title)
        self._pad()

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Say what the page is, and in one line what it shows now."""
        self.header.title.setText(title)
        self.header.subtitle.setText(subtitle)
        self.header.subtitle.setVisible(bool(subtitle))
        self.header.setVisible(bool(title))
        self.setAccessibleName(title)

    def set_foot(self, foot: QWidget) -> None:
        """Keep this below the contents: it stays in sight while they scroll."""
        self._foot = foot
        self._outer.addWidget(foot)
        self._pad()

    def show_filled(self) -> None:
        """Show the contents."""
        self._show_notice(None)

    def show_empty(self, sentence: str, *buttons: QWidget, detail: str = "") -> None:
        """Say what comes here, and offer the way to get it."""
        self._show_notice(EmptyState(self.look, sentence=sentence, detail=detail, buttons=buttons))

    def show_busy(self, sentence: str, *buttons: QWidget) -> None:
        """Say what is being done; a button can stop it."""
        self._show_notice(
            EmptyState(self.look, sentence=sentence, buttons=buttons, tiles=TilesAre.FLAT)
        )

    def show_failed(self, sentence: str, *buttons: QWidget, detail: str = "") -> None:
        """Say what did not work, why, and what can be done."""
        self._show_notice(FailedState(self.look, sentence=sentence, detail=detail, buttons=buttons))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        window = self.window()
        density = density_of(window.width(), window.height())
        if density is not self.density:
            self.density = density
            self.density_changed.emit(density)
        self._pad()

    def _pad(self) -> None:
        side, top = self.density.value
        side = max(side, (self.width() - WIDEST_CONTENT) // 2)
        self._column.setContentsMargins(side, top, side, BELOW)
        if self._foot is not None:
            self._foot.setContentsMargins(side, 0, side, BELOW)
        compact = self.density is Density.COMPACT
        self.header.title.set_role(Text.TITLE_COMPACT if compact else Text.TITLE)
        self._column.setSpacing(14 if compact else 20)

    def _show_notice(self, notice: QWidget | None) -> None:
        if self._notice is not None:
            self._column.removeWidget(self._notice)
            self._notice.hide()
            self._notice.deleteLater()
        self._notice = notice
        self._filled.setVisible(notice is None)
        if notice is not None:
            middle = (
                Qt.AlignmentFlag.AlignVCenter
                if isinstance(notice, EmptyState)
                else Qt.AlignmentFlag.AlignTop
            )
            self._column.addWidget(notice, 1, middle)
            notice.show()
