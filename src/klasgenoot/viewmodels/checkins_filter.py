"""Which students does Check-ins show? The filters, and what they are called."""

from collections.abc import Callable, Iterable
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.attention import Reason
from klasgenoot.viewmodels.checkins_rows import CheckInRow

translate = QCoreApplication.translate


class Filter(StrEnum):
    """Which students are shown."""

    ALL = "all"
    NO_DOT = "no_dot"
    PROMISE_PASSED = "promise_passed"
    UNSPOKEN = "unspoken"
    """Whose name is known and who was never spoken with."""
    SNOOZED = "snoozed"


def let_through(rows: Iterable[CheckInRow], chosen: Filter) -> list[CheckInRow]:
    """The rows that a filter shows."""
    passes: dict[Filter, Callable[[CheckInRow], bool]] = {
        Filter.ALL: lambda _row: True,
        Filter.NO_DOT: lambda row: not row.dots,
        Filter.PROMISE_PASSED: lambda row: row.turn.reason is Reason.PROMISE_PASSED,
        Filter.UNSPOKEN: lambda row: row.is_known and row.turn.last_contact is None,
        Filter.SNOOZED: lambda row: row.turn.snooze is not None,
    }
    return [row for row in rows if passes[chosen](row)]


def filter_words(chosen: Filter) -> str:
    """What a filter is called, with a place for the `count`."""
    return {
        Filter.ALL: translate("CheckIns", "All {count}"),
        Filter.NO_DOT: translate("CheckIns", "Without a dot {count}"),
        Filter.PROMISE_PASSED: translate("CheckIns", "Promise past its date {count}"),
        Filter.UNSPOKEN: translate("CheckIns", "Known, never spoken with {count}"),
        Filter.SNOOZED: translate("CheckIns", "Put off {count}"),
    }[chosen]
