"""Where does a text about others name who goes? Each in a field of its own, the name marked."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget

from klasgenoot.domain.erasing import Mention
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.field import TextBox
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.viewmodels.erasing import ErasingViewModel
from klasgenoot.viewmodels.words import short_date

translate = QCoreApplication.translate

MOST = 60
"""More texts than these are not shown at once; what is not shown can be done in one press."""


class MentionsCard(Card):
    """The texts that stay and speak of who goes.

    Attributes:
        first: where Tab comes first.

    Signals:
        text_changed: a Mention, and the words it gets.
        out_requested: the name is to go from all of them.
    """

    text_changed = Signal(object, str)
    out_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, title=translate("Erasing", "Texts that name them"))
        self._look = look
        self.body.setSpacing(12)
        words = translate(
            "Erasing",
            "These texts are about somebody else and stay. What you change here is changed too;"
            " in the backups the name becomes an ellipsis.",
        )
        self.body.addWidget(Label(look, words, colour="text_2"))
        self.first = Button(
            look, translate("Erasing", "Take the name out everywhere"), size="small"
        )
        self.first.clicked.connect(self.out_requested)
        self.body.addLayout(flow(self.first))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        self.body.addLayout(self._rows)
        self._more = Label(look, "", Text.SUPPORT, colour="text_2")
        self.body.addWidget(self._more)

    def show_mentions(self, view_model: ErasingViewModel) -> None:
        """Shows the texts as they are now."""
        sight = view_model.sight
        mentions = sight.mentions if sight else ()
        clear(self._rows)
        before: QWidget = self.first
        for mention in mentions[:MOST]:
            row, box = self._row(view_model, mention)
            self._rows.addWidget(row)
            self.setTabOrder(before, box)  # else new ones would come last of all
            before = box
        left = len(mentions) - MOST
        self._more.setText(
            translate("Erasing", "And %n more text(s).", None, left) if left > 0 else ""
        )
        self._more.setVisible(left > 0)
        self.set_count(str(len(mentions)))
        self.setVisible(bool(mentions))

    def _row(self, view_model: ErasingViewModel, mention: Mention) -> tuple[QWidget, TextBox]:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        whose = view_model.name_of(mention) or translate("Erasing", "Note on the group")
        head = f"{short_date(mention.on)} · {whose}" if mention.on else whose
        column.addWidget(Label(self._look, head, Text.SUPPORT, colour="text_2", lines=1))
        box = TextBox(self._look, name=head, least_lines=2, most_lines=6)
        text = view_model.text_of(mention)
        box.setPlainText(text)
        if text == mention.text:
            _mark(self._look, box, mention)
        box.textChanged.connect(lambda: self._on_text_changed(box, mention))
        column.addWidget(box)
        return row, box

    def _on_text_changed(self, box: TextBox, mention: Mention) -> None:
        box.setExtraSelections([])
        self.text_changed.emit(mention, box.toPlainText())


def _mark(look: Look, box: TextBox, mention: Mention) -> None:
    """Marks the names in a text, as long as it is the one that was found."""
    marks = []
    for start, end in mention.places:
        mark = QTextEdit.ExtraSelection()
        cursor = QTextCursor(box.document())
        cursor.setPosition(_units(mention.text[:start]))
        cursor.setPosition(_units(mention.text[:end]), QTextCursor.MoveMode.KeepAnchor)
        shape = QTextCharFormat()
        shape.setBackground(look.tokens["honey_tint"])
        shape.setForeground(look.tokens["text"])
        mark.cursor, mark.format = cursor, shape
        marks.append(mark)
    box.setExtraSelections(marks)


def _units(text: str) -> int:
    """Length as Qt counts it: in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2
