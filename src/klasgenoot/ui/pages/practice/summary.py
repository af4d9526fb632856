"""The session looked back on: every face, who were mixed up, and who comes back tomorrow."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.domain.people import Student
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Line
from klasgenoot.ui.kit.flow import Flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import IconLabel, Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import Portrait
from klasgenoot.ui.kit.road_chart import RoadChart
from klasgenoot.ui.pages.practice.hero import nameless
from klasgenoot.ui.pages.practice.result_faces import ResultLegend
from klasgenoot.ui.pages.practice.result_view import MOST, ResultView
from klasgenoot.viewmodels.look_ahead import LookAhead
from klasgenoot.viewmodels.look_back import LookBack, Pair
from klasgenoot.viewmodels.road import Road
from klasgenoot.viewmodels.words import listed

translate = QCoreApplication.translate

FEWEST, ROWS = 9, 2
"""Faces in a row, and rows. With more faces they are smaller, so that all are seen at once."""
SMALL_FACE, TINY_FACE = 52, 40
MOST_PAIRS = 3


class PairRow(QWidget):
    """Two students who were taken for each other.

    Signals:
        open_requested: a Target: they are to be told apart.
    """

    open_requested = Signal(object)

    def __init__(self, look: Look, pair: Pair) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 9, 0, 9)
        row.setSpacing(12)
        size = QSize(SMALL_FACE, SMALL_FACE)
        for number, student in enumerate((pair.student, pair.said)):
            if number:
                row.addWidget(IconLabel(look, "arrow-left-right", colour="text_3"))
            row.addWidget(Portrait(look, nameless(student), name=student.full_name, size=size))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        both = listed(pair.names)
        words.addWidget(Label(look, both, Text.BODY, weight=QFont.Weight.DemiBold))
        words.addWidget(Label(look, pair.line, Text.SUPPORT, colour="text_2"))
        words.addStretch(1)
        row.addSpacing(6)
        row.addLayout(words, 1)
        if pair.drill is not None:
            practise = Button(look, translate("Practice", "Practise this pair"), size="small")
            practise.setAccessibleDescription(both)
            practise.clicked.connect(lambda: self.open_requested.emit(pair.drill))
            row.addWidget(practise)


class Section(QWidget):
    """A title with rows below it, a hairline between each two."""

    def __init__(self, look: Look, title: str, rows: Sequence[QWidget]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(look, title, Text.SECTION))
        column.addSpacing(6)
        for number, row in enumerate(rows):
            if number:
                column.addWidget(Line(look))
            column.addWidget(row)
        column.addStretch(1)


class SummaryView(ResultView):
    """The look back, with the ways to go on.

    Signals:
        more_requested: a few more faces.
        open_requested: a Target.
    """

    more_requested = Signal()
    open_requested = Signal(object)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        more = Button(look, size="large")
        super().__init__(look, done=translate("Practice", "Done"), more=more, parent=parent)
        more.clicked.connect(self.more_requested)
        self._shown: LookBack | None = None
        self._shown_sections: list[Section] = []
        self._sections = QHBoxLayout()
        self._sections.setSpacing(48)
        self._missing = Label(look, "", Text.SUPPORT, colour="text_2")
        self._fill()

    def show_look_back(self, shown: LookBack, *, ahead: LookAhead) -> None:
        """Show how the session went, and where it leads."""
        self._shown = shown
        self._title.setText(shown.title)
        self._sentence.setText(shown.sentence)
        self._show_sections(shown, ahead=ahead)
        self._missing.setText(shown.missing)
        self._missing.setVisible(bool(shown.missing))
        self._aside.setText(shown.tomorrow_line)
        self._more.setText(shown.more)
        self._more.setVisible(bool(shown.more))
        self._more.updateGeometry()

    def fit(self, width: int) -> None:
        """Size the faces for a page of this width."""
        if self._shown is None:
            return
        columns = min(MOST, max(FEWEST, ceil(len(self._shown.results) / ROWS)))
        self._show_faces(
            self._shown.results,
            called=self._shown.called,
            columns=columns,
            width=width,
        )

    def _show_sections(self, shown: LookBack, *, ahead: LookAhead) -> None:
        for old in self._shown_sections:
            self._sections.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown_sections = []
        if shown.pairs:
            rows = [PairRow(self._look, pair) for pair in shown.pairs[:MOST_PAIRS]]
            for row in rows:
                row.open_requested.connect(self.open_requested)
            title = translate("Practice", "Mixed up")
            self._shown_sections.append(Section(self._look, title, rows))
        if ahead.title:
            self._shown_sections.append(Section(self._look, ahead.title, [self._road(ahead.road)]))
        elif shown.tomorrow:
            title = translate("Practice", "Comes back tomorrow")
            faces = self._tomorrow_faces(shown.tomorrow)
            self._shown_sections.append(Section(self._look, title, [faces]))
        for section in self._shown_sections:
            self._sections.addWidget(section, 1)

    def _road(self, road: Road | None) -> QWidget:
        """The line to the first lesson, with the same in words; empty while it is worked out."""
        chart = RoadChart(self._look)
        chart.show_road(road)
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        column.addWidget(chart)
        words = road.sentence if road else translate("Practice", "Working out what to expect…")
        column.addWidget(Label(self._look, words, Text.SUPPORT, colour="text_2"))
        return part

    def _tomorrow_faces(self, students: Sequence[Student]) -> QWidget:
        faces = QWidget()
        row = Flow(gap=8, line_gap=8)
        size = QSize(TINY_FACE, TINY_FACE)
        for student in students:
            row.addWidget(
                Portrait(self._look, nameless(student), name=student.full_name, size=size)
            )
        faces.setLayout(row)
        return faces

    def _fill(self) -> None:
        column = self._add_head()
        column.addSpacing(10)
        column.addWidget(ResultLegend(self._look))
        column.addSpacing(8)
        column.addWidget(self._missing)
        column.addSpacing(24)
        column.addLayout(self._sections)
        column.addStretch(1)
