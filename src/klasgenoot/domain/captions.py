"""Who is meant by the text at a photo? Name, number, e-mail and class out of some lines of text.

What is never taken in (a date of birth, a citizen number, an address) is dropped here already.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from klasgenoot.domain.columns import is_forbidden
from klasgenoot.domain.names import fold, tidy

_NUMBER = re.compile(r"(?<![\w.])[a-zA-Z]?\d{5,9}(?![\w.])")
_EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_DATE = re.compile(r"\b\d{1,4}[-/. ]\d{1,2}[-/. ]\d{2,4}\b")
_COUNTED = re.compile(r"^\(?\d{1,3}[.):]?\s+(?=\D)")
_CLASS_CODE = re.compile(r"(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9][\w.-]{1,14}")
_LABEL = re.compile(r"^(?P<label>[^\W\d_][\w .-]{0,24}?)\s*:\s*(?P<said>.*)$")
_CLASS_HEAD = re.compile(
    r"^(?:klas|stamklas|groep|stamgroep|lesgroep|class|group)"
    r"(?:\s*:\s*|\s+(?=.*\d))(?P<said>\S.{0,40})$",
    re.IGNORECASE,
)
"""Without a colon a digit has to follow: Klas is a given name too."""
_LIST_HEAD = re.compile(
    r"^(?:klassenlijst|klaslijst|studentenlijst|leerlingenlijst|deelnemerslijst|presentielijst"
    r"|aanwezigheidslijst|absentielijst|fotolijst|smoelenboek|class list|attendance list)"
    r"(?:\s*[:-]\s*|\s+(?:van\s+|of\s+)?(?:klas\s+|groep\s+|class\s+|group\s+)?)"
    r"(?P<said>(?=\S*\d)(?=\S*[a-z])\S{2,20})$",
    re.IGNORECASE,
)
"""Behind what a list is called the class is one word with letters and figures; not a year."""
_EDGES = " \t()[]{}<>|,;:\u2013\u2014•·*/"
_DASH = re.compile(r"^-\s+|\s+-$")
_GIVEN = frozenset({"roepnaam", "voornaam", "voornamen", "firstname", "givenname"})
_FAMILY = frozenset({"achternaam", "lastname", "surname", "familyname"})
_INFIX = frozenset({"tussenvoegsel", "tussenvoegsels", "voorvoegsel", "voorvoegsels"})
_WHOLE = frozenset({"naam", "name", "student", "leerling", "studentname"})
_NUMBERS = frozenset(
    {
        "studentnummer",
        "studentnr",
        "nummer",
        "nr",
        "stamnummer",
        "leerlingnummer",
        "studentid",
        "id",
    }
)
_EMAILS = frozenset({"email", "emailadres", "mail"})
_CLASSES = frozenset({"klas", "groep", "stamgroep", "stamklas", "lesgroep", "class", "group"})
_TELLING = 3
_TELLING_PART = 0.2
"""A line that so many captions (and so large a part of them) have is no name but a programme."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """What the text at one photo says. `name` is as it stands there: "Berg, Milan van der"."""

    name: str = ""
    student_number: str = ""
    email: str = ""
    class_name: str = ""

    def __bool__(self) -> bool:
        return bool(self.name or self.student_number or self.email)


def class_in_heading(text: str) -> str:
    """The class that a heading names: "Klas: HBO-ICT 1A"; empty when it names none."""
    heading = tidy(text)
    found = _CLASS_HEAD.match(heading) or _LIST_HEAD.match(heading)
    return found["said"].strip(_EDGES) if found else ""


def is_class_code(text: str) -> bool:
    """Whether this may be a class and nothing else: "INF1A"."""
    return _CLASS_CODE.fullmatch(text) is not None


def captions_of(texts: Sequence[Sequence[str]]) -> tuple[Caption, ...]:
    """What the captions of one photo list say, held against each other.

    Args:
        texts: for each photo the lines at it, in reading order.
    """
    read = [_Read(lines) for lines in texts]
    counts = Counter(fold(name) for each in read for name in set(each.names))
    least = max(_TELLING, _TELLING_PART * len(texts))
    common = {name for name, count in counts.items() if count >= least}
    return tuple(each.caption(common) for each in read)


def caption_of(lines: Sequence[str]) -> Caption:
    """What one caption says by itself."""
    return captions_of([lines])[0]


class _Read:
    """The lines of one caption, each put where it belongs."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.names: list[str] = []
        self._before_comma: set[str] = set()
        self._labelled: dict[str, str] = {}
        self._number = self._email = self._class = ""
        for line in lines:
            self._take(tidy(line))

    def caption(self, common: set[str]) -> Caption:
        """All of it, without the lines that many captions share."""
        own = [name for name in self.names if fold(name) not in common] or self.names[:1]
        parts = (self._labelled.get(part, "") for part in ("given", "infix", "family"))
        name = self._labelled.get("whole") or " ".join(filter(None, parts)) or self._joined(own)
        return Caption(
            name=name,
            student_number=self._number,
            email=self._email,
            class_name=self._class,
        )

    def _take(self, line: str) -> None:
        labelled = _LABEL.match(line)
        label = fold(labelled["label"]).replace(" ", "") if labelled else ""
        part = _part(label)
        if labelled and not part:
            return  # "Geboortedatum: …", "BSN: …" and whatever else nobody asked for
        if labelled and part:
            line = labelled["said"]
        if part == "class" or (found := class_in_heading(line)):
            self._class = self._class or (line.strip(_EDGES) if part == "class" else found)
            return
        if _DATE.search(line) or _is_forbidden(line):
            return
        line = self._without_number(self._without_email(line))
        has_comma = line.endswith(",")
        line = _trimmed(_DASH.sub("", _trimmed(_COUNTED.sub("", line))))
        if part in {"given", "infix", "family", "whole"}:
            self._labelled.setdefault(part, line)
        elif not any(map(str.isdigit, line)):
            if sum(map(str.isalpha, line)):
                self.names.append(line)
                self._before_comma |= {line} if has_comma else set()
        elif is_class_code(line) and self.names:
            self._class = self._class or line

    def _joined(self, names: Sequence[str]) -> str:
        """A name that runs over lines, as one: a hyphen at the end of a line holds on to the next.

        So does the comma behind a family name: "Berg," above "Milan van der".
        """
        whole = ""
        for place, name in enumerate(names):
            whole += name if not whole or whole.endswith("-") else f" {name}"
            if place == 0 and len(names) > 1 and name in self._before_comma and "," not in name:
                whole += ","
        return whole

    def _without_email(self, line: str) -> str:
        found = _EMAIL.search(line)
        if found:
            self._email = self._email or found[0]
            line = line.replace(found[0], " ")
        return tidy(line)

    def _without_number(self, line: str) -> str:
        found = _NUMBER.search(line)
        if found:
            self._number = self._number or found[0]
            line = line.replace(found[0], " ")
        return tidy(line)


def _trimmed(line: str) -> str:
    """Without what stands around a name; a bracket that closes one within it stays."""
    trimmed = line.strip(_EDGES)
    is_open = trimmed.count("(") > trimmed.count(")")
    return f"{trimmed})" if is_open and ")" in line else trimmed


def _is_forbidden(line: str) -> bool:
    """Whether a line is about what is never taken in: "BSN 111222333".

    Without a figure it may be a name: Land, Plaats.
    """
    first = line.partition(" ")[0]
    return any(map(str.isdigit, line)) and is_forbidden(first)


def _part(label: str) -> str:
    """What a label says of the text after it; empty for what is not wanted."""
    kinds = {
        "given": _GIVEN,
        "family": _FAMILY,
        "infix": _INFIX,
        "whole": _WHOLE,
        "number": _NUMBERS,
        "email": _EMAILS,
        "class": _CLASSES,
    }
    return next((kind for kind, labels in kinds.items() if label in labels), "")
