"""The field of the quick log: the lines at the left and what was read of them at the right."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.shell.log_chips import LogChips
from klasgenoot.ui.shell.log_editor import LogEditor
from klasgenoot.viewmodels.quicklog import QuickLogViewModel
from klasgenoot.viewmodels.quicklog_words import LineNote

RADIUS = 10
SIDE, TOP, BETWEEN = 14, 13, 16
MOST_OF_WIDTH = 0.46
"""The chips take at most this part of the width."""


class LogField(QWidget):
    """Draws one border around the editor and the chips, and keeps each row beside its line.

    Attributes:
        editor: where one types.
    """

    def __init__(
        self, look: Look, view_model: QuickLogViewModel, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._view_model = view_model
        self.editor = LogEditor(look, view_model)
        self._chips = LogChips(look)
        self._wanted = self.editor.contents_height()
        self._notes: tuple[LineNote, ...] = ()
        self._notes_width = 0
        self._shown: tuple[object, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, TOP, SIDE, TOP)
        row.setSpacing(BETWEEN)
        row.addWidget(self.editor, 1)
        row.addWidget(self._chips)
        self.editor.installEventFilter(self)
        self.editor.laid_out.connect(self._on_laid_out)
        self._chips.text_wanted.connect(view_model.unparse)
        self._chips.mend_requested.connect(self._on_mend_requested)

    def make_ready(self) -> None:
        """Does ahead what the first letters would wait for."""
        self._chips.make_ready()

    def follow(self) -> None:
        """Shows everything as the view-model has it."""
        self.editor.follow()
        self._on_laid_out()

    def sizeHint(self) -> QSize:
        return QSize(self.editor.sizeHint().width(), self._wanted + 2 * TOP)

    def minimumSizeHint(self) -> QSize:
        # in a low window the field scrolls before anything else gives way
        return QSize(self.editor.minimumSizeHint().width(), self.editor.least_height() + 2 * TOP)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._on_laid_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._look.tokens
        has_focus = self.editor.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if has_focus else 1
        painter.setPen(QPen(tokens["focus" if has_focus else "line_strong"], width))
        painter.setBrush(tokens["surface"])
        inset = width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, RADIUS - inset, RADIUS - inset)
        painter.end()

    @Slot()
    def _on_laid_out(self) -> None:
        """Gives the chips the width and the rows they need; the field grows with both."""
        if not self.isVisible():
            return  # nothing is read before it is looked at
        notes = self._view_model.notes
        if notes is not self._notes:
            self._notes, self._notes_width = notes, self._chips.wanted_width(notes)
        room = round((self.width() - 2 * SIDE) * MOST_OF_WIDTH)
        width = min(room, self._notes_width)
        if width != self._chips.width():
            self._chips.setFixedWidth(width)
        middles = [self.editor.line_middle(note.start, note.end) for note in notes]
        shown = (notes, middles, self._view_model.cursor, self._chips.width())
        if shown != self._shown:  # a panel that grows lays its field out several times over
            self._shown = shown
            self._chips.show_notes(notes, middles=middles, cursor=self._view_model.cursor)
        self.editor.setAccessibleDescription(self._chips.accessibleName())
        wanted = max(self.editor.contents_height(), self._chips.contents_height())
        if wanted != self._wanted:
            self._wanted = wanted
            self.updateGeometry()

    @Slot(object)
    def _on_mend_requested(self, place: tuple[int, int]) -> None:
        self._view_model.show_candidates(place)
        self.editor.setFocus()
