"""What helps the student, what do you have in common, and who coaches them? Parts at the side."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Line
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.quote import Quote
from klasgenoot.ui.pages.student.side_title import SideTitle
from klasgenoot.viewmodels.student_noted import CoachPart, HelpsPart

translate = QCoreApplication.translate

GAP = 20


class SidePart(QWidget):
    """A part of the side with a line above it and a title.

    Signals:
        requested: the button beside the title was pressed.
    """

    requested = Signal()

    def __init__(self, look: Look, title: str, *, icon: str, does: str) -> None:
        super().__init__()
        self._look = look
        self._shown: object = self  # nothing yet, and not None either: that is something to show
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Line(look))
        column.addSpacing(GAP - 4)
        self.head = SideTitle(look, title, icon=icon, does=does)
        self.head.requested.connect(self.requested)
        column.addWidget(self.head)
        column.addSpacing(2)
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        column.addLayout(self._column)

    def _is_news(self, shown: object) -> bool:
        """Whether it is not what stands there already; if so, makes room for it."""
        if shown == self._shown:
            return False
        self._shown = shown
        clear(self._column)
        return True

    def _add(self, part: QWidget) -> None:
        self._column.addWidget(part)


class Helps(SidePart):
    """What helps, in the student's own words; or that they were not asked."""

    def __init__(self, look: Look) -> None:
        title = translate("Student", "What helps you?")
        super().__init__(
            look, title, icon="pencil", does=translate("Student", "Note what they say helps them")
        )

    def say(self, part: HelpsPart | None) -> None:
        """Show it."""
        if part is None or not self._is_news(part):
            return
        self.head.say(part.whose)
        if part.text:
            self._add(Quote(self._look, part.text, marks=False))
            self._add(Label(self._look, part.line, Text.CAPTION, colour="text_2"))
        else:
            self._add(Label(self._look, part.line, Text.SUPPORT, colour="text_2"))


class InCommon(SidePart):
    """What teacher and student have in common; a subject teacher sees it only when it is there."""

    def __init__(self, look: Look) -> None:
        super().__init__(
            look,
            translate("Student", "In common with you"),
            icon="pencil",
            does=translate("Student", "Note what you have in common"),
        )

    def say(self, text: str, *, name: str, is_asked: bool) -> None:
        """Show it."""
        self.setVisible(bool(text) or is_asked)
        if not self._is_news((text, name)):
            return
        if text:
            self._add(Label(self._look, text))
        else:
            words = translate("Student", "Nothing yet. Ask {name} what they like to do.")
            label = Label(self._look, words.format(name=name), Text.SUPPORT, colour="text_2")
            self._add(label)


class Coach(SidePart):
    """The study coach: whether they may be told, and the way to a transfer.

    Signals:
        transfer_requested: something is to be passed on, or asked first.
    """

    transfer_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(
            look,
            translate("Student", "Study coach"),
            icon="pencil",
            does=translate("Student", "Say who the study coach is"),
        )

    def say(self, part: CoachPart | None, *, is_teacher: bool) -> None:
        """Show it; when it is the teacher there is nothing to pass on."""
        self.setVisible(not is_teacher)
        if not self._is_news(part):
            return
        if part is None:
            words = translate("Student", "Not known who that is.")
            self._add(Label(self._look, words, Text.SUPPORT, colour="text_2"))
            return
        self._add(Label(self._look, part.name))
        self._add(Label(self._look, part.line, Text.CAPTION, colour="text_2"))
        words = (
            translate("Student", "Pass on…")
            if part.is_allowed
            else translate("Student", "Ask first…")
        )
        button = Button(self._look, words, size="small", icon="handshake")
        button.clicked.connect(self.transfer_requested)
        holder = QWidget()
        holder.setLayout(flow(button))
        holder.setContentsMargins(0, 4, 0, 0)
        self._column.addWidget(holder, 0, Qt.AlignmentFlag.AlignLeft)
