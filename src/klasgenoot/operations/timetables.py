"""Timetables read, and thought over: which lessons of which class, and what to ask first."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from klasgenoot.domain.calendar import Lesson
from klasgenoot.domain.people import ClassId
from klasgenoot.domain.periods import Period
from klasgenoot.domain.timetable import (
    Happening,
    Timetable,
    Titled,
    classes_in,
    joined,
    names_of,
    names_somebody,
    period_in,
    subject_of,
    title_key,
    unknown_titles,
)
from klasgenoot.exchange.cage.cage import Cage
from klasgenoot.exchange.cage.timetable_reader import TIMETABLE
from klasgenoot.exchange.source_files import SourceFile, start_of
from klasgenoot.store import calendar as stored
from klasgenoot.store import school_classes, students
from klasgenoot.store.database import Vault

BACK = timedelta(days=400)
"""Lessons longer ago than this are not taken in."""
MOST_ASKED = 8
"""So many titles are asked about at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimetableProposal:
    """What timetables would put in the calendar; the arguments of `import_calendar`.

    Attributes:
        lessons: of classes that are known, with their uid.
        periods: holidays, exam weeks and blocks.
        names: titles that the teacher said the class of, to remember.
        dropped: lessons of before that no longer stand in this timetable.
        unknown: what comes back in it and is for no class that is known.
    """

    lessons: tuple[Lesson, ...]
    periods: tuple[Period, ...]
    names: Mapping[str, ClassId]
    dropped: Mapping[ClassId, frozenset[str]]
    unknown: tuple[Titled, ...]


def read_timetables(
    paths: Sequence[Path], *, today: date, is_cancelled: Callable[[], bool]
) -> tuple[Timetable, ...]:
    """Reads calendar files, in the cage; a series that goes on is followed from today.

    Files that come from one place, such as one for each class, are one timetable.

    Raises:
        UnreadableList: one of them is no calendar file.
        Cancelled: the teacher stopped it.
        Trouble: one of them cannot be read.
    """
    files = [
        SourceFile(path.name, partial(start_of, path), part=today.toordinal()) for path in paths
    ]
    with Cage(is_cancelled=is_cancelled, workers=1) as cage:
        return joined(cage.read(TIMETABLE, file) for file in files)


def propose_timetable(
    vault: Vault, timetables: Sequence[Timetable], *, said: Mapping[str, ClassId], today: date
) -> TimetableProposal:
    """What timetables would put in the calendar.

    Args:
        vault: the classes, and what the teacher said of such titles before.
        timetables: as they were read, no two from one place.
        said: titles, and the class that the teacher now says they are for.
        today: lessons long before it are left out.
    """
    classes = {each.id: each.name for each in school_classes.all_classes(vault)}
    remembered = stored.lesson_names(vault)
    now_said = {title_key(title): class_id for title, class_id in said.items()}
    named = remembered | now_said
    names = names_of(students.all_students(vault, with_restricted=True))
    everything: list[Happening] = []
    lessons: list[Lesson] = []
    dropped: dict[ClassId, frozenset[str]] = {}
    for timetable in timetables:
        source = _mark(timetable.name, size=3)
        recent = [each for each in timetable.happenings if each.last_on >= today - BACK]
        every = (
            _lesson(each, class_id, source=source, names=names)
            for each in recent
            if each.starts is not None
            for class_id in classes_in(each, classes=classes, named=named)
        )
        of_this = tuple({(each.class_id, each.uid): each for each in every}.values())
        days = [each.on for each in recent if each.starts]
        for class_id, gone in _dropped(vault, of_this, source=source, days=days).items():
            dropped[class_id] = dropped.get(class_id, frozenset()) | gone
        everything += recent
        lessons += of_this
    periods = (period_in(each, names=names) for each in everything)
    return TimetableProposal(
        lessons=tuple(lessons),
        periods=tuple(dict.fromkeys(period for period in periods if period)),
        names={
            title: class_id
            for title, class_id in now_said.items()
            if not names_somebody(title, names=names)
        },
        dropped=dropped,
        unknown=unknown_titles(everything, classes=classes, named=remembered, most=MOST_ASKED),
    )


def _lesson(
    happening: Happening, class_id: ClassId, *, source: str, names: frozenset[str]
) -> Lesson:
    assert happening.starts is not None  # noqa: S101 - for mypy: the caller has looked
    assert happening.ends is not None  # noqa: S101 - comes with the beginning
    return Lesson(
        class_id=class_id,
        on=happening.on,
        starts=happening.starts,
        ends=happening.ends,
        subject=subject_of(happening.title, names=names),
        room=subject_of(happening.place, names=names),
        uid=f"{source}-{_mark(happening.uid, size=10)}",
    )


def _dropped(
    vault: Vault, lessons: tuple[Lesson, ...], *, source: str, days: Sequence[date]
) -> dict[ClassId, frozenset[str]]:
    """What came out of this timetable before and is gone.

    A timetable may cover other weeks than the last time: only what lies between the first and the
    last of its `days`, whoever's lessons those are, can have gone.
    """
    found: dict[ClassId, frozenset[str]] = {}
    there = {(lesson.class_id, lesson.uid) for lesson in lessons}
    if not lessons:
        return found
    first, last = min(days), max(days)
    for known in stored.calendar(vault).lessons:
        is_of_this = known.uid.startswith(f"{source}-") and first <= known.on <= last
        if is_of_this and (known.class_id, known.uid) not in there:
            found[known.class_id] = found.get(known.class_id, frozenset()) | {known.uid}
    return found


def _mark(text: str, *, size: int) -> str:
    """Stands for a text, which cannot be read back from it: a uid may hold a name or an address."""
    from hashlib import blake2b

    return blake2b(text.encode(), digest_size=size).hexdigest()
