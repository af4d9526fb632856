"""Step 2, right: photos without a name beside names without a photo; paired by drag or by keys."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.pages.importing.choices import NOBODY
from klasgenoot.ui.pages.importing.name_list import NameList, NameRow
from klasgenoot.ui.pages.importing.photo_tiles import PhotoRow, PhotoTiles
from klasgenoot.viewmodels.rows import Rows

translate = QCoreApplication.translate

HEIGHT, MOST_COLUMNS = 300, 3


class MatchBoard(Card):
    """Pick a photo, then its name.

    Signals:
        settled: the place of a photo, and that of the row it belongs to, or NOBODY.
    """

    settled = Signal(int, int)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._look = look
        self._photo_rows: Rows[PhotoRow] = Rows(self)
        self._name_rows: Rows[NameRow] = Rows(self)
        self.photos = PhotoTiles(look, most_columns=MOST_COLUMNS)
        self.photos.setModel(self._photo_rows)
        self.photos.setAccessibleName(translate("MatchBoard", "Photos without a name"))
        self.names = NameList(look)
        self.names.setModel(self._name_rows)
        self.names.setAccessibleName(translate("MatchBoard", "Names without a photo"))
        hint = translate(
            "MatchBoard",
            "Drag a photo to its name, or choose the photo and then the name."
            " Delete leaves a photo out.",
        )
        self.body.addWidget(Label(look, hint, Text.SUPPORT, colour="text_2"))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(self._side(look, self.photos), 3)
        row.addLayout(self._side(look, self.names), 2)
        self.body.addLayout(row)
        self.photos.opened.connect(self._on_photo_opened)
        self.photos.left_out.connect(lambda photo: self.settled.emit(photo.key, NOBODY))
        self.names.picked.connect(self._on_name_picked)
        self.names.dropped.connect(lambda photo, name: self.settled.emit(photo, name.key))
        self.names.gone_back.connect(self._on_names_gone_back)

    def show_board(self, photos: Sequence[PhotoRow], names: Sequence[NameRow]) -> None:
        """Shows what is not paired yet; who was at it goes on where they were."""
        had_keyboard = self.names.hasFocus() or self.photos.hasFocus()
        photo, name = self.photos.currentIndex().row(), self.names.currentIndex().row()
        self._photo_rows.set_rows(photos)
        self._name_rows.set_rows(names)
        self.setVisible(bool(photos and names))
        self._fit(photos=len(photos), names=len(names))
        if photos and photo >= 0:
            self.photos.go_to(min(photo, len(photos) - 1))
        if names and name >= 0:
            self.names.setCurrentIndex(self._name_rows.index(min(name, len(names) - 1)))
        if had_keyboard and photos and names:
            self.photos.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        """Puts the keyboard on the first photo."""
        self.photos.setFocus(Qt.FocusReason.OtherFocusReason)
        self.photos.go_to(0)  # it may have had the keyboard before it had photos

    def _side(self, look: Look, view: QWidget) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(Label(look, view.accessibleName(), Text.SUPPORT, colour="text_2"))
        column.addWidget(view)
        return column

    def _fit(self, *, photos: int, names: int) -> None:
        """Makes the board no higher than what is on it; of much, both sides have a bar."""
        height = self._look.fonts.px(HEIGHT)
        if photos <= MOST_COLUMNS:
            row = self.photos.minimumSizeHint().height()
            height = min(height, max(row, names * self.names.sizeHintForRow(0)))
        self.photos.setFixedHeight(height)
        self.names.setFixedHeight(height)

    def _mark(self, photo: PhotoRow | None) -> None:
        """Shows whose name is being looked for, while the keyboard is on the names."""
        key = photo.key if photo is not None else None
        self._photo_rows.set_rows(
            [replace(row, selected=row.key == key) for row in self._photo_rows.rows()]
        )

    @Slot(object)
    def _on_photo_opened(self, photo: PhotoRow) -> None:
        self._mark(photo)
        self.names.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_name_picked(self, name: NameRow) -> None:
        chosen = self.photos.currentIndex()
        if chosen.isValid():
            self.settled.emit(self.photos.row(chosen).key, name.key)

    @Slot()
    def _on_names_gone_back(self) -> None:
        self._mark(None)
        self.photos.setFocus(Qt.FocusReason.OtherFocusReason)
