"""How is evidence shown? A bar or faces, and the words behind it."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QWidget

from klasgenoot.ui.kit.faces import face_of
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import FaceStack
from klasgenoot.ui.kit.progress import Progress
from klasgenoot.viewmodels.evidence import Shown
from klasgenoot.viewmodels.words import listed

translate = QCoreApplication.translate

BAR, FACE = 64, 28


class EvidenceLine(QWidget):
    """One piece of evidence on a line; `strong` where it is the only thing looked at."""

    def __init__(
        self, look: Look, shown: Shown, *, strong: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        if shown.part is not None:
            bar = Progress(look, name=shown.words)
            bar.setFixedWidth(BAR)
            bar.setRange(0, shown.part[1])
            bar.setValue(shown.part[0])
            row.addWidget(bar)
        if shown.faces:
            names = listed(shown.names)
            row.addWidget(FaceStack(look, [face_of(s) for s in shown.faces], name=names, size=FACE))
        if strong:
            words = Label(look, shown.words, Text.SUPPORT, weight=QFont.Weight.Medium)
        else:
            words = Label(look, shown.words, Text.SUPPORT, colour="text_2")
        row.addWidget(words, 1)


def minutes_words(minutes: int) -> str:
    """How long a step takes: "2 min"."""
    return translate("Guide", "{minutes} min").format(minutes=minutes)
