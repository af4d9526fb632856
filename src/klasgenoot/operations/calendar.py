"""What a teacher does with the calendar: plan lessons, put holidays in it, take in a timetable."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from klasgenoot.domain.calendar import JUST_GIVEN_DAYS, Calendar, Lesson, LessonSlot, SlotId
from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.errors import Backwards, Missing, Unknown
from klasgenoot.domain.names import tidy
from klasgenoot.domain.people import ClassId
from klasgenoot.domain.periods import Period, PeriodId, PeriodKind
from klasgenoot.operations.desk import deed
from klasgenoot.store import calendar as stored
from klasgenoot.store.database import Vault
from klasgenoot.store.school_classes import save_class, school_class


def calendar(vault: Vault) -> Calendar:
    """When there are lessons, and when there are none."""
    return stored.calendar(vault)


def lesson_at_hand(
    vault: Vault, *, moment: datetime, open_class: ClassId | None
) -> tuple[ClassId | None, Lesson | None]:
    """Which class a log line, a panel or a list is most likely about now, and by which lesson.

    The lesson going on, else the one just given (today, or the last day with lessons within a few
    days). Without such a lesson it is the class that is open, and there is no lesson.

    Args:
        moment: now, on the teacher's clock.
        open_class: the class that the pages show.
    """
    today = moment.date()
    since = today - timedelta(days=JUST_GIVEN_DAYS)
    lesson = stored.calendar(vault, since=since, until=today).around(moment).at_hand
    return (lesson.class_id, lesson) if lesson else (open_class, None)


@deed(Deed.PLAN_LESSONS)
def plan_lessons(  # noqa: PLR0913 - a weekly lesson is made of this many
    vault: Vault,
    *,
    class_id: ClassId,
    weekday: int,
    starts: time,
    ends: time,
    first_on: date,
    last_on: date,
    subject: str = "",
    room: str = "",
) -> SlotId:
    """Plans a lesson that comes back each week; the class begins with it if it began later.

    Raises:
        Backwards: it ends before it begins, on the clock or in days.
        Unknown: the class is not there.
    """
    draft = LessonSlot(
        id=SlotId(0),
        class_id=class_id,
        weekday=weekday,
        starts=starts,
        ends=ends,
        first_on=first_on,
        last_on=last_on,
        subject=tidy(subject),
        room=tidy(room),
    )
    slot_id = stored.add_slot(vault, _sound_slot(vault, draft))
    _begin_in_time(vault, class_id)
    return slot_id


@deed(Deed.CHANGE_LESSONS)
def change_lessons(vault: Vault, *, changed: LessonSlot) -> None:
    """Changes a weekly lesson; raises what `plan_lessons` does."""
    if stored.slot(vault, changed.id) is None:
        raise Unknown("lessons", str(changed.id))
    stored.save_slot(vault, _sound_slot(vault, changed))
    _begin_in_time(vault, changed.class_id)


@deed(Deed.REMOVE_LESSONS)
def remove_lessons(vault: Vault, *, slot_id: SlotId) -> None:
    """Removes a weekly lesson."""
    if stored.slot(vault, slot_id) is None:
        raise Unknown("lessons", str(slot_id))
    stored.remove_slot(vault, slot_id)


@deed(Deed.REMOVE_LESSONS)
def remove_dated_lessons(vault: Vault, *, class_id: ClassId) -> int:
    """Removes all lessons of a class that came out of a timetable. Returns how many."""
    return stored.drop_lessons(vault, class_id=class_id)


@deed(Deed.ADD_PERIODS)
def add_periods(vault: Vault, *, drafts: Sequence[Period]) -> tuple[PeriodId, ...]:
    """Puts holidays, exam weeks or blocks in the calendar, as one deed.

    Raises:
        Missing: one has no name.
        Backwards: one ends before it begins.
    """
    return tuple(stored.add_period(vault, _sound_period(draft)) for draft in drafts)


@deed(Deed.CHANGE_PERIOD)
def change_period(vault: Vault, *, changed: Period) -> None:
    """Changes a period; raises what `add_periods` does."""
    if stored.period(vault, changed.id) is None:
        raise Unknown("period", str(changed.id))
    stored.save_period(vault, _sound_period(changed))


@deed(Deed.REMOVE_PERIOD)
def remove_period(vault: Vault, *, period_id: PeriodId) -> None:
    """Takes a period out of the calendar."""
    if stored.period(vault, period_id) is None:
        raise Unknown("period", str(period_id))
    stored.remove_period(vault, period_id)


@deed(Deed.IMPORT_CALENDAR)
def import_calendar(
    vault: Vault,
    *,
    lessons: Sequence[Lesson] = (),
    periods: Sequence[Period] = (),
    names: Mapping[str, ClassId] | None = None,
    dropped: Mapping[ClassId, frozenset[str]] | None = None,
) -> int:
    """Takes in what a timetable says, as one deed. Returns how many lessons are new.

    Importing again changes what is there: a lesson is known by its uid, a period by its kind, name
    and first day.

    Args:
        lessons: with their uid.
        periods: holidays that stood in it.
        names: what it calls which class, to remember.
        dropped: uids of lessons that stood in it before and no longer do.
    """
    new = sum(stored.keep_lesson(vault, lesson) for lesson in lessons)
    known = {(each.kind, each.name, each.first_on): each for each in stored.periods(vault)}
    for period in map(_sound_period, periods):
        same = known.get((period.kind, period.name, period.first_on))
        if same is None:
            stored.add_period(vault, period)
        else:
            stored.save_period(vault, replace(period, id=same.id))
    for class_id, uids in (dropped or {}).items():
        stored.drop_lessons(vault, class_id=class_id, uids=uids)
    for name, class_id in (names or {}).items():
        stored.keep_lesson_name(vault, name, class_id)
    for class_id in {lesson.class_id for lesson in lessons}:
        _begin_in_time(vault, class_id)
    return new


def _begin_in_time(vault: Vault, class_id: ClassId) -> None:
    """Moves the first lesson of a class to the front of its calendar: nothing comes before it."""
    known, first = school_class(vault, class_id), stored.calendar(vault).first_of(class_id)
    if known is None or known.first_lesson is None or first is None:
        return
    if first < known.first_lesson:
        save_class(vault, replace(known, first_lesson=first))


def _sound_slot(vault: Vault, slot: LessonSlot) -> LessonSlot:
    if school_class(vault, slot.class_id) is None:
        raise Unknown("class", str(slot.class_id))
    if slot.ends <= slot.starts or slot.last_on < slot.first_on:
        raise Backwards
    return slot


def _sound_period(period: Period) -> Period:
    name = tidy(period.name)
    if not name:
        raise Missing("name")
    if period.last_on < period.first_on:
        raise Backwards
    return replace(period, name=name, kind=PeriodKind(period.kind))
