"""What a student may ask: no photo, no use, a correction, a view of their own."""

from dataclasses import replace
from datetime import date

import pytest

from builders import TODAY, school_class
from klasgenoot.domain.contact import ContactId, ContactKind
from klasgenoot.domain.errors import Missing, PhotoRefused, Unknown
from klasgenoot.domain.memory import Direction
from klasgenoot.domain.people import Crop, StudentId
from klasgenoot.domain.rights import PhotoAnswer
from klasgenoot.domain.searching import read_sought
from klasgenoot.exchange.photos import Picture
from klasgenoot.operations.contacts import ContactDraft, edit_contact, log_contact
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.import_class import Arrival, import_class
from klasgenoot.operations.overview import attention
from klasgenoot.operations.rights import (
    add_view,
    lift_restriction,
    restrict,
    tell_photo,
)
from klasgenoot.operations.searching import roll, search
from klasgenoot.operations.students import set_photo
from klasgenoot.store import (
    contacts,
    memories,
    photo_permissions,
    restrictions,
    school_classes,
    second_thoughts,
    students,
)
from klasgenoot.store.photos import StoredPhoto, keep_photo, photo_bytes, sweep_unused
from klasgenoot.store.search import Scope

LATER = date(2026, 11, 5)


def test_who_would_rather_have_no_photo_has_none_and_no_import_puts_it_back(desk: Desk) -> None:
    class_id, ids = school_class(desk)
    photo = keep_photo(desk.vault, StoredPhoto(b"large", b"small", 4, 5))
    desk.do(set_photo, student_id=ids[0], photo=photo, crop=Crop(0, 0, 1, 1))
    desk.do(tell_photo, student_id=ids[0], answer=PhotoAnswer.NO, on=TODAY, told_by=" zelf ")
    sanne = students.student(desk.vault, ids[0])
    assert sanne
    assert (sanne.photo, sanne.crop) == (None, None)
    picture = Picture(b"another", b"small", 4, 5)
    arrival = Arrival(student=replace(sanne, email="s@school.nl"), picture=picture)
    done = desk.do(import_class, arrivals=[arrival], joined=TODAY, class_id=class_id).result
    assert done.photos == 0
    with pytest.raises(PhotoRefused):
        desk.do(set_photo, student_id=ids[0], photo=photo, crop=None)
    assert sweep_unused(desk.vault) == 1
    assert photo_bytes(desk.vault, photo, large=True) is None
    said = photo_permissions.told_by(desk.vault, ids[0])
    assert [(each.answer, each.told_by) for each in said] == [(PhotoAnswer.NO, "zelf")]


def test_an_answer_that_is_taken_back_stays_known_and_the_photo_may_come_again(desk: Desk) -> None:
    _, ids = school_class(desk)
    for answer in (PhotoAnswer.YES, PhotoAnswer.NO, PhotoAnswer.UNKNOWN):
        desk.do(tell_photo, student_id=ids[0], answer=answer, on=TODAY)
    told = photo_permissions.told_by(desk.vault, ids[0])
    assert [each.answer.value for each in told] == ["yes", "no", "unknown"]
    assert photo_permissions.refusing(desk.vault) == frozenset()
    photo = keep_photo(desk.vault, StoredPhoto(b"large", b"small", 4, 5))
    desk.do(set_photo, student_id=ids[0], photo=photo, crop=None)
    known = students.student(desk.vault, ids[0])
    assert known
    assert known.photo == photo


def _everywhere(desk: Desk) -> str:
    """Whatever the store tells about a class, as one text."""
    vault = desk.vault
    (school,) = school_classes.all_classes(vault)
    told = (
        students.all_students(vault),
        students.all_students(vault, class_id=school.id),
        students.those(vault, map(StudentId, range(99))),
        contacts.private_texts_of(vault, map(ContactId, range(99))),
        attention(vault, school, today=TODAY, target_days=21),
        contacts.contacts_in_class(vault, school.id),
        contacts.last_contacts(vault, school.id),
        contacts.open_promises(vault),
        contacts.open_promises(vault, class_id=school.id),
        memories.memories(vault, direction=Direction.FACE_TO_NAME, class_id=school.id),
        search(vault, read_sought("Sanne"), people=roll(vault), scope=Scope()),
        search(vault, read_sought("stage"), people=roll(vault), scope=Scope()),
    )
    return repr(told)


def test_a_restricted_student_is_nowhere_until_it_is_lifted(desk: Desk) -> None:
    _, ids = school_class(desk)
    who = ids[0]
    alone = ContactDraft(student_ids=(who,), happened_on=TODAY, text="stage", follow_up=LATER)
    together = ContactDraft(student_ids=(who, ids[1]), happened_on=TODAY, text="project")
    desk.do(log_contact, drafts=[alone, together])
    before = _everywhere(desk)
    assert "Hoekstra" in before
    desk.do(restrict, student_id=who, on=TODAY, reason="klopt niet")
    hidden = _everywhere(desk)
    assert "Hoekstra" not in hidden
    assert "stage" not in hidden
    assert f"student_id={who}," not in hidden
    assert contacts.contacts_of(desk.vault, ids[1])[0].student_ids == (ids[1],)
    assert [each.reason for each in restrictions.open_restrictions(desk.vault)] == ["klopt niet"]
    desk.do(lift_restriction, student_id=who, on=LATER)
    assert _everywhere(desk) == before
    (ended,) = restrictions.restrictions_of(desk.vault, who)
    assert (ended.since, ended.lifted_on) == (TODAY, LATER)


def test_an_import_knows_a_restricted_student_and_makes_no_second_one(desk: Desk) -> None:
    from klasgenoot.domain.difference import difference
    from klasgenoot.domain.roster import RosterRow

    class_id, ids = school_class(desk)
    desk.do(restrict, student_id=ids[0], on=TODAY)
    known = students.all_students(desk.vault, class_id=class_id, with_restricted=True)
    row = RosterRow(given_name="Sanne", infix="", family_name="Hoekstra")
    assert not difference(known, (row,)).added


@pytest.mark.parametrize(
    ("on", "own_reminder", "kept"), [(TODAY, False, 0), (LATER, False, 1), (LATER, True, 0)]
)
def test_a_shared_note_that_is_changed_on_a_later_day_keeps_what_it_was(
    desk: Desk, *, on: date, own_reminder: bool, kept: int
) -> None:
    _, ids = school_class(desk)
    draft = ContactDraft(
        student_ids=(ids[0],), happened_on=TODAY, text="was boos", own_reminder=own_reminder
    )
    (contact_id,) = desk.do(log_contact, drafts=[draft]).result
    kind = ContactKind.TALK
    desk.do(
        edit_contact, contact_id=contact_id, happened_on=TODAY, kind=kind, text="was moe", on=on
    )
    found = second_thoughts.corrections_of(desk.vault, ids[0]).get(contact_id, ())
    assert [(each.text, each.corrected_on) for each in found] == [("was boos", on)] * kept


def test_only_making_a_note_a_reminder_is_no_correction(desk: Desk) -> None:
    _, ids = school_class(desk)
    draft = ContactDraft(student_ids=(ids[0],), happened_on=TODAY, text="kort")
    (contact_id,) = desk.do(log_contact, drafts=[draft]).result
    desk.do(
        edit_contact,
        contact_id=contact_id,
        happened_on=TODAY,
        kind=draft.kind,
        text="kort",
        own_reminder=True,
        on=LATER,
    )
    changed = contacts.contact(desk.vault, contact_id)
    assert changed
    assert changed.own_reminder
    assert second_thoughts.corrections_of(desk.vault, ids[0]) == {}


def test_a_view_stands_beside_a_contact_the_student_was_in(desk: Desk) -> None:
    _, ids = school_class(desk)
    draft = ContactDraft(student_ids=(ids[0],), happened_on=TODAY)
    (contact_id,) = desk.do(log_contact, drafts=[draft]).result
    desk.do(add_view, student_id=ids[0], on=TODAY, text=" zo was het ", contact_id=contact_id)
    desk.do(add_view, student_id=ids[0], on=LATER, text="over alles")
    views = second_thoughts.views_of(desk.vault, ids[0])
    assert [(view.text, view.contact_id) for view in views] == [
        ("zo was het", contact_id),
        ("over alles", None),
    ]
    with pytest.raises(Unknown):
        desk.do(add_view, student_id=ids[1], on=TODAY, text="ik ook", contact_id=contact_id)
    with pytest.raises(Missing):
        desk.do(add_view, student_id=ids[0], on=TODAY, text="  ")
