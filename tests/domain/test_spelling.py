"""How far apart two spellings are, and which letters differ."""

from itertools import product
from math import floor, inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.names import fold
from klasgenoot.domain.spelling import (
    CHEAP,
    PAIRS_PER_EDIT,
    SAME_SOUND,
    LetterMark,
    Mark,
    distance,
    distances,
    marked_letters,
    same_start,
    sound_pairs,
    sounds,
)

names = st.text(alphabet="aceijkpfhstvzydt", max_size=9)


@pytest.mark.parametrize(
    ("typed", "name", "apart"),
    [
        ("tijs", "thijs", CHEAP),
        ("thys", "thijs", CHEAP),
        ("meyer", "meijer", CHEAP),
        ("meier", "meijer", 1),
        ("tein", "tijn", CHEAP),
        ("erica", "erika", CHEAP),
        ("rick", "rik", CHEAP),
        ("rick", "ric", CHEAP),
        ("suzan", "susan", CHEAP),
        ("stefan", "stevan", CHEAP),
        ("sofie", "sophie", CHEAP),
        ("marten", "maarten", CHEAP),
        ("davit", "david", CHEAP),
        ("davitje", "davidje", 1),
        ("tys", "thijs", 2 * CHEAP),
        ("nora", "noor", 1 + CHEAP),
        ("anne", "anna", 1),
        ("ssanne", "sanne", CHEAP),
        ("snane", "sanne", 1),
        ("jasmin", "yasmin", 1),
        ("frederieke", "frederique", 2),
        ("", "tim", 3),
        ("tim", "tim", 0),
    ],
)
def test_the_same_sound_is_cheaper_than_another_letter(typed: str, name: str, apart: float) -> None:
    assert distance(typed, name=name) == apart


def reference(one: str, other: str) -> float:
    """The definition, letter by letter and without haste."""
    pairs = {*SAME_SOUND, *((b, a) for a, b in SAME_SOUND)}
    one, other = one + ".", other + "."
    best: dict[tuple[int, int], float] = {}
    for i, j in product(range(len(one) + 1), range(len(other) + 1)):
        ways = [0.0] if i == j == 0 else []
        for back, there in product(range(3), range(3)):
            if i < back or j < there or back == there == 0:
                continue
            a, b = one[i - back : i], other[j - there : j]
            cost = 0.0 if a == b else inf
            if {len(a), len(b)} <= {0, 1}:
                cost = min(cost, 1.0)
            if len(a) == len(b) == 2 and a == b[::-1]:
                cost = min(cost, 1.0)
            if (a, b) in pairs or (a and b and len(a) != len(b) and set(a) == set(b)):
                cost = min(cost, CHEAP)
            ways.append(best[i - back, j - there] + cost)
        best[i, j] = min(ways)
    return best[len(one), len(other)]


@given(names, names)
def test_the_distance_is_what_its_definition_says(one: str, other: str) -> None:
    assert distance(one, name=other) == reference(one, other)


@given(names, names)
def test_the_distance_is_the_same_both_ways(one: str, other: str) -> None:
    assert distance(one, name=other) == distance(other, name=one)


@given(names, names)
def test_only_equal_spellings_are_nothing_apart(one: str, other: str) -> None:
    assert (distance(one, name=other) == 0) == (one == other)


@given(names, names, st.sampled_from([0, 0.5, 1, 1.25, 2, 3]))
def test_beyond_the_limit_is_infinitely_far(one: str, other: str, limit: float) -> None:
    apart = distance(one, name=other)
    assert distance(one, name=other, limit=limit) == (apart if apart <= limit else inf)


@given(names, st.lists(names, max_size=8), st.sampled_from([0, 0.5, 1, 1.75, 2, 2.75, inf]))
def test_many_names_are_as_far_as_each_of_them_in_whatever_order(
    typed: str, many: list[str], limit: float
) -> None:
    each = [(name, distance(typed, name=name)) for name in many]
    found = list(distances(typed, names=many, limit=limit))
    assert found == [(name, apart) for name, apart in each if apart <= limit]


@given(names, names)
def test_an_ordinary_edit_changes_few_sounds_and_pairs_of_them(one: str, other: str) -> None:
    edits = floor(distance(one, name=other))
    assert len(sounds(one) - sounds(other)) <= edits
    assert len(sound_pairs(one) - sound_pairs(other)) <= edits * PAIRS_PER_EDIT


@pytest.mark.parametrize(
    ("one", "other"),
    [("thijs", "tys"), ("erica", "erickka"), ("sophie", "zovi"), ("david", "davit")],
)
def test_other_letters_for_the_same_sound_leave_the_sounds_as_they_are(
    one: str, other: str
) -> None:
    assert sounds(one) == sounds(other)
    assert sound_pairs(one) == sound_pairs(other)


@pytest.mark.parametrize(
    ("typed", "name", "alike"),
    [
        ("joris", "jorien", True),
        ("boris", "joris", False),
        ("carin", "karin", True),
        ("zara", "sara", True),
        ("philip", "filip", True),
        ("vemke", "femke", True),
        ("ijsbrand", "ysbrand", True),
        ("haanna", "ahnna", True),
        ("jasmin", "yasmin", False),
        ("", "tim", False),
        ("t", "m", False),
    ],
)
def test_a_start_is_alike_by_letter_by_sound_or_swapped(
    typed: str, name: str, *, alike: bool
) -> None:
    assert same_start(typed, name=name) == alike
    assert same_start(name, name=typed) == alike


def drawn(typed: str, name: str) -> str:
    """The marks as text: kept, (missing), -extra-, <swapped>."""
    signs = {Mark.KEPT: "{}", Mark.MISSING: "({})", Mark.EXTRA: "-{}-", Mark.SWAPPED: "<{}>"}
    return "".join(signs[m.mark].format(m.letter) for m in marked_letters(typed, name=name))


@pytest.mark.parametrize(
    ("typed", "name", "shown"),
    [
        ("Tijs", "Thijs", "T(h)ijs"),
        ("thijss", "Thijs", "Thijs-s-"),
        ("Meex", "Mees", "Mee-x-(s)"),
        ("Nora", "Noor", "No(o)r-a-"),
        ("Snane", "Sanne", "S<a><n>ne"),
        ("zoe", "Zoë", "Zoë"),
        ("zo", "Zoë", "Zo(ë)"),
        ("bjork aevr", "Bjørk Ævar", "Bjørk Æv(a)r"),
        ("t hrt bos", "'t Hart-Bos", "'t H(a)rt-Bos"),
        ("Jan", "Jan-Piet", "Jan-(P)(i)(e)(t)"),
        ("", "Bo", "(B)(o)"),
        ("Bo", "", "-B--o-"),
        ("-", "-", ""),
    ],
)
def test_the_letters_that_differ_are_marked(typed: str, name: str, shown: str) -> None:
    assert drawn(typed, name) == shown


@given(st.text(max_size=8), st.text(min_size=1, max_size=8).filter(fold))
def test_what_is_not_extra_spells_the_name(typed: str, name: str) -> None:
    marks = marked_letters(typed, name=name)
    assert fold("".join(m.letter for m in marks if m.mark is not Mark.EXTRA)) == fold(name)


@given(names, names)
def test_what_is_not_missing_is_what_was_typed(typed: str, name: str) -> None:
    marks = marked_letters(typed, name=name)
    assert sorted(m.letter for m in marks if m.mark is not Mark.MISSING) == sorted(typed)


@given(st.text(alphabet="abëŁ -", max_size=12).filter(fold))
def test_a_name_typed_right_has_nothing_marked(name: str) -> None:
    assert {mark.mark for mark in marked_letters(fold(name), name=name)} == {Mark.KEPT}


def test_a_mark_is_a_value() -> None:
    assert marked_letters("a", name="a") == (LetterMark("a", Mark.KEPT),)
