"""When do you teach whom, and when not? Weekly lessons, blocks, holidays and exam weeks."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from klasgenoot.domain.calendar import Calendar, LessonSlot, SlotId
from klasgenoot.domain.errors import Missing, Trouble
from klasgenoot.domain.people import ClassId
from klasgenoot.domain.periods import Period, PeriodId, PeriodKind, block_on
from klasgenoot.domain.school_year import school_year_at, usual_year
from klasgenoot.operations.calendar import (
    add_periods,
    calendar,
    change_lessons,
    change_period,
    plan_lessons,
    remove_dated_lessons,
    remove_lessons,
    remove_period,
)
from klasgenoot.viewmodels.calendar_rows import (
    EntryRow,
    WeekShown,
    period_rows,
    slot_rows,
    timetable_rows,
    week_at_hand,
    week_shown,
)
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.troubles import trouble_words
from klasgenoot.viewmodels.typed import clock_in, day_in
from klasgenoot.viewmodels.words import month_day

translate = QCoreApplication.translate

WATCHED = frozenset({"lesson_slots", "lessons", "periods", "school_classes"})
USUAL_LENGTH = timedelta(weeks=10)
"""How long lessons go on where no block is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonTyped:
    """A weekly lesson as it stands in its fields."""

    class_id: ClassId
    weekday: int
    starts: str
    ends: str
    first: str
    last: str
    subject: str = ""
    room: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodTyped:
    """A holiday, exam weeks or a block as it stands in its fields."""

    kind: PeriodKind
    name: str
    first: str
    last: str


class CalendarViewModel(QObject):
    """The calendar of all classes, and one week of it.

    Signals:
        changed: a lesson, a period, a class or the week that is shown.
        failed: a sentence on what could not be done.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._weeks_on = 0
        session.changed.connect(self._on_session_changed)
        session.class_changed.connect(self.changed)

    @property
    def classes(self) -> dict[ClassId, str]:
        """All classes, by name."""
        return {each.id: each.name for each in self._session.classes}

    @property
    def current_class(self) -> ClassId | None:
        """The class that the pages show."""
        school_class = self._session.current_class
        return school_class.id if school_class else None

    @property
    def week(self) -> WeekShown:
        """The week that is shown."""
        today, known = self._session.today(), self._calendar()
        monday = week_at_hand(known, today=today) + timedelta(weeks=self._weeks_on)
        return week_shown(known, monday, classes=self.classes, today=today)

    @property
    def is_this_week(self) -> bool:
        """Whether the week that is shown is the one of today, in a weekend the coming one."""
        return not self._weeks_on

    @property
    def lessons(self) -> tuple[EntryRow, ...]:
        """The weekly lessons, and what came out of timetables."""
        known, classes = self._calendar(), self.classes
        return (
            *slot_rows(known.slots, classes=classes),
            *timetable_rows(known, classes=classes),
        )

    @property
    def periods(self) -> tuple[EntryRow, ...]:
        """Holidays, exam weeks and blocks."""
        return period_rows(self._calendar().periods)

    @property
    def offered_year(self) -> str:
        """The school year that can be filled in, "2026-2027"; empty once it is in the calendar."""
        year = school_year_at(self._session.today())
        if any(period.first_on.year >= year for period in self._calendar().periods):
            return ""
        return f"{year}-{year + 1}"

    def turn_week(self, step: int) -> None:
        """Shows a later week, or (with a negative step) an earlier one; 0 for this week."""
        self._weeks_on = self._weeks_on + step if step else 0
        self.changed.emit()

    def new_lesson(self, class_id: ClassId | None = None) -> LessonTyped | None:
        """A weekly lesson of a class to begin with, or of the one that is open; None without one.

        It is on the day of the first lesson, where that is known and not yet in the calendar.
        """
        current = class_id or self.current_class
        school_class = next((each for each in self._session.classes if each.id == current), None)
        if school_class is None:
            return None
        today = self._session.today()
        weekday = today.weekday() if today.weekday() < 5 else 0  # noqa: PLR2004 - a school day
        first = school_class.first_lesson or today
        if school_class.first_lesson and not self._has_lessons(school_class.id, first.weekday()):
            weekday = first.weekday()
        block = block_on(self._calendar().periods, today)
        last = max(first, today) + USUAL_LENGTH
        if block is not None:
            first, last = max(first, block.first_on), block.last_on
        return LessonTyped(
            class_id=school_class.id,
            weekday=weekday,
            starts="",
            ends="",
            first=_typed(first),
            last=_typed(max(first, last)),
        )

    def lesson(self, slot_id: SlotId) -> LessonTyped | None:
        """A weekly lesson as it is, to be changed."""
        slot = next((each for each in self._calendar().slots if each.id == slot_id), None)
        if slot is None:
            return None
        return LessonTyped(
            class_id=slot.class_id,
            weekday=slot.weekday,
            starts=f"{slot.starts:%H:%M}",
            ends=f"{slot.ends:%H:%M}",
            first=_typed(slot.first_on),
            last=_typed(slot.last_on),
            subject=slot.subject,
            room=slot.room,
        )

    def save_lesson(self, typed: LessonTyped, slot_id: SlotId | None = None) -> None:
        """Plans a weekly lesson, or changes one.

        Raises:
            Trouble: what was typed is no day or no time, or it ends before it begins.
        """
        today = self._session.today()
        slot = LessonSlot(
            id=slot_id or SlotId(0),
            class_id=typed.class_id,
            weekday=typed.weekday,
            starts=clock_in(typed.starts),
            ends=clock_in(typed.ends),
            first_on=day_in(typed.first, today=today),
            last_on=day_in(typed.last, today=today),
            subject=typed.subject,
            room=typed.room,
        )
        if slot_id is not None:
            self._session.do(change_lessons, changed=slot)
            return
        self._session.do(
            plan_lessons,
            class_id=slot.class_id,
            weekday=slot.weekday,
            starts=slot.starts,
            ends=slot.ends,
            first_on=slot.first_on,
            last_on=slot.last_on,
            subject=slot.subject,
            room=slot.room,
        )

    def period(self, period_id: PeriodId) -> PeriodTyped | None:
        """A period as it is, to be changed."""
        known = next((each for each in self._calendar().periods if each.id == period_id), None)
        if known is None:
            return None
        return PeriodTyped(
            kind=known.kind,
            name=known.name,
            first=_typed(known.first_on),
            last=_typed(known.last_on),
        )

    def save_period(self, typed: PeriodTyped, period_id: PeriodId | None = None) -> None:
        """Puts a period in the calendar, or changes one; an empty last day is the first.

        Raises:
            Trouble: it has no name, what was typed is no day, or it ends before it begins.
        """
        if not typed.name.strip():
            raise Missing("name")
        today = self._session.today()
        first = day_in(typed.first, today=today)
        period = Period(
            id=period_id or PeriodId(0),
            kind=typed.kind,
            name=typed.name,
            first_on=first,
            last_on=day_in(typed.last, today=first) if typed.last.strip() else first,
        )
        if period_id is None:
            self._session.do(add_periods, drafts=[period])
        else:
            self._session.do(change_period, changed=period)

    def fill_in_year(self) -> None:
        """Puts a usual school year in the calendar, to be put right. Undo takes it out."""
        names = {
            "block": translate("Calendar", "Block {number}"),
            "exams": translate("Calendar", "Exam week {number}"),
            "autumn": translate("Calendar", "Autumn holiday"),
            "christmas": translate("Calendar", "Christmas holiday"),
            "spring": translate("Calendar", "Spring holiday"),
            "may": translate("Calendar", "May holiday"),
            "summer": translate("Calendar", "Summer holiday"),
        }
        year = school_year_at(self._session.today())
        self._session.do(add_periods, drafts=usual_year(year, names=names))

    def remove(self, row: EntryRow) -> None:
        """Takes a row out of the calendar. Undo puts it back."""
        try:
            if row.slot is not None:
                self._session.do(remove_lessons, slot_id=row.slot)
            elif row.period is not None:
                self._session.do(remove_period, period_id=row.period)
            elif row.timetable is not None:
                self._session.do(remove_dated_lessons, class_id=row.timetable)
        except Trouble as trouble:
            self.failed.emit(trouble_words(trouble))

    def _has_lessons(self, class_id: ClassId, weekday: int) -> bool:
        slots = self._calendar().slots
        return any((each.class_id, each.weekday) == (class_id, weekday) for each in slots)

    def _calendar(self) -> Calendar:
        return calendar(self._session.vault)

    @Slot(frozenset)
    def _on_session_changed(self, tables: frozenset[str]) -> None:
        if tables & WATCHED:
            self.changed.emit()


def _typed(day: date) -> str:
    """A day as it stands in a field: with its year, so that it is read as the same day."""
    return f"{month_day(day)} {day.year}"
