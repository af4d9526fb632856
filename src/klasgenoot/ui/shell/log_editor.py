"""Where the log lines are typed: pieces that are recognised are tinted, and keys are wishes."""

import sys
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextLine,
)
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from klasgenoot.domain.quicklog_reading import Span, SpanKind
from klasgenoot.ui.kit.enter import ENTER
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.theme import Colour
from klasgenoot.ui.kit.undo_keys import leave_to_window
from klasgenoot.ui.shell.log_tokens import TOKEN_ROOM, paint_dashes, paint_token
from klasgenoot.ui.shell.log_units import letter_at, unit_at
from klasgenoot.viewmodels.quicklog import QuickLogViewModel
from klasgenoot.viewmodels.quicklog_templates import MOST_TEMPLATES

LETTERS, PITCH = 17, 30
"""Size of the letters, and from one line to the next, in pixels at text scale 1."""
WORD_SPACING = 3
"""A little more between words than usual, so that two tokens do not touch."""
FEWEST_LINES, MOST_LINES = 2, 6
"""Fewer lines than the first leave room, more than the second scroll."""
TEMPLATE_KEYS = tuple(Qt.Key(Qt.Key.Key_1 + number) for number in range(MOST_TEMPLATES))
TEMPLATE_MODIFIER = (
    # Option and a figure write a sign on a Mac
    Qt.KeyboardModifier.MetaModifier
    if sys.platform == "darwin"
    else Qt.KeyboardModifier.AltModifier
)
NO_KEYS = Qt.KeyboardModifier.NoModifier

GROUNDS: dict[SpanKind, tuple[Colour, Colour]] = {
    SpanKind.NAME: ("accent_tint", "accent_text"),
    SpanKind.GROUP: ("accent_tint", "accent_text"),
    SpanKind.ABSENT: ("slate_tint", "slate_text"),
    SpanKind.TAG: ("plum_tint", "plum_text"),
    SpanKind.KIND: ("slate_tint", "slate_text"),
    SpanKind.REMINDER: ("plum_tint", "plum_text"),
    SpanKind.WHEN: ("honey_tint", "honey_text"),
    SpanKind.FOLLOW_UP: ("honey_tint", "honey_text"),
    SpanKind.BAD_DATE: ("brick_tint", "brick_text"),
}
"""Ground and ink of what was recognised."""

DASHED: dict[SpanKind, Colour] = {
    SpanKind.AMBIGUOUS: "honey_edge",
    SpanKind.UNKNOWN: "brick",
}
"""The dashed line under what needs a look: a choice, or a name that is not known."""


class LogEditor(QTextEdit):
    """The text of the quick log.

    What is typed goes to the view-model; what the view-model changes comes back as an edit that
    Ctrl Z undoes like any other.

    Signals:
        laid_out: lines have other heights or places.
    """

    laid_out = Signal()

    def __init__(
        self, look: Look, view_model: QuickLogViewModel, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._view_model = view_model
        self._is_following = False
        self._typed: list[tuple[int, int, int]] = []
        self.setStyleSheet(
            "QTextEdit, QTextEdit:focus { background: transparent; border: 0; padding: 0; }"
        )
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.setFont(_font(look))
        self.setCursorWidth(2)
        self.document().setDocumentMargin(TOKEN_ROOM)
        direction = self.document().defaultTextOption()
        # who comes first stands at the left, however a name is written
        direction.setTextDirection(Qt.LayoutDirection.LeftToRight)
        self.document().setDefaultTextOption(direction)
        self._space_lines()
        self.document().contentsChange.connect(self._on_contents_change)
        self.document().documentLayout().documentSizeChanged.connect(self._on_moved)
        self.verticalScrollBar().valueChanged.connect(self._on_moved)
        self.textChanged.connect(self._on_text_changed)
        self.cursorPositionChanged.connect(self._on_cursor_moved)

    def follow(self) -> None:
        """Shows the text, the cursor and the tints as the view-model has them."""
        self._is_following = True
        text, wanted = self._text(), self._view_model.text
        if text != wanted:
            start, end = _difference(text, wanted)
            cursor = self._selecting(text, start, end)
            cursor.beginEditBlock()  # a step of its own for Ctrl Z
            cursor.insertText(wanted[start : end + len(wanted) - len(text)])
            cursor.endEditBlock()
        at = unit_at(wanted, self._view_model.cursor)
        if self.textCursor().position() != at:
            cursor = self.textCursor()
            cursor.setPosition(at)
            self.setTextCursor(cursor)
        self._is_following = False
        self._ink()
        self.viewport().update()

    def forget_undo(self) -> None:
        """Lets Ctrl Z no longer bring back what was saved."""
        self.document().clearUndoRedoStacks()

    def line_middle(self, start: int, end: int) -> float:
        """How far below the top of the viewport a line has the middle of its first row.

        Of a long line that is scrolled to it is the first row in sight.
        """
        first = self._row_middle(start)
        if first >= 0:
            return first
        return max(first, min(self.line_height() / 2, self._row_middle(end)))

    def _row_middle(self, at: int) -> float:
        boxes = self._boxes(at, at)
        return boxes[0].center().y() if boxes else 0.0

    def line_height(self) -> int:
        """How high a line is with the room below it."""
        return self._look.fonts.px(PITCH)

    def place_of(self, at: int) -> QRect:
        """Where the cursor would stand before a letter, in the window's pixels of this widget."""
        cursor = self.textCursor()
        cursor.setPosition(unit_at(self._view_model.text, at))
        box = self.cursorRect(cursor)
        return QRect(self.viewport().mapTo(self, box.topLeft()), box.size())

    def contents_height(self) -> int:
        """How high the text is, between the fewest and the most lines."""
        line, around = self.line_height(), 2 * TOKEN_ROOM
        height = round(self.document().size().height())
        return max(FEWEST_LINES * line + around, min(MOST_LINES * line + around, height))

    def least_height(self) -> int:
        """How high one line is."""
        return self.line_height() + 2 * TOKEN_ROOM

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.fonts.px(180), self.least_height())

    def sizeHint(self) -> QSize:
        return QSize(self._look.fonts.px(400), self.contents_height())

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's signature
        # Tab arrives here before it is a key
        if forward and self._view_model.candidates:
            self._view_model.take_candidate()
            return True
        return bool(super().focusNextPrevChild(forward))

    def event(self, event: QEvent) -> bool:
        return leave_to_window(event, self.document()) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._answers(event.key(), modifiers):
            event.accept()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()  # the panel closes
        elif event.key() in ENTER:
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        for span in self._pieces():
            for box in self._boxes(span.start, span.end):
                if span.kind in GROUNDS:
                    ground, ink = GROUNDS[span.kind]
                    paint_token(painter, box, look=self._look, ground=ground, line=ink)
                else:
                    paint_dashes(painter, box, look=self._look, ink=DASHED[span.kind])
        painter.end()
        super().paintEvent(event)

    def _answers(self, key: int, modifiers: Qt.KeyboardModifier) -> bool:
        """Whether a key was a wish; if so it is done."""
        wishes = self._view_model
        if modifiers == TEMPLATE_MODIFIER and key in TEMPLATE_KEYS:
            wishes.write_template(TEMPLATE_KEYS.index(Qt.Key(key)))
            return True
        if key in ENTER and modifiers == Qt.KeyboardModifier.ControlModifier:
            wishes.save()
            return True
        if modifiers != NO_KEYS:
            return False
        if key in ENTER:
            return wishes.enter()
        if key == Qt.Key.Key_Backspace and not self.textCursor().hasSelection():
            return wishes.unparse_before_cursor()
        return bool(wishes.candidates) and self._moves_candidates(key)

    def _moves_candidates(self, key: int) -> bool:
        wishes = self._view_model
        if key == Qt.Key.Key_Escape:
            wishes.close_candidates()
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            wishes.move_candidate(1 if key == Qt.Key.Key_Down else -1)
        else:
            return False
        return True

    def _text(self) -> str:
        return self.toPlainText()

    def _selecting(self, text: str, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(unit_at(text, start))
        cursor.setPosition(unit_at(text, end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _ink(self) -> None:
        """Writes recognised pieces in the ink of their kind, without moving a letter."""
        text, inked = self._view_model.text, []
        for span in self._pieces():
            if span.kind in GROUNDS:
                piece = QTextEdit.ExtraSelection()
                piece.cursor = self._selecting(text, span.start, span.end)
                shape = QTextCharFormat()
                shape.setForeground(self._look.tokens[GROUNDS[span.kind][1]])
                piece.format = shape
                inked.append(piece)
        self.setExtraSelections(inked)

    def _pieces(self) -> list[Span]:
        """What was recognised; two of a kind that touch, as in "*-Noor", are one piece."""
        pieces: list[Span] = []
        for span in self._view_model.spans:
            last = pieces[-1] if pieces else None
            if last and (last.end, last.kind) == (span.start, span.kind):
                pieces[-1] = replace(last, end=span.end)
            else:
                pieces.append(span)
        return pieces

    def _space_lines(self) -> None:
        natural = self.fontMetrics().lineSpacing()
        shape = QTextBlockFormat()
        shape.setLineHeight(
            max(0, self.line_height() - natural),
            QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value,
        )
        QTextCursor(self.document()).mergeBlockFormat(shape)

    def _boxes(self, start: int, end: int) -> list[QRectF]:
        """Where the letters of a piece stand in the viewport, one box for each line it is on."""
        text = self._view_model.text
        first, last = unit_at(text, start), unit_at(text, end)
        block = self.document().findBlock(first)
        layout = block.layout()
        if layout is None or not layout.lineCount():
            return []
        origin = self.document().documentLayout().blockBoundingRect(block).topLeft()
        origin -= QPointF(0, self.verticalScrollBar().value())
        first, last = first - block.position(), last - block.position()
        lines = (layout.lineAt(number) for number in range(layout.lineCount()))
        return [
            box.translated(origin)
            for line in lines
            if (box := _box_in(line, first, last)) is not None
        ]

    @Slot()
    def _on_moved(self) -> None:
        # what is typed is told after its letters have moved, and then all of it is shown anew
        if not self._is_following and not self._typed:
            self.laid_out.emit()

    @Slot(int, int, int)
    def _on_contents_change(self, at: int, removed: int, added: int) -> None:
        if not self._is_following:
            self._typed.append((at, removed, added))

    @Slot()
    def _on_text_changed(self) -> None:
        typed, self._typed = self._typed, []
        before, now = self._view_model.text, self._text()
        if self._is_following or before == now:
            return
        start, end = _difference(before, now)
        if len(typed) == 1:
            start, end = _as_told(before, now, *typed[0]) or (start, end)
        self._view_model.type_over(start, end, now[start : end + len(now) - len(before)])

    @Slot()
    def _on_cursor_moved(self) -> None:
        # while letters change the place is told with them
        if not self._is_following and not self._typed:
            text = self._view_model.text
            self._view_model.place_cursor(letter_at(text, self.textCursor().position()))


def _font(look: Look) -> QFont:
    font = QFont(look.fonts.font(Text.BODY))
    font.setPixelSize(look.fonts.px(LETTERS))
    font.setWordSpacing(WORD_SPACING)
    return font


def _box_in(line: QTextLine, first: int, last: int) -> QRectF | None:
    """The part of a line between two places of its block; None when the piece is not on it."""
    start, end = line.textStart(), line.textStart() + line.textLength()
    if first > end or last < start or (first == end and first != last and start != end):
        return None
    begins, ends = max(first, start), min(last, end)
    left = right = _x(line, begins)
    if ends > begins:
        # behind the last letter, not before the next: they differ where the direction does
        right = _x(line, ends - 1, edge=QTextLine.Edge.Trailing)
    box = QRectF(QPointF(left, line.y()), QPointF(right, line.y() + line.height()))
    return box.normalized()  # a name from right to left ends at its left


def _x(line: QTextLine, at: int, *, edge: QTextLine.Edge = QTextLine.Edge.Leading) -> float:
    """How far from the left an edge of a letter of the block stands."""
    found: object = line.cursorToX(at, edge)
    # with the place it was asked for, though the stubs tell of the distance alone
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]


def _difference(before: str, now: str) -> tuple[int, int]:
    """The piece of `before` that another text took the place of."""
    shorter = min(len(before), len(now))
    start = next((at for at in range(shorter) if before[at] != now[at]), shorter)
    behind = next(
        (at for at in range(shorter - start) if before[-1 - at] != now[-1 - at]), shorter - start
    )
    return start, len(before) - behind


def _as_told(before: str, now: str, at: int, removed: int, added: int) -> tuple[int, int] | None:
    """The same as Qt tells it, which also knows which of two equal letters went; None if not so."""
    start, end = letter_at(now, at), letter_at(before, at + removed)
    new = now[start : letter_at(now, at + added)]
    return (start, end) if before[:start] + new + before[end:] == now else None
