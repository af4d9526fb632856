"""What is asked before something is done? A small panel: a sentence, fields, and one deed."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.panel import Panel
from klasgenoot.ui.kit.said_line import SaidLine

translate = QCoreApplication.translate

WIDTH = 480


class AskingPanel(Panel):
    """A panel with a sentence, fields and one deed. Ctrl Enter does it, Esc leaves it."""

    def __init__(self, look: Look, window: QWidget, *, title: str, sentence: str) -> None:
        super().__init__(
            look, window, title=title, close_name=translate("AskingPanel", "Close"), width=WIDTH
        )
        self.body.addWidget(Label(look, sentence, colour="text_2"))
        self._trouble = SaidLine(look, text=Text.SUPPORT, colour="brick_text")

    def set_trouble(self, sentence: str) -> None:
        """Says why it was not done."""
        self._trouble.say(sentence)
        self.refit()

    def finish(self, words: str, do_it: Callable[[], None]) -> None:
        """The last row: what is done, and the way out."""
        do = Button(self._look, words, kind="primary", keys="Ctrl Enter")
        do.clicked.connect(do_it)
        leave = Button(self._look, translate("AskingPanel", "Cancel"), kind="ghost", keys="Esc")
        leave.clicked.connect(self.close_panel)
        self.body.addWidget(self._trouble)
        self.body.addLayout(flow(do, leave))
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self, context=inside)
            shortcut.activated.connect(do_it)
