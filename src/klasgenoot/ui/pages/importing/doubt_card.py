"""One photo of which it is not sure whose it is: the face, a choice of names, and yes or no."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from klasgenoot.ui.kit.buttons import Button, icon_button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.enter import ENTER
from klasgenoot.ui.kit.faces import Face
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import Portrait
from klasgenoot.ui.pages.importing.choices import NOBODY, NameChoice, Names
from klasgenoot.viewmodels.import_entries import Doubt

translate = QCoreApplication.translate

PHOTO = QSize(76, 95)


class DoubtCard(Card):
    """A photo to be looked at.

    Args:
        look: how everything looks.
        doubt: which photo, and who seems to be meant.
        face: the photo.
        names: everybody it can be.

    Signals:
        settled: the place of the row it belongs to, or NOBODY.
    """

    settled = Signal(int)

    def __init__(self, look: Look, doubt: Doubt, *, face: Face, names: Names) -> None:
        super().__init__(look)
        self.layout().setContentsMargins(12, 12, 12, 12)  # type: ignore[union-attr]  # a card has one
        row = QHBoxLayout()
        row.setSpacing(12)
        file = doubt.file
        row.addWidget(Portrait(look, face, name=file, size=PHOTO), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(5)
        words.addWidget(Label(look, file, Text.CAPTION, colour="text_2", lines=1))
        whose = translate("DoubtCard", "Whose photo is {file}?").format(file=file)
        self._who = NameChoice(look, names, name=whose)
        self._who.choose(NOBODY if doubt.row is None else doubt.row)
        words.addWidget(self._who)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        self._yes = Button(look, "", kind="tonal", size="small")
        self._no = icon_button(
            look, "image-off", translate("DoubtCard", "Leave this photo out"), size="small"
        )
        buttons.addWidget(self._yes)
        buttons.addStretch(1)
        buttons.addWidget(self._no)
        words.addStretch(1)
        words.addLayout(buttons)
        row.addLayout(words, 1)
        self.body.addLayout(row)
        self._who.currentIndexChanged.connect(self._on_choice_changed)
        self._yes.clicked.connect(lambda: self.settled.emit(self._who.currentData()))
        self._no.clicked.connect(lambda: self.settled.emit(NOBODY))
        self._on_choice_changed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self._yes.click()  # of the drop-down: this name it is
        else:
            super().keyPressEvent(event)

    def has_focus(self) -> bool:
        """Whether the keyboard is on any part of it, or comes there with the window."""
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def focus(self) -> None:
        """Puts the keyboard on the answer that is most likely right."""
        self._yes.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_choice_changed(self) -> None:
        is_nobody = self._who.currentData() == NOBODY
        self._yes.setText(
            translate("DoubtCard", "Leave out") if is_nobody else translate("DoubtCard", "Right")
        )
        self._yes.set_icon("image-off" if is_nobody else "check")
        self._yes.updateGeometry()
        self._no.setVisible(not is_nobody)
