"""Search or do: one field over the page, and under it whatever fits the words typed."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from klasgenoot.ui.kit.enter import ENTER
from klasgenoot.ui.kit.faces import face_of
from klasgenoot.ui.kit.field import SearchField
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.keys import HEIGHT as BADGE_HEIGHT
from klasgenoot.ui.kit.keys import badge_width, paint_badge
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.panel import Panel, Place
from klasgenoot.ui.kit.portrait import paint_portrait
from klasgenoot.ui.kit.toast import announce
from klasgenoot.viewmodels.palette import Choice, PaletteViewModel
from klasgenoot.viewmodels.rows import AnyIndex, Rows

ROW, EDGE, PADDING, RADIUS, ICON = 44, 30, 10, 10, 18
ROWS_SHOWN, LEAST_ROWS = 8, 3
WAIT_MS = 40
"""So long the typing must rest before the list is looked up: faster than anyone notices."""


class ChoiceDelegate(QStyledItemDelegate):
    """Draws one find: a face or an icon, its words, and its keys."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        return QSize(200, self._look.fonts.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        look = self._look
        choice: Choice = index.data(Qt.ItemDataRole.UserRole).choice
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.setPen(look.tokens["text"] if look.tokens.is_contrast else Qt.PenStyle.NoPen)
            painter.setBrush(look.tokens["accent_tint"])
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        self._paint_picture(painter, box, choice)
        right = self._paint_keys(painter, box, choice)
        self._paint_words(painter, box, choice, right=right, chosen=chosen)
        painter.restore()

    def _paint_picture(self, painter: QPainter, box: QRectF, choice: Choice) -> None:
        look = self._look
        edge = look.fonts.px(EDGE)
        place = QRectF(box.left() + PADDING, box.center().y() - edge / 2, edge, edge)
        if choice.student is not None:
            paint_portrait(painter, place, look=look, face=face_of(choice.student))
        elif choice.icon:
            icon = look.fonts.px(ICON)
            centred = QRectF(
                place.center().x() - icon / 2, place.center().y() - icon / 2, icon, icon
            )
            look.icons.paint(painter, choice.icon, centred, colour="text_2")

    def _paint_keys(self, painter: QPainter, box: QRectF, choice: Choice) -> float:
        right = box.right() - PADDING
        if choice.shortcut:
            width = badge_width(self._look, choice.shortcut)
            height = self._look.fonts.px(BADGE_HEIGHT)
            place = QRectF(right - width, round(box.center().y() - height / 2), width, height)
            paint_badge(painter, place, look=self._look, keys=choice.shortcut)
            right -= width + PADDING
        return right

    def _paint_words(
        self, painter: QPainter, box: QRectF, choice: Choice, *, right: float, chosen: bool
    ) -> None:
        fonts, tokens = self._look.fonts, self._look.tokens
        left = box.left() + PADDING + fonts.px(EDGE) + PADDING
        font = fonts.bold(Text.BODY) if chosen else fonts.medium(Text.BODY)
        lines = [(choice.text, font, tokens["text"], fonts.line(Text.BODY))]
        if choice.line:
            lines.append(
                (choice.line, fonts.font(Text.CAPTION), tokens["text_3"], fonts.line(Text.CAPTION))
            )
        top = box.center().y() - sum(line[3] for line in lines) / 2
        for text, line_font, ink, height in lines:
            painter.setFont(line_font)
            painter.setPen(ink)
            shown = QFontMetrics(line_font).elidedText(
                text, Qt.TextElideMode.ElideRight, round(right - left)
            )
            painter.drawText(
                QRectF(left, top, right - left, height), Qt.AlignmentFlag.AlignVCenter, shown
            )
            top += height


class FoundList(QListView):
    """A list that asks for all the height it may have, and says so when it is empty."""

    def __init__(self, look: Look, *, nothing: str) -> None:
        super().__init__()
        self._look = look
        self._nothing = nothing

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.model().rowCount():
            return
        painter = QPainter(self.viewport())
        painter.setFont(self._look.fonts.font(Text.BODY))
        painter.setPen(self._look.tokens["text_3"])
        painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, self._nothing)
        painter.end()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.maximumHeight())


class Find:
    """One row of the palette's list."""

    def __init__(self, key: int, choice: Choice) -> None:
        self.key = key
        self.choice = choice
        self.name = choice.text
        self.sentence = ", ".join(part for part in (choice.text, choice.line) if part)


class Palette(Panel):
    """The panel; arrows choose while the typing goes on, Enter does it.

    Signals:
        action_chosen: the id of an action.
        open_requested: a Target.
        class_chosen: the id of a class.
    """

    action_chosen = Signal(str)
    open_requested = Signal(object)
    class_chosen = Signal(int)

    def __init__(self, look: Look, view_model: PaletteViewModel, *, window: QWidget) -> None:
        super().__init__(look, window, width=560, place=Place.TOP)
        self._view_model = view_model
        self._field = SearchField(look, name=self.tr("Search or do…"))
        self._rows: Rows[Find] = Rows(self)
        self._list = FoundList(look, nothing=self.tr("Nothing found"))
        self._list.setModel(self._rows)
        self._list.setItemDelegate(ChoiceDelegate(look, self))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMouseTracking(True)
        self._list.setMinimumHeight(look.fonts.px(ROW) * LEAST_ROWS)
        self._list.setMaximumHeight(look.fonts.px(ROW) * ROWS_SHOWN)
        self._list.setFrameShape(QListView.Shape.NoFrame)
        self._list.setAccessibleName(self.tr("Found"))
        self.body.addWidget(self._field)
        self.body.addWidget(self._list)
        self._pause = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._pause.timeout.connect(self._on_typing_rested)
        self._field.textChanged.connect(self._on_text_changed)
        self._field.installEventFilter(self)
        self._list.clicked.connect(self._on_row_clicked)
        self._on_typing_rested()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self._field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            steps = {
                Qt.Key.Key_Down: 1,
                Qt.Key.Key_Up: -1,
                Qt.Key.Key_PageDown: 7,
                Qt.Key.Key_PageUp: -7,
            }
            key = Qt.Key(event.key())
            if key in steps:
                self._move(steps[key])
                return True
            if key in ENTER:
                self._pause.stop()
                self._on_typing_rested()
                self._choose(self._list.currentIndex())
                return True
            if key == Qt.Key.Key_Escape:
                self.close_panel()
                return True
        return super().eventFilter(watched, event)

    def _move(self, step: int) -> None:
        count = self._rows.rowCount()
        if count:
            place = min(max(0, self._list.currentIndex().row() + step), count - 1)
            self._list.setCurrentIndex(self._rows.index(place))

    def _choose(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        choice = self._rows.row_at(index).choice
        self.close_panel()
        if choice.school_class is not None:
            self.class_chosen.emit(choice.school_class)
        if choice.target is not None:
            self.open_requested.emit(choice.target)
        if choice.action:
            self.action_chosen.emit(choice.action)

    @Slot(str)
    def _on_text_changed(self, _: str) -> None:
        self._pause.start()

    @Slot()
    def _on_typing_rested(self) -> None:
        found = self._view_model.find(self._field.text())
        if [row.choice for row in self._rows.rows()] != list(found):
            self._rows.set_rows([Find(number, choice) for number, choice in enumerate(found)])
            self._list.setCurrentIndex(self._rows.index(0))
            if not found:
                announce(self, self.tr("Nothing found"))

    @Slot(QModelIndex)
    def _on_row_clicked(self, index: QModelIndex) -> None:
        self._choose(index)
