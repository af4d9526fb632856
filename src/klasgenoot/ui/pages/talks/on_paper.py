"""The plan of a round on paper: the weeks, and a box before each name."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.paper import Kind, Paragraph, write_paper
from klasgenoot.viewmodels.talks_leaving import TalksLeaving

translate = QCoreApplication.translate

BOX = "\N{WHITE SQUARE}"


def write_plan(look: Look, path: Path, plan: TalksLeaving) -> int:
    """Writes the plan as a PDF and tells how many pages it has.

    Raises:
        OSError: the file cannot be written there.
    """
    paragraphs = [
        Paragraph(Kind.TITLE, plan.title),
        Paragraph(Kind.NOTE, plan.subtitle),
    ]
    for week in plan.paper_weeks:
        paragraphs.append(Paragraph(Kind.HEADING, week.heading))
        paragraphs += [Paragraph(Kind.LINE, f"{BOX}  {line}") for line in week.lines]
    return write_paper(
        look,
        path,
        title=translate("Talks", "Talk round"),
        paragraphs=paragraphs,
        foot=translate("Talks", "page {page} of {pages}"),
    )
