"""What the text at a photo says, and what of it is never taken in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.captions import Caption, caption_of, captions_of, class_in_heading


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (["Noor Jansen"], Caption(name="Noor Jansen")),
        (["Noor", "van der Meer"], Caption(name="Noor van der Meer")),
        (["Anne-", "Marie Bos"], Caption(name="Anne-Marie Bos")),
        (["Berg, Milan van der"], Caption(name="Berg, Milan van der")),
        (["Berg,", "Milan van der"], Caption(name="Berg, Milan van der")),
        (["Berg,", "Milan van", "der"], Caption(name="Berg, Milan van der")),
        (["Noor Jansen, 500123"], Caption(name="Noor Jansen", student_number="500123")),
        (["500123", "Noor Jansen"], Caption(name="Noor Jansen", student_number="500123")),
        (["Noor Jansen (500123)"], Caption(name="Noor Jansen", student_number="500123")),
        (["Noor Jansen - 500123"], Caption(name="Noor Jansen", student_number="500123")),
        (["s500123", "Noor Jansen"], Caption(name="Noor Jansen", student_number="s500123")),
        (["1. Noor Jansen"], Caption(name="Noor Jansen")),
        (["12 Noor Jansen"], Caption(name="Noor Jansen")),
        (["Naam: Noor Jansen"], Caption(name="Noor Jansen")),
        (["Achternaam: Jansen", "Roepnaam: Noor"], Caption(name="Noor Jansen")),
        (["Noor Jansen", "noor@school.nl"], Caption(name="Noor Jansen", email="noor@school.nl")),
        (["Noor Jansen", "Klas: CMV-1B"], Caption(name="Noor Jansen", class_name="CMV-1B")),
        (["Noor Jansen", "CMV-1B"], Caption(name="Noor Jansen", class_name="CMV-1B")),
        (["Klas Jansen"], Caption(name="Klas Jansen")),
        (
            ["Noor Jansen", "Studentnummer: 500123"],
            Caption(name="Noor Jansen", student_number="500123"),
        ),
        ([], Caption()),
        (["–", "12"], Caption()),
    ],
)
def test_a_caption_is_read(lines: list[str], wanted: Caption) -> None:
    assert caption_of(lines) == wanted


@pytest.mark.parametrize(
    "line",
    [
        "Geboortedatum: 1-2-2005",
        "1-2-2005",
        "01 02 2005",
        "2005-02-01",
        "BSN: 123456782",
        "Adres: Dorpsstraat 1",
        "Dorpsstraat 12",
        "1234 AB Utrecht",
        "Tel.: 0612345678",
        "Nationaliteit: onbekend",
    ],
)
def test_what_nobody_needs_is_not_taken_in(line: str) -> None:
    assert caption_of(["Noor Jansen", line]) == Caption(name="Noor Jansen")


def test_a_line_that_many_share_is_no_name() -> None:
    texts = [[f"Student {c}", "Communicatie"] for c in "ABCDEFGH"]
    assert [caption.name for caption in captions_of(texts)] == [f"Student {c}" for c in "ABCDEFGH"]


def test_two_sisters_keep_their_family_name() -> None:
    texts = [["Noor", "Jansen"], ["Fleur", "Jansen"], ["Bo", "Smit"], ["Li", "Wei"]]
    assert [caption.name for caption in captions_of(texts)][:2] == ["Noor Jansen", "Fleur Jansen"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Klas: HBO-ICT 1A", "HBO-ICT 1A"),
        ("Groep 1B", "1B"),
        ("class : X", "X"),
        ("Klas Jansen", ""),
        ("Fotolijst", ""),
        ("Klassenlijst INF1A", "INF1A"),
        ("Fotolijst van klas CMV-1B", "CMV-1B"),
        ("Klassenlijst 2026-2027", ""),
        ("Presentielijst Programmeren", ""),
    ],
)
def test_a_heading_may_name_a_class(text: str, wanted: str) -> None:
    assert class_in_heading(text) == wanted


@given(texts=st.lists(st.lists(st.text(max_size=40), max_size=4), max_size=6))
def test_any_text_gives_a_caption_each(texts: list[list[str]]) -> None:
    found = captions_of(texts)
    assert len(found) == len(texts)
    assert all(caption.name == caption.name.strip() for caption in found)


@pytest.mark.parametrize(
    "line", ["BSN 111222333", "Onderwijsnummer 123456782", "Geboren 3 april 1999", "Adres Kerk 1"]
)
def test_what_is_never_taken_in_is_no_number_either(line: str) -> None:
    assert caption_of(["Sem Bos", line]) == Caption(name="Sem Bos")


def test_a_name_that_is_also_a_word_for_it_stays() -> None:
    assert caption_of(["Land, Sem"]).name == "Land, Sem"


def test_a_bracket_within_a_name_stays_whole() -> None:
    assert caption_of(["Charles (Chuck)", "Edwards"]).name == "Charles (Chuck) Edwards"
    assert caption_of(["(Sem Bos)"]).name == "Sem Bos"
