"""One promise in the list: a check, the face, what was promised to whom, and by when."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import icon_button
from klasgenoot.ui.kit.faces import face_of
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import Portrait
from klasgenoot.ui.kit.round_check import RoundCheck
from klasgenoot.ui.kit.theme import Colour
from klasgenoot.viewmodels.promises import PromiseLine, When

translate = QCoreApplication.translate

FACE = 40
COLOURS: dict[When, Colour] = {
    When.PASSED: "brick_text",
    When.THIS_WEEK: "honey_text",
    When.NEXT_WEEK: "text_2",
    When.LATER: "text_2",
}


class LineItem(QWidget):
    """One promise. On its check Space or Enter says it is done, F2 mends and Delete removes.

    Attributes:
        check: the keyboard goes from check to check.

    Signals:
        done: it was done.
        edit_requested: mend it.
        remove_requested: remove it.
        student_requested: show the student.
    """

    done = Signal()
    edit_requested = Signal()
    remove_requested = Signal()
    student_requested = Signal()

    def __init__(self, look: Look, line: PromiseLine) -> None:
        super().__init__()
        can_change = line.promise is not None
        name = translate("Promises", "Done: {what}").format(what=line.sentence)
        self.check = RoundCheck(look, name=name, can_change=can_change)
        self.check.clicked.connect(self.done)
        self.check.edit_requested.connect(self.edit_requested)
        self.check.remove_requested.connect(self.remove_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self.check, 0, middle)
        face = face_of(line.student)
        row.addWidget(Portrait(look, face, name="", size=QSize(FACE, FACE)), 0, middle)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(Label(look, line.text))
        texts.addWidget(Label(look, line.name, Text.CAPTION, colour="text_2"))
        row.addLayout(texts, 1)
        weight = QFont.Weight.Medium
        due = Label(look, line.due, Text.SUPPORT, colour=COLOURS[line.when], weight=weight, lines=1)
        row.addWidget(due, 0, middle)
        deeds = [("user", translate("Promises", "Open the student"), self.student_requested)]
        if can_change:
            deeds += [
                ("pencil", translate("Promises", "Change"), self.edit_requested),
                ("trash-2", translate("Promises", "Remove"), self.remove_requested),
            ]
        for icon, words, wish in deeds:
            button = icon_button(look, icon, words, size="small")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # F2, Delete and the palette do the same
            button.clicked.connect(wish)
            row.addWidget(button, 0, middle)
