"""What was found, row by row: the face, who it is about and when, and the line with the words."""

from PySide6.QtCore import QModelIndex, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from klasgenoot.ui.kit.chips import HEIGHT as CHIP
from klasgenoot.ui.kit.chips import chip_width, paint_chip
from klasgenoot.ui.kit.faces import face_of
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import paint_portrait
from klasgenoot.ui.pages.search.marked_line import paint_marked
from klasgenoot.viewmodels.rows import AnyIndex
from klasgenoot.viewmodels.search_rows import FoundRow

ROW, FACE, ICON, PADDING, GAP, RADIUS = 64, 42, 16, 12, 14, 10
WHEN_GAP = 16
SHORTEST = 3
"""The list keeps room for this many rows; in less the page scrolls."""


class FoundDelegate(QStyledItemDelegate):
    """Draws one find."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        return QSize(200, self._look.fonts.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row: FoundRow = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        self._paint_ground(painter, box, option)
        px = self._look.fonts.px
        inner = box.adjusted(PADDING, 0, -PADDING, 0)
        edge = px(FACE)
        face = QRectF(inner.left(), inner.center().y() - edge / 2, edge, edge)
        self._paint_face(painter, face, row)
        inner.setLeft(face.right() + GAP)
        top, bottom = self._halves(inner, has_line=bool(row.line))
        self._paint_head(painter, top, row)
        if row.line:
            self._paint_line(painter, bottom, row)
        painter.restore()

    def _halves(self, box: QRectF, *, has_line: bool) -> tuple[QRectF, QRectF]:
        """The place of who and when, and below it that of the line."""
        body = self._look.fonts.px(24)
        top = box.center().y() - (body if has_line else body / 2)
        head = QRectF(box.left(), top, box.width(), body)
        return head, head.translated(0, body)

    def _paint_ground(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem) -> None:
        tokens = self._look.tokens
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if not (chosen or hovered):
            return
        painter.setPen(tokens["text"] if tokens.is_contrast and chosen else Qt.PenStyle.NoPen)
        painter.setBrush(tokens["accent_tint" if chosen else "hover"])
        painter.drawRoundedRect(box.adjusted(0.5, 1.5, -0.5, -1.5), RADIUS, RADIUS)

    def _paint_face(self, painter: QPainter, place: QRectF, row: FoundRow) -> None:
        look = self._look
        if row.student is not None:
            paint_portrait(painter, place, look=look, face=face_of(row.student))
            return
        painter.setPen(look.tokens["line"])
        painter.setBrush(look.tokens["sunken"])
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        size = look.fonts.px(ICON + 4)
        middle = QRectF(0, 0, size, size)
        middle.moveCenter(place.center())
        look.icons.paint(painter, "users", middle, colour="text_2")

    def _paint_head(self, painter: QPainter, box: QRectF, row: FoundRow) -> None:
        fonts, tokens = self._look.fonts, self._look.tokens
        if row.when:
            font = fonts.medium(Text.SUPPORT)
            width = QFontMetrics(font).horizontalAdvance(row.when)
            painter.setFont(font)
            painter.setPen(tokens["text_2"])
            place = QRectF(box.right() - width - 1, box.top(), width + 1, box.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, row.when)
            box = box.adjusted(0, 0, -width - WHEN_GAP, 0)
        name = paint_marked(
            painter,
            box,
            look=self._look,
            text=row.title,
            places=row.title_places,
            font=fonts.bold(Text.BODY),
            colour="text",
        )
        rest = box.adjusted(name + 10, 0, 0, 0)
        if row.facts and rest.width() > fonts.px(CHIP):
            font = fonts.font(Text.SUPPORT)
            facts = QFontMetrics(font).elidedText(
                row.facts, Qt.TextElideMode.ElideRight, int(rest.width())
            )
            painter.setFont(font)
            painter.setPen(tokens["text_3"])
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, facts)

    def _paint_line(self, painter: QPainter, box: QRectF, row: FoundRow) -> None:
        look = self._look
        size = look.fonts.px(ICON)
        icon = QRectF(box.left(), box.center().y() - size / 2, size, size)
        look.icons.paint(painter, row.icon, icon, colour="text_3")
        left = icon.right() + 8
        if row.only_with:
            width = min(chip_width(look, row.only_with, icon="lock"), box.width() / 2)
            height = look.fonts.px(CHIP) - 2
            chip = QRectF(left, box.center().y() - height / 2, width, height)
            paint_chip(painter, chip, look=look, text=row.only_with, tone="plum", icon="lock")
            left = chip.right() + 8
        paint_marked(
            painter,
            QRectF(left, box.top(), box.right() - left, box.height()),
            look=look,
            text=row.line,
            places=row.places,
            font=look.fonts.font(Text.BODY),
            colour="text_2",
        )


class FoundList(QListView):
    """The rows. The field above keeps the keyboard; its arrows move through them.

    Signals:
        opened: the row that was clicked.
    """

    opened = Signal(object)

    def __init__(self, look: Look, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = look.fonts.px(ROW)
        self.setAccessibleName(name)
        self.setItemDelegate(FoundDelegate(look, self))
        self.setUniformItemSizes(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(self._row // 2)
        self.clicked.connect(self._on_row_clicked)

    @property
    def current(self) -> FoundRow | None:
        """The row that is marked."""
        row = self.currentIndex().data(Qt.ItemDataRole.UserRole)
        return row if isinstance(row, FoundRow) else None

    def go_by(self, step: int) -> None:
        """Mark a row further on, or back, as far as there are any."""
        count = self.model().rowCount()
        if count:
            place = min(max(0, self.currentIndex().row() + step), count - 1)
            self.setCurrentIndex(self.model().index(place, 0))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), SHORTEST * self._row)

    def _on_row_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(Qt.ItemDataRole.UserRole))
