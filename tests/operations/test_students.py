"""Adding, editing and removing students by hand."""

from dataclasses import replace

import pytest

from builders import TODAY, content, school_class, student
from fake_sound import a_name
from klasgenoot.domain.errors import Missing, Unknown
from klasgenoot.domain.people import ClassId, Crop, PhotoId, StudentId
from klasgenoot.exchange.sounds import made_sound
from klasgenoot.operations.classes import add_class, remove_class
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.import_class import Arrival, import_class
from klasgenoot.operations.more_photos import add_photo, choose_main_photo
from klasgenoot.operations.recordings import record_name
from klasgenoot.operations.students import (
    add_student,
    crop_photo,
    edit_student,
    remove_students,
    set_photo,
)
from klasgenoot.store import photos, students
from klasgenoot.store.more_photos import more_photos_of
from klasgenoot.store.photos import StoredPhoto
from klasgenoot.store.sounds import StoredSound, keep_sound


def test_a_student_is_kept_without_stray_blanks(desk: Desk) -> None:
    class_id, _ = school_class(desk, size=0)
    draft = student(0, given_name="  Sanne ", email=" s@x.nl ", note=" zit voor\n\nhoi ")
    who = desk.do(add_student, class_id=class_id, draft=draft, joined=TODAY).result
    known = students.student(desk.vault, who)
    assert known
    assert (known.given_name, known.email, known.note) == ("Sanne", "s@x.nl", "zit voor\n\nhoi")


@pytest.mark.parametrize("changes", [{"given_name": " ", "family_name": ""}])
def test_a_student_needs_a_name(desk: Desk, changes: dict[str, str]) -> None:
    class_id, ids = school_class(desk, size=1)
    nameless = student(0, **changes)
    with pytest.raises(Missing):
        desk.do(add_student, class_id=class_id, draft=nameless, joined=TODAY)
    with pytest.raises(Missing):
        desk.do(edit_student, changed=replace(nameless, id=ids[0]))


def test_a_student_cannot_be_added_to_a_class_that_went(desk: Desk) -> None:
    before = content(desk.vault)
    with pytest.raises(Unknown):
        desk.do(add_student, class_id=ClassId(9), draft=student(), joined=TODAY)
    assert content(desk.vault) == before
    assert not desk.vault.connection.in_transaction


def test_a_form_that_was_open_meanwhile_leaves_photo_portrait_and_recording(desk: Desk) -> None:
    who = school_class(desk, size=1)[1][0]
    form = students.student(desk.vault, who)
    assert form
    first, second = (
        photos.keep_photo(desk.vault, StoredPhoto(name, b"small", 4, 5)) for name in (b"1", b"2")
    )
    desk.do(add_photo, student_id=who, photo=first, crop=None, on=TODAY)
    desk.do(add_photo, student_id=who, photo=second, crop=None, on=TODAY)
    form = students.student(desk.vault, who)
    assert form
    (other,) = more_photos_of(desk.vault, who)
    part = Crop(0.1, 0.1, 0.5, 0.6)
    sound = keep_sound(desk.vault, StoredSound(*made_sound(a_name())))
    desk.do(choose_main_photo, more_photo_id=other.id)
    desk.do(crop_photo, student_id=who, crop=part)
    desk.do(record_name, student_id=who, sound=sound)
    desk.do(edit_student, changed=replace(form, mnemonic="bril"))
    known = students.student(desk.vault, who)
    assert known
    assert (known.mnemonic, known.photo, known.crop) == ("bril", second, part)
    assert known.sound == sound
    assert [each.photo for each in more_photos_of(desk.vault, who)] == [first]


def test_who_is_not_there_is_said_to_be_gone(desk: Desk) -> None:
    class_id, _ = school_class(desk, size=1)
    gone = StudentId(99)
    with pytest.raises(Unknown):
        desk.do(edit_student, changed=replace(student(), id=gone))
    with pytest.raises(Unknown):
        desk.do(set_photo, student_id=gone, photo=None, crop=None)
    with pytest.raises(Unknown):
        desk.do(crop_photo, student_id=gone, crop=Crop(0, 0, 1, 1))
    with pytest.raises(Unknown):
        desk.do(remove_students, class_id=class_id, student_ids=[gone])


def test_a_photo_that_is_not_there_is_not_given(desk: Desk) -> None:
    _, ids = school_class(desk, size=1)
    with pytest.raises(Unknown):
        desk.do(set_photo, student_id=ids[0], photo=PhotoId("none"), crop=None)


def test_a_photo_by_hand_is_known_to_be_the_teachers(desk: Desk) -> None:
    _, ids = school_class(desk, size=2)
    photo = photos.keep_photo(desk.vault, StoredPhoto(b"large", b"small", 4, 5))
    desk.do(set_photo, student_id=ids[0], photo=photo, crop=Crop(0, 0, 1, 1))
    assert students.with_chosen_photo(desk.vault) == {ids[0]}
    desk.undo()
    assert students.with_chosen_photo(desk.vault) == frozenset()


def test_a_student_of_two_classes_outlives_one_of_them(desk: Desk) -> None:
    first, ids = school_class(desk, size=2)
    second = desk.do(add_class, name="Minor").result
    both = students.student(desk.vault, ids[0])
    assert both
    desk.do(import_class, arrivals=[Arrival(student=both)], joined=TODAY, class_id=second)
    assert set(students.classes_of(desk.vault, ids[0])) == {first, second}
    desk.do(remove_class, class_id=first)
    assert students.student(desk.vault, ids[0]) == both
    assert students.student(desk.vault, ids[1]) is None
    desk.undo()
    assert len(students.all_students(desk.vault, class_id=first)) == 2


def test_removing_nobody_changes_nothing(desk: Desk) -> None:
    class_id, _ = school_class(desk, size=1)
    assert desk.do(remove_students, class_id=class_id, student_ids=[]).tables == frozenset()
