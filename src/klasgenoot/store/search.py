"""Finding words in everything that was written: names and notes, contacts, group notes."""

from typing import NamedTuple

from klasgenoot.domain.contact import ContactId
from klasgenoot.domain.groups import NoteId
from klasgenoot.domain.names import fold_words
from klasgenoot.domain.people import StudentId
from klasgenoot.store.database import Vault
from klasgenoot.store.restrictions import shown

# Whose data is only kept is not found, nor a contact that was with nobody else.
_SHOWN = (
    f"CASE words.rowid % 4 WHEN 0 THEN {shown('words.rowid / 4')}"
    " WHEN 1 THEN EXISTS (SELECT 1 FROM contact_students cs WHERE cs.contact_id = words.rowid / 4"
    f" AND {shown('cs.student_id')}) ELSE 1 END"
)


class Hits(NamedTuple):
    """What was found, best first within each kind."""

    students: tuple[StudentId, ...]
    contacts: tuple[ContactId, ...]
    notes: tuple[NoteId, ...]


def find(vault: Vault, text: str, *, at_most: int = 30) -> Hits:
    """Finds rows in which each word of `text` begins a word. Case and accents do not count."""
    terms = fold_words(text).split()
    if not terms:
        return Hits((), (), ())
    # quoted, so that nothing a teacher types is read as a search operator
    query = " ".join(f'"{term}"*' for term in terms)
    found = [
        row[0]
        for row in vault.rows(
            f"SELECT rowid FROM words WHERE words MATCH ? AND {_SHOWN} ORDER BY rank LIMIT ?",
            (query, at_most),
        )
    ]
    return Hits(
        tuple(StudentId(n // 4) for n in found if n % 4 == 0),
        tuple(ContactId(n // 4) for n in found if n % 4 == 1),
        tuple(NoteId(n // 4) for n in found if n % 4 == 2),  # noqa: PLR2004 - the code of group_notes
    )
