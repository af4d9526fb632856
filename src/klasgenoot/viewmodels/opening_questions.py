"""How does one begin? A few open questions that fit anybody and ask for nothing private."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def opening_question(number: int) -> str:
    """A question to begin a talk with. Any number gives one; the next number gives another."""
    questions = (
        translate("Opening", "What brought you to this programme?"),
        translate("Opening", "What are you looking forward to this block?"),
        translate("Opening", "Which lesson has stayed with you up to now?"),
        translate("Opening", "What did you do before you came here?"),
        translate("Opening", "What do you like to be busy with?"),
        translate("Opening", "What would you like to be able to do by the summer?"),
    )
    return questions[number % len(questions)]
