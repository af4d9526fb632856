"""What left in a file that a student was in, as they get to read it."""

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.exports import ExportKind
from klasgenoot.operations.access import KeptFile
from klasgenoot.viewmodels.access_parts import Entry, Line, day_words
from klasgenoot.viewmodels.sharing_words import export_words

translate = QCoreApplication.translate


def export_entries(kept: KeptFile) -> tuple[Entry, ...]:
    """A line for each file: the day, as what, of which class, with a photo or not."""
    classes = {row["id"]: row["name"] for row in kept.rows["school_classes"]}
    lines = []
    for row in kept.rows["exports"]:
        parts = [export_words(ExportKind(row["kind"]))]
        if row["class_id"] in classes:
            parts.append(classes[row["class_id"]])
        parts.append(translate("Access", "with %n student(s)", None, row["how_many"]))
        if row["with_photos"]:
            parts.append(translate("Access", "with photos"))
        if row["with_notes"]:
            parts.append(translate("Access", "with notes"))
        lines.append(Line(day_words(row["made_on"]), ", ".join(parts)))
    return (Entry("", tuple(lines)),) if lines else ()
