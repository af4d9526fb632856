"""What a student may ask, on their page: opens the small panels and passes the answers on."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from klasgenoot.domain.contact import ContactId
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.pages.student.asking import AskingPanel, PhotoPanel, RestrictPanel, ViewPanel
from klasgenoot.viewmodels.student import StudentViewModel


class Wishes(QObject):
    """One panel at a time.

    Args:
        look: how everything looks.
        view_model: of the student.
        ground: gives the widget that a panel covers.
        parent: the page.
    """

    def __init__(
        self,
        look: Look,
        view_model: StudentViewModel,
        *,
        ground: Callable[[], QWidget],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._view_model = view_model
        self._ground = ground
        self._panel: AskingPanel | None = None

    def close_panel(self) -> None:
        """Closes what is open."""
        if self._panel is not None:
            self._panel.close_panel()

    def set_trouble(self, sentence: str) -> bool:
        """Says in the panel why it was not done; False when none is open."""
        if self._panel is None:
            return False
        self._panel.set_trouble(sentence)
        return True

    def ask_about_photo(self) -> None:
        """Asks what the student says of their photo."""
        shown, student = self._view_model, self._view_model.student
        if student is None or self._panel is not None:
            return
        panel = PhotoPanel(
            self._look,
            self._ground(),
            name=student.name,
            before=shown.photo_told,
            today=shown.today,
        )
        panel.told.connect(
            lambda answer, day, by: self._done(shown.tell_photo(answer, on=day, told_by=by))
        )
        self._open(panel, panel.first)

    def ask_to_restrict(self) -> None:
        """Asks why the data is only to be kept."""
        student = self._view_model.student
        if student is None or self._panel is not None:
            return
        panel = RestrictPanel(self._look, self._ground(), name=student.name)
        panel.restrict_requested.connect(
            lambda reason: self._done(self._view_model.restrict(reason))
        )
        self._open(panel, panel.first)

    def ask_view(self, contact_id: ContactId | None = None) -> None:
        """Asks what the student says about a contact, or about all of it."""
        shown, student = self._view_model, self._view_model.student
        if student is None or self._panel is not None:
            return
        about = next((row.contact.text for row in shown.timeline if row.id == contact_id), "")
        panel = ViewPanel(self._look, self._ground(), name=student.name, about=about)
        panel.add_requested.connect(
            lambda text: self._done(shown.add_view(text, contact_id=contact_id))
        )
        self._open(panel, panel.first)

    def _open(self, panel: AskingPanel, first: QWidget) -> None:
        panel.closed.connect(self._on_panel_closed)
        self._panel = panel
        panel.open_panel(first)

    def _done(self, is_done: bool) -> None:  # noqa: FBT001 - what a deed answers
        if is_done:
            self.close_panel()

    @Slot()
    def _on_panel_closed(self) -> None:
        if self._panel is not None:
            self._panel.deleteLater()
            self._panel = None
