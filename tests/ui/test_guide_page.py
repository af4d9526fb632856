"""The page Guide with real key presses."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from builders import TODAY, school_class
from klasgenoot.domain.guide import Mark
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.settings import Language
from klasgenoot.operations.contacts import ContactDraft, log_contact
from klasgenoot.store import guide_marks
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.chips import Chip
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.pages.guide.page import GuidePage
from klasgenoot.ui.pages.guide.row import RowButton
from klasgenoot.ui.pages.guide.step import StepLink
from klasgenoot.viewmodels.guide import GuideViewModel
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId, Target

TEXTS = Path(__file__).resolve().parents[2] / "resources" / "guide"
K = Qt.Key
Press = Callable[..., None]


@pytest.fixture
def students(session: Session) -> list[StudentId]:
    return school_class(session.desk)[1]


@pytest.fixture
def page(look: Look, session: Session, students: list[StudentId], qtbot: QtBot) -> GuidePage:
    return opened(look, session, qtbot)


def opened(look: Look, session: Session, qtbot: QtBot) -> GuidePage:
    shown = GuidePage(look, GuideViewModel(session, texts=TEXTS))
    shown.resize(1200, 800)
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    shown.arrive(Target(PageId.GUIDE))
    qtbot.waitUntil(lambda: row(shown, 11).isVisible())
    return shown


def press(*keys: Qt.Key) -> None:
    """Presses keys where the keyboard is."""
    for key in keys:
        there = QApplication.focusWidget()
        assert there is not None
        QTest.keyClick(there, key)


def row(page: GuidePage, number: int) -> RowButton:
    return page.findChildren(RowButton)[number - 1]


def button(page: GuidePage, text: str) -> Button:
    return next(b for b in page.findChildren(Button) if b.isVisible() and b.text() == text)


def said(page: QWidget) -> list[str]:
    return [each.text() for each in page.findChildren(Label) if each.isVisible() and each.text()]


def cramped(page: QWidget) -> list[str]:
    """Texts that have less height than they need at their width."""
    shown = [each for each in page.findChildren(Label) if each.isVisible() and each.text()]
    return [each.text() for each in shown if each.height() < each.heightForWidth(each.width())]


def chips(page: QWidget) -> list[str]:
    return [chip.text() for chip in page.findChildren(Chip) if chip.isVisible()]


def marks(session: Session) -> dict[int, Mark]:
    current = session.current_class
    assert current is not None
    return {n: each.mark for n, each in guide_marks.marks_of(session.vault, current.id).items()}


def targets(page: GuidePage) -> list[Target]:
    wanted: list[Target] = []
    page.open_requested.connect(wanted.append)
    return wanted


def test_all_eleven_stand_there_with_evidence_step_and_minutes(page: GuidePage) -> None:
    rows = [each for each in page.findChildren(RowButton) if each.isVisible()]
    assert len(rows) == 11
    assert rows[0].accessibleName().startswith("1. Leer de namen")
    assert "you know 0 of 5 names" in rows[0].accessibleName()
    assert rows[0].link.accessibleName() == "Oefen vijf gezichten, 1 min"
    assert said(page).count("nothing recorded yet, and that is fine") == 8


def test_the_table_is_one_tab_stop_with_arrow_keys_inside(page: GuidePage) -> None:
    row(page, 1).setFocus()
    press(K.Key_Down, K.Key_Down)
    assert QApplication.focusWidget() is row(page, 3)
    press(K.Key_Right)
    assert QApplication.focusWidget() is row(page, 3).link
    press(K.Key_Down)
    assert QApplication.focusWidget() is row(page, 4).link
    press(K.Key_Left, K.Key_Home)
    assert QApplication.focusWidget() is row(page, 1)
    press(K.Key_Tab)
    assert not isinstance(QApplication.focusWidget(), RowButton | StepLink)


def test_enter_opens_a_recommendation_and_escape_goes_back_to_its_row(page: GuidePage) -> None:
    row(page, 4).setFocus()
    press(K.Key_Return)
    shown = said(page)
    assert "‘help studenten om met elkaar in verbinding te komen’" in shown
    assert f"Recommendation {4} of {11}" in shown
    assert not row(page, 4).isVisible()
    press(K.Key_Escape)
    assert QApplication.focusWidget() is row(page, 4)


def test_the_sentence_of_a_step_is_copied(page: GuidePage) -> None:
    row(page, 9).setFocus()
    press(K.Key_Right, K.Key_Return)  # its link leads to what to say
    QApplication.clipboard().clear()
    press(K.Key_Space)
    assert QApplication.clipboard().text().startswith("Loop je ergens op vast")
    assert button(page, "Sentence copied")


def test_a_step_on_another_page_leads_there(page: GuidePage) -> None:
    wanted = targets(page)
    for number in (1, 2, 6):
        row(page, number).link.setFocus()
        press(K.Key_Return)
    assert wanted == [
        Target(PageId.PRACTICE, act="few"),
        Target(PageId.CHECK_INS),
        Target(PageId.PHASES, act="note"),
    ]


def test_an_overdue_promise_is_this_weeks_and_leads_to_whom_it_was_made(
    page: GuidePage, session: Session, students: list[StudentId]
) -> None:
    due = TODAY - timedelta(days=1)
    draft = ContactDraft(student_ids=(students[2],), happened_on=due, follow_up=due)
    session.do(log_contact, drafts=[draft])
    wanted = targets(page)
    assert "8. Bouw aan een vertrouwensband" in said(page)
    button(page, "Kom één belofte na").setFocus()
    press(K.Key_Space)
    assert wanted == [Target(PageId.STUDENT, student=students[2])]


def test_later_moves_on_shows_the_mark_and_is_undone(
    page: GuidePage, session: Session, qtbot: QtBot
) -> None:
    assert "1. Leer de namen" in said(page)
    button(page, "Later").setFocus()
    press(K.Key_Space)
    assert marks(session) == {1: Mark.LATER}
    assert "2. Maak ruimte voor persoonlijke aandacht" in said(page)
    qtbot.waitUntil(lambda: chips(row(page, 1)) == ["Later"])
    session.undo()
    assert "1. Leer de namen" in said(page)
    assert chips(row(page, 1)) == []


def test_a_mark_is_given_and_revoked_on_the_recommendation_itself(
    page: GuidePage, session: Session
) -> None:
    row(page, 7).setFocus()
    press(K.Key_Return, K.Key_Tab)
    press(K.Key_Right, K.Key_Right, K.Key_Space)
    assert marks(session) == {7: Mark.NOT_FOR_ME}
    assert "Not for me, Thu 29 Oct" in said(page)
    press(K.Key_Space)
    assert marks(session) == {}
    assert "Not for me, Thu 29 Oct" not in said(page)


def test_next_and_previous_walk_through_all_eleven(page: GuidePage) -> None:
    row(page, 10).setFocus()
    press(K.Key_Return)
    page._after.setFocus()
    press(K.Key_Space)
    assert "Recommendation 11 of 11" in said(page)
    assert not page._after.isEnabled()
    assert page._before.isEnabled()


def test_about_the_study_shows_its_limits_and_sources(page: GuidePage) -> None:
    button(page, "About the study").setFocus()
    press(K.Key_Space)
    shown = " ".join(said(page))
    assert "Elf gesprekken op één hogeschool geven richting, geen bewijs." in shown
    assert "Adrichem" in shown
    assert "Tuckman (1965, 1977)" in shown
    press(K.Key_Escape)
    assert QApplication.focusWidget() is button(page, "About the study")


def test_with_everything_put_aside_one_plain_line_stands_there(
    page: GuidePage, session: Session
) -> None:
    for number in range(1, 12):
        page._view_model.mark(number, Mark.NOT_FOR_ME)
    assert "Nothing waits for you this week. The eleven are below." in said(page)


def test_in_english_the_dutch_words_stand_with_a_translation_called_ours(
    look: Look, session: Session, students: list[StudentId], qtbot: QtBot
) -> None:
    session.set(language=Language.ENGLISH)
    page = opened(look, session, qtbot)
    row(page, 1).setFocus()
    press(K.Key_Return)
    assert "‘leer zo snel mogelijk de namen van je studenten’" in said(page)
    ours = "Our translation: learn the names of your students as quickly as possible."
    assert ours in said(page)


def test_news_while_the_page_is_away_is_shown_on_return(
    page: GuidePage, session: Session, students: list[StudentId], qtbot: QtBot
) -> None:
    page.hide()
    session.do(log_contact, drafts=[ContactDraft(student_ids=tuple(students), happened_on=TODAY)])
    page.show()
    page.arrive(Target(PageId.GUIDE))
    qtbot.waitUntil(lambda: "all 5 seen in 4 teaching weeks" in said(page))


def test_no_grade_and_no_percentage_stands_on_the_page(page: GuidePage) -> None:
    row(page, 1)
    table = " ".join(each.accessibleName() for each in page.findChildren(RowButton))
    assert "%" not in table
    assert "score" not in table.lower()


@pytest.mark.parametrize("width", [600, 900, 1600])
@pytest.mark.parametrize("number", [None, 0, 8])
def test_every_text_has_the_room_it_needs(
    page: GuidePage, qtbot: QtBot, width: int, number: int | None
) -> None:
    page.resize(width, 700)
    if number is not None:
        page._open_number(number)
    qtbot.waitUntil(lambda: cramped(page) == [], timeout=30_000)
