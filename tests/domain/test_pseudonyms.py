"""Names of others in a text: found in every spelling, and only theirs."""

from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.people import Student, StudentId
from klasgenoot.domain.pseudonyms import Hidden, Pseudonyms

NAMED = "medestudent {letter}"


def person(number: int, given: str, infix: str = "", family: str = "", **more: str) -> Student:
    return Student(id=StudentId(number), given_name=given, infix=infix, family_name=family, **more)


EMMA = person(1, "Emma", "de", "Wit")
CLASS = (
    EMMA,
    person(2, "Sanne", "", "Hoekstra", email="s.hoekstra@school.nl", student_number="500124"),
    person(3, "Milan", "van der", "Berg", call_name="Mil"),
    person(4, "Emma", "", "Bakker"),
    person(5, "Roos", "de", "Groot", student_number="2026", pronunciation="met"),
    person(6, "Sanne", "", "Vos"),
    person(7, "Erica", "", "Aydın"),
    person(8, "Anna-Sophie", "", "Jansen-de Vries"),
)


def hide(text: str, *, near: tuple[StudentId, ...] = ()) -> Hidden:
    return Pseudonyms(EMMA, CLASS, named=NAMED).hide(text, near=near)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sanne Hoekstra kwam", "medestudent A kwam"),
        ("sanne hoekstra kwam", "medestudent A kwam"),
        ("met van der Berg", "met medestudent A"),
        ("met Berg, van der", "met medestudent A"),
        ("met v.d. Berg en Mil", "met medestudent A en medestudent A"),
        ("Milans idee", "medestudent A’s idee"),
        ("Milan's idee", "medestudent A's idee"),
        ("Aydin en aydın", "medestudent A en medestudent A"),
        ("Erika was er", "medestudent A was er"),
        ("Anna Sophie, anna-sophie", "medestudent A, medestudent A"),
        ("de Vries-Jansen", "medestudent A"),
        ("mail s.hoekstra@school.nl", "mail medestudent A"),
        ("nummer 500124", "nummer medestudent A"),
        ("Sanne H. en Sanne V.", "medestudent A en medestudent B"),
        ("Sanne zei", "medestudent A/B zei"),
        ("Emma Bakker en Emma de Wit", "medestudent A en Emma de Wit"),
        ("#sanne #groepje", "#medestudent A/B #groepje"),
        ("een groot huis bij de bakker", "een groot huis bij de bakker"),
        ("niemand genoemd: 12 mei", "niemand genoemd: 12 mei"),
        ("in 2026 met twaalf", "in 2026 met twaalf"),
    ],
)
def test_a_name_gets_a_letter_in_every_spelling(text: str, expected: str) -> None:
    assert hide(text).text == expected


def test_of_two_with_one_name_the_one_who_was_there_is_meant() -> None:
    assert hide("Sanne zei", near=(StudentId(6),)).text == "medestudent A zei"


def test_the_same_person_keeps_the_same_letter_and_somebody_else_gets_another() -> None:
    names = Pseudonyms(EMMA, CLASS, named=NAMED)
    assert names.hide("Milan en Roos").text == "medestudent A en medestudent B"
    assert names.hide("Roos en Milan van der Berg").text == "medestudent B en medestudent A"
    assert names.call(StudentId(3)) == "medestudent A"


@pytest.mark.parametrize("text", ["Emma zei het", "een groot huis", "Hoekstre was er"])
def test_what_may_be_a_name_is_left_and_pointed_out(text: str) -> None:
    hidden = hide(text)
    assert hidden.text == text
    assert len(hidden.doubts) == 1


def test_the_letters_go_on_after_z() -> None:
    many = [person(n, f"Naam{chr(97 + n // 26)}{chr(97 + n % 26)}") for n in range(2, 60)]
    names = Pseudonyms(EMMA, many, named="{letter}")
    letters = [names.call(one.id) for one in many]
    assert letters[:2] == ["A", "B"]
    assert letters[25:28] == ["Z", "AA", "AB"]
    assert len(set(letters)) == len(letters)


NAMES = st.text(ascii_lowercase, min_size=7, max_size=12).map(str.title)
WORDS = st.lists(st.sampled_from(["zag", "de", "twee", "12,", "en", "x."]))


@given(given_name=NAMES, family=NAMES, before=WORDS, after=WORDS)
def test_no_name_of_another_is_left_whatever_stands_around_it(
    given_name: str, family: str, before: list[str], after: list[str]
) -> None:
    other = person(2, given_name, "van", family)
    me = person(1, "Qq", "", "Zz")
    for name in (given_name, f"{given_name} van {family}", family, given_name.upper()):
        text = " ".join((*before, name, *after))
        hidden = Pseudonyms(me, (me, other), named="{letter}").hide(text)
        assert given_name.casefold() not in hidden.text.casefold()
        assert family.casefold() not in hidden.text.casefold()
        assert [hidden.text[start:end] for start, end in hidden.replaced] == ["A"]


@given(st.text(max_size=80))
def test_a_text_without_others_stays_as_it_is(text: str) -> None:
    me = person(1, "Qqqqqq", "", "Zzzzzz")
    assert Pseudonyms(me, (me,), named=NAMED).hide(text) == Hidden(text)
