"""Frames on heads: of portrait ratio and inside the picture, wherever they are pushed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.heads import Head, head_at, next_head
from klasgenoot.domain.portrait import RATIO

aspects = st.floats(0.3, 4)
parts = st.floats(-2, 3)
heads = st.builds(Head, parts, parts, st.floats(0.01, 2))


@given(head=heads, aspect=aspects, across=parts, down=parts, factor=st.floats(0.1, 10))
def test_a_frame_stays_inside_and_in_shape(
    head: Head, aspect: float, across: float, down: float, factor: float
) -> None:
    for each in (
        head,
        head.moved(across, down, aspect=aspect),
        head.scaled(factor, aspect=aspect),
        next_head(head, aspect=aspect),
    ):
        crop = each.on(aspect)
        assert 0 <= crop.left <= crop.left + crop.width <= 1 + 1e-9
        assert 0 <= crop.top <= crop.top + crop.height <= 1 + 1e-9
        assert crop.width * aspect / crop.height == pytest.approx(RATIO)


@given(aspect=st.floats(0.8, 3))
def test_a_frame_there_and_back_is_where_it_was(aspect: float) -> None:
    head = Head(0.5, 0.5, 0.2)
    back = head.moved(0.3, -0.2, aspect=aspect).moved(-0.3, 0.2, aspect=aspect)
    assert (back.across, back.down) == pytest.approx((0.5, 0.5))


def test_the_next_frame_is_beside_and_then_below() -> None:
    first = next_head(None, aspect=1.6)
    second = next_head(first, aspect=1.6)
    assert second.across > first.across
    assert second.down == pytest.approx(first.down)
    far = Head(0.97, 0.2, 0.2).within(1.6)
    below = next_head(far, aspect=1.6)
    assert below.down > far.down
    assert below.across < 0.2


def test_of_frames_on_each_other_the_smallest_is_meant() -> None:
    large, small = Head(0.5, 0.5, 0.6), Head(0.5, 0.5, 0.2)
    assert head_at((large, small), 0.5, 0.5, aspect=1.5) == 1
    assert head_at((large, small), 0.5, 0.25, aspect=1.5) == 0
    assert head_at((large, small), 0.01, 0.01, aspect=1.5) is None
