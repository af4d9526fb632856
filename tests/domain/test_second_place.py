"""The second place is spoken of once a month at most, and a clock that leaps says nothing wrong."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.second_place import MONTH, Nudge, SecondPlace, nudge_due

NOW = datetime(2026, 11, 22, 14, 30, tzinfo=UTC)
STICK = Path("/media/stick")
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (SecondPlace(folder=None, since=NOW - MONTH), Nudge.NOT_CHOSEN),
        (SecondPlace(folder=None, since=NOW - MONTH + DAY), None),
        (SecondPlace(folder=None, since=NOW - 9 * MONTH, said_at=NOW - DAY), None),
        (SecondPlace(folder=STICK, since=NOW - MONTH), Nudge.NOT_REACHED),
        (SecondPlace(folder=STICK, since=NOW - 9 * MONTH, reached_at=NOW - DAY), None),
        (
            SecondPlace(folder=STICK, since=NOW - 9 * MONTH, reached_at=NOW - MONTH),
            Nudge.NOT_REACHED,
        ),
        (SecondPlace(folder=STICK, since=NOW + 400 * DAY), None),
    ],
)
def test_it_is_spoken_of_after_a_month(place: SecondPlace, expected: Nudge | None) -> None:
    assert nudge_due(place, now=NOW) is expected


@given(
    days=st.lists(st.integers(0, 40), min_size=1, max_size=40),
    folder=st.sampled_from([None, STICK]),
)
def test_two_reminders_are_never_less_than_a_month_apart(
    days: list[int], folder: Path | None
) -> None:
    place, now, told = SecondPlace(folder=folder, since=NOW), NOW, [NOW]
    for step in days:
        now += timedelta(days=step)
        if nudge_due(place, now=now) is not None:
            place = SecondPlace(folder=folder, since=NOW, said_at=now)
            told.append(now)
    assert all(later - earlier >= MONTH for earlier, later in pairwise(told))


@pytest.mark.parametrize(
    ("folder", "copies"),
    [
        (None, None),
        (STICK, STICK / "Klasgenoot"),
        (STICK / "klasgenoot", STICK / "klasgenoot"),
    ],
)
def test_copies_have_a_folder_of_their_own(folder: Path | None, copies: Path | None) -> None:
    assert SecondPlace(folder=folder, since=NOW).copies == copies
