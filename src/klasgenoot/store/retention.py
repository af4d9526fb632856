"""What is kept, as far as its term goes; and what was last seen of the clock."""

from collections.abc import Iterator
from datetime import date, datetime

from klasgenoot.domain.clock_doubt import Sighting
from klasgenoot.domain.people import ClassId, StudentId
from klasgenoot.domain.retention import Held, Keeping, class_end
from klasgenoot.store.database import Vault

TABLES = {
    Keeping.CONTACTS: "contacts",
    Keeping.REMINDERS: "contacts",
    Keeping.PROMISES: "promises",
    Keeping.GROUP_NOTES: "group_notes",
    Keeping.ANSWERS: "students",
    Keeping.PHOTOS: "students",
    Keeping.TRANSFERS: "transfers",
    Keeping.TOLD: "students",
    Keeping.PLANNED: "students",
}
"""Where it stands until which day something is kept; a student's photo, answers and words go
together."""


def class_ends(vault: Vault) -> dict[ClassId, date]:
    """The last day of each class; an empty one of which nothing is known has none."""
    found = vault.rows(
        "SELECT id, ends_on, first_lesson,"
        " (SELECT min(joined_on) FROM enrolments WHERE class_id = c.id),"
        " (SELECT min(noted_on) FROM group_notes WHERE class_id = c.id) FROM school_classes c"
    )
    ends = {
        ClassId(number): class_end(
            ends_on=_day(ends_on),
            first_lesson=_day(first),
            earliest=min(filter(None, (_day(joined), _day(noted))), default=None),
        )
        for number, ends_on, first, joined, noted in found
    }
    return {number: end for number, end in ends.items() if end is not None}


def all_held(vault: Vault) -> tuple[Held, ...]:
    """Everything that has a term."""
    ends = class_ends(vault)
    last: dict[StudentId, ClassId] = {}
    for student_id, class_id in vault.rows("SELECT student_id, class_id FROM enrolments"):
        known = last.get(student_id)
        if class_id in ends and (known is None or ends[class_id] > ends[known]):
            last[student_id] = class_id
    return (
        *_contacts(vault, ends, last),
        *_group_notes(vault, ends),
        *_of_students(vault, ends, last),
    )


def set_keep_until(vault: Vault, keeping: Keeping, number: int, *, until: date) -> None:
    """Says until which day something is kept."""
    vault.table(TABLES[keeping]).update(number, {"keep_until": until.isoformat()})


def newest_day(vault: Vault) -> date | None:
    """The latest day that anything was done on: none of it can lie ahead."""
    row = vault.row(
        "SELECT max(day) FROM (SELECT max(happened_on) AS day FROM contacts"
        " UNION ALL SELECT max(noted_on) FROM group_notes"
        " UNION ALL SELECT max(done_on) FROM promises"
        " UNION ALL SELECT max(made_on) FROM transfers"
        " UNION ALL SELECT max(answered_on) FROM month_answers"
        " UNION ALL SELECT max(date(answered_at)) FROM answers)"
    )
    return _day(row[0]) if row else None


def clock_sighting(vault: Vault) -> Sighting | None:
    """What was last seen of the clock; None if it never was."""
    row = vault.row("SELECT seen_at, doubt_since FROM generation")
    if row is None or row[0] is None:
        return None
    return Sighting(
        datetime.fromisoformat(row[0]), datetime.fromisoformat(row[1]) if row[1] else None
    )


def keep_sighting(vault: Vault, sighting: Sighting) -> None:
    """Keeps what was seen of the clock."""
    doubt = sighting.doubt_since.isoformat() if sighting.doubt_since else None
    with vault.outside_journal():
        vault.connection.execute(
            "UPDATE generation SET seen_at = ?, doubt_since = ?",
            (sighting.seen_at.isoformat(), doubt),
        )


Ends = dict[ClassId, date]
Last = dict[StudentId, ClassId]


def _contacts(vault: Vault, ends: Ends, last: Last) -> Iterator[Held]:
    found = vault.rows(
        "SELECT c.id, c.happened_on, c.own_reminder, c.keep_until, c.text,"
        " (SELECT group_concat(student_id) FROM contact_students WHERE contact_id = c.id)"
        " FROM contacts c"
    )
    for number, day, own, until, text, students in found:
        people = tuple(StudentId(int(each)) for each in students.split(",")) if students else ()
        classes = [last[each] for each in people if each in last]
        if classes:
            class_id = max(classes, key=ends.__getitem__)
            yield Held(
                keeping=Keeping.REMINDERS if own else Keeping.CONTACTS,
                number=number,
                made_on=_day(day),
                ends_on=ends[class_id],
                keep_until=_day(until),
                student_ids=people,
                class_id=class_id,
                text=text,
            )


def _group_notes(vault: Vault, ends: Ends) -> Iterator[Held]:
    found = vault.rows("SELECT id, class_id, noted_on, keep_until, text FROM group_notes")
    for number, class_id, day, until, text in found:
        yield Held(
            keeping=Keeping.GROUP_NOTES,
            number=number,
            made_on=_day(day),
            ends_on=ends[ClassId(class_id)],
            keep_until=_day(until),
            class_id=ClassId(class_id),
            text=text,
        )


_OF_STUDENTS = {
    Keeping.PROMISES: "SELECT id, student_id, coalesce(done_on, due_on), keep_until, text, 1"
    " FROM promises",
    Keeping.ANSWERS: "SELECT s.id, s.id, max(date(a.answered_at)), s.keep_until, '', count(a.id)"
    " FROM students s JOIN answers a ON a.student_id = s.id GROUP BY s.id",
    Keeping.PHOTOS: "SELECT id, id, NULL, keep_until, '', 1 FROM students"
    " WHERE photo_id IS NOT NULL",
    Keeping.TRANSFERS: "SELECT id, student_id,"
    " max(made_on, coalesce(done_on, return_on, made_on)), keep_until, text, 1 FROM transfers",
    Keeping.TOLD: "SELECT s.id, s.id, max(t.day), s.keep_until, '', count(*) FROM students s JOIN ("
    " SELECT student_id, told_on AS day FROM own_words"
    " UNION ALL SELECT student_id, NULL FROM common_ground"
    " UNION ALL SELECT student_id, NULL FROM study_coaches"
    " UNION ALL SELECT student_id, said_on FROM consents"
    " UNION ALL SELECT student_id, answered_on FROM month_answers"
    ") t ON t.student_id = s.id GROUP BY s.id",
    Keeping.PLANNED: "SELECT s.id, s.id, max(t.day), s.keep_until, '', count(*) FROM students s"
    " JOIN (SELECT student_id, until AS day FROM snoozes"
    " UNION ALL SELECT student_id, missed_on FROM absences"
    " UNION ALL SELECT student_id, held_on FROM round_talks"
    " UNION ALL SELECT student_id, begun_on FROM talk_rounds WHERE student_id IS NOT NULL"
    ") t ON t.student_id = s.id GROUP BY s.id",
}
"""What is about one student: number, who, its day, until when it is kept, text, how many."""


def _of_students(vault: Vault, ends: Ends, last: Last) -> Iterator[Held]:
    for keeping, sql in _OF_STUDENTS.items():
        for number, student_id, day, until, text, count in vault.rows(sql):
            if student_id in last:
                yield Held(
                    keeping=keeping,
                    number=number,
                    made_on=_day(day),
                    ends_on=ends[last[student_id]],
                    keep_until=_day(until),
                    student_ids=(StudentId(student_id),),
                    class_id=last[student_id],
                    text=text,
                    count=count,
                )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
