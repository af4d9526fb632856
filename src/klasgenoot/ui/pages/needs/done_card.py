"""Asked, then done: what you did with it, and whether the class heard."""

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from klasgenoot.domain.needs import Asked
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.choice import Check
from klasgenoot.ui.kit.field import TextBox
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.word_tip import WordTipPanel

translate = QCoreApplication.translate


class DoneCard(Card):
    """One line, and a box for having told the class.

    Signals:
        save_requested: what the teacher did with it.
        told: what the teacher did with it, and whether the class was told.
        remove_requested: the totals are to go.
    """

    save_requested = Signal(str)
    told = Signal(str, bool)
    remove_requested = Signal()

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        title = translate("Needs", "Asked, then done")
        super().__init__(look, title=title, sunken=True, parent=parent)
        self._shown: Asked | None = None
        about = translate(
            "Needs",
            "Choose one thing you can change by next lesson, and say so in class: you said, I did.",
        )
        self._did = TextBox(
            look,
            name=translate("Needs", "What do you do with it?"),
            placeholder=translate("Needs", "For instance: every lesson begins with an example."),
            least_lines=2,
        )
        save = Button(look, translate("Needs", "Save"), kind="tonal")
        save.clicked.connect(lambda: self.save_requested.emit(self._did.toPlainText()))
        self._told = Check(look, translate("Needs", "Told the class"))
        self._told.clicked.connect(self._on_told_clicked)
        self._when = Label(look, "", Text.SUPPORT, colour="text_2")
        remove = Button(
            look, translate("Needs", "Remove these totals"), kind="ghost", icon="trash-2"
        )
        remove.clicked.connect(self.remove_requested)
        self.body.setSpacing(10)
        self.body.addWidget(Label(look, about, Text.SUPPORT, colour="text_2"))
        self.body.addWidget(self._did)
        self.body.addWidget(WordTipPanel(look, self._did, proposes=False))
        self.body.addLayout(flow(save))
        self.body.addWidget(self._told)
        self.body.addWidget(self._when)
        self.body.addLayout(flow(remove))

    def show_asked(self, asked: Asked, *, told_words: str) -> None:
        """Show what was done with it; what is being written stays while it is the same time."""
        known = self._shown
        if known is None or (known.id, known.did) != (asked.id, asked.did):
            self._did.setPlainText(asked.did)
        self._shown = asked
        self._told.setChecked(asked.told_on is not None)
        self._when.setText(told_words)
        self._when.setVisible(bool(told_words))

    @property
    def next(self) -> QWidget:
        """What comes next: to say what you do with it, or that the class heard."""
        return self._told if self._shown is not None and self._shown.did else self._did

    @property
    def typed(self) -> str:
        """What is written and not saved; empty when nothing is."""
        saved = self._shown.did if self._shown else ""
        text = self._did.toPlainText()
        return text if text != saved else ""

    def fill(self, typed: str) -> None:
        """Go on with what was written before."""
        self._did.setPlainText(typed)

    @Slot(bool)
    def _on_told_clicked(self, told: bool) -> None:  # noqa: FBT001 - a Qt slot
        self.told.emit(self._did.toPlainText(), told)
