"""Names: the class in tints of how well each name is known, and the button that starts practice."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.domain.answering import Mode
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.chips import Choice
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.page import BELOW, Density, Page, PageHeader
from klasgenoot.ui.kit.switch import Switch
from klasgenoot.ui.kit.tile_grid import TileGrid
from klasgenoot.ui.pages.names.legend import FilterRow
from klasgenoot.ui.pages.names.more import More
from klasgenoot.ui.pages.names.offer_card import OfferCard
from klasgenoot.ui.pages.names.ways import Way, Ways
from klasgenoot.viewmodels.names import Emptiness, Filter, NameRow, NamesViewModel
from klasgenoot.viewmodels.offer import level_words
from klasgenoot.viewmodels.practice_words import way_words
from klasgenoot.viewmodels.target import PageId, Target

translate = QCoreApplication.translate

SIDE: dict[Density, int] = {Density.COMPACT: 248, Density.REGULAR: 296, Density.ROOMY: 320}
COLUMN_GAP: dict[Density, int] = {Density.COMPACT: 24, Density.REGULAR: 36, Density.ROOMY: 44}
NARROWEST_GRID = 430
"""With less room for the tiles than this, the card goes above them."""


class NamesPage(Page):
    """How far am I, how do I get there?

    Signals:
        open_requested: a Target.
    """

    open_requested = Signal(object)

    def __init__(self, look: Look, view_model: NamesViewModel) -> None:
        super().__init__(look)
        self._view_model = view_model
        self._head = PageHeader(look)
        self._names_shown = Switch(look, translate("Names", "Show names"))
        self._names_shown.setChecked(view_model.names_shown)
        self._names_shown.toggled.connect(view_model.show_names)
        self._head.tools.addWidget(self._names_shown)
        self._filter_row = FilterRow(look)
        self._filter_row.filters.chosen.connect(self._on_filters_chosen)
        self._grid = TileGrid(look)
        self._grid.setModel(view_model.rows)
        self._grid.setAccessibleName(translate("Names", "The class"))
        self._grid.opened.connect(self._on_grid_opened)
        nobody = translate("Names", "Nobody left to learn. Nice.")
        self._nobody = Label(look, nobody, colour="text_2")
        self._first_step: Button | None = None
        self._card = OfferCard(look)
        self._card.practise_requested.connect(self._on_card_practise_requested)
        self._card.minutes_chosen.connect(view_model.deadline.choose_minutes)
        self._card.first_lesson_requested.connect(
            lambda: self.open_requested.emit(Target(PageId.SETTINGS, act="first_lesson"))
        )
        self._card.together_chosen.connect(view_model.deadline.plan_together)
        self._ways = self._make_ways()
        self._ways.begin_requested.connect(self._on_card_practise_requested)
        self._more = More(look)
        self._more.requested.connect(self._on_more_requested)
        for keys, button in self._more.keys.items():
            self._add_key(keys, button.click)
        self._tiles, self._side = self._make_tiles(), self._make_side()
        self._is_beside: bool | None = None
        self._cells = QGridLayout()
        self._cells.setContentsMargins(0, 0, 0, 0)
        self.body.addLayout(self._cells, 1)
        self._arrange()
        view_model.changed.connect(self._on_view_model_changed)

    def arrive(self, _target: Target) -> None:
        """Shows the names as they are now; Enter starts practice."""
        self._refresh()
        self._take_focus()

    def _take_focus(self) -> None:
        """Puts the keyboard where one begins: with practice, or with what is needed for it."""
        first = self._first_step or self._card.button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_work(self) -> None:
        """Stops and waits; for when the window closes."""
        self._view_model.deadline.close_work()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _make_ways(self) -> Ways:
        ways = Ways(
            self.look,
            (
                Way(
                    Mode.TYPED,
                    way_words(Mode.TYPED),
                    translate("Names", "see a face, type the name"),
                    "keyboard",
                    "1",
                ),
                Way(
                    Mode.SELF_GRADED,
                    way_words(Mode.SELF_GRADED),
                    translate("Names", "think of the name, then look"),
                    "eye",
                    "2",
                ),
                Way(
                    Mode.CHOOSE_NAME,
                    way_words(Mode.CHOOSE_NAME),
                    translate("Names", "quicker and easier"),
                    "layout-grid",
                    "3",
                ),
                Way(
                    Mode.FIND_FACE,
                    way_words(Mode.FIND_FACE),
                    translate("Names", "read the name, point at the photo"),
                    "scan-face",
                    "4",
                ),
                Way(
                    Mode.LISTEN,
                    way_words(Mode.LISTEN),
                    self._view_model.listening_line,
                    "volume-2",
                    "5",
                ),
                Way(
                    Mode.NAME_SEAT,
                    way_words(Mode.NAME_SEAT),
                    translate("Names", "a seat lights up, type the name"),
                    "armchair",
                    "6",
                ),
                Way(
                    Mode.FIND_SEAT,
                    way_words(Mode.FIND_SEAT),
                    translate("Names", "read the name, point at the seat"),
                    "pin",
                    "7",
                ),
            ),
            name=translate("Names", "Way"),
        )
        ways.choose(self._view_model.way)
        ways.chosen.connect(self._on_ways_chosen)
        for keys, mode in ways.keys.items():
            self._add_key(keys, partial(self._on_ways_chosen, mode))
        return ways

    def _add_key(self, keys: str, act: Callable[[], None]) -> None:
        """Lets a key do something wherever the keyboard is on this page."""
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    def _make_tiles(self) -> QWidget:
        tiles = QWidget()
        column = QVBoxLayout(tiles)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._filter_row)
        column.addWidget(self._nobody)
        column.addWidget(self._grid, 1)
        return tiles

    def _make_side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._card)
        column.addSpacing(16)
        title = QHBoxLayout()
        title.setContentsMargins(4, 0, 4, 4)
        title.addWidget(Label(self.look, translate("Names", "Way"), Text.CARD))
        column.addLayout(title)
        column.addWidget(self._ways)
        column.addSpacing(12)
        column.addWidget(self._more)
        column.addStretch(1)
        return side

    def _arrange(self) -> None:
        """Put the card beside the tiles, or above them when that leaves no room for faces."""
        fonts = self.look.fonts
        for part in (self._card, self._ways, self._more):
            inside = part.layout()
            if inside is not None:
                inside.activate()  # at once: else it is as wide as what was there before
        side = max(fonts.px(SIDE[self.density]), self._side.minimumSizeHint().width())
        gap = COLUMN_GAP[self.density]
        margins = 2 * self.density.value[0]
        beside = self.width() - margins - side - gap >= fonts.px(NARROWEST_GRID)
        if beside is not self._is_beside:
            self._is_beside = beside
            self._place(beside=beside)
        compact = self.density is Density.COMPACT
        self._head.title.set_role(Text.TITLE_COMPACT if compact else Text.TITLE)
        self._cells.setVerticalSpacing(14 if compact else 20)
        self._cells.setHorizontalSpacing(gap if beside else 0)
        self._side.setMinimumWidth(side if beside else 0)
        self._side.setMaximumWidth(side if beside else 2**24 - 1)
        room = self.height() - self.density.value[1] - BELOW
        needed = self._side_height(side, terse=False)
        if beside and needed > room:
            needed = self._side_height(side, terse=True)
        self._grid.set_whole(not beside or needed > room)

    def _side_height(self, width: int, *, terse: bool) -> int:
        """How high all beside the tiles is; terse, only the way that is chosen is explained."""
        self._ways.set_terse(terse)
        self._card.set_terse(terse)
        column = self._side.layout()
        return column.totalHeightForWidth(width) if column else 0

    def _place(self, *, beside: bool) -> None:
        for part in (self._head, self._tiles, self._side):
            self._cells.removeWidget(part)
        self._cells.addWidget(self._head, 0, 0)
        if beside:
            self._cells.addWidget(self._tiles, 1, 0)
            self._cells.addWidget(self._side, 0, 1, 2, 1)
        else:
            self._cells.addWidget(self._side, 1, 0)
            self._cells.addWidget(self._tiles, 2, 0)
        self._cells.setColumnStretch(0, 1)
        self._cells.setRowStretch(1, int(beside))
        self._cells.setRowStretch(2, int(not beside))

    def _refresh(self) -> None:
        """Show everything as it is now."""
        shown = self._view_model
        title = translate("Names", "Names")
        emptiness = shown.emptiness
        offer = shown.offer
        if emptiness is not None or offer is None:
            self.set_title(title, shown.subtitle)
            self._show_emptiness(emptiness or Emptiness.NO_STUDENTS)
            return
        self._first_step = None
        self.set_title("")
        self.setAccessibleName(title)
        self._head.title.setText(title)
        self._head.subtitle.setText(shown.subtitle)
        self.show_filled()
        counts = shown.counts
        legend = {level: f"{level_words(level)} {count}" for level, count in counts.items()}
        self._filter_row.filters.set_choices(
            [Choice(key.value, text) for key, text in shown.filters.items()]
        )
        self._filter_row.filters.choose(shown.filter.value)
        self._filter_row.say(legend)
        self._nobody.setVisible(not shown.rows.rows())
        self._names_shown.setChecked(shown.names_shown)
        self._ways.set_shown(shown.ways)
        self._ways.explain(Mode.LISTEN, shown.listening_line)
        self._more.offer_look_alikes(shown.look_alikes)
        self._ways.choose(shown.way)
        self._card.show_known(counts, name=", ".join(legend.values()))
        self._card.show_deadline(shown.deadline)
        missing = shown.without_photo
        self._card.show_offer(
            offer,
            countdown=shown.countdown,
            has_first_lesson=shown.has_first_lesson,
            without_photo=(
                translate("Names", "%n student(s) without a photo", None, missing)
                if missing
                else ""
            ),
        )
        self._arrange()

    def _show_emptiness(self, emptiness: Emptiness) -> None:
        words = translate("Names", "Import a class")
        if emptiness is not Emptiness.NO_STUDENTS:
            words = translate("Names", "Import photos")
        importing = Button(self.look, words, kind="primary", icon="folder-input")
        importing.clicked.connect(lambda: self.open_requested.emit(Target(PageId.IMPORT)))
        importing.setAutoDefault(True)  # Enter presses it, too
        self._first_step = importing
        if emptiness is Emptiness.NO_STUDENTS:
            self.show_empty(translate("Names", "The faces of this class come here."), importing)
            return
        students = Button(self.look, translate("Names", "Add photos by hand"), icon="image")
        students.clicked.connect(lambda: self.open_requested.emit(Target(PageId.STUDENTS)))
        self.show_empty(
            translate("Names", "There are no photos of this class yet."),
            importing,
            students,
            detail=translate("Names", "With a photo you learn the name that goes with a face."),
        )

    @Slot()
    def _on_view_model_changed(self) -> None:
        # a hidden page reads everything anew when it is opened
        if not self.isVisible():
            return
        was_here = self._has_keyboard()
        self._refresh()
        if was_here and not self._has_keyboard():  # it was on what another class does not have
            self._take_focus()

    def _has_keyboard(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    @Slot(str)
    def _on_filters_chosen(self, key: str) -> None:
        self._view_model.choose_filter(Filter(key))

    @Slot(object)
    def _on_grid_opened(self, row: NameRow) -> None:
        self.open_requested.emit(Target(PageId.STUDENT, student=row.student.id))

    @Slot(object)
    def _on_ways_chosen(self, mode: Mode) -> None:
        if mode in self._view_model.ways:  # the key of a way that is not there leaves it as it is
            self._view_model.way = mode
        self._ways.choose(self._view_model.way)

    @Slot(object)
    def _on_more_requested(self, target: Target) -> None:
        if self._view_model.emptiness is not None:
            return
        if target.page is PageId.PRACTICE:
            target = replace(target, way=self._view_model.way.value)
        self.open_requested.emit(target)

    @Slot()
    def _on_card_practise_requested(self) -> None:
        offer = self._view_model.offer
        act = "anyway" if offer is not None and offer.anyway else ""
        self.open_requested.emit(Target(PageId.PRACTICE, way=self._view_model.way.value, act=act))
