"""Given names of several words: parted where the list says so, and else as before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.columns import Field, Table
from klasgenoot.domain.name_parting import Told, part_name, told_by_names
from klasgenoot.domain.names import fold, full_name, split_whole_name
from klasgenoot.domain.roster import rows_from

OPEN = "Fatima Zahra Bouzid"
WORDS = (
    "Fatima",
    "Zahra",
    "Bouzid",
    "Maria",
    "García",
    "Lopez",
    "Jan",
    "Willem",
    "Bakker",
    "Yıldız",
)
word = st.sampled_from(WORDS)
names = st.lists(word, min_size=1, max_size=5).map(" ".join)
people = st.lists(
    st.tuples(
        names, st.sampled_from(["", "fz.bouzid@x.nl", "jan.bakker2@x.nl", "a@b", "x", "-.@"])
    ),
    max_size=8,
)


def parted(*those: str | tuple[str, str]) -> list[tuple[str, str]]:
    """Given and family name of each in a list of these names."""
    known = [(each, "") if isinstance(each, str) else each for each in those]
    told = told_by_names(known)
    found = [part_name(name, email=email, told=told) for name, email in known]
    return [(given_name, family) for given_name, _, family in found]


@pytest.mark.parametrize(
    "other",
    [
        *("Ali Bouzid", "Bouzid, Ali", "Fatima Zahra el Amrani", "Amrani, Fatima Zahra"),
        *("Zahra Amrani", "Mohamed Amine Bouzid"),
    ],
)
def test_another_name_in_the_list_says_where_a_given_name_ends(other: str) -> None:
    assert parted(OPEN, other)[0] == ("Fatima Zahra", "Bouzid")


@pytest.mark.parametrize("login", ["fatimazahra.bouzid", "fz.bouzid", "f.z.bouzid3", "f-bouzid"])
def test_so_does_an_address(login: str) -> None:
    assert parted((OPEN, f"{login}@school.nl")) == [("Fatima Zahra", "Bouzid")]


def test_an_address_also_says_that_a_family_name_has_two_words() -> None:
    maria = ("Maria Garcia Lopez", "m.garcialopez@school.nl")
    assert parted(maria, "Ali Lopez")[0] == ("Maria", "Garcia Lopez")


def test_capitals_say_it_where_the_whole_list_has_them() -> None:
    last = ["Jan Willem BAKKER", "Sanne van der BERG", "Ali EL AMRANI", "JP SMIT"]
    assert parted(*last) == [
        ("Jan Willem", "BAKKER"),
        ("Sanne", "BERG"),
        ("Ali", "EL AMRANI"),
        ("JP", "SMIT"),
    ]
    first = ["BAKKER Jan Willem", "VAN DER BERG Sanne", "OMAR Ali Hassan"]
    assert parted(*first) == [("Jan Willem", "BAKKER"), ("Sanne", "BERG"), ("Ali Hassan", "OMAR")]
    assert parted("NOOR Vos", "Bo Smit", "Li Wei")[0] == ("NOOR", "Vos")


@pytest.mark.parametrize(
    "others",
    [
        (),
        ("Sanne Jansen",),
        ("Fatima Amrani",),
        ("Ali Bouzid", "Noor Zahra Bouzid", "Bo Zahra-Bouzid"),
        ("Zahra Amrani", "Ali Zahra"),
    ],
)
def test_what_nothing_or_two_things_speak_for_stays_as_it_was(others: tuple[str, ...]) -> None:
    assert parted(OPEN, *others)[0] == ("Fatima", "Zahra Bouzid")


@given(people=people)
def test_no_word_is_lost_or_moved_and_sure_names_stay_as_they_were(
    people: list[tuple[str, str]],
) -> None:
    told = told_by_names(people)
    for name, email in people:
        given_name, infix, family = part_name(name, email=email, told=told)
        assert full_name(given=given_name, infix=infix, family=family) == name
        assert part_name(name, email="", told=Told()) == split_whole_name(name)
        if len(name.split()) < 3:
            assert (given_name, infix, family) == split_whole_name(name)


@given(people=people, chance=st.randoms())
def test_the_order_of_a_list_does_not_count(people: list[tuple[str, str]], chance: object) -> None:
    shuffled = list(people)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis has no type for it
    assert told_by_names(shuffled) == told_by_names(people)


@given(first=st.lists(word, min_size=1, max_size=3), last=st.lists(word, min_size=1, max_size=2))
def test_an_address_of_the_school_gives_the_name_it_was_made_of(
    first: list[str], last: list[str]
) -> None:
    email = f"{fold(' '.join(first))}.{fold(' '.join(last))}@school.nl"
    name = " ".join((*first, *last))
    assert part_name(name, email=email, told=Told()) == (" ".join(first), "", " ".join(last))


@pytest.mark.parametrize(
    ("header", "cells", "fields"),
    [
        (("Naam", "Voornaam"), (OPEN, "Fatima Zahra"), (Field.WHOLE_NAME, Field.GIVEN_NAME)),
        (("Naam", "Achternaam"), (OPEN, "Bouzid"), (Field.WHOLE_NAME, Field.FAMILY_NAME)),
        (("Naam", "E-mail"), (OPEN, "fz.bouzid@x.nl"), (Field.WHOLE_NAME, Field.EMAIL)),
    ],
)
def test_a_column_beside_the_whole_name_says_it(
    header: tuple[str, ...], cells: tuple[str, ...], fields: tuple[Field, ...]
) -> None:
    (row,) = rows_from(Table(header, (cells,), (2,), "x"), fields=fields)
    assert (row.given_name, row.family_name) == ("Fatima Zahra", "Bouzid")
