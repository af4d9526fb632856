"""The page Practice with real key presses."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from builders import student
from fake_sound import FakeDevice, a_name
from klasgenoot.domain.answering import Mode, Outcome
from klasgenoot.domain.calling import told_apart
from klasgenoot.domain.memory import Direction, Rating
from klasgenoot.domain.people import ClassId, StudentId
from klasgenoot.domain.rights import PhotoAnswer
from klasgenoot.domain.summary import Result
from klasgenoot.domain.verdict import Verdict
from klasgenoot.exchange import sound_device
from klasgenoot.exchange.sounds import made_sound
from klasgenoot.operations.classes import add_class, plan_first_lesson
from klasgenoot.operations.practice import answer_card
from klasgenoot.operations.recordings import record_name
from klasgenoot.operations.rights import tell_photo
from klasgenoot.operations.students import add_student, edit_student, set_photo
from klasgenoot.store import memories, students
from klasgenoot.store.photos import StoredPhoto, keep_photo
from klasgenoot.store.sounds import StoredSound, keep_sound
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.faces import Face
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.late_faces import LatePortrait
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.road_chart import RoadChart
from klasgenoot.ui.pages.practice.hero import Hero
from klasgenoot.ui.pages.practice.options import FaceOption
from klasgenoot.ui.pages.practice.page import PracticePage
from klasgenoot.ui.pages.practice.question import KeyHint
from klasgenoot.ui.pages.practice.result_faces import GAP, ResultFaces
from klasgenoot.viewmodels.occasions import Occasion
from klasgenoot.viewmodels.practice import PracticeViewModel
from klasgenoot.viewmodels.practice_moment import Stage
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId, Target
from made_files import jpeg

K = Qt.Key
NO_KEYS = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def class_id(session: Session) -> ClassId:
    return session.do(add_class, name="CMV-1B", first_lesson=None)


@pytest.fixture
def people(session: Session, class_id: ClassId) -> list[StudentId]:
    """Sanne, Milan, Noor, Łukasz and Zoë, all due, asked in this order."""
    return [add(session, class_id, number) for number in range(5)]


def add(session: Session, class_id: ClassId, number: int, *, picture: bytes = b"") -> StudentId:
    shown = picture or jpeg(80 + number, 100)
    photo = keep_photo(session.vault, StoredPhoto(shown, shown, 80, 100))
    who = session.do(
        add_student,
        class_id=class_id,
        draft=student(number, photo=photo, note="own note" if number == 0 else ""),
        joined=date(2026, 9, 1),
    )
    session.do(
        answer_card,
        student_id=who,
        direction=Direction.FACE_TO_NAME,
        outcome=Outcome(verdict=Verdict.RIGHT),
        rating=Rating.GOOD,
        at=session.now() - timedelta(days=60 - number),
    )
    return who


class Opened:
    """The page in a window that undoes and redoes, as the app's own window does."""

    def __init__(self, look: Look, session: Session, qtbot: QtBot, *, way: Mode) -> None:
        self.view_model = PracticeViewModel(session)
        self.page = PracticePage(look, self.view_model)
        self.targets: list[Target] = []
        self.page.open_requested.connect(self.targets.append)
        self.page.resize(1280, 800)
        for keys, wish in (
            (QKeySequence.StandardKey.Undo, session.undo),
            (QKeySequence.StandardKey.Redo, session.redo),
        ):
            action = QAction(self.page)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(wish)
            self.page.addAction(action)
        qtbot.addWidget(self.page)
        with qtbot.waitActive(self.page):
            self.page.show()
            self.page.activateWindow()
        self.page.arrive(Target(PageId.PRACTICE, way=way.value))
        QApplication.processEvents()

    def press(self, *keys: Qt.Key, ctrl: bool = False) -> None:
        """Presses keys where the keyboard is."""
        for key in keys:
            there = QApplication.focusWidget() or self.page
            QTest.keyClick(there, key, CTRL if ctrl else NO_KEYS)

    def type_name(self, name: str) -> None:
        """Types a name and presses Enter."""
        QTest.keyClicks(QApplication.focusWidget(), name)
        self.press(K.Key_Return)

    @property
    def on_screen(self) -> str:
        """The stage and whose face it is about."""
        who = self.view_model.student
        return f"{self.view_model.stage.value} {who.name if who else ''}".strip()

    @property
    def texts(self) -> str:
        """Everything that can be read or heard, one per line."""
        QApplication.processEvents()
        shown = [each for each in self.page.findChildren(QWidget) if each.isVisible()]
        said = [each.accessibleName() for each in shown]
        said += [each.accessibleDescription() for each in shown]
        said += [each.toolTip() for each in shown]
        said += [each.text() for each in shown if isinstance(each, Label | Button | QLineEdit)]
        said += [self.page.window().windowTitle()]
        return "\n".join(filter(None, said))


@pytest.fixture
def opened(look: Look, session: Session, people: list[StudentId], qtbot: QtBot) -> Opened:
    return Opened(look, session, qtbot, way=Mode.TYPED)


@pytest.fixture
def judging(look: Look, session: Session, people: list[StudentId], qtbot: QtBot) -> Opened:
    return Opened(look, session, qtbot, way=Mode.SELF_GRADED)


def test_before_the_answer_no_name_can_be_read_or_heard(opened: Opened):
    assert opened.on_screen == "ask Sanne"
    for name in ("Sanne", "Hoekstra", "Milan", "Noor", "Zoë", "own note"):
        assert name not in opened.texts
    assert "photo, name hidden" in opened.texts


def test_in_judging_oneself_no_name_can_be_read_either(judging: Opened):
    assert "Sanne" not in judging.texts


def test_type_enter_enter_is_the_whole_lap(opened: Opened, session: Session):
    opened.type_name("sanne")
    assert opened.on_screen == "answered Sanne"
    assert "Right" in opened.texts
    assert "own note" in opened.texts
    opened.press(K.Key_Return)
    assert opened.on_screen == "ask Milan"
    assert QApplication.focusWidget().text() == ""


def test_nothing_typed_and_enter_stays_with_the_question(opened: Opened):
    opened.press(K.Key_Return)
    assert opened.on_screen == "ask Sanne"


def test_ctrl_slash_gives_the_first_letter(opened: Opened):
    opened.press(K.Key_Slash, ctrl=True)
    assert "Starts with S" in opened.texts


def test_what_was_typed_survives_a_hint(opened: Opened):
    QTest.keyClicks(QApplication.focusWidget(), "sa")
    opened.press(K.Key_Slash, ctrl=True)
    assert QApplication.focusWidget().text() == "sa"


def test_ctrl_enter_gives_up(opened: Opened):
    opened.press(K.Key_Return, ctrl=True)
    assert opened.on_screen == "answered Sanne"
    assert "This is Sanne." in opened.texts


def test_a_mix_up_shows_both_faces_with_their_names(opened: Opened):
    opened.type_name("zoe")
    assert "This is Sanne. You typed Zoë." in opened.texts
    assert "Sanne Hoekstra" in opened.texts
    assert "Zoë de Wit" in opened.texts


def test_key_1_says_it_was_a_guess(opened: Opened):
    opened.type_name("sanne")
    opened.press(K.Key_1)
    assert "Right, with a guess" in opened.texts
    assert opened.on_screen == "answered Sanne"


def test_key_2_turns_the_verdict_around(opened: Opened):
    opened.type_name("zoe")
    assert "Right after all" in opened.texts
    opened.press(K.Key_2)
    assert "Wrong after all" in opened.texts


def test_two_with_one_name_keep_the_field_until_the_surname_tells(
    look: Look, session: Session, class_id: ClassId, qtbot: QtBot
):
    add(session, class_id, 0)
    session.do(
        add_student,
        class_id=class_id,
        draft=student(0, family_name="Bakker"),
        joined=date(2026, 9, 1),
    )
    opened = Opened(look, session, qtbot, way=Mode.TYPED)
    opened.type_name("sanne")
    assert opened.on_screen == "ask Sanne"
    assert "Which Sanne? Add the first letter of the family name." in opened.texts
    opened.type_name(" h")
    assert opened.on_screen == "answered Sanne"


def test_a_doubt_is_settled_with_1_or_2(
    look: Look, session: Session, class_id: ClassId, qtbot: QtBot
):
    add(session, class_id, 2)  # Noor
    session.do(
        add_student,
        class_id=class_id,
        draft=student(2, given_name="Noa", family_name="Peters"),
        joined=date(2026, 9, 1),
    )
    opened = Opened(look, session, qtbot, way=Mode.TYPED)
    opened.type_name("noo")
    assert opened.on_screen == "doubt Noor"
    opened.press(K.Key_2)
    assert "This is Noor. You typed noo." in opened.texts


def test_ctrl_z_takes_the_answer_back_from_the_answer_and_from_the_next_question(
    opened: Opened, session: Session, people: list[StudentId]
):
    opened.type_name("sanne")
    opened.press(K.Key_Return)
    assert opened.on_screen == "ask Milan"
    opened.press(K.Key_Z, ctrl=True)
    assert opened.on_screen == "ask Sanne"
    kept = memories.answers_of(session.vault, people[0], direction=Direction.FACE_TO_NAME)
    assert len(kept) == 1
    opened.type_name("milan")
    opened.press(K.Key_Z, ctrl=True)
    assert opened.on_screen == "ask Sanne"


def test_ctrl_z_with_letters_in_the_field_takes_back_the_typing_first(opened: Opened):
    opened.type_name("sanne")
    opened.press(K.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "mi")
    opened.press(K.Key_Z, ctrl=True)
    assert opened.on_screen == "ask Milan"
    assert QApplication.focusWidget().text() == ""


def test_space_shows_the_name_and_a_figure_grades_it(judging: Opened, session: Session):
    judging.press(K.Key_Space)
    assert judging.on_screen == "revealed Sanne"
    assert "Sanne" in judging.texts
    judging.press(K.Key_4)
    assert judging.on_screen == "ask Milan"
    judging.press(K.Key_Return)
    assert judging.on_screen == "revealed Milan"
    judging.press(K.Key_1)
    assert judging.on_screen == "ask Noor"


def test_a_figure_before_the_name_is_shown_grades_nothing(judging: Opened):
    judging.press(K.Key_3)
    assert judging.on_screen == "ask Sanne"


def test_holding_enter_does_not_race_through_the_cards(opened: Opened):
    opened.type_name("sanne")
    held = QKeyEvent(QEvent.Type.KeyPress, K.Key_Return, NO_KEYS, "\r", autorep=True)
    QApplication.sendEvent(QApplication.focusWidget(), held)
    assert opened.on_screen == "answered Sanne"


def test_a_wish_for_a_few_faces_is_passed_on(opened: Opened, monkeypatch: pytest.MonkeyPatch):
    asked: dict[str, Occasion] = {}
    monkeypatch.setattr(opened.view_model, "open", lambda _way, **which: asked.update(which))
    opened.page.arrive(Target(PageId.PRACTICE, act="few"))
    assert asked == {"occasion": Occasion.FEW}


def test_escape_stops_and_looks_back_and_enter_leads_to_names(opened: Opened):
    opened.type_name("sanne")
    opened.press(K.Key_Escape)
    assert opened.view_model.stage is Stage.DONE
    assert "4 face(s) wait for the next time." in opened.texts
    opened.press(K.Key_Return)
    assert opened.targets == [Target(PageId.NAMES)]


def test_escape_before_the_first_answer_goes_straight_back(opened: Opened):
    opened.press(K.Key_Escape)
    assert opened.targets == [Target(PageId.NAMES)]


def test_the_whole_session_ends_with_every_face_and_what_became_of_it(opened: Opened):
    for name in ("sanne", "zoe", "noor", "lukasz", "zoe", "milan"):
        opened.type_name(name)
        opened.press(K.Key_Return)
    assert "Done for today" in opened.texts
    assert "Milan van der Berg, once more" in opened.texts
    assert "Sanne Hoekstra, knew it" in opened.texts
    assert "Mixed up" in opened.texts


def test_enter_at_the_foot_ends_the_look_back_however_long_that_is(opened: Opened):
    opened.type_name("sanne")
    opened.press(K.Key_Escape)
    opened.page.resize(1024, 240)
    QApplication.processEvents()
    done = opened.page.focusWidget()
    assert opened.page.rect().contains(done.mapTo(opened.page, done.rect().bottomRight()))
    assert opened.page.findChild(QScrollArea).verticalScrollBar().maximum() > 0
    opened.press(K.Key_Return)
    assert opened.targets == [Target(PageId.NAMES)]


@pytest.mark.parametrize(("width", "beside"), [(1280, True), (720, False)])
def test_when_a_face_comes_back_stands_beside_the_buttons_where_there_is_room(
    opened: Opened, width: int, *, beside: bool
):
    opened.page.resize(width, 800)
    opened.type_name("sanne")
    QApplication.processEvents()
    words = next(one for one in opened.page.findChildren(Label) if "Comes back" in one.text())
    button = opened.page.focusWidget()
    assert words.isVisible()
    assert words.height() >= words.heightForWidth(words.width())
    middles = [each.mapTo(opened.page, each.rect().center()).y() for each in (words, button)]
    assert (abs(middles[0] - middles[1]) <= 2) is beside
    assert opened.page.rect().contains(button.mapTo(opened.page, button.rect().bottomRight()))


def test_nobody_due_can_be_practised_anyway(
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
    opened = Opened(look, session, qtbot, way=Mode.TYPED)
    assert "You know all 5 name(s)." in opened.texts
    opened.press(K.Key_Return)
    assert opened.view_model.stage is Stage.ASK


def test_a_photo_that_cannot_be_read_is_left_out_instead_of_showing_initials(
    look: Look, session: Session, class_id: ClassId, qtbot: QtBot
):
    add(session, class_id, 0, picture=b"no picture at all")
    add(session, class_id, 1)
    opened = Opened(look, session, qtbot, way=Mode.TYPED)
    qtbot.waitUntil(lambda: opened.on_screen == "ask Milan")


def test_the_next_photo_is_ready_before_its_card_comes(opened: Opened, look: Look, qtbot: QtBot):
    hero = next(each for each in opened.page.findChildren(Hero) if each.isVisible())
    coming = opened.view_model.coming
    assert coming is not None
    qtbot.waitUntil(lambda: hero.is_ready(coming))


@pytest.mark.parametrize(("width", "height"), [(1024, 680), (1440, 900), (1920, 1080)])
def test_the_whole_question_fits_in_the_window(opened: Opened, width: int, height: int):
    opened.page.resize(width, height)
    QApplication.processEvents()
    hero = next(each for each in opened.page.findChildren(Hero) if each.isVisible())
    field = opened.page.findChild(QLineEdit)
    bottom = field.mapTo(opened.page, field.rect().bottomLeft()).y()
    assert hero.mapTo(opened.page, hero.rect().topLeft()).y() >= 48
    assert bottom < height - 80
    assert hero.height() * 4 == pytest.approx(hero.width() * 5, abs=3)


def test_the_names_to_choose_from_fit_in_a_small_window(
    look: Look, session: Session, people: list[StudentId], qtbot: QtBot
):
    opened = Opened(look, session, qtbot, way=Mode.TYPED)
    opened.page.resize(1024, 700)
    QApplication.processEvents()
    opened.view_model.choose_way(Mode.CHOOSE_NAME)
    QApplication.processEvents()
    scroll = opened.page.findChild(QScrollArea)
    assert scroll.verticalScrollBar().maximum() == 0
    give_up = next(one for one in opened.page.findChildren(KeyHint) if one.isVisible())
    assert give_up.mapTo(opened.page, give_up.rect().bottomLeft()).y() <= 700


def test_a_name_that_does_not_fit_below_its_face_moves_no_face(look: Look, qtbot: QtBot):
    names = ("Noor", "Mariannette", "Anna Lena", "Noor")
    people = [
        replace(student(0, given_name=name, family_name=f"Berg {place}"), id=StudentId(place))
        for place, name in enumerate(names)
    ]
    faces = ResultFaces(look)
    qtbot.addWidget(faces)
    faces.resize(600, 200)
    faces.show_results([(one, Result.KNEW) for one in people], called=told_apart(people), edge=80)
    faces.show()
    shown = faces.findChildren(LatePortrait)
    assert len({one.mapTo(faces, one.rect().topLeft()).y() for one in shown}) == 1
    labels = {one.text(): one for one in faces.findChildren(Label)}
    assert labels["Mariannette"].height() < labels["Anna Lena"].height()
    assert len(labels) == len(names)  # two by the name of Noor are told apart


def test_a_name_that_just_does_not_fit_is_written_smaller_and_in_full(look: Look, qtbot: QtBot):
    people = [
        replace(student(0, given_name=name), id=StudentId(place))
        for place, name in enumerate(("Stephanie", "Noor", "Mariannette"))
    ]
    faces = ResultFaces(look)
    qtbot.addWidget(faces)
    faces.show_results([(one, Result.KNEW) for one in people], called=told_apart(people), edge=82)
    sizes = {one.text(): one.font().pixelSize() for one in faces.findChildren(Label)}
    assert sizes["Stephanie"] < sizes["Noor"]
    labels = {one.text(): one for one in faces.findChildren(Label)}
    assert labels["Stephanie"].sizeHint().width() <= labels["Stephanie"].width()
    assert labels["Stephanie"].height() == labels["Noor"].height()


def test_the_look_back_calls_nobody_as_somebody_else_of_the_class_is_called(
    look: Look, session: Session, people: list[StudentId], class_id: ClassId, qtbot: QtBot
):
    namesake = student(0, family_name="Zwart")
    session.do(add_student, class_id=class_id, draft=namesake, joined=date(2026, 9, 1))
    opened = Opened(look, session, qtbot, way=Mode.TYPED)
    opened.type_name("sanne h")
    opened.press(K.Key_Return, K.Key_Escape)
    assert "Paused" in opened.texts
    assert "Sanne H." in opened.texts


@pytest.mark.parametrize("way", [Mode.CHOOSE_NAME, Mode.FIND_FACE])
def test_a_number_chooses_and_enter_goes_on(
    look: Look, session: Session, people: list[StudentId], qtbot: QtBot, way: Mode
):
    opened = Opened(look, session, qtbot, way=way)
    for _ in people:
        options = [option.student for option in opened.view_model.question.options]
        place = options.index(opened.view_model.student)
        opened.press(K(K.Key_1.value + place))
        assert opened.view_model.stage is Stage.ANSWERED
        opened.press(K.Key_Return)
    assert opened.view_model.stage is Stage.DONE


def test_a_number_that_stands_for_nobody_chooses_nobody(
    look: Look, session: Session, people: list[StudentId], qtbot: QtBot
):
    opened = Opened(look, session, qtbot, way=Mode.CHOOSE_NAME)
    opened.press(K.Key_5)
    assert opened.view_model.stage is Stage.ASK


def test_no_name_is_told_with_the_faces_to_choose_from(
    look: Look, session: Session, people: list[StudentId], qtbot: QtBot
):
    opened = Opened(look, session, qtbot, way=Mode.FIND_FACE)
    faces = opened.page.findChildren(FaceOption)
    assert [face.accessibleName() for face in faces] == [f"photo {place}" for place in range(1, 5)]


def captions(page: PracticePage) -> list[str]:
    return [label.text() for label in page.findChildren(Label) if label.isVisible()]


def test_hints_come_by_the_key_one_rung_at_a_time(
    look: Look, session: Session, people: list[StudentId], qtbot: QtBot
):
    sanne = students.student(session.vault, people[0])
    assert sanne is not None
    session.do(edit_student, changed=replace(sanne, mnemonic="panne"))
    opened = Opened(look, session, qtbot, way=Mode.TYPED)
    hint = next(each for each in opened.page.findChildren(KeyHint) if each.text())
    assert hint.text() == "Hint: your mnemonic"
    opened.press(K.Key_Slash, ctrl=True)
    assert "panne" in captions(opened.page)
    assert hint.text() == "Hint: first letter"
    opened.press(K.Key_Slash, ctrl=True)
    assert "panne · Starts with S" in captions(opened.page)
    assert hint.isHidden()


def test_who_has_no_photo_comes_by_with_initials_and_nothing_is_skipped(
    look: Look, session: Session, people: list[StudentId], qtbot: QtBot
):
    session.do(set_photo, student_id=people[0], photo=None, crop=None)
    opened = Opened(look, session, qtbot, way=Mode.TYPED)
    assert opened.on_screen == "ask Sanne"
    assert "There is no photo yet, so these are the initials." in captions(opened.page)
    hero = next(each for each in opened.page.findChildren(Hero) if each.isVisible())
    assert hero._face == Face(None, None, "SH")
    qtbot.wait(50)  # looking ahead decodes what comes, and leaves nobody out
    assert opened.on_screen == "ask Sanne"
    opened.type_name("Sanne")
    assert opened.on_screen == "answered Sanne"


def test_a_name_is_heard_when_it_is_asked_and_again_by_the_key(
    look: Look,
    session: Session,
    people: list[StudentId],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
):
    device = FakeDevice()
    monkeypatch.setattr(sound_device, "system_device", lambda: device)
    sound = keep_sound(session.vault, StoredSound(*made_sound(a_name())))
    session.do(record_name, student_id=people[0], sound=sound)
    opened = Opened(look, session, qtbot, way=Mode.LISTEN)
    while opened.view_model.stage is Stage.STUDY:
        opened.press(K.Key_Return)
    assert len(device.played) == 1
    opened.press(K.Key_0)
    assert len(device.played) == 2
    options = [option.student.id for option in opened.view_model.question.options]
    opened.press(K(K.Key_1.value + options.index(people[0])))
    assert opened.on_screen == "answered Sanne"


def test_the_look_back_tells_two_apart_who_were_mixed_up(
    look: Look, session: Session, people: list[StudentId], qtbot: QtBot
):
    opened = Opened(look, session, qtbot, way=Mode.TYPED)
    opened.type_name("Milan")  # it is Sanne
    opened.press(K.Key_Return)
    opened.press(K.Key_Escape)
    practise = next(
        each for each in opened.page.findChildren(Button) if each.text() == "Practise this pair"
    )
    practise.setFocus()
    opened.press(K.Key_Return)
    drill = Target(PageId.LOOK_ALIKES, student=people[0], other=people[1], act="names")
    assert opened.targets[-1] == drill


def test_the_look_back_shows_where_it_leads_while_a_first_lesson_is_ahead(
    look: Look, session: Session, class_id: ClassId, people: list[StudentId], qtbot: QtBot
):
    ahead = session.today() + timedelta(days=9)
    session.do(plan_first_lesson, class_id=class_id, on=ahead)
    opened = Opened(look, session, qtbot, way=Mode.TYPED)
    opened.press(K.Key_Return, ctrl=True)
    opened.press(K.Key_Escape)
    assert opened.view_model.stage is Stage.DONE
    qtbot.waitUntil(lambda: opened.view_model.ahead.road is not None)
    chart = opened.page.findChild(RoadChart)
    assert chart is not None
    qtbot.waitUntil(lambda: any("Expected on " in text for text in captions(opened.page)))
    assert any(text.startswith("On the way to ") for text in captions(opened.page))
    assert "Comes back tomorrow" not in captions(opened.page)
    opened.page.close_work()


def test_what_is_asked_is_heard_where_the_keyboard_is(
    look: Look, session: Session, people: list[StudentId], qtbot: QtBot
):
    choosing = Opened(look, session, qtbot, way=Mode.CHOOSE_NAME)
    assert choosing.page.focusWidget().accessibleName() == "Who is this? Press 1 to 4."
    choosing.view_model.choose_way(Mode.FIND_FACE)
    while choosing.view_model.stage is Stage.STUDY:
        choosing.press(K.Key_Return)
    name = choosing.view_model.student.name
    heard = choosing.page.focusWidget().accessibleName()
    assert heard == f"{name}: Which face goes with this name? Press 1 to 4."


def test_the_way_on_from_a_look_back_is_in_sight_however_many_faces_there_were(
    look: Look, session: Session, class_id: ClassId, people: list[StudentId], qtbot: QtBot
):
    for number in range(5, 41):
        add(session, class_id, number)
    opened = Opened(look, session, qtbot, way=Mode.SELF_GRADED)
    opened.page.resize(1024, 680)
    opened.view_model.more()
    for _ in range(30):
        opened.press(K.Key_Space, K.Key_3)
    opened.press(K.Key_Escape)
    assert opened.view_model.stage is Stage.DONE
    done = QApplication.focusWidget()
    assert isinstance(done, Button)
    assert done.text() == "Done"
    page = opened.page
    assert page.rect().contains(QRect(done.mapTo(page, QPoint()), done.size()))
    faces = page.findChild(ResultFaces)
    row = faces._faces[0].width() + GAP
    room = page.contents_width - 2  # the rows are as wide as that, also beside a scroll bar
    assert (room + GAP) % row < GAP
    page.resize(1440, 708)  # here the faces can be small enough to be seen at once
    QApplication.processEvents()
    scrolled = page.findChild(QScrollArea).verticalScrollBar()
    qtbot.waitUntil(lambda: scrolled.maximum() == 0)
    opened.press(K.Key_Return)
    assert opened.targets[-1].page is PageId.NAMES


def test_beside_the_answer_a_photo_is_asked_for_unless_somebody_would_rather_have_none(
    look: Look, session: Session, people: list[StudentId], qtbot: QtBot
):
    session.do(set_photo, student_id=people[0], photo=None, crop=None)
    opened = Opened(look, session, qtbot, way=Mode.TYPED)
    opened.type_name("sanne")
    add_photo = next(
        each for each in opened.page.findChildren(Button) if each.text() == "Add a photo"
    )
    assert add_photo.isVisible()
    add_photo.setFocus()
    opened.press(K.Key_Return)
    assert opened.targets[-1] == Target(PageId.STUDENT, student=people[0])
    session.do(tell_photo, student_id=people[0], answer=PhotoAnswer.NO, on=session.today())
    opened.page.arrive(Target(PageId.PRACTICE))
    assert opened.on_screen == "answered Sanne"
    assert not add_photo.isVisible()
    opened.press(K.Key_Return)
    opened.type_name("milan")
    assert not add_photo.isVisible()


@pytest.mark.parametrize("way", [Mode.CHOOSE_NAME, Mode.FIND_FACE])
def test_an_enter_too_many_chooses_nobody(
    look: Look, session: Session, people: list[StudentId], qtbot: QtBot, way: Mode
):
    opened = Opened(look, session, qtbot, way=way)
    opened.press(K.Key_Return)
    assert opened.view_model.stage is Stage.ASK
    opened.press(K.Key_Right, K.Key_Return)  # an arrow goes to the first, and then Enter is meant
    assert opened.view_model.stage is Stage.ANSWERED


def test_which_of_two_is_asked_also_after_a_hint(
    look: Look, session: Session, people: list[StudentId], qtbot: QtBot
):
    milan = students.student(session.vault, people[1])
    assert milan is not None
    session.do(edit_student, changed=replace(milan, call_name="Sanne"))
    opened = Opened(look, session, qtbot, way=Mode.TYPED)
    opened.press(K.Key_Slash, ctrl=True)
    opened.type_name("sanne")
    asked = "Which Sanne? Add the first letter of the family name. Starts with S"
    assert asked in captions(opened.page)


def test_a_mnemonic_is_typed_beside_the_answer_and_kept(opened: Opened, session: Session):
    opened.type_name("sanne")
    who = opened.view_model.student
    assert who is not None
    assert "What does this name make you think of?" in opened.texts
    opened.press(K.Key_E)
    QTest.keyClicks(QApplication.focusWidget(), "zand 12")
    opened.press(K.Key_Return)
    assert opened.view_model.stage is Stage.ANSWERED
    assert "zand 12" in opened.texts
    kept = students.student(session.vault, who.id)
    assert kept is not None
    assert kept.mnemonic == "zand 12"
    opened.press(K.Key_E)
    QTest.keyClicks(QApplication.focusWidget(), " en meer")
    opened.press(K.Key_Escape)
    assert "zand 12" in opened.texts
    assert opened.view_model.stage is Stage.ANSWERED
    opened.press(K.Key_Return)
    assert opened.view_model.student != who
