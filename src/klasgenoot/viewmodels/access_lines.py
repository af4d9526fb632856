"""What is kept about a student, in words: the sections that are read through and handed over."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.contact import ContactKind
from klasgenoot.operations.access import KeptFile, Row
from klasgenoot.viewmodels.access_parts import Entry, Line, Section, day_words
from klasgenoot.viewmodels.access_practice import practice_entries
from klasgenoot.viewmodels.words import kind_words, listed

translate = QCoreApplication.translate


def sections(kept: KeptFile) -> tuple[Section, ...]:
    """All that is kept, in the order of the export. A section without anything is left out."""
    made = (
        Section(translate("Access", "Details"), "", _details(kept)),
        Section(translate("Access", "Photo"), "", _photo(kept)),
        Section(translate("Access", "Contact"), _contact_note(kept), _contacts(kept)),
        Section(translate("Access", "Promised"), "", _promises(kept)),
        Section(translate("Access", "What you say yourself"), "", _views(kept)),
        Section(translate("Access", "Notes on the group that name you"), "", _group_notes(kept)),
        Section(translate("Access", "Begun and not saved yet"), "", _drafts(kept)),
        Section(
            translate("Access", "Practising names"),
            translate("Access", "What the teacher answered when your face or name was shown."),
            practice_entries(kept),
        ),
        Section(translate("Access", "Restriction"), "", _restrictions(kept)),
        Section(translate("Access", "Given to read before"), "", _handovers(kept)),
    )
    return tuple(section for section in made if section.entries)


def place_words(kept: KeptFile, place: str) -> str:
    """Where a covered passage is, for the record: what it is of, and of which day."""
    table, key, _ = place.split("/", 2)
    shape = {
        "contacts": translate("Access", "contact of {day}"),
        "contact_students": translate("Access", "contact of {day}"),
        "corrections": translate("Access", "earlier words of a contact"),
        "promises": translate("Access", "promise for {day}"),
        "group_notes": translate("Access", "group note of {day}"),
        "own_views": translate("Access", "what you say yourself"),
        "students": translate("Access", "own note"),
    }.get(table, translate("Access", "elsewhere"))
    day = ""
    for row in kept.rows["contacts" if table == "contact_students" else table]:
        if str(row.get("id")) == key:
            day = row.get("happened_on") or row.get("due_on") or row.get("noted_on") or ""
    return shape.format(day=day_words(day))


def _entry(title: str, *lines: Line) -> Entry:
    return Entry(title, tuple(line for line in lines if line.text))


def _written(kept: KeptFile, table: str, row: Row, column: str, *, label: str = "") -> Line:
    """A line that somebody wrote: words of it can be covered."""
    return Line(label, row[column] or "", kept.place_of(table, row, column))


def _details(kept: KeptFile) -> tuple[Entry, ...]:
    (row,) = kept.rows["students"]
    named = (
        Line(translate("Access", "Given name"), row["given_name"]),
        Line(translate("Access", "Infix"), row["infix"]),
        Line(translate("Access", "Family name"), row["family_name"]),
        Line(translate("Access", "Call name"), row["call_name"]),
        Line(translate("Access", "Said as"), row["pronunciation"]),
        Line(translate("Access", "Student number"), row["student_number"]),
        Line(translate("Access", "E-mail"), row["email"]),
        _written(kept, "students", row, "note", label=translate("Access", "Note on you")),
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
    return (_entry("", *named, *enrolled),)


def _photo(kept: KeptFile) -> tuple[Entry, ...]:
    (row,) = kept.rows["students"]
    lines = []
    for photo in kept.rows["photos"]:
        size = translate("Access", "{width} by {height} pixels").format(
            width=photo["width"], height=photo["height"]
        )
        lines.append(Line(translate("Access", "Kept"), size))
        if row["crop_left"] is not None:
            shape = translate(
                "Access", "from {left} % of the left and {top} % of the top, {width} by {height} %"
            )
            names = ("left", "top", "width", "height")
            part = {name: round(100 * row[f"crop_{name}"]) for name in names}
            lines.append(Line(translate("Access", "Part that is shown"), shape.format(**part)))
    if row["photo_by_teacher"]:
        by_teacher = translate("Access", "by the teacher, not by a class list")
        lines.append(Line(translate("Access", "Chosen or taken away"), by_teacher))
    answers = {
        "unknown": translate("Access", "not known"),
        "yes": translate("Access", "a photo is fine"),
        "no": translate("Access", "rather no photo"),
    }
    for told in kept.rows["photo_permissions"]:
        label = translate("Access", "Said on {day}").format(day=day_words(told["told_on"]))
        lines.append(Line(label, answers[told["answer"]]))
        by = translate("Access", "told by")
        lines.append(_written(kept, "photo_permissions", told, "told_by", label=by))
    entry = _entry("", *lines)
    return (entry,) if entry.lines else ()


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
            _written(kept, "contacts", row, "text"),
            _written(
                kept,
                "contact_students",
                private[row["id"]],
                "private_text",
                label=translate("Access", "With you only"),
            ),
            _written(kept, "contacts", row, "tags", label=translate("Access", "Tags")),
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
            line = _written(kept, "corrections", was, "text", label=label)
            yield line if line.text else Line(label, translate("Access", "no words"))


def _view_line(kept: KeptFile, row: Row) -> Line:
    label = translate("Access", "You say, {day}").format(day=day_words(row["said_on"]))
    return _written(kept, "own_views", row, "text", label=label)


def _views(kept: KeptFile) -> tuple[Entry, ...]:
    lines = [_view_line(kept, row) for row in kept.rows["own_views"] if row["contact_id"] is None]
    return (_entry("", *lines),) if lines else ()


def _promises(kept: KeptFile) -> tuple[Entry, ...]:
    return tuple(
        _entry(
            translate("Access", "For {day}").format(day=day_words(row["due_on"])),
            _written(kept, "promises", row, "text"),
            Line(translate("Access", "Kept on"), day_words(row["done_on"])),
        )
        for row in kept.rows["promises"]
    )


def _group_notes(kept: KeptFile) -> tuple[Entry, ...]:
    return tuple(
        _entry(day_words(row["noted_on"]), _written(kept, "group_notes", row, "text"))
        for row in kept.rows["group_notes"]
    )


def _drafts(kept: KeptFile) -> tuple[Entry, ...]:
    lines = [_written(kept, "settings", row, "value") for row in kept.rows["settings"]]
    return (_entry("", *lines),) if lines else ()


def _restrictions(kept: KeptFile) -> tuple[Entry, ...]:
    return tuple(
        _entry(
            translate("Access", "Since {day}").format(day=day_words(row["since"])),
            _written(kept, "restrictions", row, "reason", label=translate("Access", "Why")),
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
    return _written(kept, "held_back", row, "reason", label=words)
