"""Which photo is shown? The harder one is kept for sweeps, so that they test the person.

Six photos of one moment do not make a face known; two of different days do (Ritchie & Burton 2017).
A sweep that shows the very photo that was practised tests the photo. So, where there are several,
the one that is harder to name is kept back from practice, and practice goes round the others.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from klasgenoot.domain.lots import lot
from klasgenoot.domain.people import Crop, MorePhoto, PhotoId, Student


@dataclass(frozen=True, slots=True)
class ShownPhoto:
    """A photo, and which part of it is the portrait."""

    photo: PhotoId
    crop: Crop | None = None


class Tally(NamedTuple):
    """How often a photo was asked, and how often no name or a wrong one came."""

    asked: int
    missed: int

    @property
    def share(self) -> float:
        """The part that was missed, as if it had been asked twice before: once missed, once not.

        So one miss does not outweigh nine hits, and what was never asked stands in the middle.
        """
        return (self.missed + 1) / (self.asked + 2)


UNTRIED = Tally(0, 0)
Tallies = Mapping[PhotoId, Tally]


def photos_of(student: Student, more: Sequence[MorePhoto] = ()) -> tuple[ShownPhoto, ...]:
    """All photos of a student, each once: the main one first, then the others as they came."""
    found = {student.photo: ShownPhoto(student.photo, student.crop)} if student.photo else {}
    for each in more:
        found.setdefault(each.photo, ShownPhoto(each.photo, each.crop))
    return tuple(found.values())


def for_sweep(photos: Sequence[ShownPhoto], *, misses: Tallies) -> ShownPhoto | None:
    """The photo that a sweep shows: the hardest to name; of equals the newest.

    Args:
        photos: as `photos_of` gives them: the newest last.
        misses: how each photo went so far; one that was never asked may be missing.
    """
    hardest = None
    for each in photos:
        if hardest is None or _share(each, misses) >= _share(hardest, misses):
            hardest = each
    return hardest


def for_practice(photos: Sequence[ShownPhoto], *, misses: Tallies, day: date) -> ShownPhoto | None:
    """The photo that practice shows on a day: one of those not kept for sweeps, drawn by lot.

    With the same misses it is the same one all day, whatever order the photos are in: look the
    misses up once for a session.

    Args:
        photos: as `photos_of` gives them.
        misses: how each photo went so far.
        day: the practice day.
    """
    kept = for_sweep(photos, misses=misses)
    others = [each for each in photos if each != kept] or list(photos)
    drawn = sorted(others, key=lambda each: lot(day.toordinal(), *each.photo.encode()))
    return drawn[0] if drawn else None


def _share(shown: ShownPhoto, misses: Tallies) -> float:
    return misses.get(shown.photo, UNTRIED).share
