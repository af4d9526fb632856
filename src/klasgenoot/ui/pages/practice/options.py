"""Who is it? A few names, or a few faces, each with the key that chooses it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from klasgenoot.domain.people import Student
from klasgenoot.domain.portrait import RATIO
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.keys import HEIGHT as BADGE_HEIGHT
from klasgenoot.ui.kit.keys import badge_width, paint_badge
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import paint_portrait
from klasgenoot.ui.pages.practice.hero import nameless
from klasgenoot.viewmodels.practice_options import Option

translate = QCoreApplication.translate

FIRST = Qt.Key.Key_1
NAME_HEIGHT, NAME_RADIUS, NAME_PADDING = 48, 12, 16
FACE_RADIUS, GAP, EDGE = 18, 12, 8


class NameOption(QAbstractButton):
    """One name to choose."""

    def __init__(self, look: Look, name: str, keys: str) -> None:
        super().__init__()
        self._look = look
        self._keys = keys
        self.setText(name)
        self.setAccessibleName(name)
        self.setFont(look.fonts.medium(Text.CARD))
        self.setProperty("ring", NAME_RADIUS)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        text = self.fontMetrics().horizontalAdvance(self.text())
        badge = badge_width(self._look, self._keys)
        width = text + badge + 2 * NAME_PADDING + GAP
        return QSize(width, self._look.fonts.px(NAME_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens["line_strong"], 1))
        over = self.underMouse() or self.isDown()
        painter.setBrush(tokens["hover" if over else "surface"])
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, NAME_RADIUS - 0.5, NAME_RADIUS - 0.5)
        width = badge_width(self._look, self._keys)
        height = self._look.fonts.px(BADGE_HEIGHT)
        badge = QRectF(NAME_PADDING, round((self.height() - height) / 2), width, height)
        paint_badge(painter, badge, look=self._look, keys=self._keys)
        painter.setFont(self.font())
        painter.setPen(tokens["text"])
        room = QRectF(self.rect()).adjusted(badge.right() + GAP, 0, -NAME_PADDING, 0)
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()


class FaceOption(QAbstractButton):
    """One face to choose, without a name."""

    def __init__(self, look: Look, student: Student, keys: str) -> None:
        super().__init__()
        self._look = look
        self._face = nameless(student)
        self._keys = keys
        # no name for who listens either: that would be the answer
        self.setAccessibleName(translate("Practice", "photo {number}").format(number=keys))
        self.setProperty("ring", FACE_RADIUS)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_height(self, height: int) -> None:
        """Be so high; the width follows."""
        self.setFixedSize(round(height * RATIO), height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        paint_portrait(painter, box, look=self._look, face=self._face, radius=FACE_RADIUS)
        if self.underMouse() or self.isDown():
            painter.setPen(QPen(self._look.tokens["focus"], 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), FACE_RADIUS - 1, FACE_RADIUS - 1)
        width = badge_width(self._look, self._keys)
        height = self._look.fonts.px(BADGE_HEIGHT)
        badge = QRectF(EDGE, self.height() - height - EDGE, width, height)
        paint_badge(painter, badge, look=self._look, keys=self._keys)
        painter.end()


class Options(QWidget):
    """A few to choose from, two or four beside each other; the keys 1 to 4 choose, too.

    Signals:
        chosen: the id of who was chosen.
    """

    chosen = Signal(int)

    def __init__(self, look: Look, *, faces: bool, columns: int) -> None:
        super().__init__()
        self._look = look
        self._has_faces = faces
        self._columns = columns
        self._shown: tuple[Option, ...] = ()
        self._buttons: list[QAbstractButton] = []
        self._height = 200
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)

    def offer(self, options: Sequence[Option]) -> None:
        """Shows whom to choose from."""
        if tuple(options) == self._shown:
            return
        self._shown = tuple(options)
        clear(self._grid)
        self._buttons = []
        for place, option in enumerate(options):
            button = self._make(option, keys=str(place + 1))
            button.clicked.connect(lambda _on=False, who=option.student.id: self.chosen.emit(who))
            self._grid.addWidget(button, place // self._columns, place % self._columns)
            self._buttons.append(button)
        self.set_height(self._height)

    def set_height(self, height: int) -> None:
        """How high a face is."""
        self._height = height
        for button in self._buttons:
            if isinstance(button, FaceOption):
                button.set_height(height)

    def take_focus(self) -> None:
        """Puts the keyboard on the first."""
        if self._buttons:
            self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def press(self, event: QKeyEvent) -> bool:
        """Presses the one that a key stands for; False if it stands for none."""
        place = event.key() - FIRST
        if event.isAutoRepeat() or not 0 <= place < len(self._buttons):
            return False
        self._buttons[place].click()
        return True

    def _make(self, option: Option, *, keys: str) -> QAbstractButton:
        if self._has_faces:
            return FaceOption(self._look, option.student, keys)
        return NameOption(self._look, option.name, keys)
