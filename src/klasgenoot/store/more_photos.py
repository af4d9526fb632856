"""The other photos of a student, in the data file: one face, seen on more than one day."""

from datetime import date

from klasgenoot.domain.people import ClassId, Crop, MorePhoto, MorePhotoId, PhotoId, StudentId
from klasgenoot.store.database import Row, Vault

_COLUMNS = (
    "p.id, p.student_id, p.photo_id, p.added_on, p.crop_left, p.crop_top, p.crop_width,"
    " p.crop_height"
)


def more_photos(
    vault: Vault, *, class_id: ClassId | None = None
) -> dict[StudentId, tuple[MorePhoto, ...]]:
    """The other photos of each student of a class (or of everybody) who has any, oldest first."""
    found: dict[StudentId, tuple[MorePhoto, ...]] = {}
    for row in vault.rows(
        f"SELECT {_COLUMNS} FROM more_photos p WHERE ? IS NULL OR p.student_id IN"
        " (SELECT student_id FROM enrolments WHERE class_id = ?) ORDER BY p.id",
        (class_id, class_id),
    ):
        photo = _photo(row)
        found[photo.student_id] = (*found.get(photo.student_id, ()), photo)
    return found


def more_photos_of(vault: Vault, student_id: StudentId) -> tuple[MorePhoto, ...]:
    """The other photos of one student, oldest first."""
    found = vault.rows(
        f"SELECT {_COLUMNS} FROM more_photos p WHERE p.student_id = ? ORDER BY p.id", (student_id,)
    )
    return tuple(map(_photo, found))


def more_photo(vault: Vault, more_photo_id: MorePhotoId) -> MorePhoto | None:
    """One of them, or None if it is not there."""
    row = vault.row(f"SELECT {_COLUMNS} FROM more_photos p WHERE p.id = ?", (more_photo_id,))
    return _photo(row) if row else None


def add_more_photo(
    vault: Vault, *, student_id: StudentId, photo: PhotoId, crop: Crop | None, added_on: date
) -> MorePhotoId:
    """Adds a photo to those of a student; returns its id."""
    return MorePhotoId(
        vault.add(
            "more_photos",
            {
                "student_id": student_id,
                "photo_id": photo,
                "added_on": added_on.isoformat(),
                **_crop_row(crop),
            },
        )
    )


def remove_more_photo(vault: Vault, more_photo_id: MorePhotoId) -> None:
    """Takes one away; nothing happens if it is not there."""
    vault.table("more_photos").delete_where("id = ?", [more_photo_id])


def crop_more_photo(vault: Vault, more_photo_id: MorePhotoId, *, crop: Crop | None) -> None:
    """Chooses which part of it is the portrait."""
    vault.table("more_photos").update(more_photo_id, _crop_row(crop))


def replace_more_photo(
    vault: Vault, more_photo_id: MorePhotoId, *, photo: PhotoId, crop: Crop | None
) -> None:
    """Puts another photo in the place of this one."""
    vault.table("more_photos").update(more_photo_id, {"photo_id": photo, **_crop_row(crop)})


def _crop_row(crop: Crop | None) -> dict[str, object]:
    return {
        "crop_left": crop.left if crop else None,
        "crop_top": crop.top if crop else None,
        "crop_width": crop.width if crop else None,
        "crop_height": crop.height if crop else None,
    }


def _photo(row: Row) -> MorePhoto:
    more_photo_id, student_id, photo, added_on, left, top, width, height = row
    return MorePhoto(
        id=MorePhotoId(more_photo_id),
        student_id=StudentId(student_id),
        photo=PhotoId(photo),
        added_on=date.fromisoformat(added_on),
        crop=None if left is None else Crop(left, top, width, height),
    )
