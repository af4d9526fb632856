"""How is one student's row drawn? Face, name, when last seen, the weeks, and what was promised."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from klasgenoot.domain.attention import Reason
from klasgenoot.domain.weeks import CellKind
from klasgenoot.ui.kit import strip
from klasgenoot.ui.kit.chips import HEIGHT as CHIP_HEIGHT
from klasgenoot.ui.kit.chips import Tone, chip_width, paint_chip
from klasgenoot.ui.kit.faces import face_of
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import AVATAR_ROUNDNESS, paint_portrait
from klasgenoot.ui.kit.theme import Colour
from klasgenoot.ui.pages.students.list_plan import BLEED, ListPlan, Span, plan_list
from klasgenoot.viewmodels.student_rows import StudentRow

AnyIndex = QModelIndex | QPersistentModelIndex

ROW, AVATAR, AVATAR_GAP, ICON, ICON_GAP = 57, 44, 12, 14, 6
ROW_RADIUS = 10
NONE = "\N{EN DASH}"
MIDDLE = Qt.AlignmentFlag.AlignVCenter

REASON_LOOK: dict[Reason, tuple[Colour, str]] = {
    Reason.PROMISE_PASSED: ("brick_text", "calendar-x-2"),
    Reason.NEVER: ("honey_text", "circle-dashed"),
    Reason.LONG_AGO: ("honey_text", "clock"),
    Reason.ON_SCHEDULE: ("text_2", ""),
    Reason.SNOOZED: ("text_2", ""),
}
"""Colour and icon of each reason; the words say the same."""

CELLS: dict[CellKind, strip.CellKind] = {
    CellKind.NONE: strip.CellKind.NONE,
    CellKind.NOTICED: strip.CellKind.NOTICED,
    CellKind.MESSAGE: strip.CellKind.WRITTEN,
    CellKind.BRIEF: strip.CellKind.BRIEF,
    CellKind.TALK: strip.CellKind.TALK,
}
"""How what happened in a week is drawn."""


class RowDelegate(QStyledItemDelegate):
    """Draws the rows of the list.

    Attributes:
        hovered: the row under the pointer, or under a photo that is dragged.
    """

    def __init__(self, look: Look, view: QWidget) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self._weeks = 0
        self._plan = plan_list(1, look=look, weeks=0)
        self._planned_for = (0, 0)
        self._cells: dict[tuple[CellKind, float], QPixmap] = {}
        self.hovered = QPersistentModelIndex()

    def set_weeks(self, count: int) -> None:
        """Draw so many weeks."""
        self._weeks = count

    @property
    def plan(self) -> ListPlan:
        """Where the columns stand: as if there were no scroll bar, so that it shifts nothing."""
        wanted = (self._view.width(), self._weeks)
        if wanted != self._planned_for:
            self._planned_for = wanted
            width = self._view.width() - 2 * BLEED
            self._plan = plan_list(width, look=self._look, weeks=self._weeks)
        return self._plan

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        return QSize(0, self._look.fonts.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row: StudentRow = index.data(Qt.ItemDataRole.UserRole)
        box: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        plan = self.plan
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, box, chosen=chosen, hovered=self.hovered == index)
        painter.translate(box.left() + BLEED, box.top())
        self._paint_name(painter, plan.name, row, height=box.height())
        self._paint_seen(painter, plan.seen, row, height=box.height())
        if plan.strip.width:
            self._paint_cells(painter, plan, row.cells, height=box.height())
        if plan.promise.width:
            self._paint_promise(painter, plan.promise, row, height=box.height())
        painter.restore()

    def make_photo(self, row: StudentRow, *, ratio: float) -> bool:
        """Make the photo of a row ready; returns whether there was anything to do."""
        face, size = face_of(row), QSize(AVATAR, AVATAR)
        faces, radius = self._look.faces, AVATAR * AVATAR_ROUNDNESS
        if faces.has(face, size, radius=radius, ratio=ratio):
            return False
        faces.pixmap(face, size, radius=radius, ratio=ratio)
        return True

    def elided_at(self, row: StudentRow, left: int) -> str:
        """The text so far from the left edge of a row, if it does not fit there; else nothing."""
        plan, fonts = self.plan, self._look.fonts
        place = left - BLEED
        texts: Sequence[tuple[Span, QFont, str, int]] = (
            (plan.name, fonts.bold(Text.BODY), row.student.full_name, AVATAR + AVATAR_GAP),
            (plan.seen, fonts.font(Text.SUPPORT), row.last, 0),
            (plan.promise, fonts.medium(Text.CAPTION), row.promise, chip_width(self._look, "")),
        )
        for span, font, text, around in texts:
            if span.left <= place < span.right:
                fits = QFontMetrics(font).horizontalAdvance(text) + around <= span.width
                return "" if fits else text
        return ""

    def _paint_ground(self, painter: QPainter, box: QRect, *, chosen: bool, hovered: bool) -> None:
        tokens = self._look.tokens
        line = QRectF(box.left() + BLEED, box.bottom(), self._view.width() - 2 * BLEED, 1)
        painter.fillRect(line, tokens["line"])
        if not (chosen or hovered):
            return
        tint = QRectF(box).adjusted(0, -1 if box.top() > 0 else 0, 0, 0)
        painter.setPen(QPen(tokens["line"], 1) if tokens.is_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(tokens["accent_tint" if chosen else "hover"])
        if tokens.is_contrast:
            tint.adjust(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(tint, ROW_RADIUS, ROW_RADIUS)

    def _paint_name(self, painter: QPainter, span: Span, row: StudentRow, *, height: int) -> None:
        tokens, fonts = self._look.tokens, self._look.fonts
        face = QRectF(span.left, round((height - AVATAR) / 2), AVATAR, AVATAR)
        if row.is_busy:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens["press"])
            radius = AVATAR * AVATAR_ROUNDNESS
            painter.drawRoundedRect(face, radius, radius)
        else:
            shown = face_of(row)
            paint_portrait(painter, face, look=self._look, face=shown)
        left = span.left + AVATAR + AVATAR_GAP
        room = span.right - left
        first, second = self._lines(height, Text.BODY, Text.CAPTION if row.say else None)
        bold = fonts.bold(Text.BODY)
        used = self._draw(painter, QRectF(left, *first), row.name, bold, "text", room=room)
        rest = row.student.rest_of_name
        if rest and used + 4 < room:
            box = QRectF(left + used + 4, *first)
            plain = fonts.font(Text.BODY)
            self._draw(painter, box, rest, plain, "text_2", room=room - used - 4)
        if row.say:
            caption = fonts.font(Text.CAPTION)
            self._draw(painter, QRectF(left, *second), row.say, caption, "text_3", room=room)

    def _paint_seen(self, painter: QPainter, span: Span, row: StudentRow, *, height: int) -> None:
        fonts = self._look.fonts
        first, second = self._lines(height, Text.SUPPORT, Text.SUPPORT)
        colour, icon = REASON_LOOK[row.turn.reason]
        left, room = float(span.left), float(span.width)
        if icon:
            size = fonts.px(ICON)
            box = QRectF(left, first[0] + (first[2] - size) / 2, size, size)
            self._look.icons.paint(painter, icon, box, colour=colour)
            left += size + ICON_GAP
            room -= size + ICON_GAP
        said = fonts.bold(Text.SUPPORT) if icon else fonts.medium(Text.SUPPORT)
        self._draw(painter, QRectF(left, *first), row.reason, said, colour, room=room)
        plain = fonts.font(Text.SUPPORT)
        box = QRectF(span.left, *second)
        self._draw(painter, box, row.last, plain, "text_2", room=span.width)

    def _paint_cells(
        self, painter: QPainter, plan: ListPlan, kinds: Sequence[CellKind], *, height: int
    ) -> None:
        top = round((height - strip.SMALL_CELL) / 2)
        ratio = painter.device().devicePixelRatioF()
        for number, kind in enumerate(kinds[-plan.weeks :]):
            picture = self._cell(kind, ratio)
            painter.drawPixmap(plan.strip.left + number * plan.pitch, top, picture)

    def _paint_promise(
        self, painter: QPainter, span: Span, row: StudentRow, *, height: int
    ) -> None:
        if not row.promise:
            box = QRectF(span.left, 0, span.width, height)
            font = self._look.fonts.font(Text.SUPPORT)
            self._draw(painter, box, NONE, font, "text_3", room=span.width)
            return
        tone: Tone = "outline"
        if row.is_promise_passed:
            tone = "brick"
        elif row.is_promise_today:
            tone = "honey"
        high = self._look.fonts.px(CHIP_HEIGHT)
        wide = min(span.width, chip_width(self._look, row.promise))
        chip = QRectF(span.left, round((height - high) / 2), wide, high)
        paint_chip(painter, chip, look=self._look, text=row.promise, tone=tone)

    def _lines(
        self, height: int, role: Text, below: Text | None
    ) -> tuple[tuple[float, float, float], tuple[float, float, float]]:
        """Top, width and height of two lines that stand in the middle together."""
        fonts = self._look.fonts
        first = fonts.line(role)
        second = fonts.line(below) if below else 0
        top = round((height - first - second) / 2)
        return (top, 0, first), (top + first, 0, second)

    def _draw(
        self, painter: QPainter, box: QRectF, text: str, font: QFont, colour: Colour, *, room: float
    ) -> int:
        """Draw one line, elided where the room ends; returns the width used."""
        metrics = QFontMetrics(font)
        shown = text
        used = metrics.horizontalAdvance(text)
        if used > room:
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, round(room)))
            used = metrics.horizontalAdvance(shown)
        painter.setFont(font)
        painter.setPen(self._look.tokens[colour])
        box.setWidth(used + 2)
        painter.drawText(box, MIDDLE, shown)
        return used

    def _cell(self, kind: CellKind, ratio: float) -> QPixmap:
        """A cell of the strip, drawn once."""
        if (kind, ratio) not in self._cells:
            edge = round(strip.SMALL_CELL * ratio)
            made = QPixmap(edge, edge)
            made.setDevicePixelRatio(ratio)
            made.fill(Qt.GlobalColor.transparent)
            painter = QPainter(made)
            box = QRectF(0, 0, strip.SMALL_CELL, strip.SMALL_CELL)
            strip.paint_cell(painter, box, look=self._look, kind=CELLS[kind])
            painter.end()
            self._cells[kind, ratio] = made
        return self._cells[kind, ratio]
