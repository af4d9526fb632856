"""Events held against classes; holidays, exams and blocks told apart; no name taken in."""

from dataclasses import replace
from datetime import date, time

import pytest

from builders import student
from klasgenoot.domain.people import ClassId
from klasgenoot.domain.periods import PeriodKind
from klasgenoot.domain.timetable import (
    Happening,
    Titled,
    classes_in,
    names_of,
    period_in,
    subject_of,
    title_key,
    unknown_titles,
)

CLASSES = {ClassId(1): "CMV-1B", ClassId(2): "CMV-1", ClassId(3): "COM 1C"}
DAY = date(2026, 10, 29)
LESSON = Happening(
    uid="1",
    title="",
    detail="",
    place="",
    on=DAY,
    starts=time(9),
    ends=time(10),
    last_on=DAY,
)
NAMES = names_of([student(0), student(1), student(4)])


@pytest.mark.parametrize(
    ("title", "detail", "classes"),
    [
        ("CMV-1B Ontwerpen", "", [1]),
        ("ontwerpen (cmv1b)", "", [1]),
        ("Ontwerpen CMV 1B", "", [1]),
        ("Hoorcollege CMV-1B, COM1C", "", [1, 3]),
        ("Ontwerpen", "Groep: CMV-1B\nDocent", [1]),
        ("CMV-1 les", "groep CMV-1B", [2]),
        ("CMV-1BC", "", []),
        ("XCMV-1B", "", []),
        ("Overleg", "", []),
        ("", "", []),
    ],
)
def test_a_class_is_found_by_its_name_however_it_is_written(
    title: str, detail: str, classes: list[int]
):
    found = classes_in(replace(LESSON, title=title, detail=detail), classes=CLASSES, named={})
    assert list(found) == classes


def test_what_the_teacher_said_of_a_title_counts_first_and_only_for_classes_that_are_there():
    event = replace(LESSON, title="Ontwerpen CMV-1B")
    said = {title_key("ontwerpen  cmv-1b"): ClassId(3)}
    assert classes_in(event, classes=CLASSES, named=said) == (ClassId(3),)
    gone = {title_key("Ontwerpen CMV-1B"): ClassId(9)}
    assert classes_in(event, classes=CLASSES, named=gone) == (ClassId(1),)


@pytest.mark.parametrize(
    ("title", "classes"),
    [("Gastcollege", [1]), ("Gastcollege CMV-1", [2]), ("", [1]), ("Excursie", [3])],
)
def test_one_time_of_a_series_is_for_whom_it_says_else_for_whom_the_series_is(
    title: str, classes: list[int]
):
    event = replace(LESSON, title=title, series="Ontwerpen CMV-1B")
    named = {title_key("Excursie"): ClassId(3)}
    assert list(classes_in(event, classes=CLASSES, named=named)) == classes


def test_one_time_of_a_series_is_for_whom_the_teacher_said_the_series_is():
    event = replace(LESSON, title="Gastcollege", series="Studio")
    named = {title_key("Studio"): ClassId(3)}
    assert classes_in(event, classes=CLASSES, named=named) == (ClassId(3),)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Herfstvakantie", PeriodKind.HOLIDAY),
        ("Kerst", PeriodKind.HOLIDAY),
        ("Roostervrije week", PeriodKind.HOLIDAY),
        ("Toetsweek 2", PeriodKind.EXAMS),
        ("Hertentamens", PeriodKind.EXAMS),
        ("Blok 3", PeriodKind.BLOCK),
        ("Periode 1", PeriodKind.BLOCK),
        ("Blok 3: inleveren portfolio", None),
        ("Verjaardag Sanne", None),
        ("", None),
    ],
)
def test_whole_days_are_told_apart_by_what_they_are_called(title: str, kind: PeriodKind | None):
    event = replace(LESSON, title=title, starts=None, ends=None, last_on=date(2026, 11, 1))
    found = period_in(event)
    assert (found.kind if found else None) == kind
    assert period_in(replace(event, starts=time(9), ends=time(10))) is None


def test_only_what_comes_back_is_asked_about_the_most_frequent_first():
    events = [
        *[replace(LESSON, title="Onderzoek 1C") for _ in range(3)],
        *[replace(LESSON, title="teamoverleg") for _ in range(2)],
        replace(LESSON, title="Teamoverleg"),
        replace(LESSON, title="teamoverleg"),
        replace(LESSON, title="tandarts"),
        replace(LESSON, title="CMV-1B"),
        replace(LESSON, title="CMV-1B"),
    ]
    asked = unknown_titles(events, classes=CLASSES, named={}, most=5)
    assert asked == (Titled("teamoverleg", 4), Titled("Onderzoek 1C", 3))
    assert len(unknown_titles(events, classes=CLASSES, named={}, most=1)) == 1


def test_a_title_that_names_a_student_is_not_taken_in():
    assert subject_of("Gesprek Sanne", names=NAMES) == ""
    assert subject_of("SLB met van der BERG", names=NAMES) == ""
    assert subject_of("Zoe", names=NAMES) == ""
    assert subject_of("  Ontwerpen  voor publiek", names=NAMES) == "Ontwerpen voor publiek"
    assert len(subject_of("x" * 500, names=NAMES)) == 80
