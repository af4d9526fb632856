"""What do the eleven recommendations say, and which of them is this week's?

The texts are content, in `resources/guide/`; here is their shape. The recommendations are those of
Adrichem, Van Herpen and Meijer (2022), *Gezien en gehoord worden op de hogeschool*, Hogeschool
Inholland: eleven interviews at one institution, so guidance and not proof.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from klasgenoot.domain.evidence import (
    ATTENTION,
    DYNAMICS,
    HOW_MANY,
    NAMES,
    NEEDS,
    TRUST,
    Evidence,
    LastGroupNote,
    NamesKnown,
    NeedsAsked,
    OpenPromises,
    Reach,
)

LONGEST_STEP = 2
"""In minutes: a step fits between two other things in a lesson."""

OLD_NOTE_DAYS = 21
"""A hunch about a group older than this says little about the group of today."""


class Place(StrEnum):
    """A page that a step can lead to."""

    NAMES = "names"
    STUDENTS = "students"
    CHECKINS = "checkins"
    PHASES = "phases"
    TALKS = "talks"
    NEEDS = "needs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to do in two minutes or less: on a page, or in class in the words of `say`."""

    title: str
    minutes: int
    say: str
    leads_to: Place | None


@dataclass(frozen=True, slots=True, kw_only=True)
class More:
    """A page that helps with a recommendation besides its step, and takes longer."""

    title: str
    leads_to: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """One of the eleven. `quote` is the report's own Dutch; `translation` is empty in Dutch."""

    number: int
    key: str
    title: str
    quote: str
    translation: str
    why: str
    ideas: tuple[str, ...]
    step: Step
    more: More | None


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The study behind the recommendations, with its limits."""

    study: str
    method: str
    found: str
    limits: str
    citation: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """The whole guide in one language, its recommendations in the order of the report."""

    about: About
    recommendations: tuple[Recommendation, ...]


def read_guide(data: Mapping[str, Any]) -> Guide:
    """The guide from its JSON, as parsed.

    Raises:
        ValueError: A field is missing or unknown, a step is too long or leads nowhere, or the
            recommendations are not the eleven in order. It is our own file, so this is a bug.
    """
    try:
        about = {**data["about"], "sources": tuple(data["about"]["sources"])}
        guide = Guide(
            about=About(**about),
            recommendations=tuple(_recommendation(entry) for entry in data["recommendations"]),
        )
    except (KeyError, TypeError) as error:
        raise ValueError(f"the guide lacks its shape: {error!r}") from error
    if [entry.number for entry in guide.recommendations] != list(range(1, HOW_MANY + 1)):
        raise ValueError("the guide does not hold the eleven recommendations in order")
    return guide


def _recommendation(entry: Mapping[str, Any]) -> Recommendation:
    place, minutes = entry["step"]["leads_to"], entry["step"]["minutes"]
    if minutes not in range(1, LONGEST_STEP + 1):
        raise ValueError(f"a step of {minutes} minutes")
    step = {**entry["step"], "leads_to": None if place is None else Place(place)}
    more = entry["more"]
    made = More(**{**more, "leads_to": Place(more["leads_to"])}) if more else None
    ideas = tuple(entry["ideas"])
    return Recommendation(**{**entry, "ideas": ideas, "step": Step(**step), "more": made})


class Mark(StrEnum):
    """What a teacher says to a recommendation."""

    DONE = "done"
    LATER = "later"
    NOT_FOR_ME = "not_for_me"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A mark and the day it was given."""

    mark: Mark
    on: date


REST_DAYS = {Mark.LATER: 7, Mark.DONE: 30}
"""How long a mark keeps a recommendation from being this week's. NOT_FOR_ME holds until changed."""


def of_the_week(
    guide: Guide, *, evidence: Mapping[int, Evidence], marks: Mapping[int, Marked], today: date
) -> int | None:
    """The number of the one recommendation to show this week; None when all are put aside.

    What presses comes first; else the eleven take turns by ISO week. Putting aside one that is not
    this week's never changes the choice.
    """
    numbers = [entry.number for entry in guide.recommendations]
    # Day 1 of the calendar is a Monday, so this counts ISO weeks without a jump at New Year.
    turn = (today.toordinal() - 1) // 7 % len(numbers)
    in_order = [*_pressing(evidence), *numbers[turn:], *numbers[:turn]]
    return next((n for n in in_order if not _rests(marks.get(n), today=today)), None)


def _pressing(evidence: Mapping[int, Evidence]) -> Iterator[int]:
    """Where a step helps most now, the most helpful first. You greet whom you can name."""
    promises, names = evidence.get(TRUST), evidence.get(NAMES)
    reach, note = evidence.get(ATTENTION), evidence.get(DYNAMICS)
    asked = evidence.get(NEEDS)
    if isinstance(promises, OpenPromises) and promises.overdue:
        yield TRUST
    if isinstance(names, NamesKnown) and names.known * 2 < names.total:
        yield NAMES
    if isinstance(reach, Reach) and reach.never:
        yield ATTENTION
    if isinstance(asked, NeedsAsked) and not asked.is_told:
        yield NEEDS
    if isinstance(names, NamesKnown) and names.known < names.total:
        yield NAMES
    if isinstance(note, LastGroupNote) and (note.days_old is None or note.days_old > OLD_NOTE_DAYS):
        yield DYNAMICS


def _rests(marked: Marked | None, *, today: date) -> bool:
    if marked is None:
        return False
    days = REST_DAYS.get(marked.mark)
    return days is None or (today - marked.on).days < days
