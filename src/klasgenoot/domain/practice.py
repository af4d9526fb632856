"""Which face comes next? One practice session as a value: every step gives a new one, so undo keeps the old."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from math import ceil

from klasgenoot.domain.answering import Outcome, rating_for
from klasgenoot.domain.lots import lot
from klasgenoot.domain.memory import Memory, Rating, day_of, is_due, retrievability
from klasgenoot.domain.people import StudentId

BLOCK = 12
"""The most new faces shown before they are asked (Weinstein, McDermott & Szpunar 2011)."""

GAP = 3
"""How many other cards of its block come before a missed new face is asked again, if there are any."""


class CardKind(StrEnum):
    """What a card does."""

    STUDY = "study"
    RECALL = "recall"


SECONDS = {CardKind.STUDY: 8, CardKind.RECALL: 6}
"""What a card takes: 6 s for a question, 14 s for a new face or a miss, which is shown and asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One face on screen: STUDY shows it with its name, RECALL asks for the name.

    Attributes:
        student_id: Whose face.
        kind: Shown or asked.
        block: Which block of new faces it belongs to, from 1; None for a face with a memory.
        is_repeat: It comes back because of a miss.
    """

    student_id: StudentId
    kind: CardKind
    block: int | None = None
    is_repeat: bool = False

    @property
    def is_new(self) -> bool:
        """Whether the face had no memory when the session began."""
        return self.block is not None

    @property
    def is_first(self) -> bool:
        """Whether this is the first time the face comes up in the session."""
        opens = CardKind.STUDY if self.is_new else CardKind.RECALL
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

    It holds no clock and no memories, so it may be paused for as long as it takes; the caller stores
    each answer's rating as it comes.

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
        others = {card.student_id for card in self.queue if card.student_id != self._on_screen}
        to_come = {card.student_id for card in self.queue[1:] if card.is_first}
        return Progress(
            done=len(self.faces) - len(waiting),
            seen=len(others - to_come),
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
        )

    @property
    def _on_screen(self) -> StudentId | None:
        return self.queue[0].student_id if self.queue else None

    def _expect(self, kind: CardKind) -> Card:
        """The card on screen, which must be of this kind."""
        card = self.current
        if card is None or card.kind is not kind:
            raise ValueError(f"no {kind} card on screen: {card}")
        return card


def plan_practice(
    students: Sequence[StudentId],
    *,
    memories: Mapping[StudentId, Memory],
    at: datetime,
    limit: int,
    new_at_most: int = BLOCK,
    seed: int = 0,
) -> Practice:
    """A session of at most `limit` faces: first who is due, least sure first, then new faces.

    New faces come in the order of `students`, in blocks of at most `BLOCK`: the whole block is shown
    and then asked in another order, before the next block begins. Where all is known and nothing is
    due the session is empty and `next_due` says when there is something to do.

    Args:
        students: Whom to learn; someone named twice (in two classes) comes once.
        memories: What is known of them, in the direction that is practised.
        at: The moment of planning.
        limit: The most faces in this session.
        new_at_most: The most new faces among them.
        seed: Decides the order where nothing else does.
    """
    everyone = tuple(dict.fromkeys(students))
    due = [who for who in everyone if who in memories and is_due(memories[who], at=at)]
    due = _least_sure_first(due, memories=memories, at=at, seed=seed)[: max(0, limit)]
    room = max(0, min(new_at_most, limit - len(due)))
    new = [who for who in everyone if who not in memories][:room]
    cards = [Card(student_id=who, kind=CardKind.RECALL) for who in due]
    for number, block in enumerate(_blocks(new), start=1):
        cards += _block_cards(block, number=number, seed=seed)
    faces = (*due, *new)
    later = (memories[who].due for who in everyone if who in memories and who not in set(faces))
    next_due = min(later, default=None)
    return Practice(
        faces=faces,
        queue=tuple(cards),
        next_due=day_of(next_due) if next_due else None,
    )


def practise_anyway(
    students: Sequence[StudentId],
    *,
    memories: Mapping[StudentId, Memory],
    at: datetime,
    limit: int,
    seed: int = 0,
) -> Practice:
    """A session of faces with a memory, due or not, least sure first. Answers are rated as ever."""
    known = [who for who in dict.fromkeys(students) if who in memories]
    chosen = _least_sure_first(known, memories=memories, at=at, seed=seed)[: max(0, limit)]
    return Practice(
        faces=tuple(chosen),
        queue=tuple(Card(student_id=who, kind=CardKind.RECALL) for who in chosen),
    )


def minutes(practice: Practice) -> int:
    """About how long the cards to come take, in whole minutes rounded up, if nothing is missed."""
    return ceil(sum(SECONDS[card.kind] for card in practice.queue) / 60)


def _least_sure_first(
    students: Sequence[StudentId],
    *,
    memories: Mapping[StudentId, Memory],
    at: datetime,
    seed: int,
) -> list[StudentId]:
    """Lowest chance of recall first, then lowest stability, then by lot."""

    def sureness(who: StudentId) -> tuple[float, float, int]:
        memory = memories[who]
        return (retrievability(memory, at=at), memory.stability, lot(seed, who))

    return sorted(students, key=sureness)


def _blocks(new: Sequence[StudentId]) -> list[Sequence[StudentId]]:
    """New faces in as few blocks as can be, about equally long: 13 become 7 and 6, not 12 and 1."""
    if not new:
        return []
    size = ceil(len(new) / ceil(len(new) / BLOCK))
    return [new[start : start + size] for start in range(0, len(new), size)]


def _block_cards(block: Sequence[StudentId], *, number: int, seed: int) -> list[Card]:
    """The whole block shown, then the whole block asked."""
    shown = [Card(student_id=who, kind=CardKind.STUDY, block=number) for who in block]
    asked = [
        Card(student_id=who, kind=CardKind.RECALL, block=number)
        for who in _another_order(block, seed=seed)
    ]
    return shown + asked


def _another_order(block: Sequence[StudentId], *, seed: int) -> list[StudentId]:
    """The block by lot, never in its own order; whom it showed last is not asked first."""
    order = sorted(block, key=lambda who: lot(seed, who))
    if order[0] == block[-1]:
        order = order[1:] + order[:1]
    if order == list(block):
        order = order[1:] + order[:1]
    return order


def _again_after(card: Card, *, rest: Sequence[Card]) -> int:
    """How many of the cards to come go before a missed card is asked again."""
    if not card.is_new:
        return len(rest)
    same_block = sum(other.block == card.block for other in rest)
    return min(GAP, same_block)
