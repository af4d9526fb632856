"""Which sentences are on the number keys of the quick log? The teacher's own, one on a line."""

from PySide6.QtCore import QCoreApplication, QTimer, Slot
from PySide6.QtGui import QTextCursor

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.field import TextBox
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.one_stop import go_to
from klasgenoot.viewmodels.settings import SettingsViewModel

translate = QCoreApplication.translate

FEWEST, MOST = 5, 9
ABOVE_THE_BAR = 80


class LogCard(Card):
    """The sentences for the log; kept when the box is left."""

    def __init__(self, look: Look, view_model: SettingsViewModel) -> None:
        super().__init__(look, title=translate("LogCard", "Sentences for the log"))
        self._view_model = view_model
        words = translate(
            "LogCard",
            "One on a line; the first is on key 1, with Alt. Where one ends in \u2026"
            " you go on typing.",
        )
        self.body.addWidget(Label(look, words, colour="text_2"))
        self._box = TextBox(
            look,
            name=translate("LogCard", "Sentences for the log"),
            least_lines=FEWEST,
            most_lines=MOST,
        )
        self._box.left.connect(self._on_left)
        self.body.addWidget(self._box)
        first = Button(look, translate("LogCard", "Back to the first five"), size="small")
        first.clicked.connect(self._on_first_wanted)
        self.body.addLayout(flow(first))
        self.refresh()

    def refresh(self) -> None:
        """Shows the sentences as they are kept."""
        shown = "\n".join(self._view_model.log_templates)
        if self._box.toPlainText() != shown:
            self._box.setPlainText(shown)

    def take_focus(self) -> None:
        """Puts the cursor behind the last sentence, once it is known where that is."""
        self._box.moveCursor(QTextCursor.MoveOperation.End)
        QTimer.singleShot(0, self, lambda: go_to(self._box, margin=ABOVE_THE_BAR))

    def take(self) -> None:
        """Keeps what is being typed."""
        self._box.clearFocus()

    @Slot()
    def _on_left(self) -> None:
        self._view_model.write_templates(self._box.toPlainText())
        self.refresh()

    @Slot()
    def _on_first_wanted(self) -> None:
        self._view_model.write_templates("")
        self.refresh()
