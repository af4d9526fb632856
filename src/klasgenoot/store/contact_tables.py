"""Which tables came with version 7? What stands around contact: calendar, targets, talks, seats.

One tuple of statements per topic; `migrations.py` runs them in this order.
"""

from klasgenoot.store.searched import index_statements

CALENDAR: tuple[str, ...] = ()
"""When are there lessons, and when are there none?"""

ATTENTION: tuple[str, ...] = ()
"""Who has a target of their own, and who is left in peace for a while?"""

BESIDE_STUDENTS: tuple[str, ...] = ()
"""What a student said, who coaches them, and what was handed over."""

TALKS: tuple[str, ...] = ()
"""Rounds of talks, and what a class needs."""

SEATS: tuple[str, ...] = ()
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

CONTACT_TABLES = (*CALENDAR, *ATTENTION, *BESIDE_STUDENTS, *TALKS, *SEATS, *SEARCHED)
