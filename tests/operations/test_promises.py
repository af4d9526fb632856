"""Promises by hand: made, mended, taken back; without words there is none."""

from datetime import date

import pytest

from builders import TODAY, school_class
from klasgenoot.domain.contact import LONGEST_TEXT, Promise, PromiseId
from klasgenoot.domain.errors import Missing, TooLarge, Unknown
from klasgenoot.domain.people import StudentId
from klasgenoot.operations.contacts import ContactDraft, keep_promise, log_contact
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.promises import (
    edit_promise,
    make_promise,
    remove_promise,
    reopen_promise,
)
from klasgenoot.store import contacts

MONDAY = date(2026, 11, 2)


def promised(desk: Desk, who: StudentId) -> tuple[Promise, ...]:
    return contacts.open_promises(desk.vault, student_id=who)


def test_a_promise_is_made_mended_kept_and_open_again(desk: Desk) -> None:
    who = school_class(desk)[1][0]
    made = desk.do(make_promise, student_id=who, text=" contact sturen ", due_on=TODAY).result
    desk.do(edit_promise, promise_id=made, text="contact buurthuis sturen", due_on=MONDAY)
    (known,) = promised(desk, who)
    assert (known.text, known.due_on, known.done_on) == ("contact buurthuis sturen", MONDAY, None)
    desk.do(keep_promise, promise_id=made, on=MONDAY)
    assert promised(desk, who) == ()
    desk.do(reopen_promise, promise_id=made)
    assert promised(desk, who) == (known,)


def test_a_removed_promise_leaves_the_contact_it_was_made_in(desk: Desk) -> None:
    who = school_class(desk)[1][0]
    draft = ContactDraft(student_ids=(who,), happened_on=TODAY, text="stage", follow_up=MONDAY)
    desk.do(log_contact, drafts=[draft])
    desk.do(remove_promise, promise_id=promised(desk, who)[0].id)
    assert contacts.promises_of(desk.vault, who) == ()
    assert [each.text for each in contacts.contacts_of(desk.vault, who)] == ["stage"]


def test_a_promise_says_what_and_to_whom(desk: Desk) -> None:
    who = school_class(desk)[1][0]
    with pytest.raises(Missing):
        desk.do(make_promise, student_id=who, text="  ", due_on=TODAY)
    with pytest.raises(TooLarge):
        desk.do(make_promise, student_id=who, text="x" * (LONGEST_TEXT + 1), due_on=TODAY)
    with pytest.raises(Unknown):
        desk.do(make_promise, student_id=StudentId(999), text="iets", due_on=TODAY)
    for deed in (reopen_promise, remove_promise):
        with pytest.raises(Unknown):
            desk.do(deed, promise_id=PromiseId(999))
    assert promised(desk, who) == ()
