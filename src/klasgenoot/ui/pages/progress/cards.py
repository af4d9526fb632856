"""The line of names known, and the sweeps: a chart each, the same in words, or what comes there."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.road_chart import RoadChart
from klasgenoot.ui.pages.progress.sweep_dots import SweepDots
from klasgenoot.viewmodels.road import Road
from klasgenoot.viewmodels.sweep_chart import SweepChart

translate = QCoreApplication.translate


class RoadCard(Card):
    """How many names would come, day by day."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(look, title=" ", parent=parent)
        self._chart = RoadChart(look)
        self._sentence = Label(look, "", Text.SUPPORT, colour="text_2")
        self.body.addWidget(self._chart)
        self.body.addWidget(self._sentence)
        self.body.addStretch(1)

    def show_road(self, road: Road | None, *, title: str, is_working: bool) -> None:
        """Show the line, that it is being worked out, or what will be here."""
        self._title.setText(title)
        self.setAccessibleName(title)
        self._chart.show_road(road)
        self._chart.setVisible(road is not None)
        if road is not None:
            self._sentence.setText(road.sentence)
        elif is_working:
            self._sentence.setText(translate("Progress", "Working out what to expect…"))
        else:
            self._sentence.setText(
                translate("Progress", "Once you practise, a line here shows what sticks.")
            )


class SweepsCard(Card):
    """The sweeps as points, and below it as a list.

    Attributes:
        button: begins another.

    Signals:
        sweep_requested: go through the whole class.
    """

    sweep_requested = Signal()

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(look, title=translate("Progress", "Sweeps"), parent=parent)
        self._dots = SweepDots(look)
        self._trend = Label(look, "", Text.BODY)
        self._nothing = Label(
            look,
            translate(
                "Progress",
                "Go through the whole class once, without help. Each time becomes a point here: the"
                " figure that counts.",
            ),
            colour="text_2",
        )
        self._list = Label(look, "", Text.SUPPORT, colour="text_2")
        self._elsewhere = Label(look, "", Text.CAPTION, colour="text_2")
        self.button = Button(
            look, translate("Progress", "Do a sweep"), size="small", icon="fast-forward"
        )
        self.button.clicked.connect(self.sweep_requested)
        buttons = QWidget()
        buttons.setLayout(flow(self.button))
        for part in (self._dots, self._trend, self._nothing, self._list, self._elsewhere, buttons):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def show_chart(self, chart: SweepChart | None) -> None:
        """Show these sweeps, or what will be here."""
        self._dots.show_chart(chart)
        self._trend.setText(chart.trend if chart else "")
        lines = [point.sentence for point in reversed(chart.points)] if chart else []
        self._list.setText("\n".join(lines))
        self._elsewhere.setText(chart.elsewhere_words if chart else "")
        for part in (self._dots, self._list, self._elsewhere):
            part.setVisible(chart is not None)
        self._trend.setVisible(bool(chart and chart.trend))
        self._nothing.setVisible(chart is None)
