"""A few terms of the simulation: nobody is left out by the rule, and by chance many are.

`python benchmarks/contact/fairness.py` does 300 of each (docs/attention-simulation.md).
"""

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

FOLDER = Path(__file__).parents[2] / "benchmarks" / "contact"
CASES = ((28, 3), (28, 6), (60, 3), (60, 6))


@pytest.fixture(scope="module")
def simulation() -> ModuleType:
    """The benchmark, which stands in no package."""
    sys.path.insert(0, str(FOLDER))
    try:
        return import_module("fairness")
    finally:
        sys.path.remove(str(FOLDER))


@pytest.mark.parametrize(("students", "talks"), CASES)
def test_nobody_is_left_out(simulation: ModuleType, students: int, talks: int) -> None:
    way = simulation.our_rule
    terms = [simulation.term(way, students=students, talks=talks, seed=seed) for seed in range(6)]
    assert simulation.holds(terms, students=students, talks=talks)
    assert max(each.never for each in terms) == 0


def test_by_chance_the_quiet_ones_are_left_out(simulation: ModuleType) -> None:
    term = simulation.term(simulation.by_chance, students=28, talks=6, seed=1)
    assert term.never > 0
    assert term.flagged > simulation.LONGEST_GAP
    assert not simulation.holds([term], students=28, talks=6)
