"""The page Students: the class as a list or as photos, to find one person and open them."""

from typing import Any, cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QMenu, QWidget

from klasgenoot.domain.people import Student
from klasgenoot.domain.settings import StudentsView
from klasgenoot.ui.kit.buttons import Button, icon_button
from klasgenoot.ui.kit.chips import Choice
from klasgenoot.ui.kit.empty import FailedState
from klasgenoot.ui.kit.field import SearchField
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.page import Page
from klasgenoot.ui.kit.panel import ground_of
from klasgenoot.ui.kit.segmented import Segmented
from klasgenoot.ui.kit.toast import announce
from klasgenoot.ui.pages.students.add_panel import AddPanel
from klasgenoot.ui.pages.students.shown import ShownStudents
from klasgenoot.viewmodels.student_filter import Filter, Sort
from klasgenoot.viewmodels.student_rows import StudentRow
from klasgenoot.viewmodels.students import StudentsViewModel
from klasgenoot.viewmodels.target import PageId, Target

translate = QCoreApplication.translate


class StudentsPage(Page):
    """Who is in this class, and when did I last see them?

    Signals:
        open_requested: a Target.
    """

    open_requested = Signal(object)

    def __init__(self, look: Look, view_model: StudentsViewModel) -> None:
        super().__init__(look)
        self._view_model = view_model
        self._panel: AddPanel | None = None
        self._trouble: FailedState | None = None
        self._make_tools()
        ground = cast("QWidget", self.header.parentWidget())
        self._shown = ShownStudents(look, view_model, ground=ground)
        self.body.setSpacing(12)
        self.body.addWidget(self._shown, 1)
        self._shown.settle()
        self._shown.opened.connect(self._on_student_opened)
        self._shown.log_requested.connect(self._on_log_requested)
        view_model.changed.connect(self._on_view_model_changed)
        view_model.failed.connect(self._on_view_model_failed)

    @property
    def view(self) -> QListView:
        """What shows the students now: the list or the photos."""
        return self._shown.view

    def arrive(self, target: Target) -> None:
        """Shows the class as it is now; with `act` "add" a student is added at once."""
        self._show_trouble("")
        self._refresh()
        if target.act == "add":
            self._add()
        elif self._view_model.total:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def find_here(self) -> bool:
        """Goes to the field that finds somebody in this class; False when that is no news."""
        if self._search.hasFocus() or not self._view_model.total:
            return False
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def leave(self) -> None:
        """Closes the panel."""
        if self._panel is not None:
            self._panel.close_panel()

    def place(self) -> dict[str, Any]:
        """Who is shown in which order, and who is pointed at."""
        shown, current = self._view_model, self.view.currentIndex()
        return {
            "query": shown.query,
            "filter": shown.filter.value,
            "sort": shown.sort.value,
            "current": shown.rows.row_at(current).key if current.isValid() else 0,
            "typed": self._panel.typed() if self._panel is not None else [],
        }

    def take_place(self, said: dict[str, Any]) -> None:
        """Shows the same students, with the keyboard where it was."""
        shown = self._view_model
        shown.choose_filter(Filter(said["filter"]))
        shown.choose_sort(Sort(said["sort"]))
        shown.search(said["query"])
        self._refresh()
        place = shown.rows.place_of(said["current"])
        if place.isValid():
            self.view.setCurrentIndex(place)
        if said["typed"]:
            self._add()
        if said["typed"] and self._panel is not None:
            self._panel.fill(said["typed"])

    def close_work(self) -> None:
        """Stops what runs beside the window."""
        self._view_model.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._search and isinstance(event, QKeyEvent):
            if event.type() != QEvent.Type.KeyPress:
                return False
            if event.key() == Qt.Key.Key_Down:
                self._go_to_first()
                return True
        return super().eventFilter(watched, event)

    def _make_tools(self) -> None:
        look, view_model = self.look, self._view_model
        self._search = SearchField(look, name=translate("Students", "Search by name"))
        self._search.setMaximumWidth(self._search.sizeHint().width())
        self._search.textChanged.connect(view_model.search)
        self._search.returnPressed.connect(self._on_search_return_pressed)
        self._search.installEventFilter(self)
        self._views = Segmented(
            look,
            (
                Choice(StudentsView.LIST.value, translate("Students", "List"), "rows-3"),
                Choice(StudentsView.PHOTOS.value, translate("Students", "Photos"), "layout-grid"),
            ),
            name=translate("Students", "Show as"),
        )
        self._views.chosen.connect(self._on_views_chosen)
        self._adding = self._add_button()
        self._sharing = icon_button(look, "printer", translate("Students", "Share and print"))
        self._sharing.clicked.connect(self._on_sharing_clicked)
        self._more = icon_button(look, "ellipsis", translate("Students", "More of the class"))
        self._more.clicked.connect(self._on_more_clicked)
        for tool in (self._search, self._views, self._sharing, self._more, self._adding):
            self.header.tools.addWidget(tool)

    def _add_button(self) -> Button:
        button = Button(self.look, translate("Students", "Add"), icon="plus")
        button.clicked.connect(self._add)
        return button

    def _refresh(self) -> None:
        """Show everything as it is now."""
        shown = self._view_model
        title = translate("Students", "Students")
        has_students = shown.total > 0
        for tool in (self._search, self._views, self._sharing, self._more, self._adding):
            tool.setVisible(has_students)
        if not has_students:
            self.set_title(title, shown.class_name)
            self._show_no_students()
            return
        subtitle = translate("Students", "%n in {class_name}", None, shown.total)
        self.set_title(title, subtitle.format(class_name=shown.class_name))
        if self._search.text() != shown.query:
            self._search.setText(shown.query)
        self._views.choose(shown.view.value)
        self.show_filled()
        self._shown.refresh()

    def _show_no_students(self) -> None:
        importing = Button(
            self.look,
            translate("Students", "Import a class"),
            kind="primary",
            icon="folder-input",
        )
        importing.clicked.connect(lambda: self.open_requested.emit(Target(PageId.IMPORT)))
        self.show_empty(
            translate("Students", "The students of this class come here."),
            importing,
            self._add_button(),
        )

    def _show_trouble(self, sentence: str) -> None:
        """Say above the students what could not be done; an empty text takes it back."""
        if self._trouble is not None:
            self._trouble.hide()
            self._trouble.deleteLater()
            self._trouble = None
        if sentence:
            close = Button(self.look, translate("Students", "Close"), size="small")
            close.clicked.connect(lambda: self._show_trouble(""))
            self._trouble = FailedState(self.look, sentence=sentence, buttons=(close,))
            self.body.insertWidget(0, self._trouble)
            announce(self, sentence)

    def _go_to_first(self) -> None:
        """From the search field to the first student found."""
        first = self._view_model.rows.index(0)
        if first.isValid():
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.view.setCurrentIndex(first)

    @Slot()
    def _add(self) -> None:
        if self._panel is None:
            panel = AddPanel(self.look, ground_of(self), class_name=self._view_model.class_name)
            panel.add_requested.connect(self._on_panel_add_requested)
            panel.closed.connect(self._on_panel_closed)
            self._panel = panel
            panel.open_panel(panel.first())

    @Slot()
    def _on_more_clicked(self) -> None:
        menu = QMenu(self)
        for icon, words, page in (
            ("crop", translate("Students", "Crop all photos"), PageId.CROPS),
            ("scan-face", translate("Students", "Faces from a class photo"), PageId.CLASS_PHOTO),
            ("handshake", translate("Students", "Monthly round"), PageId.MONTH_ROUND),
            ("list", translate("Students", "What you promised"), PageId.PROMISES),
        ):
            deed = menu.addAction(self.look.icons.icon(icon), words)
            deed.triggered.connect(lambda _=False, to=page: self.open_requested.emit(Target(to)))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height() + 4)))

    @Slot(object, bool)
    def _on_panel_add_requested(self, draft: Student, another: bool) -> None:  # noqa: FBT001 - a Qt slot
        added = self._view_model.add(draft)
        if added is None or self._panel is None:
            return
        if another:
            self._panel.begin()
            return
        self._panel.close_panel()
        place = self._view_model.rows.place_of(added)
        if place.isValid():
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.view.setCurrentIndex(place)

    @Slot()
    def _on_panel_closed(self) -> None:
        if self._panel is not None:
            self._panel.deleteLater()
            self._panel = None

    @Slot()
    def _on_sharing_clicked(self) -> None:
        self.open_requested.emit(Target(PageId.SHARING))

    @Slot()
    def _on_view_model_changed(self) -> None:
        # a hidden page reads everything anew when it is opened
        if self.isVisible():
            self._refresh()

    @Slot(str)
    def _on_view_model_failed(self, sentence: str) -> None:
        if self._panel is not None:
            self._panel.set_trouble(sentence)
        else:
            self._show_trouble(sentence)

    @Slot(str)
    def _on_views_chosen(self, key: str) -> None:
        self._view_model.choose_view(StudentsView(key))

    @Slot()
    def _on_search_return_pressed(self) -> None:
        rows = self._view_model.rows
        if rows.rowCount() == 1:
            self._on_student_opened(rows.rows()[0])
        else:
            self._go_to_first()

    @Slot(object)
    def _on_student_opened(self, row: StudentRow) -> None:
        self._view_model.remember_order()
        self.open_requested.emit(Target(PageId.STUDENT, student=row.student.id))

    @Slot(object)
    def _on_log_requested(self, row: StudentRow) -> None:
        self.open_requested.emit(Target(PageId.LOG, student=row.student.id))
