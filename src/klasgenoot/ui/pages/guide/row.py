"""How does one recommendation stand in the table? Number, title, evidence and step."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from klasgenoot.domain.guide import Mark
from klasgenoot.ui.kit.chips import Chip
from klasgenoot.ui.kit.enter import EnterButton
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.pages.guide.evidence import EvidenceLine, minutes_words
from klasgenoot.ui.pages.guide.step import StepLink
from klasgenoot.viewmodels.guide import GuideRow, mark_words

BADGE, GAP, RADIUS = 28, 20, 8
TITLE_SHARE, EVIDENCE_SHARE, STEP_SHARE = 30, 42, 28
"""How the columns divide the width; the header above the rows does the same."""
ICONS = {Mark.DONE: "check", Mark.LATER: "clock", Mark.NOT_FOR_ME: "minus"}


class NumberBadge(QWidget):
    """The number of a recommendation; filled for the one of this week."""

    def __init__(self, look: Look, number: int, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._number = number
        self._is_filled = False
        edge = look.fonts.px(BADGE)
        self.setFixedSize(edge, edge)

    def fill(self, is_filled: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Make it stand out, or not."""
        self._is_filled = is_filled
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens["line"], 1) if tokens.is_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(tokens["accent" if self._is_filled else "sunken"])
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, BADGE * 0.28, BADGE * 0.28)
        painter.setFont(self._look.fonts.bold(Text.SUPPORT))
        painter.setPen(tokens["on_accent" if self._is_filled else "text_2"])
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()


class RowButton(EnterButton):
    """One recommendation; pressing it opens it, its link does the step.

    Attributes:
        link: the step.
    """

    def __init__(self, look: Look, row: GuideRow, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: GuideRow | None = None
        self._parts: list[QWidget] = []
        self.link = StepLink(look)
        self._badge = NumberBadge(look, row.number)
        self.setProperty("ring", RADIUS)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._whole = whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 5, 0, 5)
        whole.setSpacing(GAP)
        whole.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignVCenter)
        self._cells = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cells.setSpacing(GAP)
        whole.addLayout(self._cells, 1)
        self._title = self._cell(TITLE_SHARE)
        self._seen = self._cell(EVIDENCE_SHARE)
        self._step = self._cell(STEP_SHARE)
        self._step.addWidget(self.link, 1)
        self._minutes = Label(look, "", Text.SUPPORT, colour="text_3", lines=1)
        self._step.addWidget(self._minutes)
        self.show_row(row)

    def show_row(self, row: GuideRow) -> None:
        """Show it as it is now."""
        if row == self._shown:
            return
        self._shown = row
        for part in self._parts:
            part.hide()
            part.deleteLater()
        title = Label(self._look, row.text.title, weight=QFont.Weight.Medium)
        seen = EvidenceLine(self._look, row.seen)
        self._parts = [title, seen]
        self._title.addWidget(title, 1)
        self._seen.addWidget(seen, 1)
        if row.mark is not None:
            title.set_colour("text_3" if row.mark is Mark.NOT_FOR_ME else "text")
            chip = Chip(self._look, mark_words(row.mark), tone="outline", icon=ICONS[row.mark])
            self._parts.append(chip)
            self._title.addWidget(chip)
        self._badge.fill(row.is_this_weeks)
        self.link.setText(row.step.title)
        self.link.updateGeometry()
        minutes = minutes_words(row.step.minutes)
        self._minutes.setText(minutes)
        self.link.setAccessibleName(f"{row.step.title}, {minutes}")
        self.setAccessibleName(row.sentence)

    def stack(self, is_stacked: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Put the cells below each other, for when there is little room."""
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._cells.setDirection(below if is_stacked else beside)
        self._cells.setSpacing(2 if is_stacked else GAP)

    def sizeHint(self) -> QSize:
        return self._whole.totalSizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._look.tokens
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, tokens["line"])
        if self.underMouse():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens["hover"])
            painter.drawRoundedRect(self.rect().adjusted(0, 2, 0, -1), RADIUS, RADIUS)
        painter.end()

    def _cell(self, share: int) -> QHBoxLayout:
        cell = QHBoxLayout()
        cell.setContentsMargins(0, 0, 0, 0)
        cell.setSpacing(8)
        self._cells.addLayout(cell, share)
        return cell


class TableHeader(QWidget):
    """What stands in the columns."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.fonts.px(BADGE) + GAP, 0, 0, 7)
        row.setSpacing(GAP)
        for words, share in (
            (self.tr("Recommendation"), TITLE_SHARE),
            (self.tr("What you already see"), EVIDENCE_SHARE),
            (self.tr("Step of 2 minutes at most"), STEP_SHARE),
        ):
            label = Label(look, words, Text.CAPTION, colour="text_2", weight=QFont.Weight.Medium)
            cell = QVBoxLayout()
            cell.addWidget(label)
            row.addLayout(cell, share)
