"""A target of one's own, in peace for a while, and how much there is to do in a week."""

from datetime import date, timedelta

import pytest

from builders import TODAY, school_class, student
from klasgenoot.domain.attention import Reason
from klasgenoot.domain.errors import Missing, TooLarge, Unknown
from klasgenoot.domain.periods import Period, PeriodId, PeriodKind
from klasgenoot.domain.snoozing import LONGEST_SNOOZE, SnoozeReason
from klasgenoot.domain.targets import Target, TargetFrom
from klasgenoot.operations.attention import end_snooze, set_target, snooze
from klasgenoot.operations.calendar import add_periods
from klasgenoot.operations.classes import plan_end
from klasgenoot.operations.contacts import ContactDraft, edit_contact, log_contact
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.export import everything_about
from klasgenoot.operations.overview import Attention, Workload, attention, workload
from klasgenoot.operations.students import add_student, remove_students
from klasgenoot.store import attention as stored
from klasgenoot.store import contacts, school_classes

FRIDAY = date(2026, 11, 6)


def log(desk: Desk, who: int, *, days: int, **changes: object) -> None:
    values: dict[str, object] = {"student_ids": (who,), "happened_on": TODAY - timedelta(days=days)}
    desk.do(log_contact, drafts=[ContactDraft(**(values | changes))])


def seen(desk: Desk, **changes: object) -> Attention:
    (school,) = school_classes.all_classes(desk.vault)
    return attention(desk.vault, school, **({"today": TODAY, "target_days": 21} | changes))


def reasons(desk: Desk, **changes: object) -> dict[int, Reason]:
    return {turn.student_id: turn.reason for turn in seen(desk, **changes).turns}


def test_an_own_target_holds_until_it_is_taken_away(desk: Desk) -> None:
    _, ids = school_class(desk, size=2)
    log(desk, ids[0], days=8)
    assert reasons(desk)[ids[0]] is Reason.ON_SCHEDULE
    desk.do(set_target, student_id=ids[0], days=7)
    turn = next(turn for turn in seen(desk).turns if turn.student_id == ids[0])
    assert (turn.reason, turn.target) == (Reason.LONG_AGO, Target(7, TargetFrom.OWN))
    desk.do(set_target, student_id=ids[0], days=None)
    assert stored.own_targets(desk.vault) == {}


@pytest.mark.parametrize("days", [0, -3, 400])
def test_a_target_is_a_number_of_days(desk: Desk, days: int) -> None:
    _, ids = school_class(desk, size=1)
    with pytest.raises(Unknown):
        desk.do(set_target, student_id=ids[0], days=days)


def test_a_care_tag_brings_somebody_nearer_and_three_tell_of_it(desk: Desk) -> None:
    _, ids = school_class(desk, size=2)
    for days in (8, 15, 22):
        log(desk, ids[0], days=days, tags=("zorg",))
        log(desk, ids[1], days=days, tags=("zorg",) if days == 22 else ())
    found = seen(desk)
    assert [turn.target.source for turn in found.turns] == [TargetFrom.CARE, TargetFrom.CARE]
    assert found.only_care == {ids[0]}
    log(desk, ids[1], days=1)
    assert seen(desk).turns[-1].target == Target(21)


def test_who_joins_late_is_new_for_four_weeks(desk: Desk) -> None:
    class_id, ids = school_class(desk, size=3)
    joined = TODAY - timedelta(days=10)
    late = desk.do(add_student, class_id=class_id, draft=student(4), joined=joined).result
    for who in ids:
        log(desk, who, days=1)
    turn = seen(desk).turns[0]
    assert (turn.student_id, turn.reason, turn.days) == (late, Reason.NEVER, 10)
    assert turn.target.source is TargetFrom.NEW


def test_somebody_is_put_off_and_comes_back(desk: Desk) -> None:
    _, ids = school_class(desk, size=2)
    desk.do(snooze, student_id=ids[0], on=TODAY, until=FRIDAY, reason=SnoozeReason.INTERNSHIP)
    assert reasons(desk) == {ids[0]: Reason.SNOOZED, ids[1]: Reason.NEVER}
    assert reasons(desk, today=FRIDAY)[ids[0]] is Reason.SNOOZED
    assert reasons(desk, today=FRIDAY + timedelta(days=1))[ids[0]] is Reason.NEVER
    desk.do(end_snooze, student_id=ids[0])
    assert reasons(desk)[ids[0]] is Reason.NEVER
    with pytest.raises(Unknown):
        desk.do(end_snooze, student_id=ids[0])


def test_what_is_over_goes_when_another_begins(desk: Desk) -> None:
    _, ids = school_class(desk, size=2)
    past = TODAY - timedelta(days=30)
    ill = SnoozeReason.ILL
    desk.do(snooze, student_id=ids[0], on=past, until=past + timedelta(days=7), reason=ill)
    desk.do(snooze, student_id=ids[1], on=TODAY, until=FRIDAY, reason=ill)
    assert [each.student_id for each in stored.snoozes(desk.vault)] == [ids[1]]


@pytest.mark.parametrize(
    ("changes", "trouble"),
    [
        ({"until": TODAY - timedelta(days=1)}, Unknown),
        ({"until": TODAY + timedelta(days=LONGEST_SNOOZE + 1)}, Unknown),
        ({"reason": SnoozeReason.OTHER, "text": "  "}, Missing),
        ({"text": "x" * 281}, TooLarge),
        ({"student_id": 999}, Unknown),
    ],
)
def test_a_snooze_has_an_end_and_a_reason(
    desk: Desk, changes: dict[str, object], trouble: type[Exception]
) -> None:
    _, ids = school_class(desk, size=1)
    values = {
        "student_id": ids[0], "on": TODAY, "until": FRIDAY, "reason": SnoozeReason.ILL
    }  # fmt: skip
    with pytest.raises(trouble):
        desk.do(snooze, **(values | changes))
    assert stored.snoozes(desk.vault) == ()


def test_what_is_set_goes_with_the_student(desk: Desk) -> None:
    class_id, ids = school_class(desk, size=2)
    desk.do(set_target, student_id=ids[0], days=7)
    desk.do(snooze, student_id=ids[0], on=TODAY, until=FRIDAY, reason=SnoozeReason.ILL)
    desk.do(remove_students, class_id=class_id, student_ids=ids[:1])
    assert (stored.own_targets(desk.vault), stored.snoozes(desk.vault)) == ({}, ())
    desk.undo()
    assert stored.own_targets(desk.vault) == {ids[0]: 7}


def test_what_is_set_leaves_with_all_of_it(desk: Desk) -> None:
    _, ids = school_class(desk, size=2)
    desk.do(set_target, student_id=ids[0], days=7)
    desk.do(snooze, student_id=ids[0], on=TODAY, until=FRIDAY, reason=SnoozeReason.RATHER_NOT)
    (school,) = school_classes.all_classes(desk.vault)
    told = [
        (each["own_target"], each["put_off"])
        for each in everything_about(desk.vault, school)["students"]
    ]
    put_off = {"since": TODAY, "until": FRIDAY, "reason": "rather_not", "text": ""}
    assert sorted(told, key=repr) == sorted([(7, put_off), (None, None)], key=repr)


def test_days_without_lessons_make_nobody_wait(desk: Desk) -> None:
    _, ids = school_class(desk, size=1)
    log(desk, ids[0], days=24)
    assert reasons(desk)[ids[0]] is Reason.LONG_AGO
    first, last = TODAY - timedelta(days=16), TODAY - timedelta(days=10)
    holiday = Period(
        id=PeriodId(0), kind=PeriodKind.HOLIDAY, name="herfst", first_on=first, last_on=last
    )
    desk.do(add_periods, drafts=[holiday])
    assert reasons(desk)[ids[0]] is Reason.ON_SCHEDULE
    assert seen(desk).turns[0].days == 17


def test_the_newest_contact_is_the_one_of_the_latest_day(desk: Desk) -> None:
    _, ids = school_class(desk, size=1)
    log(desk, ids[0], days=3, text="laatst")
    log(desk, ids[0], days=30, text="later geschreven")
    assert seen(desk).last[ids[0]].text == "laatst"
    first = seen(desk).last[ids[0]]
    desk.do(
        edit_contact, contact_id=first.id, happened_on=TODAY - timedelta(days=40),
        kind=first.kind, text=first.text, on=TODAY,
    )  # fmt: skip
    assert seen(desk).last[ids[0]].text == "later geschreven"
    desk.undo()
    assert seen(desk).last[ids[0]].text == "laatst"


def test_the_day_beside_each_student_is_that_of_the_contact(desk: Desk) -> None:
    _, ids = school_class(desk, size=3)
    desk.do(log_contact, drafts=[ContactDraft(student_ids=tuple(ids), happened_on=TODAY)])
    with desk.vault.journal.for_good():
        desk.vault.connection.execute(
            "INSERT INTO contacts (id, happened_on, kind, text)"
            " VALUES (77, '2026-10-01', 'mail', '')"
        )
        desk.vault.connection.execute(
            "INSERT INTO contact_students (contact_id, student_id) VALUES (77, ?)", (ids[0],)
        )
    apart = "SELECT count(*) FROM contact_students cs JOIN contacts c ON c.id = cs.contact_id"
    assert desk.vault.row(f"{apart} WHERE cs.happened_on <> c.happened_on") == (0,)
    (school,) = school_classes.all_classes(desk.vault)
    since = date(2026, 10, 1)
    counts = contacts.contact_counts(desk.vault, school.id, since=since)
    assert counts == {ids[0]: 2, ids[1]: 1, ids[2]: 1}
    found = contacts.contacts_in_class(desk.vault, school.id, since=since, until=since)
    assert [each.id for each in found] == [77]


def test_the_work_of_a_week_counts_everybody_once_and_only_in_classes_that_go_on(
    desk: Desk,
) -> None:
    class_id, ids = school_class(desk, size=4)
    ended, _ = school_class(desk, name="vorig jaar", size=3)
    desk.do(plan_end, class_id=ended, on=TODAY - timedelta(days=1))
    other, _ = school_class(desk, name="Minor", size=2)
    assert workload(desk.vault, today=TODAY) == Workload(students=6, own=(), flagged=0)
    desk.do(set_target, student_id=ids[0], days=14)
    log(desk, ids[0], days=2, tags=("zorg",))
    log(desk, ids[1], days=2, tags=("zorg",))
    assert workload(desk.vault, today=TODAY) == Workload(students=6, own=(14,), flagged=1)
    assert class_id != other
