"""Step 3, at the side: which classes of the list come along, and what that does to each."""

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from klasgenoot.operations.proposing_classes import HANDFUL
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.choice import Check, Dropdown
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.viewmodels.import_classes import ClassLine
from klasgenoot.viewmodels.importing import ImportViewModel

translate = QCoreApplication.translate

INSET = 27
"""How far the words below a class stand in: under its name, past the box."""
TALLEST = 300
"""So tall are more classes than a handful; they scroll."""


class ClassesCard(Card):
    """The classes that the list names, each with a box to tick; hidden where there is but one."""

    def __init__(self, look: Look, view_model: ImportViewModel) -> None:
        super().__init__(look, title=translate("ClassesCard", "Which classes of the list?"))
        self._look = look
        self._view_model = view_model
        self._ticks: dict[str, Check] = {}
        self._told: dict[str, Label] = {}
        words = translate("ClassesCard", "What do they become?")
        self._how = Dropdown(look, name=words)
        self._how.addItem(translate("ClassesCard", "Each its own class"), 0)
        self._how.addItem(translate("ClassesCard", "All in one class"), 1)
        self._how.activated.connect(self._on_how_activated)
        self.body.addWidget(self._how)
        self.body.addLayout(self._made_buttons())
        self._few = QVBoxLayout()
        self._few.setSpacing(2)
        self.body.addLayout(self._few)
        holder = QWidget()
        self._many = QVBoxLayout(holder)
        self._many.setContentsMargins(0, 0, 0, 0)
        self._many.setSpacing(2)
        self._scroll = QScrollArea()
        self._scroll.setFixedHeight(look.fonts.px(TALLEST))
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(holder)
        holder.setAutoFillBackground(False)  # the card shows through
        self._scroll.viewport().setAutoFillBackground(False)
        self.body.addWidget(self._scroll)

    def show_classes(self) -> None:
        """Shows the classes of the list as they are ticked now."""
        lines = self._view_model.list_classes
        self.setVisible(len(lines) > 1)
        self._how.setCurrentIndex(int(self._view_model.is_together))
        if tuple(self._ticks) != tuple(line.name for line in lines):
            self._make_ticks(lines)
        for line in lines:
            tick = self._ticks[line.name]
            tick.blockSignals(True)
            tick.setChecked(line.is_taken)
            tick.blockSignals(False)
            self._told[line.name].setText(_words(line))

    def focus(self) -> None:
        """Puts the keyboard on the first class."""
        for tick in self._ticks.values():
            tick.setFocus(Qt.FocusReason.OtherFocusReason)
            return

    def _made_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        every = Button(self._look, translate("ClassesCard", "All"), kind="ghost")
        none = Button(self._look, translate("ClassesCard", "None"), kind="ghost")
        every.clicked.connect(self._on_all_clicked)
        none.clicked.connect(lambda: self._view_model.take_classes(()))
        row.addWidget(every)
        row.addWidget(none)
        row.addStretch(1)
        return row

    def _make_ticks(self, lines: tuple[ClassLine, ...]) -> None:
        clear(self._few)
        clear(self._many)
        column = self._few if len(lines) <= HANDFUL else self._many
        self._scroll.setVisible(column is self._many)
        self._ticks, self._told = {}, {}
        for line in lines:
            tick = Check(self._look, line.name)
            tick.toggled.connect(
                lambda taken, name=line.name: self._view_model.take_class(name, is_taken=taken)
            )
            told = Label(self._look, "", Text.SUPPORT, colour="text_2")
            inset = QWidget()
            beside = QHBoxLayout(inset)
            beside.setContentsMargins(self._look.fonts.px(INSET), 0, 0, 6)
            beside.addWidget(told)
            column.addWidget(tick)
            column.addWidget(inset)
            self._ticks[line.name], self._told[line.name] = tick, told
            tick.show()  # now, so that it can have the keyboard at once
            inset.show()

    @Slot()
    def _on_all_clicked(self) -> None:
        self._view_model.take_classes([line.name for line in self._view_model.list_classes])

    @Slot(int)
    def _on_how_activated(self, place: int) -> None:
        self._view_model.take_together(is_together=bool(place))


def _words(line: ClassLine) -> str:
    """What taking a class in does."""
    if line.added is None:
        return translate("ClassesCard", "%n student(s)", None, line.count)
    if line.is_new:
        words = translate("ClassesCard", "new class, %n student(s)", None, line.count)
        parts = [words]
        known = line.count - line.added
        if known > 0:
            parts.append(translate("ClassesCard", "%n you know already", None, known))
    else:
        parts = [translate("ClassesCard", "%n student(s)", None, line.count)]
        if line.added:
            parts.append(translate("ClassesCard", "%n new", None, line.added))
    if line.changed:
        parts.append(translate("ClassesCard", "%n changed", None, line.changed))
    if line.missing:
        parts.append(translate("ClassesCard", "%n not in the list", None, line.missing))
    return ", ".join(parts)
