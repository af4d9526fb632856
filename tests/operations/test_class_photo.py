"""From one picture of everybody to a photo of each; and photo lists on paper, taken in whole."""

from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from builders import TODAY, school_class
from imports import called, read, take_in
from klasgenoot.domain.answering import Outcome
from klasgenoot.domain.errors import Missing, PhotoRefused, Unknown, UnreadablePdf, UnreadablePhoto
from klasgenoot.domain.memory import Direction
from klasgenoot.domain.people import ClassId, Crop
from klasgenoot.domain.rights import PhotoAnswer
from klasgenoot.domain.verdict import Verdict
from klasgenoot.exchange.photos import Picture
from klasgenoot.operations.class_photo import (
    GivenFace,
    cut_faces,
    give_faces,
    read_class_photos,
)
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.practice import answer_card
from klasgenoot.operations.rights import tell_photo
from klasgenoot.store import students
from klasgenoot.store.photos import photo_bytes
from made_files import encoded, exif, folder, zipped
from photo_list_makers import FOLDER, PEOPLE, face_on, portrait


def never() -> bool:
    return False


def class_picture(path: Path, *, people: int = 6) -> Path:
    image = Image.new("RGB", (1_800, 600), "grey")
    for n in range(people):
        image.paste(portrait(n, size=(240, 300)), (30 + n * 300, 150))
    path.write_bytes(encoded(image, "JPEG", quality=90, exif=exif(place="52.3676 N")))
    return path


def frame(n: int) -> Crop:
    return Crop((30 + n * 300) / 1_800, 150 / 600, 240 / 1_800, 300 / 600)


def test_faces_are_cut_out_exactly_and_tell_nothing_beside(tmp_path: Path) -> None:
    (picture,) = read_class_photos(
        [class_picture(tmp_path / "klas.jpg")], on_progress=lambda *_: None, is_cancelled=never
    )
    assert (picture.width, picture.height) == (1_800, 600)
    assert b"52.3676" not in picture.data + picture.shown
    cut = cut_faces(picture, [frame(n) for n in range(6)], is_cancelled=never)
    assert [face_on(each.large) for each in cut] == list(range(6))
    assert all((each.width, each.height) == (240, 300) for each in cut)


def test_the_pages_of_a_scan_are_pictures_to_cut(tmp_path: Path) -> None:
    (page,) = read_class_photos(
        [FOLDER / "scan.pdf"], on_progress=lambda *_: None, is_cancelled=never
    )
    first = Crop(80 / 1240, 150 / 1754, 200 / 1240, 250 / 1754)
    (face,) = cut_faces(page, [first], is_cancelled=never)
    assert face_on(face.large) == 0


def test_what_is_no_picture_is_said_so(tmp_path: Path) -> None:
    path = tmp_path / "klas.csv"
    path.write_text("Voornaam;Achternaam\nNoor;Jansen\n", "utf-8")
    with pytest.raises(UnreadablePhoto):
        read_class_photos([path], on_progress=lambda *_: None, is_cancelled=never)


def picture(n: int) -> Picture:
    data = encoded(portrait(n))
    return Picture(data, data, 120, 150)


def test_each_gets_their_own_photo_as_one_deed(desk: Desk) -> None:
    class_id, ids = school_class(desk)
    known = [students.student(desk.vault, one) for one in ids[:2]]
    faces = [GivenFace(student=who, picture=picture(n)) for n, who in enumerate(known) if who]
    before = len(desk.vault.journal.done)
    assert desk.do(give_faces, class_id=class_id, faces=faces, joined=TODAY).result == 2
    assert len(desk.vault.journal.done) == before + 1
    for n, one in enumerate(ids[:2]):
        student = students.student(desk.vault, one)
        assert student is not None
        assert student.photo is not None
        assert face_on(photo_bytes(desk.vault, student.photo, large=True) or b"") == n
    assert set(ids[:2]) <= students.with_chosen_photo(desk.vault)


def test_answers_do_not_name_a_photo_that_another_took_the_place_of(desk: Desk) -> None:
    class_id, ids = school_class(desk)

    def cut(n: int) -> None:
        who = students.student(desk.vault, ids[0])
        assert who is not None
        face = GivenFace(student=who, picture=picture(n))
        desk.do(give_faces, class_id=class_id, faces=[face], joined=TODAY)

    cut(0)
    first = students.student(desk.vault, ids[0])
    assert first is not None
    desk.do(
        answer_card,
        student_id=ids[0],
        direction=Direction.FACE_TO_NAME,
        outcome=Outcome(verdict=Verdict.RIGHT, photo=first.photo),
        rating=None,
        at=datetime.fromisoformat("2026-10-29T12:00:00+01:00"),
    )
    cut(1)
    assert desk.vault.row("SELECT photo_id FROM answers") == (None,)
    desk.undo()
    assert desk.vault.row("SELECT photo_id FROM answers") == (first.photo,)


def test_who_would_rather_have_no_photo_gets_none(desk: Desk) -> None:
    class_id, ids = school_class(desk)
    desk.do(tell_photo, student_id=ids[0], answer=PhotoAnswer.NO, on=TODAY)
    who = students.student(desk.vault, ids[0])
    assert who is not None
    with pytest.raises(PhotoRefused):
        desk.do(
            give_faces,
            class_id=class_id,
            faces=[GivenFace(student=who, picture=picture(0))],
            joined=TODAY,
        )


def test_without_faces_or_class_nothing_is_done(desk: Desk) -> None:
    class_id, ids = school_class(desk)
    who = students.student(desk.vault, ids[0])
    assert who is not None
    with pytest.raises(Missing):
        desk.do(give_faces, class_id=class_id, faces=[], joined=TODAY)
    with pytest.raises(Unknown):
        desk.do(
            give_faces,
            class_id=ClassId(999),
            faces=[GivenFace(student=who, picture=picture(0))],
            joined=TODAY,
        )


# ---- photo lists on paper ----


@pytest.mark.parametrize("name", ["chromium-beside", "libreoffice-below", "reportlab-forms"])
def test_a_photo_list_is_a_class_with_its_photos(desk: Desk, name: str) -> None:
    imported = take_in(desk, FOLDER / f"{name}.pdf").result
    assert (imported.added, imported.photos) == (12, 12)
    for number, student in enumerate(students.all_students(desk.vault)):
        assert student.photo is not None
        data = photo_bytes(desk.vault, student.photo, large=True) or b""
        shown = face_on(data)
        assert shown is not None
        assert student.student_number == PEOPLE[shown][1]
        assert not Image.open(BytesIO(data)).getexif(), number


def test_the_same_photo_list_again_changes_nothing(desk: Desk) -> None:
    take_in(desk, FOLDER / "chromium-beside.pdf")
    again = take_in(desk, FOLDER / "chromium-beside.pdf").result
    assert (again.added, again.updated, again.photos) == (0, 0, 0)


def test_a_photo_list_beside_a_list_gives_that_its_photos(desk: Desk, tmp_path: Path) -> None:
    text = "Studentnummer;Naam\n" + "".join(f"{number};{name}\n" for name, number in PEOPLE)
    where = folder(
        tmp_path / "in",
        {"CMV-1B.csv": text.encode(), "foto.pdf": (FOLDER / "qt-right.pdf").read_bytes()},
    )
    imported = take_in(desk, where).result
    assert (imported.added, imported.photos) == (12, 12)
    student = called(desk, "Noor")
    assert student.photo is not None
    assert face_on(photo_bytes(desk.vault, student.photo, large=True) or b"") == 0


def test_a_photo_list_in_a_zip_is_read_there(desk: Desk, tmp_path: Path) -> None:
    data = (FOLDER / "fpdf-above.pdf").read_bytes()
    found = read(zipped(tmp_path / "in.zip", {"lijst/foto.pdf": data}))
    assert found.table is not None
    assert len(found.table.rows) == len(found.photos) == 12


def test_a_scan_alone_says_what_to_do(desk: Desk) -> None:
    with pytest.raises(UnreadablePdf) as caught:
        take_in(desk, FOLDER / "scan.pdf")
    assert caught.value.why == "scanned"
