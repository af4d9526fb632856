"""The page Talk round with real keys: plan, speak, move on, leave out."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from builders import TODAY, school_class
from klasgenoot.operations.talk_rounds import hold_talk, start_ten_days
from klasgenoot.store import exports
from klasgenoot.store.contacts import contacts_of
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.field import TextBox
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.pages.talks.face_button import FaceButton
from klasgenoot.ui.pages.talks.page import TalksPage
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.talks import TalksViewModel
from klasgenoot.viewmodels.talks_leaving import TalksLeaving
from klasgenoot.viewmodels.target import PROMISE, WITH_ONE, PageId, Target
from klasgenoot.viewmodels.ten_days import TenDaysViewModel


class Page(TalksPage):
    """The page, with an answer to where files go."""

    where: Path | None = None

    def ask_where(self, name: str, _kinds: str) -> Path | None:
        return self.where / name if self.where else None


@pytest.fixture
def page(look: Look, session: Session, qtbot: QtBot) -> Page:
    talks = TalksViewModel(session)
    made = Page(
        look, talks, ten_days=TenDaysViewModel(session), leaving=TalksLeaving(session, talks)
    )
    made.resize(1200, 900)
    qtbot.addWidget(made)
    made.show()
    return made


def focus() -> object:
    return QApplication.focusWidget()


def faces(page: Page) -> list[FaceButton]:
    return [each for each in page.findChildren(FaceButton) if each.isVisible()]


def test_the_keys_that_browsers_have_for_it_lead_back(page: Page, session: Session) -> None:
    school_class(session.desk)
    page.arrive(Target(PageId.TALKS))
    page.activateWindow()
    went: list[Target] = []
    page.open_requested.connect(went.append)
    QTest.keyClick(focus(), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)  # type: ignore[arg-type] # the button to plan
    assert went == [Target(PageId.CHECK_INS)]


def test_a_round_is_planned_and_the_first_talk_held_with_keys_alone(
    page: Page, session: Session
) -> None:
    _, ids = school_class(session.desk)
    page.arrive(Target(PageId.TALKS))
    page.activateWindow()
    assert not any(face.isEnabled() for face in faces(page))
    QTest.keyClick(focus(), Qt.Key.Key_Space)  # type: ignore[arg-type] # the button to plan
    assert sum(face.isEnabled() for face in faces(page)) == len(ids)
    first = next(face for face in faces(page) if face.is_chosen)

    line = page.findChild(TextBox)
    assert line is not None
    line.setFocus()
    QTest.keyClicks(line, "nieuwe kamer")
    QTest.keyClick(line, Qt.Key.Key_Return)
    said = [contact.text for who in ids for contact in contacts_of(session.vault, who)]
    assert said == ["nieuwe kamer"]
    assert line.toPlainText() == ""
    assert first.text() not in [each.text() for each in faces(page) if each.is_chosen]
    assert focus() is line


@pytest.mark.parametrize("comes_back", [False, True])
def test_a_sentence_typed_at_once_is_that_of_the_first_talk(
    page: Page, session: Session, *, comes_back: bool
) -> None:
    _, ids = school_class(session.desk, size=3)
    page.arrive(Target(PageId.TALKS))
    page.activateWindow()
    QTest.keyClick(focus(), Qt.Key.Key_Space)  # type: ignore[arg-type] # the button to plan
    if comes_back:
        page.arrive(Target(PageId.TALKS))
    for _ in ids:
        QTest.keyClicks(focus(), "ging heel goed")  # type: ignore[arg-type] # the line
        QTest.keyClick(focus(), Qt.Key.Key_Return)  # type: ignore[arg-type] # the line
    said = [contact.text for who in ids for contact in contacts_of(session.vault, who)]
    assert said == ["ging heel goed"] * 3
    assert any(each.text() == "Everybody had a talk." for each in page.findChildren(Label))
    there = focus()
    assert isinstance(there, QWidget)
    assert page.isAncestorOf(there)


def test_a_face_is_put_in_front_with_arrows_and_enter(page: Page, session: Session) -> None:
    school_class(session.desk)
    page.arrive(Target(PageId.TALKS))
    QTest.keyClick(focus(), Qt.Key.Key_Space)  # type: ignore[arg-type] # the button to plan
    chosen = next(face for face in faces(page) if face.is_chosen)
    chosen.setFocus()
    QTest.keyClick(chosen, Qt.Key.Key_Down)
    there = focus()
    assert isinstance(there, FaceButton)
    name = there.text()
    QTest.keyClick(there, Qt.Key.Key_Return)
    assert next(face for face in faces(page) if face.is_chosen).text() == name
    assert isinstance(focus(), FaceButton)


def test_whose_talk_it_was_and_a_half_typed_line_come_back(page: Page, session: Session) -> None:
    school_class(session.desk)
    page.arrive(Target(PageId.TALKS))
    QTest.keyClick(focus(), Qt.Key.Key_Space)  # type: ignore[arg-type] # the button to plan
    faces(page)[3].click()
    name = faces(page)[3].text()
    page._turn.fill("nieuwe ka")
    said = page.place()
    faces(page)[0].click()
    assert page.place()["typed"] == ""
    page.take_place(said)
    assert next(face for face in faces(page) if face.is_chosen).text() == name
    assert page.place() == said


def test_ten_days_come_in_order_for_tab_and_keep_clear_of_stopping(
    page: Page, session: Session
) -> None:
    school_class(session.desk)
    page.arrive(Target(PageId.TALKS))
    page.activateWindow()
    begin = next(each for each in page.findChildren(Button) if each.text() == "Begin")
    begin.setFocus()
    QTest.keyClick(begin, Qt.Key.Key_Space)
    for name in ("With whom?", "Stop with Noor", "Spoken with Noor"):
        QTest.keyClick(focus(), Qt.Key.Key_Backtab)  # type: ignore[arg-type] # a widget
        assert focus().accessibleName() == name  # type: ignore[attr-defined]
    QTest.keyClick(focus(), Qt.Key.Key_Space)  # type: ignore[arg-type] # a widget
    assert focus().accessibleName() == "With whom?"  # type: ignore[attr-defined]


def test_the_tenth_day_ends_with_a_sentence_and_what_comes_next(
    page: Page, session: Session
) -> None:
    class_id, (who, *_) = school_class(session.desk)
    begun = TODAY - timedelta(days=9)
    number = session.do(start_ten_days, class_id=class_id, student_id=who, on=begun)
    for day in range(9):
        on = begun + timedelta(days=day)
        session.do(hold_talk, round_id=number, student_id=who, on=on)
    asked: list[Target] = []
    page.open_requested.connect(asked.append)
    page.arrive(Target(PageId.TALKS, act=WITH_ONE))
    page.activateWindow()
    assert focus().accessibleName() == "Spoken with Sanne"  # type: ignore[attr-defined]
    QTest.keyClick(focus(), Qt.Key.Key_Return)  # type: ignore[arg-type] # a widget
    said = [each.text() for each in page.findChildren(Label) if each.isVisible()]
    assert "Ten days with Sanne are complete." in said
    assert focus().text() == "Agree on a day…"  # type: ignore[attr-defined]
    QTest.keyClick(focus(), Qt.Key.Key_Return)  # type: ignore[arg-type] # a widget
    assert asked == [Target(PageId.STUDENT, student=who, act=PROMISE)]


def test_who_stops_the_round_can_plan_one_at_once(page: Page, session: Session) -> None:
    school_class(session.desk)
    page.arrive(Target(PageId.TALKS))
    page.activateWindow()
    start = focus()
    QTest.keyClick(start, Qt.Key.Key_Space)  # type: ignore[arg-type] # the button to plan
    stop = next(each for each in page.findChildren(Button) if each.text() == "End the round")
    stop.setFocus()
    QTest.keyClick(stop, Qt.Key.Key_Space)
    assert focus() is start


def test_the_plan_is_printed_and_kept_in_the_log(
    page: Page, session: Session, tmp_path: Path
) -> None:
    school_class(session.desk)
    page.arrive(Target(PageId.TALKS))
    QTest.keyClick(focus(), Qt.Key.Key_Space)  # type: ignore[arg-type] # the button to plan
    page.where = tmp_path
    page._round.to_print.click()
    (file,) = tmp_path.iterdir()
    assert file.read_bytes().startswith(b"%PDF")
    (record,) = exports.all_exports(session.vault)
    assert record.count == 5
    said = next(e for e in page.findChildren(Label) if e.text().startswith("Saved. The file"))
    assert page._round.isAncestorOf(said), "beside the button, in sight in a low window too"
    QTest.keyClick(page._round.to_print, Qt.Key.Key_Tab)
    page._round.end_requested.emit()
    assert not said.isVisible()


def test_in_a_low_window_the_first_talk_of_a_new_round_is_in_sight(
    page: Page, session: Session, qtbot: QtBot
) -> None:
    school_class(session.desk)
    page.resize(800, 420)
    page.arrive(Target(PageId.TALKS))
    page.activateWindow()
    there = page._start.start
    page.scroll_area.ensureWidgetVisible(there)
    QTest.keyClick(there, Qt.Key.Key_Space)
    turn, view = page._turn.spoken, page.scroll_area.viewport()
    assert isinstance(focus(), TextBox)
    qtbot.waitUntil(lambda: view.rect().contains(turn.mapTo(view, turn.rect().center())))


def test_a_class_without_students_says_what_comes_here(page: Page, session: Session) -> None:
    school_class(session.desk, size=0)
    page.arrive(Target(PageId.TALKS))
    assert faces(page) == []
