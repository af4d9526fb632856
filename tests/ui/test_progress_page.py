"""The page Progress: everything can be read, reached with keys, and leads on."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from builders import student, sweep_kept
from klasgenoot.domain.answering import Outcome
from klasgenoot.domain.memory import Direction, Rating, day_of
from klasgenoot.domain.people import ClassId, StudentId
from klasgenoot.domain.sweep import SweepResult
from klasgenoot.domain.verdict import Verdict
from klasgenoot.operations.classes import add_class, plan_first_lesson
from klasgenoot.operations.practice import answer_card
from klasgenoot.operations.students import add_student
from klasgenoot.store.photos import StoredPhoto, keep_photo
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.levels import LevelBar
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.road_chart import RoadChart
from klasgenoot.ui.pages.progress.class_faces import ClassFaces
from klasgenoot.ui.pages.progress.page import ProgressPage
from klasgenoot.ui.pages.progress.pairs_card import PairRow
from klasgenoot.ui.pages.progress.sweep_dots import SweepDots, places_of
from klasgenoot.viewmodels.progress import ProgressViewModel
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.sweep_chart import SweepPoint, sweep_chart
from klasgenoot.viewmodels.target import PageId, Target
from made_files import jpeg

FACE = Direction.FACE_TO_NAME
KEY = Qt.Key


@pytest.fixture
def class_id(session: Session) -> ClassId:
    return session.do(add_class, name="CMV-1B", first_lesson=date(2026, 9, 1))


@pytest.fixture
def people(session: Session, class_id: ClassId) -> list[StudentId]:
    return [add(session, class_id, number) for number in range(5)]


def add(session: Session, class_id: ClassId, number: int) -> StudentId:
    picture = jpeg(80 + number, 100)
    photo = keep_photo(session.vault, StoredPhoto(picture, picture, 80 + number, 100))
    draft = student(number, photo=photo)
    return session.do(add_student, class_id=class_id, draft=draft, joined=date(2026, 9, 1))


def opened(look: Look, session: Session, qtbot: QtBot) -> ProgressPage:
    page = ProgressPage(look, ProgressViewModel(session))
    page.resize(1200, 800)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.arrive(Target(PageId.PROGRESS))
    return page


@pytest.fixture
def page(look: Look, session: Session, people: list[StudentId], qtbot: QtBot) -> ProgressPage:
    return opened(look, session, qtbot)


def answer(session: Session, who: StudentId, *, said: StudentId | None = None) -> None:
    session.do(
        answer_card,
        student_id=who,
        direction=FACE,
        outcome=Outcome(verdict=Verdict.MIXED_UP if said else Verdict.RIGHT, said=said),
        rating=None if said else Rating.EASY,
        at=session.now() - timedelta(days=1),
    )


def keep(session: Session, class_id: ClassId, *, known: int, asked: int) -> None:
    day = day_of(session.now())
    result = SweepResult(taken_on=day, known=known, asked=asked, seconds=60.0)
    session.do(sweep_kept, class_id=class_id, result=result)


def texts(page: ProgressPage) -> list[str]:
    return [label.text() for label in page.findChildren(Label) if label.isVisible()]


def button(page: ProgressPage, text: str) -> Button:
    return next(b for b in page.findChildren(Button) if b.text() == text and b.isVisible())


def asked(page: ProgressPage, qtbot: QtBot, *keys: Qt.Key) -> Target:
    """What the page asks to open when keys are pressed."""
    with qtbot.waitSignal(page.open_requested) as asking:
        for key in keys:
            QTest.keyClick(QApplication.focusWidget(), key)
    assert asking.args is not None
    return asking.args[0]


def test_enter_starts_practice_right_after_the_page_is_opened(page: ProgressPage, qtbot: QtBot):
    assert asked(page, qtbot, KEY.Key_Return) == Target(PageId.PRACTICE)


@pytest.mark.parametrize("where", ["the button", "the faces"])
def test_escape_goes_back_to_names_wherever_the_keyboard_is(
    page: ProgressPage, qtbot: QtBot, where: str
):
    if where == "the faces":
        page.findChild(ClassFaces).setFocus()
    assert asked(page, qtbot, KEY.Key_Escape) == Target(PageId.NAMES)


def test_an_empty_page_says_what_will_come_and_offers_a_sweep(page: ProgressPage, qtbot: QtBot):
    shown = " ".join(texts(page))
    assert "Once you practise, a line here shows what sticks." in shown
    assert "You mixed nobody up in the last month." in shown
    assert "Each time becomes a point here" in shown
    button(page, "Do a sweep").setFocus()
    assert asked(page, qtbot, KEY.Key_Return) == Target(PageId.SWEEP)


def test_a_class_without_students_leads_to_importing_with_enter(
    look: Look, session: Session, class_id: ClassId, qtbot: QtBot
):
    page = opened(look, session, qtbot)
    assert asked(page, qtbot, KEY.Key_Return) == Target(PageId.IMPORT)


def test_the_bar_says_in_words_how_well_the_names_are_known(
    page: ProgressPage, session: Session, people: list[StudentId]
):
    answer(session, people[0])
    assert page.findChild(LevelBar).accessibleName() == ("known 1, almost 0, learning 0, new 4")


def test_the_faces_are_one_tab_stop_as_high_as_all_of_them_and_lead_to_the_student(
    page: ProgressPage, people: list[StudentId], qtbot: QtBot
):
    faces = page.findChild(ClassFaces)
    assert faces.height() == faces.heightForWidth(faces.width())
    assert faces.verticalScrollBar().maximum() == 0
    faces.setFocus()
    target = asked(page, qtbot, KEY.Key_M, KEY.Key_Return)
    assert target == Target(PageId.STUDENT, student=people[1])


def test_a_large_class_is_shown_whole_and_the_page_scrolls(
    look: Look, session: Session, class_id: ClassId, qtbot: QtBot
):
    for number in range(60):
        add(session, class_id, number % 7)
    page = opened(look, session, qtbot)
    faces = page.findChild(ClassFaces)
    qtbot.waitUntil(lambda: faces.height() == faces.heightForWidth(faces.width()))
    last = faces.model().index(59, 0)
    assert faces.rect().contains(faces.visualRect(last))


def test_a_pair_leads_to_the_drill_once_both_are_learned(
    page: ProgressPage, session: Session, people: list[StudentId], qtbot: QtBot
):
    answer(session, people[0], said=people[1])
    assert "First learn Sanne and Milan." in texts(page)
    for who in people[:2]:
        answer(session, who)
    drill = button(page, "Practise this pair")
    assert drill.accessibleName() == "Practise this pair: Sanne and Milan"
    page.findChild(ClassFaces).setFocus()
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
    assert QApplication.focusWidget() is drill
    expected = Target(PageId.LOOK_ALIKES, student=people[0], other=people[1])
    assert asked(page, qtbot, KEY.Key_Return) == expected


def test_many_pairs_stay_behind_a_button_that_shows_them_all(
    page: ProgressPage, session: Session, class_id: ClassId, people: list[StudentId]
):
    for who in people:
        answer(session, who)
    for number in range(3):
        people.append(add(session, class_id, number))
        answer(session, people[-1])
    for who in people[1:]:
        answer(session, who, said=people[0])
    assert len([row for row in page._pairs.findChildren(PairRow) if row.isVisible()]) == 4
    more = button(page, "Show all 7 pairs")
    more.setFocus()
    QTest.keyClick(more, KEY.Key_Return)
    assert len(page._view_model.pairs) == 7
    assert QApplication.focusWidget().accessibleName().startswith("Practise this pair: ")
    assert len([row for row in page._pairs.findChildren(PairRow) if row.isVisible()]) == 7


def test_sweeps_stand_there_as_points_and_in_words(
    page: ProgressPage, session: Session, class_id: ClassId
):
    keep(session, class_id, known=3, asked=5)
    chart = page.findChild(SweepDots)
    assert "29 October: 3 of 5 names." in chart.accessibleName()
    assert "29 October: 3 of 5 names." in texts(page)
    assert any("53 %" in text for text in texts(page))
    assert not chart.grab().isNull()


def test_the_line_is_told_in_words_and_goes_on_to_a_day_that_is_aimed_for(
    page: ProgressPage,
    session: Session,
    class_id: ClassId,
    people: list[StudentId],
    qtbot: QtBot,
):
    answer(session, people[0])
    chart = page.findChild(RoadChart)
    assert chart.accessibleName() == "About 0 of 5 names would come today without help."
    first = session.today() + timedelta(days=9)
    session.do(plan_first_lesson, class_id=class_id, on=first)
    qtbot.waitUntil(lambda: "Expected on 7 November" in chart.accessibleName())
    assert not chart.grab().isNull()
    page.close_work()


@pytest.mark.parametrize("size", [(1024, 600), (640, 600), (1600, 1000)])
def test_cards_stand_beside_each_other_as_far_as_there_is_room(
    page: ProgressPage, qtbot: QtBot, size: tuple[int, int]
):
    page.resize(*size)
    cards = (page._road, page._pairs, page._sweeps)
    rows = {1024: 2, 640: 3, 1600: 1}[size[0]]
    qtbot.waitUntil(lambda: len({card.y() for card in cards}) == rows)


def test_a_class_without_students_offers_to_import_one(
    look: Look, session: Session, class_id: ClassId, qtbot: QtBot
):
    page = opened(look, session, qtbot)
    with qtbot.waitSignal(page.open_requested) as asking:
        button(page, "Import a class").click()
    assert asking.args == [Target(PageId.IMPORT)]


def test_back_leads_to_the_names(page: ProgressPage, qtbot: QtBot):
    with qtbot.waitSignal(page.open_requested) as asking:
        button(page, "Names").click()
    assert asking.args == [Target(PageId.NAMES)]


# ---- where the points of the sweeps stand ----

days = st.integers(0, 300).map(lambda day: date(2026, 1, 1) + timedelta(days=day))


def points_on(those: list[date]) -> tuple[SweepPoint, ...]:
    chart = sweep_chart(
        [SweepResult(taken_on=on, known=5, asked=10, seconds=60) for on in sorted(those)]
    )
    return chart.points if chart else ()


@given(st.lists(days, min_size=1, max_size=6))
def test_points_keep_their_order_and_their_distance_inside_the_chart(those: list[date]):
    box, apart = QRectF(0, 0, 400, 100), 60.0
    places = [place.x() for place in places_of(points_on(those), box, apart=apart)]
    assert len(places) == len(those)
    assert all(after - before > apart - 0.01 for before, after in pairwise(places))
    assert min(places) >= apart / 2 - 0.01
    assert max(places) <= 400 - apart / 2 + 0.01


def test_without_sweeps_there_is_no_point():
    assert places_of((), QRectF(0, 0, 100, 100), apart=10) == ()
