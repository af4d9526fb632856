"""Who has a target of their own, and who is left in peace for a while: in the data file."""

from datetime import date

from klasgenoot.domain.names import fold_words
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.snoozing import Snooze, SnoozeReason
from klasgenoot.store.database import Row, Vault
from klasgenoot.store.restrictions import shown

_SNOOZES = "SELECT student_id, since, until, reason, text FROM snoozes"


def own_targets(vault: Vault) -> dict[StudentId, int]:
    """The targets that the teacher set for some, in days."""
    found = vault.rows(f"SELECT student_id, days FROM own_targets WHERE {shown('student_id')}")
    return {StudentId(who): days for who, days in found}


def set_own_target(vault: Vault, student_id: StudentId, days: int | None) -> None:
    """Gives a student a target of their own, or with None that of the class again."""
    if days is None:
        vault.connection.execute("DELETE FROM own_targets WHERE student_id = ?", (student_id,))
        return
    vault.connection.execute(
        "INSERT INTO own_targets (student_id, days) VALUES (?, ?)"
        " ON CONFLICT (student_id) DO UPDATE SET days = excluded.days",
        (student_id, days),
    )


def snoozes(vault: Vault) -> tuple[Snooze, ...]:
    """Who is left in peace until when, the first to come back in front; also what is over."""
    found = vault.rows(f"{_SNOOZES} WHERE {shown('student_id')} ORDER BY until, student_id")
    return tuple(_snooze(row) for row in found)


def snooze_of(vault: Vault, student_id: StudentId) -> Snooze | None:
    """What leaves one student in peace, or did; None when nothing does."""
    row = vault.row(f"{_SNOOZES} WHERE student_id = ?", (student_id,))
    return _snooze(row) if row else None


def keep_snooze(vault: Vault, snooze: Snooze) -> None:
    """Keeps a snooze, in the place of the one that a student had."""
    vault.connection.execute(
        "INSERT INTO snoozes (student_id, since, until, reason, text, folded)"
        " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (student_id) DO UPDATE SET since = excluded.since,"
        " until = excluded.until, reason = excluded.reason, text = excluded.text,"
        " folded = excluded.folded",
        (
            snooze.student_id,
            snooze.since.isoformat(),
            snooze.until.isoformat(),
            snooze.reason.value,
            snooze.text,
            fold_words(snooze.text),
        ),
    )


def remove_snooze(vault: Vault, student_id: StudentId) -> None:
    """Takes a student's snooze away."""
    vault.connection.execute("DELETE FROM snoozes WHERE student_id = ?", (student_id,))


def remove_ended(vault: Vault, *, on: date) -> None:
    """Takes away what was over before a day: nobody needs to know it any more."""
    vault.connection.execute("DELETE FROM snoozes WHERE until < ?", (on.isoformat(),))


def _snooze(row: Row) -> Snooze:
    student_id, since, until, reason, text = row
    return Snooze(
        student_id=StudentId(student_id),
        since=date.fromisoformat(since),
        until=date.fromisoformat(until),
        reason=SnoozeReason(reason),
        text=text,
    )
