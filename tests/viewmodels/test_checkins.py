"""Who stands where on Check-ins, and with what words? The page drawn as lines of text."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale, Qt

from builders import TODAY, school_class, student
from klasgenoot.domain.answering import Outcome
from klasgenoot.domain.contact import ContactKind
from klasgenoot.domain.memory import Direction, Rating
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.periods import Period, PeriodId, PeriodKind
from klasgenoot.domain.snoozing import SnoozeReason
from klasgenoot.domain.verdict import Verdict
from klasgenoot.domain.weeks import CellKind
from klasgenoot.operations.attention import snooze
from klasgenoot.operations.calendar import add_periods
from klasgenoot.operations.contacts import ContactDraft, keep_promise, log_contact
from klasgenoot.operations.practice import answer_card
from klasgenoot.operations.students import add_student
from klasgenoot.store.contacts import open_promises
from klasgenoot.viewmodels.checkins import CheckInsViewModel
from klasgenoot.viewmodels.checkins_filter import Filter
from klasgenoot.viewmodels.checkins_rows import (
    CheckInRow,
    Heading,
    Section,
    Tone,
    next_in_place,
)
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.student import StudentViewModel

SHAPES = {
    CellKind.NONE: ".",
    CellKind.NOTICED: "o",
    CellKind.MESSAGE: "m",
    CellKind.BRIEF: "b",
    CellKind.TALK: "T",
}


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """Days are written in English, whatever the computer speaks."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def ids(session: Session) -> list[StudentId]:
    """Sanne, Milan, Noor, Łukasz and Zoë in the current class."""
    class_id, ids = school_class(session.desk)
    session.choose_class(class_id)
    return ids


@pytest.fixture
def page(session: Session, ids: list[StudentId]) -> CheckInsViewModel:
    return CheckInsViewModel(session)


def log(session: Session, who: StudentId, *, days: int, **changes: object) -> None:
    values: dict[str, object] = {"student_ids": (who,), "happened_on": TODAY - timedelta(days=days)}
    session.do(log_contact, drafts=[ContactDraft(**(values | changes))])


def drawn(page: CheckInsViewModel) -> list[str]:
    """The list: name, dots, weeks, reason and last line; a heading in brackets."""
    lines = []
    for row in page.turns.rows():
        if isinstance(row, Heading):
            lines.append(f"[{row.sentence}]")
        else:
            weeks = "".join(SHAPES[cell] for cell in row.cells)
            lines.append(f"{row.name} {row.dots} {weeks} {row.reason} | {row.last_line}")
    return lines


def test_whose_turn_it_is_stands_first_with_the_reason_and_the_last_line(
    page: CheckInsViewModel, session: Session, ids: list[StudentId]
):
    sanne, milan, noor, lukasz, _ = ids
    log(session, sanne, days=9, kind=ContactKind.TALK, text="stage", follow_up=date(2026, 10, 23))
    log(session, milan, days=31, text="verhuisd")
    log(session, noor, days=40, kind=ContactKind.MAIL, text="vroeg iets")
    log(session, noor, days=1, kind=ContactKind.NOTICED)
    log(session, lukasz, days=3, text="compliment")

    assert drawn(page) == [
        "Sanne 1 .......T. promise Fri 23 Oct | Tue 20 Oct · stage",
        "Zoë 0 ......... never spoken with | ",
        "Milan 0 ....b.... 31 day(s) · aim 21 | Mon 28 Sept · verhuisd",
        "[On schedule 2]",
        "Łukasz 1 ........b 3 day(s) ago | Mon 26 Oct · compliment",
        "Noor 1 ..m.....o yesterday | Wed 28 Oct · noticed",
    ]
    assert [row.name for row in page.wall.rows()] == ["Sanne", "Zoë", "Milan", "Łukasz", "Noor"]
    assert [(week, now) for week, now in page.weeks if now] == [(44, True)]
    assert [number for number, _ in page.weeks] == list(range(36, 45))


def test_the_list_stays_on_who_came_next_once_somebody_is_put_off(
    page: CheckInsViewModel, session: Session, ids: list[StudentId]
):
    def keys() -> tuple[int, ...]:
        return tuple(row.key for row in page.wall.rows() if row.section is not Section.SNOOZED)

    first, *_, last = before = keys()
    for who in (first, last):
        session.do(
            snooze, student_id=StudentId(who), on=TODAY, until=TODAY, reason=SnoozeReason.ILL
        )
    rows = page.wall.rows()

    assert next_in_place(first, before=before, rows=rows) == before[1]
    assert next_in_place(last, before=before, rows=rows) == before[-2]
    assert next_in_place(before[1], before=before, rows=rows) == before[1]
    assert next_in_place(last, before=keys(), rows=rows) == last  # was put off before already


def test_a_private_line_is_the_last_line_of_its_student_alone(
    page: CheckInsViewModel, session: Session, ids: list[StudentId]
):
    sanne, milan, *_ = ids
    log(session, sanne, days=2, student_ids=(sanne, milan), private={sanne: "wil liever alleen"})

    said = {row.name: row.said for row in page.wall.rows()}
    assert (said["Sanne"], said["Milan"]) == ("wil liever alleen", "")


def test_the_sentence_names_who_was_not_seen(
    page: CheckInsViewModel, session: Session, ids: list[StudentId]
):
    assert page.sentence == "No contact logged yet. Begin with three."

    for who in ids[:3]:
        log(session, who, days=3)
    unseen = [row.name for row in page.wall.rows() if not row.dots]
    assert page.sentence == (
        f"Seen 3 of 5 in the last 4 teaching weeks. Not seen: {unseen[0]} and {unseen[1]}."
    )

    for who in ids:
        log(session, who, days=1)
    assert page.sentence == "All 5 seen in the last 4 teaching weeks."


def test_of_two_with_one_name_the_sentence_says_which(session: Session):
    class_id, ids = school_class(session.desk)
    session.choose_class(class_id)
    wit = student(0, infix="de", family_name="Wit")
    session.do(add_student, class_id=class_id, draft=wit, joined=TODAY)
    page = CheckInsViewModel(session)
    for who in ids[1:]:
        log(session, who, days=3)
    assert page.sentence.endswith("Not seen: Sanne H. and Sanne de W.")
    assert {row.name for row in page.wall.rows()} >= {"Sanne H.", "Sanne de W."}


def test_more_than_a_few_names_are_counted(session: Session):
    class_id, ids = school_class(session.desk, size=9)
    session.choose_class(class_id)
    page = CheckInsViewModel(session)
    log(session, ids[0], days=1)

    assert page.sentence.endswith("and 4 other(s).")


def test_a_dot_is_a_contact_that_the_sentence_counts(
    page: CheckInsViewModel, session: Session, ids: list[StudentId]
):
    for days in (28, 27, 0):
        log(session, ids[0], days=days)

    dots = {row.name: row.dots for row in page.wall.rows()}
    assert dots["Sanne"] == 2


def test_filters_offer_only_what_there_is(
    page: CheckInsViewModel, session: Session, ids: list[StudentId]
):
    assert list(page.filters.values()) == ["All 5", "Without a dot 5"]

    log(session, ids[0], days=9, follow_up=date(2026, 10, 23))
    assert list(page.filters.values()) == ["All 5", "Without a dot 4", "Promise past its date 1"]

    page.choose_filter(Filter.PROMISE_PASSED)
    assert [row.name for row in page.wall.rows()] == ["Sanne"]
    assert [heading.sentence for heading in page.headings] == ["Their turn 1"]


def test_a_filter_that_lets_nobody_through_any_more_is_taken_off(
    page: CheckInsViewModel, session: Session, ids: list[StudentId]
):
    log(session, ids[0], days=9, follow_up=date(2026, 10, 23))
    page.choose_filter(Filter.PROMISE_PASSED)
    (promise,) = open_promises(session.vault)

    session.do(keep_promise, promise_id=promise.id, on=TODAY)

    assert page.filter is Filter.ALL
    assert len(page.wall.rows()) == 5


def test_another_aim_changes_whose_turn_it_is(
    page: CheckInsViewModel, session: Session, ids: list[StudentId]
):
    log(session, ids[0], days=10)
    assert "[On schedule 1]" in drawn(page)

    session.set(target_days=7)
    assert "[On schedule 1]" not in drawn(page)


def test_who_is_put_off_stands_last_and_is_said_below(
    page: CheckInsViewModel, session: Session, ids: list[StudentId]
):
    sanne, milan, *_ = ids
    log(session, milan, days=40)
    until = date(2026, 11, 6)
    trouble = page.deeds.put_off(
        milan, until="6 nov", reason=SnoozeReason.OTHER, text="bedrijfsbezoek"
    )
    assert trouble == ""
    assert page.deeds.snooze_of(milan).until == until
    assert drawn(page)[-2:] == [
        "[Put off 1]",
        "Milan 0 ..b...... until Fri 6 Nov | Sat 19 Sept · brief contact",
    ]
    assert page.snoozed == "Milan put off: bedrijfsbezoek until Fri 6 Nov"
    assert page.filters[Filter.SNOOZED] == "Put off 1"
    assert milan not in [row.student.id for row in page.who_now]
    page.deeds.put_off(sanne, until="2w", reason=SnoozeReason.ILL, text="")
    assert page.snoozed == "2 student(s) put off"
    page.deeds.end(milan)
    page.deeds.end(sanne)
    assert page.snoozed == ""


@pytest.mark.parametrize("until", ["", "gisteren", "31-2", "over 60 weken", "blauw"])
def test_an_end_that_is_no_day_to_come_is_said_and_nothing_is_stored(
    page: CheckInsViewModel, ids: list[StudentId], until: str
):
    trouble = page.deeds.put_off(ids[0], until=until, reason=SnoozeReason.ILL, text="")
    assert trouble == "Choose a day between today and half a year from now, such as 6 Nov."
    assert page.deeds.snooze_of(ids[0]) is None
    other = page.deeds.put_off(ids[0], until="2w", reason=SnoozeReason.OTHER, text="")
    assert other == "Say in a few words why."


def test_an_own_aim_stands_in_the_reason_and_goes_again(
    page: CheckInsViewModel, session: Session, ids: list[StudentId]
):
    log(session, ids[0], days=9, follow_up=date(2026, 10, 23))
    log(session, ids[1], days=10)
    page.deeds.aim(ids[0], 7)
    page.deeds.aim(ids[1], 10)
    whole = {row.name: row.whole_reason for row in page.wall.rows()}
    assert whole["Sanne"] == "9 day(s) · own aim 7 · promised by Fri 23 Oct"
    assert whole["Milan"] == "10 day(s) · own aim 10"
    log(session, ids[1], days=2)
    reasons = {row.name: row.reason for row in page.wall.rows()}
    assert reasons["Milan"] == "2 day(s) · aim 10", "on schedule, and by which aim"
    assert page.deeds.targets(ids[1]) == (7, 10, 14, 21, 28, 42, 56)
    assert page.deeds.own_target(ids[1]) == 10
    page.deeds.aim(ids[1], None)
    assert page.deeds.own_target(ids[1]) is None


def test_three_are_proposed_with_a_question_that_holds_for_the_week(page: CheckInsViewModel):
    assert [row.name for row in page.who_now] == [row.name for row in page.wall.rows()[:3]]
    questions = {row.question for row in page.who_now}
    assert len(questions) == len(page.who_now), "no two are asked the same"
    assert page.who_now == page.who_now


def test_who_is_known_by_name_and_was_never_spoken_with_is_found(
    page: CheckInsViewModel, session: Session, ids: list[StudentId]
):
    for who in ids[:2]:
        for days in (60, 40, 20, 1):
            session.do(
                answer_card,
                student_id=who,
                direction=Direction.FACE_TO_NAME,
                outcome=Outcome(verdict=Verdict.RIGHT),
                rating=Rating.EASY,
                at=session.now() - timedelta(days=days),
            )
    log(session, ids[0], days=1)
    page.choose_filter(Filter.UNSPOKEN)
    assert [row.name for row in page.wall.rows()] == ["Milan"]
    assert page.wall.rows()[0].whole_reason == "known, never spoken with"


def test_when_all_was_about_care_it_is_said_kindly(
    page: CheckInsViewModel, session: Session, ids: list[StudentId]
):
    for days in (3, 9, 15):
        log(session, ids[0], days=days, tags=("zorg",))
    assert page.about_care == (
        "The last three times with Sanne were about care. An everyday talk does good too."
    )
    for who in ids[1:3]:
        log(session, who, days=2, tags=("zorg",))
    assert page.about_care.startswith("All you logged lately was about care.")
    log(session, ids[0], days=1, text="compliment")
    assert page.about_care == ""


def test_a_week_can_be_looked_back_over(
    page: CheckInsViewModel, session: Session, ids: list[StudentId]
):
    log(session, ids[0], days=9, student_ids=tuple(ids), text="groepsproject")
    log(session, ids[1], days=7, text="stage")
    log(session, ids[2], days=0)
    weeks = page.look_back
    assert (weeks.title, weeks.can_go_on) == ("Week 44, 26 Oct to 1 Nov", False)
    assert weeks.sentence == "1 contact(s) with 1 of 5 students"
    weeks.go(-1)
    assert (weeks.title, weeks.can_go_on) == ("Week 43, 19 Oct to 25 Oct", True)
    assert weeks.sentence == "2 contact(s) with 5 of 5 students"
    assert [(day.words, [met.text for met in day.met]) for day in weeks.days] == [
        ("Tuesday 20 October", ["groepsproject"]),
        ("Thursday 22 October", ["stage"]),
    ]
    weeks.go(-1)
    assert (weeks.days, weeks.sentence) == ((), "No contact logged in this week.")
    weeks.go(5)
    assert not weeks.can_go_on


def test_a_holiday_stands_in_the_weeks_and_makes_nobody_wait(
    page: CheckInsViewModel, session: Session, ids: list[StudentId]
):
    log(session, ids[0], days=24)
    holiday = Period(
        id=PeriodId(0),
        kind=PeriodKind.HOLIDAY,
        name="herfst",
        first_on=date(2026, 10, 10),
        last_on=date(2026, 10, 18),
    )
    session.do(add_periods, drafts=[holiday])
    sanne = next(row for row in page.wall.rows() if row.name == "Sanne")
    weeks = [number for number, _ in page.weeks]
    assert [week for week, free in zip(weeks, sanne.free_weeks, strict=True) if free] == [42]
    assert (sanne.turn.days, sanne.dots, sanne.tone) == (15, 1, Tone.QUIET)


def test_undo_puts_everybody_back(page: CheckInsViewModel, session: Session, ids: list[StudentId]):
    before = drawn(page)
    changes: list[bool] = []
    page.changed.connect(lambda: changes.append(True))

    log(session, ids[0], days=1)
    assert drawn(page) != before
    session.undo()

    assert drawn(page) == before
    assert len(changes) == 2


def test_a_heading_cannot_be_chosen(
    page: CheckInsViewModel, session: Session, ids: list[StudentId]
):
    log(session, ids[0], days=1)
    flags = [page.turns.flags(page.turns.index(at)) for at in range(page.turns.rowCount())]

    headings = [isinstance(row, Heading) for row in page.turns.rows()]
    assert [flag == Qt.ItemFlag.NoItemFlags for flag in flags] == headings
    assert any(headings)


def test_each_row_is_a_sentence_for_who_cannot_see_it(
    page: CheckInsViewModel, session: Session, ids: list[StudentId]
):
    log(session, ids[1], days=31, text="verhuisd")
    row = next(row for row in page.wall.rows() if row.name == "Milan")

    assert isinstance(row, CheckInRow)
    assert row.tone is Tone.TURN
    assert row.sentence == (
        "Milan van der Berg, 31 day(s) · aim 21, 0 contact(s) in 4 teaching weeks,"
        " Mon 28 Sept · verhuisd"
    )


def test_without_students_there_is_nothing_to_say(session: Session):
    assert not CheckInsViewModel(session).has_students
    class_id, _ = school_class(session.desk, size=0)
    session.choose_class(class_id)
    page = CheckInsViewModel(session)

    assert (page.has_students, page.sentence, page.headings) == (False, "", ())


def test_from_here_one_goes_through_the_students_as_they_stand_here(
    session: Session, page: CheckInsViewModel, ids: list[StudentId]
):
    for days, who in enumerate(ids[:4]):
        log(session, who, days=40 - days)
    page.remember_order()
    shown = StudentViewModel(session)
    shown.open(ids[4])
    assert shown.place == (1, 5)
    assert shown.beside(1) == ids[0]
    assert shown.beside(-1) is None
