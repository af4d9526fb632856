"""Sheets of one workbook, or lists brought together, that are each a class: one list of them all.

They are told by having the same known columns and other people. The same people once more (a sheet
for each week, a list of marks) are no other class; nor is one person, as on a card from a phone.
"""

from collections.abc import Sequence
from dataclasses import replace

from klasgenoot.domain.columns import NAME_FIELDS, Field, Table, guess_columns, likeness, normal
from klasgenoot.domain.names import fold
from klasgenoot.domain.remarks import Remark, RemarkKind

CLASS_HEADER = "class"
_MOST_ROWS = 20_000


def stacked(tables: Sequence[tuple[str, Table]]) -> Table | None:
    """One list of all tables that are like the best of them, each a class; None if it stands alone.

    A row that names its class keeps that; others are in the class that their table is called after.

    Args:
        tables: each with what to call its class.
    """
    lists = [(name, table, guess_columns(table.header, table.rows)) for name, table in tables]
    lists = [each for each in lists if each[1].header and NAME_FIELDS.intersection(each[2])]
    if len(lists) < 2:  # noqa: PLR2004 - one is no stack
        return None
    _, best, fields = max(lists, key=lambda each: likeness(each[1]))
    wanted = _known(best, fields)
    alike = [(name, table) for name, table, those in lists if _known(table, those) == wanted]
    is_too_long = sum(len(table.rows) for _, table in alike) > _MOST_ROWS
    if len(alike) < 2 or is_too_long or _overlap(alike, best, fields):  # noqa: PLR2004 - as above
        return None
    if all(len(table.rows) == 1 for _, table in alike):
        return _loose(best, [table for _, table in alike])
    at = fields.index(Field.CLASS) if Field.CLASS in fields else None
    rows: list[tuple[str, ...]] = []
    for name, table in alike:
        for row in _rows_as(best, table):
            if at is None:
                rows.append((*row, name))
            else:
                rows.append((*row[:at], row[at] or name, *row[at + 1 :]))
    return replace(
        best,
        header=best.header if at is not None else (*best.header, CLASS_HEADER),
        rows=tuple(rows),
        lines=tuple(line for _, table in alike for line in table.lines),
        remarks=(Remark(RemarkKind.STACKED, len(alike)),),
    )


def _loose(best: Table, tables: Sequence[Table]) -> Table:
    """One list of tables with one person each."""
    return replace(
        best,
        rows=tuple(row for table in tables for row in _rows_as(best, table)),
        lines=tuple(range(1, len(tables) + 1)),
        remarks=(Remark(RemarkKind.LOOSE, len(tables)),),
    )


def _known(table: Table, fields: Sequence[Field]) -> frozenset[str]:
    """The names of its columns whose meaning is known."""
    pairs = zip(table.header, fields, strict=True)
    return frozenset(normal(name) for name, field in pairs if field is not Field.SKIP)


def _rows_as(best: Table, table: Table) -> list[tuple[str, ...]]:
    """The rows of a table with the columns of another, found by their names."""
    place = {normal(name): at for at, name in reversed(list(enumerate(table.header)))}
    order = [place.get(normal(name)) for name in best.header]
    return [tuple("" if at is None else row[at] for at in order) for row in table.rows]


def _overlap(tables: Sequence[tuple[str, Table]], best: Table, fields: Sequence[Field]) -> bool:
    """Whether two of them name the same people for more than half."""
    said = [at for at, field in enumerate(fields) if field in NAME_FIELDS]
    people = [
        {tuple(fold(row[at]) for at in said) for row in _rows_as(best, table)}
        for _, table in tables
    ]
    return any(
        2 * len(one & other) > min(len(one), len(other))
        for place, one in enumerate(people)
        for other in people[place + 1 :]
    )
