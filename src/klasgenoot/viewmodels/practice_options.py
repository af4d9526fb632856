"""Among whom is chosen? The few on screen with one card, the same until it is answered."""

from collections.abc import Mapping
from dataclasses import dataclass

from klasgenoot.domain.choosing import few_with
from klasgenoot.domain.lots import lot
from klasgenoot.domain.names import fold
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.store.memories import mixed_up_with
from klasgenoot.viewmodels.learning import Learning
from klasgenoot.viewmodels.practice_moment import Moment, Stage
from klasgenoot.viewmodels.session import Session


@dataclass(frozen=True, slots=True)
class Option:
    """One to choose, and what they are called so that no two on screen are called the same."""

    student: Student
    name: str


def options_for(session: Session, moment: Moment, *, known: Learning) -> tuple[Option, ...]:
    """The student who is asked among a few others with a photo; nobody outside a question."""
    who = moment.student_id
    if who is None or moment.stage is not Stage.ASK:
        return ()
    group = known.group_of(who)
    few = few_with(
        who,
        classmates=[each for each, student in group.students.items() if student.photo],
        mixed_up=mixed_up_with(session.vault, who),
        unlike=_with_other_pronouns(who, group.students),
        seed=lot(known.practice_day.toordinal(), len(moment.practice.answers)),
    )
    return tuple(Option(group.students[each], group.called[each]) for each in few)


def _with_other_pronouns(
    who: StudentId, students: Mapping[StudentId, Student]
) -> frozenset[StudentId]:
    """Who asked for other pronouns than this student; nobody where one of them did not say.

    That is all that is known of a likeness before the first mix-up: no photo is judged, no name is
    taken for that of a man or a woman.
    """
    asked_for = fold(students[who].pronouns)
    if not asked_for:
        return frozenset()
    return frozenset(
        each
        for each, student in students.items()
        if student.pronouns and fold(student.pronouns) != asked_for
    )
