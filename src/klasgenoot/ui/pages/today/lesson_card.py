"""The lesson it is about: when and where, the faces of the class, and the one filled button."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import PADDING, Card
from klasgenoot.ui.kit.flow import Flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import IconLabel, Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.pages.today.face_strip import FaceStrip
from klasgenoot.viewmodels.target import PageId, Target
from klasgenoot.viewmodels.today import Today

translate = QCoreApplication.translate

GAP = 10
NARROWEST_WORDS = 300
"""With less room beside the buttons than this, the words stand above them, at text scale 1."""


class LessonCard(Card):
    """The quiet panel at the top of the day.

    Attributes:
        button: the one filled button of the page.

    Signals:
        open_requested: a Target.
        student_opened: the student whose face was clicked.
    """

    open_requested = Signal(object)
    student_opened = Signal(object)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(look, sunken=True, parent=parent)
        self._target = Target(PageId.PRACTICE)
        self._heading = Label(look, "", Text.SECTION)
        self._line = Label(look, "", Text.SUPPORT, colour="text_2")
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._heading)
        texts.addWidget(self._line)
        self._slipping = QWidget()
        slipping = QHBoxLayout(self._slipping)
        slipping.setContentsMargins(0, 0, 4, 0)
        slipping.setSpacing(6)
        slipping.addWidget(IconLabel(look, "square", colour="honey_edge", size=14))
        weight = QFont.Weight.Medium
        self._slip_words = Label(
            look, "", Text.SUPPORT, colour="honey_text", weight=weight, lines=1
        )
        slipping.addWidget(self._slip_words)
        self._fill = Button(look, translate("Today", "Fill in lessons"), icon="calendar")
        self._fill.clicked.connect(lambda: self.open_requested.emit(Target(PageId.CALENDAR)))
        self._seats = Button(look, translate("Today", "Seating"), icon="armchair")
        self._seats.clicked.connect(lambda: self.open_requested.emit(Target(PageId.SEATING)))
        self.button = Button(look, kind="primary")
        self.button.clicked.connect(lambda: self.open_requested.emit(self._target))
        self._tools = QWidget()
        tools = Flow(gap=GAP)
        self._tools.setLayout(tools)
        for tool in (self._slipping, self._fill, self._seats, self.button):
            tools.addWidget(tool)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(12)
        self._row.addLayout(texts, 1)
        self._row.addWidget(self._tools, 0, Qt.AlignmentFlag.AlignVCenter)
        self._faces = FaceStrip(look)
        self._faces.opened.connect(self.student_opened)
        self.body.setSpacing(12)
        self.body.addLayout(self._row)
        self.body.addWidget(self._faces)

    def show_day(self, day: Today) -> None:
        """Show the lesson of this day."""
        self.setAccessibleName(day.lesson.heading)
        self._heading.setText(day.lesson.heading)
        self._line.setText(day.lesson.line)
        self._slip_words.setText(day.slipping)
        self._slipping.setVisible(bool(day.slipping))
        self._fill.setVisible(not day.lesson.has_calendar)
        self._target = day.act.target
        self.button.setText(day.act.words)
        self.button.set_icon(day.act.icon)
        self._arrange()
        self._faces.show_faces(day.faces, name=day.sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put the buttons beside the words, or below them when that leaves no room for these."""
        shown = [
            tool.sizeHint().width()
            for tool in (self._slipping, self._fill, self._seats, self.button)
            if not tool.isHidden()
        ]
        needed = sum(shown) + GAP * (len(shown) - 1)
        room = self.width() - PADDING[0] - PADDING[2]
        is_stacked = room - needed < self._look.fonts.px(NARROWEST_WORDS)
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(below if is_stacked else beside)
        self._row.setAlignment(
            self._tools,
            Qt.AlignmentFlag(0) if is_stacked else Qt.AlignmentFlag.AlignVCenter,
        )
        self._tools.setMinimumWidth(0 if is_stacked else needed)
        self._tools.setMaximumWidth(2**24 - 1 if is_stacked else needed)
