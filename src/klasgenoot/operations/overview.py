"""What do the records say about a class? Questions that need several tables at once."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from klasgenoot.domain.attention import Fairness, Records, Unseen, fairness, unseen
from klasgenoot.domain.contact import Contact
from klasgenoot.domain.evidence import Evidence, Facts, TalksHeld, evidence
from klasgenoot.domain.free_days import NEVER_FREE
from klasgenoot.domain.memory import Direction, known_count
from klasgenoot.domain.people import SchoolClass, Student, StudentId
from klasgenoot.domain.periods import LessonFree
from klasgenoot.domain.talk_round import TalkState, in_order
from klasgenoot.domain.targets import (
    NEWEST,
    is_cared_for,
    is_only_care,
    newcomers,
    targets,
    there_since,
)
from klasgenoot.domain.weeks import week_of
from klasgenoot.store import attention as stored
from klasgenoot.store import (
    contacts,
    group_notes,
    memories,
    needs,
    school_classes,
    students,
    talk_rounds,
)
from klasgenoot.store.calendar import periods
from klasgenoot.store.database import Vault
from klasgenoot.store.retention import class_ends

DECIDE_TURNS = frozenset(
    {
        "students",
        "enrolments",
        "restrictions",
        "school_classes",
        "contacts",
        "contact_students",
        "promises",
        "own_targets",
        "snoozes",
        "periods",
    }
)
"""The tables that `attention` reads: whoever shows whose turn it is watches them."""
TERM_WEEKS = 20
"""So far back contacts are counted where nothing else decides who comes first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attention:
    """Who of a class has and has not been seen.

    Attributes:
        students: everybody in the class, by id.
        turns: everybody, whose turn it is first.
        fairness: how many were seen in the last weeks.
        last: the newest contact with each; who has none is left out.
        only_care: whose newest contacts all have a care tag.
        free: the days without lessons.
    """

    students: dict[StudentId, Student]
    turns: tuple[Unseen, ...]
    fairness: Fairness
    last: dict[StudentId, Contact]
    only_care: frozenset[StudentId] = frozenset()
    free: LessonFree = field(default=NEVER_FREE, repr=False)


def attention(
    vault: Vault,
    school_class: SchoolClass,
    *,
    today: date,
    target_days: int,
) -> Attention:
    """Who of a class has not been seen lately, as of `today`; lesson-free days make nobody wait.

    Args:
        vault: where it is kept.
        school_class: the class.
        today: the day it is.
        target_days: after how many days without contact it is someone's turn.
    """
    number, free = school_class.id, LessonFree(periods(vault))
    everyone = {s.id: s for s in students.all_students(vault, class_id=number)}
    last = contacts.last_contacts(vault, number)
    last_seen = {who: contact.happened_on for who, contact in last.items() if who in everyone}
    joined = students.joined_on(vault, class_id=number)
    tags = contacts.newest_tags(vault, number, count=NEWEST)
    first = school_class.first_lesson
    term = week_of(today).monday - timedelta(weeks=TERM_WEEKS)
    records = Records(
        last_seen=last_seen,
        promises=contacts.open_promises(vault, class_id=number),
        since=first,
        targets=targets(
            everyone,
            class_days=target_days,
            own=stored.own_targets(vault),
            cared_for={who for who, newest in tags.items() if is_cared_for(newest)},
            newcomers=newcomers(joined, first_lesson=first, today=today),
        ),
        there_since=there_since(joined, first_lesson=first),
        snoozes=stored.snoozes(vault),
        counts=contacts.contact_counts(vault, number, since=term),
    )
    turns = unseen(everyone, records, today=today, target_days=target_days, free=free)
    return Attention(
        students=everyone,
        turns=turns,
        fairness=fairness(
            everyone, last_seen=last_seen, today=today, first_lesson=first, free=free
        ),
        last={who: last[who] for who in last_seen},
        only_care=frozenset(who for who, newest in tags.items() if is_only_care(newest)),
        free=free,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Workload:
    """Whom a teacher has in all of their classes that have not ended.

    Attributes:
        students: how many there are.
        own: the targets that some of them have, in days.
        flagged: how many have a flag and no target of their own.
    """

    students: int
    own: tuple[int, ...]
    flagged: int


def workload(vault: Vault, *, today: date) -> Workload:
    """How many students there are to see, and how many of them more or less often."""
    ends = class_ends(vault)
    own = stored.own_targets(vault)
    everyone: set[StudentId] = set()
    flagged: set[StudentId] = set()
    for school_class in school_classes.all_classes(vault):
        number = school_class.id
        if ends.get(number, today) < today:
            continue
        joined = students.joined_on(vault, class_id=number)
        tags = contacts.newest_tags(vault, number, count=NEWEST)
        everyone |= {student.id for student in students.all_students(vault, class_id=number)}
        flagged |= {who for who, newest in tags.items() if is_cared_for(newest)}
        flagged |= newcomers(joined, first_lesson=school_class.first_lesson, today=today)
    return Workload(
        students=len(everyone),
        own=tuple(days for who, days in own.items() if who in everyone),
        flagged=len(flagged & everyone - own.keys()),
    )


def class_evidence(
    vault: Vault, school_class: SchoolClass, *, members: Sequence[StudentId], now: datetime
) -> dict[int, Evidence]:
    """What the records show beside each of the eleven recommendations, by number.

    Args:
        vault: where they are kept.
        school_class: the class.
        members: everybody in it.
        now: the moment of looking.
    """
    known = memories.memories(vault, direction=Direction.FACE_TO_NAME, class_id=school_class.id)
    last = contacts.last_contacts(vault, school_class.id)
    facts = Facts(
        today=now.date(),
        students=tuple(members),
        names_known=known_count(known.values(), at=now),
        last_contacts={who: contact.happened_on for who, contact in last.items()},
        promises=contacts.open_promises(vault, class_id=school_class.id),
        group_notes=group_notes.notes_on(vault, school_class.id),
        first_lesson=school_class.first_lesson,
        free=LessonFree(periods(vault)),
        asked=next(iter(needs.all_asked(vault, school_class.id)), None),
        talks=_talks(vault, school_class, members=members),
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
