"""One face of the plan: press it to put that talk in front."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from klasgenoot.ui.kit.enter import EnterButton
from klasgenoot.ui.kit.faces import face_of
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import paint_portrait, photo_radius
from klasgenoot.ui.kit.tile import paint_check_badge
from klasgenoot.viewmodels.talks_rows import TalkFace

EDGE, NAME_ROOM, NAME_GAP, AROUND = 48, 68, 3, 4
BADGE_SHIFT = 14
HELD = 0.55
"""How strongly a face is drawn whose talk was held: it is done, so it steps back."""


class FaceButton(EnterButton):
    """A portrait with a name below it; held talks carry a check badge.

    Args:
        look: how everything looks.
        face: who.
        is_chosen: whether their talk is the one in front.
        parent: the widget it is on.

    Attributes:
        is_chosen: whether their talk is the one in front.
    """

    def __init__(
        self, look: Look, face: TalkFace, *, is_chosen: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._face = face
        self.is_chosen = is_chosen
        self.setText(face.name)
        self.setAccessibleName(face.sentence)
        self.setToolTip(face.student.full_name)
        self.setProperty("ring", 10)
        self.setEnabled(not face.is_held)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        fonts = self._look.fonts
        height = EDGE + NAME_GAP + fonts.line(Text.CAPTION) + 2 * AROUND
        return QSize(fonts.px(NAME_ROOM), height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, fonts = self._look.tokens, self._look.fonts
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF((self.width() - EDGE) / 2, AROUND, EDGE, EDGE)
        painter.setOpacity(HELD if self._face.is_held and not tokens.is_contrast else 1)
        paint_portrait(painter, box, look=self._look, face=face_of(self._face.student))
        painter.setOpacity(1)
        if self._face.is_held:
            paint_check_badge(
                painter, box.right() - BADGE_SHIFT, box.top() - AROUND, look=self._look
            )
        if self.is_chosen or self.underMouse():
            painter.setPen(QPen(tokens["accent" if self.is_chosen else "line_strong"], 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            radius = photo_radius(QSize(EDGE, EDGE)) + 2
            painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), radius, radius)
        font = fonts.bold(Text.CAPTION) if self.is_chosen else fonts.font(Text.CAPTION)
        painter.setFont(font)
        painter.setPen(tokens["text_3" if self._face.is_held else "text"])
        below = QRectF(0, box.bottom() + NAME_GAP, self.width(), fonts.line(Text.CAPTION))
        shown = QFontMetrics(font).elidedText(
            self._face.name, Qt.TextElideMode.ElideRight, self.width()
        )
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, shown)
        painter.end()
