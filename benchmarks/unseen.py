"""What does the list of who was not seen cost with 500 students, after one year and after ten?

The yardstick is a bare look at the same 500 students: what it costs to read them at all.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from figures import Figure, medians
from made_classes import names

from klasgenoot.domain.deeds import Deed
from klasgenoot.operations.classes import add_class
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.overview import attention
from klasgenoot.store import school_classes, students
from klasgenoot.store.database import Vault
from klasgenoot.store.opening import open_vault

STUDENTS, A_YEAR, YEARS = 500, 10_000, 10
TODAY = date(2026, 10, 29)
KEY = "00" * 32
ROUNDS = 15
BUDGET = "≤ 30 ms"


def measure() -> Iterator[Figure]:
    """The list after one year, and after ten of the same students: 100,000 contacts."""
    with TemporaryDirectory() as one, TemporaryDirectory() as ten:
        first, tenth = _vault(Path(one), years=1), _vault(Path(ten), years=YEARS)
        took = medians(
            {
                "bare": lambda: students.all_students(first),
                "one": lambda: _look(first),
                "ten": lambda: _look(tenth),
            },
            rounds=ROUNDS,
        )
        for vault in (first, tenth):
            vault.close()
    yield Figure(
        what="who was not seen, after a year",
        size="500 students, 10,000 contacts",
        ours=took["one"],
        yardstick=took["bare"],
        beside="the same students read",
        budget=BUDGET,
    )
    yield Figure(
        what="the same after ten years",
        size="500 students, 100,000 contacts",
        ours=took["ten"],
        yardstick=took["one"],
        beside="the same after a year (≤ 1.5 ×)",
        budget=BUDGET,
    )


def _look(vault: Vault) -> None:
    (school,) = school_classes.all_classes(vault)
    seen = attention(vault, school, today=TODAY, target_days=21)
    if len(seen.turns) != STUDENTS:
        raise AssertionError(len(seen.turns))


def _vault(folder: Path, *, years: int) -> Vault:
    """A class with so many years of contacts, a tenth of them with two students."""
    vault, lots = open_vault(folder, key=KEY), Random(1)
    first = TODAY - timedelta(days=365 * years)
    class_id = Desk(vault).do(add_class, name="CMV", first_lesson=first).result
    days = [first + timedelta(days=lots.randrange(365 * years)) for _ in range(A_YEAR * years)]
    with vault.journal.step(Deed.FILL_SAMPLE):
        run = vault.connection.executemany
        run(
            "INSERT INTO students (id, given_name, family_name) VALUES (?, ?, ?)",
            [
                (number, *name)
                for number, name in zip(range(1, STUDENTS + 1), names(), strict=False)
            ],
        )
        run(
            "INSERT INTO enrolments (class_id, student_id, joined_on) VALUES (?, ?, ?)",
            [(class_id, number, first.isoformat()) for number in range(1, STUDENTS + 1)],
        )
        run(
            "INSERT INTO contacts (id, happened_on, kind, text, tags) VALUES (?, ?, 'brief', ?, ?)",
            [
                (
                    number,
                    day.isoformat(),
                    "wil een voorbeeld zien",
                    "zorg" if number % 9 == 0 else "",
                )
                for number, day in enumerate(days, 1)
            ],
        )
        run(
            "INSERT INTO contact_students (contact_id, student_id, happened_on) VALUES (?, ?, ?)",
            [
                (number, who, day.isoformat())
                for number, day in enumerate(days, 1)
                for who in lots.sample(range(1, STUDENTS + 1), 2 if number % 10 == 0 else 1)
            ],
        )
    vault.journal.forget()
    return vault
