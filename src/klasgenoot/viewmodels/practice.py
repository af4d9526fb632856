"""One practice session on screen: ask, judge, commit, go on; and back again with undo."""

from dataclasses import replace

from PySide6.QtCore import QObject, Slot

from klasgenoot.domain.answering import Mode, Outcome
from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.errors import Trouble
from klasgenoot.domain.memory import Rating
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.practice import Practice
from klasgenoot.domain.seating import Seat
from klasgenoot.domain.verdict import Judgement, Verdict
from klasgenoot.viewmodels.learning import Learning, ways_for
from klasgenoot.viewmodels.occasions import FEW, Occasion, practice_of, today
from klasgenoot.viewmodels.practice_judging import (
    graded_outcome,
    judge_chosen,
    judge_seat,
    judge_typed,
    outcome_of,
)
from klasgenoot.viewmodels.practice_keeping import (
    asked,
    can_go_on,
    keep_answer,
    keep_mnemonic,
    keep_regrade,
    learns_alike,
    on_screen,
    warm_up,
)
from klasgenoot.viewmodels.practice_moment import UNDERWAY, Moment, Stage, next_moment
from klasgenoot.viewmodels.practice_past import Past, still_there
from klasgenoot.viewmodels.practice_photos import practised
from klasgenoot.viewmodels.practice_shown import ShownPractice
from klasgenoot.viewmodels.practice_words import (
    left_out_words,
)
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.troubles import trouble_words

PEOPLE = frozenset({"students", "enrolments", "more_photos", "seats", "seating_plans"})
ANSWERS = frozenset({Deed.ANSWER_CARD, Deed.REGRADE_ANSWER})
UNSETTLED = frozenset({Verdict.WHICH, Verdict.DOUBT})


class PracticeViewModel(ShownPractice):
    """Practising the names of the current class, and of those planned together with it.

    Every answer is kept before the next card is shown; undoing one goes back to the moment it was
    asked.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self._past: Past[Moment] = Past()
        self._since = session.now()
        session.changed.connect(self._on_session_changed)
        session.class_changed.connect(self._on_class_changed)
        session.taken_back.connect(self._on_session_taken_back)

    def open(self, way: Mode | None = None, *, occasion: Occasion = Occasion.TODAY) -> None:
        """Goes on with the session that was left or stopped, or begins a new one.

        Args:
            way: how answers are given; None for as it was.
            occasion: which session to begin, if there is none to go on with.
        """
        if way is not None:
            self.choose_way(way)
        if occasion is Occasion.BEFORE_CLASS or not self._resume():
            self.begin(occasion)

    def begin(self, occasion: Occasion = Occasion.TODAY) -> None:
        """Begins a new session."""
        self._past.clear()
        known = self._look_up()
        if known is None:
            self._show(next_moment(Practice(faces=(), queue=())))
        else:
            self._show(next_moment(practice_of(self._session, known, occasion)))

    def more(self) -> None:
        """Goes on with the session that was stopped; after a whole one, with a few more faces."""
        if self._resume():
            return
        known = self._look_up()
        if known is not None:
            self._show(next_moment(today(known, most=FEW, beyond=True)))

    def choose_way(self, way: Mode) -> None:
        """Answers in another way from the question on screen on.

        Finding faces is learned apart from names: that begins a session of its own.
        """
        self.way = way
        known = self._known
        if known is not None and self.stage in UNDERWAY and not learns_alike(known, way):
            self.begin()
            return
        if self.stage in {Stage.DOUBT, Stage.REVEALED}:
            self._moment = replace(self._moment, stage=Stage.ASK, judgement=None, typed="")
        self.changed.emit()

    def hint(self) -> None:
        """Shows the next hint; the answer then counts a little less."""
        question = self.question
        if question is not None and question.hint and self._moment.judgement is None:
            self._moment = replace(self._moment, hints=self._moment.hints + 1)
            self.changed.emit()

    def check(self, typed: str) -> None:
        """Judges a typed name. Nothing typed is no answer: see `give_up`."""
        student = self.student
        if self.stage is not Stage.ASK or student is None or self._known is None:
            return
        judgement = judge_typed(typed, student=student, known=self._known)
        if judgement.verdict is Verdict.EMPTY:
            return
        if judgement.verdict in UNSETTLED:
            stage = Stage.DOUBT if judgement.verdict is Verdict.DOUBT else Stage.ASK
            self._moment = replace(self._moment, stage=stage, judgement=judgement, typed=typed)
            self.changed.emit()
        else:
            self._answer_judged(judgement, typed=typed)

    def choose(self, student_id: StudentId) -> None:
        """Answers with one of the few there are to choose from."""
        student = self.student
        if self.stage is Stage.ASK and self.way.has_few and student is not None:
            self._answer_judged(judge_chosen(student_id, student=student), typed="")

    def choose_seat(self, seat: Seat) -> None:
        """Answers with a seat of the room."""
        student, seating = self.student, self._seating
        if self.stage is Stage.ASK and self.way is Mode.FIND_SEAT and student and seating:
            occupant = seating.seats.get(seat)
            self._answer_judged(judge_seat(occupant, student=student), typed="")

    def settle(self, *, right: bool) -> None:
        """Says whether a doubtful answer counts."""
        if self.stage is Stage.DOUBT and self._moment.judgement is not None:
            settled = Verdict.SPELLING if right else Verdict.WRONG
            judgement = replace(self._moment.judgement, verdict=settled)
            self._answer_judged(judgement, typed=self._moment.typed)

    def give_up(self) -> None:
        """Shows the name of who is not recalled."""
        if self.stage is Stage.ASK and self.way is not Mode.SELF_GRADED:
            self._answer_judged(Judgement(verdict=Verdict.EMPTY), typed="")

    def reveal(self) -> None:
        """Shows the name, to be compared with the one in mind."""
        if self.stage is Stage.ASK and self.way is Mode.SELF_GRADED:
            self._moment = replace(self._moment, stage=Stage.REVEALED)
            self.changed.emit()

    def grade(self, rating: Rating) -> None:
        """Says how well the name was recalled, and goes on at once."""
        student = self.student
        if self.stage is not Stage.REVEALED or student is None:
            return
        outcome = graded_outcome(
            self._moment,
            rating,
            student=student,
            way=self.way,
            seconds=self._seconds(),
        )
        graded = self._answer(outcome)
        if graded is not None:
            self._show(graded.passed())

    def guess(self) -> None:
        """Says that the right answer was a guess."""
        outcome = self._moment.outcome
        if outcome is not None and outcome.sure:
            self._regrade(replace(outcome, guessed=True))

    def overrule(self) -> None:
        """Says that a wrong answer was right after all, or a right one wrong."""
        overruled = self._moment.overruled()
        if overruled is not None:
            self._regrade(overruled)

    def remember_by(self, mnemonic: str) -> None:
        """Keeps what the name on screen is remembered by; it is a hint from now on."""
        who = self.student
        try:
            if who is not None and who.mnemonic != mnemonic.strip():
                keep_mnemonic(self._session, who.id, mnemonic=mnemonic)
        except Trouble as trouble:
            self._fail(trouble)

    def go_on(self) -> None:
        """Shows the next card, after a face to remember or an answer."""
        if self.stage in {Stage.STUDY, Stage.ANSWERED}:
            self._show(self._moment.passed(seconds=self._seconds()))

    def stop(self) -> bool:
        """Ends the session here; whoever opens it again today goes on from here.

        Returns:
            Whether there is something to look back on.
        """
        if not self._moment.practice.answers:
            return False
        if self.stage in UNDERWAY:
            self._show(replace(next_moment(self._moment.practice), stage=Stage.DONE, card=None))
        return True

    def leave_out(self, student_id: StudentId) -> None:
        """Goes on without somebody whose photo cannot be shown, and says so."""
        student = self._student(student_id)
        moment = self._moment.without(student_id)
        if moment.student_id != self._moment.student_id:
            self._show(moment)
        else:
            self._moment = moment
        if student is not None:
            self.trouble = left_out_words(student)
            self.changed.emit()

    def warm_up(self) -> None:
        """Loads what the first answer needs, while the teacher looks at the first face."""
        warm_up(self._session, self._known, direction=self.way.direction)

    def _look_up(self) -> Learning | None:
        """Looks anew who there is and what is known of them."""
        known = self._learning()
        if known is not None and self.way not in ways_for(known):
            self.way = Mode.TYPED
            known = self._learning()
        self._known = practised(self._session, known) if known else None
        return self._known

    def _resume(self) -> bool:
        """Goes on where the session was left or stopped; False if there is none to go on with."""
        moment, known = self._moment, self._known
        if not can_go_on(self._session, moment, known=known, way=self.way):
            return False
        is_stopped = self.stage is Stage.DONE
        self._show(next_moment(self._moment.practice) if is_stopped else self._moment)
        return True

    def _seconds(self) -> float:
        return on_screen(self._session, self._since)

    def _show(self, moment: Moment) -> None:
        self._moment = moment
        self._since = self._session.now()
        self.trouble = ""
        self.changed.emit()

    def _answer_judged(self, judgement: Judgement, *, typed: str) -> None:
        student = self.student
        if student is None:
            return
        outcome = outcome_of(
            self._moment,
            judgement,
            student=student,
            way=self.way,
            seconds=self._seconds(),
        )
        answered = self._answer(outcome)
        if answered is not None:
            self._show(replace(answered, judgement=judgement, typed=typed))

    def _answer(self, outcome: Outcome) -> Moment | None:
        """The moment after an answer; None if it could not be kept."""
        moment = self._moment
        try:
            after = keep_answer(
                self._session, moment, outcome=outcome, direction=self.way.direction
            )
        except Trouble as trouble:
            self._fail(trouble)
            return None
        self._past.remember(asked(moment))
        return after

    def _regrade(self, outcome: Outcome) -> None:
        """Judges the answer on screen anew."""
        answered = self._moment
        try:
            after = keep_regrade(self._session, answered, outcome=outcome)
        except Trouble as trouble:
            self._fail(trouble)
            return
        if after is not None:
            self._past.remember(answered)
            self._show(after)

    def _fail(self, trouble: Trouble) -> None:
        self.trouble = trouble_words(trouble)
        self.changed.emit()

    @Slot(str, bool)
    def _on_session_taken_back(self, deed: str, undone: bool) -> None:  # noqa: FBT001 - a Qt slot
        moment = self._past.go(self._moment, back=undone) if Deed(deed) in ANSWERS else None
        if moment is not None and self._known is not None:
            self._show(still_there(moment, students=self._known.askable))

    @Slot(frozenset)
    def _on_session_changed(self, tables: frozenset[str]) -> None:
        if not tables & PEOPLE or self._known is None:
            return
        now = self._learning()
        if now is not None and now.school_class.id == self._known.school_class.id:
            self._known = practised(self._session, now, before=self._known)
            self._moment = still_there(self._moment, students=now.askable)
            self.changed.emit()

    @Slot()
    def _on_class_changed(self) -> None:
        """Another class: what was begun with this one is over; its answers are kept."""
        current, known = self._session.current_class, self._known
        if known is not None and (current is None or current.id != known.school_class.id):
            self.begin()
