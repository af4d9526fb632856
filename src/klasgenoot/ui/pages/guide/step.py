"""What can be done now? A link to a step, and a button that copies what to say."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QFontMetrics, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from klasgenoot.ui.kit.buttons import Button, Kind
from klasgenoot.ui.kit.enter import EnterButton
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.toast import announce

translate = QCoreApplication.translate

ICON, GAP, HEIGHT = 16, 7, 30
TOLD_MS = 3000
"""How long a button says that it copied."""


class StepLink(EnterButton):
    """A step as a link with an arrow before it; wraps."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._heights: dict[tuple[str, int], int] = {}
        self.setFont(look.fonts.medium(Text.SUPPORT))
        self.setProperty("ring", 7)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self.font()).horizontalAdvance(self.text()) + self._indent() + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        widest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        return QSize(widest + self._indent() + 2, self._look.fonts.px(HEIGHT))

    def heightForWidth(self, width: int) -> int:
        asked = (self.text(), width)
        if asked not in self._heights:
            box = self._text_box(width, 2**16)
            self._heights[asked] = max(self._look.fonts.px(HEIGHT), round(box.height()))
        return self._heights[asked]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = self._look
        icon = look.fonts.px(ICON)
        text = self._text_box(self.width(), self.height())
        line = look.fonts.line(Text.SUPPORT)
        box = QRectF(0, text.top() + (line - icon) / 2, icon, icon)
        look.icons.paint(painter, "arrow-right", box, colour="accent_text")
        font = self.font()
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(look.tokens["accent_text"])
        painter.drawText(text, self._flags(), self.text())
        painter.end()

    def _text_box(self, width: int, height: int) -> QRectF:
        """Where the text stands: in the middle of the height."""
        room = QRectF(self._indent(), 0, max(1, width - self._indent()), height)
        metrics = QFontMetrics(self.font())
        needed = metrics.boundingRect(room.toRect(), self._flags(), self.text()).height()
        top = max(0.0, (min(height, 2**15) - needed) / 2) if height < 2**16 else 0.0
        return QRectF(room.left(), round(top), room.width(), needed)

    def _flags(self) -> int:
        return int(Qt.TextFlag.TextWordWrap)

    def _indent(self) -> int:
        return self._look.fonts.px(ICON) + GAP


class CopyButton(Button):
    """Copies a sentence and says so for a moment."""

    def __init__(
        self,
        look: Look,
        text: str,
        *,
        sentence: str,
        kind: Kind = "plain",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, text, kind=kind, icon="copy", parent=parent)
        self._usual = text
        self._sentence = sentence
        self._timer = QTimer(self, singleShot=True, interval=TOLD_MS)
        self._timer.timeout.connect(self._on_time_up)
        self.setToolTip(sentence)
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._sentence)
        words = translate("Guide", "Sentence copied")
        self.setMinimumWidth(self.width())
        self.setText(words)
        self.set_icon("check")
        self._timer.start()
        announce(self, words)

    @Slot()
    def _on_time_up(self) -> None:
        self.setText(self._usual)
        self.set_icon("copy")
