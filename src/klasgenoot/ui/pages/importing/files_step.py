"""Step 1: choose or drop a list and photos; while they are read, how far it is."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from klasgenoot.domain.list_systems import ListSystem
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import IconLabel, Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.progress import Progress
from klasgenoot.ui.pages.importing.sealed_card import SealedCard
from klasgenoot.ui.pages.importing.where_from import WhereFrom

RADIUS, WIDEST = 18, 720


class DropZone(QWidget):
    """Takes files and folders, by dropping and by buttons.

    Signals:
        chosen: a list of paths.
    """

    chosen = Signal(list)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._over = False
        self.setAcceptDrops(True)
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 40, 32, 40)
        column.setSpacing(6)
        column.addWidget(IconLabel(look, "folder-input", colour="accent_text", size=34), 0, middle)
        column.addSpacing(8)
        for text, role, colour in (
            (self.tr("Drop a class list and photos here"), Text.SECTION, "text"),
            (
                self.tr(
                    "A list from any system, a PDF photo list, and a folder or zip with photos."
                    " All at once is fine, and so is pasting what you copied."
                ),
                Text.BODY,
                "text_2",
            ),
        ):
            label = Label(look, text, role, colour=colour)  # type: ignore[arg-type]
            label.setAlignment(middle | Qt.AlignmentFlag.AlignVCenter)
            column.addWidget(label)
        column.addSpacing(14)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        self.files = Button(look, self.tr("Choose files…"), kind="primary", icon="file-text")
        self.files.clicked.connect(self._on_files_clicked)
        folder = Button(look, self.tr("Choose a folder…"), icon="folder-input")
        folder.clicked.connect(self._on_folder_clicked)
        buttons.addWidget(self.files)
        buttons.addWidget(folder)
        buttons.addStretch(1)
        column.addLayout(buttons)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            self._over = True
            self.update()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._over = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        self._over = False
        self.update()
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.chosen.emit(paths)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(tokens["accent" if self._over else "line_strong"], 1.5)
        pen.setDashPattern([4, 3.5])
        painter.setPen(pen)
        painter.setBrush(tokens["accent_tint" if self._over else "surface"])
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        painter.end()

    @classmethod
    def ask_files(cls, parent: QWidget, title: str) -> list[Path]:
        """Asks which files; apart, so that a test can answer."""
        names, _ = QFileDialog.getOpenFileNames(parent, title)
        return [Path(name) for name in names]

    @classmethod
    def ask_folder(cls, parent: QWidget, title: str) -> list[Path]:
        """Asks which folder; apart, so that a test can answer."""
        name = QFileDialog.getExistingDirectory(parent, title)
        return [Path(name)] if name else []

    @Slot()
    def _on_files_clicked(self) -> None:
        paths = self.ask_files(self, self.tr("Choose a list and photos"))
        if paths:
            self.chosen.emit(paths)

    @Slot()
    def _on_folder_clicked(self) -> None:
        paths = self.ask_folder(self, self.tr("Choose a folder with photos and a list"))
        if paths:
            self.chosen.emit(paths)


class FilesStep(QWidget):
    """The drop zone, what is never taken in, where lists come from, and how far the reading is.

    Signals:
        chosen: a list of paths.
        stopped: stop reading.
        unsealed: the passphrase of a colleague's file.
    """

    chosen = Signal(list)
    stopped = Signal()
    unsealed = Signal(str)

    def __init__(self, look: Look, systems: Sequence[ListSystem]) -> None:
        super().__init__()
        self._look = look
        self._stack = QStackedWidget()
        self.zone = DropZone(look)
        self.zone.chosen.connect(self.chosen)
        self._stack.addWidget(self.zone)
        self._stack.addWidget(self._busy())
        self._trouble = Label(look, "", colour="brick_text")
        self._trouble_icon = IconLabel(look, "triangle-alert", colour="brick_text")
        trouble = QHBoxLayout()
        trouble.setSpacing(8)
        trouble.addWidget(self._trouble_icon, 0, Qt.AlignmentFlag.AlignTop)
        trouble.addWidget(self._trouble, 1)
        inner = QWidget()
        inner.setMaximumWidth(look.fonts.px(WIDEST))
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        self._chosen = Label(look, "", colour="accent_text")
        column.addWidget(self._chosen)
        self._sealed = SealedCard(look)
        self._sealed.typed.connect(self.unsealed)
        self._sealed.left.connect(self.stopped)
        column.addWidget(self._sealed)
        column.addWidget(self._stack)
        column.addLayout(trouble)
        self.by_hand = Button(look, self.tr("Cut the faces out by hand"), icon="scan-face")
        self.by_hand.hide()
        column.addWidget(self.by_hand, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._promise())
        self._where_from = WhereFrom(look, systems)
        column.addWidget(self._where_from)
        middle = QHBoxLayout(self)
        middle.setContentsMargins(0, 0, 0, 0)
        outer = QVBoxLayout()
        outer.addStretch(2)
        outer.addWidget(inner)
        outer.addStretch(3)
        middle.addStretch(1)
        middle.addLayout(outer, 12)
        middle.addStretch(1)
        self.show_trouble("")

    def show_trouble(self, sentence: str) -> None:
        """Says what went wrong, or nothing."""
        self._trouble.setText(sentence)
        self._trouble.setVisible(bool(sentence))
        self._trouble_icon.setVisible(bool(sentence))

    def show_chosen(self, names: Sequence[str]) -> None:
        """Says what was chosen before; what comes now is read with it."""
        words = self.tr("Chosen already: {names}. What you choose now comes beside it.")
        self._chosen.setText(words.format(names=", ".join(names)) if names else "")
        self._chosen.setVisible(bool(names))

    def ask_passphrase(self, name: str) -> None:
        """Asks for the passphrase of a file in the place of the drop zone; no name, no question."""
        self._sealed.ask(name)
        self._stack.setVisible(not name)

    def take_focus(self) -> None:
        """Puts the keyboard where the next thing is done."""
        if self._sealed.isHidden():
            self.zone.files.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._sealed.take_focus()

    def show_reading(self, *, reading: bool) -> None:
        """Shows the progress, or the drop zone."""
        self._stack.setCurrentIndex(int(reading))
        self._where_from.setVisible(not reading)
        if reading:
            self.show_progress(0, 0)
            self._stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_progress(self, done: int, total: int) -> None:
        """Says how many photos are read."""
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(done)
        words = self.tr("{done} of {total} read").format(done=done, total=total)
        self._said.setText(words if total else self.tr("Looking at the files…"))

    def _busy(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(32, 40, 32, 40)
        column.setSpacing(12)
        column.addStretch(1)
        self._said = Label(self._look, "", Text.SECTION)
        self._bar = Progress(self._look, name=self.tr("Reading"))
        self._stop = Button(self._look, self.tr("Stop"))
        self._stop.clicked.connect(self.stopped)
        column.addWidget(self._said)
        column.addWidget(self._bar)
        column.addWidget(self._stop, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return box

    def _promise(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(
            IconLabel(self._look, "shield-check", colour="accent_text", size=18),
            0,
            Qt.AlignmentFlag.AlignTop,
        )
        words = self.tr(
            "Date of birth, address, marks and citizen numbers are never taken in, not even to show"
            " them. Photos lose their place and camera data."
        )
        row.addWidget(Label(self._look, words, Text.SUPPORT, colour="text_2"), 1)
        return row
