"""The rounds of talks in the data file, and the talks of each."""

from collections.abc import Sequence
from datetime import date

from klasgenoot.domain.contact import ContactId
from klasgenoot.domain.people import ClassId, StudentId
from klasgenoot.domain.talk_round import (
    TEN_DAYS,
    RoundId,
    RoundTalk,
    TalkRound,
    TalkState,
)
from klasgenoot.store.database import Row, Vault
from klasgenoot.store.restrictions import shown

_ROUNDS = "SELECT id, class_id, student_id, begun_on, per_week, minutes, ended_on FROM talk_rounds"
_TALKS = "SELECT student_id, place, state, held_on, contact_id FROM round_talks"


def round_of(vault: Vault, class_id: ClassId) -> TalkRound | None:
    """The round that goes on with a class; None when none does."""
    row = vault.row(
        f"{_ROUNDS} WHERE class_id = ? AND student_id IS NULL AND ended_on IS NULL"
        " ORDER BY id DESC LIMIT 1",
        (class_id,),
    )
    return _round(row) if row else None


def all_rounds(vault: Vault, class_id: ClassId) -> tuple[TalkRound, ...]:
    """Every round with a class or with one of it, those that ended too; the first begun first."""
    found = vault.rows(f"{_ROUNDS} WHERE class_id = ? ORDER BY id", (class_id,))
    return tuple(_round(row) for row in found)


def rounds_with(
    vault: Vault, student_id: StudentId
) -> tuple[tuple[TalkRound, tuple[RoundTalk, ...]], ...]:
    """The rounds that a student is or was in, each with the talks of that student; oldest first."""
    found = vault.rows(
        f"{_ROUNDS} WHERE student_id = ?1"
        " OR id IN (SELECT round_id FROM round_talks WHERE student_id = ?1) ORDER BY id",
        (student_id,),
    )
    return tuple(
        (each, tuple(talk for talk in talks_of(vault, each.id) if talk.student_id == student_id))
        for each in map(_round, found)
    )


def ten_days_going_on(vault: Vault) -> tuple[TalkRound, ...]:
    """With whom ten days of two minutes go on, in every class, the first begun first."""
    found = vault.rows(
        f"{_ROUNDS} WHERE student_id IS NOT NULL AND ended_on IS NULL AND {shown('student_id')}"
        " ORDER BY id"
    )
    return tuple(_round(row) for row in found)


def ten_days_over(vault: Vault, *, since: date) -> tuple[TalkRound, ...]:
    """Ten days that were over on a day or after it, all ten of them, where nothing came after.

    What comes after is a later contact, a promise that is still to be kept, or ten days anew.
    """
    found = vault.rows(
        f"{_ROUNDS} r WHERE student_id IS NOT NULL AND ended_on >= ? AND {shown('student_id')}"
        " AND (SELECT count(*) FROM round_talks t WHERE t.round_id = r.id AND t.state = ?) >= ?"
        " AND NOT EXISTS (SELECT 1 FROM contact_students c"
        "  WHERE c.student_id = r.student_id AND c.happened_on > r.ended_on)"
        " AND NOT EXISTS (SELECT 1 FROM promises p"
        "  WHERE p.student_id = r.student_id AND p.done_on IS NULL)"
        " AND NOT EXISTS (SELECT 1 FROM talk_rounds later"
        "  WHERE later.student_id = r.student_id AND later.id > r.id)"
        " ORDER BY id",
        (since.isoformat(), TalkState.HELD, TEN_DAYS),
    )
    return tuple(_round(row) for row in found)


def talk_round(vault: Vault, round_id: RoundId) -> TalkRound | None:
    """One round, or None if it is not there."""
    row = vault.row(f"{_ROUNDS} WHERE id = ?", (round_id,))
    return _round(row) if row else None


def talks_of(vault: Vault, round_id: RoundId) -> tuple[RoundTalk, ...]:
    """The talks of a round that are kept, in order. Who joined later has none yet."""
    found = vault.rows(f"{_TALKS} WHERE round_id = ? ORDER BY place, id", (round_id,))
    return tuple(_talk(row) for row in found)


def add_round(
    vault: Vault,
    *,
    class_id: ClassId,
    begun_on: date,
    per_week: int,
    minutes: int,
    with_student: StudentId | None = None,
) -> RoundId:
    """Adds a round without any talk and returns its id."""
    row = {
        "class_id": class_id,
        "student_id": with_student,
        "begun_on": begun_on.isoformat(),
        "per_week": per_week,
        "minutes": minutes,
    }
    return RoundId(vault.add("talk_rounds", row))


def end_round(vault: Vault, round_id: RoundId, *, on: date) -> None:
    """Says that a round is over."""
    vault.table("talk_rounds").update(round_id, {"ended_on": on.isoformat()})


def add_talk(vault: Vault, round_id: RoundId, talk: RoundTalk) -> None:
    """Adds a talk to a round."""
    vault.add("round_talks", {"round_id": round_id, **_row(talk)})


def save_talk(vault: Vault, round_id: RoundId, talk: RoundTalk) -> None:
    """Stores the one talk of a student in a round with a class, new or changed."""
    row = vault.row(
        "SELECT id FROM round_talks WHERE round_id = ? AND student_id = ?",
        (round_id, talk.student_id),
    )
    if row is None:
        add_talk(vault, round_id, talk)
    else:
        vault.table("round_talks").update(row[0], _row(talk))


def put_in_order(vault: Vault, round_id: RoundId, order: Sequence[StudentId]) -> None:
    """Gives the talks to come the places of an order; who has none yet gets one."""
    known = {talk.student_id: talk for talk in talks_of(vault, round_id)}
    for place, who in enumerate(order):
        if who not in known or known[who].place != place:
            save_talk(vault, round_id, RoundTalk(student_id=who, place=place))


def _row(talk: RoundTalk) -> dict[str, object]:
    return {
        "student_id": talk.student_id,
        "place": talk.place,
        "state": talk.state.value,
        "held_on": talk.held_on.isoformat() if talk.held_on else None,
        "contact_id": talk.contact_id,
    }


def _round(row: Row) -> TalkRound:
    round_id, class_id, student_id, begun_on, per_week, minutes, ended_on = row
    return TalkRound(
        id=RoundId(round_id),
        class_id=ClassId(class_id),
        with_student=StudentId(student_id) if student_id is not None else None,
        begun_on=date.fromisoformat(begun_on),
        per_week=per_week,
        minutes=minutes,
        ended_on=date.fromisoformat(ended_on) if ended_on else None,
    )


def _talk(row: Row) -> RoundTalk:
    student_id, place, state, held_on, contact_id = row
    return RoundTalk(
        student_id=StudentId(student_id),
        place=place,
        state=TalkState(state),
        held_on=date.fromisoformat(held_on) if held_on else None,
        contact_id=ContactId(contact_id) if contact_id is not None else None,
    )
