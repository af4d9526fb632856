"""Before the first lesson: what today takes, the line to the day, and the one filled button."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.road_chart import RoadChart
from klasgenoot.viewmodels.road import Road
from klasgenoot.viewmodels.target import PageId, Target
from klasgenoot.viewmodels.today_start import Start

translate = QCoreApplication.translate

WITHOUT_CHART_BELOW = 720
CHART_WIDTH = 440
ROOM, COMPACT = (12, 24, 4, 22), (12, 10, 4, 8)
"""What is kept free around the contents, and in a low window."""


class StartCard(Card):
    """The quiet panel at the top, as long as the first lesson is ahead.

    Attributes:
        button: the one filled button of the page.

    Signals:
        open_requested: a Target.
    """

    open_requested = Signal(object)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(look, sunken=True, parent=parent)
        self._target = Target(PageId.PRACTICE)
        self._aim = Label(look, "", Text.BODY, colour="text_2")
        self._today = Label(look, "", Text.NAME)
        self._line = Label(look, "", Text.BODY, colour="text_2")
        self.button = Button(look, kind="primary", size="large", icon="play", keys="↵")
        self.button.clicked.connect(lambda: self.open_requested.emit(self._target))
        plan = Button(
            look, translate("Today", "Adjust the plan"), kind="ghost", icon="sliders-horizontal"
        )
        plan.clicked.connect(lambda: self.open_requested.emit(Target(PageId.NAMES)))
        buttons = QHBoxLayout()
        buttons.setSpacing(14)
        buttons.addWidget(self.button)
        buttons.addWidget(plan, 0, Qt.AlignmentFlag.AlignVCenter)
        buttons.addStretch(1)
        texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.addStretch(1)
        texts.addWidget(self._aim)
        texts.addWidget(self._today)
        texts.addWidget(self._line)
        texts.addSpacing(12)
        texts.addLayout(buttons)
        texts.addStretch(1)
        self._chart = RoadChart(look)
        self._chart.setMaximumWidth(look.fonts.px(CHART_WIDTH))
        across = self._across = QHBoxLayout()
        across.setSpacing(28)
        across.addLayout(texts, 1)
        across.addWidget(self._chart, 1)
        self.body.addLayout(across)
        self.show_compact(False)

    def show_compact(self, compact: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Be as low as a low window asks."""
        self._across.setContentsMargins(*(COMPACT if compact else ROOM))

    def show_start(self, start: Start, road: Road | None) -> None:
        """Show what today takes, and the line once it is worked out."""
        self.setAccessibleName(f"{start.aim}. {start.today}")
        self._aim.setText(start.aim)
        self._today.setText(start.today)
        self._line.setText(start.line)
        self.button.setText(start.button)
        self._target = start.target
        self.button.set_icon("play" if start.target.page is PageId.PRACTICE else "image")
        self._chart.show_road(road)
        self._show_chart()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_chart()

    def _show_chart(self) -> None:
        """The place of the line is kept while it is worked out, so that nothing moves."""
        self._chart.setVisible(self.width() >= self._look.fonts.px(WITHOUT_CHART_BELOW))
