"""What stands below the lines of the quick log: who might read along, what it is, and Save."""

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.chips import Choice
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.keys import KeyBadge
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.segmented import Segmented
from klasgenoot.viewmodels.quicklog_shown import LogShown

translate = QCoreApplication.translate

CONTACT, REMINDER = "contact", "reminder"
"""What the line with the cursor is."""


class LogFoot(QWidget):
    """The norm, the keys, a switch between contact and own reminder, and the button that saves.

    Signals:
        save_clicked: the button was pressed.
        reminder_chosen: whether this line is to be an own reminder.
    """

    save_clicked = Signal()
    reminder_chosen = Signal(bool)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._norm = Label(look, "", Text.SUPPORT, colour="text_2")
        self._hint = Label(look, "", Text.CAPTION, colour="text_3")
        self._kinds = Segmented(
            look,
            [
                Choice(CONTACT, translate("QuickLog", "Contact"), "message-circle"),
                Choice(REMINDER, translate("QuickLog", "Own reminder"), "pencil"),
            ],
            name=translate("QuickLog", "What this line is"),
        )
        self._kinds.setToolTip(
            translate("QuickLog", "An own reminder is not for sharing; who asks, sees it as well.")
        )
        self._kinds.chosen.connect(self._on_kind_chosen)
        keys = QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText)
        self._save = Button(
            look,
            translate("QuickLog", "Save"),
            kind="primary",
            size="large",
            keys=keys.replace("+Return", " ↵").replace("Return", "↵"),
        )
        self._save.clicked.connect(self.save_clicked)
        self._lay_out(look)

    def show_line(self, shown: LogShown) -> None:
        """Show what goes with the line that has the cursor, and with all of them."""
        say(
            self._save,
            translate("QuickLog", "Save %n line(s)", None, shown.ready)
            if shown.ready > 1
            else translate("QuickLog", "Save"),
        )
        self._save.setEnabled(not shown.is_blank)
        reader = shown.reader
        say(
            self._norm,
            translate("QuickLog", "Write as if {name} reads along.").format(name=reader)
            if reader
            else translate("QuickLog", "Write as if the student reads along."),
        )
        say(self._hint, _hint_words(shown))
        is_reminder = shown.is_reminder
        self._kinds.setEnabled(is_reminder is not None)
        self._kinds.choose(REMINDER if is_reminder else CONTACT)

    def allow_kinds(self, allowed: bool) -> None:  # noqa: FBT001 - what a width says
        """Show the switch where there is room; `=` behind a name does the same."""
        self._kinds.setVisible(allowed)

    def _lay_out(self, look: Look) -> None:
        norm = QHBoxLayout()
        norm.setSpacing(6)
        norm.addWidget(self._norm)
        norm.addWidget(KeyBadge(look, "Esc"))
        norm.addWidget(
            Label(look, translate("QuickLog", "keeps your draft."), Text.SUPPORT, colour="text_2")
        )
        norm.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch(1)
        words.addLayout(norm)
        words.addWidget(self._hint)
        words.addStretch(1)
        foot = QHBoxLayout(self)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(16)
        foot.addLayout(words, 1)
        foot.addWidget(self._kinds, 0, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self._save, 0, Qt.AlignmentFlag.AlignBottom)

    @Slot(str)
    def _on_kind_chosen(self, key: str) -> None:
        self.reminder_chosen.emit(key == REMINDER)


def _hint_words(shown: LogShown) -> str:
    """What Enter does; as long as nothing is written, what more a line can say."""
    if shown.is_blank:
        return translate(
            "QuickLog",
            "This can be said too: everyone except Noor: … · yesterday Sanne t: … · Milan: … back"
            " Fri",
        )
    if shown.enter_saves:
        return translate("QuickLog", "Enter saves, Shift Enter begins a new line.")
    return translate("QuickLog", "Enter begins a new line, Ctrl Enter saves.")


def say(widget: Label | Button, words: str) -> None:
    """Say something, unless it is said already: new words lay the whole panel out anew."""
    if widget.text() != words:
        widget.setText(words)
