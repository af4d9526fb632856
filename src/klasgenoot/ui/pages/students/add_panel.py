"""Who else is in this class? A small panel to add a student by hand."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from klasgenoot.domain.people import Student, StudentId
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.field import Ask
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.panel import Panel

translate = QCoreApplication.translate

WIDTH = 520


class AddPanel(Panel):
    """Names of one student; Enter adds, Ctrl Enter adds and asks for the next.

    Signals:
        add_requested: the student as a draft, and whether another one follows.
    """

    add_requested = Signal(object, bool)

    def __init__(self, look: Look, window: QWidget, *, class_name: str) -> None:
        super().__init__(
            look,
            window,
            title=translate("Students", "Add a student"),
            subtitle=translate("Students", "to {class_name}").format(class_name=class_name),
            close_name=translate("Students", "Close"),
            width=WIDTH,
        )
        self._given = Ask(look, translate("Students", "Given name"))
        self._infix = Ask(look, translate("Students", "Infix"), placeholder="van der")
        self._family = Ask(look, translate("Students", "Family name"))
        self._call = Ask(
            look,
            translate("Students", "Call name"),
            help_text=translate("Students", "If they are called otherwise"),
        )
        self._number = Ask(look, translate("Students", "Student number (optional)"))
        self._email = Ask(look, translate("Students", "E-mail (optional)"))
        self._asks = (
            self._given,
            self._infix,
            self._family,
            self._call,
            self._number,
            self._email,
        )
        for ask in self._asks:
            ask.field.returnPressed.connect(self._on_return_pressed)
        self.body.addLayout(self._grid())
        self.body.addLayout(self._buttons())
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self, context=inside)
            shortcut.activated.connect(self._on_next_clicked)

    def begin(self) -> None:
        """Empty the fields for the next student."""
        for ask in self._asks:
            ask.field.clear()
        self.set_trouble("")
        self._given.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_trouble(self, sentence: str) -> None:
        """Say why the student was not added."""
        self._given.set_trouble(sentence)
        self.refit()

    def typed(self) -> list[str]:
        """What stands in the fields."""
        return [ask.field.text() for ask in self._asks]

    def fill(self, texts: Sequence[str]) -> None:
        """Goes on with what was typed before."""
        for ask, text in zip(self._asks, texts, strict=False):
            ask.field.setText(text)

    def first(self) -> QWidget:
        """The field to begin in."""
        return self._given.field

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(14)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self._given, 0, 0, 1, 2, top)
        grid.addWidget(self._infix, 0, 2, 1, 1, top)
        grid.addWidget(self._family, 0, 3, 1, 3, top)
        grid.addWidget(self._call, 1, 0, 1, 6, top)
        grid.addWidget(self._number, 2, 0, 1, 3, top)
        grid.addWidget(self._email, 2, 3, 1, 3, top)
        for column in range(6):
            grid.setColumnStretch(column, 1)
        return grid

    def _buttons(self) -> QHBoxLayout:
        add = Button(self._look, translate("Students", "Add"), kind="primary", keys="Enter")
        add.clicked.connect(self._on_return_pressed)
        another = Button(self._look, translate("Students", "Add and next"), keys="Ctrl Enter")
        another.clicked.connect(self._on_next_clicked)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(add)
        row.addWidget(another)
        row.addStretch(1)
        return row

    def _draft(self) -> Student:
        return Student(
            id=StudentId(0),
            given_name=self._given.field.text(),
            infix=self._infix.field.text(),
            family_name=self._family.field.text(),
            call_name=self._call.field.text(),
            student_number=self._number.field.text(),
            email=self._email.field.text(),
        )

    @Slot()
    def _on_return_pressed(self) -> None:
        self.add_requested.emit(self._draft(), False)

    @Slot()
    def _on_next_clicked(self) -> None:
        self.add_requested.emit(self._draft(), True)
