"""Where is a student's data changed? Fields in the place of the lines under the photo."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.domain.aliases import aliases_in, aliases_text
from klasgenoot.domain.people import Student
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.field import Ask, TextBox
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.word_tip import WordTipPanel

translate = QCoreApplication.translate


class EditForm(QWidget):
    """Fields for everything one can change. Enter saves, Esc leaves it as it was.

    Signals:
        save_requested: it is ready.
        cancel_requested: leave it as it was.
    """

    save_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._student: Student | None = None
        self._asks: dict[str, Ask] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    @property
    def student(self) -> Student | None:
        """The student as they are in the fields; None when nobody is being edited."""
        if self._student is None:
            return None
        texts: dict[str, Any] = {name: ask.field.text() for name, ask in self._asks.items()}
        texts["aliases"] = aliases_in(texts["aliases"])
        return replace(self._student, note=self._note.toPlainText(), **texts)

    def make(self) -> None:
        """Make the fields, once they are wanted and before they are shown: most pages are read."""
        if self._asks:
            return
        look = self._look
        self._asks = {
            "given_name": Ask(look, translate("Student", "Given name")),
            "infix": Ask(look, translate("Student", "Infix")),
            "family_name": Ask(look, translate("Student", "Family name")),
            "call_name": Ask(look, translate("Student", "Call name")),
            "pronouns": Ask(
                look,
                translate("Student", "Pronouns"),
                placeholder=translate("Student", "she/her"),
            ),
            "aliases": Ask(
                look,
                translate("Student", "Also right"),
                help_text=translate("Student", "Other names, with commas between them"),
            ),
            "pronunciation": Ask(
                look,
                translate("Student", "Say"),
                help_text=translate("Student", "As you would write it down by ear"),
            ),
            "mnemonic": Ask(
                look,
                translate("Student", "Mnemonic"),
                help_text=translate(
                    "Student", "What does this name remind you of? It is your first hint."
                ),
            ),
            "student_number": Ask(look, translate("Student", "Student number")),
            "email": Ask(look, translate("Student", "E-mail")),
        }
        for ask in self._asks.values():
            ask.field.returnPressed.connect(self.save_requested)
        self._note = TextBox(look, name=translate("Student", "Own note"), least_lines=3)
        self._fill()
        self._add_keys()

    def begin(self, student: Student) -> None:
        """Fill the fields and put the cursor in the first one."""
        self._student = student
        for name, ask in self._asks.items():
            text = aliases_text(student.aliases) if name == "aliases" else getattr(student, name)
            ask.field.setText(text)
            ask.field.setCursorPosition(0)
            ask.set_trouble("")
        self._note.setPlainText(student.note)
        self._asks["given_name"].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Nobody is being edited any more."""
        self._student = None

    def set_trouble(self, sentence: str) -> None:
        """Say why it was not stored."""
        self._asks["given_name"].set_trouble(sentence)

    def _fill(self) -> None:
        for one, other in (("given_name", "infix"), ("family_name", "call_name")):
            row = QHBoxLayout()
            row.setSpacing(10)
            top = Qt.AlignmentFlag.AlignTop
            row.addWidget(self._asks[one], 3, top)
            row.addWidget(self._asks[other], 2, top)
            self._column.addLayout(row)
        for name in ("pronouns", "aliases", "pronunciation", "mnemonic", "student_number", "email"):
            self._column.addWidget(self._asks[name])
            if name == "mnemonic":
                field = self._asks[name].field
                self._column.addWidget(WordTipPanel(self._look, field, proposes=False))
        note = QVBoxLayout()
        note.setSpacing(4)
        words = translate("Student", "Own note")
        note.addWidget(Label(self._look, words, Text.SUPPORT, colour="text_2"))
        note.addWidget(self._note)
        note.addWidget(WordTipPanel(self._look, self._note))
        hint = translate("Student", "Write as if they read along")
        note.addWidget(Label(self._look, hint, Text.CAPTION, colour="text_3"))
        self._column.addLayout(note)
        save = Button(self._look, translate("Student", "Save"), kind="primary", keys="Enter")
        save.clicked.connect(self.save_requested)
        cancel = Button(self._look, translate("Student", "Cancel"), kind="ghost", keys="Esc")
        cancel.clicked.connect(self.cancel_requested)
        self._column.addLayout(flow(save, cancel))

    def _add_keys(self) -> None:
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, wish in (
            ("Ctrl+Return", self.save_requested),
            ("Ctrl+Enter", self.save_requested),
            ("Esc", self.cancel_requested),
        ):
            QShortcut(QKeySequence(keys), self, context=inside).activated.connect(wish)
