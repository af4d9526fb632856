"""Ten days that are complete: said for a week, with what is next, until something came after."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from builders import TODAY, content, school_class
from klasgenoot.domain.people import ClassId, StudentId
from klasgenoot.domain.talk_round import SAID_FOR, TEN_DAYS, RoundId
from klasgenoot.operations.contacts import ContactDraft, keep_promise, log_contact
from klasgenoot.operations.promises import make_promise
from klasgenoot.operations.rights import restrict
from klasgenoot.operations.talk_rounds import end_talk_round, hold_talk, start_ten_days
from klasgenoot.store import contacts
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.student import StudentViewModel
from klasgenoot.viewmodels.target import PROMISE, PageId, Target
from klasgenoot.viewmodels.ten_days import TenDaysViewModel
from klasgenoot.viewmodels.ten_days_over import ten_days_over


@pytest.fixture
def there(session: Session) -> tuple[ClassId, list[StudentId]]:
    return school_class(session.desk)


def held(session: Session, class_id: ClassId, who: StudentId, *, last: date, days: int) -> RoundId:
    """So many of ten days with somebody, the last on a day."""
    begun = last - timedelta(days=days - 1)
    round_id = session.do(start_ten_days, class_id=class_id, student_id=who, on=begun)
    for day in range(days):
        on = begun + timedelta(days=day)
        session.do(hold_talk, round_id=round_id, student_id=who, on=on)
    return RoundId(round_id)


def names(session: Session) -> list[str]:
    return [row.student.name for row in ten_days_over(session)]


def test_the_tenth_day_says_that_they_are_complete_and_leads_to_a_promise(
    session: Session, there: tuple[ClassId, list[StudentId]]
) -> None:
    class_id, (who, other, *_) = there
    held(session, class_id, who, last=TODAY - timedelta(days=1), days=TEN_DAYS - 1)
    shown = TenDaysViewModel(session)
    assert shown.over == ()
    before = content(session.vault)
    shown.hold(shown.rows[0])
    (row,) = shown.over
    assert row.heading == "Ten days with Sanne are complete."
    assert row.target == Target(PageId.STUDENT, student=who, act=PROMISE)
    assert shown.rows == ()
    assert ten_days_over(session, only=other) == ()
    session.undo()
    assert shown.over == ()
    assert content(session.vault) == before
    session.redo()
    assert names(session) == ["Sanne"]


@pytest.mark.parametrize(("ago", "is_said"), [(SAID_FOR, True), (SAID_FOR * 2, False)])
def test_it_is_said_for_a_week(
    session: Session,
    there: tuple[ClassId, list[StudentId]],
    ago: timedelta,
    is_said: bool,  # noqa: FBT001 - a parameter
) -> None:
    class_id, (who, *_) = there
    held(session, class_id, who, last=TODAY - ago, days=TEN_DAYS)
    assert bool(names(session)) is is_said


def stopped(session: Session, class_id: ClassId, who: StudentId) -> None:
    round_id = held(session, class_id, who, last=TODAY, days=4)
    session.do(end_talk_round, round_id=round_id, on=TODAY)


def spoken_after(session: Session, class_id: ClassId, who: StudentId) -> None:
    held(session, class_id, who, last=TODAY - timedelta(days=1), days=TEN_DAYS)
    session.do(log_contact, drafts=[ContactDraft(student_ids=(who,), happened_on=TODAY)])


def promised(session: Session, class_id: ClassId, who: StudentId) -> None:
    held(session, class_id, who, last=TODAY, days=TEN_DAYS)
    session.do(make_promise, student_id=who, text="vragen hoe het gaat", due_on=TODAY)


def begun_anew(session: Session, class_id: ClassId, who: StudentId) -> None:
    held(session, class_id, who, last=TODAY, days=TEN_DAYS)
    session.do(start_ten_days, class_id=class_id, student_id=who, on=TODAY)


def restricted(session: Session, class_id: ClassId, who: StudentId) -> None:
    held(session, class_id, who, last=TODAY, days=TEN_DAYS)
    session.do(restrict, student_id=who, on=TODAY, reason="")


@pytest.mark.parametrize(
    "happens", [stopped, spoken_after, promised, begun_anew, restricted], ids=lambda f: f.__name__
)
def test_nothing_is_said_where_something_else_came_of_it(
    session: Session,
    there: tuple[ClassId, list[StudentId]],
    happens: Callable[[Session, ClassId, StudentId], None],
) -> None:
    class_id, (who, *_) = there
    happens(session, class_id, who)
    assert names(session) == []


def test_a_promise_of_another_or_one_that_was_kept_does_not_count(
    session: Session, there: tuple[ClassId, list[StudentId]]
) -> None:
    class_id, (who, other, *_) = there
    session.do(make_promise, student_id=who, text="mailen", due_on=TODAY)
    session.do(make_promise, student_id=other, text="mailen", due_on=TODAY)
    held(session, class_id, who, last=TODAY, days=TEN_DAYS)
    (mine,) = contacts.open_promises(session.vault, student_id=who)
    assert names(session) == []
    session.do(keep_promise, promise_id=mine.id, on=TODAY)
    assert names(session) == ["Sanne"]


def test_the_page_of_the_student_says_so_and_when_it_was(
    session: Session, there: tuple[ClassId, list[StudentId]]
) -> None:
    class_id, (who, *_) = there
    last = TODAY - timedelta(days=2)
    held(session, class_id, who, last=last, days=TEN_DAYS)
    shown = StudentViewModel(session)
    shown.open(who)
    assert len(shown.ten_days_over) == 1
    assert [(each.heading, each.text, each.on) for each in shown.moments] == [
        ("ten days complete", "10 of 10", last)
    ]
