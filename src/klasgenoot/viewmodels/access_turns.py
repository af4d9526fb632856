"""What a teacher set of a student's turn, as they get to read it: a target, and being put off."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.snoozing import SnoozeReason
from klasgenoot.operations.access import KeptFile
from klasgenoot.viewmodels.access_parts import Entry, Line, day_words, written_line
from klasgenoot.viewmodels.snooze_words import reason_name

translate = QCoreApplication.translate


def turn_entries(kept: KeptFile) -> tuple[Entry, ...]:
    """An own target, and until when they are put off and why."""
    lines = tuple(_lines(kept))
    return (Entry("", lines),) if lines else ()


def _lines(kept: KeptFile) -> Iterator[Line]:
    for row in kept.rows["own_targets"]:
        every = translate("Access", "at least every %n day(s)", None, row["days"])
        yield Line(translate("Access", "Contact"), every)
    for row in kept.rows["snoozes"]:
        span = translate("Access", "{since} until {until}: {reason}").format(
            since=day_words(row["since"]),
            until=day_words(row["until"]),
            reason=reason_name(SnoozeReason(row["reason"])),
        )
        yield Line(translate("Access", "Put off for a while"), span)
        label = translate("Access", "In your teacher's words")
        line = written_line(kept, "snoozes", row, "text", label=label)
        if line.text:
            yield line
