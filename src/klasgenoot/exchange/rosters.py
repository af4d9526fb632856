"""Which of the files that were dropped is the class list? Some systems give it in several."""

from dataclasses import replace
from itertools import chain
from pathlib import PurePosixPath

from klasgenoot.domain.columns import Table, likeness
from klasgenoot.domain.errors import Trouble
from klasgenoot.domain.joining import joined
from klasgenoot.domain.names import tidy
from klasgenoot.domain.remarks import Remark, RemarkKind
from klasgenoot.domain.stacking import stacked
from klasgenoot.exchange.cage.cage import Cage
from klasgenoot.exchange.cage.everything_readers import EVERYTHING
from klasgenoot.exchange.cage.readers import TABLE
from klasgenoot.exchange.sources import Source

_NEVER_OPENED = frozenset({"demographics", "userprofiles"})
"""Files of OneRoster with birth dates, origin and passwords, and nothing that a list needs."""


def read_roster(source: Source, *, cage: Cage) -> tuple[Table | None, tuple[Trouble, ...]]:
    """The list with a known header, with names and with the most rows; None if there is no list.

    Where files say who is in which class (OneRoster, School Data Sync), the list is joined of them;
    lists that are each a class are one list with the class of each.
    Text without header and names that lies beside photos (a "read me") is no list. With the list
    come the reasons why others cannot be read.

    Raises:
        Cancelled: the teacher stopped it.
        Trouble: no list can be read; this is why the first cannot.
    """
    tables: list[Table] = []
    troubles: list[Trouble] = []
    files = [file for file in source.lists if file.stem.casefold() not in _NEVER_OPENED]
    answers = (cage.read_each(TABLE, files), cage.read_each(EVERYTHING, source.everything))
    for answer in chain.from_iterable(answers):
        if isinstance(answer, Table):
            tables.append(answer)
        else:
            troubles.append(answer)
    if troubles and not tables:
        raise troubles[0]
    best = joined(tables) or stacked(_named(tables)) or _best(tables)
    if best and source.photos and not any(likeness(best)[:2]):
        best = None
    return best, tuple(troubles)


def _best(tables: list[Table]) -> Table | None:
    """The list that is most like one, with a word on others that may have been meant too."""
    best = max(tables, key=likeness, default=None)
    others = [
        PurePosixPath(table.source).name
        for table in tables
        if table is not best and all(likeness(table)[:2])
    ]
    if best is None or not others:
        return best
    remark = Remark(RemarkKind.OTHER_LISTS, len(others), ", ".join(others))
    return replace(best, remarks=(*best.remarks, remark))


def _named(tables: list[Table]) -> list[tuple[str, Table]]:
    """Each list with what to call its class: the file's name, else the folder it stands in."""
    paths = [PurePosixPath(table.source) for table in tables]
    stems = [path.stem for path in paths]
    folders = [path.parent.name for path in paths]
    return [
        (_name_of(path, stems, folders), table) for path, table in zip(paths, tables, strict=True)
    ]


def _name_of(path: PurePosixPath, stems: list[str], folders: list[str]) -> str:
    """The shortest name that no other list has."""
    name = path.stem
    if stems.count(name) > 1:
        folder = path.parent.name
        name = folder if folder and folders.count(folder) == 1 else str(path.with_suffix(""))
    return tidy(name.replace("_", " "))
