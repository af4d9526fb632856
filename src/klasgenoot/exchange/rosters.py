"""Which of the files that were dropped is the class list?"""

from klasgenoot.domain.columns import NAME_FIELDS, Table, guess_columns
from klasgenoot.domain.errors import Trouble
from klasgenoot.exchange.sources import Source
from klasgenoot.exchange.tables import read_table


def read_roster(source: Source) -> Table | None:
    """The list with a known header, with names and with the most rows; None if there is no list.

    Text without header and names that lies beside photos (a "read me") is no list.

    Raises:
        Trouble: no list can be read; this is why the first cannot.
    """
    tables: list[Table] = []
    troubles: list[Trouble] = []
    for file in source.lists:
        try:
            tables.append(read_table(file.read(), source=file.name))
        except Trouble as trouble:
            troubles.append(trouble)
    if troubles and not tables:
        raise troubles[0]
    best = max(tables, key=_likeness, default=None)
    if best and source.photos and not any(_likeness(best)[:2]):
        return None
    return best


def _likeness(table: Table) -> tuple[bool, bool, int]:
    fields = guess_columns(table.header, table.rows)
    return bool(table.header), bool(NAME_FIELDS.intersection(fields)), len(table.rows)
