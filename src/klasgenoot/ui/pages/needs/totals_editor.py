"""How often was each answer chosen? Totals typed from a pile of paper, or counted in a file."""

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QFont, QIntValidator, QKeySequence, QShortcut, QValidator
from PySide6.QtWidgets import QGridLayout, QWidget

from klasgenoot.domain.needs import MOST_ANSWERS, Key, NeedsForm
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.field import Field
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.said_line import SaidLine
from klasgenoot.viewmodels.needs import Totals

translate = QCoreApplication.translate

NUMBER = 64
"""Width of a field for a number, in pixels at text scale 1."""


class TotalsEditor(Card):
    """A field for each answer; empty is none.

    Signals:
        save_requested: how many forms, and how often each answer.
        cancel_requested: leave it.
    """

    save_requested = Signal(int, object)
    cancel_requested = Signal()

    def __init__(self, look: Look, form: NeedsForm, *, parent: QWidget | None = None) -> None:
        title = translate("Needs", "How often was each answer chosen?")
        super().__init__(look, title=title, parent=parent)
        self._look = look
        self._shown: Totals | None = None
        self._fields: dict[Key, Field] = {}
        self._said = Label(look, "", Text.SUPPORT, colour="text_2")
        self._answers = self._field(translate("Needs", "How many forms came back?"))
        self._trouble = SaidLine(look, text=Text.SUPPORT, colour="brick_text")
        save = Button(look, translate("Needs", "Save"), kind="primary", keys="Enter")
        save.clicked.connect(self._on_save)
        cancel = Button(look, translate("Needs", "Cancel"), kind="ghost", keys="Esc")
        cancel.clicked.connect(self.cancel_requested)
        self.body.setSpacing(14)
        self.body.addWidget(self._said)
        self.body.addLayout(self._questions(form))
        self.body.addWidget(self._trouble)
        self.body.addLayout(flow(save, cancel))
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        escape = QShortcut(QKeySequence("Esc"), self, context=inside)
        escape.activated.connect(self.cancel_requested)

    def show_totals(self, totals: Totals) -> None:
        """Show totals to go on with."""
        if totals is self._shown:
            return
        self._shown = totals
        counts = totals.counts or {}
        self._answers.setText(str(totals.answers or ""))
        for key, field in self._fields.items():
            field.setText(str(counts.get(key, 0) or ""))
        self._said.setText(totals.said)
        self._said.setVisible(bool(totals.said))
        self.set_trouble("")
        self._answers.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def first(self) -> QWidget:
        """Where one begins."""
        return self._answers

    @property
    def typed(self) -> tuple[int, dict[Key, int]]:
        """How many forms, and how often each answer, as the fields stand now."""
        counts = {key: int(field.text() or 0) for key, field in self._fields.items()}
        return int(self._answers.text() or 0), counts

    def set_trouble(self, sentence: str) -> None:
        """Say why it was not stored; an empty text takes it back."""
        self._trouble.say(sentence)

    def _questions(self, form: NeedsForm) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.addWidget(Label(self._look, self._answers.accessibleName()), 0, 0)
        grid.addWidget(self._answers, 0, 1)
        row = 1
        for question in form.questions:
            grid.setRowMinimumHeight(row, 8)
            row += 1
            heading = Label(self._look, question.text, Text.BODY, weight=QFont.Weight.DemiBold)
            grid.addWidget(heading, row, 0, 1, 2)
            for choice in question.choices:
                row += 1
                field = self._field(f"{question.text} {choice.text}")
                self._fields[question.key, choice.key] = field
                grid.addWidget(Label(self._look, choice.text, colour="text_2"), row, 0)
                grid.addWidget(field, row, 1)
            row += 1
        grid.setColumnStretch(2, 1)
        return grid

    def _field(self, name: str) -> Field:
        field = Field(self._look, name=name)
        field.setFixedWidth(self._look.fonts.px(NUMBER))
        field.setValidator(_Count(field))
        field.returnPressed.connect(self._on_save)
        return field

    @Slot()
    def _on_save(self) -> None:
        self.save_requested.emit(*self.typed)


class _Count(QIntValidator):
    """A number of forms, or nothing: an empty field is none, and Enter saves there too."""

    def __init__(self, field: Field) -> None:
        super().__init__(0, MOST_ANSWERS, field)

    def validate(self, text: str, at: int) -> object:
        return super().validate(text, at) if text else (QValidator.State.Acceptable, text, at)
