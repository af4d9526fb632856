"""Step 2, left: what does each column hold? The first rows of the list below a choice for each."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from klasgenoot.domain.columns import Field, Table, field_of
from klasgenoot.domain.stacking import CLASS_HEADER
from klasgenoot.ui.kit.card import Card, Line
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import IconLabel, Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.typeset import Run
from klasgenoot.ui.pages.importing.choices import NOTHING, FieldChoice, field_words
from klasgenoot.ui.pages.importing.examples import Examples
from klasgenoot.viewmodels.importing import ImportViewModel

translate = QCoreApplication.translate

ROW, INSET = 36, 10
CARD_PADDING = (20, 16, 20, 6)
MOST_AS_LISTED = 8
"""So many columns are in sight at once, also in a small window."""


class ColumnsPanel(QWidget):
    """The list as the app reads it."""

    def __init__(self, look: Look, view_model: ImportViewModel) -> None:
        super().__init__()
        self._look = look
        self._view_model = view_model
        self._choices: list[FieldChoice] = []
        self._order: tuple[int, ...] = ()
        self._shown: tuple[Table, tuple[Field, ...]] | None = None
        self.least_width = 0
        """In pixels: narrower, some columns would be out of sight."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        head = QVBoxLayout()
        head.setSpacing(2)
        self._said = Label(look, "", colour="text_2")
        head.addWidget(Label(look, self.tr("What is in each column?"), Text.TITLE_COMPACT))
        head.addWidget(self._said)
        self._column.addLayout(head)
        self._card = Card(look)
        self._card.layout().setContentsMargins(*CARD_PADDING)  # type: ignore[union-attr]  # it has one
        self._column.addWidget(self._card)
        self._note = Label(look, "", Text.SUPPORT, colour="text_2")
        self._column.addWidget(self._promise())
        self._examples = Examples(look, view_model)
        self._column.addWidget(self._examples)
        self._column.addStretch(1)

    def show_columns(self) -> None:
        """Shows the list as it is read now."""
        table = self._view_model.found.table if self._view_model.found else None
        self.setVisible(table is not None)
        if table is None:
            return
        focused = next((place for place, c in enumerate(self._choices) if c.hasFocus()), None)
        fields = self._view_model.fields
        known = sum(field is not Field.SKIP for field in fields)
        rows = translate("ColumnsPanel", "%n row(s)", None, len(table.rows))
        columns = translate(
            "ColumnsPanel", "{known} of %n column(s) recognised.", None, len(fields)
        )
        file = table.source.rsplit("/", 1)[-1]
        told = f"{file}, {rows}. {columns.format(known=known)}"
        self._said.setText(" ".join((told, *self._view_model.remarks)))
        if (table, fields) != self._shown:
            if self._shown is None or self._shown[0] != table:
                self._order = _order_of(fields)
            self._shown = table, fields
            self._show_card()
            self._show_note()
        if focused is not None:
            self._choices[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_examples(self) -> None:
        """Shows some students as they would be now, in a turn of their own."""
        self._examples.show_soon()

    def _promise(self) -> Card:
        card = Card(self._look, sunken=True)
        row = QHBoxLayout()
        row.setSpacing(12)
        icon = IconLabel(self._look, "shield-check", colour="accent_text", size=18)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._note, 1)
        card.body.addLayout(row)
        return card

    def _show_note(self) -> None:
        never = self.tr("Date of birth, address and marks are never taken in.")
        if Field.STUDENT_NUMBER not in self._view_model.fields:
            self._note.set_runs(Run(never))
            return
        strong = self.tr("The student number is only a key.")
        why = self.tr("It matches lists and photos, and can be left out.")
        self._note.set_runs(Run(strong, QFont.Weight.DemiBold, "text"), Run(f" {why} {never}"))

    def _show_card(self) -> None:
        """Puts a new table in the card; the old one goes when Qt is done with it."""
        clear(self._card.body)
        table = self._made_table()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(table)
        table.setAutoFillBackground(False)  # the card shows through
        scroll.viewport().setAutoFillBackground(False)
        bar = scroll.horizontalScrollBar().sizeHint().height()
        left, _, right, _ = CARD_PADDING
        self.least_width = table.minimumSizeHint().width() + left + right
        scroll.setFixedHeight(table.sizeHint().height() + bar)
        self._card.body.addWidget(scroll)
        scroll.show()  # now, so that a choice in it can have the keyboard at once

    def _made_table(self) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(0)
        choices: dict[int, FieldChoice] = {}
        for place, column in enumerate(self._order):
            header = self._view_model.header[column]
            name = self._name_of(header) or self.tr("Column {number}").format(number=column + 1)
            label = Label(self._look, name, Text.SUPPORT, colour="text_2", lines=1)
            grid.addWidget(label, 0, place)
            choice = FieldChoice(self._look, name=name, field=self._view_model.fields[column])
            choice.activated.connect(lambda place, at=column: self._choose(at, place))
            choices[column] = choice
            grid.addWidget(choice, 2, place)
        self._choices = [choices[column] for column in range(len(choices))]
        grid.setRowMinimumHeight(1, 4)
        grid.setRowMinimumHeight(3, 8)
        for number, row in enumerate(self._view_model.sample):
            grid.addWidget(Line(self._look), 4 + 2 * number, 0, 1, -1)
            self._add_row(grid, 5 + 2 * number, row)
        return holder

    def _name_of(self, header: str) -> str:
        """A column as its list calls it; in our words where it is none of the list."""
        table = self._view_model.found.table if self._view_model.found else None
        is_ours = table is not None and (table.is_everything or not any(table.lines))
        if not is_ours and header != CLASS_HEADER:
            return header
        return field_words()[field_of(header)]

    def _add_row(self, grid: QGridLayout, place: int, row: tuple[str, ...]) -> None:
        grid.setRowMinimumHeight(place, self._look.fonts.px(ROW))
        for at, column in enumerate(self._order):
            cell = row[column]
            is_left_out = self._view_model.fields[column] is Field.SKIP
            quiet = is_left_out or not cell
            label = Label(
                self._look,
                cell or NOTHING,
                Text.SUPPORT,
                colour="text_3" if quiet else "text",
                lines=1,
            )
            inset = QHBoxLayout()
            inset.setContentsMargins(INSET, 0, 0, 0)
            inset.addWidget(label)
            grid.addLayout(inset, place, at)

    def _choose(self, column: int, place: int) -> None:
        field = Field(self._choices[column].itemData(place))
        if field is not self._view_model.fields[column]:
            self._view_model.set_field(column, field)


def _order_of(fields: Sequence[Field]) -> tuple[int, ...]:
    """The columns from left to right: as in the list; of very many those that count come first.

    A list of marks has dozens of columns, and the e-mail address may be the last of them.
    """
    places = range(len(fields))
    if len(fields) <= MOST_AS_LISTED:
        return tuple(places)
    return tuple(sorted(places, key=lambda place: fields[place] is Field.SKIP))
