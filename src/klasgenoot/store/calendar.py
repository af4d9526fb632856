"""Lessons, holidays, exam weeks and blocks in the data file."""

from collections.abc import Collection
from datetime import date, time

from klasgenoot.domain.calendar import Calendar, Lesson, LessonSlot, SlotId
from klasgenoot.domain.people import ClassId
from klasgenoot.domain.periods import Period, PeriodId, PeriodKind
from klasgenoot.store.database import Row, Vault

_SLOT = "id, class_id, weekday, starts, ends, first_on, last_on, subject, room"
_LESSON = "class_id, held_on, starts, ends, subject, room, uid"
_PERIOD = "id, kind, name, first_on, last_on"


def calendar(vault: Vault, *, since: date = date.min, until: date = date.max) -> Calendar:
    """All of it: slots and dated lessons as they come, periods by their first day.

    Args:
        vault: where it is.
        since: no dated lesson before this day; whoever asks about now need not read ten years.
        until: none after this one.
    """
    slots = vault.rows(f"SELECT {_SLOT} FROM lesson_slots ORDER BY weekday, starts, id")
    lessons = vault.rows(
        f"SELECT {_LESSON} FROM lessons WHERE held_on BETWEEN ? AND ? ORDER BY held_on, starts, id",
        (since.isoformat(), until.isoformat()),
    )
    return Calendar(
        slots=tuple(map(_slot, slots)), lessons=tuple(map(_lesson, lessons)), periods=periods(vault)
    )


def periods(vault: Vault) -> tuple[Period, ...]:
    """Holidays, exam weeks and blocks, by their first day."""
    found = vault.rows(f"SELECT {_PERIOD} FROM periods ORDER BY first_on, last_on, id")
    return tuple(map(_period, found))


def slot(vault: Vault, slot_id: SlotId) -> LessonSlot | None:
    """One weekly slot, or None if it is not there."""
    row = vault.row(f"SELECT {_SLOT} FROM lesson_slots WHERE id = ?", (slot_id,))
    return _slot(row) if row else None


def add_slot(vault: Vault, draft: LessonSlot) -> SlotId:
    """Adds a weekly slot; the id of the draft is not used. Returns the new id."""
    return SlotId(vault.add("lesson_slots", _slot_row(draft)))


def save_slot(vault: Vault, changed: LessonSlot) -> None:
    """Stores a weekly slot as it now is."""
    vault.table("lesson_slots").update(changed.id, _slot_row(changed))


def remove_slot(vault: Vault, slot_id: SlotId) -> None:
    """Removes a weekly slot."""
    vault.table("lesson_slots").delete(slot_id)


def keep_lesson(vault: Vault, lesson: Lesson) -> bool:
    """Adds a dated lesson, or changes the one its timetable knows by the same uid.

    Returns whether it is a new one.
    """
    row = {
        "class_id": lesson.class_id,
        "uid": lesson.uid,
        "held_on": lesson.on.isoformat(),
        "starts": _as_text(lesson.starts),
        "ends": _as_text(lesson.ends),
        "subject": lesson.subject,
        "room": lesson.room,
    }
    known = vault.row(
        "SELECT id FROM lessons WHERE class_id = ? AND uid = ?", (lesson.class_id, lesson.uid)
    )
    if known:
        vault.table("lessons").update(known[0], row)
    else:
        vault.add("lessons", row)
    return known is None


def drop_lessons(vault: Vault, *, class_id: ClassId, uids: Collection[str] | None = None) -> int:
    """Removes dated lessons of a class, all or those with these uids. Returns how many."""
    found = vault.rows("SELECT id, uid FROM lessons WHERE class_id = ?", (class_id,))
    gone = [lesson_id for lesson_id, uid in found if uids is None or uid in uids]
    for lesson_id in gone:
        vault.table("lessons").delete(lesson_id)
    return len(gone)


def period(vault: Vault, period_id: PeriodId) -> Period | None:
    """One period, or None if it is not there."""
    row = vault.row(f"SELECT {_PERIOD} FROM periods WHERE id = ?", (period_id,))
    return _period(row) if row else None


def add_period(vault: Vault, draft: Period) -> PeriodId:
    """Adds a period; the id of the draft is not used. Returns the new id."""
    return PeriodId(vault.add("periods", _period_row(draft)))


def save_period(vault: Vault, changed: Period) -> None:
    """Stores a period as it now is."""
    vault.table("periods").update(changed.id, _period_row(changed))


def remove_period(vault: Vault, period_id: PeriodId) -> None:
    """Removes a period."""
    vault.table("periods").delete(period_id)


def lesson_names(vault: Vault) -> dict[str, ClassId]:
    """What timetables call which class, as the teacher said."""
    return {
        name: ClassId(class_id)
        for name, class_id in vault.rows("SELECT name, class_id FROM lesson_names")
    }


def keep_lesson_name(vault: Vault, name: str, class_id: ClassId) -> None:
    """Remembers that a timetable calls a class this."""
    row = {"name": name, "class_id": class_id}
    if vault.row("SELECT 1 FROM lesson_names WHERE name = ?", (name,)):
        vault.table("lesson_names").update(name, row)
    else:
        vault.table("lesson_names").insert(row)


def _as_text(moment: time) -> str:
    return moment.strftime("%H:%M")


def _slot_row(slot: LessonSlot) -> dict[str, object]:
    return {
        "class_id": slot.class_id,
        "weekday": slot.weekday,
        "starts": _as_text(slot.starts),
        "ends": _as_text(slot.ends),
        "first_on": slot.first_on.isoformat(),
        "last_on": slot.last_on.isoformat(),
        "subject": slot.subject,
        "room": slot.room,
    }


def _slot(row: Row) -> LessonSlot:
    slot_id, class_id, weekday, starts, ends, first_on, last_on, subject, room = row
    return LessonSlot(
        id=SlotId(slot_id),
        class_id=ClassId(class_id),
        weekday=weekday,
        starts=time.fromisoformat(starts),
        ends=time.fromisoformat(ends),
        first_on=date.fromisoformat(first_on),
        last_on=date.fromisoformat(last_on),
        subject=subject,
        room=room,
    )


def _lesson(row: Row) -> Lesson:
    class_id, held_on, starts, ends, subject, room, uid = row
    return Lesson(
        class_id=ClassId(class_id),
        on=date.fromisoformat(held_on),
        starts=time.fromisoformat(starts),
        ends=time.fromisoformat(ends),
        subject=subject,
        room=room,
        uid=uid,
    )


def _period_row(period: Period) -> dict[str, object]:
    return {
        "kind": period.kind.value,
        "name": period.name,
        "first_on": period.first_on.isoformat(),
        "last_on": period.last_on.isoformat(),
    }


def _period(row: Row) -> Period:
    period_id, kind, name, first_on, last_on = row
    return Period(
        id=PeriodId(period_id),
        kind=PeriodKind(kind),
        name=name,
        first_on=date.fromisoformat(first_on),
        last_on=date.fromisoformat(last_on),
    )
