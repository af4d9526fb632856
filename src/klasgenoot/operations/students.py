"""What a teacher does with students: add, edit, give a face, remove."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.errors import Missing, PhotoRefused, Unknown
from klasgenoot.domain.names import tidy
from klasgenoot.domain.people import ClassId, Crop, PhotoId, Student, StudentId
from klasgenoot.domain.rights import PhotoAnswer
from klasgenoot.domain.texts import written
from klasgenoot.operations.desk import deed
from klasgenoot.store import more_photos, photo_permissions, students
from klasgenoot.store.database import Vault
from klasgenoot.store.faceless import forget_shown


@deed(Deed.ADD_STUDENT)
def add_student(vault: Vault, *, class_id: ClassId, draft: Student, joined: date) -> StudentId:
    """Adds a student by hand; the id of the draft is not used.

    Raises:
        Missing: no name was given.
    """
    student_id = students.add_student(vault, draft=_tidied(draft))
    students.enrol(vault, class_id=class_id, student_id=student_id, joined=joined)
    return student_id


@deed(Deed.EDIT_STUDENT)
def edit_student(vault: Vault, *, changed: Student) -> None:
    """Stores what the teacher changed about a student in writing.

    The photo, its portrait and the recording have deeds of their own and stay as they are: a form
    may stand open while one of them is chosen.

    Raises:
        Missing: no name is left.
        Unknown: the student is not there.
    """
    known = known_student(vault, changed.id)
    kept = replace(changed, photo=known.photo, crop=known.crop, sound=known.sound)
    students.save_student(vault, _tidied(kept))


@deed(Deed.SET_PHOTO)
def set_photo(
    vault: Vault, *, student_id: StudentId, photo: PhotoId | None, crop: Crop | None
) -> None:
    """Gives a student another photo, or none. The teacher's choice outranks later lists.

    Answers stay, and no longer say that they were about the one there was.

    Raises:
        PhotoRefused: the student would rather have no photo.
        Unknown: the student is not there.
    """
    known = known_student(vault, student_id)
    if photo is not None:
        assert_photo_wanted(vault, student_id)
    give_photo(vault, known, photo=photo, crop=crop)


def give_photo(vault: Vault, known: Student, *, photo: PhotoId | None, crop: Crop | None) -> None:
    """Makes a photo the teacher's choice for somebody who may have one, for a deed that says so."""
    for other in more_photos.more_photos_of(vault, known.id):
        if other.photo == photo:
            more_photos.remove_more_photo(vault, other.id)
    if known.photo != photo:
        forget_shown(vault.connection, known.id, known.photo)
    students.save_student(vault, replace(known, photo=photo, crop=crop))
    students.set_photo_by_teacher(vault, known.id, by_teacher=True)


def known_student(vault: Vault, student_id: StudentId) -> Student:
    """A student who is there, for a deed that is about them.

    Raises:
        Unknown: the student is not there.
    """
    known = students.student(vault, student_id)
    if known is None:
        raise Unknown("student", str(student_id))
    return known


def assert_photo_wanted(vault: Vault, student_id: StudentId) -> None:
    """Asks before a picture is kept at all.

    Raises:
        PhotoRefused: the student would rather have no photo.
    """
    if photo_permissions.answer_of(vault, student_id) is PhotoAnswer.NO:
        raise PhotoRefused


@deed(Deed.CROP_PHOTO)
def crop_photo(vault: Vault, *, student_id: StudentId, crop: Crop) -> None:
    """Chooses which part of the photo is the portrait; the photo itself stays whole."""
    students.save_student(vault, replace(known_student(vault, student_id), crop=crop))


@deed(Deed.REMOVE_STUDENTS)
def remove_students(vault: Vault, *, class_id: ClassId, student_ids: Sequence[StudentId]) -> None:
    """Takes students out of a class; who is in no other class is gone with all that was kept."""
    for student_id in student_ids:
        known_student(vault, student_id)
    students.withdraw(vault, class_id=class_id, student_ids=student_ids)


def _tidied(draft: Student) -> Student:
    tidied = replace(
        draft,
        given_name=tidy(draft.given_name),
        infix=tidy(draft.infix),
        family_name=tidy(draft.family_name),
        call_name=tidy(draft.call_name),
        email=tidy(draft.email),
        student_number=tidy(draft.student_number),
        pronunciation=tidy(draft.pronunciation),
        note=written(draft.note),
        pronouns=tidy(draft.pronouns),
        mnemonic=tidy(draft.mnemonic),
        aliases=tuple(dict.fromkeys(filter(None, map(tidy, draft.aliases)))),
    )
    if not tidied.name:
        raise Missing("name")
    return tidied
