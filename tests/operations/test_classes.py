"""A class as a whole: start it, rename it, plan it, remove it."""

from datetime import date

import pytest

from builders import school_class
from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.errors import Missing, Unknown
from klasgenoot.domain.people import ClassId
from klasgenoot.operations.classes import add_class, plan_first_lesson, remove_class, rename_class
from klasgenoot.operations.desk import Desk
from klasgenoot.store import school_classes, students


def test_a_class_is_named_without_stray_blanks(desk: Desk) -> None:
    class_id = desk.do(add_class, name="  CMV  1B ").result
    known = school_classes.school_class(desk.vault, class_id)
    assert known
    assert known.name == "CMV 1B"


@pytest.mark.parametrize("name", ["", "  "])
def test_a_class_needs_a_name(desk: Desk, name: str) -> None:
    with pytest.raises(Missing):
        desk.do(add_class, name=name)
    class_id, _ = school_class(desk, size=0)
    with pytest.raises(Missing):
        desk.do(rename_class, class_id=class_id, name=name)


def test_a_new_name_leaves_the_first_lesson_and_the_other_way_round(desk: Desk) -> None:
    class_id, _ = school_class(desk, size=0)
    desk.do(rename_class, class_id=class_id, name="CMV-2B")
    desk.do(plan_first_lesson, class_id=class_id, on=date(2027, 2, 8))
    known = school_classes.school_class(desk.vault, class_id)
    assert known
    assert (known.name, known.first_lesson) == ("CMV-2B", date(2027, 2, 8))
    desk.do(plan_first_lesson, class_id=class_id, on=None)
    known = school_classes.school_class(desk.vault, class_id)
    assert known
    assert known.first_lesson is None


def test_a_class_that_is_removed_takes_its_students_along(desk: Desk) -> None:
    class_id, _ = school_class(desk)
    other, _ = school_class(desk, name="CMV-1A", size=2)
    desk.do(remove_class, class_id=class_id)
    assert [each.id for each in school_classes.all_classes(desk.vault)] == [other]
    assert len(students.all_students(desk.vault)) == 2


@pytest.mark.parametrize(
    ("operation", "arguments"),
    [
        (rename_class, {"name": "CMV-2B"}),
        (plan_first_lesson, {"on": None}),
        (remove_class, {}),
    ],
)
def test_a_class_that_is_not_there_is_said_to_be_gone(desk: Desk, operation, arguments) -> None:
    with pytest.raises(Unknown):
        desk.do(operation, class_id=ClassId(9), **arguments)


def test_the_desk_knows_what_can_be_taken_back_and_done_again(desk: Desk) -> None:
    assert (desk.next_undo, desk.next_redo) == (None, None)
    assert desk.undo() is None
    assert desk.redo() is None
    desk.do(add_class, name="CMV-1B")
    assert (desk.next_undo, desk.next_redo) == (Deed.ADD_CLASS, None)
    desk.undo()
    assert (desk.next_undo, desk.next_redo) == (None, Deed.ADD_CLASS)


def test_a_deed_that_changes_nothing_tells_of_no_tables(desk: Desk) -> None:
    class_id, _ = school_class(desk, size=0)
    again = desk.do(plan_first_lesson, class_id=class_id, on=date(2026, 9, 1))
    assert again.tables == frozenset()
    assert desk.next_undo is Deed.ADD_CLASS
