"""The class photo to practise on: the same frames, their names hidden until they are shown."""

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QWheelEvent

from klasgenoot.domain.heads import head_at
from klasgenoot.domain.named_heads import NamedHead
from klasgenoot.ui.kit.enter import ENTER
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.pages.class_photo.heads_view import HeadsView
from klasgenoot.viewmodels.class_photo import ClassPhotoViewModel
from klasgenoot.viewmodels.class_photo_practice import GroupPractice, Way

translate = QCoreApplication.translate

STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class GuessView(HeadsView):
    """Arrows go from head to head, Enter or a click points at one; no frame moves.

    Signals:
        ended: Escape was pressed.
    """

    ended = Signal()

    def __init__(
        self, look: Look, view_model: ClassPhotoViewModel, practice: GroupPractice
    ) -> None:
        super().__init__(look, view_model)
        self._practice = practice
        self._is_open = False
        self.setAccessibleDescription("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        shown, current = self._view_model, self._view_model.current
        if key in STEPS and self._finds:
            shown.choose(max(0, min(len(shown.heads) - 1, (current or 0) + STEPS[key])))
        elif key in ENTER and self._practice.is_shown:
            self._practice.go_on()
        elif key in ENTER and current is not None:
            self._practice.point(current)
        elif key == Qt.Key.Key_Escape:
            self.ended.emit()
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        # Tab leaves the picture: whom it is about is not for the teacher to choose here
        if isinstance(event, QKeyEvent):
            return super(HeadsView, self).event(event)
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place, box = event.position(), self._picture_box()
        heads = tuple(each.head for each in self._view_model.heads)
        across = (place.x() - box.left()) / max(1, box.width())
        down = (place.y() - box.top()) / max(1, box.height())
        hit = head_at(heads, across, down, aspect=self._view_model.aspect)
        if self._practice.is_shown:
            self._practice.go_on()
        elif hit is not None and self._finds:
            self._view_model.choose(hit)
            self._practice.point(hit)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @property
    def _finds(self) -> bool:
        question = self._practice.question
        return question is not None and question.way is Way.FIND and not self._practice.is_shown

    def _paint_frame(self, painter: QPainter, each: NamedHead, *, is_current: bool) -> None:
        self._is_open = each == self._practice.shown_head
        super()._paint_frame(painter, each, is_current=is_current or self._is_open)

    def _paint_name(self, painter: QPainter, box: QRectF, name: str) -> None:
        if self._is_open:
            super()._paint_name(painter, box, name)

    def _words(self) -> str:
        """No names here: that is what is asked."""
        return translate("GroupPractice", "Class photo")
