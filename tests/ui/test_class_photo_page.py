"""Faces from a class photo and all crops of a class, with real keys in a window."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from builders import content, school_class
from imports import class_folder, take_in
from klasgenoot.operations.students import remove_students
from klasgenoot.store import students
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.theme import ThemeName
from klasgenoot.ui.pages.class_photo.heads_view import HeadsView
from klasgenoot.ui.pages.class_photo.page import ClassPhotoPage
from klasgenoot.ui.pages.crops.page import CropsPage
from klasgenoot.viewmodels.class_photo import ClassPhotoViewModel
from klasgenoot.viewmodels.crops import CropsViewModel
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId, Target
from made_files import encoded
from photo_list_makers import portrait
from ui.kit_looks import a_look
from ui.layout_flaws import flaws

Key = Qt.Key


def press(*keys: Key | str) -> None:
    for key in keys:
        there = QApplication.focusWidget()
        assert there is not None
        if isinstance(key, str):
            QTest.keyClicks(there, key)
        else:
            QTest.keyClick(there, key)


def shown(page: ClassPhotoPage | CropsPage, qtbot: QtBot) -> None:
    page.resize(1280, 800)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()


@pytest.fixture
def heads(look: Look, session: Session, qtbot: QtBot, tmp_path: Path) -> ClassPhotoPage:
    """The page with a picture of three."""
    school_class(session.desk)
    image = Image.new("RGB", (900, 400), "grey")
    for n in range(3):
        image.paste(portrait(n, size=(160, 200)), (60 + n * 280, 100))
    path = tmp_path / "klas.jpg"
    path.write_bytes(encoded(image, "JPEG"))
    view_model = ClassPhotoViewModel(session)
    page = ClassPhotoPage(look, view_model)
    shown(page, qtbot)
    page.arrive(Target(PageId.CLASS_PHOTO, paths=(path,)))
    qtbot.waitUntil(lambda: bool(view_model.pictures), timeout=20_000)
    return page


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_frames_on_the_picture_are_a_light_and_a_dark_line_in_any_theme(
    heads: ClassPhotoPage, theme: ThemeName
) -> None:
    press(Key.Key_Space, Key.Key_Left, Key.Key_Left, Key.Key_Space)
    view = heads.findChild(HeadsView)
    assert view is not None
    view._look = a_look(theme)
    drawn = view.grab().toImage()
    shown = heads._view_model
    for each in shown.heads:  # one of them is where the keyboard is
        left = view._frame_box(each).left()
        row = round(view._frame_box(each).center().y())
        across = [drawn.pixelColor(round(left) + step, row).lightness() for step in range(-4, 5)]
        assert max(across) - min(across) > 50
        assert each is shown.heads[shown.current or 0] or max(across) > 190


def test_faces_are_named_with_the_keyboard_alone(
    heads: ClassPhotoPage, session: Session, qtbot: QtBot
) -> None:
    view_model = heads._view_model
    # QTest knows the keys of plain letters only
    first, second = [each for each in view_model.waiting if each.full_name.isascii()][:2]
    press(Key.Key_Space, Key.Key_Left, Key.Key_Up, Key.Key_Plus)
    before = view_model.heads[0].head
    press(Key.Key_Minus)
    assert view_model.heads[0].head.height < before.height
    press(Key.Key_Return, first.full_name, Key.Key_Return)
    assert view_model.heads[0].who is not None
    assert view_model.heads[0].who.id == first.id
    press(Key.Key_Space, second.full_name[:1])  # a letter begins to type the name
    assert heads._side.field.text() == second.full_name[:1]
    press(Key.Key_Escape, Key.Key_Delete)
    assert len(view_model.heads) == 1
    QTest.keyClick(heads._heads, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(view_model.heads) == 2
    press(Key.Key_Backtab)
    assert view_model.current == 0
    opened: list[Target] = []
    heads.open_requested.connect(opened.append)
    heads._keep.click()
    qtbot.waitUntil(lambda: bool(opened), timeout=20_000)
    known = students.student(session.vault, first.id)
    assert known is not None
    assert known.photo is not None


def test_arrows_choose_among_the_names_that_are_offered(heads: ClassPhotoPage) -> None:
    view_model = heads._view_model
    second = view_model.waiting[1]
    press(Key.Key_Space, Key.Key_Return, Key.Key_Down, Key.Key_Return)
    assert view_model.heads[0].who is not None
    assert view_model.heads[0].who.id == second.id


def test_the_mouse_puts_and_drags_a_frame(heads: ClassPhotoPage, qtbot: QtBot) -> None:
    view, view_model = heads._heads, heads._view_model
    box = view.ring_rect()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=box.center())
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=box.center())
    assert view_model.heads[0].head.across == pytest.approx(0.5, abs=0.01)
    assert heads._side.field.hasFocus()


def test_escape_goes_back_and_keeps_nothing(heads: ClassPhotoPage) -> None:
    opened: list[Target] = []
    heads.open_requested.connect(opened.append)
    press(Key.Key_Space, Key.Key_Escape)
    assert opened == [Target(PageId.STUDENTS)]
    heads.leave()
    assert not heads._view_model.pictures


def test_escape_leaves_whom_was_named_for_later_and_cancel_does_not(
    heads: ClassPhotoPage,
) -> None:
    view_model = heads._view_model
    press(Key.Key_Space)
    view_model.name(view_model.offers("")[0])
    heads._focus_picture()
    press(Key.Key_Escape)
    heads.leave()
    heads.arrive(Target(PageId.CLASS_PHOTO))
    assert view_model.named == 1
    assert heads._heads.hasFocus()
    heads._stop.click()
    heads.leave()
    assert not view_model.pictures


def is_whole(page: ClassPhotoPage | CropsPage, qtbot: QtBot) -> None:
    def has_no_flaws() -> None:
        assert flaws(page) == []

    for size in ((1440, 900), (1024, 680)):
        page.resize(*size)
        qtbot.waitUntil(has_no_flaws)


def test_nothing_is_cut_off_on_the_class_photo(heads: ClassPhotoPage, qtbot: QtBot) -> None:
    press(Key.Key_Space)
    is_whole(heads, qtbot)


@pytest.fixture
def crops(look: Look, session: Session, qtbot: QtBot, tmp_path: Path) -> CropsPage:
    """The page with a class of three photos."""
    take_in(session.desk, class_folder(tmp_path / "in"))
    page = CropsPage(look, CropsViewModel(session))
    shown(page, qtbot)
    page.arrive(Target(PageId.CROPS))
    return page


def test_all_photos_are_cropped_in_one_pass(crops: CropsPage, session: Session) -> None:
    view_model = crops._view_model
    names = [each.name for each in view_model.students]
    before = [each.crop for each in view_model.students]
    opened: list[Target] = []
    crops.open_requested.connect(opened.append)
    press(Key.Key_Minus, Key.Key_Minus, Key.Key_Right, Key.Key_Return)
    assert view_model.student is not None
    assert view_model.student.name == names[1]
    press(Key.Key_Return)  # as it was: no deed
    press(Key.Key_PageUp)
    assert view_model.place == 1
    press(Key.Key_PageDown, Key.Key_Minus, Key.Key_Return)
    assert opened == [Target(PageId.STUDENTS)]
    after = [each.crop for each in view_model.students]
    assert [a != b for a, b in zip(before, after, strict=True)] == [True, False, True]
    session.undo()
    session.undo()
    assert [each.crop for each in view_model.students] == before


def test_without_photos_there_is_a_way_back(look: Look, session: Session, qtbot: QtBot) -> None:
    school_class(session.desk)
    page = CropsPage(look, CropsViewModel(session))
    shown(page, qtbot)
    page.arrive(Target(PageId.CROPS))
    opened: list[Target] = []
    page.open_requested.connect(opened.append)
    press(Key.Key_Return)
    assert opened == [Target(PageId.STUDENTS)]


def test_nothing_is_cut_off_on_the_crops(crops: CropsPage, qtbot: QtBot) -> None:
    is_whole(crops, qtbot)


@pytest.fixture
def practising(heads: ClassPhotoPage) -> ClassPhotoPage:
    """Three heads with a name, and the practice begun."""
    view_model = heads._view_model
    for n in range(3):
        view_model.touch((60 + n * 280 + 80) / 900, 0.5)
        view_model.name(view_model.offers("")[0])
    assert heads._practise.isEnabled()
    heads._practise.click()
    return heads


def test_everybody_is_found_and_named_in_the_picture_with_keys_alone(
    practising: ClassPhotoPage, session: Session
) -> None:
    practice, before = practising._practice, content(session.vault)
    assert not practising._work.isVisible()
    for _ in range(3):
        question = practice.question
        assert question is not None
        assert QApplication.focusWidget() is practising._guess
        assert "Where is " in practising._asking._asked.text()
        practising._view_model.choose(0)
        press(*[Key.Key_Right] * question.place, Key.Key_Return)
    for _ in range(3):
        who = practice.who
        assert who is not None
        assert QApplication.focusWidget() is practising._asking.field
        assert practising._view_model.current == practice.question.place
        practising._asking.field.setText(who.full_name)  # QTest types plain letters only
        press(Key.Key_Return)
    assert practice.question is None
    assert practising._asking._asked.text() == "Done: 6 of 6 right at once."
    assert QApplication.focusWidget() is practising._asking.done
    assert flaws(practising) == []
    press(Key.Key_Escape)
    assert practising._work.isVisible()
    assert practising._view_model.named == 3
    assert content(session.vault) == before  # no answer is kept


def test_a_miss_shows_the_name_at_the_head_until_enter(practising: ClassPhotoPage) -> None:
    practice = practising._practice
    question = practice.question
    assert question is not None
    practising._view_model.choose((question.place + 1) % 3)
    practising._guess.setFocus()
    press(Key.Key_Return)
    assert practice.shown_head == practice.heads[question.place]
    assert practising._asking._said.text().startswith("That is ")
    practising._guess.grab()
    press(Key.Key_Return)
    assert practice.shown_head is None
    assert practice.question != question


def test_a_click_points_and_moves_no_frame(practising: ClassPhotoPage) -> None:
    practice, view = practising._practice, practising._guess
    question, before = practice.question, practising._view_model.heads
    assert question is not None
    box = view._frame_box(before[question.place]).center().toPoint()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=box)
    QTest.mouseMove(view, box * 1.1)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=box)
    assert practice.right == 1
    assert practising._view_model.heads == before


def test_who_goes_ends_the_practice(practising: ClassPhotoPage, session: Session) -> None:
    who = practising._view_model.heads[0].who
    assert who is not None
    here = session.current_class
    assert here is not None
    session.do(remove_students, class_id=here.id, student_ids=[who.id])
    assert practising._practice.heads == ()
    assert practising._work.isVisible()
