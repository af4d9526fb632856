"""The face on the card: large, without a name anywhere, and made ready before it is needed."""

from PySide6.QtCore import QEasingCurve, QRectF, QSize, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from klasgenoot.domain.people import Student
from klasgenoot.domain.portrait import RATIO
from klasgenoot.ui.kit.faces import Face
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import paint_portrait

RADIUS = 22
FADE_MS = 140


def nameless(student: Student) -> Face:
    """The face of a student without initials, which would give the name away."""
    return Face(student.photo, student.crop, "")


def hero_size(height: int) -> QSize:
    """A portrait of about this height, in whole pixels."""
    return QSize(round(height * RATIO), height)


class Hero(QWidget):
    """One large portrait; another face fades in over it when `fades`."""

    def __init__(self, look: Look, *, fades: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._face: Face | None = None
        self._last: Face | None = None
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(FADE_MS if fades and look.moves else 0)
        self._fade.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.valueChanged.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_student(self, student: Student, *, name: str) -> None:
        """Show a face. `name` is what a screen reader says of it."""
        face = nameless(student)
        self.setAccessibleName(name)
        if face == self._face:
            return
        self._last, self._face = self._face, face
        if self._fade.duration() and self._last is not None and self.isVisible():
            self._fade.start()
        else:
            self._fade.stop()
        self.update()

    def forget(self) -> None:
        """Show nobody, so that the next face does not fade in over this one."""
        self._face = self._last = None

    def make_ready(self, student: Student) -> bool:
        """Decode a face at the size it will be shown.

        Returns:
            Whether there is a picture that can be shown.
        """
        ratio = self.devicePixelRatioF()
        face = nameless(student)
        return self._look.faces.pixmap(face, self.size(), radius=RADIUS, ratio=ratio) is not None

    def is_ready(self, student: Student) -> bool:
        """Whether showing a face costs nothing more."""
        ratio = self.devicePixelRatioF()
        return self._look.faces.has(nameless(student), self.size(), radius=RADIUS, ratio=ratio)

    def set_height(self, height: int) -> None:
        """Be so high; the width follows."""
        self.setFixedSize(hero_size(height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        part = self._fade.currentValue() if self._fading() else 1.0
        for face, opacity in ((self._last, 1 - part), (self._face, part)):
            if face is not None and opacity > 0:
                painter.setOpacity(opacity)
                paint_portrait(painter, box, look=self._look, face=face, radius=RADIUS)
        painter.end()

    def _fading(self) -> bool:
        return self._fade.state() == QVariantAnimation.State.Running
