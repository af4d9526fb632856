"""What do all pages share? A header, padding, four states, and what stays when they scroll."""

from enum import Enum

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QBoxLayout,
    QFrame,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from klasgenoot.ui.kit.card import Line
from klasgenoot.ui.kit.empty import EmptyState, FailedState, TilesAre
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look

WIDEST_CONTENT = 1480
BELOW, BELOW_CAP = 20, 14
"""Padding at the bottom, and at the top where a bar stands above."""
SCROLLS: dict[int, QAbstractSlider.SliderAction] = {
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
}
COMPACT_BELOW = (1320, 840)
ROOMY_FROM = (1700, 1000)


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

    Fill `body`; put tools in `header.tools`. When the window is too small, the page scrolls, and
    what was given to `cap` and `pin` stays above and below it.

    Args:
        look: how everything looks.
        title: at the top, one word or question; empty for a page with a header of its own.
        parent: the widget it is on.

    Attributes:
        header: title, subtitle and tools.
        body: the layout of the contents.
        scroll_area: what they scroll in.

    Signals:
        density_changed: the window became compact, regular or roomy.
    """

    density_changed = Signal(Density)

    def __init__(self, look: Look, *, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.density = Density.REGULAR
        self._notice: QWidget | None = None
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
        self.scroll_area = scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        scroll.setWidget(self._content)
        scroll.verticalScrollBar().rangeChanged.connect(self._on_scroll_range_changed)
        self._cap: QWidget | None = None
        self._pinned: QWidget | None = None
        self._edge = Line(look)
        self._edge.hide()
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._outer.addWidget(scroll)
        self._outer.addWidget(self._edge)
        self.set_title(title)
        self._pad()

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Say what the page is, and in one line what it shows now."""
        self.header.title.setText(title)
        self.header.subtitle.setText(subtitle)
        self.header.subtitle.setVisible(bool(subtitle))
        self.header.setVisible(bool(title))
        self.setAccessibleName(title)

    def cap(self, bar: QWidget) -> None:
        """Keep a bar above the contents, from edge to edge, while there are any."""
        self._cap = bar
        self._outer.insertWidget(0, bar)
        self._pad()

    def show_cap(self, shown: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Show the bar above the contents, or not."""
        if self._cap is not None:
            self._cap.setVisible(shown)
            self._pad()

    def pin(self, foot: QWidget) -> None:
        """Keep something below the contents, in sight however far they scroll, once it is shown."""
        self._pinned = foot
        self._outer.addWidget(foot)
        self.show_pinned(False)

    def show_pinned(self, shown: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Show what is pinned, or not."""
        if self._pinned is not None:
            self._pinned.setVisible(shown)
            self._pad_pinned()

    @property
    def contents_width(self) -> int:
        """How wide the contents may be, also once a scroll bar takes some of that."""
        bar = self.scroll_area.verticalScrollBar().sizeHint().width()
        return self.width() - 2 * self._margin() - bar

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = SCROLLS.get(event.key())
        if action is None:
            super().keyPressEvent(event)
        else:  # the keyboard is on what is pinned: what scrolls takes these keys itself
            self.scroll_area.verticalScrollBar().triggerAction(action)

    def _pad(self) -> None:
        side = self._margin()
        has_cap = self._cap is not None and not self._cap.isHidden()
        top = BELOW_CAP if has_cap else self.density.value[1]
        self._column.setContentsMargins(side, top, side, BELOW)
        self._pad_pinned()
        compact = self.density is Density.COMPACT
        self.header.title.set_role(Text.TITLE_COMPACT if compact else Text.TITLE)
        self._column.setSpacing(14 if compact else 20)

    def _margin(self) -> int:
        return max(self.density.value[0], (self.width() - WIDEST_CONTENT) // 2)

    def _pad_pinned(self) -> None:
        """Stand what is pinned below the contents, which a scroll bar makes narrower.

        A hairline says that they go on behind it.
        """
        if self._pinned is None:
            return
        side, bar = self._margin(), self.scroll_area.verticalScrollBar()
        goes_on = bar.maximum() > 0
        taken = bar.sizeHint().width() if goes_on else 0
        self._pinned.setContentsMargins(side, 0, side + taken, BELOW)
        self._edge.setVisible(goes_on and not self._pinned.isHidden())

    @Slot()
    def _on_scroll_range_changed(self) -> None:
        self._pad_pinned()

    def _show_notice(self, notice: QWidget | None) -> None:
        if self._notice is not None:
            self._column.removeWidget(self._notice)
            self._notice.hide()
            self._notice.deleteLater()
        self._notice = notice
        self._filled.setVisible(notice is None)
        self.show_cap(notice is None)
        if notice is not None:
            middle = (
                Qt.AlignmentFlag.AlignVCenter
                if isinstance(notice, EmptyState)
                else Qt.AlignmentFlag.AlignTop
            )
            self._column.addWidget(notice, 1, middle)
            notice.show()
