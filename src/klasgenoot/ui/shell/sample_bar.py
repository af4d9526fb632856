"""The line above the sample class: what this is, and the two ways out."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.page import density_of


class SampleBar(QFrame):
    """Says that these students are drawn.

    Signals:
        left: back to the teacher's own data; True to throw the sample class away.
    """

    left = Signal(bool)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("samplebar")
        words = Label(
            look,
            self.tr("Sample class: drawn students, apart from your own data."),
            Text.SUPPORT,
            colour="honey_text",
            lines=1,
        )
        back = Button(look, self.tr("To my own classes"), kind="ghost", size="small")
        back.clicked.connect(lambda: self.left.emit(False))
        gone = Button(look, self.tr("Throw away"), kind="ghost", size="small", icon="trash-2")
        gone.clicked.connect(lambda: self.left.emit(True))
        # at 200 % the words and the ways out stand below each other
        self._row = flow(words, back, gone)
        self.setLayout(self._row)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        window = self.window()
        side, _ = density_of(window.width(), window.height()).value  # as the page below it
        self._row.setContentsMargins(side, 6, side, 6)
