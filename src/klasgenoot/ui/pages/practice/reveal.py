"""A face with its name: to remember, to compare, or with what became of the answer."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.domain.people import Student
from klasgenoot.ui.kit.buttons import Button, icon_button
from klasgenoot.ui.kit.card import Line
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.typeset import Run
from klasgenoot.ui.pages.practice.choices import Choices
from klasgenoot.ui.pages.practice.contrast import Contrast
from klasgenoot.ui.pages.practice.enter import press_focused
from klasgenoot.ui.pages.practice.hero import Hero
from klasgenoot.ui.pages.practice.letters import SpelledName
from klasgenoot.ui.pages.practice.mnemonic_row import MnemonicRow
from klasgenoot.ui.pages.practice.room import PracticeRoom
from klasgenoot.ui.pages.practice.verdict import VerdictLine
from klasgenoot.viewmodels.practice_moment import Stage
from klasgenoot.viewmodels.practice_words import AnswerView

translate = QCoreApplication.translate

COLUMN, NARROWEST_COLUMN, CAPTIONS = 500, 300, 98
GAP = 60
WIDEST_ROOM = 660
SHARE, ROOM_SHARE = 0.667, 0.44
"""How much of the height the face or the room may take, and of the width the room."""
MIDDLE = Qt.AlignmentFlag.AlignVCenter


class Fact(QWidget):
    """A caption with something beside it, below a hairline."""

    def __init__(
        self,
        look: Look,
        caption: str,
        content: QWidget,
        *,
        line: bool = True,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignTop,
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 14)
        column.setSpacing(14)
        if line:
            column.addWidget(Line(look))
        row = QHBoxLayout()
        row.setSpacing(14)
        label = Label(look, caption, Text.SUPPORT, colour="text_2")
        label.setFixedWidth(look.fonts.px(CAPTIONS))
        row.addWidget(label, 0, side)
        row.addWidget(content, 1)
        column.addLayout(row)


class RevealView(QWidget):
    """The face at the left, everything about the name at the right.

    Attributes:
        hero: the face.
        choices: the buttons.

    Signals:
        listen_requested: the name is to be heard.
        mnemonic_typed: what the name is to be remembered by.
        photo_requested: a photo is to be added.
    """

    listen_requested = Signal()
    mnemonic_typed = Signal(str)
    photo_requested = Signal()

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.hero = Hero(look)
        self._room = PracticeRoom(look, chooses=False)
        self._room.hide()
        self.choices = Choices(look)
        self._verdict = VerdictLine(look)
        self._name = Label(look, "", Text.FOCUS_NAME)
        self._class = Label(look, "", Text.SUPPORT, colour="text_3")
        self._spoken = Label(look, "", Text.CARD, weight=QFont.Weight.Normal, colour="text_2")
        self._listen = icon_button(
            look, "volume-2", translate("Practice", "Hear the name"), kind="ghost"
        )
        self._listen.clicked.connect(self.listen_requested)
        self._spelled = SpelledName(look)
        self._on_list = Label(look, "")
        self._note = Label(look, "")
        self._mnemonic = MnemonicRow(look)
        self._mnemonic.kept.connect(self.mnemonic_typed)
        self._mnemonic.left.connect(self.take_focus)
        self._contrast = Contrast(look)
        self._photo = Button(look, translate("Practice", "Add a photo"), size="small", icon="image")
        self._photo.clicked.connect(self.photo_requested)
        self._facts = self._make_facts()
        self._fill()

    def show_view(self, view: AnswerView, stage: Stage) -> None:
        """Show a face with its name and what goes with it."""
        student = view.student
        self.hero.show_student(student, name=student.full_name)
        self.hero.setVisible(view.room is None)
        self._room.setVisible(view.room is not None)
        if view.room is not None:
            self._room.tell(view.room, said=view.confused_with)
        self._verdict.say(view.tone, view.verdict)
        rest = f" {student.rest_of_name}" if student.rest_of_name else ""
        self._name.set_runs(Run(student.name), Run(rest, QFont.Weight.Normal, "text_3"))
        self._class.setText(view.class_name)
        self._class.setVisible(bool(view.class_name))
        self._show_spoken(student)
        self._spelled.show_name(view.letters, view.letters_line)
        self._on_list.setText(view.on_list)
        self._note.setText(student.note)
        self._mnemonic.show_mnemonic(student.mnemonic)
        self._contrast.compare(student, view.confused_with)
        shown = (
            view.letters,
            view.on_list,
            view.asks_photo,
            True,
            student.note,
            view.confused_with,
        )
        for fact, has in zip(self._facts, shown, strict=True):
            fact.setVisible(bool(has))
        self.choices.offer(stage, view)

    def take_focus(self) -> None:
        """Put the keyboard on the button that goes on."""
        self.choices.take_focus()

    def fit(self, width: int, height: int) -> None:
        """Size the face for a page of this size."""
        px = self._look.fonts.px
        most = round((width - GAP - px(NARROWEST_COLUMN)) / 4 * 5)
        self.hero.set_height(max(px(200), min(round(height * SHARE), most)))
        beside = width - GAP - px(NARROWEST_COLUMN)
        wide = min(beside, px(WIDEST_ROOM), round(width * ROOM_SHARE))
        self._room.set_space(QSize(wide, round(height * SHARE)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_E and not event.modifiers():
            self._mnemonic.edit()
        elif not (press_focused(event, self) or self.choices.press(event)):
            super().keyPressEvent(event)

    def _show_spoken(self, student: Student) -> None:
        say = translate("Practice", "say: {sounds}").format(sounds=student.pronunciation)
        self._spoken.setText(say)
        self._spoken.setVisible(bool(student.pronunciation))
        self._listen.setVisible(student.sound is not None)

    def _make_facts(self) -> tuple[Fact, ...]:
        look = self._look
        photo = QWidget()
        photo.setLayout(flow(self._photo))
        return (
            Fact(look, translate("Practice", "You typed"), self._spelled, line=False, side=MIDDLE),
            Fact(look, translate("Practice", "On the list"), self._on_list),
            Fact(look, translate("Practice", "Photo"), photo, side=MIDDLE),
            Fact(look, translate("Practice", "Mnemonic"), self._mnemonic, side=MIDDLE),
            Fact(look, translate("Practice", "Note"), self._note),
            Fact(look, translate("Practice", "Mixed up with"), self._contrast),
        )

    def _fill(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._verdict)
        words.addSpacing(10)
        words.addWidget(self._name)
        words.addWidget(self._class)
        words.addSpacing(8)
        spoken = QHBoxLayout()
        spoken.setSpacing(8)
        spoken.addWidget(self._listen)
        spoken.addWidget(self._spoken, 1)
        spoken.addStretch(0)  # the button alone stands below the name, too
        words.addLayout(spoken)
        words.addSpacing(22)
        for fact in self._facts:
            words.addWidget(fact)
        words.addStretch(1)
        words.addSpacing(16)
        words.addWidget(self.choices)
        column = QWidget()
        column.setLayout(words)
        words.setContentsMargins(0, 0, 0, 0)
        column.setMaximumWidth(self._look.fonts.px(COLUMN))
        column.setMinimumWidth(self._look.fonts.px(NARROWEST_COLUMN))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addStretch(1)
        row.addWidget(self.hero, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._room, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(column, 1000)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(3)
        outer.addLayout(row)
        outer.addStretch(4)
