"""The day: around a lesson, in a holiday, before the first lesson and after the last."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from builders import TODAY, school_class
from klasgenoot.domain.guide import Mark
from klasgenoot.domain.people import ClassId, StudentId
from klasgenoot.domain.periods import Period, PeriodId, PeriodKind
from klasgenoot.operations.calendar import add_periods, plan_lessons
from klasgenoot.operations.classes import plan_first_lesson
from klasgenoot.operations.contacts import ContactDraft, log_contact
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.students import set_photo
from klasgenoot.operations.study_coach import note_consent, transfer_to_coach
from klasgenoot.store import contacts
from klasgenoot.store.photos import StoredPhoto, keep_photo
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import AFTER_CLASS, PageId, Target
from klasgenoot.viewmodels.today import Today, TodayViewModel
from klasgenoot.viewmodels.today_lesson import Stage

pytestmark = pytest.mark.usefixtures("qapp")

GUIDE = Path(__file__).parents[2] / "resources" / "guide"
Clock = Callable[[str], None]


class World:
    """A class of five, a session whose clock can be set, and the day as it is shown."""

    def __init__(self, desk: Desk) -> None:
        self.moment = datetime(TODAY.year, TODAY.month, TODAY.day, 10, 0, tzinfo=UTC)
        self.session = Session(desk, clock=lambda: self.moment)
        self.class_id, self.ids = school_class(desk)
        self.view_model = TodayViewModel(self.session, guide_texts=GUIDE)

    def at(self, clock: str, *, days: int = 0) -> None:
        """Sets the clock."""
        on = TODAY + timedelta(days=days)
        self.moment = datetime.combine(on, time.fromisoformat(clock), tzinfo=UTC)
        self.session.look_at_clock()
        self.view_model.look_at_clock()

    def teach(
        self, starts: str, ends: str, *, of: ClassId | None = None, last: date = date(2026, 11, 30)
    ) -> None:
        """Plans a lesson on Thursdays."""
        self.session.do(
            plan_lessons,
            class_id=of or self.class_id,
            weekday=3,
            starts=time.fromisoformat(starts),
            ends=time.fromisoformat(ends),
            first_on=date(2026, 9, 1),
            last_on=last,
            subject="Ontwerpen",
            room="3.14",
        )

    def speak(self, *who: StudentId, days_ago: int = 1, follow_up: date | None = None) -> None:
        """Logs a contact."""
        draft = ContactDraft(
            student_ids=who,
            happened_on=TODAY - timedelta(days=days_ago),
            text="stage",
            follow_up=follow_up,
        )
        self.session.do(log_contact, drafts=[draft])

    def show_photos(self) -> None:
        """Gives everybody a photo, so that there are names to practise."""
        for who in self.ids:
            photo = keep_photo(self.session.vault, StoredPhoto(b"%d" % who, b"small", 4, 5))
            self.session.do(set_photo, student_id=who, photo=photo, crop=None)

    @property
    def day(self) -> Today:
        """What is shown."""
        shown = self.view_model.shown
        assert shown is not None
        return shown


@pytest.fixture
def world(desk: Desk) -> World:
    return World(desk)


def test_the_one_button_changes_around_the_lesson(world: World) -> None:
    world.show_photos()
    world.teach("10:15", "12:00")
    for clock, stage, heading, page in (
        ("08:00", Stage.BEFORE, "Today at 10:15: CMV-1B", PageId.PRACTICE),
        ("09:50", Stage.BEFORE, "In 25 minute(s): CMV-1B", PageId.PRACTICE),
        ("10:15", Stage.DURING, "Now: CMV-1B", PageId.LOG),
        ("12:00", Stage.AFTER, "Just given: CMV-1B", PageId.LOG),
    ):
        world.at(clock)
        assert world.day.lesson.stage is stage
        assert world.day.lesson.heading == heading
        assert world.day.act.target.page is page
    assert world.day.act.target == Target(PageId.LOG, act=AFTER_CLASS)
    assert world.day.lesson.line == "10:15\N{EN DASH}12:00 · Ontwerpen · room 3.14 · next Thu 5 Nov"
    world.at("09:00", days=1)
    assert world.day.lesson.stage is Stage.AHEAD
    assert world.day.lesson.heading == "Thursday 5 November: CMV-1B"
    world.at("09:00", days=6)
    assert world.day.lesson.heading == "Tomorrow at 10:15: CMV-1B"


def test_with_nothing_to_practise_the_button_logs_before_the_lesson_too(world: World) -> None:
    world.teach("10:15", "12:00")
    world.at("09:50")
    assert world.day.act.target == Target(PageId.LOG)


def test_on_the_first_day_without_a_calendar_all_is_there(world: World) -> None:
    day = world.day
    assert (day.lesson.stage, day.lesson.heading) == (Stage.NONE, "CMV-1B")
    assert not day.lesson.has_calendar
    assert (len(day.turns), day.waiting, len(day.faces)) == (3, 5, 5)
    assert day.promises == ()
    assert day.week is not None
    assert day.start is None
    assert world.view_model.subtitle == "Good morning."
    world.session.do(plan_first_lesson, class_id=world.class_id, on=TODAY)
    assert world.view_model.subtitle == (
        "Good morning. Your first lesson with this class is today."
    )


def test_the_last_lesson_is_said_to_be_the_last_and_after_it_there_is_none(world: World) -> None:
    world.teach("10:15", "12:00", last=TODAY)
    assert world.day.lesson.line.endswith("3.14")
    world.at("11:00")
    assert world.day.lesson.line.endswith("the last lesson in the calendar")
    world.at("09:00", days=1)
    assert world.day.lesson.line == "No more lessons in the calendar."
    assert world.day.lesson.has_calendar


def test_the_line_below_the_day_says_which_week_it_is_and_how_many_lessons(world: World) -> None:
    world.teach("10:15", "12:00")
    block = Period(
        id=PeriodId(0),
        kind=PeriodKind.BLOCK,
        name="Blok 1",
        first_on=date(2026, 8, 31),
        last_on=date(2026, 11, 8),
    )
    holiday = Period(
        id=PeriodId(0),
        kind=PeriodKind.HOLIDAY,
        name="Herfstvakantie",
        first_on=date(2026, 10, 19),
        last_on=date(2026, 10, 25),
    )
    world.session.do(add_periods, drafts=[block, holiday])
    assert (
        world.view_model.subtitle == "Good morning. Teaching week 8 of blok 1, 1 lesson(s) today."
    )
    world.at("13:00", days=-7)
    assert world.view_model.subtitle == (
        "Good afternoon. Herfstvakantie, up to and including Sunday 25 October."
    )
    assert world.day.lesson.heading == "Thursday 29 October: CMV-1B"


def test_before_the_first_lesson_there_is_the_plan_for_the_names(world: World) -> None:
    world.show_photos()
    world.session.do(plan_first_lesson, class_id=world.class_id, on=date(2026, 11, 11))
    start = world.day.start
    assert start is not None
    assert start.aim == "All 5 names by 11 November"
    assert [each.known for each in start.classes] == ["0 of 5"]
    assert [chore.target.page for chore in start.chores] == [PageId.CALENDAR, PageId.SHARING]
    assert world.view_model.subtitle == "Good morning. 13 day(s) to your first lesson."
    world.view_model.close_work()


def test_spoken_logs_a_brief_contact_that_undo_takes_back(world: World) -> None:
    first = world.day.turns[0].student.id
    world.view_model.spoken_with(first)
    (logged,) = contacts.contacts_of(world.session.vault, first)
    assert logged.happened_on == TODAY
    assert first not in [row.student.id for row in world.day.turns]
    assert world.day.waiting == 4
    world.session.undo()
    assert contacts.contacts_of(world.session.vault, first) == ()
    assert world.day.turns[0].student.id == first


def test_later_passes_over_somebody_until_the_day_is_over(world: World) -> None:
    before = [row.student.id for row in world.day.turns]
    world.view_model.later(before[0])
    shown = [row.student.id for row in world.day.turns]
    assert shown[:2] == before[1:]
    assert before[0] not in shown
    assert world.day.waiting == 5
    begun_anew = TodayViewModel(world.session, guide_texts=GUIDE).shown
    assert begun_anew
    assert begun_anew.turns == world.day.turns
    for _ in range(4):
        world.view_model.later(world.day.turns[0].student.id)
    assert world.day.turns == ()
    world.at("09:00", days=1)
    assert len(world.day.turns) == 3


def test_promises_are_the_oldest_first_and_kept_with_one_deed(world: World) -> None:
    world.speak(world.ids[0], follow_up=TODAY + timedelta(days=3))
    world.speak(world.ids[1], follow_up=TODAY - timedelta(days=1))
    passed, coming = world.day.promises
    assert (passed.student.id, passed.is_passed) == (world.ids[1], True)
    assert (coming.student.id, coming.is_passed) == (world.ids[0], False)
    world.view_model.keep(passed)
    assert [each.id for each in world.day.promises] == [coming.id]
    world.session.undo()
    assert len(world.day.promises) == 2


def test_asking_the_study_coach_back_is_a_promise_among_the_others(world: World) -> None:
    world.speak(world.ids[0], follow_up=TODAY + timedelta(days=3))
    world.session.do(
        note_consent, student_id=world.ids[1], on=TODAY - timedelta(days=14), is_yes=True
    )
    world.session.do(
        transfer_to_coach,
        student_id=world.ids[1],
        on=TODAY - timedelta(days=14),
        coach="Marleen",
        text="Over Milan",
        return_on=TODAY - timedelta(days=1),
    )
    passed, coming = world.day.promises
    assert (passed.student.id, passed.is_passed) == (world.ids[1], True)
    assert "Marleen" in passed.text
    world.view_model.keep(passed)
    assert world.day.promises == (coming,)
    world.session.undo()
    assert world.day.promises == (passed, coming)


def test_the_class_of_the_lesson_opens_once_and_then_the_teacher_chooses(world: World) -> None:
    other, _ = school_class(world.session.desk, name="COM-1C")
    world.teach("10:15", "12:00", of=other)
    world.view_model.follow_lesson()
    assert world.session.current_class is not None
    assert world.session.current_class.id == other
    world.session.choose_class(world.class_id)
    world.view_model.follow_lesson()
    assert world.session.current_class.id == world.class_id
    assert world.day.lesson.stage is Stage.NONE


def test_between_two_lessons_the_last_one_counts_until_the_next_comes_near(world: World) -> None:
    other, _ = school_class(world.session.desk, name="COM-1C")
    world.teach("10:15", "12:00")
    world.teach("13:30", "15:00", of=other)
    for clock, class_id in (("12:10", world.class_id), ("12:40", other), ("17:00", other)):
        world.at(clock)
        world.view_model.follow_lesson()
        assert world.session.current_class is not None
        assert world.session.current_class.id == class_id


def test_a_mark_makes_room_for_another_recommendation(world: World) -> None:
    week = world.day.week
    assert week is not None
    world.view_model.mark(week.number, Mark.LATER)
    assert world.day.week is not None
    assert world.day.week.number != week.number


def test_the_clock_alone_tells_when_another_lesson_counts(world: World) -> None:
    world.teach("10:15", "12:00")
    assert world.day.lesson.stage is Stage.BEFORE
    told = []
    world.view_model.changed.connect(lambda: told.append(1))
    world.view_model.look_at_clock()
    assert told == []
    world.at("10:20")
    assert told
    assert world.day.lesson.stage is Stage.DURING


def test_of_who_was_never_spoken_with_it_says_how_long_they_have_been_there(world: World) -> None:
    assert {row.line for row in world.day.turns} == {"9 teaching week(s) in your class"}
    world.speak(*world.ids[1:], days_ago=30)
    assert all(row.line.endswith(": stage") for row in world.day.turns[1:])


def test_no_two_beside_each_other_are_asked_the_same(world: World) -> None:
    for _ in range(5):
        questions = [row.question for row in world.day.turns]
        assert len(set(questions)) == len(questions)
        world.view_model.later(world.day.turns[0].student.id)


def test_before_the_first_lesson_without_photos_the_button_leads_to_them(world: World) -> None:
    world.session.do(plan_first_lesson, class_id=world.class_id, on=date(2026, 11, 11))
    start = world.day.start
    assert start is not None
    assert start.target == Target(PageId.STUDENTS)
    assert [chore.target.page for chore in start.chores][1] is PageId.STUDENTS
    world.speak(world.ids[0], follow_up=TODAY)
    assert len(world.day.promises) == 1
