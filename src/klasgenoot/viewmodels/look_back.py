"""How did the session go? The look back on a practice session, in words and faces."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.calling import told_apart
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.domain.practice import SECONDS, CardKind, Practice
from klasgenoot.domain.summary import Result, Summary, summary_of
from klasgenoot.viewmodels.learning import DIRECTION, Learning
from klasgenoot.viewmodels.occasions import FEW, today
from klasgenoot.viewmodels.target import PageId, Target

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two students taken for each other.

    Attributes:
        student: who was asked.
        said: whose name was given.
        names: what they are called.
        line: how often, in words.
        drill: where they are told apart; None while one of them has no face or was never recalled.
    """

    student: Student
    said: Student
    names: tuple[str, str]
    line: str
    drill: Target | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LookBack:
    """A session looked back on.

    Attributes:
        title: whether it was finished.
        sentence: how many faces in how many minutes, and what became of them.
        results: every face that was answered and what became of it, those known first.
        called: what everybody is called, so that no two of the classes are called the same.
        pairs: who were taken for each other.
        tomorrow: whose faces come back tomorrow.
        tomorrow_line: how many that are and how long it takes; empty if none.
        more: what the button says that goes on; empty if nobody is left.
        missing: whose names could not be asked in this way, and what that needs; empty if none.
    """

    title: str
    sentence: str
    results: tuple[tuple[Student, Result], ...]
    called: Mapping[StudentId, str]
    pairs: tuple[Pair, ...]
    tomorrow: tuple[Student, ...]
    tomorrow_line: str
    more: str
    missing: str = ""


def look_back(practice: Practice, *, known: Learning) -> LookBack:
    """The look back on a session, finished or stopped.

    Args:
        practice: the session as it stands.
        known: what is known of the class after it.
    """
    summary = summary_of(practice, memories=known.memories, at=known.at)
    people = known.everyone
    called = told_apart(people.values())
    tomorrow = tuple(people[who] for who in summary.tomorrow if who in people)
    done = practice.current is None
    return LookBack(
        title=_title(known) if done else translate("Practice", "Paused"),
        sentence=_sentence(
            summary, known=known, waiting=practice.progress.total - practice.progress.done
        ),
        results=tuple(
            (people[who], result) for who, result in summary.results.items() if who in people
        ),
        called=called,
        pairs=_pairs(summary, known=known, called=called),
        tomorrow=tomorrow,
        tomorrow_line=_tomorrow_line(len(tomorrow), known=known),
        more=_more_words(known) if done else translate("Practice", "Go on"),
        missing=_missing_words(known),
    )


def _title(known: Learning) -> str:
    """What is done: all of today, or only what was asked in this way."""
    if known.direction is DIRECTION and not today(known).queue:
        return translate("Practice", "Done for today")
    return translate("Practice", "Done with this round")


def result_words(result: Result) -> str:
    """What became of a face, as the legend says it."""
    return {
        Result.KNEW: translate("Practice", "knew it"),
        Result.GUESSED: translate("Practice", "guessed or hinted"),
        Result.AGAIN: translate("Practice", "once more"),
    }[result]


def _asked(count: int, *, known: Learning) -> str:
    """How many there were of what is practised."""
    if known.direction.is_about_seats:
        return translate("Practice", "%n seat(s)", None, count)
    return translate("Practice", "%n face(s)", None, count)


def _sentence(summary: Summary, *, known: Learning, waiting: int) -> str:
    faces = _asked(len(summary.results), known=known)
    minutes = translate("Practice", "%n minute(s)", None, max(1, round(summary.seconds / 60)))
    parts = [translate("Practice", "{faces} in {minutes}.").format(faces=faces, minutes=minutes)]
    knew, again = summary.count(Result.KNEW), summary.count(Result.AGAIN)
    counts = [translate("Practice", "You knew %n at once", None, knew)] if knew else []
    counts += [translate("Practice", "%n need(s) another look", None, again)] if again else []
    if counts:
        parts.append(f"{', '.join(counts)}.")
    if waiting and known.direction.is_about_seats:
        parts.append(translate("Practice", "%n seat(s) wait for the next time.", None, waiting))
    elif waiting:
        parts.append(translate("Practice", "%n face(s) wait for the next time.", None, waiting))
    return " ".join(parts)


def _more_words(known: Learning) -> str:
    left = len(today(known, most=FEW, beyond=True).faces)
    if left and known.direction.is_about_seats:
        return translate("Practice", "%n more seat(s)", None, left)
    return translate("Practice", "%n more face(s)", None, left) if left else ""


def _missing_words(known: Learning) -> str:
    """Why so few came by where only names are asked of which it is known how they sound."""
    if not (known.heard and known.unheard):
        return ""
    unheard = translate(
        "Practice", "%n name(s) did not come by: how do they sound?", None, known.unheard
    )
    how = translate("Practice", "Write or record that on the page of the student.")
    return f"{unheard} {how}"


def _tomorrow_line(count: int, *, known: Learning) -> str:
    if not count:
        return ""
    minutes = max(1, round(count * SECONDS[CardKind.RECALL] / 60))
    faces = _asked(count, known=known)
    return translate("Practice", "Tomorrow: {faces}, ± {minutes} min").format(
        faces=faces, minutes=minutes
    )


def _pairs(
    summary: Summary, *, known: Learning, called: Mapping[StudentId, str]
) -> tuple[Pair, ...]:
    """Who were taken for each other; a seat taken for another is no likeness."""
    if known.direction.is_about_seats:
        return ()
    people = known.everyone
    return tuple(
        Pair(
            student=people[pair.student_id],
            said=people[pair.said_id],
            names=(called[pair.student_id], called[pair.said_id]),
            line=translate("Practice", "%n time(s)", None, pair.times),
            drill=_drill(pair.student_id, pair.said_id, known=known),
        )
        for pair in summary.mix_ups
        if pair.student_id in people and pair.said_id in people
    )


def _drill(one: StudentId, other: StudentId, *, known: Learning) -> Target | None:
    both = (one, other)
    if all(who in known.faces and who in known.memories for who in both):
        return Target(PageId.LOOK_ALIKES, student=one, other=other, act="names")
    return None
