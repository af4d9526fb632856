"""All keys on one card, printed from the same table that the keys come from."""

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.keys import KeyBadge
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.panel import Panel
from klasgenoot.ui.shell.actions import ACTIONS
from klasgenoot.viewmodels.translation import to_translate

translate = QCoreApplication.translate

ELSEWHERE = (
    ("Ctrl 1 … 9", to_translate("KeyList", "Choose a class")),
    ("Alt ←", to_translate("KeyList", "Back to the page you came from")),
    ("Enter", to_translate("KeyList", "Open what is selected; in practice: check, next")),
    ("Ctrl /", to_translate("KeyList", "Practice: a hint")),
    ("Ctrl Enter", to_translate("KeyList", "Practice: I do not know; log: save")),
    ("1", to_translate("KeyList", "Practice: I guessed")),
    ("Tab", to_translate("KeyList", "Log: take the suggestion")),
    ("Esc", to_translate("KeyList", "Close; what you wrote is kept")),
)
"""Keys that belong to a page and not to the window."""


class AllInSight(QScrollArea):
    """Asks for the room that all of it needs."""

    def sizeHint(self) -> QSize:
        content = self.widget()
        return content.sizeHint() if content else super().sizeHint()


class KeyList(Panel):
    """The panel with all keys."""

    def __init__(self, look: Look, *, window: QWidget) -> None:
        super().__init__(
            look, window, title=self.tr("All keys"), close_name=self.tr("Close"), width=640
        )
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        shown = [(action.shown_keys, action.words) for action in ACTIONS if action.shown_keys]
        shown += [(keys, translate("KeyList", text)) for keys, text in ELSEWHERE]
        half = (len(shown) + 1) // 2
        for number, (keys, words) in enumerate(shown):
            row, column = number % half, 2 * (number // half)
            grid.addWidget(KeyBadge(look, keys), row, column)
            grid.addWidget(Label(look, words, Text.SUPPORT), row, column + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        scroll = AllInSight()  # at 200 % in a small window it scrolls
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        self.body.addWidget(scroll)
