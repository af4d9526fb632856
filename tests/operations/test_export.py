"""Everything that is kept about a class, for who asks to see it."""

from datetime import date, datetime

from builders import TODAY, school_class
from klasgenoot.domain.answering import Outcome
from klasgenoot.domain.groups import Phase, Signal
from klasgenoot.domain.guide import Mark
from klasgenoot.domain.memory import Direction, Rating
from klasgenoot.domain.month_round import WouldCome
from klasgenoot.domain.seating import Room, Seat
from klasgenoot.domain.verdict import Verdict
from klasgenoot.operations.absences import AbsenceDraft, note_absent
from klasgenoot.operations.contacts import ContactDraft, keep_promise, log_contact
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.export import everything_about
from klasgenoot.operations.group_notes import note_group
from klasgenoot.operations.guide import mark_recommendation
from klasgenoot.operations.month_round import answer_month
from klasgenoot.operations.more_photos import add_photo
from klasgenoot.operations.needs import answer_needs, keep_needs
from klasgenoot.operations.own_words import keep_own_words, note_in_common
from klasgenoot.operations.practice import answer_card
from klasgenoot.operations.recordings import record_name
from klasgenoot.operations.seating import make_seating_plan, seat_students
from klasgenoot.operations.study_coach import name_coach, note_consent, transfer_to_coach
from klasgenoot.operations.talk_rounds import hold_talk, start_talk_round
from klasgenoot.store import contacts, school_classes
from klasgenoot.store.photos import StoredPhoto, keep_photo
from klasgenoot.store.sounds import StoredSound, keep_sound


def test_everything_that_was_kept_is_in_it(desk: Desk, now: datetime) -> None:
    class_id, ids = school_class(desk, size=2)
    draft = ContactDraft(
        student_ids=tuple(ids),
        happened_on=TODAY,
        text="stage besproken",
        private={ids[0]: "twijfelt nog"},
        follow_up=date(2026, 11, 6),
        tags=("stage",),
    )
    desk.do(log_contact, drafts=[draft])
    promise = contacts.open_promises(desk.vault, student_id=ids[0])[0]
    desk.do(keep_promise, promise_id=promise.id, on=TODAY)
    desk.do(
        note_group,
        class_id=class_id,
        on=TODAY,
        text="rustiger",
        phase=Phase.NORMING,
        signals=(Signal.OWN_AGREEMENTS,),
    )
    desk.do(mark_recommendation, class_id=class_id, recommendation=6, mark=Mark.DONE, on=TODAY)
    for direction in Direction:
        desk.do(
            answer_card,
            student_id=ids[0],
            direction=direction,
            outcome=Outcome(verdict=Verdict.RIGHT, seconds=2.0),
            rating=Rating.GOOD,
            at=now,
        )
    (school,) = school_classes.all_classes(desk.vault)
    told = everything_about(desk.vault, school)
    assert (told["name"], told["first_lesson"]) == ("CMV-1B", date(2026, 9, 1))
    assert told["group_notes"] == [
        {"date": TODAY, "phase": "norming", "signals": ["own_agreements"], "text": "rustiger"}
    ]
    assert told["guide"] == [{"recommendation": 6, "mark": "done", "date": TODAY}]
    milan, sanne = told["students"]
    assert (milan["infix"], milan["family_name"]) == ("van der", "Berg")
    assert sanne["contacts"] == [
        {
            "date": TODAY,
            "kind": "brief",
            "text": "stage besproken",
            "private_text": "twijfelt nog",
            "tags": ["stage"],
            "own_reminder": False,
            "with_others": 1,
        }
    ]
    assert milan["contacts"][0]["private_text"] == ""
    assert sanne["promises"] == [{"text": "twijfelt nog", "due": date(2026, 11, 6), "kept": TODAY}]
    assert milan["promises"][0]["kept"] is None
    assert [answer["asked"] for answer in sanne["answers"]] == [
        *("face_to_name", "name_to_face", "seat_to_name", "name_to_seat")
    ]
    assert (told["room"], sanne["seat"]) == (None, None)
    assert {answer["way"] for answer in sanne["answers"]} == {"typed"}
    assert (sanne["joined"], sanne["has_photo"]) == (date(2026, 9, 1), False)
    assert (sanne["more_photos"], sanne["has_recording"]) == (0, False)


def test_who_was_not_there_is_in_it(desk: Desk) -> None:
    class_id, ids = school_class(desk, size=2)
    for day in (TODAY, date(2026, 9, 8)):
        draft = AbsenceDraft(student_ids=(ids[0],), missed_on=day)
        desk.do(note_absent, drafts=[draft], class_id=class_id)
    (school,) = school_classes.all_classes(desk.vault)
    milan, sanne = everything_about(desk.vault, school)["students"]
    assert (sanne["absent"], milan["absent"]) == ([date(2026, 9, 8), TODAY], [])


def test_more_photos_and_a_recording_are_told_and_not_given(desk: Desk) -> None:
    _, (who, _) = school_class(desk, size=2)
    for name in (b"one", b"two", b"three"):
        photo = keep_photo(desk.vault, StoredPhoto(name, b"small", 4, 5))
        desk.do(add_photo, student_id=who, photo=photo, crop=None, on=TODAY)
    sound = keep_sound(desk.vault, StoredSound(b"RIFF", 1.2))
    desk.do(record_name, student_id=who, sound=sound)
    (school,) = school_classes.all_classes(desk.vault)
    told = next(
        each for each in everything_about(desk.vault, school)["students"] if each["has_photo"]
    )
    assert (told["more_photos"], told["has_recording"]) == (2, True)
    assert not any(isinstance(value, bytes) for value in told.values())


def test_the_room_and_the_seats_are_in_it(desk: Desk) -> None:
    class_id, ids = school_class(desk)
    room = Room(name="3.14", rows=2, columns=3, aisles=(1,))
    desk.do(make_seating_plan, class_id=class_id, room=room)
    desk.do(seat_students, class_id=class_id, seats={Seat(1, 2): ids[0]})
    (school,) = school_classes.all_classes(desk.vault)
    told = everything_about(desk.vault, school)
    assert told["room"] == {
        "name": "3.14",
        "rows": 2,
        "columns": 3,
        "aisles": [1],
        "board": "top",
    }
    seats = {student["given_name"]: student["seat"] for student in told["students"]}
    assert seats["Sanne"] == {"row": 2, "place": 3}
    assert seats["Milan"] is None


def test_rounds_of_talks_and_what_the_class_needs_are_in_it(desk: Desk) -> None:
    class_id, ids = school_class(desk, size=2)
    round_id = desk.do(start_talk_round, class_id=class_id, weeks=2, minutes=5, on=TODAY).result
    desk.do(hold_talk, round_id=round_id, student_id=ids[0], on=TODAY)
    counts = {("pace", "fast"): 2}
    asked_id = desk.do(keep_needs, class_id=class_id, on=TODAY, answers=3, counts=counts).result
    desk.do(answer_needs, asked_id=asked_id, did="rustiger", told_on=TODAY)
    (school,) = school_classes.all_classes(desk.vault)
    told = everything_about(desk.vault, school)

    (plan,) = told["talk_rounds"]
    assert (plan["begun"], plan["per_week"], plan["with_one_student"]) == (TODAY, 1, False)
    talks = {student["given_name"]: student["talks"] for student in told["students"]}
    assert talks == {
        "Sanne": [{"state": "held", "date": TODAY}],
        "Milan": [{"state": "ahead", "date": None}],
    }
    (asked,) = told["needs"]
    assert asked["counts"] == [{"question": "pace", "choice": "fast", "times": 2}]
    assert (asked["answers"], asked["did"], asked["told"]) == (3, "rustiger", TODAY)


def test_what_stands_beside_a_student_is_in_it(desk: Desk) -> None:
    class_id, (who, *_) = school_class(desk)
    desk.do(keep_own_words, student_id=who, text="vraag me apart", told_on=TODAY, may_share=True)
    desk.do(note_in_common, student_id=who, text="allebei vrijwilliger")
    desk.do(name_coach, student_ids=[who], name="K. Vos")
    desk.do(note_consent, student_id=who, on=TODAY, is_yes=True, about="de stage")
    desk.do(transfer_to_coach, student_id=who, on=TODAY, coach="K. Vos", text="feiten")
    desk.do(answer_month, student_id=who, would_come=WouldCome.MAYBE, on=TODAY)
    known = school_classes.school_class(desk.vault, class_id)
    assert known is not None
    told = [each for each in everything_about(desk.vault, known)["students"] if each["what_helps"]]
    assert [
        (
            each["what_helps"],
            each["in_common"],
            each["study_coach"],
            each["consents"],
            each["transfers"],
            each["monthly_round"],
        )
        for each in told
    ] == [
        (
            {"text": "vraag me apart", "told": TODAY, "may_share": True},
            "allebei vrijwilliger",
            {"name": "K. Vos", "is_teacher": False},
            [{"date": TODAY, "yes": True, "about": "de stage"}],
            [{"date": TODAY, "coach": "K. Vos", "text": "feiten", "return": None, "done": None}],
            [{"month": TODAY.replace(day=1), "would_come": "maybe", "footing": None}],
        )
    ]
