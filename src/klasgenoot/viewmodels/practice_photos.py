"""Which photo of each student does practice show? Not the one that is kept for sweeps."""

from dataclasses import replace

from klasgenoot.domain.people import Student, StudentId
from klasgenoot.domain.photo_choice import ShownPhoto, for_practice, photos_of
from klasgenoot.store.more_photos import more_photos
from klasgenoot.store.photo_tallies import photo_tallies
from klasgenoot.viewmodels.learning import Group, Learning
from klasgenoot.viewmodels.session import Session


def practised(session: Session, known: Learning, *, before: Learning | None = None) -> Learning:
    """The same classes, everybody with the photo that practice shows today.

    Args:
        session: where the photos are.
        known: who is practised.
        before: the same as it was shown until now: whoever is on screen keeps the photo.
    """
    groups = tuple(_with_photos(session, group, known, before=before) for group in known.groups)
    return replace(known, groups=groups)


def _with_photos(
    session: Session, group: Group, known: Learning, *, before: Learning | None
) -> Group:
    more = more_photos(session.vault, class_id=group.school_class.id)
    if not more:
        return group
    tallies = photo_tallies(session.vault, class_id=group.school_class.id)
    shown: dict[StudentId, Student] = dict(group.students)
    for who, student in group.students.items():
        photos = photos_of(student, more.get(who, ()))
        was = before.everyone.get(who) if before else None
        kept = next((each for each in photos if was and each.photo == was.photo), None)
        drawn = for_practice(photos, misses=tallies.get(who, {}), day=known.practice_day)
        shown[who] = _with(student, kept or drawn)
    return replace(group, students=shown)


def _with(student: Student, shown: ShownPhoto | None) -> Student:
    return replace(student, photo=shown.photo, crop=shown.crop) if shown else student
