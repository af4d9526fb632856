"""How it went: a title, a sentence, the faces, and the button that ends it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.domain.people import Student
from klasgenoot.domain.summary import Result
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.pages.practice.enter import press_focused
from klasgenoot.ui.pages.practice.result_faces import GAP, ResultFaces


class Foot(QWidget):
    """A line and the buttons to go on with: in sight however many faces stand above them."""

    def __init__(self, line: QWidget, *buttons: QWidget, widest: int) -> None:
        super().__init__()
        ends = QWidget()
        ends.setLayout(flow(*buttons, to_right=True))
        inner = QWidget()
        inner.setMaximumWidth(widest)
        parts = QHBoxLayout(inner)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(12)
        parts.addWidget(line, 1)
        parts.addWidget(ends)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 0)
        row.addStretch(1)
        row.addWidget(inner, 1000)
        row.addStretch(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_focused(event, self):
            super().keyPressEvent(event)


class ResultView(QWidget):
    """What a look back on practice and one on a sweep have in common.

    Args:
        look: what it is drawn with.
        done: the words on the button that ends it.

    Attributes:
        foot: stands below it on the page, for as long as it is shown.

    Signals:
        done_requested: the teacher is done.
    """

    done_requested = Signal()
    foot: Foot

    def __init__(self, look: Look, *, done: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._title = Label(look, "", Text.NAME)
        self._sentence = Label(look, "", Text.CARD, weight=QFont.Weight.Normal, colour="text_2")
        self._faces = ResultFaces(look)
        self._done = Button(look, done, kind="primary", size="large", keys="↵")
        self._done.clicked.connect(self.done_requested)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.foot.show()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.foot.hide()

    def take_focus(self) -> None:
        """Put the keyboard on the button that ends it."""
        self.foot.show()
        self._done.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_focused(event, self):
            super().keyPressEvent(event)

    def _show_faces(
        self,
        faces: Sequence[tuple[Student, Result]],
        *,
        columns: int,
        width: int,
        widest: int,
        least_edge: int,
    ) -> None:
        """Show the faces, so many in a row, or as many as fit there.

        Args:
            width: of the page.
            widest: what they take of it at most, in pixels at the usual text size.
            least_edge: of a face, in the same.
        """
        fonts = self._look.fonts
        room = min(width, fonts.px(widest))
        fitting = max(1, (room + GAP) // (fonts.px(least_edge) + GAP))
        edge = (room + GAP) // min(columns, fitting) - GAP
        self._faces.show_results(faces, edge=edge)

    def _add_head(self, column: QVBoxLayout) -> None:
        """Put the words and the faces at the top of a column."""
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addSpacing(8)
        column.addWidget(self._sentence)
        column.addSpacing(24)
        column.addWidget(self._faces)
