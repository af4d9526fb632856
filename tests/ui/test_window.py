"""The window: going from page to page, the palette, undo, language and looks, all by real keys."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from builders import TODAY, school_class, student
from klasgenoot.app.language import Speaker
from klasgenoot.domain.exports import ExportKind
from klasgenoot.domain.settings import Language, Theme
from klasgenoot.operations.classes import add_class, rename_class
from klasgenoot.operations.exporting import gather
from klasgenoot.operations.students import add_student
from klasgenoot.store.exports import all_exports
from klasgenoot.store.photos import StoredPhoto, keep_photo
from klasgenoot.ui.kit.choice import Dropdown
from klasgenoot.ui.kit.segmented import Segmented
from klasgenoot.ui.kit.toast import Toast
from klasgenoot.ui.pages.checkins.who_now_panel import WhoNowPanel
from klasgenoot.ui.pages.sharing.page import SharingPage
from klasgenoot.ui.pages.student.noting import CoachPanel
from klasgenoot.ui.shell.actions import ACTIONS
from klasgenoot.ui.shell.deeds import Deeds
from klasgenoot.ui.shell.find_button import FindButton
from klasgenoot.ui.shell.nav_button import NavButton
from klasgenoot.ui.shell.navigation import SIDEBAR
from klasgenoot.ui.shell.palette import Palette
from klasgenoot.ui.shell.window import Window
from klasgenoot.viewmodels.practice_moment import Stage
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId, StudentAct, Target
from made_files import jpeg

RESOURCES = Path(__file__).parents[2] / "resources"

OpenWindow = Callable[[], Window]


@pytest.fixture
def open_window(qtbot: QtBot, session: Session, tmp_path: Path) -> Iterator[OpenWindow]:
    """Opens a window on the session; its language is taken off the screen afterwards."""
    speaker = Speaker(RESOURCES / "translations")
    before = QLocale()

    def make() -> Window:
        window = Window(
            session,
            resources=RESOURCES,
            speak=speaker.speak,
            state_file=tmp_path / "window.ini",
        )
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        qtbot.waitUntil(lambda: window.is_furnished)
        return window

    yield make
    speaker.fall_silent()
    QLocale.setDefault(before)


def press(qtbot: QtBot, window: QWidget, key: Qt.Key, *, ctrl: bool = False) -> None:
    focus = QApplication.focusWidget() or window
    held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(focus, key, held)


class Strays(QObject):
    """Notes what is shown as a window of its own: on some systems that takes the keyboard away."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def test_without_a_class_the_window_welcomes(open_window: OpenWindow) -> None:
    assert open_window().target.page is PageId.WELCOME


def test_with_a_class_the_day_is_first(open_window: OpenWindow, session: Session) -> None:
    school_class(session.desk)
    assert open_window().target.page is PageId.TODAY


def test_each_page_of_the_sidebar_opens_by_keyboard(
    qtbot: QtBot, open_window: OpenWindow, session: Session
) -> None:
    school_class(session.desk)
    window = open_window()
    seen = []
    for _ in range(7):
        press(qtbot, window, Qt.Key.Key_Down, ctrl=True)
        seen.append(window.target.page)
    assert seen == [
        PageId.NAMES,
        PageId.STUDENTS,
        PageId.CHECK_INS,
        PageId.SEATING,
        PageId.PHASES,
        PageId.GUIDE,
        PageId.IMPORT,
    ]


def test_enter_presses_what_tab_comes_to_in_the_sidebar(
    qtbot: QtBot, open_window: OpenWindow, session: Session
) -> None:
    school_class(session.desk)
    window = open_window()
    window._sidebar._buttons[PageId.NAMES].setFocus()
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.target.page is PageId.NAMES
    find = window.findChild(FindButton)
    assert find is not None
    find.setFocus()
    press(qtbot, window, Qt.Key.Key_Enter)
    palette = window.findChild(Palette)
    assert palette is not None
    assert palette.isVisible()


def test_the_palette_finds_a_student_without_accents_and_opens_the_page(
    qtbot: QtBot, open_window: OpenWindow, session: Session
) -> None:
    _, ids = school_class(session.desk)
    window = open_window()
    press(qtbot, window, Qt.Key.Key_K, ctrl=True)
    palette = window.findChild(Palette)
    assert palette is not None
    qtbot.keyClicks(QApplication.focusWidget(), "lukasz")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert window.target == Target(PageId.STUDENT, student=ids[3])


def test_escape_closes_the_palette_and_changes_nothing(
    qtbot: QtBot, open_window: OpenWindow, session: Session
) -> None:
    school_class(session.desk)
    window = open_window()
    press(qtbot, window, Qt.Key.Key_K, ctrl=True)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert window.target.page is PageId.TODAY
    assert not any(panel.isVisible() for panel in window.findChildren(Palette))


def test_the_palette_does_an_action(
    qtbot: QtBot, open_window: OpenWindow, session: Session
) -> None:
    school_class(session.desk)
    window = open_window()
    press(qtbot, window, Qt.Key.Key_K, ctrl=True)
    qtbot.keyClicks(QApplication.focusWidget(), "instellingen")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert window.target.page is PageId.SETTINGS


@pytest.mark.parametrize(
    ("typed", "page"),
    [("check", PageId.CHECK_INS), ("groepsf", PageId.PHASES), ("wijzer", PageId.GUIDE)],
)
def test_the_palette_goes_to_a_page(
    qtbot: QtBot, open_window: OpenWindow, session: Session, typed: str, page: PageId
) -> None:
    school_class(session.desk)
    window = open_window()
    press(qtbot, window, Qt.Key.Key_K, ctrl=True)
    qtbot.keyClicks(QApplication.focusWidget(), typed)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert window.target.page is page


def test_a_page_that_is_opened_is_not_behind_the_log_and_the_draft_is_kept(
    qtbot: QtBot, open_window: OpenWindow, session: Session
) -> None:
    school_class(session.desk)
    window = open_window()
    press(qtbot, window, Qt.Key.Key_L, ctrl=True)
    qtbot.keyClicks(QApplication.focusWidget(), "Sanne: begun")
    press(qtbot, window, Qt.Key.Key_K, ctrl=True)
    qtbot.keyClicks(QApplication.focusWidget(), "namen")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert window.target.page is PageId.NAMES
    assert not window.log_panel.isVisible()
    assert window.log_panel.has_draft
    focused = QApplication.focusWidget()
    assert focused is not None
    assert window.page.isAncestorOf(focused)


@pytest.mark.parametrize("typed", ["ronde", "klasronde"])
def test_the_palette_finds_the_round_through_the_class(
    qtbot: QtBot, open_window: OpenWindow, session: Session, typed: str
) -> None:
    school_class(session.desk)
    window = open_window()
    press(qtbot, window, Qt.Key.Key_K, ctrl=True)
    qtbot.keyClicks(QApplication.focusWidget(), typed)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert window.target.page is PageId.SWEEP


def test_the_palette_begins_with_the_three_of_today(
    qtbot: QtBot, open_window: OpenWindow, session: Session
) -> None:
    school_class(session.desk)
    window = open_window()
    press(qtbot, window, Qt.Key.Key_K, ctrl=True)
    qtbot.keyClicks(QApplication.focusWidget(), "wie nu")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert window.target.page is PageId.CHECK_INS
    assert [panel.isVisible() for panel in window.findChildren(WhoNowPanel)] == [True]


def test_the_palette_begins_what_is_asked_for_the_student_on_screen(
    qtbot: QtBot, open_window: OpenWindow, session: Session
) -> None:
    _, (who, *_) = school_class(session.desk)
    window = open_window()
    window.go(Target(PageId.STUDENT, student=who))
    press(qtbot, window, Qt.Key.Key_K, ctrl=True)
    qtbot.keyClicks(QApplication.focusWidget(), "doorverwijzen")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert window.target.page is PageId.TRANSFER
    window.go(Target(PageId.STUDENT, student=who))
    press(qtbot, window, Qt.Key.Key_K, ctrl=True)
    qtbot.keyClicks(QApplication.focusWidget(), "mentor")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert window.target == Target(PageId.STUDENT, student=who, act=StudentAct.COACH)
    assert any(panel.isVisible() for panel in window.findChildren(CoachPanel))


def test_the_palette_goes_to_another_class(
    qtbot: QtBot, open_window: OpenWindow, session: Session
) -> None:
    other, _ = school_class(session.desk, name="CMV-2A")
    school_class(session.desk)
    window = open_window()
    press(qtbot, window, Qt.Key.Key_K, ctrl=True)
    qtbot.keyClicks(QApplication.focusWidget(), "cmv-")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert session.current_class is not None
    assert session.current_class.id == other


def test_undo_and_redo_work_by_key_and_say_so(
    qtbot: QtBot, open_window: OpenWindow, session: Session
) -> None:
    class_id, _ = school_class(session.desk)
    window = open_window()
    session.do(rename_class, class_id=class_id, name="CMV-1C")
    said: list[str] = []
    window.notices.noticed.connect(lambda words, _can_undo: said.append(words))
    press(qtbot, window, Qt.Key.Key_Z, ctrl=True)
    assert session.classes[0].name == "CMV-1B"
    qtbot.keyClick(
        window,
        Qt.Key.Key_Z,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert session.classes[0].name == "CMV-1C"
    assert said == ["Ongedaan gemaakt: klas hernoemd", "Opnieuw gedaan: klas hernoemd"]


def test_what_was_just_done_is_not_said_over_the_keys_of_a_practice_card(
    open_window: OpenWindow, session: Session
) -> None:
    class_id, _ = school_class(session.desk, size=1)
    window = open_window()
    session.do(rename_class, class_id=class_id, name="CMV-1C")
    toast = window.findChild(Toast)
    assert toast is not None
    assert toast.isVisible()
    window.go(PageId.NAMES)
    assert toast.isVisible()
    window.go(PageId.PRACTICE)
    assert not toast.isVisible()


def test_the_language_changes_while_running(open_window: OpenWindow, session: Session) -> None:
    school_class(session.desk)
    window = open_window()
    assert window.page.accessibleName() == "Donderdag 29 oktober"
    session.set(language=Language.ENGLISH)
    assert window.page.accessibleName() == "Thursday 29 October"
    session.set(language=Language.DUTCH)
    assert window.page.accessibleName() == "Donderdag 29 oktober"


def test_what_goes_on_beside_a_page_ends_when_the_window_is_made_anew(
    open_window: OpenWindow, session: Session, tmp_path: Path
) -> None:
    """A list that was being saved as the theme changed stands in the log."""
    school_class(session.desk)
    window = open_window()
    window.go(Target(PageId.SHARING, act=ExportKind.CSV))
    page = window.page
    assert isinstance(page, SharingPage)
    page._view_model.path = tmp_path / "x.csv"
    page._view_model._gathered = gather(
        session.vault, page._view_model._wish(ExportKind.CSV), on=TODAY
    )
    page._view_model._write(lambda: b"list")
    session.set(theme=Theme.DARK)
    assert (tmp_path / "x.csv").read_bytes() == b"list"
    assert [each.kind for each in all_exports(session.vault)] == [ExportKind.CSV]


@pytest.mark.parametrize("theme", [Theme.DARK, Theme.HIGH_CONTRAST, Theme.LIGHT])
def test_the_looks_change_while_running(
    open_window: OpenWindow, session: Session, theme: Theme
) -> None:
    school_class(session.desk)
    window = open_window()
    window.go(PageId.GUIDE)
    session.set(theme=theme)
    assert window.look.tokens.name == theme.value
    assert window.target.page is PageId.GUIDE


def test_text_grows_and_shrinks_by_key(
    qtbot: QtBot, open_window: OpenWindow, session: Session
) -> None:
    school_class(session.desk)
    window = open_window()
    press(qtbot, window, Qt.Key.Key_Equal, ctrl=True)
    qtbot.waitUntil(lambda: session.settings.text_percent == 110)
    press(qtbot, window, Qt.Key.Key_0, ctrl=True)
    qtbot.waitUntil(lambda: session.settings.text_percent == 100)


def test_nothing_is_a_window_of_its_own_while_all_is_made_anew(
    qtbot: QtBot, open_window: OpenWindow, session: Session
) -> None:
    school_class(session.desk)
    window = open_window()
    strays = Strays()
    QApplication.instance().installEventFilter(strays)
    session.set(text_percent=110)
    qtbot.wait(50)
    QApplication.instance().removeEventFilter(strays)
    assert strays.seen == []
    assert window.isActiveWindow()


def test_ten_steps_at_once_make_the_window_anew_once(
    qtbot: QtBot, open_window: OpenWindow, session: Session
) -> None:
    school_class(session.desk)
    window = open_window()
    made: list[str] = []
    session.setting_changed.connect(made.append)
    for _ in range(12):
        window.findChild(Deeds).run("larger")
    qtbot.waitUntil(lambda: session.settings.text_percent == 200)
    assert made == ["text_percent"]
    assert window.page.isVisible()


def test_ctrl_and_a_figure_choose_a_class(
    qtbot: QtBot, open_window: OpenWindow, session: Session
) -> None:
    school_class(session.desk, size=1, name="CMV-1A")
    second, _ = school_class(session.desk, size=1, name="CMV-1B")
    window = open_window()
    press(qtbot, window, Qt.Key.Key_2, ctrl=True)
    assert session.current_class is not None
    assert session.current_class.id == second


def test_ctrl_and_a_figure_break_nothing_off_in_mid_practice(
    qtbot: QtBot, open_window: OpenWindow, session: Session
) -> None:
    first, _ = school_class(session.desk, size=1, name="CMV-1A")
    school_class(session.desk, size=1, name="CMV-1B")
    window = open_window()
    said: list[str] = []
    window.notices.noticed.connect(lambda words, _: said.append(words))
    window.go(PageId.PRACTICE)
    press(qtbot, window, Qt.Key.Key_2, ctrl=True)
    assert session.current_class is not None
    assert session.current_class.id == first
    assert said == ["Stop hier eerst, met Esc. Dan kun je naar een andere klas."]


def test_f6_goes_through_the_parts_of_the_window(
    qtbot: QtBot, open_window: OpenWindow, session: Session
) -> None:
    school_class(session.desk)
    window = open_window()
    parts = []
    for _ in window.regions():
        press(qtbot, window, Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        parts += [
            number
            for number, region in enumerate(window.regions())
            if region is focus or region.isAncestorOf(focus)
        ]
    assert sorted(parts) == list(range(len(window.regions())))


@pytest.mark.parametrize("name", ["Uiterlijk", "Tekstgrootte"])
def test_after_a_choice_that_makes_all_anew_the_keyboard_is_still_on_it(
    qtbot: QtBot, open_window: OpenWindow, session: Session, name: str
) -> None:
    school_class(session.desk)
    window = open_window()
    window.go(PageId.SETTINGS)
    before = next(b for b in window.page.findChildren(Dropdown) if b.accessibleName() == name)
    before.setFocus()
    for _ in range(2):  # so that the second choice is made with what was made anew
        page, place = window.page, before.currentIndex()
        qtbot.keyClick(before, Qt.Key.Key_Down)
        QApplication.processEvents()
        assert window.page is not page
        now = window.focusWidget()
        assert isinstance(now, Dropdown)
        assert window.page.isAncestorOf(now)
        assert (now.accessibleName(), now.currentIndex()) == (name, place + 1)
        before = now


def languages(window: Window) -> Segmented:
    """The choice between the languages on the page."""
    those = window.page.findChildren(Segmented)
    return next(each for each in those if Language.DUTCH.value in each._segments)


def test_after_another_language_the_keyboard_is_on_that_language(
    qtbot: QtBot, open_window: OpenWindow, session: Session
) -> None:
    school_class(session.desk)
    window = open_window()
    window.go(PageId.SETTINGS)
    for language in (Language.ENGLISH, Language.DUTCH):
        choice = languages(window)
        choice._segments[language.value].setFocus()
        qtbot.keyClick(choice._segments[language.value], Qt.Key.Key_Space)
        QApplication.processEvents()
        assert session.settings.language is language
        choice = languages(window)
        assert window.focusWidget() is choice._segments[language.value]


def test_the_keyboard_stays_in_the_sidebar_when_all_is_made_anew(
    open_window: OpenWindow, session: Session
) -> None:
    school_class(session.desk)
    window = open_window()
    row = window._sidebar.findChildren(NavButton)[2]
    row.setFocus()
    session.set(text_percent=110)
    QApplication.processEvents()
    assert window.focusWidget() is window._sidebar.findChildren(NavButton)[2]
    assert window.focusWidget() is not row


def test_a_figure_in_the_sidebar_says_of_whom_it_is_where_that_is_not_plain(
    open_window: OpenWindow, session: Session
) -> None:
    school_class(session.desk)
    row = open_window()._sidebar.findChildren(NavButton)[2]
    row.set_count(3, meaning="of 2 classes")
    row.grab()  # a tip that depends on the room is set while painting
    assert (row.toolTip(), row.accessibleDescription()) == ("of 2 classes", "of 2 classes")
    row.set_count(0, meaning="of 2 classes")
    row.grab()
    assert (row.toolTip(), row.accessibleDescription()) == ("", "")


def test_the_window_keeps_its_size(open_window: OpenWindow, session: Session) -> None:
    school_class(session.desk)
    window = open_window()
    window.resize(1024, 720)
    window._place.keep()
    again = open_window()
    assert (again.width(), again.height()) == (1024, 720)


def test_when_the_last_class_goes_the_window_welcomes_again(
    open_window: OpenWindow, session: Session
) -> None:
    school_class(session.desk, size=0)
    window = open_window()
    session.undo()
    assert window.target.page is PageId.WELCOME
    session.redo()
    assert window.target.page is PageId.TODAY


def test_no_name_stands_in_the_title(open_window: OpenWindow, session: Session) -> None:
    _, ids = school_class(session.desk)
    window = open_window()
    window.go(Target(PageId.STUDENT, student=ids[0]))
    assert window.windowTitle() == "Klasgenoot"


def test_each_action_and_page_has_its_icon_and_keys_are_given_once() -> None:
    icons = {path.stem for path in (RESOURCES / "icons" / "lucide").glob("*.svg")}
    assert {action.icon for action in ACTIONS} | {entry.icon for entry in SIDEBAR} <= icons
    keys = [key.toString() for action in ACTIONS for key in action.shortcuts]
    assert len(keys) == len(set(keys))


def test_other_looks_in_mid_practice_go_on_with_the_same_practice(
    open_window: OpenWindow, session: Session
) -> None:
    class_id = session.do(add_class, name="CMV-1B", first_lesson=None)
    for number in range(5):
        picture = jpeg(40 + number, 50)
        photo = keep_photo(session.vault, StoredPhoto(picture, picture, 40 + number, 50))
        draft = student(number, photo=photo)
        session.do(add_student, class_id=class_id, draft=draft, joined=TODAY)
    window = open_window()
    window.go(Target(PageId.PRACTICE))
    shown = window.page._view_model
    first = shown.student
    assert first is not None
    assert shown.stage is Stage.STUDY  # a new face is shown before it is asked
    shown.go_on()
    second, place = shown.student, shown.place
    assert second != first
    session.set(theme=Theme.DARK)
    session.set(text_percent=125)
    again = window.page._view_model
    assert (again.student, again.place) == (second, place)
