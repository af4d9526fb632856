"""How is text shown? Labels with the line heights of the design that wrap before they elide."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.theme import Colour
from klasgenoot.ui.kit.typeset import Run, Typesetter

COMFORTABLE_WIDTH = 560
"""A paragraph asks for no more width than this, in pixels at text scale 1."""
MOST_LAYOUTS = 8
"""So many widths are remembered; layouts ask for the same few again and again."""


class Label(QLabel):
    """A text in one role.

    Args:
        look: fonts and colours.
        text: what it says; a line feed starts a new line.
        role: size and weight.
        colour: of the text.
        weight: replaces the weight of the role.
        lines: show at most this many and elide the rest, with the whole text as tooltip;
            0 shows everything.
        parent: the widget it is on.
    """

    def __init__(
        self,
        look: Look,
        text: str = "",
        role: Text = Text.BODY,
        *,
        colour: Colour = "text",
        weight: QFont.Weight | None = None,
        lines: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._role = role
        self._weight = weight
        self._colour: Colour = colour
        self._runs: tuple[Run, ...] = ()
        self._lines = lines
        self._told = ""
        self._made: dict[int, tuple[QTextLayout, bool]] = {}
        self._natural: int | None = None
        self.setFont(look.fonts.font(role, weight=weight))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(lines != 1)
        if lines == 1:
            policy.setVerticalPolicy(QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.set_runs(Run(text))

    def setText(self, text: str) -> None:
        """Say something else, in one look."""
        self.set_runs(Run(text))

    def set_runs(self, *runs: Run) -> None:
        """Say something in pieces that each have a look of their own."""
        self._runs = runs
        self._made.clear()
        self._natural = None
        super().setText("".join(run.text for run in runs))
        self._tell_what_is_elided()
        self.updateGeometry()
        self.update()

    def setAlignment(self, alignment: Qt.AlignmentFlag) -> None:
        """Put the text to a side, and to the top or the middle."""
        self._made.clear()
        super().setAlignment(alignment)

    def set_role(self, role: Text) -> None:
        """Say the same in another size."""
        if role is not self._role:
            self._role = role
            self.setFont(self._look.fonts.font(role, weight=self._weight))
            self.set_runs(*self._runs)

    def set_colour(self, colour: Colour) -> None:
        """Say the same in another colour."""
        self._colour = colour
        self.update()

    def sizeHint(self) -> QSize:
        widest = self._look.fonts.px(COMFORTABLE_WIDTH)
        natural = self._natural_width()
        width = natural if self._lines == 1 else min(natural, widest)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        if self._lines == 1:
            width = min(self._natural_width(), metrics.averageCharWidth() * 6)
        else:
            words = self.text().split()
            width = max((metrics.horizontalAdvance(word) for word in words), default=0) + 2
        return QSize(width, self._look.fonts.line(self._role) if self.text() else 0)

    def hasHeightForWidth(self) -> bool:
        return self._lines != 1

    def heightForWidth(self, width: int) -> int:
        if not self.text():
            return 0
        layout, _ = self._set(width)
        return layout.lineCount() * self._look.fonts.line(self._role)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_what_is_elided()

    def paintEvent(self, _event: QPaintEvent) -> None:
        layout, _ = self._set(self.width())
        top = 0.0
        if not self.alignment() & Qt.AlignmentFlag.AlignTop:
            height = layout.lineCount() * self._look.fonts.line(self._role)
            top = max(0.0, (self.height() - height) / 2)
        painter = QPainter(self)
        painter.setPen(self._look.tokens[self._colour])
        layout.draw(painter, QPointF(0, round(top)))
        painter.end()

    def _tell_what_is_elided(self) -> None:
        """Give the whole text as a tooltip when part of it is left out; leave others' tooltips."""
        if not self._lines or self.toolTip() not in {"", self._told}:
            return
        _, is_elided = self._set(self.width())
        self._told = self.text() if is_elided else ""
        self.setToolTip(self._told)

    def _natural_width(self) -> int:
        """How wide the text is without any breaking."""
        if self._natural is None:
            layout, _ = self._made_at(2**20)
            lines = (layout.lineAt(number) for number in range(layout.lineCount()))
            self._natural = round(max((line.naturalTextWidth() for line in lines), default=0) + 1.5)
        return self._natural

    def _set(self, width: int) -> tuple[QTextLayout, bool]:
        """The text in lines at a width, and whether something was left out."""
        if self.alignment() & Qt.AlignmentFlag.AlignLeft:
            width = min(width, self._natural_width())  # with more room it stands the same
        return self._made_at(width)

    def _made_at(self, width: int) -> tuple[QTextLayout, bool]:
        if width not in self._made:
            if len(self._made) >= MOST_LAYOUTS:
                self._made.clear()
            side = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
            setter = Typesetter(self._look, self._role, self.font(), side, self._lines)
            self._made[width] = setter.set(self._runs, width=width)
        return self._made[width]


def name_label(
    look: Look, name: str, rest: str, *, role: Text = Text.BODY, lines: int = 1
) -> Label:
    """A full name: what you say aloud in bold, the rest lighter."""
    weight = QFont.Weight.Medium if role is Text.SUPPORT else QFont.Weight.DemiBold
    label = Label(look, "", role, lines=lines)
    rest_weight = QFont.Weight.Normal
    rest_colour: Colour = "text_3" if role in {Text.NAME, Text.FOCUS_NAME} else "text_2"
    label.set_runs(Run(name, weight), Run(f" {rest}" if rest else "", rest_weight, rest_colour))
    return label


class IconLabel(QWidget):
    """An icon beside a text. Alone it needs a `name` for a screen reader."""

    def __init__(
        self,
        look: Look,
        icon: str,
        *,
        colour: Colour = "text_2",
        size: int = 16,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self._colour: Colour = colour
        edge = look.fonts.px(size)
        self.setFixedSize(edge, max(edge, look.fonts.line(Text.BODY)))
        self.setAccessibleName(name)
        if name:
            self.setToolTip(name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._look.icons.paint(painter, self._icon, QRectF(self.rect()), colour=self._colour)
        painter.end()
