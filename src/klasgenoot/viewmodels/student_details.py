"""What is there to know about a student? The lines under the photo."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.aliases import aliases_text
from klasgenoot.domain.memory import KNOWN_FROM, Direction, Level, Memory, day_of, review
from klasgenoot.domain.mnemonics import shared_hook
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.store import memories
from klasgenoot.store.database import Vault
from klasgenoot.viewmodels.offer import level_words
from klasgenoot.viewmodels.words import month_day

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Detail:
    """One line: what it is, what it says, and what there is to say of that.

    Attributes:
        label: what it is.
        value: what it says.
        remark: a quiet line below it.
        has_sound: whether it tells how the name sounds: a recording stands beside it.
    """

    label: str
    value: str
    remark: str = ""
    has_sound: bool = False


def details(student: Student, *, classmates: Iterable[Student] = ()) -> tuple[Detail, ...]:
    """What there is to know about a student; what is not known has no line.

    Args:
        student: who it is.
        classmates: everybody in the class, also the student.
    """
    said = student.pronunciation or translate("Student", "as it is written")
    lines = (
        Detail(translate("Student", "Call name"), student.name),
        Detail(translate("Student", "Also right"), aliases_text(student.aliases)),
        Detail(translate("Student", "Say"), said, has_sound=True),
        Detail(
            translate("Student", "Mnemonic"), student.mnemonic, _hook_words(student, classmates)
        ),
        Detail(translate("Student", "Student number"), student.student_number),
        Detail(translate("Student", "E-mail"), student.email),
    )
    return tuple(line for line in lines if line.value)


def _hook_words(student: Student, classmates: Iterable[Student]) -> str:
    """That the names of many others hang on the same word; empty unless they do."""
    others = [each.mnemonic for each in classmates if each.id != student.id]
    hook = shared_hook(student.mnemonic, others)
    if hook is None:
        return ""
    return translate(
        "Student",
        "“{word}” also stands with %n other name(s). Something that only fits this one sticks"
        " better.",
        None,
        hook.others,
    ).format(word=hook.word)


def known_words(vault: Vault, student_id: StudentId, *, level: Level) -> str:
    """How well a name is known; once it is, since when."""
    if level is Level.KNOWN:
        since = known_since(vault, student_id)
        if since:
            return translate("Student", "known since {day}").format(day=month_day(since))
    return level_words(level)


def known_since(vault: Vault, student_id: StudentId) -> date | None:
    """The day of the answer that made the name known for good; None when it is not on record."""
    direction = Direction.FACE_TO_NAME
    memory: Memory | None = None
    since: date | None = None
    for answer in memories.answers_of(vault, student_id, direction=direction):
        if answer.rating is None:
            continue
        memory = review(
            memory,
            student_id=student_id,
            direction=direction,
            rating=answer.rating,
            at=answer.answered_at,
        )
        if memory.stability < KNOWN_FROM:
            since = None
        elif since is None:
            since = day_of(answer.answered_at)
    return since
