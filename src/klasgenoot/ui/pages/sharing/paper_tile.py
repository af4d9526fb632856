"""A paper as one can choose it: its first page, drawn small, with its name below."""

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from klasgenoot.ui.kit.enter import EnterButton
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.theme import Colour
from klasgenoot.ui.pages.sharing.papers.paper import PORTRAIT, Paper
from klasgenoot.ui.pages.sharing.papers.printing import paint_page

WIDTH, PADDING, RADIUS, GAP = 124, 12, 14, 8
CHOSEN_LINE = 2
SHEET_RADIUS = 2


class PaperTile(EnterButton):
    """A sheet of paper with its name; one of several of which one is on."""

    def __init__(self, look: Look, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._paper: Paper | None = None
        self._drawn: QPixmap | None = None
        self._is_waiting = False
        self.setText(name)
        self.setCheckable(True)
        self.setProperty("ring", RADIUS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_paper(self, paper: Paper | None) -> None:
        """Show the first page of a paper, once it is its turn; without one an empty sheet."""
        self._paper = paper
        self._is_waiting = True

    def draw_page(self) -> None:
        """Draw the page now: all papers at once would keep the window from the keyboard."""
        self._is_waiting, self._drawn = False, None
        self._page(self._sheet().toRect().size())
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self._look.fonts.bold(Text.SUPPORT)).horizontalAdvance(self.text())
        width = max(self._look.fonts.px(WIDTH), words + 2 * PADDING)
        line = self._look.fonts.line(Text.SUPPORT)
        return QSize(width, round(self._sheet_height()) + line + GAP + 2 * PADDING)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        is_on = self.isChecked()
        ground: Colour = "accent_tint" if is_on else ("hover" if self.underMouse() else "sunken")
        painter.setBrush(tokens[ground])
        painter.setPen(Qt.PenStyle.NoPen)
        if is_on or tokens.is_contrast:
            wide = (CHOSEN_LINE + tokens.is_contrast) if is_on else 1
            painter.setPen(QPen(tokens["accent" if is_on else "line"], wide))
            box = box.adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        self._paint_sheet(painter)
        fonts = self._look.fonts
        painter.setFont(fonts.bold(Text.SUPPORT) if is_on else fonts.medium(Text.SUPPORT))
        painter.setPen(tokens["accent_text" if is_on else "text"])
        line = self._look.fonts.line(Text.SUPPORT)
        below = QRectF(0, self.height() - PADDING - line, self.width(), line)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _sheet_height(self) -> float:
        width = self._look.fonts.px(WIDTH) - 2 * PADDING
        return width * PORTRAIT.height() / PORTRAIT.width()

    def _sheet(self) -> QRectF:
        """Where the page is: in the middle of the place for an upright one."""
        size = self._paper.size if self._paper else PORTRAIT
        room = QSizeF(self._look.fonts.px(WIDTH) - 2 * PADDING, self._sheet_height())
        fitted = size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        left = (self.width() - fitted.width()) / 2
        top = PADDING + (room.height() - fitted.height()) / 2
        return QRectF(left, top, fitted.width(), fitted.height())

    def _paint_sheet(self, painter: QPainter) -> None:
        sheet = self._sheet()
        painter.drawPixmap(sheet.toRect(), self._page(sheet.toRect().size()))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.tokens["line_2"], 1))
        edge = QRectF(sheet.toRect()).adjusted(-0.5, -0.5, 0.5, 0.5)
        painter.drawRoundedRect(edge, SHEET_RADIUS, SHEET_RADIUS)

    def _page(self, size: QSize) -> QPixmap:
        """The first page, drawn once: paper is white in every theme."""
        ratio = self.devicePixelRatioF()
        if self._drawn is None or self._drawn.size() != size * ratio:
            page = QPixmap(size * ratio)
            page.setDevicePixelRatio(ratio)
            page.fill(Qt.GlobalColor.white)
            if self._paper is not None and not self._is_waiting:
                painter = QPainter(page)
                paint_page(painter, self._paper, 0, into=QSizeF(size))
                painter.end()
            self._drawn = page
        return self._drawn
