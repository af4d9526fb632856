"""A round of talks, deed by deed."""

from datetime import date, timedelta

import pytest

from builders import TODAY, school_class, student
from klasgenoot.domain.contact import ContactKind
from klasgenoot.domain.errors import Missing, TooManyAtOnce, Unknown
from klasgenoot.domain.people import ClassId, StudentId
from klasgenoot.domain.talk_round import TEN_DAYS, RoundId, TalkState
from klasgenoot.operations.contacts import ContactDraft, log_contact, remove_contact
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.students import add_student, remove_students
from klasgenoot.operations.talk_rounds import (
    end_talk_round,
    hold_talk,
    leave_out_of_round,
    move_talk,
    start_talk_round,
    start_ten_days,
    take_back_in_round,
)
from klasgenoot.store import talk_rounds
from klasgenoot.store.contacts import contacts_of


def begun(desk: Desk, *, weeks: int = 3) -> tuple[ClassId, list[StudentId], RoundId]:
    class_id, ids = school_class(desk)
    done = desk.do(start_talk_round, class_id=class_id, weeks=weeks, minutes=5, on=TODAY)
    return class_id, ids, done.result


def states(desk: Desk, round_id: RoundId) -> dict[StudentId, TalkState]:
    return {talk.student_id: talk.state for talk in talk_rounds.talks_of(desk.vault, round_id)}


def test_who_was_seen_lately_comes_last(desk: Desk) -> None:
    class_id, ids = school_class(desk)
    draft = ContactDraft(student_ids=(ids[0],), happened_on=TODAY)
    desk.do(log_contact, drafts=[draft])

    round_id = desk.do(start_talk_round, class_id=class_id, weeks=3, minutes=5, on=TODAY).result

    order = [talk.student_id for talk in talk_rounds.talks_of(desk.vault, round_id)]
    assert order[-1] == ids[0]
    assert sorted(order) == sorted(ids)
    known = talk_rounds.round_of(desk.vault, class_id)
    assert known is not None
    assert known.per_week == 2


def test_another_round_ends_the_one_before_and_a_class_without_students_has_none(
    desk: Desk,
) -> None:
    class_id, _, first = begun(desk)
    second = desk.do(start_talk_round, class_id=class_id, weeks=1, minutes=5, on=TODAY).result

    before = talk_rounds.talk_round(desk.vault, first)
    assert before is not None
    assert before.ended_on == TODAY
    known = talk_rounds.round_of(desk.vault, class_id)
    assert known is not None
    assert known.id == second
    empty, _ = school_class(desk, size=0, name="leeg")
    with pytest.raises(Missing):
        desk.do(start_talk_round, class_id=empty, weeks=1, minutes=5, on=TODAY)


def test_a_talk_is_one_deed_with_the_contact_of_it(desk: Desk) -> None:
    _, ids, round_id = begun(desk)
    steps = len(desk.vault.journal.done)
    desk.do(hold_talk, round_id=round_id, student_id=ids[0], on=TODAY, text=" nieuwe kamer ")

    assert len(desk.vault.journal.done) == steps + 1
    (contact,) = contacts_of(desk.vault, ids[0])
    assert (contact.kind, contact.text) == (ContactKind.TALK, "nieuwe kamer")
    assert states(desk, round_id)[ids[0]] is TalkState.HELD
    desk.undo()
    assert contacts_of(desk.vault, ids[0]) == ()
    assert states(desk, round_id)[ids[0]] is TalkState.AHEAD


def test_who_joined_later_can_be_spoken_with_moved_and_left_out(desk: Desk) -> None:
    class_id, _, round_id = begun(desk)
    new = desk.do(add_student, class_id=class_id, draft=student(2), joined=TODAY).result
    assert new not in states(desk, round_id)

    desk.do(move_talk, round_id=round_id, student_id=new, planned=(), up_to=())
    assert states(desk, round_id)[new] is TalkState.AHEAD
    desk.do(leave_out_of_round, round_id=round_id, student_id=new)
    assert states(desk, round_id)[new] is TalkState.LEFT_OUT
    desk.do(take_back_in_round, round_id=round_id, student_id=new)
    assert talk_rounds.talks_of(desk.vault, round_id)[-1].student_id == new
    desk.do(hold_talk, round_id=round_id, student_id=new, on=TODAY)
    with pytest.raises(Unknown):
        desk.do(move_talk, round_id=round_id, student_id=new, planned=(), up_to=())
    with pytest.raises(Unknown):
        desk.do(take_back_in_round, round_id=round_id, student_id=new)


def test_ten_days_go_with_two_students_at_most_and_end_by_themselves(desk: Desk) -> None:
    class_id, ids = school_class(desk)
    first = desk.do(start_ten_days, class_id=class_id, student_id=ids[0], on=TODAY).result
    desk.do(start_ten_days, class_id=class_id, student_id=ids[1], on=TODAY)
    again = desk.do(start_ten_days, class_id=class_id, student_id=ids[0], on=TODAY).result
    assert again == first
    with pytest.raises(TooManyAtOnce):
        desk.do(start_ten_days, class_id=class_id, student_id=ids[2], on=TODAY)

    for number in range(TEN_DAYS):
        day = TODAY + timedelta(days=number)
        desk.do(hold_talk, round_id=first, student_id=ids[0], on=day)
    known = talk_rounds.talk_round(desk.vault, first)
    assert known is not None
    assert known.ended_on == TODAY + timedelta(days=TEN_DAYS - 1)
    assert {each.kind for each in contacts_of(desk.vault, ids[0])} == {ContactKind.BRIEF}
    desk.do(start_ten_days, class_id=class_id, student_id=ids[2], on=TODAY)


def test_what_is_of_a_student_goes_with_them(desk: Desk) -> None:
    class_id, ids, round_id = begun(desk)
    desk.do(start_ten_days, class_id=class_id, student_id=ids[0], on=TODAY)
    desk.do(remove_students, class_id=class_id, student_ids=[ids[0]])

    assert ids[0] not in states(desk, round_id)
    assert talk_rounds.ten_days_going_on(desk.vault) == ()


def test_a_round_that_is_not_there_is_said(desk: Desk) -> None:
    with pytest.raises(Unknown):
        desk.do(end_talk_round, round_id=RoundId(7), on=date(2026, 11, 1))


def test_a_talk_that_is_logged_is_held_in_the_round_and_undone_with_it(desk: Desk) -> None:
    _, ids, round_id = begun(desk)
    talk = ContactDraft(student_ids=(ids[0],), happened_on=TODAY, kind=ContactKind.TALK)
    desk.do(log_contact, drafts=[talk])
    assert states(desk, round_id)[ids[0]] is TalkState.HELD
    (logged,) = contacts_of(desk.vault, ids[0])
    kept = talk_rounds.talks_of(desk.vault, round_id)
    assert {each.contact_id for each in kept if each.held_on} == {logged.id}
    desk.undo()
    assert set(states(desk, round_id).values()) == {TalkState.AHEAD}


def test_a_talk_with_who_joined_later_is_held_in_the_round_too(desk: Desk) -> None:
    class_id, _, round_id = begun(desk)
    new = desk.do(add_student, class_id=class_id, draft=student(2), joined=TODAY).result
    talk = ContactDraft(student_ids=(new,), happened_on=TODAY, kind=ContactKind.TALK)
    desk.do(log_contact, drafts=[talk])
    assert states(desk, round_id)[new] is TalkState.HELD
    desk.undo()
    assert new not in states(desk, round_id)


def test_a_talk_is_to_come_again_once_its_contact_is_removed(desk: Desk) -> None:
    _, ids, round_id = begun(desk)
    before = talk_rounds.talks_of(desk.vault, round_id)
    talk = ContactDraft(student_ids=(ids[0],), happened_on=TODAY, kind=ContactKind.TALK)
    (logged,) = desk.do(log_contact, drafts=[talk]).result
    desk.do(remove_contact, contact_id=logged)
    assert talk_rounds.talks_of(desk.vault, round_id) == before
    desk.undo()
    assert states(desk, round_id)[ids[0]] is TalkState.HELD


def test_what_is_no_talk_with_one_student_since_the_round_began_holds_none(desk: Desk) -> None:
    _, ids, round_id = begun(desk)
    desk.do(leave_out_of_round, round_id=round_id, student_id=ids[3])
    before = states(desk, round_id)
    desk.do(
        log_contact,
        drafts=[
            ContactDraft(student_ids=(ids[0],), happened_on=TODAY, kind=ContactKind.BRIEF),
            ContactDraft(student_ids=tuple(ids[:2]), happened_on=TODAY, kind=ContactKind.TALK),
            ContactDraft(
                student_ids=(ids[2],),
                happened_on=TODAY - timedelta(days=1),
                kind=ContactKind.TALK,
            ),
            ContactDraft(student_ids=(ids[3],), happened_on=TODAY, kind=ContactKind.TALK),
            ContactDraft(
                student_ids=(ids[4],), happened_on=TODAY, kind=ContactKind.TALK, own_reminder=True
            ),
        ],
    )
    assert states(desk, round_id) == before
