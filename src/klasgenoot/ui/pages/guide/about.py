"""Where do the recommendations come from? The study, how it was done, and where it ends."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from klasgenoot.domain.guide import About
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.columns import Columns
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look


class AboutStudy(QWidget):
    """The study behind the guide, with its limits and sources."""

    def __init__(self, look: Look, about: About, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        for title, text in (
            (self.tr("The study"), about.study),
            (self.tr("How it was done"), about.method),
            (self.tr("What was found"), about.found),
            (self.tr("Where it ends"), about.limits),
        ):
            column.addWidget(Label(look, title, Text.CARD))
            column.addWidget(Label(look, text, colour="text_2"))
            column.addSpacing(16)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Columns(look, words, self._sources(about)))

    def _sources(self, about: About) -> Card:
        card = Card(self._look, title=self.tr("Sources"), sunken=True)
        for source in (about.citation, *about.sources):
            card.body.addWidget(Label(self._look, source, Text.SUPPORT, colour="text_2"))
        return card
