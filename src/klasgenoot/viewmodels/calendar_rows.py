"""What stands on the page with lessons and holidays? A week, weekly lessons, and periods."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QLocale

from klasgenoot.domain.calendar import Calendar, LessonSlot, SlotId
from klasgenoot.domain.people import ClassId
from klasgenoot.domain.periods import SCHOOL_DAYS, Period, PeriodId, PeriodKind
from klasgenoot.domain.weeks import monday_of
from klasgenoot.viewmodels.today_lesson import clock_words, inside_sentence
from klasgenoot.viewmodels.words import axis_day, short_date

translate = QCoreApplication.translate

DAYS = 7


@dataclass(frozen=True, slots=True)
class LessonEntry:
    """One lesson of a day: when, and with whom and where."""

    clock: str
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayShown:
    """One day of a week.

    Attributes:
        name: "Mon 23 Nov".
        free: the holiday or exam weeks it falls in; empty on other days.
    """

    name: str
    is_today: bool
    free: str
    lessons: tuple[LessonEntry, ...]

    @property
    def sentence(self) -> str:
        """The day in words."""
        lessons = [f"{each.clock} {each.line}" for each in self.lessons]
        nothing = [] if lessons or self.free else [translate("Calendar", "no lessons")]
        return ", ".join([self.name, *([self.free] if self.free else []), *lessons, *nothing])


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekShown:
    """A week from Monday to Friday, or to Sunday where there are lessons at the weekend."""

    title: str
    line: str
    days: tuple[DayShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRow:
    """A weekly lesson, a period or a timetable in a list.

    Attributes:
        slot: the weekly lesson it is, or else `period` or `timetable` of a class.
    """

    title: str
    line: str
    slot: SlotId | None = None
    period: PeriodId | None = None
    timetable: ClassId | None = None

    @property
    def can_be_changed(self) -> bool:
        """Whether it can be changed here: what a timetable says is changed there."""
        return self.timetable is None

    @property
    def sentence(self) -> str:
        """The row in words."""
        return f"{self.title}, {self.line}"


def week_at_hand(calendar: Calendar, *, today: date) -> date:
    """The Monday of the week to look at: the coming one once there is no school in this one."""
    monday = monday_of(today)
    left = [monday + timedelta(days=n) for n in range(today.weekday(), DAYS)]
    is_over = today.weekday() >= SCHOOL_DAYS and not any(map(calendar.lessons_on, left))
    return monday + timedelta(days=DAYS) if is_over else monday


def week_shown(
    calendar: Calendar, monday: date, *, classes: Mapping[ClassId, str], today: date
) -> WeekShown:
    """The week that begins on a Monday."""
    dates = [monday + timedelta(days=n) for n in range(DAYS)]
    last = DAYS if any(calendar.lessons_on(day) for day in dates[SCHOOL_DAYS:]) else SCHOOL_DAYS
    number = monday.isocalendar().week
    numbered = (calendar.lesson_week(day) for day in dates[:SCHOOL_DAYS])
    of_block = next((week for week in numbered if week), None)
    line = ""
    if of_block is not None:
        line = translate("Calendar", "teaching week {number} of {block}").format(
            number=of_block.number, block=inside_sentence(of_block.block)
        )
    return WeekShown(
        title=translate("Calendar", "Week {number}").format(number=number),
        line=line,
        days=tuple(_day(calendar, day, classes, today=today) for day in dates[:last]),
    )


def slot_rows(
    slots: Sequence[LessonSlot], *, classes: Mapping[ClassId, str]
) -> tuple[EntryRow, ...]:
    """Weekly lessons in words, by class and then as they come in a week."""
    ordered = sorted(
        (slot for slot in slots if slot.class_id in classes),
        key=lambda slot: (classes[slot.class_id], slot.weekday, slot.starts, slot.id),
    )
    return tuple(
        EntryRow(
            title=f"{classes[slot.class_id]} · {weekday_words(slot.weekday)} {_slot_clock(slot)}",
            line=" · ".join(
                part
                for part in (slot.subject, slot.room, span_words(slot.first_on, slot.last_on))
                if part
            ),
            slot=slot.id,
        )
        for slot in ordered
    )


def timetable_rows(calendar: Calendar, *, classes: Mapping[ClassId, str]) -> tuple[EntryRow, ...]:
    """What came out of timetables, class by class."""
    found = []
    for class_id, name in classes.items():
        days = [lesson.on for lesson in calendar.lessons if lesson.class_id == class_id]
        if days:
            title = translate("Calendar", "{name} · %n lesson(s) from a timetable", None, len(days))
            line = span_words(min(days), max(days))
            found.append(EntryRow(title=title.format(name=name), line=line, timetable=class_id))
    return tuple(found)


def period_rows(periods: Sequence[Period]) -> tuple[EntryRow, ...]:
    """Holidays, exam weeks and blocks in words."""
    return tuple(
        EntryRow(
            title=period.name,
            line=f"{kind_words(period.kind)} · {span_words(period.first_on, period.last_on)}",
            period=period.id,
        )
        for period in periods
    )


def kind_words(kind: PeriodKind) -> str:
    """What a period is."""
    return {
        PeriodKind.HOLIDAY: translate("Calendar", "holiday"),
        PeriodKind.EXAMS: translate("Calendar", "exam weeks"),
        PeriodKind.BLOCK: translate("Calendar", "block"),
    }[kind]


def weekday_words(weekday: int) -> str:
    """A day of the week by its number, Monday being 0."""
    return QLocale().dayName(weekday + 1, QLocale.FormatType.LongFormat)


def span_words(first: date, last: date) -> str:
    """From one day to another, both in it."""
    if first == last:
        return f"{short_date(first)} {first.year}"
    year = f" {first.year}" if first.year != last.year else ""
    words = translate("Calendar", "{first} to {last}")
    return words.format(first=f"{axis_day(first)}{year}", last=f"{axis_day(last)} {last.year}")


def _day(calendar: Calendar, day: date, classes: Mapping[ClassId, str], *, today: date) -> DayShown:
    free = calendar.free_on(day)
    return DayShown(
        name=short_date(day),
        is_today=day == today,
        free=free.name if free else "",
        lessons=tuple(
            LessonEntry(
                clock=clock_words(lesson),
                line=" · ".join(
                    part for part in (classes.get(lesson.class_id, ""), lesson.room) if part
                ),
            )
            for lesson in calendar.lessons_on(day)
        ),
    )


def _slot_clock(slot: LessonSlot) -> str:
    return f"{slot.starts:%H:%M}\N{EN DASH}{slot.ends:%H:%M}"
