"""Step 2, right: whose photo is it? Doubts one by one, and those that are sure at a glance."""

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.domain.names import initials
from klasgenoot.ui.kit.around import scroll_area_around
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.chips import Chip
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.faces import Face
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.tile import TileStyle
from klasgenoot.ui.kit.tile_grid import TileGrid
from klasgenoot.ui.pages.importing.choices import NOBODY, Names
from klasgenoot.ui.pages.importing.doubt_card import DoubtCard
from klasgenoot.ui.pages.importing.match_board import MatchBoard
from klasgenoot.ui.pages.importing.name_list import NameRow
from klasgenoot.ui.pages.importing.photo_tiles import PhotoRow
from klasgenoot.viewmodels.import_entries import Doubt, photo_of_place
from klasgenoot.viewmodels.import_places import photo_words, row_words
from klasgenoot.viewmodels.importing import ImportViewModel
from klasgenoot.viewmodels.rows import Rows

translate = QCoreApplication.translate

SURE_COLUMNS, SURE_HEIGHT = 12, 300
MOST_WHOLE = 60
"""So many sure photos are all there, and the page scrolls; more have a bar of their own."""
NARROWEST_DOUBT = 214
MOST_DOUBTS = 12
"""So many doubts are shown at a time; the next come up as they are settled."""


class PhotosPanel(QWidget):
    """The photos beside the names.

    Signals:
        by_hand_requested: the one picture there is is of a whole class.
        settled: the last doubt is settled.
        stands: all photos are shown as they are now.
    """

    by_hand_requested = Signal()
    settled = Signal()
    stands = Signal()

    def __init__(self, look: Look, view_model: ImportViewModel) -> None:
        super().__init__()
        self._look = look
        self._view_model = view_model
        self._sure_rows: Rows[PhotoRow] = Rows(self)
        self._cards: list[DoubtCard] = []
        self._names = Names((), self)
        self._is_board_first = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self._said = Label(look, "", colour="text_2")
        self._chips = QHBoxLayout()
        self._chips.setSpacing(6)
        self._column.addLayout(self._head())
        self._whole_class = self._made_whole_class()
        self._column.addWidget(self._whole_class)
        self._doubts = QGridLayout()
        self._doubts.setSpacing(12)
        self._column.addLayout(self._doubts)
        self._board = MatchBoard(look)
        self._board.settled.connect(self._settle)
        self._column.addWidget(self._board)
        self._more = Label(look, "", Text.SUPPORT, colour="text_2")
        self._column.addWidget(self._more)
        self._sure = self._made_sure()
        self._column.addWidget(self._sure, 1)
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._on_time_to_show_many)
        self._sight = QTimer(self, interval=0, singleShot=True)
        self._sight.timeout.connect(self._on_time_to_scroll)
        self._column.addStretch(0)

    def show_photos(self) -> None:
        """Shows whose photos they are as it stands now."""
        had_focus = next((n for n, card in enumerate(self._cards) if card.has_focus()), None)
        self._said.setText(self._sentence())
        self._whole_class.setVisible(bool(self._view_model.scanned))
        self._show_chips()
        self._show_doubts()
        self._sure.setVisible(bool(self._view_model.photo_rows))
        is_whole = len(self._view_model.photo_rows) <= MOST_WHOLE
        self._grid.set_whole(is_whole)
        if not is_whole:
            self._grid.setMinimumHeight(self._look.fonts.px(SURE_HEIGHT))
        self._soon.start()
        if had_focus is not None:
            self._focus_near(had_focus)

    def focus_doubt(self) -> bool:
        """Puts the keyboard on the first doubt; False where there is none to begin with.

        Photos without a name are one only where no photo is sure: one that was pasted, for one.
        """
        if self._cards:
            self._cards[0].focus()
        self._is_board_first = bool(self._view_model.doubts) and not self._view_model.photo_rows
        return bool(self._cards) or self._is_board_first

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_doubts()

    def _head(self) -> QVBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(self._look, self.tr("Photos with names"), Text.TITLE_COMPACT), 1)
        row.addLayout(self._chips)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addLayout(row)
        head.addWidget(self._said)
        return head

    def _made_whole_class(self) -> QWidget:
        """Offers the page that cuts faces out, where there is one picture and no list."""
        asked = Label(
            self._look, self.tr("Is this a photo of a whole class?"), Text.SUPPORT, colour="text_2"
        )
        cut = Button(self._look, self.tr("Cut the faces out of it"), size="small", icon="scan-face")
        cut.clicked.connect(self.by_hand_requested)
        box = QWidget()
        box.setLayout(flow(asked, cut, gap=12))
        return box

    def _made_sure(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(self._look, self.tr("Sure"), Text.CARD))
        wrong = Label(
            self._look, self.tr("Is one wrong? Choose it."), Text.SUPPORT, colour="text_3"
        )
        row.addWidget(wrong, 1)
        column.addLayout(row)
        self._grid = TileGrid(self._look, style=TileStyle.CENTRED, most_columns=SURE_COLUMNS)
        self._grid.setModel(self._sure_rows)
        self._grid.setAccessibleName(self.tr("Photos that are sure"))
        self._grid.opened.connect(self._on_sure_opened)
        column.addWidget(self._grid, 1)
        return box

    def _show_chips(self) -> None:
        clear(self._chips)
        sure, doubts = len(self._view_model.photo_rows), len(self._view_model.doubts)
        if sure:
            words = translate("PhotosPanel", "%n sure", None, sure)
            self._chips.addWidget(Chip(self._look, words, tone="teal", icon="check"))
        if doubts:
            words = translate("PhotosPanel", "%n to look at", None, doubts)
            self._chips.addWidget(
                Chip(self._look, words, tone="honey", icon="circle-question-mark")
            )

    def _sentence(self) -> str:
        found = self._view_model.found
        if found is None or not found.photos:
            return self.tr("No photos came along. You can add them later, one by one or in one go.")
        if self._view_model.are_nameless:
            return self.tr(
                "The photos are called after numbers. Bring the list too, for the names."
            )
        strange = self._view_model.strange_photos
        if strange and not self._view_model.photo_rows:
            return strange
        words = self.tr("Matched on number, e-mail or name.")
        if all(photo.line for photo in found.photos):
            words = self.tr("Matched by where they stand on the photo list.")
            if found.table is not None and found.table.is_everything:
                words = self.tr("Matched as they stand in the file.")
        told = [] if strange else [words]  # by hand, where nothing could be matched
        without = len(self._view_model.rows) - len(self._view_model.photo_rows)
        if without > 0:
            told.append(translate("PhotosPanel", "%n student(s) without a photo.", None, without))
        return " ".join(told)

    def _show_doubts(self) -> None:
        """Whom a photo seems to be of is asked one by one; the others stand on the board."""
        clear(self._doubts)
        has_board = bool(self._view_model.without_photo)
        asked = [each for each in self._view_model.doubts if not (has_board and each.row is None)]
        names = self._names_of(tuple(row.full_name for row in self._view_model.rows))
        self._cards = []
        for doubt in asked[:MOST_DOUBTS]:
            card = DoubtCard(self._look, doubt, face=self._face(doubt.photo), names=names)
            card.settled.connect(lambda row, photo=doubt.photo: self._settle(photo, row))
            self._cards.append(card)
        self._place_doubts()
        more = len(asked) - len(self._cards)
        self._more.setText(translate("PhotosPanel", "And %n more after these.", None, more))
        self._more.setVisible(more > 0)

    def _show_board(self) -> None:
        had_keyboard = self._board.isAncestorOf(QApplication.focusWidget() or self)
        wanting = self._view_model.without_photo
        doubts = self._view_model.doubts if wanting else ()
        self._board.show_board(
            [self._open_row(each) for each in doubts if each.row is None],
            [NameRow(place, row.full_name, row_words(row)) for place, row in wanting],
        )
        if had_keyboard and not self._board.isVisibleTo(self):
            self._focus_near(0)

    def _open_row(self, doubt: Doubt) -> PhotoRow:
        face = self._face(doubt.photo)
        where = photo_of_place(doubt.photo)
        stem = doubt.file.rpartition(".")[0] or doubt.file
        return PhotoRow(doubt.photo, stem, doubt.file, where, face.crop, face.initials)

    def _names_of(self, names: tuple[str, ...]) -> Names:
        """Everybody to choose from, made anew only when somebody else is in the list."""
        if self._names.names != names:
            self._names.deleteLater()
            self._names = Names(names, self)
        return self._names

    def _place_doubts(self) -> None:
        """Puts the cards beside each other, or where it is narrow below each other."""
        columns = 2 if self.width() >= 2 * self._look.fonts.px(NARROWEST_DOUBT) else 1
        for place, card in enumerate(self._cards):
            self._doubts.addWidget(card, *divmod(place, columns))
            card.show()  # now, so that it can have the keyboard at once
        for column in range(2):
            self._doubts.setColumnStretch(column, int(column < columns))

    @Slot()
    def _on_time_to_show_many(self) -> None:
        """Shows what may be hundreds, at a turn of its own."""
        self._show_board()
        if self._is_board_first and not self._cards and self._board.isVisibleTo(self):
            self._board.begin()
        self._is_board_first = False
        by_row = sorted(self._view_model.photo_rows.items(), key=lambda pair: pair[1])
        self._sure_rows.set_rows([self._photo_row(photo, row) for photo, row in by_row])
        self.stands.emit()
        self._sight.start()  # once all of it has its place

    @Slot()
    def _on_time_to_scroll(self) -> None:
        """Brings the doubt that is asked into sight: below the columns it may be out of it."""
        asked = next((card for card in self._cards if card.has_focus()), None)
        around = scroll_area_around(self)
        if asked is not None and around is not None:
            around.ensureWidgetVisible(asked)

    def _photo_row(self, photo: int, row: int) -> PhotoRow:
        who = self._view_model.rows[row]
        name = who.call_name or who.given_name or who.family_name
        face = self._face(photo)
        file = photo_words(self._view_model.found.photos[photo]) if self._view_model.found else ""
        sentence = f"{who.full_name}, {file}"
        return PhotoRow(photo, name, sentence, photo_of_place(photo), face.crop, face.initials)

    def _focus_near(self, place: int) -> None:
        """The next doubt comes to where the settled one was."""
        if self._cards:
            self._cards[min(place, len(self._cards) - 1)].focus()
        elif self._board.isVisibleTo(self):
            self._board.photos.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.settled.emit()

    def _settle(self, photo: int, row: int) -> None:
        self._view_model.settle(photo, None if row == NOBODY else row)

    def _face(self, photo: int) -> Face:
        found = self._view_model.found
        stem = found.photos[photo].stem if found else ""
        letters = initials(given=stem, family="")
        return Face(photo_of_place(photo), self._view_model.crop_of(photo), letters)

    @Slot(object)
    def _on_sure_opened(self, row: PhotoRow) -> None:
        self._view_model.unsettle(row.key)
        if self._cards:
            self._cards[0].focus()
