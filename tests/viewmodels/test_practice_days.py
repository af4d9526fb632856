"""The window stays open, and meanwhile the clock does strange things: every answer counts once."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from builders import student
from klasgenoot.domain.answering import Mode, Outcome
from klasgenoot.domain.memory import Direction, Rating, day_of
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.verdict import Verdict
from klasgenoot.operations.classes import add_class
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.practice import answer_card
from klasgenoot.operations.students import add_student
from klasgenoot.store import memories
from klasgenoot.store.photos import StoredPhoto, keep_photo
from klasgenoot.viewmodels.counts import Counts
from klasgenoot.viewmodels.learning import Learning, learning
from klasgenoot.viewmodels.practice import PracticeViewModel
from klasgenoot.viewmodels.practice_moment import Stage
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId

FACE = Direction.FACE_TO_NAME
HERE = ZoneInfo("Europe/Amsterdam")
EVENING = datetime(2026, 10, 29, 20, 0, tzinfo=HERE)
HOUR, DAY, YEAR = timedelta(hours=1), timedelta(days=1), timedelta(days=365)
SIZE = 4


class Clock:
    """A clock that a test puts where it wants."""

    def __init__(self) -> None:
        self.now = EVENING

    def __call__(self) -> datetime:
        return self.now

    def goes_on(self, by: timedelta) -> None:
        """By true time: on the wall, a night in October lasts an hour longer."""
        self.now = (self.now.astimezone(ZoneInfo("UTC")) + by).astimezone(HERE)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def session(desk: Desk, clock: Clock) -> Session:
    return Session(desk, clock=clock)


def people(
    session: Session, *, asked_ago: timedelta | None, first_lesson: date | None = None
) -> list[StudentId]:
    """A class of four, each with a photo and asked so long ago; not at all without that."""
    class_id = session.do(add_class, name="CMV-1B", first_lesson=first_lesson)
    ids = []
    for number in range(SIZE):
        photo = keep_photo(session.vault, StoredPhoto(b"%d" % number, b"s", 4, 5))
        draft = replace(student(number), photo=photo)
        who = session.do(add_student, class_id=class_id, draft=draft, joined=date(2026, 9, 1))
        ids.append(who)
        if asked_ago is not None:
            session.do(
                answer_card,
                student_id=who,
                direction=FACE,
                outcome=Outcome(verdict=Verdict.RIGHT),
                rating=Rating.GOOD,
                at=session.now() - asked_ago,
            )
    return ids


def begun(session: Session) -> PracticeViewModel:
    view_model = PracticeViewModel(session)
    view_model.open(Mode.TYPED)
    return view_model


def answer(view_model: PracticeViewModel) -> StudentId:
    """Goes through what is shown and answers the next question rightly; returns whose it was."""
    while view_model.stage in {Stage.STUDY, Stage.ANSWERED}:
        view_model.go_on()
    assert view_model.student is not None
    who = view_model.student.id
    view_model.check(view_model.student.full_name)
    assert view_model.stage is Stage.ANSWERED
    return who


def finish(view_model: PracticeViewModel) -> list[StudentId]:
    """Answers all that is asked; returns whom."""
    asked = []
    while True:
        while view_model.stage in {Stage.STUDY, Stage.ANSWERED}:
            view_model.go_on()
        if view_model.stage is not Stage.ASK:
            return asked
        asked.append(answer(view_model))


def kept(session: Session, ids: list[StudentId]) -> Counter[StudentId]:
    """How many rated answers are kept of each."""
    return Counter(
        {
            who: sum(
                one.rating is not None
                for one in memories.answers_of(session.vault, who, direction=FACE)
            )
            for who in ids
        }
    )


@pytest.mark.parametrize(
    ("start", "step"),
    [
        (EVENING + 3 * HOUR + HOUR / 2, HOUR / 2),
        (datetime(2026, 3, 29, 1, 30, tzinfo=HERE), HOUR / 3),
        (datetime(2026, 10, 25, 1, 30, tzinfo=HERE), HOUR / 3),
    ],
    ids=["over midnight", "summer time begins", "summer time ends"],
)
def test_a_session_in_the_night_is_one_session(
    session: Session, clock: Clock, start: datetime, step: timedelta
) -> None:
    clock.now = start
    ids = people(session, asked_ago=20 * DAY)
    view_model = begun(session)
    asked = []
    for _ in ids:
        asked.append(answer(view_model))
        clock.goes_on(step)
        view_model.open(Mode.TYPED)  # left for a moment, and come back to
    view_model.go_on()
    assert Counter(asked) == Counter(ids)
    assert kept(session, ids) == Counter(dict.fromkeys(ids, 2))
    assert view_model.stage is Stage.DONE
    days = {
        day_of(memory.last_review)
        for memory in memories.memories(session.vault, direction=FACE).values()
    }
    assert days == {day_of(start)}


@pytest.mark.parametrize("back", [HOUR, DAY, YEAR], ids=["an hour", "a day", "a year"])
def test_a_clock_put_back_in_a_session_loses_nobody_and_doubles_nobody(
    session: Session, clock: Clock, back: timedelta
) -> None:
    ids = people(session, asked_ago=20 * DAY)
    view_model = begun(session)
    first = answer(view_model)
    clock.goes_on(-back)
    asked = [first, *finish(view_model)]
    assert Counter(asked) == Counter(ids)
    assert kept(session, ids) == Counter(dict.fromkeys(ids, 2))
    assert view_model.stage is Stage.DONE
    assert view_model.look_back is not None

    # put right again, everybody comes by once more and no more than once
    clock.now = EVENING + 40 * DAY
    assert Counter(finish(begun(session))) == Counter(ids)
    assert kept(session, ids) == Counter(dict.fromkeys(ids, 3))


@pytest.mark.parametrize("back", [HOUR, DAY, YEAR], ids=["an hour", "a day", "a year"])
def test_the_seconds_of_a_card_do_not_run_backwards(
    session: Session, clock: Clock, back: timedelta
) -> None:
    before = len(people(session, asked_ago=20 * DAY))
    view_model = begun(session)
    clock.goes_on(-back)
    answer(view_model)
    seconds = [row[0] for row in session.vault.rows("SELECT seconds FROM answers")]
    assert len(seconds) == before + 1
    assert all(0 <= each <= 60 for each in seconds)


@pytest.mark.parametrize("back", [DAY, YEAR], ids=["a day", "a year"])
def test_who_was_asked_while_the_clock_was_ahead_is_in_the_plan(
    session: Session, clock: Clock, back: timedelta
) -> None:
    ids = people(session, asked_ago=-back, first_lesson=EVENING.date() + 6 * DAY)
    assert Counter(finish(begun(session))) == Counter(ids)


def test_a_card_left_on_screen_overnight_is_answered_once(session: Session, clock: Clock) -> None:
    ids = people(session, asked_ago=20 * DAY)
    view_model = begun(session)
    first = answer(view_model)
    view_model.go_on()
    clock.goes_on(12 * HOUR)  # the window stays as it is, and so does the question in it
    assert Counter([first, *finish(view_model)]) == Counter(ids)
    assert kept(session, ids) == Counter(dict.fromkeys(ids, 2))


def test_practice_on_two_days_without_closing_asks_each_face_once_a_day(
    session: Session, clock: Clock
) -> None:
    ids = people(session, asked_ago=20 * DAY)
    view_model = begun(session)
    evening = [answer(view_model), answer(view_model)]
    clock.goes_on(12 * HOUR)
    view_model.open(Mode.TYPED)
    morning = finish(view_model)
    assert Counter(evening + morning) == Counter(ids)
    assert kept(session, ids) == Counter(dict.fromkeys(ids, 2))
    clock.goes_on(90 * DAY)
    view_model.open(Mode.TYPED)
    assert Counter(finish(view_model)) == Counter(ids)


def test_new_faces_that_were_only_shown_yesterday_are_shown_again(
    session: Session, clock: Clock
) -> None:
    ids = people(session, asked_ago=None)
    view_model = begun(session)
    assert view_model.stage is Stage.STUDY
    view_model.go_on()
    clock.goes_on(12 * HOUR)
    view_model.open(Mode.TYPED)
    shown = []
    while view_model.stage is Stage.STUDY:
        assert view_model.student is not None
        shown.append(view_model.student.id)
        view_model.go_on()
    assert Counter(shown) == Counter(ids)
    assert Counter(finish(view_model)) == Counter(ids)
    assert kept(session, ids) == Counter(dict.fromkeys(ids, 1))


def test_the_minutes_of_yesterday_are_not_taken_off_those_of_today(
    session: Session, clock: Clock
) -> None:
    people(session, asked_ago=5 * DAY, first_lesson=EVENING.date() + 6 * DAY)
    view_model = begun(session)
    for _ in range(2):
        clock.goes_on(timedelta(seconds=20))
        answer(view_model)
        view_model.go_on()
    used = []
    for later in (timedelta(), 12 * HOUR):
        clock.goes_on(later)
        known = learning(session)
        assert known is not None
        assert known.aim is not None
        used.append(known.aim.used)
    assert used[0] >= 40
    assert used[1] == 0


def missed_first(view_model: PracticeViewModel) -> StudentId:
    """Goes to the first question and does not know it; returns whose it was."""
    while view_model.stage is Stage.STUDY:
        view_model.go_on()
    assert view_model.student is not None
    who = view_model.student.id
    view_model.give_up()
    return who


@pytest.mark.parametrize("asked_ago", [None, 40 * DAY], ids=["in a block", "to repeat"])
@pytest.mark.parametrize("first_lesson", [None, date(2026, 11, 12)], ids=["plain", "planned"])
def test_who_was_missed_before_the_app_locked_is_asked_again_that_day(
    session: Session, asked_ago: timedelta | None, first_lesson: date | None
) -> None:
    ids = people(session, asked_ago=asked_ago, first_lesson=first_lesson)
    who = missed_first(begun(session))
    after = begun(session)  # as after a lock: nothing is left of the session but its answers
    assert after.student is not None
    assert after.student.id == who
    assert after.stage is Stage.ASK
    assert Counts(session).waiting()[PageId.NAMES] == len(after.segments)
    assert finish(after).count(who) == 1
    assert kept(session, ids)[who] == 1 + (asked_ago is not None)
    assert who not in learned(session).missed


def test_who_was_missed_yesterday_is_no_card_of_a_session_that_was_cut_off(
    session: Session, clock: Clock
) -> None:
    people(session, asked_ago=40 * DAY)
    who = missed_first(begun(session))
    assert learned(session).missed == (who,)
    clock.goes_on(DAY)
    assert learned(session).missed == ()


@pytest.mark.parametrize("mode", [Mode.SWEEP, Mode.LOOK_ALIKES])
def test_what_was_missed_in_a_sweep_or_a_drill_is_not_asked_again_for_that(
    session: Session, mode: Mode
) -> None:
    ids = people(session, asked_ago=40 * DAY)
    for asked_in in (mode, Mode.TYPED):
        session.do(
            answer_card,
            student_id=ids[asked_in is mode],
            direction=FACE,
            outcome=Outcome(verdict=Verdict.WRONG, mode=asked_in),
            rating=None,
            at=session.now(),
        )
    assert learned(session).missed == (ids[0],)


def learned(session: Session) -> Learning:
    known = learning(session)
    assert known is not None
    return known
