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

SEATS: tuple[str, ...] = ()
"""Who sits where."""

SEARCHED: tuple[str, ...] = ()
"""The full-text index over all that is written. Last, as it follows the other tables."""

CONTACT_TABLES = (*CALENDAR, *ATTENTION, *BESIDE_STUDENTS, *TALKS, *SEATS, *SEARCHED)
