"""Logging contact: as it was typed, for one or several students, and mended afterwards."""

from datetime import date

import pytest

from builders import TODAY, content, school_class
from klasgenoot.domain.contact import LONGEST_TEXT, ContactId, ContactKind, PromiseId
from klasgenoot.domain.errors import Missing, TooLarge, Unknown
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.quicklog import read_log
from klasgenoot.operations.contacts import (
    ContactDraft,
    drafts_of,
    edit_contact,
    keep_promise,
    log_contact,
    remove_contact,
)
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.students import remove_students
from klasgenoot.store import contacts, students

FRIDAY = date(2026, 10, 30)


def log(desk: Desk, line: str) -> tuple[ContactId, ...]:
    """Logs a line as a teacher types it."""
    reading = read_log(line, students=students.all_students(desk.vault), today=TODAY)
    assert not reading.problems
    drafts = [draft for entry in reading.entries for draft in drafts_of(entry)]
    return desk.do(log_contact, drafts=drafts).result


def test_one_line_for_several_students_is_one_contact_with_all_of_them(desk: Desk) -> None:
    _, ids = school_class(desk)
    (contact_id,) = log(desk, "Sanne, Milan: groepsproject loopt")
    contact = contacts.contact(desk.vault, contact_id)
    assert contact
    assert contact.student_ids == tuple(sorted(ids[:2]))
    assert (contact.text, contact.happened_on) == ("groepsproject loopt", TODAY)
    for who in ids[:2]:
        assert [each.id for each in contacts.contacts_of(desk.vault, who)] == [contact_id]


def test_a_private_line_is_kept_with_one_of_them_only(desk: Desk) -> None:
    _, ids = school_class(desk)
    (contact_id,) = log(desk, "Sanne, Milan: project loopt / Sanne: wil liever alleen")
    assert contacts.private_texts(desk.vault, ids[0]) == {contact_id: "wil liever alleen"}
    assert contacts.private_texts(desk.vault, ids[1]) == {}


def test_two_private_lines_for_one_student_are_both_kept(desk: Desk) -> None:
    _, ids = school_class(desk)
    (contact_id,) = log(desk, "Sanne, Milan: loopt / Sanne: wil alleen / Sanne: mailt nog")
    assert contacts.private_texts(desk.vault, ids[0]) == {contact_id: "wil alleen; mailt nog"}


def test_a_private_line_for_somebody_else_is_a_contact_of_its_own(desk: Desk) -> None:
    _, ids = school_class(desk)
    shared, alone = log(desk, "Sanne: project loopt / Milan: was er niet")
    first, second = (contacts.contact(desk.vault, each) for each in (shared, alone))
    assert first
    assert second
    assert first.student_ids == (ids[0],)
    assert (second.student_ids, second.text) == ((ids[1],), "was er niet")


def test_a_follow_up_is_a_promise_to_each_of_them(desk: Desk) -> None:
    _, ids = school_class(desk)
    log(desk, "Sanne, Milan: stage besproken / Sanne: stuur de link terug vr")
    promises = contacts.open_promises(desk.vault)
    assert {(each.student_id, each.text, each.due_on) for each in promises} == {
        (ids[0], "stuur de link", FRIDAY),
        (ids[1], "stage besproken", FRIDAY),
    }


def test_a_student_who_is_named_twice_is_logged_once(desk: Desk) -> None:
    _, ids = school_class(desk)
    draft = ContactDraft(
        student_ids=(ids[0], ids[0]), happened_on=TODAY, text="kort", follow_up=FRIDAY
    )
    desk.do(log_contact, drafts=[draft])
    (contact,) = contacts.contacts_of(desk.vault, ids[0])
    assert contact.student_ids == (ids[0],)
    assert len(contacts.open_promises(desk.vault)) == 1


def test_nothing_is_kept_if_one_of_the_drafts_is_wrong(desk: Desk) -> None:
    _, ids = school_class(desk)
    before = content(desk.vault)
    good = ContactDraft(student_ids=(ids[0],), happened_on=TODAY)
    for bad, kind in (
        (ContactDraft(student_ids=(), happened_on=TODAY), Missing),
        (ContactDraft(student_ids=(StudentId(99),), happened_on=TODAY), Unknown),
    ):
        with pytest.raises(kind):
            desk.do(log_contact, drafts=[good, bad])
        assert content(desk.vault) == before


@pytest.mark.parametrize("is_private", [False, True])
def test_a_text_is_a_line_and_not_a_file(desk: Desk, *, is_private: bool) -> None:
    _, ids = school_class(desk)
    text = "x" * (LONGEST_TEXT + 1)
    private = {ids[0]: text} if is_private else {}
    draft = ContactDraft(
        student_ids=(ids[0],), happened_on=TODAY, text="" if is_private else text, private=private
    )
    with pytest.raises(TooLarge) as caught:
        desk.do(log_contact, drafts=[draft])
    assert caught.value.limit == str(LONGEST_TEXT)


def test_a_contact_is_mended_and_removed(desk: Desk) -> None:
    _, ids = school_class(desk)
    (contact_id,) = log(desk, "Sanne: kort gesproken")
    desk.do(
        edit_contact,
        contact_id=contact_id,
        happened_on=date(2026, 10, 20),
        kind=ContactKind.MAIL,
        text="  mailde over de stage ",
        on=TODAY,
    )
    contact = contacts.contact(desk.vault, contact_id)
    assert contact
    assert (contact.text, contact.kind) == ("mailde over de stage", ContactKind.MAIL)
    desk.do(remove_contact, contact_id=contact_id)
    assert contacts.contacts_of(desk.vault, ids[0]) == ()


def test_a_promise_that_was_kept_is_not_open_any_more(desk: Desk) -> None:
    _, ids = school_class(desk)
    log(desk, "Sanne: stage terug vr")
    (promise,) = contacts.open_promises(desk.vault, student_id=ids[0])
    desk.do(keep_promise, promise_id=promise.id, on=FRIDAY)
    assert contacts.open_promises(desk.vault) == ()
    (kept,) = contacts.promises_of(desk.vault, ids[0])
    assert kept.done_on == FRIDAY


def test_what_is_not_there_is_said_to_be_gone(desk: Desk) -> None:
    gone = ContactId(9)
    with pytest.raises(Unknown):
        desk.do(
            edit_contact,
            contact_id=gone,
            happened_on=TODAY,
            kind=ContactKind.TALK,
            text="hoi",
            on=TODAY,
        )
    with pytest.raises(Unknown):
        desk.do(remove_contact, contact_id=gone)
    with pytest.raises(Unknown):
        desk.do(keep_promise, promise_id=PromiseId(9), on=TODAY)


def test_nothing_of_a_student_who_is_removed_stays_behind(desk: Desk) -> None:
    class_id, ids = school_class(desk)
    alone, shared = log(desk, "Sanne: verhuizing; Sanne, Milan: loopt / Sanne: mantelzorg")
    desk.do(remove_students, class_id=class_id, student_ids=[ids[0]])
    assert contacts.contact(desk.vault, alone) is None
    left = contacts.contact(desk.vault, shared)
    assert left
    assert left.student_ids == (ids[1],)
    words = [row[0] for row in desk.vault.rows("SELECT folded FROM words")]
    assert not any("verhuizing" in each or "mantelzorg" in each for each in words)
    desk.undo()
    assert contacts.private_texts(desk.vault, ids[0]) == {shared: "mantelzorg"}
