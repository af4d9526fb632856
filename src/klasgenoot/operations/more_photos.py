"""What a teacher does with the other photos of a student: add, choose the main one, take away.

One photo is not yet a face: with a second, of another day, sweeps can show what was not practised.
"""

from dataclasses import replace
from datetime import date

from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.errors import PhotoTwice, Unknown
from klasgenoot.domain.people import Crop, MorePhoto, MorePhotoId, PhotoId, Student, StudentId
from klasgenoot.operations.desk import deed
from klasgenoot.operations.students import assert_photo_wanted, known_student
from klasgenoot.store import more_photos, students
from klasgenoot.store.database import Vault
from klasgenoot.store.faceless import forget_shown


@deed(Deed.ADD_PHOTO)
def add_photo(
    vault: Vault, *, student_id: StudentId, photo: PhotoId, crop: Crop | None, on: date
) -> None:
    """Adds a photo to those of a student; the first there is becomes the main one.

    Raises:
        PhotoRefused: the student would rather have no photo.
        PhotoTwice: it is one of theirs already.
        Unknown: the student is not there.
    """
    known = known_student(vault, student_id)
    assert_photo_wanted(vault, student_id)
    others = more_photos.more_photos_of(vault, student_id)
    if photo in {known.photo, *(each.photo for each in others)}:
        raise PhotoTwice
    if known.photo is None:
        _save_main(vault, known, photo=photo, crop=crop)
    else:
        more_photos.add_more_photo(
            vault, student_id=student_id, photo=photo, crop=crop, added_on=on
        )


@deed(Deed.REMOVE_PHOTO)
def remove_photo(vault: Vault, *, more_photo_id: MorePhotoId) -> None:
    """Takes one of the other photos away.

    Raises:
        Unknown: it is not there.
    """
    known = _photo(vault, more_photo_id)
    forget_shown(vault.connection, known.student_id, known.photo)
    more_photos.remove_more_photo(vault, known.id)


@deed(Deed.REMOVE_PHOTO)
def remove_main_photo(vault: Vault, *, student_id: StudentId) -> None:
    """Takes the main photo away; the oldest of the others comes in its place, if there are any.

    Raises:
        Unknown: the student is not there.
    """
    known = known_student(vault, student_id)
    forget_shown(vault.connection, student_id, known.photo)
    following = next(iter(more_photos.more_photos_of(vault, student_id)), None)
    if following is None:
        _save_main(vault, known, photo=None, crop=None)
    else:
        more_photos.remove_more_photo(vault, following.id)
        _save_main(vault, known, photo=following.photo, crop=following.crop)


@deed(Deed.CHOOSE_MAIN_PHOTO)
def choose_main_photo(vault: Vault, *, more_photo_id: MorePhotoId) -> None:
    """Makes one of the other photos the main one, and the main one of before one of the others.

    Each keeps the portrait that was chosen in it.

    Raises:
        Unknown: it is not there.
    """
    chosen = _photo(vault, more_photo_id)
    known = known_student(vault, chosen.student_id)
    if known.photo is None:
        more_photos.remove_more_photo(vault, chosen.id)
    else:
        more_photos.replace_more_photo(vault, chosen.id, photo=known.photo, crop=known.crop)
    _save_main(vault, known, photo=chosen.photo, crop=chosen.crop)


@deed(Deed.CROP_PHOTO)
def crop_more_photo(vault: Vault, *, more_photo_id: MorePhotoId, crop: Crop) -> None:
    """Chooses which part of one of the other photos is the portrait.

    Raises:
        Unknown: it is not there.
    """
    more_photos.crop_more_photo(vault, _photo(vault, more_photo_id).id, crop=crop)


def _save_main(vault: Vault, known: Student, *, photo: PhotoId | None, crop: Crop | None) -> None:
    students.save_student(vault, replace(known, photo=photo, crop=crop))
    students.set_photo_by_teacher(vault, known.id, by_teacher=True)


def _photo(vault: Vault, more_photo_id: MorePhotoId) -> MorePhoto:
    known = more_photos.more_photo(vault, more_photo_id)
    if known is None:
        raise Unknown("photo", str(more_photo_id))
    return known
