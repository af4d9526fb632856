"""Check-ins: who has not been seen lately, faces at the left and the reasons at the right."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.domain.contact import ContactKind
from klasgenoot.ui.kit.buttons import Button, icon_button
from klasgenoot.ui.kit.chips import Choice, FilterChips
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.page import Density, Page
from klasgenoot.ui.kit.strip import CellKind
from klasgenoot.ui.pages.checkins.legends import DotLegend, FilterRow, kind_legend
from klasgenoot.ui.pages.checkins.list_head import ListHead
from klasgenoot.ui.pages.checkins.row_plan import wanted_width
from klasgenoot.ui.pages.checkins.turn_actions import TurnActions
from klasgenoot.ui.pages.checkins.turn_list import TurnList
from klasgenoot.ui.pages.checkins.wall import Wall
from klasgenoot.viewmodels.checkins import CheckInsViewModel
from klasgenoot.viewmodels.checkins_filter import Filter
from klasgenoot.viewmodels.checkins_rows import NOBODY, CheckInRow, Section, next_in_place
from klasgenoot.viewmodels.target import (
    CONTACTS_OF_WEEK,
    PROMISE,
    UNSPOKEN,
    WHO_NOW,
    PageId,
    Target,
)
from klasgenoot.viewmodels.who_rows import WhoRow
from klasgenoot.viewmodels.words import kind_words

translate = QCoreApplication.translate

COLUMN_GAP: dict[Density, int] = {Density.COMPACT: 20, Density.REGULAR: 44, Density.ROOMY: 44}
SIDE: dict[Density, int] = {Density.COMPACT: 438, Density.REGULAR: 448, Density.ROOMY: 448}
NARROWEST_WALL = 300
"""With less room for the faces than this, pixels at text scale 1, the list goes below them."""
ANY_SIZE = 2**24 - 1


class CheckInsPage(Page):
    """Who is not seen?

    One student stands out in both columns: the one the mouse is on, else the one with the focus.

    Signals:
        open_requested: a Target.
    """

    open_requested = Signal(object)

    def __init__(self, look: Look, view_model: CheckInsViewModel) -> None:
        super().__init__(look)
        self._view_model = view_model
        self._pointed = NOBODY
        self._chosen = NOBODY
        self._waiting: tuple[int, ...] = ()
        self._is_beside = True
        self._aim = Button(look, icon="target")
        self._aim.clicked.connect(
            lambda: self.open_requested.emit(Target(PageId.SETTINGS, act="aim"))
        )
        self._actions = TurnActions(look, self, view_model)
        self._back = icon_button(look, "calendar", translate("CheckIns", "All contacts of a week"))
        self._back.clicked.connect(self._on_back_clicked)
        self._now = Button(
            look, translate("CheckIns", "Who now?"), kind="primary", icon="messages-square"
        )
        self._now.clicked.connect(self._actions.show_who_now)
        self._talks = icon_button(look, "calendar-clock", translate("CheckIns", "Talk round"))
        self._talks.clicked.connect(lambda: self.open_requested.emit(Target(PageId.TALKS)))
        for tool in (self._back, self._talks, self._aim, self._now):
            self.header.tools.addWidget(tool)
        self._care = Label(look, "", Text.SUPPORT, colour="text_2")
        self._snoozed = Button(look, kind="ghost", size="small")
        self._snoozed.clicked.connect(lambda: view_model.choose_filter(Filter.SNOOZED))
        self._filters = FilterChips(look)
        self._filters.chosen.connect(self._on_filters_chosen)
        self._wall = Wall(look, view_model.wall)
        self._list = TurnList(look)
        self._head = ListHead(look)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._side = QWidget()
        self._lay_out()
        self._list.show_rows(view_model.turns)
        self._connect()

    def arrive(self, target: Target) -> None:
        """Shows the class as it is now, with the focus on whose turn it is first."""
        if target.act == UNSPOKEN:
            self._view_model.choose_filter(Filter.UNSPOKEN)
        self._refresh()
        if self._view_model.has_students:
            first = self._list if self._is_beside else self._wall
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            self._list.begin()  # others may be shown than when it got the focus
            if target.act == WHO_NOW:
                self._actions.show_who_now()
            elif target.act == CONTACTS_OF_WEEK:
                self._actions.show_week()

    def place(self) -> dict[str, Any]:
        """Who is shown, and who is pointed at."""
        return {"filter": self._view_model.filter.value, "chosen": self._chosen}

    def take_place(self, said: dict[str, Any]) -> None:
        """Shows the same students, with the keyboard where it was."""
        self._view_model.choose_filter(Filter(said["filter"]))
        self._chosen = int(said["chosen"])
        self._refresh()
        self._wall.go_to_key(self._chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        dots = DotLegend(
            self.look,
            dot=translate("CheckIns", "one contact in 4 teaching weeks"),
            ring=translate("CheckIns", "none"),
        )
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._list, 1)
        self._columns.addWidget(self._wall, 1)
        self._columns.addWidget(self._side)
        kinds = {
            CellKind.TALK: kind_words(ContactKind.TALK),
            CellKind.BRIEF: kind_words(ContactKind.BRIEF),
            CellKind.WRITTEN: translate("CheckIns", "mail or phone"),
            CellKind.NOTICED: kind_words(ContactKind.NOTICED),
            CellKind.NONE: translate("CheckIns", "no contact"),
            CellKind.FREE: translate("CheckIns", "no lessons, not counted"),
        }
        self.body.addWidget(FilterRow(self._filters, dots))
        self.body.addWidget(self._care)
        self.body.addLayout(self._columns, 1)
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(kind_legend(self.look, kinds), 1, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self._snoozed, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(foot)

    def _connect(self) -> None:
        for opening in (self._wall.opened, self._list.opened, self._actions.opened):
            opening.connect(self._on_student_opened)
        logging = (self._wall.toggled, self._list.log_requested, self._actions.log_requested)
        for wish in logging:
            wish.connect(self._on_log_requested)
        self._actions.promise_requested.connect(self._on_promise_requested)
        self._wall.menu_requested.connect(self._actions.open_menu)
        self._list.menu_requested.connect(self._actions.open_menu)
        self._head.week_clicked.connect(self._on_week_clicked)
        self._wall.pointed.connect(self._on_student_pointed)
        self._list.pointed.connect(self._on_student_pointed)
        self._list.section_changed.connect(self._on_list_section_changed)
        for view in (self._wall, self._list):
            view.selectionModel().currentChanged.connect(self._on_focus_moved)
        self.density_changed.connect(self._arrange)
        self._view_model.changed.connect(self._on_view_model_changed)

    def _refresh(self) -> None:
        shown = self._view_model
        self.set_title(translate("CheckIns", "Who has not been seen?"), shown.sentence)
        self._aim.setText(translate("CheckIns", "Aim %n day(s)", None, shown.target_days))
        for tool in (self._back, self._talks, self._aim, self._now):
            tool.setVisible(shown.has_students)
        if not shown.has_students:
            self._show_nobody()
            return
        self.show_filled()
        filters = shown.filters
        self._filters.set_choices([Choice(key.value, words) for key, words in filters.items()])
        self._filters.choose(shown.filter.value)
        self._care.setText(shown.about_care)
        self._care.setVisible(bool(shown.about_care))
        self._snoozed.setText(shown.snoozed)
        self._snoozed.setVisible(bool(shown.snoozed))
        self._list.show_weeks(len(shown.weeks))
        rows = shown.wall.rows()
        self._chosen = next_in_place(self._chosen, before=self._waiting, rows=rows)
        self._waiting = tuple(row.key for row in rows if row.section is not Section.SNOOZED)
        if not shown.turns.place_of(self._chosen).isValid():
            self._chosen = NOBODY
        self._list.go_to(self._chosen)
        self._mark()
        self._arrange()

    def _show_nobody(self) -> None:
        importing = Button(
            self.look, translate("CheckIns", "Import a class"), kind="primary", icon="folder-input"
        )
        importing.clicked.connect(lambda: self.open_requested.emit(Target(PageId.IMPORT)))
        self.show_empty(
            translate(
                "CheckIns", "Here you see who of this class you have not spoken with lately."
            ),
            importing,
        )

    def _arrange(self) -> None:
        """Put the list beside the faces, or below them when that leaves no room for faces."""
        px = self.look.fonts.px
        room = self.contentsRect().width() - 2 * self.density.value[0]
        room = min(room, self.body.geometry().width() or room)
        gap = COLUMN_GAP[self.density]
        wanted = wanted_width(
            self.look, weeks=self._list.weeks, reason_width=self._list.reason_width
        )
        side = max(SIDE[self.density], wanted)
        beside = room - gap - side >= px(NARROWEST_WALL)
        self._is_beside = beside
        below, to_right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(to_right if beside else below)
        self._columns.setSpacing(gap)
        self._side.setMinimumWidth(side if beside else 0)
        self._side.setMaximumWidth(side if beside else ANY_SIZE)
        self._wall.show_whole(not beside)
        self._list.show_whole(not beside)
        self._show_head()

    def _show_head(self) -> None:
        headings = {heading.section: heading for heading in self._view_model.headings}
        section = self._list.section
        first = next(iter(headings.values()), None)
        self._head.show_heading(headings.get(section, first) if section else first)
        self._head.show_weeks(self._view_model.weeks, self._list.plan)

    def _keep_in_sight(self) -> None:
        """Where the page scrolls and not the columns, it goes along with the focus."""
        view = self._wall if self._wall.hasFocus() else self._list
        content = self.scroll_area.widget()
        if content is not None and view.hasFocus() and not self._is_beside:
            box = view.ring_rect()
            middle = view.mapTo(content, box.center())
            self.scroll_area.ensureVisible(middle.x(), middle.y(), 0, box.height())

    def _mark(self) -> None:
        key = self._chosen if self._pointed == NOBODY else self._pointed
        self._wall.mark(key)
        self._list.mark(key)

    @Slot()
    def _on_view_model_changed(self) -> None:
        # a hidden page reads everything anew when it is opened
        if self.isVisible():
            self._refresh()

    @Slot(str)
    def _on_filters_chosen(self, key: str) -> None:
        self._view_model.choose_filter(Filter(key))

    @Slot(object)
    def _on_student_opened(self, row: CheckInRow | WhoRow) -> None:
        self._view_model.remember_order()
        self.open_requested.emit(Target(PageId.STUDENT, student=row.student.id))

    @Slot(object)
    def _on_promise_requested(self, row: CheckInRow) -> None:
        target = Target(PageId.STUDENT, student=row.student.id, act=PROMISE)
        self.open_requested.emit(target)

    @Slot(object)
    def _on_log_requested(self, row: CheckInRow | WhoRow) -> None:
        self.open_requested.emit(Target(PageId.LOG, student=row.student.id))

    @Slot()
    def _on_back_clicked(self) -> None:
        self._actions.show_week()

    @Slot(int)
    def _on_week_clicked(self, place: int) -> None:
        self._actions.show_week(self._view_model.week_at(place))

    @Slot(int)
    def _on_student_pointed(self, key: int) -> None:
        self._pointed = key
        self._mark()

    @Slot(QModelIndex, QModelIndex)
    def _on_focus_moved(self, index: QModelIndex, _old: QModelIndex) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(row, CheckInRow):
            self._chosen = row.key
            self._wall.go_to_key(row.key)
            self._list.go_to(row.key)
            self._mark()
            self._keep_in_sight()

    @Slot()
    def _on_list_section_changed(self) -> None:
        self._show_head()
