"""The students in the data file, and who is in which class."""

import json
from collections.abc import Collection, Iterable, Sequence
from datetime import date

from klasgenoot.domain.names import fold_words
from klasgenoot.domain.people import ClassId, Crop, PhotoId, SoundId, Student, StudentId
from klasgenoot.store.database import Row, Vault
from klasgenoot.store.restrictions import shown

_COLUMNS = (
    "s.id, s.given_name, s.infix, s.family_name, s.call_name, s.student_number, s.email,"
    " s.pronunciation, s.note, s.pronouns, s.mnemonic, s.aliases, s.sound_id, s.photo_id,"
    " s.crop_left, s.crop_top, s.crop_width, s.crop_height"
)


def all_students(
    vault: Vault, *, class_id: ClassId | None = None, with_restricted: bool = False
) -> tuple[Student, ...]:
    """The students of one class, or all of them, by family name without infix.

    Args:
        vault: where they are.
        class_id: which class; None for everybody.
        with_restricted: also those whose data is only kept: for what must not leave anybody out,
            never for a list on screen.
    """
    visible = "1" if with_restricted else shown("s.id")
    if class_id is None:
        found = vault.rows(f"SELECT {_COLUMNS} FROM students s WHERE {visible}")
    else:
        found = vault.rows(
            f"SELECT {_COLUMNS} FROM students s JOIN enrolments e ON e.student_id = s.id"
            f" WHERE e.class_id = ? AND {visible}",
            (class_id,),
        )
    return tuple(sorted((_student(row) for row in found), key=lambda s: (s.sort_key, s.id)))


def student(vault: Vault, student_id: StudentId) -> Student | None:
    """One student, or None if they are not there."""
    row = vault.row(f"SELECT {_COLUMNS} FROM students s WHERE s.id = ?", (student_id,))
    return _student(row) if row else None


def those(
    vault: Vault, ids: Iterable[StudentId], *, with_restricted: bool = False
) -> dict[StudentId, Student]:
    """Some students, by id, as far as they are there; with those whose data is only kept or not."""
    visible = "1" if with_restricted else shown("s.id")
    found = vault.rows(
        f"SELECT {_COLUMNS} FROM students s"
        f" WHERE s.id IN (SELECT value FROM json_each(?)) AND {visible}",
        (json.dumps(sorted(set(ids))),),
    )
    return {person.id: person for person in map(_student, found)}


def joined_on(vault: Vault, *, class_id: ClassId) -> dict[StudentId, date]:
    """The day each student of a class joined it."""
    found = vault.rows(
        "SELECT student_id, joined_on FROM enrolments WHERE class_id = ?", (class_id,)
    )
    return {StudentId(student_id): date.fromisoformat(day) for student_id, day in found}


def classes_of(vault: Vault, student_id: StudentId) -> tuple[ClassId, ...]:
    """The classes a student is in."""
    found = vault.rows("SELECT class_id FROM enrolments WHERE student_id = ?", (student_id,))
    return tuple(ClassId(row[0]) for row in found)


def classes_by_student(vault: Vault) -> dict[StudentId, tuple[ClassId, ...]]:
    """The classes of everybody."""
    found: dict[StudentId, tuple[ClassId, ...]] = {}
    for who, class_id in vault.rows(
        "SELECT student_id, class_id FROM enrolments ORDER BY class_id"
    ):
        found[StudentId(who)] = (*found.get(StudentId(who), ()), ClassId(class_id))
    return found


def with_chosen_photo(vault: Vault) -> frozenset[StudentId]:
    """The students whose photo the teacher chose or took away, which outranks any list."""
    found = vault.rows("SELECT id FROM students WHERE photo_by_teacher = 1")
    return frozenset(StudentId(row[0]) for row in found)


def only_in(vault: Vault, class_ids: Sequence[ClassId]) -> tuple[StudentId, ...]:
    """The students of these classes who are in no other."""
    marks = ", ".join("?" * len(class_ids))
    found = vault.rows(
        f"SELECT DISTINCT student_id FROM enrolments WHERE class_id IN ({marks})"
        " AND student_id NOT IN"
        f" (SELECT student_id FROM enrolments WHERE class_id NOT IN ({marks})) ORDER BY student_id",
        (*class_ids, *class_ids),
    )
    return tuple(StudentId(row[0]) for row in found)


def by_tokens(vault: Vault, tokens: Iterable[str]) -> tuple[StudentId, ...]:
    """The students with these tokens (docs/data-model.md)."""
    known: dict[str, int] = {row[0]: row[1] for row in vault.rows("SELECT token, id FROM students")}
    return tuple(StudentId(known[token]) for token in tokens if token in known)


def empty_classes(vault: Vault, class_ids: Sequence[ClassId]) -> None:
    """Takes everybody out of classes; who is in no class any more stays a row until removed."""
    vault.connection.executemany(
        "DELETE FROM enrolments WHERE class_id = ?", [(class_id,) for class_id in class_ids]
    )


def contacts_with_others(vault: Vault, ids: Collection[StudentId]) -> int:
    """How many contacts these students share with anybody else."""
    marks = ", ".join("?" * len(ids))
    row = vault.row(
        "SELECT count(DISTINCT contact_id) FROM contact_students"
        f" WHERE student_id IN ({marks}) AND contact_id IN"
        f" (SELECT contact_id FROM contact_students WHERE student_id NOT IN ({marks}))",
        (*ids, *ids),
    )
    return int(row[0]) if row else 0


def add_student(vault: Vault, *, draft: Student) -> StudentId:
    """Adds a student; the id of the draft is not used. Returns the new id."""
    row = _row(draft)
    columns, marks = ", ".join(row), ", ".join("?" * len(row))
    # the token at once: left to its trigger it is a second change of each, journalled as well
    added = vault.connection.execute(
        f"INSERT INTO students ({columns}, token) VALUES ({marks}, lower(hex(randomblob(16))))",
        tuple(row.values()),
    )
    return StudentId(int(added.lastrowid or 0))


def save_student(vault: Vault, changed: Student) -> None:
    """Stores a student as they now are."""
    vault.table("students").update(changed.id, _row(changed))


def set_photo_by_teacher(vault: Vault, student_id: StudentId, *, by_teacher: bool) -> None:
    """Says who chose the photo that a student has."""
    vault.table("students").update(student_id, {"photo_by_teacher": int(by_teacher)})


def enrol(vault: Vault, *, class_id: ClassId, student_id: StudentId, joined: date) -> None:
    """Puts a student in a class; nothing happens if they are in it already."""
    vault.connection.execute(
        "INSERT OR IGNORE INTO enrolments (class_id, student_id, joined_on) VALUES (?, ?, ?)",
        (class_id, student_id, joined.isoformat()),
    )


def set_joined(vault: Vault, *, class_id: ClassId, student_id: StudentId, joined: date) -> None:
    """Says from which day a student is in a class."""
    vault.table("enrolments").update((class_id, student_id), {"joined_on": joined.isoformat()})


def withdraw(vault: Vault, *, class_id: ClassId, student_ids: Iterable[StudentId]) -> None:
    """Takes students out of one class.

    Who is in no class any more is removed with everything that was kept about them.
    """
    ids = list(student_ids)
    marks = ", ".join("?" * len(ids))
    vault.connection.execute(
        f"DELETE FROM enrolments WHERE class_id = ? AND student_id IN ({marks})",
        [class_id, *ids],
    )
    nowhere = f"id IN ({marks}) AND id NOT IN (SELECT student_id FROM enrolments)"
    gone = [
        StudentId(row[0]) for row in vault.rows(f"SELECT id FROM students WHERE {nowhere}", ids)
    ]
    from klasgenoot.store.contacts import forget_students

    forget_students(vault, gone)
    vault.connection.execute(f"DELETE FROM students WHERE {nowhere}", ids)


def _row(person: Student) -> dict[str, object]:
    crop = person.crop
    return {
        "given_name": person.given_name,
        "infix": person.infix,
        "family_name": person.family_name,
        "call_name": person.call_name,
        "student_number": person.student_number,
        "email": person.email,
        "pronunciation": person.pronunciation,
        "note": person.note,
        "pronouns": person.pronouns,
        "mnemonic": person.mnemonic,
        "aliases": "\n".join(person.aliases),
        "sound_id": person.sound,
        "photo_id": person.photo,
        "crop_left": crop.left if crop else None,
        "crop_top": crop.top if crop else None,
        "crop_width": crop.width if crop else None,
        "crop_height": crop.height if crop else None,
        "folded": fold_words(
            f"{person.call_name} {person.given_name} {person.infix} {person.family_name}"
            f" {' '.join(person.aliases)} {person.note}"
        ),
    }


def _student(row: Row) -> Student:
    *texts, aliases, sound, photo, left, top, width, height = row
    student_id, given, infix, family, call, number, email, spoken, note, pronouns, hook = texts
    return Student(
        id=StudentId(student_id),
        given_name=given,
        infix=infix,
        family_name=family,
        call_name=call,
        student_number=number,
        email=email,
        pronunciation=spoken,
        note=note,
        pronouns=pronouns,
        mnemonic=hook,
        aliases=tuple(aliases.splitlines()),
        sound=SoundId(sound) if sound else None,
        photo=PhotoId(photo) if photo else None,
        crop=None if left is None else Crop(left, top, width, height),
    )
