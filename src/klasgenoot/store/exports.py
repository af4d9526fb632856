"""What left the data as a file, when, and who was in it: the log in the data file."""

from collections.abc import Sequence
from datetime import date

from klasgenoot.domain.exports import ExportId, ExportKind, ExportRecord
from klasgenoot.domain.people import ClassId, StudentId
from klasgenoot.store.database import Row, Vault

_COLUMNS = (
    "e.id, e.made_on, e.kind, coalesce(c.name, ''), e.how_many, e.with_photos, e.with_notes"
    " FROM exports e LEFT JOIN school_classes c ON c.id = e.class_id"
)


def add_export(
    vault: Vault,
    *,
    kind: ExportKind,
    made_on: date,
    class_id: ClassId | None,
    students: Sequence[StudentId],
    with_photos: bool,
    with_notes: bool,
) -> ExportId:
    """Keeps that these students left as a file."""
    row = {
        "made_on": made_on.isoformat(),
        "kind": kind.value,
        "class_id": class_id,
        "how_many": len(students),
        "with_photos": int(with_photos),
        "with_notes": int(with_notes),
    }
    export_id = ExportId(vault.add("exports", row))
    for student_id in students:
        vault.add("export_students", {"export_id": export_id, "student_id": student_id})
    return export_id


def all_exports(vault: Vault, *, most: int = -1) -> tuple[ExportRecord, ...]:
    """The exports, the newest first; at most so many, or (-1) every one."""
    found = vault.rows(f"SELECT {_COLUMNS} ORDER BY e.id DESC LIMIT ?", (most,))
    return tuple(_record(vault, row) for row in found)


def _record(vault: Vault, row: Row) -> ExportRecord:
    export_id, made_on, kind, class_name, count, with_photos, with_notes = row
    ids = vault.rows(
        "SELECT student_id FROM export_students WHERE export_id = ? ORDER BY student_id",
        (export_id,),
    )
    return ExportRecord(
        id=ExportId(export_id),
        made_on=date.fromisoformat(made_on),
        kind=ExportKind(kind),
        class_name=class_name,
        students=tuple(StudentId(one[0]) for one in ids),
        count=count,
        with_photos=bool(with_photos),
        with_notes=bool(with_notes),
    )
