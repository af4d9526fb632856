"""Contacts and promises in the data file: newest first, by student and by class."""

from datetime import date, timedelta

import pytest

from builders import TODAY, school_class
from klasgenoot.domain.contact import Contact, ContactId, ContactKind, PromiseId
from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.people import StudentId
from klasgenoot.operations.desk import Desk
from klasgenoot.store import contacts


def add(
    desk: Desk, *those: StudentId, days_ago: int = 0, text: str = "", tags: tuple[str, ...] = ()
) -> ContactId:
    with desk.vault.journal.step(Deed.LOG_CONTACT):
        return contacts.add_contact(
            desk.vault,
            happened_on=TODAY - timedelta(days=days_ago),
            kind=ContactKind.TALK,
            text=text,
            student_ids=those,
            private={},
            tags=tags,
        )


def test_a_contact_comes_out_as_it_went_in(desk: Desk) -> None:
    _, ids = school_class(desk)
    contact_id = add(desk, ids[2], ids[0], days_ago=3, text="stage", tags=("zorg", "stage"))
    assert contacts.contact(desk.vault, contact_id) == Contact(
        id=contact_id,
        happened_on=date(2026, 10, 26),
        kind=ContactKind.TALK,
        text="stage",
        student_ids=(ids[0], ids[2]),
        tags=("zorg", "stage"),
    )
    assert contacts.contact(desk.vault, ContactId(99)) is None


def test_contacts_are_told_newest_first_and_of_one_day_the_last_first(desk: Desk) -> None:
    class_id, ids = school_class(desk)
    old = add(desk, ids[0], days_ago=9)
    first, second = add(desk, ids[0]), add(desk, ids[0], ids[1])
    other_class, others = school_class(desk, name="CMV-1A", size=1)
    elsewhere = add(desk, *others)
    told = contacts.contacts_of(desk.vault, ids[0])
    assert [each.id for each in told] == [second, first, old]
    told = contacts.contacts_in_class(desk.vault, class_id)
    assert [each.id for each in told] == [second, first, old]
    told = contacts.contacts_in_class(desk.vault, class_id, since=TODAY)
    assert [each.id for each in told] == [second, first]
    told = contacts.contacts_in_class(desk.vault, other_class)
    assert [each.id for each in told] == [elsewhere]


def test_the_last_contact_is_told_of_who_has_one(desk: Desk) -> None:
    class_id, ids = school_class(desk)
    add(desk, ids[0], ids[1], days_ago=9)
    newest = add(desk, ids[0])
    last = contacts.last_contacts(desk.vault, class_id)
    assert set(last) == {ids[0], ids[1]}
    assert last[ids[0]].id == newest


def test_tags_are_still_found_after_a_contact_was_mended(desk: Desk) -> None:
    from klasgenoot.domain.searching import read_sought
    from klasgenoot.store import search

    _, ids = school_class(desk)
    contact_id = add(desk, ids[0], text="gesproken", tags=("zorg",))
    known = contacts.contact(desk.vault, contact_id)
    assert known
    with desk.vault.journal.step(Deed.EDIT_CONTACT):
        contacts.save_contact(desk.vault, known)
    (place,) = search.find(desk.vault, read_sought("zorg")).places
    assert (place.table, place.row) == ("contacts", contact_id)


@pytest.mark.parametrize("is_kept", [False, True])
def test_promises_are_told_oldest_date_first(desk: Desk, *, is_kept: bool) -> None:
    class_id, ids = school_class(desk)
    with desk.vault.journal.step(Deed.LOG_CONTACT):
        for who, days in ((ids[0], 5), (ids[1], 2), (ids[0], 1)):
            contacts.add_promise(
                desk.vault,
                student_id=who,
                text=f"over {days}",
                due_on=TODAY + timedelta(days=days),
                contact_id=None,
            )
    soonest = contacts.open_promises(desk.vault, class_id=class_id)[0]
    assert soonest.text == "over 1"
    assert contacts.promise(desk.vault, soonest.id) == soonest
    assert contacts.promise(desk.vault, PromiseId(99)) is None
    if is_kept:
        with desk.vault.journal.step(Deed.KEEP_PROMISE):
            contacts.close_promise(desk.vault, soonest.id, done_on=TODAY)
    told = [each.text for each in contacts.open_promises(desk.vault)]
    assert told == (["over 2", "over 5"] if is_kept else ["over 1", "over 2", "over 5"])
    told = [each.text for each in contacts.promises_of(desk.vault, ids[0])]
    assert told == ["over 1", "over 5"]
