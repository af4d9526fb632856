"""What did you promise? Each promise with a round check: pressed, it was kept."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QEnterEvent, QFont
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import icon_button
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.one_stop import OneStop
from klasgenoot.ui.kit.round_check import RoundCheck
from klasgenoot.ui.kit.theme import Colour
from klasgenoot.ui.pages.student.side_title import SideTitle
from klasgenoot.viewmodels.student_facts import PromiseRow

translate = QCoreApplication.translate


class PromiseItem(QWidget):
    """One promise. On its check F2 mends it and Delete removes it; a menu does the same.

    Signals:
        kept: it was kept.
        edit_requested: mend it.
        remove_requested: remove it.
    """

    kept = Signal()
    edit_requested = Signal()
    remove_requested = Signal()

    def __init__(self, look: Look, promise: PromiseRow) -> None:
        super().__init__()
        self._look = look
        name = translate("Student", "Kept: {what}, {when}").format(
            what=promise.text, when=promise.due
        )
        self._can_change = promise.id is not None
        self.check = RoundCheck(look, name=name, can_change=self._can_change)
        self.check.clicked.connect(self.kept)
        self.check.edit_requested.connect(self.edit_requested)
        self.check.remove_requested.connect(self.remove_requested)
        self._more = icon_button(
            look, "ellipsis", translate("Student", "Change or remove"), size="small"
        )
        self._more.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # F2 and Delete do the same
        self._more.clicked.connect(self._pop_up)
        room = self._more.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self._more.setSizePolicy(room)
        self._more.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.check, 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(Label(look, promise.text))
        colour: Colour = "brick_text" if promise.is_passed else "honey_text"
        weight = QFont.Weight.Medium
        texts.addWidget(Label(look, promise.due, Text.CAPTION, colour=colour, weight=weight))
        row.addLayout(texts, 1)
        row.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._more.setVisible(self._can_change)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._more.hide()

    def _pop_up(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        icons = self._look.icons
        edit = menu.addAction(icons.icon("pencil"), translate("Student", "Change…"))
        edit.triggered.connect(self.edit_requested)
        remove = menu.addAction(icons.icon("trash-2"), translate("Student", "Remove"))
        remove.triggered.connect(self.remove_requested)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height() + 4)))


class Promises(QWidget):
    """All open promises to one student. One tab stop, and one for a new promise.

    Signals:
        kept: the `PromiseRow` that was kept.
        add_requested: a promise is to be made.
        edit_requested: the id of the promise to mend.
        remove_requested: the id of the promise to remove.
    """

    kept = Signal(object)
    add_requested = Signal()
    edit_requested = Signal(object)
    remove_requested = Signal(object)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: tuple[PromiseRow, ...] | None = None
        self._checks: list[RoundCheck] = []
        self._stop = OneStop(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        title = translate("Student", "Promised")
        self.setAccessibleName(title)
        self._head = SideTitle(look, title, icon="plus", does=translate("Student", "New promise"))
        self._head.requested.connect(self.add_requested)
        column.addWidget(self._head)
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        column.addLayout(self._column)

    def set_promises(self, promises: Sequence[PromiseRow]) -> None:
        """Show these promises."""
        if tuple(promises) == self._shown:
            return
        focused = next((n for n, check in enumerate(self._checks) if check.hasFocus()), None)
        self._shown = tuple(promises)
        self._checks = []
        clear(self._column)
        for promise in promises:
            self._add(self._item(promise))
        if not promises:
            words = translate("Student", "No open promises.")
            self._add(Label(self._look, words, Text.SUPPORT, colour="text_2"))
        self._stop.set_stops(self._checks)
        if focused is not None:
            left: list[QWidget] = [*self._checks] or [self._head.button]
            left[min(focused, len(left) - 1)].setFocus()

    @Slot()
    def ask_for_one(self) -> None:
        """Asks for a new promise; the keyboard comes back to the button for that."""
        self._head.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.add_requested.emit()

    def _add(self, part: QWidget) -> None:
        self._column.addWidget(part)
        part.show()  # at once, so that it can have the focus

    def _item(self, promise: PromiseRow) -> QWidget:
        item = PromiseItem(self._look, promise)
        item.kept.connect(lambda: self.kept.emit(promise))
        if promise.id is not None:
            item.edit_requested.connect(lambda: self.edit_requested.emit(promise.id))
            item.remove_requested.connect(lambda: self.remove_requested.emit(promise.id))
        self._checks.append(item.check)
        return item
