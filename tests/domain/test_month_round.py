"""The monthly round: one answer a month, the newest counts, and who is left is told in order."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as some

from klasgenoot.domain.month_round import (
    MonthAnswer,
    WouldCome,
    month_of,
    newest_by_student,
    still_to_ask,
    those_who,
)
from klasgenoot.domain.people import StudentId

OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)
IDS = tuple(StudentId(number) for number in (3, 1, 2))


def said(who: int, month: date, would_come: WouldCome) -> MonthAnswer:
    return MonthAnswer(
        student_id=StudentId(who), month=month, answered_on=month, would_come=would_come
    )


@given(some.dates())
def test_a_month_is_its_first_day(day: date) -> None:
    month = month_of(day)
    assert (month.year, month.month, month.day) == (day.year, day.month, 1)
    assert month_of(month) == month


@given(some.permutations([OCTOBER, NOVEMBER, date(2026, 9, 1)]))
def test_the_newest_month_counts_in_any_order(months: list[date]) -> None:
    answers = [
        said(1, month, WouldCome.YES if month == NOVEMBER else WouldCome.NO) for month in months
    ]
    assert newest_by_student(answers)[StudentId(1)].would_come is WouldCome.YES


def test_who_would_not_come_and_who_is_left_stand_in_the_order_of_the_class() -> None:
    newest = newest_by_student([said(1, NOVEMBER, WouldCome.NO), said(3, OCTOBER, WouldCome.NO)])
    assert those_who(IDS, newest, would_come=WouldCome.NO) == (3, 1)
    assert still_to_ask(IDS, newest, month=NOVEMBER) == (3, 2)
