"""How is a row of the list drawn? Whose turn it is in two lines, who is on schedule in one."""

from collections.abc import Iterable

from PySide6.QtCore import QElapsedTimer, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QPixmap

from klasgenoot.domain.weeks import CellKind
from klasgenoot.ui.kit import strip
from klasgenoot.ui.kit.faces import Face, face_of
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import AVATAR_ROUNDNESS, is_at_hand, paint_portrait
from klasgenoot.ui.kit.theme import Colour
from klasgenoot.ui.pages.checkins.row_plan import FACE, FACE_GAP, SMALL_FACE, RowPlan
from klasgenoot.viewmodels.checkins_rows import CheckInRow, Heading, Section, Tone

TALL, MEDIUM, SHORT, HEADING = 48, 42, 26, 44
"""Heights: with a last line, a turn without one, on schedule, and a heading."""
PAINT_MS = 4
"""No photo is decoded in a frame that took so long already."""
LOG_HEIGHT, LOG_PADDING, LOG_ICON, LOG_RADIUS = 26, 9, 14, 7
CELLS: dict[CellKind, strip.CellKind] = {
    CellKind.NONE: strip.CellKind.NONE,
    CellKind.NOTICED: strip.CellKind.NOTICED,
    CellKind.MESSAGE: strip.CellKind.WRITTEN,
    CellKind.BRIEF: strip.CellKind.BRIEF,
    CellKind.TALK: strip.CellKind.TALK,
}
INKS: dict[Tone, Colour] = {
    Tone.PASSED: "brick_text",
    Tone.TURN: "honey_text",
    Tone.QUIET: "text_2",
}


class RowPainter:
    """Draws rows and headings.

    Args:
        look: how everything looks.
        log_words: what the button on the row under the pointer says.

    Attributes:
        owes_faces: whether this frame drew a face flat that is still to be decoded.
    """

    def __init__(self, look: Look, *, log_words: str) -> None:
        self._look = look
        self._log_words = log_words
        self._cells: dict[tuple[strip.CellKind, float], QPixmap] = {}
        self._spent = QElapsedTimer()
        self.owes_faces = False

    def begin(self) -> None:
        """Start a frame: what it has no time to decode is drawn flat, and `owes_faces` is said."""
        self._spent.start()
        self.owes_faces = False

    def height(self, row: CheckInRow | Heading, *, is_open: bool) -> int:
        """How high a row is: the open one always has room for its last line."""
        if isinstance(row, Heading):
            return self._look.fonts.px(HEADING)
        waits = row.section is Section.TURN
        if row.last and (waits or is_open):
            return self._look.fonts.px(TALL)
        return self._look.fonts.px(MEDIUM if waits else SHORT)

    def is_tall(self, height: float) -> bool:
        """Whether a row so high has room for a last line."""
        return height > self._look.fonts.px(SHORT)

    def widest_reason(self, rows: Iterable[CheckInRow]) -> int:
        """How wide the widest reason of these rows is."""
        reasons = {(row.reason, row.tone is Tone.QUIET) for row in rows}
        fonts = {quiet: QFontMetrics(self._reason_font(quiet=quiet)) for quiet in (True, False)}
        widths = (fonts[quiet].horizontalAdvance(words) for words, quiet in reasons)
        return max(widths, default=0) + 2

    def log_box(self, box: QRectF) -> QRectF:
        """Where in a row the button is that logs."""
        fonts = self._look.fonts
        text = QFontMetrics(fonts.medium(Text.SUPPORT)).horizontalAdvance(self._log_words)
        width = 2 * LOG_PADDING + fonts.px(LOG_ICON) + 6 + text
        height = min(fonts.px(LOG_HEIGHT), box.height())
        top = round(box.center().y() - height / 2)
        return QRectF(box.right() - width, top, width, height)

    def paint_row(
        self,
        painter: QPainter,
        box: QRectF,
        row: CheckInRow,
        *,
        plan: RowPlan,
        is_marked: bool,
        is_hovered: bool,
    ) -> None:
        """Draw a student; under the pointer a button that logs takes the place of the reason."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tall = self.is_tall(box.height())
        self._paint_face(painter, box, row, tall=tall, is_marked=is_marked)
        has_line = tall and bool(row.last_line)
        support = self._look.fonts.line(Text.CAPTION)
        body = self._look.fonts.line(Text.BODY)
        upper = QRectF(box)
        if has_line:
            upper = QRectF(box.left(), box.center().y() - (body + support) / 2, box.width(), body)
        self._paint_name(painter, upper, row, plan=plan, is_marked=is_marked)
        self._paint_weeks(painter, upper, row, plan=plan)
        right = box.right()
        if is_hovered:
            self._paint_log(painter, self.log_box(box))
            right = self.log_box(box).left() - FACE_GAP
        else:
            self._write(
                painter,
                QRectF(box.left() + plan.reason - 2, upper.top(), plan.width, upper.height()),
                row.reason,
                self._reason_font(quiet=row.tone is Tone.QUIET),
                INKS[row.tone],
                right=box.right(),
            )
        if has_line:
            lower = QRectF(box.left() + plan.name, upper.bottom(), 0, support)
            lower.setRight(right)
            font = self._look.fonts.font(Text.CAPTION)
            self._write(painter, lower, row.last_line, font, "text_3")
        painter.restore()

    def paint_heading(self, painter: QPainter, box: QRectF, heading: Heading) -> None:
        """Draw a heading with its count, at the bottom of its box."""
        fonts = self._look.fonts
        line = fonts.line(Text.CARD)
        row = QRectF(box.left(), box.bottom() - line - 6, box.width(), line)
        font = fonts.font(Text.CARD)
        self._write(painter, row, heading.words, font, "text")
        row.setLeft(row.left() + QFontMetrics(font).horizontalAdvance(heading.words) + 8)
        self._write(painter, row, str(heading.count), fonts.font(Text.BODY), "text_3")

    def _paint_face(
        self, painter: QPainter, box: QRectF, row: CheckInRow, *, tall: bool, is_marked: bool
    ) -> None:
        look = self._look
        room, edge = look.fonts.px(FACE), look.fonts.px(FACE if tall else SMALL_FACE)
        place = QRectF(box.left(), round(box.center().y() - edge / 2), edge, edge)
        if not tall:
            place.translate((room - edge) // 2, 0)
        face = face_of(row)
        if self._spent.elapsed() > PAINT_MS and not is_at_hand(
            painter, place, look=look, face=face
        ):
            self.owes_faces = True
            face = Face(None, None, "")
        paint_portrait(painter, place, look=look, face=face)
        if is_marked:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.tokens["accent"], 2))
            radius = edge * AVATAR_ROUNDNESS - 1
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), radius, radius)

    def _paint_name(
        self, painter: QPainter, box: QRectF, row: CheckInRow, *, plan: RowPlan, is_marked: bool
    ) -> None:
        fonts = self._look.fonts
        waits = row.section is Section.TURN
        font = fonts.medium(Text.BODY) if waits else fonts.font(Text.SUPPORT)
        if is_marked:
            font = fonts.bold(Text.BODY if waits else Text.SUPPORT)
        place = QRectF(box.left() + plan.name, box.top(), plan.name_room, box.height())
        self._write(painter, place, row.name, font, "text")

    def _paint_log(self, painter: QPainter, box: QRectF) -> None:
        look = self._look
        painter.setPen(
            QPen(look.tokens["accent_text"], 1) if look.tokens.is_contrast else Qt.PenStyle.NoPen
        )
        painter.setBrush(look.tokens["accent_tint"])
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), LOG_RADIUS, LOG_RADIUS)
        icon = look.fonts.px(LOG_ICON)
        left = box.left() + LOG_PADDING
        place = QRectF(left, box.center().y() - icon / 2, icon, icon)
        look.icons.paint(painter, "pencil", place, colour="accent_text")
        words = QRectF(left + icon + 6, box.top(), box.width(), box.height())
        self._write(painter, words, self._log_words, look.fonts.medium(Text.SUPPORT), "accent_text")

    def _paint_weeks(
        self, painter: QPainter, box: QRectF, row: CheckInRow, *, plan: RowPlan
    ) -> None:
        first = len(row.cells) - plan.weeks
        top = round(box.center().y() - strip.SMALL_CELL / 2)
        for at, kind in enumerate(row.cells[first:]):
            left = box.left() + plan.cell(at).left()
            is_free = kind is CellKind.NONE and row.free_weeks[first + at]
            shown = strip.CellKind.FREE if is_free else CELLS[kind]
            painter.drawPixmap(QPointF(left, top), self._cell(shown, painter))

    def _cell(self, kind: strip.CellKind, painter: QPainter) -> QPixmap:
        """One cell, drawn once: a list in sight has hundreds of them."""
        ratio = painter.device().devicePixelRatioF()
        if (kind, ratio) not in self._cells:
            edge = strip.SMALL_CELL
            made = QPixmap(round(edge * ratio), round(edge * ratio))
            made.setDevicePixelRatio(ratio)
            made.fill(Qt.GlobalColor.transparent)
            inside = QPainter(made)
            strip.paint_cell(inside, QRectF(0, 0, edge, edge), look=self._look, kind=kind)
            inside.end()
            self._cells[kind, ratio] = made
        return self._cells[kind, ratio]

    def _reason_font(self, *, quiet: bool) -> QFont:
        fonts = self._look.fonts
        return fonts.font(Text.SUPPORT) if quiet else fonts.medium(Text.SUPPORT)

    def _write(
        self,
        painter: QPainter,
        box: QRectF,
        text: str,
        font: QFont,
        ink: Colour,
        *,
        right: float | None = None,
    ) -> None:
        """Write one line, elided; with `right` it ends there."""
        painter.setFont(font)
        painter.setPen(self._look.tokens[ink])
        side = Qt.AlignmentFlag.AlignLeft
        if right is not None:
            box = QRectF(box.left(), box.top(), right - box.left(), box.height())
            side = Qt.AlignmentFlag.AlignRight
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter), shown)
