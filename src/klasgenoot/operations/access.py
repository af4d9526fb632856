"""What is kept about one student, ready to be read through and handed over (AVG, article 15).

Reading is one thing and giving another: `kept_about` gathers all of it and puts letters in place of
others; what else is held back, the teacher says in covers; `as_json` makes the file of both.
"""

import base64
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from klasgenoot.domain.accepted_names import accepted_names
from klasgenoot.domain.covering import Cover, covered, words_in
from klasgenoot.domain.kept_columns import KEPT, ROW_KEYS, Comes, place_of
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.domain.pseudonyms import Hidden, Pseudonyms
from klasgenoot.domain.rights import HeldBack
from klasgenoot.operations.students import known_student
from klasgenoot.store import access, students
from klasgenoot.store.database import Vault

SHAPE = 1
"""The shape of the JSON (docs/privacy.md); another shape is another number."""

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """All that is kept about one student, with letters in place of others.

    Attributes:
        student: whom it is about.
        rows: by table, in the order of the export.
        texts: each text that somebody wrote, by its place, with what was replaced in it.
        company: what the others in each contact are called.
    """

    student: Student
    rows: Mapping[str, Sequence[Row]]
    texts: Mapping[str, Hidden] = field(default_factory=dict)
    company: Mapping[int, tuple[str, ...]] = field(default_factory=dict)

    def key_of(self, table: str, row: Row) -> str:
        """What tells a row of a table apart in places."""
        return "-".join(str(row[name]) for name in ROW_KEYS.get(table, ("id",)))

    def place_of(self, table: str, row: Row, column: str) -> str:
        """Where a text of a row stands."""
        return place_of(table, self.key_of(table, row), column)


def kept_about(vault: Vault, student_id: StudentId, *, named: str) -> KeptFile:
    """Gathers everything that is kept about a student.

    Args:
        vault: where it is kept.
        student_id: whom it is about.
        named: what somebody else is called, with a place for the `letter`.

    Raises:
        Unknown: the student is not there.
    """
    student = known_student(vault, student_id)
    everybody = students.all_students(vault, with_restricted=True)
    pseudonyms = Pseudonyms(student, everybody, named=named)
    names = frozenset(name for name in accepted_names(student).written if len(name) > 1)
    raw = access.rows_about(vault, student_id, names=names)
    others = access.company(vault, student_id)
    texts: dict[str, Hidden] = {}
    company: dict[int, tuple[str, ...]] = {}
    rows: dict[str, list[Row]] = {}
    bare = KeptFile(student=student, rows={})
    for table, columns in KEPT.items():
        rows[table] = []
        for row in raw[table]:
            near = others.get(_contact_of(table, row), ())
            shown = {}
            for column, comes in columns.items():
                value = row[column]
                if comes is Comes.WRITTEN and value is not None:
                    hidden = pseudonyms.hide(value, near=near)
                    texts[bare.place_of(table, row, column)] = hidden
                    value = hidden.text
                elif comes is Comes.STUDENT and value not in {None, student_id}:
                    value = pseudonyms.call(StudentId(value))
                if comes is not Comes.DERIVED:
                    shown[column] = value
            if table == "contacts":
                company[row["id"]] = tuple(pseudonyms.call(who) for who in near)
            rows[table].append(shown)
    return KeptFile(student=student, rows=rows, texts=texts, company=company)


def held_back(kept: KeptFile, covers: Sequence[Cover]) -> tuple[HeldBack, ...]:
    """The record of what is covered: where, how much and why. Never the words themselves."""
    return tuple(
        HeldBack(
            place=cover.place,
            words=words_in(kept.texts[cover.place].text, cover),
            reason=cover.reason,
        )
        for cover in covers
    )


def as_json(kept: KeptFile, covers: Sequence[Cover], *, made_on: date) -> str:
    """Everything as a file that a program can read; what is covered is not in it."""
    tables: dict[str, list[dict[str, Any]]] = {}
    for table, columns in KEPT.items():
        tables[table] = []
        for row in kept.rows[table]:
            told: dict[str, Any] = {}
            for column, value in row.items():
                comes = columns[column]
                if comes is Comes.PICTURE:
                    told[column] = base64.b64encode(value).decode("ascii")
                elif comes is Comes.WRITTEN and value is not None:
                    place = kept.place_of(table, row, column)
                    told[column] = covered(value, place=place, covers=covers)
                else:
                    told[column] = value
            if table == "contacts":
                told["with_others"] = list(kept.company.get(row["id"], ()))
            tables[table].append(told)
    whole = {
        "klasgenoot": {"shape": SHAPE, "made_on": made_on.isoformat()},
        "kept": tables,
        "held_back_now": [
            {"place": held.place, "words": held.words, "reason": held.reason}
            for held in held_back(kept, covers)
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _contact_of(table: str, row: Row) -> int:
    """The contact that a row belongs to, or 0."""
    return int((row["id"] if table == "contacts" else row.get("contact_id")) or 0)
