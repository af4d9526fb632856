"""Who would rather not? With the way back in; no reason is asked or kept."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.viewmodels.talks_rows import TalkFace

translate = QCoreApplication.translate


class LeftOut(QWidget):
    """A button for each of them that takes them in again; hidden when there is nobody.

    Signals:
        back_requested: who is to be taken in again.
    """

    back_requested = Signal(object)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: tuple[TalkFace, ...] | None = None
        words = translate("Talks", "Not in this round; press a name to take it in again")
        self._names = QWidget()
        self._flow = flow(gap=6, line_gap=6)
        self._names.setLayout(self._flow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(look, words, Text.SUPPORT, colour="text_2"))
        column.addWidget(self._names)

    def show_faces(self, faces: Sequence[TalkFace]) -> None:
        """Show who is left out."""
        self.setVisible(bool(faces))
        if tuple(faces) == self._shown:
            return
        self._shown = tuple(faces)
        clear(self._flow)
        for face in faces:
            button = Button(self._look, face.name, size="small", icon="rotate-ccw")
            who = face.student.id
            button.clicked.connect(lambda _on=False, who=who: self.back_requested.emit(who))
            self._flow.addWidget(button)
            button.show()
