"""Every deed can be taken back and done again: the same database, row for row."""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

import pytest

from builders import TODAY, content, school_class, student
from klasgenoot import operations
from klasgenoot.app.sample import sample_term_in
from klasgenoot.domain.answering import Outcome
from klasgenoot.domain.calendar import Lesson
from klasgenoot.domain.contact import ContactKind
from klasgenoot.domain.groups import Phase, Signal
from klasgenoot.domain.guide import Mark
from klasgenoot.domain.look_alikes import IN_A_ROW, drill_of
from klasgenoot.domain.memory import Direction, Rating
from klasgenoot.domain.month_round import Footing, WouldCome
from klasgenoot.domain.people import Crop, StudentId
from klasgenoot.domain.periods import Period, PeriodId, PeriodKind
from klasgenoot.domain.retention import Keeping
from klasgenoot.domain.rights import FileKind, HeldBack, PhotoAnswer
from klasgenoot.domain.sample_class import STUDENTS
from klasgenoot.domain.seating import Room, Seat, Seating
from klasgenoot.domain.settings import Settings
from klasgenoot.domain.snoozing import SnoozeReason
from klasgenoot.domain.sweep import Sweep
from klasgenoot.domain.verdict import Verdict
from klasgenoot.exchange.photos import Picture
from klasgenoot.operations import (
    absences,
    attention,
    calendar,
    class_photo,
    classes,
    contacts,
    group_notes,
    guide,
    import_class,
    look_alikes,
    month_round,
    more_photos,
    needs,
    own_words,
    practice,
    promises,
    recordings,
    retention,
    rights,
    sample,
    seating,
    students,
    study_coach,
    sweep,
    talk_rounds,
)
from klasgenoot.operations.desk import Desk, Operation
from klasgenoot.operations.retention import terms_in
from klasgenoot.store import calendar as stored_calendar
from klasgenoot.store import contacts as stored_contacts
from klasgenoot.store import students as stored_students
from klasgenoot.store.more_photos import more_photos_of
from klasgenoot.store.photos import StoredPhoto, keep_photo
from klasgenoot.store.sounds import StoredSound, keep_sound

NOON = datetime.fromisoformat("2026-10-29T12:00:00+01:00")
RIGHT = Outcome(verdict=Verdict.RIGHT, seconds=3.0)

ROOM = Room(name="3.14", rows=2, columns=3, aisles=(1,))

Arguments = Callable[[Desk], dict[str, Any]]
"""Prepares a desk and gives the arguments of the deed to be tried."""

TRIED: dict[str, tuple[Operation[Any, Any], Arguments]] = {}


def tried(operation: Operation[Any, Any]) -> Callable[[Arguments], Arguments]:
    """Puts an operation on the list of those that are tried."""

    def note(prepare: Arguments) -> Arguments:
        TRIED[operation.name] = (operation, prepare)
        return prepare

    return note


@tried(classes.add_class)
def _(desk: Desk) -> dict[str, Any]:
    return {"name": "CMV-1B", "first_lesson": TODAY}


@tried(class_photo.give_faces)
def _(desk: Desk) -> dict[str, Any]:
    class_id, ids = school_class(desk)
    known = stored_students.student(desk.vault, ids[0])
    assert known is not None
    new = replace(known, id=StudentId(0), given_name="Bo", student_number="", email="")
    faces = [
        class_photo.GivenFace(student=who, picture=_kept(desk, name))
        for who, name in ((known, "first"), (new, "second"))
    ]
    return {"class_id": class_id, "faces": faces, "joined": TODAY}


@tried(classes.rename_class)
def _(desk: Desk) -> dict[str, Any]:
    return {"class_id": school_class(desk)[0], "name": "CMV-1C"}


@tried(classes.plan_first_lesson)
def _(desk: Desk) -> dict[str, Any]:
    return {"class_id": school_class(desk)[0], "on": date(2026, 9, 2)}


@tried(classes.plan_end)
def _(desk: Desk) -> dict[str, Any]:
    return {"class_id": school_class(desk)[0], "on": date(2027, 2, 1)}


def _full_class(desk: Desk) -> tuple[Any, Any]:
    class_id, ids = school_class(desk)
    draft = contacts.ContactDraft(
        student_ids=tuple(ids[:2]), happened_on=TODAY, text="stage besproken", follow_up=TODAY
    )
    desk.do(contacts.log_contact, drafts=[draft])
    desk.do(group_notes.note_group, class_id=class_id, on=TODAY, text="rustiger")
    desk.do(
        guide.mark_recommendation, class_id=class_id, recommendation=3, mark=Mark.DONE, on=TODAY
    )
    _answered(desk, ids[0])
    round_id = desk.do(
        talk_rounds.start_talk_round, class_id=class_id, weeks=3, minutes=5, on=TODAY
    ).result
    desk.do(talk_rounds.hold_talk, round_id=round_id, student_id=ids[2], on=TODAY)
    desk.do(talk_rounds.start_ten_days, class_id=class_id, student_id=ids[0], on=TODAY)
    counts = {("pace", "fast"): 3}
    desk.do(needs.keep_needs, class_id=class_id, on=TODAY, answers=3, counts=counts)
    return class_id, ids


def _answered(desk: Desk, student_id: Any) -> Any:
    return desk.do(
        practice.answer_card,
        student_id=student_id,
        direction=Direction.FACE_TO_NAME,
        outcome=RIGHT,
        rating=Rating.HARD,
        at=NOON,
    ).result


@tried(classes.remove_class)
def _(desk: Desk) -> dict[str, Any]:
    return {"class_id": _full_class(desk)[0]}


@tried(retention.keep_longer)
def _(desk: Desk) -> dict[str, Any]:
    _full_class(desk)
    things = retention.past_term(desk.vault, terms=terms_in(Settings()), today=date(2031, 1, 1))
    absent = {Keeping.REMINDERS, Keeping.PHOTOS, Keeping.TRANSFERS, Keeping.TOLD}
    assert {each.keeping for each in things} == set(Keeping) - absent
    return {"things": things, "until": date(2032, 1, 1)}


@tried(students.add_student)
def _(desk: Desk) -> dict[str, Any]:
    return {"class_id": school_class(desk)[0], "draft": student(3), "joined": TODAY}


@tried(students.edit_student)
def _(desk: Desk) -> dict[str, Any]:
    _, ids = school_class(desk)
    known = stored_students.student(desk.vault, ids[0])
    assert known
    return {"changed": replace(known, call_name="San", note="zit graag vooraan")}


@tried(students.set_photo)
def _(desk: Desk) -> dict[str, Any]:
    photo = keep_photo(desk.vault, StoredPhoto(b"large", b"small", 4, 5))
    crop = Crop(0, 0, 1, 1)
    return {"student_id": school_class(desk)[1][0], "photo": photo, "crop": crop}


@tried(students.crop_photo)
def _(desk: Desk) -> dict[str, Any]:
    return {"student_id": school_class(desk)[1][0], "crop": Crop(0.1, 0.1, 0.5, 0.6)}


def _two_photos(desk: Desk) -> tuple[Any, Any]:
    """A student with a main photo and another one, each with a portrait of its own."""
    _, ids = school_class(desk)
    main, other = (
        keep_photo(desk.vault, StoredPhoto(name, b"small", 4, 5)) for name in (b"main", b"other")
    )
    desk.do(students.set_photo, student_id=ids[0], photo=main, crop=Crop(0, 0, 1, 1))
    desk.do(
        more_photos.add_photo, student_id=ids[0], photo=other, crop=Crop(0.1, 0, 0.5, 1), on=TODAY
    )
    return ids[0], more_photos_of(desk.vault, ids[0])[0].id


@tried(more_photos.add_photo)
def _(desk: Desk) -> dict[str, Any]:
    who, _ = _two_photos(desk)
    photo = keep_photo(desk.vault, StoredPhoto(b"third", b"small", 4, 5))
    return {"student_id": who, "photo": photo, "crop": Crop(0, 0, 1, 1), "on": TODAY}


@tried(more_photos.remove_photo)
def _(desk: Desk) -> dict[str, Any]:
    return {"more_photo_id": _two_photos(desk)[1]}


@tried(more_photos.remove_main_photo)
def _(desk: Desk) -> dict[str, Any]:
    return {"student_id": _two_photos(desk)[0]}


@tried(more_photos.choose_main_photo)
def _(desk: Desk) -> dict[str, Any]:
    return {"more_photo_id": _two_photos(desk)[1]}


@tried(more_photos.crop_more_photo)
def _(desk: Desk) -> dict[str, Any]:
    return {"more_photo_id": _two_photos(desk)[1], "crop": Crop(0.2, 0.2, 0.4, 0.5)}


def _sound(desk: Desk) -> Any:
    return keep_sound(desk.vault, StoredSound(b"RIFF and so on", 1.2))


@tried(recordings.record_name)
def _(desk: Desk) -> dict[str, Any]:
    return {"student_id": school_class(desk)[1][0], "sound": _sound(desk)}


@tried(recordings.remove_recording)
def _(desk: Desk) -> dict[str, Any]:
    _, ids = school_class(desk)
    desk.do(recordings.record_name, student_id=ids[0], sound=_sound(desk))
    return {"student_id": ids[0]}


@tried(students.remove_students)
def _(desk: Desk) -> dict[str, Any]:
    class_id, ids = _full_class(desk)
    return {"class_id": class_id, "student_ids": ids[:3]}


@tried(contacts.log_contact)
def _(desk: Desk) -> dict[str, Any]:
    _, ids = school_class(desk)
    shared = contacts.ContactDraft(
        student_ids=tuple(ids[:3]),
        happened_on=TODAY,
        kind=ContactKind.TALK,
        text="groepsproject loopt",
        private={ids[1]: "wil liever alleen presenteren"},
        follow_up=date(2026, 11, 6),
    )
    alone = contacts.ContactDraft(student_ids=(ids[3],), happened_on=TODAY)
    return {"drafts": [shared, alone]}


@tried(absences.note_absent)
def _(desk: Desk) -> dict[str, Any]:
    class_id, ids = school_class(desk)
    missed = absences.AbsenceDraft(student_ids=(ids[1], ids[2]), missed_on=TODAY)
    return {"drafts": [missed], "class_id": class_id}


@tried(absences.remove_absence)
def _(desk: Desk) -> dict[str, Any]:
    class_id, ids = school_class(desk)
    missed = absences.AbsenceDraft(student_ids=(ids[1], ids[2]), missed_on=TODAY)
    desk.do(absences.note_absent, drafts=[missed], class_id=class_id)
    return {"class_id": class_id, "student_id": ids[1], "on": TODAY}


@tried(contacts.edit_contact)
def _(desk: Desk) -> dict[str, Any]:
    return {
        "contact_id": _logged(desk),
        "happened_on": date(2026, 10, 28),
        "kind": ContactKind.MAIL,
        "text": "mailde over de stage",
        "own_reminder": True,
        "on": date(2026, 11, 2),
    }


def _logged(desk: Desk) -> Any:
    _, ids = school_class(desk)
    draft = contacts.ContactDraft(
        student_ids=(ids[0],), happened_on=TODAY, text="kort gesproken", follow_up=TODAY
    )
    return desk.do(contacts.log_contact, drafts=[draft]).result[0]


@tried(contacts.remove_contact)
def _(desk: Desk) -> dict[str, Any]:
    return {"contact_id": _logged(desk)}


@tried(contacts.keep_promise)
def _(desk: Desk) -> dict[str, Any]:
    from klasgenoot.store.contacts import open_promises

    _logged(desk)
    return {"promise_id": open_promises(desk.vault)[0].id, "on": TODAY}


@tried(attention.set_target)
def _(desk: Desk) -> dict[str, Any]:
    _, ids = school_class(desk)
    desk.do(attention.set_target, student_id=ids[0], days=14)
    return {"student_id": ids[0], "days": 7}


def _snoozed(desk: Desk) -> StudentId:
    _, ids = school_class(desk)
    for who in ids[:2]:
        desk.do(
            attention.snooze,
            student_id=who,
            on=date(2026, 9, 1),
            until=date(2026, 9, 30),
            reason=SnoozeReason.OTHER,
            text="bedrijfsbezoek",
        )
    return ids[0]


@tried(attention.snooze)
def _(desk: Desk) -> dict[str, Any]:
    return {
        "student_id": _snoozed(desk),
        "on": TODAY,
        "until": date(2026, 11, 6),
        "reason": SnoozeReason.INTERNSHIP,
    }


@tried(attention.end_snooze)
def _(desk: Desk) -> dict[str, Any]:
    return {"student_id": _snoozed(desk)}


@tried(group_notes.note_group)
def _(desk: Desk) -> dict[str, Any]:
    return {
        "class_id": school_class(desk)[0],
        "on": TODAY,
        "text": "meer gelach bij de start",
        "phase": Phase.NORMING,
        "signals": (Signal.OWN_AGREEMENTS, Signal.TASKS_ARE_DIVIDED),
    }


def _noted(desk: Desk) -> Any:
    class_id, _ = school_class(desk)
    return desk.do(group_notes.note_group, class_id=class_id, on=TODAY, text="stil").result


@tried(group_notes.edit_group_note)
def _(desk: Desk) -> dict[str, Any]:
    return {
        "note_id": _noted(desk),
        "on": date(2026, 10, 28),
        "text": "rustig",
        "phase": Phase.FORMING,
        "signals": (),
    }


@tried(group_notes.remove_group_note)
def _(desk: Desk) -> dict[str, Any]:
    return {"note_id": _noted(desk)}


LESSON = {
    "weekday": 3,
    "starts": time(10, 15),
    "ends": time(12),
    "first_on": TODAY,
    "last_on": date(2027, 1, 29),
    "subject": "Ontwerpen",
    "room": "3.14",
}
AUTUMN = Period(
    id=PeriodId(0),
    kind=PeriodKind.HOLIDAY,
    name="Herfstvakantie",
    first_on=date(2026, 10, 17),
    last_on=date(2026, 10, 25),
)


def _dated(class_id: Any, uid: str) -> Lesson:
    return Lesson(class_id=class_id, on=TODAY, starts=time(9), ends=time(10), uid=uid)


@tried(calendar.plan_lessons)
def _(desk: Desk) -> dict[str, Any]:
    return {"class_id": school_class(desk)[0], **LESSON}


def _planned(desk: Desk) -> Any:
    class_id, _ = school_class(desk)
    return desk.do(calendar.plan_lessons, class_id=class_id, **LESSON).result


@tried(calendar.change_lessons)
def _(desk: Desk) -> dict[str, Any]:
    known = stored_calendar.slot(desk.vault, _planned(desk))
    assert known
    return {"changed": replace(known, weekday=4, room="2.01")}


@tried(calendar.remove_lessons)
def _(desk: Desk) -> dict[str, Any]:
    return {"slot_id": _planned(desk)}


@tried(calendar.add_periods)
def _(desk: Desk) -> dict[str, Any]:
    return {"drafts": [AUTUMN, replace(AUTUMN, kind=PeriodKind.BLOCK, name="Blok 1")]}


@tried(calendar.change_period)
def _(desk: Desk) -> dict[str, Any]:
    (period_id,) = desk.do(calendar.add_periods, drafts=[AUTUMN]).result
    return {"changed": replace(AUTUMN, id=period_id, last_on=TODAY)}


@tried(calendar.remove_period)
def _(desk: Desk) -> dict[str, Any]:
    (period_id,) = desk.do(calendar.add_periods, drafts=[AUTUMN]).result
    return {"period_id": period_id}


def _timetabled(desk: Desk) -> Any:
    class_id, _ = school_class(desk)
    desk.do(
        calendar.import_calendar,
        lessons=[_dated(class_id, "one"), _dated(class_id, "two")],
        periods=[AUTUMN],
        names={"cmv1b ontwerpen": class_id},
    )
    return class_id


@tried(calendar.import_calendar)
def _(desk: Desk) -> dict[str, Any]:
    class_id = _timetabled(desk)
    other_class = desk.do(classes.add_class, name="CMV-1C").result
    return {
        "lessons": [replace(_dated(class_id, "one"), room="2.01"), _dated(class_id, "three")],
        "periods": [replace(AUTUMN, last_on=TODAY), replace(AUTUMN, name="Kerst")],
        "names": {"cmv1b ontwerpen": other_class, "cmv1c": other_class},
        "dropped": {class_id: frozenset({"two"})},
    }


@tried(calendar.remove_dated_lessons)
def _(desk: Desk) -> dict[str, Any]:
    return {"class_id": _timetabled(desk)}


def test_lessons_go_and_come_back_with_their_class(desk: Desk) -> None:
    class_id = _timetabled(desk)
    desk.do(calendar.plan_lessons, class_id=class_id, **LESSON)
    before = content(desk.vault)
    desk.do(classes.remove_class, class_id=class_id)
    gone = content(desk.vault)
    assert not any(gone[table] for table in ("lesson_slots", "lessons", "lesson_names"))
    assert gone["periods"]
    assert desk.undo()
    assert content(desk.vault) == before


@tried(guide.mark_recommendation)
def _(desk: Desk) -> dict[str, Any]:
    class_id, _ = school_class(desk)
    return {"class_id": class_id, "recommendation": 4, "mark": Mark.LATER, "on": TODAY}


def _needs(desk: Desk) -> Any:
    class_id, _ = school_class(desk)
    counts = {("pace", "fast"): 9, ("pace", "right"): 4, ("help", "no"): 0}
    done = desk.do(needs.keep_needs, class_id=class_id, on=TODAY, answers=13, counts=counts)
    return done.result


@tried(needs.keep_needs)
def _(desk: Desk) -> dict[str, Any]:
    class_id, _ = school_class(desk)
    return {"class_id": class_id, "on": TODAY, "answers": 2, "counts": {("help", "no"): 2}}


@tried(needs.answer_needs)
def _(desk: Desk) -> dict[str, Any]:
    return {"asked_id": _needs(desk), "did": "elke les een voorbeeld", "told_on": TODAY}


@tried(needs.remove_needs)
def _(desk: Desk) -> dict[str, Any]:
    return {"asked_id": _needs(desk)}


def _talk_round(desk: Desk) -> tuple[Any, Any]:
    class_id, ids = school_class(desk)
    done = desk.do(talk_rounds.start_talk_round, class_id=class_id, weeks=3, minutes=5, on=TODAY)
    return done.result, ids


@tried(talk_rounds.start_talk_round)
def _(desk: Desk) -> dict[str, Any]:
    _talk_round(desk)
    class_id, _ = school_class(desk, name="CMV-1C")
    desk.do(talk_rounds.start_talk_round, class_id=class_id, weeks=3, minutes=5, on=TODAY)
    return {"class_id": class_id, "weeks": 2, "minutes": 8, "on": date(2026, 11, 5)}


@tried(talk_rounds.end_talk_round)
def _(desk: Desk) -> dict[str, Any]:
    return {"round_id": _talk_round(desk)[0], "on": date(2026, 11, 5)}


@tried(talk_rounds.start_ten_days)
def _(desk: Desk) -> dict[str, Any]:
    class_id, ids = school_class(desk)
    return {"class_id": class_id, "student_id": ids[2], "on": TODAY}


@tried(talk_rounds.hold_talk)
def _(desk: Desk) -> dict[str, Any]:
    round_id, ids = _talk_round(desk)
    return {"round_id": round_id, "student_id": ids[1], "on": TODAY, "text": "nieuwe kamer"}


@tried(talk_rounds.move_talk)
def _(desk: Desk) -> dict[str, Any]:
    round_id, ids = _talk_round(desk)
    return {"round_id": round_id, "student_id": ids[0], "planned": ids, "up_to": ids}


@tried(talk_rounds.leave_out_of_round)
def _(desk: Desk) -> dict[str, Any]:
    round_id, ids = _talk_round(desk)
    return {"round_id": round_id, "student_id": ids[0]}


@tried(talk_rounds.take_back_in_round)
def _(desk: Desk) -> dict[str, Any]:
    round_id, ids = _talk_round(desk)
    desk.do(talk_rounds.leave_out_of_round, round_id=round_id, student_id=ids[0])
    return {"round_id": round_id, "student_id": ids[0]}


@tried(look_alikes.answer_look_alike)
def _(desk: Desk) -> dict[str, Any]:
    _, ids = school_class(desk)
    drill = drill_of(ids[0], ids[1], seed=1)
    for _answer in range(IN_A_ROW - 1):
        drill = drill.answered(drill.current or ids[0])
    return {
        "drill": drill,
        "said": drill.current,
        "photo": keep_photo(desk.vault, StoredPhoto(b"face", b"small", 4, 5)),
        "seconds": 2.0,
        "at": NOON,
    }


@tried(sweep.keep_sweep)
def _(desk: Desk) -> dict[str, Any]:
    class_id, ids = school_class(desk)
    done = Sweep(queue=(ids[0], ids[1], ids[2])).answered(Verdict.RIGHT)
    done = done.answered(Verdict.MIXED_UP, said=ids[0]).answered(Verdict.DOUBT)
    return {"class_id": class_id, "sweep": done, "seconds": 40.0, "at": NOON}


@tried(seating.make_seating_plan)
def _(desk: Desk) -> dict[str, Any]:
    return {"class_id": school_class(desk)[0], "room": ROOM}


@tried(seating.seat_students)
def _(desk: Desk) -> dict[str, Any]:
    class_id, ids = school_class(desk)
    desk.do(seating.make_seating_plan, class_id=class_id, room=ROOM)
    before = Seating(room=ROOM).filled(ids[:4])
    desk.do(seating.seat_students, class_id=class_id, seats=before.seats)
    swapped = before.placed(ids[0], Seat(1, 1)).placed(ids[4], Seat(0, 1))
    return {"class_id": class_id, "seats": swapped.seats}


@tried(seating.change_room)
def _(desk: Desk) -> dict[str, Any]:
    class_id, ids = school_class(desk)
    desk.do(seating.make_seating_plan, class_id=class_id, room=ROOM)
    everybody = Seating(room=ROOM).filled(ids)
    desk.do(seating.seat_students, class_id=class_id, seats=everybody.seats)
    return {"class_id": class_id, "room": ROOM.sized(rows=1, columns=2)}


@tried(practice.answer_card)
def _(desk: Desk) -> dict[str, Any]:
    _, ids = school_class(desk)
    return {
        "student_id": ids[0],
        "direction": Direction.FACE_TO_NAME,
        "outcome": RIGHT,
        "rating": Rating.HARD,
        "at": NOON,
    }


@tried(practice.regrade_answer)
def _(desk: Desk) -> dict[str, Any]:
    _, ids = school_class(desk)
    missed = Outcome(verdict=Verdict.WRONG)
    return {"answer_id": _answered(desk, ids[0]), "outcome": missed, "rating": None}


def _kept(desk: Desk, name: str) -> Picture:
    """A picture that is in the vault already: photos are not part of undo."""
    picture = Picture(name.encode(), b"small", 4, 5)
    keep_photo(desk.vault, StoredPhoto(picture.large, picture.small, 4, 5))
    return picture


@tried(import_class.import_class)
def _(desk: Desk) -> dict[str, Any]:
    class_id, ids = _full_class(desk)
    known = stored_students.student(desk.vault, ids[0])
    assert known
    changed = replace(known, family_name="de Wit", email="sanne@school.nl")
    arrivals = [
        import_class.Arrival(student=changed, picture=_kept(desk, "one")),
        import_class.Arrival(student=student(7), picture=_kept(desk, "two")),
    ]
    return {"arrivals": arrivals, "joined": TODAY, "class_id": class_id, "leaving": ids[3:]}


@tried(import_class.import_classes)
def _(desk: Desk) -> dict[str, Any]:
    class_id, ids = _full_class(desk)
    known = stored_students.student(desk.vault, ids[0])
    assert known
    arrivals = [
        import_class.Arrival(student=replace(known, family_name="de Wit")),
        import_class.Arrival(student=student(7), picture=_kept(desk, "two")),
    ]
    into = [
        import_class.IntoClass(members=(0, 1), class_id=class_id, leaving=ids[3:]),
        import_class.IntoClass(members=(1,), class_name="CMV-1C"),
    ]
    return {"arrivals": arrivals, "into": into, "joined": TODAY}


@tried(rights.tell_photo)
def _(desk: Desk) -> dict[str, Any]:
    _, ids = school_class(desk)
    photo = keep_photo(desk.vault, StoredPhoto(b"large", b"small", 4, 5))
    desk.do(students.set_photo, student_id=ids[0], photo=photo, crop=Crop(0, 0, 1, 1))
    other = keep_photo(desk.vault, StoredPhoto(b"other", b"small", 4, 5))
    desk.do(more_photos.add_photo, student_id=ids[0], photo=other, crop=None, on=TODAY)
    return {"student_id": ids[0], "answer": PhotoAnswer.NO, "on": TODAY, "told_by": "zelf"}


@tried(rights.restrict)
def _(desk: Desk) -> dict[str, Any]:
    return {"student_id": school_class(desk)[1][0], "on": TODAY, "reason": "vroeg het zelf"}


@tried(rights.lift_restriction)
def _(desk: Desk) -> dict[str, Any]:
    _, ids = school_class(desk)
    desk.do(rights.restrict, student_id=ids[0], on=TODAY)
    return {"student_id": ids[0], "on": date(2026, 11, 2)}


def _asked(desk: Desk) -> Any:
    """A student about whom everything is kept that a student can ask for."""
    contact_id = _logged(desk)
    logged = stored_contacts.contact(desk.vault, contact_id)
    assert logged
    (who,) = logged.student_ids
    desk.do(rights.tell_photo, student_id=who, answer=PhotoAnswer.YES, on=TODAY)
    desk.do(
        contacts.edit_contact,
        contact_id=contact_id,
        happened_on=TODAY,
        kind=ContactKind.TALK,
        text="anders",
        on=date(2026, 11, 2),
    )
    view = desk.do(rights.add_view, student_id=who, on=TODAY, text="ik zei", contact_id=contact_id)
    held = HeldBack(place="contacts/1/text", words=2, reason="over een ander")
    desk.do(rights.hand_over, student_id=who, on=TODAY, file_kind=FileKind.PDF, held_back=[held])
    desk.do(rights.restrict, student_id=who, on=TODAY)
    desk.do(rights.lift_restriction, student_id=who, on=TODAY)
    return who, contact_id, view.result


@tried(rights.add_view)
def _(desk: Desk) -> dict[str, Any]:
    who, contact_id, _ = _asked(desk)
    return {"student_id": who, "on": TODAY, "text": "zo was het", "contact_id": contact_id}


@tried(rights.remove_view)
def _(desk: Desk) -> dict[str, Any]:
    return {"view_id": _asked(desk)[2]}


@tried(rights.hand_over)
def _(desk: Desk) -> dict[str, Any]:
    held = [HeldBack(place="contacts/1/text", words=2, reason="over een ander")]
    who = _asked(desk)[0]
    return {"student_id": who, "on": TODAY, "file_kind": FileKind.JSON, "held_back": held}


def test_what_a_student_asked_goes_and_comes_back_with_them(desk: Desk) -> None:
    who, contact_id, _ = _asked(desk)
    before = content(desk.vault)
    (class_id,) = stored_students.classes_of(desk.vault, who)
    desk.do(contacts.remove_contact, contact_id=contact_id)
    assert desk.undo()
    assert content(desk.vault) == before
    desk.do(students.remove_students, class_id=class_id, student_ids=[who])
    gone = content(desk.vault)
    asked = ("photo_permissions", "restrictions", "corrections", "own_views", "handovers")
    assert not any(gone[table] for table in (*asked, "held_back"))
    assert desk.undo()
    assert content(desk.vault) == before


@tried(promises.make_promise)
def _(desk: Desk) -> dict[str, Any]:
    return {"student_id": school_class(desk)[1][0], "text": "contact doorsturen", "due_on": TODAY}


def _promised(desk: Desk) -> Any:
    who = school_class(desk)[1][0]
    return desk.do(
        promises.make_promise, student_id=who, text="contact doorsturen", due_on=TODAY
    ).result


@tried(promises.edit_promise)
def _(desk: Desk) -> dict[str, Any]:
    return {"promise_id": _promised(desk), "text": "anders", "due_on": date(2026, 11, 2)}


@tried(promises.reopen_promise)
def _(desk: Desk) -> dict[str, Any]:
    promise_id = _promised(desk)
    desk.do(contacts.keep_promise, promise_id=promise_id, on=TODAY)
    return {"promise_id": promise_id}


@tried(promises.remove_promise)
def _(desk: Desk) -> dict[str, Any]:
    return {"promise_id": _promised(desk)}


@tried(own_words.keep_own_words)
def _(desk: Desk) -> dict[str, Any]:
    who = school_class(desk)[1][0]
    desk.do(own_words.keep_own_words, student_id=who, text="eerst meekijken", told_on=TODAY)
    later = date(2026, 11, 2)
    return {"student_id": who, "text": "anders", "told_on": later, "may_share": True}


@tried(own_words.note_in_common)
def _(desk: Desk) -> dict[str, Any]:
    return {"student_id": school_class(desk)[1][0], "text": "allebei vrijwilliger"}


@tried(study_coach.name_coach)
def _(desk: Desk) -> dict[str, Any]:
    who = school_class(desk)[1][0]
    desk.do(study_coach.name_coach, student_ids=[who], is_teacher=True)
    return {"student_ids": [who], "name": "K. Vos"}


@tried(study_coach.note_consent)
def _(desk: Desk) -> dict[str, Any]:
    who = school_class(desk)[1][0]
    return {"student_id": who, "on": TODAY, "is_yes": True, "about": "de stageplek"}


@tried(study_coach.remove_consent)
def _(desk: Desk) -> dict[str, Any]:
    who = school_class(desk)[1][0]
    noted = desk.do(study_coach.note_consent, student_id=who, on=TODAY, is_yes=False)
    return {"consent_id": noted.result}


@tried(study_coach.transfer_to_coach)
def _(desk: Desk) -> dict[str, Any]:
    who = school_class(desk)[1][0]
    desk.do(study_coach.note_consent, student_id=who, on=TODAY, is_yes=True)
    told = {"coach": "K. Vos", "text": "22 oktober: gesprek", "return_on": date(2026, 11, 9)}
    return {"student_id": who, "on": TODAY, **told}


def _transferred(desk: Desk) -> tuple[Any, Any]:
    who = school_class(desk)[1][0]
    desk.do(study_coach.note_consent, student_id=who, on=TODAY, is_yes=True, about="de stage")
    told = {"coach": "K. Vos", "text": "22 oktober: gesprek", "return_on": date(2026, 11, 9)}
    made = desk.do(study_coach.transfer_to_coach, student_id=who, on=TODAY, **told)
    return who, made.result


@tried(study_coach.edit_transfer)
def _(desk: Desk) -> dict[str, Any]:
    return {"transfer_id": _transferred(desk)[1], "text": "korter", "return_on": None}


@tried(study_coach.settle_transfer)
def _(desk: Desk) -> dict[str, Any]:
    return {"transfer_id": _transferred(desk)[1], "on": date(2026, 11, 10)}


@tried(study_coach.remove_transfer)
def _(desk: Desk) -> dict[str, Any]:
    return {"transfer_id": _transferred(desk)[1]}


@tried(month_round.answer_month)
def _(desk: Desk) -> dict[str, Any]:
    who = school_class(desk)[1][0]
    desk.do(month_round.answer_month, student_id=who, would_come=WouldCome.NO, on=TODAY)
    said = {"would_come": WouldCome.MAYBE, "footing": Footing.BUILDING}
    return {"student_id": who, "on": TODAY, **said}


def test_what_stands_beside_a_student_goes_and_comes_back_with_them(desk: Desk) -> None:
    who, _ = _transferred(desk)
    desk.do(own_words.keep_own_words, student_id=who, text="eerst meekijken", told_on=TODAY)
    desk.do(own_words.note_in_common, student_id=who, text="allebei vrijwilliger")
    desk.do(study_coach.name_coach, student_ids=[who], name="K. Vos")
    desk.do(month_round.answer_month, student_id=who, would_come=WouldCome.YES, on=TODAY)
    before = content(desk.vault)
    (class_id,) = stored_students.classes_of(desk.vault, who)
    desk.do(students.remove_students, class_id=class_id, student_ids=[who])
    gone = content(desk.vault)
    told = ("own_words", "common_ground", "study_coaches", "consents", "month_answers")
    assert all(before[table] for table in (*told, "transfers"))
    assert not any(gone[table] for table in (*told, "transfers"))
    assert desk.undo()
    assert content(desk.vault) == before


@tried(sample.fill_sample)
def _(desk: Desk) -> dict[str, Any]:
    pictures = [_kept(desk, each.key) for each in STUDENTS]
    return {"term": sample_term_in("nl", today=TODAY), "pictures": pictures, "zone": NOON.tzinfo}


@pytest.mark.parametrize("name", sorted(TRIED))
def test_undo_brings_the_same_database_back_and_redo_the_other(desk: Desk, name: str) -> None:
    operation, prepare = TRIED[name]
    arguments = prepare(desk)
    before = content(desk.vault)
    done = desk.do(operation, **arguments)
    after = content(desk.vault)
    assert before != after, "the deed does something"
    assert done.tables, "the deed tells which tables it touched"
    undone = desk.undo()
    assert content(desk.vault) == before
    assert undone
    assert undone.deed is operation.deed
    assert undone.tables == done.tables
    desk.redo()
    assert content(desk.vault) == after
    desk.undo()
    assert content(desk.vault) == before


def test_every_operation_is_tried() -> None:
    found = set()
    for module in pkgutil.iter_modules(operations.__path__):
        there = vars(importlib.import_module(f"klasgenoot.operations.{module.name}"))
        found |= {value.name for value in there.values() if isinstance(value, Operation)}
    assert found == set(TRIED)
