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
    "gisterochtend": -1,
    "gistermiddag": -1,
    "gisteravond": -1,
    "yesterday": -1,
    "yesterday morning": -1,
    "yesterday afternoon": -1,
    "vandaag": 0,
    "vanochtend": 0,
    "vanmorgen": 0,
    "vanmiddag": 0,
    "vanavond": 0,
    "today": 0,
    "this morning": 0,
    "this afternoon": 0,
    "morgen": 1,
    "morgenochtend": 1,
    "morgenmiddag": 1,
    "tomorrow": 1,
    "tomorrow morning": 1,
    "tomorrow afternoon": 1,
    "overmorgen": 2,
    "day after tomorrow": 2,
}
"""How many days from today."""

NEXT = ("volgende", "next")
THIS = ("deze", "dit", "this")
COMING = ("a.s", "as", "aanstaande", "komende", "coming")
LAST = ("vorige", "last")
PAST = ("afgelopen", *LAST)
WEEK_SHIFTS = dict.fromkeys(NEXT, 1) | dict.fromkeys(LAST, -1)
"""How many weeks from this one."""

WITHIN = ("over", "in", "binnen", "within")
"""What may stand before an amount of time ahead."""
EDGES = {"begin": False, "start": False, "early": False} | dict.fromkeys(
    ("eind", "einde", "end", "late"), True
)
"""Which edge of a week or a month: whether it is its end."""

UNITS = (
    dict.fromkeys(("d", "dag", "dagen", "day", "days"), "day")
    | dict.fromkeys(("w", "week", "weken", "weeks"), "week")
    | dict.fromkeys(("b", "werkdag", "werkdagen", "working day", "working days"), "working day")
    | dict.fromkeys(("maand", "maanden", "month", "months"), "month")
)

_SMALL_WORDS = ("op", "on", "by", "at", "uiterlijk", "de", "het", "the", "van", "of")
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
