"""What stands above one thing to do: stop at the left, how far it is in the middle."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.keys import KeyBadge
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look

translate = QCoreApplication.translate


SIDE, ABOVE = 26, 12
"""Padding: the texts in the button stand where those of a page do."""


class StopBar(QWidget):
    """A button to stop, a bar, and where one is: the cap of a page.

    Args:
        look: how everything looks.
        bar: shows how far it is.
        widest: how wide the bar is at most, at text scale 1.
        parent: the widget it is on.

    Signals:
        stop_requested: the teacher wants to stop.
    """

    stop_requested = Signal()

    def __init__(
        self, look: Look, bar: QWidget, *, widest: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._place = Label(look, "", Text.SUPPORT, colour="text_2", lines=1)
        stop = Button(look, translate("StopBar", "Stop"), kind="ghost", icon="x")
        stop.clicked.connect(self.stop_requested)
        bar.setMaximumWidth(look.fonts.px(widest))
        left = QHBoxLayout()
        left.setSpacing(8)
        left.addWidget(stop)
        left.addWidget(KeyBadge(look, translate("StopBar", "Esc")))
        left.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, ABOVE, SIDE, ABOVE)
        row.setSpacing(12)
        row.addLayout(left, 1)
        row.addWidget(bar, 2)
        row.addWidget(self._place)
        row.addSpacing(row.spacing())  # as before the bar
        row.addStretch(1)

    def say_place(self, place: str) -> None:
        """Shows where one is, as in "7 of 28"."""
        self._place.setText(place)
