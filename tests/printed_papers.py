"""A whole paper at once, for who looks at what stands on it."""

from klasgenoot.ui.pages.sharing.papers.paper import Paper
from klasgenoot.ui.pages.sharing.papers.printing import Press


def pdf_of(paper: Paper, *, title: str) -> bytes:
    """The PDF of a paper."""
    press = Press(paper, title=title)
    while press.print_some():
        pass
    return press.finish()
