"""What do the records say about a class? Questions that need several tables at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from klasgenoot.domain.attention import Fairness, Unseen, fairness, unseen
from klasgenoot.domain.contact import Contact
from klasgenoot.domain.evidence import Evidence, Facts, TalksHeld, evidence
from klasgenoot.domain.memory import Direction, known_count
from klasgenoot.domain.people import SchoolClass, Student, StudentId
from klasgenoot.domain.talk_round import TalkState, in_order
from klasgenoot.store import contacts, group_notes, memories, needs, students, talk_rounds
from klasgenoot.store.database import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Attention:
    """Who of a class has and has not been seen.

    Attributes:
        students: everybody in the class, by id.
        turns: everybody, whose turn it is first.
        fairness: how many were seen in the last weeks.
        last: the newest contact with each; who has none is left out.
    """

    students: dict[StudentId, Student]
    turns: tuple[Unseen, ...]
    fairness: Fairness
    last: dict[StudentId, Contact]


def attention(
    vault: Vault, school_class: SchoolClass, *, today: date, target_days: int
) -> Attention:
    """Who of a class has not been seen lately, as of `today`.

    Args:
        target_days: after how many days without contact it is someone's turn.
    """
    everyone = {s.id: s for s in students.all_students(vault, class_id=school_class.id)}
    last = contacts.last_contacts(vault, school_class.id)
    last_seen = {who: contact.happened_on for who, contact in last.items() if who in everyone}
    turns = unseen(
        everyone,
        last_seen=last_seen,
        promises=contacts.open_promises(vault, class_id=school_class.id),
        today=today,
        target_days=target_days,
        since=school_class.first_lesson,
    )
    return Attention(
        students=everyone,
        turns=turns,
        fairness=fairness(everyone, last_seen=last_seen, today=today),
        last={who: last[who] for who in last_seen},
    )


def class_evidence(
    vault: Vault, school_class: SchoolClass, *, now: datetime
) -> dict[int, Evidence]:
    """What the records show beside each of the eleven recommendations, by number."""
    those = students.all_students(vault, class_id=school_class.id)
    faces = {student.id for student in those if student.photo}
    known = memories.memories(vault, direction=Direction.FACE_TO_NAME, class_id=school_class.id)
    last = contacts.last_contacts(vault, school_class.id)
    facts = Facts(
        today=now.date(),
        students=tuple(student.id for student in those),
        names_known=known_count(known.values(), at=now),
        faces=len(faces | known.keys()) if faces else 0,
        last_contacts={who: contact.happened_on for who, contact in last.items()},
        promises=contacts.open_promises(vault, class_id=school_class.id),
        group_notes=group_notes.notes_on(vault, school_class.id),
        first_lesson=school_class.first_lesson,
        asked=next(iter(needs.all_asked(vault, school_class.id)), None),
        talks=_talks(vault, school_class, members=[student.id for student in those]),
    )
    return evidence(facts)


def _talks(
    vault: Vault, school_class: SchoolClass, *, members: Sequence[StudentId]
) -> TalksHeld | None:
    """How far the round of talks with a class is; None when none goes on."""
    known = talk_rounds.round_of(vault, school_class.id)
    if known is None:
        return None
    talks = talk_rounds.talks_of(vault, known.id)
    held = sum(talk.state is TalkState.HELD for talk in talks)
    return TalksHeld(held=held, total=held + len(in_order(talks, members=members)))
