"""A name is found where the full-text index would find it, and taken out of there alone."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from builders import student
from klasgenoot.domain.erasing import (
    Part,
    Spot,
    gone,
    mark_of,
    places_of,
    spot_of,
    together,
    without,
    words_for,
)
from klasgenoot.domain.names import fold_words

TEXTS = st.text(alphabet="Sanne żŁé'’-. \u0301lukasz", max_size=60)


def test_a_name_is_found_in_any_case_with_a_possessive_and_between_signs() -> None:
    words = words_for(student(3, call_name="Luc"))
    text = "Łukasz’ plan; LUKASZ, lucs idee (kowalski), Lucas niet, xLuc niet"
    found = [text[start:end] for start, end in places_of(words, text)]
    assert found == ["Łukasz", "LUKASZ", "lucs", "kowalski"]


def test_infixes_and_single_letters_are_no_name() -> None:
    assert words_for(student(1)) == {"milan", "berg"}
    assert words_for(student(0, family_name="O'Neil")) == {"sanne", "neil"}
    assert words_for(student(0, student_number="500123")) == {"sanne", "hoekstra", "500123"}


@given(TEXTS)
def test_without_the_places_none_is_found_any_more(text: str) -> None:
    words = frozenset({"sanne", "lukasz"})
    assert places_of(words, without(text, places_of(words, text))) == ()


@given(TEXTS)
def test_what_is_found_are_whole_words_in_order(text: str) -> None:
    words = frozenset({"sanne", "lukasz"})
    last = 0
    for start, end in places_of(words, text):
        assert last <= start < end
        assert fold_words(text[start:end]).removesuffix("s") in words | {
            word.removesuffix("s") for word in words
        }
        last = end


def test_a_spot_comes_back_from_its_token() -> None:
    for spot in (Spot("contacts", 12), Spot("contact_students", 3, 44)):
        assert spot_of(spot.token) == spot


def test_counts_add_up_and_subtract() -> None:
    one, other = {Part.CONTACTS: 2, Part.PHOTOS: 1}, {Part.CONTACTS: 3}
    assert together([one, other]) == {Part.CONTACTS: 5, Part.PHOTOS: 1}
    assert gone({Part.CONTACTS: 5, Part.PHOTOS: 1}, {Part.CONTACTS: 5}) == {Part.PHOTOS: 1}


def test_a_mark_does_not_depend_on_the_order_and_tells_no_token() -> None:
    assert mark_of(["a" * 32, "b" * 32]) == mark_of(["b" * 32, "a" * 32])
    assert mark_of(["a" * 32]) != mark_of(["b" * 32])
    assert "a" * 8 not in mark_of(["a" * 32])
    assert date(2026, 1, 1).isoformat() not in mark_of(["x"])
