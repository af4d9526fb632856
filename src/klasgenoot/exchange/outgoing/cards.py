"""Writes vCards 3.0, one for each student, for the address book of a phone."""

from base64 import b64encode
from collections.abc import Sequence

from klasgenoot.domain.exports import Leaving
from klasgenoot.domain.names import INFIXES, surname
from klasgenoot.exchange.cards import OWN

LONGEST_LINE = 75
"""Bytes; a longer line is folded."""
_ESCAPED = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n", "\r": ""})


def write_vcards(people: Sequence[Leaving]) -> bytes:
    """A card for each student: name, e-mail, class, and the photo if it comes along."""
    lines = [line for person in people for line in _card(person)]
    return b"".join(_folded(line) for line in lines)


def _card(person: Leaving) -> list[str]:
    infix, family = person.infix, person.family_name
    if infix and infix.casefold() not in INFIXES:
        infix, family = "", surname(infix=infix, family=family)
    parts = (family, person.given_name, infix, "", "")
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"N:{';'.join(map(_plain, parts))}",
        f"FN:{_plain(person.full_name)}",
    ]
    if person.call_name and person.call_name != person.given_name:
        lines.append(f"NICKNAME:{_plain(person.call_name)}")
    if person.email:
        lines.append(f"EMAIL;TYPE=INTERNET:{_plain(person.email)}")
    if person.class_name:
        lines.append(f"CATEGORIES:{_plain(person.class_name)}")
        lines.append(f"{OWN}:{_plain(person.class_name)}")
    if person.picture:
        lines.append(f"PHOTO;ENCODING=b;TYPE=JPEG:{b64encode(person.picture).decode('ascii')}")
    return [*lines, "END:VCARD"]


def _plain(value: str) -> str:
    return value.translate(_ESCAPED)


def _folded(line: str) -> bytes:
    """A line as at most 75 bytes, and further lines that begin with a blank; no letter is cut."""
    parts, part = [], b""
    for sign in line:
        raw = sign.encode()
        if len(part) + len(raw) > LONGEST_LINE:
            parts.append(part)
            part = b" "
        part += raw
    return b"\r\n".join((*parts, part)) + b"\r\n"
