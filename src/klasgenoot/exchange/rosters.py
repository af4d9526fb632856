"""Which of the files that were dropped is the class list?"""

from klasgenoot.domain.columns import Table, likeness
from klasgenoot.domain.errors import Trouble
from klasgenoot.exchange.cage.cage import Cage
from klasgenoot.exchange.cage.readers import TABLE
from klasgenoot.exchange.sources import Source


def read_roster(source: Source, *, cage: Cage) -> tuple[Table | None, tuple[Trouble, ...]]:
    """The list with a known header, with names and with the most rows; None if there is no list.

    Text without header and names that lies beside photos (a "read me") is no list. With the list
    come the reasons why others cannot be read.

    Raises:
        Cancelled: the teacher stopped it.
        Trouble: no list can be read; this is why the first cannot.
    """
    tables: list[Table] = []
    troubles: list[Trouble] = []
    for answer in cage.read_each(TABLE, source.lists):
        if isinstance(answer, Table):
            tables.append(answer)
        else:
            troubles.append(answer)
    if troubles and not tables:
        raise troubles[0]
    best = max(tables, key=likeness, default=None)
    if best and source.photos and not any(likeness(best)[:2]):
        best = None
    return best, tuple(troubles)
