"""How it went: a title, a sentence, the faces, and at the foot the button that ends it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.domain.people import Student, StudentId
from klasgenoot.domain.summary import Result
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.pages.practice.enter import press_focused
from klasgenoot.ui.pages.practice.result_faces import GAP, ResultFaces, least_edge

WIDEST, WIDEST_OF_MANY = 1080, 1360
"""Of a look back, and of one with more faces in a row than the first has room for."""
MOST_USUAL, MOST = 12, 14
"""Faces in a row of the usual width, and of the other."""


class Foot(QWidget):
    """What stays on screen below a look back: a few words, and the buttons.

    Args:
        words: at the left.
        buttons: at the right.
    """

    def __init__(self, words: QWidget, *buttons: QWidget) -> None:
        super().__init__()
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(words, 1)
        right = QWidget()
        right.setLayout(flow(*buttons, to_right=True))
        line.addWidget(right)
        self.inner = _in_the_middle(self, above=12)  # the ring of a button takes some of that
        self.inner.setLayout(line)
        line.setContentsMargins(0, 0, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_focused(event, self):
            super().keyPressEvent(event)


class ResultView(QWidget):
    """What a look back on practice and one on a sweep have in common.

    Args:
        look: what it is drawn with.
        done: the words on the button that ends it.
        more: the button beside that one.

    Attributes:
        foot: for the page to keep on screen, however long the look back is.

    Signals:
        done_requested: the teacher is done.
    """

    done_requested = Signal()

    def __init__(
        self, look: Look, *, done: str, more: Button, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._title = Label(look, "", Text.NAME)
        self._sentence = Label(look, "", Text.CARD, weight=QFont.Weight.Normal, colour="text_2")
        self._faces = ResultFaces(look)
        self._more = more
        self._done = Button(look, done, kind="primary", size="large", keys="↵")
        self._done.clicked.connect(self.done_requested)
        self._aside = Label(look, "", Text.BODY, colour="text_2")
        self._inner = _in_the_middle(self)
        self.foot = Foot(self._aside, self._more, self._done)

    def take_focus(self) -> None:
        """Put the keyboard on the button that ends it."""
        self._done.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_focused(event, self):
            super().keyPressEvent(event)

    def _show_faces(
        self,
        faces: Sequence[tuple[Student, Result]],
        *,
        called: Mapping[StudentId, str],
        columns: int,
        width: int,
    ) -> None:
        """Show the faces, so many in a row.

        Args:
            faces: who, and what became of each.
            called: what they are called.
            columns: how many in a row, if there is room for their names.
            width: of the page.
        """
        px = self._look.fonts.px
        widest = WIDEST if columns <= MOST_USUAL else WIDEST_OF_MANY
        for part in (self._inner, self.foot.inner):
            part.setMaximumWidth(px(widest))
        room = min(width - 2, px(widest))  # what is free at both sides is a pixel at least
        least = least_edge(self._look, (called[student.id] for student, _ in faces))
        columns = max(1, min(columns, (room + GAP) // (least + GAP)))
        edge = (room + GAP) // columns - GAP
        self._faces.show_results(faces, called=called, edge=edge)

    def _add_head(self) -> QVBoxLayout:
        """Put the words and the faces at the top of a column, and return that."""
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addSpacing(8)
        column.addWidget(self._sentence)
        column.addSpacing(24)
        column.addWidget(self._faces)
        return column


def _in_the_middle(whole: QWidget, *, above: int = 8) -> QWidget:
    """The middle part of a widget: all of it, as far as it may be so wide."""
    inner = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, above, 0, 8)
    row.addStretch(1)
    row.addWidget(inner, 1000)
    row.addStretch(1)
    return inner
