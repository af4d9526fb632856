"""Which tables came with version 7? What stands around contact: calendar, targets, talks, seats.

One tuple of statements per topic; `migrations.py` runs them in this order.
"""

CALENDAR: tuple[str, ...] = ()
"""When are there lessons, and when are there none?"""

ATTENTION: tuple[str, ...] = ()
"""Who has a target of their own, and who is left in peace for a while?"""

BESIDE_STUDENTS: tuple[str, ...] = ()
"""What a student said, who coaches them, and what was handed over."""

TALKS: tuple[str, ...] = ()
"""Rounds of talks, and what a class needs."""

SEATS: tuple[str, ...] = (
    """CREATE TABLE seating_plans (
        class_id INTEGER PRIMARY KEY REFERENCES school_classes(id) ON DELETE CASCADE,
        room TEXT NOT NULL,
        seat_rows INTEGER NOT NULL,
        seat_columns INTEGER NOT NULL,
        aisles TEXT NOT NULL,
        board TEXT NOT NULL
    ) STRICT""",
    # a seat is given up with the plan, and with the enrolment of who sits there
    """CREATE TABLE seats (
        class_id INTEGER NOT NULL REFERENCES seating_plans(class_id) ON DELETE CASCADE,
        student_id INTEGER NOT NULL,
        seat_row INTEGER NOT NULL,
        seat_column INTEGER NOT NULL,
        PRIMARY KEY (class_id, student_id),
        UNIQUE (class_id, seat_row, seat_column),
        FOREIGN KEY (class_id, student_id)
            REFERENCES enrolments(class_id, student_id) ON DELETE CASCADE
    ) STRICT""",
    "CREATE INDEX seats_by_student ON seats(student_id)",
)
"""Who sits where."""

SEARCHED: tuple[str, ...] = ()
"""The full-text index over all that is written. Last, as it follows the other tables."""

CONTACT_TABLES = (*CALENDAR, *ATTENTION, *BESIDE_STUDENTS, *TALKS, *SEATS, *SEARCHED)
