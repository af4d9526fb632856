"""The form on paper: one page, without a place for a name."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.needs import NeedsForm
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.paper import Kind, Paragraph, write_paper

translate = QCoreApplication.translate

BOX = "\N{WHITE SQUARE}"


def write_form(look: Look, path: Path, form: NeedsForm) -> int:
    """Writes the form as a PDF and tells how many pages it has.

    Raises:
        OSError: the file cannot be written there.
    """
    paragraphs = [Paragraph(Kind.TITLE, form.title), Paragraph(Kind.LINE, form.intro)]
    for number, question in enumerate(form.questions, start=1):
        several = question.most > 1
        paragraphs.append(Paragraph(Kind.HEADING, f"{number}. {question.text}"))
        paragraphs.append(Paragraph(Kind.NOTE, form.several if several else form.one))
        paragraphs += [
            Paragraph(Kind.LINE, f"{BOX}   {choice.text}") for choice in question.choices
        ]
    paragraphs.append(Paragraph(Kind.HEADING, form.thanks))
    return write_paper(
        look,
        path,
        title=form.title,
        paragraphs=paragraphs,
        foot=translate("Needs", "page {page} of {pages}"),
    )
