"""Who would be taken in, as the import page shows them: what is new, and what becomes different."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.difference import Match
from klasgenoot.domain.people import Crop, PhotoId, Student, StudentId
from klasgenoot.domain.portrait import default_crop
from klasgenoot.operations.proposing import Proposal, arrivals_of
from klasgenoot.operations.reading import Found
from klasgenoot.store.photos import id_of
from klasgenoot.viewmodels.import_places import place_words

translate = QCoreApplication.translate


NAMES = frozenset({"given_name", "infix", "family_name", "call_name"})
"""Fields of Student that the whole name is made of."""


class Fate(Enum):
    """What an import does to a student."""

    ADDED = "added"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing about a known student that the list has otherwise. `field` is that of Student."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """A photo to be looked at: its place, its file, and the row that seems to be meant."""

    photo: int
    file: str
    row: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One student as they would be taken in.

    Attributes:
        row: their place in the list.
        student: as they would be kept.
        fate: whether they are new, changed or the same.
        was_called: the whole name that a known student had, if it becomes another.
        changes: what else becomes different about a known student.
        classes: the classes they go into, where there are several.
        has_new_photo: whether a photo they already had is replaced by another.
        photo: the photo they would have: its place among those that were read (see
            `photo_of_place`), or that of the vault.
        crop: the part of it that is shown.
        place: where they come from, in words: the row, the file of the photo, the page.
        can_be_mended: whether the name is read here, and not that of a student who is known.
        listed_as: the whole name as the list has it, where the teacher mended it.
        is_left_out: whether the teacher leaves them out.
    """

    row: int
    student: Student
    fate: Fate
    was_called: str = ""
    changes: tuple[Change, ...] = ()
    classes: tuple[str, ...] = ()
    has_new_photo: bool = False
    photo: PhotoId | None = None
    crop: Crop | None = None
    place: str = ""
    can_be_mended: bool = True
    listed_as: str = ""
    is_left_out: bool = False

    @property
    def key(self) -> int:
        """Tells entries apart."""
        return self.row

    @property
    def name(self) -> str:
        """The whole name: here it is the names that are looked over."""
        return self.student.full_name

    @property
    def initials(self) -> str:
        """For when there is no photo."""
        return self.student.initials

    @property
    def sentence(self) -> str:
        """The whole name and what happens to them."""
        fates = {
            Fate.ADDED: translate("Import", "new"),
            Fate.CHANGED: translate("Import", "changed"),
            Fate.SAME: translate("Import", "unchanged"),
        }
        fate = translate("Import", "left out") if self.is_left_out else fates[self.fate]
        parts = [self.student.full_name, *self.classes, fate]
        if self.listed_as:
            words = translate("Import", "it said {name}")
            parts.append(words.format(name=self.listed_as))
        if self.photo is None:
            parts.append(translate("Import", "no photo"))
        if self.place:
            parts.append(self.place)
        return ", ".join(parts)


def photo_of_place(place: int) -> PhotoId:
    """How a photo that was read and is not kept yet is asked for: by its place."""
    return PhotoId(str(place))


def place_of_photo(photo: PhotoId) -> int | None:
    """The inverse of `photo_of_place`; None for a photo of the vault."""
    return int(photo) if photo.isdecimal() and len(photo) < len(id_of(b"")) else None


def entries_of(
    proposal: Proposal,
    found: Found,
    *,
    photo_of: Mapping[int, int],
    with_own_photo: frozenset[StudentId],
    coached: frozenset[StudentId] = frozenset(),
) -> tuple[Entry, ...]:
    """Everybody as they would be taken in, by family name.

    Args:
        proposal: who they are.
        found: what was read.
        photo_of: for each row the place of its photo, as it is settled now.
        with_own_photo: whose photo the teacher chose: no list replaces it.
        coached: of whom it is known who coaches them: no list changes that.
    """
    known = {
        id(match.row): match for match in (*proposal.difference.changed, *proposal.difference.same)
    }
    arrivals = arrivals_of(proposal, found, photo_of=photo_of)
    classes: dict[int, list[str]] = {}
    for one in proposal.each:
        for place in one.members:
            classes.setdefault(place, []).append(one.name)
    entries = []
    for place, (row, arrival) in enumerate(zip(proposal.rows, arrivals, strict=True)):
        student, photo, crop = arrival.student, arrival.student.photo, arrival.student.crop
        is_replaced = False
        if place in photo_of and student.id not in with_own_photo:
            picture, own_crop = found.photos[photo_of[place]].picture, arrival.crop
            # a photo is known by its content, which takes a while to work out
            if photo is None or id_of(picture.large) != photo:
                is_replaced = photo is not None
                photo = photo_of_place(photo_of[place])
                crop = own_crop or default_crop(picture.width, picture.height)
        match = known.get(id(row))
        is_news = match is not None and row.coach and match.student.id not in coached
        coach = (Change("coach", "", row.coach),) if is_news else ()
        own_photo = found.photos[photo_of[place]] if place in photo_of else None
        entries.append(
            Entry(
                row=place,
                student=student,
                fate=_fate(match, photo=photo, has_coach=bool(coach)),
                was_called=_was_called(match) if match else "",
                changes=(*_changes(match), *coach) if match else (),
                classes=tuple(classes.get(place, ())),
                has_new_photo=is_replaced,
                photo=photo,
                crop=crop,
                place=place_words(row, own_photo, found=found),
                can_be_mended=bool(row.place),
                listed_as=row.as_listed.full_name if row.as_listed else "",
            )
        )
    return tuple(sorted(entries, key=lambda entry: (entry.student.sort_key, entry.row)))


def _fate(match: Match | None, *, photo: PhotoId | None, has_coach: bool) -> Fate:
    if match is None:
        return Fate.ADDED
    is_changed = match.fields or has_coach or photo != match.student.photo
    return Fate.CHANGED if is_changed else Fate.SAME


def _was_called(match: Match) -> str:
    before = match.student.full_name
    return before if before != match.changed_student.full_name else ""


def _changes(match: Match) -> tuple[Change, ...]:
    fields = [name for name in match.fields if name not in NAMES or not _was_called(match)]
    return tuple(
        Change(name, getattr(match.student, name), getattr(match.row, name)) for name in fields
    )
