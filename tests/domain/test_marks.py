"""Marks stay out of a list, whatever the gradebook calls them; what is none stays in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.columns import forbidden_columns
from klasgenoot.domain.marks import holds_marks

MARKS = ["7,5", "8", "6.2", "10"]


@pytest.mark.parametrize(
    "name",
    [
        "Opdracht 1 (101)",
        "Current Score",
        "Unposted Final Grade",
        "Toets 1 Points Grade <Numeric MaxPoints:10 Weight:5>",
        "End-of-Line Indicator",
        "Quiz 1 [Total Pts: 10 Score] |123",
        "Opdracht: Essay (Punten)",
        "Eindcijfer",
        "Deelcijfer toets 2",
        "Grade",
        "Tentamen 2",
    ],
)
def test_a_column_named_after_a_mark_is_one(name: str):
    assert holds_marks(name, MARKS)
    assert holds_marks(name, [])
    assert forbidden_columns(["Naam", name], [["Sanne Bos", mark] for mark in MARKS]) == {1}


@pytest.mark.parametrize("values", [MARKS, ["80 %", "75 %", "90 %", "100 %"], ["8/10", "9/10"] * 2])
def test_marks_are_told_without_a_name(values: list[str]):
    assert holds_marks("Kolom C", values)


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("Project (2025)", ["Waterschap", "Bibliotheek", "Waterschap", "Museum"]),
        ("Result", ["Sanne Bos", "Milan Kok", "Noor Smit", "Zoë Vos"]),
        ("Team", ["1", "2", "3", "1"]),
        ("Leerjaar", ["1", "2", "1", "2"]),
        ("Volgnr", ["1", "2", "3", "4"]),
        ("Versie", ["1.2", "1.3"]),
        ("Lokaal", ["H1.20", "H1.21", "H2.04", "H2.05"]),
    ],
)
def test_what_is_no_mark_stays(name: str, values: list[str]):
    assert not holds_marks(name, values)


@pytest.mark.parametrize("name", ["Klas (2025)", "Studentnummer (12)", "Groep"])
def test_a_column_that_is_known_is_not_asked(name: str):
    rows = [["Sanne Bos", value] for value in ("7", "8", "7", "8")]
    assert forbidden_columns(["Naam", name], rows) == frozenset()


@given(st.text(max_size=60), st.lists(st.text(min_size=1, max_size=20), max_size=20))
def test_any_column_gets_an_answer(name: str, values: list[str]):
    assert holds_marks(name, values) in {True, False}
