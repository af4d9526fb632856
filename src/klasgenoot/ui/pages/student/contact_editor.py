"""Where is a contact mended? Its kind, day and words, in the place where it stands."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klasgenoot.domain.contact import LONGEST_TEXT, Contact, ContactKind
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.choice import Check, Dropdown
from klasgenoot.ui.kit.day_field import DayField
from klasgenoot.ui.kit.enter import ENTER
from klasgenoot.ui.kit.field import TextBox
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.said_line import SaidLine
from klasgenoot.ui.kit.word_tip import WordTipPanel
from klasgenoot.ui.pages.student.entry import ABOVE, BELOW, TEXT_LEFT
from klasgenoot.viewmodels.words import kind_words

translate = QCoreApplication.translate

COUNT_FROM = 240
"""From so many characters on it is said how many fit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedContact:
    """What a contact was made into."""

    happened_on: date
    kind: ContactKind
    text: str
    own_reminder: bool


class ContactEditor(QWidget):
    """One contact being mended. Enter saves, Esc leaves it as it was.

    Signals:
        save_requested: an `EditedContact`.
        cancel_requested: leave it as it was.
    """

    save_requested = Signal(object)
    cancel_requested = Signal()

    def __init__(
        self, look: Look, contact: Contact, *, last_day: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._day = contact.happened_on
        self._kind = Dropdown(look, name=translate("Student", "Kind"))
        for kind in ContactKind:
            self._kind.addItem(kind_words(kind), kind.value)
        self._kind.setCurrentIndex(self._kind.findData(contact.kind.value))
        self._last_day = last_day
        self._when = day = DayField(look)
        day.show_day(contact.happened_on, last=last_day)
        day.picked.connect(self._on_day_picked)
        self._text = TextBox(look, name=translate("Student", "What was it about?"))
        self._text.setPlainText(contact.text)
        self._text.textChanged.connect(self._on_text_changed)
        self._text.installEventFilter(self)
        self._reminder = Check(look, translate("Student", "Own reminder, not to be shared"))
        self._reminder.setChecked(contact.own_reminder)
        hint = translate("Student", "Write as if they read along: who asks, sees reminders too.")
        self._count = Label(look, "", Text.CAPTION, colour="text_3")
        self._count.hide()
        self._trouble = SaidLine(look, text=Text.SUPPORT, colour="brick_text")
        save = Button(
            look, translate("Student", "Save"), kind="primary", size="small", keys="Enter"
        )
        save.clicked.connect(self._save)
        cancel = Button(
            look, translate("Student", "Cancel"), kind="ghost", size="small", keys="Esc"
        )
        cancel.clicked.connect(self.cancel_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(TEXT_LEFT, ABOVE, 0, BELOW)
        column.setSpacing(8)
        column.addLayout(flow(self._kind, day))
        column.addWidget(self._text)
        column.addWidget(WordTipPanel(look, self._text))
        column.addWidget(self._count)
        column.addWidget(self._reminder)
        column.addWidget(Label(look, hint, Text.CAPTION, colour="text_3"))
        column.addWidget(self._trouble)
        column.addLayout(flow(save, cancel))
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        escape = QShortcut(QKeySequence("Esc"), self, context=inside)
        escape.activated.connect(self.cancel_requested)

    def begin(self) -> None:
        """Put the cursor behind the words."""
        self._text.moveCursor(self._text.textCursor().MoveOperation.End)
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def typed(self) -> EditedContact:
        """The contact as it stands now."""
        return EditedContact(
            happened_on=self._day,
            kind=ContactKind(self._kind.currentData()),
            text=self._text.toPlainText(),
            own_reminder=self._reminder.isChecked(),
        )

    def fill(self, typed: EditedContact) -> None:
        """Go on with what was typed before."""
        self._day = typed.happened_on
        self._when.show_day(typed.happened_on, last=self._last_day)
        self._kind.setCurrentIndex(self._kind.findData(typed.kind.value))
        self._text.setPlainText(typed.text)
        self._reminder.setChecked(typed.own_reminder)
        self.begin()

    def set_trouble(self, sentence: str) -> None:
        """Say why it was not stored."""
        self._trouble.say(sentence)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._text and isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress
            if pressed and Qt.Key(event.key()) in ENTER:
                self._save()
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def _save(self) -> None:
        self.save_requested.emit(self.typed)

    @Slot(object)
    def _on_day_picked(self, day: date) -> None:
        self._day = day

    @Slot()
    def _on_text_changed(self) -> None:
        self.set_trouble("")
        length = len(self._text.toPlainText().strip())
        words = translate("Student", "{count} of {most} characters")
        self._count.setText(words.format(count=length, most=LONGEST_TEXT))
        self._count.setVisible(length >= COUNT_FROM)
