"""The contacts and promises in the data file."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from klasgenoot.domain.contact import Contact, ContactId, ContactKind, Promise, PromiseId
from klasgenoot.domain.names import fold_words
from klasgenoot.domain.people import ClassId, StudentId
from klasgenoot.store.database import Row, Vault
from klasgenoot.store.restrictions import shown

_CONTACTS = (
    "SELECT c.id, c.happened_on, c.kind, c.text, c.tags, c.own_reminder,"
    " (SELECT group_concat(student_id) FROM contact_students WHERE contact_id = c.id"
    f" AND {shown('student_id')}) FROM contacts c"
)
_WITH_EVERYBODY = (
    "SELECT c.id, c.happened_on, c.kind, c.text, c.tags, c.own_reminder,"
    " (SELECT group_concat(student_id) FROM contact_students WHERE contact_id = c.id)"
    " FROM contacts c"
)
_KINDS = {kind.value: kind for kind in ContactKind}
_PROMISES = "SELECT p.id, p.student_id, p.text, p.due_on, p.done_on FROM promises p"


def contacts_of(vault: Vault, student_id: StudentId) -> tuple[Contact, ...]:
    """The contacts with one student, newest first."""
    found = vault.rows(
        f"{_CONTACTS} JOIN contact_students cs ON cs.contact_id = c.id WHERE cs.student_id = ?"
        " ORDER BY c.happened_on DESC, c.id DESC",
        (student_id,),
    )
    return tuple(_contact(row) for row in found)


def contacts_in_class(
    vault: Vault, class_id: ClassId, *, since: date | None = None, until: date | None = None
) -> tuple[Contact, ...]:
    """The contacts with any student of a class, newest first, from `since` up to `until`."""
    found = vault.rows(
        f"{_CONTACTS} WHERE c.id IN (SELECT cs.contact_id"
        " FROM enrolments e JOIN contact_students cs ON cs.student_id = e.student_id"
        f" WHERE e.class_id = ? AND {shown('e.student_id')} AND cs.happened_on >= ?"
        " AND cs.happened_on <= ?)"
        " ORDER BY c.happened_on DESC, c.id DESC",
        (class_id, (since or date.min).isoformat(), (until or date.max).isoformat()),
    )
    return tuple(_contact(row) for row in found)


def last_contacts(vault: Vault, class_id: ClassId) -> dict[StudentId, Contact]:
    """The newest contact with each student of a class; who has none is left out."""
    found = vault.rows(
        "SELECT e.student_id, (SELECT cs.contact_id FROM contact_students cs"
        "  WHERE cs.student_id = e.student_id"
        "  ORDER BY cs.happened_on DESC, cs.contact_id DESC LIMIT 1) AS newest"
        f" FROM enrolments e WHERE e.class_id = ? AND {shown('e.student_id')}"
        " AND newest IS NOT NULL",
        (class_id,),
    )
    ids = json.dumps(sorted({contact_id for _, contact_id in found}))
    newest = {
        row[0]: _contact(row)
        for row in vault.rows(f"{_CONTACTS} WHERE c.id IN (SELECT value FROM json_each(?))", (ids,))
    }
    return {StudentId(who): newest[contact_id] for who, contact_id in found}


def newest_tags(
    vault: Vault, class_id: ClassId, *, count: int
) -> dict[StudentId, tuple[tuple[str, ...], ...]]:
    """The tags of the newest contacts with students of a class, newest first.

    Who has no tag on any of them is left out: that is nearly everybody.
    """
    found = vault.rows(
        "SELECT e.student_id, (SELECT json_group_array(tags) FROM"
        "  (SELECT c.tags FROM contact_students cs JOIN contacts c ON c.id = cs.contact_id"
        "   WHERE cs.student_id = e.student_id"
        "   ORDER BY cs.happened_on DESC, cs.contact_id DESC LIMIT ?))"
        f" FROM enrolments e WHERE e.class_id = ? AND {shown('e.student_id')}",
        (count, class_id),
    )
    return {
        StudentId(who): tuple(tuple(tags.split()) for tags in json.loads(newest))
        for who, newest in found
        if newest.strip('[",]')
    }


def contact_counts(vault: Vault, class_id: ClassId, *, since: date) -> dict[StudentId, int]:
    """How many contacts there were with each student of a class from a day on."""
    found = vault.rows(
        "SELECT e.student_id, (SELECT count(*) FROM contact_students cs"
        "  WHERE cs.student_id = e.student_id AND cs.happened_on >= ?)"
        f" FROM enrolments e WHERE e.class_id = ? AND {shown('e.student_id')}",
        (since.isoformat(), class_id),
    )
    return {StudentId(who): count for who, count in found}


def private_texts(vault: Vault, student_id: StudentId) -> dict[ContactId, str]:
    """What was written about this student alone, per contact."""
    found = vault.rows(
        "SELECT contact_id, private_text FROM contact_students"
        " WHERE student_id = ? AND private_text <> ''",
        (student_id,),
    )
    return {ContactId(contact_id): text for contact_id, text in found}


def private_texts_of(
    vault: Vault, ids: Iterable[ContactId]
) -> dict[tuple[ContactId, StudentId], str]:
    """What was written about one student alone, in some contacts."""
    found = vault.rows(
        "SELECT contact_id, student_id, private_text FROM contact_students"
        " WHERE contact_id IN (SELECT value FROM json_each(?)) AND private_text <> ''"
        f" AND {shown('student_id')}",
        (json.dumps(sorted(set(ids))),),
    )
    return {(ContactId(number), StudentId(who)): text for number, who, text in found}


def contact(vault: Vault, contact_id: ContactId) -> Contact | None:
    """One contact with everybody in it, or None if it is not there.

    Where more than one contact is asked for, whose data is only kept is left out of them.
    """
    row = vault.row(f"{_WITH_EVERYBODY} WHERE c.id = ?", (contact_id,))
    return _contact(row) if row else None


def add_contact(
    vault: Vault,
    *,
    happened_on: date,
    kind: ContactKind,
    text: str,
    student_ids: Iterable[StudentId],
    private: Mapping[StudentId, str],
    tags: Sequence[str] = (),
    own_reminder: bool = False,
) -> ContactId:
    """Adds a contact with one or several students and returns its id."""
    row = {
        "happened_on": happened_on.isoformat(),
        "kind": kind.value,
        "text": text,
        "tags": " ".join(tags),
        "own_reminder": int(own_reminder),
        "folded": _folded(text, private.values(), tags),
    }
    contact_id = ContactId(vault.add("contacts", row))
    vault.table("contact_students").insert_all(
        {
            "contact_id": contact_id,
            "student_id": student_id,
            "private_text": private.get(student_id, ""),
            "happened_on": happened_on.isoformat(),
        }
        for student_id in student_ids
    )
    return contact_id


def save_contact(vault: Vault, changed: Contact) -> None:
    """Stores a contact's day, kind, text and for whom it is; who it was with does not change."""
    private = vault.rows(
        "SELECT private_text FROM contact_students WHERE contact_id = ?", (changed.id,)
    )
    vault.table("contacts").update(
        changed.id,
        {
            "happened_on": changed.happened_on.isoformat(),
            "kind": changed.kind.value,
            "text": changed.text,
            "own_reminder": int(changed.own_reminder),
            "folded": _folded(changed.text, (row[0] for row in private), changed.tags),
        },
    )


def forget_students(vault: Vault, student_ids: Sequence[StudentId]) -> None:
    """Takes students out of their contacts, and their private lines out of the full-text index.

    A contact that nobody is left in goes with them.
    """
    marks = ", ".join("?" * len(student_ids))
    those = f"contact_students WHERE student_id IN ({marks})"
    touched = vault.rows(f"SELECT DISTINCT contact_id FROM {those}", student_ids)
    vault.connection.execute(f"DELETE FROM {those}", list(student_ids))
    for (contact_id,) in touched:
        left = contact(vault, contact_id)
        if left is not None and left.student_ids:
            save_contact(vault, left)
        else:
            remove_contact(vault, contact_id)


def remove_contact(vault: Vault, contact_id: ContactId) -> None:
    """Removes a contact with what was promised in it and not kept yet."""
    vault.table("promises").delete_where("contact_id = ? AND done_on IS NULL", [contact_id])
    vault.table("contacts").delete(contact_id)


def used_tags(vault: Vault) -> tuple[str, ...]:
    """The tags that were ever given to a contact, the last used first."""
    found = vault.rows(
        "SELECT tags FROM contacts WHERE tags <> '' GROUP BY tags ORDER BY max(id) DESC"
    )
    return tuple(dict.fromkeys(tag for (tags,) in found for tag in tags.split()))


def add_promise(
    vault: Vault,
    *,
    student_id: StudentId,
    text: str,
    due_on: date,
    contact_id: ContactId | None,
) -> PromiseId:
    """Adds a promise to a student and returns its id."""
    row = {
        "student_id": student_id,
        "contact_id": contact_id,
        "text": text,
        "due_on": due_on.isoformat(),
        "done_on": None,
        "folded": fold_words(text),
    }
    return PromiseId(vault.add("promises", row))


def open_promises(
    vault: Vault, *, class_id: ClassId | None = None, student_id: StudentId | None = None
) -> tuple[Promise, ...]:
    """Promises not yet kept, oldest date first: of a class, of a student, or all."""
    found = vault.rows(
        f"{_PROMISES} WHERE p.done_on IS NULL"
        " AND (? IS NULL OR p.student_id = ?)"
        " AND (? IS NULL OR p.student_id IN"
        " (SELECT student_id FROM enrolments WHERE class_id = ?))"
        f" AND (? IS NOT NULL OR {shown('p.student_id')})"
        " ORDER BY p.due_on, p.id",
        (student_id, student_id, class_id, class_id, student_id),
    )
    return tuple(_promise(row) for row in found)


def promises_of(vault: Vault, student_id: StudentId) -> tuple[Promise, ...]:
    """All promises to a student, kept ones too, oldest date first."""
    found = vault.rows(f"{_PROMISES} WHERE p.student_id = ? ORDER BY p.due_on, p.id", (student_id,))
    return tuple(_promise(row) for row in found)


def returns_of(vault: Vault, student_id: StudentId) -> dict[ContactId, date]:
    """When the teacher comes back to a contact with a student, as long as that is to be done."""
    found = vault.rows(
        "SELECT contact_id, min(due_on) FROM promises"
        " WHERE student_id = ? AND contact_id IS NOT NULL AND done_on IS NULL GROUP BY contact_id",
        (student_id,),
    )
    return {ContactId(contact_id): date.fromisoformat(due) for contact_id, due in found}


def promise(vault: Vault, promise_id: PromiseId) -> Promise | None:
    """One promise, or None if it is not there."""
    row = vault.row(f"{_PROMISES} WHERE p.id = ?", (promise_id,))
    return _promise(row) if row else None


def close_promise(vault: Vault, promise_id: PromiseId, *, done_on: date | None) -> None:
    """Says that a promise was kept, or (without a day) that it is not yet."""
    day = done_on.isoformat() if done_on else None
    vault.table("promises").update(promise_id, {"done_on": day})


def save_promise(vault: Vault, promise_id: PromiseId, *, text: str, due_on: date) -> None:
    """Stores what was promised and for when."""
    vault.table("promises").update(
        promise_id, {"text": text, "due_on": due_on.isoformat(), "folded": fold_words(text)}
    )


def remove_promise(vault: Vault, promise_id: PromiseId) -> None:
    """Removes a promise; the contact in which it was made stays."""
    vault.table("promises").delete(promise_id)


def _folded(text: str, private: Iterable[str], tags: Iterable[str]) -> str:
    """Everything that can be found of a contact."""
    return fold_words(" ".join((text, *private, *tags)))


def _contact(row: Row) -> Contact:
    contact_id, day, kind, text, tags, own_reminder, students = row
    ids = sorted(map(int, students.split(","))) if students else ()
    return Contact(
        id=ContactId(contact_id),
        happened_on=date.fromisoformat(day),
        kind=_KINDS[kind],
        text=text,
        student_ids=tuple(map(StudentId, ids)),
        tags=tuple(tags.split()),
        own_reminder=bool(own_reminder),
    )


def _promise(row: Row) -> Promise:
    promise_id, student_id, text, due, done = row
    return Promise(
        id=PromiseId(promise_id),
        student_id=StudentId(student_id),
        text=text,
        due_on=date.fromisoformat(due),
        done_on=date.fromisoformat(done) if done else None,
    )
