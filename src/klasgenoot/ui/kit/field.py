"""Where does one type? A field with an icon or a key badge, and a line for what is wrong."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMoveEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from klasgenoot.ui.kit.around import scroll_area_around
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.keys import HEIGHT as BADGE_HEIGHT
from klasgenoot.ui.kit.keys import badge_width, paint_badge
from klasgenoot.ui.kit.labels import IconLabel, Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.undo_keys import leave_to_window

ICON_SIZE, INSET, GAP = 16, 10, 8
SEARCH_WIDTH = 220
SOON_MS = 30
"""By then a page is laid out anew for a box that grew."""


class Field(QLineEdit):
    """One line of text.

    Args:
        look: how everything looks.
        name: what a screen reader says; also when there is a placeholder.
        placeholder: grey example while it is empty.
        icon: name of an icon at the left.
        keys: badge at the right, such as `Ctrl K`.
        parent: the widget it is on.
    """

    def __init__(
        self,
        look: Look,
        *,
        name: str,
        placeholder: str = "",
        icon: str = "",
        keys: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._icon_name = icon
        self._keys = keys
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        left = look.fonts.px(ICON_SIZE) + GAP if icon else 0
        right = badge_width(look, keys) if keys else 0
        self.setTextMargins(left, 0, right, 0)

    def event(self, event: QEvent) -> bool:
        return leave_to_window(event, self) or super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        fonts = self._look.fonts
        painter = QPainter(self)
        if self._icon_name:
            size = fonts.px(ICON_SIZE)
            box = QRectF(INSET, (self.height() - size) / 2, size, size)
            self._look.icons.paint(painter, self._icon_name, box, colour="text_3")
        if self._keys and not self.text():
            width, height = badge_width(self._look, self._keys), fonts.px(BADGE_HEIGHT)
            left = self.width() - width - GAP
            box = QRectF(left, round((self.height() - height) / 2), width, height)
            paint_badge(painter, box, look=self._look, keys=self._keys)
        painter.end()


class SearchField(Field):
    """A field that narrows down a list: Esc empties it."""

    def __init__(
        self, look: Look, *, name: str, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(
            look, name=name, placeholder=placeholder or name, icon="search", parent=parent
        )

    def sizeHint(self) -> QSize:
        return QSize(self._look.fonts.px(SEARCH_WIDTH), super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)


class Ask(QWidget):
    """A field with its question above it and, when something is wrong, a sentence below it.

    Attributes:
        field: where one types.
    """

    def __init__(
        self,
        look: Look,
        question: str,
        *,
        placeholder: str = "",
        help_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.field = Field(look, name=question, placeholder=placeholder)
        self._sentence = Label(look, "", Text.SUPPORT, colour="brick_text")
        self._wrong = QWidget()
        row = QHBoxLayout(self._wrong)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        icon = IconLabel(look, "circle-alert", colour="brick_text", size=14)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._sentence, 1)
        self._wrong.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Label(look, question, Text.SUPPORT, colour="text_2"))
        column.addWidget(self.field)
        if help_text:
            column.addWidget(Label(look, help_text, Text.CAPTION, colour="text_3"))
        column.addWidget(self._wrong)

    def set_trouble(self, sentence: str) -> None:
        """Say what is wrong with what was typed; an empty text takes it back."""
        self._sentence.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        self.field.setProperty("wrong", bool(sentence))
        self.field.setAccessibleDescription(sentence)
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)


class TextBox(QPlainTextEdit):
    """Several lines of text that grow with what is typed.

    Signals:
        left: the focus went elsewhere; a moment to keep a draft.
    """

    left = Signal()

    def __init__(
        self,
        look: Look,
        *,
        name: str,
        placeholder: str = "",
        least_lines: int = 2,
        most_lines: int = 10,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lines = (least_lines, most_lines)
        self._line = look.fonts.line(Text.BODY)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.document().contentsChanged.connect(self._grow)
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._keep_in_sight)
        self.cursorPositionChanged.connect(self._soon.start)
        self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._soon.start()  # the page made room for what was typed only now

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return leave_to_window(event, self.document()) or super().event(event)

    def _grow(self) -> None:
        least, most = self._lines
        lines = max(least, min(most, round(self.document().size().height())))
        self.setFixedHeight(lines * self._line + 16)

    def _keep_in_sight(self) -> None:
        """Let a page that scrolls go along with the cursor."""
        around = scroll_area_around(self) if self.hasFocus() else None
        if around is not None:
            around.ensureWidgetVisible(self, 0, self._line)
