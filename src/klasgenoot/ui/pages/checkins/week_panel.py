"""What happened in a week? All contacts day by day; the arrow keys leaf through the weeks."""

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import icon_button
from klasgenoot.ui.kit.faces import face_of
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.panel import Panel
from klasgenoot.ui.kit.portrait import FaceStack
from klasgenoot.viewmodels.week_look_back import Met, WeekLookBack

translate = QCoreApplication.translate

WIDTH, HEIGHT = 620, 460
FACE, MOST_FACES = 28, 4
KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
"""How many weeks a key goes."""


class _Area(QScrollArea):
    """Scrolls up and down; what goes to the side is for the panel."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in KEYS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class WeekPanel(Panel):
    """One week of contacts, with the week before and the week after at hand."""

    def __init__(self, look: Look, window: QWidget, *, weeks: WeekLookBack) -> None:
        super().__init__(
            look,
            window,
            title=weeks.title,
            subtitle=weeks.sentence,
            close_name=translate("WeekLookBack", "Close"),
            width=WIDTH,
        )
        self._weeks = weeks
        self._before = icon_button(look, "chevron-left", translate("WeekLookBack", "A week back"))
        self._after = icon_button(look, "chevron-right", translate("WeekLookBack", "A week on"))
        for button, step in ((self._before, -1), (self._after, 1)):
            button.clicked.connect(lambda _=False, step=step: weeks.go(step))
            self.add_tool(button)
        self._area = _Area()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFixedHeight(look.fonts.px(HEIGHT))
        self._area.setAccessibleName(translate("WeekLookBack", "Contacts of the week"))
        self.body.addWidget(self._area, 1)
        weeks.changed.connect(self._on_weeks_changed)
        self._on_weeks_changed()

    def first(self) -> QWidget:
        """Where the focus begins: on the list, which the arrow keys leaf through."""
        return self._area

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = KEYS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif step < 0 or self._weeks.can_go_on:
            self._weeks.go(step)

    @Slot()
    def _on_weeks_changed(self) -> None:
        self.title.setText(self._weeks.title)
        self.subtitle.setText(self._weeks.sentence)
        self._after.setEnabled(self._weeks.can_go_on)
        content = QWidget()
        grid = QGridLayout(content)  # the words begin at one line, however many faces there are
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for day in self._weeks.days:
            row = grid.rowCount()
            grid.setRowMinimumHeight(row, 8 if row > 1 else 0)  # more room before another day
            grid.addWidget(Label(self._look, day.words, Text.CARD), row + 1, 0, 1, 2)
            for met in day.met:
                self._add(met, grid)
        grid.setRowStretch(grid.rowCount(), 1)
        self._area.setWidget(content)
        self._area.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)

    def _add(self, met: Met, grid: QGridLayout) -> None:
        look, row = self._look, grid.rowCount()
        faces = [face_of(student) for student in met.students[:MOST_FACES]]
        stack = FaceStack(look, faces, name=met.names, size=look.fonts.px(FACE))
        corner = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        grid.addWidget(stack, row, 0, corner)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(look, f"{met.names} · {met.kind}", Text.SUPPORT, colour="text_2"))
        if met.text:
            words.addWidget(Label(look, met.text))
        grid.addLayout(words, row, 1)
