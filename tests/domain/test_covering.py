"""Covering words: nothing of them is left, and nothing else goes."""

from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.covering import (
    BAR,
    Cover,
    covered,
    stretches,
    whole_words,
    with_cover,
    words_in,
)

TEXT = "Milan vertelde over thuis en dat blijft hier."
SPANS = st.lists(
    st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(sorted), max_size=6
)


def cover(start: int, end: int, reason: str = "over een ander") -> Cover:
    return Cover(place="a", start=start, end=end, reason=reason)


def test_a_selection_grows_to_whole_words() -> None:
    start, end = whole_words(TEXT, 9, 17) or (0, 0)
    assert TEXT[start:end] == "vertelde over"
    assert whole_words(TEXT, 5, 6) is None


def test_a_bar_tells_nothing_of_how_long_it_was() -> None:
    short, long = cover(0, 5), cover(0, 40)
    assert covered(TEXT, place="a", covers=[short]).startswith(BAR + " ")
    assert covered(TEXT, place="a", covers=[long]).startswith(BAR + "hier")
    assert covered(TEXT, place="b", covers=[long]) == TEXT


def test_words_are_counted() -> None:
    assert words_in(TEXT, cover(0, 25)) == 4
    assert words_in("...", cover(0, 3)) == 1


@given(SPANS)
def test_covers_never_overlap_and_the_rest_stays(spans: list[list[int]]) -> None:
    covers: tuple[Cover, ...] = ()
    gone: set[int] = set()
    for start, end in spans:
        grown = whole_words(TEXT, start, end)
        if grown:
            covers = with_cover(covers, cover(*grown))
            gone |= set(range(*grown))
    parts = list(stretches(TEXT, place="a", covers=covers))
    assert [part.start for part in parts[1:]] == [part.end for part in parts[:-1]]
    left = "".join(TEXT[part.start : part.end] for part in parts if not part.cover)
    assert left == "".join(letter for at, letter in enumerate(TEXT) if at not in gone)
    assert covered(TEXT, place="a", covers=covers).replace(BAR, "") == left


def test_a_new_cover_takes_in_what_it_overlaps() -> None:
    both = with_cover((cover(0, 14), cover(20, 25)), cover(6, 22, "anders"))
    assert both == (cover(0, 25, "anders"),)
