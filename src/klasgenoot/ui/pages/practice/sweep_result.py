"""The figure that counts: how many names came, and whose did not."""

from math import ceil

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.pages.practice.result_view import Foot, ResultView
from klasgenoot.viewmodels.sweep import SweepView

translate = QCoreApplication.translate

WIDEST, FEWEST, ROWS = 1360, 9, 4
LEAST_EDGE = 86
"""A face is so wide at least that a call name fits below it."""


class SweepResultView(ResultView):
    """A sweep looked back on.

    Signals:
        practise_requested: practise what did not come.
    """

    practise_requested = Signal()

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(look, done=translate("Sweep", "Done"), parent=parent)
        self._shown: SweepView | None = None
        self._before = Label(look, translate("Sweep", "Earlier"), Text.SECTION)
        self._earlier = Label(look, "", colour="text_2")
        self._practise = Button(look, translate("Sweep", "Practise now"), size="large", icon="play")
        self._practise.clicked.connect(self.practise_requested)
        self.foot = Foot(QWidget(), self._practise, self._done, widest=look.fonts.px(WIDEST))
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
        columns = max(FEWEST, ceil(len(self._shown.faces) / ROWS))
        self._show_faces(
            self._shown.faces, columns=columns, width=width, widest=WIDEST, least_edge=LEAST_EDGE
        )

    def _fill(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        self._add_head(column)
        column.addSpacing(24)
        column.addWidget(self._before)
        column.addSpacing(6)
        column.addWidget(self._earlier)
        column.addStretch(1)
