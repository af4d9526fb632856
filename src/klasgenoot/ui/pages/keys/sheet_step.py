"""Step two: the recovery sheet, to be printed or written down."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look

translate = QCoreApplication.translate

NUMBERED = "{number}  {group}"


class SheetStep(QWidget):
    """The code, large and in groups.

    Signals:
        save_requested: as a PDF to print.
        kept: it is printed or written down.
    """

    save_requested = Signal()
    kept = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        card = Card(look, title=translate("Keys", "Your recovery sheet"))
        card.body.setSpacing(12)
        why = translate(
            "Keys",
            "If you forget the passphrase, this code is the only way in. Nobody else can help you."
            " Print it or write it down, and keep it where you keep your diploma.",
        )
        card.body.addWidget(Label(look, why, colour="text_2"))
        self._code = Label(look, "", Text.SECTION)
        self._code.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        card.body.addWidget(self._code)
        self._said = Label(look, "", Text.SUPPORT, colour="text_2")
        card.body.addWidget(self._said)
        self._save = Button(look, translate("Keys", "Save as PDF to print"), icon="printer")
        self._save.clicked.connect(self.save_requested)
        kept = Button(look, translate("Keys", "I have it on paper"), kind="primary")
        kept.clicked.connect(self.kept)
        card.body.addLayout(flow(kept, self._save))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.say("")

    def show_code(self, groups: tuple[str, ...]) -> None:
        """Shows a code, its groups numbered."""
        numbered = (
            NUMBERED.format(number=place, group=group) for place, group in enumerate(groups, 1)
        )
        self._code.setText("\n".join(numbered))
        self._code.setAccessibleName(", ".join(" ".join(group) for group in groups))
        self._save.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, sentence: str) -> None:
        """Says what happened to the sheet."""
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))
