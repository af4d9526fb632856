"""What would be different? Now and then beside each other, before anything is put back."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.panel import Panel
from klasgenoot.viewmodels.backup_words import DifferenceRow
from klasgenoot.viewmodels.backups import Offer

translate = QCoreApplication.translate

WIDTH = 600
KIND_WIDTH = 120


class DifferenceTable(QWidget):
    """Three columns: what it is about, as it is now, as it will be."""

    def __init__(self, look: Look, rows: Sequence[DifferenceRow]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, look.fonts.px(KIND_WIDTH))
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        heads = (translate("Backups", "Now"), translate("Backups", "In the backup"))
        for column, head in enumerate(heads, 1):
            grid.addWidget(Label(look, head, Text.SUPPORT, colour="text_3"), 0, column)
        for line, row in enumerate(rows, 1):
            grid.addWidget(Label(look, row.kind, colour="text_2"), line, 0)
            grid.addWidget(Label(look, row.now), line, 1)
            grid.addWidget(Label(look, row.then, weight=QFont.Weight.DemiBold), line, 2)
        spoken = (f"{row.kind}: {heads[0]} {row.now}, {heads[1]} {row.then}." for row in rows)
        self.setAccessibleName(" ".join(spoken))


class _AskedOnce(Panel):
    """Asks what Ctrl Z does not bring back. The safe button has the focus.

    Signals:
        agreed: do it.
    """

    agreed = Signal()

    def _ask(self, stay: Button, go: Button) -> None:
        self.stay, self.go = stay, go
        stay.clicked.connect(self.close_panel)
        go.clicked.connect(self._on_go_clicked)
        self.body.addSpacing(4)
        self.body.addLayout(flow(stay, go))

    def begin(self) -> None:
        """Shows it."""
        self.open_panel(self.stay)

    def _on_go_clicked(self) -> None:
        self.close_panel()
        self.agreed.emit()


class PutBackPanel(_AskedOnce):
    """Asks before a backup takes the place of the data."""

    def __init__(self, look: Look, window: QWidget, offer: Offer) -> None:
        title = translate("Backups", "Put the backup of {when} back?").format(when=offer.when)
        super().__init__(look, window, title=title, width=WIDTH)
        if offer.notice:
            self.body.addWidget(Label(look, offer.notice, colour="honey_text"))
        if offer.rows:
            self.body.addWidget(DifferenceTable(look, offer.rows))
        else:
            same = translate(
                "Backups",
                "It holds as many students, contacts and notes as you have now. What was changed in"
                " them since then goes back too.",
            )
            self.body.addWidget(Label(look, same, colour="text_2"))
        after = translate(
            "Backups",
            "Ctrl Z does not take this back. Your data of this moment becomes a backup first, and"
            " the file is kept aside as well.",
        )
        self.body.addWidget(Label(look, after, Text.SUPPORT, colour="text_2"))
        self._ask(
            Button(look, translate("Backups", "Leave it as it is")),
            Button(look, translate("Backups", "Put back"), kind="danger", icon="rotate-ccw"),
        )


class RemovePanel(_AskedOnce):
    """Asks before an older data file goes for good."""

    def __init__(self, look: Look, window: QWidget, *, when: str, about: str) -> None:
        title = translate("Backups", "Remove this older file for good?")
        super().__init__(look, window, title=title, width=WIDTH)
        self.body.addWidget(Label(look, f"{when} · {about}", colour="text_2"))
        words = translate("Backups", "Your classes and your backups stay as they are.")
        self.body.addWidget(Label(look, words, Text.SUPPORT, colour="text_2"))
        self._ask(
            Button(look, translate("Backups", "Keep it")),
            Button(look, translate("Backups", "Remove"), kind="danger", icon="trash-2"),
        )
