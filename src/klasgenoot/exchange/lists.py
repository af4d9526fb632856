"""Reads a class list, in whatever kind of file it is: what stands in it says so, not its name."""

from klasgenoot.domain.columns import Table
from klasgenoot.domain.errors import EmptyList, UnreadableList
from klasgenoot.exchange.cards import read_cards
from klasgenoot.exchange.delimited import read_delimited
from klasgenoot.exchange.markup import read_markup
from klasgenoot.exchange.sheets import read_sheet
from klasgenoot.exchange.signatures import HEAD, Kind, kind_of


def read_list(data: bytes, *, source: str) -> Table:
    """Reads a class list.

    Args:
        data: the whole file.
        source: its name, as a trouble says it.

    Raises:
        UnreadableList: this is no list, it is damaged, or it has a password (`why`).
        EmptyList: nobody stands in it.
        TooLarge: there is more of it than any teacher has; `limit` says of what.
    """
    kind = kind_of(data[:HEAD])
    if kind is Kind.EMPTY:
        raise EmptyList(source)
    if kind is Kind.SHEET:
        return read_sheet(data, source=source)
    if kind is Kind.MARKUP:
        return read_markup(data, source=source)
    if kind is Kind.CARDS:
        return read_cards(data, source=source)
    if kind is Kind.TEXT:
        return read_delimited(data, source=source)
    raise UnreadableList(source)
