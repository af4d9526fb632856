"""Pages go: what goes on beside them?"""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget


def end_work(pages: Iterable[QWidget]) -> None:
    """Ends what goes on beside pages that go: nobody would hear what came of it."""
    for page in pages:
        close = getattr(page, "close_work", None)
        if close is not None:
            close()
