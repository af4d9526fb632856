"""After a new data key: do the copies that have the old one stay?"""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look

translate = QCoreApplication.translate


class OldStep(QWidget):
    """Says how many there are and who can open them; this is the question before they go.

    Signals:
        kept: they stay.
        dropped: they are to go, for good.
    """

    kept = Signal()
    dropped = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        card = Card(look, title=translate("Keys", "Older backups"))
        card.body.setSpacing(12)
        self._words = Label(look, "", colour="text_2")
        card.body.addWidget(self._words)
        after = translate(
            "Keys",
            "A new backup has just been made. You can keep the older ones and still put them back,"
            " or throw them away. What you throw away is gone for good. A copy on a stick stays"
            " there until you remove it yourself.",
        )
        card.body.addWidget(Label(look, after, colour="text_2"))
        self._wrong = Label(look, "", Text.SUPPORT, colour="brick_text")
        card.body.addWidget(self._wrong)
        self._drop = Button(look, translate("Keys", "Throw the older ones away"), icon="trash-2")
        self._drop.clicked.connect(self.dropped)
        self._keep = Button(look, translate("Keys", "Keep them"))
        self._keep.clicked.connect(self.kept)
        card.body.addLayout(flow(self._drop, self._keep))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def ask(self, count: int, *, leaked: bool) -> None:
        """Asks about so many copies; `leaked`: somebody knows the old passphrase."""
        with_phrase = translate(
            "Keys", "%n older backup(s) still open with the old passphrase.", None, count
        )
        without = translate(
            "Keys", "%n older backup(s) are from before the passphrase.", None, count
        )
        known = translate("Keys", "Who knows it and has such a backup can read what is in it.")
        beside = translate(
            "Keys",
            "Their key lay beside your data: who took both along can read what is in them.",
        )
        self._words.setText(f"{with_phrase} {known}" if leaked else f"{without} {beside}")
        self.say("")
        self._keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, sentence: str) -> None:
        """Says why they could not be thrown away; an empty text takes it back."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
