"""Where are the heads? The picture with a frame on each head, placed by mouse and by keys."""

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from klasgenoot.domain.named_heads import NamedHead
from klasgenoot.ui.kit.enter import ENTER
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.steps import ARROWS, GROWTH, NOTCH, SCALES
from klasgenoot.viewmodels.class_photo import ClassPhotoViewModel

translate = QCoreApplication.translate

ROOM = QSize(480, 360)
RADIUS = 6
STEP, LARGE_STEP = 0.06, 0.5
"""How far an arrow moves a frame, in parts of its own size."""
REMOVES = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})
PUTS = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Insert})


class HeadsView(QWidget):
    """A class photo.

    Click puts a frame or chooses one; drag moves it, the wheel scales it. Space puts the next
    frame, arrows move it (with Shift further), plus and minus scale it, Tab goes to the next.

    Signals:
        name_wanted: the teacher wants to type a name; the text that was typed already.
        ring_moved: the picture is somewhere else.
    """

    name_wanted = Signal(str)
    ring_moved = Signal()
    ring_radius = RADIUS

    def __init__(self, look: Look, view_model: ClassPhotoViewModel) -> None:
        super().__init__()
        self._look = look
        self._view_model = view_model
        self._image = QImage()
        self._shown = b""
        self._grabbed: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleDescription(
            translate(
                "ClassPhoto",
                "Space puts a frame, arrows move it, plus and minus scale it, Tab goes to the next",
            )
        )

    def show_heads(self) -> None:
        """Shows the picture and its frames as they are now."""
        pictures = self._view_model.pictures
        shown = pictures[self._view_model.place].shown if pictures else b""
        if shown is not self._shown:
            self._shown = shown
            self._image = QImage.fromData(shown)
        self.setAccessibleName(self._words())
        self.ring_moved.emit()
        self.update()

    def ring_rect(self) -> QRect:
        """Where the ring goes: around the picture."""
        return self._picture_box().toRect()

    def sizeHint(self) -> QSize:
        return ROOM * 2

    def minimumSizeHint(self) -> QSize:
        return ROOM / 2

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.ring_moved.emit()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and self._is_undo(event):
                event.accept()  # here it takes back a frame, not the last deed
                return True
            if event.type() == QEvent.Type.KeyPress and self._goes_on(event):
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shown = Qt.Key(event.key()), self._view_model
        if self._is_undo(event):
            shown.take_back()
        elif key in PUTS:
            shown.put_next()
        elif key in ENTER and shown.current is not None:
            self.name_wanted.emit("")
        elif key in REMOVES:
            shown.remove()
        elif key in SCALES:
            shown.scale(SCALES[key])
        elif key in ARROWS:
            further = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            step = LARGE_STEP if further else STEP
            across, down = ARROWS[key]
            shown.move(across * step, down * step)
        elif event.text().isalpha() and shown.current is not None:
            self.name_wanted.emit(event.text())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._view_model.scale(GROWTH ** (event.angleDelta().y() / NOTCH))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place, box = event.position(), self._picture_box()
        if event.button() is not Qt.MouseButton.LeftButton or not box.contains(place):
            return
        self._view_model.touch(
            (place.x() - box.left()) / box.width(), (place.y() - box.top()) / box.height()
        )
        self._grabbed = place

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        current = self._view_model.current
        if self._grabbed is None or current is None:
            return
        frame = self._frame_box(self._view_model.heads[current])
        moved = event.position() - self._grabbed
        self._view_model.move(moved.x() / frame.width(), moved.y() / frame.height())
        self._grabbed = event.position()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        if self._grabbed is not None:
            self._grabbed = None
            self.name_wanted.emit("")

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self._picture_box(), self._image)
        shown = self._view_model
        for place, each in enumerate(shown.heads):
            if place != shown.current:
                self._paint_frame(painter, each, is_current=False)
        if shown.current is not None:
            self._paint_frame(painter, shown.heads[shown.current], is_current=True)
        painter.end()

    def _paint_frame(self, painter: QPainter, each: NamedHead, *, is_current: bool) -> None:
        tokens, box = self._look.tokens, self._frame_box(each)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # a light and a dark line: one of them is seen on any picture
        is_dark_line = is_current and not tokens.is_dark
        around = tokens.light if is_dark_line else tokens["scrim"]
        painter.setPen(QPen(around, 5 if is_current else 3))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        line = tokens["accent"] if is_current else tokens.light
        painter.setPen(QPen(line, 3 if is_current else 1.5))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        if each.who is not None:
            self._paint_name(painter, box, each.who.name)

    def _paint_name(self, painter: QPainter, box: QRectF, name: str) -> None:
        tokens, font = self._look.tokens, self._look.fonts.medium(Text.CAPTION)
        metrics = QFontMetrics(font)
        text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, round(box.width() * 1.4))
        width, height = metrics.horizontalAdvance(text) + 10, metrics.height() + 2
        plate = QRectF(box.center().x() - width / 2, box.bottom() - height / 2, width, height)
        painter.setPen(QPen(tokens["line"], 1))
        painter.setBrush(tokens["surface"])
        painter.drawRoundedRect(plate, RADIUS, RADIUS)
        painter.setFont(font)
        painter.setPen(tokens["text"])
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)

    def _picture_box(self) -> QRectF:
        """Where the picture is: as large as fits, at the top."""
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF(round((self.width() - size.width()) / 2), 0, size.width(), size.height())

    def _frame_box(self, each: NamedHead) -> QRectF:
        picture, inside = self._picture_box(), each.head.on(self._view_model.aspect)
        return QRectF(
            picture.left() + inside.left * picture.width(),
            picture.top() + inside.top * picture.height(),
            inside.width * picture.width(),
            inside.height * picture.height(),
        )

    def _is_undo(self, event: QKeyEvent) -> bool:
        return event.matches(QKeySequence.StandardKey.Undo) and self._view_model.can_take_back

    def _goes_on(self, event: QKeyEvent) -> bool:
        """Whether Tab goes to another frame; after the last one it leaves the picture."""
        steps = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
        current = self._view_model.current
        step = steps.get(Qt.Key(event.key()))
        if step is None or current is None:
            return False
        following = current + step
        if not 0 <= following < len(self._view_model.heads):
            return False
        self._view_model.choose(following)
        return True

    def _words(self) -> str:
        shown = self._view_model
        if shown.current is None:
            return translate("ClassPhoto", "Class photo, no frame yet")
        who = shown.heads[shown.current].who
        words = translate("ClassPhoto", "Class photo, frame {place} of {total}, {who}")
        return words.format(
            place=shown.current + 1,
            total=len(shown.heads),
            who=who.full_name if who else translate("ClassPhoto", "no name yet"),
        )
