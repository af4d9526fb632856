"""Which one, if any? A row of chips of which at most one is on."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from klasgenoot.ui.kit.chips import Choice, FilterChip
from klasgenoot.ui.kit.flow import Flow
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.one_stop import OneStop


class OneOrNone(QWidget):
    """Chips to choose from; pressing the one that is on takes it off. One tab stop, wraps.

    Signals:
        picked: the key of what was chosen by hand; empty when it was taken off.
    """

    picked = Signal(str)

    def __init__(
        self, look: Look, choices: Sequence[Choice], *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        row = Flow()
        self.setLayout(row)
        self._chips: dict[str, FilterChip] = {}
        for choice in choices:
            chip = FilterChip(look, choice, parent=self)
            chip.clicked.connect(lambda on, key=choice.key: self._on_chip_clicked(key, on))
            row.addWidget(chip)
            self._chips[choice.key] = chip
        self._stop = OneStop(self, list(self._chips.values()))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def chip(self, key: str) -> FilterChip:
        """One of the chips, to say more about it."""
        return self._chips[key]

    def choose(self, key: str) -> None:
        """Show what is chosen, without a signal; an empty key for nothing."""
        for each, chip in self._chips.items():
            chip.setChecked(each == key)
        if key:
            self._stop.move_to(self._chips[key])

    def _on_chip_clicked(self, key: str, on: bool) -> None:  # noqa: FBT001 - as Qt's clicked
        self.choose(key if on else "")
        self.picked.emit(key if on else "")
