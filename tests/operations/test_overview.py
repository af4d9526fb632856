"""What do the records say about a class? Several tables in one answer."""

from datetime import datetime, timedelta

import sqlcipher3.dbapi2 as driver

from builders import TODAY, school_class
from klasgenoot.domain.answering import Outcome
from klasgenoot.domain.attention import Reason
from klasgenoot.domain.memory import Direction, Rating
from klasgenoot.domain.verdict import Verdict
from klasgenoot.operations.contacts import ContactDraft, log_contact
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.group_notes import note_group
from klasgenoot.operations.overview import DECIDE_TURNS, attention, class_evidence
from klasgenoot.operations.practice import answer_card
from klasgenoot.store import school_classes
from klasgenoot.store.schema import JOURNALLED


def test_who_was_not_seen_comes_before_who_was(desk: Desk) -> None:
    _, ids = school_class(desk)
    for who, days in ((ids[0], 3), (ids[1], 40)):
        day = TODAY - timedelta(days=days)
        draft = ContactDraft(student_ids=(who,), happened_on=day, text=f"{days} dagen")
        desk.do(log_contact, drafts=[draft])
    (school,) = school_classes.all_classes(desk.vault)
    seen = attention(desk.vault, school, today=TODAY, target_days=21)
    assert set(seen.students) == set(ids)
    assert {turn.student_id for turn in seen.turns} == set(ids)
    assert seen.turns[-1].student_id == ids[0]
    assert seen.turns[-1].reason is Reason.ON_SCHEDULE
    assert {who: contact.text for who, contact in seen.last.items()} == {
        ids[0]: "3 dagen",
        ids[1]: "40 dagen",
    }


def test_contact_with_somebody_of_another_class_does_not_count_here(desk: Desk) -> None:
    school_class(desk, size=1)
    _, others = school_class(desk, name="Minor", size=1)
    desk.do(log_contact, drafts=[ContactDraft(student_ids=(others[0],), happened_on=TODAY)])
    first, _ = school_classes.all_classes(desk.vault)
    assert attention(desk.vault, first, today=TODAY, target_days=21).last == {}


def test_the_guide_is_told_what_the_records_show(desk: Desk, now: datetime) -> None:
    class_id, ids = school_class(desk)
    desk.do(
        answer_card,
        student_id=ids[0],
        direction=Direction.FACE_TO_NAME,
        outcome=Outcome(verdict=Verdict.RIGHT),
        rating=Rating.EASY,
        at=now,
    )
    desk.do(note_group, class_id=class_id, on=TODAY, text="rustiger")
    (school,) = school_classes.all_classes(desk.vault)
    told = class_evidence(desk.vault, school, members=ids, now=now)
    assert {1, 2, 6} <= set(told)


def test_the_tables_to_watch_for_a_turn_are_those_that_it_is_read_from(desk: Desk) -> None:
    school_class(desk, size=2)
    (school,) = school_classes.all_classes(desk.vault)
    read: set[str] = set()

    def note(action: int, table: str | None, *_rest: object) -> int:
        if action == driver.SQLITE_READ and table in JOURNALLED:
            read.add(table)
        return driver.SQLITE_OK

    desk.vault.connection.set_authorizer(note)
    try:
        attention(desk.vault, school, today=TODAY, target_days=21)
    finally:
        desk.vault.connection.set_authorizer(None)
    assert read | {"school_classes"} == DECIDE_TURNS  # the class itself comes as an argument
