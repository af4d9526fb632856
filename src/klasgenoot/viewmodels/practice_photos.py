"""Which photo of each student does practice show? Not the one that is kept for sweeps."""

from collections.abc import Mapping
from dataclasses import replace

from klasgenoot.domain.people import Student, StudentId
from klasgenoot.domain.photo_choice import ShownPhoto, for_practice, photos_of
from klasgenoot.store.more_photos import more_photos
from klasgenoot.store.photo_tallies import photo_tallies
from klasgenoot.viewmodels.learning import Learning
from klasgenoot.viewmodels.session import Session

Photos = Mapping[StudentId, ShownPhoto]


def photos_today(session: Session, known: Learning) -> Photos:
    """The photo of today of everybody who has several."""
    found: dict[StudentId, ShownPhoto] = {}
    for group in known.groups:
        more = more_photos(session.vault, class_id=group.school_class.id)
        tallies = photo_tallies(session.vault, class_id=group.school_class.id) if more else {}
        for who, others in more.items():
            student = group.students.get(who)
            photos = photos_of(student, others) if student else ()
            shown = for_practice(photos, misses=tallies.get(who, {}), day=known.practice_day)
            if shown is not None:
                found[who] = shown
    return found


def with_photo_of(student: Student, photos: Photos) -> Student:
    """A student with the photo of today."""
    shown = photos.get(student.id)
    return replace(student, photo=shown.photo, crop=shown.crop) if shown else student
