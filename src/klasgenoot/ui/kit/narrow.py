"""What is read line by line is not wider than a page of a book: a column with a widest width."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.ui.kit.look import Look

GAP = 16


class Narrow(QWidget):
    """A column of cards that is never wider than `widest` pixels at text scale 1.

    The column stands in a row: only a row asks it how high it is at the width that it will have. A
    column asks at the width that it could give, and texts that wrap would get too little room.

    Attributes:
        cards: where the cards go.
    """

    def __init__(self, look: Look, *, widest: int) -> None:
        super().__init__()
        column = QWidget()
        column.setMaximumWidth(look.fonts.px(widest))
        self.cards = QVBoxLayout(column)
        self.cards.setContentsMargins(0, 0, 0, 0)
        self.cards.setSpacing(GAP)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(column, 1)
        row.addStretch(0)
