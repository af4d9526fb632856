"""What can be done for the student on screen, from the palette?"""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.people import StudentId
from klasgenoot.domain.settings import Role
from klasgenoot.viewmodels.palette import Choice
from klasgenoot.viewmodels.target import PageId, StudentAct, Target
from klasgenoot.viewmodels.translation import to_translate

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class _Deed:
    """One thing to do for a student; `also` has other words for it, in English."""

    text: str
    also: str
    icon: str
    page: PageId = PageId.STUDENT
    act: str = ""


_DEEDS = (
    _Deed(
        to_translate("AboutStudent", "Change name and pronunciation"),
        to_translate("AboutStudent", "call name, pronounce, pronouns, mnemonic, edit"),
        "pencil",
        act=StudentAct.EDIT,
    ),
    _Deed(
        to_translate("AboutStudent", "Note what helps them"),
        to_translate("AboutStudent", "own words, wishes, help"),
        "quote",
        act=StudentAct.HELPS,
    ),
    _Deed(
        to_translate("AboutStudent", "Note what you have in common"),
        to_translate("AboutStudent", "common ground, shared"),
        "handshake",
        act=StudentAct.IN_COMMON,
    ),
    _Deed(
        to_translate("AboutStudent", "Say who the study coach is"),
        to_translate("AboutStudent", "mentor, tutor"),
        "user",
        act=StudentAct.COACH,
    ),
    _Deed(
        to_translate("AboutStudent", "Pass on to the study coach"),
        to_translate("AboutStudent", "hand over, transfer, consent, facts"),
        "handshake",
        page=PageId.TRANSFER,
    ),
    _Deed(
        to_translate("AboutStudent", "Note what they say themselves"),
        to_translate("AboutStudent", "own view, other side, beside a note"),
        "quote",
        act=StudentAct.VIEW,
    ),
    _Deed(
        to_translate("AboutStudent", "Restrict their data"),
        to_translate("AboutStudent", "restriction, hide from lists, rights"),
        "eye-off",
        act=StudentAct.RESTRICT,
    ),
    _Deed(
        to_translate("AboutStudent", "See all that is kept about them"),
        to_translate("AboutStudent", "access, rights, export"),
        "file-text",
        page=PageId.ACCESS,
    ),
)


def about_student(student: StudentId, *, role: Role) -> list[Choice]:
    """What can be done for one student; a subject teacher has fewer fields."""
    hidden = {StudentAct.IN_COMMON} if role is Role.SUBJECT_TEACHER else set()
    return [
        Choice(
            text=translate("AboutStudent", each.text),
            also=translate("AboutStudent", each.also),
            icon=each.icon,
            target=Target(each.page, student=student, act=each.act),
        )
        for each in _DEEDS
        if each.act not in hidden
    ]
