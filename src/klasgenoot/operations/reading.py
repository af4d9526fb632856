"""What was dropped, read and thought over before anything is kept.

`read_import` opens files and decodes photos and needs no vault, so it can run beside the window.
`propose` pairs what was read with what is known. Only `import_class` (the deed) changes anything.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path, PurePath

from klasgenoot.domain.columns import Field, Table, guess_columns, signature
from klasgenoot.domain.errors import EmptyList, NoList, Trouble
from klasgenoot.domain.matching import Keyed, Match, match_photos
from klasgenoot.domain.names import split_whole_name, tidy
from klasgenoot.domain.people import ClassId, Student
from klasgenoot.domain.roster import Difference, RosterRow, difference, rows_from
from klasgenoot.exchange.photos import Picture, read_photos
from klasgenoot.exchange.rosters import read_roster
from klasgenoot.exchange.sources import read_source
from klasgenoot.operations.import_class import Arrival, student_of
from klasgenoot.store import settings, students
from klasgenoot.store.database import Vault

WORKERS = 4
"""Threads that decode photos; Pillow lets go of Python's lock while it does."""


@dataclass(frozen=True, slots=True)
class FoundPhoto:
    """A photo that was read. `stem` is what it is matched on, `name` what the teacher knows it by."""

    name: str
    stem: str
    picture: Picture


@dataclass(frozen=True, slots=True)
class Found:
    """What was read.

    Attributes:
        table: the class list, or None when there were only photos.
        photos: the photos that can be used.
        refused: why other files cannot be.
        label: what to call the class if nothing better is known.
    """

    table: Table | None
    photos: tuple[FoundPhoto, ...]
    refused: tuple[Trouble, ...]
    label: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What would be taken in, for the teacher to look at.

    Attributes:
        rows: the students of the list, or of the photos' names without one.
        matches: for each photo, the row it belongs to and how sure that is.
        difference: what the rows change about the students that are known.
        class_name: the class they seem to be in.
    """

    rows: tuple[RosterRow, ...]
    matches: tuple[Match, ...]
    difference: Difference
    class_name: str


def read_import(
    paths: Sequence[Path],
    *,
    on_progress: Callable[[int, int], None],
    is_cancelled: Callable[[], bool],
) -> Found:
    """Reads everything that was dropped: the list, and the photos decoded and scaled.

    Raises:
        NoList: neither a list nor a photo is in it.
        Cancelled: the teacher stopped it.
        Trouble: the one list there is cannot be read.
    """
    with closing(read_source(paths)) as source:
        table = read_roster(source)
        troubles = list(source.refused)
        photos: list[FoundPhoto] = []
        for place, answer in read_photos(
            source.photos, workers=WORKERS, on_progress=on_progress, is_cancelled=is_cancelled
        ):
            file = source.photos[place]
            if isinstance(answer, Trouble):
                troubles.append(answer)
            else:
                photos.append(FoundPhoto(file.name, file.stem, answer))
    if table is None and not photos:
        raise troubles[0] if troubles else NoList(", ".join(path.name for path in paths))
    return Found(table, tuple(photos), tuple(troubles), _label(table, paths))


def columns_of(vault: Vault, table: Table) -> tuple[Field, ...]:
    """What each column holds: as the teacher said of such a list before, else as it seems."""
    remembered = settings.remembered_columns(vault, signature(table.header))
    if remembered is not None and len(remembered) == len(table.header):
        try:
            return tuple(Field(word) for word in remembered)
        except ValueError:
            pass  # an older Klasgenoot knew other fields; guess again
    return guess_columns(table.header, table.rows)


def remember_columns(vault: Vault, table: Table, *, fields: Sequence[Field]) -> None:
    """Keeps what the teacher said the columns of a list are, for the next list like it."""
    if table.header:
        settings.remember_columns(
            vault, signature=signature(table.header), fields=tuple(field.value for field in fields)
        )


def propose(vault: Vault, found: Found, *, fields: Sequence[Field], class_id: ClassId | None) -> Proposal:
    """Pairs what was read with what is known.

    Args:
        fields: what each column of the list holds.
        class_id: the class it is for, or None for one that is not there yet.

    Raises:
        NoNameColumn, EmptyList, DoubleNumber: the list does not hold together.
    """
    rows = rows_from(found.table, fields=fields) if found.table else _rows_from_photos(found.photos)
    matches = match_photos(
        [photo.stem for photo in found.photos], people=[_keyed(row) for row in rows]
    )
    return Proposal(
        rows=rows,
        matches=tuple(matches),
        difference=difference(_known(vault, rows, class_id=class_id), rows),
        class_name=_class_name(rows) or found.label,
    )


def _rows_from_photos(photos: Sequence[FoundPhoto]) -> tuple[RosterRow, ...]:
    """Without a list the names of the photos are the list: "Berg, Sanne van den.jpg"."""
    rows = []
    for number, photo in enumerate(photos, start=1):
        text = tidy(photo.stem.replace("_", " ").replace(".", " "))
        given, infix, family = split_whole_name(text)
        rows.append(RosterRow(given_name=given, infix=infix, family_name=family, line=number))
    if not rows:
        raise EmptyList("")
    return tuple(rows)


def _known(
    vault: Vault, rows: Sequence[RosterRow], *, class_id: ClassId | None
) -> tuple[Student, ...]:
    """The students of the class, and those of other classes who carry a number or e-mail of a row."""
    inside = students.all_students(vault, class_id=class_id) if class_id else ()
    ids = {student.id for student in inside}
    numbers = {row.student_number for row in rows} - {""}
    emails = {row.email.casefold() for row in rows} - {""}
    outside = (
        student
        for student in students.all_students(vault)
        if student.id not in ids
        and (student.student_number in numbers or student.email.casefold() in emails)
    )
    return (*inside, *outside)


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


def _class_name(rows: Sequence[RosterRow]) -> str:
    names = Counter(row.class_name for row in rows if row.class_name)
    return names.most_common(1)[0][0] if names else ""


def _label(table: Table | None, paths: Sequence[Path]) -> str:
    """The list's own name, else the folder's or the zip's."""
    name = PurePath(table.source).stem if table else paths[0].stem
    return tidy(name.replace("_", " "))


def arrivals_of(
    proposal: Proposal, found: Found, *, photo_of: Mapping[int, int] | None = None
) -> tuple[Arrival, ...]:
    """Everybody in the proposal with their photo, as the deed takes them.

    Args:
        photo_of: for each row the place of its photo, as the teacher settled it; without it the
            photos that surely belong to a row.
    """
    if photo_of is None:
        photo_of = {
            match.person: match.photo
            for match in proposal.matches
            if match.sure and match.person is not None
        }
    known = {
        id(match.row): match.changed_student
        for match in (*proposal.difference.changed, *proposal.difference.same)
    }
    return tuple(
        Arrival(
            student=known.get(id(row)) or student_of(row),
            picture=found.photos[photo_of[place]].picture if place in photo_of else None,
        )
        for place, row in enumerate(proposal.rows)
    )
