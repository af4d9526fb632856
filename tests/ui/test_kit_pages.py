"""Pages, panels, toasts and the focus ring."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import invalidate

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card, Line
from klasgenoot.ui.kit.field import Field
from klasgenoot.ui.kit.focus import FocusFollower, FocusRing
from klasgenoot.ui.kit.labels import IconLabel, Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.page import Density, Page, density_of
from klasgenoot.ui.kit.panel import Panel
from klasgenoot.ui.kit.progress import Segments
from klasgenoot.ui.kit.stop_bar import StopBar
from klasgenoot.ui.kit.toast import Toast
from ui.kit_looks import a_look


def texts_on(widget: QWidget) -> set[str]:
    """What a reader sees."""
    return {label.text() for label in widget.findChildren(QLabel) if label.isVisible()} - {""}


def make_active(window: QWidget, qtbot) -> None:
    """Show a window and give it the keyboard."""
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()


@pytest.fixture
def page(qtbot) -> Page:
    made = Page(a_look(), title="Names")
    made.body.addWidget(Label(made.look, "the contents"))
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


def test_a_page_shows_its_contents_or_in_their_place_what_to_do(page):
    button = Button(page.look, "Import")
    page.show_empty("No students yet", button, detail="Drop a class list here.")
    assert texts_on(page) == {"Names", "No students yet", "Drop a class list here."}
    assert button.isVisible()
    page.show_busy("Reading the list")
    assert texts_on(page) == {"Names", "Reading the list"}
    page.show_failed("The backup failed", detail="The disk is full.")
    assert texts_on(page) == {"Names", "The backup failed", "The disk is full."}
    page.show_filled()
    assert texts_on(page) == {"Names", "the contents"}


@pytest.mark.parametrize(
    ("width", "height", "density"),
    [
        (1440, 900, Density.REGULAR),
        (1280, 800, Density.COMPACT),
        (1600, 800, Density.COMPACT),
        (1920, 1080, Density.ROOMY),
    ],
)
def test_padding_follows_the_size_of_the_window(width, height, density):
    assert density_of(width, height) is density


def test_a_page_tells_when_the_window_becomes_roomy(page, qtbot):
    with qtbot.waitSignal(page.density_changed) as told:
        page.resize(1920, 1080)
    assert told.args == [Density.ROOMY]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_of_a_page_is_cut_off_in_the_smallest_window(qtbot, scale):
    look = a_look(text_scale=scale)
    page = Page(look, title="Who has not been seen?")
    page.header.tools.addWidget(Button(look, "Aim 21 days", icon="target"))
    page.header.tools.addWidget(Button(look, "Who now?", kind="primary"))
    card = Card(look, title="Promised")
    label = Label(look, "Seen 24 of 28 in four teaching weeks. Not seen: Jort and Noor. " * 4)
    card.body.addWidget(label)
    page.body.addWidget(card)
    qtbot.addWidget(page)
    page.resize(792, 600)
    page.show()
    qtbot.waitExposed(page)
    QApplication.processEvents()
    assert label.height() >= label.heightForWidth(label.width())
    title = page.header.title
    assert title.height() >= title.heightForWidth(title.width())


@pytest.mark.parametrize("tall", [100, 2000])
def test_what_is_pinned_stays_on_screen_below_what_scrolls(qtbot, tall: int):
    page = Page(a_look())
    contents, foot = QWidget(), QWidget()
    contents.setFixedHeight(tall)
    QVBoxLayout(foot).addWidget(button := Button(page.look, "Done"))
    page.body.addWidget(contents)
    page.pin(foot)
    page.show_pinned(True)
    qtbot.addWidget(page)
    page.resize(1400, 900)
    page.show()
    QApplication.processEvents()
    place = button.mapTo(page, button.rect().bottomRight())
    assert page.rect().contains(place)
    assert abs(place.x() - contents.mapTo(page, contents.rect().topRight()).x()) < 16
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_PageDown)
    scroll = page.findChild(QScrollArea).verticalScrollBar()
    assert (scroll.value() > 0) is (tall > page.height())
    assert page.contents_width == contents.width() or not scroll.maximum()
    (line,) = page.findChildren(Line)
    assert line.isVisible() is (tall > page.height())
    page.show_pinned(False)
    assert not line.isVisible()


def test_a_stop_bar_spans_the_page_with_how_far_one_is_in_the_middle(qtbot):
    page = Page(a_look())
    bar = Segments(page.look)
    top = StopBar(page.look, bar, widest=300)
    top.say_place("1 of 6 in a row")
    page.cap(top)
    page.body.addWidget(QWidget())
    qtbot.addWidget(page)
    page.resize(1400, 900)
    page.show()
    QApplication.processEvents()
    assert (top.mapTo(page, QPoint()), top.width()) == (QPoint(), page.width())
    left = bar.mapTo(page, QPoint()).x()
    right = top._place.mapTo(page, top._place.rect().topRight()).x()
    assert abs((left + right) / 2 - page.width() / 2) <= 2
    page.show_empty("Nobody is here.")
    assert not top.isVisible()
    page.show_filled()
    assert top.isVisible()


def test_a_toast_offers_the_way_back_and_goes_when_it_is_taken(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    toast = Toast(a_look(), window, undo_text="Undo", undo_keys="Ctrl Z")
    undone = []
    toast.say("2 contacts saved", undo=lambda: undone.append(True))
    assert toast.isVisible()
    assert window.rect().contains(toast.panel_rect().translated(toast.pos()))
    qtbot.mouseClick(toast._button, Qt.MouseButton.LeftButton)
    assert undone == [True]
    assert not toast.isVisible()


def test_the_button_of_the_toast_stays_whole_beside_a_long_sentence_at_twice_the_size(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1024, 700)
    toast = Toast(a_look(text_scale=2.0), window, undo_text="Ongedaan maken", undo_keys="Ctrl Z")
    toast.say("Ongedaan gemaakt: Antwoord over dubbelgangers bewaard", undo=lambda: None)
    with qtbot.waitExposed(window):
        window.show()
    (button,) = toast.findChildren(Button)
    assert button.width() >= button.sizeHint().width()


def test_only_one_toast_is_shown_and_without_a_way_back_it_has_no_button(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    toast = Toast(a_look(), window, undo_text="Undo")
    toast.say("first", undo=lambda: None)
    toast.say("second")
    assert texts_on(toast) == {"second"}
    assert not toast._button.isVisible()


def test_a_tick_stands_only_before_what_was_done(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    toast = Toast(a_look(), window, undo_text="Undo")
    shown = []
    for done in (True, False, True):
        toast.say("a sentence", done=done)
        icons = [icon for icon in toast.findChildren(IconLabel) if icon.isVisible()]
        shown.append([icon is toast._tick for icon in icons])
    assert shown == [[True], [False], [True]]


def a_window_with_a_panel(qtbot) -> tuple[QWidget, Field, Panel, list[Button]]:
    look = a_look()
    window = QWidget()
    behind = Field(look, name="behind")
    QVBoxLayout(window).addWidget(behind)
    panel = Panel(look, window, title="Erase?", close_name="Close")
    buttons = [Button(look, "Keep"), Button(look, "Erase", kind="danger")]
    for button in buttons:
        panel.body.addWidget(button)
    qtbot.addWidget(window)
    window.resize(900, 600)
    make_active(window, qtbot)
    behind.setFocus()
    return window, behind, panel, buttons


def test_a_panel_keeps_the_focus_and_gives_it_back(qtbot):
    _, behind, panel, (keep, erase) = a_window_with_a_panel(qtbot)
    panel.open_panel(keep)
    assert keep.hasFocus()
    visited = []
    for _ in range(6):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        visited.append(QApplication.focusWidget())
    assert behind not in visited
    assert {keep, erase} <= set(visited)
    with qtbot.waitSignal(panel.closed):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert behind.hasFocus()


def test_a_click_beside_a_panel_closes_it(qtbot):
    _, _, panel, _ = a_window_with_a_panel(qtbot)
    panel.open_panel()
    with qtbot.waitSignal(panel.closed):
        qtbot.mouseClick(panel, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert not panel.isVisible()


@pytest.fixture
def look(qapp) -> Iterator[Look]:
    """A look whose focus ring is at work."""
    made = a_look()
    follower = FocusFollower(made, qapp)
    yield made
    follower.stop()


def test_a_ring_follows_the_keyboard_focus_and_leaves_fields_alone(qtbot, look):
    window = QWidget()
    column = QVBoxLayout(window)
    button, field = Button(look, "Save"), Field(look, name="name")
    column.addWidget(button)
    column.addWidget(field)
    qtbot.addWidget(window)
    make_active(window, qtbot)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    ring = window.findChild(FocusRing)
    assert ring.isVisible()
    assert ring.geometry() == button.geometry().adjusted(-4, -4, 4, 4)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    assert not ring.isVisible()


def test_a_ring_goes_along_though_python_let_go_of_what_is_around(qtbot, look):
    area, button = QScrollArea(), Button(look, "Save")
    area.setWidget(button)
    qtbot.addWidget(area)
    make_active(area, qtbot)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    invalidate(button.parentWidget())  # as when a wrapper of Qt's own widget gets another address
    button.move(20, 30)
    ring = area.findChild(FocusRing)
    place = button.mapTo(area, QPoint())
    assert ring.geometry().topLeft() == place - QPoint(4, 4)


def test_a_ring_survives_the_end_of_what_it_was_around(qtbot, look):
    window = QWidget()
    column = QVBoxLayout(window)
    first, second = Button(look, "First"), Button(look, "Second")
    column.addWidget(first)
    column.addWidget(second)
    qtbot.addWidget(window)
    make_active(window, qtbot)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    first.deleteLater()
    qtbot.waitUntil(lambda: column.count() == 1)
    second.setFocus(Qt.FocusReason.TabFocusReason)
    assert window.findChild(FocusRing).isVisible()
