"""Which tables came with version 7? What stands around contact: calendar, targets, talks, seats.

One tuple of statements per topic; `migrations.py` runs them in this order.
"""

CALENDAR: tuple[str, ...] = ()
"""When are there lessons, and when are there none?"""

ATTENTION: tuple[str, ...] = (
    """CREATE TABLE own_targets (
        student_id INTEGER PRIMARY KEY REFERENCES students(id) ON DELETE CASCADE,
        days INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE snoozes (
        student_id INTEGER PRIMARY KEY REFERENCES students(id) ON DELETE CASCADE,
        since TEXT NOT NULL,
        until TEXT NOT NULL,
        reason TEXT NOT NULL,
        text TEXT NOT NULL DEFAULT '',
        folded TEXT NOT NULL DEFAULT ''
    ) STRICT""",
    # the newest contact of a student is found by its day, without a look at all the others
    "ALTER TABLE contact_students ADD COLUMN happened_on TEXT NOT NULL DEFAULT ''",
    """UPDATE contact_students SET happened_on =
        (SELECT happened_on FROM contacts WHERE id = contact_id)""",
    "DROP INDEX contact_students_by_student",
    "CREATE INDEX contact_students_by_day ON contact_students(student_id, happened_on, contact_id)",
    """CREATE TRIGGER day_of_contact_in AFTER INSERT ON contact_students
        WHEN NEW.happened_on = '' BEGIN
        UPDATE contact_students SET happened_on =
            coalesce((SELECT happened_on FROM contacts WHERE id = NEW.contact_id), '')
            WHERE contact_id = NEW.contact_id AND student_id = NEW.student_id;
    END""",
    """CREATE TRIGGER day_of_contact_changed AFTER UPDATE OF happened_on ON contacts
        WHEN NEW.happened_on <> OLD.happened_on BEGIN
        UPDATE contact_students SET happened_on = NEW.happened_on WHERE contact_id = NEW.id;
    END""",
)
"""Who has a target of their own, who is left in peace for a while, and who was seen last when?"""

BESIDE_STUDENTS: tuple[str, ...] = ()
"""What a student said, who coaches them, and what was handed over."""

TALKS: tuple[str, ...] = ()
"""Rounds of talks, and what a class needs."""

SEATS: tuple[str, ...] = ()
"""Who sits where."""

SEARCHED: tuple[str, ...] = ()
"""The full-text index over all that is written. Last, as it follows the other tables."""

CONTACT_TABLES = (*CALENDAR, *ATTENTION, *BESIDE_STUDENTS, *TALKS, *SEATS, *SEARCHED)
