"""Step 3: every face and name before anything is stored, and what it changes."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from klasgenoot.domain.names import initials
from klasgenoot.domain.people import ClassId, Crop, PhotoId
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.chips import Choice, FilterChips
from klasgenoot.ui.kit.choice import Check, Dropdown
from klasgenoot.ui.kit.field import Ask
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.tile import TileStyle
from klasgenoot.ui.kit.tile_grid import TileGrid
from klasgenoot.viewmodels.importing import Entry, Fate, ImportViewModel
from klasgenoot.viewmodels.rows import Rows

translate = QCoreApplication.translate

NEW_CLASS = 0
SIDE = 320


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One student in the grid."""

    key: int
    name: str
    sentence: str
    photo: PhotoId | None
    crop: Crop | None
    initials: str


class ReviewStep(QWidget):
    """The class as it would be."""

    def __init__(self, look: Look, view_model: ImportViewModel) -> None:
        super().__init__()
        self._look = look
        self._view_model = view_model
        self._rows: Rows[ReviewRow] = Rows(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(40)
        row.addLayout(self._main(), 1)
        side = QWidget()
        side.setFixedWidth(look.fonts.px(SIDE))
        self._side = QVBoxLayout(side)
        self._side.setContentsMargins(0, 0, 0, 0)
        self._side.setSpacing(16)
        self._side.addWidget(self._class_card())
        self._extra = QVBoxLayout()
        self._extra.setSpacing(16)
        self._side.addLayout(self._extra)
        self._side.addStretch(1)
        row.addWidget(side)

    def show_review(self) -> None:
        """Shows the class as it stands now."""
        entries = self._view_model.entries
        counts = {fate: sum(entry.fate is fate for entry in entries) for fate in Fate}
        choices = [
            Choice("all", translate("ReviewStep", "All %n", None, len(entries))),
            Choice("added", translate("ReviewStep", "New %n", None, counts[Fate.ADDED])),
            Choice("changed", translate("ReviewStep", "Changed %n", None, counts[Fate.CHANGED])),
            Choice("same", translate("ReviewStep", "Unchanged %n", None, counts[Fate.SAME])),
            Choice(
                "no_photo",
                translate(
                    "ReviewStep", "No photo %n", None, sum(entry.photo is None for entry in entries)
                ),
            ),
        ]
        self._filters.set_choices(
            [c for c in choices if c.key == "all" or not c.text.endswith(" 0")]
        )
        self._show_rows()
        self._show_class()
        self._show_extra()

    def _main(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(14)
        column.addWidget(Label(self._look, self.tr("Is this your class?"), Text.TITLE_COMPACT))
        words = self.tr("Nothing has been stored yet. Undo takes the whole import back.")
        column.addWidget(Label(self._look, words, colour="text_2"))
        self._filters = FilterChips(self._look, [Choice("all", "")])
        self._filters.chosen.connect(self._on_filter_chosen)
        column.addWidget(self._filters)
        self._grid = TileGrid(self._look, style=TileStyle.CENTRED, most_columns=9)
        self._grid.setModel(self._rows)
        self._grid.setAccessibleName(self.tr("Students"))
        self._grid.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        column.addWidget(self._grid, 1)
        return column

    def _class_card(self) -> Card:
        card = Card(self._look, title=self.tr("Into which class?"))
        self._classes = Dropdown(self._look, name=self.tr("Into which class?"))
        self._classes.activated.connect(self._on_class_activated)
        self._name = Ask(self._look, self.tr("What is the class called?"))
        self._name.field.textChanged.connect(self._view_model.name_class)
        card.body.addWidget(self._classes)
        card.body.addWidget(self._name)
        return card

    def _show_class(self) -> None:
        view_model = self._view_model
        self._classes.clear()
        self._classes.addItem(self.tr("A new class"), NEW_CLASS)
        for known in view_model.classes:
            self._classes.addItem(known.name, int(known.id))
        self._classes.setCurrentIndex(self._classes.findData(int(view_model.class_id or NEW_CLASS)))
        self._classes.setVisible(bool(view_model.classes))
        self._name.setVisible(view_model.class_id is None)
        if self._name.field.text() != view_model.class_name:
            self._name.field.setText(view_model.class_name)
        self._name.set_trouble(view_model.trouble)

    def _show_extra(self) -> None:
        while (item := self._extra.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if self._view_model.missing:
            self._extra.addWidget(self._missing_card())
        if self._view_model.refused:
            card = Card(self._look, title=self.tr("Left out"), sunken=True)
            for sentence in self._view_model.refused[:8]:
                card.body.addWidget(Label(self._look, sentence, Text.SUPPORT, colour="text_2"))
            self._extra.addWidget(card)

    def _missing_card(self) -> Card:
        title = self.tr("Not in this list")
        card = Card(self._look, title=title, count=str(len(self._view_model.missing)))
        words = self.tr("They stay in the class. Tick who has left.")
        card.body.addWidget(Label(self._look, words, Text.SUPPORT, colour="text_2"))
        for student in self._view_model.missing:
            tick = Check(self._look, student.full_name)
            tick.setChecked(student.id in self._view_model.leaving)
            tick.toggled.connect(
                lambda leaves, who=student.id: self._view_model.tick(who, leaves=leaves)
            )
            card.body.addWidget(tick)
        return card

    def _show_rows(self) -> None:
        wanted = self._filters.current()
        shown = [
            entry
            for entry in self._view_model.entries
            if wanted in {"all", "", entry.fate.value}
            or (wanted == "no_photo" and entry.photo is None)
        ]
        self._rows.set_rows([self._row(entry) for entry in shown])

    def _row(self, entry: Entry) -> ReviewRow:
        student = entry.student
        letters = initials(given=student.name, family=student.family_name)
        if entry.photo is None:
            return ReviewRow(entry.key, student.full_name, student.full_name, None, None, letters)
        photo = PhotoId(str(entry.photo))
        crop = self._view_model.crop_of(entry.photo)
        return ReviewRow(entry.key, student.full_name, student.full_name, photo, crop, letters)

    @Slot(str)
    def _on_filter_chosen(self, _: str) -> None:
        self._show_rows()

    @Slot(int)
    def _on_class_activated(self, place: int) -> None:
        chosen = int(self._classes.itemData(place))
        self._view_model.choose_class(ClassId(chosen) if chosen else None)
