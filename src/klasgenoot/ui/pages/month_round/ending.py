"""How did the round end? In words, with the faces of who would not come yet."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.domain.people import Student
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.faces import face_of
from klasgenoot.ui.kit.flow import Flow, flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import Portrait
from klasgenoot.viewmodels.month_round import MonthRoundViewModel

translate = QCoreApplication.translate

MIDDLE = Qt.AlignmentFlag.AlignHCenter
FACE = QSize(84, 105)
WIDTH = 640
PITCH = 100
"""So wide is a face with its name, so that faces stand under each other."""


class EndView(QWidget):
    """What came of it.

    Attributes:
        done: the button that leaves.

    Signals:
        student_requested: the id of a student to look at.
        again_requested: go through the class once more.
        done_requested: leave.
    """

    student_requested = Signal(object)
    again_requested = Signal()
    done_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[tuple[Student, str], ...] | None = None
        self._title = Label(look, "", Text.NAME)
        self._words = Label(look, "", Text.CARD, weight=look.fonts.font(Text.BODY).weight())
        self._words.set_colour("text_2")
        for label in (self._title, self._words):
            label.setAlignment(MIDDLE | Qt.AlignmentFlag.AlignVCenter)
        self._faces = QWidget()
        self._row = Flow(gap=6, line_gap=14, to_middle=True)
        self._faces.setLayout(self._row)
        self._faces.setMaximumWidth(look.fonts.px(WIDTH))
        again = Button(look, translate("MonthRound", "Look again"), size="large")
        again.clicked.connect(self.again_requested)
        self.done = Button(
            look, translate("MonthRound", "Done"), kind="primary", size="large", keys="↵"
        )
        self.done.clicked.connect(self.done_requested)
        buttons = QWidget()
        buttons.setLayout(flow(again, self.done))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(3)
        column.addWidget(self._title)
        column.addSpacing(10)
        column.addLayout(_in_the_middle(self._words))
        column.addSpacing(20)
        column.addLayout(_in_the_middle(self._faces))
        column.addSpacing(24)
        column.addWidget(buttons, 0, MIDDLE)
        column.addStretch(4)

    def show_end(self, shown: MonthRoundViewModel) -> None:
        """Show how it ended."""
        title = translate("MonthRound", "That was {month}").format(month=shown.month)
        self._title.setText(title)
        self._words.setText(shown.summary)
        self._show_faces(shown.not_coming, called=shown.called)

    def _show_faces(self, people: Sequence[Student], *, called: Callable[[Student], str]) -> None:
        named = tuple((student, called(student)) for student in people)
        if named == self._shown:
            return
        self._shown = named
        clear(self._row)
        for student, name in named:
            self._row.addWidget(self._one(student, name))
        self._faces.setVisible(bool(people))

    def _one(self, student: Student, name: str) -> QWidget:
        whole = QWidget(self._faces)
        whole.setMinimumWidth(self._look.fonts.px(PITCH))
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        face = face_of(student)
        column.addWidget(Portrait(self._look, face, name=student.full_name, size=FACE), 0, MIDDLE)
        button = Button(self._look, name.replace("&", "&&"), kind="ghost", size="small")
        button.clicked.connect(lambda: self.student_requested.emit(student.id))
        column.addWidget(button, 0, MIDDLE)
        return whole


def _in_the_middle(widget: QWidget) -> QHBoxLayout:
    """A row that lets a widget wrap; one that is aligned gets the height of a single line."""
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget)
    row.addStretch(1)
    return row
