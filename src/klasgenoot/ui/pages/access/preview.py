"""What will be handed over? The whole of it to read, and to select words in that are covered."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFont,
    QImage,
    QKeyEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
)
from PySide6.QtWidgets import QTextEdit

from klasgenoot.ui.kit.enter import ENTER
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.viewmodels.access import AccessViewModel
from klasgenoot.viewmodels.access_parts import Line, Section

translate = QCoreApplication.translate

COVER_KEYS = ENTER | frozenset({Qt.Key.Key_Delete})
LEAST_HEIGHT = 460
MARGIN = 22
PHOTO, PHOTO_WIDTH = "photo", 96


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text on the page; a covered one has the number of its cover, else -1.

    `start` and `end` are Qt's own count, in which some signs are two; `words` is what was typed.
    """

    start: int
    end: int
    place: str
    at: int
    words: str
    cover: int


class Preview(QTextEdit):
    """Read and select. With the keyboard: arrows, Shift with arrows selects, Enter covers.

    Signals:
        cover_requested: what is selected is to be covered: place, start and end of each text.
        uncover_requested: the number of the cover that the cursor is in.
    """

    cover_requested = Signal(list)
    uncover_requested = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._pieces: list[Piece] = []
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(look.fonts.px(LEAST_HEIGHT))
        self.setAccessibleName(translate("AccessPage", "What will be handed over"))
        self.setAccessibleDescription(
            translate("AccessPage", "Select words with Shift and the arrows; Enter covers them.")
        )
        self.document().setDocumentMargin(look.fonts.px(MARGIN))

    def show_all(self, view_model: AccessViewModel) -> None:
        """Shows everything as it will be handed over, and stays where it was."""
        at, scrolled = self.textCursor().position(), self.verticalScrollBar().value()
        self._pieces = []
        self.clear()
        cursor = QTextCursor(self.document())
        self._begin(cursor, above=0)
        cursor.insertText(view_model.title, self._letters(Text.SECTION))
        self._begin(cursor, above=6)
        cursor.insertText(view_model.introduction, self._letters(Text.BODY, quiet=True))
        self._insert_photos(cursor, view_model.photos)
        for section in view_model.sections:
            self._insert_section(cursor, section, view_model)
        end = self.document().characterCount() - 1
        back = self.textCursor()
        back.setPosition(min(at, end))
        self.setTextCursor(back)
        self.verticalScrollBar().setValue(scrolled)

    @property
    def chosen(self) -> list[tuple[str, int, int]]:
        """What is selected of texts that can be covered: place, start and end of each."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        found: dict[str, tuple[int, int]] = {}
        for piece in self._pieces:
            if piece.start >= end or piece.end <= start:
                continue
            first, last = piece.at, piece.at + len(piece.words)
            if piece.cover < 0:
                first = piece.at + _signs(piece.words, max(0, start - piece.start))
                last = piece.at + _signs(piece.words, end - piece.start)
            known = found.get(piece.place, (first, last))
            found[piece.place] = min(known[0], first), max(known[1], last)
        return [(place, *span) for place, span in found.items()]

    @property
    def cover_here(self) -> int:
        """The number of the cover that the cursor is in or beside, or -1."""
        at = self.textCursor().position()
        here = [p.cover for p in self._pieces if p.cover >= 0 and p.start <= at <= p.end]
        return here[0] if here else -1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) not in COVER_KEYS:
            super().keyPressEvent(event)
        elif self.textCursor().hasSelection():
            self.cover_requested.emit(self.chosen)
        elif self.cover_here >= 0:
            self.uncover_requested.emit(self.cover_here)

    def _insert_photos(self, cursor: QTextCursor, photos: Sequence[bytes]) -> None:
        """All photos beside each other."""
        wide = self._look.fonts.px(PHOTO_WIDTH)
        smooth = Qt.TransformationMode.SmoothTransformation
        ratio = self.devicePixelRatioF()
        images = [image for image in map(QImage.fromData, photos) if not image.isNull()]
        for number, image in enumerate(images):
            seen = image.scaledToWidth(round(wide * ratio), smooth)
            name = f"{PHOTO}{number}"
            self.document().addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), seen)
            shape = QTextImageFormat()
            shape.setName(name)
            shape.setWidth(wide)
            shape.setHeight(wide * image.height() / image.width())
            if number:
                cursor.insertText("  ")
            else:
                self._begin(cursor, above=10)
            cursor.insertImage(shape)

    def _insert_section(
        self, cursor: QTextCursor, section: Section, view_model: AccessViewModel
    ) -> None:
        self._begin(cursor, above=20)
        cursor.insertText(section.title, self._letters(Text.CARD))
        if section.note:
            self._begin(cursor, above=2)
            cursor.insertText(section.note, self._letters(Text.SUPPORT, quiet=True))
        for entry in section.entries:
            if entry.title:
                self._begin(cursor, above=10)
                medium = self._letters(Text.BODY, weight=QFont.Weight.Medium)
                cursor.insertText(entry.title, medium)
            for line in entry.lines:
                self._begin(cursor, above=3)
                self._insert_line(cursor, line, view_model)

    def _insert_line(self, cursor: QTextCursor, line: Line, view_model: AccessViewModel) -> None:
        if line.label:
            cursor.insertText(f"{line.label}: ", self._letters(Text.BODY, quiet=True))
        for start, end, cover in view_model.stretches_of(line):
            at = cursor.position()
            if cover >= 0:
                cursor.insertText(view_model.bar, self._bar())
            else:
                self._insert_plain(cursor, line, start, end, view_model)
            if line.place:
                words = line.text[start:end]
                self._pieces.append(Piece(at, cursor.position(), line.place, start, words, cover))

    def _insert_plain(
        self, cursor: QTextCursor, line: Line, start: int, end: int, view_model: AccessViewModel
    ) -> None:
        """A stretch that is shown: letters in place of others and doubts stand out a little."""
        hidden = view_model.texts.get(line.place) if line.place else None
        marks = [(*span, True) for span in hidden.doubts] if hidden else []
        marks += [(*span, False) for span in hidden.replaced] if hidden else []
        at = start
        for first, last, is_doubt in sorted(marks):
            if first < at or last > end:
                continue
            cursor.insertText(line.text[at:first], self._letters(Text.BODY))
            cursor.insertText(line.text[first:last], self._marked(is_doubt=is_doubt))
            at = last
        cursor.insertText(line.text[at:end], self._letters(Text.BODY))

    def _begin(self, cursor: QTextCursor, *, above: int) -> None:
        shape = QTextBlockFormat()
        shape.setTopMargin(self._look.fonts.px(above))
        if self.document().isEmpty():
            cursor.setBlockFormat(shape)
        else:
            cursor.insertBlock(shape)

    def _letters(
        self, role: Text, *, quiet: bool = False, weight: QFont.Weight | None = None
    ) -> QTextCharFormat:
        letters = QTextCharFormat()
        letters.setFont(self._look.fonts.font(role, weight=weight))
        letters.setForeground(self._look.tokens["text_2" if quiet else "text"])
        return letters

    def _marked(self, *, is_doubt: bool) -> QTextCharFormat:
        tokens = self._look.tokens
        letters = self._letters(Text.BODY)
        letters.setBackground(tokens["honey_tint" if is_doubt else "slate_tint"])
        letters.setForeground(tokens["honey_text" if is_doubt else "slate_text"])
        if is_doubt:
            letters.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        return letters

    def _bar(self) -> QTextCharFormat:
        letters = self._letters(Text.BODY)
        letters.setBackground(self._look.tokens["text"])
        letters.setForeground(self._look.tokens["surface"])
        return letters


def _signs(words: str, count: int) -> int:
    """How many of Python's signs stand in so many of Qt's, which counts an emoji as two."""
    encoded = words.encode("utf-16-le")[: 2 * max(0, count)]
    return len(encoded.decode("utf-16-le", errors="ignore"))
