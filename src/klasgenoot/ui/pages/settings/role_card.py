"""What are you to these students? It decides on fields, and on how long things are kept."""

from PySide6.QtCore import QCoreApplication, QTimer, Slot

from klasgenoot.domain.settings import Role
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.chips import Choice
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.one_stop import go_to
from klasgenoot.ui.kit.segmented import Segmented
from klasgenoot.viewmodels.settings import SettingsViewModel

translate = QCoreApplication.translate


class RoleCard(Card):
    """Subject teacher or study coach."""

    def __init__(self, look: Look, view_model: SettingsViewModel) -> None:
        super().__init__(look, title=translate("Role", "Your role"))
        self._view_model = view_model
        self._roles = Segmented(
            look,
            (
                Choice(Role.SUBJECT_TEACHER.value, translate("Role", "Subject teacher")),
                Choice(Role.STUDY_COACH.value, translate("Role", "Study coach")),
            ),
            name=translate("Role", "Your role"),
        )
        self._roles.chosen.connect(self._on_role_chosen)
        self._words = Label(look, "", colour="text_2")
        self.body.addWidget(self._roles)
        self.body.addWidget(self._words)
        self.refresh()

    def take_focus(self) -> None:
        """Puts the keyboard on the role, once it is known where that stands."""
        QTimer.singleShot(0, self, lambda: go_to(self._roles.chosen_segment))

    def refresh(self) -> None:
        """Shows what is set, and what it does."""
        role = self._view_model.settings.role
        self._roles.choose(role.value)
        self._words.setText(
            {
                Role.SUBJECT_TEACHER: translate(
                    "Role",
                    "Fewer fields, and contacts, promises, notes on the group and transfers stay"
                    " for three months after the class ends. You can set each term below.",
                ),
                Role.STUDY_COACH: translate(
                    "Role",
                    "Also what you have in common and what the bond asks for, and contacts,"
                    " promises, notes on the group and transfers stay for a year after the class"
                    " ends. You can set each term below.",
                ),
            }[role]
        )

    @Slot(str)
    def _on_role_chosen(self, key: str) -> None:
        self._view_model.be(Role(key))
