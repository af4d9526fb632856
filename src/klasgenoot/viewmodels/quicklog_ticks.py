"""What ticking comes to in the log line: a number becomes a name, a face is not there."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.people import StudentId
from klasgenoot.domain.quicklog_reading import Line, SpanKind
from klasgenoot.domain.quicklog_surroundings import Surroundings
from klasgenoot.viewmodels.quicklog_edits import Edit, toggled
from klasgenoot.viewmodels.quicklog_text import LogText

translate = QCoreApplication.translate

ENDS_NUMBER = frozenset(" ,:;\n&+")
"""What ends a number: from then on it cannot become a longer one."""


def names_for_numbers(log: LogText, around: Surroundings) -> Iterator[Edit]:
    """Puts names in place of all numbers, each edit to be done before the next is asked for."""
    while edit := name_for_number(log, around):
        yield edit


def names_for_typed(log: LogText, around: Surroundings, *, text: str, at: int) -> Iterator[Edit]:
    """The same for the number that a typed sign ended, and for all numbers of a pasted text."""
    if len(text) > 1:
        yield from names_for_numbers(log, around)
    elif text in ENDS_NUMBER and (edit := name_for_number(log, around, at=at)):
        yield edit


def name_for_number(log: LogText, around: Surroundings, *, at: int | None = None) -> Edit | None:
    """Puts the name in place of the number that ends at a place; of the first when none is said.

    Numbers belong to faces on screen, and those change places; a draft must not. Behind another
    name it gets a comma: "7 2" would else be "Charles Ed", which may be one Charles Edwards.
    Behind "*-" it does not.
    """
    names = [span for span in log.reading.spans if span.kind is SpanKind.NAME]
    for span in names:
        is_meant = at in {None, span.end}
        who = around.at_number(log.text[span.start : span.end]) if is_meant else None
        if who is not None:
            around_it = log.around(span.start)
            name, sign = around_it.text_of(who), around_it.everybody()
            before = len(log.text[: span.start].rstrip(" "))
            if any(other.end == before for other in names if (other.start, before) != sign):
                return Edit(before, span.end, f", {name}", who, name)
            gap = " " if log.text[before - 1 : span.start] == "," else ""  # as one writes names
            return Edit(span.start, span.end, gap + name, who, name)
    return None


def ticked_absent(log: LogText, student_id: StudentId, *, today: date) -> Edit:
    """Says in a line of its own that a student is not there today, or no longer does."""
    line = absent_line(log, today=today)
    if line is None or line.entry is None:
        name = log.around().text_of(student_id)
        words = f"{name} {translate('QuickLog', 'absent')}\n"
        return Edit(0, len(log.text) if log.is_blank else 0, words, student_id, name)
    if line.entry.student_ids == (student_id,):
        return Edit(line.start, min(len(log.text), line.end + 1), "")  # with what divides
    return toggled(log.around(line.start), student_id)


def absent_line(log: LogText, *, today: date) -> Line | None:
    """The line that says who is not there today, and nothing else."""
    for line in log.reading.lines:
        entry = line.entry
        if entry and entry.absent and not entry.is_contact and entry.happened_on == today:
            return line
    return None
