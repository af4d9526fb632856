"""Which photo is whose? File names held against a class list, best pairs first, no photo twice."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import IntEnum, StrEnum
from itertools import chain
from operator import itemgetter

from klasgenoot.domain.accepted_names import surname_spellings
from klasgenoot.domain.file_names import FileName, read_file_names
from klasgenoot.domain.names import fold, fold_words, tidy
from klasgenoot.domain.pairing import best_pairs
from klasgenoot.domain.student_numbers import number_key

ALIKE = 0.85
"""From which likeness on a name may be the one, to be looked at: `difflib`'s ratio, 0 to 1."""

MOST_COMPARED = 60_000
"""Photos times people. Where more than that is left over, these are other people's photos."""

LONGEST_COMPARED = 100
"""Letters of a file name; no name is longer."""

AMONG_OTHER_WORDS = 0.9
"""The likeness of a file name that has somebody's given and family name, and more words."""


class How(StrEnum):
    """What a photo was recognised by."""

    NUMBER = "number"
    EMAIL = "email"
    LOGIN = "login"
    NAME = "name"
    LIKELY = "likely"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyed:
    """What a photo of somebody may be named after."""

    given_name: str = ""
    infix: str = ""
    family_name: str = ""
    call_name: str = ""
    student_number: str = ""
    email: str = ""
    login: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """Whose photo it is.

    Attributes:
        photo: The index of the photo.
        person: The index of the person; None if nobody, or if two could be meant.
        how: What it was recognised by.
        sure: False if the teacher must look at it.
    """

    photo: int
    person: int | None
    how: How
    sure: bool


_STRENGTH = (How.NUMBER, How.EMAIL, How.LOGIN, How.NAME, How.LIKELY)


def match_photos(stems: Sequence[str], *, people: Sequence[Keyed]) -> list[Match]:
    """Says of each photo whose it is: one match per photo, in their order.

    A number outranks an e-mail address, that a login, and that a name. A match is sure if nothing
    in the file name points to somebody else and no other photo has as good a claim. What points to
    two people is left open, unless one of them has a photo already: then it is likely the other's.

    Args:
        stems: The file names without their extension.
        people: The class list.
    """
    known_words = {word for person in people for words in _word_sets(person) for word in words}
    files = read_file_names(stems, known_words=known_words)
    has_words = any(file.words for file in files)  # else all are called after a number
    owners = _owners(people, with_names=has_words)
    clues = [_clues(file, owners) for file in files]
    matches = _by_clues(files, clues)
    matches |= _by_likeness(files, clues, people, served=matches)
    return [
        matches.get(photo, Match(photo, None, How.NONE, sure=False)) for photo in range(len(stems))
    ]


# ---- clues: what in a file name points to people ----


@dataclass(frozen=True, slots=True)
class _Clue:
    how: How
    looseness: int
    people: frozenset[int]


_Owners = dict[tuple[How, int], dict[str, set[int]]]
"""Who has a number, an address or a name, for each kind of these and each looseness."""


def _owners(people: Sequence[Keyed], *, with_names: bool) -> _Owners:
    owners: _Owners = {}
    for index, person in enumerate(people):
        keys = chain(_codes(person), _called(person)) if with_names else _codes(person)
        for how, looseness, key in keys:
            owners.setdefault((how, looseness), {}).setdefault(key, set()).add(index)
    return owners


def _codes(person: Keyed) -> Iterator[tuple[How, int, str]]:
    codes = (
        (How.NUMBER, person.student_number),
        (How.EMAIL, person.email),
        (How.EMAIL, person.email.partition("@")[0]),
        (How.LOGIN, person.login),
    )
    yield from ((how, 0, number_key(code)) for how, code in codes)


def _called(person: Keyed) -> Iterator[tuple[How, int, str]]:
    yield from ((How.NAME, looseness, name) for looseness, name in _names(person))
    yield from ((How.LIKELY, 0, name) for name in _hints(person))


def _clues(file: FileName, owners: _Owners) -> list[_Clue]:
    """The tightest clue of each kind, the strongest kind first."""
    clues: dict[How, _Clue] = {}
    for how, looseness in sorted(owners, key=lambda kind: (_STRENGTH.index(kind[0]), kind[1])):
        by_key = owners[how, looseness]
        names = {file.name} if how in {How.NAME, How.LIKELY} else {file.name, *file.codes}
        found = frozenset().union(*(by_key.get(name, ()) for name in names if name))
        if found and how not in clues:
            clues[how] = _Clue(how, looseness, found)
    return list(clues.values())


def _meant(clues: Sequence[_Clue]) -> frozenset[int]:
    """Whom the strongest clue points to; weaker ones may tell apart whom it does not."""
    meant = clues[0].people
    for clue in clues[1:]:
        meant = meant & clue.people or meant
    return meant


def _by_clues(files: Sequence[FileName], clues: Sequence[Sequence[_Clue]]) -> dict[int, Match]:
    """The photos that point to one person, and of these the best for each person."""
    claims: dict[int, list[tuple[tuple[int, int, bool], Match]]] = {}
    for photo, found in enumerate(clues):
        if not found or len(meant := _meant(found)) > 1:
            continue
        (person,) = meant
        best = found[0]
        sure = best.how is not How.LIKELY and all(person in clue.people for clue in found)
        rank = (_STRENGTH.index(best.how), best.looseness, files[photo].is_copy)
        claims.setdefault(person, []).append((rank, Match(photo, person, best.how, sure=sure)))
    matches: dict[int, Match] = {}
    for ranked in claims.values():
        (rank, match), *others = sorted(ranked, key=itemgetter(0))
        contested = any(other == rank for other, _ in others)
        matches[match.photo] = replace(match, sure=match.sure and not contested)
    return matches


# ---- likeness: what is left of the photos against who is left of the people ----


def _by_likeness(
    files: Sequence[FileName],
    clues: Sequence[Sequence[_Clue]],
    people: Sequence[Keyed],
    *,
    served: Mapping[int, Match],
) -> dict[int, Match]:
    left = set(range(len(people))) - {match.person for match in served.values()}
    names = {person: _names_to_compare(people[person]) for person in left}
    scores: dict[tuple[int, int], float] = {}
    unknown = sum(photo not in served and not found for photo, found in enumerate(clues))
    is_compared = unknown * len(left) <= MOST_COMPARED
    for photo, (file, found) in enumerate(zip(files, clues, strict=True)):
        if photo in served:
            continue
        if found:
            unserved = _meant(found) & left
            scores |= {(photo, person): 1.0 for person in unserved if len(unserved) == 1}
        elif is_compared and len(file.name) <= LONGEST_COMPARED:
            alike = {(photo, person): _likeness(file, *names[person]) for person in left}
            scores |= {pair: score for pair, score in alike.items() if score >= ALIKE}
    return {
        photo: Match(photo, person, How.LIKELY, sure=False) for photo, person in best_pairs(scores)
    }


def _names_to_compare(person: Keyed) -> tuple[set[str], list[set[str]]]:
    names = {name for looseness, name in _names(person) if looseness <= _Looseness.SHORTENED}
    return names, _word_sets(person)


def _likeness(file: FileName, names: Iterable[str], word_sets: Iterable[set[str]]) -> float:
    """How much a file name is like a person's names, 0 to 1."""
    if any(words and words <= set(file.words) for words in word_sets):
        return AMONG_OTHER_WORDS
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(file.name)
    best = 0.0
    for name in names:
        matcher.set_seq1(name)
        if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE:
            best = max(best, matcher.ratio())
    return best


def _word_sets(person: Keyed) -> list[set[str]]:
    """For each given name: this and the surname without infix, as folded words."""
    family = fold_words(person.family_name).split()
    return [{*fold_words(given).split(), *family} for _, given in _given_names(person)]


# ---- what a photo of somebody may be called ----


class _Looseness(IntEnum):
    """How freely a file name may follow a name. The tighter fit is the better claim."""

    FULL = 0
    SHORTENED = 1
    """Without the infix, or with it shortened; ü as ue."""
    PARTLY = 2
    """With another given name, one surname of two, or letters lost."""
    GIVEN_NAME = 3
    """The given name alone, which will do if nobody else has it."""


_TRANSLITERATED = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "đ": "dj", "ş": "sh", "ç": "ch"}
)


def _as_written(text: str) -> str:
    return text


def _transliterated(text: str) -> str:
    return tidy(text).casefold().translate(_TRANSLITERATED)


def _letters_lost(text: str) -> str:
    return "".join(c for c in tidy(text) if c.isascii())


_WRITINGS: tuple[tuple[_Looseness, Callable[[str], str]], ...] = (
    (_Looseness.FULL, _as_written),
    (_Looseness.SHORTENED, _transliterated),
    (_Looseness.PARTLY, _letters_lost),
)


def _writings(person: Keyed) -> Sequence[tuple[_Looseness, Callable[[str], str]]]:
    """The ways to write a name that come to something else; of plain letters there is one."""
    names = (person.given_name, person.call_name, person.infix, person.family_name)
    return _WRITINGS if not all(map(str.isascii, names)) else _WRITINGS[:1]


def _names(person: Keyed) -> Iterator[tuple[_Looseness, str]]:
    """Every name that a photo of this person may carry, folded."""
    for written, write in _writings(person):
        surnames = [
            (loose, fold(write(infix)), folded)
            for loose, infix, family in _surnames(person)
            if (folded := fold(write(family)))
        ]
        for loose_given, given_name in _given_names(person):
            given = fold(write(given_name))
            if given_name and not given:
                continue
            yield _Looseness.GIVEN_NAME, given
            for loose, infix, family in surnames:
                orders = (
                    given + infix + family,
                    infix + family + given,
                    family + given + infix,
                    family + infix + given,
                )
                yield from ((max(written, loose_given, loose), name) for name in orders)


def _given_names(person: Keyed) -> list[tuple[_Looseness, str]]:
    """What one is called, and each of several given names; an empty name if there is none."""
    names = [(_Looseness.FULL, name) for name in (person.call_name, person.given_name) if name]
    words = [word for word in person.given_name.split() if len(fold(word)) > 1]
    return [*names, *((_Looseness.PARTLY, word) for word in words)] or [(_Looseness.FULL, "")]


def _surnames(person: Keyed) -> Iterator[tuple[_Looseness, str, str]]:
    spellings = dict.fromkeys(surname_spellings(infix=person.infix, family=person.family_name))
    for place, (infix, family) in enumerate(spellings):
        whole = family.count("-") == person.family_name.count("-")
        shortened = _Looseness.SHORTENED if whole else _Looseness.PARTLY
        yield _Looseness.FULL if place == 0 else shortened, infix, family


def _hints(person: Keyed) -> Iterator[str]:
    """What makes one likely: the surname, alone or with the first letter of a given name."""
    letters = {fold(name)[:1] for _, name in _given_names(person)} | {""}
    for _, infix, family in _surnames(person):
        surname = fold(infix) + fold(family)
        yield from (name for letter in letters for name in (letter + surname, surname + letter))
