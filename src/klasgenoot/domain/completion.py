"""Who fits what is being typed? Names to choose from, where a name may stand in the log line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from klasgenoot.domain.names import fold
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.domain.quicklog_signs import CONNECTORS, EVERYBODY, JOINT, KINDS, LEAD, view_of
from klasgenoot.domain.who import NameBook

MOST_CANDIDATES = 5
"""The most names offered for what is being typed."""
_MOST_WORDS = 6
"""The most words that a name being typed may have."""
_JOINT = re.compile(rf"{JOINT}|{EVERYBODY.pattern}")
_PRIVATE_NAME = re.compile(r"(?<!\S)/\s*([^\s:/,][^:/,]*)$")
_WORD = re.compile(r"\S+")
_REST_OF_WORD = re.compile(r"[^\s,;:&+]*")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A student who fits, and the shortest text that means nobody else."""

    student_id: StudentId
    text: str


@dataclass(frozen=True, slots=True)
class Completion:
    """What is being typed, `text[start:end]`, and who fits it, the likeliest first."""

    start: int
    end: int
    candidates: tuple[Candidate, ...]


def complete(
    text: str,
    *,
    cursor: int,
    students: Sequence[Student],
    first: Sequence[StudentId] = (),
    names: NameBook | None = None,
) -> Completion | None:
    """The names that what stands before the cursor may become.

    Args:
        text: what was typed so far.
        cursor: the place of the cursor in `text`.
        students: whom a name can mean.
        first: whom to offer first, the likeliest in front: those of the lesson just given.
        names: the names of `students`, where they are known already.

    Returns:
        None inside a sentence, and where there is nothing to choose.
    """
    view = view_of(text)
    begin = _start_of_name(view, cursor)
    words = [] if begin is None else [found.span() for found in _WORD.finditer(view, begin, cursor)]
    if begin is None or not words or words[-1][1] != cursor:
        return None
    last = view[slice(*words[-1])]
    if last in KINDS or (len(words) > 1 and last.casefold() in CONNECTORS):
        return None

    names = names or NameBook(students)
    for start, _ in words[-_MOST_WORDS:]:
        typed = view[start:cursor]
        if ids := _ranked(names, typed, first=first):
            break
    else:
        return None
    wanted = frozenset(ids[:MOST_CANDIDATES])
    by_id = {student.id: student for student in students if student.id in wanted}
    candidates = tuple(
        Candidate(one, shortest_text(by_id[one], names)) for one in ids[:MOST_CANDIDATES]
    )
    if [fold(typed)] == [fold(candidate.text) for candidate in candidates]:
        return None  # all typed already
    rest = _REST_OF_WORD.match(view, cursor)
    return Completion(start, rest.end() if rest else cursor, candidates)


def shortest_text(student: Student, names: NameBook) -> str:
    """The call name; with an initial or the whole family name when others are called the same."""
    texts = (student.name, f"{student.name} {student.family_name[:1].upper()}")
    alone = (text for text in texts if names.meant(text) == (student.id,))
    return next(alone, student.full_name)


def _start_of_name(view: str, cursor: int) -> int | None:
    """Where the name before the cursor may begin at the earliest; None where no name may stand."""
    line = max(view.rfind(sign, 0, cursor) for sign in ";\n") + 1
    head, colon, body = view[line:cursor].partition(":")
    if colon:
        private = _PRIVATE_NAME.search(body)
        return private and line + len(head) + len(colon) + private.start(1)
    if LEAD.search(head):
        return None
    return line + max((joint.end() for joint in _JOINT.finditer(head)), default=0)


def _ranked(names: NameBook, typed: str, *, first: Sequence[StudentId]) -> list[StudentId]:
    """Everybody who fits: those of `first`, then on call name before family name."""
    fits = names.fits(typed)
    by_family = [one for one in names.with_family(typed) if one not in fits]
    whole = {one for one, fit in fits.items() if fit.call > 1}

    def rank(one: StudentId) -> tuple[bool, bool, bool, bool, int]:
        place = first.index(one) if one in first else len(first)
        return not names.has(one), one not in first, one not in fits, one not in whole, place

    return sorted((*fits, *by_family), key=rank)
