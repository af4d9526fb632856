"""Where is a practice session now? One moment of it as a value; undo shows an earlier one."""

from dataclasses import dataclass, replace
from enum import StrEnum

from klasgenoot.domain.answering import Outcome
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.practice import Card, CardKind, Practice, Progress
from klasgenoot.domain.verdict import Judgement, Verdict
from klasgenoot.store.memories import AnswerId

RIGHT, WRONG = (Verdict.RIGHT, Verdict.SPELLING), (Verdict.WRONG, Verdict.MIXED_UP)


class Stage(StrEnum):
    """What is on screen."""

    STUDY = "study"
    """A face with its name, to remember."""
    ASK = "ask"
    """A face; the name is wanted."""
    DOUBT = "doubt"
    """The name, and the question whether what was typed counts."""
    REVEALED = "revealed"
    """The name, and the question how well it was recalled."""
    ANSWERED = "answered"
    """The name, and what became of the answer."""
    DONE = "done"
    """The session looked back on."""
    NOTHING = "nothing"
    """There is nobody to practise."""


UNDERWAY = frozenset({Stage.STUDY, Stage.ASK, Stage.DOUBT, Stage.REVEALED, Stage.ANSWERED})
"""Stages from which a session goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A practice session and what of it is on screen.

    Attributes:
        practice: the session as it stands.
        stage: what is on screen.
        card: whose face is on screen; None when DONE or NOTHING.
        hints: how many hints were asked for on this card.
        typed: what was typed last.
        judgement: what it was worth: on DOUBT and ANSWERED, and on ASK when a letter of the
            surname is wanted too.
        before: on ANSWERED, the session before the answer, to judge it again from.
        answer_id: on ANSWERED, where the answer is kept.
    """

    practice: Practice
    stage: Stage
    card: Card | None = None
    hints: int = 0
    typed: str = ""
    judgement: Judgement | None = None
    before: Practice | None = None
    answer_id: AnswerId | None = None

    @property
    def progress(self) -> Progress:
        """How far the session is: an answered face counts as the one on screen."""
        return (self.before or self.practice).progress

    @property
    def student_id(self) -> StudentId | None:
        """Whose face is on screen."""
        return self.card.student_id if self.card else None

    @property
    def outcome(self) -> Outcome | None:
        """How the question on screen ended; None until it has."""
        return self.practice.answers[-1].outcome if self.stage is Stage.ANSWERED else None

    @property
    def coming(self) -> StudentId | None:
        """Whose face comes after this one, so that the photo can be made ready."""
        others = (card.student_id for card in self.practice.queue)
        return next((who for who in others if who != self.student_id), None)

    def passed(self, *, seconds: float = 0.0) -> "Moment":
        """The next card, after a face was shown with its name for so many seconds.

        After a miss the session shows the face with its name; the answer on screen was that.
        """
        card = self.practice.current
        is_shown = card is not None and card.student_id == self.student_id
        if is_shown and card is not None and card.kind is CardKind.STUDY:
            return next_moment(self.practice.studied(seconds=seconds))
        return next_moment(self.practice)

    def overruled(self) -> Outcome | None:
        """How the question ended if the teacher says the opposite; None if nobody can.

        Overruling twice gives the first verdict again.
        """
        outcome, judged = self.outcome, self.judgement
        if outcome is None or judged is None or judged.verdict is Verdict.EMPTY:
            return None
        if outcome.mode.is_chosen:  # what was chosen is beyond doubt
            return None
        opposite = WRONG if outcome.recalled else RIGHT
        verdict = judged.verdict if judged.verdict in opposite else opposite[0]
        said = judged.said if verdict in WRONG else None
        return replace(outcome, verdict=verdict, said=said, guessed=False)

    def without(self, student_id: StudentId) -> "Moment":
        """The moment without a student who is gone; the next card if it was about them."""
        practice = self.practice.without(student_id)
        if self.student_id == student_id:
            return next_moment(practice)
        before = self.before.without(student_id) if self.before else None
        return replace(self, practice=practice, before=before)


def next_moment(practice: Practice) -> Moment:
    """The session with its next card on screen, or the look back when there is none."""
    card = practice.current
    if card is None:
        stage = Stage.DONE if practice.answers else Stage.NOTHING
        return Moment(practice=practice, stage=stage)
    stage = Stage.STUDY if card.kind is CardKind.STUDY else Stage.ASK
    return Moment(practice=practice, stage=stage, card=card)
