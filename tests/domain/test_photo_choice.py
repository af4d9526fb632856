"""The harder photo is kept for sweeps, and practice goes round the others."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from builders import student
from klasgenoot.domain.people import Crop, MorePhoto, MorePhotoId, PhotoId, StudentId
from klasgenoot.domain.photo_choice import (
    ShownPhoto,
    Tally,
    for_practice,
    for_sweep,
    photos_of,
)

DAY = date(2026, 10, 29)
OLD, NEW, THIRD = (ShownPhoto(PhotoId(name)) for name in ("old", "new", "third"))
names = st.lists(st.text("0123456789abcdef", min_size=1, max_size=64), unique=True, max_size=6)
photos = names.map(lambda found: tuple(ShownPhoto(PhotoId(name)) for name in found))
tallies = st.dictionaries(
    st.text("0123456789abcdef", min_size=1, max_size=3).map(PhotoId),
    st.tuples(st.integers(0, 9), st.integers(0, 9)).map(lambda two: Tally(max(two), min(two))),
)
days = st.dates(date(2026, 1, 1), date(2030, 1, 1))


def more(number: int, photo: str, crop: Crop | None = None) -> MorePhoto:
    return MorePhoto(
        id=MorePhotoId(number),
        student_id=StudentId(1),
        photo=PhotoId(photo),
        added_on=DAY,
        crop=crop,
    )


def test_the_main_photo_comes_first_and_each_comes_once():
    crop = Crop(0.1, 0.1, 0.5, 0.5)
    known = student(photo=PhotoId("old"), crop=crop)
    assert photos_of(known, [more(1, "new"), more(2, "old"), more(3, "third", crop)]) == (
        ShownPhoto(PhotoId("old"), crop),
        NEW,
        ShownPhoto(PhotoId("third"), crop),
    )
    assert photos_of(student(), [more(1, "new")]) == (NEW,)
    assert photos_of(student()) == ()


def test_one_photo_is_always_that_one():
    assert for_sweep([OLD], misses={}) == OLD
    assert for_practice([OLD], misses={}, day=DAY) == OLD


def test_without_photos_there_is_nothing_to_show():
    assert for_sweep([], misses={}) is None
    assert for_practice([], misses={}, day=DAY) is None


def test_of_photos_that_were_never_asked_the_newest_is_kept():
    assert for_sweep([OLD, NEW], misses={}) == NEW
    assert for_practice([OLD, NEW], misses={}, day=DAY) == OLD


def test_the_one_that_is_missed_more_is_kept():
    counted = {OLD.photo: Tally(10, 8), NEW.photo: Tally(10, 1)}
    assert for_sweep([OLD, NEW], misses=counted) == OLD
    assert for_practice([OLD, NEW], misses=counted, day=DAY) == NEW


def test_one_miss_does_not_outweigh_many():
    counted = {OLD.photo: Tally(10, 8), NEW.photo: Tally(1, 1)}
    assert for_sweep([OLD, NEW], misses=counted) == OLD


def test_a_photo_that_was_named_in_each_sweep_may_come_back_into_practice():
    counted = {OLD.photo: Tally(4, 3), NEW.photo: Tally(3, 0)}
    assert for_practice([OLD, NEW], misses=counted, day=DAY) == NEW


def test_practice_goes_round_the_others_over_days():
    shown = {
        for_practice([OLD, THIRD, NEW], misses={}, day=DAY + timedelta(days=ago))
        for ago in range(20)
    }
    assert shown == {OLD, THIRD}


@given(photos, tallies, days)
def test_practice_never_shows_what_is_kept_unless_there_is_one(found, counted, day):
    practised = for_practice(found, misses=counted, day=day)
    kept = for_sweep(found, misses=counted)
    assert {practised, kept} <= {*found, None}
    assert (practised == kept) == (len(found) < 2)


@given(photos, tallies, days)
def test_what_is_practised_does_not_hang_on_the_order_of_the_others(found, counted, day):
    kept = for_sweep(found, misses=counted)
    turned = (*(each for each in reversed(found) if each != kept), *([kept] if kept else []))
    first = for_practice(found, misses=counted, day=day)
    assert for_practice(turned, misses=counted, day=day) == first


@given(tallies)
def test_the_share_lies_between_none_and_all_and_grows_with_each_miss(counted):
    for tally in counted.values():
        assert 0 < tally.share < 1
        assert Tally(tally.asked + 1, tally.missed + 1).share > tally.share
        assert Tally(tally.asked + 1, tally.missed).share < tally.share
