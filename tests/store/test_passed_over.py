"""Is it kept for one day who is passed over, and is nothing left of it afterwards?"""

from datetime import timedelta

from builders import TODAY
from klasgenoot.domain.people import StudentId
from klasgenoot.store.database import Vault
from klasgenoot.store.passed_over import forget_passed_over, pass_over, passed_over

ONE, OTHER = StudentId(3), StudentId(12)
TOMORROW = TODAY + timedelta(days=1)


def rows(vault: Vault) -> list[object]:
    return [tuple(row) for row in vault.rows("SELECT * FROM settings WHERE name = 'passed over'")]


def test_it_holds_for_the_day_alone(vault: Vault) -> None:
    assert passed_over(vault, on=TODAY) == frozenset()
    pass_over(vault, {ONE}, on=TODAY)
    pass_over(vault, {ONE, OTHER}, on=TODAY)
    assert passed_over(vault, on=TODAY) == {ONE, OTHER}
    assert passed_over(vault, on=TOMORROW) == frozenset()
    pass_over(vault, {OTHER}, on=TOMORROW)
    assert passed_over(vault, on=TOMORROW) == {OTHER}


def test_nothing_is_left_of_an_earlier_day(vault: Vault) -> None:
    forget_passed_over(vault, before=TODAY)
    pass_over(vault, {ONE}, on=TODAY)
    forget_passed_over(vault, before=TODAY)
    assert rows(vault)
    forget_passed_over(vault, before=TOMORROW)
    assert rows(vault) == []
