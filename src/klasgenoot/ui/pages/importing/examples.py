"""Step 2, below the columns: two students as they would be in the app, to see that all is right."""

from PySide6.QtCore import QSize, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.faces import face_of
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import Portrait
from klasgenoot.viewmodels.import_entries import Entry
from klasgenoot.viewmodels.importing import ImportViewModel

SHOWN = 2
PHOTO = QSize(64, 80)


class Examples(QWidget):
    """The first students with a photo and an infix, which shows most."""

    def __init__(self, look: Look, view_model: ImportViewModel) -> None:
        super().__init__()
        self._look = look
        self._view_model = view_model
        self._shown: list[tuple[Entry, str]] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(10)
        column.addWidget(Label(look, self.tr("So it will be in the app"), Text.CARD))
        self._row = QHBoxLayout()
        self._row.setSpacing(12)
        column.addLayout(self._row)
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._on_time_to_show)

    def show_soon(self) -> None:
        """Shows them as they would be now, at the next turn: all are thought over for it."""
        self._soon.start()

    @Slot()
    def _on_time_to_show(self) -> None:
        entries = sorted(self._view_model.entries, key=_tells_little)[:SHOWN]
        shown = [(entry, self._view_model.rows[entry.row].coach) for entry in entries]
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._row)
        self.setVisible(bool(shown))
        for entry, coach in shown:
            self._row.addWidget(self._card(entry, coach), 1)

    def _card(self, entry: Entry, coach: str) -> Card:
        look, student = self._look, entry.student
        card = Card(look)
        row = QHBoxLayout()
        row.setSpacing(14)
        face = face_of(entry)
        row.addWidget(Portrait(look, face, name=student.full_name, size=PHOTO))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(Label(look, student.name, Text.CARD))
        words.addWidget(Label(look, student.full_name, colour="text_2"))
        letter = (student.family_name or student.name)[:1].upper()
        sorted_at = self.tr("sorted under {letter}").format(letter=letter)
        if coach:
            coached = self.tr("study coach {name}").format(name=coach)
            sorted_at += f" \N{MIDDLE DOT} {coached}"
        words.addWidget(Label(look, sorted_at, Text.SUPPORT, colour="text_2"))
        words.addStretch(1)
        row.addLayout(words, 1)
        card.body.addLayout(row)
        return card


def _tells_little(entry: Entry) -> bool:
    return entry.photo is None or not entry.student.infix
