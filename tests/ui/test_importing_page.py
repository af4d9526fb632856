"""The import page with real keys and drops: files, columns, doubts, looking over, taken in."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from builders import school_class
from imports import PEOPLE, called, class_folder, names_in, portrait, rows, take_in
from klasgenoot.domain.columns import Field
from klasgenoot.domain.errors import DiskFull
from klasgenoot.domain.exports import Leaving
from klasgenoot.domain.settings import Language
from klasgenoot.exchange import class_files
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.choice import Check, Dropdown
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.tile_grid import TileGrid
from klasgenoot.ui.pages.importing import review_grid
from klasgenoot.ui.pages.importing.choices import FieldChoice, NameChoice
from klasgenoot.ui.pages.importing.doubt_card import DoubtCard
from klasgenoot.ui.pages.importing.files_step import DropZone
from klasgenoot.ui.pages.importing.match_board import MatchBoard
from klasgenoot.ui.pages.importing.mend_panel import MendPanel
from klasgenoot.ui.pages.importing.page import ImportPage
from klasgenoot.ui.pages.importing.photo_tiles import DRAGGED
from klasgenoot.ui.pages.importing.review_grid import ReviewGrid
from klasgenoot.ui.pages.importing.where_from import WhereFrom
from klasgenoot.viewmodels.importing import ImportViewModel, Step
from klasgenoot.viewmodels.list_systems import list_systems
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId, Target
from made_files import GOLDEN, folder, jpeg
from ui.kit_looks import RESOURCES
from ui.layout_flaws import flaws

Keys = Callable[..., None]
PHRASE = "vijf schapen drinken thee"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view_model(session: Session) -> ImportViewModel:
    return ImportViewModel(session)


@pytest.fixture
def page(look: Look, view_model: ImportViewModel, qtbot: QtBot) -> ImportPage:
    """The page in a window of its own, just opened."""
    systems = list_systems(RESOURCES / "lists", language=Language.ENGLISH)
    shown = ImportPage(look, view_model, systems)
    shown.resize(1280, 800)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.activateWindow()
    shown.arrive(Target(PageId.IMPORT))
    return shown


@pytest.fixture
def press(page: ImportPage) -> Keys:
    """Presses keys where the keyboard is; types texts."""

    def pressed(*keys: Qt.Key | str, times: int = 1) -> None:
        for key in keys * times:
            there = QApplication.focusWidget()
            assert there is not None
            if isinstance(key, str):
                QTest.keyClicks(there, key)
            else:
                QTest.keyClick(there, key)

    return pressed


@pytest.fixture
def open_files(qtbot: QtBot, view_model: ImportViewModel, page: ImportPage) -> Callable[..., None]:
    """Reads files and waits until they are read."""

    def opened(*paths: Path) -> None:
        view_model.read(paths)
        qtbot.waitUntil(lambda: view_model.step is not Step.READING, timeout=30_000)
        QApplication.processEvents()  # what may be hundreds has a turn of its own

    return opened


def seen(page: ImportPage) -> str:
    """All texts that can be seen."""
    labels = [label for label in page.findChildren(Label) if label.isVisible()]
    buttons = [button for button in page.findChildren(Button) if button.isVisible()]
    return "\n".join([*(label.text() for label in labels), *(b.text() for b in buttons)])


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def answer(paths: list[Path]) -> object:
    """What the teacher chooses in a dialog of the computer."""
    return staticmethod(lambda _parent, _title: paths)


def button(page: ImportPage, text: str) -> Button:
    (found,) = (b for b in page.findChildren(Button) if b.isVisible() and b.text() == text)
    return found


def sure(page: ImportPage) -> TileGrid:
    """The photos of which it is sure whose they are."""
    grids = page.findChildren(TileGrid)
    (found,) = (each for each in grids if each.accessibleName() == "Photos that are sure")
    return found


def test_a_class_is_taken_in_with_the_keyboard_alone(
    page: ImportPage,
    press: Keys,
    qtbot: QtBot,
    session: Session,
    view_model: ImportViewModel,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    where = class_folder(tmp_path / "in")
    paths = sorted(path for path in where.rglob("*") if path.is_file())
    monkeypatch.setattr(DropZone, "ask_files", answer(paths))
    opened: list[Target] = []
    page.open_requested.connect(opened.append)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view_model.step is Step.COLUMNS, timeout=30_000)
    assert "6 of 6 column(s)" in seen(page)
    qtbot.waitUntil(lambda: len(sure(page).model().rows()) == 3)
    press(Qt.Key.Key_Return)
    assert view_model.step is Step.REVIEW
    assert "Is this your class?" in seen(page)
    press("1B van 2026", Qt.Key.Key_Return)  # the whole name was chosen, so it is typed over
    assert opened == [Target(PageId.NAMES)]
    assert names_in(session.desk, "1B van 2026") == [
        "Noor Aydın",
        "Milan van der Berg",
        "Sanne Hoekstra",
    ]


def test_a_folder_can_be_chosen_and_choosing_nothing_changes_nothing(
    page: ImportPage,
    press: Keys,
    qtbot: QtBot,
    view_model: ImportViewModel,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(DropZone, "ask_files", answer([]))
    monkeypatch.setattr(DropZone, "ask_folder", answer([]))
    press(Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Space)
    assert view_model.step is Step.FILES
    where = class_folder(tmp_path / "in", photos=0)
    monkeypatch.setattr(DropZone, "ask_folder", answer([where]))
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: view_model.step is Step.COLUMNS, timeout=30_000)
    assert "No photos came along" in seen(page)


def test_files_can_be_dropped(
    page: ImportPage, qtbot: QtBot, view_model: ImportViewModel, tmp_path: Path
) -> None:
    zone = page.findChild(DropZone)
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    left = Qt.MouseButton.LeftButton
    words, files = QMimeData(), QMimeData()
    words.setText("hoi")
    files.setUrls([QUrl.fromLocalFile(str(class_folder(tmp_path / "in")))])
    enter = QDragEnterEvent(QPoint(5, 5), copy, words, left, none)
    enter.ignore()
    QApplication.sendEvent(zone, enter)
    assert not enter.isAccepted()
    enter = QDragEnterEvent(QPoint(5, 5), copy, files, left, none)
    QApplication.sendEvent(zone, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(zone, QDragLeaveEvent())
    QApplication.sendEvent(zone, QDragEnterEvent(QPoint(5, 5), copy, files, left, none))
    QApplication.sendEvent(zone, QDropEvent(QPointF(5, 5), copy, files, left, none))
    qtbot.waitUntil(lambda: view_model.step is Step.COLUMNS, timeout=30_000)


def test_what_cannot_be_read_is_said_below_the_drop_zone(
    page: ImportPage, open_files: Callable[..., None], tmp_path: Path
) -> None:
    open_files(folder(tmp_path / "in", {"klas.csv": jpeg()}))
    assert "klas.csv is not a list that can be read." in seen(page)
    assert focus() is page.findChild(DropZone).files
    open_files(class_folder(tmp_path / "good", photos=0))
    assert "not a list" not in seen(page)


def test_reading_can_be_stopped(
    page: ImportPage, press: Keys, view_model: ImportViewModel, tmp_path: Path
) -> None:
    opened: list[Target] = []
    page.open_requested.connect(opened.append)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Escape):
        view_model.read([class_folder(tmp_path / "in")])
        assert "Looking at the files…" in seen(page)
        press(key)
        assert view_model.step is Step.FILES
    view_model.close_work()
    assert opened == []
    press(Qt.Key.Key_Escape)
    assert opened == [Target(PageId.NAMES)]


def test_one_picture_without_a_list_may_be_of_a_whole_class(
    page: ImportPage, open_files: Callable[..., None], session: Session, tmp_path: Path
) -> None:
    school_class(session.desk)
    path = tmp_path / "klassenfoto.jpg"
    path.write_bytes(jpeg(600, 400))
    opened: list[Target] = []
    page.open_requested.connect(opened.append)
    open_files(path)
    QTest.keyClick(button(page, "Cut the faces out of it"), Qt.Key.Key_Return)
    assert opened == [Target(PageId.CLASS_PHOTO, paths=(path,))]


def test_several_pictures_are_portraits(
    page: ImportPage, open_files: Callable[..., None], session: Session, tmp_path: Path
) -> None:
    school_class(session.desk)
    for n in range(2):
        (tmp_path / f"{n}.jpg").write_bytes(jpeg(600 + n, 400))
    open_files(tmp_path)
    assert "Cut the faces out of it" not in seen(page)


def test_leaving_drops_what_was_read(
    page: ImportPage, open_files: Callable[..., None], view_model: ImportViewModel, tmp_path: Path
) -> None:
    open_files(class_folder(tmp_path / "in"))
    page.leave()
    assert view_model.found is None
    assert "Drop a class list and photos here" in seen(page)
    page.close_work()


def test_a_column_is_pointed_out_and_the_keyboard_stays_where_it_is(
    page: ImportPage,
    press: Keys,
    open_files: Callable[..., None],
    view_model: ImportViewModel,
    tmp_path: Path,
) -> None:
    table = rows("500123;s@x.nl;Sanne Hoekstra", header="Nummer;Mail;Wie")
    open_files(folder(tmp_path / "in", {"klas.csv": table}))
    assert "Point out which one it is." in seen(page)
    assert not page._foot.on.isEnabled()
    last = [choice for choice in page.findChildren(FieldChoice) if choice.isVisible()][-1]
    last.setFocus()
    press("whole")
    assert view_model.fields[2] is Field.WHOLE_NAME
    assert "Point out" not in seen(page)
    assert page._foot.on.isEnabled()
    there = focus()
    assert isinstance(there, FieldChoice)
    assert there.currentText() == "whole name"
    assert "Sanne Hoekstra" in seen(page)


@pytest.fixture
def doubtful(page: ImportPage, open_files: Callable[..., None], tmp_path: Path) -> ImportPage:
    """One photo that is sure, one that may be Milan's, and one that nobody knows."""
    files = {
        "klas.csv": rows(*PEOPLE),
        "500123.jpg": portrait(0),
        "berg_m.jpg": portrait(1),
        "IMG_2043.jpg": portrait(2),
    }
    open_files(folder(tmp_path / "in", files))
    return page


def cards(page: ImportPage) -> list[DoubtCard]:
    return [card for card in page.findChildren(DoubtCard) if card.isVisible()]


def test_doubts_are_settled_with_the_keyboard_one_after_the_other(
    doubtful: ImportPage, press: Keys, view_model: ImportViewModel, session: Session
) -> None:
    assert "1 sure" in [w.text() for w in doubtful.findChildren(QWidget) if hasattr(w, "text")]
    (card,) = cards(doubtful)
    assert card.has_focus()  # what is to be looked at comes first
    press(Qt.Key.Key_Space)
    QApplication.processEvents()
    assert view_model.photo_rows == {0: 0, 1: 1}
    assert cards(doubtful) == []
    board = doubtful.findChild(MatchBoard)
    assert focus() is board.photos
    press(Qt.Key.Key_Return, "Noor")
    assert focus() is board.names
    press(Qt.Key.Key_Return)
    QApplication.processEvents()
    assert not board.isVisible()
    assert focus() is doubtful._foot.on
    press(Qt.Key.Key_Space, Qt.Key.Key_Return)
    assert all(called(session.desk, name).photo for name in ("Sanne", "Milan", "Noor"))


def test_enter_in_the_choice_of_a_name_says_that_it_is_right_and_goes_no_further(
    doubtful: ImportPage, press: Keys, view_model: ImportViewModel
) -> None:
    (card,) = cards(doubtful)
    card.findChild(NameChoice).setFocus()
    press("Noor", Qt.Key.Key_Return)
    assert view_model.photo_rows == {0: 0, 1: 2}
    assert view_model.step is Step.COLUMNS


def test_a_photo_is_left_out(
    doubtful: ImportPage, qtbot: QtBot, view_model: ImportViewModel
) -> None:
    leave = next(b for b in cards(doubtful)[0].findChildren(Button) if not b.text())
    assert leave.accessibleName() == "Leave this photo out"
    leave.click()
    assert [doubt.file for doubt in view_model.doubts] == ["IMG_2043.jpg"]
    QApplication.processEvents()
    board = doubtful.findChild(MatchBoard)
    board.photos.setFocus()
    QTest.keyClick(board.photos, Qt.Key.Key_Delete)
    assert view_model.doubts == ()
    assert view_model.photo_rows == {0: 0}


def test_a_sure_photo_that_is_wrong_is_taken_back(
    doubtful: ImportPage, press: Keys, view_model: ImportViewModel
) -> None:
    sure(doubtful).setFocus()
    press(Qt.Key.Key_Return)
    assert view_model.photo_rows == {}
    assert view_model.doubts[0].file == "500123.jpg"
    assert cards(doubtful)[0].has_focus()


def test_photos_nobody_looked_at_are_said_to_stay_out(
    doubtful: ImportPage, press: Keys, view_model: ImportViewModel
) -> None:
    doubtful._foot.on.setFocus()
    press(Qt.Key.Key_Space)
    assert view_model.step is Step.REVIEW
    assert "2 photo(s) nobody looked at yet." in seen(doubtful)
    button(doubtful, "Back").click()
    assert view_model.step is Step.COLUMNS
    button(doubtful, "Back").click()
    assert view_model.step is Step.FILES


def test_not_too_many_doubts_are_shown_at_a_time(
    page: ImportPage, open_files: Callable[..., None], tmp_path: Path
) -> None:
    surnames = [
        f"{start}{end}"
        for start in ("Bak", "Vis", "Mul", "Kok", "Smi")
        for end in ("ma", "sen", "der")
    ]
    lines = [f"{600_000 + n};Sanne;;{name};;CMV-1B" for n, name in enumerate(surnames)]
    files = {f"{name.lower()}_s.jpg": portrait(n) for n, name in enumerate(surnames)}
    open_files(folder(tmp_path / "in", files | {"klas.csv": rows(*lines)}))
    assert len(cards(page)) == 12
    assert "And 3 more after these." in seen(page)
    assert len(page._photos._names.names) == 15
    choices = [choice.model() for choice in page.findChildren(NameChoice) if choice.isVisible()]
    assert choices == [page._photos._names] * 12  # made once for all of them


@pytest.fixture
def board(page: ImportPage, open_files: Callable[..., None], tmp_path: Path) -> MatchBoard:
    """Three photos from a camera, of which nobody knows whose they are."""
    files = {f"IMG_{n}.jpg": portrait(n) for n in range(3)} | {"klas.csv": rows(*PEOPLE)}
    open_files(folder(tmp_path / "in", files))
    assert "None of the 3 photo(s)" in seen(page)
    return page.findChild(MatchBoard)


def test_where_no_photo_is_sure_the_keyboard_begins_at_the_board(board: MatchBoard) -> None:
    assert focus() is board.photos
    assert board.photos.currentIndex().row() == 0


def test_photos_without_a_name_stand_beside_names_without_a_photo(board: MatchBoard) -> None:
    assert [row.name for row in board.photos.model().rows()] == [f"IMG_{n}" for n in range(3)]
    assert [row.sentence for row in board.names.model().rows()] == [
        "Milan van der Berg, row 3",
        "Noor Aydın, row 4",
        "Sanne Hoekstra, row 2",
    ]


def test_photos_are_named_with_arrows_and_enter(
    board: MatchBoard, press: Keys, view_model: ImportViewModel
) -> None:
    board.photos.setFocus()
    press(Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert focus() is board.names
    assert [row.selected for row in board.photos.model().rows()] == [False, True, False]
    press(Qt.Key.Key_Escape)  # another photo after all
    assert focus() is board.photos
    assert not any(row.selected for row in board.photos.model().rows())
    assert view_model.step is Step.COLUMNS
    press(Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert view_model.photo_rows == {1: 2}  # the second photo is Noor's
    assert board.parentWidget()._said.text() == "2 student(s) without a photo."
    assert focus() is board.photos
    assert [row.name for row in board.photos.model().rows()] == ["IMG_0", "IMG_2"]
    assert board.photos.row(board.photos.currentIndex()).name == "IMG_2"


def carry(board: MatchBoard, carried: QMimeData, *, to: int) -> bool:
    """Drags something over the name at this place of the list and drops it; whether it is taken."""
    names = board.names
    at = QPointF(names.visualRect(names.model().index(to)).center())
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    move = Qt.DropAction.MoveAction
    over = QDragMoveEvent(at.toPoint(), move, carried, left, none)
    names.dragEnterEvent(QDragEnterEvent(at.toPoint(), move, carried, left, none))
    names.dragMoveEvent(over)
    assert names.hovered.row() == to
    names.dropEvent(QDropEvent(at, move, carried, left, none))
    assert not names.hovered.isValid()
    return over.isAccepted()


def test_a_photo_is_dragged_to_its_name(board: MatchBoard, view_model: ImportViewModel) -> None:
    photo, text = QMimeData(), QMimeData()
    photo.setData(DRAGGED, b"2")
    text.setText("2")
    assert not carry(board, text, to=1)
    assert view_model.photo_rows == {}
    assert carry(board, photo, to=0)
    assert view_model.photo_rows == {2: 1}  # Milan's


def test_a_click_on_a_photo_and_on_a_name_pairs_them(
    board: MatchBoard, view_model: ImportViewModel
) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    photos, names = board.photos, board.names
    QTest.mouseClick(
        photos.viewport(), left, none, photos.visualRect(photos.model().index(2)).center()
    )
    assert focus() is names
    QTest.mouseClick(
        names.viewport(), left, none, names.visualRect(names.model().index(2)).center()
    )
    assert view_model.photo_rows == {2: 0}  # Sanne's


def test_looking_over_decodes_no_photo_while_painting_once_a_picture_took_long(
    page: ImportPage,
    open_files: Callable[..., None],
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    open_files(class_folder(tmp_path / "in"))
    grid = page.findChild(ReviewGrid)
    monkeypatch.setattr(grid._late, "_at_once_ms", 0)
    per_paint: list[int] = []
    paint = ReviewGrid.paintEvent

    def counted(grid: ReviewGrid, event: QPaintEvent) -> None:
        before = len(page._faces._kept)
        paint(grid, event)
        per_paint.append(len(page._faces._kept) - before)

    monkeypatch.setattr(ReviewGrid, "paintEvent", counted)
    page._foot.on.click()
    faces = [review_grid.face_of(entry) for entry in grid.model().rows()]
    at = {"radius": review_grid.RADIUS, "ratio": grid.devicePixelRatioF()}
    qtbot.waitUntil(lambda: all(page._faces.has(face, review_grid.PHOTO, **at) for face in faces))
    qtbot.waitUntil(lambda: bool(per_paint))
    assert per_paint == [0] * len(per_paint)


def test_looking_over_has_as_many_students_beside_each_other_as_there_is_room_for(
    page: ImportPage, open_files: Callable[..., None], view_model: ImportViewModel, tmp_path: Path
) -> None:
    lines = [f"{700 + n};Sem{'abcdefgh'[n % 8]};;Bos{n};;1A" for n in range(28)]
    open_files(folder(tmp_path / "in", {"lijst.csv": rows(*lines)}))
    view_model.go_to(Step.REVIEW)
    grid = page.findChild(ReviewGrid)
    for size in ((1440, 700), (1440, 900), (1300, 600), (1260, 900)):
        page.resize(*size)
        QApplication.processEvents()
        boxes = [grid.visualRect(grid.model().index(place, 0)) for place in range(28)]
        beside = sum(box.top() == boxes[0].top() for box in boxes)
        assert beside == grid.viewport().width() // grid.gridSize().width(), size


def test_somebody_is_left_out_with_a_key_or_a_click(
    page: ImportPage, open_files: Callable[..., None], view_model: ImportViewModel, tmp_path: Path
) -> None:
    open_files(folder(tmp_path / "in", {"klas.csv": rows(*PEOPLE)}))
    view_model.go_to(Step.REVIEW)
    grid = page.findChild(ReviewGrid)
    grid.setCurrentIndex(grid.model().index(1, 0))
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    QApplication.processEvents()
    assert [row.is_left_out for row in grid.model().rows()] == [False, True, False]
    assert "left out" in page._review._line_of(grid.model().rows()[1])
    assert "1 student(s) whom you leave out." in seen(page)
    assert button(page, "Take in 2 student(s)").isEnabled()
    place = grid.visualRect(grid.model().index(1, 0)).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not view_model.left_out
    for row in range(3):
        view_model.leave_out(row, is_out=True)
    assert not page._foot.on.isEnabled()


def test_a_name_is_mended_with_the_keyboard_alone(
    page: ImportPage,
    open_files: Callable[..., None],
    view_model: ImportViewModel,
    press: Keys,
    tmp_path: Path,
) -> None:
    open_files(folder(tmp_path / "in", {"klas.csv": rows(*PEOPLE)}))
    view_model.go_to(Step.REVIEW)
    grid = page.findChild(ReviewGrid)
    grid.setCurrentIndex(grid.model().index(0, 0))
    grid.setFocus()
    press(Qt.Key.Key_F2, Qt.Key.Key_Tab, Qt.Key.Key_Tab, "Zonneveld", Qt.Key.Key_Return)
    assert view_model.step is Step.REVIEW, "Enter is for the name and goes no further"
    assert [row.student.family_name for row in grid.model().rows()] == [
        "Berg",
        "Hoekstra",
        "Zonneveld",
    ]
    assert grid.currentIndex().row() == 2, "the keyboard goes along"
    assert focus() is grid
    assert "name mended" in page._review._line_of(grid.model().rows()[2])
    QTest.keyClick(grid, Qt.Key.Key_Z, CTRL)
    assert grid.model().rows()[0].student.family_name == "Aydın"
    press(Qt.Key.Key_F2, *[Qt.Key.Key_Backspace] * 4, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    press(Qt.Key.Key_Backspace, Qt.Key.Key_Return)
    told = [label.text() for label in page.findChildren(Label) if label.isVisible()]
    assert "Give a name first." in told
    press(Qt.Key.Key_Escape)
    assert focus() is grid
    assert view_model.step is Step.REVIEW


def test_a_name_is_mended_with_the_pencil_and_goes_back_to_what_it_was(
    page: ImportPage, open_files: Callable[..., None], view_model: ImportViewModel, tmp_path: Path
) -> None:
    open_files(folder(tmp_path / "in", {"klas.csv": rows(*PEOPLE)}))
    view_model.go_to(Step.REVIEW)
    grid = page.findChild(ReviewGrid)
    index = grid.model().index(1, 0)
    QTest.mouseMove(grid.viewport(), grid.visualRect(index).center())
    grid._on_entered(index)
    place = grid.pencil_box(grid.visualRect(index)).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not view_model.left_out
    (panel,) = page.findChildren(MendPanel)
    assert not any(b.isVisible() for b in panel.findChildren(Button) if b.text().startswith("Back"))
    panel.first.setText("Milaan")
    QTest.keyClick(panel.first, Qt.Key.Key_Return)
    assert view_model.entries[1].listed_as == "Milan van der Berg"
    QApplication.processEvents()
    page._review._on_mend_wanted(view_model.entries[1])
    button(page, "Back to what it said").click()
    assert not view_model.entries[1].listed_as


def test_who_has_no_photo_is_said_only_where_others_have_one(
    page: ImportPage, open_files: Callable[..., None], view_model: ImportViewModel, tmp_path: Path
) -> None:
    open_files(folder(tmp_path / "in", {"klas.csv": rows(*PEOPLE)}))
    view_model.go_to(Step.REVIEW)
    review = page._review
    assert [review._line_of(entry) for entry in view_model.entries] == ["", "", ""]
    view_model.choose_more()
    open_files(folder(tmp_path / "more", {"500123.jpg": portrait(0)}))
    view_model.go_to(Step.REVIEW)
    lines = [review._line_of(entry) for entry in view_model.entries]
    assert sorted(lines) == ["", "no photo", "no photo"]


def test_without_photos_the_columns_have_the_room(
    page: ImportPage, open_files: Callable[..., None], view_model: ImportViewModel, tmp_path: Path
) -> None:
    open_files(folder(tmp_path / "in", {"klas.csv": rows(*PEOPLE)}))
    alone = page._columns.width()
    view_model.choose_more()
    open_files(folder(tmp_path / "more", {"500123.jpg": portrait(0)}))
    QApplication.processEvents()
    assert page._columns.width() < alone - 100


def test_six_columns_stand_above_the_photos_where_there_is_no_room_beside_them(
    page: ImportPage, open_files: Callable[..., None], tmp_path: Path
) -> None:
    header = "Naam;Studentnummer;E-mailadres;Voornaamwoorden;SLB'er;Opmerking"
    files = {"export.csv": rows("Bo Vos;500123;b@x.nl;;KRJ;x", header=header)}
    open_files(folder(tmp_path / "in", files | {"500123.jpg": portrait(0)}))
    for size, are_below in (((1440, 900), False), ((1024, 680), True)):
        page.resize(*size)
        QApplication.processEvents()
        choices = [each for each in page.findChildren(FieldChoice) if each.isVisible()]
        assert choices[-1].visibleRegion().boundingRect().width() == choices[-1].width()
        assert (page._photos.geometry().top() > 0) is are_below


def test_where_the_photos_are_below_the_columns_what_is_asked_is_in_sight(
    page: ImportPage, open_files: Callable[..., None], tmp_path: Path
) -> None:
    page.resize(1024, 700)
    people = [f"5001{place:02};Sem{place};;Bos{place};;1A" for place in range(12)]
    files = {f"5001{place:02}.jpg": portrait(place) for place in range(12)}
    last = {"Milan van den Bergh.jpg": portrait(20)}
    lines = rows(*people, "500124;Milan;van der;Berg;;1A")
    open_files(folder(tmp_path / "in", {"klas.csv": lines, **files, **last}))
    scroll = page._stack.currentWidget()
    (card,) = page.findChildren(DoubtCard)
    for _ in range(5):
        QApplication.processEvents()
    assert card.has_focus()
    assert scroll.verticalScrollBar().value() > 0
    assert card.visibleRegion().boundingRect().height() == card.height()


def test_the_photos_have_no_bar_of_their_own_within_the_page(
    page: ImportPage, open_files: Callable[..., None], tmp_path: Path
) -> None:
    lines = [f"Bo{n};Vos;{500100 + n}" for n in range(30)]
    files = {f"{500100 + n}.jpg": portrait(n) for n in range(28)} | {"x.jpg": portrait(40)}
    header = "Voornaam;Achternaam;Studentnummer"
    open_files(folder(tmp_path / "in", files | {"1A.csv": rows(*lines, header=header)}))
    page.resize(1024, 680)
    QApplication.processEvents()
    board = page.findChild(MatchBoard)
    for part in (sure(page), board.photos, board.names):
        assert part.verticalScrollBar().maximum() == 0


def test_one_column_is_said_to_be_one_and_a_name_of_the_system_is_no_class(
    page: ImportPage, open_files: Callable[..., None], view_model: ImportViewModel, tmp_path: Path
) -> None:
    open_files(folder(tmp_path / "downloads", {"39-blackboard.csv": rows("Bo Vos", header="Naam")}))
    assert "1 row(s). 1 of 1 column(s) recognised." in seen(page)
    view_model.go_to(Step.REVIEW)
    page._focus_step()
    assert focus() is page._review._name.field
    assert page._review._name.field.text() == ""


def test_columns_of_a_file_with_everything_are_called_as_on_screen(
    page: ImportPage, open_files: Callable[..., None], tmp_path: Path
) -> None:
    student = b'{"id": 1, "given_name": "Bo", "family_name": "Vos"}'
    told = b'{"classes": [{"name": "1A", "students": [' + student + b"]}]}"
    open_files(folder(tmp_path / "in", {"alles.json": told}))
    names = [each.accessibleName() for each in page.findChildren(FieldChoice)]
    assert names == ["first name", "family name", "class"]


def test_of_very_many_columns_those_that_count_come_first_and_stay_where_they_are(
    page: ImportPage, open_files: Callable[..., None], view_model: ImportViewModel, tmp_path: Path
) -> None:
    others = ";".join(f"Team {n}" for n in range(9))
    header, line = f"Voornaam;{others};Achternaam;E-mail", "Sem;" + "8;" * 9 + "Bos;s@x.nl"
    open_files(folder(tmp_path / "in", {"lijst.csv": rows(line, header=header)}))
    choices = page._columns._choices
    boxes = [choice.mapTo(page, QPoint()).x() for choice in choices]
    assert sorted(range(12), key=boxes.__getitem__)[:4] == [0, 10, 11, 1]
    view_model.set_field(11, Field.SKIP)
    QApplication.processEvents()
    now = [Field(choice.currentData()) for choice in page._columns._choices]
    assert now == list(view_model.fields)
    boxes = [choice.mapTo(page, QPoint()).x() for choice in page._columns._choices]
    assert sorted(range(12), key=boxes.__getitem__)[:4] == [0, 10, 11, 1]


def test_an_example_says_who_coaches_them(
    page: ImportPage,
    open_files: Callable[..., None],
    view_model: ImportViewModel,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    table = rows("Sanne;Hoekstra;M. Kok", header="Roepnaam;Achternaam;SLB")
    open_files(folder(tmp_path / "in", {"klas.csv": table}))
    qtbot.waitUntil(lambda: "sorted under H · study coach M. Kok" in seen(page))
    view_model.set_field(2, Field.SKIP)
    qtbot.waitUntil(lambda: "study coach M. Kok" not in seen(page))
    assert "M. Kok" in seen(page)  # in the row of the list


def test_seven_columns_stand_beside_each_other_without_a_bar(
    page: ImportPage, open_files: Callable[..., None], tmp_path: Path
) -> None:
    header = "Username;OrgDefinedId;First Name;Last Name;Email;GroupName;Role"
    lines = ("sh;500123;Sanne;Hoekstra;s@x.nl;1A;student", "mb;500124;Milan;Berg;m@x.nl;1A;student")
    open_files(folder(tmp_path / "in", {"klas.csv": rows(*lines, header=header)}))
    page.resize(1440, 900)
    QApplication.processEvents()
    choices = [each for each in page.findChildren(FieldChoice) if each.isVisible()]
    assert len(choices) == 7
    for choice in choices:
        choice.grab()
        assert not choice.toolTip() or choice.width() < choice.sizeHint().width()
    assert choices[-1].visibleRegion().boundingRect().width() == choices[-1].width()


@pytest.fixture
def second(
    session: Session, page: ImportPage, open_files: Callable[..., None], tmp_path: Path
) -> ImportPage:
    """A second list: somebody new, somebody changed, somebody missing, a broken photo."""
    take_in(session.desk, class_folder(tmp_path / "known"))
    lines = (PEOPLE[0], "500124;Milan;;Berg;m@school.nl;CMV-1B", "500199;Timo;;Bakker;;CMV-1B")
    files = {"klas.csv": rows(*lines), "kapot.jpg": jpeg()[:300], "500123.jpg": portrait(9)}
    open_files(folder(tmp_path / "in", files))
    page._foot.on.click()
    return page


def test_looking_over_a_second_list_says_what_becomes_different(
    second: ImportPage, press: Keys, session: Session, view_model: ImportViewModel
) -> None:
    told = seen(second)
    assert "Milan Berg\nwas Milan van der Berg; e-mail: milan@school.nl becomes m@school.nl" in told
    assert "Sanne Hoekstra\nanother photo" in told
    assert "kapot.jpg is damaged and cannot be shown." in told
    assert "They stay in the class. Tick who has left." in told
    tick = next(box for box in second.findChildren(Check) if box.isVisible())
    assert tick.text() == "Noor Aydın"
    tick.setFocus()
    press(Qt.Key.Key_Space)
    grid = second.findChild(ReviewGrid)
    lines = [grid.itemDelegate()._line_of(entry) for entry in view_model.entries]
    assert lines == ["new, no photo", "changed", "changed"]
    second._foot.on.click()
    assert names_in(session.desk, "CMV-1B") == ["Timo Bakker", "Milan Berg", "Sanne Hoekstra"]


def test_filters_show_a_part_of_the_class(second: ImportPage, qtbot: QtBot) -> None:
    grid = second.findChild(ReviewGrid)
    filters = second._review._filters
    for key, names in (
        ("added", ["Timo Bakker"]),
        ("changed", ["Milan Berg", "Sanne Hoekstra"]),
        ("no_photo", ["Timo Bakker"]),
        ("all", ["Timo Bakker", "Milan Berg", "Sanne Hoekstra"]),
    ):
        filters._chips[key].click()
        assert [entry.name for entry in grid.model().rows()] == names
    assert "same" not in filters._chips


def test_the_grid_is_one_tab_stop_with_letters_and_arrows_inside(
    second: ImportPage, press: Keys
) -> None:
    grid = second.findChild(ReviewGrid)
    grid.setFocus()
    press("sa")
    assert grid.currentIndex().data() == "Sanne Hoekstra"
    assert not grid.ring_rect().isEmpty()
    press(Qt.Key.Key_Home)
    assert grid.currentIndex().row() == 0
    assert grid.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Timo Bakker, new, no photo, row 4"
    )


def test_a_list_can_go_into_another_class(
    second: ImportPage, press: Keys, view_model: ImportViewModel
) -> None:
    classes = second._review._classes
    assert focus() is classes
    assert classes.currentText() == "CMV-1B"
    press(Qt.Key.Key_Home)
    assert view_model.class_id is None
    assert second._review._name.isVisible()
    assert not [box for box in second.findChildren(Check) if box.isVisible()]


def test_a_class_without_a_name_is_not_taken_in(
    page: ImportPage,
    press: Keys,
    open_files: Callable[..., None],
    session: Session,
    tmp_path: Path,
) -> None:
    open_files(class_folder(tmp_path / "in", photos=0))
    press(Qt.Key.Key_Space, Qt.Key.Key_Backspace, Qt.Key.Key_Return)
    assert "Give a name first." in seen(page)
    assert session.classes == ()
    assert focus() is page._review._name.field
    press("1B", Qt.Key.Key_Return)
    assert [known.name for known in session.classes] == ["1B"]


def test_trouble_while_taking_in_is_said_at_the_bottom(
    second: ImportPage, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise DiskFull(Path())

    monkeypatch.setattr(session, "do", fail)
    second._foot.on.click()
    assert "The disk is full" in seen(second)


def test_what_is_looked_over_follows_the_class_when_that_changes(
    second: ImportPage, session: Session
) -> None:
    session.undo()
    assert second._review._name.isVisible()
    assert second._review._name.field.text() == "CMV-1B"
    session.redo()
    assert second._review._classes.currentText() == "CMV-1B"


@pytest.mark.parametrize("size", [(1024, 680), (1440, 900)])
def test_nothing_is_cut_off_in_any_step(
    second: ImportPage, qtbot: QtBot, view_model: ImportViewModel, size: tuple[int, int]
) -> None:
    def is_whole() -> None:
        assert flaws(second) == []

    second.resize(*size)
    for step in (Step.REVIEW, Step.COLUMNS, Step.FILES):
        view_model.go_to(step)
        qtbot.waitUntil(is_whole)


def test_every_part_that_takes_the_keyboard_has_a_name(second: ImportPage) -> None:
    for kind in (Button, Dropdown, Check, ReviewGrid, TileGrid):
        for part in second.findChildren(kind):
            text = part.text() if hasattr(part, "text") else ""
            assert part.accessibleName() or text


def test_a_class_of_a_colleague_is_opened_with_its_passphrase(
    page: ImportPage,
    press: Keys,
    qtbot: QtBot,
    view_model: ImportViewModel,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(class_files, "MEMORY", 1 << 20)
    monkeypatch.setattr(class_files, "MEMORY_ALLOWED", (1 << 20, 1 << 22))
    people = [
        Leaving(given_name="Noor", family_name="Aydın", picture=jpeg()),
        Leaving(given_name="Milan", infix="van der", family_name="Berg"),
    ]
    path = tmp_path / "klas.klasgenoot"
    path.write_bytes(
        class_files.write_class(people, name="CMV-1B", passphrase=PHRASE, with_notes=False)
    )
    view_model.read([path])
    qtbot.waitUntil(lambda: bool(view_model.sealed), timeout=30_000)
    assert "klas.klasgenoot is encrypted" in seen(page)
    press("een andere zin", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(view_model.trouble), timeout=30_000)
    assert "not the passphrase of klas.klasgenoot" in seen(page)
    assert flaws(page) == []
    press(PHRASE, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view_model.step is Step.COLUMNS, timeout=30_000)
    assert len(view_model.photo_rows) == 1
    assert view_model.class_name == "CMV-1B"


def test_something_else_can_be_chosen_instead(
    page: ImportPage, qtbot: QtBot, view_model: ImportViewModel, tmp_path: Path
) -> None:
    path = tmp_path / "klas.klasgenoot"
    path.write_bytes(class_files.SIGNS + bytes(100))
    view_model.read([path])
    qtbot.waitUntil(lambda: bool(view_model.sealed), timeout=30_000)
    QTest.mouseClick(button(page, "Choose something else"), Qt.MouseButton.LeftButton)
    assert view_model.sealed == ""
    assert button(page, "Choose files…").isVisible()


def test_a_list_of_several_classes_asks_which(
    page: ImportPage, view_model: ImportViewModel, press: Keys, qtbot: QtBot, tmp_path: Path
) -> None:
    lines = ("1;Sem;;Bos;;1A", "2;Fay;;Vos;;1B", "3;Lux;;Kok;;1B")
    view_model.read([folder(tmp_path / "in", {"lijst.csv": rows(*lines)})])
    qtbot.waitUntil(lambda: view_model.step is Step.COLUMNS, timeout=30_000)
    view_model.go_to(Step.REVIEW)
    ticks = [each for each in page.findChildren(Check) if each.isVisible()]
    assert [(each.text(), each.isChecked()) for each in ticks] == [("1A", True), ("1B", True)]
    assert focus() is ticks[0]
    qtbot.waitUntil(lambda: not flaws(page))
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(view_model.rows) == 2)
    assert view_model.class_name == "1B"
    assert focus() is ticks[0]
    qtbot.waitUntil(lambda: not flaws(page))


def test_enter_on_a_class_that_is_ticked_takes_all_of_them_in(
    page: ImportPage, open_files: Callable[..., None], press: Keys, session: Session, tmp_path: Path
) -> None:
    lines = ("1;Sem;;Bos;;1A", "2;Fay;;Vos;;1B")
    open_files(folder(tmp_path / "in", {"lijst.csv": rows(*lines)}))
    press(Qt.Key.Key_Return)
    assert isinstance(focus(), Check)
    press(Qt.Key.Key_Return)
    assert [known.name for known in session.classes] == ["1A", "1B"]


def test_of_many_classes_none_comes_along_until_one_is_ticked(
    page: ImportPage, view_model: ImportViewModel, press: Keys, qtbot: QtBot, tmp_path: Path
) -> None:
    lines = [f"{700 + n};Sem{'abcdefgh'[n]};;Bos;;1{'ABCDEFGH'[n]}" for n in range(8)]
    view_model.read([folder(tmp_path / "in", {"lijst.csv": rows(*lines)})])
    qtbot.waitUntil(lambda: view_model.step is Step.COLUMNS, timeout=30_000)
    view_model.go_to(Step.REVIEW)
    assert not page._foot.on.isEnabled()
    assert "Which of these classes are yours?" in seen(page)
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(page._foot.on.isEnabled)
    assert len(view_model.rows) == 1
    qtbot.waitUntil(lambda: not flaws(page))


def test_a_list_of_one_class_asks_nothing_more(
    page: ImportPage, view_model: ImportViewModel, qtbot: QtBot, tmp_path: Path
) -> None:
    view_model.read([class_folder(tmp_path / "in")])
    qtbot.waitUntil(lambda: view_model.step is Step.COLUMNS, timeout=30_000)
    view_model.go_to(Step.REVIEW)
    assert not [each for each in page.findChildren(Dropdown) if each.isVisible()]


def test_what_to_know_of_a_list_stands_on_both_steps(
    page: ImportPage, view_model: ImportViewModel, qtbot: QtBot
) -> None:
    view_model.read([GOLDEN / "klas.ods"])
    qtbot.waitUntil(lambda: view_model.step is Step.COLUMNS, timeout=30_000)
    for step in (Step.COLUMNS, Step.REVIEW):
        view_model.go_to(step)
        texts = [label.text() for label in page.findChildren(Label) if label.isVisible()]
        assert any("CMV-1B" in text and "3" in text for text in texts)
        qtbot.waitUntil(lambda: not flaws(page))


def test_where_a_list_comes_from_is_told_for_the_system_one_picks_with_keys(
    page: ImportPage, qtbot: QtBot
):
    where = page.findChild(WhereFrom)
    assert where is not None
    where.choice.setFocus()

    def steps() -> list[str]:
        return [label.text() for label in where.findChildren(Label)][1:]

    QTest.keyClick(where.choice, Qt.Key.Key_M)
    assert where.choice.currentText() == "Moodle"
    qtbot.waitUntil(lambda: len(steps()) == 4)
    assert "Participants" in steps()[1]
    assert flaws(page) == []

    QTest.keyClick(where.choice, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: steps() == [])
