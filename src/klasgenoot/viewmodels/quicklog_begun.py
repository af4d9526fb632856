"""A line that began with a name, and then its own names were typed: which of them hold?

On the page of a student the name stands there already. Who types "Noor g: ..." or "Sanne: ..."
behind it, out of habit, means what was typed: it would otherwise be kept as words about somebody,
and about the wrong one.
"""

from klasgenoot.domain.quicklog_reading import ProblemKind
from klasgenoot.domain.quicklog_signs import KINDS
from klasgenoot.viewmodels.quicklog_edits import Edit
from klasgenoot.viewmodels.quicklog_text import LogText

COLON = ":"


def names_typed_anew(log: LogText, *, filled_in: str) -> Edit | None:
    """Takes out the name that was filled in, where others were typed; keeps it for a mere kind.

    Args:
        log: the text, with the cursor behind what was typed.
        filled_in: all that stood there before.

    Returns:
        The edit; None where what was typed is the sentence.
    """
    typed = log.text[len(filled_in) : log.cursor]
    if not log.text.startswith(filled_in) or typed.find(COLON) != len(typed) - 1:
        return None
    if typed[:-1].strip().casefold() in KINDS:
        return Edit(len(filled_in.rstrip()) - 1, len(filled_in), " ")
    lines = log.alone(typed)
    problems = {problem.kind for line in lines for problem in line.problems}
    if len(lines) != 1 or problems - {ProblemKind.AMBIGUOUS}:
        return None  # a sentence; a name that several have is a name
    return Edit(log.around().start, len(filled_in), "")
