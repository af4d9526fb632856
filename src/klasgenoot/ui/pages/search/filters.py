"""What is looked through? Chips for the kind of text, how far back, and the class."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from klasgenoot.ui.kit.chips import Choice, FilterChips
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.one_of import OneOrNone

translate = QCoreApplication.translate

GAP, BETWEEN, BELOW = 8, 28, 8
IN_CLASS = "class"


class SearchFilters(QWidget):
    """The kinds at the left and the rest at the right, or below them where there is no room.

    Args:
        look: how everything looks.
        kinds: what can be looked through, in words.
        periods: how far back, in words.
        parent: the widget it is on.

    Signals:
        kind_chosen: the key of a kind.
        period_chosen: the key of a period; empty for always.
        class_chosen: whether only the current class counts.
    """

    kind_chosen = Signal(str)
    period_chosen = Signal(str)
    class_chosen = Signal(bool)

    def __init__(
        self,
        look: Look,
        *,
        kinds: Mapping[str, str],
        periods: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._kinds = FilterChips(look, [Choice(key, words) for key, words in kinds.items()])
        self._kinds.setAccessibleName(translate("Search", "What is looked through"))
        self._kinds.chosen.connect(self.kind_chosen)
        self._periods = OneOrNone(
            look,
            [Choice(key, words) for key, words in periods.items()],
            name=translate("Search", "How far back"),
        )
        self._periods.picked.connect(self.period_chosen)
        self._class: OneOrNone | None = None
        self._class_words = ""
        self._rest = QWidget()
        row = QHBoxLayout(self._rest)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self._periods)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._kinds, 1)
        self._row.addWidget(self._rest, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    def choose(self, *, kind: str, period: str, only_class: bool) -> None:
        """Show what is chosen."""
        self._kinds.choose(kind)
        self._periods.choose(period)
        if self._class is not None:
            self._class.choose(IN_CLASS if only_class else "")

    def offer_class(self, words: str) -> None:
        """Offer to look through one class alone; empty words for none."""
        if words == self._class_words:
            return
        self._class_words = words
        if self._class is not None:
            self._class.hide()
            self._class.deleteLater()
            self._class = None
        if words:
            name = translate("Search", "In which class")
            self._class = OneOrNone(self._look, [Choice(IN_CLASS, words)], name=name)
            self._class.picked.connect(lambda key: self.class_chosen.emit(bool(key)))
            layout = self._rest.layout()
            if layout is not None:
                layout.addWidget(self._class)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put the rest beside the kinds where all of it fits in one row."""
        wanted = self._kinds.sizeHint().width() + BETWEEN + self._rest.sizeHint().width()
        fits = wanted <= self.width()
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(beside if fits else below)
        self._row.setSpacing(BETWEEN if fits else BELOW)
