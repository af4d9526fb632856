"""What classes were asked, in the data file: totals, and what was done with them."""

from datetime import date

from klasgenoot.domain.needs import Asked, AskedId, Counts
from klasgenoot.domain.people import ClassId
from klasgenoot.store.database import Row, Vault

_COLUMNS = "id, class_id, asked_on, answers, did, told_on FROM needs_asked"


def all_asked(vault: Vault, class_id: ClassId) -> tuple[Asked, ...]:
    """Each time a class was asked, the newest first."""
    found = vault.rows(
        f"SELECT {_COLUMNS} WHERE class_id = ? ORDER BY asked_on DESC, id DESC", (class_id,)
    )
    return tuple(_asked(vault, row) for row in found)


def asked(vault: Vault, asked_id: AskedId) -> Asked | None:
    """One time that a class was asked, or None if it is not there."""
    row = vault.row(f"SELECT {_COLUMNS} WHERE id = ?", (asked_id,))
    return _asked(vault, row) if row else None


def add_asked(
    vault: Vault, *, class_id: ClassId, asked_on: date, answers: int, counts: Counts
) -> AskedId:
    """Adds the totals of a class and returns their id."""
    row = {"class_id": class_id, "asked_on": asked_on.isoformat(), "answers": answers}
    asked_id = AskedId(vault.add("needs_asked", row))
    vault.table("needs_counts").insert_all(
        {"asked_id": asked_id, "question": question, "choice": choice, "times": times}
        for (question, choice), times in counts.items()
        if times
    )
    return asked_id


def save_answer(vault: Vault, asked_id: AskedId, *, did: str, told_on: date | None) -> None:
    """Stores what was done with it, and when the class was told."""
    row = {"did": did, "told_on": told_on.isoformat() if told_on else None}
    vault.table("needs_asked").update(asked_id, row)


def remove_asked(vault: Vault, asked_id: AskedId) -> None:
    """Removes the totals of one time."""
    vault.table("needs_asked").delete(asked_id)


def _asked(vault: Vault, row: Row) -> Asked:
    asked_id, class_id, asked_on, answers, did, told_on = row
    counts = vault.rows(
        "SELECT question, choice, times FROM needs_counts WHERE asked_id = ?", (asked_id,)
    )
    return Asked(
        id=AskedId(asked_id),
        class_id=ClassId(class_id),
        asked_on=date.fromisoformat(asked_on),
        answers=answers,
        counts={(question, choice): times for question, choice, times in counts},
        did=did,
        told_on=date.fromisoformat(told_on) if told_on else None,
    )
