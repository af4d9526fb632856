"""One student: where you stand, what was there, what you promised, and what can be changed."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from builders import TODAY, school_class, student
from klasgenoot.domain.answering import Outcome
from klasgenoot.domain.attention import Reason
from klasgenoot.domain.contact import ContactKind
from klasgenoot.domain.memory import Direction, Level, Rating
from klasgenoot.domain.people import Crop, StudentId
from klasgenoot.domain.periods import Period, PeriodId, PeriodKind
from klasgenoot.domain.verdict import Verdict
from klasgenoot.domain.weeks import CellKind
from klasgenoot.operations.calendar import add_periods
from klasgenoot.operations.classes import plan_first_lesson
from klasgenoot.operations.contacts import ContactDraft, log_contact
from klasgenoot.operations.group_notes import note_group
from klasgenoot.operations.practice import answer_card
from klasgenoot.operations.students import add_student
from klasgenoot.operations.study_coach import note_consent, transfer_to_coach
from klasgenoot.operations.talk_rounds import (
    hold_talk,
    leave_out_of_round,
    start_talk_round,
    start_ten_days,
)
from klasgenoot.store import students
from klasgenoot.viewmodels.checkins import CheckInsViewModel
from klasgenoot.viewmodels.checkins_rows import CheckInRow
from klasgenoot.viewmodels.opening_questions import opening_question
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.student import StudentViewModel
from klasgenoot.viewmodels.student_moments import MomentKind
from klasgenoot.viewmodels.student_order import student_order
from made_files import jpeg

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def ids(session: Session) -> list[StudentId]:
    """Sanne, Milan, Noor, Łukasz and Zoë; nobody was spoken with."""
    return school_class(session.desk)[1]


@pytest.fixture
def shown(session: Session, ids: list[StudentId]) -> StudentViewModel:
    """Sanne's page."""
    made = StudentViewModel(session)
    made.open(ids[0])
    return made


def log(session: Session, *who: StudentId, days: int = 0, **parts: object) -> None:
    happened_on = TODAY - timedelta(days=days)
    draft = ContactDraft(student_ids=who, happened_on=happened_on, **parts)
    session.do(log_contact, drafts=[draft])


def free_week(session: Session, *, until: date) -> None:
    """A holiday of seven days."""
    first = until - timedelta(days=6)
    week = Period(
        id=PeriodId(0), kind=PeriodKind.HOLIDAY, name="herfst", first_on=first, last_on=until
    )
    session.do(add_periods, drafts=[week])


def checkins(session: Session) -> list[CheckInRow]:
    return list(CheckInsViewModel(session).wall.rows())


def know(session: Session, who: StudentId, *days: int) -> None:
    """Answers with ease so many days ago, oldest first."""
    for ago in days:
        session.do(
            answer_card,
            student_id=who,
            direction=Direction.FACE_TO_NAME,
            outcome=Outcome(verdict=Verdict.RIGHT),
            rating=Rating.EASY,
            at=session.now() - timedelta(days=ago),
        )


def told(shown: StudentViewModel) -> list[str]:
    return [row.sentence for row in shown.timeline]


@pytest.mark.parametrize(
    ("kind", "days", "expected"),
    [
        (ContactKind.TALK, 7, "Spoke 7 day(s) ago, aim 21"),
        (ContactKind.BRIEF, 1, "Spoke yesterday, aim 21"),
        (ContactKind.MAIL, 0, "Mailed today, aim 21"),
        (ContactKind.PHONE, 30, "Phoned 30 day(s) ago, aim 21"),
        (ContactKind.NOTICED, 3, "Noticed 3 day(s) ago, aim 21"),
    ],
)
def test_one_line_says_how_and_when_you_last_had_contact(session, shown, ids, kind, days, expected):
    log(session, ids[0], days=days, kind=kind)
    assert shown.standing == expected
    assert (shown.reason is Reason.LONG_AGO) == (days >= 21)


def test_days_without_lessons_are_left_out_of_the_count_and_said_with_the_date(session, shown, ids):
    free_week(session, until=TODAY - timedelta(days=3))
    log(session, ids[0], days=32)
    row = next(row for row in checkins(session) if row.student.id == ids[0])
    counted = "25 day(s), 7 lesson-free one(s) left out"
    assert shown.standing == f"Spoke on Sun 27 Sep ({counted}), aim 21"
    assert row.reason == "25 day(s) · aim 21"
    assert row.whole_reason == f"{counted} · aim 21"


def test_a_day_before_a_holiday_is_not_called_today(session, shown, ids):
    free_week(session, until=TODAY)
    log(session, ids[0], days=7)
    row = next(row for row in checkins(session) if row.student.id == ids[0])
    assert row.reason == "0 day(s)"
    assert shown.standing == "Spoke on Thu 22 Oct (0 day(s), 7 lesson-free one(s) left out), aim 21"


def test_a_promise_gone_by_comes_first_in_that_line(session, shown, ids):
    log(session, ids[0], days=10, follow_up=TODAY - timedelta(days=6))
    assert shown.reason is Reason.PROMISE_PASSED
    assert shown.standing == "Promised by Fri 23 Oct · spoke 10 day(s) ago, aim 21"


def test_weeks_without_contact_are_counted_further_back_than_the_strip_shows(session, shown, ids):
    begun = TODAY - timedelta(weeks=15)
    session.do(plan_first_lesson, class_id=session.classes[0].id, on=begun)
    assert shown.opening.heading == "No contact yet in 16 teaching week(s)"


@pytest.mark.parametrize("back", [0, 1, 33, 36, 40])
def test_as_many_weeks_without_contact_are_said_as_the_strip_shows(session, shown, ids, back):
    begun = TODAY - timedelta(days=back)  # 33 and 40 days back is a Saturday
    session.do(plan_first_lesson, class_id=session.classes[0].id, on=begun)
    free_week(session, until=TODAY - timedelta(days=11))
    there = [week for week in shown.weeks if not week.is_free]
    assert shown.opening.heading == f"No contact yet in {len(there)} teaching week(s)"


def test_who_is_known_but_was_never_spoken_with_gets_a_way_to_begin(session, shown, ids):
    assert shown.standing == "Never spoken with"
    know(session, ids[0], 9, 6)
    assert shown.level is Level.KNOWN
    assert shown.standing == "Known, never spoken with"
    opening = shown.opening
    assert opening is not None
    assert opening.heading == "No contact yet in 9 teaching week(s)"
    assert opening.advice.startswith("You know Sanne by face and name. Drop by today.")


def test_before_the_first_lesson_no_weeks_are_counted(session, shown, ids):
    current = session.current_class
    session.do(plan_first_lesson, class_id=current.id, on=TODAY + timedelta(days=9))
    assert shown.opening.heading == "No contact yet"


def test_another_question_is_another_one_until_all_were_there(shown):
    asked = []
    for _ in range(6):
        asked.append(shown.opening.question)
        shown.another_question()
    assert len(set(asked)) == 6
    assert shown.opening.question == asked[0]


@pytest.mark.parametrize("number", range(12))
def test_every_question_is_a_question(number):
    assert opening_question(number).endswith("?")


def test_spoken_logs_a_talk_for_today_at_once(session, shown):
    shown.log_talk()
    assert shown.opening is None
    assert told(shown) == ["Thu 29 Oct, talk"]
    session.undo()
    assert shown.opening is not None


def test_the_timeline_says_what_was_there_and_with_whom(session, shown, ids):
    log(
        session,
        *ids[:4],
        days=49,
        text="came by after class",
        private={ids[0]: "finds it hard to call", ids[1]: "not for this page"},
        tags=("afspraak", "top"),
    )
    log(session, ids[0], days=3, kind=ContactKind.MAIL)
    log(session, ids[1], days=1, text="somebody else")

    assert told(shown) == [
        "Mon 26 Oct, mail",
        (
            "Thu 10 Sep, brief contact. came by after class."
            " only with Sanne: finds it hard to call. #afspraak #top."
            " together with Milan, Noor and Łukasz"
        ),
    ]
    assert shown.timeline[1].remove_words == "Remove, also with the others"


def test_namesakes_in_class_are_told_apart_on_the_timeline(session, shown, ids):
    class_id = session.current_class.id
    smit = student(1, infix="", family_name="Smit")
    session.do(add_student, class_id=class_id, draft=smit, joined=TODAY)
    log(session, ids[0], ids[1])
    assert shown.timeline[0].together == "together with Milan van der B."


def test_of_a_large_group_three_are_named_and_the_rest_is_counted(session, shown, ids):
    others = school_class(session.desk, size=3, name="Other")[1]
    log(session, *ids, *others)
    assert shown.timeline[0].together == "together with Milan, Noor, Łukasz and 4 other(s)"


def test_the_weeks_are_told_in_one_sentence(session, shown, ids):
    assert shown.weeks_sentence == "No contact in the weeks shown"
    log(session, ids[0], days=0, kind=ContactKind.NOTICED)
    log(session, ids[0], days=7, kind=ContactKind.TALK)
    assert shown.weeks_sentence == "Contact: week 43 talk, week 44 noticed"
    assert [week.number for week in shown.weeks if week.is_now] == [44]
    assert shown.weeks[-2].kind is CellKind.TALK


def test_a_contact_is_mended_and_removed_and_brought_back(session, shown, ids):
    log(session, ids[0], days=3, text="a word")
    contact_id = shown.timeline[0].id
    day = date(2026, 10, 20)
    assert shown.edit_contact(contact_id, happened_on=day, kind=ContactKind.TALK, text="a talk")
    assert told(shown) == ["Tue 20 Oct, talk. a talk"]
    shown.remove_contact(contact_id)
    assert told(shown) == []
    session.undo()
    assert told(shown) == ["Tue 20 Oct, talk. a talk"]


def test_a_text_too_long_for_a_contact_is_refused_in_words(session, shown, ids, qtbot: QtBot):
    log(session, ids[0])
    contact_id = shown.timeline[0].id
    with qtbot.waitSignal(shown.failed) as failed:
        kind = ContactKind.TALK
        assert not shown.edit_contact(contact_id, happened_on=TODAY, kind=kind, text="x" * 281)
    assert failed.args == ["That is longer than 280 characters. A line is enough."]
    assert told(shown) == ["Thu 29 Oct, brief contact"]


def test_promises_stand_with_their_dates_and_go_when_they_are_kept(session, shown, ids):
    for days, text in ((6, "portfolio"), (0, "reading tips"), (-4, "")):
        log(session, ids[0], text=text, days=10, follow_up=TODAY - timedelta(days=days))
    assert [(row.text, row.due, row.is_passed) for row in shown.promises] == [
        ("portfolio", "was Fri 23 Oct", True),
        ("reading tips", "today", False),
        ("Come back to this", "Mon 2 Nov", False),
    ]
    shown.noted.keep_promise(shown.promises[0].id)
    assert [row.text for row in shown.promises] == ["reading tips", "Come back to this"]


def test_details_that_are_not_known_have_no_line(session, shown):
    lines = [(line.label, line.value) for line in shown.details]
    assert lines == [("Call name", "Sanne"), ("Say", "as it is written")]
    shown.save(replace(shown.student, pronunciation="SAN-nuh", email="s@school.example"))
    assert [(line.label, line.value) for line in shown.details] == [
        ("Call name", "Sanne"),
        ("Say", "SAN-nuh"),
        ("E-mail", "s@school.example"),
    ]


def test_a_known_name_says_since_when(session, shown, ids):
    assert shown.level_words == "new"
    know(session, ids[0], 9, 6)
    assert shown.level_words.startswith("known since ")
    assert shown.level_words.endswith("October")


def test_changes_are_stored_as_one_deed_and_nothing_changed_is_none(session, shown):
    steps = len(session.vault.journal.done)
    assert shown.save(shown.student)
    assert len(session.vault.journal.done) == steps
    assert shown.save(replace(shown.student, call_name="San", note="plays bass"))
    assert len(session.vault.journal.done) == steps + 1
    assert (shown.student.name, shown.student.note) == ("San", "plays bass")


def test_a_student_without_any_name_is_refused(shown, qtbot: QtBot):
    nobody = replace(shown.student, given_name="", infix="", family_name="")
    with qtbot.waitSignal(shown.failed) as failed:
        assert not shown.save(nobody)
    assert failed.args == ["Give a name first."]


def test_who_is_removed_is_not_there_any_more_until_it_is_undone(session, shown):
    shown.remove()
    assert shown.student is None
    assert (shown.details, shown.timeline, shown.promises) == ((), (), ())
    session.undo()
    assert shown.student.name == "Sanne"


def test_students_are_gone_through_in_the_order_of_the_list_they_were_opened_from(
    session, shown, ids
):
    sanne, milan, noor, lukasz, zoe = ids
    assert shown.place == (3, 5)
    assert (shown.beside(-1), shown.beside(1)) == (milan, lukasz)
    student_order(session).ids = (zoe, sanne, StudentId(999))
    assert shown.place == (2, 2)
    assert (shown.beside(-1), shown.beside(1)) == (zoe, None)
    shown.open(noor)
    assert shown.place == (1, 5), "who is not in that list stands in the whole class"


def test_a_student_of_another_class_brings_that_class_along(session, shown):
    other, (there, *_) = school_class(session.desk, size=2, name="Other")
    shown.open(there)
    assert session.current_class.id == other
    assert shown.student.id == there


def test_another_class_chosen_leaves_nobody_on_the_page(session, shown):
    other, _ = school_class(session.desk, size=2, name="Other")
    session.choose_class(other)
    assert shown.student is None


def test_a_photo_is_given_cropped_and_taken_away(session, shown, ids, tmp_path: Path, qtbot: QtBot):
    (tmp_path / "face.jpg").write_bytes(jpeg(400, 500))
    assert shown.photo_bytes() == b""
    shown.set_photo(tmp_path / "face.jpg")
    assert shown.is_busy
    qtbot.waitUntil(lambda: shown.student.photo is not None, timeout=30_000)
    assert not shown.is_busy
    assert shown.photo_bytes().startswith(b"\xff\xd8")
    crop = Crop(0.1, 0.1, 0.5, 0.5)
    shown.crop_photo(crop)
    assert students.student(session.vault, ids[0]).crop == crop
    shown.photos.remove_main()
    assert shown.student.photo is None
    session.undo()
    assert shown.student.crop == crop


def test_a_broken_photo_is_refused_in_words(session, shown, tmp_path: Path, qtbot: QtBot):
    (tmp_path / "face.jpg").write_bytes(jpeg(400, 500)[:900])
    with qtbot.waitSignal(shown.failed, timeout=30_000) as failed:
        shown.set_photo(tmp_path / "face.jpg")
    assert failed.args == ["face.jpg is damaged and cannot be shown."]
    assert shown.student.photo is None
    assert not shown.is_busy
    shown.close()


def test_a_week_without_lessons_is_hatched_unless_there_was_contact(session, shown, ids):
    def held(first: date) -> Period:
        return Period(
            id=PeriodId(0),
            kind=PeriodKind.HOLIDAY,
            name="vakantie",
            first_on=first,
            last_on=first + timedelta(days=6),
        )

    session.do(add_periods, drafts=[held(date(2026, 10, 12)), held(date(2026, 10, 19))])
    free = {week.number for week in shown.weeks if week.is_free}
    spoken = {week.number for week in shown.weeks if week.kind}
    assert free == {42, 43} - spoken
    assert free


def test_what_is_to_be_asked_of_the_coach_stands_with_the_promises_until_it_is(session, shown, ids):
    who = ids[0]
    before = len(shown.promises)
    session.do(note_consent, student_id=who, on=TODAY, is_yes=True)
    told = {"coach": "K. Vos", "text": "feiten", "return_on": TODAY - timedelta(days=1)}
    session.do(transfer_to_coach, student_id=who, on=TODAY, **told)
    row = shown.promises[-1]
    assert (row.text, row.due, row.is_passed) == (
        "Ask K. Vos what came of it",
        "was Wed 28 Oct",
        True,
    )
    shown.noted.keep(row)
    assert len(shown.promises) == before
    assert "asked after it Thu 29 Oct" in [each.line for each in shown.moments]


def test_in_whose_words_it_is_follows_the_pronouns_that_were_asked_for(session, shown, ids):
    shown.noted.keep_own_words("vraag me apart", told_on=TODAY, may_share=True)
    for pronouns, whose in (
        ("zij/haar", "in her words"),
        ("hij/hem", "in his words"),
        ("die/hen", "in their own words"),
        ("", "in their own words"),
    ):
        shown.save(replace(shown.student, pronouns=pronouns))
        assert shown.noted.helps.whose == whose
    assert shown.noted.helps.line == "29 Oct, may be shared with teachers"


def test_without_contact_only_what_stands_alone_is_on_the_timeline(session, shown, ids):
    shown.open(ids[4])
    session.do(note_group, class_id=session.current_class.id, on=TODAY, text="rustig")
    assert shown.moments == ()
    session.do(note_consent, student_id=ids[4], on=TODAY, is_yes=False)
    assert [each.heading for each in shown.moments] == ["rather not told to the study coach"]


def test_practice_is_one_line_for_each_day_and_a_sweep_is_none(session, shown, ids):
    log(session, ids[0], days=3, text="came by")
    know(session, ids[0], 9, 9, 2)
    session.do(
        answer_card,
        student_id=ids[0],
        direction=Direction.NAME_TO_FACE,
        outcome=Outcome(verdict=Verdict.WRONG),
        rating=Rating.AGAIN,
        at=session.now() - timedelta(days=9),
    )
    told = [(each.on, each.text) for each in shown.moments if each.kind is MomentKind.PRACTICE]
    day = session.today()
    assert told == [(day - timedelta(days=2), ""), (day - timedelta(days=9), "3 time(s)")]


def test_a_talk_round_stands_on_its_first_day_with_what_became_of_this_talk(session, shown, ids):
    log(session, ids[0], days=3)
    class_id = session.current_class.id
    round_id = session.do(start_talk_round, class_id=class_id, weeks=2, minutes=5, on=TODAY)

    def told() -> str:
        (moment,) = (each for each in shown.moments if each.kind is MomentKind.TALK_ROUND)
        return moment.sentence

    assert told() == "Thu 29 Oct, talk round begun. still to come"
    session.do(hold_talk, round_id=round_id, student_id=ids[0], on=TODAY)
    assert told() == "Thu 29 Oct, talk round begun. spoken Thu 29 Oct"
    session.undo()
    session.do(leave_out_of_round, round_id=round_id, student_id=ids[0])
    assert told() == "Thu 29 Oct, talk round begun. rather not"


def test_ten_days_are_on_the_timeline_also_of_who_was_never_spoken_with(session, shown, ids):
    shown.open(ids[2])
    class_id = session.current_class.id
    session.do(start_ten_days, class_id=class_id, student_id=ids[2], on=TODAY)
    assert [each.sentence for each in shown.moments] == ["Thu 29 Oct, ten days begun. 0 of 10"]


def test_of_two_answers_on_one_day_the_last_stands_first(session: Session) -> None:
    _, (who, *_) = school_class(session.desk)
    session.do(note_consent, student_id=who, on=TODAY, is_yes=False)
    session.do(note_consent, student_id=who, on=TODAY, is_yes=True)
    shown = StudentViewModel(session)
    shown.open(who)
    assert [each.heading for each in shown.moments] == [
        "the study coach may know",
        "rather not told to the study coach",
    ]
