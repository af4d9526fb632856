"""Share and print, with keys and with a made-up dialog: saved, warned, written down."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from builders import school_class
from klasgenoot.domain.exports import ELSEWHERE, ExportKind
from klasgenoot.domain.portrait import default_crop
from klasgenoot.exchange import class_files
from klasgenoot.exchange.class_files import open_class
from klasgenoot.exchange.photos import read_photo
from klasgenoot.operations.students import set_photo
from klasgenoot.store.photos import StoredPhoto, keep_photo
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.field import Field
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.pages.sharing import paper_tile
from klasgenoot.ui.pages.sharing.kind_row import KindRow
from klasgenoot.ui.pages.sharing.page import SharingPage
from klasgenoot.ui.pages.sharing.paper_tile import PaperTile
from klasgenoot.ui.pages.sharing.papers.printing import paint_page
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.sharing import SharingViewModel
from klasgenoot.viewmodels.target import PageId, Target
from made_files import jpeg
from read_pdf import pdf_pages
from ui.layout_flaws import flaws
from worlds import settle


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    monkeypatch.setattr(class_files, "MEMORY", 1 << 20)
    monkeypatch.setattr(class_files, "MEMORY_ALLOWED", (1 << 20, 1 << 22))


@pytest.fixture
def view_model(session: Session) -> SharingViewModel:
    """Five students, of whom two have a photo."""
    _, ids = school_class(session.desk)
    made = read_photo(jpeg(200, 250), source="")
    stored = StoredPhoto(made.large, made.small, made.width, made.height)
    for who in ids[:2]:
        photo = keep_photo(session.vault, stored)
        crop = default_crop(made.width, made.height)
        session.do(set_photo, student_id=who, photo=photo, crop=crop)
    return SharingViewModel(session)


@pytest.fixture
def page(look: Look, view_model: SharingViewModel, qtbot: QtBot) -> SharingPage:
    shown = SharingPage(look, view_model)
    shown.resize(1280, 800)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.activateWindow()
    shown.arrive(Target(PageId.SHARING))
    return shown


@pytest.fixture
def save(page: SharingPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Callable[..., None]:
    """Presses the button, says where in the dialog, and waits until it is done."""

    def saved(path: Path, *, waits: bool = True) -> None:
        monkeypatch.setattr(page, "ask_where", lambda _name, _kinds: path)
        button = _button(page, "Save")
        button.setFocus()
        if not waits:
            QTest.keyClick(button, Qt.Key.Key_Return)
            return
        with qtbot.waitSignal(page._view_model.said, timeout=20_000):
            QTest.keyClick(button, Qt.Key.Key_Return)

    return saved


def _button(page: QWidget, begins: str) -> Button:
    return next(
        each
        for each in page.findChildren(Button)
        if each.isVisible() and each.text().startswith(begins)
    )


def _seen(page: SharingPage) -> str:
    settle()
    return "\n".join(label.text() for label in page.findChildren(Label) if label.isVisible())


def test_a_photo_list_is_saved_and_written_down(
    page: SharingPage, save: Callable[..., None], tmp_path: Path
) -> None:
    save(tmp_path / "lijst")
    (text,) = pdf_pages((tmp_path / "lijst.pdf").read_bytes())
    for name in ("Sanne", "van der Berg", "Aydın", "Kowalski", "CMV-1B"):
        assert name in text
    assert "Photo list: CMV-1B, 5 student(s), with photos" in _seen(page)
    assert "Delete the file once you are done" in _seen(page)
    assert QApplication.focusWidget() is _button(page, "Save")
    assert [each.name for each in tmp_path.iterdir()] == ["lijst.pdf"]


@pytest.mark.parametrize("kind", [ExportKind.NAME_TENTS, ExportKind.SEAT_LABELS])
def test_other_papers_are_saved_too(
    kind: ExportKind, page: SharingPage, save: Callable[..., None], tmp_path: Path
) -> None:
    page._view_model.choose(kind)
    save(tmp_path / "x.pdf")
    text = "".join(pdf_pages((tmp_path / "x.pdf").read_bytes()))
    assert "Sanne" in text
    assert "Łukasz" in text


def test_a_practice_sheet_is_about_faces(
    page: SharingPage, save: Callable[..., None], tmp_path: Path
) -> None:
    page._view_model.choose(ExportKind.PRACTICE_SHEET)
    save(tmp_path / "x.pdf")
    (text,) = pdf_pages((tmp_path / "x.pdf").read_bytes())
    assert "Sanne" in text
    assert "Łukasz" not in text


def test_small_papers_are_drawn_one_at_a_turn_of_the_window(
    page: SharingPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers: list[int] = []
    turn = 0

    def drawn(painter: QPainter, *arguments: object, **others: object) -> None:
        papers.append(turn)
        paint_page(painter, *arguments, **others)  # type: ignore[arg-type]  # as they came

    monkeypatch.setattr(paper_tile, "paint_page", drawn)
    page.arrive(Target(PageId.SHARING))
    shown = [tile for tile in page.findChildren(PaperTile) if tile._paper is not None]
    while len(papers) < len(shown):
        turn += 1
        assert turn < 99
        page._kinds._on_time_for_a_page()
        page._kinds.grab()  # what is painted meanwhile draws no paper
    assert papers == sorted(set(papers))
    assert len(papers) == len(shown) >= 3
    assert not any(tile._is_waiting for tile in shown)


def test_arrow_keys_choose_and_what_is_chosen_says_what_it_holds(page: SharingPage) -> None:
    first = QApplication.focusWidget()
    assert isinstance(first, PaperTile)
    QTest.keyClick(first, Qt.Key.Key_Right)
    there = QApplication.focusWidget()
    assert there is not None
    QTest.keyClick(there, Qt.Key.Key_Return)
    assert page._view_model.kind is ExportKind.NAME_TENTS
    assert "folded lengthwise" in _seen(page)
    assert isinstance(there, PaperTile)
    assert there.isChecked()


def test_a_class_goes_to_a_colleague_with_the_words_that_were_suggested(
    page: SharingPage, save: Callable[..., None], tmp_path: Path
) -> None:
    page._view_model.choose(ExportKind.CLASS_FILE)
    (field,) = (each for each in page.findChildren(Field) if each.isVisible())
    suggested = field.text()
    assert len(suggested.split()) == 5
    QTest.mouseClick(_button(page, "Five other words"), Qt.MouseButton.LeftButton)
    assert field.text() != suggested
    path = tmp_path / "klas.klasgenoot"
    save(path)
    assert open_class(path.read_bytes(), passphrase=field.text(), source="").startswith(b"PK")


def test_a_folder_that_is_copied_is_asked_about_first(
    page: SharingPage, save: Callable[..., None], tmp_path: Path, qtbot: QtBot
) -> None:
    synced = tmp_path / "OneDrive"
    synced.mkdir()
    page._view_model.choose(ExportKind.CSV)
    save(synced / "x.csv", waits=False)
    assert "OneDrive" in _seen(page)
    assert list(synced.iterdir()) == []
    assert QApplication.focusWidget() is _button(page, "Choose another place")
    with qtbot.waitSignal(page._view_model.said, timeout=20_000):
        QTest.mouseClick(_button(page, "Save there all the same"), Qt.MouseButton.LeftButton)
    assert [each.name for each in synced.iterdir()] == ["x.csv"]


def test_the_keyboard_stays_where_the_teacher_went_on_meanwhile(
    page: SharingPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    page._view_model.choose(ExportKind.CSV)
    monkeypatch.setattr(page, "ask_where", lambda _name, _kinds: tmp_path / "x.csv")
    button = _button(page, "Save")
    button.setFocus()
    with qtbot.waitSignal(page._view_model.said, timeout=20_000):
        QTest.keyClick(button, Qt.Key.Key_Return)
        tile = page.findChildren(PaperTile)[0]
        tile.setFocus()
    assert QApplication.focusWidget() is tile


def test_the_dialog_opens_where_the_last_file_went_not_where_one_was_refused(
    page: SharingPage, save: Callable[..., None], tmp_path: Path
) -> None:
    (tmp_path / "stick").mkdir()
    (tmp_path / "temporary").mkdir()
    page._view_model.choose(ExportKind.CSV)
    save(tmp_path / "stick" / "x.csv")
    save(tmp_path / "temporary" / "x.csv")
    assert page._folder == tmp_path / "stick"


def test_without_genanki_cards_for_anki_cannot_be_saved(
    page: SharingPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("klasgenoot.viewmodels.sharing.can_write_decks", lambda: False)
    page._view_model.choose(ExportKind.DECK)
    assert "genanki" in _seen(page)
    assert not _button(page, "Save").isEnabled()


@pytest.mark.parametrize("kind", sorted(set(ExportKind) - ELSEWHERE - {ExportKind.SEATING_PLAN}))
def test_what_leaves_unencrypted_says_so_before_it_is_saved(
    kind: ExportKind, page: SharingPage
) -> None:
    page._view_model.choose(kind)
    assert ("not encrypted" in _seen(page)) == (kind is not ExportKind.CLASS_FILE)


def test_nobody_chosen_nothing_to_save(page: SharingPage) -> None:
    page._view_model.choose_only(frozenset())
    assert not _button(page, "Save").isEnabled()
    page._view_model.choose_only(None)
    assert _button(page, "Save").isEnabled()


def test_a_cancelled_dialog_leaves_nothing(
    page: SharingPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "ask_where", lambda _name, _kinds: None)
    QTest.mouseClick(_button(page, "Save"), Qt.MouseButton.LeftButton)
    assert page._view_model.log == ()


@pytest.mark.parametrize("size", [(1024, 700), (1440, 900)])
@pytest.mark.parametrize("kind", sorted(set(ExportKind) - ELSEWHERE))
def test_nothing_is_cut_off(size: tuple[int, int], kind: ExportKind, page: SharingPage) -> None:
    page.resize(*size)
    page._view_model.choose(kind)
    settle()
    assert flaws(page) == []


def test_every_choice_has_a_name_for_who_listens(page: SharingPage) -> None:
    choices = [*page.findChildren(PaperTile), *page.findChildren(KindRow)]
    assert len(choices) == len(set(ExportKind) - ELSEWHERE)
    assert all(each.accessibleName() or each.text() for each in choices)


def test_an_empty_class_says_so(look: Look, session: Session, qtbot: QtBot) -> None:
    school_class(session.desk, size=0)
    shown = SharingPage(look, SharingViewModel(session))
    qtbot.addWidget(shown)
    shown.show()
    shown.arrive(Target(PageId.SHARING))
    assert "nobody in this class" in "".join(label.text() for label in shown.findChildren(Label))
