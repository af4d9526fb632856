"""What do the teacher's own records show? Each piece of evidence in words, with faces."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.evidence import (
    Evidence,
    LastGroupNote,
    NamesKnown,
    NeedsAsked,
    Nothing,
    OpenPromises,
    Reach,
)
from klasgenoot.domain.groups import Phase
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.viewmodels.classmates import Classmates
from klasgenoot.viewmodels.words import listed, month_day

translate = QCoreApplication.translate

MOST_FACES = 3
MOST_NAMES = 2
"""More people than this are a number, so that the line stays a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One piece of evidence as it is shown.

    Attributes:
        words: what it says.
        part: how many of how many names are known, for a bar; None when it is about something else.
        faces: whom it is about, three at most.
        names: what they are called in this class.
        is_nothing: whether nothing is recorded yet.
    """

    words: str
    part: tuple[int, int] | None = None
    faces: tuple[Student, ...] = ()
    names: tuple[str, ...] = ()
    is_nothing: bool = False


def shown(evidence: Evidence, *, classmates: Classmates, phases: Mapping[Phase, str]) -> Shown:
    """A piece of evidence in words.

    Args:
        evidence: what the records show.
        classmates: everybody in the class.
        phases: what each phase is called.
    """
    match evidence:
        case Nothing():
            words = translate("Guide", "nothing recorded yet, and that is fine")
            return Shown(words=words, is_nothing=True)
        case NamesKnown():
            return Shown(words=_names(evidence), part=(evidence.known, evidence.total))
        case Reach():
            faces, names = _people(classmates, evidence.unseen[:MOST_FACES])
            return Shown(words=_reach(evidence, names=names), faces=faces, names=names)
        case NeedsAsked():
            return Shown(words=_needs(evidence))
        case OpenPromises():
            oldest = (evidence.oldest,) if evidence.oldest is not None else ()
            faces, names = _people(classmates, oldest)
            return Shown(words=_promises(evidence), faces=faces, names=names)
        case LastGroupNote():
            return Shown(words=_group_note(evidence, phases=phases))


def _people(
    classmates: Classmates, ids: Sequence[StudentId]
) -> tuple[tuple[Student, ...], tuple[str, ...]]:
    """Some of a class, and what they are called in it."""
    there = classmates.students
    those = [student_id for student_id in ids if student_id in there]
    return tuple(there[who] for who in those), tuple(classmates.called[who] for who in those)


def _names(evidence: NamesKnown) -> str:
    if evidence.known == evidence.total:
        return translate("Guide", "you know all {total} names").format(total=evidence.total)
    return translate("Guide", "you know {known} of {total} names").format(
        known=evidence.known, total=evidence.total
    )


def _reach(evidence: Reach, *, names: Sequence[str]) -> str:
    words = _seen(evidence, names=names)
    if evidence.talks is None:
        return words
    talks = translate("Guide", "talk round: {held} of {total}")
    return f"{words}; {talks.format(held=evidence.talks.held, total=evidence.talks.total)}"


def _seen(evidence: Reach, *, names: Sequence[str]) -> str:
    never = len(evidence.never)
    if never == evidence.total:
        return translate("Guide", "nobody spoken with yet")
    is_first = evidence.weeks == 1
    if not evidence.unseen:
        words = (
            translate("Guide", "all {total} seen in the first teaching week")
            if is_first
            else translate("Guide", "all {total} seen in {weeks} teaching weeks")
        )
        return words.format(total=evidence.total, weeks=evidence.weeks)
    if never > MOST_NAMES:
        rest = translate("Guide", "%n never spoken with", None, never)
    elif never:
        those = listed(names[:never])
        rest = translate("Guide", "{names} never spoken with").format(names=those)
    else:
        rest = translate("Guide", "{name} longest ago").format(name=names[0])
    words = (
        translate("Guide", "{seen} of {total} seen in the first teaching week")
        if is_first
        else translate("Guide", "{seen} of {total} seen in {weeks} teaching weeks")
    )
    seen = words.format(seen=evidence.seen, total=evidence.total, weeks=evidence.weeks)
    return f"{seen}, {rest}"


def _needs(evidence: NeedsAsked) -> str:
    words = translate("Guide", "%n form(s) on {day}", None, evidence.answers)
    words = words.format(day=month_day(evidence.on))
    if evidence.is_told:
        return f"{words}, {translate('Guide', 'the class was told')}"
    return f"{words}, {translate('Guide', 'not told the class yet')}"


def _promises(evidence: OpenPromises) -> str:
    if not evidence.open:
        return translate("Guide", "every promise kept")
    words = translate("Guide", "%n promise(s) open", None, evidence.open)
    if not evidence.overdue:
        return words
    return f"{words}, {translate('Guide', '%n past its date', None, evidence.overdue)}"


def _group_note(evidence: LastGroupNote, *, phases: Mapping[Phase, str]) -> str:
    from klasgenoot.viewmodels.phases import age_words  # its page is not the first one

    if evidence.days_old is None:
        return translate("Guide", "no note on the group yet")
    words = translate("Guide", "last note")
    if evidence.phase is not None:
        words = translate("Guide", "hunch {phase}").format(phase=phases[evidence.phase])
    age = age_words(evidence.days_old)
    return f"{words}, {age}" if age else words
