"""When are the lessons? Weekly slots, dated lessons; the one just given, going on and next."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import NewType

from klasgenoot.domain.people import ClassId
from klasgenoot.domain.periods import LessonFree, LessonWeek, Period, free_on, lesson_week

SlotId = NewType("SlotId", int)

JUST_GIVEN_DAYS = 4
"""A lesson is just given up to so many days later: that of Thursday on Monday still is."""
LOOK_AHEAD_DAYS = 70
"""How far ahead the next lesson is looked for: over a summer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonSlot:
    """A lesson that comes back each week from one day to another, both in it.

    Attributes:
        weekday: Monday is 0.
        starts: on the teacher's clock, as all times here.
    """

    id: SlotId
    class_id: ClassId
    weekday: int
    starts: time
    ends: time
    first_on: date
    last_on: date
    subject: str = ""
    room: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """One meeting with a class.

    Attributes:
        uid: what its timetable knows it by; empty for one of a weekly slot.
    """

    class_id: ClassId
    on: date
    starts: time
    ends: time
    subject: str = ""
    room: str = ""
    uid: str = ""

    @property
    def order(self) -> tuple[date, time, time, ClassId]:
        """Sorts lessons as they come."""
        return self.on, self.starts, self.ends, self.class_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """The lessons around a moment; each is None where there is none near enough."""

    given: Lesson | None = None
    going_on: Lesson | None = None
    next: Lesson | None = None

    @property
    def at_hand(self) -> Lesson | None:
        """The lesson a log line is most likely about: the one going on, else the one just given."""
        return self.going_on or self.given


@dataclass(frozen=True, kw_only=True)
class Calendar:
    """All that is known of when there are lessons. An empty one is a calendar too."""

    slots: tuple[LessonSlot, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    periods: tuple[Period, ...] = ()

    @property
    def has_lessons(self) -> bool:
        """Whether it knows of any lesson."""
        return bool(self.slots or self.lessons)

    def knows(self, class_id: ClassId) -> bool:
        """Whether it knows of any lesson of a class."""
        of_slots = any(slot.class_id == class_id for slot in self.slots)
        return of_slots or any(lesson.class_id == class_id for lesson in self.lessons)

    def first_of(self, class_id: ClassId) -> date | None:
        """The day of the first lesson of a class; None without one."""
        slots = (slot for slot in self.slots if slot.class_id == class_id)
        dated = (lesson.on for lesson in self.lessons if lesson.class_id == class_id)
        return min((*dated, *filter(None, map(self._first_in, slots))), default=None)

    @cached_property
    def lesson_free(self) -> LessonFree:
        """The days in holidays and exam weeks."""
        return LessonFree(self.periods)

    def lessons_on(self, day: date) -> tuple[Lesson, ...]:
        """The lessons of a day, as they come.

        A weekly slot rests in holidays and exam weeks, and gives way to a dated lesson of the same
        class at the same time: what a timetable says by date is the newer word.
        """
        dated = self._by_day.get(day, [])
        weekly = [
            Lesson(
                class_id=slot.class_id,
                on=day,
                starts=slot.starts,
                ends=slot.ends,
                subject=slot.subject,
                room=slot.room,
            )
            for slot in self._by_weekday.get(day.weekday(), [])
            if slot.first_on <= day <= slot.last_on and not self.lesson_free.has(day)
        ]
        weekly = [one for one in weekly if not any(_overlap(one, other) for other in dated)]
        return tuple(sorted((*dated, *weekly), key=lambda lesson: lesson.order))

    def around(self, moment: datetime, *, class_id: ClassId | None = None) -> Around:
        """The lesson just given, going on and next, as seen from a moment on the teacher's clock.

        Just given is the one that ended last, today or at most `JUST_GIVEN_DAYS` ago; of two that
        go on at once, the one that began last goes on.

        Args:
            class_id: lessons of this class only.
        """
        today, clock = moment.date(), moment.time()
        those = [each for each in self.lessons_on(today) if _is_of(each, class_id)]
        return Around(
            given=max(
                (each for each in those if each.ends <= clock),
                key=lambda each: (each.ends, each.order),
                default=None,
            )
            or self._last_before(today, class_id),
            going_on=max(
                (each for each in those if each.starts <= clock < each.ends),
                key=lambda each: each.order,
                default=None,
            ),
            next=next((each for each in those if each.starts > clock), None)
            or next(self._ahead(today, class_id), None),
        )

    def free_on(self, day: date) -> Period | None:
        """The holiday or exam weeks that a day falls in."""
        return free_on(self.periods, day)

    def lesson_week(self, day: date) -> LessonWeek | None:
        """Which week of its block a day falls in."""
        return lesson_week(self.periods, day)

    @cached_property
    def _by_day(self) -> dict[date, list[Lesson]]:
        found: dict[date, list[Lesson]] = {}
        for lesson in self.lessons:
            found.setdefault(lesson.on, []).append(lesson)
        return found

    @cached_property
    def _by_weekday(self) -> dict[int, list[LessonSlot]]:
        found: dict[int, list[LessonSlot]] = {}
        for slot in self.slots:
            found.setdefault(slot.weekday, []).append(slot)
        return found

    def _first_in(self, slot: LessonSlot) -> date | None:
        day = slot.first_on + timedelta(days=(slot.weekday - slot.first_on.weekday()) % 7)
        while day <= slot.last_on:
            if not self.lesson_free.has(day):
                return day
            day += timedelta(weeks=1)
        return None

    def _last_before(self, today: date, class_id: ClassId | None) -> Lesson | None:
        for back in range(1, JUST_GIVEN_DAYS + 1):
            those = self.lessons_on(today - timedelta(days=back))
            last = max(
                (each for each in those if _is_of(each, class_id)),
                key=lambda each: (each.ends, each.order),
                default=None,
            )
            if last:
                return last
        return None

    def _ahead(self, today: date, class_id: ClassId | None) -> Iterator[Lesson]:
        for ahead in range(1, LOOK_AHEAD_DAYS + 1):
            for lesson in self.lessons_on(today + timedelta(days=ahead)):
                if _is_of(lesson, class_id):
                    yield lesson


def _is_of(lesson: Lesson, class_id: ClassId | None) -> bool:
    return class_id is None or lesson.class_id == class_id


def _overlap(one: Lesson, other: Lesson) -> bool:
    """Whether one class would be in two lessons at once."""
    return one.class_id == other.class_id and one.starts < other.ends and other.starts < one.ends
