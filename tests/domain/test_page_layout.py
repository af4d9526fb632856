"""What stands where on a page."""

from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.page_layout import Box, Word, words_on_page

WIDTH, HEIGHT = 300.0, 200.0
PLACES = st.integers(-40, 340)


def _word(left: float, top: float) -> Word:
    return Word("Bos", Box(left, top, left + 20, top + 10))


@given(st.lists(st.builds(_word, PLACES, PLACES), max_size=12))
def test_all_that_can_be_seen_stays_and_only_what_follows_it_goes_on(words: list[Word]) -> None:
    found = words_on_page(words, width=WIDTH, height=HEIGHT)
    seen = [
        word
        for word in words
        if word.box.left < WIDTH
        and word.box.right > 0
        and word.box.top < HEIGHT
        and word.box.bottom > 0
    ]
    assert [word for word in found if word in seen] == seen
    for word in found:
        if word not in seen:
            before = found[found.index(word) - 1]
            assert abs(word.box.left - before.box.right) < 10


def test_a_name_that_runs_over_the_edge_is_whole_and_one_beyond_it_is_not_there() -> None:
    begun, further, other = _word(285, 100), _word(309, 100), _word(360, 100)
    assert words_on_page([begun, further, other], width=WIDTH, height=HEIGHT) == (begun, further)
