"""When is this lesson? Class, day, hours and from when to when; Enter saves."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.domain.errors import Trouble
from klasgenoot.domain.people import ClassId
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.choice import Dropdown
from klasgenoot.ui.kit.enter import ENTER
from klasgenoot.ui.kit.field import Ask
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.panel import Panel
from klasgenoot.ui.kit.trouble_line import TroubleLine
from klasgenoot.ui.pages.calendar.wrong_field import go_to_wrong_field
from klasgenoot.viewmodels.calendar import LessonTyped
from klasgenoot.viewmodels.calendar_rows import weekday_words
from klasgenoot.viewmodels.troubles import trouble_words

translate = QCoreApplication.translate

WIDTH = 520


class LessonPanel(Panel):
    """One weekly lesson.

    Signals:
        class_chosen: the class the lesson is of, when another one was chosen.
        save_requested: a LessonTyped.
    """

    class_chosen = Signal(object)
    save_requested = Signal(object)

    def __init__(
        self,
        look: Look,
        window: QWidget,
        *,
        title: str,
        classes: Mapping[ClassId, str],
        typed: LessonTyped,
    ) -> None:
        super().__init__(
            look, window, title=title, close_name=translate("Calendar", "Close"), width=WIDTH
        )
        self._class = Dropdown(look, name=translate("Calendar", "Class"))
        for class_id, name in classes.items():
            self._class.addItem(name, class_id)
        self._class.setCurrentIndex(max(0, self._class.findData(typed.class_id)))
        self._day = Dropdown(look, name=translate("Calendar", "Day"))
        for weekday in range(7):
            self._day.addItem(weekday_words(weekday), weekday)
        self._day.setCurrentIndex(typed.weekday)
        day = translate("Calendar", "1 September")
        self._starts = Ask(look, translate("Calendar", "From"), placeholder="10:15")
        self._ends = Ask(look, translate("Calendar", "Until"), placeholder="12:00")
        self._first = Ask(look, translate("Calendar", "First time"), placeholder=day)
        self._last = Ask(look, translate("Calendar", "Last day"), placeholder=day)
        self._subject = Ask(look, translate("Calendar", "Subject (optional)"))
        self._room = Ask(look, translate("Calendar", "Room (optional)"))
        for ask, text in (
            (self._starts, typed.starts),
            (self._ends, typed.ends),
            (self._first, typed.first),
            (self._last, typed.last),
            (self._subject, typed.subject),
            (self._room, typed.room),
        ):
            ask.field.setText(text)
            ask.field.returnPressed.connect(self._on_save_clicked)
        self._proposed = typed
        self._class.currentIndexChanged.connect(self._on_class_chosen)
        self._trouble = TroubleLine(look)
        self.body.addLayout(self._grid())
        self.body.addWidget(self._trouble)
        self.body.addLayout(self._foot())

    def first(self) -> QWidget:
        """The field to begin in: the first that is empty."""
        return self._starts.field if not self._starts.field.text() else self._day

    def propose(self, typed: LessonTyped) -> None:
        """The day and dates of another class, where those of the one before still stand."""
        before, self._proposed = self._proposed, typed
        if self._day.currentData() == before.weekday:
            self._day.setCurrentIndex(typed.weekday)
        for field, old, new in (
            (self._first.field, before.first, typed.first),
            (self._last.field, before.last, typed.last),
        ):
            if field.text() == old:
                field.setText(new)

    def set_trouble(self, trouble: Trouble) -> None:
        """Say why it was not saved, and go where it can be mended."""
        self._trouble.say(trouble_words(trouble))
        go_to_wrong_field((self._starts, self._ends, self._first, self._last), trouble)
        self.refit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in ENTER
        if is_enter and (self._class.hasFocus() or self._day.hasFocus()):
            self._on_save_clicked()  # a drop-down that is closed has no use for it
            return
        super().keyPressEvent(event)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(14)
        top = Qt.AlignmentFlag.AlignTop
        cells: tuple[tuple[QWidget, QWidget], ...] = (
            (self._named(self._class), self._named(self._day)),
            (self._starts, self._ends),
            (self._first, self._last),
            (self._subject, self._room),
        )
        for row, (left, right) in enumerate(cells):
            grid.addWidget(left, row, 0, top)
            grid.addWidget(right, row, 1, top)
        for column in range(2):
            grid.setColumnStretch(column, 1)
        return grid

    def _named(self, dropdown: Dropdown) -> QWidget:
        """A drop-down with its question above it, as fields have it."""
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        question = dropdown.accessibleName()
        column.addWidget(Label(self._look, question, Text.SUPPORT, colour="text_2"))
        column.addWidget(dropdown)
        return part

    def _foot(self) -> QHBoxLayout:
        save = Button(self._look, translate("Calendar", "Save"), kind="primary", keys="Enter")
        save.clicked.connect(self._on_save_clicked)
        row = QHBoxLayout()
        row.addWidget(save)
        row.addStretch(1)
        return row

    @Slot()
    def _on_class_chosen(self) -> None:
        self.class_chosen.emit(self._class.currentData())

    @Slot()
    def _on_save_clicked(self) -> None:
        self.save_requested.emit(
            LessonTyped(
                class_id=ClassId(self._class.currentData()),
                weekday=self._day.currentData(),
                starts=self._starts.field.text(),
                ends=self._ends.field.text(),
                first=self._first.field.text(),
                last=self._last.field.text(),
                subject=self._subject.field.text(),
                room=self._room.field.text(),
            )
        )
