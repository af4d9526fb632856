"""How does one get back, and to the next? The bar above a student."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import BACK_KEYS, icon_button
from klasgenoot.ui.kit.enter import EnterButton
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.theme import Colour
from klasgenoot.viewmodels.page_words import PAGE_NAMES, page_name
from klasgenoot.viewmodels.target import PageId

translate = QCoreApplication.translate

HEIGHT, ARROW, ARROW_GAP = 26, 16, 7
PREVIOUS_KEYS, NEXT_KEYS = "Alt+Up", "Alt+Down"

PAGES = frozenset(PAGE_NAMES) - {PageId.IMPORT}
"""To which one goes back; from any other, and once an import is over, one goes to the class."""


class BackLink(EnterButton):
    """An arrow and a word, flush with what stands below it."""

    def __init__(self, look: Look, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setText(text)
        self.setProperty("ring", 6)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        fonts = self._look.fonts
        text = QFontMetrics(fonts.font(Text.SUPPORT)).horizontalAdvance(self.text())
        return QSize(fonts.px(ARROW) + ARROW_GAP + text + 4, fonts.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, arrow = self._look, self._look.fonts.px(ARROW)
        painter = QPainter(self)
        ink: Colour = "text" if self.underMouse() else "text_2"
        box = QRectF(0, (self.height() - arrow) / 2, arrow, arrow)
        look.icons.paint(painter, "arrow-left", box, colour=ink)
        painter.setFont(look.fonts.font(Text.SUPPORT))
        painter.setPen(look.tokens[ink])
        room = QRectF(arrow + ARROW_GAP, 0, self.width(), self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()


class TopBar(QWidget):
    """Back to where one came from, and through the students one by one.

    Signals:
        back_requested: to where one came from.
        step_requested: 1 for the next student, -1 for the previous one.
    """

    back_requested = Signal()
    step_requested = Signal(int)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._back = BackLink(look, "")
        self._back.clicked.connect(self.back_requested)
        self.go_back_to(PageId.STUDENTS)
        self._place = Label(look, "", Text.SUPPORT, colour="text_2", lines=1)
        self._previous = icon_button(
            look,
            "chevron-up",
            _with_keys(translate("Student", "Previous"), PREVIOUS_KEYS),
            size="small",
        )
        self._previous.clicked.connect(lambda: self.step_requested.emit(-1))
        self._next = icon_button(
            look, "chevron-down", _with_keys(translate("Student", "Next"), NEXT_KEYS), size="small"
        )
        self._next.clicked.connect(lambda: self.step_requested.emit(1))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._back)
        row.addStretch(1)
        row.addWidget(self._place)
        row.addSpacing(6)
        row.addWidget(self._previous)
        row.addWidget(self._next)

    @property
    def has_step_focus(self) -> bool:
        """Whether the keyboard is on one of the two buttons that go through the students."""
        return self._previous.hasFocus() or self._next.hasFocus()

    def go_back_to(self, page: PageId) -> None:
        """Name the page to which one goes back."""
        name = page_name(page)
        self._back.setText(name)
        self._back.updateGeometry()
        words = translate("Student", "Back to: {page}").format(page=name)
        self._back.setToolTip(_with_keys(words, BACK_KEYS))

    def say(self, place: int, total: int) -> None:
        """Show which of how many students this is."""
        words = translate("Student", "{place} of {total}").format(place=place, total=total)
        self._place.setText(words if place else "")
        self._previous.setEnabled(place > 1)
        self._next.setEnabled(0 < place < total)


def _with_keys(words: str, keys: str) -> str:
    return f"{words} ({keys.replace('+', ' ')})"
