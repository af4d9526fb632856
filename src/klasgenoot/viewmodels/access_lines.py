"""What is kept about a student, in words: the sections that are read through and handed over."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QLocale

from klasgenoot.domain.contact import ContactKind
from klasgenoot.operations.access import KeptFile, Row
from klasgenoot.viewmodels.access_beside import coach_entries, month_entries, own_words_entries
from klasgenoot.viewmodels.access_exports import export_entries
from klasgenoot.viewmodels.access_parts import Entry, Line, Section, day_words, written_line
from klasgenoot.viewmodels.access_photos import photo_entries
from klasgenoot.viewmodels.access_practice import practice_entries
from klasgenoot.viewmodels.access_talks import talk_entries
from klasgenoot.viewmodels.access_turns import turn_entries
from klasgenoot.viewmodels.words import kind_words, listed

translate = QCoreApplication.translate

_DAYS = ("happened_on", "due_on", "noted_on", "told_on", "made_on", "said_on", "asked_on")
"""The columns that say of which day a text is."""


def sections(kept: KeptFile) -> tuple[Section, ...]:
    """All that is kept, in the order of the export. A section without anything is left out."""
    made = (
        Section(translate("Access", "Details"), "", _details(kept)),
        Section(translate("Access", "Photo"), "", photo_entries(kept)),
        Section(translate("Access", "Contact"), _contact_note(kept), _contacts(kept)),
        Section(translate("Access", "Promised"), "", _promises(kept)),
        Section(translate("Access", "When you were not there"), "", _absences(kept)),
        Section(translate("Access", "Rounds of talks"), "", talk_entries(kept)),
        Section(translate("Access", "What you say yourself"), "", _views(kept)),
        Section(translate("Access", "What helps you, in your words"), "", own_words_entries(kept)),
        Section(translate("Access", "Your study coach"), "", coach_entries(kept)),
        Section(
            translate("Access", "Monthly round"),
            translate(
                "Access",
                "Once a month the teacher asks themselves: would this student come to me with"
                " something personal?",
            ),
            month_entries(kept),
        ),
        Section(translate("Access", "Notes on the group that name you"), "", _group_notes(kept)),
        Section(translate("Access", "Begun and not saved yet"), "", _drafts(kept)),
        Section(
            translate("Access", "Practising names"),
            translate("Access", "What the teacher answered when your face or name was shown."),
            practice_entries(kept),
        ),
        Section(translate("Access", "How often your teacher looks you up"), "", turn_entries(kept)),
        Section(translate("Access", "Restriction"), "", _restrictions(kept)),
        Section(translate("Access", "Given to read before"), "", _handovers(kept)),
        Section(
            translate("Access", "Given out in a file"),
            translate("Access", "When your teacher printed the class, or gave it out as a file."),
            export_entries(kept),
        ),
    )
    return tuple(section for section in made if section.entries)


def place_words(kept: KeptFile, place: str) -> str:
    """Where a covered passage is, for the record: what it is of, and of which day."""
    table, key, column = place.split("/", 2)
    if column == "mnemonic":
        return translate("Access", "what your name is remembered by")
    shape = {
        "contacts": translate("Access", "contact of {day}"),
        "contact_students": translate("Access", "contact of {day}"),
        "corrections": translate("Access", "earlier words of a contact"),
        "promises": translate("Access", "promise for {day}"),
        "group_notes": translate("Access", "group note of {day}"),
        "own_views": translate("Access", "what you say yourself"),
        "snoozes": translate("Access", "why you are put off for a while"),
        "needs_asked": translate("Access", "what was done with what a class needs, {day}"),
        "students": translate("Access", "own note"),
        "own_words": translate("Access", "what helps you, told on {day}"),
        "common_ground": translate("Access", "what you have in common"),
        "consents": translate("Access", "your answer of {day}"),
        "transfers": translate("Access", "what your study coach was told on {day}"),
    }.get(table, translate("Access", "elsewhere"))
    day = ""
    for row in kept.rows["contacts" if table == "contact_students" else table]:
        if str(row.get("id")) == key:
            day = next((row[name] for name in _DAYS if row.get(name)), "")
    return shape.format(day=day_words(day))


def _entry(title: str, *lines: Line) -> Entry:
    return Entry(title, tuple(line for line in lines if line.text))


def _details(kept: KeptFile) -> tuple[Entry, ...]:
    (row,) = kept.rows["students"]
    named = (
        Line(translate("Access", "Given name"), row["given_name"]),
        Line(translate("Access", "Infix"), row["infix"]),
        Line(translate("Access", "Family name"), row["family_name"]),
        Line(translate("Access", "Call name"), row["call_name"]),
        Line(translate("Access", "Pronouns"), row["pronouns"]),
        Line(translate("Access", "Other names"), listed(row["aliases"].splitlines())),
        Line(translate("Access", "Said as"), row["pronunciation"]),
        *_recordings(kept),
        written_line(
            kept,
            "students",
            row,
            "mnemonic",
            label=translate("Access", "What your teacher remembers your name by"),
        ),
        Line(translate("Access", "Student number"), row["student_number"]),
        Line(translate("Access", "E-mail"), row["email"]),
        written_line(kept, "students", row, "note", label=translate("Access", "Note on you")),
    )
    classes = {each["id"]: each for each in kept.rows["school_classes"]}
    enrolled = []
    for each in kept.rows["enrolments"]:
        known = classes[each["class_id"]]
        since = translate("Access", "{name}, since {day}")
        text = since.format(name=known["name"], day=day_words(each["joined_on"]))
        if known["first_lesson"]:
            first = translate("Access", "first lesson {day}")
            text = f"{text}; {first.format(day=day_words(known['first_lesson']))}"
        enrolled.append(Line(translate("Access", "Class"), text))
    return (_entry("", *named, *enrolled, *_seats(kept)),)


def _seats(kept: KeptFile) -> Iterator[Line]:
    """Where the student sits in the seating plan of a class."""
    classes = {each["id"]: each["name"] for each in kept.rows["school_classes"]}
    rooms = {each["class_id"]: each["room"] for each in kept.rows["seating_plans"]}
    place = translate("Access", "{name}: row {row}, seat {seat}")
    in_room = translate("Access", "{name}, room {room}: row {row}, seat {seat}")
    for each in kept.rows["seats"]:
        room = rooms.get(each["class_id"], "")
        text = (in_room if room else place).format(
            name=classes[each["class_id"]],
            room=room,
            row=each["seat_row"] + 1,
            seat=each["seat_column"] + 1,
        )
        yield Line(translate("Access", "Where you sit"), text)


def _recordings(kept: KeptFile) -> Iterator[Line]:
    """How long the recorded name lasts. A recording cannot be heard here: it is in the JSON."""
    seconds = translate("Access", "your name, {seconds} seconds; in the file for programs")
    for row in kept.rows["sounds"]:
        shown = QLocale().toString(float(row["seconds"]), "f", 1)
        yield Line(translate("Access", "Recorded"), seconds.format(seconds=shown))


def _contact_note(kept: KeptFile) -> str:
    if any(row["own_reminder"] for row in kept.rows["contacts"]):
        return translate(
            "Access",
            "“Own reminder” is a note the teacher wrote to remember something by. It is here too.",
        )
    return ""


def _contacts(kept: KeptFile) -> tuple[Entry, ...]:
    private = {row["contact_id"]: row for row in kept.rows["contact_students"]}
    made = []
    for row in kept.rows["contacts"]:
        title = f"{day_words(row['happened_on'])} · {kind_words(ContactKind(row['kind']))}"
        if row["own_reminder"]:
            title = f"{title} · {translate('Access', 'own reminder')}"
        together = listed(kept.company.get(row["id"], ()))
        lines = [
            written_line(kept, "contacts", row, "text"),
            written_line(
                kept,
                "contact_students",
                private[row["id"]],
                "private_text",
                label=translate("Access", "With you only"),
            ),
            written_line(kept, "contacts", row, "tags", label=translate("Access", "Tags")),
            Line(translate("Access", "Together with"), together),
            *_before(kept, row["id"]),
            *(
                _view_line(kept, view)
                for view in kept.rows["own_views"]
                if view["contact_id"] == row["id"]
            ),
        ]
        made.append(_entry(title, *lines))
    return tuple(made)


def _before(kept: KeptFile, contact_id: int) -> Iterator[Line]:
    """What a contact said before it was corrected."""
    for was in kept.rows["corrections"]:
        if was["contact_id"] == contact_id:
            label = translate("Access", "Until {day}: {kind} on {then}").format(
                day=day_words(was["corrected_on"]),
                kind=kind_words(ContactKind(was["kind"])),
                then=day_words(was["happened_on"]),
            )
            line = written_line(kept, "corrections", was, "text", label=label)
            yield line if line.text else Line(label, translate("Access", "no words"))


def _view_line(kept: KeptFile, row: Row) -> Line:
    label = translate("Access", "You say, {day}").format(day=day_words(row["said_on"]))
    return written_line(kept, "own_views", row, "text", label=label)


def _views(kept: KeptFile) -> tuple[Entry, ...]:
    lines = [_view_line(kept, row) for row in kept.rows["own_views"] if row["contact_id"] is None]
    return (_entry("", *lines),) if lines else ()


def _promises(kept: KeptFile) -> tuple[Entry, ...]:
    return tuple(
        _entry(
            translate("Access", "For {day}").format(day=day_words(row["due_on"])),
            written_line(kept, "promises", row, "text"),
            Line(translate("Access", "Kept on"), day_words(row["done_on"])),
        )
        for row in kept.rows["promises"]
    )


def _absences(kept: KeptFile) -> tuple[Entry, ...]:
    days = listed([day_words(row["missed_on"]) for row in kept.rows["absences"]])
    return (_entry("", Line("", days)),) if days else ()


def _group_notes(kept: KeptFile) -> tuple[Entry, ...]:
    return tuple(
        _entry(day_words(row[day]), written_line(kept, table, row, column))
        for table, day, column in (
            ("group_notes", "noted_on", "text"),
            ("needs_asked", "asked_on", "did"),
        )
        for row in kept.rows[table]
    )


def _drafts(kept: KeptFile) -> tuple[Entry, ...]:
    lines = [written_line(kept, "settings", row, "value") for row in kept.rows["settings"]]
    return (_entry("", *lines),) if lines else ()


def _restrictions(kept: KeptFile) -> tuple[Entry, ...]:
    return tuple(
        _entry(
            translate("Access", "Since {day}").format(day=day_words(row["since"])),
            written_line(kept, "restrictions", row, "reason", label=translate("Access", "Why")),
            Line(translate("Access", "Until"), day_words(row["lifted_on"])),
        )
        for row in kept.rows["restrictions"]
    )


def _handovers(kept: KeptFile) -> tuple[Entry, ...]:
    made = []
    for row in kept.rows["handovers"]:
        held = [
            _held_line(kept, each)
            for each in kept.rows["held_back"]
            if each["handover_id"] == row["id"]
        ]
        title = f"{day_words(row['made_on'])} · {row['file_kind'].upper()}"
        nothing = Line("", translate("Access", "Nothing was held back."))
        made.append(_entry(title, *(held or [nothing])))
    return tuple(made)


def _held_line(kept: KeptFile, row: Row) -> Line:
    words = translate("Access", "%n word(s) held back", None, row["words"])
    return written_line(kept, "held_back", row, "reason", label=words)
