"""Step 3: every face and name before anything is stored, and what it changes."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Slot
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from klasgenoot.domain.people import ClassId
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.chips import Choice, FilterChips
from klasgenoot.ui.kit.choice import Dropdown
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.field import Ask
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.one_panel import OnePanel
from klasgenoot.ui.pages.importing.classes_card import ClassesCard
from klasgenoot.ui.pages.importing.mend_panel import MendPanel
from klasgenoot.ui.pages.importing.panels import Panels
from klasgenoot.ui.pages.importing.review_cards import (
    changed_card,
    missing_cards,
    refused_card,
    remarks_card,
)
from klasgenoot.ui.pages.importing.review_grid import ReviewGrid
from klasgenoot.viewmodels.import_entries import Entry, Fate
from klasgenoot.viewmodels.importing import ImportViewModel
from klasgenoot.viewmodels.rows import Rows

translate = QCoreApplication.translate

NEW_CLASS = 0
SIDE, LEAST_GRID = 300, 240
ALL, NO_PHOTO = "all", "no_photo"


class ReviewStep(QWidget):
    """The class as it would be."""

    def __init__(self, look: Look, view_model: ImportViewModel) -> None:
        super().__init__()
        self._look = look
        self._view_model = view_model
        self._rows: Rows[Entry] = Rows(self)
        self._entries: tuple[Entry, ...] = ()
        self._is_update = self._has_photos = False
        self._panel = OnePanel(self)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self._list_classes = ClassesCard(look, view_model)
        column.addWidget(self._list_classes)
        self._class_part = self._class_card()
        column.addWidget(self._class_part)
        self._extra = QVBoxLayout()
        self._extra.setSpacing(16)
        column.addLayout(self._extra)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Panels(look, self._main(), side, share=0.24, least=SIDE))

    def show_review(self) -> None:
        """Shows the class as it stands now."""
        self._entries = self._view_model.entries
        self._has_photos = any(entry.photo is not None for entry in self._entries)
        lines = self._view_model.list_classes
        known = any(line.added is not None and not line.is_new for line in lines)
        self._is_update = known if self._view_model.is_each else bool(self._view_model.class_id)
        choices = self._choices()
        self._filters.set_choices(choices)
        self._filters.setVisible(len(choices) > 1)
        self._show_rows()
        self._show_class()
        self._show_extra()

    def focus(self) -> None:
        """Puts the keyboard on the name of a new class, all of it chosen; else on the classes."""
        if self._view_model.is_each or self._view_model.is_to_choose:
            self._list_classes.focus()
        elif self._view_model.class_id is None:
            self._name.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self._name.field.selectAll()
        else:
            self._classes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _main(self) -> QWidget:
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        head = QVBoxLayout()
        head.setSpacing(2)
        self._asked = Label(self._look, "", Text.TITLE_COMPACT)
        head.addWidget(self._asked)
        words = self.tr(
            "Nothing has been stored yet. Undo takes the whole import back."
            " Somebody who does not belong here? Click them, or press Delete."
            " A name that is not right? The pencil, or F2."
        )
        head.addWidget(Label(self._look, words, colour="text_2"))
        column.addLayout(head)
        self._filters = FilterChips(self._look)
        self._filters.chosen.connect(self._on_filter_chosen)
        column.addWidget(self._filters)
        self._grid = ReviewGrid(self._look, line_of=self._line_of)
        self._grid.setModel(self._rows)
        self._grid.toggled.connect(self._on_student_toggled)
        self._grid.mend_wanted.connect(self._on_mend_wanted)
        self._grid.menu_wanted.connect(self._on_menu_wanted)
        self._grid.taken_back.connect(self._view_model.take_back)
        self._grid.setAccessibleName(self.tr("Students"))
        self._grid.setMinimumHeight(self._look.fonts.px(LEAST_GRID))
        column.addWidget(self._grid, 1)
        return main

    def _class_card(self) -> Card:
        card = Card(self._look, title=self.tr("Into which class?"))
        self._classes = Dropdown(self._look, name=self.tr("Into which class?"))
        self._classes.activated.connect(self._on_class_activated)
        self._name = Ask(self._look, self.tr("What is the class called?"))
        self._name.field.textEdited.connect(self._view_model.name_class)
        card.body.addWidget(self._classes)
        card.body.addWidget(self._name)
        return card

    def _choices(self) -> list[Choice]:
        """The filters that show some of the students; always all of them."""
        fates = {fate: sum(entry.fate is fate for entry in self._entries) for fate in Fate}
        added, changed, same = fates[Fate.ADDED], fates[Fate.CHANGED], fates[Fate.SAME]
        without = sum(entry.photo is None for entry in self._entries)
        everybody = len(self._entries)
        parts = (
            (Fate.ADDED.value, added, translate("ReviewStep", "New %n", None, added)),
            (Fate.CHANGED.value, changed, translate("ReviewStep", "Changed %n", None, changed)),
            (Fate.SAME.value, same, translate("ReviewStep", "Unchanged %n", None, same)),
            (NO_PHOTO, without, translate("ReviewStep", "Without photo %n", None, without)),
        )
        return [
            Choice(ALL, translate("ReviewStep", "All %n", None, everybody)),
            *(Choice(key, text) for key, count, text in parts if 0 < count < everybody),
        ]

    def _line_of(self, entry: Entry) -> str:
        """What happens to somebody; that there is no photo only where others have one."""
        if entry.is_left_out:
            return self.tr("left out")
        told = []
        if entry.fate is Fate.CHANGED:
            told.append(self.tr("changed"))
        elif entry.fate is Fate.ADDED and self._is_update:
            told.append(self.tr("new"))
        if entry.listed_as:
            told.append(self.tr("name mended"))
        if entry.photo is None and self._has_photos:
            told.append(self.tr("no photo"))
        told += entry.classes  # last: of many classes the end is cut off, and nothing else
        return ", ".join(told)

    def _show_class(self) -> None:
        view_model = self._view_model
        self._list_classes.show_classes()
        one = self.tr("Is this your class?")
        several = self.tr("Are these your classes?")
        if view_model.is_to_choose:
            several = self.tr("Which of these classes are yours?")
        is_one = not (view_model.is_each or view_model.is_to_choose)
        self._asked.setText(one if is_one else several)
        self._class_part.setVisible(is_one)
        self._classes.clear()
        self._classes.addItem(self.tr("A new class"), NEW_CLASS)
        for known in view_model.classes:
            self._classes.addItem(known.name, int(known.id))
        self._classes.setCurrentIndex(self._classes.findData(int(view_model.class_id or NEW_CLASS)))
        self._classes.setVisible(bool(view_model.classes))
        self._name.setVisible(view_model.class_id is None)
        if self._name.field.text() != view_model.class_name:
            self._name.field.setText(view_model.class_name)
        self._name.set_trouble(view_model.name_trouble)
        if view_model.name_trouble:
            self._name.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_extra(self) -> None:
        clear(self._extra)
        for card in (
            *missing_cards(self._look, self._view_model),  # the one that asks something
            changed_card(self._look, self._entries),
            remarks_card(self._look, self._view_model),
            refused_card(self._look, self._view_model),
        ):
            if card is not None:
                self._extra.addWidget(card)

    def _show_rows(self) -> None:
        """Shows those who are wanted; the keyboard stays on the student it was on."""
        wanted = self._filters.current() or ALL
        out = self._view_model.left_out
        at: Entry | None = self._grid.currentIndex().data(Qt.ItemDataRole.UserRole)
        self._rows.set_rows(
            [
                replace(entry, is_left_out=entry.row in out)
                for entry in self._entries
                if wanted in {ALL, entry.fate.value} or (wanted == NO_PHOTO and not entry.photo)
            ]
        )
        if at is not None:
            self._grid.setCurrentIndex(self._rows.place_of(at.key))

    @Slot(str)
    def _on_filter_chosen(self, _: str) -> None:
        self._show_rows()

    @Slot(object)
    def _on_student_toggled(self, entry: Entry) -> None:
        self._view_model.leave_out(entry.row, is_out=not entry.is_left_out)

    @Slot(object)
    def _on_mend_wanted(self, entry: Entry) -> None:
        if entry.can_be_mended and self._panel.is_free:
            panel = MendPanel(
                self._look, self._panel.ground, entry=entry, view_model=self._view_model
            )
            self._grid.setCurrentIndex(self._rows.place_of(entry.key))
            self._grid.setFocus(Qt.FocusReason.OtherFocusReason)  # where it comes back to
            self._panel.open(panel, panel.first)

    @Slot(object, QPoint)
    def _on_menu_wanted(self, entry: Entry, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        icons = self._look.icons
        if entry.can_be_mended:
            mend = menu.addAction(icons.icon("pencil"), self.tr("Mend the name") + "\tF2")
            mend.triggered.connect(lambda: self._on_mend_wanted(entry))
        if entry.listed_as:
            back = menu.addAction(icons.icon("undo-2"), self.tr("Back to what it said"))
            back.triggered.connect(lambda: self._view_model.as_listed(entry.row))
        words = self.tr("Take along") if entry.is_left_out else self.tr("Leave out")
        icon = "user-plus" if entry.is_left_out else "user-x"
        toggle = menu.addAction(icons.icon(icon), words + "\tDel")
        toggle.triggered.connect(lambda: self._on_student_toggled(entry))
        menu.popup(place)

    @Slot(int)
    def _on_class_activated(self, place: int) -> None:
        chosen = int(self._classes.itemData(place))
        self._view_model.choose_class(ClassId(chosen) if chosen else None)
