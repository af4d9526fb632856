"""The page Needs with real keys: totals typed, what was done written, the class told."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from builders import TODAY, school_class
from klasgenoot.store import needs
from klasgenoot.ui.kit.choice import Check
from klasgenoot.ui.kit.field import Field, TextBox
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.pages.needs.page import NeedsPage
from klasgenoot.viewmodels.needs import NeedsViewModel
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId, Target

TEXTS = Path(__file__).parents[2] / "resources" / "needs"


class Page(NeedsPage):
    """The page, with answers to where files are."""

    where: Path | None = None

    def ask_where(self, name: str) -> Path | None:
        return self.where / name if self.where else None

    def ask_which(self) -> Path | None:
        return self.where


@pytest.fixture
def page(look: Look, session: Session, qtbot: QtBot) -> Page:
    school_class(session.desk)
    made = Page(look, NeedsViewModel(session, texts=TEXTS))
    made.resize(1200, 900)
    qtbot.addWidget(made)
    made.show()
    made.arrive(Target(PageId.NEEDS))
    return made


def fields(page: Page) -> dict[str, Field]:
    found = page.findChildren(Field)
    return {each.accessibleName(): each for each in found if each.isVisible()}


def test_totals_are_typed_saved_and_answered(page: Page, session: Session) -> None:
    QTest.keyClick(page._type, Qt.Key.Key_Space)
    asked = fields(page)
    forms = asked["How many forms came back?"]
    assert forms.hasFocus()
    QTest.keyClicks(forms, "13")
    fast = asked["Hoe is het tempo in de les? Te snel"]
    QTest.keyClicks(fast, "9x")
    assert fast.text() == "9"
    QTest.keyClick(fast, Qt.Key.Key_Return)
    class_id = session.classes[0].id
    (known,) = needs.all_asked(session.vault, class_id)
    assert (known.answers, dict(known.counts)) == (13, {("pace", "fast"): 9})
    assert fields(page) == {}

    did = page.findChild(TextBox)
    assert did is not None
    QTest.keyClicks(did, "een rustiger begin")
    told = page.findChild(Check)
    assert told is not None
    QTest.keyClick(told, Qt.Key.Key_Space)
    (known,) = needs.all_asked(session.vault, class_id)
    assert (known.did, known.told_on) == ("een rustiger begin", TODAY)
    session.undo()
    assert not told.isChecked()


def test_the_keyboard_begins_with_what_comes_next(page: Page, session: Session) -> None:
    assert page._print.hasFocus()
    QTest.keyClick(page._type, Qt.Key.Key_Space)
    forms = fields(page)["How many forms came back?"]
    page.arrive(Target(PageId.NEEDS))
    assert forms.hasFocus()
    QTest.keyClicks(forms, "13")
    QTest.keyClicks(fields(page)["Hoe is het tempo in de les? Te snel"], "9")
    QTest.keyClick(forms, Qt.Key.Key_Return)
    did, told = page.findChild(TextBox), page.findChild(Check)
    assert did is not None
    assert told is not None
    assert did.hasFocus()
    page._view_model.answer("een rustiger begin")
    page.arrive(Target(PageId.NEEDS))
    assert told.hasFocus()
    page._view_model.tell("een rustiger begin", told=True)
    page.arrive(Target(PageId.NEEDS))
    assert page._type.hasFocus()


def test_in_a_narrow_window_the_page_begins_at_its_top(page: Page, qtbot: QtBot) -> None:
    page.resize(816, 500)
    QApplication.processEvents()
    page.arrive(Target(PageId.NEEDS))
    area = page.findChild(QScrollArea)
    assert area is not None
    area.ensureWidgetVisible(page._print)
    assert area.verticalScrollBar().value() > 0
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() == 0)
    assert page._print.hasFocus()


def test_in_a_narrow_window_what_comes_next_is_always_in_sight(page: Page, qtbot: QtBot) -> None:
    page.resize(816, 500)
    view = page.scroll_area.viewport()

    def in_sight() -> bool:
        there = QApplication.focusWidget()
        assert there is not None
        return view.rect().contains(there.mapTo(view, there.rect().center()))

    page._type.setFocus()
    page.scroll_area.ensureWidgetVisible(page._type)
    QTest.keyClick(page._type, Qt.Key.Key_Space)
    forms = fields(page)["How many forms came back?"]
    assert forms.hasFocus()
    qtbot.waitUntil(in_sight)
    QTest.keyClicks(forms, "13")
    QTest.keyClicks(fields(page)["Hoe is het tempo in de les? Te snel"], "9")
    QTest.keyClick(forms, Qt.Key.Key_Return)
    assert isinstance(QApplication.focusWidget(), TextBox)
    qtbot.waitUntil(in_sight)


def test_where_the_form_was_saved_it_is_said(page: Page, tmp_path: Path) -> None:
    page.where = tmp_path
    QTest.keyClick(page._print, Qt.Key.Key_Space)
    said = [each.text() for each in page.findChildren(Label) if each.isVisible()]
    assert "Saved. Print it and hand it out; nobody is named." in said


def test_without_a_single_answer_nothing_is_saved_and_it_is_said(page: Page) -> None:
    QTest.keyClick(page._type, Qt.Key.Key_Space)
    field = fields(page)["How many forms came back?"]
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "at least one answer" in page._editor._trouble.text()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert fields(page) == {}


def test_after_a_file_that_says_nothing_the_keyboard_is_still_at_its_button(
    page: Page, tmp_path: Path, qtbot: QtBot
) -> None:
    page.where = tmp_path / "klas.csv"
    page.where.write_text("Naam;Klas\nSanne;CMV-1B\n")
    page._read.setFocus()
    QTest.keyClick(page._read, Qt.Key.Key_Space)
    QTest.keyClick(page._read, Qt.Key.Key_Space)  # once more while it is being read does nothing
    qtbot.waitUntil(lambda: "klas.csv" in page._said.text(), timeout=20_000)
    assert page._read.hasFocus()


def test_the_form_is_one_page_without_a_place_for_a_name(page: Page, tmp_path: Path) -> None:
    page.where = tmp_path
    page._print.click()
    (file,) = tmp_path.iterdir()
    data = file.read_bytes()
    assert data.startswith(b"%PDF")
    assert data.count(b"/Type /Page\n") == 1


def test_half_typed_totals_come_back_after_the_lock(
    page: Page, look: Look, session: Session, qtbot: QtBot
) -> None:
    QTest.keyClick(page._type, Qt.Key.Key_Space)
    QTest.keyClicks(fields(page)["How many forms came back?"], "13")
    QTest.keyClicks(fields(page)["Hoe is het tempo in de les? Te snel"], "9")
    said = json.loads(json.dumps(page.place()))

    other = Page(look, NeedsViewModel(session, texts=TEXTS))
    qtbot.addWidget(other)
    other.show()
    other.arrive(Target(PageId.NEEDS))
    other.take_place(said)
    assert other._editor.typed == page._editor.typed
    assert other._editor.typed[1]["pace", "fast"] == 9
