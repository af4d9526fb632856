"""Step 2, right: whose photo is it? Doubts one by one, and those that are sure at a glance."""

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.domain.names import initials
from klasgenoot.domain.people import PhotoId
from klasgenoot.ui.kit.buttons import Button, icon_button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.chips import Chip
from klasgenoot.ui.kit.choice import Dropdown
from klasgenoot.ui.kit.faces import Face
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import Portrait
from klasgenoot.viewmodels.importing import Doubt, ImportViewModel

translate = QCoreApplication.translate

DOUBT_PHOTO = QSize(76, 95)
SURE_PHOTO, SURE_COLUMNS = 58, 8
NOBODY = -1


class PhotosPanel(QWidget):
    """The photos beside the names."""

    def __init__(self, look: Look, view_model: ImportViewModel) -> None:
        super().__init__()
        self._look = look
        self._view_model = view_model
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self._content: QWidget | None = None

    def show_photos(self) -> None:
        """Shows whose photos they are as it stands now."""
        if self._content is not None:
            self._column.removeWidget(self._content)
            self._content.deleteLater()
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(self._head())
        said = self._said()
        column.addWidget(Label(self._look, said, colour="text_2"))
        if self._view_model.doubts:
            column.addLayout(self._doubts())
        if self._view_model.photo_rows:
            column.addWidget(Label(self._look, self.tr("Sure"), Text.CARD))
            column.addLayout(self._sure())
        column.addStretch(1)
        self._column.addWidget(self._content)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(self._look, self.tr("Photos with names"), Text.TITLE_COMPACT), 1)
        sure, doubts = len(self._view_model.photo_rows), len(self._view_model.doubts)
        if sure:
            words = translate("PhotosPanel", "%n sure", None, sure)
            row.addWidget(Chip(self._look, words, tone="teal", icon="check"))
        if doubts:
            words = translate("PhotosPanel", "%n to look at", None, doubts)
            row.addWidget(Chip(self._look, words, tone="honey", icon="circle-help"))
        return row

    def _said(self) -> str:
        found = self._view_model.found
        if found is None or not found.photos:
            return self.tr(
                "No photos came along. You can add them later, one by one or all at once."
            )
        without = len(self._view_model.rows) - len(self._view_model.photo_rows)
        words = self.tr("Matched on number, e-mail or name.")
        if without > 0:
            words += " " + translate(
                "PhotosPanel", "%n student(s) have no photo yet.", None, without
            )
        return words

    def _doubts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(12)
        for place, doubt in enumerate(self._view_model.doubts):
            grid.addWidget(self._doubt(doubt), place // 2, place % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _doubt(self, doubt: Doubt) -> Card:
        card = Card(self._look)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(
            Portrait(self._look, self._face(doubt.photo), name=doubt.file, size=DOUBT_PHOTO)
        )
        words = QVBoxLayout()
        words.setSpacing(6)
        file = doubt.file.rsplit("/", 1)[-1]
        words.addWidget(Label(self._look, file, Text.CAPTION, colour="text_2", lines=1))
        who = Dropdown(self._look, name=self.tr("Whose photo is {file}?").format(file=file))
        who.addItem(self.tr("nobody"), NOBODY)
        for place, each in enumerate(self._view_model.rows):
            who.addItem(each.full_name, place)
        who.setCurrentIndex(who.findData(NOBODY if doubt.row is None else doubt.row))
        words.addWidget(who)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        right = Button(
            self._look, self.tr("That is right"), kind="tonal", size="small", icon="check"
        )
        right.clicked.connect(lambda: self._settle(doubt.photo, who.currentData()))
        leave = icon_button(self._look, "image-off", self.tr("Leave this photo out"), size="small")
        leave.clicked.connect(lambda: self._settle(doubt.photo, NOBODY))
        buttons.addWidget(right)
        buttons.addStretch(1)
        buttons.addWidget(leave)
        words.addLayout(buttons)
        row.addLayout(words, 1)
        card.body.addLayout(row)
        return card

    def _sure(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(10)
        edge = self._look.fonts.px(SURE_PHOTO)
        by_row = sorted(self._view_model.photo_rows.items(), key=lambda pair: pair[1])
        for place, (photo, row) in enumerate(by_row):
            who = self._view_model.rows[row]
            cell = QVBoxLayout()
            cell.setSpacing(2)
            face = self._face(photo)
            size = QSize(edge, edge)
            cell.addWidget(Portrait(self._look, face, name=who.full_name, size=size))
            name = Label(self._look, who.call_name or who.given_name, Text.CAPTION, lines=1)
            name.setFixedWidth(edge)
            name.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            cell.addWidget(name)
            grid.addLayout(cell, place // SURE_COLUMNS, place % SURE_COLUMNS)
        grid.setColumnStretch(SURE_COLUMNS, 1)
        return grid

    def _settle(self, photo: int, row: int) -> None:
        self._view_model.settle(photo, None if row == NOBODY else row)

    def _face(self, photo: int) -> Face:
        found = self._view_model.found
        stem = found.photos[photo].stem if found else ""
        return Face(
            PhotoId(str(photo)), self._view_model.crop_of(photo), initials(given=stem, family="")
        )
