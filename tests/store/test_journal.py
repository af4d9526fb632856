"""Undo and redo kept by the database."""

import pytest
import sqlcipher3.dbapi2 as driver

from builders import content, school_class, student
from klasgenoot.domain.deeds import Deed
from klasgenoot.operations.desk import Desk
from klasgenoot.store import school_classes, students
from klasgenoot.store.database import Vault
from klasgenoot.store.journal import DEPTH
from klasgenoot.store.schema import JOURNALLED, LEFT_OUT


def test_undo_brings_back_the_same_database_and_redo_the_other(desk: Desk) -> None:
    school_class(desk)
    before = content(desk.vault)
    with desk.vault.journal.step(Deed.REMOVE_CLASS):
        desk.vault.tables.execute("DELETE FROM school_classes")
        desk.vault.tables.execute("DELETE FROM students")
    after = content(desk.vault)
    assert before != after
    desk.undo()
    assert content(desk.vault) == before
    desk.redo()
    assert content(desk.vault) == after


def test_a_step_tells_which_tables_it_touched(desk: Desk) -> None:
    school_class(desk, size=1)
    assert desk.vault.journal.last_tables() == {"students", "enrolments"}


def test_a_failing_step_leaves_nothing(vault: Vault) -> None:
    def fail() -> None:
        with vault.journal.step(Deed.ADD_CLASS):
            school_classes.add_class(vault, name="CMV-1B", first_lesson=None)
            raise RuntimeError

    before = content(vault)
    with pytest.raises(RuntimeError):
        fail()
    assert content(vault) == before
    assert not vault.journal.done


def test_a_change_outside_a_step_is_an_error(vault: Vault) -> None:
    with pytest.raises(driver.IntegrityError, match="outside a step"):
        school_classes.add_class(vault, name="CMV-1B", first_lesson=None)


def test_a_new_deed_forgets_what_was_undone(desk: Desk) -> None:
    school_class(desk, size=1)
    desk.undo()
    assert desk.next_redo is Deed.ADD_STUDENT
    school_class(desk, size=0)
    assert desk.next_redo is None


def test_the_journal_is_no_deeper_than_it_says(vault: Vault) -> None:
    for number in range(DEPTH + 5):
        with vault.journal.step(Deed.ADD_CLASS):
            school_classes.add_class(vault, name=f"class {number}", first_lesson=None)
    assert len(vault.journal.done) == DEPTH


def test_a_step_that_changes_nothing_is_not_kept(vault: Vault) -> None:
    with vault.journal.step(Deed.EDIT_STUDENT):
        pass
    assert not vault.journal.done


def test_replacing_a_row_is_undone_too(desk: Desk) -> None:
    school_class(desk, size=1)
    before = content(desk.vault)
    with desk.vault.journal.step(Deed.EDIT_STUDENT):
        desk.vault.connection.execute(
            "INSERT OR REPLACE INTO students (id, given_name) VALUES (1, 'Iemand')"
        )
    desk.undo()
    assert content(desk.vault) == before


def test_texts_with_quotes_and_nothing_survive_undo(desk: Desk) -> None:
    class_id, _ = school_class(desk, size=0)
    with desk.vault.journal.step(Deed.ADD_STUDENT):
        odd = student(0, given_name="O'Neill; DROP--", note='zei "hoi"\n')
        who = students.add_student(desk.vault, draft=odd)
    before = content(desk.vault)
    with desk.vault.journal.step(Deed.REMOVE_STUDENTS):
        students.withdraw(desk.vault, class_id=class_id, student_ids=[who])
    desk.undo()
    assert content(desk.vault) == before


def test_each_table_is_followed_or_listed_as_left_out(vault: Vault) -> None:
    tables = set(content(vault))
    assert tables == set(JOURNALLED) | set(LEFT_OUT)


def test_the_journal_can_be_emptied(desk: Desk) -> None:
    school_class(desk, size=1)
    desk.vault.journal.forget()
    assert desk.undo() is None
