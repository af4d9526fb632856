"""As what? The papers as they will look, and below them the files."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QVBoxLayout, QWidget

from klasgenoot.domain.exports import ExportKind
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.one_stop import OneStop
from klasgenoot.ui.pages.sharing.kind_row import KindRow
from klasgenoot.ui.pages.sharing.paper_tile import PaperTile
from klasgenoot.ui.pages.sharing.papers.paper import Paper
from klasgenoot.viewmodels.sharing_words import export_words, line_words

translate = QCoreApplication.translate

TILES = (
    ExportKind.PHOTO_LIST,
    ExportKind.NAME_TENTS,
    ExportKind.SEAT_LABELS,
    ExportKind.PRACTICE_SHEET,
    ExportKind.SEATING_PLAN,
)
FILES: Mapping[ExportKind, str] = {
    ExportKind.XLSX: "file-spreadsheet",
    ExportKind.CSV: "file-text",
    ExportKind.VCARD: "phone",
    ExportKind.DECK: "scan-face",
    ExportKind.CLASS_FILE: "handshake",
    ExportKind.EVERYTHING: "archive",
}
"""The files with their icons."""
ACROSS, LEAST_FILE, GAP = 2, 230, 8


class Kinds(QWidget):
    """All kinds of export, of which one is chosen. One tab stop, arrow keys inside.

    Signals:
        chosen: an `ExportKind`.
    """

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setAccessibleName(translate("Sharing", "As what"))
        self._group = QButtonGroup(self)
        self._tiles = {kind: PaperTile(look, export_words(kind), parent=self) for kind in TILES}
        self._rows = {
            kind: KindRow(
                look, title=export_words(kind), line=line_words(kind), icon=icon, parent=self
            )
            for kind, icon in FILES.items()
        }
        buttons = {**self._tiles, **self._rows}
        for kind, button in buttons.items():
            self._group.addButton(button)
            button.clicked.connect(lambda _=False, what=kind: self.chosen.emit(what))
        self._grid = QGridLayout()
        self._grid.setSpacing(GAP)
        self._least = look.fonts.px(LEAST_FILE)
        self._across = 0
        self._arrange(ACROSS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(Label(look, translate("Sharing", "On paper"), Text.CARD))
        column.addLayout(flow(*self._tiles.values(), gap=12, line_gap=12))
        column.addSpacing(8)
        column.addWidget(Label(look, translate("Sharing", "As a file"), Text.CARD))
        column.addLayout(self._grid)
        self._stop = OneStop(self, list(buttons.values()))
        self._waiting: list[PaperTile] = []
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._on_time_for_a_page)
        self._buttons = buttons

    def choose(self, kind: ExportKind) -> None:
        """Shows which one is on, without a signal."""
        self._buttons[kind].setChecked(True)
        self._stop.move_to(self._buttons[kind])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(ACROSS if self.width() >= ACROSS * self._least + GAP else 1)

    def _arrange(self, across: int) -> None:
        """Puts the files in so many columns."""
        if across == self._across:
            return
        self._across = across
        for place, row in enumerate(self._rows.values()):
            self._grid.addWidget(row, place // across, place % across)
        for column in range(ACROSS):
            self._grid.setColumnStretch(column, int(column < across))

    def show_papers(self, papers: Mapping[ExportKind, Paper]) -> None:
        """Shows the papers as they will look; one that is not there is an empty sheet.

        Without a seating plan there is no sheet for it either.
        """
        for kind, tile in self._tiles.items():
            tile.show_paper(papers.get(kind))
            tile.setHidden(kind is ExportKind.SEATING_PLAN and kind not in papers)
        self._waiting = list(self._tiles.values())
        self._turn.start()

    @Slot()
    def _on_time_for_a_page(self) -> None:
        """Draws one paper; the next has a turn of its own."""
        if self._waiting:
            self._waiting.pop(0).draw_page()
        else:
            self._turn.stop()

    @property
    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return self._stop.current or self
