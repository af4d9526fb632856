"""Reads vCards 2.1, 3.0 and 4.0, as phones and mail programs write them: names, mail, photos.

Of a card nothing else is taken: no address, no birthday, no note. What the standard says and what
programs do differ, so a line belongs to the one before it until it looks like a property.
"""

import re
from binascii import Error, a2b_base64, a2b_qp
from collections.abc import Iterator
from dataclasses import dataclass

from klasgenoot.domain.columns import Table
from klasgenoot.domain.errors import TooLarge, UnreadableList
from klasgenoot.domain.names import INFIXES, full_name, tidy
from klasgenoot.domain.remarks import Remark, RemarkKind
from klasgenoot.exchange.encodings import decoded
from klasgenoot.exchange.tables import MAX_BYTES, MAX_CELL, MAX_ROWS, table_under

HEADER = ("Given name", "Infix", "Family name", "Name", "Email")
OWN_HEADER = (*HEADER, "Nickname", "Class")
"""Of cards that Klasgenoot wrote: those of others call people what no list of students does."""
OWN = "X-KLASGENOOT-CLASS"
"""The property in which our own cards tell the class. Phones and mail programs pass it by."""

_PROPERTY = re.compile(r"(?:[\w-]+\.)?([A-Za-z][\w-]*)((?:;[^:;]*)*):")
"""A group, a name, parameters. The values of parameters that matter have no colon in them."""
_LONGEST_HEAD = 300
_IN_LETTERS = re.compile(r"(?i)base64|encoding=b\b|;b:$")
"""Where lines that are not indented still belong to the property before them."""
_NOT_BASE64 = re.compile(r"[^A-Za-z0-9+/]")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_UNESCAPED_SEMICOLON = re.compile(r"(?<!\\);")
_PARTS_OF_NAME = 3
_DATA = "data:"


@dataclass(frozen=True, slots=True)
class _Line:
    name: str
    parameters: tuple[str, ...]
    value: str

    def has(self, *words: str) -> bool:
        """Whether one of these words stands among its parameters, as such or as a value."""
        told = {each.rpartition("=")[2].strip('"').upper() for each in self.parameters}
        return bool(told.intersection(words))


@dataclass(slots=True)
class Card:
    """What of one card counts."""

    given: str = ""
    infix: str = ""
    family: str = ""
    called: str = ""
    email: str = ""
    nickname: str = ""
    class_name: str = ""
    photo: bytes = b""
    has_photo_address: bool = False

    @property
    def name(self) -> str:
        """The whole name, as a photo of it is matched on."""
        return full_name(given=self.given, infix=self.infix, family=self.family) or self.called


def read_cards(data: bytes, *, source: str) -> Table:
    """Makes a class list of the cards in a file.

    Raises:
        UnreadableList: there is no card in it.
        EmptyList: no card has a name.
        TooLarge: there are more than any teacher has.
    """
    cards = cards_in(data, source=source)
    addresses = sum(card.has_photo_address for card in cards)
    remarks = (Remark(RemarkKind.PHOTO_ADDRESSES, addresses),) if addresses else ()
    own = any(card.class_name for card in cards)
    rows = (
        (
            number,
            (card.given, card.infix, card.family, card.called, card.email)
            + ((card.nickname, card.class_name) if own else ()),
        )
        for number, card in enumerate(cards, start=1)
    )
    return table_under(OWN_HEADER if own else HEADER, rows, source=source, remarks=remarks)


def cards_in(data: bytes, *, source: str) -> list[Card]:
    """The cards in a file, in their order.

    Raises:
        UnreadableList: there is none.
        TooLarge: there are too many.
    """
    if len(data) > MAX_BYTES:
        raise TooLarge(source, "20 MB")
    text = decoded(data)
    if text is None:
        raise UnreadableList(source)
    cards: list[Card] = []
    card: Card | None = None
    for line in _lines(text.lstrip("\ufeff")):
        if line.name == "BEGIN" and line.value.strip().upper() == "VCARD":
            card = Card()
        elif line.name == "END" and card is not None:
            cards.append(card)
            card = None
            if len(cards) > MAX_ROWS:
                raise TooLarge(source, f"{MAX_ROWS} rows")
        elif card is not None:
            _take(card, line)
    if not cards:
        raise UnreadableList(source, "damaged")
    return cards


def _lines(text: str) -> Iterator[_Line]:
    """The properties, each whole: folded lines joined, and what a program forgot to indent."""
    head = ""
    parts: list[str] = []
    for raw in text.splitlines():
        begins = _PROPERTY.match(raw[:_LONGEST_HEAD]) if not raw.startswith((" ", "\t")) else None
        is_soft = bool(parts) and parts[-1].endswith("=") and "QUOTED-PRINTABLE" in head.upper()
        if begins and not is_soft:
            if head:
                yield _line(head, parts)
            head, parts = begins[0], [raw[begins.end() :]]
        elif is_soft:
            parts[-1] = parts[-1][:-1]
            parts.append(raw)
        elif raw.startswith((" ", "\t")):
            parts.append(raw[1:])
        elif _IN_LETTERS.search(head):
            parts.append(raw)
    if head:
        yield _line(head, parts)


def _line(head: str, parts: list[str]) -> _Line:
    name, *parameters = head.rstrip(":").split(";")
    line = _Line(name.rpartition(".")[2].upper(), tuple(parameters), "".join(parts))
    return _Line(line.name, line.parameters, _unquoted(line))


def _unquoted(line: _Line) -> str:
    if not line.has("QUOTED-PRINTABLE") or len(line.value) > 10 * MAX_CELL:
        return line.value
    raw = a2b_qp(line.value.encode("utf-8", "replace"))
    charset = next(
        (each.rpartition("=")[2] for each in line.parameters if each.upper().startswith("CHARSET")),
        "utf-8",
    )
    known = "cp1252" if charset.upper() in {"ISO-8859-1", "WINDOWS-1252", "CP1252"} else "utf-8"
    return raw.decode(known, "replace")


def _take(card: Card, line: _Line) -> None:
    """Takes over what counts of one property."""
    if line.name == "PHOTO":
        _take_photo(card, line)
    elif len(line.value) > 10 * MAX_CELL:
        return
    elif line.name == "N" and not (card.given or card.family):
        family, given, more, *_ = [*map(_plain, _cut(line.value)), "", "", ""]
        card.family, card.given = family, given
        card.infix = more if more.casefold() in INFIXES else ""
    elif line.name == "FN" and not card.called:
        card.called = _plain(line.value)
    elif line.name == "NICKNAME":
        card.nickname = _plain(line.value)
    elif line.name == OWN:
        card.class_name = _plain(line.value)
    elif line.name == "EMAIL" and (not card.email or line.has("PREF")):
        card.email = _plain(line.value).removeprefix("mailto:")


def _cut(value: str) -> list[str]:
    return _UNESCAPED_SEMICOLON.split(value)[:_PARTS_OF_NAME]


def _plain(value: str) -> str:
    """A value without the signs that protect commas and line ends in it."""
    return tidy(_ESCAPED.sub(lambda found: " " if found[1] in "nN" else found[1], value))


def _take_photo(card: Card, line: _Line) -> None:
    value = line.value.strip()
    if value[: len(_DATA)].lower() == _DATA:
        value = value.partition(",")[2]
    elif not line.has("B", "BASE64"):
        card.has_photo_address = bool(value)
        return
    if not card.photo:
        card.photo = _from_base64(value)


def _from_base64(value: str) -> bytes:
    """What was written as letters; a piece cut off at the end is left out."""
    letters = _NOT_BASE64.sub("", value)
    if len(letters) % 4 == 1:
        letters = letters[:-1]
    try:
        return a2b_base64(letters + "=" * (-len(letters) % 4))
    except Error:
        return b""
