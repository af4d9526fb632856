"""Klasgenoot is locked: a passphrase or the recovery sheet opens it, and no name shows."""

from math import hypot

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.field import Field
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import IconLabel, Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.mark import Mark
from klasgenoot.ui.kit.secret_field import SecretField
from klasgenoot.ui.kit.toast import announce
from klasgenoot.viewmodels.locked import LockedViewModel

COLUMN, MARK = 384, 60
TILE, PITCH, RADIUS = (92, 114), (120, 131), 14
FADE_FROM, FADE_TO = 0.28, 0.62
"""The tiles behind are gone this near to the middle and whole this far from it, of the width."""


class LockedPage(QWidget):
    """A field, a button, and the other way in.

    Args:
        look: how everything looks.
        view_model: what tries the words.
        minutes: after how many minutes the app locks itself.
    """

    def __init__(self, look: Look, view_model: LockedViewModel, *, minutes: int) -> None:
        super().__init__()
        self._look = look
        self._view_model = view_model
        self._by_code = False
        self._told = ""
        self._title = Label(look, self.tr("Klasgenoot is locked"), Text.TITLE)
        self._line = Label(look, "", colour="text_2")
        self._secret = SecretField(
            look, name=self.tr("Passphrase"), show_words=self.tr("Show what I type")
        )
        self._code = Field(look, name=self.tr("Code of the recovery sheet"))
        self._trouble = Label(look, "", Text.SUPPORT, colour="brick_text")
        self._open = Button(look, self.tr("Unlock"), kind="primary", size="large", keys="↵")
        self._other = Button(look, kind="ghost", size="small", icon="key-round")
        self._backup = Button(
            look, self.tr("Put a backup back"), kind="ghost", size="small", icon="archive"
        )
        self._backup.clicked.connect(view_model.restore_requested)
        self._lay_out(minutes)
        for field in (self._secret, self._code):
            field.setProperty("scale", "large")
            field.returnPressed.connect(self._try)
        self._open.clicked.connect(self._try)
        self._other.clicked.connect(self._on_other_clicked)
        view_model.changed.connect(self._show)
        view_model.refused.connect(self._on_view_model_refused)
        self._show()

    def begin(self) -> None:
        """Puts the focus where one types."""
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._look.tokens["sunken"])
        painter.setPen(QPen(self._look.tokens["line"], 1))
        columns, rows = self.width() // PITCH[0], self.height() // PITCH[1] + 1
        left = (self.width() - columns * PITCH[0] + PITCH[0] - TILE[0]) / 2
        top = (self.height() - rows * PITCH[1] + PITCH[1] - TILE[1]) / 2
        for place in range(columns * rows):
            row, column = divmod(place, columns)
            box = QRectF(left + column * PITCH[0], top + row * PITCH[1], *TILE)
            painter.setOpacity(self._presence(box))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.end()

    @property
    def _field(self) -> QLineEdit:
        return self._code if self._by_code else self._secret

    def _presence(self, box: QRectF) -> float:
        """How much of a tile shows: none behind the words, all of it in the corners."""
        middle = QRectF(self.rect()).center()
        across = (box.center().x() - middle.x()) / self.width()
        down = (box.center().y() - middle.y()) / self.height()
        distance = hypot(across, down)
        return min(1.0, max(0.0, (distance - FADE_FROM) / (FADE_TO - FADE_FROM)))

    def _lay_out(self, minutes: int) -> None:
        look = self._look
        middle = Qt.AlignmentFlag.AlignHCenter
        inner = QWidget()
        inner.setMaximumWidth(look.fonts.px(COLUMN))
        column = QVBoxLayout(inner)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(10)
        column.addWidget(Mark(look, size=look.fonts.px(MARK)), 0, middle)
        column.addSpacing(10)
        for label in (self._title, self._line, self._trouble):
            label.setAlignment(middle)
        for part in (self._title, self._line):
            column.addWidget(part)
        column.addSpacing(10)
        for widget in (self._secret, self._code, self._trouble, self._open):
            column.addWidget(widget)
        column.addSpacing(4)
        column.addWidget(self._other, 0, middle)
        column.addWidget(self._backup, 0, middle)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 40)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(inner, 20)
        across.addStretch(1)
        whole.addStretch(3)
        whole.addLayout(across)
        whole.addStretch(3)
        whole.addWidget(self._foot(minutes), 0, middle)

    def _foot(self, minutes: int) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(self._look, "lock", colour="text_3", size=14))
        words = self.tr(
            "Locks itself after %n minute(s) and when the computer sleeps", None, minutes
        )
        row.addWidget(Label(self._look, words, Text.SUPPORT, colour="text_3"), 1)
        return foot

    @Slot()
    def _show(self) -> None:
        view_model = self._view_model
        self._line.setText(
            self.tr("Type the code of the sheet that you printed or wrote down.")
            if self._by_code
            else self.tr("Names, photos and notes lie encrypted on this computer.")
        )
        self._secret.setVisible(not self._by_code)
        self._code.setVisible(self._by_code)
        self._other.setText(
            self.tr("Use the passphrase") if self._by_code else self.tr("Use the recovery sheet")
        )
        can_try = not (view_model.is_busy or view_model.wait)
        self._open.setEnabled(can_try)
        self._open.setText(self.tr("Unlocking…") if view_model.is_busy else self.tr("Unlock"))
        told = self._told
        if view_model.wait:
            again = self.tr("You can try again in %n second(s).", None, view_model.wait)
            told = f"{told} {again}"
        self._trouble.setText(told)
        self._trouble.setVisible(bool(told))

    @Slot()
    def _try(self) -> None:
        words = self._field.text()
        if not words or self._view_model.wait:
            return
        self._told = ""
        if self._by_code:
            self._view_model.try_code(words)
        else:
            self._view_model.try_passphrase(words)

    @Slot()
    def _on_other_clicked(self) -> None:
        self._by_code = not self._by_code
        self._told = ""
        self._show()
        self.begin()

    @Slot(str)
    def _on_view_model_refused(self, sentence: str) -> None:
        self._told = sentence
        self._show()
        announce(self, sentence)
        self._field.selectAll()
        self.begin()
