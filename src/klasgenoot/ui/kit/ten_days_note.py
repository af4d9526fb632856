"""Ten days are complete: a quiet card for each, with the one thing that can be done next."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.faces import face_of
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import Portrait
from klasgenoot.ui.kit.toast import announce
from klasgenoot.viewmodels.ten_days_over import TenDaysOver

FACE = 44


class TenDaysNote(QWidget):
    """Says with whom ten days are complete; not there while there is nobody.

    Args:
        look: how everything looks.
        with_face: whether the face stands beside it; not where it is on the page already.
        beside: whether the button stands beside the words, where there is room for it.
        parent: as in Qt.

    Signals:
        next_requested: where the next thing is done, a Target.
    """

    next_requested = Signal(object)

    def __init__(
        self,
        look: Look,
        *,
        with_face: bool = True,
        beside: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._with_face = with_face
        self._beside = beside
        self._shown: tuple[TenDaysOver, ...] = ()
        self._buttons: list[Button] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self.hide()

    def show_rows(self, rows: Sequence[TenDaysOver]) -> None:
        """Show these; who is new is said aloud."""
        if tuple(rows) == self._shown:
            return
        for row in rows:
            if row not in self._shown:
                announce(self, row.heading)
        self._shown = tuple(rows)
        self._buttons = []
        clear(self._column)
        for row in rows:
            card = self._card(row)
            self._column.addWidget(card)
            card.show()
        self.setVisible(bool(rows))

    @property
    def count(self) -> int:
        """How many are shown."""
        return len(self._shown)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab comes to, from the top."""
        return tuple(self._buttons)

    def take_focus(self) -> bool:
        """Puts the keyboard on the last of them; False when there is nobody."""
        for button in self._buttons[-1:]:
            button.setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(self._buttons)

    def _card(self, row: TenDaysOver) -> Card:
        look, card = self._look, Card(self._look, sunken=True)
        card.setAccessibleName(row.heading)
        button = Button(look, row.act, size="small", icon="check")
        button.setAccessibleDescription(row.heading)
        button.clicked.connect(lambda: self.next_requested.emit(row.target))
        self._buttons.append(button)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(Label(look, row.heading, weight=QFont.Weight.DemiBold))
        words.addWidget(Label(look, row.line, Text.SUPPORT, colour="text_2"))
        if not self._beside:
            words.addSpacing(7)
            words.addLayout(flow(button))
        line = QHBoxLayout()
        line.setSpacing(12)
        if self._with_face:
            edge = look.fonts.px(FACE)
            face, name = face_of(row), row.student.full_name
            portrait = Portrait(look, face, name=name, size=QSize(edge, edge))
            line.addWidget(portrait, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        if self._beside:
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        card.body.addLayout(line)
        return card
