"""Which words do dates have? Days, months, numbers and amounts, in Dutch and in English."""

import re
from collections.abc import Sequence


def _numbered(*rows: str, start: int) -> dict[str, int]:
    """Every word with its place in its row; a dash holds a place that has no word of its own."""
    return {word: at for row in rows for at, word in enumerate(row.split(), start) if word != "-"}


FULL_DAYS = _numbered(
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "monday tuesday wednesday thursday friday saturday sunday",
    start=0,
)
"""Day names in full, from Monday (0) on."""

ALL_DAYS = FULL_DAYS | _numbered(
    "ma di wo do vr za zo",
    "mon tue wed thu fri sat sun",
    "- tues - thurs - - -",
    start=0,
)
"""Day names, the short ones too. Most of those are plain words as well (zo, do, sat)."""

MONTHS = _numbered(
    "januari februari maart april mei juni juli augustus september oktober november december",
    "january february march - may june july august - october - -",
    "jan feb mrt apr - jun jul aug sep okt nov dec",
    "- - mar - - - - - sept oct - -",
    start=1,
)

NUMBERS = _numbered(
    "een twee drie vier vijf zes zeven acht negen tien elf twaalf",
    "one two three four five six seven eight nine ten eleven twelve",
    "één - - - - - - - - - - -",
    "a - - - - - - - - - - -",
    start=1,
)

NEAR_DAYS = {
    "eergisteren": -2,
    "day before yesterday": -2,
    "gisteren": -1,
    "yesterday": -1,
    "vandaag": 0,
    "today": 0,
    "morgen": 1,
    "tomorrow": 1,
    "overmorgen": 2,
    "day after tomorrow": 2,
}
"""How many days from today."""

NEXT = ("volgende", "next")
COMING = ("a.s", "as", "aanstaande", "komende", "this", "coming")
LAST = ("vorige", "last")
PAST = ("afgelopen", *LAST)
WEEK_SHIFTS = dict.fromkeys(NEXT, 1) | dict.fromkeys(LAST, -1)
"""How many weeks from this one."""

UNITS = (
    dict.fromkeys(("d", "dag", "dagen", "day", "days"), "day")
    | dict.fromkeys(("w", "week", "weken", "weeks"), "week")
    | dict.fromkeys(("b", "werkdag", "werkdagen", "working day", "working days"), "working day")
    | dict.fromkeys(("maand", "maanden", "month", "months"), "month")
)

_SMALL_WORDS = ("op", "on", "de", "the", "van", "of")
_ORDINALS = ("e", "ste", "st", "nd", "rd", "th")
_GLUED = re.compile(r"([0-9]{1,3})([^\W\d_]+)|([^\W\d_]+)([0-9]{1,3})")


def split_words(words: str | Sequence[str]) -> list[str]:
    """Single folded words: "2w" gives "2" and "w"; dots, "the" and the "th" of "24th" fall away.

    A small word at the end stays, so that "gisteren van" is no date.
    """
    phrase = words if isinstance(words, str) else " ".join(words)
    *begin, last = phrase.casefold().split() or [""]
    parts: list[str] = []
    for word in (*(word for word in begin if word not in _SMALL_WORDS), last):
        plain = word.strip(".,!")
        glued = _GLUED.fullmatch(plain)
        pieces = [piece for piece in glued.groups() if piece] if glued else [plain]
        parts += [piece for piece in pieces if piece and not (glued and piece in _ORDINALS)]
    return parts


def is_number(word: str) -> bool:
    """Whether this is a plain number of at most four digits."""
    return word.isascii() and word.isdigit() and len(word) <= len("2026")
