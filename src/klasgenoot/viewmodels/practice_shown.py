"""What is on screen of a practice session? All of it read from one moment, and nothing done."""

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal, Slot

from klasgenoot.domain.answering import WAYS, Mode
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.domain.practice import Practice, Segment
from klasgenoot.domain.seating import Seating
from klasgenoot.store import memories, photo_permissions
from klasgenoot.viewmodels.hearing import Hearing
from klasgenoot.viewmodels.learning import Learning, learning, ways_for
from klasgenoot.viewmodels.look_ahead import LookAhead
from klasgenoot.viewmodels.look_back import LookBack, look_back
from klasgenoot.viewmodels.offer import Offer, offer_of
from klasgenoot.viewmodels.practice_moment import Stage, next_moment
from klasgenoot.viewmodels.practice_question import Question, question_of
from klasgenoot.viewmodels.practice_words import AnswerView, answer_view, place_words
from klasgenoot.viewmodels.session import Session


class ShownPractice(QObject):
    """A practice session as a page shows it; `practice.PracticeViewModel` is what can be done.

    What is on screen is one value, a `Moment`.

    Attributes:
        way: how answers are given.
        hearing: plays the name.
        ahead: where it leads, for after a session.
        trouble: why the last answer could not be kept, or a name not be heard; else empty.

    Signals:
        changed: something else is on screen.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._known: Learning | None = None
        self._moment = next_moment(Practice(faces=(), queue=()))
        self.way = Mode.TYPED
        self.hearing = Hearing(session, self)
        self._is_silent = False
        # a moment later: the name is played while the question is being shown
        self.hearing.failed.connect(self._on_hearing_failed, Qt.ConnectionType.QueuedConnection)
        self.ahead = LookAhead(session, self)
        self.trouble = ""

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
        return question_of(
            self._session,
            self._moment,
            student=student,
            known=known,
            way=self.way,
            is_silent=self._is_silent,
        )

    @property
    def answer(self) -> AnswerView | None:
        """The name and what goes with it; None while the name is hidden."""
        student = self.student
        if student is None or self.stage is Stage.ASK or self._known is None:
            return None
        memory = memories.memory(self._session.vault, student.id, direction=self.way.direction)
        shown = answer_view(
            self._moment, student=student, known=self._known, due=memory.due if memory else None
        )
        if student.photo is not None:
            return shown
        rather_none = photo_permissions.refusing(self._session.vault)
        return replace(shown, asks_photo=student.id not in rather_none)

    @property
    def ways(self) -> tuple[Mode, ...]:
        """The ways there are to practise this class."""
        return ways_for(self._known) if self._known else WAYS

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The progress bar, a piece per face."""
        return self._moment.progress.segments

    @property
    def place(self) -> str:
        """How far the session is, as in "7 of 18"."""
        card = self._moment.card
        return place_words(self._moment.progress, is_first=card is None or card.is_first)

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

    def _learning(self) -> Learning | None:
        heard = self.way is Mode.LISTEN
        return learning(self._session, direction=self.way.direction, heard=heard)

    @property
    def _seating(self) -> Seating | None:
        """The seating plan of the class that is practised."""
        return self._known.groups[0].seating if self._known else None

    @Slot(str)
    def _on_hearing_failed(self, sentence: str) -> None:
        self._is_silent = True
        self.trouble = sentence
        self.changed.emit()

    def _student(self, student_id: StudentId | None) -> Student | None:
        if student_id is None or self._known is None:
            return None
        return self._known.everyone.get(student_id)
