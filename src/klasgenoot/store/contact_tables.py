"""Which tables came with version 7? What stands around contact: calendar, targets, talks, seats.

One tuple of statements per topic; `migrations.py` runs them in this order.
"""

CALENDAR: tuple[str, ...] = ()
"""When are there lessons, and when are there none?"""

ATTENTION: tuple[str, ...] = ()
"""Who has a target of their own, and who is left in peace for a while?"""

ABSENT: tuple[str, ...] = (
    """CREATE TABLE absences (
        id INTEGER PRIMARY KEY,
        student_id INTEGER NOT NULL REFERENCES students(id) ON DELETE CASCADE,
        class_id INTEGER NOT NULL REFERENCES school_classes(id) ON DELETE CASCADE,
        missed_on TEXT NOT NULL
    ) STRICT""",
    "CREATE UNIQUE INDEX absences_by_class ON absences(class_id, missed_on, student_id)",
    "CREATE INDEX absences_by_student ON absences(student_id)",
)
"""Who was not there, so that the whole class is who was."""

BESIDE_STUDENTS: tuple[str, ...] = ()
"""What a student said, who coaches them, and what was handed over."""

TALKS: tuple[str, ...] = ()
"""Rounds of talks, and what a class needs."""

SEATS: tuple[str, ...] = ()
"""Who sits where."""

SEARCHED: tuple[str, ...] = ()
"""The full-text index over all that is written. Last, as it follows the other tables."""

CONTACT_TABLES = (*CALENDAR, *ATTENTION, *ABSENT, *BESIDE_STUDENTS, *TALKS, *SEATS, *SEARCHED)
