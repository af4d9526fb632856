"""An empty vault: what the app is for, and the ways to begin."""

from PySide6.QtCore import QObject

from klasgenoot.domain.people import ClassId
from klasgenoot.viewmodels.classes import start_class
from klasgenoot.viewmodels.session import Session


class WelcomeViewModel(QObject):
    """Starts an empty class; importing and the sample class have places of their own."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    @property
    def needs_keys(self) -> bool:
        """Whether who may open the data is still to be decided."""
        return self._session.can_lock and not self._session.settings.phrase_asked

    @property
    def can_restore(self) -> bool:
        """Whether a backup can take the place of this data: it is the teacher's own."""
        return self._session.can_lock

    def restore(self) -> None:
        """A backup is to be put back."""
        from klasgenoot.viewmodels.restoring import RestoreWish

        self._session.restore_requested.emit(RestoreWish())

    def start_class(self, name: str) -> ClassId:
        """Starts an empty class and shows it.

        Raises:
            Missing: the name is empty.
        """
        return start_class(self._session, name)
