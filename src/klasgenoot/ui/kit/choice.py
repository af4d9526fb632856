"""What is picked? Check boxes, radio buttons and drop-downs in the house's own drawing."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from klasgenoot.ui.kit.enter import ENTER
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look

BOX, GAP, RADIUS = 18, 9, 5
DISABLED = 0.45
CHEVRON = 16


class Check(QCheckBox):
    """A check box with its text behind it."""

    def __init__(self, look: Look, text: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._look = look
        _shape(self, look)

    def sizeHint(self) -> QSize:
        return _size(self, self._look)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = _paint_ground(painter, self, look=self._look, radius=RADIUS)
        if self.checkState() is Qt.CheckState.PartiallyChecked:
            painter.setPen(QPen(self._look.tokens["accent"], 2))
            middle = box.center()
            reach = QPoint(4, 0).toPointF()
            painter.drawLine(middle - reach, middle + reach)
        elif self.isChecked():
            inner = box.adjusted(2, 2, -2, -2)
            self._look.icons.paint(painter, "check", inner, colour="on_accent")
        painter.end()


class Option(QRadioButton):
    """A radio button with its text behind it."""

    def __init__(self, look: Look, text: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._look = look
        _shape(self, look)

    def sizeHint(self) -> QSize:
        return _size(self, self._look)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = _paint_ground(painter, self, look=self._look, radius=box_size(self._look) / 2)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.tokens["on_accent"])
            painter.drawEllipse(box.center(), 3, 3)
        painter.end()


PLACEHOLDER = 0.6
"""How strongly a dropdown without a choice says what to do."""
NARROWEST = 120
"""A dropdown is never narrower than this, pixels at text scale 1."""


class Dropdown(QComboBox):
    """One of many.

    Args:
        look: how it looks.
        name: what a screen reader says.
        enter_opens: whether Enter shows them all, where it has nothing else to do on the page.
    """

    def __init__(
        self,
        look: Look,
        *,
        name: str,
        enter_opens: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._enter_opens = enter_opens
        self._look = look
        self._told = ""
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def minimumSizeHint(self) -> QSize:
        # a long choice is elided rather than that the page grows
        whole = super().minimumSizeHint()
        return QSize(min(whole.width(), self._look.fonts.px(NARROWEST)), whole.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._enter_opens and event.key() in ENTER and not event.isAutoRepeat():
            self.showPopup()
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # who scrolls the page chooses nothing on the way

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        option.currentText = self._elided(option)
        if self.currentIndex() < 0:  # a style sheet has one colour for whatever it says
            painter.setOpacity(PLACEHOLDER)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.setOpacity(1)
        size = self._look.fonts.px(CHEVRON)
        box = QRectF(self.width() - size - 9, (self.height() - size) / 2, size, size)
        self._look.icons.paint(painter, "chevron-down", box, colour="text_3")
        painter.end()

    def _elided(self, option: QStyleOptionComboBox) -> str:
        """What is chosen, or that something is to be, as far as there is room for it.

        The rest is in the tooltip.
        """
        combo, field = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(combo, option, field, self).width()
        whole = self.currentText() if self.currentIndex() >= 0 else self.placeholderText()
        shown = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room)
        if self.toolTip() in {"", self._told}:
            self._told = whole if shown != whole else ""
            self.setToolTip(self._told)
        return shown


def box_size(look: Look) -> int:
    """Edge of the square or circle before the text."""
    return look.fonts.px(BOX)


def _shape(button: QAbstractButton, look: Look) -> None:
    button.setFont(look.fonts.font(Text.BODY))
    button.setProperty("ring", 7)
    button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    button.setCursor(Qt.CursorShape.PointingHandCursor)


def _size(button: QAbstractButton, look: Look) -> QSize:
    width = box_size(look)
    if button.text():
        width += GAP + QFontMetrics(button.font()).horizontalAdvance(button.text()) + 2
    return QSize(width, max(box_size(look), look.fonts.line(Text.BODY)))


def _paint_ground(
    painter: QPainter, button: QAbstractButton, *, look: Look, radius: float
) -> QRectF:
    """Draw the box and the text; returns where the mark goes."""
    tokens, edge = look.tokens, box_size(look)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(1 if button.isEnabled() else DISABLED)
    box = QRectF(0, round((button.height() - edge) / 2), edge, edge)
    on = button.isChecked()
    painter.setPen(QPen(tokens["accent" if on else "line_strong"], 1))
    quiet = tokens["hover" if button.underMouse() else "surface"]
    painter.setBrush(tokens["accent"] if on else quiet)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setPen(tokens["text"])
    painter.setFont(button.font())
    left = edge + GAP
    room = QRectF(left, 0, button.width() - left + 2, button.height())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, button.text())
    return box
