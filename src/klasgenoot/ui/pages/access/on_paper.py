"""What is kept about a student, as paragraphs of a PDF."""

from klasgenoot.ui.kit.paper import Kind, Paragraph
from klasgenoot.viewmodels.access import AccessViewModel


def paragraphs(view_model: AccessViewModel) -> list[Paragraph]:
    """Everything that is handed over, in order; what is covered is a bar."""
    made = [
        Paragraph(Kind.TITLE, view_model.title),
        Paragraph(Kind.NOTE, view_model.introduction),
    ]
    for section in view_model.handed:
        made.append(Paragraph(Kind.HEADING, section.title))
        if section.note:
            made.append(Paragraph(Kind.NOTE, section.note))
        for entry in section.entries:
            if entry.title:
                made.append(Paragraph(Kind.ENTRY, entry.title))
            made += [Paragraph(Kind.LINE, line.text, line.label) for line in entry.lines]
    return made
