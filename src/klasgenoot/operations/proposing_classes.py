"""What would a list of several classes mean, each taken in by itself? Thought over beforehand.

A student who is in two of them is one row, and a member of both.
"""

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress

from klasgenoot.domain.columns import Field, guess_columns
from klasgenoot.domain.difference import Difference, difference
from klasgenoot.domain.errors import Trouble
from klasgenoot.domain.names import fold
from klasgenoot.domain.people import ClassId, Student, StudentId
from klasgenoot.exchange.tables import MAX_ROWS
from klasgenoot.operations.import_class import IntoClass
from klasgenoot.operations.proposing import (
    Proposal,
    ProposedClass,
    elsewhere,
    matches_of,
    told_by,
)
from klasgenoot.operations.reading import Found
from klasgenoot.store import school_classes, students
from klasgenoot.store.database import Vault

HANDFUL = 5
"""Up to so many classes in a list are all taken in, unless a teacher says otherwise."""


def handful_in(found: Found) -> int:
    """So many classes are all taken in: of what a Klasgenoot gave out itself, all there are."""
    return MAX_ROWS if found.table is not None and found.table.is_everything else HANDFUL


def think_ahead(found: Found) -> None:
    """Thinks over what needs no vault, for the columns as they seem; beside the window.

    What it comes to waits in `found`; what is wrong with the list is said once it is proposed.
    """
    if found.table is None:
        return
    with suppress(Trouble):
        fields = guess_columns(found.table.header, found.table.rows)
        told = told_by(found, fields=fields, only=frozenset())
        if 1 < len(told.classes) <= handful_in(found):
            told = told_by(found, fields=fields, only={name for name, _ in told.classes})
        matches_of(found, told.rows)


def propose_classes(
    vault: Vault, found: Found, *, fields: Sequence[Field], only: Collection[str]
) -> Proposal:
    """Pairs a list of several classes with what is known; each goes into the class of its name.

    Args:
        vault: where the known students are.
        found: what was read.
        fields: what each column of the list holds.
        only: the classes to take; students in none of them stay out.

    Raises:
        NoList: there is no list.
        NoNameColumn, EmptyList, DoubleNumber: the list does not hold together.
    """
    told = told_by(found, fields=fields, only=only)
    there = {fold(known.name): known.id for known in school_classes.all_classes(vault)}
    targets = [
        (name, there.get(fold(name)), members) for name, members in _called_once(told.members)
    ]
    inside = {
        class_id: students.all_students(vault, class_id=class_id, with_restricted=True)
        for _, class_id, _ in targets
        if class_id is not None
    }
    here = tuple({each.id: each for those in inside.values() for each in those}.values())
    seen = difference(
        (*here, *elsewhere(vault, told.rows, inside=here)),
        told.rows,
        classes=[(inside[at], members) for _, at, members in targets if at is not None],
    )
    who = {id(match.row): match.student.id for match in (*seen.changed, *seen.same)}
    return Proposal(
        rows=told.rows,
        matches=matches_of(found, told.rows),
        difference=Difference(added=seen.added, changed=seen.changed, same=seen.same, missing=()),
        class_name=" + ".join(name for name, _, _ in targets),
        classes=told.classes,
        left_out=told.left_out,
        each=tuple(
            ProposedClass(
                name=name,
                class_id=class_id,
                members=members,
                missing=_missing(
                    vault, class_id, named={who.get(id(told.rows[at])) for at in members}
                ),
            )
            for name, class_id, members in targets
        ),
        without_class=told.without_class,
    )


def into_classes(
    proposal: Proposal, *, leaving: Mapping[ClassId, Collection[StudentId]]
) -> tuple[IntoClass, ...]:
    """The classes of a proposal as the deed takes them, with who leaves each."""
    return tuple(
        IntoClass(
            members=one.members,
            class_id=one.class_id,
            class_name=one.name,
            leaving=tuple(leaving.get(one.class_id, ())) if one.class_id is not None else (),
        )
        for one in proposal.each
    )


def _called_once(
    classes: Sequence[tuple[str, tuple[int, ...]]],
) -> list[tuple[str, tuple[int, ...]]]:
    """The classes, with those whose names differ in capitals and blanks only as one."""
    names: dict[str, str] = {}
    places: dict[str, dict[int, None]] = {}
    for name, members in classes:
        names.setdefault(fold(name), name)
        places.setdefault(fold(name), {}).update(dict.fromkeys(members))
    return [(names[key], tuple(members)) for key, members in places.items()]


def _missing(
    vault: Vault, class_id: ClassId | None, *, named: Collection[StudentId | None]
) -> tuple[Student, ...]:
    """The students in a class, as a teacher sees it, whom the list does not name in it."""
    if class_id is None:
        return ()
    inside = students.all_students(vault, class_id=class_id)
    return tuple(student for student in inside if student.id not in named)
