"""Frames and names on several pictures, whatever is done to them in whatever order."""

from collections.abc import Callable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from builders import student
from klasgenoot.domain.named_heads import Frames
from klasgenoot.domain.people import PhotoId, StudentId

ASPECT = 1.5
EMPTY = Frames(((), ()))
Deed = Callable[[Frames], Frames]
PART = st.floats(0, 1)
DEEDS: st.SearchStrategy[Deed] = st.one_of(
    st.builds(lambda x, y: lambda f: f.with_one_at(x, y, aspect=ASPECT), PART, PART),
    st.just(lambda f: f.with_next(aspect=ASPECT)),
    st.just(lambda f: f.without_current()),
    st.integers(-1, 3).map(lambda n: lambda f: f.chosen(n)),
    st.integers(-1, 2).map(lambda n: lambda f: f.on(n)),
    st.integers(0, 5).map(lambda n: lambda f: f.named(student(n))),
    st.just(lambda f: f.altered(lambda head: head.scaled(1.2, aspect=ASPECT))),
)


@given(st.lists(DEEDS, max_size=12))
def test_the_keys_are_always_for_a_frame_that_is_there_and_every_frame_counts_once(
    deeds: list[Deed],
) -> None:
    frames = EMPTY
    for deed in deeds:
        frames = deed(frames)
        assert frames.current is None or 0 <= frames.current < len(frames.shown)
        assert frames.place in {0, 1}
        count = sum(map(len, frames.pictures))
        assert len(frames.people) + frames.nameless == count


@given(st.lists(DEEDS, max_size=8))
def test_a_frame_that_is_put_and_taken_away_leaves_the_others(deeds: list[Deed]) -> None:
    frames = EMPTY
    for deed in deeds:
        frames = deed(frames)
    again = frames.with_next(aspect=ASPECT).without_current()
    assert again.pictures == frames.pictures


def test_after_a_name_come_those_behind_it_and_then_those_before() -> None:
    frames = EMPTY
    for _ in range(3):
        frames = frames.with_next(aspect=ASPECT)
    frames = frames.chosen(1).named(student(1))
    assert frames.current == 2
    frames = frames.named(student(2))
    assert frames.current == 0
    assert frames.named(student(3)).current == 0  # nobody is left


def test_who_is_not_there_any_more_loses_the_frame_and_who_is_still_to_be_added_keeps_it() -> None:
    frames = EMPTY.with_next(aspect=ASPECT).named(student(1))  # a draft has no number yet
    assert frames.renewed({}) == frames
    known = replace(student(2), id=StudentId(7))
    frames = EMPTY.with_next(aspect=ASPECT).named(known)
    assert frames.renewed({StudentId(7): known}) == frames
    assert frames.renewed({StudentId(8): known}).people == ()


def test_who_has_a_photo_keeps_it_also_when_it_comes_meanwhile() -> None:
    known = replace(student(2), id=StudentId(7))
    frames = EMPTY.with_next(aspect=ASPECT).named(known)
    assert frames.receivers == (known,)
    with_photo = replace(known, photo=PhotoId("a"))
    frames = frames.renewed({known.id: with_photo})
    assert (frames.people, frames.receivers) == ((with_photo,), ())
