"""From the bytes of a calendar file (.ics, RFC 5545) to its components, line by line."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from klasgenoot.domain.errors import TooLarge, UnreadableList
from klasgenoot.exchange.encodings import decoded

MAX_BYTES = 10_000_000
MAX_LINES = 400_000
DEEPEST = 6
LONGEST_VALUE = 20_000
_NAME = re.compile(r"[A-Za-z0-9-]+")
_PARAMETER = re.compile(r';([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:])*)')
_FOLDED_IN_A_LETTER = re.compile(rb"(?<=[\x80-\xff])\r?\n[ \t](?=[\x80-\xbf])")
"""Lines are folded after so many bytes: some programs do that halfway a letter."""
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Property:
    """One line: its name, what stands between name and colon, and its value as it is."""

    name: str
    parameters: Mapping[str, str]
    value: str

    @property
    def text(self) -> str:
        """The value as a text."""
        return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], self.value)


@dataclass(slots=True)
class Component:
    """What stands between BEGIN and END."""

    name: str
    properties: list[Property] = field(default_factory=list)
    inside: list["Component"] = field(default_factory=list)

    def all(self, name: str) -> list[Property]:
        """Every property of that name."""
        return [each for each in self.properties if each.name == name]

    def first(self, name: str) -> Property | None:
        """The first property of that name."""
        return next((each for each in self.properties if each.name == name), None)

    def text(self, name: str) -> str:
        """The text of a property; empty where there is none."""
        found = self.first(name)
        return found.text.strip() if found else ""

    def parts(self, name: str) -> Iterator["Component"]:
        """The components of that name right inside."""
        return (each for each in self.inside if each.name == name)


def read_components(data: bytes, *, source: str) -> list[Component]:
    """The calendars in a file. What is cut off at its end counts as ended.

    Raises:
        UnreadableList: it is no calendar file.
        TooLarge: it is larger than any timetable.
    """
    text = decoded(_FOLDED_IN_A_LETTER.sub(b"", data))
    if text is None or "BEGIN:VCALENDAR" not in text[:10_000].upper():
        raise UnreadableList(source, "calendar")
    calendars: list[Component] = []
    stack: list[Component] = []
    for line in _unfolded(text, source=source):
        found = _property(line)
        if found is None:
            continue
        if found.name == "BEGIN":
            if len(stack) >= DEEPEST:
                raise UnreadableList(source, "calendar")
            made = Component(found.value.strip().upper())
            (stack[-1].inside if stack else calendars).append(made)
            stack.append(made)
        elif found.name == "END":
            name = found.value.strip().upper()
            while stack and stack.pop().name != name:
                pass
        elif stack:
            stack[-1].properties.append(found)
    return [each for each in calendars if each.name == "VCALENDAR"]


def _unfolded(text: str, *, source: str) -> Iterator[str]:
    """Lines put together again: one that begins with a blank goes on with the one before."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if len(lines) > MAX_LINES:
        raise TooLarge(source, f"{MAX_LINES} rows")
    parts: list[str] = []
    for line in lines:
        if line[:1] in (" ", "\t"):
            parts.append(line[1:])
            continue
        if parts:
            yield "".join(parts)[:LONGEST_VALUE]
        parts = [line]
    if parts:
        yield "".join(parts)[:LONGEST_VALUE]


def _property(line: str) -> Property | None:
    name = _NAME.match(line)
    if name is None:
        return None
    at, parameters = name.end(), {}
    while found := _PARAMETER.match(line, at):
        parameters[found[1].upper()] = found[2].strip('"')
        at = found.end()
    if line[at : at + 1] != ":":
        return None
    return Property(name[0].upper(), parameters, line[at + 1 :])
