"""What do the teacher's own records show? Each piece of evidence in words, with faces."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.evidence import (
    Evidence,
    LastGroupNote,
    NamesKnown,
    Nothing,
    OpenPromises,
    Reach,
)
from klasgenoot.domain.groups import Phase
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.store import students
from klasgenoot.store.database import Vault
from klasgenoot.viewmodels.phases import age_words
from klasgenoot.viewmodels.words import listed

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
        is_nothing: whether nothing is recorded yet.
    """

    words: str
    part: tuple[int, int] | None = None
    faces: tuple[Student, ...] = ()
    is_nothing: bool = False


def shown(evidence: Evidence, *, vault: Vault, phases: Mapping[Phase, str]) -> Shown:
    """A piece of evidence in words.

    Args:
        evidence: what the records show.
        vault: where the people are.
        phases: what each phase is called.
    """
    match evidence:
        case Nothing():
            words = translate("Guide", "nothing recorded yet, and that is fine")
            return Shown(words=words, is_nothing=True)
        case NamesKnown():
            return Shown(words=_names(evidence), part=(evidence.known, evidence.total))
        case Reach():
            faces = _people(vault, evidence.unseen[:MOST_FACES])
            return Shown(words=_reach(evidence, faces=faces), faces=faces)
        case OpenPromises():
            oldest = (evidence.oldest,) if evidence.oldest is not None else ()
            return Shown(words=_promises(evidence), faces=_people(vault, oldest))
        case LastGroupNote():
            return Shown(words=_group_note(evidence, phases=phases))


def _people(vault: Vault, ids: Sequence[StudentId]) -> tuple[Student, ...]:
    found = (students.student(vault, student_id) for student_id in ids)
    return tuple(student for student in found if student is not None)


def _names(evidence: NamesKnown) -> str:
    if evidence.known == evidence.total:
        return translate("Guide", "you know all {total} names").format(total=evidence.total)
    return translate("Guide", "you know {known} of {total} names").format(
        known=evidence.known, total=evidence.total
    )


def _reach(evidence: Reach, *, faces: Sequence[Student]) -> str:
    never = len(evidence.never)
    if never == evidence.total:
        return translate("Guide", "nobody spoken with yet")
    if not evidence.unseen:
        return translate("Guide", "all {total} seen in {weeks} weeks").format(
            total=evidence.total, weeks=evidence.weeks
        )
    if never > MOST_NAMES:
        rest = translate("Guide", "%n never spoken with", None, never)
    elif never:
        names = listed([student.name for student in faces[:never]])
        rest = translate("Guide", "{names} never spoken with").format(names=names)
    else:
        rest = translate("Guide", "{name} longest ago").format(name=faces[0].name)
    seen = translate("Guide", "{seen} of {total} seen in {weeks} weeks").format(
        seen=evidence.seen, total=evidence.total, weeks=evidence.weeks
    )
    return f"{seen}, {rest}"


def _promises(evidence: OpenPromises) -> str:
    if not evidence.open:
        return translate("Guide", "every promise kept")
    words = translate("Guide", "%n promise(s) open", None, evidence.open)
    if not evidence.overdue:
        return words
    return f"{words}, {translate('Guide', '%n past its date', None, evidence.overdue)}"


def _group_note(evidence: LastGroupNote, *, phases: Mapping[Phase, str]) -> str:
    if evidence.days_old is None:
        return translate("Guide", "no note on the group yet")
    words = translate("Guide", "last note")
    if evidence.phase is not None:
        words = translate("Guide", "hunch {phase}").format(phase=phases[evidence.phase])
    age = age_words(evidence.days_old)
    return f"{words}, {age}" if age else words
