"""Consent: the last answer counts, whatever the order in which it was noted."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as some

from klasgenoot.domain.people import StudentId
from klasgenoot.domain.study_coach import Consent, ConsentId, Transfer, TransferId, is_allowed

WHO = StudentId(1)
DAY = date(2026, 10, 29)


def consent(number: int, day: date, *, is_yes: bool) -> Consent:
    return Consent(id=ConsentId(number), student_id=WHO, said_on=day, is_yes=is_yes)


def test_who_was_never_asked_has_not_agreed() -> None:
    assert not is_allowed([])


@given(some.lists(some.tuples(some.integers(0, 9), some.booleans()), min_size=1), some.randoms())
def test_the_answer_of_the_last_day_counts_in_any_order(
    said: list[tuple[int, bool]], dice: object
) -> None:
    answers = [
        consent(number, DAY + timedelta(days=days), is_yes=is_yes)
        for number, (days, is_yes) in enumerate(said)
    ]
    last = max(range(len(said)), key=lambda number: (said[number][0], number))
    dice.shuffle(answers)
    assert is_allowed(answers) is said[last][1]


def test_a_transfer_is_open_until_the_teacher_asked_after_it() -> None:
    def made(**days: date) -> Transfer:
        return Transfer(
            id=TransferId(1), student_id=WHO, made_on=DAY, coach="K. Vos", text="feiten", **days
        )

    assert not made().is_open
    assert made(return_on=DAY).is_open
    assert not made(return_on=DAY, done_on=DAY).is_open
