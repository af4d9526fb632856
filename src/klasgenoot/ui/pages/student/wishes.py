"""What a student may ask, on their page: opens the small panels and passes the answers on."""

from PySide6.QtCore import QObject, Signal

from klasgenoot.domain.contact import ContactId
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.one_panel import OnePanel
from klasgenoot.ui.pages.student.asking import PhotoPanel, RestrictPanel, ViewPanel
from klasgenoot.viewmodels.student import StudentViewModel


class Wishes(QObject):
    """What they say of their photo, that their data is only kept, and their own view.

    Args:
        look: how everything looks.
        view_model: of the student.
        panels: the one that is open.

    Signals:
        view_added: what they say stands beside a contact, whose id it is.
    """

    view_added = Signal(object)

    def __init__(self, look: Look, view_model: StudentViewModel, *, panels: OnePanel) -> None:
        super().__init__(panels)
        self._look = look
        self._view_model = view_model
        self._panels = panels

    def ask_about_photo(self) -> None:
        """Asks what the student says of their photo."""
        shown, student = self._view_model, self._view_model.student
        if student is None or not self._panels.is_free:
            return
        panel = PhotoPanel(
            self._look,
            self._panels.ground,
            name=student.name,
            before=shown.photo_told,
            today=shown.today,
        )
        panel.told.connect(
            lambda answer, day, by: self._panels.done(shown.tell_photo(answer, on=day, told_by=by))
        )
        self._panels.open(panel, panel.first)

    def ask_to_restrict(self) -> None:
        """Asks why the data is only to be kept."""
        student = self._view_model.student
        if student is None or not self._panels.is_free:
            return
        panel = RestrictPanel(self._look, self._panels.ground, name=student.name)
        panel.restrict_requested.connect(
            lambda reason: self._panels.done(self._view_model.restrict(reason))
        )
        self._panels.open(panel, panel.first)

    def ask_view(self, contact_id: ContactId | None = None) -> None:
        """Asks what the student says about a contact, or about all of it."""
        shown, student = self._view_model, self._view_model.student
        if student is None or not self._panels.is_free:
            return
        about = next((row.contact.text for row in shown.timeline if row.id == contact_id), "")
        panel = ViewPanel(self._look, self._panels.ground, name=student.name, about=about)
        panel.add_requested.connect(lambda text: self._add_view(text, contact_id))
        self._panels.open(panel, panel.first)

    def _add_view(self, text: str, contact_id: ContactId | None) -> None:
        is_done = self._view_model.add_view(text, contact_id=contact_id)
        self._panels.done(is_done)
        if is_done and contact_id is not None:
            self.view_added.emit(contact_id)
