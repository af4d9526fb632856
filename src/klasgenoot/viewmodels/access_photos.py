"""Which photos are kept of a student, and what they said of it, in words."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from klasgenoot.operations.access import KeptFile, Row
from klasgenoot.viewmodels.access_parts import Entry, Line, day_words, written_line

translate = QCoreApplication.translate


def photo_entries(kept: KeptFile) -> tuple[Entry, ...]:
    """Each photo with the part of it that is shown, who chose it, and what the student said."""
    (row,) = kept.rows["students"]
    others = [each for each in kept.rows["more_photos"] if each["photo_id"] != row["photo_id"]]
    main = tuple(_photo_lines(kept, row))
    entries = [Entry("", (*main, *_chosen(row), *_told(kept)))]
    for other in others:
        title = translate("Access", "Another photo, added on {day}")
        lines = tuple(_photo_lines(kept, other))
        entries.append(Entry(title.format(day=day_words(other["added_on"])), lines))
    return tuple(entry for entry in entries if entry.lines)


def _photo_lines(kept: KeptFile, row: Row) -> Iterator[Line]:
    """The size of the photo of a row, and the part that is shown."""
    for photo in kept.rows["photos"]:
        if photo["id"] != row["photo_id"]:
            continue
        size = translate("Access", "{width} by {height} pixels").format(
            width=photo["width"], height=photo["height"]
        )
        yield Line(translate("Access", "Kept"), size)
        if row["crop_left"] is not None:
            shape = translate(
                "Access", "from {left} % of the left and {top} % of the top, {width} by {height} %"
            )
            names = ("left", "top", "width", "height")
            part = {name: round(100 * row[f"crop_{name}"]) for name in names}
            yield Line(translate("Access", "Part that is shown"), shape.format(**part))


def _chosen(row: Row) -> Iterator[Line]:
    if row["photo_by_teacher"]:
        by_teacher = translate("Access", "by the teacher, not by a class list")
        yield Line(translate("Access", "Chosen or taken away"), by_teacher)


def _told(kept: KeptFile) -> Iterator[Line]:
    answers = {
        "unknown": translate("Access", "not known"),
        "yes": translate("Access", "a photo is fine"),
        "no": translate("Access", "rather no photo"),
    }
    for told in kept.rows["photo_permissions"]:
        label = translate("Access", "Said on {day}").format(day=day_words(told["told_on"]))
        yield Line(label, answers[told["answer"]])
        by = translate("Access", "told by")
        line = written_line(kept, "photo_permissions", told, "told_by", label=by)
        if line.text:
            yield line
