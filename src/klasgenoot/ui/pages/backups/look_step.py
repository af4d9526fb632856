"""What is in it, and what would be different? Then it is put back, and a last word says where."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.progress import Progress
from klasgenoot.ui.pages.backups.preview import DifferenceTable
from klasgenoot.viewmodels.backup_words import DifferenceRow
from klasgenoot.viewmodels.restoring import RestoreViewModel

translate = QCoreApplication.translate


class LookStep(QWidget):
    """The preview, with the question.

    Signals:
        agreed: put it back.
        back_requested: another backup.
    """

    agreed = Signal()
    back_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows: tuple[DifferenceRow, ...] | None = None
        card = Card(look)
        card.body.setSpacing(12)
        self._title = Label(look, "", Text.SECTION)
        self._notice = Label(look, "", colour="honey_text")
        self._holds = Label(look, "", colour="text_2")
        self._table = QVBoxLayout()
        self._after = Label(look, "", Text.SUPPORT, colour="text_2")
        card.body.addWidget(self._title)
        card.body.addWidget(self._notice)
        card.body.addWidget(self._holds)
        card.body.addLayout(self._table)
        card.body.addWidget(self._after)
        self._progress = Progress(look, name=translate("Restore", "Being put back"))
        self._progress.setRange(0, 0)
        card.body.addWidget(self._progress)
        self._back = Button(look, translate("Restore", "Another backup"))
        self._back.clicked.connect(self.back_requested)
        self._go = Button(look, icon="rotate-ccw", kind="primary")
        self._go.clicked.connect(self.agreed)
        self._go_over = Button(look, icon="rotate-ccw", kind="danger")
        self._go_over.clicked.connect(self.agreed)
        card.body.addLayout(flow(self._go, self._back, self._go_over))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def begin(self) -> None:
        """The safe button has the focus where something is replaced."""
        first = self._back if self._go.isHidden() else self._go
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_backup(self, view_model: RestoreViewModel) -> None:
        """Shows the backup that was chosen and looked through."""
        self._title.setText(
            translate("Restore", "The backup of {when}").format(when=view_model.title)
        )
        self._notice.setText(view_model.notice)
        self._notice.setVisible(bool(view_model.notice))
        self._holds.setText(translate("Restore", "In it: {what}.").format(what=view_model.holds))
        if view_model.rows != self._rows:
            self._rows = view_model.rows
            clear(self._table)
            if self._rows:
                self._table.addWidget(DifferenceTable(self._look, self._rows))
        aside = translate(
            "Restore", "The data that is here now is not thrown away: its file is kept aside."
        )
        self._after.setText(aside)
        self._after.setVisible(view_model.replaces)
        is_busy = view_model.is_putting_back
        self._progress.setVisible(is_busy)
        for button in (self._go, self._go_over):
            button.setText(
                translate("Restore", "Being put back…")
                if is_busy
                else translate("Restore", "Put it back")
            )
            button.setEnabled(not view_model.is_busy)
        self._back.setEnabled(not is_busy)
        self._go.setVisible(not view_model.replaces)
        self._go_over.setVisible(view_model.replaces)


class BackStep(QWidget):
    """It is back: where is what was here, and on to the classes.

    Signals:
        opened: open the data.
    """

    opened = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        card = Card(look)
        card.body.setSpacing(12)
        self._title = Label(look, "", Text.SECTION)
        self._kept = Label(look, "", colour="text_2")
        self._kept.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._go = Button(look, translate("Restore", "Open my classes"), kind="primary")
        self._go.clicked.connect(self.opened)
        card.body.addWidget(self._title)
        card.body.addWidget(self._kept)
        card.body.addWidget(self._go, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def begin(self) -> None:
        """Puts the focus on the button."""
        self._go.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_done(self, *, when: str, kept: str) -> None:
        """Says what was done."""
        self._title.setText(translate("Restore", "The backup of {when} is back").format(when=when))
        words = translate(
            "Restore",
            "What was here before is kept beside it, as {name}. In Settings, Backups you can remove"
            " that.",
        )
        self._kept.setText(words.format(name=kept))
        self._kept.setVisible(bool(kept))
