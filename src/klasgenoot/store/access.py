"""Every row that is about one student, with all of its columns, as it stands in the data file."""

import re
from typing import Any

from klasgenoot.domain.names import fold
from klasgenoot.domain.people import StudentId
from klasgenoot.store.database import Vault

_WORD = re.compile(r"[^\W_]+")
Rows = dict[str, list[dict[str, Any]]]

_THEIR_CONTACTS = "SELECT contact_id FROM contact_students WHERE student_id = :who"
_THEIR_CLASSES = "SELECT class_id FROM enrolments WHERE student_id = :who"
_WHERE = {
    "students": "id = :who",
    "sounds": "id IN (SELECT sound_id FROM students WHERE id = :who)",
    "more_photos": "student_id = :who",
    "photos": "id IN (SELECT photo_id FROM students WHERE id = :who"
    " UNION SELECT photo_id FROM more_photos WHERE student_id = :who)",
    "photo_permissions": "student_id = :who",
    "school_classes": f"id IN ({_THEIR_CLASSES})",
    "enrolments": "student_id = :who",
    "seating_plans": "class_id IN (SELECT class_id FROM seats WHERE student_id = :who)",
    "seats": "student_id = :who",
    "contacts": f"id IN ({_THEIR_CONTACTS})",
    "contact_students": "student_id = :who",
    "corrections": f"contact_id IN ({_THEIR_CONTACTS})",
    "own_views": "student_id = :who",
    "own_words": "student_id = :who",
    "common_ground": "student_id = :who",
    "study_coaches": "student_id = :who",
    "consents": "student_id = :who",
    "transfers": "student_id = :who",
    "month_answers": "student_id = :who",
    "promises": "student_id = :who",
    "group_notes": f"class_id IN ({_THEIR_CLASSES})",
    "own_targets": "student_id = :who",
    "snoozes": "student_id = :who",
    "memories": "student_id = :who",
    "answers": "student_id = :who OR said_student_id = :who",
    "drills": "one_id = :who OR other_id = :who",
    "restrictions": "student_id = :who",
    "handovers": "student_id = :who",
    "held_back": "handover_id IN (SELECT id FROM handovers WHERE student_id = :who)",
    "exports": "id IN (SELECT export_id FROM export_students WHERE student_id = :who)",
    "export_students": "student_id = :who",
    "absences": "student_id = :who",
    "talk_rounds": "student_id = :who"
    " OR id IN (SELECT round_id FROM round_talks WHERE student_id = :who)",
    "round_talks": "student_id = :who",
    "needs_asked": f"class_id IN ({_THEIR_CLASSES})",
    "settings": "name LIKE 'draft:%'",
}
"""Which rows of each table may be about a student. Who names the student is for `named_in`."""

_NEWEST_FIRST = {"contacts": "happened_on DESC, id DESC", "group_notes": "noted_on DESC, id DESC"}
_MAY_NAME = {"group_notes": "text", "needs_asked": "did", "settings": "value"}
"""Tables whose rows are about a student only if they are named there."""


def rows_about(vault: Vault, student_id: StudentId, *, names: frozenset[str]) -> Rows:
    """The rows about one student, by table; a table without any is there too.

    Args:
        vault: where they are.
        student_id: whom it is about.
        names: the folded names the student is known by, for texts that belong to nobody.
    """
    found: Rows = {}
    for table, where in _WHERE.items():
        columns = [row[1] for row in vault.rows(f"PRAGMA table_info({table})")]
        order = _NEWEST_FIRST.get(table, "rowid")
        sql = f"SELECT * FROM {table} WHERE {where.replace(':who', str(int(student_id)))}"
        rows = [
            dict(zip(columns, row, strict=True)) for row in vault.rows(f"{sql} ORDER BY {order}")
        ]
        text = _MAY_NAME.get(table)
        if text is not None:
            rows = [{**row, text: _about(row[text], names)} for row in rows]
            rows = [row for row in rows if row[text]]
        found[table] = rows
    return found


def company(vault: Vault, student_id: StudentId) -> dict[int, list[StudentId]]:
    """Who else was in each contact with a student."""
    found: dict[int, list[StudentId]] = {}
    for contact_id, who in vault.rows(
        "SELECT contact_id, student_id FROM contact_students"
        f" WHERE contact_id IN ({_THEIR_CONTACTS.replace(':who', '?')}) AND student_id <> ?"
        " ORDER BY contact_id, student_id",
        (student_id, student_id),
    ):
        found.setdefault(contact_id, []).append(StudentId(who))
    return found


def _about(text: str, names: frozenset[str]) -> str:
    """The lines of a text that name one of these; the rest is about somebody else."""
    return "\n".join(line for line in text.splitlines() if _names_one(line, names))


def _names_one(line: str, names: frozenset[str]) -> bool:
    words = [fold(word) for word in _WORD.findall(line)]
    runs = ("".join(words[at : at + count]) for at in range(len(words)) for count in range(1, 6))
    return any(run in names for run in runs)
