"""Vaults to be cruel to, made in code: a class year of 40 MB, or a small one of the same shape."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

from klasgenoot.domain.deeds import Deed
from klasgenoot.store import key_slots
from klasgenoot.store.database import Vault
from klasgenoot.store.opening import open_vault
from klasgenoot.store.photos import StoredPhoto, keep_photo

KEY = "5a" * 32
NOW = datetime(2026, 11, 22, 14, 30, tzinfo=UTC)
WORDS = [
    "kwam",
    "langs",
    "vroeg",
    "hulp",
    "bij",
    "portfolio",
    "stage",
    "toets",
    "rooster",
    "project",
    "feedback",
    "goed",
    "gesprek",
]


def filled(folder: Path, *, students: int = 500, contacts: int = 20_000) -> Vault:
    """A vault with one class: a photo of some 60 kB for each student, and contacts about them."""
    vault, chance = open_vault(folder, key=KEY), Random(students)
    execute = vault.connection.executemany
    photos = [
        keep_photo(vault, StoredPhoto(chance.randbytes(56_000), chance.randbytes(9_000), 540, 720))
        for _ in range(students)
    ]
    with vault.journal.step(Deed.FILL_SAMPLE):
        execute("INSERT INTO school_classes (id, name) VALUES (?, ?)", [(1, "CMV-1B")])
        execute(
            "INSERT INTO students (id, given_name, photo_id, folded) VALUES (?, ?, ?, ?)",
            [(n, f"Naam{n}", photo, f"naam{n}") for n, photo in enumerate(photos)],
        )
        execute(
            "INSERT INTO enrolments VALUES (1, ?, '2026-09-01')", [(n,) for n in range(students)]
        )
        notes = [" ".join(chance.choices(WORDS, k=14)) for _ in range(contacts)]
        execute(
            "INSERT INTO contacts (id, happened_on, kind, text, folded)"
            " VALUES (?, ?, 'brief', ?, ?)",
            [(n, f"{_day(n)}", text, text) for n, text in enumerate(notes)],
        )
        execute(
            "INSERT INTO contact_students (contact_id, student_id, private_text) VALUES (?, ?, '')",
            [(n, n % students) for n in range(contacts)],
        )
    vault.journal.forget()
    return vault


def small(folder: Path) -> Vault:
    """Two megabytes, so that being cruel many times does not take all day."""
    return filled(folder, students=20, contacts=500)


def quick_keys() -> None:
    """Argon2id at 1 MiB, so that the writing is hit and not the calculating."""
    key_slots.STEPS_MIB, key_slots.MEMORY_ALLOWED = (1,), (1 << 20, 1 << 22)


def _day(number: int) -> date:
    return date(2025, 9, 1) + timedelta(days=number % 440)
