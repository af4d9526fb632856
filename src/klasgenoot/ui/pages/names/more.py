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
KEYS = ("8", "9", "0", "-")
"""As they lie on a keyboard: the ways have those before them."""


class More(QWidget):
    """The sweep, the five minutes before a lesson, how far one is, and look-alikes.

    Attributes:
        keys: each button by the key that presses it.

    Signals:
        requested: a Target.
    """

    requested = Signal(object)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keys: dict[str, Button] = {}
        self._pair: Target | None = None
        title = QHBoxLayout()
        title.setContentsMargins(4, 0, 4, 0)
        title.addWidget(Label(look, translate("Names", "Besides"), Text.CARD))
        cells = QGridLayout()
        cells.setSpacing(8)
        for place, (keys, (words, tip, target)) in enumerate(zip(KEYS, _offered(), strict=True)):
            button = Button(look, words, size="small", keys=keys)
            button.setToolTip(tip)
            button.setAccessibleDescription(tip)
            button.clicked.connect(lambda _on=False, target=target: self._on_clicked(target))
            self.keys[keys] = button
            cells.addWidget(button, place // COLUMNS, place % COLUMNS)
        self._look_alikes = button
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(title)
        column.addLayout(cells)

    def offer_look_alikes(self, pair: Target | None) -> None:
        """Offers to tell two students apart; None where there are no such two."""
        self._pair = pair
        self._look_alikes.setVisible(pair is not None)

    def _on_clicked(self, target: Target | None) -> None:
        wanted = target or self._pair
        if wanted is not None:
            self.requested.emit(wanted)


def _offered() -> tuple[tuple[str, str, Target | None], ...]:
    """Each: its name, a line on it and where it is; look-alikes come last."""
    return (
        (
            translate("Names", "Sweep"),
            translate("Names", "the whole class, without help"),
            Target(PageId.SWEEP),
        ),
        (
            translate("Names", "Five minutes"),
            translate("Names", "just before the lesson: this class, what helps most first"),
            Target(PageId.PRACTICE, act=Occasion.BEFORE_CLASS.value),
        ),
        (
            translate("Names", "Progress"),
            translate("Names", "how far you are, and how it went"),
            Target(PageId.PROGRESS),
        ),
        (
            translate("Names", "Look-alikes"),
            translate("Names", "two you mix up, side by side"),
            None,
        ),
    )
