"""Before the first lesson: what today takes, each class face by face, and what is missing."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import IconLabel, Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.pages.today.face_strip import FaceStrip
from klasgenoot.ui.pages.today.start_card import StartCard
from klasgenoot.viewmodels.road import Road
from klasgenoot.viewmodels.today_start import Chore, ClassShown, Start

translate = QCoreApplication.translate

STACKED_BELOW = 780


class ClassLine(QWidget):
    """A class by name, its first lesson, and face by face how well it is known.

    Signals:
        opened: the student whose face was clicked.
    """

    opened = Signal(object)

    def __init__(self, look: Look, shown: ClassShown, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        faces = FaceStrip(look, bars=True)
        faces.show_faces(shown.faces, name=shown.sentence)
        faces.opened.connect(self.opened)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Label(look, shown.name, Text.CARD, lines=1))
        head.addWidget(Label(look, shown.when, Text.SUPPORT, colour="text_2", lines=1))
        head.addStretch(1)
        head.addWidget(Label(look, shown.known, Text.SUPPORT, colour="text_2", lines=1))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(faces)


class ChoreCard(Card):
    """Something that helps before the first lesson.

    Signals:
        open_requested: a Target.
    """

    open_requested = Signal(object)

    def __init__(self, look: Look, chore: Chore, *, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.setAccessibleName(chore.title)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Label(look, chore.title, Text.CARD, lines=1))
        texts.addWidget(Label(look, chore.line, Text.SUPPORT, colour="text_2"))
        button = Button(look, chore.button, size="small")
        button.setAccessibleName(f"{chore.title}: {chore.button}")
        button.clicked.connect(lambda: self.open_requested.emit(chore.target))
        row = QHBoxLayout()
        row.setSpacing(12)
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(IconLabel(look, chore.icon, size=18), 0, middle)
        row.addLayout(texts, 1)
        row.addWidget(button, 0, middle)
        self.body.addLayout(row)


class StartView(QWidget):
    """What stands there before the first lesson.

    Attributes:
        card: the quiet panel at the top.

    Signals:
        open_requested: a Target.
        student_opened: the student whose face was clicked.
    """

    open_requested = Signal(object)
    student_opened = Signal(object)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._start: Start | None = None
        self.card = StartCard(look)
        self.card.open_requested.connect(self.open_requested)
        self._classes = QVBoxLayout()
        self._chores = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._chores.setSpacing(20)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        column.addLayout(self._classes)
        column.addLayout(self._chores)
        self.show_compact(False)

    def show_compact(self, compact: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Stand closer together, in a low window."""
        column = self.layout()
        assert column is not None  # noqa: S101 - set in the constructor
        column.setSpacing(20 if compact else 30)
        self._classes.setSpacing(20 if compact else 30)
        self.card.show_compact(compact)

    def show_start(self, start: Start, road: Road | None) -> None:
        """Show the time before the first lesson."""
        self.card.show_start(start, road)
        if start == self._start:
            return
        before, self._start = self._start, start
        if before is None or before.classes != start.classes:
            clear(self._classes)
            for shown in start.classes:
                line = ClassLine(self._look, shown)
                line.opened.connect(self.student_opened)
                self._classes.addWidget(line)
        if before is None or before.chores != start.chores:
            clear(self._chores)
            for chore in start.chores:
                card = ChoreCard(self._look, chore)
                card.open_requested.connect(self.open_requested)
                self._chores.addWidget(card, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_stacked = self.width() < self._look.fonts.px(STACKED_BELOW)
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._chores.setDirection(below if is_stacked else beside)
        self._chores.setSpacing(10 if is_stacked else 20)
