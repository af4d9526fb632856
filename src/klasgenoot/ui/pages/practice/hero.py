"""The face on the card: large, without a name anywhere, and made ready before it is needed."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from klasgenoot.domain.people import Student
from klasgenoot.domain.portrait import RATIO
from klasgenoot.ui.kit.faces import Face
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import paint_portrait

RADIUS = 22
AFTER_FRAME_MS = 10
"""So long after a key the next face may be made ready: the frame for this one goes out first."""


def nameless(student: Student) -> Face:
    """The face of a student without initials, which would give the name away.

    Who has no photo yet is practised by initials: else there would be nothing to go by.
    """
    if student.photo is None:
        return Face(None, None, student.initials)
    return Face(student.photo, student.crop, "")


class Hero(QWidget):
    """One large portrait. It appears at once: a face that fades in would be asked later."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._face: Face | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_student(self, student: Student, *, name: str) -> None:
        """Show a face. `name` is what a screen reader says of it."""
        self._face = nameless(student)
        self.setAccessibleName(name)
        self.update()

    def is_ready(self, student: Student) -> bool:
        """Whether showing a face costs nothing more."""
        if student.photo is None:
            return True
        ratio = self.devicePixelRatioF()
        return self._look.faces.has(nameless(student), self.size(), radius=RADIUS, ratio=ratio)

    def make_ready(self, student: Student) -> bool:
        """Decode a face at the size it will be shown.

        Returns:
            Whether there is a picture that can be shown, or none to be shown.
        """
        if student.photo is None:
            return True
        ratio, faces = self.devicePixelRatioF(), self._look.faces
        return faces.pixmap(nameless(student), self.size(), radius=RADIUS, ratio=ratio) is not None

    def set_height(self, height: int) -> None:
        """Be so high; the width follows."""
        self.setFixedSize(round(height * RATIO), height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._face is None:
            return
        painter = QPainter(self)
        box = QRectF(self.rect())
        paint_portrait(painter, box, look=self._look, face=self._face, radius=RADIUS)
        painter.end()
