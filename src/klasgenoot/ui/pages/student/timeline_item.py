"""One contact on the timeline: when, of what kind, what was said, and with whom."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.domain.contact import ContactKind
from klasgenoot.ui.kit.buttons import icon_button
from klasgenoot.ui.kit.chips import Chip
from klasgenoot.ui.kit.faces import face_of
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import FaceStack
from klasgenoot.ui.kit.typeset import Run
from klasgenoot.ui.pages.student.second_thoughts import EarlierWords, SaidView
from klasgenoot.viewmodels.student_timeline import NAMED, TimelineRow

translate = QCoreApplication.translate

MARK, MARK_RADIUS, MARK_ICON, MARK_GAP, BELOW = 30, 8, 16, 14, 22
ABOVE = 4
TEXT_LEFT = MARK + MARK_GAP
BUTTON = QSize(30, 26)
KIND_ICONS = {
    ContactKind.TALK: "messages-square",
    ContactKind.BRIEF: "message-circle",
    ContactKind.MAIL: "mail",
    ContactKind.PHONE: "phone",
    ContactKind.NOTICED: "eye",
}
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Rail(QWidget):
    """The mark of one kind of contact or moment, with a line down to the next one."""

    def __init__(self, look: Look, icon: str, *, is_last: bool) -> None:
        super().__init__()
        self._look = look
        self._icon = icon
        self._is_last = is_last
        self.setFixedWidth(MARK)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0, 0, MARK, MARK)
        painter.setPen(QPen(tokens["line"], 1) if tokens.is_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(tokens["sunken"])
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), MARK_RADIUS, MARK_RADIUS)
        inset = (MARK - MARK_ICON) / 2
        inner = box.adjusted(inset, inset, -inset, -inset)
        self._look.icons.paint(painter, self._icon, inner, colour="text_2")
        if not self._is_last and self.height() > MARK + 8:
            line = QRectF(MARK // 2, MARK + 4, 1, self.height() - MARK - 8)
            painter.fillRect(line, tokens["line_2"])
        painter.end()


class TimelineItem(QWidget):
    """One contact. Its buttons show under the pointer and with the keyboard.

    With the focus on it, Enter mends and Delete removes.

    Signals:
        edit_requested: mend it.
        remove_requested: remove it.
        view_requested: the student has something to say about it.
        remove_view_requested: the id of what they said.
    """

    edit_requested = Signal()
    remove_requested = Signal()
    view_requested = Signal()
    remove_view_requested = Signal(object)

    def __init__(self, look: Look, row: TimelineRow, *, is_last: bool) -> None:
        super().__init__()
        self._look = look
        self.row = row
        self.setAccessibleName(row.sentence)
        self.setAccessibleDescription(translate("Student", "Enter changes it, Delete removes it"))
        self.setProperty("ring", MARK_RADIUS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        edit = icon_button(look, "pencil", translate("Student", "Change"), size="small")
        edit.clicked.connect(self.edit_requested)
        remove = icon_button(look, "trash-2", row.remove_words, size="small")
        remove.clicked.connect(self.remove_requested)
        view = icon_button(
            look, "quote", translate("Student", "What the student says about it"), size="small"
        )
        view.clicked.connect(self.view_requested)
        self._buttons = (edit, view, remove)
        for button in self._buttons:
            button.setParent(self)
            button.installEventFilter(self)
            button.hide()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, ABOVE, 0, 0)
        line.setSpacing(MARK_GAP)
        line.addWidget(Rail(look, KIND_ICONS[row.contact.kind], is_last=is_last))
        line.addLayout(self._texts(), 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.hasFocus():
            super().keyPressEvent(event)
        elif Qt.Key(event.key()) in ENTER:
            self.edit_requested.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_requested.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        left = self.width()
        for button in reversed(self._buttons):
            left -= BUTTON.width()
            button.setGeometry(left, 0, BUTTON.width(), BUTTON.height())

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_buttons()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_buttons()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_buttons()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_buttons()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._show_buttons()
        return super().eventFilter(watched, event)

    def _show_buttons(self) -> None:
        focus = QApplication.focusWidget()
        inside = focus is self or focus in self._buttons
        for button in self._buttons:
            button.setVisible(inside or self.underMouse())
            button.raise_()

    def _texts(self) -> QVBoxLayout:
        look, row = self._look, self.row
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, BELOW)
        column.setSpacing(2)
        column.addWidget(self._heading())
        if row.contact.text:
            column.addWidget(Label(look, row.contact.text))
        if row.private:
            column.addSpacing(6)
            column.addLayout(self._private())
        if row.tags:
            column.addSpacing(6)
            column.addLayout(flow(*(Chip(look, tag, tone="plum") for tag in row.tags), gap=6))
        if row.others:
            column.addSpacing(6)
            column.addLayout(self._together())
        if row.before:
            column.addWidget(EarlierWords(look, row.before_lines))
        for view in row.views:
            column.addSpacing(6)
            said = SaidView(look, view, name=row.student.name)
            said.remove_requested.connect(self.remove_view_requested)
            column.addWidget(said)
        return column

    def _heading(self) -> Label:
        row = self.row
        more = [Run(f" · {row.reminder}", colour="plum_text")] if row.reminder else []
        said = Label(self._look, "", Text.SUPPORT, colour="text_3")
        said.set_runs(Run(row.day, QFont.Weight.Medium, "text_2"), Run(f" · {row.kind}"), *more)
        return said

    def _private(self) -> QHBoxLayout:
        look, row = self._look, self.row
        line = QHBoxLayout()
        line.setSpacing(8)
        chip = Chip(look, row.only_with, tone="plum", icon="lock")
        top = Qt.AlignmentFlag.AlignTop
        line.addWidget(chip, 0, top)
        text = Label(look, row.private)
        text.setContentsMargins(0, 2, 0, 0)
        line.addWidget(text, 1, top)
        return line

    def _together(self) -> QHBoxLayout:
        look, row = self._look, self.row
        faces = [face_of(one) for one in row.others[:NAMED]]
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(FaceStack(look, faces, name=""))
        words = Label(look, row.together, Text.CAPTION, colour="text_2")
        line.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
        return line
