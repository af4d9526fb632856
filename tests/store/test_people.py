"""Classes and students in the data file: what goes in comes out, sorted as a teacher expects."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from builders import TODAY, school_class, student
from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.people import ClassId, Crop, Student, StudentId
from klasgenoot.operations.desk import Desk
from klasgenoot.store import photos, school_classes, students
from klasgenoot.store.database import Vault
from klasgenoot.store.opening import vault_in_memory
from klasgenoot.store.photos import StoredPhoto

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
PARTS = st.floats(0, 1)
STUDENTS = st.builds(
    Student,
    id=st.just(StudentId(0)),
    given_name=TEXTS,
    infix=TEXTS,
    family_name=TEXTS,
    call_name=TEXTS,
    student_number=TEXTS,
    email=TEXTS,
    pronunciation=TEXTS,
    note=TEXTS,
    crop=st.none() | st.builds(Crop, PARTS, PARTS, PARTS, PARTS),
)


@given(draft=STUDENTS)
def test_a_student_comes_out_as_they_went_in_and_undo_takes_any_text_back(draft: Student) -> None:
    vault = vault_in_memory()
    with vault.journal.step(Deed.ADD_STUDENT):
        who = students.add_student(vault, draft=draft)
    assert students.student(vault, who) == replace(draft, id=who)
    with vault.journal.step(Deed.EDIT_STUDENT):
        students.save_student(vault, replace(student(), id=who))
    vault.journal.undo()
    assert students.student(vault, who) == replace(draft, id=who)
    vault.close()


def test_students_are_sorted_by_family_name_without_infix(desk: Desk) -> None:
    class_id, _ = school_class(desk)
    found = students.all_students(desk.vault, class_id=class_id)
    assert [each.full_name for each in found] == [
        "Noor Aydın",
        "Milan van der Berg",
        "Sanne Hoekstra",
        "Łukasz Kowalski",
        "Zoë de Wit",
    ]
    assert students.all_students(desk.vault) == found
    assert students.all_students(desk.vault, class_id=ClassId(9)) == ()


def test_some_are_found_by_their_numbers_as_far_as_they_are_there(desk: Desk) -> None:
    _, ids = school_class(desk)
    asked = [ids[3], ids[0], ids[3], StudentId(9_999)]
    found = students.those(desk.vault, asked)
    assert found == {who: students.student(desk.vault, who) for who in (ids[0], ids[3])}
    assert students.those(desk.vault, []) == {}


def test_a_student_who_is_not_there_is_none(vault: Vault) -> None:
    assert students.student(vault, StudentId(9)) is None
    assert school_classes.school_class(vault, ClassId(9)) is None


def test_who_is_in_a_class_already_keeps_the_day_they_came(desk: Desk) -> None:
    class_id, ids = school_class(desk, size=1)
    with desk.vault.journal.step(Deed.IMPORT_CLASS):
        students.enrol(desk.vault, class_id=class_id, student_id=ids[0], joined=TODAY)
    assert students.joined_on(desk.vault, class_id=class_id) == {ids[0]: date(2026, 9, 1)}
    with desk.vault.journal.step(Deed.IMPORT_CLASS):
        students.set_joined(desk.vault, class_id=class_id, student_id=ids[0], joined=TODAY)
    assert students.joined_on(desk.vault, class_id=class_id) == {ids[0]: TODAY}


def test_classes_are_sorted_by_name(desk: Desk) -> None:
    school_class(desk, name="b", size=2)
    school_class(desk, name="A", size=0)
    first, second = school_classes.all_classes(desk.vault)
    assert (first.name, second.name) == ("A", "b")


def test_the_same_photo_twice_is_kept_once_and_swept_when_nobody_has_it(desk: Desk) -> None:
    _, ids = school_class(desk, size=1)
    picture = StoredPhoto(b"large", b"small", 4, 5)
    photo = photos.keep_photo(desk.vault, picture)
    assert photos.keep_photo(desk.vault, picture) == photo == photos.id_of(b"large")
    assert photos.photo_bytes(desk.vault, photo, large=True) == b"large"
    assert photos.photo_bytes(desk.vault, photo, large=False) == b"small"
    known = students.student(desk.vault, ids[0])
    assert known
    with desk.vault.journal.step(Deed.SET_PHOTO):
        students.save_student(desk.vault, replace(known, photo=photo))
    assert photos.sweep_unused(desk.vault) == 0
    with desk.vault.journal.step(Deed.SET_PHOTO):
        students.save_student(desk.vault, known)
    assert photos.sweep_unused(desk.vault) == 1
    assert photos.photo_bytes(desk.vault, photo, large=True) is None
