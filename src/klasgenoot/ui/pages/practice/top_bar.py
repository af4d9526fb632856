"""What stands above the card: stop, how far the session is, and the way to answer."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from klasgenoot.domain.answering import WAYS, Mode
from klasgenoot.domain.practice import Segment
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.keys import KeyBadge
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.theme import Colour
from klasgenoot.viewmodels.practice_words import way_words

translate = QCoreApplication.translate

SIDE = 26
"""Padding at both sides: the texts in the buttons stand where a page's text does."""
SPACING = 12
HEIGHT, GAP, WIDEST, NARROWEST = 5, 4, 400, 90
TINTS: dict[Segment, Colour] = {
    Segment.DONE: "accent",
    Segment.SEEN: "accent_tint_2",
    Segment.CURRENT: "text_2",
    Segment.TO_COME: "line_2",
}
WAY_ICONS = {
    Mode.TYPED: "keyboard",
    Mode.SELF_GRADED: "eye",
    Mode.CHOOSE_NAME: "layout-grid",
    Mode.FIND_FACE: "scan-face",
    Mode.LISTEN: "volume-2",
    Mode.NAME_SEAT: "armchair",
    Mode.FIND_SEAT: "pin",
}


class SessionBar(QWidget):
    """A piece per face: done, seen and coming back, on screen, still to come."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._segments: Sequence[Segment] = ()
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_segments(self, segments: Sequence[Segment], *, name: str) -> None:
        """Show how far the session is; `name` says it in words."""
        self._segments = segments
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDEST, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, count = self._look.tokens, len(self._segments)
        if not count:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = GAP if count <= WIDEST / 20 else GAP / 2
        width = (self.width() - gap * (count - 1)) / count
        for number, segment in enumerate(self._segments):
            box = QRectF(number * (width + gap), 0, width, HEIGHT)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens[TINTS[segment]])
            if tokens.is_contrast and segment is Segment.TO_COME:
                painter.setBrush(tokens["surface"])
                painter.setPen(QPen(tokens["line"], 1))
                box = box.adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, HEIGHT / 2, HEIGHT / 2)
        painter.end()


class WayButton(Button):
    """How answers are given, with a menu of the ways there are.

    Signals:
        way_chosen: another way was picked.
    """

    way_chosen = Signal(object)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(
            look, "", kind="ghost", icon="keyboard", after="chevron-down", parent=parent
        )
        menu = QMenu(self)
        group = QActionGroup(self)
        self._actions: dict[Mode, QAction] = {}
        for mode in WAYS:
            # our own child: what a menu makes and keeps, Python may take for dead
            action = QAction(way_words(mode), self)
            menu.addAction(action)
            action.setCheckable(True)
            action.triggered.connect(lambda _on=True, mode=mode: self.way_chosen.emit(mode))
            group.addAction(action)
            self._actions[mode] = action
        self._menu, self._group = menu, group
        self.clicked.connect(self._on_clicked)

    def show_way(self, way: Mode, *, ways: Collection[Mode]) -> None:
        """Show which way it is now, and which there are."""
        for mode, action in self._actions.items():
            action.setVisible(mode in ways)
        self._actions[way].setChecked(True)
        self.set_icon(WAY_ICONS[way])
        if self.text() != way_words(way):
            self.setText(way_words(way))
            self.setAccessibleName(translate("Practice", "Way: {way}").format(way=way_words(way)))
            self.updateGeometry()

    @Slot()
    def _on_clicked(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))


class TopBar(QWidget):
    """Stop at the left, progress in the middle, the way at the right.

    Signals:
        stop_requested: the teacher wants to stop.
        way_chosen: another way to answer was picked.
    """

    stop_requested = Signal()
    way_chosen = Signal(object)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stop = Button(look, translate("Practice", "Stop"), kind="ghost", icon="x")
        self._stop.clicked.connect(self.stop_requested)
        self._keys = KeyBadge(look, translate("Practice", "Esc"))
        self._bar = SessionBar(look)
        self._place = Label(look, "", Text.SUPPORT, colour="text_2", lines=1)
        self._way = WayButton(look)
        self._way.way_chosen.connect(self.way_chosen)
        self._look = look
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, 0, SIDE, 0)
        row.setSpacing(SPACING)
        left = QHBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._stop)
        left.addWidget(self._keys)
        left.addStretch(1)
        right = QHBoxLayout()
        right.addStretch(1)
        right.addWidget(self._way)
        row.addLayout(left, 1)
        row.addWidget(self._bar)
        row.addWidget(self._place)
        row.addLayout(right, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spare_room()

    def _spare_room(self) -> None:
        """Leave out what only repeats, where large texts need the room."""
        needed = (self._stop, self._place, self._way)
        room = self.width() - 2 * SIDE - sum(each.minimumSizeHint().width() for each in needed)
        for extra, width in ((self._bar, NARROWEST), (self._keys, self._keys.width())):
            room -= width + SPACING
            extra.setVisible(room >= 2 * SPACING)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.tokens["bg"])  # the page scrolls below it
        painter.end()

    def show_progress(self, segments: Sequence[Segment], place: str) -> None:
        """Show how far the session is."""
        is_other = place != self._place.text()
        self._place.setText(place)
        self._bar.show_segments(segments, name=place)
        if is_other:
            self._spare_room()

    def show_way(self, way: Mode, *, ways: Collection[Mode]) -> None:
        """Show how answers are given, and how they can be."""
        before = self._way.text()
        self._way.show_way(way, ways=ways)
        if self._way.text() != before:
            self._spare_room()
