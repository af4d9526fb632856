"""The page Names with real key presses."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from builders import student
from klasgenoot.app.language import Speaker
from klasgenoot.domain.answering import Mode, Outcome
from klasgenoot.domain.memory import Direction, Rating
from klasgenoot.domain.people import ClassId, StudentId
from klasgenoot.domain.settings import Language
from klasgenoot.domain.verdict import Verdict
from klasgenoot.operations.classes import add_class, plan_first_lesson
from klasgenoot.operations.practice import answer_card
from klasgenoot.operations.students import add_student, edit_student
from klasgenoot.store import students
from klasgenoot.store.photos import StoredPhoto, keep_photo
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.chips import FilterChip
from klasgenoot.ui.kit.choice import Check, Dropdown
from klasgenoot.ui.kit.curve import DeadlineCurve
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.levels import LevelBar
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.page import Density
from klasgenoot.ui.kit.tile_grid import TileGrid
from klasgenoot.ui.pages.names.more import More
from klasgenoot.ui.pages.names.offer_card import OfferCard
from klasgenoot.ui.pages.names.page import SIDE, NamesPage
from klasgenoot.ui.pages.names.ways import WayButton
from klasgenoot.viewmodels.names import NamesViewModel
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId, Target
from made_files import jpeg
from ui.kit_looks import RESOURCES
from worlds import settle


@pytest.fixture
def class_id(session: Session) -> ClassId:
    return session.do(add_class, name="CMV-1B", first_lesson=date(2026, 9, 1))


@pytest.fixture
def people(session: Session, class_id: ClassId) -> list[StudentId]:
    return [add(session, class_id, number) for number in range(5)]


def add(session: Session, class_id: ClassId, number: int, *, with_photo: bool = True) -> StudentId:
    photo = None
    if with_photo:
        picture = jpeg(80 + number, 100)
        photo = keep_photo(session.vault, StoredPhoto(picture, picture, 80 + number, 100))
    draft = student(number, photo=photo)
    return session.do(add_student, class_id=class_id, draft=draft, joined=date(2026, 9, 1))


def opened(look: Look, session: Session, qtbot: QtBot) -> NamesPage:
    page = NamesPage(look, NamesViewModel(session))
    page.resize(1200, 800)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.arrive(Target(PageId.NAMES))
    return page


@pytest.fixture
def page(look: Look, session: Session, people: list[StudentId], qtbot: QtBot) -> NamesPage:
    return opened(look, session, qtbot)


def press(*keys: Qt.Key) -> None:
    """Presses keys where the keyboard is."""
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)


def texts(page: NamesPage) -> list[str]:
    """Every text that can be read, from labels and buttons."""
    labels = [label.text() for label in page.findChildren(Label) if label.isVisible()]
    return labels + [b.text() for b in page.findChildren(Button) if b.isVisible()]


def asked(page: NamesPage, qtbot: QtBot, *keys: Qt.Key) -> Target:
    """What the page asks to open when keys are pressed."""
    with qtbot.waitSignal(page.open_requested) as asking:
        press(*keys)
    assert asking.args is not None
    target = asking.args[0]
    assert isinstance(target, Target)
    return target


def test_enter_starts_practice_right_after_the_page_is_opened(page: NamesPage, qtbot: QtBot):
    assert asked(page, qtbot, Qt.Key.Key_Return) == Target(PageId.PRACTICE, way=Mode.TYPED.value)


def test_key_2_chooses_to_judge_oneself(page: NamesPage, qtbot: QtBot):
    press(Qt.Key.Key_2)
    target = asked(page, qtbot, Qt.Key.Key_Return)
    assert target == Target(PageId.PRACTICE, way=Mode.SELF_GRADED.value)


def test_the_way_is_one_tab_stop_with_arrow_keys_inside(page: NamesPage, qtbot: QtBot):
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget().accessibleName() == "Type the name"
    press(Qt.Key.Key_Down)
    assert QApplication.focusWidget().accessibleName() == "Judge yourself"


def test_the_keyboard_stays_on_the_page_when_another_class_comes(
    look: Look, session: Session, class_id: ClassId, people: list[StudentId], qtbot: QtBot
):
    empty = session.do(add_class, name="CMV-1C", first_lesson=None)
    session.choose_class(class_id)
    around = QWidget()
    beside = QLineEdit()  # as the search field is, beside the page
    page = NamesPage(look, NamesViewModel(session))
    row = QHBoxLayout(around)
    row.addWidget(beside)
    row.addWidget(page)
    around.resize(1400, 800)
    qtbot.addWidget(around)
    with qtbot.waitActive(around):
        around.show()
        around.activateWindow()
    page.arrive(Target(PageId.NAMES))
    session.choose_class(empty)
    assert QApplication.focusWidget().text() == "Import a class"
    session.choose_class(class_id)
    press(Qt.Key.Key_2)
    target = asked(page, qtbot, Qt.Key.Key_Return)
    assert target == Target(PageId.PRACTICE, way=Mode.SELF_GRADED.value)
    beside.setFocus()
    session.choose_class(empty)
    assert beside.hasFocus()


def test_enter_chooses_a_way_and_once_more_begins(page: NamesPage, qtbot: QtBot):
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    target = asked(page, qtbot, Qt.Key.Key_Return)
    assert target == Target(PageId.PRACTICE, way=Mode.SELF_GRADED.value)


def test_a_figure_takes_the_keyboard_along_among_the_ways(page: NamesPage, qtbot: QtBot):
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_4)
    assert QApplication.focusWidget().accessibleName() == "Find the face"


def test_enter_on_a_tile_opens_the_student(page: NamesPage, people: list[StudentId], qtbot: QtBot):
    page.findChild(TileGrid).setFocus()
    target = asked(page, qtbot, Qt.Key.Key_N, Qt.Key.Key_Return)
    assert target == Target(PageId.STUDENT, student=people[2])


def test_names_can_be_hidden_and_stay_hidden(
    page: NamesPage, look: Look, session: Session, qtbot: QtBot
):
    switch = page._names_shown
    switch.setFocus()
    press(Qt.Key.Key_Space)
    assert not session.settings.names_shown
    grid = opened(look, session, qtbot).findChild(TileGrid)
    sentence = grid.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert sentence == "photo, name hidden, new"


def test_a_filter_narrows_the_tiles(
    page: NamesPage, session: Session, people: list[StudentId], qtbot: QtBot
):
    session.do(
        answer_card,
        student_id=people[0],
        direction=Direction.FACE_TO_NAME,
        outcome=Outcome(verdict=Verdict.RIGHT),
        rating=Rating.EASY,
        at=session.now(),
    )
    chips = page.findChildren(FilterChip)
    assert [chip.text() for chip in chips] == ["All 5", "To learn 4"]
    chips[1].click()
    assert page.findChild(TileGrid).model().rowCount() == 4
    assert "1" in texts(page)  # of 5 names


def test_all_known_offers_to_practise_anyway(
    look: Look, session: Session, people: list[StudentId], qtbot: QtBot
):
    for who in people:
        session.do(
            answer_card,
            student_id=who,
            direction=Direction.FACE_TO_NAME,
            outcome=Outcome(verdict=Verdict.RIGHT),
            rating=Rating.EASY,
            at=session.now(),
        )
    page = opened(look, session, qtbot)
    assert "You know all 5 name(s). A short repeat in 8 day(s)." in texts(page)
    target = asked(page, qtbot, Qt.Key.Key_Return)
    assert target == Target(PageId.PRACTICE, way=Mode.TYPED.value, act="anyway")


def test_an_empty_class_leads_to_importing(
    look: Look, session: Session, class_id: ClassId, qtbot: QtBot
):
    page = opened(look, session, qtbot)
    assert "The faces of this class come here." in texts(page)
    button = next(b for b in page.findChildren(Button) if b.text() == "Import a class")
    with qtbot.waitSignal(page.open_requested) as asking:
        button.click()
    assert asking.args == [Target(PageId.IMPORT)]


def test_a_class_without_photos_leads_to_adding_them(
    look: Look, session: Session, class_id: ClassId, qtbot: QtBot
):
    add(session, class_id, 0, with_photo=False)
    page = opened(look, session, qtbot)
    assert "There are no photos of this class yet." in texts(page)
    add(session, class_id, 1)
    assert "1 student(s) without a photo" in texts(page)


@pytest.mark.parametrize(("width", "height"), [(780, 560), (1072, 700), (1688, 1024)])
def test_nothing_is_narrower_than_its_text(page: NamesPage, width: int, height: int):
    page.resize(width, height)
    QApplication.processEvents()
    for button in page.findChildren(Button):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width()


@pytest.mark.parametrize("language", Language)
def test_what_the_plan_leads_to_stands_on_one_line_each_in_a_small_window(
    look: Look, session: Session, class_id: ClassId, qtbot: QtBot, language: Language
):
    ahead = session.today() + timedelta(days=9)
    for each in (class_id, session.do(add_class, name="CMV-1C", first_lesson=ahead)):
        session.do(plan_first_lesson, class_id=each, on=ahead)
        for number in range(8):
            add(session, each, number)
    speaker, before = Speaker(RESOURCES / "translations"), QLocale()
    speaker.speak(language)
    try:
        page = opened(look, session, qtbot)
        page.resize(816, 644)  # as beside the sidebar at 1024
        card = page.findChild(OfferCard)
        assert card is not None
        card._known.setText("88")
        QApplication.processEvents()
        for label in (card._total, card._countdown):
            assert label.isVisible()
            assert label.heightForWidth(label.width()) == label.heightForWidth(2000)
        page.close_work()
    finally:
        speaker.fall_silent()
        QLocale.setDefault(before)


def test_until_the_first_lesson_the_minutes_are_chosen_with_keys(
    look: Look, session: Session, class_id: ClassId, people: list[StudentId], qtbot: QtBot
):
    session.do(plan_first_lesson, class_id=class_id, on=session.today() + timedelta(days=9))
    view_model = NamesViewModel(session)
    page = NamesPage(look, view_model)
    page.resize(1200, 800)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.arrive(Target(PageId.NAMES))
    qtbot.waitUntil(lambda: bool(view_model.deadline.sentence))
    minutes = page.findChild(Dropdown)
    assert minutes is not None
    assert minutes.isVisible()
    assert page.findChild(LevelBar).isHidden()
    assert minutes.currentText() == "6 min: 4 of 5"
    minutes.setFocus()
    QTest.keyClick(minutes, Qt.Key.Key_Up)
    assert session.settings.practice_minutes < 6
    page.close_work()


def test_after_the_first_lesson_there_is_a_bar_and_no_forecast(page: NamesPage):
    assert page.findChild(LevelBar).isVisible()
    assert page.findChild(Dropdown).isHidden()
    assert page.findChild(DeadlineCurve).isHidden()


@pytest.mark.parametrize(
    ("key", "target"),
    [
        (Qt.Key.Key_8, Target(PageId.SWEEP)),
        (Qt.Key.Key_9, Target(PageId.PRACTICE, way=Mode.TYPED.value, act="before_class")),
        (Qt.Key.Key_0, Target(PageId.PROGRESS)),
    ],
)
def test_a_key_opens_what_there_is_besides(
    page: NamesPage, qtbot: QtBot, key: Qt.Key, target: Target
):
    assert asked(page, qtbot, key) == target


def mix_up(session: Session, one: StudentId, other: StudentId) -> None:
    session.do(
        answer_card,
        student_id=one,
        direction=Direction.FACE_TO_NAME,
        outcome=Outcome(verdict=Verdict.MIXED_UP, said=other),
        rating=Rating.AGAIN,
        at=session.now(),
    )


def test_look_alikes_are_offered_once_two_names_were_mixed_up_twice(
    page: NamesPage, session: Session, people: list[StudentId], qtbot: QtBot
):
    one, other, *_ = people
    mix_up(session, one, other)
    assert "Look-alikes" not in texts(page)
    press(Qt.Key.Key_Minus)  # there are no such two: nothing happens
    mix_up(session, other, one)
    assert "Look-alikes" in texts(page)
    target = asked(page, qtbot, Qt.Key.Key_Minus)
    assert target.page is PageId.LOOK_ALIKES
    assert {target.student, target.other} == {one, other}


def test_listening_is_a_way_once_a_name_is_known_by_sound(
    page: NamesPage, session: Session, people: list[StudentId], qtbot: QtBot
):
    ways = {each.accessibleName(): each for each in page.findChildren(WayButton)}
    assert ways["Listen"].isHidden()
    press(Qt.Key.Key_3)
    press(Qt.Key.Key_5)  # there is nothing to listen to: it stays as it is
    assert asked(page, qtbot, Qt.Key.Key_Return).way == Mode.CHOOSE_NAME.value
    known = students.student(session.vault, people[0])
    assert known is not None
    session.do(edit_student, changed=replace(known, pronunciation="SAN-nuh"))
    assert not ways["Listen"].isHidden()
    press(Qt.Key.Key_5)
    assert asked(page, qtbot, Qt.Key.Key_Return).way == Mode.LISTEN.value


def test_another_class_with_a_first_lesson_ahead_shares_the_minutes_until_it_is_unticked(
    look: Look, session: Session, class_id: ClassId, people: list[StudentId], qtbot: QtBot
):
    ahead = session.today() + timedelta(days=9)
    session.do(plan_first_lesson, class_id=class_id, on=ahead)
    other = session.do(add_class, name="CMV-1C", first_lesson=ahead)
    for number in range(5, 8):
        add(session, other, number)
    session.choose_class(class_id)
    page = opened(look, session, qtbot)
    tick = page.findChild(Check)
    assert tick is not None
    assert tick.isVisible()
    assert (tick.text(), tick.isChecked()) == ("Together with CMV-1C", True)
    assert any("of 8 name" in text for text in texts(page))
    tick.setFocus()
    press(Qt.Key.Key_Space)
    assert session.settings.practise_together is False
    assert any("of 5 name" in text for text in texts(page))
    assert tick.isVisible()  # it can be ticked again
    page.close_work()


def test_minutes_are_worked_out_when_the_teacher_wants_that(
    look: Look, session: Session, class_id: ClassId, people: list[StudentId], qtbot: QtBot
):
    session.do(plan_first_lesson, class_id=class_id, on=session.today() + timedelta(days=9))
    page = opened(look, session, qtbot)
    deadline = page._view_model.deadline
    qtbot.waitUntil(lambda: bool(deadline.sentence))
    minutes = page.findChild(Dropdown)
    minutes.setFocus()
    QTest.keyClick(minutes, Qt.Key.Key_End)
    assert session.settings.practice_worked_out is True
    qtbot.waitUntil(lambda: "worked out" in minutes.currentText())
    page.close_work()


@pytest.mark.parametrize(("height", "explained"), [(440, 1), (760, 4)])
def test_where_height_is_short_only_the_chosen_way_is_explained(
    page: NamesPage, height: int, explained: int
):
    page.resize(1200, height)
    QApplication.processEvents()
    lines = {"see a face, type the name", "think of the name, then look", "quicker and easier"}
    lines.add("read the name, point at the photo")
    assert len(lines & set(texts(page))) == explained


def test_where_the_page_scrolls_the_tiles_do_not_and_the_keyboard_stays_in_sight(
    page: NamesPage, session: Session, class_id: ClassId
):
    for number in range(5, 25):
        add(session, class_id, number)
    page.resize(820, 400)
    settle()
    grid = page.findChild(TileGrid)
    scroll = page.findChild(QScrollArea)
    assert grid.verticalScrollBar().maximum() == 0
    assert scroll.verticalScrollBar().maximum() > 0
    grid.setFocus()
    press(Qt.Key.Key_End)
    settle()
    tile = grid.visualRect(grid.currentIndex())
    place = grid.viewport().mapTo(scroll.viewport(), tile.bottomLeft())
    assert 0 < place.y() <= scroll.viewport().height()


def test_the_side_is_narrow_again_as_soon_as_nobody_looks_alike(page: NamesPage):
    more = page._more
    more.keys["-"].setText("Dubbelgangers, en dat is een heel lang woord")
    widths = []
    for pair in (None, Target(PageId.LOOK_ALIKES), None):
        more.offer_look_alikes(pair)
        page._arrange()
        widths.append(page._side.minimumWidth())
    assert widths[0] == widths[2] < widths[1]


def test_what_there_is_besides_takes_no_room_from_the_faces_in_dutch_either(
    look: Look, qtbot: QtBot
):
    more = More(look)
    qtbot.addWidget(more)
    dutch = ("Klasronde", "Vijf minuten", "Voortgang", "Dubbelgangers")
    for button, words in zip(more.keys.values(), dutch, strict=True):
        button.setText(words)
    more.offer_look_alikes(Target(PageId.LOOK_ALIKES))
    more.show()
    assert more.minimumSizeHint().width() <= SIDE[Density.REGULAR]
