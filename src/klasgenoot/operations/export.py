"""Everything that is kept about a class, as plain values: for scripts, and for who asks."""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from klasgenoot.domain.memory import Direction
from klasgenoot.domain.people import SchoolClass, Student
from klasgenoot.domain.seating import Room, Seat
from klasgenoot.domain.snoozing import Snooze
from klasgenoot.domain.talk_round import RoundId, RoundTalk
from klasgenoot.operations.export_beside import beside
from klasgenoot.store import (
    attention,
    contacts,
    group_notes,
    guide_marks,
    memories,
    more_photos,
    needs,
    photo_permissions,
    students,
    talk_rounds,
)
from klasgenoot.store.absences import days_missed
from klasgenoot.store.calendar import calendar
from klasgenoot.store.database import Vault
from klasgenoot.store.photos import photo_bytes
from klasgenoot.store.seating import seating_of

Plain = dict[str, Any]


def everything_about(
    vault: Vault, school_class: SchoolClass, *, with_photos: bool = False
) -> Plain:
    """A class with its students, contacts, promises, answers, notes and lessons.

    Photos are left out unless they are asked for; then each is the JPEG in base64, but for who
    would rather have none. A student has the same `id` in each of their classes. Days and times
    are `date` and `datetime`; everything else is text, numbers and lists.
    """
    joined = students.joined_on(vault, class_id=school_class.id)
    those = students.all_students(vault, class_id=school_class.id)
    known = calendar(vault)
    seating = seating_of(vault, school_class.id)
    rounds = talk_rounds.all_rounds(vault, school_class.id)
    talks = {each.id: talk_rounds.talks_of(vault, each.id) for each in rounds}
    own_targets = attention.own_targets(vault)
    refusing = photo_permissions.refusing(vault)
    snoozes = {each.student_id: each for each in attention.snoozes(vault)}
    seats = {who: seat for seat, who in seating.seats.items()} if seating else {}
    return {
        "name": school_class.name,
        "first_lesson": school_class.first_lesson,
        "room": _room(seating.room) if seating else None,
        "students": [
            _student(vault, student, joined=joined[student.id])
            | _seat(seats.get(student.id))
            | _talks(student, talks)
            | {"absent": list(days_missed(vault, school_class.id, student.id))}
            | _turn(own_targets.get(student.id), snoozes.get(student.id))
            | beside(vault, student.id)
            | (_photo(vault, student) if with_photos and student.id not in refusing else {})
            for student in those
        ],
        "group_notes": [
            {
                "date": note.noted_on,
                "phase": note.phase,
                "signals": list(note.signals),
                "text": note.text,
            }
            for note in group_notes.notes_on(vault, school_class.id)
        ],
        "lessons": [
            {
                "weekday": slot.weekday,
                "starts": slot.starts.isoformat("minutes"),
                "ends": slot.ends.isoformat("minutes"),
                "from": slot.first_on,
                "until": slot.last_on,
                "subject": slot.subject,
                "room": slot.room,
            }
            for slot in known.slots
            if slot.class_id == school_class.id
        ],
        "timetable": [
            {
                "date": lesson.on,
                "starts": lesson.starts.isoformat("minutes"),
                "ends": lesson.ends.isoformat("minutes"),
                "subject": lesson.subject,
                "room": lesson.room,
            }
            for lesson in known.lessons
            if lesson.class_id == school_class.id
        ],
        "talk_rounds": [
            {
                "begun": each.begun_on,
                "ended": each.ended_on,
                "per_week": each.per_week,
                "minutes": each.minutes,
                "with_one_student": each.with_student is not None,
            }
            for each in rounds
        ],
        "needs": [
            {
                "date": asked.asked_on,
                "answers": asked.answers,
                "counts": [
                    {"question": question, "choice": choice, "times": times}
                    for (question, choice), times in sorted(asked.counts.items())
                ],
                "did": asked.did,
                "told": asked.told_on,
            }
            for asked in needs.all_asked(vault, school_class.id)
        ],
        "guide": [
            {"recommendation": number, "mark": marked.mark, "date": marked.on}
            for number, marked in sorted(guide_marks.marks_of(vault, school_class.id).items())
        ],
    }


def _room(room: Room) -> Plain:
    return {
        "name": room.name,
        "rows": room.rows,
        "columns": room.columns,
        "aisles": list(room.aisles),
        "board": room.board,
    }


def _seat(seat: Seat | None) -> Plain:
    """Which seat: the row from the board and the place in it, from 1."""
    return {"seat": {"row": seat.row + 1, "place": seat.column + 1} if seat else None}


def _talks(student: Student, talks: Mapping[RoundId, Sequence[RoundTalk]]) -> Plain:
    """The talks of one student in rounds: ahead, held or left out."""
    return {
        "talks": [
            {"state": talk.state, "date": talk.held_on}
            for those in talks.values()
            for talk in those
            if talk.student_id == student.id
        ]
    }


def _turn(target: int | None, snooze: Snooze | None) -> Plain:
    """What was set of a student's turn: a target in days, and until when they are put off."""
    put_off = None
    if snooze is not None:
        put_off = {
            "since": snooze.since,
            "until": snooze.until,
            "reason": snooze.reason,
            "text": snooze.text,
        }
    return {"own_target": target, "put_off": put_off}


def _photo(vault: Vault, student: Student) -> Plain:
    """The photo as it is kept, and which part of it is shown."""
    data = photo_bytes(vault, student.photo, large=True) if student.photo else None
    if not data:
        return {}
    crop = asdict(student.crop) if student.crop else None
    return {"photo": b64encode(data).decode("ascii"), "crop": crop}


def _student(vault: Vault, student: Student, *, joined: date) -> Plain:
    private = contacts.private_texts(vault, student.id)
    return {
        "id": student.id,
        "given_name": student.given_name,
        "infix": student.infix,
        "family_name": student.family_name,
        "call_name": student.call_name,
        "student_number": student.student_number,
        "email": student.email,
        "pronunciation": student.pronunciation,
        "note": student.note,
        "pronouns": student.pronouns,
        "aliases": list(student.aliases),
        "mnemonic": student.mnemonic,
        "has_recording": student.sound is not None,
        "has_photo": student.photo is not None,
        "more_photos": len(more_photos.more_photos_of(vault, student.id)),
        "joined": joined,
        "contacts": [
            {
                "date": contact.happened_on,
                "kind": contact.kind,
                "text": contact.text,
                "private_text": private.get(contact.id, ""),
                "tags": list(contact.tags),
                "own_reminder": contact.own_reminder,
                "with_others": len(contact.student_ids) - 1,
            }
            for contact in contacts.contacts_of(vault, student.id)
        ],
        "promises": [
            {"text": promise.text, "due": promise.due_on, "kept": promise.done_on}
            for promise in contacts.promises_of(vault, student.id)
        ],
        "answers": [
            {
                "at": answer.answered_at,
                "asked": direction,
                "way": answer.mode,
                "verdict": answer.verdict,
            }
            for direction in Direction
            for answer in memories.answers_of(vault, student.id, direction=direction)
        ],
    }
