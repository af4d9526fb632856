"""Who is who? The faces that were taken for each other, side by side with their names."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klasgenoot.domain.people import Student
from klasgenoot.ui.kit.flow import Flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import Portrait
from klasgenoot.ui.kit.typeset import Run
from klasgenoot.ui.pages.practice.hero import nameless

translate = QCoreApplication.translate

PHOTO, RING = QSize(112, 140), 4
RADIUS = 14


class NamedFace(QWidget):
    """One face with its name below it; the one that was asked has a ring."""

    def __init__(self, look: Look, student: Student, *, asked: bool) -> None:
        super().__init__()
        self._look = look
        self._asked = asked
        self._photo = Portrait(
            look, nameless(student), name=student.full_name, size=PHOTO, radius=RADIUS
        )
        rest = f" {student.rest_of_name}" if student.rest_of_name else ""
        name = Label(look, "", Text.SUPPORT)
        name.set_runs(
            Run(student.name, look.fonts.bold(Text.SUPPORT).weight()), Run(rest, colour="text_2")
        )
        name.setFixedSize(PHOTO.width(), name.heightForWidth(PHOTO.width()))
        column = QVBoxLayout(self)
        column.setContentsMargins(RING, RING, RING, 0)
        column.setSpacing(8)
        column.addWidget(self._photo)
        column.addWidget(name)
        column.addStretch(1)
        self.setFixedWidth(PHOTO.width() + 2 * RING)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._asked:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.tokens["accent"], 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        around = QRectF(self._photo.geometry()).adjusted(-3, -3, 3, 3)
        painter.drawRoundedRect(around, RADIUS + 3, RADIUS + 3)
        painter.end()


class Contrast(QWidget):
    """The face that was asked beside those whose name was said."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: tuple[Student, ...] = ()
        self._faces: list[NamedFace] = []
        self._row = Flow(gap=20, line_gap=12)
        self.setLayout(self._row)

    def compare(self, asked: Student, others: Sequence[Student]) -> None:
        """Show who was asked and whose name was said."""
        shown = (asked, *others) if others else ()
        if shown == self._shown:
            return
        self._shown = shown
        for face in self._faces:
            self._row.removeWidget(face)
            face.hide()
            face.deleteLater()
        self._faces = [NamedFace(self._look, student, asked=student is asked) for student in shown]
        tallest = max((face.sizeHint().height() for face in self._faces), default=0)
        for face in self._faces:
            face.setFixedHeight(tallest)
            self._row.addWidget(face)
        self.updateGeometry()
