"""Who to begin with today? Three faces, each with the reason, the last line and a question."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.domain.people import StudentId
from klasgenoot.ui.kit.buttons import Button, icon_button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.faces import face_of
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import IconLabel, Label, name_label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.panel import Panel
from klasgenoot.ui.kit.portrait import Portrait
from klasgenoot.ui.kit.quote import MARKS
from klasgenoot.ui.kit.theme import Colour
from klasgenoot.viewmodels.checkins_rows import CheckInRow, Tone

translate = QCoreApplication.translate

WIDTH = 960
FACE = QSize(96, 120)
TONES: dict[Tone, tuple[Colour, str]] = {
    Tone.PASSED: ("brick_text", "calendar-x-2"),
    Tone.TURN: ("honey_text", "clock"),
    Tone.QUIET: ("text_2", "check"),
}
BESIDE = 700
"""In a window narrower than this, pixels at text scale 1, the faces stand below each other."""


class WhoNowPanel(Panel):
    """Three students; from each one logs, opens the student or puts off.

    Attributes:
        first: where the focus begins.

    Signals:
        log_requested: the row of whom was spoken with.
        opened: the row of whom more is to be seen.
        snooze_requested: the row of who is to be put off.
    """

    log_requested = Signal(object)
    opened = Signal(object)
    snooze_requested = Signal(object)

    def __init__(
        self,
        look: Look,
        window: QWidget,
        *,
        rows: Sequence[CheckInRow],
        questions: Mapping[StudentId, str],
    ) -> None:
        super().__init__(
            look,
            window,
            title=translate("CheckIns", "Who now?"),
            subtitle=translate("CheckIns", "Three is enough for today."),
            close_name=translate("CheckIns", "Close"),
            width=WIDTH,
        )
        self.first: QWidget | None = None
        narrow = window.width() < look.fonts.px(BESIDE)
        direction = QBoxLayout.Direction
        cards = QBoxLayout(direction.TopToBottom if narrow else direction.LeftToRight)
        cards.setSpacing(14)
        for row in rows:
            cards.addWidget(self._student(look, row, question=questions[row.student.id]), 1)
        self.body.addLayout(cards)
        if not rows:
            nobody = translate("CheckIns", "Everybody is put off for now.")
            self.body.addWidget(Label(look, nobody, colour="text_2"))

    def _student(self, look: Look, row: CheckInRow, *, question: str) -> Card:
        card = Card(look)
        card.setAccessibleName(row.sentence)
        top = QHBoxLayout()
        top.setSpacing(14)
        size = QSize(look.fonts.px(FACE.width()), look.fonts.px(FACE.height()))
        face = face_of(row)
        portrait = Portrait(look, face, name=row.name, size=size, radius=10)
        top.addWidget(portrait, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(name_label(look, row.student.name, row.student.rest_of_name, lines=2))
        words.addLayout(_reason(look, row))
        words.addStretch(1)
        top.addLayout(words, 1)
        card.body.addLayout(top)
        if row.last_line:
            card.body.addWidget(Label(look, row.last_line, Text.SUPPORT, colour="text_2", lines=3))
        card.body.addWidget(Label(look, MARKS.format(question)))
        if row.only_care:
            kindly = translate("CheckIns", "The last three times were about care.")
            card.body.addWidget(Label(look, kindly, Text.SUPPORT, colour="text_2"))
        card.body.addStretch(1)
        card.body.addSpacing(4)
        card.body.addLayout(self._buttons(look, row))
        return card

    def _buttons(self, look: Look, row: CheckInRow) -> QHBoxLayout:
        spoken = Button(
            look, translate("CheckIns", "Spoken"), kind="tonal", icon="check", size="small"
        )
        later = Button(look, translate("CheckIns", "Later"), kind="ghost", size="small")
        more = icon_button(look, "user", translate("CheckIns", "Open"), size="small")
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button, words, signal in (
            (spoken, spoken.text(), self.log_requested),
            (later, later.text(), self.snooze_requested),
            (more, more.toolTip(), self.opened),
        ):
            button.setAccessibleName(f"{words}: {row.name}")
            button.clicked.connect(lambda _=False, signal=signal: self._leave(signal, row))
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.first = self.first or spoken
        return buttons

    def _leave(self, signal: Signal, row: CheckInRow) -> None:
        self.close_panel()
        signal.emit(row)  # type: ignore[attr-defined]  # bound to this panel


def _reason(look: Look, row: CheckInRow) -> QHBoxLayout:
    colour, icon = TONES[row.tone]
    line = QHBoxLayout()
    line.setSpacing(6)
    line.addWidget(IconLabel(look, icon, colour=colour, size=14), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(Label(look, row.whole_reason, Text.SUPPORT, colour=colour), 1)
    return line
