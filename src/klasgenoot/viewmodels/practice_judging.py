"""What is an answer worth? Typed or chosen, judged among the class that the student is met in."""

from klasgenoot.domain.answering import Mode, Outcome, self_graded
from klasgenoot.domain.memory import Direction, Rating
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


def judge_seat(occupant: StudentId | None, *, student: Student) -> Judgement:
    """What it is worth to have pointed at the seat of somebody, or of nobody."""
    if occupant is None:
        return Judgement(verdict=Verdict.WRONG)
    return judge_chosen(occupant, student=student)


def outcome_of(
    moment: Moment, judgement: Judgement, *, student: Student, way: Mode, seconds: float
) -> Outcome:
    """How a question ended, once it is settled.

    Who gives up while judging themselves has typed nothing.
    """
    return Outcome(
        verdict=judgement.verdict,
        mode=Mode.TYPED if way is Mode.SELF_GRADED else way,
        said=judgement.said,
        hinted=_is_hinted(moment, student, way),
        seconds=seconds,
        photo=_asked_by(student, way),
    )


def graded_outcome(
    moment: Moment, rating: Rating, *, student: Student, way: Mode, seconds: float
) -> Outcome:
    """How a question ended that the teacher judged."""
    return self_graded(
        rating,
        hinted=_is_hinted(moment, student, way),
        seconds=seconds,
        photo=_asked_by(student, way),
    )


def _is_hinted(moment: Moment, student: Student, way: Mode) -> bool:
    """Whether there was more to go by than is asked; initials in place of a face are a hint."""
    has_initials = student.photo is None and not way.direction.is_about_seats
    return moment.hints > 0 or has_initials


def _asked_by(student: Student, way: Mode) -> PhotoId | None:
    """The photo by which the name was asked."""
    return student.photo if way.direction is Direction.FACE_TO_NAME else None
