"""What does a year at a Dutch hogeschool usually look like? A first guess, to be put right.

Every school sets its own days, and regions have their holidays in other weeks. So this is nothing
that is known, but something to begin with: four blocks of about ten weeks, exams in the last week
of each, and holidays in the weeks in which most schools have them.
"""

from datetime import date, timedelta

from klasgenoot.domain.periods import Period, PeriodId, PeriodKind
from klasgenoot.domain.weeks import monday_of

_BEGINS_IN_WEEK = 36
_HALF_YEAR = 7
"""A school year is filled in from July on for the year that begins then."""


def school_year_at(day: date) -> int:
    """In which year the school year began that a day belongs to, or is about to."""
    return day.year if day.month >= _HALF_YEAR else day.year - 1


def usual_year(year: int, *, names: dict[str, str]) -> tuple[Period, ...]:
    """The blocks, holidays and exam weeks of the school year that begins in `year`, by first day.

    Args:
        year: in which it begins.
        names: what to call them: block ("Block {number}"), exams ("Exams {number}"), autumn,
            christmas, spring, may and summer.
    """
    after = year + 1
    christmas = monday_of(date(year, 12, 25))
    may = monday_of(date(after, 4, 27))
    starts = [_monday(year, week) for week in (_BEGINS_IN_WEEK, 46)]
    starts += [_monday(after, week) for week in (6, 17)]
    summer = _monday(after, 28)
    ends = [start - timedelta(days=1) for start in (*starts[1:], summer)]
    found = [
        _period(PeriodKind.HOLIDAY, names["autumn"], _monday(year, 43), weeks=1),
        _period(PeriodKind.HOLIDAY, names["christmas"], christmas, weeks=2),
        _period(PeriodKind.HOLIDAY, names["spring"], _monday(after, 8), weeks=1),
        _period(PeriodKind.HOLIDAY, names["may"], may, weeks=1),
        _period(PeriodKind.HOLIDAY, names["summer"], summer, weeks=7),
    ]
    for number, (first, last) in enumerate(zip(starts, ends, strict=True), start=1):
        name = names["block"].format(number=number)
        found.append(_made(PeriodKind.BLOCK, name, first, last))
        exams = last - timedelta(days=6)
        name = names["exams"].format(number=number)
        found.append(_made(PeriodKind.EXAMS, name, exams, exams + timedelta(days=4)))
    return tuple(sorted(found, key=lambda each: (each.first_on, each.last_on)))


def _period(kind: PeriodKind, name: str, monday: date, *, weeks: int) -> Period:
    return _made(kind, name, monday, monday + timedelta(weeks=weeks, days=-1))


def _made(kind: PeriodKind, name: str, first: date, last: date) -> Period:
    return Period(id=PeriodId(0), kind=kind, name=name, first_on=first, last_on=last)


def _monday(year: int, week: int) -> date:
    return date.fromisocalendar(year, week, 1)
