"""What students say helps them, and what they have in common with the teacher, in the data file."""

from collections.abc import Mapping
from datetime import date

from klasgenoot.domain.names import fold_words
from klasgenoot.domain.own_words import OwnWords
from klasgenoot.domain.people import StudentId
from klasgenoot.store.database import Vault


def own_words_of(vault: Vault, student_id: StudentId) -> OwnWords | None:
    """What helps a student, in their own words; None when they were not asked."""
    row = vault.row(
        "SELECT text, told_on, may_share FROM own_words WHERE student_id = ?", (student_id,)
    )
    if row is None:
        return None
    text, told_on, may_share = row
    return OwnWords(
        student_id=student_id,
        text=text,
        told_on=date.fromisoformat(told_on),
        may_share=bool(may_share),
    )


def set_own_words(vault: Vault, words: OwnWords) -> None:
    """Keeps what a student said, in the place of what they said before."""
    row = {
        "told_on": words.told_on.isoformat(),
        "text": words.text,
        "may_share": int(words.may_share),
        "folded": fold_words(words.text),
    }
    _put(vault, "own_words", words.student_id, row)


def forget_own_words(vault: Vault, student_id: StudentId) -> None:
    """Lets go of what a student said."""
    vault.table("own_words").delete_where("student_id = ?", [student_id])


def common_ground_with(vault: Vault, student_id: StudentId) -> str:
    """What teacher and student have in common; empty when nothing was noted."""
    row = vault.row("SELECT text FROM common_ground WHERE student_id = ?", (student_id,))
    return str(row[0]) if row else ""


def set_common_ground(vault: Vault, student_id: StudentId, text: str) -> None:
    """Keeps what they have in common; an empty text lets go of it."""
    if text:
        row = {"text": text, "folded": fold_words(text)}
        _put(vault, "common_ground", student_id, row)
    else:
        vault.table("common_ground").delete_where("student_id = ?", [student_id])


def _put(vault: Vault, table: str, student_id: StudentId, row: Mapping[str, object]) -> None:
    """Puts the one row of a student in a table, new or in the place of the other."""
    known = vault.row(f"SELECT id FROM {table} WHERE student_id = ?", (student_id,))
    if known:
        vault.table(table).update(known[0], dict(row))
    else:
        vault.add(table, {"student_id": student_id, **row})
