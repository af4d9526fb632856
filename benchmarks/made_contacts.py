"""Years of contact to measure with, made in code: 500 students, and up to 100,000 contacts.

`fill_years` puts the rows down as they are stored, past the deeds: a hundred thousand of those
would take minutes, and what is measured is how they are read.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from made_classes import names

from klasgenoot.domain.contact import ContactKind
from klasgenoot.domain.names import fold_words, split_family
from klasgenoot.domain.people import ClassId, Student, StudentId
from klasgenoot.operations.classes import add_class
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.students import add_student
from klasgenoot.store.database import Vault

STUDENTS, PER_CLASS = 500, 25
CONTACTS_A_YEAR = 10_000
YEARS = (1, 10)
"""One year, and ten: 100,000 contacts, all that a teacher who never closes a year would have."""
PROMISED, PRIVATE, SHARED = 20, 10, 8
"""Every so many contacts hold a promise, have a private line, are with two students."""

_BEGINNINGS = (
    *(
        "wil graag weten of",
        "twijfelt of",
        "vertelde dat",
        "vroeg of",
        "merkt dat",
        "zoekt hulp nu",
    ),
    *("hoopt dat", "is blij dat", "liet weten dat", "maakt zich zorgen of"),
)
_MIDDLES = (
    *("de stage", "het project", "de groep", "het portfolio", "de planning", "de presentatie"),
    *("het verslag", "de toets", "de verhuizing", "het rooster", "de samenwerking", "het gesprek"),
    *("de bijbaan", "de reistijd", "het tempo", "de feedback", "de opdracht", "het tentamen"),
)
_ENDINGS = (
    *("goed loopt", "te veel wordt", "later mag", "anders kan", "nog lukt dit blok"),
    *("met iemand samen kan", "eerder besproken wordt", "rustiger kan", "op tijd af is"),
)
_TAGS = ("", "", "", "", "", "zorg", "top", "hulp", "slb")
_SYLLABLES = ("ba", "de", "kor", "lin", "mo", "ste", "vra", "wij", "ge", "ten", "pla", "ro")


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """Who was put in a vault."""

    class_ids: tuple[ClassId, ...]
    student_ids: tuple[StudentId, ...]


def fill_years(
    vault: Vault, *, years: int, today: date, size: int = STUDENTS, seed: int = 20
) -> Made:
    """Classes of 25 students without photos, and contact of so many years up to today.

    Nothing of it can be undone. Each class has a group note a week.
    """
    chance = Random(seed)
    first = today - timedelta(days=365 * years)
    made = _people(vault, size=size, joined=first)
    with vault.journal.for_good():
        _put_contacts(vault, made, years=years, first=first, chance=chance)
        _put_notes(vault, made, first=first, today=today, chance=chance)
    return made


def _people(vault: Vault, *, size: int, joined: date) -> Made:
    desk = Desk(vault)
    classes: list[ClassId] = []
    ids: list[StudentId] = []
    for place, (given, family) in zip(range(size), names(), strict=False):
        if place % PER_CLASS == 0:
            name = f"CMV-{place // PER_CLASS + 1}"
            classes.append(desk.do(add_class, name=name, first_lesson=joined).result)
        infix, rest = split_family(family)
        draft = Student(id=StudentId(0), given_name=given, infix=infix, family_name=rest)
        ids.append(desk.do(add_student, class_id=classes[-1], draft=draft, joined=joined).result)
    vault.journal.forget()
    return Made(class_ids=tuple(classes), student_ids=tuple(ids))


def _put_contacts(vault: Vault, made: Made, *, years: int, first: date, chance: Random) -> None:
    count = years * CONTACTS_A_YEAR
    kinds, days = tuple(ContactKind), 365 * years
    contacts, those, promises = [], [], []
    for number in range(1, count + 1):
        day = first + timedelta(days=number * days // count)
        who = chance.choice(made.student_ids)
        text, tag = _sentence(chance), chance.choice(_TAGS)
        private = _sentence(chance) if number % PRIVATE == 0 else ""
        folded = fold_words(f"{text} {private} {tag}")
        kind = chance.choice(kinds).value
        contacts.append((number, day.isoformat(), kind, text, tag, folded))
        those.append((number, who, private))
        if number % SHARED == 0:
            other = made.student_ids[made.student_ids.index(who) - 1]
            those.append((number, other, ""))
        if number % PROMISED == 0:
            due = (day + timedelta(days=14)).isoformat()
            done = due if number < count - CONTACTS_A_YEAR // 100 else None
            promises.append((who, number, text, due, done))
    run = vault.connection.executemany
    run(
        "INSERT INTO contacts (id, happened_on, kind, text, tags, folded)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        contacts,
    )
    run(
        "INSERT INTO contact_students (contact_id, student_id, private_text) VALUES (?, ?, ?)",
        those,
    )
    run(
        "INSERT INTO promises (student_id, contact_id, text, due_on, done_on)"
        " VALUES (?, ?, ?, ?, ?)",
        promises,
    )


def _put_notes(vault: Vault, made: Made, *, first: date, today: date, chance: Random) -> None:
    rows = []
    for day in _weeks(first, today):
        for class_id in made.class_ids:
            text = _sentence(chance)
            rows.append((class_id, day.isoformat(), text, fold_words(text)))
    vault.connection.executemany(
        "INSERT INTO group_notes (class_id, noted_on, text, folded) VALUES (?, ?, ?, ?)", rows
    )


def _weeks(first: date, today: date) -> Iterator[date]:
    day = first
    while day <= today:
        yield day
        day += timedelta(days=7)


def _sentence(chance: Random) -> str:
    """What a teacher might write: common words, and now and then one that few lines have."""
    said = (chance.choice(_BEGINNINGS), chance.choice(_MIDDLES), chance.choice(_ENDINGS))
    rare = "".join(chance.choices(_SYLLABLES, k=3))
    return f"{' '.join(said)}, over {rare}."
