"""Two with one first name are told apart, with as little behind the name as will do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.calling import told_apart
from klasgenoot.domain.names import fold, fold_words, split_whole_name
from klasgenoot.domain.people import Student, StudentId


def called(*names: str) -> list[str]:
    """What students with these full names are called."""
    those = []
    for number, name in enumerate(names):
        first, infix, family = split_whole_name(name)
        those.append(
            Student(id=StudentId(number), given_name=first, infix=infix, family_name=family)
        )
    return list(told_apart(those).values())


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Milan Berg", "Noor Aydın"], ["Milan", "Noor"]),
        (["Sanne Hoekstra", "Sanne de Wit", "Milan Berg"], ["Sanne H.", "Sanne de W.", "Milan"]),
        (["Emma Jansen", "Emma Jonker", "Emma Bos"], ["Emma Ja.", "Emma Jo.", "Emma B."]),
        (["Sanne Hoek", "Sanne Hoekstra"], ["Sanne Hoek", "Sanne Hoekstra"]),
        (["Sanne de Wit", "Sanne Wit"], ["Sanne de W.", "Sanne W."]),
        (["Sanne van der Berg", "Sanne van den Berg"], ["Sanne van der B.", "Sanne van den B."]),
        (["Zoë Bos", "Zoe Smit"], ["Zoë B.", "Zoe S."]),
        (["Sanne", "Sanne Bos"], ["Sanne", "Sanne B."]),
        (["Sanne IJsbrands", "Sanne Idema"], ["Sanne IJ.", "Sanne Id."]),
        (["Sanne d'Ancona", "Sanne 't Hooft"], ["Sanne d'A.", "Sanne 't H."]),
        (["Ana O'Brien", "Ana O'Neill"], ["Ana O'Brien", "Ana O'Neill"]),
        (["Mei Li", "Mei O"], ["Mei L.", "Mei O"]),
        (["Jan Smit", "Jan Smit", "Jan Bos"], ["Jan S.", "Jan S.", "Jan B."]),
        (["Jan Smit", "Jan Smit"], ["Jan", "Jan"]),
    ],
)
def test_the_least_that_tells_two_apart_is_said(names: list[str], expected: list[str]) -> None:
    assert called(*names) == expected


def test_an_infix_that_stands_in_the_family_name_is_one_too() -> None:
    those = [
        Student(id=StudentId(1), given_name="Sanne", family_name="de Wit"),
        Student(id=StudentId(2), given_name="Sanne", family_name="Dekker"),
    ]
    assert list(told_apart(those).values()) == ["Sanne de W.", "Sanne D."]


def test_a_call_name_that_looks_like_another_is_not_taken_for_it() -> None:
    those = [
        Student(id=StudentId(1), given_name="Sanne", call_name="Sanne H.", family_name="Bos"),
        Student(id=StudentId(2), given_name="Sanne", family_name="Hoek"),
        Student(id=StudentId(3), given_name="Sanne", family_name="Wit"),
    ]
    assert list(told_apart(those).values()) == ["Sanne H. Bos", "Sanne Hoek", "Sanne W."]


# few letters, so that names are often alike
WORDS = st.text("AaBbëS'. ", max_size=4).map(str.strip)
CLASSES = st.lists(
    st.builds(
        Student,
        id=st.integers(1, 99).map(StudentId),
        given_name=st.sampled_from(["Sanne", "Zoë", "zoe", "Sanne A.", ""]),
        infix=st.sampled_from(["", "de", "van", "d'"]),
        family_name=WORDS,
        call_name=st.sampled_from(["", "", "San"]),
    ),
    max_size=8,
    unique_by=lambda student: student.id,
)


@given(CLASSES)
def test_who_has_another_full_name_is_called_otherwise(those: list[Student]) -> None:
    names = told_apart(those)
    by_full_name = {fold_words(who.full_name): fold_words(names[who.id]) for who in those}
    assert len(set(by_full_name.values())) == len(by_full_name)


@given(CLASSES)
def test_who_is_called_what_does_not_hang_on_the_order(those: list[Student]) -> None:
    assert told_apart(those) == told_apart(those[::-1])


@given(CLASSES)
def test_more_than_the_name_is_said_only_where_it_is_needed(those: list[Student]) -> None:
    names = told_apart(those)
    for student in those:
        said, others = names[student.id], [one for one in those if one is not student]
        alike = (fold(name) for one in others for name in (one.name, one.full_name))
        if not any(name.startswith(fold(student.name)) for name in alike):
            assert said == student.name
        assert len(said) <= len(student.full_name) + 1
