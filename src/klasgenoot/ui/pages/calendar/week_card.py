"""One week, day by day: the lessons, and the holiday a day falls in."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button, icon_button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.viewmodels.calendar_rows import DayShown, WeekShown

translate = QCoreApplication.translate

STACKED_BELOW = 600
"""Width under which the days stand below each other, in pixels at text scale 1."""
LOWEST = 112


class WeekCard(Card):
    """The days of a week side by side.

    Signals:
        turned: how many weeks further; 0 for back to this week.
    """

    turned = Signal(int)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(look, sunken=True, parent=parent)
        self._shown: WeekShown | None = None
        self._title = Label(look, "", Text.SECTION, lines=1)
        self._line = Label(look, "", Text.SUPPORT, colour="text_2", lines=1)
        self._now = Button(look, translate("Calendar", "This week"), kind="ghost", size="small")
        self._now.clicked.connect(lambda: self.turned.emit(0))
        before = icon_button(look, "chevron-left", translate("Calendar", "A week earlier"))
        before.clicked.connect(lambda: self.turned.emit(-1))
        after = icon_button(look, "chevron-right", translate("Calendar", "A week later"))
        after.clicked.connect(lambda: self.turned.emit(1))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._line)
        head.addStretch(1)
        for button in (self._now, before, after):
            head.addWidget(button)
        self._days = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._days.setSpacing(16)
        self.body.setSpacing(12)
        self.body.addLayout(head)
        self.body.addLayout(self._days)
        self.body.addStretch(1)

    def show_week(self, week: WeekShown, *, is_this_week: bool) -> None:
        """Show another week."""
        self.setAccessibleName(", ".join(part for part in (week.title, week.line) if part))
        self._now.setVisible(not is_this_week)
        if week == self._shown:
            return
        self._shown = week
        self._title.setText(week.title)
        self._line.setText(week.line)
        clear(self._days)
        for day in week.days:
            self._days.addWidget(self._day(day), 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_stacked = self.width() < self._look.fonts.px(STACKED_BELOW)
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._days.setDirection(below if is_stacked else beside)

    def _day(self, day: DayShown) -> QWidget:
        look = self._look
        part = QWidget()
        part.setAccessibleName(day.sentence)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        weight = QFont.Weight.DemiBold if day.is_today else QFont.Weight.Medium
        name = Label(look, day.name, Text.SUPPORT, weight=weight, lines=1)
        name.set_colour("accent_text" if day.is_today else "text_2")
        column.addWidget(name)
        if day.free:
            column.addWidget(Label(look, day.free, Text.SUPPORT, colour="honey_text"))
        for lesson in day.lessons:
            texts = QVBoxLayout()
            texts.setSpacing(0)
            texts.addWidget(
                Label(look, lesson.clock, Text.SUPPORT, weight=QFont.Weight.Medium, lines=1)
            )
            texts.addWidget(Label(look, lesson.line, Text.SUPPORT, colour="text_2"))
            column.addLayout(texts)
        if not (day.free or day.lessons):
            nothing = Label(look, "\N{EN DASH}", Text.SUPPORT, colour="text_3")
            column.addWidget(nothing)
        column.addStretch(1)
        part.setMinimumHeight(look.fonts.px(LOWEST))
        return part
