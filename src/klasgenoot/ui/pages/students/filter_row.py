"""What stands between the header and the students? Filters, and beside them a legend or tools."""

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from klasgenoot.domain.memory import Level
from klasgenoot.domain.settings import StudentsView
from klasgenoot.domain.weeks import CellKind
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.chips import FilterChip, FilterChips
from klasgenoot.ui.kit.choice import Dropdown
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.pips import Pips
from klasgenoot.ui.kit.strip import Legend
from klasgenoot.ui.pages.students.row_delegate import CELLS
from klasgenoot.viewmodels.offer import level_words
from klasgenoot.viewmodels.student_filter import Sort
from klasgenoot.viewmodels.student_timeline import cell_words

translate = QCoreApplication.translate

GAP = 16
SHOWN_CELLS = (CellKind.TALK, CellKind.BRIEF, CellKind.MESSAGE, CellKind.NOTICED)


class Side(Enum):
    """What stands beside the filters."""

    LIST = auto()
    PHOTOS = auto()
    CHOSEN = auto()


class FilterRow(QWidget):
    """The filters; at the right, or below when there is no room, what belongs to the view.

    For the list that is the legend of the strip, for the photos the legend of the pips and the
    order, and while several students are chosen what can be done with them.

    Attributes:
        filters: the filters.

    Signals:
        sort_requested: a `Sort`.
        remove_requested: remove who is chosen.
        release_requested: choose nobody.
    """

    sort_requested = Signal(object)
    remove_requested = Signal()
    release_requested = Signal()

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.filters = FilterChips(look)
        self._sides: dict[Side, QWidget] = {}
        self._side = self._make_side(Side.LIST)
        self._sort: Dropdown | None = None
        self._count: Label | None = None
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._row.addWidget(self.filters, 1)
        self._row.addWidget(self._side)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab goes to, in order."""
        chips = self.filters.findChildren(FilterChip)
        tools = (*self._side.findChildren(Dropdown), *self._side.findChildren(Button))
        return (*chips, *tools)

    def say(self, *, view: StudentsView, sort: Sort, chosen: int) -> None:
        """Show what belongs to a view, or to several students that are chosen in the list."""
        side = Side.PHOTOS if view is StudentsView.PHOTOS else Side.LIST
        self._show_side(Side.CHOSEN if chosen > 1 else side)
        if self._sort is not None:
            self._sort.setCurrentIndex(self._sort.findData(sort.value))
        if self._count is not None:
            self._count.setText(translate("Students", "%n chosen", None, chosen))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _show_side(self, which: Side) -> None:
        side = self._make_side(which)
        if side is self._side:
            return
        self._side.hide()
        self._row.removeWidget(self._side)
        self._row.addWidget(side)
        self._side = side
        side.show()

    def _make_side(self, which: Side) -> QWidget:
        """One of the sides; made when it is first wanted, so that the page opens sooner."""
        if which not in self._sides:
            make = {
                Side.LIST: self._make_legend,
                Side.PHOTOS: self._make_photo_side,
                Side.CHOSEN: self._make_chosen_side,
            }
            self._sides[which] = make[which]()
        return self._sides[which]

    def _make_legend(self) -> QWidget:
        return Legend(self._look, [(CELLS[kind], cell_words(kind)) for kind in SHOWN_CELLS])

    def _make_sort(self) -> Dropdown:
        sort = Dropdown(self._look, name=translate("Students", "Order"))
        for each, words in (
            (Sort.LAST_SEEN, translate("Students", "By last seen")),
            (Sort.FAMILY_NAME, translate("Students", "By family name")),
            (Sort.CALL_NAME, translate("Students", "By call name")),
        ):
            sort.addItem(words, each.value)
        sort.activated.connect(lambda _: self.sort_requested.emit(Sort(sort.currentData())))
        return sort

    def _make_photo_side(self) -> QWidget:
        side = QWidget()
        self._sort = self._make_sort()
        entries = [self._level_entry(level) for level in Level]
        side.setLayout(flow(*entries, self._sort, gap=14, line_gap=6))
        return side

    def _level_entry(self, level: Level) -> QWidget:
        entry = QWidget()
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Pips(self._look, level))
        row.addWidget(Label(self._look, level_words(level), Text.CAPTION, colour="text_3"))
        return entry

    def _make_chosen_side(self) -> QWidget:
        remove = Button(
            self._look, translate("Students", "Remove from class"), size="small", icon="trash-2"
        )
        remove.clicked.connect(self.remove_requested)
        release = Button(
            self._look, translate("Students", "Choose nobody"), kind="ghost", size="small"
        )
        release.clicked.connect(self.release_requested)
        self._count = Label(self._look, "", Text.SUPPORT, colour="text_2", lines=1)
        side = QWidget()
        side.setLayout(flow(self._count, remove, release))
        return side

    def _arrange(self) -> None:
        """Put the side beside the filters, or below them when there is no room."""
        side = self._side.sizeHint()
        needed = self.filters.sizeHint().width() + GAP + side.width()
        fits = needed <= self.width()
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(beside if fits else below)
        self._row.setSpacing(GAP if fits else 8)
        self._side.setFixedWidth(max(1, min(side.width(), self.width())))
