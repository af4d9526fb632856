"""One practice session on screen: ask, judge, commit, go on; and back again with undo."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from klasgenoot.domain.answering import WAYS, Mode, Outcome, self_graded
from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.errors import Trouble
from klasgenoot.domain.memory import Direction, Rating
from klasgenoot.domain.people import PhotoId, Student, StudentId
from klasgenoot.domain.practice import Practice, Segment
from klasgenoot.domain.verdict import Judgement, Verdict
from klasgenoot.store import memories
from klasgenoot.viewmodels.hearing import Hearing
from klasgenoot.viewmodels.learning import Learning, learning, ways_for
from klasgenoot.viewmodels.look_ahead import LookAhead
from klasgenoot.viewmodels.look_back import LookBack, look_back
from klasgenoot.viewmodels.occasions import FEW, Occasion, practice_of, today
from klasgenoot.viewmodels.offer import Offer, offer_of
from klasgenoot.viewmodels.practice_judging import judge_chosen, judge_typed, outcome_of
from klasgenoot.viewmodels.practice_keeping import (
    asked,
    can_go_on,
    keep_answer,
    keep_regrade,
    learns_alike,
    warm_up,
)
from klasgenoot.viewmodels.practice_moment import UNDERWAY, Moment, Stage, next_moment
from klasgenoot.viewmodels.practice_past import Past, still_there
from klasgenoot.viewmodels.practice_photos import Photos, photos_today, with_photo_of
from klasgenoot.viewmodels.practice_question import Question, question_of
from klasgenoot.viewmodels.practice_words import (
    AnswerView,
    answer_view,
    left_out_words,
    place_words,
)
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.troubles import trouble_words

LONGEST = 60.0
"""A card counts for at most so many seconds: who walks away is not practising."""
PEOPLE = frozenset({"students", "enrolments", "more_photos"})
ANSWERS = frozenset({Deed.ANSWER_CARD, Deed.REGRADE_ANSWER})
UNSETTLED = frozenset({Verdict.WHICH, Verdict.DOUBT})


class PracticeViewModel(QObject):
    """Practising the names of the current class.

    Every answer is kept before the next card is shown. What is on screen is one value, a `Moment`;
    undoing an answer goes back to the moment it was asked.

    Attributes:
        way: how answers are given.
        hearing: plays the name.
        ahead: where it leads, for after a session.
        trouble: why the last answer could not be kept; empty when it was.

    Signals:
        changed: something else is on screen.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._known: Learning | None = None
        self._moment = next_moment(Practice(faces=(), queue=()))
        self._photos: Photos = {}
        self._past = Past()
        self._since = session.now()
        self.way = Mode.TYPED
        self.hearing = Hearing(session, self)
        self.ahead = LookAhead(session, self)
        self.trouble = ""
        session.changed.connect(self._on_session_changed)
        session.class_changed.connect(self._on_class_changed)
        session.taken_back.connect(self._on_session_taken_back)

    # ---- what is on screen ----

    @property
    def stage(self) -> Stage:
        """What is on screen."""
        return self._moment.stage

    @property
    def student(self) -> Student | None:
        """Whose face is on screen."""
        return self._student(self._moment.student_id)

    @property
    def coming(self) -> Student | None:
        """Whose face comes next."""
        return self._student(self._moment.coming)

    @property
    def question(self) -> Question | None:
        """What is asked; None while nothing is."""
        student, known = self.student, self._known
        if self.stage is not Stage.ASK or student is None or known is None:
            return None
        return question_of(self._session, self._moment, student=student, known=known, way=self.way)

    @property
    def answer(self) -> AnswerView | None:
        """The name and what goes with it; None while the name is hidden."""
        student = self.student
        if student is None or self.stage is Stage.ASK or self._known is None:
            return None
        memory = memories.memory(self._session.vault, student.id, direction=self.way.direction)
        return answer_view(
            self._moment, student=student, known=self._known, due=memory.due if memory else None
        )

    @property
    def ways(self) -> tuple[Mode, ...]:
        """The ways there are to practise this class."""
        return ways_for(self._known.students.values()) if self._known else WAYS

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The progress bar, a piece per face."""
        return self._moment.progress.segments

    @property
    def place(self) -> str:
        """How far the session is, as in "7 of 18"."""
        return place_words(self._moment.progress)

    @property
    def look_back(self) -> LookBack | None:
        """The session looked back on, once it is done or stopped."""
        known = self._learning()
        if self.stage is not Stage.DONE or known is None:
            return None
        return look_back(self._moment.practice, known=known)

    @property
    def offer(self) -> Offer | None:
        """Why there is nothing to practise, and what can be done anyway."""
        known = self._learning()
        return offer_of(known) if known and known.to_learn else None

    # ---- what the teacher does ----

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
        """Answers with one of those there are to choose from."""
        student = self.student
        if self.stage is not Stage.ASK or not self.way.is_chosen or student is None:
            return
        self._answer_judged(judge_chosen(student_id, student=student), typed="")

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
        if self.stage is not Stage.REVEALED:
            return
        hinted = self._moment.hints > 0
        outcome = self_graded(rating, hinted=hinted, seconds=self._seconds(), photo=self._photo)
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

    # ---- how it goes on ----

    def _look_up(self) -> Learning | None:
        """Looks anew who there is and what is known of them."""
        self._known = known = self._learning()
        self._photos = photos_today(self._session, known) if known else {}
        return known

    def _learning(self) -> Learning | None:
        heard = self.way is Mode.LISTEN
        return learning(self._session, direction=self.way.direction, heard=heard)

    @property
    def _photo(self) -> PhotoId | None:
        """The photo by which the name is asked."""
        is_shown = self.way.direction is Direction.FACE_TO_NAME
        return self.student.photo if is_shown and self.student else None

    def _resume(self) -> bool:
        """Goes on where the session was left or stopped; False if there is none to go on with."""
        moment, known = self._moment, self._known
        if not can_go_on(self._session, moment, known=known, way=self.way):
            return False
        is_stopped = self.stage is Stage.DONE
        self._show(next_moment(self._moment.practice) if is_stopped else self._moment)
        return True

    def _student(self, student_id: StudentId | None) -> Student | None:
        if student_id is None or self._known is None:
            return None
        student = self._known.everyone.get(student_id)
        return with_photo_of(student, self._photos) if student else None

    def _seconds(self) -> float:
        """How long the card has been on screen."""
        passed = (self._session.now() - self._since).total_seconds()
        return min(LONGEST, max(0.0, passed))

    def _show(self, moment: Moment) -> None:
        self._moment = moment
        self._since = self._session.now()
        self.trouble = ""
        self.changed.emit()

    def _answer_judged(self, judgement: Judgement, *, typed: str) -> None:
        outcome = outcome_of(
            self._moment, judgement, way=self.way, seconds=self._seconds(), photo=self._photo
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
            self._show(still_there(moment, students=self._known.everyone))

    @Slot(frozenset)
    def _on_session_changed(self, tables: frozenset[str]) -> None:
        if not tables & PEOPLE or self._known is None:
            return
        now = self._learning()
        if now is not None and now.school_class.id == self._known.school_class.id:
            self._known, self._photos = now, photos_today(self._session, now)
            self._moment = still_there(self._moment, students=now.everyone)
            self.changed.emit()

    @Slot()
    def _on_class_changed(self) -> None:
        """Another class: what was begun with this one is over; its answers are kept."""
        current, known = self._session.current_class, self._known
        if known is not None and (current is None or current.id != known.school_class.id):
            self.begin()
