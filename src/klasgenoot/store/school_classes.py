"""The classes in the data file."""

from datetime import date

from klasgenoot.domain.people import ClassId, SchoolClass
from klasgenoot.store.database import Row, Vault

_COLUMNS = "id, name, first_lesson, ends_on"


def all_classes(vault: Vault) -> tuple[SchoolClass, ...]:
    """Every class, by name."""
    found = vault.rows(f"SELECT {_COLUMNS} FROM school_classes ORDER BY name COLLATE NOCASE, id")
    return tuple(_school_class(row) for row in found)


def school_class(vault: Vault, class_id: ClassId) -> SchoolClass | None:
    """One class, or None if it is not there."""
    row = vault.row(f"SELECT {_COLUMNS} FROM school_classes WHERE id = ?", (class_id,))
    return _school_class(row) if row else None


def add_class(vault: Vault, *, name: str, first_lesson: date | None) -> ClassId:
    """Adds a class and returns its id."""
    row = {"name": name, "first_lesson": first_lesson.isoformat() if first_lesson else None}
    return ClassId(vault.add("school_classes", row))


def save_class(vault: Vault, school_class: SchoolClass) -> None:
    """Stores a class as it now is."""
    first = school_class.first_lesson
    vault.table("school_classes").update(
        school_class.id,
        {"name": school_class.name, "first_lesson": first.isoformat() if first else None},
    )


def set_end(vault: Vault, class_id: ClassId, *, ends_on: date | None) -> None:
    """Says on which day a class ends; None for the end of its school year."""
    row = {"ends_on": ends_on.isoformat() if ends_on else None}
    vault.table("school_classes").update(class_id, row)


def remove_class(vault: Vault, class_id: ClassId) -> None:
    """Removes a class with its notes; its students stay, see `students.remove_students`."""
    vault.table("school_classes").delete(class_id)


def _school_class(row: Row) -> SchoolClass:
    class_id, name, first_lesson, ends_on = row
    return SchoolClass(
        id=ClassId(class_id),
        name=name,
        first_lesson=date.fromisoformat(first_lesson) if first_lesson else None,
        ends_on=date.fromisoformat(ends_on) if ends_on else None,
    )
