"""Does a typed name find the student a teacher means, and nobody instead of a guess?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.people import Student, StudentId
from klasgenoot.domain.who import NameBook


def book_of(*names: tuple[str, str, str]) -> NameBook:
    """A book of students numbered from 1: given name, infix, family name."""
    return NameBook(
        Student(id=StudentId(number), given_name=given_name, infix=infix, family_name=family)
        for number, (given_name, infix, family) in enumerate(names, 1)
    )


CLASS = book_of(
    ("Sanne", "van der", "Meulen"),
    ("Emma", "", "Visser"),
    ("Emma", "van", "Dijk"),
    ("Noor", "", "Aydın"),
    ("Noortje", "", "Bos"),
    ("Yağmur", "", "Demir"),
    ("Jan", "de", "Wit"),
    ("Jan-Willem", "", "Smit"),
    ("Łukasz", "", "Kowalski"),
)


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("Sanne", (1,)),
        ("sa", (1,)),
        ("SANNE M", (1,)),
        ("Sanne Meulen", (1,)),
        ("Sanne van der Meulen", (1,)),
        ("sanne vd meulen", (1,)),
        ("Sanne v.d. Meulen", (1,)),
        ("Emma", (2, 3)),
        ("Em", (2, 3)),
        ("Emma V", (2,)),
        ("Emma D", (3,)),
        ("Emma van", (3,)),
        ("Emma X", ()),
        ("Noor", (4,)),
        ("Noo", (4, 5)),
        ("Noort", (5,)),
        ("Noor Aydin", (4,)),
        ("yagmur", (6,)),
        ("Jan", (7,)),
        ("Jan Willem", (8,)),
        ("janwillem", (8,)),
        ("Jan W", (7,)),
        ("lukasz", (9,)),
        ("S", ()),
        ("Meulen", ()),
        ("", ()),
        ("...", ()),
        ("Emma -", ()),
        ("@Sanne", ()),
        ("Sanne*", ()),
    ],
)
def test_a_typed_name_means_whom_it_fits_best(typed, numbers):
    assert CLASS.meant(typed) == numbers


def test_a_whole_name_is_more_than_a_beginning():
    assert CLASS.meant("San", whole=True) == ()
    assert CLASS.meant("sanne", whole=True) == (1,)
    assert CLASS.meant("Emma V", whole=True) == (2,)


def test_who_is_named_first_outranks_a_namesake():
    assert CLASS.meant("Emma", first=[StudentId(3)]) == (3,)
    assert CLASS.meant("Emma", first=[StudentId(1)]) == (2, 3)


def test_a_given_name_counts_but_the_call_name_of_another_counts_more():
    students = [
        Student(id=StudentId(1), given_name="Abraham", call_name="Bram"),
        Student(id=StudentId(2), given_name="Bram", call_name="Bob"),
    ]
    assert NameBook(students).meant("Abraham") == (1,)
    assert NameBook(students).meant("Bram") == (1,)
    assert NameBook(students).meant("Bo") == (2,)


def test_a_tussenvoegsel_written_in_the_family_name_is_left_out_too():
    assert book_of(("Tess", "", "van Dijk")).meant("Tess D") == (1,)


def test_a_family_name_as_written_outranks_one_with_another_tussenvoegsel():
    book = book_of(("Jan", "", "Visser"), ("Jan", "van", "Visser"))
    assert (book.meant("Jan Visser"), book.meant("Jan van Visser")) == ((1,), (2,))


def test_a_family_name_is_found_with_and_without_its_tussenvoegsel():
    assert CLASS.with_family("meu") == CLASS.with_family("van der") == (1,)
    assert CLASS.with_family("v") == ()


@given(st.text(max_size=12))
def test_any_text_means_only_people_in_the_book(typed):
    assert set(CLASS.meant(typed)) <= set(CLASS.ids)
    assert set(CLASS.called(typed)) <= set(CLASS.ids)


def student_of(number: int, given_name: str, family: str, **more: object) -> Student:
    return Student(id=StudentId(number), given_name=given_name, family_name=family, **more)


HERE = (student_of(1, "Bramley", "Jones"), student_of(2, "Sanne", "Visser", aliases=("Sus",)))
ELSEWHERE = (student_of(7, "Bram", "Vos"), student_of(8, "Sanne", "Bos"), HERE[0])
TWO_CLASSES = NameBook(HERE, elsewhere=ELSEWHERE)


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("Sanne", (2,)),
        ("Sanne B", (8,)),
        ("Bramley", (1,)),
        ("Bram", (1, 7)),
        ("Bra", (1,)),
        ("Bram V", (7,)),
        ("sus", (2,)),
    ],
)
def test_a_name_means_one_of_the_class_at_hand_if_it_can(typed, numbers):
    assert TWO_CLASSES.meant(typed) == numbers


def test_two_letters_are_not_enough_for_who_is_elsewhere():
    book = NameBook((), elsewhere=ELSEWHERE)
    assert book.meant("Br") == ()
    assert book.meant("Vos") == ()
    assert book.ids == ()
