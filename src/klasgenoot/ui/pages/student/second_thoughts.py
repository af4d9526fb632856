"""What was changed afterwards, and what the student says: below a contact, or on its own."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.domain.rights import OwnView
from klasgenoot.ui.kit.buttons import Button, icon_button
from klasgenoot.ui.kit.card import Line
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.quote import Quote
from klasgenoot.viewmodels.words import short_date

translate = QCoreApplication.translate


class EarlierWords(QWidget):
    """What a contact said before it was changed, the last time plainly; the rest by a button.

    Signals:
        unfolded: the rest is shown, or no longer.
    """

    unfolded = Signal()

    def __init__(self, look: Look, lines: Sequence[str]) -> None:
        super().__init__()
        last, *older = lines
        self._lines = Label(look, "\n".join(older), Text.CAPTION, colour="text_3")
        self._lines.hide()
        words = translate("Student", "%n earlier change(s)", None, len(older))
        self._show = Button(look, words, kind="ghost", size="small", icon="rotate-ccw")
        self._show.clicked.connect(self._on_show_clicked)
        row = QHBoxLayout()
        row.addWidget(self._show)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addWidget(Label(look, last, Text.CAPTION, colour="text_3"))
        self._show.setVisible(bool(older))
        column.addLayout(row)
        column.addWidget(self._lines)

    @Slot()
    def _on_show_clicked(self) -> None:
        self._lines.setVisible(self._lines.isHidden())
        self.unfolded.emit()


class SaidView(QWidget):
    """What the student says, with the day and a way to take it away.

    Signals:
        remove_requested: its id.
    """

    remove_requested = Signal(object)

    def __init__(self, look: Look, view: OwnView, *, name: str) -> None:
        super().__init__()
        words = translate("Student", "{name} says, {day}").format(
            name=name, day=short_date(view.said_on)
        )
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(Label(look, words, Text.CAPTION, colour="text_2"), 1)
        remove = icon_button(look, "x", translate("Student", "Take this away"), size="small")
        remove.clicked.connect(lambda: self.remove_requested.emit(view.id))
        head.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(Quote(look, view.text))


class GeneralViews(QWidget):
    """What the student says about all that is kept; not there as long as they say nothing.

    Signals:
        remove_view_requested: the id of what they said.
    """

    remove_view_requested = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.hide()

    def set_views(self, views: Sequence[OwnView], *, name: str) -> None:
        """Shows what they say."""
        clear(self._column)
        self.setVisible(bool(views))
        if not views:
            return
        title = translate("Student", "What {name} says").format(name=name)
        self._column.addWidget(Line(self._look))
        self._column.addSpacing(8)
        self._column.addWidget(Label(self._look, title, Text.CARD))
        for view in views:
            said = SaidView(self._look, view, name=name)
            said.remove_requested.connect(self.remove_view_requested)
            self._column.addWidget(said)
