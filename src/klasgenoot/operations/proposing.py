"""What would a list and photos mean for the students who are known? Thought over beforehand.

Nothing here changes anything; `import_class` (the deed) does, with what the teacher settled.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from klasgenoot.domain.columns import Field
from klasgenoot.domain.difference import Difference, difference
from klasgenoot.domain.errors import NoList, StrangePhotos
from klasgenoot.domain.matching import How, Keyed, Match, match_photos
from klasgenoot.domain.mending import mended_rows, still_paired
from klasgenoot.domain.name_parting import part_name, told_by_names
from klasgenoot.domain.names import fold, tidy
from klasgenoot.domain.people import ClassId, Student
from klasgenoot.domain.photo_names import name_in
from klasgenoot.domain.roster import RosterRow, RosterRows, read_roster_rows
from klasgenoot.domain.student_numbers import number_key
from klasgenoot.operations.import_class import Arrival, student_of
from klasgenoot.operations.reading import Found, FoundPhoto
from klasgenoot.store import school_classes, students
from klasgenoot.store.database import Vault

MOST_CLASSES = 3
"""As many classes in one list give the new class its name; more are no classes but groups."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedClass:
    """One of several classes that would be taken in.

    Attributes:
        name: what it is called.
        class_id: the class of that name that is there, or None for a new one.
        members: the places of its students in the rows of the proposal.
        missing: students who are in it and whom the list does not name in it.
    """

    name: str
    class_id: ClassId | None
    members: tuple[int, ...]
    missing: tuple[Student, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """What would be taken in, for the teacher to look at.

    Attributes:
        rows: everybody in the list; without one, everybody in the class or in the photos' names.
        matches: for each photo, the row it belongs to and how sure that is.
        difference: what the rows change about the students that are known.
        class_name: the class they seem to be in.
        classes: the classes that the list names, with the number of students in each.
        left_out: how many people of the list were left out: staff, and test students.
        each: the classes, where several are taken in, each by itself (`proposing_classes`).
        without_class: how many students are left out for being in no class of the list.
    """

    rows: tuple[RosterRow, ...]
    matches: tuple[Match, ...]
    difference: Difference
    class_name: str
    classes: tuple[tuple[str, int], ...] = ()
    left_out: int = 0
    each: tuple[ProposedClass, ...] = ()
    without_class: int = 0


def propose(
    vault: Vault,
    found: Found,
    *,
    fields: Sequence[Field],
    class_id: ClassId | None,
    only: Collection[str] = frozenset(),
) -> Proposal:
    """Pairs what was read with what is known.

    Photos without a list are for the students of the class; without a class either, the names of
    the photos are the list.

    Args:
        vault: where the known students are.
        found: what was read.
        fields: what each column of the list holds.
        class_id: the class it is for, or None for one that is not there yet.
        only: the classes of the list to take, as one; none of them for everybody in it.

    Raises:
        NoNameColumn, EmptyList, DoubleNumber: the list does not hold together.
    """
    inside = (
        students.all_students(vault, class_id=class_id, with_restricted=True) if class_id else ()
    )
    if found.table is not None:
        told = told_by(found, fields=fields, only=only)
    elif inside:
        told = RosterRows(rows=tuple(_row_of(student) for student in inside))
    else:
        named = _rows_from_photos(found.photos)
        told = RosterRows(rows=mended_rows(named, found.mended))
    rows = told.rows
    known = (*inside, *elsewhere(vault, rows, inside=inside))
    seen = difference(known, rows)
    visible = students.all_students(vault, class_id=class_id) if class_id else ()
    return Proposal(
        rows=rows,
        matches=matches_of(found, rows, are_named_after_photos=not found.table and not inside),
        difference=Difference(
            added=seen.added,
            changed=seen.changed,
            same=seen.same,
            missing=tuple(student for student in seen.missing if student in visible),
        ),
        class_name=_class_name(told, only=only) or found.label,
        classes=told.classes,
        left_out=told.left_out,
    )


def told_by(found: Found, *, fields: Sequence[Field], only: Collection[str]) -> RosterRows:
    """What the list comes to, with what was mended in it.

    It is thought once, beside the window if `think_ahead` did.

    Raises:
        NoList: there is none.
        NoNameColumn, EmptyList, DoubleNumber: it does not hold together.
    """
    if found.table is None:
        raise NoList(found.label)
    key = (tuple(fields), frozenset(only))
    if key not in found.thoughts:
        found.thoughts[key] = read_roster_rows(found.table, fields=fields, only=only)
    told: RosterRows = found.thoughts[key]
    return replace(told, rows=mended_rows(told.rows, found.mended))


def likely_class(
    vault: Vault, found: Found, *, fields: Sequence[Field], only: Collection[str] = frozenset()
) -> ClassId | None:
    """The class that it seems to be for, if it is there: first by its name.

    A list that names no class, or photos, may also be for the class that most of them are in.
    `only` are the classes of the list to take, as in `propose`.

    Raises:
        NoNameColumn, EmptyList, DoubleNumber: the list does not hold together.
    """
    told = told_by(found, fields=fields, only=only) if found.table else RosterRows(rows=())
    rows = told.rows
    name = _class_name(told, only=only)
    for known in school_classes.all_classes(vault):
        if fold(known.name) == fold(name or found.label):
            return known.id
    for known in school_classes.all_classes(vault) if not name else ():
        inside = students.all_students(vault, class_id=known.id, with_restricted=True)
        if found.table:
            there = len(inside) - len(difference(inside, rows).missing)
        else:
            keyed = [_keyed(_row_of(student)) for student in inside]
            matches = match_photos([photo.stem for photo in found.photos], people=keyed)
            there = sum(match.person is not None for match in matches)
        if there * 2 > (len(rows) or len(found.photos)):
            return known.id
    return None


def arrivals_of(
    proposal: Proposal, found: Found, *, photo_of: Mapping[int, int] | None = None
) -> tuple[Arrival, ...]:
    """Everybody in the proposal with their photo, as the deed takes them.

    Args:
        proposal: who they are.
        found: what was read, for their photos.
        photo_of: for each row the place of its photo, as the teacher settled it; without it the
            photos that surely belong to a row.

    Raises:
        StrangePhotos: no teacher looked, and not one of the photos surely belongs to a row.
    """
    if photo_of is None:
        photo_of = {
            match.person: match.photo
            for match in proposal.matches
            if match.sure and match.person is not None
        }
        if found.photos and not photo_of:
            raise StrangePhotos(found.label, len(found.photos))
    known = {
        id(match.row): match.changed_student
        for match in (*proposal.difference.changed, *proposal.difference.same)
    }
    photos = {place: found.photos[photo] for place, photo in photo_of.items()}
    return tuple(
        Arrival(
            student=known.get(id(row)) or student_of(row),
            picture=photos[place].picture if place in photos else None,
            crop=photos[place].crop if place in photos else None,
            coach=row.coach,
        )
        for place, row in enumerate(proposal.rows)
    )


def _rows_from_photos(photos: Sequence[FoundPhoto]) -> tuple[RosterRow, ...]:
    """Everybody whose name a photo carries, once each."""
    rows = []
    names = tuple(dict.fromkeys(map(_called, photos)))
    told = told_by_names((name, "") for name in names)
    for place, name in enumerate(names, 1):
        given, infix, family = part_name(name, email="", told=told)
        rows.append(RosterRow(given_name=given, infix=infix, family_name=family, place=place))
    return tuple(rows)


def _called(photo: FoundPhoto) -> str:
    """The name in a photo's name; without one, what the teacher can find the file by."""
    return name_in(photo.stem) or tidy(photo.stem) or photo.name


def matches_of(
    found: Found, rows: Sequence[RosterRow], *, are_named_after_photos: bool = False
) -> tuple[Match, ...]:
    """Whose photos they are. A second photo of one name is for the teacher to look at."""
    if not found.photos:
        return ()
    if not are_named_after_photos:
        as_listed = tuple(row.listed for row in rows)
        matches = _matches(found, tuple(rows))
        is_mended = as_listed != tuple(rows)
        return still_paired(matches, _matches(found, as_listed)) if is_mended else matches
    names = [_called(photo) for photo in found.photos]
    row_of = {name: place for place, name in enumerate(dict.fromkeys(names))}
    return tuple(
        Match(place, row_of[name], How.NAME, sure=names.index(name) == place)
        for place, name in enumerate(names)
    )


def _matches(found: Found, rows: tuple[RosterRow, ...]) -> tuple[Match, ...]:
    """Whose photos they are by what the rows say; thought once."""
    if rows not in found.thoughts:
        stems = [photo.stem for photo in found.photos]
        matches = match_photos(stems, people=[_keyed(row) for row in rows])
        row_of_line = {row.line: place for place, row in enumerate(rows)}
        found.thoughts[rows] = tuple(
            _by_line(match, row_of_line.get(photo.line)) if photo.line else match
            for match, photo in zip(matches, found.photos, strict=True)
        )
    thought: tuple[Match, ...] = found.thoughts[rows]
    return thought


def _by_line(match: Match, row: int | None) -> Match:
    """Whose photo it is that came with a line of the list; to be looked at if that line went."""
    if row is None:
        return replace(match, sure=False)
    return Match(match.photo, row, How.NAME, sure=True)


def elsewhere(
    vault: Vault, rows: Sequence[RosterRow], *, inside: Sequence[Student]
) -> tuple[Student, ...]:
    """The students of other classes who carry a number or e-mail of a row."""
    ids = {student.id for student in inside}
    numbers = {number_key(row.student_number) for row in rows} - {""}
    emails = {row.email.casefold() for row in rows} - {""}
    return tuple(
        student
        for student in students.all_students(vault, with_restricted=True)
        if student.id not in ids
        and (number_key(student.student_number) in numbers or student.email.casefold() in emails)
    )


def _row_of(student: Student) -> RosterRow:
    return RosterRow(
        given_name=student.given_name,
        infix=student.infix,
        family_name=student.family_name,
        call_name=student.call_name,
        student_number=student.student_number,
        email=student.email,
    )


def _keyed(row: RosterRow) -> Keyed:
    return Keyed(
        given_name=row.given_name,
        infix=row.infix,
        family_name=row.family_name,
        call_name=row.call_name,
        student_number=row.student_number,
        email=row.email,
        login=row.login,
    )


def _class_name(told: RosterRows, *, only: Collection[str]) -> str:
    """The class in the list; a list of two classes makes one that is named after both."""
    names = sorted(name for name, _ in told.classes)
    taken = [name for name in names if name in only] or names
    return " + ".join(taken) if len(taken) <= MOST_CLASSES else ""
