"""The small parts: they say who they are, fit their text and work without a mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QVBoxLayout,
    QWidget,
)

from klasgenoot.ui.kit.buttons import Button, icon_button
from klasgenoot.ui.kit.chips import Chip, Choice, FilterChips
from klasgenoot.ui.kit.choice import Check, Dropdown, Option
from klasgenoot.ui.kit.empty import FailedState
from klasgenoot.ui.kit.field import Ask, SearchField, TextBox
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label, name_label
from klasgenoot.ui.kit.look import Look, dress
from klasgenoot.ui.kit.progress import Progress, Segments
from klasgenoot.ui.kit.segmented import Segmented
from klasgenoot.ui.kit.strip import CellKind, Legend, Strip, WeekCell
from klasgenoot.ui.kit.switch import Switch
from ui.kit_looks import RESOURCES, a_look

SENTENCE = "Seen 24 of 28 in four teaching weeks. Not seen: Jort, Noor, Timo and Gijs."


def spoken_name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", ["small", "control", "large"])
def test_a_button_has_room_for_its_text_at_every_scale(qtbot, size, scale):
    look = a_look(text_scale=scale)
    button = Button(look, "Practise now", size=size, icon="play", keys="Ctrl L")
    qtbot.addWidget(button)
    text = QFontMetrics(button.font()).horizontalAdvance("Practise now")
    assert button.minimumSizeHint().width() > text
    assert button.sizeHint().height() >= 30 * scale
    assert not button.grab().isNull()


def test_an_icon_alone_has_a_tooltip_and_a_spoken_name(qtbot):
    button = icon_button(a_look(), "x", "Close")
    qtbot.addWidget(button)
    assert button.toolTip() == "Close"
    assert spoken_name(button) == "Close"


def test_a_label_wraps_before_it_elides(qtbot):
    label = Label(a_look(), SENTENCE)
    qtbot.addWidget(label)
    assert label.heightForWidth(200) > label.heightForWidth(2000) == 20


def test_a_label_of_one_line_elides_and_tells_the_rest_in_a_tooltip(qtbot):
    label = Label(a_look(), SENTENCE, lines=1)
    qtbot.addWidget(label)
    label.resize(120, 20)
    label.grab()
    assert label.toolTip() == SENTENCE
    assert label.heightForWidth(120) == 20
    label.resize(2000, 20)
    label.grab()
    assert label.toolTip() == ""


def test_a_screen_reader_hears_a_whole_name_though_it_is_drawn_in_two_weights(qtbot):
    label = name_label(a_look(), "Noor", "van der Meer", role=Text.NAME)
    qtbot.addWidget(label)
    assert label.text() == "Noor van der Meer"
    assert spoken_name(label) == "Noor van der Meer"


def test_tab_goes_to_the_filter_that_is_on_where_the_row_stands(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    before, chips, behind = QLineEdit(), FilterChips(a_look()), QLineEdit()
    column = QVBoxLayout(window)
    for part in (before, chips, behind):
        column.addWidget(part)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    chips.set_choices([Choice(each, each) for each in "abc"])
    chips.choose("b")
    QApplication.processEvents()
    before.setFocus()
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    with qtbot.waitSignal(chips.chosen) as chosen:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert chosen.args == ["c"]


def test_one_filter_is_on_and_the_arrow_keys_choose_another(qtbot):
    chips = FilterChips(a_look(), [Choice("all", "All 28"), Choice("due", "Due 9")])
    qtbot.addWidget(chips)
    with qtbot.waitActive(chips):
        chips.show()
        chips.activateWindow()
    chips._chips["all"].setFocus()
    assert chips.current() == "all"
    with qtbot.waitSignal(chips.chosen) as chosen:
        qtbot.keyClick(chips._chips["all"], Qt.Key.Key_Right)
    assert chosen.args == ["due"]
    assert chips.current() == "due"


def test_a_filter_stays_on_when_its_count_changes_or_another_comes(qtbot):
    chips = FilterChips(a_look(), [Choice("all", "All 28"), Choice("due", "Due 9")])
    qtbot.addWidget(chips)
    chips.choose("due")
    chips.set_choices([Choice("all", "All 28"), Choice("due", "Due 8")])
    assert chips.current() == "due"
    chips.set_choices([Choice("all", "All 28"), Choice("later", "Later 1"), Choice("due", "Due 8")])
    assert chips.current() == "due"
    chips.set_choices([Choice("all", "All 28")])
    assert chips.current() == "all"


def test_chips_that_do_not_fit_wrap_to_a_next_line(qtbot):
    chips = FilterChips(a_look(), [Choice(str(n), f"Filter number {n}") for n in range(6)])
    qtbot.addWidget(chips)
    assert chips.heightForWidth(200) > 3 * chips.heightForWidth(2000)


def test_a_flow_keeps_its_widgets_inside_its_width(qtbot):
    frame = QWidget()
    buttons = [Button(a_look(), f"Button {n}") for n in range(8)]
    frame.setLayout(flow(*buttons))
    qtbot.addWidget(frame)
    frame.resize(260, 400)
    frame.show()
    assert all(frame.rect().contains(button.geometry()) for button in buttons)
    assert len({button.y() for button in buttons}) > 1


def test_a_segment_is_chosen_by_key_and_by_hand(qtbot):
    control = Segmented(a_look(), [Choice("list", "List"), Choice("photos", "Photos")])
    qtbot.addWidget(control)
    assert control.current() == "list"
    control.choose("photos")
    assert control.current() == "photos"
    with qtbot.waitSignal(control.chosen) as chosen:
        qtbot.mouseClick(control._segments["list"], Qt.MouseButton.LeftButton)
    assert chosen.args == ["list"]


def test_a_switch_is_a_check_box_for_a_screen_reader(qtbot):
    switch = Switch(a_look(), "Show names")
    qtbot.addWidget(switch)
    told = QAccessible.queryAccessibleInterface(switch)
    assert told.role() is QAccessible.Role.CheckBox
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert switch.isChecked()


def test_a_choice_too_long_for_its_room_ends_in_dots_and_is_whole_in_the_tooltip(qtbot):
    look = a_look()
    drawn = []
    for text in ("login, for photos only", "login, for photographs only"):
        dropdown = Dropdown(look, name="Column")
        dropdown.addItem(text)
        qtbot.addWidget(dropdown)
        dropdown.resize(dropdown.sizeHint())
        dropdown.grab()
        assert not dropdown.toolTip()
        dropdown.resize(110, dropdown.height())
        drawn.append(dropdown.grab().toImage())
        assert dropdown.toolTip() == text
    assert drawn[0] == drawn[1]  # both are cut off before they differ


def test_a_choice_is_read_whole_in_a_dropdown_as_wide_as_its_text_and_its_arrow(look: Look, qtbot):
    dropdown = Dropdown(look, name="Minutes")
    dropdown.addItem(words := "6 min per dag: 53 van 56")
    qtbot.addWidget(dropdown)
    text = dropdown.fontMetrics().horizontalAdvance(words)
    dropdown.resize(text + 46, dropdown.sizeHint().height())
    option = QStyleOptionComboBox()
    dropdown.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    place = dropdown.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, field, dropdown
    )
    assert place.width() >= text
    assert dropdown.sizeHint().width() <= text + 46


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_everything_can_be_drawn_on_off_and_unavailable(qtbot, theme):
    look = a_look(theme)
    dropdown = Dropdown(look, name="Class")
    dropdown.addItems(["CMV-1A", "CMV-1B"])
    widgets: list[QWidget] = [
        Switch(look, "Show names"), Check(look, "Also"), Option(look, "Per class"),
        Button(look, "Save", kind="primary"), Button(look, "Erase", kind="danger"),
        Chip(look, "today", tone="honey", icon="clock"), dropdown,
        Legend(look, [(kind, kind.value) for kind in CellKind]),
        FilterChips(look, [Choice("all", "All", "users"), Choice("due", "Due")]),
        Segmented(look, [Choice("list", "List", "list"), Choice("photos", "Photos")]),
    ]  # fmt: skip
    for widget in widgets:
        qtbot.addWidget(widget)
        widget.resize(widget.sizeHint())
        on = widget.grab().toImage()
        widget.setEnabled(False)
        if hasattr(widget, "setChecked"):
            widget.setEnabled(True)
            widget.setChecked(True)
            assert widget.grab().toImage() != on or isinstance(widget, Button)


def test_enter_shows_all_choices_where_it_is_said_to(qtbot, monkeypatch):
    dropdown = Dropdown(a_look(), name="Minutes", enter_opens=True)
    qtbot.addWidget(dropdown)
    opened: list[bool] = []
    monkeypatch.setattr(dropdown, "showPopup", lambda: opened.append(True))
    QTest.keyClick(dropdown, Qt.Key.Key_Return)
    assert opened


def test_what_is_wrong_with_a_field_is_said_below_it_and_to_a_screen_reader(qtbot):
    ask = Ask(a_look(), "Date")
    qtbot.addWidget(ask)
    ask.set_trouble("This date does not exist.")
    assert spoken_name(ask.field) == "Date"
    assert ask.field.accessibleDescription() == "This date does not exist."
    assert ask._wrong.isVisibleTo(ask)
    ask.set_trouble("")
    assert not ask._wrong.isVisibleTo(ask)


def test_escape_empties_a_search_field(qtbot):
    field = SearchField(a_look(), name="Search by name")
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "noor")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_a_text_box_grows_with_what_is_typed_and_tab_leaves_it(qtbot):
    box = TextBox(a_look(), name="Note", least_lines=1)
    qtbot.addWidget(box)
    box.show()
    before = box.height()
    box.setPlainText("one\ntwo\nthree\nfour")
    assert box.height() > before
    assert box.tabChangesFocus()


def test_a_page_scrolls_along_with_what_is_typed_in_a_box(qtbot):
    area, inside = QScrollArea(), QWidget()
    column = QVBoxLayout(inside)
    column.addSpacing(400)
    box = TextBox(a_look(), name="Note", least_lines=2, most_lines=9)
    column.addWidget(box)
    column.addSpacing(400)
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.resize(300, 430)
    qtbot.addWidget(area)
    with qtbot.waitActive(area):
        area.show()
        area.activateWindow()
    box.setFocus()
    qtbot.keyClicks(box, "one\rtwo\rthree\rfour\rfive\rsix")

    def foot() -> int:
        return box.mapTo(area.viewport(), box.cursorRect().bottomLeft()).y()

    qtbot.waitUntil(lambda: 0 < foot() <= area.viewport().height(), timeout=2_000)


def test_a_strip_says_itself_in_one_sentence(qtbot):
    weeks = [WeekCell(36 + n, kind) for n, kind in enumerate(CellKind)]
    strip = Strip(a_look(), weeks, name="Two talks in six weeks", large=True)
    qtbot.addWidget(strip)
    assert spoken_name(strip) == "Two talks in six weeks"
    assert not strip.grab().isNull()


def test_each_kind_of_week_looks_different_without_its_colour(qtbot):
    look = a_look()
    pictures = set()
    for kind in CellKind:
        strip = Strip(look, [WeekCell(1, kind)], name="")
        qtbot.addWidget(strip)
        strip.resize(strip.sizeHint())
        image = (
            strip.grab().toImage().convertToFormat(strip.grab().toImage().Format.Format_Grayscale8)
        )
        pictures.add(bytes(image.constBits()))
    assert len(pictures) == len(CellKind)


def test_progress_is_drawn_from_nothing_to_all(qtbot):
    look = a_look()
    bar = Progress(look, name="31 of 84 names")
    qtbot.addWidget(bar)
    bar.setRange(0, 84)
    bar.resize(200, 6)
    empty = bar.grab().toImage()
    bar.setValue(84)
    assert bar.grab().toImage() != empty
    segments = Segments(look)
    qtbot.addWidget(segments)
    segments.set_progress(3, 400, name="card 4 of 400")
    assert spoken_name(segments) == "card 4 of 400"
    assert not segments.grab().isNull()


@pytest.mark.parametrize("width", [220, 300, 480])
def test_a_long_reason_is_told_whole_in_a_narrow_card(qtbot, width):
    look = a_look(text_scale=2.0)
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(FailedState(look, sentence="The backup failed", detail=SENTENCE * 2))
    column.addStretch(1)
    qtbot.addWidget(page)
    page.resize(width, 3000)
    page.show()
    labels = [label for label in page.findChildren(Label) if label.text()]
    assert all(label.height() >= label.heightForWidth(label.width()) for label in labels)


def test_a_button_that_tab_comes_to_has_the_ring_alone(qtbot):
    """The style draws a frame of its own around the words, which stood inside the ring."""
    look = a_look()
    dress(QApplication.instance(), look, resources=RESOURCES)
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    first, second = Button(look, "One"), Button(look, "A week later", icon="arrow-right")
    row.addWidget(first)
    row.addWidget(second)
    window.show()
    window.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    before = second.grab().toImage()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    assert second.grab().toImage() == before


def test_tab_comes_to_the_segment_that_is_chosen_and_arrows_choose_another(qtbot):
    look, window = a_look(), QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    before = Button(look, "Before")
    roles = Segmented(look, [Choice("one", "One"), Choice("two", "Two"), Choice("three", "Three")])
    row.addWidget(before)
    row.addWidget(roles)
    roles.choose("two")
    window.show()
    window.activateWindow()
    before.setFocus()
    qtbot.waitUntil(before.hasFocus)
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert roles._segments["two"].hasFocus()
    with qtbot.waitSignal(roles.chosen):
        QTest.keyClick(roles._segments["two"], Qt.Key.Key_Right)
    assert roles.current() == "three"
    assert roles._segments["three"].hasFocus()
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert roles._segments["three"].hasFocus()
