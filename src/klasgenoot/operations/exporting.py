"""What a teacher gives out: a class as a list, on paper, as cards or as a file for a colleague.

As an import it has three beats: `gather` reads, `contents_of` thinks (on a thread, where it never
sees the vault), `save` writes and `keep_export` remembers. Who is restricted is in none of it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from klasgenoot.domain.errors import NobodyLeaves, Unknown, WeakPassphrase
from klasgenoot.domain.exports import (
    NOTES_POSSIBLE,
    PHOTOS_ALWAYS,
    PHOTOS_POSSIBLE,
    WHOLE,
    ExportId,
    ExportKind,
    Leaving,
)
from klasgenoot.domain.passphrase import Strength, strength_of
from klasgenoot.domain.people import ClassId, Crop, SchoolClass, Student, StudentId
from klasgenoot.domain.portrait import default_crop
from klasgenoot.domain.seating import Seating
from klasgenoot.exchange.class_files import write_class
from klasgenoot.exchange.everything import SHAPE
from klasgenoot.exchange.outgoing.cards import write_vcards
from klasgenoot.exchange.outgoing.decks import write_deck
from klasgenoot.exchange.outgoing.delimited import write_csv
from klasgenoot.exchange.outgoing.portraits import portrait_of
from klasgenoot.exchange.outgoing.rows import Headers
from klasgenoot.exchange.outgoing.sheets import write_xlsx
from klasgenoot.exchange.plain import plain_bytes
from klasgenoot.operations.export import everything_about
from klasgenoot.store import durable, exports, photo_permissions, school_classes, students
from klasgenoot.store.database import Vault
from klasgenoot.store.photos import photo_bytes, photo_size
from klasgenoot.store.places import lies_in_temporary, who_copies
from klasgenoot.store.seating import seating_of

Photo = tuple[bytes, Crop]
"""A stored photo, and which part of it leaves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the teacher wants to give out.

    Attributes:
        class_id: of which class; not looked at where it is about everything.
        only: which students; None for the whole class.
    """

    kind: ExportKind
    class_id: ClassId | None = None
    only: Collection[StudentId] | None = None
    with_photos: bool = False
    with_notes: bool = False

    @property
    def takes_photos(self) -> bool:
        """Whether there are photos in it."""
        asked = self.with_photos and self.kind in PHOTOS_POSSIBLE
        return asked or self.kind in PHOTOS_ALWAYS

    @property
    def takes_notes(self) -> bool:
        """Whether there are own notes in it; everything is everything."""
        return (self.with_notes and self.kind in NOTES_POSSIBLE) or self.kind in WHOLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What leaves, as plain values.

    Attributes:
        ids: who, for the log.
        people: who, as they leave, still without their pictures.
        photos: for each of them the stored photo and which part of it leaves, or None.
        has_photos: whether there is a photo in it at all.
        plain: everything, where it is about that.
    """

    wish: Wish
    class_name: str
    ids: tuple[StudentId, ...]
    people: tuple[Leaving, ...]
    photos: tuple[Photo | None, ...]
    has_photos: bool
    plain: Mapping[str, Any] | None = None

    def pictured(self) -> tuple[Leaving, ...]:
        """Everybody with their portrait cut out. Takes a while; needs no vault."""
        return tuple(
            _with_picture(person, photo)
            for person, photo in zip(self.people, self.photos, strict=True)
        )


def gather(vault: Vault, wish: Wish, *, on: date, large: bool = True) -> Gathered:
    """Reads what leaves; with small photos if it is only to be looked at.

    Raises:
        NobodyLeaves: there is nobody to put in it, or nobody with a face, or with a seat, where it
            is about those.
        Unknown: the class is not there.
    """
    if wish.kind in WHOLE:
        return _everything(vault, wish, on=on)
    school_class = _class(vault, wish.class_id)
    everybody = students.all_students(vault, class_id=school_class.id)
    those = [each for each in everybody if wish.only is None or each.id in wish.only]
    asks_seats = wish.kind is ExportKind.SEATING_PLAN
    seating = seating_of(vault, school_class.id) if asks_seats or not large else None
    if asks_seats and those:
        those = [each for each in those if seating and seating.seat_of(each.id)]
        if not those:
            raise NobodyLeaves("seats")
    refusing = photo_permissions.refusing(vault) if wish.takes_photos else frozenset()
    photos = [
        _photo(vault, each, large=large) if wish.takes_photos and each.id not in refusing else None
        for each in those
    ]
    if wish.kind in PHOTOS_ALWAYS:
        with_face = [(each, photo) for each, photo in zip(those, photos, strict=True) if photo]
        if those and not with_face:
            raise NobodyLeaves("photos")
        those = [each for each, _ in with_face]
        photos = [photo for _, photo in with_face]
    if not those:
        raise NobodyLeaves
    return Gathered(
        wish=wish,
        class_name=school_class.name,
        ids=tuple(each.id for each in those),
        people=tuple(
            _seated(
                _leaving(each, class_name=school_class.name, with_note=wish.takes_notes),
                each.id,
                seating,
            )
            for each in those
        ),
        photos=tuple(photos),
        has_photos=any(photos),
    )


def contents_of(
    gathered: Gathered, *, headers: Headers, passphrase: str = "", at: datetime
) -> bytes:
    """What is written in the file, for all but what is drawn on paper.

    Raises:
        Missing: the passphrase is empty where there has to be one.
        WeakPassphrase: it is guessed within a day.
        TooLittleMemory: there is no room to work it out.
    """
    kind, name = gathered.wish.kind, gathered.class_name
    if kind is ExportKind.EVERYTHING:
        return plain_bytes(gathered.plain or {})
    people = gathered.pictured()
    if kind is ExportKind.CSV:
        return write_csv(people, headers=headers)
    if kind is ExportKind.XLSX:
        return write_xlsx(people, headers=headers, title=name)
    if kind is ExportKind.VCARD:
        return write_vcards(people)
    if kind is ExportKind.DECK:
        return write_deck(people, name=name, at=at.timestamp())
    if passphrase and strength_of(passphrase, about=[name]) is Strength.TOO_SHORT:
        raise WeakPassphrase
    notes = gathered.wish.takes_notes
    return write_class(people, name=name, passphrase=passphrase, with_notes=notes)


def who_copies_to(path: Path) -> str | None:
    """The service that copies the folder of a file, or `safe_places.NETWORK`; None if none does."""
    return who_copies(path.parent)


def is_temporary(path: Path) -> bool:
    """Whether a file would lie in the folder for temporary files."""
    return lies_in_temporary(path.parent)


def save(path: Path, data: bytes) -> None:
    """Puts a file where the teacher wants it: whole or not at all, and nowhere else on the way.

    Raises:
        ReadOnlyPlace, DiskFull: it could not be written there; an older file stays.
    """
    try:
        durable.write_whole(path, data)
    except OSError as error:
        raise durable.place_trouble(error, path) from error


def keep_export(vault: Vault, gathered: Gathered, *, on: date) -> ExportId:
    """Keeps in the log that what was gathered left."""
    wish = gathered.wish
    return keep_record(
        vault,
        kind=wish.kind,
        class_id=None if wish.kind in WHOLE else wish.class_id,
        students=gathered.ids,
        on=on,
        with_photos=gathered.has_photos,
        with_notes=wish.takes_notes,
    )


def keep_record(
    vault: Vault,
    *,
    kind: ExportKind,
    class_id: ClassId | None,
    students: Sequence[StudentId],
    on: date,
    with_photos: bool = False,
    with_notes: bool = False,
) -> ExportId:
    """Keeps in the log that a file left. This is no deed: what left cannot be taken back.

    Args:
        vault: where the log is.
        kind: what it was.
        class_id: of which class; None where it was of all, or of some.
        students: who was named in it, each once.
        on: the day it left.
        with_photos: whether photos went along.
        with_notes: whether the teacher's own words did.
    """
    with vault.sound(), vault.journal.on_record():
        return exports.add_export(
            vault,
            kind=kind,
            made_on=on,
            class_id=class_id,
            students=students,
            with_photos=with_photos,
            with_notes=with_notes,
        )


def _everything(vault: Vault, wish: Wish, *, on: date) -> Gathered:
    ids: dict[StudentId, None] = {}
    classes = []
    for school_class in school_classes.all_classes(vault):
        classes.append(everything_about(vault, school_class, with_photos=wish.takes_photos))
        those = students.all_students(vault, class_id=school_class.id)
        ids |= dict.fromkeys(each.id for each in those)
    if not ids:
        raise NobodyLeaves
    return Gathered(
        wish=wish,
        class_name="",
        ids=tuple(ids),
        people=(),
        photos=(),
        has_photos=any("photo" in student for each in classes for student in each["students"]),
        plain={"klasgenoot": {"shape": SHAPE, "made_on": on}, "classes": classes},
    )


def _class(vault: Vault, class_id: ClassId | None) -> SchoolClass:
    known = school_classes.school_class(vault, class_id) if class_id is not None else None
    if known is None:
        raise Unknown("class", str(class_id))
    return known


def _leaving(student: Student, *, class_name: str, with_note: bool) -> Leaving:
    return Leaving(
        given_name=student.given_name,
        call_name=student.call_name,
        infix=student.infix,
        family_name=student.family_name,
        student_number=student.student_number,
        email=student.email,
        class_name=class_name,
        note=student.note if with_note else "",
    )


def _seated(person: Leaving, student_id: StudentId, seating: Seating | None) -> Leaving:
    """The same, with where they sit; as they are without a seat."""
    seat = seating.seat_of(student_id) if seating else None
    if seating is None or seat is None:
        return person
    return replace(person, room=seating.room, seat=seat)


def _photo(vault: Vault, student: Student, *, large: bool) -> Photo | None:
    """The stored photo, and which part of it is the portrait: who stands beside stays here."""
    if student.photo is None:
        return None
    data = photo_bytes(vault, student.photo, large=large)
    if not data:
        return None
    return data, student.crop or default_crop(*photo_size(vault, student.photo))


def _with_picture(person: Leaving, photo: Photo | None) -> Leaving:
    return replace(person, picture=portrait_of(*photo)) if photo else person
