"""Who may be meant by what is being typed? Faces and names below the cursor."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from klasgenoot.ui.kit.faces import face_of
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.keys import HEIGHT as BADGE_HEIGHT
from klasgenoot.ui.kit.keys import badge_width, paint_badge
from klasgenoot.ui.kit.late_faces import LateFaces
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.shadow import ROOM, Floating
from klasgenoot.ui.kit.toast import announce
from klasgenoot.ui.shell.log_faces import SMALL
from klasgenoot.viewmodels.quicklog_rows import Candidate, NameCandidate

ROW, EDGE, PADDING, GAP, RADIUS, INSET = 40, 30, 8, 10, 8, 5
NARROWEST, WIDEST = 250, 420
KEY = "Tab"


class _Names(QWidget):
    """The rows of the list, painted.

    Signals:
        chosen: the number of the row that was clicked.
    """

    chosen = Signal(int)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._candidates: tuple[Candidate, ...] = ()
        self._at = 0
        self._faces = LateFaces(look, self)
        # else a letter paints the whole panel below the names anew
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_candidates(self, candidates: tuple[Candidate, ...], *, at: int) -> None:
        """Show these, with one in front."""
        self._candidates, self._at = candidates, at
        self.resize(self.wanted_size())
        self.update()

    def wanted_size(self) -> QSize:
        """Room for all names in full, within reason."""
        fonts = self._look.fonts
        bold, plain = QFontMetrics(fonts.bold(Text.BODY)), QFontMetrics(fonts.font(Text.BODY))
        names = max(
            bold.horizontalAdvance(candidate.title) + plain.horizontalAdvance(f" {candidate.rest}")
            for candidate in self._candidates
        )
        around = 3 * PADDING + fonts.px(EDGE) + GAP + badge_width(self._look, KEY)
        width = max(fonts.px(NARROWEST), min(fonts.px(WIDEST), names + around + GAP))
        return QSize(width, len(self._candidates) * fonts.px(ROW))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.chosen.emit(int(event.position().y() // self._look.fonts.px(ROW)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._look.tokens["surface"])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, candidate in enumerate(self._candidates):
            height = self._look.fonts.px(ROW)
            box = QRectF(0, number * height, self.width(), height)
            if box.intersects(event.rect().toRectF()):
                self._paint_row(painter, box, candidate, is_front=number == self._at)
        painter.end()

    def _paint_row(
        self, painter: QPainter, box: QRectF, candidate: Candidate, *, is_front: bool
    ) -> None:
        look, fonts = self._look, self._look.fonts
        right = box.right() - PADDING
        if is_front:
            contrast = look.tokens.is_contrast
            painter.setPen(QPen(look.tokens["text"], 1) if contrast else Qt.PenStyle.NoPen)
            painter.setBrush(look.tokens["accent_tint"])
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
            width, height = badge_width(look, KEY), fonts.px(BADGE_HEIGHT)
            badge = QRectF(right - width, round(box.center().y() - height / 2), width, height)
            paint_badge(painter, badge, look=look, keys=KEY)
            right = badge.left() - GAP
        left = box.left() + PADDING
        if isinstance(candidate, NameCandidate):
            who, edge = candidate.student, fonts.px(EDGE)
            face = face_of(who)
            place = QRectF(left, round(box.center().y() - edge / 2), edge, edge)
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.translate(place.topLeft())
            painter.scale(edge / SMALL, edge / SMALL)  # that one was decoded for the panel
            small = QRectF(0, 0, SMALL, SMALL)
            self._faces.paint(painter, small, face=face, place=place.toAlignedRect())
            painter.restore()
            left = place.right() + GAP
        for words, font, ink in (
            (candidate.title, fonts.bold(Text.BODY), look.tokens["text"]),
            (f" {candidate.rest}", fonts.font(Text.BODY), look.tokens["text_2"]),
        ):
            painter.setFont(font)
            painter.setPen(ink)
            room = QRectF(left, box.top(), max(0.0, right - left), box.height())
            metrics = QFontMetrics(font)
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
            left += metrics.horizontalAdvance(shown)


class LogCandidates(Floating):
    """The list, floating over the panel; the focus stays in the editor.

    Signals:
        chosen: the number of the candidate that was clicked.
    """

    chosen = Signal(int)

    def __init__(self, look: Look, *, parent: QWidget) -> None:
        super().__init__(look, radius=12, parent=parent)
        self._over = parent
        self._shown: tuple[object, ...] = ()
        self._names = _Names(look, parent=self)  # in no layout: that would lay out the panel too
        self._names.chosen.connect(self.chosen)
        self._names.move(ROOM.left() + INSET, ROOM.top() + INSET)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def make_ready(self) -> None:
        """Make its letters known to Qt, which takes longer than a key may."""
        for font in (self._look.fonts.bold(Text.BODY), self._look.fonts.font(Text.BODY)):
            QFontMetrics(font).horizontalAdvance(KEY)

    def show_candidates(self, candidates: tuple[Candidate, ...], *, at: int, below: QRect) -> None:
        """Show these below a box in the parent, or above it when there is no room."""
        if not candidates:
            self.hide()
            return
        shown = (candidates, at, below, self._over.size())
        if shown == self._shown and self.isVisible():
            return  # said and in sight already
        self._shown = shown
        self._names.show_candidates(candidates, at=at)
        around = ROOM + INSET
        size, over = self._names.size().grownBy(around), self._over.size()
        left = min(below.left() - PADDING, over.width() - size.width() + ROOM.right())
        top = below.bottom() + 8
        height = size.height() - ROOM.top() - ROOM.bottom()
        if top + height > over.height() - INSET:
            top = below.top() - 8 - height
        place = QPoint(max(0, left), top) - QPoint(ROOM.left(), ROOM.top())
        self.setGeometry(QRect(place, size))
        self.show()
        self.raise_()
        announce(self, candidates[at].sentence)
