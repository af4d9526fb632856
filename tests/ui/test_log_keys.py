"""How many keys does the quick log take? Pressed for real in the window, and counted."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from builders import TODAY, school_class
from klasgenoot.app.language import Speaker
from klasgenoot.domain.people import StudentId
from klasgenoot.store.absences import absent_in
from klasgenoot.store.contacts import contacts_in_class, contacts_of, open_promises
from klasgenoot.store.drafts import LOG, stored_draft
from klasgenoot.ui.shell.window import Window
from klasgenoot.viewmodels.begun_text import AGAIN_MS, PAUSE_MS
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId, Target

RESOURCES = Path(__file__).parents[2] / "resources"
KEYS = {
    "enter": Qt.Key.Key_Return,
    "f9": Qt.Key.Key_F9,
    "esc": Qt.Key.Key_Escape,
    "tab": Qt.Key.Key_Tab,
    "ctrl": Qt.Key.Key_Control,
    "shift": Qt.Key.Key_Shift,
    "alt": Qt.Key.Key_Alt,
}
HELD = {
    "ctrl": Qt.KeyboardModifier.ControlModifier,
    "shift": Qt.KeyboardModifier.ShiftModifier,
    "alt": Qt.KeyboardModifier.AltModifier,
}


class Hand:
    """Presses keys wherever the focus is, and counts each, also those that are held."""

    def __init__(self, qtbot: QtBot, window: Window) -> None:
        self._qtbot = qtbot
        self.window = window
        self.pressed = 0
        self.written = 0

    def press(self, keys: str) -> "Hand":
        """Letters, and names between < and >: "<ctrl+L>sa<enter>". A capital is two keys."""
        while keys:
            if keys[0] == "<":
                name, _, keys = keys[1:].partition(">")
                self._press_named(name)
            else:
                self._press_letter(keys[0])
                self.pressed += 1 + (keys[0].isupper() or keys[0] in '*:#@">')
                keys = keys[1:]
        return self

    def write(self, sentence: str) -> "Hand":
        """Types the sentence itself, which the figures leave out."""
        for letter in sentence:
            self._press_letter(letter)
        self.written += len(sentence)
        return self

    def _press_named(self, name: str) -> None:
        *held, last = name.split("+")
        modifier = Qt.KeyboardModifier.NoModifier
        for each in held:
            modifier |= HELD[each]
        key = KEYS.get(last) or Qt.Key(ord(last))
        if not self.window.isActiveWindow():  # in memory it may lose that while it waits
            with self._qtbot.waitActive(self.window):
                self.window.activateWindow()
        self._qtbot.keyClick(self._focus(), key, modifier)
        self.pressed += 1 + len(held)

    def _press_letter(self, letter: str) -> None:
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(self._focus(), event)

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window.focusWidget() or self.window


@pytest.fixture
def ids(session: Session) -> list[StudentId]:
    class_id, ids = school_class(session.desk)
    session.choose_class(class_id)
    return ids


@pytest.fixture
def hand(qtbot: QtBot, session: Session, ids: list[StudentId], tmp_path: Path) -> Iterator[Hand]:
    speaker, before = Speaker(RESOURCES / "translations"), QLocale()
    window = Window(
        session, resources=RESOURCES, speak=speaker.speak, state_file=tmp_path / "window.ini"
    )
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    qtbot.waitUntil(lambda: window.is_furnished)
    yield Hand(qtbot, window)
    speaker.fall_silent()
    QLocale.setDefault(before)


def texts(session: Session, who: StudentId) -> list[str]:
    return [contact.text for contact in contacts_of(session.vault, who)]


# ---- the figures of the issue ----


def test_one_student_from_any_page_takes_at_most_eight_keys(
    hand: Hand, session: Session, ids: list[StudentId]
) -> None:
    pages = (PageId.NAMES, PageId.STUDENTS, PageId.CHECK_INS, PageId.GUIDE, PageId.SETTINGS)
    for page in pages:
        hand.window.go(Target(page))
        hand.pressed = 0
        hand.press("<ctrl+L>noo:").write("loopt").press("<enter>")
        assert hand.pressed <= 8
    assert texts(session, ids[2]) == ["loopt"] * len(pages)


def test_four_students_with_a_sentence_take_at_most_twenty_keys(
    hand: Hand, session: Session, ids: list[StudentId]
) -> None:
    hand.press("<ctrl+L>sa,mi,no,zo:").write("groepsproject loopt").press("<enter>")

    assert [texts(session, ids[at]) for at in (0, 1, 2, 4)] == [["groepsproject loopt"]] * 4
    assert texts(session, ids[3]) == []
    assert hand.pressed <= 20


def test_the_whole_class_but_two_takes_at_most_twelve_keys(
    hand: Hand, session: Session, ids: list[StudentId]
) -> None:
    hand.press("<ctrl+L>*-no,zo<enter>")

    (contact,) = contacts_in_class(session.vault, session.current_class.id)
    assert contact.student_ids == (ids[0], ids[1], ids[3])
    assert hand.pressed <= 12


def test_after_class_all_but_two_with_a_sentence_take_at_most_twelve_keys_beside_it(
    hand: Hand, session: Session, ids: list[StudentId]
) -> None:
    hand.press("<f9>*-1 -2:").write("ronde gemaakt").press("<enter>")

    (contact,) = contacts_in_class(session.vault, session.current_class.id)
    assert (len(contact.student_ids), contact.text) == (3, "ronde gemaakt")
    assert hand.pressed <= 12


def test_after_class_four_by_their_numbers_take_at_most_twenty_keys(
    hand: Hand, session: Session, ids: list[StudentId]
) -> None:
    hand.press("<f9>1 2 3 4:").write("groepsproject loopt").press("<enter>")

    (contact,) = contacts_in_class(session.vault, session.current_class.id)
    assert len(contact.student_ids) == 4
    assert hand.pressed <= 20


def test_after_class_a_sentence_on_a_number_key_is_two_keys(
    hand: Hand, session: Session, ids: list[StudentId]
) -> None:
    hand.press("<f9>*-1,2<alt+1><enter>")

    (contact,) = contacts_in_class(session.vault, session.current_class.id)
    assert len(contact.student_ids) == 3
    assert contact.text == "kort gesproken, gaat goed"
    assert hand.pressed <= 12


def test_after_class_who_was_away_is_left_out_and_one_undo_takes_all_back(
    hand: Hand, session: Session, ids: list[StudentId]
) -> None:
    hand.press("<f9>no,zo afwezig<shift+enter>*:").write("ronde gemaakt").press("<ctrl+enter>")

    (contact,) = contacts_in_class(session.vault, session.current_class.id)
    assert contact.student_ids == (ids[0], ids[1], ids[3])
    assert absent_in(session.vault, 1) == {TODAY: frozenset({ids[2], ids[4]})}

    hand.press("<ctrl+Z>")
    assert contacts_in_class(session.vault, session.current_class.id) == ()
    assert absent_in(session.vault, 1) == {}


# ---- what must not get lost ----


def test_a_draft_outlives_escape_and_a_crash(
    hand: Hand, session: Session, ids: list[StudentId], qtbot: QtBot
) -> None:
    hand.press("<f9>sa,mi:").write("groepsproject")
    assert PAUSE_MS < AGAIN_MS
    assert PAUSE_MS <= 2_000
    # what a crash leaves behind is what the vault holds, without anything being closed
    qtbot.waitUntil(
        lambda: stored_draft(session.vault, of=LOG) == "sa,mi:groepsproject", timeout=2_000
    )

    hand.press("<esc>")
    assert not hand.window.log_panel.isVisible()
    hand.press("<ctrl+L>").write(" loopt").press("<enter>")
    assert texts(session, ids[0]) == ["groepsproject loopt"]
    assert stored_draft(session.vault, of=LOG) == ""


def test_a_draft_outlives_a_lock(hand: Hand, session: Session) -> None:
    hand.press("<f9>sa:").write("groepsproject")
    hand.window.leave()  # what a lock does with the window

    assert hand.window.is_left
    assert hand.window.log_panel.has_draft


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("xander: stage", "Niemand heet \u2018xander\u2019"),
        ("31-2 noor: stage", "Die dag bestaat niet"),
        ("morgen noor: stage", "Die dag komt nog"),
        (": ", "Noem eerst iemand"),
        ("@groep3: stage", "Er is geen klas of groep \u2018@groep3\u2019"),
        ("noor: " + "a" * 281, "Langer dan 280 tekens"),
    ],
)
def test_what_is_wrong_is_said_in_the_line_and_nothing_is_half_stored(
    hand: Hand, session: Session, line: str, said: str
) -> None:
    hand.press("<ctrl+L>")
    hand.window.log_panel._field.editor.insertPlainText(line)
    hand.press("<ctrl+enter>")

    chips = hand.window.log_panel._field._chips.accessibleName()
    assert said in chips
    assert hand.window.log_panel._field.editor.toPlainText() == line
    assert contacts_in_class(session.vault, session.current_class.id) == ()
    assert open_promises(session.vault) == ()


def test_a_promise_made_after_class_is_due_on_its_day(
    hand: Hand, session: Session, ids: list[StudentId]
) -> None:
    hand.press("<f9>no terug vr<enter>")

    (promise,) = open_promises(session.vault)
    assert (promise.student_id, promise.due_on) == (ids[2], TODAY + timedelta(days=1))
