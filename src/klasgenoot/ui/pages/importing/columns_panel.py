"""Step 2, left: what does each column hold? The first rows of the list under a choice per column."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from klasgenoot.domain.columns import Field
from klasgenoot.ui.kit.card import Card, Line
from klasgenoot.ui.kit.choice import Dropdown
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.viewmodels.importing import ImportViewModel

translate = QCoreApplication.translate


def field_words() -> dict[Field, str]:
    """What each field is called on screen."""
    return {
        Field.GIVEN_NAME: translate("Fields", "first name"),
        Field.CALL_NAME: translate("Fields", "call name"),
        Field.INFIX: translate("Fields", "infix"),
        Field.FAMILY_NAME: translate("Fields", "family name"),
        Field.WHOLE_NAME: translate("Fields", "whole name"),
        Field.STUDENT_NUMBER: translate("Fields", "student number"),
        Field.EMAIL: translate("Fields", "e-mail"),
        Field.LOGIN: translate("Fields", "login, for photos only"),
        Field.CLASS: translate("Fields", "class"),
        Field.ROLE: translate("Fields", "role, to leave staff out"),
        Field.SKIP: translate("Fields", "leave out"),
    }


class ColumnsPanel(QWidget):
    """The list as the app reads it."""

    def __init__(self, look: Look, view_model: ImportViewModel) -> None:
        super().__init__()
        self._look = look
        self._view_model = view_model
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self._said = Label(look, "", colour="text_2")
        self._column.addWidget(Label(look, self.tr("What is in each column?"), Text.TITLE_COMPACT))
        self._column.addWidget(self._said)
        self._card: Card | None = None
        note = Card(look, sunken=True)
        words = self.tr(
            "A student number only matches lists and photos. Leave it out if you do not need it."
        )
        note.body.addWidget(Label(look, words, Text.SUPPORT, colour="text_2"))
        self._column.addWidget(note)
        self._column.addStretch(1)

    def show_columns(self) -> None:
        """Shows the list as it is read now."""
        view_model = self._view_model
        table = view_model.found.table if view_model.found else None
        known = sum(field is not Field.SKIP for field in view_model.fields)
        said = self.tr("{file}: {rows} rows, {known} of {columns} columns recognised.")
        if table is not None:
            self._said.setText(
                said.format(
                    file=table.source,
                    rows=len(table.rows),
                    known=known,
                    columns=len(view_model.fields),
                )
            )
        if self._card is not None:
            self._column.removeWidget(self._card)
            self._card.deleteLater()
        self._card = self._made_card()
        self._column.insertWidget(2, self._card)

    def _made_card(self) -> Card:
        card = Card(self._look)
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 4)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        words = field_words()
        for column, header in enumerate(self._view_model.header):
            name = header or self.tr("Column {number}").format(number=column + 1)
            grid.addWidget(
                Label(self._look, name, Text.SUPPORT, colour="text_2", lines=1), 0, column
            )
            grid.addWidget(self._choice(column, words, name), 1, column)
        grid.addWidget(Line(self._look), 2, 0, 1, -1)
        for number, row in enumerate(self._view_model.sample):
            for column, cell in enumerate(row):
                skipped = self._view_model.fields[column] is Field.SKIP
                cell_label = Label(
                    self._look,
                    cell or "–",
                    Text.SUPPORT,
                    colour="text_3" if skipped else "text",
                    lines=1,
                )
                cell_label.setContentsMargins(10, 0, 4, 0)
                grid.addWidget(cell_label, 3 + number, column)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(holder)
        scroll.setFixedHeight(holder.sizeHint().height() + 12)
        card.body.addWidget(scroll)
        return card

    def _choice(self, column: int, words: dict[Field, str], name: str) -> Dropdown:
        choice = Dropdown(self._look, name=name)
        for field, text in words.items():
            choice.addItem(text, field.value)
        choice.setCurrentIndex(choice.findData(self._view_model.fields[column].value))
        choice.activated.connect(
            lambda place, at=column, box=choice: self._view_model.set_field(
                at, Field(box.itemData(place))
            )
        )
        return choice
