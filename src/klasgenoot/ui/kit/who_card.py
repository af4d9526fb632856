"""One student to speak with: the face, why, what was said last, a question, and two answers."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from klasgenoot.domain.attention import Reason
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.enter import EnterButton
from klasgenoot.ui.kit.faces import face_of
from klasgenoot.ui.kit.flow import Flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import IconLabel, Label, name_label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import paint_portrait
from klasgenoot.ui.kit.quote import MARKS
from klasgenoot.ui.kit.theme import Colour
from klasgenoot.viewmodels.who_rows import WhoRow

translate = QCoreApplication.translate

RADIUS = 14
PHOTO_WIDTH, PHOTO_SHARE = 160, 0.42
HEIGHT = 214
SMALL, NARROW = (64, 80), 330
"""The photo of a card narrower than this, in pixels at text scale 1."""
TONES: dict[Reason, tuple[str, Colour]] = {
    Reason.PROMISE_PASSED: ("calendar-clock", "brick_text"),
    Reason.NEVER: ("circle-dashed", "honey_text"),
    Reason.LONG_AGO: ("clock", "honey_text"),
}
"""Icon and colour of each reason; another one is said quietly."""


class PhotoButton(EnterButton):
    """The photo at the left of a card, as high as it, or small in its corner; opens the student."""

    def __init__(self, look: Look, row: WhoRow, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._face = face_of(row.student)
        self._is_small = False
        self.setProperty("ring", RADIUS)
        self.setAccessibleName(
            translate("WhoNow", "Open {name}").format(name=row.student.full_name)
        )
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def show_small(self, small: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Be a small picture of its own, or one with the card."""
        self._is_small = small
        px = self._look.fonts.px
        if small:
            self.setFixedSize(px(SMALL[0]), px(SMALL[1]))
        else:
            self.setMinimumHeight(0)
            self.setMaximumHeight(2**24 - 1)

    def sizeHint(self) -> QSize:
        px = self._look.fonts.px
        return QSize(px(SMALL[0]), px(SMALL[1])) if self._is_small else QSize(self.width(), 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self._is_small:
            paint_portrait(painter, box, look=self._look, face=self._face, radius=RADIUS - 2)
            painter.end()
            return
        shape = QPainterPath()  # round at the left, where the card is
        shape.addRoundedRect(box.adjusted(0, 0, RADIUS, 0), RADIUS - 1, RADIUS - 1)
        painter.setClipPath(shape)
        paint_portrait(painter, box, look=self._look, face=self._face, radius=0)
        painter.end()


class WhoCard(QFrame):
    """A student to speak with. In a narrow card the photo is small and the words go below it.

    Attributes:
        row: who it is.
        stops: what the keyboard gets to, in order.

    Signals:
        spoken: there was contact.
        later: not today.
        opened: the student's page is wanted.
    """

    spoken = Signal()
    later = Signal()
    opened = Signal()

    def __init__(self, look: Look, row: WhoRow, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.row = row
        self._is_narrow: bool | None = None
        self.setAccessibleName(f"{row.student.full_name}, {row.reason}")
        self._photo = PhotoButton(look, row)
        self._photo.clicked.connect(self.opened)
        self._spoken = Button(
            look, translate("WhoNow", "Spoken"), kind="tonal", size="small", icon="check"
        )
        self._spoken.clicked.connect(self.spoken)
        self._later = Button(look, translate("WhoNow", "Later"), kind="ghost", size="small")
        self._later.clicked.connect(self.later)
        for button in (self._spoken, self._later):
            button.setAccessibleName(f"{button.text()}: {row.name}")
        self.stops: tuple[QWidget, ...] = (self._spoken, self._later, self._photo)
        self._head, self._said = self._make_head(row), self._make_said(row)
        self._answers = QWidget()
        answers = Flow(gap=4, line_gap=4)
        self._answers.setLayout(answers)
        answers.addWidget(self._spoken)
        answers.addWidget(self._later)
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(1, 1)
        self._grid.setRowStretch(1, 1)
        self.setMinimumHeight(look.fonts.px(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._arrange(narrow=False)

    def explain(self, *, spoken: str, later: str) -> None:
        """Say what the two answers do, where that is not plain."""
        self._spoken.setToolTip(spoken)
        self._later.setToolTip(later)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fonts = self._look.fonts
        self._arrange(narrow=self.width() < fonts.px(NARROW))
        if not self._is_narrow:
            width = min(fonts.px(PHOTO_WIDTH), round(self.width() * PHOTO_SHARE))
            self._photo.setFixedWidth(width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(tokens["surface"])
        painter.setPen(QPen(tokens["line"], 1))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS - 0.5, RADIUS - 0.5)
        painter.end()

    def _arrange(self, *, narrow: bool) -> None:
        if narrow is self._is_narrow:
            return
        self._is_narrow = narrow
        self._photo.show_small(narrow)
        grid, top = self._grid, Qt.AlignmentFlag.AlignTop
        for part in (self._photo, self._head, self._said, self._answers):
            grid.removeWidget(part)
        if narrow:
            grid.setContentsMargins(12, 12, 12, 12)
            grid.setHorizontalSpacing(12)
            grid.setVerticalSpacing(8)
            grid.addWidget(self._photo, 0, 0, top)
            grid.addWidget(self._head, 0, 1, top)
            grid.addWidget(self._said, 1, 0, 1, 2, top)
            grid.addWidget(self._answers, 2, 0, 1, 2)
        else:
            grid.setContentsMargins(1, 1, 13, 1)
            grid.setHorizontalSpacing(15)
            grid.setVerticalSpacing(5)
            grid.addWidget(self._photo, 0, 0, 3, 1)
            grid.addWidget(self._head, 0, 1, top)
            grid.addWidget(self._said, 1, 1, top)
            grid.addWidget(self._answers, 2, 1)
        self._head.setContentsMargins(0, 0 if narrow else 12, 0, 0)
        self._answers.setContentsMargins(0, 4, 0, 0 if narrow else 12)

    def _make_head(self, row: WhoRow) -> QWidget:
        look = self._look
        icon, colour = TONES.get(row.kind, ("clock", "text_2"))
        why = QHBoxLayout()
        why.setSpacing(6)
        why.addWidget(IconLabel(look, icon, colour=colour), 0, Qt.AlignmentFlag.AlignTop)
        weight = QFont.Weight.Medium
        words = Label(look, row.reason, Text.SUPPORT, colour=colour, weight=weight, lines=2)
        why.addWidget(words, 1)
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        student = row.student
        column.addWidget(
            name_label(look, student.name, student.rest_of_name, role=Text.SECTION, lines=2)
        )
        column.addLayout(why)
        return head

    def _make_said(self, row: WhoRow) -> QWidget:
        look, said = self._look, QWidget()
        column = QVBoxLayout(said)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(look, row.line, Text.SUPPORT, colour="text_2", lines=2))
        column.addWidget(Label(look, MARKS.format(row.question), Text.BODY, lines=3))
        if row.note:
            column.addWidget(Label(look, row.note, Text.SUPPORT, colour="text_2", lines=2))
        return said
