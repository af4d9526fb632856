"""The page Students with real key presses, clicks and dropped files."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QModelIndex, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from builders import TODAY, school_class
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.settings import StudentsView
from klasgenoot.operations.classes import add_class
from klasgenoot.operations.contacts import ContactDraft, log_contact
from klasgenoot.store import students
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.chips import FilterChip
from klasgenoot.ui.kit.empty import EmptyState, FailedState
from klasgenoot.ui.kit.field import Field
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.pages.students.add_panel import AddPanel
from klasgenoot.ui.pages.students.list_head import SortButton
from klasgenoot.ui.pages.students.list_plan import plan_list
from klasgenoot.ui.pages.students.page import StudentsPage
from klasgenoot.ui.pages.students.student_grid import StudentGrid
from klasgenoot.ui.pages.students.student_list import StudentList
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.students import StudentsViewModel
from klasgenoot.viewmodels.target import PageId, Target
from made_files import jpeg
from ui.kit_looks import a_look

KEY = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def ids(session: Session) -> list[StudentId]:
    """Sanne, Milan, Noor, Łukasz and Zoë, spoken with 1 to 5 days ago: Zoë stands first."""
    _, made = school_class(session.desk)
    for days, who in enumerate(made, start=1):
        draft = ContactDraft(student_ids=(who,), happened_on=TODAY - timedelta(days=days))
        session.do(log_contact, drafts=[draft])
    return made


@pytest.fixture
def page(
    look: Look, session: Session, ids: list[StudentId], qtbot: QtBot
) -> Iterator[StudentsPage]:
    """The page in a window, just opened."""
    yield from opened(StudentsPage(look, StudentsViewModel(session)), qtbot)


def opened(shown: StudentsPage, qtbot: QtBot, *, act: str = "") -> Iterator[StudentsPage]:
    window = QWidget()
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(shown)
    window.resize(1200, 800)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    shown.arrive(Target(PageId.STUDENTS, act=act))
    yield shown
    shown.close_work()
    window.close()


@pytest.fixture
def targets(page: StudentsPage) -> list[Target]:
    """Where the page asked to go."""
    asked: list[Target] = []
    page.open_requested.connect(asked.append)
    return asked


def press(*keys: Qt.Key | str, hold: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Presses keys where the keyboard is."""
    for key in keys:
        there = QApplication.focusWidget()
        assert there is not None
        if isinstance(key, str):
            QTest.keyClicks(there, key)
        else:
            QTest.keyClick(there, key, hold)


def has_photo(session: Session, who: StudentId) -> bool:
    return students.student(session.vault, who).photo is not None


def shown_names(page: StudentsPage) -> str:
    model = page.view.model()
    return " ".join(model.index(place, 0).data() for place in range(model.rowCount()))


def said(page: StudentsPage) -> list[str]:
    return [label.text() for label in page.findChildren(Label) if label.isVisible()]


def chosen(page: StudentsPage) -> list[str]:
    view = page.view
    assert isinstance(view, StudentList)
    return [index.data() for index in sorted(view.selectedIndexes(), key=QModelIndex.row)]


def chips(page: StudentsPage) -> list[str]:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    return [chip.text() for chip in page.findChildren(FilterChip) if chip.isVisible()]


def click(
    page: StudentsPage, place: int, hold: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    view = page.view
    middle = view.visualRect(view.model().index(place, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, hold, middle)


def drag(page: StudentsPage, place: int, path: Path | str, *, drop: bool = True) -> bool:
    """Drags a file onto a row; returns whether it was taken."""
    view = page.view
    point = view.visualRect(view.model().index(place, 0)).center()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) if isinstance(path, Path) else QUrl(path)])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    events = [
        QDragEnterEvent(point, copy, mime, left, none),
        QDragMoveEvent(point, copy, mime, left, none),
    ]
    if drop:
        events.append(QDropEvent(QPointF(point), copy, mime, left, none))
    for event in events:
        QApplication.sendEvent(view.viewport(), event)
    return events[-1].isAccepted()


def test_the_page_opens_on_the_list_with_whose_turn_is_nearest_first(page):
    assert page.header.title.text() == "Students"
    assert page.header.subtitle.text() == "5 in CMV-1B"
    assert shown_names(page) == "Zoë Łukasz Noor Milan Sanne"
    assert page.view.hasFocus()
    assert chosen(page) == ["Zoë"]


def test_enter_opens_the_student_under_the_keyboard(page, targets, ids):
    press(KEY.Key_Down, KEY.Key_Return)
    assert targets == [Target(PageId.STUDENT, student=ids[3])]


def test_a_click_opens_and_with_ctrl_or_shift_it_chooses(page, targets, ids):
    click(page, 2)
    assert targets == [Target(PageId.STUDENT, student=ids[2])]
    click(page, 4, CTRL)
    assert chosen(page) == ["Noor", "Sanne"]
    click(page, 2)
    click(page, 4, SHIFT)
    assert chosen(page) == ["Noor", "Milan", "Sanne"]
    assert len(targets) == 2


def test_letters_go_to_the_call_name_that_begins_with_them(page):
    press("mi")
    assert page.view.currentIndex().data() == "Milan"


def test_several_are_chosen_by_keyboard_removed_and_brought_back(page, session):
    press(KEY.Key_Down, KEY.Key_Down, hold=SHIFT)
    assert chosen(page) == ["Zoë", "Łukasz", "Noor"]
    assert "3 chosen" in " ".join(said(page)).replace("%n", "3")
    press(KEY.Key_Delete)
    assert shown_names(page) == "Milan Sanne"
    assert page.view.currentIndex().data() == "Milan"
    session.undo()
    assert shown_names(page) == "Zoë Łukasz Noor Milan Sanne"


def test_escape_lets_go_of_who_was_chosen(page):
    press(KEY.Key_Down, hold=SHIFT)
    press(KEY.Key_Escape)
    assert chosen(page) == ["Łukasz"]


def test_the_button_removes_who_is_chosen(page, qtbot):
    press(KEY.Key_Down, hold=SHIFT)
    remove = next(b for b in page.findChildren(Button) if b.text() == "Remove from class")
    assert remove.isVisible()
    qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert shown_names(page) == "Noor Milan Sanne"
    assert not remove.isVisible()


def test_typing_in_the_search_field_narrows_the_list_and_down_leads_into_it(page, targets, ids):
    assert page.find_here()
    assert isinstance(QApplication.focusWidget(), Field)
    press("zoe")
    assert shown_names(page) == "Zoë"
    press(KEY.Key_Escape)
    assert shown_names(page) == "Zoë Łukasz Noor Milan Sanne"
    press("n", KEY.Key_Down)
    assert page.view.hasFocus()
    assert page.view.currentIndex().data() == "Noor"


def test_enter_in_the_search_field_opens_the_only_one_found(page, targets, ids):
    assert page.find_here()
    press("berg", KEY.Key_Return)
    assert targets == [Target(PageId.STUDENT, student=ids[1])]


def test_a_search_without_hits_says_so_in_place_of_the_list(page):
    assert page.find_here()
    press("xyz")
    assert "Nobody here is called ‘xyz’." in said(page)
    assert not page.view.isVisible()


def test_the_heads_of_the_columns_sort(page, qtbot):
    def head(text: str) -> SortButton:
        return next(b for b in page.findChildren(SortButton) if b.text() == text)

    qtbot.mouseClick(head("Student"), Qt.MouseButton.LeftButton)
    assert shown_names(page) == "Noor Milan Sanne Łukasz Zoë"
    qtbot.mouseClick(head("Student, by family name"), Qt.MouseButton.LeftButton)
    assert shown_names(page) == "Łukasz Milan Noor Sanne Zoë"
    head("Student, by call name").setFocus()
    press(KEY.Key_Right, KEY.Key_Return)
    assert shown_names(page) == "Zoë Łukasz Noor Milan Sanne"


def test_the_focused_student_stays_focused_when_the_order_changes(page, qtbot):
    press(KEY.Key_Down, KEY.Key_Down)
    assert page.view.currentIndex().data() == "Noor"
    press(KEY.Key_Backtab, hold=SHIFT)
    press(KEY.Key_Left, KEY.Key_Return)
    assert shown_names(page) == "Noor Milan Sanne Łukasz Zoë"
    assert page.view.currentIndex().data() == "Noor"


def test_a_filter_shows_fewer_and_only_filters_with_somebody_are_there(page, session, ids, qtbot):
    assert chips(page) == ["All 5"]
    draft = ContactDraft(student_ids=(ids[2],), happened_on=TODAY, follow_up=TODAY)
    session.do(log_contact, drafts=[draft])
    assert chips(page) == ["All 5", "With a promise 1"]
    chip = next(c for c in page.findChildren(FilterChip) if c.text() == "With a promise 1")
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert shown_names(page) == "Noor"


def test_the_class_can_be_shown_as_photos_and_the_choice_is_kept(page, session, qtbot):
    press(*[KEY.Key_Backtab] * 3, hold=SHIFT)
    page._views.setFocus()
    qtbot.mouseClick(
        next(s for s in page._views.findChildren(QWidget) if s.text() == "Photos"),
        Qt.MouseButton.LeftButton,
    )
    assert session.settings.students_view is StudentsView.PHOTOS
    assert isinstance(page.view, StudentGrid)
    assert page.view.isVisible()
    assert not page.findChild(StudentList).isVisible()


def test_in_the_photos_enter_opens_and_delete_removes(page, session, targets, ids):
    session.set(students_view=StudentsView.PHOTOS)
    page.view.setFocus(Qt.FocusReason.OtherFocusReason)
    press(KEY.Key_Right, KEY.Key_Return)
    assert targets == [Target(PageId.STUDENT, student=ids[3])]
    press(KEY.Key_Delete)
    assert shown_names(page) == "Zoë Noor Milan Sanne"
    assert page.view.currentIndex().data() == "Noor"


@pytest.mark.parametrize("view", list(StudentsView))
def test_a_photo_dropped_on_a_student_becomes_their_photo(
    page, session, ids, tmp_path: Path, qtbot, view
):
    session.set(students_view=view)
    (tmp_path / "face.jpg").write_bytes(jpeg(400, 500))
    assert drag(page, 1, tmp_path / "face.jpg")
    busy = page.view.model().index(1, 0).data(Qt.ItemDataRole.UserRole)
    assert busy.is_busy
    assert not page.grab().isNull()
    qtbot.waitUntil(lambda: has_photo(session, ids[3]), timeout=30_000)
    assert not page.grab().isNull()


def test_what_is_no_file_is_not_taken(page):
    assert not drag(page, 1, "https://example.org/face.jpg")


def test_a_row_under_a_dragged_file_is_marked(page, tmp_path):
    assert drag(page, 2, tmp_path / "face.jpg", drop=False)
    assert page.view.rows.hovered.row() == 2
    QApplication.sendEvent(page.view.viewport(), QEvent(QEvent.Type.DragLeave))
    assert not page.view.rows.hovered.isValid()


def test_a_file_that_is_no_photo_is_refused_in_a_card_that_can_be_closed(page, tmp_path, qtbot):
    (tmp_path / "list.jpg").write_text("name\n", encoding="utf-8")
    drag(page, 0, tmp_path / "list.jpg")
    qtbot.waitUntil(lambda: page.findChild(FailedState) is not None, timeout=30_000)
    card = page.findChild(FailedState)
    assert card.accessibleName() == "list.jpg is not a photo. JPEG, PNG and WebP can be read."
    qtbot.mouseClick(card.findChild(Button), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.findChild(FailedState) is None)


def test_a_student_is_added_by_hand_with_enter(page, session, qtbot):
    add = next(b for b in page.findChildren(Button) if b.text() == "Add")
    qtbot.mouseClick(add, Qt.MouseButton.LeftButton)
    press("Bo", KEY.Key_Tab, "van", KEY.Key_Tab, "Vos", KEY.Key_Return)
    assert page.window().findChild(AddPanel) is None or not page._panel
    assert "Bo" in shown_names(page)
    assert page.view.currentIndex().data() == "Bo"
    assert page.view.hasFocus()
    added = page.view.currentIndex().data(Qt.ItemDataRole.UserRole).student
    assert added.full_name == "Bo van Vos"


def test_ctrl_enter_adds_and_asks_for_the_next(page):
    page.arrive(Target(PageId.STUDENTS, act="add"))
    press("Bo")
    press(KEY.Key_Return, hold=CTRL)
    assert page._panel is not None
    assert QApplication.focusWidget().text() == ""
    press("Mo", KEY.Key_Return)
    assert {"Bo", "Mo"} <= set(shown_names(page).split())
    assert shown_names(page).split().count("Bo") == 1


def test_without_a_name_the_panel_stays_and_says_why(page):
    page.arrive(Target(PageId.STUDENTS, act="add"))
    press(KEY.Key_Return)
    assert page._panel is not None
    texts = [label.text() for label in page._panel.findChildren(Label) if label.isVisible()]
    assert "Give a name first." in texts
    press(KEY.Key_Escape)
    assert page._panel is None
    assert page.view.model().rowCount() == 5


def test_the_menu_of_a_student_opens_logs_and_removes(page, targets, ids, monkeypatch):
    monkeypatch.setattr(QMenu, "popup", lambda *_: None)  # offscreen nothing can pop up
    place = page.view.visualRect(page.view.model().index(1, 0)).center()
    page.view.customContextMenuRequested.emit(place)
    menu = page.findChild(QMenu)
    actions = {action.text(): action for action in menu.actions()}
    assert list(actions) == ["Open", "Log contact", "Remove from class"]
    actions["Log contact"].trigger()
    assert targets == [Target(PageId.LOG, student=ids[3])]
    actions["Remove from class"].trigger()
    assert "Łukasz" not in shown_names(page)
    menu.close()


def test_a_class_without_students_offers_to_import_or_to_add(look, session, qtbot):
    session.do(add_class, name="Empty")
    for page in opened(StudentsPage(look, StudentsViewModel(session)), qtbot):
        empty = page.findChild(EmptyState)
        assert empty.accessibleName() == "The students of this class come here."
        texts = [button.text() for button in empty.findChildren(Button)]
        assert texts == ["Import a class", "Add"]
        asked: list[Target] = []
        page.open_requested.connect(asked.append)
        empty.findChildren(Button)[0].click()
        assert asked == [Target(PageId.IMPORT)]
        empty.findChildren(Button)[1].click()
        press("Bo", KEY.Key_Return)
        assert shown_names(page) == "Bo"


def test_each_row_tells_itself_in_a_sentence(page):
    told = QAccessible.queryAccessibleInterface(page.view)
    sentences = [told.child(n).text(QAccessible.Text.Name) for n in range(told.childCount())]
    assert sentences[0].startswith("Zoë de Wit, 5 day(s), Sat 24 Oct: brief contact")


def test_tab_goes_through_the_page_from_top_to_bottom(page):
    page._search.setFocus()
    seen = []
    for _ in range(12):
        focus = QApplication.focusWidget()
        seen.append(type(focus).__name__)
        if focus is page.view:
            break
        press(KEY.Key_Tab)
    assert seen == [
        "SearchField",
        "Segment",
        "Button",
        "Button",
        "Button",
        "FilterChip",
        "SortButton",
        "StudentList",
    ]


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("view", list(StudentsView))
def test_the_page_can_be_drawn_in_every_look(session, ids, qtbot, theme, scale, view):
    session.set(students_view=view)
    look = a_look(theme, text_scale=scale)
    for page in opened(StudentsPage(look, StudentsViewModel(session)), qtbot):
        assert not page.grab().isNull()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [420, 752, 1008, 1128, 1480])
def test_columns_never_overlap_or_leave_the_list(qapp, width, scale):
    plan = plan_list(width, look=a_look(text_scale=scale), weeks=9)
    spans = [span for span in (plan.name, plan.seen, plan.strip, plan.promise) if span.width]
    assert spans[0].left == 0
    assert spans[-1].right == width
    for one, other in pairwise(spans):
        assert one.right < other.left
    assert plan.weeks == 0 or plan.weeks >= 4


def test_with_less_room_old_weeks_go_first(qapp):
    look = a_look()
    assert plan_list(1128, look=look, weeks=9).weeks == 9
    narrow = plan_list(752, look=look, weeks=9)
    assert 4 <= narrow.weeks < 9
    assert narrow.promise.width
    assert plan_list(420, look=look, weeks=9).promise.width == 0
