"""One contact on the timeline: when, of what kind, what was said, and with whom."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from klasgenoot.domain.contact import ContactKind
from klasgenoot.ui.kit.buttons import Button, icon_button
from klasgenoot.ui.kit.enter import ENTER
from klasgenoot.ui.kit.faces import face_of
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.typeset import Run
from klasgenoot.ui.pages.student.entry import Entry
from klasgenoot.ui.pages.student.entry_parts import Beside, Chips, OneChip, Part, Together, Words
from klasgenoot.ui.pages.student.second_thoughts import EarlierWords, SaidView
from klasgenoot.viewmodels.student_timeline import NAMED, TimelineRow

translate = QCoreApplication.translate

BUTTON = QSize(30, 26)
KIND_ICONS = {
    ContactKind.TALK: "messages-square",
    ContactKind.BRIEF: "message-circle",
    ContactKind.MAIL: "mail",
    ContactKind.PHONE: "phone",
    ContactKind.NOTICED: "eye",
}


class TimelineItem(Entry):
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
        icon = KIND_ICONS[row.contact.kind]
        super().__init__(look, icon, tuple(_parts(look, row)), is_last=is_last)
        self.row = row
        self._buttons: tuple[Button, ...] = ()
        self.setAccessibleName(row.sentence)
        self.setAccessibleDescription(translate("Student", "Enter changes it, Delete removes it"))
        if row.before or row.views:
            self.put_below(self._make_below(look, row))

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
        self._place_buttons()

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
        shown = focus is self or focus in self._buttons or self.underMouse()
        if shown and not self._buttons:
            self._make_buttons()
        for button in self._buttons:
            button.setVisible(shown)
            button.raise_()

    def _make_buttons(self) -> None:
        """Make them when they are first wanted; most contacts are only read."""
        look = self.look
        view_words = translate("Student", "What the student says about it")
        edit = icon_button(look, "pencil", translate("Student", "Change"), size="small")
        view = icon_button(look, "quote", view_words, size="small")
        remove = icon_button(look, "trash-2", self.row.remove_words, size="small")
        edit.clicked.connect(self.edit_requested)
        view.clicked.connect(self.view_requested)
        remove.clicked.connect(self.remove_requested)
        self._buttons = (edit, view, remove)
        before: QWidget = self
        for button in self._buttons:
            button.setParent(self)
            button.installEventFilter(self)
            QWidget.setTabOrder(before, button)  # Qt would have Tab come to it last of all
            before = button
        self._place_buttons()

    def _place_buttons(self) -> None:
        left = self.width()
        for button in reversed(self._buttons):
            left -= BUTTON.width()
            button.setGeometry(left, 0, BUTTON.width(), BUTTON.height())

    def _make_below(self, look: Look, row: TimelineRow) -> QWidget:
        """What in it can be pressed: earlier words, and what the student says."""
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(2)
        if row.before:
            earlier = EarlierWords(look, row.before_lines)
            earlier.unfolded.connect(self.below_changed)
            column.addWidget(earlier)
        for view in row.views:
            column.addSpacing(6)
            said = SaidView(look, view, name=row.student.name)
            said.remove_requested.connect(self.remove_view_requested)
            column.addWidget(said)
        return below


def _parts(look: Look, row: TimelineRow) -> Iterator[Part]:
    more = [Run(f" · {row.reminder}", colour="plum_text")] if row.reminder else []
    when = Run(row.day, QFont.Weight.Medium, "text_2")
    yield Words(look, when, Run(f" · {row.kind}"), *more, role=Text.SUPPORT, colour="text_3")
    if row.contact.text:
        yield Words(look, Run(row.contact.text))
    if row.private:
        yield Beside(look, OneChip(row.only_with, "plum", "lock"), row.private)
    if chips := tuple(_chips(row)):
        yield Chips(look, chips)
    if row.others:
        yield Together(look, [face_of(one) for one in row.others[:NAMED]], row.together)


def _chips(row: TimelineRow) -> Iterator[OneChip]:
    if row.back:
        yield OneChip(row.back, "honey", "undo-2")
    for tag in row.tags:
        yield OneChip(tag, "plum")
