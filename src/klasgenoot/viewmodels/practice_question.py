"""What is asked, and what stands beside it? The question of one card, without its answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from klasgenoot.domain.answering import Mode
from klasgenoot.domain.hints import ladder
from klasgenoot.domain.people import Student
from klasgenoot.viewmodels.learning import Learning
from klasgenoot.viewmodels.practice_moment import Moment
from klasgenoot.viewmodels.practice_options import Option, options_for
from klasgenoot.viewmodels.practice_room import SeatedRoom, room_of, seat_hint
from klasgenoot.viewmodels.practice_words import asks_which, caption, hint_words
from klasgenoot.viewmodels.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A face without a name, or a name without a face.

    Attributes:
        student: who is asked.
        way: how it is answered.
        caption: the line below: what is enough, the hints so far, or what is still wanted.
        asks_more: the line below is a question of its own.
        class_name: which class that is, where several are practised together.
        hint: what the key of the next hint promises; empty where there is none.
        typed: what stands in the field when it appears: what wants a letter more.
        wanted: the name whose face or seat is to be found, or how it sounds in letters; the name
            itself, where that is not written down and nothing can be played.
        has_sound: whether that can be heard, too.
        options: those to choose from, where one is chosen; the same until it is answered.
        room: the room, where seats are asked.
    """

    student: Student
    way: Mode
    caption: str
    asks_more: bool = False
    class_name: str = ""
    hint: str = ""
    typed: str = ""
    wanted: str = ""
    has_sound: bool = False
    options: tuple[Option, ...] = ()
    room: SeatedRoom | None = None


def question_of(
    session: Session,
    moment: Moment,
    *,
    student: Student,
    known: Learning,
    way: Mode,
    is_silent: bool = False,
) -> Question:
    """The question on screen; `is_silent`: nothing can be played here."""
    options = options_for(session, moment, known=known) if way.has_few else ()
    seat = seat_hint(known, student)
    left = () if way.is_chosen else ladder(student, has_seat=bool(seat))[moment.hints :]
    return Question(
        student=student,
        way=way,
        caption=caption(moment, student=student, way=way, seat=seat, few=len(options)),
        asks_more=asks_which(moment),
        class_name=known.class_name(student.id),
        hint=hint_words(left[0]) if left else "",
        typed=moment.typed,
        wanted=_wanted(student, options, known=known, way=way, is_silent=is_silent),
        has_sound=way is Mode.LISTEN and student.sound is not None,
        options=options,
        room=room_of(known, student, lit=way is Mode.NAME_SEAT),
    )


def _wanted(
    student: Student, options: Sequence[Option], *, known: Learning, way: Mode, is_silent: bool
) -> str:
    if way is Mode.FIND_SEAT:
        return known.group_of(student.id).called[student.id]
    if way is Mode.LISTEN and (student.pronunciation or not is_silent):
        return student.pronunciation
    if way.finds_face:
        return next((each.name for each in options if each.student.id == student.id), "")
    return ""
