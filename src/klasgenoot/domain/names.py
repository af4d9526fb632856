"""How is a name written, compared and taken apart? Folding, tussenvoegsels, sort keys, initials."""

import re
import unicodedata

DUTCH_INFIXES = tuple(
    """
van, van de, van den, van der, van het, van 't, van t, vd, vd., v.d., v/d, v. d., de, den, der,
het, 't, te, ten, ter, tot, op, op de, op den, op der, op het, op 't, op ten, aan de, aan den,
aan der, aan het, aan 't, bij de, bij den, bij het, bij 't, in de, in den, in der, in het, in 't,
in t, onder de, onder den, onder het, onder 't, over de, over den, over het, uit de, uit den,
uit het, uit 't, voor de, voor den, voor 't, von, von der, von den, von dem, vom, zu, zum, zur
    """.strip()
    .replace("\n", " ")
    .split(", ")
)
"""The tussenvoegsels. They count in any case: "Sanne van der Berg", but "mevrouw Van der Berg"."""

OTHER_INFIXES = tuple(
    """
v., d', l', el, al, ben, bin, bint, ibn, da, das, de la, de las, de los, del, della, di, do,
dos, du, des, la, las, le, les, lo, los
    """.strip()
    .replace("\n", " ")
    .split(", ")
)
"""Infixes that count in lower case alone. "el Amrani" was registered with an infix, "El Amrani" was
not; and Ben and Al are given names, Le and Do family names."""

INFIXES = DUTCH_INFIXES + OTHER_INFIXES
"""What stands between given and family name and is left out when names are sorted."""

_IN_ANY_CASE = frozenset(tuple(infix.split()) for infix in DUTCH_INFIXES)
_IN_LOWER_CASE = frozenset(tuple(infix.split()) for infix in OTHER_INFIXES)
_MOST_WORDS = max(len(infix.split()) for infix in INFIXES)

_APOSTROPHES = str.maketrans(dict.fromkeys("\u2018\u2019\u201b\u2032\u00b4\u02bb\u02bc`", "'"))

_LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "\u0131": "i",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ð": "d",
        "ħ": "h",
        "ŋ": "ng",
        "ŧ": "t",
        "ə": "e",
    }
    # apostrophes that Unicode counts as letters
    | dict.fromkeys("\u02b9\u02ba\u02bb\u02bc\u02bd\u02c8\u02ca\u02cb", " "),
)
"""Letters without a counterpart in NFKD, as they are typed on a Dutch keyboard."""

_BULLET = re.compile(r"(?:\(?\d{1,3}[.)]|[-\u2013\u2014\u2022*\u00b7\u25cf\u25aa])\s+(?=[^\W\d_])")


class _Plain(dict[int, str | None]):
    """What each sign becomes: itself, a blank, or nothing; looked up once for each."""

    def __missing__(self, code: int) -> str | None:
        kind = unicodedata.category(sign := chr(code))
        plain = None if kind == "Mn" else sign if kind[0] in "LNM" else " "
        if len(self) < _SIGNS_KEPT:
            self[code] = plain
        return plain


_SIGNS_KEPT = 2_000
"""More than all names of a school have together."""
_PLAIN = _Plain()
_ASCII_BLANKS = str.maketrans({c: " " for c in map(chr, range(128)) if not c.isalnum()})


def fold(text: str) -> str:
    """The text as it is compared: small letters without accents, blanks or punctuation.

    Folding twice is folding once.
    """
    if text.isascii() and text.isalnum():
        return text.lower()  # as most names are
    return "".join(_plain(text).split())


def fold_words(text: str) -> str:
    """As `fold`, but with one blank wherever blanks or punctuation stood between two words."""
    return " ".join(_plain(text).split())


def _plain(text: str) -> str:
    """Small letters without accents; all that is no letter, digit or mark becomes a blank."""
    if text.isascii():
        return text.lower().translate(_ASCII_BLANKS)  # these stay what they are in any form
    small = unicodedata.normalize("NFKC", text).casefold()
    if small.isascii():
        return small.translate(_ASCII_BLANKS)
    # The letters are mapped after NFKD, not before: so ǿ loses its accent and its stroke both.
    letters = unicodedata.normalize("NFKD", small).translate(_LETTERS)
    return letters.translate(_PLAIN)


def tidy(text: str) -> str:
    """The text in NFC, without blanks around it and with single blanks inside."""
    return " ".join(unicodedata.normalize("NFC", text.replace("\0", "")).split())


def without_bullet(text: str) -> str:
    """A name out of a list of lines, without what stands before each: "1. Sanne", "- Sanne"."""
    bullet = _BULLET.match(text)
    return text[bullet.end() :] if bullet else text


def surname(*, infix: str, family: str) -> str:
    """Infix and family name as written behind a given name: "van der Berg", "d'Ancona"."""
    if infix.translate(_APOSTROPHES).endswith("'"):
        return infix + family
    return " ".join(part for part in (infix, family) if part)


def full_name(*, given: str, infix: str, family: str) -> str:
    """Given name, infix and family name in reading order; what is empty leaves no gap."""
    return " ".join(part for part in (given, surname(infix=infix, family=family)) if part)


def sort_key(*, given: str, family: str) -> tuple[str, str]:
    """Sorts "van der Berg" under B. Who has no family name is sorted on the given name."""
    folded_given = fold(given)
    return fold(split_family(family)[1]) or folded_given, folded_given


def initials(*, given: str, family: str) -> str:
    """One or two capitals to stand where a photo would be: Fatima van der Zee is "FZ"."""
    return _initial(given) + _initial(split_family(family)[1])


def _initial(text: str) -> str:
    first = next((c for c in unicodedata.normalize("NFC", text) if c.isalnum()), "")
    return first.upper()[:1]


def split_family(family: str) -> tuple[str, str]:
    """A known surname as (infix, family name), in the case it was written in.

    Reads "van der Berg", "Berg, van der" and "Berg van der". A surname that is an infix and nothing
    else (Le, Ten) stays a family name.
    """
    text = tidy(family)
    if text.isalpha():
        return "", text
    before, _, after = (part.strip() for part in text.partition(","))
    if before and _is_infix(after.split()):
        return after, before
    words = text.split()
    if 0 < (count := _infix_at_start(words)) < len(words):
        return " ".join(words[:count]), " ".join(words[count:])
    if count := _infix_at_end(words):
        return " ".join(words[-count:]), " ".join(words[:-count])
    if text[:2].translate(_APOSTROPHES) in {"d'", "l'"} and text[2:]:
        return text[:2], text[2:]
    return "", text


def split_whole_name(text: str) -> tuple[str, str, str]:
    """A whole name as (given name, infix, family name).

    With a comma the family name comes first: "Berg, Sanne van der", "Berg, van der, Sanne",
    "van der Berg, Sanne". Without one the infix divides, else the first blank: "Jan Willem van der
    Berg", "Maria Garcia Lopez". One word alone is a given name.
    """
    name = tidy(text)
    return _split_at_comma(name) if "," in name else _split_at_infix(name.split())


def _split_at_comma(name: str) -> tuple[str, str, str]:
    first, *others = (part.strip() for part in name.split(","))
    infix, family = split_family(first)
    infixes = [infix, *(part for part in others if _is_infix(part.split()))]
    given = " ".join(part for part in others if not _is_infix(part.split())).split()
    if count := _infix_at_end(given):
        infixes.append(" ".join(given[-count:]))
        given = given[:-count]
    return " ".join(given), " ".join(part for part in infixes if part), family


def _split_at_infix(words: list[str]) -> tuple[str, str, str]:
    first = words[: _infix_at_start(words)]
    if _is_infix(first) and tuple(first) not in _IN_LOWER_CASE:
        count = 0  # "van Dijk" is a surname alone; "Van Nguyen" and "ben jansen" are not
    else:
        middle = range(1, len(words) - 1)
        count = next((place for place in middle if _infix_at_start(words[place:])), 1)
    return " ".join(words[:count]), *split_family(" ".join(words[count:]))


def _infix_at_start(words: list[str]) -> int:
    """How many words at the start are an infix: the longest there is, or 0."""
    lengths = range(min(_MOST_WORDS, len(words)), 0, -1)
    return next((count for count in lengths if _is_listed(words[:count])), 0)


def _infix_at_end(words: list[str]) -> int:
    """How many words at the end are an infix with something before it: the longest, or 0."""
    lengths = range(min(_MOST_WORDS, len(words) - 1), 0, -1)
    return next((count for count in lengths if _is_infix(words[-count:])), 0)


def _is_infix(words: list[str]) -> bool:
    """Whether this is an infix and no name: "van" and "Van der"; not "Van" or "Ten"."""
    return _is_listed(words) and (len(words) > 1 or words[0].islower())


def _is_listed(words: list[str]) -> bool:
    written = tuple(word.translate(_APOSTROPHES) for word in words)
    return written in _IN_LOWER_CASE or tuple(map(str.casefold, written)) in _IN_ANY_CASE
