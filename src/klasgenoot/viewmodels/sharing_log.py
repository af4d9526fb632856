"""What was given out before, of which class, and of whom? The lines of the log."""

from dataclasses import dataclass

from klasgenoot.store import exports, students
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.sharing_words import record_day, record_words

MOST_LOGGED = 50


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line of the log: when, what, and who was in it."""

    day: str
    what: str
    names: str


def log_lines(session: Session) -> tuple[LogLine, ...]:
    """What left before, the newest first; of a whole class nobody is named."""
    vault = session.vault
    names = {one.id: one.name for one in students.all_students(vault, with_restricted=True)}
    sizes = {
        known.name: len(students.all_students(vault, class_id=known.id))
        for known in session.classes
    }
    lines = []
    for record in exports.all_exports(vault, most=MOST_LOGGED):
        is_all = record.count >= sizes.get(record.class_name, 0)
        who = [] if is_all else [names[one] for one in record.students if one in names]
        lines.append(LogLine(record_day(record), record_words(record), ", ".join(who)))
    return tuple(lines)
