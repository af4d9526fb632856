"""What is the room like? Its name, rows, seats in a row, aisles and from which side it is drawn."""

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from klasgenoot.domain.seating import MOST_COLUMNS, MOST_ROWS, Room
from klasgenoot.ui.kit.buttons import Button, icon_button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.chips import Choice, FilterChip
from klasgenoot.ui.kit.field import Field
from klasgenoot.ui.kit.flow import Flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.one_stop import OneStop
from klasgenoot.viewmodels.seating import SeatingViewModel

translate = QCoreApplication.translate

LONGEST_NAME = 40


class Stepper(QWidget):
    """How many of something: one less, the figure, one more.

    Signals:
        stepped: the figure that is wanted.
    """

    stepped = Signal(int)

    def __init__(self, look: Look, text: str, *, less: str, more: str, most: int) -> None:
        super().__init__()
        self._count, self._most = 1, most
        self._figure = Label(look, "", Text.BODY, lines=1)
        self._figure.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._figure.setFixedWidth(look.fonts.px(26))
        self.less = icon_button(look, "minus", less, size="small")
        self.more = icon_button(look, "plus", more, size="small")
        self.less.clicked.connect(lambda: self.stepped.emit(self._count - 1))
        self.more.clicked.connect(lambda: self.stepped.emit(self._count + 1))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(Label(look, text, Text.BODY), 1)
        for part in (self.less, self._figure, self.more):
            row.addWidget(part)

    def show_count(self, count: int) -> None:
        """Shows how many there are."""
        self._count = count
        self._figure.setText(str(count))
        self.less.setEnabled(count > 1)
        self.more.setEnabled(count < self._most)


class RoomCard(Card):
    """The room, to be changed."""

    def __init__(self, look: Look, view_model: SeatingViewModel) -> None:
        super().__init__(look, title=translate("Seating", "Room"))
        self._look = look
        self._view_model = view_model
        self._shown: Room | None = None
        self._name = Field(
            look,
            name=translate("Seating", "Name of the room"),
            placeholder=translate("Seating", "for example 3.14"),
        )
        self._name.setMaxLength(LONGEST_NAME)
        self._name.editingFinished.connect(self._on_name_editing_finished)
        self.rows = Stepper(
            look,
            translate("Seating", "Rows"),
            less=translate("Seating", "One row less, at the back"),
            more=translate("Seating", "One row more, at the back"),
            most=MOST_ROWS,
        )
        self.columns = Stepper(
            look,
            translate("Seating", "Seats in a row"),
            less=translate("Seating", "One seat less in each row"),
            more=translate("Seating", "One seat more in each row"),
            most=MOST_COLUMNS,
        )
        self.rows.stepped.connect(self._on_rows_stepped)
        self.columns.stepped.connect(self._on_columns_stepped)
        self._aisles = QWidget()
        self._aisle_row = Flow(gap=4, line_gap=4)
        self._aisles.setLayout(self._aisle_row)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._aisles.setSizePolicy(policy)
        self._aisles.setAccessibleName(translate("Seating", "Aisle after seat"))
        self._stop = OneStop(self._aisles)
        self.aisle_chips: list[FilterChip] = []
        self._aisle_words = Label(look, translate("Seating", "Aisle after seat"), Text.BODY)
        self._turn = turn = Button(
            look, translate("Seating", "Turn the room around"), icon="rotate-ccw"
        )
        turn.setToolTip(translate("Seating", "Draws the room as seen from the other side"))
        turn.clicked.connect(view_model.turn)
        self.body.setSpacing(10)
        for part in (
            self._name,
            self.rows,
            self.columns,
            self._aisle_words,
            self._aisles,
            self._turn,
        ):
            self.body.addWidget(part)

    def show_room(self, room: Room) -> None:
        """Shows the room as it is."""
        if room == self._shown:
            return
        is_other = self._shown is None or room.columns != self._shown.columns
        self._shown = room
        if not self._name.hasFocus() or not self._name.isModified():
            self._name.setText(room.name)
        self.rows.show_count(room.rows)
        self.columns.show_count(room.columns)
        if is_other:
            self._make_chips(room.columns)
        for number, chip in enumerate(self.aisle_chips, start=1):
            chip.setChecked(number in room.drawn_aisles)
        for part in (self._aisle_words, self._aisles):
            part.setVisible(room.columns > 1)

    def _make_chips(self, columns: int) -> None:
        for chip in self.aisle_chips:
            self._aisle_row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.aisle_chips = []
        for number in range(1, columns):
            chip = FilterChip(self._look, Choice(str(number), str(number)), parent=self._aisles)
            words = translate("Seating", "Aisle after seat {number}").format(number=number)
            chip.setAccessibleName(words)
            chip.clicked.connect(
                lambda on, number=number: self._view_model.set_aisle(number, there=on)
            )
            self._aisle_row.addWidget(chip)
            self.aisle_chips.append(chip)
        self._stop.set_stops(self.aisle_chips)
        before: QWidget = self.columns.more
        for each in (*self.aisle_chips, self._turn):  # what is made later would come last
            QWidget.setTabOrder(before, each)
            before = each
        self._aisles.updateGeometry()

    @Slot()
    def _on_name_editing_finished(self) -> None:
        self._name.setModified(False)
        self._view_model.rename(self._name.text())

    @Slot(int)
    def _on_rows_stepped(self, rows: int) -> None:
        room = self._view_model.room
        if room is not None:
            self._view_model.resize(rows=rows, columns=room.columns)

    @Slot(int)
    def _on_columns_stepped(self, columns: int) -> None:
        room = self._view_model.room
        if room is not None:
            self._view_model.resize(rows=room.rows, columns=columns)
