"""What is an answer worth? Typed or chosen, judged among the class that the student is met in."""

from klasgenoot.domain.answering import Mode, Outcome
from klasgenoot.domain.people import PhotoId, Student, StudentId
from klasgenoot.domain.verdict import Judgement, Verdict, judge_among
from klasgenoot.viewmodels.learning import Learning
from klasgenoot.viewmodels.practice_moment import Moment


def judge_typed(typed: str, *, student: Student, known: Learning) -> Judgement:
    """What a typed name is worth."""
    return judge_among(typed, target=student.id, names=known.group_of(student.id).names)


def judge_chosen(student_id: StudentId, *, student: Student) -> Judgement:
    """What it is worth to have chosen somebody out of a few."""
    if student_id == student.id:
        return Judgement(verdict=Verdict.RIGHT)
    return Judgement(verdict=Verdict.MIXED_UP, said=student_id, bearers=(student_id,))


def outcome_of(
    moment: Moment,
    judgement: Judgement,
    *,
    way: Mode,
    seconds: float,
    photo: PhotoId | None,
) -> Outcome:
    """How a question ended, once it is settled.

    Who gives up while judging themselves has typed nothing.
    """
    return Outcome(
        verdict=judgement.verdict,
        mode=Mode.TYPED if way is Mode.SELF_GRADED else way,
        said=judgement.said,
        hinted=moment.hints > 0,
        seconds=seconds,
        photo=photo,
    )
