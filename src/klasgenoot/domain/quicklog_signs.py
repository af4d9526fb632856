"""Which signs does the log line have? Kinds, lead words, tags, and what stays literal.

Reading happens on a view of the text: a copy of the same length in which all that must stay text is
blotted out. So every place found in the view is a place in what the teacher typed.
"""

import re
from collections.abc import Collection, Iterator

from klasgenoot.domain.contact import ContactKind

LITERAL = "\0"
"""Stands in the view for each character that must stay text."""
TAGGED = "\1"
"""Stands in the view for each character of a #tag."""

KINDS = {
    **dict.fromkeys(("g", "gesprek", "talk"), ContactKind.TALK),
    **dict.fromkeys(("k", "kort", "brief"), ContactKind.BRIEF),
    **dict.fromkeys(("m", "mail"), ContactKind.MAIL),
    **dict.fromkeys(("t", "telefoon", "phone", "call"), ContactKind.PHONE),
    **dict.fromkeys(("o", "opgemerkt", "noticed"), ContactKind.NOTICED),
}
"""The kinds of contact as typed, in small letters."""

REMINDERS = ("=", "geheugensteun", "reminder")
"""Say, in the place of a kind, that the line is to remember something by and not to be shared."""

ABSENCES = ("afwezig", "afw", "absent")
"""Say, in the place of a kind, that who is named was not there."""

CONNECTORS = ("en", "and")
"""Words that join two people as a comma does."""

JOINT = r"[,&+]|(?<=\s)[-\u2212\u2013](?!>)"
"""Signs that do so; a minus with a blank before it, as in "*-Timo -Noor", is no part of a name."""

EVERYBODY = re.compile(r"\*(?:\s*(?P<but>[-\u2212\u2013])|(?![^\s,\1]))")
"""The whole list, "*", or all but those named after it, "*-"."""

EVERYBODY_IN_WORDS = re.compile(
    r"""
    (?: iedereen | everyone | everybody
      | (?:(?:de|the)\s+)? (?:hele|whole)\s+ (?:klas|groep|class|group)
      | (?:(?:de|the)\s+)? (?:klas|groep|class|group) (?=\s+(?:behalve|zonder|except|but|minus))
    )
    (?: \s+ (?P<but>behalve|zonder|except(?:\s+for)?|but|minus) )?
    (?! [^\s,:\1] )
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""The same in words, "hele klas" or "klas behalve": only where a line begins, else it is prose."""

LEAD = re.compile(
    r"(?<!\w)(?:terug|opvolgen|afspraak|back|again|appointment|follow[- ]?up)(?!\w)|->|\u2192|>",
    re.IGNORECASE,
)
"""What comes before the date of a follow-up."""

GROUP = "@"
"""Comes before the name of a class: everybody in it."""

TAG = re.compile(r"(?<![\w#&/])#([^\W\d_][\w-]*)")
"""A word with # before it; "#3" is a number."""

PRIVATE = re.compile(r"(?<!\S)/\s*(?P<who>[^\s:/,\0\1][^:/,\0\1]{0,60}?)\s*:")
"""What opens a private line: "/ naam:"."""

_LINE = re.compile(r"[^;\n]+")
_QUOTED = re.compile(r'["\u201c\u201d\u201e][^"\u201c\u201d\u201e\n]*["\u201c\u201d\u201e]')
"""From a double quote, straight or curly, to the next on the same line."""


def view_of(text: str, literal: Collection[tuple[int, int]] = ()) -> str:
    """The text with quotations and the `literal` places blotted out; line ends always stay."""
    letters = list(text)
    for start, end in (*(found.span() for found in _QUOTED.finditer(text)), *literal):
        for at in range(max(0, start), min(end, len(letters))):
            if letters[at] != "\n":
                letters[at] = LITERAL
    return "".join(letters)


def lines_of(view: str) -> Iterator[tuple[int, int]]:
    """Where each line begins and ends, without the blanks around it; empty lines are left out."""
    for found in _LINE.finditer(view):
        line = found.group()
        if line.strip():
            start = found.start() + len(line) - len(line.lstrip())
            yield start, start + len(line.strip())
