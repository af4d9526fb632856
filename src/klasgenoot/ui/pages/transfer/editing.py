"""What was told after all? A panel in which a transfer is mended."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from klasgenoot.ui.kit.asking_panel import AskingPanel
from klasgenoot.ui.kit.choice import Check
from klasgenoot.ui.kit.due_field import DueField
from klasgenoot.ui.kit.field import TextBox
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.word_tip import WordTipPanel
from klasgenoot.viewmodels.transfer import ToldRow

translate = QCoreApplication.translate


class EditPanel(AskingPanel):
    """The words of a transfer, and when to ask what came of it.

    Signals:
        mended: the words, and a day or None.
    """

    mended = Signal(str, object)

    def __init__(
        self, look: Look, window: QWidget, *, told: ToldRow, suggested: date, today: date
    ) -> None:
        title = translate("Transfer", "What the study coach was told")
        super().__init__(
            look,
            window,
            title=title,
            sentence=translate("Transfer", "As it was told. Here it is only the record of it."),
        )
        self._text = TextBox(look, name=title, least_lines=6)
        self._text.setPlainText(told.text)
        self._asks = Check(look, translate("Transfer", "Ask what came of it on"))
        self._asks.setChecked(told.return_on is not None)
        self._due = DueField(look)
        self._due.show_due(told.return_on or suggested, today=today)
        self._due.setEnabled(told.return_on is not None)
        self._asks.toggled.connect(self._due.setEnabled)
        self.body.addWidget(self._text)
        self.body.addWidget(WordTipPanel(look, self._text))
        self.body.addLayout(flow(self._asks, self._due))
        self.finish(translate("Transfer", "Save"), self._on_do_clicked)

    @property
    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return self._text

    @Slot()
    def _on_do_clicked(self) -> None:
        return_on = self._due.day if self._asks.isChecked() else None
        self.mended.emit(self._text.toPlainText(), return_on)
