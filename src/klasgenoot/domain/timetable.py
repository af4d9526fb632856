"""Which lessons stand in a timetable? Its events held against the classes, and holidays."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta

from klasgenoot.domain.names import fold, fold_words, tidy
from klasgenoot.domain.people import ClassId, Student
from klasgenoot.domain.periods import Period, PeriodId, PeriodKind

LONGEST_SUBJECT = 80
LONGEST_PERIOD = timedelta(days=120)
_RUN = re.compile(r"[^\W_]+")
_MOST_RUNS = 3
"""A class is written in at most so many pieces: "CMV 1 B"."""
_SHORTEST_NAME = 3
_HOLIDAY = re.compile(
    r"vakantie|holiday|vacation|\bbreak\b|roostervrij|lesvrij|reces|studiedag|feestdag"
    r"|kerst|christmas|pasen|paas|easter|pinkster|hemelvaart|koningsdag|bevrijdingsdag|nieuwjaar",
    re.IGNORECASE,
)
_EXAMS = re.compile(r"toetsweek|toetsweken|toetsperiode|tentamen|exam|hertoets", re.IGNORECASE)
_BLOCK = re.compile(
    r"\A\W*(?:onderwijsperiode|blok|block|periode|period|term)\W*\d+\W*\Z", re.IGNORECASE
)
_TELLING = {
    PeriodKind.BLOCK: _BLOCK,
    PeriodKind.EXAMS: _EXAMS,
    PeriodKind.HOLIDAY: _HOLIDAY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One time that something in a calendar file happens.

    Attributes:
        uid: the same each time the file is written.
        detail: the description that goes with the title.
        starts: on Dutch clocks; None for whole days.
        last_on: the last day, in it; the same as `on` for what has a time.
        series: what the series is called that this is one time of, where that is something else.
    """

    uid: str
    title: str
    detail: str
    place: str
    on: date
    starts: time | None
    ends: time | None
    last_on: date
    series: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timetable:
    """A calendar file as it was read.

    Attributes:
        name: stands for where it comes from, so that two files do not take each other's lessons.
    """

    name: str
    happenings: tuple[Happening, ...]


@dataclass(frozen=True, slots=True)
class Titled:
    """Lessons of which nobody knows the class yet: what they are called, and how many."""

    title: str
    count: int


def joined(timetables: Iterable[Timetable]) -> tuple[Timetable, ...]:
    """Timetables without two from one place: those become one, with each happening once.

    A place that gives a file for each class would otherwise have the second file say that the
    lessons of the first are gone.
    """
    found: dict[str, list[Happening]] = {}
    for each in timetables:
        found.setdefault(each.name, []).extend(each.happenings)
    return tuple(Timetable(name=name, happenings=once(every)) for name, every in found.items())


def once(happenings: Iterable[Happening]) -> tuple[Happening, ...]:
    """Each of these once, as it was said last.

    One UID at one time may stand for several, told apart by their words: a lecture for two classes.
    """
    return tuple({(each.uid, each.title, each.detail): each for each in happenings}.values())


def classes_in(
    happening: Happening, *, classes: Mapping[ClassId, str], named: Mapping[str, ClassId]
) -> tuple[ClassId, ...]:
    """Which classes something is for: those it names, else the one the teacher said before.

    One time of a series that is called something else is for whom the series is for.

    Args:
        happening: with its title, description and place.
        classes: what the classes are called.
        named: folded titles with the class the teacher said they are for.
    """
    own = _said_or_named(happening.title, happening.detail, classes=classes, named=named)
    return own or _said_or_named(happening.series, classes=classes, named=named)


def _said_or_named(
    title: str, *details: str, classes: Mapping[ClassId, str], named: Mapping[str, ClassId]
) -> tuple[ClassId, ...]:
    said = named.get(title_key(title))
    if said in classes and said is not None:
        return (said,)
    for text in (title, *details):
        runs = [fold(run) for run in _RUN.findall(text)]
        joined = {
            "".join(runs[at : at + count])
            for at in range(len(runs))
            for count in range(1, _MOST_RUNS + 1)
        }
        found = tuple(class_id for class_id, name in classes.items() if _compact(name) in joined)
        if found:
            return found
    return ()


def title_key(title: str) -> str:
    """A title as it is remembered."""
    return fold_words(title)


def period_in(happening: Happening, *, names: Collection[str] = ()) -> Period | None:
    """The holiday, exam weeks or block that whole days stand for; None for anything else.

    Of a title with one of these folded names in it, only the word that tells what it is is kept.
    """
    length = happening.last_on - happening.on
    if happening.starts is not None or length > LONGEST_PERIOD:
        return None
    title = tidy(happening.title)[:LONGEST_SUBJECT]
    kind = kind_told_by(title)
    if kind is None:
        return None
    if names_somebody(title, names=names):
        title = next((word for word in title.split() if kind_told_by(word) is kind), kind.value)
    return Period(
        id=PeriodId(0),
        kind=kind,
        name=title,
        first_on=happening.on,
        last_on=happening.last_on,
    )


def kind_told_by(title: str) -> PeriodKind | None:
    """Whether a title is that of a holiday, exam weeks or a block; None for anything else."""
    return next((kind for kind, pattern in _TELLING.items() if pattern.search(title)), None)


def unknown_titles(
    happenings: Iterable[Happening],
    *,
    classes: Mapping[ClassId, str],
    named: Mapping[str, ClassId],
    most: int,
) -> tuple[Titled, ...]:
    """What comes back and is for no class that is known, the most frequent first.

    What happens once is left out: a lesson comes back.
    """
    counts: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for each in happenings:
        key = title_key(each.title)
        if each.starts is None or not key or classes_in(each, classes=classes, named=named):
            continue
        counts[key] += 1
        shown.setdefault(key, tidy(each.title)[:LONGEST_SUBJECT])
    often = [(key, count) for key, count in counts.most_common() if count > 1]
    return tuple(Titled(shown[key], count) for key, count in often[:most])


def subject_of(title: str, *, names: Collection[str]) -> str:
    """A title as the subject of a lesson; nothing of one that names a student."""
    return "" if names_somebody(title, names=names) else tidy(title)[:LONGEST_SUBJECT]


def names_somebody(text: str, *, names: Collection[str]) -> bool:
    """Whether one of these folded names stands in a text as a word of its own."""
    return any(fold(run) in names for run in _RUN.findall(text))


def names_of(students: Iterable[Student]) -> frozenset[str]:
    """The words that would tell who a title is about: given, call and family names."""
    return frozenset(
        word
        for student in students
        for name in (student.given_name, student.call_name, student.family_name)
        for word in (fold(run) for run in _RUN.findall(name))
        if len(word) >= _SHORTEST_NAME
    )


def _compact(name: str) -> str:
    return "".join(fold(run) for run in _RUN.findall(name))
