"""Which lesson is it about now, and what is said of it? Before, during, after, and in between."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.calendar import Around, Calendar, Lesson
from klasgenoot.domain.people import SchoolClass
from klasgenoot.viewmodels.words import capital, long_date, short_date

translate = QCoreApplication.translate

SOON = timedelta(minutes=60)
"""A lesson this near is counted down to, and comes before the one that was just given."""
NOON, EVENING = 12, 18
_TO = "\N{EN DASH}"


class Stage(StrEnum):
    """Where a moment lies, seen from the lessons of a class."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"
    """The lesson of today has been."""
    AHEAD = "ahead"
    """The next lesson is on another day."""
    NONE = "none"
    """No lesson is known of, or none any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonShown:
    """The lesson a day is about, in words.

    Attributes:
        stage: before, during or after it.
        lesson: which one; None where there is none.
        heading: when, and with whom.
        line: the hours, the subject and the room, or what there is to know instead.
        has_calendar: whether anything is known of when this class has lessons.
    """

    stage: Stage
    lesson: Lesson | None
    heading: str
    line: str
    has_calendar: bool


def lesson_shown(calendar: Calendar, school_class: SchoolClass, *, now: datetime) -> LessonShown:
    """The lesson of a class that counts at a moment."""
    around, today = calendar.around(now, class_id=school_class.id), now.date()
    stage, lesson = counting(around, now=now)
    if lesson is None:
        has_had = calendar.knows(school_class.id)
        return LessonShown(
            stage=stage,
            lesson=None,
            heading=school_class.name,
            line=_without_lesson(has_had=has_had),
            has_calendar=has_had,
        )
    coming = lesson if stage is Stage.BEFORE else around.next
    return LessonShown(
        stage=stage,
        lesson=lesson,
        heading=_heading(stage, lesson, now=now).format(name=school_class.name),
        line=_line(lesson, coming, today=today),
        has_calendar=True,
    )


def counting(around: Around, *, now: datetime) -> tuple[Stage, Lesson | None]:
    """Which lesson counts: the one going on, one that comes soon, that of today, the next one."""
    today, coming = now.date(), around.next
    is_today = coming is not None and coming.on == today
    if around.going_on:
        return Stage.DURING, around.going_on
    if coming and is_today and _until(coming, now) <= SOON:
        return Stage.BEFORE, coming
    if around.given and around.given.on == today:
        return Stage.AFTER, around.given
    if coming:
        return (Stage.BEFORE if is_today else Stage.AHEAD), coming
    return Stage.NONE, None


def day_words(calendar: Calendar, *, now: datetime, first_lesson: date | None) -> str:
    """A greeting, and what kind of day it is: which week, how many lessons, or which holiday.

    Args:
        first_lesson: of the class that is open.
    """
    today = now.date()
    free, week = calendar.free_on(today), calendar.lesson_week(today)
    count = len(calendar.lessons_on(today))
    lessons = translate("Today", "%n lesson(s) today", None, count)
    if free is not None:
        said = translate("Today", "{name}, up to and including {day}.").format(
            name=free.name, day=long_date(free.last_on)
        )
    elif first_lesson is not None and first_lesson > today:
        days = (first_lesson - today).days
        said = translate("Today", "%n day(s) to your first lesson.", None, days)
    elif week is not None:
        words = translate("Today", "Teaching week {number} of {block}, {lessons}.")
        said = words.format(number=week.number, block=inside_sentence(week.block), lessons=lessons)
    elif count:
        said = f"{capital(lessons)}."
    elif first_lesson == today:
        said = translate("Today", "Your first lesson with this class is today.")
    else:
        said = ""
    return f"{_greeting(now)} {said}".rstrip()


def clock_words(lesson: Lesson) -> str:
    """From when to when, as in "10:15" and "12:00" with a dash between."""
    return f"{lesson.starts:%H:%M}{_TO}{lesson.ends:%H:%M}"


def _heading(stage: Stage, lesson: Lesson, *, now: datetime) -> str:
    if stage is Stage.DURING:
        return translate("Today", "Now: {name}")
    if stage is Stage.AFTER:
        return translate("Today", "Just given: {name}")
    away = _until(lesson, now)
    if away <= SOON:
        minutes = max(1, round(away.total_seconds() / 60))
        return translate("Today", "In %n minute(s): {name}", None, minutes)
    days = (lesson.on - now.date()).days
    if days > 1:
        return f"{capital(long_date(lesson.on))}: {{name}}"
    when = translate("Today", "Today at {clock}")
    if days:
        when = translate("Today", "Tomorrow at {clock}")
    return f"{when.format(clock=f'{lesson.starts:%H:%M}')}: {{name}}"


def _line(lesson: Lesson, coming: Lesson | None, *, today: date) -> str:
    room = translate("Today", "room {room}").format(room=lesson.room) if lesson.room else ""
    parts = [clock_words(lesson), lesson.subject, room]
    if coming is None:
        parts.append(translate("Today", "the last lesson in the calendar"))
    elif coming is not lesson and coming.on != today:
        parts.append(translate("Today", "next {day}").format(day=short_date(coming.on)))
    return " · ".join(part for part in parts if part)


def _without_lesson(*, has_had: bool) -> str:
    if has_had:
        return translate("Today", "No more lessons in the calendar.")
    return translate("Today", "No lessons in the calendar yet.")


def _greeting(now: datetime) -> str:
    if now.hour < NOON:
        return translate("Today", "Good morning.")
    if now.hour < EVENING:
        return translate("Today", "Good afternoon.")
    return translate("Today", "Good evening.")


def inside_sentence(name: str) -> str:
    """A name as it stands inside a sentence: "blok 1" for "Blok 1", but "P2" stays."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def _until(lesson: Lesson, now: datetime) -> timedelta:
    return datetime.combine(lesson.on, lesson.starts, tzinfo=now.tzinfo) - now
