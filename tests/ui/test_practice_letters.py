"""The letters of a typed name, tile by tile: words stay words."""

import pytest
from PySide6.QtGui import QImage

from klasgenoot.domain.spelling import marked_letters
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.theme import ThemeName
from klasgenoot.ui.pages.practice.letters import GAP, Letters
from ui.kit_looks import a_look


@pytest.fixture
def letters(look: Look, qtbot: object) -> Letters:
    return Letters(look)


def shown(letters: Letters, typed: str, *, name: str) -> Letters:
    letters.show_letters(marked_letters(typed, name=name))
    letters.resize(letters.sizeHint())
    return letters


def free_columns(letters: Letters) -> list[int]:
    """How wide each gap between two tiles is, from left to right, in pixels."""
    picture = letters.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ground = letters.palette().window().color().rgb()
    inside = [picture.pixel(x, picture.height() // 4) != ground for x in range(picture.width())]
    runs, run = [], 0
    for is_tile in inside:
        if is_tile and run:
            runs.append(run)
        run = 0 if is_tile else run + 1
    return runs


def test_two_words_stand_further_apart_than_two_letters(letters: Letters):
    gaps = free_columns(shown(letters, "ane marie", name="Anne Marie"))
    assert len(gaps) == len("annemarie") - 1
    assert [place for place, gap in enumerate(gaps) if gap > 3 * GAP] == [len("anne") - 1]


def test_a_word_goes_to_the_next_row_whole(letters: Letters):
    one_row = shown(letters, "ane marie", name="Anne Marie").sizeHint()
    assert letters.heightForWidth(one_row.width()) == one_row.height()
    narrow = letters.heightForWidth(one_row.width() - 1)
    assert one_row.height() < narrow == letters.heightForWidth(one_row.width() * 3 // 5)


def test_a_word_longer_than_a_row_is_cut_rather_than_clipped(letters: Letters):
    tile = letters.minimumSizeHint()
    shown(letters, "maximilian", name="Maximiliaan")
    rows = letters.heightForWidth(4 * (tile.width() + GAP)) // tile.height()
    assert rows == 3


def test_a_space_typed_too_many_sets_no_words_apart(letters: Letters):
    gaps = free_columns(shown(letters, "ann x", name="Anne"))
    assert max(gaps) <= 2 * GAP


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_tile_of_a_letter_that_was_right_can_be_told_from_the_page(
    theme: ThemeName, qapp: object
):
    tokens = a_look(theme).tokens
    letters = Letters(a_look(theme))
    picture = shown(letters, "noor", name="Noor").grab().toImage()
    tile = picture.pixelColor(4, picture.height() // 2)
    assert abs(tile.lightness() - tokens["bg"].lightness()) >= 9
