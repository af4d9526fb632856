"""When does the window that puts a backup back come, and where does it lead?

From the open app, from the locked window, and when the data cannot be read at the start. Imported
only then.
"""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from klasgenoot.app.clock import now
from klasgenoot.app.looks import KeptLooks
from klasgenoot.domain.backups import Why
from klasgenoot.domain.errors import Trouble
from klasgenoot.operations.putting_back import key_of_computer
from klasgenoot.store.restoring import amounts_now
from klasgenoot.ui.shell.restore_window import RestoreWindow
from klasgenoot.ui.shell.window import Window
from klasgenoot.viewmodels.restoring import Before, RestoreViewModel, RestoreWish
from klasgenoot.viewmodels.troubles import trouble_words


class Restorer(QObject):
    """Shows the window, and says what comes after it.

    Args:
        data: the data folder.
        looks: how the windows looked last time.
        resources: the folder of what ships beside the code.
        parent: as in Qt.

    Signals:
        opened: the data is there: its key, and whether the recovery code was used.
        left: the teacher goes on without; the key of the data, or None where it was locked.
        given_up: the data cannot be read, and nothing was put in its place.
    """

    opened = Signal(str, bool)
    left = Signal(object)
    given_up = Signal()

    def __init__(
        self, data: Path, *, looks: KeptLooks, resources: Path, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._data = data
        self._looks = looks
        self._resources = resources
        self._before = Before()
        self._is_damaged = False
        self.window: RestoreWindow | None = None

    def offer(self, trouble: Trouble, *, key: str | None = None) -> None:
        """The data cannot be read: shows what can be put in its place.

        Args:
            trouble: why.
            key: what should have opened it, if somebody gave that.
        """
        self._is_damaged = True
        before = Before(key=key or key_of_computer(self._data))
        self._show(before, RestoreWish(), reason=trouble_words(trouble))

    def ask(self) -> None:
        """The data is locked: shows the backups that can take its place."""
        self._is_damaged = False
        self._show(Before(), RestoreWish())

    def take_over(self, window: Window, wish: RestoreWish) -> None:
        """Closes the data of a window, so that a backup can take its place."""
        self._is_damaged = False
        session = window.session
        if session.keeper is not None:
            if session.keeper.is_copying:
                session.keeper.when_calm(lambda: self.take_over(window, wish))
                return
            session.keeper.let_go(Why.RESTORE)
        before = Before(
            key=session.vault.key,
            amounts=amounts_now(session.vault),
            is_worth_keeping=bool(session.classes),
        )
        self._looks.keep(session.settings)
        window.leave()
        self._show(before, wish)
        window.close()
        window.deleteLater()

    def let_go(self) -> None:
        """Makes room for another window."""
        window, self.window = self.window, None
        if window is not None:
            window.let_go()

    def _show(self, before: Before, wish: RestoreWish, *, reason: str = "") -> None:
        view_model = RestoreViewModel(self._data, clock=now, before=before)
        view_model.opened.connect(self.opened)
        looks = self._looks.without_data(self._resources)
        window = RestoreWindow(view_model, looks, reason=reason)
        view_model.setParent(window)
        window.left.connect(self._on_left)
        self._before, self.window = before, window
        window.show()
        view_model.begin(wish)

    @Slot()
    def _on_left(self) -> None:
        if self._is_damaged:
            self.given_up.emit()
        else:
            self.left.emit(self._before.key)
