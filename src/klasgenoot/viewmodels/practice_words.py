"""How is an answer put in words? Verdict, letters, when the face comes back, how far we are."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.answering import Mode, Outcome
from klasgenoot.domain.hints import Hint, ladder
from klasgenoot.domain.memory import day_of
from klasgenoot.domain.names import full_name, tidy
from klasgenoot.domain.people import Student
from klasgenoot.domain.practice import CardKind, Progress
from klasgenoot.domain.spelling import LetterMark, Mark
from klasgenoot.domain.verdict import Judgement, Verdict
from klasgenoot.viewmodels.learning import Learning
from klasgenoot.viewmodels.practice_moment import Moment, Stage
from klasgenoot.viewmodels.practice_room import SeatedRoom, room_of
from klasgenoot.viewmodels.words import one_stop

translate = QCoreApplication.translate

MOST_CONFUSED = 2
"""At most so many classmates are shown beside a face that was taken for theirs."""


class Tone(StrEnum):
    """What kind of news an answer is."""

    NEW = "new"
    ASKING = "asking"
    RIGHT = "right"
    GUESSED = "guessed"
    AGAIN = "again"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView:
    """A name and what goes with it.

    Attributes:
        student: who it is.
        tone: what kind of news it is.
        verdict: the news itself, or the question.
        class_name: which class that is, where several are practised together.
        on_list: the name on the class list, where the call name is another.
        letters: the name with the letters marked that were typed otherwise.
        letters_line: the same in words, where a few words can say it.
        confused_with: the classmates whose name was typed.
        comes_back: when the face is asked again.
        can_guess: whether the teacher may say it was a guess.
        overrule: what the key says that turns the verdict around; empty where there is none.
        room: the room, where seats are practised.
        asks_photo: whether a photo is wanting; not of who would rather have none.
    """

    student: Student
    tone: Tone
    verdict: str
    class_name: str = ""
    on_list: str = ""
    letters: tuple[LetterMark, ...] = ()
    letters_line: str = ""
    confused_with: tuple[Student, ...] = ()
    comes_back: str = ""
    can_guess: bool = False
    overrule: str = ""
    room: SeatedRoom | None = None
    asks_photo: bool = False


def answer_view(
    moment: Moment, *, student: Student, known: Learning, due: datetime | None
) -> AnswerView:
    """What stands beside a face whose name is shown.

    Args:
        moment: what is on screen.
        student: who that is.
        known: the class, for the faces of who was named instead.
        due: when the name is asked again, after this answer; None while it is being learned.
    """
    letters = moment.judgement.letters if moment.judgement else ()
    shown = AnswerView(
        student=student,
        tone=_tone(moment),
        verdict=_verdict(moment, student=student, known=known),
        class_name=known.class_name(student.id),
        on_list=_on_list(student),
        letters=letters,
        letters_line=letters_words(letters),
        room=room_of(known, student, lit=True),
    )
    outcome = moment.outcome
    if outcome is None:
        return shown
    return replace(
        shown,
        confused_with=() if outcome.recalled else _confused_with(moment.judgement, known=known),
        comes_back=_comes_back(moment, known=known, due=due),
        can_guess=outcome.sure,
        overrule=_overrule(moment),
    )


def way_words(way: Mode) -> str:
    """What a way to practise is called."""
    return {
        Mode.TYPED: translate("Practice", "Type the name"),
        Mode.SELF_GRADED: translate("Practice", "Judge yourself"),
        Mode.CHOOSE_NAME: translate("Practice", "Choose out of four"),
        Mode.FIND_FACE: translate("Practice", "Find the face"),
        Mode.LISTEN: translate("Practice", "Listen"),
        Mode.NAME_SEAT: translate("Practice", "Who sits there"),
        Mode.FIND_SEAT: translate("Practice", "Find the seat"),
    }[way]


def caption(
    moment: Moment, *, student: Student | None, way: Mode, seat: str = "", few: int = 0
) -> str:
    """The line under a question.

    Args:
        moment: what is on screen.
        student: who is asked.
        way: how it is answered.
        seat: where they sit, where that may be a hint.
        few: among how many is chosen.
    """
    given = ladder(student, has_seat=bool(seat))[: moment.hints] if student is not None else ()
    hints = " · ".join(_hint_text(hint, student=student, seat=seat) for hint in given if student)
    if asks_which(moment) and student is not None:
        which = translate(
            "Practice", "Which {name}? Add the first letter of the family name."
        ).format(name=student.name)
        return f"{which} {hints}".strip()
    if hints:
        return hints
    is_face = not way.direction.is_about_seats
    if student is not None and student.photo is None and is_face:
        return translate("Practice", "There is no photo yet, so these are the initials.")
    words = {
        Mode.SELF_GRADED: translate("Practice", "Think of the name first."),
        Mode.CHOOSE_NAME: translate("Practice", "Who is this? Press 1 to {few}."),
        Mode.FIND_FACE: translate("Practice", "Which face goes with this name? Press 1 to {few}."),
        Mode.LISTEN: translate("Practice", "Whose name sounds like this? Press 1 to {few}."),
        Mode.NAME_SEAT: translate(
            "Practice", "Who sits on the seat with the question mark? The call name is enough."
        ),
        Mode.FIND_SEAT: translate(
            "Practice",
            "Where does this student sit? Type the figures of row and seat, click the seat, or use"
            " arrows and Enter.",
        ),
    }.get(way) or translate(
        "Practice", "The call name is enough. Accents, capitals and one slip do not count."
    )
    return words.format(few=few)


def asks_which(moment: Moment) -> bool:
    """Whether more than one is called so, and a letter is still wanted."""
    return moment.judgement is not None and moment.judgement.verdict is Verdict.WHICH


def hint_words(hint: Hint) -> str:
    """What the key of a hint promises."""
    return {
        Hint.MNEMONIC: translate("Practice", "Hint: your mnemonic"),
        Hint.FIRST_LETTER: translate("Practice", "Hint: first letter"),
        Hint.SEAT: translate("Practice", "Hint: the seat"),
    }[hint]


def _hint_text(hint: Hint, *, student: Student, seat: str) -> str:
    if hint is Hint.MNEMONIC:
        return student.mnemonic
    if hint is Hint.SEAT:
        return translate("Practice", "Sits in {seat}").format(seat=seat)
    return translate("Practice", "Starts with {letter}").format(letter=student.name[:1])


def left_out_words(student: Student) -> str:
    """Why a face is not asked."""
    return translate(
        "Practice", "The photo of {name} cannot be read, so this face is skipped."
    ).format(name=student.full_name)


def place_words(progress: Progress, *, is_first: bool) -> str:
    """How far a session is: "7 of 18", and how many are known once all faces were seen.

    Args:
        progress: how far it is, in faces.
        is_first: the face on screen comes up for the first time.
    """
    if not (progress.to_come or is_first):
        return translate("Practice", "{done} of {total} known").format(
            done=progress.done, total=progress.total
        )
    return translate("Practice", "{place} of {total}").format(
        place=progress.place, total=progress.total
    )


def letters_words(letters: Sequence[LetterMark]) -> str:
    """What was typed otherwise, where a few words can say it: "one n missing"."""
    odd = [mark for mark in letters if mark.mark is not Mark.KEPT]
    shown = [mark.letter.strip().casefold() for mark in odd]
    match [mark.mark for mark in odd]:
        case [Mark.MISSING]:
            return translate("Practice", "one {letter} missing").format(letter=shown[0])
        case [Mark.EXTRA]:
            return translate("Practice", "one {letter} too many").format(letter=shown[0])
        case [Mark.SWAPPED, Mark.SWAPPED]:
            return translate("Practice", "two letters swapped")
        case [Mark.EXTRA, Mark.MISSING]:
            return translate("Practice", "{typed} instead of {wanted}").format(
                typed=shown[0], wanted=shown[1]
            )
        case _:
            return ""


def _tone(moment: Moment) -> Tone:
    outcome = moment.outcome
    if outcome is None:
        return Tone.NEW if moment.stage is Stage.STUDY else Tone.ASKING
    if not outcome.recalled:
        return Tone.AGAIN
    return Tone.RIGHT if outcome.sure else Tone.GUESSED


def _verdict(moment: Moment, *, student: Student, known: Learning) -> str:
    outcome = moment.outcome
    if outcome is None:
        return _question(moment, known=known)
    if outcome.recalled:
        return _right_words(outcome)
    said, called = tidy(moment.typed), known.group_of(student.id).called
    is_empty = outcome.verdict is Verdict.EMPTY
    if is_empty and outcome.mode is not Mode.FIND_SEAT:
        return translate("Practice", "This is {name}.").format(name=student.name)
    typed = called.get(outcome.said, "") if outcome.said else ""
    if is_empty:
        words = translate("Practice", "{name} sits here.")
    elif outcome.mode is Mode.FIND_SEAT:
        words = (
            translate("Practice", "{name} sits here. You chose the seat of {typed}.")
            if typed
            else translate("Practice", "{name} sits here. You chose an empty seat.")
        )
    elif outcome.mode.is_chosen:
        words = translate("Practice", "This is {name}. You chose {typed}.")
    else:
        words = translate("Practice", "This is {name}. You typed {typed}.")
    return one_stop(words.format(name=called.get(student.id, student.name), typed=typed or said))


def _right_words(outcome: Outcome) -> str:
    if outcome.guessed:
        return translate("Practice", "Right, with a guess")
    if outcome.hinted:
        return translate("Practice", "Right, with a hint")
    if outcome.verdict is Verdict.SPELLING:
        return translate("Practice", "Almost, and that counts")
    return translate("Practice", "Right")


def _question(moment: Moment, *, known: Learning) -> str:
    if moment.stage is Stage.STUDY and known.direction.is_about_seats:
        return translate("Practice", "Remember who sits here")
    if moment.stage is Stage.STUDY:
        return translate("Practice", "Remember this name")
    if moment.stage is Stage.REVEALED:
        return translate("Practice", "How well did you know it?")
    return translate("Practice", "You typed {typed}. Does that count?").format(
        typed=tidy(moment.typed)
    )


def _on_list(student: Student) -> str:
    """The name on the class list, if the teacher calls the student otherwise."""
    if not student.call_name or student.call_name == student.given_name:
        return ""
    return full_name(given=student.given_name, infix=student.infix, family=student.family_name)


def _confused_with(judgement: Judgement | None, *, known: Learning) -> tuple[Student, ...]:
    if judgement is None or judgement.verdict is not Verdict.MIXED_UP:
        return ()
    found = (known.everyone.get(who) for who in judgement.bearers)
    return tuple(student for student in found if student is not None)[:MOST_CONFUSED]


def _comes_back(moment: Moment, *, known: Learning, due: datetime | None) -> str:
    """When the face is asked again: later in this session, or after so many days."""
    asked_again = any(
        card.student_id == moment.student_id and card.kind is CardKind.RECALL
        for card in moment.practice.queue
    )
    if asked_again:
        return translate("Practice", "Comes by again in a moment")
    if due is None:
        return ""
    days = (day_of(due) - known.practice_day).days
    if days <= 1:
        return translate("Practice", "Comes back tomorrow")
    return translate("Practice", "Comes back in %n day(s)", None, days)


def _overrule(moment: Moment) -> str:
    outcome = moment.outcome
    if outcome is None or outcome.guessed or moment.overruled() is None:
        return ""
    if outcome.recalled:
        return translate("Practice", "Wrong after all")
    return translate("Practice", "Right after all")
