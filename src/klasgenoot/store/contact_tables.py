"""Which tables came with version 7? What stands around contact: calendar, targets, talks, seats.

One tuple of statements per topic; `migrations.py` runs them in this order.
"""

from klasgenoot.store.searched import index_statements

CALENDAR: tuple[str, ...] = (
    """CREATE TABLE lesson_slots (
        id INTEGER PRIMARY KEY,
        class_id INTEGER NOT NULL REFERENCES school_classes(id) ON DELETE CASCADE,
        weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
        starts TEXT NOT NULL,
        ends TEXT NOT NULL,
        first_on TEXT NOT NULL,
        last_on TEXT NOT NULL,
        subject TEXT NOT NULL DEFAULT '',
        room TEXT NOT NULL DEFAULT ''
    ) STRICT""",
    "CREATE INDEX lesson_slots_by_class ON lesson_slots(class_id)",
    """CREATE TABLE lessons (
        id INTEGER PRIMARY KEY,
        class_id INTEGER NOT NULL REFERENCES school_classes(id) ON DELETE CASCADE,
        uid TEXT NOT NULL,
        held_on TEXT NOT NULL,
        starts TEXT NOT NULL,
        ends TEXT NOT NULL,
        subject TEXT NOT NULL DEFAULT '',
        room TEXT NOT NULL DEFAULT ''
    ) STRICT""",
    "CREATE UNIQUE INDEX lessons_by_class ON lessons(class_id, uid)",
    """CREATE TABLE periods (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        first_on TEXT NOT NULL,
        last_on TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE lesson_names (
        name TEXT PRIMARY KEY,
        class_id INTEGER NOT NULL REFERENCES school_classes(id) ON DELETE CASCADE
    ) STRICT""",
    "CREATE INDEX lesson_names_by_class ON lesson_names(class_id)",
)
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

TALKS: tuple[str, ...] = (
    """CREATE TABLE talk_rounds (
        id INTEGER PRIMARY KEY,
        class_id INTEGER NOT NULL REFERENCES school_classes(id) ON DELETE CASCADE,
        student_id INTEGER REFERENCES students(id) ON DELETE CASCADE,
        begun_on TEXT NOT NULL,
        per_week INTEGER NOT NULL,
        minutes INTEGER NOT NULL,
        ended_on TEXT
    ) STRICT""",
    "CREATE INDEX talk_rounds_by_class ON talk_rounds(class_id)",
    "CREATE INDEX talk_rounds_by_student ON talk_rounds(student_id)",
    """CREATE TABLE round_talks (
        id INTEGER PRIMARY KEY,
        round_id INTEGER NOT NULL REFERENCES talk_rounds(id) ON DELETE CASCADE,
        student_id INTEGER NOT NULL REFERENCES students(id) ON DELETE CASCADE,
        place INTEGER NOT NULL,
        state TEXT NOT NULL,
        held_on TEXT,
        contact_id INTEGER REFERENCES contacts(id) ON DELETE SET NULL
    ) STRICT""",
    "CREATE INDEX round_talks_by_round ON round_talks(round_id)",
    "CREATE INDEX round_talks_by_student ON round_talks(student_id)",
    "CREATE INDEX round_talks_by_contact ON round_talks(contact_id)",
    """CREATE TABLE needs_asked (
        id INTEGER PRIMARY KEY,
        class_id INTEGER NOT NULL REFERENCES school_classes(id) ON DELETE CASCADE,
        asked_on TEXT NOT NULL,
        answers INTEGER NOT NULL,
        did TEXT NOT NULL DEFAULT '',
        told_on TEXT
    ) STRICT""",
    "CREATE INDEX needs_asked_by_class ON needs_asked(class_id)",
    """CREATE TABLE needs_counts (
        asked_id INTEGER NOT NULL REFERENCES needs_asked(id) ON DELETE CASCADE,
        question TEXT NOT NULL,
        choice TEXT NOT NULL,
        times INTEGER NOT NULL,
        PRIMARY KEY (asked_id, question, choice)
    ) STRICT""",
)
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

_OLD_TRIGGERS = tuple(
    f"DROP TRIGGER words_of_{table}_{when}"
    for table in ("students", "contacts", "group_notes")
    for when in ("in", "out", "change")
)

SEARCHED: tuple[str, ...] = (
    *_OLD_TRIGGERS,
    "DROP TABLE words",
    *(
        statement
        for table in ("promises", "own_views")
        for statement in (
            f"ALTER TABLE {table} ADD COLUMN folded TEXT NOT NULL DEFAULT ''",
            f"UPDATE {table} SET folded = fold_words(text)",
        )
    ),
    *index_statements(),
)
"""The full-text index over all that is written. Last, as it follows the other tables."""

CONTACT_TABLES = (*CALENDAR, *ATTENTION, *ABSENT, *BESIDE_STUDENTS, *TALKS, *SEATS, *SEARCHED)
