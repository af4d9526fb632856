"""The line above the sample class: what this is, and the two ways out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look


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
        row = flow(words, back, gone)  # at 200 % the words and the ways out stand below each other
        row.setContentsMargins(40, 6, 20, 6)
        self.setLayout(row)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
