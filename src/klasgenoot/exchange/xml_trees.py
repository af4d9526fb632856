"""Reads XML as a tree of names and texts, without anything that makes XML dangerous.

Definitions are refused where they begin (decision 0023): so there are no entities to grow, and
nothing outside the file to fetch. Names come without their namespace.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from klasgenoot.domain.errors import TooLarge, UnreadableList
from klasgenoot.exchange.tables import MAX_BYTES, MAX_CELL, MAX_ROWS

_MOST_ELEMENTS = 1_000_000
_DEEPEST = 60
_BETWEEN = "\x1f"
"""Between a namespace and a name, as expat gives them."""


@dataclass(slots=True)
class Element:
    """One element: its name and attributes without namespace, its own text, what is in it."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    text: str = ""
    children: list["Element"] = field(default_factory=list)

    def all(self, name: str) -> Iterator["Element"]:
        """The elements right below with this name."""
        return (child for child in self.children if child.name == name)

    def one(self, name: str) -> "Element | None":
        """The first of those."""
        return next(self.all(name), None)

    def said(self, *names: str) -> str:
        """The text of the first element below with one of these names that has any."""
        texts = (child.text.strip() for name in names for child in self.all(name))
        return next(filter(None, texts), "")

    def inside(self) -> Iterator["Element"]:
        """It, and all that is in it at any depth."""
        left = [self]
        while left:
            element = left.pop()
            yield element
            left.extend(reversed(element.children))


def read_xml(data: bytes, *, source: str) -> Element:
    """Reads a whole file.

    Raises:
        UnreadableList: it is no XML, or cut off (`why` is damaged), or it has definitions (unsafe).
        TooLarge: there is more of it than any school has.
    """
    from xml.parsers.expat import ExpatError, ParserCreate

    if len(data) > MAX_BYTES:
        raise TooLarge(source, "20 MB")
    if data.count(b"<") > 2 * _MOST_ELEMENTS:
        raise TooLarge(source, f"{MAX_ROWS} rows")
    reading = _Reading(source)
    parser = ParserCreate(namespace_separator=_BETWEEN)
    parser.buffer_text = True
    parser.StartElementHandler = reading.begin
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.say
    parser.StartDoctypeDeclHandler = reading.refuse
    parser.EntityDeclHandler = reading.refuse
    try:
        parser.Parse(data, True)
    except (ExpatError, ValueError, LookupError) as error:  # the last: an encoding nobody knows
        raise UnreadableList(source, "damaged") from error
    if reading.root is None:
        raise UnreadableList(source, "damaged")
    return reading.root


class _Reading:
    """The tree as far as it has been read."""

    def __init__(self, source: str) -> None:
        self.root: Element | None = None
        self._source = source
        self._open: list[Element] = []
        self._count = 0

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > _MOST_ELEMENTS:
            raise TooLarge(self._source, f"{MAX_ROWS} rows")
        if len(self._open) >= _DEEPEST:
            raise UnreadableList(self._source, "damaged")
        element = Element(_local(name), {_local(key): text for key, text in attributes.items()})
        if self._open:
            self._open[-1].children.append(element)
        elif self.root is None:
            self.root = element
        self._open.append(element)

    def end(self, _name: str) -> None:
        self._open.pop()

    def say(self, text: str) -> None:
        if len(self._open[-1].text) <= MAX_CELL:  # more is looked at no further
            self._open[-1].text += text[: MAX_CELL + 1]

    def refuse(self, *_: object) -> None:
        raise UnreadableList(self._source, "unsafe")


def _local(name: str) -> str:
    return name.rpartition(_BETWEEN)[2]
