"""The page Talk round: what a round asks, who comes when, and whose turn it is."""

from functools import cached_property

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from klasgenoot.domain.calling import told_apart
from klasgenoot.domain.contact import Contact
from klasgenoot.domain.people import SchoolClass, Student, StudentId
from klasgenoot.domain.talk_round import (
    USUAL_MINUTES,
    USUAL_WEEKS,
    IsFree,
    RoundPlan,
    RoundTalk,
    TalkRound,
    fair_order,
    per_week,
    plan_of,
)
from klasgenoot.domain.weeks import week_of
from klasgenoot.operations.talk_rounds import (
    end_talk_round,
    hold_talk,
    leave_out_of_round,
    move_talk,
    start_talk_round,
    take_back_in_round,
)
from klasgenoot.store import contacts, students, talk_rounds
from klasgenoot.store.attention import snoozes
from klasgenoot.store.calendar import calendar
from klasgenoot.viewmodels.doing import Doing
from klasgenoot.viewmodels.opening_questions import opening_question
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.talks_rows import TalkFace, Turn, WeekRow, last_words, week_row

translate = QCoreApplication.translate

WATCHED = frozenset(
    {
        "students",
        "enrolments",
        "contacts",
        "contact_students",
        "talk_rounds",
        "round_talks",
        "periods",
        "restrictions",
        "snoozes",
    }
)


class TalksViewModel(QObject):
    """A round of talks with the current class.

    Attributes:
        weeks: in how many weeks, for a round to be planned.
        minutes: how long a talk is, for the same.

    Signals:
        changed: the round, the class or a choice is another.
        failed: a sentence on what could not be done.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._do = Doing(session, say=self.failed.emit)
        self.weeks = USUAL_WEEKS
        self.minutes = USUAL_MINUTES
        self._chosen: StudentId | None = None
        self._seen: _Seen | None = None
        session.changed.connect(self._on_session_changed)
        session.class_changed.connect(self._on_class_changed)

    # ---- what is there ----

    @property
    def class_name(self) -> str:
        """The class it is about; empty when there is none."""
        return self._session.class_name

    @property
    def count(self) -> int:
        """How many students are in the class."""
        return len(self.seen.people)

    @property
    def round(self) -> TalkRound | None:
        """The round that goes on."""
        return self.seen.round

    @property
    def plan(self) -> RoundPlan:
        """The round as it stands today; as it would begin when none goes on."""
        return self.seen.plan(weeks=self.weeks)

    @property
    def subtitle(self) -> str:
        """How far the round is, in a line."""
        if self.round is None:
            return self.class_name
        plan = self.plan
        parts = [
            self.class_name,
            translate("Talks", "{held} of {total} spoken with").format(
                held=plan.held, total=plan.total
            ),
        ]
        if plan.last is not None:
            ready = translate("Talks", "done in week {week}")
            parts.append(ready.format(week=plan.last.number))
        return " · ".join(parts)

    @property
    def cost(self) -> str:
        """What a round asks: "4 talks of 5 minutes a week, done in week 48"."""
        a_week = per_week(self.count, weeks=self.weeks)
        talks = translate("Talks", "%n talk(s)", None, a_week)
        last = self.plan.last
        if last is None:
            return translate("Talks", "{talks} of {minutes} minutes a week.").format(
                talks=talks, minutes=self.minutes
            )
        return translate(
            "Talks", "{talks} of {minutes} minutes a week, done in week {week}."
        ).format(talks=talks, minutes=self.minutes, week=last.number)

    @property
    def rows(self) -> tuple[WeekRow, ...]:
        """The plan, a week at a time."""
        seen = self.seen
        this_week = week_of(self._session.today())
        return tuple(
            week_row(each, this_week=this_week, people=seen.people, names=seen.names)
            for each in self.plan.weeks
        )

    @property
    def left_out(self) -> tuple[TalkFace, ...]:
        """Who would rather not."""
        seen = self.seen
        return tuple(
            TalkFace(student=seen.people[who], name=seen.names[who]) for who in self.plan.left_out
        )

    @property
    def turn(self) -> Turn | None:
        """Whose talk it is: who was chosen, else the first of this week, else who comes next."""
        if self.round is None:
            return None
        plan, seen = self.plan, self.seen
        ahead = [*(who for week in plan.weeks for who in week.ahead), *plan.later]
        if not ahead:
            return None
        who = self._chosen if self._chosen in ahead else ahead[0]
        student = seen.people[who]
        if who in plan.now:
            left = len(plan.now)
            heading = translate("Talks", "This week, %n still to come", None, left)
        else:
            heading = translate("Talks", "Later, and today is fine too")
        week = week_of(self._session.today()).number
        return Turn(
            student=student,
            name=seen.names[who],
            heading=heading,
            last=last_words(seen.last.get(who), today=self._session.today()),
            question=opening_question(who + week),
        )

    @property
    def is_done(self) -> bool:
        """Whether everybody of the round was spoken with."""
        return self.round is not None and self.plan.is_done

    # ---- wishes ----

    def choose_weeks(self, weeks: int) -> None:
        """Says in how many weeks a new round is done."""
        self.weeks = weeks
        self.changed.emit()

    def choose_minutes(self, minutes: int) -> None:
        """Says how long a talk is in a new round."""
        self.minutes = minutes
        self.changed.emit()

    def choose(self, student_id: StudentId) -> None:
        """Puts somebody's talk in front."""
        self._chosen = student_id
        self.changed.emit()

    def start(self) -> bool:
        """Plans a round."""
        known = self._session.current_class
        return known is not None and self._do(
            start_talk_round,
            class_id=known.id,
            weeks=self.weeks,
            minutes=self.minutes,
            on=self._session.today(),
        )

    def end(self) -> None:
        """Ends the round."""
        if self.round is not None:
            self._do(end_talk_round, round_id=self.round.id, on=self._session.today())

    def hold(self, text: str) -> bool:
        """Keeps that the talk in front was held, with a line on it or without."""
        turn, known = self.turn, self.round
        return (
            turn is not None
            and known is not None
            and self._do(
                hold_talk,
                round_id=known.id,
                student_id=turn.student.id,
                on=self._session.today(),
                text=text,
            )
        )

    def move_on(self) -> None:
        """Puts the talk in front a week later."""
        turn, known = self.turn, self.round
        if turn is not None and known is not None:
            who, up_to, weeks = turn.student.id, list[StudentId](), self.plan.weeks
            for week in weeks:
                if who not in up_to:
                    up_to += week.ahead
            planned = [each for week in weeks for each in week.ahead]
            self._do(move_talk, round_id=known.id, student_id=who, planned=planned, up_to=up_to)

    def leave_out(self) -> None:
        """Leaves out whose talk is in front."""
        turn, known = self.turn, self.round
        if turn is not None and known is not None:
            self._do(leave_out_of_round, round_id=known.id, student_id=turn.student.id)

    def take_back(self, student_id: StudentId) -> None:
        """Takes somebody in again who was left out."""
        if self.round is not None:
            self._do(take_back_in_round, round_id=self.round.id, student_id=student_id)

    # ---- within ----

    @property
    def seen(self) -> "_Seen":
        """What the vault says now, read once until it changes."""
        if self._seen is None:
            self._seen = _Seen(self._session)
        return self._seen

    @Slot(frozenset)
    def _on_session_changed(self, tables: frozenset[str]) -> None:
        if tables & {"talk_rounds", "round_talks"}:
            self._chosen = None  # what comes next is not what was chosen
        if tables & WATCHED:
            self._seen = None
            self.changed.emit()

    @Slot()
    def _on_class_changed(self) -> None:
        self._seen = None
        self._chosen = None
        self.changed.emit()


class _Seen:
    """The class and its round as they are in the vault."""

    def __init__(self, session: Session) -> None:
        vault = session.vault
        self._today = session.today()
        self.school_class: SchoolClass | None = session.current_class
        everyone: tuple[Student, ...] = ()
        self.round: TalkRound | None = None
        self._talks: tuple[RoundTalk, ...] = ()
        self.last: dict[StudentId, Contact] = {}
        if self.school_class is not None:
            class_id = self.school_class.id
            everyone = students.all_students(vault, class_id=class_id)
            self.last = contacts.last_contacts(vault, class_id)
            self.round = talk_rounds.round_of(vault, class_id)
        if self.round is not None:
            self._talks = talk_rounds.talks_of(vault, self.round.id)
        self.people = {each.id: each for each in everyone}
        self.names = told_apart(everyone)
        self.calendar = calendar(vault)
        self._in_peace = {
            each.student_id: each.until for each in snoozes(vault) if each.holds_on(self._today)
        }
        self._plans: dict[int, RoundPlan] = {}

    @cached_property
    def is_free(self) -> IsFree:
        """Whether there are no lessons on a day."""
        return self.calendar.lesson_free.has

    def plan(self, *, weeks: int) -> RoundPlan:
        """The round that goes on, or one of so many weeks that would begin today."""
        known = self.round
        key = 0 if known else weeks
        if key not in self._plans:
            members = tuple(self.people)
            if known is None:
                members = self._fair_order(members)
            self._plans[key] = plan_of(
                self._talks,
                members=members,
                a_week=known.per_week if known else per_week(len(members), weeks=weeks),
                begun_on=known.begun_on if known else self._today,
                today=self._today,
                is_free=self.is_free,
                in_peace=self._in_peace,
            )
        return self._plans[key]

    def _fair_order(self, members: tuple[StudentId, ...]) -> tuple[StudentId, ...]:
        """Who would come first if the round began today: as `start_talk_round` has it."""
        last_seen = {who: contact.happened_on for who, contact in self.last.items()}
        return fair_order(members, last_seen=last_seen, draw=self._today.toordinal())
