"""More photos of a student: read beside the window, kept, chosen, and taken away."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from pytestqt.qtbot import QtBot

from builders import TODAY, school_class
from klasgenoot.domain.people import Crop, StudentId
from klasgenoot.domain.rights import PhotoAnswer
from klasgenoot.store import more_photos, students
from klasgenoot.viewmodels.photo_change import dropped_files
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.student import StudentViewModel
from made_files import jpeg, real_input

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def ids(session: Session) -> list[StudentId]:
    return school_class(session.desk)[1]


@pytest.fixture
def shown(session: Session, ids: list[StudentId]) -> Iterator[StudentViewModel]:
    made = StudentViewModel(session)
    made.open(ids[0])
    yield made
    made.close()


def photos(shown: StudentViewModel) -> int:
    return (shown.student.photo is not None) + len(shown.photos.others)


def add(shown: StudentViewModel, source: Path | bytes, qtbot: QtBot) -> None:
    before = photos(shown)
    shown.photos.add(source)
    assert shown.photos.is_adding
    qtbot.waitUntil(lambda: photos(shown) > before, timeout=30_000)
    assert not shown.photos.is_adding


def test_a_file_and_what_was_pasted_become_photos(session, ids, shown, tmp_path, qtbot):
    (tmp_path / "face.jpg").write_bytes(jpeg(400, 500))
    add(shown, tmp_path / "face.jpg", qtbot)
    add(shown, jpeg(300, 500), qtbot)
    (other,) = shown.photos.others
    assert other.photo.added_on == TODAY
    assert other.words == "Photo added on 29 October"
    assert other.photo.crop.height < 1
    session.undo()
    assert shown.photos.others == ()


def test_several_are_taken_in_one_after_the_other(shown, tmp_path, qtbot):
    for number in range(3):
        (tmp_path / f"{number}.jpg").write_bytes(jpeg(300 + number, 400))
        shown.photos.add(tmp_path / f"{number}.jpg")
    qtbot.waitUntil(lambda: photos(shown) == 3, timeout=30_000)
    assert not shown.photos.is_adding


def test_a_real_portrait_is_added_beside_another(shown, qtbot):
    portraits = real_input("portraits")
    add(shown, portraits / "B000740.jpg", qtbot)
    add(shown, portraits / "B001299.jpg", qtbot)
    whole, crop = shown.photos.one(shown.photos.others[0].photo.id)
    assert whole.startswith(b"\xff\xd8")
    assert crop


def test_a_photo_is_made_the_main_one_cropped_and_taken_away(session, ids, shown, qtbot):
    add(shown, jpeg(400, 500), qtbot)
    add(shown, jpeg(410, 500), qtbot)
    first, second = shown.student.photo, shown.photos.others[0].photo
    shown.photos.make_main(second.id)
    assert shown.student.photo == second.photo
    (other,) = shown.photos.others
    assert other.photo.photo == first
    crop = Crop(0.1, 0.1, 0.5, 0.5)
    shown.photos.crop(other.photo.id, crop)
    assert more_photos.more_photos_of(session.vault, ids[0])[0].crop == crop
    shown.photos.remove_main()
    assert (shown.student.photo, shown.student.crop) == (first, crop)
    shown.photos.remove_main()
    assert photos(shown) == 0


def test_a_quiet_line_says_what_a_second_photo_does(shown, qtbot):
    assert shown.photos.hint == ""
    add(shown, jpeg(400, 500), qtbot)
    assert "A second photo, of another day" in shown.photos.hint
    add(shown, jpeg(410, 500), qtbot)
    assert "kept for the sweep" in shown.photos.hint


def test_the_same_photo_and_one_that_is_not_wanted_are_refused(session, ids, shown, qtbot):
    add(shown, jpeg(400, 500), qtbot)
    with qtbot.waitSignal(shown.failed, timeout=30_000) as told:
        shown.photos.add(jpeg(400, 500))
    assert told.args == ["This photo is there already. One of another day helps more."]
    shown.tell_photo(PhotoAnswer.NO, on=TODAY, told_by="")
    with qtbot.waitSignal(shown.failed, timeout=30_000) as told:
        shown.photos.add(jpeg(410, 500))
    assert told.args[0].startswith("This student would rather have no photo")
    assert students.student(session.vault, ids[0]).photo is None


def test_what_was_pasted_and_is_no_photo_says_so(shown, qtbot):
    with qtbot.waitSignal(shown.failed, timeout=30_000) as told:
        shown.photos.add(b"\x89PNG and nothing more")
    assert told.args[0].startswith("What was pasted is ")


def test_something_that_is_gone_says_so(shown, qtbot):
    with qtbot.waitSignal(shown.failed):
        shown.photos.remove(999)
    assert shown.photos.one(999) == (b"", None)


def test_only_files_of_this_computer_are_taken():
    mime = QMimeData()
    mime.setUrls([QUrl("https://school.nl/a.jpg"), *map(QUrl.fromLocalFile, ("/a.jpg", "/b.jpg"))])
    assert dropped_files(mime) == (Path("/a.jpg"), Path("/b.jpg"))
