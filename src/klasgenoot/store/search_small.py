"""Finding words in what is in no index: few texts, and short ones, looked through as they stand.

Mnemonics, what a contact said before it was changed, and what was done with the needs of a class.
An index of them would have to be made in every data file, and there are hundreds of these at most.
"""

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from klasgenoot.domain.contact import ContactId
from klasgenoot.domain.people import ClassId, StudentId
from klasgenoot.domain.searching import Sought, padded
from klasgenoot.store.database import Vault
from klasgenoot.store.erasures import THOSE
from klasgenoot.store.restrictions import shown
from klasgenoot.store.searched import LOOKED_THROUGH, Place, row_number
from klasgenoot.store.written import Written


@dataclass(frozen=True, slots=True, kw_only=True)
class Small:
    """One kind of text that is looked through.

    Attributes:
        rows: SQL for id, day (or nothing), text, the contact it belongs to, the class it is about,
            and the students, divided by commas; without those whose data is only kept.
        number: the column that `rows` has the id from.
    """

    rows: str
    number: str


SMALL = {
    "mnemonics": Small(
        rows="SELECT id, NULL, mnemonic, NULL, NULL, CAST(id AS TEXT) FROM students"
        f" WHERE mnemonic <> '' AND {shown('id')}",
        number="id",
    ),
    "corrections": Small(
        rows="SELECT c.id, c.happened_on, c.text, c.contact_id, NULL, group_concat(s.student_id)"
        " FROM corrections c JOIN contact_students s ON s.contact_id = c.contact_id"
        f" WHERE c.text <> '' AND {shown('s.student_id')}",
        number="c.id",
    ),
    "needs_asked": Small(
        rows="SELECT id, asked_on, did, NULL, class_id, NULL FROM needs_asked WHERE did <> ''",
        number="id",
    ),
}


def texts_of(vault: Vault, table: str, ids: Sequence[int] | None = None) -> Iterator[Written]:
    """All texts of one kind, or those with these numbers."""
    small = SMALL[table]
    some = f" AND {small.number} IN {THOSE}" if ids is not None else ""
    values = (json.dumps(list(ids)),) if ids is not None else ()
    found = vault.rows(f"{small.rows}{some} GROUP BY {small.number}", values)
    for number, day, text, contact_id, class_id, students in found:
        those = sorted(map(int, students.split(","))) if students else ()
        yield Written(
            place=Place(table, number),
            day=date.fromisoformat(day) if day else None,
            text=text,
            contact_id=ContactId(contact_id) if contact_id is not None else None,
            class_id=ClassId(class_id) if class_id is not None else None,
            student_ids=tuple(map(StudentId, those)),
        )


class SmallTexts:
    """Those of these texts that may be meant, read once for every way to read what was typed.

    Args:
        vault: where they stand.
        tables: which kinds; all when there are none.
        class_id: only what is about a class or its students.
        since: only what is from this day or later; leaves out what has no day.
    """

    def __init__(
        self,
        vault: Vault,
        *,
        tables: Collection[str] = (),
        class_id: ClassId | None = None,
        since: date | None = None,
    ) -> None:
        members = None if class_id is None else _members(vault, class_id)
        self._texts = [
            (padded(each.text), each)
            for table in LOOKED_THROUGH
            if not tables or table in tables
            for each in texts_of(vault, table)
            if (since is None or (each.day is not None and each.day >= since))
            and (
                members is None
                or each.class_id == class_id
                or not members.isdisjoint(each.student_ids)
            )
        ]

    def find(self, sought: Sought, *, students: frozenset[StudentId] | None) -> list[int]:
        """The row numbers of those in which each phrase stands, about one of these students."""
        signs = [phrase.sign for phrase in sought.phrases]
        return [
            row_number(each.place, day=each.day)
            for whole, each in self._texts
            if all(sign in whole for sign in signs)
            and (students is None or not students.isdisjoint(each.student_ids))
        ]


def _members(vault: Vault, class_id: ClassId) -> frozenset[StudentId]:
    found = vault.rows("SELECT student_id FROM enrolments WHERE class_id = ?", (class_id,))
    return frozenset(StudentId(who) for (who,) in found)
