"""The figure that counts: how many names came, and whose did not."""

from math import ceil

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from klasgenoot.domain.summary import Result
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.pages.practice.result_faces import ResultLegend
from klasgenoot.ui.pages.practice.result_view import MOST, ResultView
from klasgenoot.viewmodels.sweep import SweepView

translate = QCoreApplication.translate

FEWEST, ROWS = 9, 3
"""Faces in a row, and rows, as far as there is room."""


class SweepResultView(ResultView):
    """A sweep looked back on.

    Signals:
        practise_requested: practise what did not come.
    """

    practise_requested = Signal()

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        more = Button(look, translate("Sweep", "Practise now"), size="large", icon="play")
        super().__init__(look, done=translate("Sweep", "Done"), more=more, parent=parent)
        more.clicked.connect(self.practise_requested)
        self._shown: SweepView | None = None
        self._before = Label(look, translate("Sweep", "Earlier"), Text.SECTION)
        self._earlier = Label(look, "", colour="text_2")
        self._fill()

    def show_view(self, shown: SweepView) -> None:
        """Show how a sweep went."""
        self._shown = shown
        self._title.setText(shown.title)
        self._sentence.setText(shown.sentence)
        self._earlier.setText("\n".join(shown.earlier))
        for part in (self._before, self._earlier):
            part.setVisible(bool(shown.earlier))

    def fit(self, width: int) -> None:
        """Size the faces for a page of this width."""
        if self._shown is None:
            return
        columns = min(MOST, max(FEWEST, ceil(len(self._shown.faces) / ROWS)))
        self._show_faces(
            self._shown.faces,
            called=self._shown.called,
            columns=columns,
            width=width,
        )

    def _fill(self) -> None:
        column = self._add_head()
        column.addSpacing(10)
        column.addWidget(ResultLegend(self._look, (Result.KNEW, Result.AGAIN)))
        column.addSpacing(24)
        column.addWidget(self._before)
        column.addSpacing(6)
        column.addWidget(self._earlier)
        column.addStretch(1)
