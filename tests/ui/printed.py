"""A paper printed for a test: all of its pages at once; the window prints some at a time."""

from klasgenoot.ui.pages.sharing.papers.paper import Paper
from klasgenoot.ui.pages.sharing.papers.printing import Press


def pdf_of(paper: Paper, *, title: str) -> bytes:
    """A whole paper at once."""
    press = Press(paper, title=title)
    while press.print_some():
        pass
    return press.finish()
