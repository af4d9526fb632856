"""Where the name is typed: one large field with the button that checks it."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from klasgenoot.ui.kit.buttons import icon_button
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look

HEIGHT, RADIUS, INSET = 56, 14, 8
BUTTON, LETTERS = 40, 20


class NameField(QLineEdit):
    """The field itself. Undo with nothing typed is left to the window: it takes an answer back.

    Signals:
        focus_changed: the focus came or went.
    """

    focus_changed = Signal()

    def __init__(self, look: Look, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bare", True)
        font = QFont(look.fonts.font(Text.BODY))
        font.setPixelSize(look.fonts.px(LETTERS))
        self.setFont(font)
        self.setAccessibleName(name)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setInputMethodHints(Qt.InputMethodHint.ImhNoPredictiveText)
        self.setMaxLength(80)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.focus_changed.emit()
        return super().event(event)


class AnswerBox(QWidget):
    """The field in its frame.

    Attributes:
        field: where one types.

    Signals:
        entered: what was typed, on Enter or the button.
    """

    entered = Signal(str)

    def __init__(
        self, look: Look, *, name: str, button_name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.field = NameField(look, name=name)
        self.field.returnPressed.connect(self._on_field_return_pressed)
        self.field.focus_changed.connect(self.update)
        button = icon_button(look, "corner-down-left", button_name, kind="primary")
        edge = look.fonts.px(BUTTON)
        button.setFixedSize(edge, edge)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Enter in the field does the same
        button.clicked.connect(self._on_field_return_pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, INSET, INSET, INSET)
        row.setSpacing(12)
        row.addWidget(self.field, 1)
        row.addWidget(button)
        self.setFixedHeight(look.fonts.px(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.field)

    def set_text(self, text: str) -> None:
        """Put a text in the field, and forget what was typed before."""
        self.field.setText(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._look.tokens
        focused = self.field.hasFocus()
        width = 2 if focused else 1
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens["focus" if focused else "line_strong"], width))
        painter.setBrush(tokens["surface"])
        inset = width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, RADIUS - inset, RADIUS - inset)
        painter.end()

    def _on_field_return_pressed(self) -> None:
        self.entered.emit(self.field.text())
