"""Who is in the frame? A field to type a name in, and the names that it may become."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.field import Field
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.viewmodels.class_photo import ClassPhotoViewModel

translate = QCoreApplication.translate


class NameSide(QWidget):
    """Enter takes the first name that is offered, arrows another; Esc goes back to the picture.

    Signals:
        left: the keyboard goes back to the picture.
    """

    left = Signal()

    def __init__(self, look: Look, view_model: ClassPhotoViewModel) -> None:
        super().__init__()
        self._look = look
        self._view_model = view_model
        self._chosen = 0
        question = translate("ClassPhoto", "Who is this?")
        card = Card(look, title=question)
        self.field = Field(look, name=question, placeholder=translate("ClassPhoto", "Name"))
        self.field.textChanged.connect(self._on_text_changed)
        self.field.returnPressed.connect(self._on_return_pressed)
        self.field.installEventFilter(self)
        card.body.addWidget(self.field)
        self._offers = QVBoxLayout()
        self._offers.setSpacing(4)
        card.body.addLayout(self._offers)
        self._buttons: list[Button] = []
        self._count = Label(look, "", Text.SUPPORT, colour="text_2")
        keys = translate(
            "ClassPhoto",
            "Click a head, or press Space for a frame. Arrows move it, plus and minus make it"
            " larger or smaller, Tab goes to the next one, Delete takes it away.",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(card)
        column.addWidget(self._count)
        column.addWidget(Label(look, keys, Text.SUPPORT, colour="text_2"))
        column.addStretch(1)

    def show_names(self) -> None:
        """Shows who can be in the frame now."""
        shown = self._view_model
        self.field.setEnabled(shown.current is not None)
        words = [translate("ClassPhoto", "%n named", None, shown.named)]
        if shown.nameless:
            words.append(
                translate("ClassPhoto", "%n frame(s) without a name", None, shown.nameless)
            )
        waiting = len(shown.waiting)
        words.append(translate("ClassPhoto", "%n student(s) still without a photo", None, waiting))
        self._count.setText("\n".join(words))
        self._show_offers()

    def begin(self, text: str) -> None:
        """Puts the keyboard in the field, with what was typed already."""
        self.field.setText(text)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            step = steps.get(Qt.Key(event.key()))
            if step is not None and self._buttons:
                self._choose((self._chosen + step) % len(self._buttons))
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.field.clear()
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _show_offers(self) -> None:
        offers = self._view_model.offers(self.field.text()) if self.field.isEnabled() else ()
        for button in self._buttons:
            self._offers.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for offer in offers:
            button = Button(self._look, offer.words.replace("&", "&&"), size="small", kind="ghost")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrows of the field go there
            button.clicked.connect(lambda _=False, chosen=offer: self._take(chosen))
            self._offers.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self._buttons.append(button)
        self._choose(0)

    def _choose(self, place: int) -> None:
        """Marks the name that Enter takes."""
        self._chosen = place
        for number, button in enumerate(self._buttons):
            button.set_kind("tonal" if number == place else "ghost")
        if self._buttons:
            said = self._buttons[min(place, len(self._buttons) - 1)].shown_text()
            self.field.setAccessibleDescription(said)

    def _take(self, offer: object) -> None:
        self.field.clear()
        self._view_model.name(offer)  # type: ignore[arg-type]  # an Offer, from the lambda above
        self.left.emit()

    @Slot(str)
    def _on_text_changed(self, _: str) -> None:
        self._show_offers()

    @Slot()
    def _on_return_pressed(self) -> None:
        offers = self._view_model.offers(self.field.text())
        if offers and self._chosen < len(offers):
            self._take(offers[self._chosen])
