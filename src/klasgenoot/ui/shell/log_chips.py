"""What stands behind each log line: what was read of it, in chips with the day meant."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from klasgenoot.domain.contact import ContactKind
from klasgenoot.ui.kit.chips import HEIGHT, ICON_SIZE, Tone, chip_width, paint_chip
from klasgenoot.ui.kit.chips import TONES as CHIP_INKS
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.viewmodels.quicklog_words import ChipKind, LineNote, LogChip

GAP, LINE_GAP = 6, 6
CROSS, CROSS_ROOM = 11, 16
"""The cross in a chip, and how much wider the chip is for it."""
TONES: dict[ChipKind, Tone] = {
    ChipKind.KIND: "slate",
    ChipKind.DAY: "plain",
    ChipKind.REMINDER: "plum",
    ChipKind.WHO: "teal",
    ChipKind.ABSENT: "slate",
    ChipKind.PRIVATE: "plum",
    ChipKind.TAG: "plum",
    ChipKind.FOLLOW_UP: "honey",
    ChipKind.WRONG: "brick",
}
ICONS: dict[ChipKind, str] = {
    ChipKind.DAY: "calendar",
    ChipKind.REMINDER: "pencil",
    ChipKind.PRIVATE: "eye-off",
    ChipKind.ABSENT: "user-x",
    ChipKind.FOLLOW_UP: "undo-2",
    ChipKind.WRONG: "circle-alert",
}
KIND_ICONS: dict[ContactKind, str] = {
    ContactKind.TALK: "messages-square",
    ContactKind.BRIEF: "message-circle",
    ContactKind.MAIL: "mail",
    ContactKind.PHONE: "phone",
    ContactKind.NOTICED: "eye",
}


@dataclass(frozen=True, slots=True)
class _Placed:
    """A chip and where it stands; `cross` is where it can be taken back to text."""

    chip: LogChip
    box: QRectF
    cross: QRectF | None


class LogChips(QWidget):
    """The chips of all lines, each row ending at the right edge.

    Signals:
        text_wanted: the place whose reading should be taken back.
        mend_requested: the place where something is wrong.
    """

    text_wanted = Signal(object)
    mend_requested = Signal(object)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._placed: list[_Placed] = []
        self._bottom = 0.0
        self.setMouseTracking(True)

    def make_ready(self) -> None:
        """Draw each icon once ahead of the first key that asks for it."""
        size, ratio = self._look.fonts.px(ICON_SIZE), self.devicePixelRatioF()
        for kind, tone in TONES.items():
            names = KIND_ICONS.values() if kind is ChipKind.KIND else (ICONS.get(kind),)
            for name in filter(None, names):
                colour = CHIP_INKS[tone][1]
                self._look.icons.pixmap(name, colour=colour, size=size, ratio=ratio)

    def wanted_width(self, notes: Sequence[LineNote]) -> int:
        """How wide the chips of the longest line are, each with room for its cross."""
        return max(
            (
                sum(
                    self._width(chip, has_cross=chip.place is not None) + GAP for chip in note.chips
                )
                for note in notes
            ),
            default=0,
        )

    def show_notes(
        self, notes: Sequence[LineNote], *, middles: Sequence[float], cursor: int
    ) -> None:
        """Put the chips of each line beside it.

        Args:
            notes: the lines.
            middles: where the middle of each line is, in pixels from the top.
            cursor: chips of the line with the cursor in it can be taken back to text.
        """
        self._placed = []
        height = self._look.fonts.px(HEIGHT)
        free = float("-inf")
        for note, middle in zip(notes, middles, strict=True):
            is_here = note.start <= cursor <= note.end + 1
            y = max(middle - height / 2, free)
            for row in self._rows(note.chips, is_here=is_here):
                self._place(row, y)
                y += height + LINE_GAP
            if note.chips:
                free = y
        self._bottom = max((each.box.bottom() for each in self._placed), default=0.0)
        self.setAccessibleName(". ".join(note.sentence for note in notes))
        self.update()

    def contents_height(self) -> int:
        """How high the chips stand together."""
        return round(self._bottom)

    def sizeHint(self) -> QSize:
        return QSize(0, self.contents_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        if found is None:
            super().mousePressEvent(event)
        elif found.chip.kind is ChipKind.WRONG:
            self.mend_requested.emit(found.chip.place)
        elif found.cross is not None and found.cross.contains(event.position()):
            self.text_wanted.emit(found.chip.place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        on_cross = found is not None and found.cross and found.cross.contains(event.position())
        is_pressable = on_cross or (found is not None and found.chip.kind is ChipKind.WRONG)
        shape = Qt.CursorShape.PointingHandCursor if is_pressable else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self._at(QPointF(event.pos()))
            on_cross = found and found.cross and found.cross.contains(QPointF(event.pos()))
            words = self.tr("Keep as text") if on_cross else found.chip.text if found else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        for each in self._placed:
            chip = each.chip
            if chip.kind is ChipKind.HINT:
                painter.setFont(look.fonts.font(Text.CAPTION))
                painter.setPen(look.tokens["text_3"])
                side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(each.box, int(side), chip.text)
                continue
            tone = TONES[chip.kind]
            paint_chip(painter, each.box, look=look, text=chip.text, tone=tone, icon=_icon_of(chip))
            if each.cross is not None:
                size = look.fonts.px(CROSS)
                place = QRectF(0, 0, size, size)
                place.moveCenter(each.cross.center())
                look.icons.paint(painter, "x", place, colour=CHIP_INKS[tone][1])
        painter.end()

    def _rows(self, chips: Sequence[LogChip], *, is_here: bool) -> list[list[tuple[LogChip, int]]]:
        """The chips with their widths, in as many rows as the width asks."""
        rows: list[list[tuple[LogChip, int]]] = [[]]
        used = 0
        for chip in chips:
            has_cross = is_here and chip.place is not None and chip.kind is not ChipKind.WRONG
            width = min(self._width(chip, has_cross=has_cross), self.width())
            if rows[-1] and used + GAP + width > self.width():
                rows.append([])
                used = 0
            used += width + (GAP if rows[-1] else 0)
            rows[-1].append((chip, width if not has_cross else -width))
        return [row for row in rows if row]

    def _place(self, row: Sequence[tuple[LogChip, int]], top: float) -> None:
        height = self._look.fonts.px(HEIGHT)
        left = self.width() - sum(abs(width) for _, width in row) - GAP * (len(row) - 1)
        for chip, signed in row:
            width = abs(signed)
            box = QRectF(left, round(top), width, height)
            room = self._look.fonts.px(CROSS_ROOM) + 5
            cross = box.adjusted(width - room, 0, 0, 0) if signed < 0 else None
            self._placed.append(_Placed(chip, box, cross))
            left += width + GAP

    def _width(self, chip: LogChip, *, has_cross: bool) -> int:
        if chip.kind is ChipKind.HINT:
            font = self._look.fonts.font(Text.CAPTION)
            return QFontMetrics(font).horizontalAdvance(chip.text) + 2
        room = self._look.fonts.px(CROSS_ROOM) if has_cross else 0
        return chip_width(self._look, chip.text, icon=_icon_of(chip)) + room

    def _at(self, point: QPointF) -> _Placed | None:
        return next((each for each in self._placed if each.box.contains(point)), None)


def _icon_of(chip: LogChip) -> str:
    if chip.contact is not None:
        return KIND_ICONS[chip.contact]
    return ICONS.get(chip.kind, "")
