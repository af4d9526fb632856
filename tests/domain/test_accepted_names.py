"""Every way to write a name that is right."""

from dataclasses import replace

import pytest

from klasgenoot.domain.accepted_names import AcceptedNames, accepted_names
from klasgenoot.domain.names import fold
from klasgenoot.domain.people import Student, StudentId


def names_of(given: str = "", infix: str = "", family: str = "", call: str = "") -> AcceptedNames:
    return accepted_names(
        Student(id=StudentId(1), given_name=given, infix=infix, family_name=family, call_name=call)
    )


@pytest.mark.parametrize(
    "typed",
    [
        "Sanne",
        "Sanne van der Meulen",
        "Sanne Meulen",
        "van der Meulen Sanne",
        "Meulen Sanne",
        "Meulen, van der",
        "v.d. Meulen",
        "vd Meulen",
        "v/d Meulen",
        "vandermeulen",
        "Meulen",
        "Sanne v.d. Meulen",
    ],
)
def test_a_full_name_counts_with_or_without_infix_in_any_order(typed: str) -> None:
    assert fold(typed) in names_of("Sanne", "van der", "Meulen").written


@pytest.mark.parametrize(
    "typed", ["van de Meulen", "van den Meulen", "van der Meulen", "vd Meulen"]
)
def test_a_shortened_infix_may_be_written_in_full(typed: str) -> None:
    assert fold(typed) in names_of("Sanne", "v.d.", "Meulen").written


@pytest.mark.parametrize(
    "typed",
    [
        "Jansen-de Vries",
        "de Vries-Jansen",
        "Vries-Jansen",
        "Jansen",
        "de Vries",
        "Sanne Jansen",
        "Sanne de Vries-Jansen",
    ],
)
def test_two_surnames_count_in_either_order_or_alone(typed: str) -> None:
    assert fold(typed) in names_of("Sanne", "", "Jansen-de Vries").written


def test_the_infix_of_the_list_belongs_to_the_first_of_two_surnames() -> None:
    written = names_of("Sanne", "van", "Dijk-de Vries").written
    assert {"vandijk", "devries", "devriesvandijk"} <= written.keys()


def test_the_call_name_comes_first_and_other_given_names_count_too() -> None:
    names = names_of("Johanna Maria", call="Hanneke", family="Bos")
    assert names.primary == "hanneke"
    assert names.full == "hannekebos"
    assert list(names.calls) == ["hanneke", "johannamaria", "johanna", "maria"]


def test_initials_are_no_given_names() -> None:
    assert list(names_of("Sanne M.", family="Bos").calls) == ["sannem", "sanne"]


def test_nicknames_of_the_teacher_count() -> None:
    student = Student(id=StudentId(1), given_name="Đorđe", family_name="Petrović")
    names = accepted_names(replace(student, aliases=("Djordje", "Djoko", " ")))
    assert list(names.calls) == ["dorde", "djordje", "djoko"]
    assert "djordjepetrovic" in names.written


def test_who_has_no_family_name_has_a_full_name_all_the_same() -> None:
    names = names_of("Sanne")
    assert (names.primary, names.full, list(names.written)) == ("sanne", "sanne", ["sanne"])


def test_who_has_no_given_name_is_called_by_the_surname() -> None:
    names = names_of(infix="van", family="Dijk")
    assert (names.primary, names.full) == ("dijk", "vandijk")
    assert {"dijk", "vandijk"} <= names.written.keys()


@pytest.mark.parametrize(
    ("letters", "told"),
    [
        ("m", True),
        ("meu", True),
        ("vanderm", True),
        ("vdm", True),
        ("meulen", True),
        ("v", False),
        ("vander", False),
        ("vd", False),
        ("x", False),
        ("meulens", False),
    ],
)
def test_a_surname_is_told_by_its_first_letters_but_not_by_its_infix(
    letters: str, *, told: bool
) -> None:
    assert names_of("Emma", "van der", "Meulen").has_surname_from(letters) == told


def test_each_way_to_write_a_name_has_a_text_to_show() -> None:
    written = names_of("Zoë", "'t", "Hart").written
    assert all(fold(shown) == folded for folded, shown in written.items())
    assert written["zoethart"] == "Zoë 't Hart"
