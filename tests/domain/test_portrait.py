import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.people import Crop
from klasgenoot.domain.portrait import default_crop

SIZES = st.integers(min_value=1, max_value=8000)


@given(SIZES, SIZES)
def test_a_default_crop_is_four_by_five_and_lies_within_the_picture(
    width: int, height: int
) -> None:
    crop = default_crop(width, height)
    assert crop.width * width / (crop.height * height) == pytest.approx(4 / 5)
    _lies_within(crop, Crop(0, 0, 1, 1))
    assert max(crop.width, crop.height) == pytest.approx(1)


def test_a_four_by_five_picture_stays_whole() -> None:
    assert default_crop(400, 500) == Crop(0, 0, 1, 1)


def test_a_wide_picture_keeps_its_middle() -> None:
    crop = default_crop(1600, 900)
    assert crop.left == pytest.approx(1 - crop.left - crop.width)
    assert (crop.top, crop.height) == (0, 1)


def test_a_tall_picture_loses_little_above_and_more_below() -> None:
    crop = default_crop(1080, 1920)
    assert crop.top == pytest.approx(0.074, abs=0.001)
    assert 1 - crop.top - crop.height == pytest.approx(3 * crop.top)


def _lies_within(inner: Crop, outer: Crop) -> None:
    rounding = 1e-9
    assert inner.left >= outer.left - rounding
    assert inner.top >= outer.top - rounding
    assert inner.left + inner.width <= outer.left + outer.width + rounding
    assert inner.top + inner.height <= outer.top + outer.height + rounding
