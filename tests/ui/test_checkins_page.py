"""Check-ins by keyboard and mouse: a student stands out in both columns, is opened or logged."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from builders import TODAY, school_class
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.snoozing import SnoozeReason
from klasgenoot.operations.contacts import ContactDraft, log_contact
from klasgenoot.store.attention import own_targets, snooze_of
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.chips import FilterChip
from klasgenoot.ui.kit.field import Field
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look, make_look
from klasgenoot.ui.kit.panel import Panel
from klasgenoot.ui.kit.snooze_panel import SnoozePanel
from klasgenoot.ui.pages.checkins.list_head import ListHead
from klasgenoot.ui.pages.checkins.page import CheckInsPage
from klasgenoot.ui.pages.checkins.row_plan import CELL_GAP, PITCH, plan_row, weeks_apart
from klasgenoot.ui.pages.checkins.turn_list import TurnList
from klasgenoot.ui.pages.checkins.wall import Wall
from klasgenoot.ui.pages.checkins.week_panel import WeekPanel
from klasgenoot.ui.pages.checkins.who_now_panel import WhoNowPanel
from klasgenoot.viewmodels.checkins import CheckInsViewModel
from klasgenoot.viewmodels.checkins_filter import Filter
from klasgenoot.viewmodels.checkins_rows import Section
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import (
    CONTACTS_OF_WEEK,
    PROMISE,
    UNSPOKEN,
    PageId,
    Target,
)
from worlds import settle

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """Days are written in English, whatever the computer speaks."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def ids(session: Session) -> list[StudentId]:
    class_id, ids = school_class(session.desk, size=5)
    session.choose_class(class_id)
    drafts = [
        ContactDraft(student_ids=(who,), happened_on=TODAY - timedelta(days=days), text=text)
        for who, days, text in (
            (ids[0], 40, "verhuisd"),
            (ids[1], 30, "stage"),
            (ids[2], 3, "compliment"),
            (ids[3], 2, "planning"),
        )
    ]
    session.do(log_contact, drafts=drafts)
    return ids


@pytest.fixture
def page(look: Look, session: Session, ids: list[StudentId], qtbot: QtBot) -> CheckInsPage:
    return shown(look, session, qtbot)


def shown(look: Look, session: Session, qtbot: QtBot, *, width: int = 1200) -> CheckInsPage:
    page = CheckInsPage(look, CheckInsViewModel(session))
    qtbot.addWidget(page)
    page.resize(width, 820)
    with qtbot.waitExposed(page):
        page.show()
    page.arrive(Target(PageId.CHECK_INS))
    QApplication.processEvents()
    return page


def turns(page: CheckInsPage) -> TurnList:
    return page.findChild(TurnList)


def wall(page: CheckInsPage) -> Wall:
    return page.findChild(Wall)


def names(page: CheckInsPage) -> tuple[str, str]:
    """Who has the focus in the faces and in the list."""
    return tuple(view.currentIndex().data() for view in (wall(page), turns(page)))


def button(page: CheckInsPage, words: str) -> Button:
    named = ((each.text() or each.accessibleName(), each) for each in page.findChildren(Button))
    return next(each for name, each in named if words in name)


def test_the_focus_is_on_whose_turn_it_is_first(page: CheckInsPage):
    assert page.focusWidget() is turns(page)
    assert names(page) == ("Zoë", "Zoë")


def test_a_student_chosen_in_one_column_stands_out_in_the_other(page: CheckInsPage, qtbot: QtBot):
    qtbot.keyClick(turns(page), Qt.Key.Key_Down)
    assert names(page) == ("Sanne", "Sanne")

    qtbot.keyClick(wall(page), Qt.Key.Key_Right)
    assert names(page) == ("Milan", "Milan")


def test_arrows_pass_over_the_heading(page: CheckInsPage, qtbot: QtBot):
    for _ in range(3):
        qtbot.keyClick(turns(page), Qt.Key.Key_Down)

    assert names(page) == ("Noor", "Noor")


def test_letters_find_a_name(page: CheckInsPage, qtbot: QtBot):
    qtbot.keyClicks(turns(page), "mi")

    assert names(page) == ("Milan", "Milan")


def test_enter_opens_the_student(page: CheckInsPage, ids: list[StudentId], qtbot: QtBot):
    for view in (turns(page), wall(page)):
        with qtbot.waitSignal(page.open_requested) as opened:
            qtbot.keyClick(view, Qt.Key.Key_Return)
        assert opened.args == [Target(PageId.STUDENT, student=ids[4])]


def test_space_logs_the_student(page: CheckInsPage, ids: list[StudentId], qtbot: QtBot):
    for view in (turns(page), wall(page)):
        with qtbot.waitSignal(page.open_requested) as opened:
            qtbot.keyClick(view, Qt.Key.Key_Space)
        assert opened.args == [Target(PageId.LOG, student=ids[4])]


def test_a_click_opens_and_a_click_on_log_logs(
    page: CheckInsPage, ids: list[StudentId], qtbot: QtBot
):
    rows = turns(page)
    settle()
    box = rows.visualRect(rows.model().index(1, 0))
    log = rows.painter.log_box(QRectF(box)).center().toPoint()
    for place, target in ((box.center(), PageId.STUDENT), (log, PageId.LOG)):
        with qtbot.waitSignal(page.open_requested) as opened:
            qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert opened.args == [Target(target, student=ids[0])]


def test_the_mouse_lets_a_face_and_its_row_stand_out_and_leaves_the_focus(
    page: CheckInsPage, qtbot: QtBot
):
    grid = wall(page)
    settle()  # the faces have their places then
    first = grid.visualRect(grid.model().index(1, 0)).center()
    qtbot.mouseMove(grid.viewport(), QPoint(first.x() - 3, first.y()))
    qtbot.mouseMove(grid.viewport(), first)

    marked = [row.name for row in grid.model().rows() if turns(page).is_marked(row)]
    assert marked == ["Sanne"]
    assert names(page) == ("Zoë", "Zoë")


def test_the_row_with_the_focus_makes_room_for_its_last_line(page: CheckInsPage, qtbot: QtBot):
    rows = turns(page)
    heights = [rows.visualRect(rows.model().index(at, 0)).height() for at in (4, 5)]
    assert heights[0] == heights[1]

    qtbot.keyClick(rows, Qt.Key.Key_End)
    assert rows.visualRect(rows.model().index(5, 0)).height() > heights[1]


def test_a_filter_narrows_both_columns_down(page: CheckInsPage, qtbot: QtBot):
    chip = next(each for each in page.findChildren(FilterChip) if each.text() == "Without a dot 3")
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)

    assert wall(page).model().rowCount() == turns(page).model().rowCount() == 3


def test_where_others_are_shown_on_arrival_the_keyboard_is_on_one_of_them(
    page: CheckInsPage, ids: list[StudentId], qtbot: QtBot
):
    page._view_model.choose_filter(Filter.NO_DOT)
    with_dot = next(who for who in ids if not page._view_model.turns.place_of(who).isValid())
    page._view_model.choose_filter(Filter.ALL)
    turns(page).go_to(with_dot)
    page._view_model.choose_filter(Filter.NO_DOT)
    page.arrive(Target(PageId.CHECK_INS))
    with qtbot.waitSignal(page.open_requested):
        qtbot.keyClick(turns(page), Qt.Key.Key_Return)


def test_whom_one_knows_and_never_spoke_with_is_asked_for_on_arrival(
    page: CheckInsPage, monkeypatch: pytest.MonkeyPatch
):
    asked: list[Filter] = []
    monkeypatch.setattr(page._view_model, "choose_filter", asked.append)
    page.arrive(Target(PageId.CHECK_INS, act=UNSPOKEN))
    assert asked == [Filter.UNSPOKEN]


def test_the_contacts_of_a_week_open_at_once(page: CheckInsPage):
    page.arrive(Target(PageId.CHECK_INS, act=CONTACTS_OF_WEEK))
    assert [panel.isVisible() for panel in page.window().findChildren(WeekPanel)] == [True]


def test_the_aim_leads_to_where_it_is_set(page: CheckInsPage, qtbot: QtBot):
    with qtbot.waitSignal(page.open_requested) as opened:
        qtbot.mouseClick(button(page, "Aim 21"), Qt.MouseButton.LeftButton)
    assert opened.args == [Target(PageId.SETTINGS, act="aim")]


def panel(page: CheckInsPage, kind: type[Panel]) -> Panel:
    """The panel of a kind that is open."""
    return next(each for each in page.window().findChildren(kind) if each.isVisible())


@pytest.fixture
def menus(monkeypatch: pytest.MonkeyPatch) -> list[QMenu]:
    """The menus that were asked for: offscreen nothing can pop up."""
    popped: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, *_: popped.append(menu))
    return popped


def choose(menu: QMenu, words: str) -> None:
    next(action for action in menu.actions() if action.text().replace("&", "") == words).trigger()


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    """Keys, each to whatever has the focus."""
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, key)


@pytest.fixture
def active(
    look: Look, session: Session, ids: list[StudentId], qtbot: QtBot
) -> Iterator[CheckInsPage]:
    """The page in a window that has the keyboard, the focus on the list."""
    window, page = QWidget(), CheckInsPage(look, CheckInsViewModel(session))
    QVBoxLayout(window).addWidget(page)
    window.resize(1200, 820)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    page.arrive(Target(PageId.CHECK_INS))
    QApplication.processEvents()
    yield page
    window.close()


def test_a_student_is_put_off_by_keys_alone(
    active: CheckInsPage, session: Session, ids: list[StudentId], menus: list[QMenu], qtbot: QtBot
):
    press(qtbot, Qt.Key.Key_Period)
    choose(menus[0], "Put off…")
    asked = panel(active, SnoozePanel)
    press(qtbot, Qt.Key.Key_Right, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    field = QApplication.focusWidget()
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, "6 nov")
    press(qtbot, Qt.Key.Key_Return)
    kept = snooze_of(session.vault, ids[4])
    assert (kept.until, kept.reason) == (date(2026, 11, 6), SnoozeReason.ILL)
    assert not asked.isVisible()
    assert QApplication.focusWidget() is turns(active)
    assert names(active) == ("Sanne", "Sanne")  # the list stays where it was: on who came next


def test_the_ring_goes_along_to_the_last_row(look: Look, session: Session, qtbot: QtBot):
    class_id, many = school_class(session.desk, size=28)
    session.choose_class(class_id)
    drafts = [
        ContactDraft(student_ids=(who,), happened_on=TODAY, text="praatje") for who in many[:14]
    ]
    session.do(log_contact, drafts=drafts)
    view = turns(shown(look, session, qtbot))
    told: list[QRect] = []
    view.ring_moved.connect(lambda: told.append(view.ring_rect()))
    qtbot.keyClick(view, Qt.Key.Key_End)
    QApplication.processEvents()
    assert view.currentIndex().row() == 28  # with a heading
    assert told[-1] == view.ring_rect()
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))


def test_words_keep_clear_of_the_scroll_bar(look: Look, session: Session, qtbot: QtBot):
    class_id, _ = school_class(session.desk, size=28)
    session.choose_class(class_id)
    view = turns(shown(look, session, qtbot))
    bar = view.verticalScrollBar()
    assert bar.isVisible()
    assert bar.mapTo(view, QPoint(0, 0)).x() >= view.viewport().geometry().right() + 8


def test_an_end_that_is_not_understood_is_said_in_the_panel(
    active: CheckInsPage, session: Session, ids: list[StudentId], menus: list[QMenu], qtbot: QtBot
):
    wall(active).setFocus()
    press(qtbot, Qt.Key.Key_Period)
    choose(menus[0], "Put off…")
    asked = panel(active, SnoozePanel)
    field = asked.findChildren(Field)[0]
    field.setText("blauw")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert asked.isVisible()
    assert "Choose a day" in field.accessibleDescription()
    assert snooze_of(session.vault, ids[4]) is None
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not asked.isVisible()


def test_an_own_aim_is_chosen_from_the_menu(
    active: CheckInsPage, session: Session, ids: list[StudentId], menus: list[QMenu], qtbot: QtBot
):
    press(qtbot, Qt.Key.Key_Period)
    (aims,) = [action.menu() for action in menus[0].actions() if action.menu()]
    ticked = [action.text() for action in aims.actions() if action.isChecked()]
    assert ticked == ["As the class: 21 day(s)"]
    choose(aims, "7 day(s)")
    assert own_targets(session.vault) == {ids[4]: 7}


def test_a_promise_begins_from_the_menu(
    active: CheckInsPage, ids: list[StudentId], menus: list[QMenu], qtbot: QtBot
):
    press(qtbot, Qt.Key.Key_Period)
    with qtbot.waitSignal(active.open_requested) as opened:
        choose(menus[0], "New promise…")
    assert opened.args == [Target(PageId.STUDENT, student=ids[4], act=PROMISE)]


def test_who_now_shows_three_and_logs_one(active: CheckInsPage, ids: list[StudentId], qtbot: QtBot):
    page = active
    qtbot.mouseClick(button(page, "Who now"), Qt.MouseButton.LeftButton)
    asked = panel(page, WhoNowPanel)
    assert len([each for each in asked.findChildren(Button) if each.text() == "Spoken"]) == 3
    with qtbot.waitSignal(page.open_requested) as opened:
        press(qtbot, Qt.Key.Key_Space)
    assert opened.args == [Target(PageId.LOG, student=ids[4])]
    assert not asked.isVisible()


def test_the_week_is_leafed_through_with_the_arrow_keys(active: CheckInsPage, qtbot: QtBot):
    qtbot.mouseClick(button(active, "All contacts of a week"), Qt.MouseButton.LeftButton)
    asked = panel(active, WeekPanel)
    titles = [asked.title.text()]
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right):
        press(qtbot, key)
        titles.append(asked.title.text())
    assert [title[:7] for title in titles] == ["Week 44", "Week 43", "Week 44", "Week 44"]
    press(qtbot, Qt.Key.Key_Escape)
    assert not asked.isVisible()


def test_a_click_on_the_number_of_a_week_looks_back_over_it(page: CheckInsPage, qtbot: QtBot):
    head, plan = page.findChild(ListHead), turns(page).plan
    place = QPoint(int(plan.cell(plan.weeks - 2).center().x()), head.height() - 8)
    qtbot.mouseClick(head, Qt.MouseButton.LeftButton, pos=place)
    assert panel(page, WeekPanel).title.text().startswith("Week 43")


def test_a_logged_contact_shows_at_once_and_the_student_keeps_the_focus(
    page: CheckInsPage, session: Session, ids: list[StudentId]
):
    session.do(log_contact, drafts=[ContactDraft(student_ids=(ids[4],), happened_on=TODAY)])

    assert page.header.subtitle.text() == (
        "Seen 3 of 5 in the last 4 teaching weeks. Not seen: Sanne and Milan."
    )
    assert names(page)[1] == "Zoë"
    assert turns(page).section is Section.TURN


def test_without_students_there_is_a_way_to_get_them(look: Look, session: Session, qtbot: QtBot):
    class_id, _ = school_class(session.desk, size=0)
    session.choose_class(class_id)
    page = shown(look, session, qtbot)

    with qtbot.waitSignal(page.open_requested) as opened:
        qtbot.mouseClick(button(page, "Import"), Qt.MouseButton.LeftButton)
    assert opened.args == [Target(PageId.IMPORT)]
    assert not button(page, "Who now").isVisible()


@pytest.mark.parametrize(("width", "where"), [(1200, "beside"), (1000, "beside"), (620, "below")])
def test_the_list_goes_below_the_faces_when_there_is_no_room_beside_them(
    look: Look, session: Session, ids: list[StudentId], qtbot: QtBot, width: int, where: str
):
    page = shown(look, session, qtbot, width=width)
    faces, rows = wall(page), turns(page)
    top, left = (rows.mapTo(page, QPoint()).y(), rows.mapTo(page, QPoint()).x())

    is_beside = left >= faces.mapTo(page, QPoint(faces.width(), 0)).x()
    assert is_beside == (where == "beside")
    if not is_beside:
        assert top >= faces.mapTo(page, QPoint(0, faces.height())).y()
        assert rows.verticalScrollBar().maximum() == 0, "the page scrolls, not the list"


def test_at_twice_the_size_everything_still_stands_in_its_place(
    session: Session, ids: list[StudentId], qtbot: QtBot, qapp: QApplication
):
    look = make_look(RESOURCES, theme="dark", load_photo=lambda *_: b"", text_scale=2.0)
    page = shown(look, session, qtbot, width=1072)
    plan = turns(page).plan

    assert plan.name_room >= look.fonts.px(74)
    assert plan.reason > plan.strip


def test_old_weeks_make_way_for_the_name(look: Look):
    wide = plan_row(look, width=448, weeks=9, reason_width=120)
    narrow = plan_row(look, width=320, weeks=9, reason_width=120)

    assert wide.weeks == 9
    assert 0 < narrow.weeks < 9
    assert narrow.name_room >= 82


def test_where_the_page_scrolls_it_goes_along_with_the_focus(
    look: Look, session: Session, ids: list[StudentId], qtbot: QtBot
):
    page = shown(look, session, qtbot, width=620)
    page.resize(620, 400)
    page.activateWindow()
    with qtbot.waitActive(page):
        turns(page).setFocus()
    qtbot.keyClick(turns(page), Qt.Key.Key_End)

    row = turns(page).ring_rect()
    assert page.rect().contains(turns(page).mapTo(page, row.center()))


def test_a_narrow_page_begins_with_the_faces(
    look: Look, session: Session, ids: list[StudentId], qtbot: QtBot
):
    assert isinstance(shown(look, session, qtbot, width=620).focusWidget(), Wall)


def test_a_tooltip_says_only_what_is_not_there_in_full(page: CheckInsPage, qtbot: QtBot):
    rows = turns(page)

    def tooltip(at: int) -> str:
        place = rows.visualRect(rows.model().index(at, 0)).center()
        event = QHelpEvent(QEvent.Type.ToolTip, place, rows.viewport().mapToGlobal(place))
        QApplication.sendEvent(rows.viewport(), event)
        return QToolTip.text()

    assert tooltip(1) == ""
    assert tooltip(5) == "Tue 27 Oct · planning"
    QToolTip.hideText()


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_the_numbers_of_the_weeks_never_touch(qapp: QApplication, scale: float) -> None:
    look = make_look(RESOURCES, theme="light", load_photo=lambda *_: b"", text_scale=scale)
    width = QFontMetrics(look.fonts.bold(Text.CAPTION)).horizontalAdvance("00")
    assert weeks_apart(width) * PITCH - width >= CELL_GAP
