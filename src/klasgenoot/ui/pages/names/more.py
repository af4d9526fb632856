"""What else is there to do with the names of a class? A few small buttons, each with its key."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.viewmodels.occasions import Occasion
from klasgenoot.viewmodels.target import PageId, Target

translate = QCoreApplication.translate

COLUMNS = 2


class More(QWidget):
    """The sweep and the five minutes before a lesson.

    Attributes:
        keys: each button by the key that presses it.

    Signals:
        requested: a Target.
    """

    requested = Signal(object)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keys: dict[str, Button] = {}
        title = QHBoxLayout()
        title.setContentsMargins(4, 0, 4, 0)
        title.addWidget(Label(look, translate("Names", "Besides"), Text.CARD))
        cells = QGridLayout()
        cells.setSpacing(8)
        for place, (words, tip, icon, keys, target) in enumerate(_offered()):
            button = Button(look, words, size="small", icon=icon, keys=keys)
            button.setToolTip(tip)
            button.setAccessibleDescription(tip)
            button.clicked.connect(lambda _on=False, target=target: self.requested.emit(target))
            self.keys[keys] = button
            cells.addWidget(button, place // COLUMNS, place % COLUMNS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(title)
        column.addLayout(cells)


def _offered() -> tuple[tuple[str, str, str, str, Target], ...]:
    """Each: its name, a line on it, icon, key and where it is."""
    return (
        (
            translate("Names", "Sweep"),
            translate("Names", "the whole class, without help"),
            "fast-forward",
            "6",
            Target(PageId.SWEEP),
        ),
        (
            translate("Names", "Five minutes"),
            translate("Names", "just before the lesson: this class, what helps most first"),
            "clock",
            "7",
            Target(PageId.PRACTICE, act=Occasion.BEFORE_CLASS.value),
        ),
    )
