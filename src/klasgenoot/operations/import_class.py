"""What a teacher does with a list and photos: takes a class in, or several, as one deed."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.errors import EmptyList, Missing, Unknown
from klasgenoot.domain.names import tidy
from klasgenoot.domain.people import ClassId, Crop, PhotoId, Student, StudentId
from klasgenoot.domain.portrait import default_crop
from klasgenoot.domain.roster import RosterRow
from klasgenoot.domain.study_coach import StudyCoach
from klasgenoot.exchange.photos import Picture
from klasgenoot.operations.desk import deed
from klasgenoot.operations.students import known_student
from klasgenoot.store import (
    photo_permissions,
    photos,
    school_classes,
    students,
    study_coaches,
)
from klasgenoot.store.database import Vault
from klasgenoot.store.faceless import forget_shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """One student to take in.

    Attributes:
        student: as they are to be kept; the id is that of the known student, or 0 for a new one.
        picture: their photo, or None to leave it as it is.
        kept: as what that photo is kept already, if it was put away ahead (`photos_ahead`).
        crop: the part of the photo that is the portrait; None for the usual part.
        coach: who coaches them, as the list says; what is known already outranks it.
    """

    student: Student
    picture: Picture | None = None
    kept: PhotoId | None = None
    crop: Crop | None = None
    coach: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IntoClass:
    """One of the classes that students are taken into.

    Attributes:
        members: the places of its students among the arrivals.
        class_id: the class, or None to start one.
        class_name: what a new class is called.
        leaving: students the list no longer names in it and the teacher ticked.
    """

    members: Sequence[int]
    class_id: ClassId | None = None
    class_name: str = ""
    leaving: Sequence[StudentId] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import did. `class_id` is the class, or the first of them."""

    class_id: ClassId
    added: int
    updated: int
    photos: int
    left: int


@deed(Deed.IMPORT_CLASS)
def import_class(
    vault: Vault,
    *,
    arrivals: Sequence[Arrival],
    joined: date,
    class_id: ClassId | None = None,
    class_name: str = "",
    leaving: Sequence[StudentId] = (),
) -> Imported:
    """Takes students in: new ones are added, known ones updated, none doubled.

    Args:
        vault: where they go.
        arrivals: everybody the list names.
        joined: the day from which new students are in the class.
        class_id: the class, or None to start one.
        class_name: what a new class is called.
        leaving: students the list no longer names and the teacher ticked.

    Raises:
        EmptyList: there is nobody to take in.
        Missing: a new class has no name.
        Unknown: the class, or a student who was known, is not there.
    """
    everybody = IntoClass(
        members=range(len(arrivals)), class_id=class_id, class_name=class_name, leaving=leaving
    )
    return _take_in(vault, arrivals, into=[everybody], joined=joined)


@deed(Deed.IMPORT_CLASSES)
def import_classes(
    vault: Vault, *, arrivals: Sequence[Arrival], into: Sequence[IntoClass], joined: date
) -> Imported:
    """Takes students into several classes at once; somebody in two of them is one student.

    Args:
        vault: where they go.
        arrivals: everybody the list names, each once.
        into: the classes, each with who is in it.
        joined: the day from which new students are in their class.

    Raises:
        EmptyList: there is no class, or nobody in one of them.
        Missing, Unknown: as `import_class`.
    """
    return _take_in(vault, arrivals, into=into, joined=joined)


def _take_in(
    vault: Vault, arrivals: Sequence[Arrival], *, into: Sequence[IntoClass], joined: date
) -> Imported:
    class_ids: list[ClassId] = []
    for one in into:
        if not one.members:
            raise EmptyList(one.class_name)
        class_ids.append(_class(vault, one.class_id, name=tidy(one.class_name)))
    if not class_ids:
        raise EmptyList("")
    counts: Counter[str] = Counter()
    ids = _kept(vault, arrivals, counts=counts)
    for class_id, one in zip(class_ids, into, strict=True):
        for place in one.members:
            students.enrol(vault, class_id=class_id, student_id=ids[place], joined=joined)
    for class_id, one in zip(class_ids, into, strict=True):
        if one.leaving:  # once all are in: who goes to another class is in that one by now
            students.withdraw(vault, class_id=class_id, student_ids=one.leaving)
    return Imported(
        class_id=class_ids[0],
        added=counts["added"],
        updated=counts["updated"],
        photos=counts["photos"],
        left=sum(len(one.leaving) for one in into),
    )


def _kept(vault: Vault, arrivals: Sequence[Arrival], *, counts: Counter[str]) -> list[StudentId]:
    """Keeps everybody as they arrive, and counts what that did; gives who they are."""
    chosen = without_new_photo(vault)
    coached = study_coaches.coached(vault)
    there = photos.those_there(vault, [each.kept for each in arrivals if each.kept])
    ids: list[StudentId] = []
    for arrival in arrivals:
        person = arrival.student
        if arrival.picture is not None and person.id not in chosen:
            photo = arrival.kept if arrival.kept in there else None
            photo = photo or photos.keep_photo(vault, arrival.picture)
            person = _with_photo(person, photo, arrival.picture, crop=arrival.crop)
            counts["photos"] += person.photo != arrival.student.photo
        if not person.id:
            ids.append(students.add_student(vault, draft=person))
            counts["added"] += 1
        else:
            ids.append(person.id)
            counts["updated"] += _update(vault, person)
        if arrival.coach and ids[-1] not in coached:
            coach = StudyCoach(student_id=ids[-1], name=tidy(arrival.coach), is_teacher=False)
            study_coaches.set_coach(vault, coach)
    return ids


def without_new_photo(vault: Vault) -> frozenset[StudentId]:
    """Who gets no photo from a list.

    What the teacher chose outranks the list, and so does who would rather have no photo.
    """
    return students.with_chosen_photo(vault) | photo_permissions.refusing(vault)


def student_of(row: RosterRow) -> Student:
    """A new student as a list has them."""
    return Student(
        id=StudentId(0),
        given_name=row.given_name,
        infix=row.infix,
        family_name=row.family_name,
        call_name=row.call_name,
        student_number=row.student_number,
        email=row.email,
        pronouns=row.pronouns,
        note=row.note,
    )


def _class(vault: Vault, class_id: ClassId | None, *, name: str) -> ClassId:
    if class_id is not None:
        if school_classes.school_class(vault, class_id) is None:
            raise Unknown("class", str(class_id))
        return class_id
    if not name:
        raise Missing("name")
    return school_classes.add_class(vault, name=name, first_lesson=None)


def _update(vault: Vault, person: Student) -> bool:
    """Stores a known student as they now are; False if nothing about them is different."""
    known = known_student(vault, person.id)
    if person == known:
        return False
    if person.photo != known.photo:
        forget_shown(vault.connection, person.id, known.photo)
    students.save_student(vault, person)
    return True


def _with_photo(person: Student, photo: PhotoId, picture: Picture, *, crop: Crop | None) -> Student:
    """The student with the photo; the same photo again changes nothing, not even its crop."""
    if photo == person.photo:
        return person
    return replace(person, photo=photo, crop=crop or default_crop(picture.width, picture.height))
