"""The page Search with real key presses, in the window it is reached from."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from builders import TODAY, school_class
from klasgenoot.app.language import Speaker
from klasgenoot.operations.contacts import ContactDraft, log_contact
from klasgenoot.operations.group_notes import note_group
from klasgenoot.store.contacts import contacts_of
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.chips import FilterChip
from klasgenoot.ui.kit.field import SearchField
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.pages.search.found_list import FoundList
from klasgenoot.ui.pages.student.timeline_item import TimelineItem
from klasgenoot.ui.shell.palette import FoundList as FoundInPalette
from klasgenoot.ui.shell.palette import Palette
from klasgenoot.ui.shell.window import Window
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId

RESOURCES = Path(__file__).parents[2] / "resources"
K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
OLD = 40


@pytest.fixture
def window(qtbot: QtBot, session: Session, tmp_path: Path) -> Iterator[Window]:
    """A window on a class: forty talks with Milan, of which the oldest is about a museum."""
    class_id, ids = school_class(session.desk)
    drafts = [
        ContactDraft(
            student_ids=(ids[1],),
            happened_on=TODAY - timedelta(days=days),
            text="Stage bij een museum" if days == OLD else "Over het rooster",
        )
        for days in range(1, OLD + 1)
    ]
    session.do(log_contact, drafts=drafts)
    session.do(note_group, class_id=class_id, on=TODAY, text="rustige klas")
    speaker, before = Speaker(RESOURCES / "translations"), QLocale()
    made = Window(
        session, resources=RESOURCES, speak=speaker.speak, state_file=tmp_path / "window.ini"
    )
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    qtbot.waitUntil(lambda: made.is_furnished)
    yield made
    speaker.fall_silent()
    QLocale.setDefault(before)


def press(*keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key, held)


def type_text(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)


def found(window: Window) -> list[str]:
    """The rows that are on the page."""
    (shown,) = window.page.findChildren(FoundList)
    model = shown.model()
    return [model.index(at, 0).data() for at in range(model.rowCount())]


def test_ctrl_f_types_finds_and_opens_the_student_at_that_contact(
    window: Window, session: Session, qtbot: QtBot
) -> None:
    press(K.Key_F, held=CTRL)
    assert window.target.page is PageId.SEARCH
    assert isinstance(QApplication.focusWidget(), SearchField)
    type_text("museum")
    assert found(window) == ["Milan van der Berg"]
    press(K.Key_Return)
    oldest = contacts_of(session.vault, window.target.student)[-1]
    assert window.target.page is PageId.STUDENT
    assert window.target.contact == oldest.id
    focused = QApplication.focusWidget()
    assert isinstance(focused, TimelineItem)
    assert focused.row.id == oldest.id
    qtbot.waitUntil(lambda: not focused.visibleRegion().isEmpty())
    shown = [each for each in window.page.findChildren(TimelineItem) if each.isVisible()]
    assert 5 < len(shown) < OLD  # what was around it, not all before it
    press(K.Key_F, held=CTRL)
    assert QApplication.focusWidget().text() == "museum"  # where one was


def test_arrows_choose_among_what_was_found(window: Window) -> None:
    press(K.Key_F, held=CTRL)
    type_text("rust")
    press(K.Key_Down, K.Key_Up, K.Key_Up, K.Key_Return)
    assert window.target.page is PageId.PHASES
    press(K.Key_F, held=CTRL)
    type_text("rooster")
    press(K.Key_Down, K.Key_Down, K.Key_Return)
    (third,) = {window.target.contact}
    assert third == contacts_of(window.session.vault, window.target.student)[2].id


def test_on_students_ctrl_f_finds_in_the_class_and_once_more_in_everything(window: Window) -> None:
    window.go(PageId.STUDENTS)
    press(K.Key_F, held=CTRL)
    assert window.target.page is PageId.STUDENTS
    assert isinstance(QApplication.focusWidget(), SearchField)
    press(K.Key_F, held=CTRL)
    assert window.target.page is PageId.SEARCH


def test_from_the_palette_the_last_row_searches_everything(window: Window, qtbot: QtBot) -> None:
    press(K.Key_K, held=CTRL)
    (palette,) = window.findChildren(Palette)
    assert palette.isVisible()
    type_text("museum")
    rows = palette.findChildren(FoundInPalette)[0].model()
    qtbot.waitUntil(lambda: rows.rowCount() == 2)
    press(K.Key_PageDown, K.Key_Return)
    assert window.target.page is PageId.SEARCH
    assert found(window) == ["Milan van der Berg"]


def test_a_filter_that_leaves_nothing_can_be_taken_off(window: Window) -> None:
    press(K.Key_F, held=CTRL)
    type_text("museum")
    chips = {chip.text(): chip for chip in window.page.findChildren(FilterChip)}
    chips["Laatste vier weken"].click()
    assert found(window) == []
    said = [each.text() for each in window.page.findChildren(Label) if each.isVisible()]
    assert any("in het deel dat je koos" in text for text in said)
    (wider,) = (
        each
        for each in window.page.findChildren(Button)
        if each.isVisible() and each.text() == "Zoek in alles"
    )
    wider.click()
    assert found(window) == ["Milan van der Berg"]
    assert not chips["Laatste vier weken"].isChecked()
