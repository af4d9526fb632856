"""What when there is nothing to show? Empty, busy and failed: one sentence and what to do."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import IconLabel, Label
from klasgenoot.ui.kit.look import Look

TILE, TILE_GAP, TILES, TILE_RADIUS = QSize(30, 38), 6, 3, 8


class TilesAre(Enum):
    """DASHED: still to come. FLAT: on their way."""

    DASHED = "dashed"
    FLAT = "flat"


class GhostTiles(QWidget):
    """Three tiles without faces, in place of a picture."""

    def __init__(self, look: Look, tiles: TilesAre, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._tiles = tiles
        self.setFixedSize(TILES * TILE.width() + (TILES - 1) * TILE_GAP, TILE.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._tiles is TilesAre.DASHED:
            pen = QPen(self._look.tokens["line_strong"], 1)
            pen.setDashPattern([3, 2.5])
            painter.setPen(pen)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.tokens["hover"])
        for number in range(TILES):
            left = number * (TILE.width() + TILE_GAP)
            box = QRectF(left + 0.5, 0.5, TILE.width() - 1, TILE.height() - 1)
            painter.drawRoundedRect(box, TILE_RADIUS, TILE_RADIUS)
        painter.end()


class EmptyState(QWidget):
    """One sentence that says what comes here, one line of help, one or two buttons; centred."""

    def __init__(
        self,
        look: Look,
        *,
        sentence: str,
        detail: str = "",
        buttons: Sequence[QWidget] = (),
        tiles: TilesAre | None = TilesAre.DASHED,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(4)
        if tiles is not None:
            column.addWidget(GhostTiles(look, tiles), 0, middle)
            column.addSpacing(10)
        said = Label(look, sentence, weight=QFont.Weight.DemiBold)
        explained = Label(look, detail, Text.SUPPORT, colour="text_2")
        for label in (said, explained):
            label.setAlignment(middle | Qt.AlignmentFlag.AlignVCenter)
            column.addWidget(label)
        if buttons:
            column.addSpacing(8)
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addStretch(1)
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)
        self.setAccessibleName(sentence)


class FailedState(Card):
    """What did not work, why, and what can be done: a card in the place of the thing."""

    def __init__(
        self,
        look: Look,
        *,
        sentence: str,
        detail: str = "",
        buttons: Sequence[QWidget] = (),
        icon: str = "triangle-alert",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent=parent)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(IconLabel(look, icon, colour="brick_text"), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(Label(look, sentence, Text.BODY, weight=QFont.Weight.DemiBold))
        if detail:
            column.addWidget(Label(look, detail, Text.SUPPORT, colour="text_2"))
        if buttons:
            column.addSpacing(8)
            column.addLayout(flow(*buttons))
        row.addLayout(column, 1)
        self.body.addLayout(row)
        self.setAccessibleName(sentence)
