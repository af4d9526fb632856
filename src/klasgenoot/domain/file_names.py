"""What can the name of a photo's file tell? Numbers, logins and names, without a camera's noise."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from klasgenoot.domain.names import fold, tidy
from klasgenoot.domain.student_numbers import number_key

COPY_WORDS = frozenset({"copie", "copy", "kopie"})

NOISE = COPY_WORDS.union(
    {
        "afbeelding",
        "bewerkt",
        "dsc",
        "dscf",
        "dscn",
        "edited",
        "foto",
        "image",
        "img",
        "jpeg",
        "jpg",
    },
    {"pasfoto", "photo", "picture", "portrait", "portret", "profiel", "profielfoto", "profile"},
    {"pxl", "scan", "screenshot", "schermafbeelding", "student", "whatsapp"},
)
"""Words that cameras, phones and offices put in a file name."""

LIST_WORDS = """
alles class classlist contacten contacts csv cijferlijst cijfers data deelnemers download downloads
everything export exports foto fotolijst fotos gc gegevens gradebook grades gradesexport
klassenlijst klassenlijsten leerlingen leerlinglijst lijst list namen namenlijst names nieuw
overzicht photos rapport report roster smoelenboek student studenten studentenlijst students users
anki blackboard brightspace canvas classroom eduarte edexml google klasgenoot magister moodle
oneroster osiris somtoday teams uwlr zermelo
"""
"""What systems and people call a list, whatever class is in it."""
_LIST_WORDS = COPY_WORDS.union(LIST_WORDS.split())

CALLED = """
cijferlijst classlist deelnemerslijst fotolijst gradebook grades gradesexport klassenlijst
leerlinglijst leerlingenlijst namenlijst presentielijst roster smoelenboek studentenlijst
"""
_CALLED = frozenset(CALLED.split())
"""Words that never begin or end what a class is called; "Data" and "Student" may."""

_COPY_NUMBER = re.compile(r"\(\d{1,2}\)\s*$")
_COPY_OF = re.compile(r"^\s*(?:kopie van|copy of)\b", re.IGNORECASE)
_DAY_AND_TIME = re.compile(r"(?<!\d)(?:19|20)\d{6}[-_ ]?\d{6,9}(?!\d)")
_WHEN_SAVED = re.compile(
    r"(?<!\d)(?:19|20)\d\d([-_.]?)[01]\d\1[0-3]\d(?:[-_ T]+[0-2]\d(?:[-_.]?[0-5]\d){1,2})?(?!\d)"
)
_SEPARATORS = re.compile(r"[\W_]+")
_PARTS = re.compile(r"[^\W_]+|[\W_]")
_BETWEEN = " -.,"
_INNER_BORDERS = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])|(?<=\D)(?=\d)|(?<=\d)(?=\D)")

_SHORTEST_CODE = 5
"""A shorter number inside a longer name is a camera's count or a date."""

_A_CLASS = 3
"""So many files carry the class in their name; fewer may be one student's."""

_SHORTEST_BESIDE_DIGITS = 3
"""Fewer letters against a digit are a class (1A, B2) and no name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileName:
    """What a file name tells, folded.

    Attributes:
        codes: What may be a number, a login or an address: all of it, or a part with digits.
        words: What may be words of a name, in their order.
        is_copy: Whether it is marked as a second copy: "(1)", "kopie".
    """

    codes: frozenset[str]
    words: tuple[str, ...]
    is_copy: bool

    @property
    def name(self) -> str:
        """The words as one, as names are compared."""
        return "".join(self.words)


def read_file_names(stems: Sequence[str], *, known_words: Iterable[str]) -> list[FileName]:
    """Reads file names without their extension.

    Args:
        stems: The names.
        known_words: Folded words of names in the class. All other words that stand in more than
            half of the file names ("klas", "HICT") are left out, just as the noise is; and so is a
            word with a digit ("HICT1A") that stands in more than two.
    """
    known = frozenset(known_words)
    classes = _classes(stems)
    all_words = [_words(stem, classes=classes) for stem in stems]
    counts = Counter(word for words in all_words for word in set(words))
    everywhere = {word for word, count in counts.items() if count > max(2, len(stems) / 2)}
    left_out = (NOISE | everywhere) - known
    return [
        FileName(
            codes=_codes(stem),
            words=tuple(word for word in words if word not in left_out),
            is_copy=bool(_COPY_NUMBER.search(stem) or COPY_WORDS.intersection(words)),
        )
        for stem, words in zip(stems, all_words, strict=True)
    ]


def says_a_class(stem: str) -> bool:
    """Whether a list or folder of this name may be called after a class: not "39-blackboard"."""
    words = (word.casefold() for word in _SEPARATORS.split(stem))
    return any(word not in _LIST_WORDS and not word.isdigit() for word in words if word)


def class_said(stem: str) -> str:
    """The class that a list or folder of this name is called after; empty for none.

    What is left out is when it was saved, that it is a copy, and what a list is called by those
    who make it: of "MWD-1A_GradesExport_2026-08-24-09-12" it is "MWD-1A".
    """
    if not says_a_class(stem):
        return ""
    said = _COPY_OF.sub("", _COPY_NUMBER.sub("", _WHEN_SAVED.sub(" ", tidy(stem))))
    parts = _PARTS.findall(said.replace("_", " "))
    for end in (0, -1):
        while parts and (parts[end].casefold() in _CALLED or not parts[end].strip(_BETWEEN)):
            del parts[end]
    return tidy("".join(parts))


def _codes(stem: str) -> frozenset[str]:
    tokens = _SEPARATORS.split(_DAY_AND_TIME.sub(" ", stem))
    runs = [run for token in tokens for run in _INNER_BORDERS.split(token) if run.isdigit()]
    parts = (part for part in tokens + runs if len(part) >= _SHORTEST_CODE and _has_digit(part))
    return frozenset(map(number_key, (stem, stem.partition("@")[0], *parts)))


def _classes(stems: Sequence[str]) -> frozenset[str]:
    """Letters with a digit among them that come again and again: the class, not somebody."""
    counts = Counter(
        token
        for stem in stems
        for token in {each.casefold() for each in _SEPARATORS.split(tidy(stem))}
        if _has_digit(token) and not token.isdigit()
    )
    return frozenset(token for token, count in counts.items() if count >= _A_CLASS)


def _words(stem: str, *, classes: Collection[str]) -> list[str]:
    text = _COPY_OF.sub("kopie", tidy(stem)).partition("@")[0]
    words: list[str] = []
    for token in _SEPARATORS.split(text):
        if token.casefold() in classes:
            continue
        shortest = _SHORTEST_BESIDE_DIGITS if _has_digit(token) else 1
        runs = (fold(run) for run in _INNER_BORDERS.split(token) if not run.isdigit())
        words += [run for run in runs if len(run) >= shortest]
    return words


def _has_digit(text: str) -> bool:
    return any(c.isdigit() for c in text)
