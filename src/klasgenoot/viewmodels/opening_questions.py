"""How does one begin? A few open questions that fit anybody and ask for nothing private."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.lots import lot
from klasgenoot.domain.people import StudentId

translate = QCoreApplication.translate


def opening_question(number: int) -> str:
    """A question to begin a talk with. Any number gives one; the next number gives another."""
    questions = (
        translate("Opening", "What brought you to this programme?"),
        translate("Opening", "What are you looking forward to this block?"),
        translate("Opening", "Which lesson has stayed with you up to now?"),
        translate("Opening", "What did you do before you came here?"),
        translate("Opening", "What do you enjoy doing?"),
        translate("Opening", "What would you like to be able to do by the summer?"),
    )
    return questions[number % len(questions)]


def questions_for(those: Sequence[StudentId], *, today: date) -> dict[StudentId, str]:
    """A question for each, the same all week; no two beside each other are asked the same."""
    week, found = today.isocalendar(), dict[StudentId, str]()
    for who in those:
        number = lot(who, week.year, week.week)
        while (question := opening_question(number)) in found.values():
            number += 1
        found[who] = question
    return found
