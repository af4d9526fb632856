"""Names as they are written, compared and taken apart."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain import names
from klasgenoot.domain.names import (
    INFIXES,
    fold,
    fold_words,
    full_name,
    initials,
    sort_key,
    split_family,
    split_whole_name,
    surname,
    tidy,
)

INFIX_WORDS = {word for infix in INFIXES for word in infix.split()}
capitalised = st.from_regex(r"[A-ZÉØŁ][a-zéøł]{2,8}(-[A-Z][a-z]{2,8})?", fullmatch=True).filter(
    lambda name: name.casefold() not in INFIX_WORDS
)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Zoë", "zoe"),
        ("Łukasz", "lukasz"),
        ("Đorđe", "dorde"),
        ("Oğuz", "oguz"),
        ("Ayşe", "ayse"),
        ("Yılmaz", "yilmaz"),
        ("İbrahim", "ibrahim"),
        ("Ærø", "aero"),
        ("Ǿrsted", "orsted"),
        ("Þór Œuf Ŋ", "thoroeufng"),
        ("Weiß", "weiss"),
        ("ĳsbrand", "ijsbrand"),
        ("Jan-Willem v/d ’t Hart", "janwillemvdthart"),
        ("O'Brien `O´Brien ʼt", "obrienobrient"),
        ("Meulen, van der", "meulenvander"),
        ("Zoe\u0308", "zoe"),
        ("... -", ""),
    ],
)
def test_folding_leaves_letters_that_anyone_can_type(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_folding_words_keeps_one_blank_between_them() -> None:
    assert fold_words("  Jan-Willem  van 't Hóf, (Jan)") == "jan willem van t hof jan"


@given(st.text() | st.text("Sanne van't-Høf ŁÉŸ１½"))
def test_folding_is_what_is_said_of_it_whichever_way_is_quicker(text: str) -> None:
    small = unicodedata.normalize("NFKC", text).casefold()
    signs = unicodedata.normalize("NFKD", small).translate(names._LETTERS)
    kinds = [(sign, unicodedata.category(sign)) for sign in signs]
    words = "".join(c if kind[0] in "LNM" else " " for c, kind in kinds if kind != "Mn").split()
    assert fold(text) == "".join(words)
    assert fold_words(text) == " ".join(words)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold_words(fold_words(text)) == fold_words(text)
    assert fold_words(text).replace(" ", "") == fold(text)


def test_folding_twice_is_folding_once_for_every_letter_there_is() -> None:
    characters = map(chr, range(0x20000))  # the planes with alphabets
    assert [c for c in characters if fold(fold(c)) != fold(c)] == []


@given(st.text())
def test_capitals_and_composition_make_no_difference(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))
    assert fold(text.casefold()) == fold(text)


@given(st.text())
def test_tidy_text_has_single_blanks_and_is_tidy(text: str) -> None:
    assert "  " not in tidy(text)
    assert tidy(text) == tidy(text).strip() == tidy(tidy(text))


def test_tidy_text_is_composed() -> None:
    assert tidy(" Zoe\u0308\u00a0 \tBos\n") == "Zoë Bos"


@pytest.mark.parametrize(
    ("infix", "family", "written"),
    [
        ("van der", "Berg", "van der Berg"),
        ("", "Bakker", "Bakker"),
        ("d'", "Ancona", "d'Ancona"),
        ("d’", "Ancona", "d’Ancona"),
        ("'t", "Hart", "'t Hart"),
        ("van", "", "van"),
    ],
)
def test_a_surname_follows_its_infix(infix: str, family: str, written: str) -> None:
    assert surname(infix=infix, family=family) == written


def test_a_full_name_leaves_no_gap_for_what_is_missing() -> None:
    assert full_name(given="Sanne", infix="van der", family="Berg") == "Sanne van der Berg"
    assert full_name(given="Sanne", infix="", family="Bakker") == "Sanne Bakker"
    assert full_name(given="Sanne", infix="", family="") == "Sanne"
    assert full_name(given="", infix="", family="Bakker") == "Bakker"


def test_names_are_sorted_on_the_family_name_without_infix() -> None:
    people = [
        ("Tim", "Cats"),
        ("Zoë", "van der Berg"),
        ("Anna", "Berg"),
        ("Bo", ""),
        ("Ed", "Ålen"),
    ]
    in_order = sorted(people, key=lambda person: sort_key(given=person[0], family=person[1]))
    assert [name for name, _ in in_order] == ["Ed", "Anna", "Zoë", "Bo", "Tim"]


@pytest.mark.parametrize(
    ("given_name", "family", "letters"),
    [
        ("Fatima", "Zahra", "FZ"),
        ("Sanne", "van der Berg", "SB"),
        ("élodie", "'t hart", "ÉH"),
        ("Sanne", "", "S"),
        ("", "Bakker", "B"),
        ("ßo", "x", "SX"),
        ("", "", ""),
    ],
)
def test_a_student_without_photo_gets_initials(given_name: str, family: str, letters: str) -> None:
    assert initials(given=given_name, family=family) == letters


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("van der Berg", ("van der", "Berg")),
        ("Van der Berg", ("Van der", "Berg")),
        ("VAN DER BERG", ("VAN DER", "BERG")),
        ("Berg, van der", ("van der", "Berg")),
        ("Berg van der", ("van der", "Berg")),
        ("v.d. Meulen", ("v.d.", "Meulen")),
        ("v. d. Meulen", ("v. d.", "Meulen")),
        ("v/d Meulen", ("v/d", "Meulen")),
        ("'t Hart", ("'t", "Hart")),
        ("’t Hart", ("’t", "Hart")),
        ("in 't Veld", ("in 't", "Veld")),
        ("op den Akker", ("op den", "Akker")),
        ("De Vries", ("De", "Vries")),
        ("el Amrani", ("el", "Amrani")),
        ("El Amrani", ("", "El Amrani")),
        ("ben Ali", ("ben", "Ali")),
        ("Ben Ali", ("", "Ben Ali")),
        ("de la Cruz", ("de la", "Cruz")),
        ("d'Ancona", ("d'", "Ancona")),
        ("D'Angelo", ("", "D'Angelo")),
        ("d'", ("", "d'")),
        ("Berg-de Vries", ("", "Berg-de Vries")),
        ("Le", ("", "Le")),
        ("van", ("", "van")),
        ("Garcia Lopez", ("", "Garcia Lopez")),
        ("", ("", "")),
    ],
)
def test_a_known_surname_is_split_behind_its_infix(written: str, parts: tuple[str, str]) -> None:
    assert split_family(written) == parts


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("Berg, Sanne van der", ("Sanne", "van der", "Berg")),
        ("Berg, van der, Sanne", ("Sanne", "van der", "Berg")),
        ("Berg, Sanne, van der", ("Sanne", "van der", "Berg")),
        ("van der Berg, Sanne", ("Sanne", "van der", "Berg")),
        ("Berg van der, Sanne", ("Sanne", "van der", "Berg")),
        ("BERG, SANNE VAN DER", ("SANNE", "VAN DER", "BERG")),
        ("Bakker, Sanne", ("Sanne", "", "Bakker")),
        ("Bakker, Anna Maria", ("Anna Maria", "", "Bakker")),
        ("Nguyen, Van", ("Van", "", "Nguyen")),
        ("Kim, Ha In", ("Ha In", "", "Kim")),
        ("Bakker,", ("", "", "Bakker")),
        (", Sanne", ("Sanne", "", "")),
        ("Sanne van der Berg", ("Sanne", "van der", "Berg")),
        ("Jan-Willem van der Berg", ("Jan-Willem", "van der", "Berg")),
        ("Jan Willem Van Der Berg", ("Jan Willem", "Van Der", "Berg")),
        ("Hedy d'Ancona", ("Hedy", "d'", "Ancona")),
        ("Maria de la Cruz", ("Maria", "de la", "Cruz")),
        ("Maria Garcia Lopez", ("Maria", "", "Garcia Lopez")),
        ("Sanne El Amrani", ("Sanne", "", "El Amrani")),
        ("Ben de Vries", ("Ben", "de", "Vries")),
        ("ben jansen", ("ben", "", "jansen")),
        ("In Young Kim", ("In", "", "Young Kim")),
        ("Van Nguyen", ("Van", "", "Nguyen")),
        ("Van der Berg", ("", "Van der", "Berg")),
        ("van Dijk", ("", "van", "Dijk")),
        ("'t Hart", ("", "'t", "Hart")),
        ("Sanne", ("Sanne", "", "")),
        ("  ", ("", "", "")),
    ],
)
def test_a_whole_name_is_taken_apart(written: str, parts: tuple[str, str, str]) -> None:
    assert split_whole_name(written) == parts


@given(infix=st.sampled_from(["", *INFIXES]), family=capitalised)
def test_a_surname_survives_being_split(infix: str, family: str) -> None:
    assert split_family(surname(infix=infix, family=family)) == (infix, family)


@given(given_name=capitalised, infix=st.sampled_from(["", *INFIXES]), family=capitalised)
def test_a_whole_name_survives_being_split_in_either_order(
    given_name: str, infix: str, family: str
) -> None:
    whole = full_name(given=given_name, infix=infix, family=family)
    assert split_whole_name(whole) == (given_name, infix, family)
    behind = f"{surname(infix=infix, family=family)}, {given_name}"
    assert split_whole_name(behind) == (given_name, infix, family)
    assert split_whole_name(f"{family}, {given_name} {infix}") == (given_name, infix, family)


@given(st.text(alphabet="aB ,.'-vandeöŁ"))
def test_no_letter_is_lost_when_a_name_is_taken_apart(text: str) -> None:
    assert sorted(fold("".join(split_whole_name(text)))) == sorted(fold(text))
    assert sorted(fold("".join(split_family(text)))) == sorted(fold(text))
