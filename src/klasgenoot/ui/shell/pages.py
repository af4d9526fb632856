"""Which pages were opened? Each is made when it is first wanted; in front stands the one in use."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from PySide6.QtWidgets import QStackedWidget, QWidget

from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.shell.making import MAKERS
from klasgenoot.ui.shell.navigation import ShownPage
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId, Target


class Pages(QStackedWidget):
    """The pages of one window, as they look now.

    Args:
        session: the run of the app.
        look: how everything looks.
        resources: the folder of what ships beside the code.
        wishes: signals that a page may have, and where they go.
    """

    def __init__(
        self, session: Session, look: Look, *, resources: Path, wishes: Mapping[str, Any]
    ) -> None:
        super().__init__()
        self._session = session
        self._look = look
        self._resources = resources
        self._wishes = wishes
        self._made: dict[PageId, QWidget] = {}

    def page(self, page_id: PageId) -> QWidget:
        """A page, made now if it was not opened before."""
        if page_id not in self._made:
            page = MAKERS[page_id](self._session, self._look, self._resources)
            for signal, slot in self._wishes.items():
                if hasattr(page, signal):
                    getattr(page, signal).connect(slot)
            self._made[page_id] = page
            self.addWidget(page)
        return self._made[page_id]

    def open(self, target: Target) -> None:
        """Puts a page in front and tells it what was opened."""
        page = self.page(target.page)
        self.setCurrentWidget(page)
        cast("ShownPage", page).arrive(target)

    def leave(self, page_id: PageId) -> None:
        """Tells a page that another one comes."""
        leave = getattr(self._made.get(page_id), "leave", None)
        if leave is not None:
            leave()

    def close_work(self) -> None:
        """Waits for what the pages do beside the window."""
        for page in self._made.values():
            _close_work(page)

    def forget_but(self, page_id: PageId) -> None:
        """Lets go of every page but one: they are made anew when opened."""
        for other in [each for each in self._made if each is not page_id]:
            page = self._made.pop(other)
            _close_work(page)
            page.deleteLater()


def _close_work(page: QWidget) -> None:
    getattr(page, "close_work", lambda: None)()
