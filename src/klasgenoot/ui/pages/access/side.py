"""What can be done with it? Read it through, cover what is not for the student, hand it over."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.domain.rights import FileKind
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.choice import Dropdown
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.field import Field
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look

translate = QCoreApplication.translate

OWN_WORDS = "own"


class AccessSide(QWidget):
    """Three steps, one below the other.

    Signals:
        cover_requested: cover what is selected.
        uncover_requested: the number of a cover to take off.
        save_requested: a `FileKind`.
    """

    cover_requested = Signal()
    uncover_requested = Signal(int)
    save_requested = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._reasons = Dropdown(look, name=translate("AccessPage", "Why it is covered"))
        self._reasons.activated.connect(self._on_reason_activated)
        self._own = Field(
            look,
            name=translate("AccessPage", "Why, in your own words"),
            placeholder=translate("AccessPage", "Why, without what it says"),
        )
        self._own.hide()
        self._own.returnPressed.connect(self.cover_requested)
        self._doubts = Label(look, "", Text.SUPPORT, colour="honey_text")
        self._said = Label(look, "", Text.SUPPORT, colour="text_2")
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._reading())
        column.addWidget(self._covering())
        column.addWidget(self._handing())
        column.addStretch(1)

    @property
    def reason(self) -> str:
        """Why words are covered; empty as long as it has to be typed."""
        if self._reasons.currentData() == OWN_WORDS:
            return self._own.text()
        return self._reasons.currentText()

    def ask_why(self) -> None:
        """Puts the cursor where the reason goes."""
        self._own.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer(self, reasons: Sequence[str]) -> None:
        """Offers these reasons and own words; what was chosen stays chosen."""
        if self._reasons.count():
            return
        for words in reasons:
            self._reasons.addItem(words)
        self._reasons.addItem(translate("AccessPage", "in my own words…"), OWN_WORDS)

    def show_covers(self, lines: Sequence[str], *, doubts: int) -> None:
        """Shows what is covered, each with a way back, and how many words may be names."""
        words = translate("AccessPage", "%n word(s) with dots below may be a name.", None, doubts)
        self._doubts.setText(words)
        self._doubts.setVisible(doubts > 0)
        clear(self._list)
        for number, line in enumerate(lines):
            row = QHBoxLayout()
            row.setSpacing(6)
            row.addWidget(Label(self._look, line, Text.SUPPORT), 1)
            back = Button(
                self._look, translate("AccessPage", "Show again"), kind="ghost", size="small"
            )
            back.setAccessibleDescription(line)
            back.clicked.connect(lambda _=False, at=number: self.uncover_requested.emit(at))
            row.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
            holder = QWidget()
            row.setContentsMargins(0, 0, 0, 0)
            holder.setLayout(row)
            self._list.addWidget(holder)

    def say(self, sentence: str) -> None:
        """Says what happened to the file."""
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    def _reading(self) -> Card:
        card = Card(self._look, title=translate("AccessPage", "1. Read it through"))
        words = translate(
            "AccessPage",
            "Other students are called A, B and so on wherever their name was recognised. A"
            " nickname or “the boy next to you” is not recognised: only you can see that.",
        )
        card.body.addWidget(Label(self._look, words, Text.SUPPORT, colour="text_2"))
        card.body.addWidget(self._doubts)
        return card

    def _covering(self) -> Card:
        card = Card(self._look, title=translate("AccessPage", "2. Cover what is about others"))
        words = translate(
            "AccessPage",
            "Select words in the text. The student sees that something is covered, how much and"
            " why. What is only uncomfortable stays: they have a right to it.",
        )
        card.body.addWidget(Label(self._look, words, Text.SUPPORT, colour="text_2"))
        cover = Button(
            self._look, translate("AccessPage", "Cover"), icon="eye-off", size="small", keys="Enter"
        )
        cover.clicked.connect(self.cover_requested)
        card.body.addWidget(self._reasons)
        card.body.addWidget(self._own)
        card.body.addLayout(flow(cover))
        card.body.addLayout(self._list)
        return card

    def _handing(self) -> Card:
        card = Card(self._look, title=translate("AccessPage", "3. Hand it over"))
        words = translate(
            "AccessPage",
            "The file is not encrypted. Give it to the student and then delete it. Klasgenoot keeps"
            " that you gave it, how much was covered and why.",
        )
        card.body.addWidget(Label(self._look, words, Text.SUPPORT, colour="text_2"))
        pdf = Button(
            self._look, translate("AccessPage", "Save as PDF"), kind="primary", icon="file-text"
        )
        pdf.clicked.connect(lambda: self.save_requested.emit(FileKind.PDF))
        data = Button(self._look, translate("AccessPage", "As data (JSON)"), icon="download")
        data.clicked.connect(lambda: self.save_requested.emit(FileKind.JSON))
        card.body.addLayout(flow(pdf, data))
        card.body.addWidget(self._said)
        self._said.hide()
        return card

    @Slot()
    def _on_reason_activated(self) -> None:
        is_own = self._reasons.currentData() == OWN_WORDS
        self._own.setVisible(is_own)
        if is_own:
            self.ask_why()
