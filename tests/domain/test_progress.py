"""No trend is told from too little, and a forecast says how far it can be off."""

from datetime import date
from math import sqrt

from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.progress import ENOUGH_ASKED, ENOUGH_SWEEPS, comparable, give_or_take
from klasgenoot.domain.sweep import SweepResult

asked = st.integers(0, 40)


def sweeps(counts: list[int]) -> list[SweepResult]:
    day = date(2026, 9, 1)
    return [SweepResult(taken_on=day, known=0, asked=count, seconds=60) for count in counts]


@given(st.lists(asked, max_size=8))
def test_only_three_sweeps_of_ten_faces_or_more_are_held_side_by_side(counts: list[int]) -> None:
    found = comparable(sweeps(counts))
    large = [count for count in counts if count >= ENOUGH_ASKED]
    assert [sweep.asked for sweep in found] == (large if len(large) >= ENOUGH_SWEEPS else [])


def test_what_is_sure_is_not_off_and_a_coin_is_most() -> None:
    assert give_or_take(0, total=28) == give_or_take(28, total=28) == give_or_take(0, total=0) == 0
    assert give_or_take(14, total=28) == 3
    assert give_or_take(82, total=84) == 2


@given(st.lists(st.floats(0, 1), min_size=1, max_size=90))
def test_chances_that_differ_are_never_further_off_than_that(chances: list[float]) -> None:
    spread = sqrt(sum(chance * (1 - chance) for chance in chances))
    assert spread <= give_or_take(sum(chances), total=len(chances)) + 1e-6
