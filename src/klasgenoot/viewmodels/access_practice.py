"""What practising left behind about one student, in words."""

from PySide6.QtCore import QCoreApplication, QLocale

from klasgenoot.operations.access import KeptFile, Row
from klasgenoot.viewmodels.access_parts import Entry, Line, moment_words

translate = QCoreApplication.translate


def practice_entries(kept: KeptFile) -> tuple[Entry, ...]:
    """What is known of the name, by direction, and every answer."""
    made = [
        Entry(_directions()[row["direction"]], tuple(_memory_lines(row)))
        for row in kept.rows["memories"]
    ]
    own = [row for row in kept.rows["answers"] if row["student_id"] == kept.student.id]
    other = [row for row in kept.rows["answers"] if row["student_id"] != kept.student.id]
    for title, rows in (
        (translate("Access", "Answers when you were shown"), own),
        (translate("Access", "Your name, given for somebody else"), other),
    ):
        if rows:
            made.append(Entry(title, tuple(_answer_line(kept, row) for row in rows)))
    drills = tuple(_drill_line(kept, row) for row in kept.rows["drills"])
    if drills:
        title = translate("Access", "Learned to tell apart from somebody: six right in a row")
        made.append(Entry(title, drills))
    return tuple(made)


def _directions() -> dict[str, str]:
    return {
        "face_to_name": translate("Access", "from face to name"),
        "name_to_face": translate("Access", "from name to face"),
        "seat_to_name": translate("Access", "from seat to name"),
        "name_to_seat": translate("Access", "from name to seat"),
    }


def _memory_lines(row: Row) -> list[Line]:
    number = QLocale().toString
    days = translate("Access", "{days} days until 9 in 10 chance of recalling the name")
    lines = [
        Line(translate("Access", "Asked"), translate("Access", "%n time(s)", None, row["reviews"])),
        Line(translate("Access", "Missed"), translate("Access", "%n time(s)", None, row["lapses"])),
        Line(translate("Access", "Last asked"), moment_words(row["last_review"])),
        Line(translate("Access", "Asked again"), moment_words(row["due"])),
        Line(
            translate("Access", "Lasts"), days.format(days=number(float(row["stability"]), "f", 1))
        ),
        Line(
            translate("Access", "How hard"),
            translate("Access", "{hard} on a scale of 1 to 10").format(
                hard=number(float(row["difficulty"]), "f", 1)
            ),
        ),
    ]
    if row["fast_stability"] is not None:
        fast = number(float(row["fast_stability"]), "f", 1)
        lines.append(Line(translate("Access", "Lasts, at short notice"), days.format(days=fast)))
    return lines


def _drill_line(kept: KeptFile, row: Row) -> Line:
    who = row["other_id"] if row["one_id"] == kept.student.id else row["one_id"]
    return Line(moment_words(row["finished_at"]), str(who))


def _answer_line(kept: KeptFile, row: Row) -> Line:
    verdicts = {
        "right": translate("Access", "right"),
        "spelling": translate("Access", "right, with a slip"),
        "mixed_up": translate("Access", "mixed up"),
        "wrong": translate("Access", "wrong"),
        "empty": translate("Access", "no answer"),
    }
    ways = {
        "typed": translate("Access", "typed"),
        "self_graded": translate("Access", "judged by the teacher"),
        "choose_name": translate("Access", "a name chosen"),
        "find_face": translate("Access", "a face found"),
        "look_alikes": translate("Access", "one of two chosen"),
        "listen": translate("Access", "heard"),
        "name_seat": translate("Access", "typed at your seat"),
        "find_seat": translate("Access", "a seat found"),
        "sweep": translate("Access", "in a sweep"),
    }
    seconds = QLocale().toString(float(row["seconds"]), "f", 1)
    parts: list[str] = [
        _directions()[row["direction"]],
        ways.get(row["mode"]) or str(row["mode"]),
        verdicts.get(row["verdict"]) or str(row["verdict"]),
    ]
    if row["student_id"] != kept.student.id:
        parts.append(translate("Access", "shown: {who}").format(who=row["student_id"]))
    elif row["said_student_id"] is not None:
        parts.append(translate("Access", "said: {who}").format(who=row["said_student_id"]))
    if row["hinted"]:
        parts.append(translate("Access", "with a hint"))
    if row["guessed"]:
        parts.append(translate("Access", "a guess"))
    if row["rating"] is not None:
        parts.append(translate("Access", "rated {rating} of 4").format(rating=row["rating"]))
    parts.append(translate("Access", "{seconds} s").format(seconds=seconds))
    return Line(moment_words(row["answered_at"]), ", ".join(parts))
