"""Who is passed over on the page Today? Until the day is over, and then nothing is left of it."""

from collections.abc import Collection
from datetime import date

from klasgenoot.domain.people import StudentId
from klasgenoot.store.database import Vault
from klasgenoot.store.schema import PASSED_OVER


def passed_over(vault: Vault, *, on: date) -> frozenset[StudentId]:
    """Whom the teacher passed over on a day."""
    row = vault.row("SELECT value FROM settings WHERE name = ?", (PASSED_OVER,))
    day, *those = str(row[0]).split() if row else [""]
    return frozenset(StudentId(int(who)) for who in those) if day == on.isoformat() else frozenset()


def pass_over(vault: Vault, those: Collection[StudentId], *, on: date) -> None:
    """Remembers for one day who is passed over, in the place of who was before."""
    said = " ".join((on.isoformat(), *(str(int(who)) for who in sorted(those))))
    with vault.outside_journal():
        vault.connection.execute(
            "INSERT INTO settings (name, value) VALUES (?, ?)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (PASSED_OVER, said),
        )


def forget_passed_over(vault: Vault, *, before: date) -> None:
    """Lets go of who was passed over on an earlier day."""
    row = vault.row("SELECT value FROM settings WHERE name = ?", (PASSED_OVER,))
    if row is not None and str(row[0]).split()[0] < before.isoformat():
        with vault.outside_journal():
            vault.connection.execute("DELETE FROM settings WHERE name = ?", (PASSED_OVER,))
