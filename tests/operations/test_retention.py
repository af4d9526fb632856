"""What is past its term is offered by the end of its class, kept longer, or let go for good."""

from datetime import UTC, date, datetime, timedelta

import pytest

from builders import TODAY, content, school_class
from klasgenoot.domain.answering import Outcome
from klasgenoot.domain.memory import Direction, Rating
from klasgenoot.domain.month_round import WouldCome
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.retention import Held, Keeping
from klasgenoot.domain.settings import Settings
from klasgenoot.domain.snoozing import SnoozeReason
from klasgenoot.domain.verdict import Verdict
from klasgenoot.operations.absences import AbsenceDraft, note_absent
from klasgenoot.operations.attention import snooze
from klasgenoot.operations.classes import plan_end
from klasgenoot.operations.contacts import ContactDraft, keep_promise, log_contact
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.erasing import erase
from klasgenoot.operations.group_notes import note_group
from klasgenoot.operations.month_round import answer_month
from klasgenoot.operations.own_words import keep_own_words
from klasgenoot.operations.practice import answer_card
from klasgenoot.operations.retention import (
    believe_clock,
    is_clock_believed,
    keep_longer,
    look_at_clock,
    past_term,
    request_to_remove,
    terms_in,
)
from klasgenoot.operations.students import set_photo
from klasgenoot.operations.study_coach import note_consent, transfer_to_coach
from klasgenoot.operations.talk_rounds import start_talk_round, start_ten_days
from klasgenoot.store import contacts, group_notes, memories, students
from klasgenoot.store.photos import StoredPhoto, keep_photo
from klasgenoot.store.school_classes import all_classes

TERMS = terms_in(Settings())
END = date(2027, 8, 31)
"""The school year of the builders' class, which began on 1 September 2026."""


@pytest.fixture
def ids(desk: Desk) -> list[StudentId]:
    """A class with something of each kind, the last contact a reminder."""
    class_id, ids = school_class(desk)
    drafts = [
        ContactDraft(student_ids=(ids[0],), happened_on=TODAY, text="gesprek", follow_up=TODAY),
        ContactDraft(student_ids=(ids[1], ids[2]), happened_on=TODAY, text="samen"),
        ContactDraft(student_ids=(ids[1],), happened_on=TODAY, text="voor mijzelf"),
    ]
    *_, reminder = desk.do(log_contact, drafts=drafts).result
    with desk.vault.journal.for_good():
        desk.vault.table("contacts").update(reminder, {"own_reminder": 1})
    desk.do(note_group, class_id=class_id, on=TODAY, text="rustig")
    photo = keep_photo(desk.vault, StoredPhoto(b"large", b"small", 4, 5))
    desk.do(set_photo, student_id=ids[0], photo=photo, crop=None)
    desk.do(
        answer_card,
        student_id=ids[0],
        direction=Direction.FACE_TO_NAME,
        outcome=Outcome(verdict=Verdict.RIGHT, seconds=3.0),
        rating=Rating.GOOD,
        at=datetime(2026, 10, 29, 12, 0, tzinfo=UTC),
    )
    return ids


def shown(desk: Desk, today: date) -> dict[Keeping, int]:
    counts: dict[Keeping, int] = {}
    for each in past_term(desk.vault, terms=TERMS, today=today):
        counts[each.keeping] = counts.get(each.keeping, 0) + 1
    return counts


def test_nothing_is_shown_while_the_class_goes_on(desk: Desk, ids: list[StudentId]) -> None:
    assert shown(desk, TODAY) == {}
    assert shown(desk, END) == {}


def test_each_kind_is_shown_the_day_after_its_own_term(desk: Desk, ids: list[StudentId]) -> None:
    a_month, a_year = date(2027, 9, 30), date(2028, 8, 31)
    soon = {Keeping.REMINDERS: 1, Keeping.ANSWERS: 1, Keeping.PHOTOS: 1}
    assert shown(desk, a_month) == {}
    assert shown(desk, a_month + timedelta(days=1)) == soon
    assert shown(desk, a_year) == soon
    assert shown(desk, a_year + timedelta(days=1)) == soon | {
        Keeping.CONTACTS: 2,
        Keeping.PROMISES: 1,
        Keeping.GROUP_NOTES: 1,
    }


def test_the_end_that_the_teacher_set_counts(desk: Desk, ids: list[StudentId]) -> None:
    (class_id,) = students.classes_of(desk.vault, ids[0])
    desk.do(plan_end, class_id=class_id, on=date(2026, 10, 30))
    assert Keeping.PHOTOS in shown(desk, date(2026, 12, 1))


def test_who_is_in_a_class_that_goes_on_keeps_all(desk: Desk, ids: list[StudentId]) -> None:
    later, _ = school_class(desk, size=0, name="CMV-2A")
    with desk.vault.journal.for_good():
        for each in ids:
            students.enrol(desk.vault, class_id=later, student_id=each, joined=TODAY)
    desk.do(plan_end, class_id=later, on=date(2031, 1, 1))
    assert shown(desk, date(2030, 1, 1)) == {Keeping.GROUP_NOTES: 1}


def test_what_is_kept_longer_comes_back_after_that_day(desk: Desk, ids: list[StudentId]) -> None:
    today, until = date(2028, 10, 1), date(2029, 1, 1)
    things = past_term(desk.vault, terms=TERMS, today=today)
    desk.do(keep_longer, things=things, until=until)
    assert shown(desk, today) == {}
    assert shown(desk, until) == {}
    assert sum(shown(desk, until + timedelta(days=1)).values()) == len(things)
    desk.undo()
    assert len(past_term(desk.vault, terms=TERMS, today=today)) == len(things)


def only(things: tuple[Held, ...], *keepings: Keeping) -> list[Held]:
    return [each for each in things if each.keeping in keepings]


def test_what_is_let_go_is_gone_and_the_rest_stays(desk: Desk, ids: list[StudentId]) -> None:
    vault, today = desk.vault, date(2028, 10, 1)
    things = past_term(vault, terms=TERMS, today=today)
    goes = only(things, Keeping.REMINDERS, Keeping.PHOTOS, Keeping.ANSWERS, Keeping.GROUP_NOTES)
    erase(vault, request=request_to_remove(vault, goes, on=today))
    assert shown(desk, today) == {Keeping.CONTACTS: 2, Keeping.PROMISES: 1}
    assert [each.text for each in contacts.contacts_of(vault, ids[1])] == ["samen"]
    known = students.student(vault, ids[0])
    assert known
    assert known.photo is None
    assert vault.row("SELECT count(*) FROM photos") == (0,)
    assert memories.answers_of(vault, ids[0], direction=Direction.FACE_TO_NAME) == ()
    assert memories.memory(vault, ids[0], direction=Direction.FACE_TO_NAME) is None
    (class_id,) = students.classes_of(vault, ids[0])
    assert group_notes.notes_on(vault, class_id) == ()
    assert len(students.all_students(vault)) == 5


def test_a_kept_promise_has_its_term_from_when_it_was_kept(
    desk: Desk, ids: list[StudentId]
) -> None:
    (promise,) = contacts.promises_of(desk.vault, ids[0])
    desk.do(keep_promise, promise_id=promise.id, on=date(2028, 3, 1))
    assert Keeping.PROMISES not in shown(desk, date(2029, 3, 1))
    assert Keeping.PROMISES in shown(desk, date(2029, 3, 2))


def test_what_was_told_and_passed_on_has_terms_and_goes_for_good(
    desk: Desk, ids: list[StudentId]
) -> None:
    who, vault = ids[3], desk.vault
    desk.do(keep_own_words, student_id=who, text="eerst meekijken", told_on=TODAY)
    desk.do(note_consent, student_id=who, on=TODAY, is_yes=True)
    told = {"coach": "K. Vos", "text": "22 oktober: gesprek"}
    desk.do(transfer_to_coach, student_id=who, on=TODAY, **told)
    desk.do(answer_month, student_id=who, would_come=WouldCome.MAYBE, on=TODAY)
    a_month, a_year = date(2027, 10, 1), date(2028, 9, 1)
    assert shown(desk, a_month)[Keeping.TOLD] == 1
    assert Keeping.TRANSFERS not in shown(desk, a_month)
    things = past_term(vault, terms=TERMS, today=a_year)
    (told_of,) = only(things, Keeping.TOLD)
    assert (told_of.student_ids, told_of.count) == ((who,), 3)
    goes = only(things, Keeping.TOLD, Keeping.TRANSFERS)
    erase(vault, request=request_to_remove(vault, goes, on=a_year))
    left = content(vault)
    assert not any(left[table] for table in ("own_words", "consents", "transfers"))
    assert not left["month_answers"]
    assert len(students.all_students(vault)) == 5


def test_absences_put_offs_and_talks_have_a_term_and_go_for_good(
    desk: Desk, ids: list[StudentId]
) -> None:
    who, other, vault = ids[3], ids[4], desk.vault
    (class_id,) = (each.id for each in all_classes(vault))
    until = TODAY + timedelta(days=20)
    for each in (who, other):
        desk.do(snooze, student_id=each, on=TODAY, until=until, reason=SnoozeReason.ILL)
        desk.do(note_absent, drafts=[AbsenceDraft(student_ids=(each,), missed_on=TODAY)])
    desk.do(start_talk_round, class_id=class_id, weeks=2, minutes=5, on=TODAY)
    desk.do(start_ten_days, class_id=class_id, student_id=who, on=TODAY)
    assert Keeping.PLANNED not in shown(desk, date(2027, 9, 30))
    a_month = date(2027, 10, 1)
    assert shown(desk, a_month)[Keeping.PLANNED] == 5
    things = only(past_term(vault, terms=TERMS, today=a_month), Keeping.PLANNED)
    goes = [each for each in things if each.student_ids == (who,)]
    assert [each.count for each in goes] == [4]
    erase(vault, request=request_to_remove(vault, goes, on=a_month))
    for table in ("snoozes", "absences"):
        assert vault.rows(f"SELECT student_id FROM {table}") == [(other,)]
    assert len(vault.rows("SELECT id FROM round_talks")) == 4
    assert vault.rows("SELECT id FROM round_talks WHERE student_id = ?", (who,)) == []
    assert vault.rows("SELECT student_id FROM talk_rounds") == [(None,)]


def test_the_clock_is_remembered_and_a_leap_is_noticed(desk: Desk, ids: list[StudentId]) -> None:
    now = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
    assert not look_at_clock(desk.vault, now)
    for hours in (20, 40, 60):
        believed = look_at_clock(desk.vault, now + timedelta(hours=hours))
    assert believed
    later = now + timedelta(days=400)
    assert not look_at_clock(desk.vault, later)
    assert not is_clock_believed(desk.vault, later)
    believe_clock(desk.vault, later)
    assert is_clock_believed(desk.vault, later)


def test_a_clock_behind_the_data_is_never_believed(desk: Desk, ids: list[StudentId]) -> None:
    before = datetime(2026, 10, 1, 9, 0, tzinfo=UTC)
    believe_clock(desk.vault, before)
    assert not look_at_clock(desk.vault, before + timedelta(hours=1))


def test_looking_at_the_clock_is_no_reason_for_a_backup(desk: Desk, ids: list[StudentId]) -> None:
    from klasgenoot.store.content import fingerprint

    before = fingerprint(desk.vault.connection)
    look_at_clock(desk.vault, datetime(2026, 11, 1, 9, 0, tzinfo=UTC))
    assert fingerprint(desk.vault.connection) == before
