"""The import without a window: a class, or several of one list, taken in at once."""

from argparse import Namespace
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from klasgenoot.domain.columns import Field
from klasgenoot.domain.errors import Missing, Trouble, Unknown
from klasgenoot.domain.names import fold
from klasgenoot.domain.people import ClassId, Student
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.import_class import import_class, import_classes
from klasgenoot.operations.proposing import Proposal, arrivals_of, likely_class, propose
from klasgenoot.operations.proposing_classes import HANDFUL, into_classes, propose_classes
from klasgenoot.operations.reading import Found, columns_of, read_import
from klasgenoot.store import school_classes

Json = dict[str, Any]


def imported(
    desk: Desk, asked: Namespace, *, today: date, trouble: Callable[[Trouble], Json]
) -> Json:
    """Takes in what was asked for, or only says what would change.

    One `--class` is the class that all of it is for. Several, or a list of a handful of classes,
    become a class each; of more classes those that are meant are to be named, or `--each` given.

    Raises:
        Missing: the list has many classes and none was named.
        Unknown: a class that was named is not in the list.
        Trouble: what was brought cannot be read.
    """
    found = read_import(
        [Path(path) for path in asked.paths],
        on_progress=lambda _done, _total: None,
        is_cancelled=lambda: False,
    )
    fields = columns_of(desk.vault, found.table) if found.table else ()
    named = asked.class_names or []
    at, first = _into_one(desk, found, fields=fields, name=named[0] if named else "")
    only = _meant(first, named=named, is_each=asked.each)
    if only:
        return _each(desk, found, fields=fields, only=only, asked=asked, today=today) | _read(
            found, trouble
        )
    arrivals = arrivals_of(first, found)
    known = school_classes.school_class(desk.vault, at) if at else None
    name = known.name if known else named[0] if named else first.class_name
    answer: Json = {
        "class": name,
        **_said(first),
        "missing": _names(first.difference.missing),
        "photos": sum(arrival.picture is not None for arrival in arrivals),
        **_photos(first, found),
    }
    if not asked.preview:
        desk.do(import_class, arrivals=arrivals, joined=today, class_id=at, class_name=name)
    return answer | _read(found, trouble)


def _into_one(
    desk: Desk, found: Found, *, fields: tuple[Field, ...], name: str
) -> tuple[ClassId | None, Proposal]:
    """All of it as one class: the one of this name, else the one it seems to be for."""
    if name:
        classes = school_classes.all_classes(desk.vault)
        at = next((known.id for known in classes if fold(known.name) == fold(name)), None)
    else:
        at = likely_class(desk.vault, found, fields=fields)
    only = {name} if name else frozenset[str]()
    return at, propose(desk.vault, found, fields=fields, class_id=at, only=only)


def _meant(proposal: Proposal, *, named: list[str], is_each: bool) -> tuple[str, ...]:
    """The classes of the list that become a class each; none if all of it is one class."""
    names = [name for name, _ in proposal.classes]
    if len(named) > 1:
        by_key = {fold(name): name for name in names}
        for name in named:
            if fold(name) not in by_key:
                raise Unknown("class", name)
        return tuple(by_key[fold(name)] for name in named)
    if named or len(names) < 2:  # noqa: PLR2004 - one class is no choice
        return ()
    if not is_each and len(names) > HANDFUL:
        raise Missing("class")
    return tuple(names)


def _each(
    desk: Desk,
    found: Found,
    *,
    fields: tuple[Field, ...],
    only: tuple[str, ...],
    asked: Namespace,
    today: date,
) -> Json:
    proposal = propose_classes(desk.vault, found, fields=fields, only=only)
    arrivals = arrivals_of(proposal, found)
    new = {id(row) for row in proposal.difference.added}
    changed = {id(match.row) for match in proposal.difference.changed}
    classes = []
    for one in proposal.each:
        rows = [id(proposal.rows[place]) for place in one.members]
        classes.append(
            {
                "class": one.name,
                "is_new": one.class_id is None,
                "students": len(rows),
                "added": sum(row in new for row in rows),
                "changed": sum(row in changed for row in rows),
                "missing": _names(one.missing),
            }
        )
    if not asked.preview:
        into = into_classes(proposal, leaving={})
        desk.do(import_classes, arrivals=arrivals, into=into, joined=today)
    return {
        "classes": classes,
        **_said(proposal),
        "without_class": proposal.without_class,
        "photos": sum(arrival.picture is not None for arrival in arrivals),
        **_photos(proposal, found),
    }


def _said(proposal: Proposal) -> Json:
    return {
        "students": len(proposal.rows),
        "classes_in_the_list": [name for name, _ in proposal.classes],
        "left_out": proposal.left_out,
        "added": len(proposal.difference.added),
        "changed": len(proposal.difference.changed),
    }


def _photos(proposal: Proposal, found: Found) -> Json:
    unsure = [match.photo for match in proposal.matches if not match.sure]
    return {"photos_to_look_at": [found.photos[photo].name for photo in unsure]}


def _read(found: Found, trouble: Callable[[Trouble], Json]) -> Json:
    return {"refused": [trouble(each) for each in found.refused]}


def _names(those: tuple[Student, ...]) -> list[str]:
    return [student.full_name for student in those]
