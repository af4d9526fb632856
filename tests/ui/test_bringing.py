"""What is dropped or pasted anywhere on the window opens the import, by real keys and drags."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
)
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from builders import school_class
from imports import PEOPLE, portrait, rows
from klasgenoot.app.language import Speaker
from klasgenoot.store.students import all_students
from klasgenoot.ui.pages.calendar.timetable_panel import TimetablePanel
from klasgenoot.ui.pages.importing.page import ImportPage
from klasgenoot.ui.shell.drops import DropSign
from klasgenoot.ui.shell.window import Window
from klasgenoot.viewmodels.importing import ImportViewModel, Step
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId, Target
from made_files import folder

RESOURCES = Path(__file__).parents[2] / "resources"
CELLS = "Roepnaam\tAchternaam\tKlas\nSem\tBos\t1B\nFay\tKok\t1B\n"
WEB = "<html><body><table><tr><td>Naam<td>Klas<tr><td>Sem Bos<td>1C</table></body></html>"


@pytest.fixture
def window(qtbot: QtBot, session: Session, tmp_path: Path) -> Iterator[Window]:
    """The window on a class of some."""
    session.choose_class(school_class(session.desk)[0])
    speaker = Speaker(RESOURCES / "translations")
    before = QLocale()
    made = Window(
        session, resources=RESOURCES, speak=speaker.speak, state_file=tmp_path / "window.ini"
    )
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    qtbot.waitUntil(lambda: made.is_furnished)
    yield made
    QGuiApplication.clipboard().clear()
    speaker.fall_silent()
    QLocale.setDefault(before)


def paste(qtbot: QtBot, window: Window, mime: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(mime)
    target = QApplication.focusWidget() or window
    qtbot.keyClick(target, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def text(words: str) -> QMimeData:
    mime = QMimeData()
    mime.setText(words)
    return mime


def read_by(qtbot: QtBot, window: Window) -> ImportViewModel:
    """What the import page read, once it is done."""
    page = window.page
    assert isinstance(page, ImportPage)
    view_model = page._view_model
    qtbot.waitUntil(lambda: view_model.step is Step.COLUMNS, timeout=30_000)
    return view_model


def drag(window: Window, mime: QMimeData) -> QDragEnterEvent:
    event = QDragEnterEvent(
        window.rect().center(),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    QApplication.sendEvent(window, event)
    return event


def drop(window: Window, mime: QMimeData) -> None:
    event = QDropEvent(
        QPointF(window.rect().center()),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, event)


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


@pytest.mark.parametrize(
    "page", [PageId.TODAY, PageId.NAMES, PageId.STUDENTS, PageId.SETTINGS, PageId.STUDENT]
)
def test_cells_that_were_copied_are_pasted_on_any_page(
    window: Window, session: Session, qtbot: QtBot, page: PageId
) -> None:
    window.go(Target(page, student=all_students(session.vault)[0].id))
    mime = text(CELLS)
    picture = QImage(8, 8, QImage.Format.Format_RGB32)
    picture.fill(0)
    mime.setImageData(picture)  # as spreadsheets give the same cells once more
    paste(qtbot, window, mime)
    view_model = read_by(qtbot, window)
    assert [row.full_name for row in view_model.rows] == ["Sem Bos", "Fay Kok"]
    assert view_model.class_name == "1B"


def test_a_table_of_a_web_page_is_pasted(window: Window, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setHtml(WEB)
    paste(qtbot, window, mime)
    view_model = read_by(qtbot, window)
    assert [row.full_name for row in view_model.rows] == ["Sem Bos"]


@pytest.mark.parametrize("kind", ["as a file", "unpacked"])
def test_a_picture_that_is_pasted_is_of_somebody_in_this_class(
    window: Window, session: Session, qtbot: QtBot, kind: str
) -> None:
    mime = QMimeData()
    if kind == "unpacked":
        mime.setImageData(QImage.fromData(portrait(1)))
    else:
        mime.setData("image/jpeg", portrait(1))
    paste(qtbot, window, mime)
    view_model = read_by(qtbot, window)
    assert session.current_class
    assert view_model.class_id == session.current_class.id
    assert len(view_model.rows) == len(all_students(session.vault))
    (doubt,) = view_model.doubts
    view_model.settle(doubt.photo, 0)
    assert view_model.keep()


def test_a_field_keeps_what_is_pasted_in_it(window: Window, qtbot: QtBot) -> None:
    field = QLineEdit(window.page)
    field.show()
    field.setFocus()
    paste(qtbot, window, text(CELLS))
    assert window.target.page is PageId.TODAY
    assert field.text().startswith("Roepnaam")


def test_a_sentence_opens_nothing_but_a_list_of_names_does_on_the_import_page(
    window: Window, qtbot: QtBot
) -> None:
    paste(qtbot, window, text("Tot morgen\nMia"))
    assert window.target.page is PageId.TODAY
    window.go(PageId.IMPORT)
    paste(qtbot, window, text("Naam\nSem Bos\nFay Kok\n"))
    assert len(read_by(qtbot, window).rows) == 2


def test_what_is_pasted_halfway_comes_beside_what_was_read(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    photo = folder(tmp_path / "in", {"500123.jpg": portrait(2)}) / "500123.jpg"
    window.go(Target(PageId.IMPORT, paths=(photo,)))
    first = read_by(qtbot, window)
    assert first.found
    assert first.found.table is None
    paste(qtbot, window, text(rows(*PEOPLE).decode().replace(";", "\t")))
    qtbot.waitUntil(lambda: first.step is Step.READING)
    second = read_by(qtbot, window)
    assert len(second.rows) == 3
    assert len(second.photo_rows) == 1


def test_files_folders_and_zips_are_dropped_on_any_page_and_a_sign_says_so(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    here = folder(tmp_path / "in", {"klas.csv": rows(*PEOPLE), "foto/500123.jpg": portrait(1)})
    mime = files(here / "klas.csv", here / "foto")
    assert drag(window, mime).isAccepted()
    (sign,) = window.findChildren(DropSign)
    assert sign.isVisible()
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not sign.isVisible()
    drag(window, mime)
    drop(window, mime)
    assert not [each for each in window.findChildren(DropSign) if each.isVisible()]
    view_model = read_by(qtbot, window)
    assert (len(view_model.rows), len(view_model.photo_rows)) == (3, 1)


def test_a_sentence_that_is_dragged_is_not_taken(window: Window) -> None:
    assert not drag(window, text("Tot morgen")).isAccepted()
    assert not window.findChildren(DropSign)
    drop(window, text("Tot morgen"))
    assert window.target.page is PageId.TODAY


ICS = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:1
SUMMARY:Studio
DTSTART:20261105T091500
DTEND:20261105T110000
END:VEVENT
END:VCALENDAR
"""


def test_timetables_that_are_dropped_together_go_to_the_calendar(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    timetables = tmp_path / "Rooster.ICS", tmp_path / "toetsen.ics"
    for each, title in zip(timetables, ("CMV-1B", "CMV-1B toets"), strict=True):
        each.write_text(ICS.replace("Studio", title).replace("UID:1", f"UID:{title}"))
    drag(window, files(*timetables))
    drop(window, files(*timetables))
    assert window.target.page is PageId.CALENDAR

    def asked() -> list[TimetablePanel]:
        return [each for each in window.findChildren(TimetablePanel) if each.isVisible()]

    qtbot.waitUntil(lambda: bool(asked()), timeout=20_000)
    (panel,) = asked()
    texts = [label.text() for label in panel.findChildren(QLabel)]
    assert "Rooster.ICS en toetsen.ics" in texts
    assert panel.button.isEnabled()


def test_a_timetable_beside_what_was_read_stays_with_the_import(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    paste(qtbot, window, text(CELLS))
    read_by(qtbot, window)
    timetable = tmp_path / "rooster.ics"
    timetable.write_text(ICS)
    drag(window, files(timetable))
    drop(window, files(timetable))
    assert window.target.page is PageId.IMPORT
