"""What a teacher does with a class as a whole."""

from datetime import date

from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.errors import Missing, Unknown
from klasgenoot.domain.names import tidy
from klasgenoot.domain.people import ClassId, SchoolClass
from klasgenoot.operations.desk import deed
from klasgenoot.store import school_classes, students
from klasgenoot.store.database import Vault


@deed(Deed.ADD_CLASS)
def add_class(vault: Vault, *, name: str, first_lesson: date | None = None) -> ClassId:
    """Starts an empty class.

    Raises:
        Missing: the name is empty.
    """
    return school_classes.add_class(vault, name=_named(name), first_lesson=first_lesson)


@deed(Deed.RENAME_CLASS)
def rename_class(vault: Vault, *, class_id: ClassId, name: str) -> None:
    """Gives a class another name."""
    known = _class(vault, class_id)
    school_classes.save_class(
        vault, SchoolClass(id=class_id, name=_named(name), first_lesson=known.first_lesson)
    )


@deed(Deed.PLAN_FIRST_LESSON)
def plan_first_lesson(vault: Vault, *, class_id: ClassId, on: date | None) -> None:
    """Says when the first lesson of a class is."""
    known = _class(vault, class_id)
    school_classes.save_class(vault, SchoolClass(id=class_id, name=known.name, first_lesson=on))


@deed(Deed.PLAN_END)
def plan_end(vault: Vault, *, class_id: ClassId, on: date | None) -> None:
    """Says on which day a class ends; None for the end of its school year."""
    _class(vault, class_id)
    school_classes.set_end(vault, class_id, ends_on=on)


@deed(Deed.REMOVE_CLASS)
def remove_class(vault: Vault, *, class_id: ClassId) -> None:
    """Removes a class and the students who are in no other class."""
    _class(vault, class_id)
    ids = [
        student.id
        for student in students.all_students(vault, class_id=class_id, with_restricted=True)
    ]
    students.withdraw(vault, class_id=class_id, student_ids=ids)
    school_classes.remove_class(vault, class_id)


def _class(vault: Vault, class_id: ClassId) -> SchoolClass:
    known = school_classes.school_class(vault, class_id)
    if known is None:
        raise Unknown("class", str(class_id))
    return known


def _named(name: str) -> str:
    name = tidy(name)
    if not name:
        raise Missing("name")
    return name
