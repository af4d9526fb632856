"""Whose names are mixed up with whose: both faces, how often, and the way to tell them apart."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.domain.people import Student
from klasgenoot.ui.kit.buttons import Button, Kind
from klasgenoot.ui.kit.card import Card, Line
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.faces import face_of
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import IconLabel, Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import Portrait
from klasgenoot.viewmodels.mixed_up import PairView

translate = QCoreApplication.translate

FACE = 52
FEW = 4
"""With more pairs than this and one, the others stay behind a button."""
GAP = 10


class PairRow(QWidget):
    """Two students who are taken for each other.

    Attributes:
        drill: the button that puts them side by side; None where that is not possible yet.

    Signals:
        drill_requested: the pair is to be told apart, a `PairView`.
    """

    drill_requested = Signal(object)

    def __init__(self, look: Look, pair: PairView) -> None:
        super().__init__()
        self.drill: Button | None = None
        self.setAccessibleName(pair.sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 10, 0, 10)
        row.setSpacing(GAP)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(_portrait(look, pair.one), 0, top)
        icon = IconLabel(look, "check" if pair.is_settled else "arrow-left-right", colour="text_3")
        icon.setFixedHeight(FACE)
        row.addWidget(icon, 0, top)
        row.addWidget(_portrait(look, pair.other), 0, top)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(look, pair.both, Text.BODY, weight=QFont.Weight.DemiBold))
        words.addWidget(Label(look, pair.line, Text.SUPPORT, colour="text_2"))
        if pair.obstacle:
            words.addWidget(Label(look, pair.obstacle, Text.SUPPORT, colour="text_2"))
        elif not pair.is_settled:
            words.addSpacing(6)
            words.addWidget(self._drill_button(look, pair), 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        row.addSpacing(4)
        row.addLayout(words, 1)

    def _drill_button(self, look: Look, pair: PairView) -> Button:
        kind: Kind = "tonal" if pair.are_look_alikes else "plain"
        self.drill = Button(
            look, translate("Progress", "Practise this pair"), kind=kind, size="small"
        )
        self.drill.setAccessibleName(
            translate("Progress", "Practise this pair: {names}").format(names=pair.both)
        )
        self.drill.clicked.connect(lambda: self.drill_requested.emit(pair))
        return self.drill


class PairsCard(Card):
    """All pairs, a hairline between each two.

    Attributes:
        buttons: what can be pressed, from top to bottom.

    Signals:
        buttons_changed: there are other buttons.
        drill_requested: a pair is to be told apart, a `PairView`.
    """

    buttons_changed = Signal()
    drill_requested = Signal(object)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(look, title=translate("Progress", "Names you mix up"), parent=parent)
        self.buttons: tuple[Button, ...] = ()
        self._shown: tuple[PairView, ...] | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)

    def show_pairs(self, pairs: Sequence[PairView]) -> None:
        """Show these pairs, or that there are none."""
        if tuple(pairs) != self._shown:
            self._shown = tuple(pairs)
            self._fill(self._shown)

    def _fill(self, pairs: Sequence[PairView], *, all_of_them: bool = False) -> None:
        clear(self._rows)
        is_long = len(pairs) > FEW + 1 and not all_of_them
        rows = [PairRow(self._look, pair) for pair in (pairs[:FEW] if is_long else pairs)]
        buttons = [row.drill for row in rows if row.drill is not None]
        if not pairs:
            nobody = translate(
                "Progress",
                "You mixed nobody up in the last month. When it happens, both faces come here,"
                " to put side by side.",
            )
            self._add(Label(self._look, nobody, colour="text_2"))
        for number, row in enumerate(rows):
            if number:
                self._add(Line(self._look))
            row.drill_requested.connect(self.drill_requested)
            self._add(row)
        if is_long:
            more = Button(
                self._look,
                translate("Progress", "Show all {count} pairs").format(count=len(pairs)),
                kind="ghost",
                size="small",
                icon="chevron-down",
            )
            more.clicked.connect(lambda: self._show_all(pairs))
            self._add(Line(self._look))
            self._add(more)
            buttons.append(more)
        self.buttons = tuple(buttons)
        self.buttons_changed.emit()

    def _show_all(self, pairs: Sequence[PairView]) -> None:
        """Shows the others as well; the keyboard goes to the first of them that can be pressed."""
        place = len(self.buttons) - 1
        self._fill(pairs, all_of_them=True)
        if self.buttons:
            there = self.buttons[min(place, len(self.buttons) - 1)]
            there.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, part: QWidget) -> None:
        self._rows.addWidget(part)
        part.show()  # at once, so that it can have the focus


def _portrait(look: Look, student: Student) -> Portrait:
    return Portrait(look, face_of(student), name=student.full_name, size=QSize(FACE, FACE))
