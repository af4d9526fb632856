"""The page Phases with real key presses."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from builders import TODAY, school_class
from klasgenoot.domain.groups import Phase, Signal
from klasgenoot.operations.group_notes import note_group
from klasgenoot.store import group_notes
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.choice import Check
from klasgenoot.ui.kit.empty import EmptyState
from klasgenoot.ui.kit.field import Field, TextBox
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.pages.phases.page import PhasesPage
from klasgenoot.viewmodels.phases import PhasesViewModel
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId, Target

TEXTS = Path(__file__).resolve().parents[2] / "resources" / "phases"
Keys = Callable[..., None]


@pytest.fixture
def page(look: Look, session: Session, qtbot: QtBot) -> Iterator[PhasesPage]:
    """The page in a window that answers to Ctrl+Z, as the real one does."""
    school_class(session.desk, size=2)
    shown = PhasesPage(look, PhasesViewModel(session, texts=TEXTS))
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(shown)
    QShortcut(QKeySequence("Ctrl+Z"), window).activated.connect(session.undo)
    window.resize(1200, 800)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    shown.arrive(Target(PageId.PHASES))
    yield shown
    window.close()


@pytest.fixture
def press(page: PhasesPage) -> Keys:
    """Presses keys where the keyboard is."""

    def pressed(*keys: Qt.Key | str, times: int = 1, **modifier: Qt.KeyboardModifier) -> None:
        for key in keys * times:
            there = QApplication.focusWidget()
            assert there is not None
            if isinstance(key, str):
                QTest.keyClicks(there, key)
            else:
                QTest.keyClick(there, key, modifier.get("hold", Qt.KeyboardModifier.NoModifier))

    return pressed


CTRL = Qt.KeyboardModifier.ControlModifier


def notes(session: Session) -> list[tuple[str, Phase | None, tuple[Signal, ...]]]:
    current = session.current_class
    assert current is not None
    found = group_notes.notes_on(session.vault, current.id)
    return [(note.text, note.phase, note.signals) for note in found]


def add(session: Session, text: str, **parts: object) -> None:
    current = session.current_class
    assert current is not None
    session.do(note_group, class_id=current.id, text=text, **({"on": TODAY} | parts))


def said(page: QWidget) -> list[str]:
    """Every text that can be read on the page."""
    return [each.text() for each in page.findChildren(Label) if each.isVisible() and each.text()]


def cramped(page: QWidget) -> list[str]:
    """Texts that have less height than they need at their width."""
    shown = [each for each in page.findChildren(Label) if each.isVisible() and each.text()]
    return [each.text() for each in shown if each.height() < each.heightForWidth(each.width())]


def focused_text() -> str:
    there = QApplication.focusWidget()
    return there.text() if isinstance(there, Button | Check) else type(there).__name__


def test_a_note_with_a_phase_and_two_signals_is_logged_and_undone_from_the_keyboard(
    page: PhasesPage, session: Session, press: Keys
) -> None:
    page.arrive(Target(PageId.PHASES, act="note"))
    press("Nieuwe groepen maakten zelf afspraken.")
    press(Qt.Key.Key_Tab)  # to the phases
    press(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space)
    press(Qt.Key.Key_Tab)  # to the signals
    press(Qt.Key.Key_Down, times=3)
    press(Qt.Key.Key_Right)
    assert focused_text() == "Helpen elkaar zonder dat je het vraagt"
    press(Qt.Key.Key_Left, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space)
    press(Qt.Key.Key_Return, hold=CTRL)

    signals = (Signal.ADDRESS_EACH_OTHER, Signal.TASKS_ARE_DIVIDED)
    assert notes(session) == [("Nieuwe groepen maakten zelf afspraken.", Phase.NORMING, signals)]
    assert "Nieuwe groepen maakten zelf afspraken." in said(page)
    assert "One move for normeren" in said(page)

    press(Qt.Key.Key_Z, hold=CTRL)
    assert notes(session) == []
    assert "Nieuwe groepen maakten zelf afspraken." not in said(page)


def test_without_notes_one_sentence_and_the_button_say_what_comes_here(
    page: PhasesPage, press: Keys
) -> None:
    assert "Here your notes on how the group is doing will stand." in said(page)
    buttons = [b for b in page.findChildren(Button) if b.isVisible()]
    assert [b.text() for b in buttons] == ["Note on the group"]
    assert buttons[0].hasFocus()
    press(Qt.Key.Key_Space)
    assert isinstance(QApplication.focusWidget(), TextBox)


def test_escape_closes_the_note_and_keeps_what_was_written(
    page: PhasesPage, session: Session, press: Keys
) -> None:
    page.arrive(Target(PageId.PHASES, act="note"))
    press("Half af")
    press(Qt.Key.Key_Escape)
    assert not page.findChild(TextBox).isVisible()
    assert notes(session) == []
    assert focused_text() == "Go on with your note"
    press(Qt.Key.Key_Space)
    press(", en door.")
    press(Qt.Key.Key_Enter, hold=CTRL)
    assert notes(session) == [("Half af, en door.", None, ())]


def test_what_was_written_outlives_leaving_the_page(
    page: PhasesPage, look: Look, session: Session, press: Keys, qtbot: QtBot
) -> None:
    page.arrive(Target(PageId.PHASES, act="note"))
    press("Half af")
    made_anew = PhasesPage(look, PhasesViewModel(session, texts=TEXTS))
    qtbot.addWidget(made_anew)
    made_anew.show()
    made_anew.arrive(Target(PageId.PHASES, act="note"))
    assert made_anew.findChild(TextBox).toPlainText() == "Half af"


def test_an_empty_note_says_what_is_missing_and_stays_open(page: PhasesPage, press: Keys) -> None:
    page.arrive(Target(PageId.PHASES, act="note"))
    press(Qt.Key.Key_Return, hold=CTRL)
    assert "Write a sentence, choose a phase or tick a signal first." in said(page)
    press("Toch iets")
    assert "Write a sentence, choose a phase or tick a signal first." not in said(page)


def test_ticking_signals_suggests_a_phase_in_words_only(
    page: PhasesPage, session: Session, press: Keys
) -> None:
    page.arrive(Target(PageId.PHASES, act="note"))
    press(Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Space)
    assert "This fits vormen." in said(page)
    press(Qt.Key.Key_Return, hold=CTRL)
    assert notes(session) == [("", None, (Signal.WAITING_FOR_TEACHER,))]


def test_pressing_a_chosen_phase_takes_it_off(
    page: PhasesPage, session: Session, press: Keys
) -> None:
    page.arrive(Target(PageId.PHASES, act="note"))
    press("Rustig.")
    press(Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert page._view_model.draft.phase is Phase.FORMING
    press(Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert page._view_model.draft.phase is Phase.STORMING
    press(Qt.Key.Key_Return)
    assert page._view_model.draft.phase is None


@pytest.mark.parametrize(
    ("keys", "days"),
    [
        ((Qt.Key.Key_Down,), 1),
        ((Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up), 1),
        ((Qt.Key.Key_PageDown,), 7),
        ((Qt.Key.Key_Up,), 0),
        (("gisteren",), 1),
        (("22 okt",), 7),
        (("onzin",), 0),
    ],
)
def test_the_day_is_stepped_through_or_typed_and_never_lies_ahead(
    page: PhasesPage, press: Keys, keys: tuple[Qt.Key | str, ...], days: int
) -> None:
    page.arrive(Target(PageId.PHASES, act="note"))
    press("Iets.")
    press(Qt.Key.Key_Backtab)
    there = QApplication.focusWidget()
    assert isinstance(there, Field)
    there.selectAll()
    press(*keys)
    assert page._view_model.draft.day == TODAY - timedelta(days=days)
    press(Qt.Key.Key_Tab)
    assert there.text() != "onzin"


def test_a_note_is_mended_and_removed_from_the_keyboard(
    page: PhasesPage, session: Session, press: Keys, qtbot: QtBot
) -> None:
    add(session, "Oude.", on=TODAY - timedelta(days=7))
    add(session, "Nieuwe.")
    qtbot.waitUntil(lambda: page.findChild(EmptyState) is None)
    page._note.setFocus()
    press(Qt.Key.Key_Tab)  # to the notes
    press(Qt.Key.Key_Down, Qt.Key.Key_Space)
    press("re woorden")
    press(Qt.Key.Key_Return, hold=CTRL)
    assert [note[0] for note in notes(session)] == ["Nieuwe.", "Oude.re woorden"]

    press(Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert [note[0] for note in notes(session)] == ["Oude.re woorden"]
    press(Qt.Key.Key_Z, hold=CTRL)
    assert [note[0] for note in notes(session)] == ["Nieuwe.", "Oude.re woorden"]


def test_after_a_note_is_removed_the_focus_is_on_the_one_in_its_place(
    page: PhasesPage, session: Session, press: Keys
) -> None:
    add(session, "Oude.", on=TODAY - timedelta(days=7))
    add(session, "Nieuwe.")
    page._notes._items[0].remove.setFocus()
    press(Qt.Key.Key_Space)
    assert QApplication.focusWidget() is page._notes._items[0].remove


def test_of_many_notes_the_newest_are_shown_and_the_rest_on_asking(
    page: PhasesPage, session: Session, press: Keys
) -> None:
    for days in range(15):
        add(session, f"Notitie {days}.", on=TODAY - timedelta(days=days))
    assert "Notitie 11." in said(page)
    assert "Notitie 12." not in said(page)
    page._notes._more.setFocus()
    press(Qt.Key.Key_Space)
    assert "Notitie 14." in said(page)
    assert QApplication.focusWidget() is page._notes._items[12].edit


def test_a_note_shows_its_phase_signals_and_age(page: PhasesPage, session: Session) -> None:
    on = TODAY - timedelta(days=2)
    add(session, "Rustig.", on=on, phase=Phase.NORMING, signals=[Signal.OWN_AGREEMENTS])
    assert "Maken zelf afspraken" in said(page)
    assert "2 day(s) old" in said(page)
    assert page._notes._items[0].accessibleName().startswith("Tue 27 Oct. hunch: normeren. Rustig.")


@pytest.mark.parametrize("width", [560, 900, 1600])
def test_every_text_has_the_room_it_needs(
    page: PhasesPage, session: Session, qtbot: QtBot, width: int
) -> None:
    add(session, "Een lange regel over de groep. " * 8, phase=Phase.ADJOURNING)
    page.window().resize(width, 700)
    page.arrive(Target(PageId.PHASES, act="note"))
    qtbot.waitUntil(lambda: cramped(page) == [], timeout=30_000)
