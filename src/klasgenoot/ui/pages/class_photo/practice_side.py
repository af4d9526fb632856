"""Practising on the class photo: the question, a field for the name, and what the answer was."""

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.field import Field
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.toast import announce
from klasgenoot.viewmodels.class_photo_practice import GroupPractice, Way

translate = QCoreApplication.translate


class PracticeSide(QWidget):
    """Enter answers, and goes on after an answer that was missed.

    Attributes:
        field: where the name is typed.
        done: the button that ends it.

    Signals:
        ended: the teacher has practised enough.
    """

    ended = Signal()

    def __init__(self, look: Look, practice: GroupPractice) -> None:
        super().__init__()
        self._practice = practice
        self._asked = Label(look, "", Text.CARD)
        self.field = Field(
            look,
            name=translate("ClassPhoto", "Who is this?"),
            placeholder=translate("ClassPhoto", "Name"),
        )
        self.field.returnPressed.connect(self._on_return_pressed)
        self._said = Label(look, "", weight=QFont.Weight.DemiBold)
        card = Card(look)
        for part in (self._asked, self.field, self._said):
            card.body.addWidget(part)
        self._keys = Label(look, "", Text.SUPPORT, colour="text_2")
        kept = translate("GroupPractice", "Nothing of this is kept, and no card is rated by it.")
        done = Button(look, translate("GroupPractice", "Back to the names"), keys="Esc")
        done.setAutoDefault(True)  # Enter presses it, too, once all is done
        done.clicked.connect(self.ended)
        self.done = done
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(card)
        column.addWidget(self._keys)
        column.addWidget(Label(look, kept, Text.SUPPORT, colour="text_2"))
        column.addWidget(done, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_question(self) -> None:
        """Shows what is asked, and what the last answer came to."""
        practice = self._practice
        question, who = practice.question, practice.who
        names = question is not None and question.way is Way.NAME
        self.field.setVisible(names)
        if question is None or who is None:
            words = translate("GroupPractice", "Done: {right} of {asked} right at once.")
            asked = words.format(right=practice.right, asked=practice.asked)
        elif names:
            asked = translate("ClassPhoto", "Who is this?")
        else:
            asked = translate("GroupPractice", "Where is {name}?").format(name=who.full_name)
        self._asked.setText(asked)
        self._said.setText(practice.said)
        self._said.set_colour("brick_text" if practice.is_shown else "accent_text")
        self._said.setVisible(bool(practice.said))
        self._keys.setText(self._keys_words(names=names))
        if names and not practice.is_shown:
            self.field.clear()
        announce(self, " ".join(filter(None, (practice.said, asked))))

    def _keys_words(self, *, names: bool) -> str:
        if self._practice.question is None:
            return ""
        if self._practice.is_shown:
            return translate("GroupPractice", "Enter goes on; this one comes back at the end.")
        if names:
            return translate("GroupPractice", "Type the name and press Enter.")
        return translate("GroupPractice", "Click the head, or go there with the arrows and Enter.")

    @Slot()
    def _on_return_pressed(self) -> None:
        if self._practice.is_shown:
            self._practice.go_on()
        else:
            self._practice.name(self.field.text())
