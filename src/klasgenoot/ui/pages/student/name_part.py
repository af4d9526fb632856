"""The name in the right column: how well it is known, and who the student is taken for."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Line
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.faces import face_of
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import Portrait
from klasgenoot.viewmodels.mixed_up import PairView
from klasgenoot.viewmodels.student_name import NameFacts
from klasgenoot.viewmodels.target import PageId, Target

translate = QCoreApplication.translate

ABOVE_TITLE = 8

FACE = 40


class NamePart(QWidget):
    """What there is to say about the name.

    Signals:
        open_requested: a Target.
    """

    open_requested = Signal(object)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: NameFacts | None = None
        title = translate("Student", "The name")
        self.setAccessibleName(title)
        self._sentence = Label(look, "", Text.SUPPORT, colour="text_2")
        those = QWidget()  # before the button: Tab goes by who came first
        self._pairs = QVBoxLayout(those)
        self._pairs.setContentsMargins(0, 0, 0, 0)
        self._pairs.setSpacing(12)
        self._progress = Button(look, translate("Student", "Progress"), size="small", icon="target")
        self._progress.setAccessibleName(
            translate("Student", "Progress with the names of the class")
        )
        self._progress.clicked.connect(lambda: self.open_requested.emit(Target(PageId.PROGRESS)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Line(look))
        column.addSpacing(ABOVE_TITLE)
        column.addWidget(Label(look, title, Text.CARD))
        column.addWidget(self._sentence)
        column.addWidget(those)
        buttons = QWidget()
        buttons.setLayout(flow(self._progress))
        column.addWidget(buttons)

    def say(self, facts: NameFacts | None) -> None:
        """Show what is known of a name; nothing when nobody is there."""
        self.setVisible(facts is not None)
        if facts is None or facts == self._shown:
            return
        self._shown = facts
        self._sentence.setText(facts.sentence)
        clear(self._pairs)
        for pair in facts.pairs:
            row = self._pair(pair)
            self._pairs.addWidget(row)
            row.show()

    def _pair(self, pair: PairView) -> QWidget:
        """Who the student is taken for, and the way to tell them apart."""
        item = QWidget()
        item.setAccessibleName(pair.sentence)
        row = QHBoxLayout(item)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        other = pair.other
        face = face_of(other)
        photo = Portrait(self._look, face, name=other.full_name, size=QSize(FACE, FACE))
        row.addWidget(photo, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        said = translate("Student", "Mixed up with {name}")
        if pair.is_settled:
            said = "{name}"
        name = Label(
            self._look,
            said.format(name=pair.names[1]),
            Text.SUPPORT,
            weight=QFont.Weight.Medium,
        )
        words.addWidget(name)
        words.addWidget(Label(self._look, pair.line, Text.CAPTION, colour="text_2"))
        if pair.obstacle:
            words.addWidget(Label(self._look, pair.obstacle, Text.CAPTION, colour="text_2"))
        elif not pair.is_settled:
            words.addSpacing(4)
            words.addWidget(self._drill(pair), 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(words, 1)
        return item

    def _drill(self, pair: PairView) -> Button:
        button = Button(self._look, translate("Student", "Practise this pair"), size="small")
        button.setAccessibleName(
            translate("Student", "Practise this pair: {names}").format(names=pair.both)
        )
        button.clicked.connect(lambda: self.open_requested.emit(pair.target(back_to_student=True)))
        return button
