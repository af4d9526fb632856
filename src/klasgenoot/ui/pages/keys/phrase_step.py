"""Step one: type a passphrase, and see how long it would hold."""

from random import SystemRandom

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klasgenoot.domain.passphrase import Strength, strength_of, suggestion
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.secret_field import SecretField

translate = QCoreApplication.translate


class PhraseStep(QWidget):
    """A field with an honest word about what is typed in it.

    Signals:
        chosen: this passphrase is to be put on.
        computer_chosen: no passphrase, this computer alone.
    """

    chosen = Signal(str)
    computer_chosen = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._is_busy = False
        self._about: tuple[str, ...] = ()
        card = Card(look)
        card.body.setSpacing(12)
        why = translate(
            "Keys",
            "A sentence of a few words that only you know. It opens your classes on any computer, "
            "and nobody can read them without it: not a thief, not the school and not we.",
        )
        card.body.addWidget(Label(look, why, colour="text_2"))
        self._field = SecretField(
            look,
            name=translate("Keys", "Passphrase"),
            placeholder=translate("Keys", "for example five words that make you smile"),
            show_words=translate("Keys", "Show what I type"),
        )
        self._field.textChanged.connect(self._judge)
        self._field.returnPressed.connect(self._choose)
        card.body.addWidget(self._field)
        self._hint = Label(look, "", Text.SUPPORT, colour="text_2")
        card.body.addWidget(self._hint)
        self._wrong = Label(look, "", Text.SUPPORT, colour="brick_text")
        card.body.addWidget(self._wrong)
        self._go = Button(look, translate("Keys", "Go on"), kind="primary")
        self._go.clicked.connect(self._choose)
        words = Button(look, translate("Keys", "Suggest five words"), icon="shuffle")
        words.clicked.connect(self._on_suggest_clicked)
        self._computer = Button(look, translate("Keys", "Go on without one"), kind="ghost")
        self._computer.clicked.connect(self.computer_chosen)
        card.body.addLayout(flow(self._go, words, self._computer))
        self._computer_line = Label(
            look,
            translate(
                "Keys",
                "Without a passphrase whoever is logged in on this computer can open your classes."
                " You can choose one later in Settings.",
            ),
            Text.SUPPORT,
            colour="text_3",
        )
        card.body.addWidget(self._computer_line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.offer_computer(False)
        self.say("")
        self._judge()

    def begin(self) -> None:
        """Puts the focus in the field."""
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def know(self, about: tuple[str, ...]) -> None:
        """Words that are easy to guess of this teacher: names of classes and students."""
        self._about = about

    def offer_computer(self, is_offered: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Whether one may go on without a passphrase: the first time."""
        self._computer.setVisible(is_offered)
        self._computer_line.setVisible(is_offered)

    def set_busy(self, is_busy: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """While the passphrase is put on nothing can be pressed."""
        self._is_busy = is_busy
        self._field.setEnabled(not is_busy)
        self._judge()
        if not is_busy and not self.isVisible():
            self._field.clear()

    @Slot(str)
    def say(self, sentence: str) -> None:
        """Says what went wrong; an empty text takes it back."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))

    @Slot()
    def _judge(self) -> None:
        strength = strength_of(self._field.text(), about=self._about)
        self._hint.setText(_words(strength) if self._field.text() else "")
        self._go.setEnabled(strength is not Strength.TOO_SHORT and not self._is_busy)
        self._go.setText(
            translate("Keys", "One moment…") if self._is_busy else translate("Keys", "Go on")
        )

    @Slot()
    def _choose(self) -> None:
        if self._go.isEnabled():
            self.say("")
            self.chosen.emit(self._field.text())

    @Slot()
    def _on_suggest_clicked(self) -> None:
        self._field.setText(suggestion(SystemRandom()))
        self._field.reveal()
        self.begin()


def _words(strength: Strength) -> str:
    return {
        Strength.TOO_SHORT: translate("Keys", "Too easy to guess. Add a word or two."),
        Strength.WEAK: translate("Keys", "A thief with good computers guesses this within a year."),
        Strength.FAIR: translate("Keys", "Holds for years, unless it can be guessed from you."),
        Strength.STRONG: translate("Keys", "Holds. Nobody guesses this."),
    }[strength]
