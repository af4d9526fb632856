"""Who is who? Two large faces side by side, each with its name below."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.domain.people import StudentId
from klasgenoot.domain.portrait import RATIO
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.faces import face_of
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import Portrait
from klasgenoot.ui.kit.typeset import Run
from klasgenoot.viewmodels.look_alikes import Named

RADIUS, RING, NAME_GAP, GAP = 22, 5, 12, 32
RING_WIDTH = 3


class NamedFace(QWidget):
    """One face with its name; the one that was asked has a ring."""

    def __init__(self, look: Look, named: Named, *, asked: bool, size: QSize) -> None:
        super().__init__()
        self._look = look
        self._asked = asked
        student = named.student
        self._photo = Portrait(
            look, face_of(student), name=student.full_name, size=size, radius=RADIUS
        )
        self._name = Label(look, "", Text.SECTION)
        self._name.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        rest = f" {student.rest_of_name}" if student.rest_of_name else ""
        light = look.fonts.font(Text.BODY).weight()
        self._name.set_runs(Run(student.name), Run(rest, light, "text_2"))
        self._name.setFixedWidth(size.width())
        column = QVBoxLayout(self)
        column.setContentsMargins(RING, RING, RING, 0)
        column.setSpacing(NAME_GAP)
        column.addWidget(self._photo)
        column.addWidget(self._name)

    def set_photo_size(self, size: QSize) -> None:
        """Be so large."""
        self._photo.setFixedSize(size)
        self._name.setFixedWidth(size.width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._asked:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.tokens["accent"], RING_WIDTH))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        around = QRectF(self._photo.geometry()).adjusted(-3.5, -3.5, 3.5, 3.5)
        painter.drawRoundedRect(around, RADIUS + 3.5, RADIUS + 3.5)
        painter.end()


class FacePair(QWidget):
    """Both of them, always in the same order."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: tuple[object, ...] = ()
        self._size = QSize(200, 250)
        self._faces: list[NamedFace] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)

    def show_both(self, both: Sequence[Named], *, asked: StudentId | None) -> None:
        """Show these two; `asked` is the one that was named wrongly just now."""
        shown = (tuple(both), asked)
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._row)
        self._faces = [
            NamedFace(self._look, each, asked=each.student.id == asked, size=self._size)
            for each in both
        ]
        for face in self._faces:
            self._row.addWidget(face, 0, Qt.AlignmentFlag.AlignTop)
            face.show()

    def fit(self, *, width: int, height: int) -> None:
        """Be as large as fits: the photos alone, without the names below them."""
        widest = (width - GAP) // 2 - 2 * RING
        tall = min(height, round(widest / RATIO))
        self._size = QSize(round(tall * RATIO), tall)
        for face in self._faces:
            face.set_photo_size(self._size)
