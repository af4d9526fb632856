"""Which face comes next? One practice session as a value; every step gives a new one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from math import ceil

from klasgenoot.domain.answering import Outcome, rating_for
from klasgenoot.domain.memory import Rating
from klasgenoot.domain.people import StudentId

GAP = 3
"""A missed new face is asked again after this many other cards of its block, or all that remain."""


class CardKind(StrEnum):
    """What a card does."""

    STUDY = "study"
    RECALL = "recall"


SECONDS = {CardKind.STUDY: 8, CardKind.RECALL: 6}
"""What a card takes: a question 6 s; a new face or a miss, shown and then asked, 14 s."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One face on screen: STUDY shows it with its name, RECALL asks for the name.

    Attributes:
        student_id: Whose face.
        kind: Shown or asked.
        block: Which block of new faces it belongs to, from 1; None for a face with a memory.
        is_repeat: It comes back because of a miss.
        is_met: A new face that is asked without being shown: it is known the other way round.
    """

    student_id: StudentId
    kind: CardKind
    block: int | None = None
    is_repeat: bool = False
    is_met: bool = False

    @property
    def is_new(self) -> bool:
        """Whether the face had no memory when the session began."""
        return self.block is not None

    @property
    def is_first(self) -> bool:
        """Whether this is the first time the face comes up in the session."""
        opens = CardKind.STUDY if self.is_new and not self.is_met else CardKind.RECALL
        return self.kind is opens and not self.is_repeat


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answered card. `rating` is what the memory learns from it, None when nothing."""

    card: Card
    outcome: Outcome
    rating: Rating | None


class Segment(StrEnum):
    """One piece of the progress bar; the values stand in the order of the bar."""

    DONE = "done"
    SEEN = "seen"
    CURRENT = "current"
    TO_COME = "to_come"


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far the session is, in faces.

    Attributes:
        done: Faces that do not come back.
        seen: Faces that were shown or missed and do come back, the current one left out.
        to_come: Faces that have not been on screen, the current one left out.
        total: All faces of the session.
    """

    done: int
    seen: int
    to_come: int
    total: int

    @property
    def place(self) -> int:
        """Where in the bar the current face is, from 1: the 7 of "7 of 18"."""
        return min(self.done + self.seen + 1, self.total)

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The bar from left to right, one piece per face."""
        current = self.total - self.done - self.seen - self.to_come
        return (
            (Segment.DONE,) * self.done
            + (Segment.SEEN,) * self.seen
            + (Segment.CURRENT,) * current
            + (Segment.TO_COME,) * self.to_come
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """One session: the cards still to come and the answers so far.

    It holds no clock and no memories, so it may be paused for as long as it takes; the caller
    stores each answer's rating as it comes. Undo is going on from the session before the answer.

    Attributes:
        faces: Everybody in this session, in the order they first come up.
        queue: The cards to come; the first is on screen.
        answers: What was answered, oldest first.
        study_seconds: Time spent on STUDY cards.
        next_due: The first practice day on which someone outside this session is asked again.
    """

    faces: tuple[StudentId, ...]
    queue: tuple[Card, ...]
    answers: tuple[Answer, ...] = ()
    study_seconds: float = 0.0
    next_due: date | None = None

    @property
    def current(self) -> Card | None:
        """The card on screen; None when the session is over."""
        return self.queue[0] if self.queue else None

    @property
    def progress(self) -> Progress:
        """How far the session is."""
        waiting = {card.student_id for card in self.queue}
        on_screen = {card.student_id for card in self.queue[:1]}
        to_come = {card.student_id for card in self.queue if card.is_first} - on_screen
        return Progress(
            done=len(self.faces) - len(waiting),
            seen=len(waiting - to_come - on_screen),
            to_come=len(to_come),
            total=len(self.faces),
        )

    def studied(self, *, seconds: float = 0.0) -> "Practice":
        """The session after the face on screen was shown long enough."""
        self._expect(CardKind.STUDY)
        return replace(self, queue=self.queue[1:], study_seconds=self.study_seconds + seconds)

    def answered(self, outcome: Outcome) -> "Practice":
        """The session after the face on screen was answered; the answer stands last in `answers`.

        After a miss the face is shown at once, with its name. A new face is then asked again within
        its block, a few cards later; a face with a memory at the end of the session.
        """
        card = self._expect(CardKind.RECALL)
        rating = rating_for(outcome, is_new=card.is_new, is_repeat=card.is_repeat)
        rest = self.queue[1:]
        if not outcome.recalled:
            later = _again_after(card, rest=rest)
            again = replace(card, is_repeat=True)
            shown = replace(again, kind=CardKind.STUDY)
            rest = (shown, *rest[:later], again, *rest[later:])
        answer = Answer(card=card, outcome=outcome, rating=rating)
        return replace(self, queue=rest, answers=(*self.answers, answer))

    def without(self, student_id: StudentId) -> "Practice":
        """The session without one student, whose photo is broken or who was removed meanwhile."""
        return replace(
            self,
            faces=tuple(face for face in self.faces if face != student_id),
            queue=tuple(card for card in self.queue if card.student_id != student_id),
            answers=tuple(each for each in self.answers if each.card.student_id != student_id),
        )

    def _expect(self, kind: CardKind) -> Card:
        """The card on screen, which must be of this kind."""
        card = self.current
        if card is None or card.kind is not kind:
            raise ValueError(f"no {kind} card on screen: {card}")
        return card


def minutes(practice: Practice) -> int:
    """About how long the cards to come take, in whole minutes rounded up, if nothing is missed."""
    return ceil(sum(SECONDS[card.kind] for card in practice.queue) / 60)


def _again_after(card: Card, *, rest: Sequence[Card]) -> int:
    """How many of the cards to come go before a missed card is asked again."""
    if not card.is_new:
        return len(rest)
    same_block = sum(other.block == card.block for other in rest)
    return min(GAP, same_block)
