"""Where in the import am I? Three steps at the top, and that all of it stays on this computer."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from klasgenoot.ui.kit.card import Line
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import IconLabel, Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.viewmodels.importing import Step

HEIGHT, DISC, CHECK, BETWEEN = 66, 26, 14, 28


class Disc(QWidget):
    """The number of a step: done, current or to come."""

    def __init__(self, look: Look, number: int) -> None:
        super().__init__()
        self._look = look
        self._number = number
        self._state = 0
        edge = look.fonts.px(DISC)
        self.setFixedSize(QSize(edge, edge))

    def set_state(self, state: int) -> None:
        """-1: done; 0: current; 1: to come."""
        self._state = state
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, box = self._look, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._state > 0 or (self._state < 0 and look.tokens.is_contrast):
            painter.setPen(QPen(look.tokens["line_strong"], 1))
        grounds = {-1: "accent_tint", 0: "accent", 1: "surface"}
        painter.setBrush(look.tokens[grounds[self._state]])  # type: ignore[index]  # names of colours
        painter.drawEllipse(box)
        if self._state < 0:
            icon, middle = look.fonts.px(CHECK), box.center()
            place = QRectF(middle.x() - icon / 2, middle.y() - icon / 2, icon, icon)
            look.icons.paint(painter, "check", place, colour="accent_text")
        else:
            painter.setFont(look.fonts.bold(Text.SUPPORT))
            painter.setPen(look.tokens["on_accent" if self._state == 0 else "text_2"])
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()


class StepsBar(QWidget):
    """The three steps."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setMinimumHeight(look.fonts.px(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(40, 0, 40, 0)
        row.setSpacing(10)
        self._parts: list[tuple[Step, Disc, Label]] = []
        names = (
            (Step.FILES, self.tr("Files")),
            (Step.COLUMNS, self.tr("Columns and photos")),
            (Step.REVIEW, self.tr("Look over")),
        )
        for number, (step, name) in enumerate(names, start=1):
            disc = Disc(look, number)
            label = Label(look, name, weight=look.fonts.bold(Text.BODY).weight(), lines=1)
            if number > 1:
                row.addSpacing(BETWEEN - row.spacing())
                line = Line(look)
                line.setFixedWidth(BETWEEN)
                row.addWidget(line)
                row.addSpacing(BETWEEN - row.spacing())
            row.addWidget(disc)
            row.addWidget(label)
            self._parts.append((step, disc, label))
        row.addStretch(1)
        row.addWidget(IconLabel(look, "hard-drive", colour="text_2"))
        row.addWidget(
            Label(look, self.tr("Stays on this computer"), Text.SUPPORT, colour="text_2", lines=1)
        )

    def show_step(self, step: Step) -> None:
        """Marks the step that is open."""
        order = [part[0] for part in self._parts]
        here = order.index(Step.FILES if step is Step.READING else step)
        for place, (_, disc, label) in enumerate(self._parts):
            disc.set_state((place > here) - (place < here))
            label.set_colour("text" if place == here else "text_2")
        self.setAccessibleName(
            self.tr("Step {number} of 3: {name}").format(
                number=here + 1, name=self._parts[here][2].text()
            )
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._look.tokens["line"])
        painter.end()
