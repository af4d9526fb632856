"""Where a note on the group is written: the day, a few words, a hunch and what was seen."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.domain.groups import Phase
from klasgenoot.domain.phase_texts import PhaseTexts
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.chips import Choice
from klasgenoot.ui.kit.day_field import DayField
from klasgenoot.ui.kit.field import TextBox
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import IconLabel, Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.one_of import OneOrNone
from klasgenoot.ui.kit.one_stop import go_to
from klasgenoot.ui.kit.said_line import SaidLine
from klasgenoot.ui.kit.toast import announce
from klasgenoot.ui.kit.word_tip import WordTipPanel
from klasgenoot.ui.pages.phases.signals import GAP as COLUMN_GAP
from klasgenoot.ui.pages.phases.signals import SignalChecks
from klasgenoot.viewmodels.phases_draft import Draft

GAP = 32
LEAST_WORDS, MOST_WORDS = 330, 460
"""Width of the side with the words, in pixels at text scale 1."""


class NoteEditor(Card):
    """One note being written.

    Signals:
        edited: the draft as it is after each change.
        save_requested: the note is ready.
        close_requested: the teacher stops for now; what was written is to be kept.
    """

    edited = Signal(object)
    save_requested = Signal()
    close_requested = Signal()

    def __init__(self, look: Look, texts: PhaseTexts, *, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._look = look
        self._texts = texts
        self._draft: Draft | None = None
        self._make_parts(look, texts)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(GAP)
        self._words_side = self._make_words_side()
        self._sides.addWidget(self._words_side, 0)
        self._sides.addWidget(self._make_seen_side(), 1)
        self.body.setSpacing(14)
        self.body.addLayout(self._make_head())
        self.body.addLayout(self._sides)
        self.body.addLayout(self._make_foot())
        self._connect()

    def show_draft(self, draft: Draft, *, last_day: date) -> None:
        """Show a note to go on with."""
        if draft == self._draft:
            return
        self._draft = None  # so that filling in is not taken for typing
        is_new = draft.note is None
        self._heading.setText(self.tr("Note on the group") if is_new else self.tr("Mend the note"))
        self._day.show_day(draft.day, last=last_day)
        self._text.setPlainText(draft.text)
        self._phases.choose(draft.phase or "")
        self._signals.tick(draft.signals)
        self._show_line(draft.phase)
        self.set_trouble("")
        self._draft = draft

    def begin(self) -> None:
        """Put the cursor behind the words."""
        self._text.moveCursor(self._text.textCursor().MoveOperation.End)
        go_to(self._text)

    def set_suggestion(self, phase: str) -> None:
        """Say which phase the ticked signals fit; an empty name says nothing."""
        words = self.tr("This fits {phase}.").format(phase=phase) if phase else ""
        if words != self._suggestion.text():
            self._suggestion.setText(words)
            self._suggestion.setVisible(bool(words))
            if words:
                announce(self, words)

    def set_trouble(self, sentence: str) -> None:
        """Say why the note was not stored; an empty text takes it back."""
        self._trouble.say(sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px = self._look.fonts.px
        inner = self.contentsRect().width() - 40
        seen = 2 * self._signals.widest + COLUMN_GAP
        fits = inner >= px(LEAST_WORDS) + GAP + seen
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(beside if fits else below)
        self._sides.setSpacing(GAP if fits else 16)
        most = min(inner - GAP - seen, px(MOST_WORDS))
        self._words_side.setMinimumWidth(most if fits else 0)
        self._words_side.setMaximumWidth(most if fits else 2**24 - 1)

    def _make_parts(self, look: Look, texts: PhaseTexts) -> None:
        self._heading = Label(look, "", Text.CARD)
        self._day = DayField(look)
        self._text = TextBox(
            look,
            name=self.tr("What did you see in the group?"),
            placeholder=self.tr("For instance: new groups made agreements of their own."),
            least_lines=4,
        )
        phases = [Choice(phase.value, text.name) for phase, text in texts.phases.items()]
        self._phases = OneOrNone(look, phases, name=self.tr("Hunch: which phase?"))
        for phase, text in texts.phases.items():
            self._phases.chip(phase.value).setToolTip(text.line)
        self._line = Label(look, "", Text.SUPPORT, colour="text_2")
        self._suggestion = Label(
            look, "", Text.SUPPORT, colour="accent_text", weight=QFont.Weight.Medium
        )
        self._suggestion.hide()
        self._signals = SignalChecks(look, texts)
        self._trouble = SaidLine(look, text=Text.SUPPORT, colour="brick_text")
        self._save = Button(look, self.tr("Save"), kind="primary", keys="Ctrl Enter")
        self._close = Button(look, self.tr("Close"), kind="ghost", keys="Esc")
        self._close.setToolTip(self.tr("What you wrote stays, to go on with later."))

    def _make_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._heading, 1)
        head.addWidget(self._day)
        return head

    def _make_words_side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._question(self.tr("What did you see in the group?")))
        column.addWidget(self._text)
        column.addWidget(WordTipPanel(self._look, self._text, proposes=False))
        reminder = QHBoxLayout()
        reminder.setSpacing(6)
        reminder.addWidget(IconLabel(self._look, "users", colour="text_3", size=14))
        words = self.tr("About the group, without names")
        reminder.addWidget(Label(self._look, words, Text.CAPTION, colour="text_3"), 1)
        column.addLayout(reminder)
        column.addSpacing(10)
        column.addWidget(self._question(self.tr("Hunch: which phase?")))
        column.addWidget(self._phases)
        column.addWidget(self._line)
        column.addWidget(self._suggestion)
        column.addStretch(1)
        return side

    def _make_seen_side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._question(self.tr("Signals you saw")))
        column.addWidget(self._signals)
        column.addStretch(1)
        return side

    def _make_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._save)
        foot.addWidget(self._close)
        foot.addSpacing(8)
        foot.addWidget(self._trouble, 1)
        foot.addStretch(1)
        return foot

    def _question(self, words: str) -> Label:
        return Label(self._look, words, Text.BODY, weight=QFont.Weight.DemiBold)

    def _connect(self) -> None:
        self._day.picked.connect(self._on_day_picked)
        self._text.textChanged.connect(self._on_text_changed)
        self._phases.picked.connect(self._on_phase_picked)
        self._signals.picked.connect(self._on_signals_picked)
        self._save.clicked.connect(self.save_requested)
        self._close.clicked.connect(self.close_requested)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, wish in (
            ("Ctrl+Return", self.save_requested),
            ("Ctrl+Enter", self.save_requested),
            ("Esc", self.close_requested),
        ):
            shortcut = QShortcut(QKeySequence(keys), self, context=inside)
            shortcut.activated.connect(wish)

    def _change(self, **changes: object) -> None:
        if self._draft is None:
            return
        self._draft = replace(self._draft, **changes)  # type: ignore[arg-type]  # fields of Draft
        self.set_trouble("")
        self.edited.emit(self._draft)

    def _show_line(self, phase: Phase | None) -> None:
        self._line.setText(self._texts.phases[phase].line if phase else "")
        self._line.setVisible(phase is not None)

    @Slot(object)
    def _on_day_picked(self, day: date) -> None:
        self._change(day=day)

    @Slot()
    def _on_text_changed(self) -> None:
        self._change(text=self._text.toPlainText())

    @Slot(str)
    def _on_phase_picked(self, key: str) -> None:
        phase = Phase(key) if key else None
        self._show_line(phase)
        self._change(phase=phase)

    @Slot(tuple)
    def _on_signals_picked(self, those: tuple[object, ...]) -> None:
        self._change(signals=those)
