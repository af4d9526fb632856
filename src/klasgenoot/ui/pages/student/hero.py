"""The face, large. A photo file can be dropped on it."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from klasgenoot.domain.portrait import RATIO
from klasgenoot.ui.kit.faces import Face
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import HERO_RADIUS, paint_portrait
from klasgenoot.viewmodels.photo_change import dropped_files

translate = QCoreApplication.translate

CAPTION_SPACE = 16


class Hero(QWidget):
    """One portrait of 4:5, as wide as it may be.

    Signals:
        dropped: the paths of files.
    """

    dropped = Signal(object)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._face = Face(None, None, "")
        self._busy = False
        self._words = ""
        self._is_target = False
        self.setAcceptDrops(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_face(self, face: Face, *, name: str, busy: bool, words: str) -> None:
        """Show somebody, or that their photo is on its way; `words` stand where none is."""
        self._face = face
        self._words = words
        self._busy = busy
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(240))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width / RATIO)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.set_target(True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.set_target(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.set_target(False)
        paths = dropped_files(event.mimeData())
        if paths:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(paths)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, box = self._look.tokens, QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = ""
        if self._busy:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens["hover"])
            painter.drawRoundedRect(box, HERO_RADIUS, HERO_RADIUS)
            words = translate("Student", "The photo is on its way")
        else:
            paint_portrait(painter, box, look=self._look, face=self._face, radius=HERO_RADIUS)
            if self._face.photo is None:
                words = self._words
        if words:
            painter.setFont(self._look.fonts.font(Text.SUPPORT))
            painter.setPen(tokens["text_2"])
            below = box.adjusted(CAPTION_SPACE, 0, -CAPTION_SPACE, -CAPTION_SPACE)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
            painter.drawText(below, int(flags | Qt.TextFlag.TextWordWrap), words)
        if self._is_target:
            painter.setPen(QPen(tokens["accent"], 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), HERO_RADIUS, HERO_RADIUS)
        painter.end()

    def set_target(self, is_target: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Shows whether what is dragged becomes this photo."""
        self._is_target = is_target
        self.update()
