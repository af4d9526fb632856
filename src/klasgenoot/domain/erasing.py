"""What is erased for good, and what tells so afterwards? Tombstones, counts, and a certificate."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from klasgenoot.domain.names import fold_words
from klasgenoot.domain.people import Student
from klasgenoot.domain.searching import places_of_words


class What(StrEnum):
    """What a tombstone stands for. The order is that in which they are applied."""

    CLASS = "class"
    STUDENT = "student"
    CONTACT = "contact"
    PROMISE = "promise"
    GROUP_NOTE = "group_note"
    PHOTO = "photo"
    """Of a student who stays."""
    ANSWERS = "answers"
    """What practice knows of a student who stays."""
    TRANSFER = "transfer"
    TOLD = "told"
    """What a student who stays told, who coaches them, and how the bond was thought of."""
    PLANNED = "planned"
    """When a student who stays was put off or not there, and their talks in a round."""
    TEXT = "text"
    """A text about somebody else out of which a name was taken; its token is a `Spot`."""


BY_TOKEN = frozenset({What.CLASS, What.STUDENT})
"""Known by a random token of their own, so that they can go from any copy at any time.

The others are known by their number, which a later row may have as well: they go from copies that
are older than their tombstone, and from no others.
"""


@dataclass(frozen=True, slots=True)
class Tombstone:
    """Something was erased, and must not come back out of an older copy.

    Attributes:
        what: of which kind it was.
        token: what it is known by: it names nobody.
        erased_on: the day.
        number: its place in the order of tombstones; 0 for one that has none yet.
    """

    what: What
    token: str
    erased_on: date
    number: int = 0


class Part(StrEnum):
    """What is counted of what goes."""

    CLASSES = "classes"
    STUDENTS = "students"
    CONTACTS = "contacts"
    PRIVATE_LINES = "private_lines"
    PROMISES = "promises"
    GROUP_NOTES = "group_notes"
    PHOTOS = "photos"
    SOUNDS = "sounds"
    ANSWERS = "answers"
    TRANSFERS = "transfers"
    TOLD = "told"
    PLANNED = "planned"
    DRAFTS = "drafts"
    TEXTS = "texts"
    """Texts about others out of which a name was taken."""


Counts = Mapping[Part, int]


def together(counts: Sequence[Counts]) -> Counts:
    """Several counts as one."""
    total: Counter[Part] = Counter()
    for each in counts:
        total.update(dict(each))
    return {part: total[part] for part in Part if total[part]}


def gone(before: Counts, after: Counts) -> Counts:
    """How many of each there are no longer."""
    lost = {part: before.get(part, 0) - after.get(part, 0) for part in Part}
    return {part: count for part, count in lost.items() if count > 0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """What became of the copies: backups, and data files kept aside.

    Attributes:
        looked_at: how many copies there were.
        backups: from how many backups something went.
        asides: from how many other copies something went, or which went whole.
        dropped: how many copies were thrown away, whatever was in them.
        not_reached: copies that could not be read or written, and may still hold it.
    """

    looked_at: int = 0
    backups: int = 0
    asides: int = 0
    dropped: int = 0
    not_reached: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """What was erased, to be shown to who asks: no name stands in it.

    Attributes:
        on: the day.
        counts: how many rows of each kind went from the data.
        reached: what became of the copies.
        version: of the Klasgenoot that did it.
        mark: follows from the token of who was erased, and tells nothing about them.
        is_key_new: whether the data has another key since, so that no old copy can be read.
        people: how many students it was about.
    """

    on: date
    counts: Counts
    reached: Reached = field(default_factory=Reached)
    version: str
    mark: str
    is_key_new: bool = False
    people: int = 1


def mark_of(tokens: Sequence[str]) -> str:
    """Stands for who was erased: 16 signs that nobody can turn back into a token."""
    from hashlib import sha256

    return sha256(" ".join(sorted(tokens)).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a text stands: which table, which row, and for a private line whose.

    Attributes:
        table: contacts, contact_students, promises, group_notes, students (the note on them),
            mnemonics (what their name is remembered by), corrections, own_views, own_words,
            common_ground, consents (what about), transfers, needs_asked, lesson_slots and lessons
            (the subject) or snoozes.
        row: its number; of a private line that of the contact, of a snooze that of the student.
        student: whose private line it is; else 0.
    """

    table: str
    row: int
    student: int = 0

    @property
    def token(self) -> str:
        """What a tombstone knows it by."""
        return f"{self.table}:{self.row}:{self.student}"


def spot_of(token: str) -> Spot:
    """The inverse of `Spot.token`."""
    table, row, student = token.split(":")
    return Spot(table, int(row), int(student))


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A text that stays and speaks of who is to be erased.

    Attributes:
        spot: where it stands.
        on: its day, where it has one.
        text: all of it.
        places: where in it a name stands, as (start, end).
        about: whose it is, by number; 0 for a text about a class.
    """

    spot: Spot
    on: date | None
    text: str
    places: tuple[tuple[int, int], ...]
    about: int = 0


NOBODY = "…"


def without(text: str, places: Sequence[tuple[int, int]]) -> str:
    """A text with an ellipsis where the names stood."""
    for start, end in sorted(places, reverse=True):
        text = f"{text[:start]}{NOBODY}{text[end:]}"
    return text.replace(f"{NOBODY} {NOBODY}", NOBODY)


def words_for(student: Student) -> frozenset[str]:
    """The folded words of a name by which a text may speak of a student.

    An infix is left out, as are single letters: they stand in any text.
    """
    parts = (student.call_name, student.given_name, student.family_name, *student.aliases)
    words = {word for part in parts for word in fold_words(part).split()}
    if student.student_number:
        words.add(fold_words(student.student_number))
    return frozenset(word for word in words if len(word) > 1)


def places_of(words: frozenset[str], text: str) -> tuple[tuple[int, int], ...]:
    """Where in a text one of the words stands, as (start, end); a possessive s counts too."""
    found = []
    for start, end in places_of_words(text):
        folded = fold_words(text[start:end])
        if {folded, folded.removesuffix("s"), *folded.split()} & words:
            found.append((start, end))
    return tuple(found)
