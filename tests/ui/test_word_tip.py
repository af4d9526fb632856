"""The word tip: it proposes, it never blocks, and it forgets."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from builders import school_class
from klasgenoot.store.contacts import contacts_of
from klasgenoot.ui.kit.field import Field, TextBox
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.word_tip import WordTipPanel
from klasgenoot.ui.shell.log_editor import LogEditor
from klasgenoot.ui.shell.log_panel import LogPanel
from klasgenoot.viewmodels.quicklog import QuickLogViewModel
from klasgenoot.viewmodels.session import Session


@pytest.fixture(autouse=True)
def in_dutch() -> Iterator[None]:
    """Proposals come in the language on screen."""
    before = QLocale()
    QLocale.setDefault(QLocale("nl_NL"))
    yield
    QLocale.setDefault(before)


class Form(QWidget):
    """A field with the tip below it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.box = TextBox(look, name="Note")
        self.tip = WordTipPanel(look, self.box)
        column = QVBoxLayout(self)
        column.addWidget(self.box)
        column.addWidget(self.tip)

    def type(self, text: str) -> None:
        self.box.setPlainText(text)
        self.tip.look_now()


@pytest.fixture
def form(look: Look, qtbot: QtBot) -> Form:
    form = Form(look)
    qtbot.addWidget(form)
    form.show()
    return form


def press(panel: QWidget, text: str) -> None:
    button = next(each for each in panel.findChildren(QPushButton) if each.text() == text)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_a_word_is_spoken_of_once_typing_rests(form: Form, qtbot: QtBot):
    QTest.keyClicks(form.box, "heeft adhd")
    assert form.tip.isHidden()
    qtbot.waitUntil(form.tip.isVisible)
    assert "decaan" in form.tip.accessibleName()
    assert "Wat zag of hoorde je?" in form.tip.accessibleName()


def test_replacing_takes_one_sentence_and_can_be_taken_back(form: Form):
    form.type("\N{WINKING FACE} Stage besproken. Heeft adhd")
    press(form.tip, "Replace")

    proposal = "heeft met de decaan gesproken, wil de deadline bespreken"
    assert form.box.toPlainText() == f"\N{WINKING FACE} Stage besproken. {proposal}"
    assert form.tip.isHidden()
    form.box.undo()
    assert form.box.toPlainText() == "\N{WINKING FACE} Stage besproken. Heeft adhd"


def test_what_is_left_stays_and_is_forgotten_with_the_text(form: Form):
    form.type("heeft adhd")
    press(form.tip, "Leave it")
    assert form.tip.isHidden()
    assert form.box.toPlainText() == "heeft adhd"
    form.type("heeft adhd en meer")
    assert form.tip.isHidden()
    form.type("")
    form.type("heeft adhd")
    assert form.tip.isVisible()


def test_danger_shows_whom_to_call_first(form: Form):
    form.type("wil niet meer leven")

    assert form.tip.tip is not None
    assert [line.phone for line in form.tip.tip.help] == ["112", "113 of 0800-0113"]
    assert "113.nl" in form.tip.accessibleName()


def test_the_quick_log_saves_what_stands_there_whatever_the_tip_says(
    look: Look, session: Session, qtbot: QtBot
):
    _, ids = school_class(session.desk)
    window = QWidget()
    window.resize(1200, 800)
    qtbot.addWidget(window)
    view_model = QuickLogViewModel(session)
    panel = LogPanel(look, view_model, parent=window)
    window.show()
    panel.open_for(ids[0])
    editor = panel.findChild(LogEditor)
    tip = panel.findChild(WordTipPanel)
    assert editor is not None
    assert tip is not None
    QTest.keyClicks(editor, "heeft adhd")
    tip.look_now()
    assert tip.isVisible()
    assert tip.tip is not None
    start, end = tip.tip.clause or (0, 0)
    assert view_model.text[start:end] == "heeft adhd"
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (contact,) = contacts_of(session.vault, ids[0])
    assert contact.text == "heeft adhd"
    rows = session.vault.rows("SELECT count(*) FROM settings WHERE value LIKE '%adhd%'")
    assert list(rows) == [(0,)]


def test_a_field_of_one_line_is_watched_too(look: Look, qtbot: QtBot):
    field = Field(look, name="What")
    tip = WordTipPanel(look, field)
    for widget in (field, tip):
        qtbot.addWidget(widget)
    field.setText("\N{WINKING FACE} Mailen. Vraag over adhd")
    tip.look_now()
    press(tip, "Replace")

    assert field.text().startswith("\N{WINKING FACE} Mailen. heeft met de decaan")
    field.undo()
    assert field.text().endswith("Vraag over adhd")


def test_where_nothing_is_proposed_it_is_only_asked(look: Look, qtbot: QtBot):
    field = Field(look, name="Mnemonic")
    tip = WordTipPanel(look, field, proposes=False)
    for widget in (field, tip):
        qtbot.addWidget(widget)
    field.setText("draagt een hoofddoek")
    tip.look_now()

    shown = [each.text() for each in tip.findChildren(QPushButton) if not each.isHidden()]
    assert shown == ["Leave it"]
    assert "Tip" not in tip.accessibleName()
