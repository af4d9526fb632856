"""What study coaches were told, in the data file."""

from datetime import date

from klasgenoot.domain.names import fold_words
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.study_coach import Transfer, TransferId
from klasgenoot.store.database import Row, Vault
from klasgenoot.store.restrictions import shown

_TRANSFERS = "SELECT id, student_id, made_on, coach, text, return_on, done_on FROM transfers"


def transfers_of(vault: Vault, student_id: StudentId) -> tuple[Transfer, ...]:
    """Every transfer about a student, newest first."""
    found = vault.rows(
        f"{_TRANSFERS} WHERE student_id = ? ORDER BY made_on DESC, id DESC", (student_id,)
    )
    return tuple(_transfer(row) for row in found)


def open_transfers(vault: Vault) -> tuple[Transfer, ...]:
    """Those of which the teacher still asks what came of it, the oldest date first."""
    found = vault.rows(
        f"{_TRANSFERS} WHERE return_on IS NOT NULL AND done_on IS NULL"
        f" AND {shown('student_id')} ORDER BY return_on, id"
    )
    return tuple(_transfer(row) for row in found)


def transfer(vault: Vault, transfer_id: TransferId) -> Transfer | None:
    """One transfer, or None if it is not there."""
    row = vault.row(f"{_TRANSFERS} WHERE id = ?", (transfer_id,))
    return _transfer(row) if row else None


def add_transfer(
    vault: Vault,
    *,
    student_id: StudentId,
    made_on: date,
    coach: str,
    text: str,
    return_on: date | None,
) -> TransferId:
    """Keeps what a coach was told."""
    row = {
        "student_id": student_id,
        "made_on": made_on.isoformat(),
        "coach": coach,
        "text": text,
        "return_on": return_on.isoformat() if return_on else None,
        "done_on": None,
        "folded": _folded(text, coach),
    }
    return TransferId(vault.add("transfers", row))


def save_transfer(vault: Vault, changed: Transfer) -> None:
    """Stores the words of a transfer and its days; about whom it is does not change."""
    vault.table("transfers").update(
        changed.id,
        {
            "coach": changed.coach,
            "text": changed.text,
            "return_on": changed.return_on.isoformat() if changed.return_on else None,
            "done_on": changed.done_on.isoformat() if changed.done_on else None,
            "folded": _folded(changed.text, changed.coach),
        },
    )


def remove_transfer(vault: Vault, transfer_id: TransferId) -> None:
    """Removes a transfer."""
    vault.table("transfers").delete(transfer_id)


def _folded(text: str, coach: str) -> str:
    """Everything that can be found of a transfer."""
    return fold_words(f"{text} {coach}")


def _transfer(row: Row) -> Transfer:
    number, student_id, made_on, coach, text, return_on, done_on = row
    return Transfer(
        id=TransferId(number),
        student_id=StudentId(student_id),
        made_on=date.fromisoformat(made_on),
        coach=coach,
        text=text,
        return_on=date.fromisoformat(return_on) if return_on else None,
        done_on=date.fromisoformat(done_on) if done_on else None,
    )
