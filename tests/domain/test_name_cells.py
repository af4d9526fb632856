"""What stands in a cell beside a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.columns import Field
from klasgenoot.domain.name_cells import all_freed, freed
from klasgenoot.domain.names import tidy

GIVEN, CALL, WHOLE, FAMILY = (
    Field.GIVEN_NAME,
    Field.CALL_NAME,
    Field.WHOLE_NAME,
    Field.FAMILY_NAME,
)
NUMBER, EMAIL, PRONOUNS = Field.STUDENT_NUMBER, Field.EMAIL, Field.PRONOUNS


@pytest.mark.parametrize(
    ("cell", "name", "beside"),
    [
        ("Berg, S.M. van der (Sanne)", "Berg, S.M. van der", {CALL: "Sanne"}),
        ("S.M. van der Berg (Sanne)", "S.M. van der Berg", {CALL: "Sanne"}),
        ("Charles (Chuck) Edwards", "Charles Edwards", {CALL: "Chuck"}),
        ('Johannes "Jan" Bos', "Johannes Bos", {CALL: "Jan"}),
        ("Maria 'Mia' Kok", "Maria Kok", {CALL: "Mia"}),
        ("Sem Bos (0912346)", "Sem Bos", {NUMBER: "0912346"}),
        ("#0912346 - Sem Bos", "Sem Bos", {NUMBER: "0912346"}),
        ("Sem Bos, s0912346", "Sem Bos", {NUMBER: "s0912346"}),
        ("Sem Bos (hij/hem)", "Sem Bos", {PRONOUNS: "hij/hem"}),
        ("12. Sem Bos", "Sem Bos", {}),
        ("\u2022 Sem Bos", "Sem Bos", {}),
        # not to be touched
        ("Sanne Bos (Jansen)", "Sanne Bos (Jansen)", {}),
        ("Sem Bos (gestopt)", "Sem Bos (gestopt)", {}),
        ("Sem Bos (VT)", "Sem Bos (VT)", {}),
        ("Jan van 't Hof", "Jan van 't Hof", {}),
        ("'t Hart, Jan in 't", "'t Hart, Jan in 't", {}),
        ("(Sem)", "(Sem)", {}),
        ("-", "", {}),
        (".", "", {}),
        ("12345", "12345", {}),
    ],
)
def test_a_whole_name(cell: str, name: str, beside: dict[Field, str]) -> None:
    assert freed({WHOLE: cell}) == {WHOLE: name, **beside}


def test_a_column_of_its_own_goes_first() -> None:
    told = freed({WHOLE: "Sem Bos (0912346)", NUMBER: "1"})
    assert told == {WHOLE: "Sem Bos", NUMBER: "1"}
    told = freed({GIVEN: "Johannes (Jan)", CALL: "Johan"})
    assert told == {GIVEN: "Johannes (Jan)", CALL: "Johan"}
    assert freed({GIVEN: "Johannes (Jan)"}) == {GIVEN: "Johannes", CALL: "Jan"}


@pytest.mark.parametrize(
    ("cell", "address"),
    [
        ("mailto:sem@x.nl", "sem@x.nl"),
        ("Sem Bos <sem@x.nl>", "sem@x.nl"),
        ("sem@x.nl", "sem@x.nl"),
        ("<", "<"),
    ],
)
def test_an_address_alone_is_kept(cell: str, address: str) -> None:
    assert freed({EMAIL: cell}) == {EMAIL: address}


def test_numbers_that_a_state_gave_are_not_kept_beside_a_name_either() -> None:
    numbers = ("111222333", "123456782", "100000009", "100000010", "999999990")
    told = all_freed([{WHOLE: f"Sem Bos ({number})"} for number in numbers])
    assert {each[WHOLE] for each in told} == {"Sem Bos"}
    assert not any(each[NUMBER] for each in told)
    told = all_freed([{WHOLE: f"Sem Bos ({number})"} for number in ("0912346", *numbers)])
    assert all(each[NUMBER] for each in told)


CELLS = st.text("Ab'\"()<>@.-/# 1234567", max_size=24).map(tidy)


@given(st.dictionaries(st.sampled_from([GIVEN, CALL, WHOLE, FAMILY, NUMBER, EMAIL]), CELLS))
def test_no_letter_of_a_name_is_lost_and_nothing_is_freed_twice(texts: dict[Field, str]) -> None:
    found = freed(texts)
    for field in texts.keys() - {EMAIL}:
        kept = "".join(found.values())
        assert all(letter in kept for letter in texts[field] if letter.isalpha())
    assert not [text for text in found.values() if text != tidy(text)]
