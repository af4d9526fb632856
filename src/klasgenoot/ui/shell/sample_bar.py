"""The line above the sample class: what this is, and the two ways out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button
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
        row = QHBoxLayout(self)
        row.setContentsMargins(40, 6, 20, 6)
        row.setSpacing(8)
        words = Label(
            look,
            self.tr("Sample class: drawn students, apart from your own data."),
            Text.SUPPORT,
            colour="honey_text",
        )
        row.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
        back = Button(look, self.tr("To my own classes"), kind="ghost", size="small")
        back.clicked.connect(lambda: self.left.emit(False))
        gone = Button(look, self.tr("Throw away"), kind="ghost", size="small", icon="trash-2")
        gone.clicked.connect(lambda: self.left.emit(True))
        row.addWidget(back)
        row.addWidget(gone)
