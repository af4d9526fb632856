"""What does a button with more than a word on it stand on? An icon, a title, a line below it."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from klasgenoot.ui.kit.enter import EnterButton
from klasgenoot.ui.kit.labels import IconLabel, Label


class Measures(NamedTuple):
    """Pixels: its corners, around what is on it, beside the icon, and between the two texts."""

    radius: int
    padding: int
    gap: int
    line_gap: int


class LaidButton(EnterButton):
    """A button that lays labels out and is pressed anywhere; those who build on it paint it.

    Args:
        picture: the icon, at the left.
        title: what it is, which is what it is called for who listens, too.
        line: one line of help.
        after: what stands at the right.
    """

    def __init__(
        self,
        picture: IconLabel,
        title: Label,
        line: Label,
        *,
        measures: Measures,
        after: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(title.text())
        self.setAccessibleDescription(line.text())
        self.setProperty("ring", measures.radius)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        row = self._row = QHBoxLayout(self)
        around = measures.padding
        row.setContentsMargins(around, around - 2, around, around - 2)
        row.setSpacing(measures.gap)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(measures.line_gap)
        words.addWidget(title)
        words.addWidget(line)
        row.addLayout(words, 1)
        if after is not None:
            row.addWidget(after, 0, Qt.AlignmentFlag.AlignVCenter)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
