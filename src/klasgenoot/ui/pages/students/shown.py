"""The students that are shown: filters, then the list or the photos, or why nobody is there."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QListView, QMenu, QVBoxLayout, QWidget

from klasgenoot.domain.settings import StudentsView
from klasgenoot.ui.kit.chips import Choice
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.pages.students.bleed import Bleed
from klasgenoot.ui.pages.students.filter_row import FilterRow
from klasgenoot.ui.pages.students.keep_place import KeepPlace
from klasgenoot.ui.pages.students.list_head import ListHead
from klasgenoot.ui.pages.students.list_plan import BLEED
from klasgenoot.ui.pages.students.photo_drops import PhotoDrops
from klasgenoot.ui.pages.students.student_grid import StudentGrid
from klasgenoot.ui.pages.students.student_list import StudentList
from klasgenoot.viewmodels.student_filter import Filter
from klasgenoot.viewmodels.student_rows import StudentRow
from klasgenoot.viewmodels.students import StudentsViewModel

translate = QCoreApplication.translate


class ShownStudents(QWidget):
    """Everybody the search and the filter let through.

    Args:
        look: how everything looks.
        view_model: who they are.
        ground: what the list may be wider than this on; this one will be in it.

    Signals:
        opened: the row that was opened.
        log_requested: the row of whom a contact is to be logged.
    """

    opened = Signal(object)
    log_requested = Signal(object)

    def __init__(self, look: Look, view_model: StudentsViewModel, *, ground: QWidget) -> None:
        super().__init__()
        self._look = look
        self._view_model = view_model
        self._filter_row = FilterRow(look)
        self._head = ListHead(look)
        name = translate("Students", "The class")
        self.list = StudentList(look, name=name)
        self._grid: StudentGrid | None = None
        self._place = Bleed(self.list, ground=ground, by=BLEED)
        self._nobody = Label(look, "", colour="text_2")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._filter_row)
        self._column.addSpacing(10)
        self._column.addWidget(self._head)
        self._column.addWidget(self._place, 1)
        self._column.addWidget(self._nobody)
        self._column.addStretch(0)
        self._connect()

    @property
    def view(self) -> QListView:
        """What is shown now: the list or the grid."""
        return self.grid if self._view_model.view is StudentsView.PHOTOS else self.list

    @property
    def grid(self) -> StudentGrid:
        """The photos; made when they are first wanted."""
        if self._grid is None:
            self._grid = StudentGrid(self._look, name=self.list.accessibleName())
            self._column.insertWidget(self._column.indexOf(self._place), self._grid, 1)
            self._join(self._grid)
        return self._grid

    def refresh(self) -> None:
        """Show everything as it is now."""
        shown = self._view_model
        photos = shown.view is StudentsView.PHOTOS
        rows, nobody = shown.rows, shown.nobody
        self._filter_row.filters.set_choices(
            [Choice(key.value, words) for key, words in shown.filters.items()]
        )
        self._filter_row.filters.choose(shown.filter.value)
        self._say_chosen()
        self.list.rows.set_weeks(len(shown.weeks))
        self._head.say(weeks=shown.weeks, sort=shown.sort)
        self._head.setVisible(not photos and not nobody)
        self._place.setVisible(not photos and not nobody)
        if photos or self._grid is not None:
            self.grid.setVisible(photos and not nobody)
        self._nobody.setText(nobody)
        self._nobody.setVisible(bool(nobody))
        self._order_stops()
        if rows.rowCount() and not self.view.currentIndex().isValid() and self.view.hasFocus():
            self.view.setCurrentIndex(rows.index(0))

    def settle(self) -> None:
        """Lay the list over its place; call it once this is in its layout."""
        self._place.settle()

    def _connect(self) -> None:
        self._join(self.list)
        self.list.chosen_changed.connect(self._on_list_chosen_changed)
        self._head.sort_requested.connect(self._view_model.choose_sort)
        self._filter_row.sort_requested.connect(self._view_model.choose_sort)
        self._filter_row.remove_requested.connect(self._on_remove_requested)
        self._filter_row.release_requested.connect(self._on_release_requested)
        self._filter_row.filters.chosen.connect(self._on_filter_chosen)

    def _join(self, view: StudentList | StudentGrid) -> None:
        """Let a view show the students, and listen to it."""
        rows = self._view_model.rows
        view.setModel(rows)
        KeepPlace(view, rows)
        PhotoDrops(view).dropped.connect(self._on_photo_dropped)
        view.opened.connect(self.opened)
        view.remove_requested.connect(self._view_model.remove)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._on_menu_requested)

    def _order_stops(self) -> None:
        """Let Tab go from top to bottom; parts that were made later would come last."""
        stops = (*self._filter_row.stops, *self._head.stops, self.view)
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def _say_chosen(self) -> None:
        shown = self._view_model
        chosen = len(self.list.chosen) if shown.view is StudentsView.LIST else 0
        self._filter_row.say(view=shown.view, sort=shown.sort, chosen=chosen)

    def _menu(self, row: StudentRow) -> QMenu:
        """What can be done with a student, or with all who are chosen."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        those = self.list.chosen if self.view is self.list else ()
        those = those if row.student.id in those else (row.student.id,)
        deeds: list[tuple[str, str, Callable[[], object]]] = [
            ("trash-2", self._remove_words(len(those)), lambda: self._view_model.remove(those))
        ]
        if len(those) == 1:
            deeds = [
                ("user", translate("Students", "Open"), lambda: self.opened.emit(row)),
                (
                    "pencil",
                    translate("Students", "Log contact"),
                    lambda: self.log_requested.emit(row),
                ),
                *deeds,
            ]
        for icon, words, deed in deeds:
            action = menu.addAction(self._look.icons.icon(icon), words)
            action.triggered.connect(lambda _=False, deed=deed: deed())
        return menu

    def _remove_words(self, count: int) -> str:
        if count == 1:
            return translate("Students", "Remove from class")
        return translate("Students", "Remove %n student(s) from class", None, count)

    @Slot(QPoint)
    def _on_menu_requested(self, place: QPoint) -> None:
        view = self.view
        index = view.indexAt(place)
        if not index.isValid():
            index = view.currentIndex()
            place = view.visualRect(index).center()
        if index.isValid():
            row = index.data(Qt.ItemDataRole.UserRole)
            self._menu(row).popup(view.viewport().mapToGlobal(place))

    @Slot(object, object)
    def _on_photo_dropped(self, row: StudentRow, paths: tuple[Path, ...]) -> None:
        self._view_model.set_photo(row.student.id, *paths)

    @Slot(int)
    def _on_list_chosen_changed(self) -> None:
        self._say_chosen()

    @Slot()
    def _on_remove_requested(self) -> None:
        self._view_model.remove(self.list.chosen)

    @Slot()
    def _on_release_requested(self) -> None:
        self.list.go_to(self.list.currentIndex())
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_filter_chosen(self, key: str) -> None:
        self._view_model.choose_filter(Filter(key))
