"""Which tables came with version 7? What stands around contact: calendar, targets, talks, seats.

One tuple of statements per topic; `migrations.py` runs them in this order.
"""

CALENDAR: tuple[str, ...] = ()
"""When are there lessons, and when are there none?"""

ATTENTION: tuple[str, ...] = ()
"""Who has a target of their own, and who is left in peace for a while?"""

BESIDE_STUDENTS: tuple[str, ...] = (
    """CREATE TABLE own_words (
        id INTEGER PRIMARY KEY,
        student_id INTEGER NOT NULL UNIQUE REFERENCES students(id) ON DELETE CASCADE,
        told_on TEXT NOT NULL,
        text TEXT NOT NULL,
        may_share INTEGER NOT NULL DEFAULT 0,
        folded TEXT NOT NULL DEFAULT ''
    ) STRICT""",
    """CREATE TABLE common_ground (
        id INTEGER PRIMARY KEY,
        student_id INTEGER NOT NULL UNIQUE REFERENCES students(id) ON DELETE CASCADE,
        text TEXT NOT NULL,
        folded TEXT NOT NULL DEFAULT ''
    ) STRICT""",
    """CREATE TABLE study_coaches (
        id INTEGER PRIMARY KEY,
        student_id INTEGER NOT NULL UNIQUE REFERENCES students(id) ON DELETE CASCADE,
        name TEXT NOT NULL DEFAULT '',
        is_teacher INTEGER NOT NULL DEFAULT 0
    ) STRICT""",
    """CREATE TABLE consents (
        id INTEGER PRIMARY KEY,
        student_id INTEGER NOT NULL REFERENCES students(id) ON DELETE CASCADE,
        said_on TEXT NOT NULL,
        is_yes INTEGER NOT NULL,
        about TEXT NOT NULL DEFAULT '',
        folded TEXT NOT NULL DEFAULT ''
    ) STRICT""",
    "CREATE INDEX consents_by_student ON consents(student_id)",
    """CREATE TABLE transfers (
        id INTEGER PRIMARY KEY,
        student_id INTEGER NOT NULL REFERENCES students(id) ON DELETE CASCADE,
        made_on TEXT NOT NULL,
        coach TEXT NOT NULL,
        text TEXT NOT NULL,
        return_on TEXT,
        done_on TEXT,
        keep_until TEXT,
        folded TEXT NOT NULL DEFAULT ''
    ) STRICT""",
    "CREATE INDEX transfers_by_student ON transfers(student_id)",
    """CREATE TABLE month_answers (
        id INTEGER PRIMARY KEY,
        student_id INTEGER NOT NULL REFERENCES students(id) ON DELETE CASCADE,
        month TEXT NOT NULL,
        answered_on TEXT NOT NULL,
        would_come TEXT NOT NULL,
        footing TEXT,
        UNIQUE (student_id, month)
    ) STRICT""",
)
"""What a student said, who coaches them, and what was handed over."""

TALKS: tuple[str, ...] = ()
"""Rounds of talks, and what a class needs."""

SEATS: tuple[str, ...] = ()
"""Who sits where."""

SEARCHED: tuple[str, ...] = ()
"""The full-text index over all that is written. Last, as it follows the other tables."""

CONTACT_TABLES = (*CALENDAR, *ATTENTION, *BESIDE_STUDENTS, *TALKS, *SEATS, *SEARCHED)
