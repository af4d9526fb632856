"""Taking a class in: new students are added, known ones updated, none doubled, none lost."""

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from builders import TODAY, content, school_class, student
from imports import PEOPLE, called, class_folder, names_in, portrait, read, rows, take_in
from klasgenoot.domain.answering import Outcome
from klasgenoot.domain.columns import Field, signature
from klasgenoot.domain.errors import EmptyList, Missing, Unknown
from klasgenoot.domain.memory import Direction
from klasgenoot.domain.people import ClassId, Crop, StudentId
from klasgenoot.domain.verdict import Verdict
from klasgenoot.exchange.photos import read_photo
from klasgenoot.operations.classes import rename_class
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.import_class import Arrival, import_class
from klasgenoot.operations.practice import answer_card
from klasgenoot.operations.reading import columns_of, remember_columns
from klasgenoot.operations.students import crop_photo, edit_student, remove_students, set_photo
from klasgenoot.operations.study_coach import name_coach
from klasgenoot.store import photos, school_classes, settings, students
from klasgenoot.store.photos import StoredPhoto
from klasgenoot.store.study_coaches import coach_of
from made_cards import card
from made_files import encoded, folder, picture, real_input, zipped

ORIENTATION, MAKER, GPS = 0x0112, 0x010F, 0x8825
"""EXIF tags."""


def test_a_list_with_photos_becomes_a_class(desk: Desk, tmp_path: Path) -> None:
    done = take_in(desk, class_folder(tmp_path / "in"))
    assert (done.result.added, done.result.updated, done.result.photos, done.result.left) == (
        3,
        0,
        3,
        0,
    )
    assert names_in(desk, "CMV-1B") == ["Noor Aydın", "Milan van der Berg", "Sanne Hoekstra"]
    milan = called(desk, "Milan")
    assert (milan.student_number, milan.email, milan.infix) == (
        "500124",
        "milan@school.nl",
        "van der",
    )
    assert all(each.photo and each.crop for each in students.all_students(desk.vault))


def test_the_real_portraits_become_a_class_of_56_with_their_own_photos(desk: Desk) -> None:
    done = take_in(desk, real_input("people.csv"), real_input("portraits"))
    assert (done.result.added, done.result.photos) == (56, 56)
    everybody = students.all_students(desk.vault, class_id=done.result.class_id)
    assert len({each.photo for each in everybody}) == 56
    by_number = {each.student_number: each for each in everybody}
    assert by_number["B000740"].full_name == "Stephanie Bice"
    again = take_in(desk, real_input("people.csv"), real_input("portraits"))
    assert again.tables == frozenset()
    assert len(students.all_students(desk.vault)) == 56


def test_cards_of_one_person_each_become_one_class_with_the_name_of_their_folder(
    desk: Desk, tmp_path: Path
) -> None:
    cards = {"Noor.vcf": card("N:Jansen;Noor;;;"), "Sem.vcf": card("N:Bos;Sem;;;")}
    files = {name: text.encode() for name, text in cards.items()}
    done = take_in(desk, folder(tmp_path / "CMV-1B", files))
    assert done.result.added == 2
    assert names_in(desk, "CMV-1B") == ["Sem Bos", "Noor Jansen"]


def test_a_photo_goes_to_whom_it_is_named_after(desk: Desk, tmp_path: Path) -> None:
    take_in(desk, class_folder(tmp_path / "in"))
    second = read_photo(portrait(1), source="500124.jpg")
    assert called(desk, "Milan").photo == photos.id_of(second.large)


def test_the_same_import_again_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    where = class_folder(tmp_path / "in")
    take_in(desk, where)
    before = content(desk.vault)
    again = take_in(desk, where)
    assert again.tables == frozenset()
    assert (again.result.added, again.result.updated, again.result.photos) == (0, 0, 0)
    assert content(desk.vault) == before


def test_the_same_list_into_a_class_that_was_renamed_is_still_that_class(
    desk: Desk, tmp_path: Path
) -> None:
    plain = rows("500123;Sanne;Hoekstra", "500124;Milan;Berg", header="Nummer;Voornaam;Achternaam")
    path = folder(tmp_path / "in", {"export.csv": plain})
    first = take_in(desk, path)
    desk.do(rename_class, class_id=first.result.class_id, name="Mentorklas")
    again = take_in(desk, path)
    assert again.result.class_id == first.result.class_id
    assert again.tables == frozenset()


WITH_COACH = "Studentnummer;Roepnaam;Achternaam;Klas;SLB"


def test_who_coaches_a_student_comes_along_and_what_was_known_outranks_the_list(
    desk: Desk, tmp_path: Path
) -> None:
    lines = ("1;Sem;Bos;1A;M. Kok", "2;Fay;Vos;1A;", "3;Lux;Smit;1A;M. Kok")
    first = folder(tmp_path / "one", {"klas.csv": rows(*lines, header=WITH_COACH)})
    take_in(desk, first)
    found = {name: coach_of(desk.vault, called(desk, name).id) for name in ("Sem", "Fay", "Lux")}
    assert {name: coach and coach.name for name, coach in found.items()} == {
        "Sem": "M. Kok",
        "Fay": None,
        "Lux": "M. Kok",
    }
    assert take_in(desk, first).tables == frozenset()
    desk.do(name_coach, student_ids=[called(desk, "Lux").id], is_teacher=True)
    others = ("1;Sem;Bos;1A;K. Vos", "2;Fay;Vos;1A;K. Vos", "3;Lux;Smit;1A;K. Vos")
    take_in(desk, folder(tmp_path / "two", {"klas.csv": rows(*others, header=WITH_COACH)}))
    now = [coach_of(desk.vault, called(desk, name).id) for name in ("Sem", "Fay", "Lux")]
    assert [(coach.name, coach.is_teacher) for coach in now if coach] == [
        ("M. Kok", False),
        ("K. Vos", False),
        ("", True),
    ]


def test_what_is_otherwise_in_the_list_is_updated(desk: Desk, tmp_path: Path) -> None:
    take_in(desk, class_folder(tmp_path / "one"))
    changed = ("500123;Sanne;de;Wit;s.dewit@school.nl;CMV-1B", *PEOPLE[1:])
    done = take_in(desk, folder(tmp_path / "two", {"klas.csv": rows(*changed)}))
    assert (done.result.added, done.result.updated) == (0, 1)
    assert done.tables == {"students"}
    sanne = called(desk, "Sanne")
    assert sanne.full_name == "Sanne de Wit"
    assert sanne.email == "s.dewit@school.nl"
    assert sanne.photo is not None


def test_what_the_teacher_calls_somebody_outranks_the_list(desk: Desk, tmp_path: Path) -> None:
    where = class_folder(tmp_path / "in")
    take_in(desk, where)
    desk.do(edit_student, changed=replace(called(desk, "Sanne"), call_name="San", note="vooraan"))
    again = take_in(desk, where)
    assert again.tables == frozenset()
    assert called(desk, "San").note == "vooraan"


def test_a_photo_of_the_teachers_own_outranks_the_list_in_every_class(
    desk: Desk, tmp_path: Path
) -> None:
    take_in(desk, class_folder(tmp_path / "in"))
    own = photos.keep_photo(desk.vault, StoredPhoto(b"own", b"own", 4, 5))
    sanne = called(desk, "Sanne")
    desk.do(set_photo, student_id=sanne.id, photo=own, crop=Crop(0, 0, 1, 1))
    take_in(desk, class_folder(tmp_path / "in"))
    other = rows(PEOPLE[0].replace("CMV-1B", "Minor"))
    files = {"minor.csv": other, "500123.jpg": portrait(9)}
    done = take_in(desk, folder(tmp_path / "minor", files))
    assert done.result.photos == 0
    assert called(desk, "Sanne").photo == own


def test_another_photo_in_the_list_replaces_that_of_an_earlier_list(
    desk: Desk, tmp_path: Path
) -> None:
    take_in(desk, class_folder(tmp_path / "one"))
    before = called(desk, "Sanne").photo
    files = {"klas.csv": rows(*PEOPLE), "500123.jpg": portrait(9)}
    done = take_in(desk, folder(tmp_path / "two", files))
    assert done.result.photos == 1
    assert called(desk, "Sanne").photo not in {None, before}


def test_the_same_photo_again_leaves_the_crop_of_the_teacher(desk: Desk, tmp_path: Path) -> None:
    where = class_folder(tmp_path / "in")
    take_in(desk, where)
    desk.do(crop_photo, student_id=called(desk, "Sanne").id, crop=Crop(0.2, 0.2, 0.5, 0.5))
    assert take_in(desk, where).tables == frozenset()
    assert called(desk, "Sanne").crop == Crop(0.2, 0.2, 0.5, 0.5)


def test_who_is_missing_in_the_list_stays_unless_they_were_ticked(
    desk: Desk, tmp_path: Path
) -> None:
    take_in(desk, class_folder(tmp_path / "one"))
    shorter = folder(tmp_path / "two", {"klas.csv": rows(*PEOPLE[:2])})
    assert take_in(desk, shorter).tables == frozenset()
    assert "Noor Aydın" in names_in(desk, "CMV-1B")
    noor = called(desk, "Noor").id
    done = take_in(desk, shorter, leaving=[noor])
    assert done.result.left == 1
    assert names_in(desk, "CMV-1B") == ["Milan van der Berg", "Sanne Hoekstra"]
    assert students.student(desk.vault, noor) is None


def test_undo_brings_the_same_database_and_redo_the_other(desk: Desk, tmp_path: Path) -> None:
    def without_photos() -> dict[str, list[tuple[object, ...]]]:
        # only ever added, named by their content; swept at the next start
        return {name: held for name, held in content(desk.vault).items() if name != "photos"}

    take_in(desk, class_folder(tmp_path / "one"))
    before = without_photos()
    other = ("500123;Sanne;de;Wit;;CMV-1B", "500199;Timo;;Bakker;;CMV-1B")
    files = {"klas.csv": rows(*other), "500199.jpg": portrait(5)}
    noor = called(desk, "Noor").id
    take_in(desk, folder(tmp_path / "two", files), leaving=[noor])
    after = without_photos()
    assert before != after
    desk.undo()
    assert without_photos() == before
    desk.redo()
    assert without_photos() == after


def test_photos_alone_are_a_class_named_after_them(desk: Desk, tmp_path: Path) -> None:
    files = {
        "Sanne Hoekstra.jpg": portrait(1),
        "Berg, Milan van der.jpg": portrait(2),
        "noor_aydın (1).jpg": portrait(3),
    }
    done = take_in(desk, folder(tmp_path / "CMV-1B", files))
    assert (done.result.added, done.result.photos) == (3, 3)
    assert names_in(desk, "CMV-1B") == ["Noor Aydın", "Milan van der Berg", "Sanne Hoekstra"]


def test_photos_alone_are_for_the_class_that_knows_these_names(desk: Desk, tmp_path: Path) -> None:
    take_in(desk, class_folder(tmp_path / "one", photos=0))
    files = {"500123.jpg": portrait(1), "Milan van der Berg.jpg": portrait(2)}
    done = take_in(desk, folder(tmp_path / "later", files))
    assert (done.result.added, done.result.updated, done.result.photos) == (0, 2, 2)
    assert called(desk, "Sanne").photo
    assert len(school_classes.all_classes(desk.vault)) == 1


def test_a_list_alone_is_a_class_without_photos(desk: Desk, tmp_path: Path) -> None:
    done = take_in(desk, class_folder(tmp_path / "in", photos=0))
    assert (done.result.added, done.result.photos) == (3, 0)
    assert not any(each.photo for each in students.all_students(desk.vault))


def test_a_zip_with_list_and_photos_is_as_good_as_a_folder(desk: Desk, tmp_path: Path) -> None:
    files = {"lijst/klas.csv": rows(*PEOPLE), "fotos/500123.jpg": portrait(1)}
    done = take_in(desk, zipped(tmp_path / "CMV-1B.zip", files))
    assert (done.result.added, done.result.photos) == (3, 1)


def test_two_classes_in_one_list_make_one_class_named_after_both(
    desk: Desk, tmp_path: Path
) -> None:
    lines = (PEOPLE[0], PEOPLE[1].replace("CMV-1B", "CMV-1A"))
    path = folder(tmp_path / "in", {"klassen.csv": rows(*lines)})
    take_in(desk, path)
    assert names_in(desk, "CMV-1A + CMV-1B") == ["Milan van der Berg", "Sanne Hoekstra"]
    assert take_in(desk, path).tables == frozenset()


def test_a_list_of_many_small_groups_is_named_after_its_file(desk: Desk, tmp_path: Path) -> None:
    lines = [f"{500200 + n};Voornaam{n};;Achternaam{n};;groep {n}" for n in range(5)]
    take_in(desk, folder(tmp_path / "in", {"Minor_2026.csv": rows(*lines)}))
    assert len(names_in(desk, "Minor 2026")) == 5


def test_a_student_of_two_classes_is_one_student(desk: Desk, tmp_path: Path) -> None:
    take_in(desk, class_folder(tmp_path / "one"))
    minor = rows("s0500123;Sanne;;Hoekstra;;Minor", "500777;Timo;;Bakker;;Minor")
    done = take_in(desk, folder(tmp_path / "two", {"minor.csv": minor}))
    assert (done.result.added, done.result.updated) == (1, 1)  # the number is written otherwise
    assert names_in(desk, "Minor") == ["Timo Bakker", "Sanne Hoekstra"]
    assert len(names_in(desk, "CMV-1B")) == 3
    assert len(students.all_students(desk.vault)) == 4


def test_who_leaves_one_class_stays_in_the_other(desk: Desk, tmp_path: Path) -> None:
    take_in(desk, class_folder(tmp_path / "one"))
    minor = folder(tmp_path / "two", {"minor.csv": rows(PEOPLE[0].replace("CMV-1B", "Minor"))})
    second = take_in(desk, minor)
    sanne = called(desk, "Sanne").id
    desk.do(remove_students, class_id=second.result.class_id, student_ids=[sanne])
    assert "Sanne Hoekstra" in names_in(desk, "CMV-1B")


def test_new_students_are_in_the_class_from_the_day_they_came(desk: Desk, tmp_path: Path) -> None:
    done = take_in(desk, class_folder(tmp_path / "in"))
    joined = students.joined_on(desk.vault, class_id=done.result.class_id)
    assert set(joined.values()) == {TODAY}


def test_an_import_of_nobody_is_refused(desk: Desk) -> None:
    with pytest.raises(EmptyList):
        desk.do(import_class, arrivals=[], joined=TODAY, class_name="CMV-1B")


@pytest.mark.parametrize("name", ["", "   "])
def test_a_new_class_needs_a_name(desk: Desk, tmp_path: Path, name: str) -> None:
    before = content(desk.vault)
    arrivals = [Arrival(student=student())]
    with pytest.raises(Missing):
        desk.do(import_class, arrivals=arrivals, joined=TODAY, class_name=name)
    assert content(desk.vault) == before


def test_a_class_that_went_in_the_meantime_is_said_to_be_gone(desk: Desk) -> None:
    arrivals = [Arrival(student=student())]
    with pytest.raises(Unknown):
        desk.do(import_class, arrivals=arrivals, joined=TODAY, class_id=ClassId(99))


def test_a_student_who_went_in_the_meantime_is_said_to_be_gone(desk: Desk) -> None:
    class_id, _ = school_class(desk, size=1)
    before = content(desk.vault)
    known = replace(student(), id=StudentId(99))
    with pytest.raises(Unknown):
        desk.do(
            import_class,
            arrivals=[Arrival(student=student()), Arrival(student=known)],
            joined=date(2026, 9, 1),
            class_id=class_id,
        )
    assert content(desk.vault) == before


def test_a_remembered_reading_of_columns_is_used_for_the_next_list_like_it(
    desk: Desk, tmp_path: Path
) -> None:
    found = read(class_folder(tmp_path / "in", photos=0))
    assert found.table
    guessed = columns_of(desk.vault, found.table)
    assert guessed[0] is Field.STUDENT_NUMBER
    said = (Field.SKIP, *guessed[1:])
    remember_columns(desk.vault, found.table, fields=said)
    assert columns_of(desk.vault, found.table) == said
    take_in(desk, class_folder(tmp_path / "in", photos=0))
    assert not any(each.student_number for each in students.all_students(desk.vault))


def test_a_list_without_header_is_not_remembered(desk: Desk, tmp_path: Path) -> None:
    found = read(folder(tmp_path / "in", {"klas.csv": b"Sanne Hoekstra\nMilan Berg\n"}))
    assert found.table
    remember_columns(desk.vault, found.table, fields=(Field.SKIP,))
    assert columns_of(desk.vault, found.table) == (Field.WHOLE_NAME,)


def test_a_remembered_reading_with_unknown_fields_is_guessed_anew(
    desk: Desk, tmp_path: Path
) -> None:
    found = read(class_folder(tmp_path / "in"))
    assert found.table
    guessed = columns_of(desk.vault, found.table)
    key = signature(found.table.header)
    settings.remember_columns(desk.vault, signature=key, fields=("horoscope",) * len(guessed))
    assert columns_of(desk.vault, found.table) == guessed


def phone_photo() -> bytes:
    """A portrait as a phone writes it: on its side, with the place where it was taken."""
    told = Image.Exif()
    told[ORIENTATION] = 6
    told[MAKER] = "Phone of Sanne"
    told.get_ifd(GPS)[2] = (52.0, 22.0, 3.5)
    on_its_side = picture(90, 120).transpose(Image.Transpose.ROTATE_90)
    return encoded(on_its_side, exif=told.tobytes(), comment=b"52.3676 N")


def test_a_stored_photo_is_upright_and_tells_nothing_beside_the_picture(
    desk: Desk, tmp_path: Path
) -> None:
    data = phone_photo()
    assert Image.open(BytesIO(data)).getexif().get_ifd(GPS)
    take_in(desk, folder(tmp_path / "in", {"klas.csv": rows(*PEOPLE), "500123.jpg": data}))
    photo = called(desk, "Sanne").photo
    assert photo
    for large in (True, False):
        stored = photos.photo_bytes(desk.vault, photo, large=large)
        assert stored
        image = Image.open(BytesIO(stored))
        assert image.size == (90, 120)
        top, bottom = image.getpixel((45, 20)), image.getpixel((45, 100))
        assert top[0] > 150 > bottom[0]
        assert not image.getexif()
        assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi"}
        for needle in (b"Exif", b"Phone", b"52.3676", b"ICC_PROFILE", b"http"):
            assert needle not in stored


def test_answers_do_not_name_a_photo_that_a_later_list_replaced(desk: Desk, tmp_path: Path) -> None:
    take_in(desk, class_folder(tmp_path / "one"))
    sanne = called(desk, "Sanne")
    assert sanne.photo
    desk.do(
        answer_card,
        student_id=sanne.id,
        direction=Direction.FACE_TO_NAME,
        outcome=Outcome(verdict=Verdict.RIGHT, photo=sanne.photo),
        rating=None,
        at=datetime.fromisoformat("2026-10-29T12:00:00+01:00"),
    )
    files = {"klas.csv": rows(*PEOPLE), "500123.jpg": portrait(9)}
    done = take_in(desk, folder(tmp_path / "two", files))
    assert called(desk, "Sanne").photo not in {None, sanne.photo}
    assert done.result.photos == 1
    assert desk.vault.row("SELECT photo_id FROM answers") == (None,)
    desk.undo()
    assert desk.vault.row("SELECT photo_id FROM answers") == (sanne.photo,)


def test_photos_in_a_folder_for_each_class_are_classes_of_their_own(
    desk: Desk, tmp_path: Path
) -> None:
    people = ("1A/Sem Bos.jpg", "1A/Fay Vos.jpg", "1B/Lux Kok.jpg")
    files = {name: portrait(place) for place, name in enumerate(people)}
    found = read(folder(tmp_path / "klassen", files))
    told = found.table
    assert told is not None
    assert [row[1] for row in told.rows] == ["1A", "1A", "1B"]
    take_in(desk, tmp_path / "klassen")
    assert all(called(desk, name).photo for name in ("Sem", "Fay", "Lux"))
