"""Sentences that are often wanted, each on a key: pills with the key in front."""

import sys
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from klasgenoot.ui.kit.buttons import icon_button
from klasgenoot.ui.kit.flow import Flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.keys import HEIGHT as BADGE_HEIGHT
from klasgenoot.ui.kit.keys import badge_width, paint_badge
from klasgenoot.ui.kit.look import Look

translate = QCoreApplication.translate

HEIGHT, PADDING, GAP = 30, 11, 8
LONGEST = 300
"""So wide a sentence stands there at most, at text scale 1; its tooltip has the whole."""
PILLS_FROM = ((600, 9), (420, 3), (0, 1))
"""From which height at text scale 1 how many sentences stand there; the keys of all work."""


def template_keys(number: int) -> str:
    """The keys of a template, counted from 1, as a badge shows them."""
    modifier = "Meta" if sys.platform == "darwin" else "Alt"
    keys = QKeySequence(f"{modifier}+{number}")
    return keys.toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ")


class TemplatePills:
    """The pills of all sentences, in a flow that others stand in too.

    Args:
        look: how everything looks.
        flow: where they go.
        choose: told the place of the one that is pressed, from 0.
        change: called when the teacher wants other sentences.
    """

    def __init__(
        self,
        look: Look,
        flow: Flow,
        *,
        choose: Callable[[int], None],
        change: Callable[[], None],
    ) -> None:
        self._look = look
        self._flow = flow
        self._choose = choose
        self._pills: list[KeyPill] = []
        words = translate("QuickLog", "Sentences of your own")
        self._change = icon_button(look, "pencil", words, size="small")
        self._change.clicked.connect(change)
        flow.addWidget(self._change)

    def show(self, templates: Sequence[str]) -> None:
        """Show these; they may have changed in the settings."""
        if [pill.text() for pill in self._pills] == list(templates):
            return
        for pill in self._pills:
            self._flow.removeWidget(pill)
            pill.deleteLater()
        self._pills = []
        for number, words in enumerate(templates):
            pill = KeyPill(self._look, words, keys=template_keys(number + 1))
            pill.clicked.connect(lambda _on=False, at=number: self._choose(at))
            self._flow.insert_widget(number, pill)  # before what is suggested
            self._pills.append(pill)

    def allow(self, *, height: int) -> None:
        """Show as many as a window of this height has room for."""
        fonts = self._look.fonts
        most = next(most for least, most in PILLS_FROM if height >= fonts.px(least))
        for number, pill in enumerate(self._pills):
            pill.setVisible(number < most)
        self._change.setVisible(most > 1)


class KeyPill(QAbstractButton):
    """A quiet button with a key badge before its words."""

    def __init__(self, look: Look, text: str, *, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._keys = keys
        self.setText(text)
        if self._words_width() > look.fonts.px(LONGEST):
            self.setToolTip(text)
        self.setProperty("ring", look.fonts.px(HEIGHT) / 2)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        text = min(self._words_width(), self._look.fonts.px(LONGEST))
        width = 2 * PADDING + badge_width(self._look, self._keys) + GAP + text + 2
        return QSize(width, self._look.fonts.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, fonts = self._look.tokens, self._look.fonts
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.underMouse() or self.isDown()
        painter.setPen(QPen(tokens["line_2"], 1))
        painter.setBrush(tokens["hover"] if lit else Qt.BrushStyle.NoBrush)
        edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(edge, edge.height() / 2, edge.height() / 2)
        width, height = badge_width(self._look, self._keys), fonts.px(BADGE_HEIGHT)
        badge = QRectF(PADDING - 3, round((self.height() - height) / 2), width, height)
        paint_badge(painter, badge, look=self._look, keys=self._keys)
        painter.setFont(self._font())
        painter.setPen(tokens["text_2"])
        left = badge.right() + GAP
        room = QRectF(left, 0, self.width() - left - PADDING, self.height())
        metrics = QFontMetrics(self._font())
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, int(room.width()) + 1)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, shown)
        painter.end()

    def _words_width(self) -> int:
        return QFontMetrics(self._font()).horizontalAdvance(self.text())

    def _font(self) -> QFont:
        return self._look.fonts.medium(Text.SUPPORT)
