"""Who is in a practice session, and in which order do they come?"""

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from math import ceil

from klasgenoot.domain.lots import lot
from klasgenoot.domain.memory import Memory, day_of, is_due, retrievability
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.plan import DayPlan
from klasgenoot.domain.practice import Card, CardKind, Practice

BLOCK = 12
"""The most new faces shown before they are asked (Weinstein, McDermott & Szpunar 2011)."""


def plan_practice(
    students: Sequence[StudentId],
    *,
    memories: Mapping[StudentId, Memory],
    at: datetime,
    limit: int,
    new_at_most: int = BLOCK,
    met: Container[StudentId] = (),
    refreshed_on: date | None = None,
    seed: int = 0,
) -> Practice:
    """A session of at most `limit` faces: first who is due, least sure first, then new faces.

    New faces come in the order of `students`, in blocks of at most `BLOCK`: the whole block is
    shown and then asked in another order, before the next block begins. Where all is known and
    nothing is due the session is empty and `next_due` says when there is something to do.

    Args:
        students: Whom to learn; someone named twice (in two classes) comes once.
        memories: What is known of them, in the direction that is practised.
        at: The moment of planning.
        limit: The most faces in this session.
        new_at_most: The most new faces among them.
        met: Who is known the other way round: those are asked at once and not shown first.
        refreshed_on: The day from which everybody is asked once more, due or not.
        seed: Decides the order where nothing else does.
    """
    everyone = tuple(dict.fromkeys(students))
    due = [
        who
        for who in everyone
        if who in memories
        and (is_due(memories[who], at=at) or is_stale(memories[who], refreshed_on, at=at))
    ]
    due = _least_sure_first(due, memories=memories, at=at, seed=seed)[: max(0, limit)]
    room = max(0, min(new_at_most, limit - len(due)))
    new = [who for who in everyone if who not in memories][:room]
    cards = [Card(student_id=who, kind=CardKind.RECALL) for who in due]
    for number, block in enumerate(_blocks(new), start=1):
        cards += _block_cards(block, number=number, met=met, seed=seed)
    left_out = set(everyone) - {*due, *new}
    days = {day_of(memories[who].due) for who in left_out if who in memories}
    if days and refreshed_on is not None and refreshed_on > day_of(at):
        days.add(refreshed_on)
    return Practice(faces=(*due, *new), queue=tuple(cards), next_due=min(days, default=None))


def is_stale(memory: Memory, refreshed_on: date | None, *, at: datetime) -> bool:
    """Whether a name is asked once more because nobody asked it since the day of the refresher."""
    if refreshed_on is None:
        return False
    return day_of(memory.last_review) < refreshed_on <= day_of(at)


def practise_plan(
    plan: DayPlan,
    *,
    memories: Mapping[StudentId, Memory],
    limit: int,
    met: Container[StudentId] = (),
    seed: int = 0,
) -> Practice:
    """A session of at most `limit` faces by the plan of the day: new faces first, then the rest.

    Who stops half way has then met the new faces; they get their turn to settle meanwhile. Who is
    in `met` is known the other way round, and asked at once.
    """
    new = plan.new[: max(0, limit)]
    repeat = plan.repeat[: max(0, limit - len(new))]
    cards: list[Card] = []
    for number, block in enumerate(_blocks(new), start=1):
        cards += _block_cards(block, number=number, met=met, seed=seed)
    cards += [Card(student_id=who, kind=CardKind.RECALL) for who in repeat]
    left_out = {*memories} - {*new, *repeat}
    next_due = min((memories[who].due for who in left_out), default=None)
    return Practice(
        faces=(*new, *repeat),
        queue=tuple(cards),
        next_due=day_of(next_due) if next_due else None,
    )


def with_missed(
    practice: Practice,
    missed: Sequence[StudentId],
    *,
    memories: Container[StudentId],
    limit: int,
) -> Practice:
    """A session with those in front who were missed today and not asked since, `limit` in all.

    A session that was cut off, because the app locked or was closed, asks them no more. They come
    as they would have come there: asked again, which tells a memory nothing. A new face among them
    that was shown and not yet recalled is rated when it is.
    """
    again = tuple(dict.fromkeys(missed))[: max(0, limit)]
    faces = tuple(dict.fromkeys((*again, *practice.faces)))[: max(0, limit)]
    rest = [
        card for card in practice.queue if card.student_id in faces and card.student_id not in again
    ]
    block = 1 + max((card.block or 0 for card in rest), default=0)
    cards = [
        Card(
            student_id=who,
            kind=CardKind.RECALL,
            block=None if who in memories else block,
            is_repeat=True,
        )
        for who in again
    ]
    return replace(practice, faces=faces, queue=(*cards, *rest))


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


def _block_cards(
    block: Sequence[StudentId], *, number: int, met: Container[StudentId] = (), seed: int
) -> list[Card]:
    """The whole block shown, but for who was met before; then the whole block asked."""
    shown = [
        Card(student_id=who, kind=CardKind.STUDY, block=number) for who in block if who not in met
    ]
    asked = [
        Card(student_id=who, kind=CardKind.RECALL, block=number, is_met=who in met)
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
