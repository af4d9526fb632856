"""What a teacher does in a round of talks: plan it, hold a talk, move one, leave somebody out."""

from collections.abc import Collection, Sequence
from datetime import date

from klasgenoot.domain.contact import ContactKind
from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.errors import Missing, TooManyAtOnce, Unknown
from klasgenoot.domain.people import ClassId, StudentId
from klasgenoot.domain.talk_round import (
    MOST_AT_ONCE,
    TEN_DAYS,
    TEN_MINUTES,
    RoundId,
    RoundTalk,
    TalkRound,
    TalkState,
    fair_order,
    in_order,
    moved_on,
    per_week,
)
from klasgenoot.operations.contacts import ContactDraft, log_contact
from klasgenoot.operations.desk import deed
from klasgenoot.operations.students import known_student
from klasgenoot.store import contacts, students, talk_rounds
from klasgenoot.store.database import Vault


@deed(Deed.START_TALK_ROUND)
def start_talk_round(
    vault: Vault, *, class_id: ClassId, weeks: int, minutes: int, on: date
) -> RoundId:
    """Plans a talk with everybody in a class; a round that still went on with it ends.

    Who was never seen comes first, then who was not seen for the longest time.

    Raises:
        Missing: nobody is in the class.
    """
    members = [each.id for each in students.all_students(vault, class_id=class_id)]
    if not members:
        raise Missing("student")
    known = talk_rounds.round_of(vault, class_id)
    if known is not None:
        talk_rounds.end_round(vault, known.id, on=on)
    last = contacts.last_contacts(vault, class_id)
    order = fair_order(
        members,
        last_seen={who: contact.happened_on for who, contact in last.items()},
        draw=on.toordinal(),
    )
    round_id = talk_rounds.add_round(
        vault,
        class_id=class_id,
        begun_on=on,
        per_week=per_week(len(members), weeks=weeks),
        minutes=minutes,
    )
    talk_rounds.put_in_order(vault, round_id, order)
    return round_id


@deed(Deed.START_TEN_DAYS)
def start_ten_days(vault: Vault, *, class_id: ClassId, student_id: StudentId, on: date) -> RoundId:
    """Plans two minutes on ten school days with one student, not about school.

    Raises:
        TooManyAtOnce: it goes on with as many students as one can keep up already.
        Unknown: the student is not there.
    """
    known_student(vault, student_id)
    going_on = talk_rounds.ten_days_going_on(vault)
    for each in going_on:
        if each.with_student == student_id:
            return each.id
    if len(going_on) >= MOST_AT_ONCE:
        raise TooManyAtOnce(MOST_AT_ONCE)
    return talk_rounds.add_round(
        vault,
        class_id=class_id,
        begun_on=on,
        per_week=0,
        minutes=TEN_MINUTES,
        with_student=student_id,
    )


@deed(Deed.END_TALK_ROUND)
def end_talk_round(vault: Vault, *, round_id: RoundId, on: date) -> None:
    """Ends a round; the talks that were held stay where they were logged.

    Raises:
        Unknown: the round is not there.
    """
    talk_rounds.end_round(vault, _known(vault, round_id).id, on=on)


@deed(Deed.HOLD_TALK)
def hold_talk(
    vault: Vault, *, round_id: RoundId, student_id: StudentId, on: date, text: str = ""
) -> None:
    """Says that a talk was held, and logs it as contact. The tenth of ten days ends them.

    Raises:
        Unknown: the round or the student is not there.
        TooLarge: the text is longer than a line.
    """
    known = _known(vault, round_id)
    is_short = known.with_student is not None
    draft = ContactDraft(
        student_ids=(student_id,),
        happened_on=on,
        kind=ContactKind.BRIEF if is_short else ContactKind.TALK,
        text=text,
    )
    (contact_id,) = log_contact.run(vault, drafts=[draft])
    before = talk_rounds.talks_of(vault, round_id)
    place = next((talk.place for talk in before if talk.student_id == student_id), len(before))
    talk = RoundTalk(
        student_id=student_id,
        place=len(before) if is_short else place,
        state=TalkState.HELD,
        held_on=on,
        contact_id=contact_id,
    )
    if not is_short:
        talk_rounds.save_talk(vault, round_id, talk)
        return
    talk_rounds.add_talk(vault, round_id, talk)
    if len(before) + 1 >= TEN_DAYS:
        talk_rounds.end_round(vault, round_id, on=on)


@deed(Deed.MOVE_TALK)
def move_talk(
    vault: Vault,
    *,
    round_id: RoundId,
    student_id: StudentId,
    planned: Sequence[StudentId],
    up_to: Collection[StudentId],
) -> None:
    """Puts a talk a week later; the others of its week stay in it.

    Args:
        vault: where it is.
        round_id: in which round.
        student_id: whose talk.
        planned: whose talk is to come, in the order of the plan: who is left in peace comes later
            in it than in the round.
        up_to: whose talks come in the same week or before.

    Raises:
        Unknown: the round is not there, or no talk with this student is to come.
    """
    order = _order(vault, _known(vault, round_id))
    if student_id not in order:
        raise Unknown("student", str(student_id))
    shown = (*planned, *(who for who in order if who not in planned))
    changed = moved_on(shown, student_id, up_to=up_to)
    talk_rounds.put_in_order(vault, round_id, [who for who in changed if who in order])


@deed(Deed.LEAVE_OUT_OF_ROUND)
def leave_out_of_round(vault: Vault, *, round_id: RoundId, student_id: StudentId) -> None:
    """Leaves somebody out who would rather not. Nobody asks why.

    Raises:
        Unknown: the round is not there, or no talk with this student is to come.
    """
    order = _order(vault, _known(vault, round_id))
    if student_id not in order:
        raise Unknown("student", str(student_id))
    talk_rounds.save_talk(
        vault,
        round_id,
        RoundTalk(student_id=student_id, place=order.index(student_id), state=TalkState.LEFT_OUT),
    )


@deed(Deed.TAKE_BACK_IN_ROUND)
def take_back_in_round(vault: Vault, *, round_id: RoundId, student_id: StudentId) -> None:
    """Takes somebody in again who was left out, as the last to come.

    Raises:
        Unknown: the round is not there, or the student was not left out of it.
    """
    known = _known(vault, round_id)
    talks = talk_rounds.talks_of(vault, round_id)
    left_out = {talk.student_id for talk in talks if talk.state is TalkState.LEFT_OUT}
    if student_id not in left_out:
        raise Unknown("student", str(student_id))
    order = (*_order(vault, known), student_id)
    talk_rounds.put_in_order(vault, round_id, order)
    talk_rounds.save_talk(vault, round_id, RoundTalk(student_id=student_id, place=len(order) - 1))


def _order(vault: Vault, known: TalkRound) -> tuple[StudentId, ...]:
    """Whose talk is to come, in order."""
    members = [each.id for each in students.all_students(vault, class_id=known.class_id)]
    return in_order(talk_rounds.talks_of(vault, known.id), members=members)


def _known(vault: Vault, round_id: RoundId) -> TalkRound:
    known = talk_rounds.talk_round(vault, round_id)
    if known is None:
        raise Unknown("round", str(round_id))
    return known
