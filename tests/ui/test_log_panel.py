"""The quick log with real keys: what is pressed, how many presses it takes, what is saved."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QLocale, QPoint, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from builders import TODAY, school_class, student
from klasgenoot.domain.errors import DiskFull
from klasgenoot.domain.people import StudentId
from klasgenoot.operations.students import add_student
from klasgenoot.store import drafts
from klasgenoot.store.contacts import contacts_in_class, contacts_of, open_promises
from klasgenoot.store.drafts import LOG, save_draft, stored_draft
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.focus import REACH
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look, make_look
from klasgenoot.ui.kit.segmented import Segmented
from klasgenoot.ui.kit.word_tip import WordTipPanel
from klasgenoot.ui.shell import log_candidates
from klasgenoot.ui.shell.log_bar import LogBar
from klasgenoot.ui.shell.log_candidates import LogCandidates
from klasgenoot.ui.shell.log_chips import LogChips
from klasgenoot.ui.shell.log_editor import LogEditor
from klasgenoot.ui.shell.log_faces import NAME_GAP, LogFaces, number_box
from klasgenoot.ui.shell.log_field import LogField
from klasgenoot.ui.shell.log_foot import REMINDER, LogFoot
from klasgenoot.ui.shell.log_panel import LogPanel
from klasgenoot.ui.shell.log_templates import KeyPill
from klasgenoot.ui.shell.log_units import letter_at, unit_at
from klasgenoot.viewmodels.quicklog import QuickLogViewModel
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import SENTENCES, PageId, Target

RESOURCES = Path(__file__).parents[2] / "resources"
KEY, HOMING, THOUGHT = 0.28, 0.40, 1.35
"""Seconds for a key, for the hand to go to the keyboard and for a thought (Card, Moran, Newell)."""


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """Days are written in English, whatever the computer speaks."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


class Desktop(QWidget):
    """A window with a page that has the focus, and the panel on Ctrl L."""

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__()
        self.resize(1280, 800)
        self.page = QLineEdit()
        QVBoxLayout(self).addWidget(self.page)
        self.panel = LogPanel(look, QuickLogViewModel(session), parent=self)
        shortcut = QShortcut(QKeySequence("Ctrl+L"), self)
        shortcut.activated.connect(lambda: self.panel.open_for(None))
        self.presses = 0

    def press(self, qtbot: QtBot, keys: str) -> None:
        """Presses keys one by one wherever the focus is: letters, and names between < and >."""
        names = {
            "enter": (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
            "ctrl-enter": (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
            "shift-enter": (Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier),
            "ctrl-l": (Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier),
            "ctrl-z": (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
            "tab": (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier),
            "back": (Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier),
            "esc": (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
            "down": (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier),
            "right": (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier),
            "space": (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier),
            "alt-1": (Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier),
        }
        while keys:
            if keys[0] == "<":
                name, _, keys = keys[1:].partition(">")
                key, modifier = names[name]
                qtbot.keyClick(self.focusWidget() or self, key, modifier)
                self.presses += 1 if modifier == Qt.KeyboardModifier.NoModifier else 2
            else:
                letter, keys = keys[0], keys[1:]
                event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(self.focusWidget() or self, event)
                self.presses += 1

    def seconds(self, *, thoughts: int) -> float:
        """How long the presses so far take a practised hand."""
        return self.presses * KEY + HOMING + thoughts * THOUGHT

    @property
    def editor(self) -> LogEditor:
        return self.panel.findChild(LogEditor)

    @property
    def text(self) -> str:
        return self.editor.toPlainText()

    @property
    def candidates(self) -> LogCandidates:
        return self.panel.findChild(LogCandidates)


@pytest.fixture
def ids(session: Session) -> list[StudentId]:
    class_id, ids = school_class(session.desk)
    session.choose_class(class_id)
    return ids


@pytest.fixture
def desktop(look: Look, session: Session, ids: list[StudentId], qtbot: QtBot) -> Iterator[Desktop]:
    desktop = Desktop(look, session)
    qtbot.addWidget(desktop)
    desktop.show()
    desktop.activateWindow()
    with qtbot.waitActive(desktop):
        desktop.page.setFocus()
    yield desktop
    desktop.panel.keep_draft()


def texts(session: Session, who: StudentId) -> list[str]:
    return [contact.text for contact in contacts_of(session.vault, who)]


# ---- in a few seconds ----


def test_one_student_is_logged_within_five_seconds(
    desktop: Desktop, session: Session, ids: list[StudentId], qtbot: QtBot
):
    desktop.press(qtbot, "<ctrl-l>noo<enter>")

    assert texts(session, ids[2]) == [""]
    assert desktop.presses == 6
    assert desktop.seconds(thoughts=2) <= 5
    assert not desktop.panel.isVisible()
    assert desktop.focusWidget() is desktop.page


def test_four_students_with_a_sentence_are_logged_within_twenty_seconds(
    desktop: Desktop, session: Session, ids: list[StudentId], qtbot: QtBot
):
    desktop.press(qtbot, "<ctrl-l>sa,mi,no,zo:groepsproject loopt<enter>")

    assert [texts(session, who) for who in ids] == [
        ["groepsproject loopt"],
        ["groepsproject loopt"],
        ["groepsproject loopt"],
        [],
        ["groepsproject loopt"],
    ]
    assert desktop.seconds(thoughts=6) <= 20


@pytest.mark.parametrize(("keys", "absent"), [("*", set()), ("*-no,zo", {2, 4})])
def test_a_whole_class_is_logged_within_ten_seconds(
    desktop: Desktop,
    session: Session,
    ids: list[StudentId],
    qtbot: QtBot,
    keys: str,
    absent: set[int],
):
    desktop.press(qtbot, f"<ctrl-l>{keys}<enter>")

    (contact,) = contacts_in_class(session.vault, session.current_class.id)
    assert contact.student_ids == tuple(who for at, who in enumerate(ids) if at not in absent)
    assert desktop.seconds(thoughts=4) <= 10


# ---- keys ----


def test_what_stands_in_the_head_after_class_is_in_line(desktop: Desktop, qtbot: QtBot):
    desktop.panel.open_for(None, after_class=True)
    ticks = desktop.panel.findChild(Segmented)
    whole, cross = (
        next(each for each in desktop.panel.findChildren(Button) if name in words_of(each))
        for name in ("Whole class", "Close, and keep the draft")
    )
    qtbot.waitUntil(ticks.isVisible)
    middles = {each.geometry().center().y() for each in (ticks, whole, cross)}
    assert max(middles) - min(middles) <= 1


def words_of(button: Button) -> str:
    return f"{button.text()} {button.accessibleName()}"


def test_the_cursor_is_in_the_lines_at_once(desktop: Desktop, qtbot: QtBot):
    desktop.press(qtbot, "<ctrl-l>")

    assert desktop.focusWidget() is desktop.editor


def test_escape_first_closes_the_names_then_the_panel_and_keeps_the_draft(
    desktop: Desktop, session: Session, qtbot: QtBot
):
    desktop.press(qtbot, "<ctrl-l>sa")
    assert desktop.candidates.isVisible()

    desktop.press(qtbot, "<esc>")
    assert (desktop.candidates.isVisible(), desktop.panel.isVisible()) == (False, True)

    desktop.press(qtbot, "<esc>")
    assert not desktop.panel.isVisible()
    assert stored_draft(session.vault, of=LOG) == "sa"

    desktop.press(qtbot, "<ctrl-l>")
    assert desktop.text == "sa"


def test_tab_takes_the_name_in_front_and_otherwise_goes_on(desktop: Desktop, qtbot: QtBot):
    desktop.press(qtbot, "<ctrl-l>sa<tab>")
    assert desktop.text == "Sanne"
    assert desktop.focusWidget() is desktop.editor

    desktop.press(qtbot, "<tab>")
    assert desktop.focusWidget() is not desktop.editor
    assert desktop.panel.isAncestorOf(desktop.focusWidget())


def test_between_two_of_one_name_arrows_choose_a_face(
    desktop: Desktop, session: Session, ids: list[StudentId], qtbot: QtBot
):
    other = session.do(
        add_student, class_id=1, draft=student(0, family_name="Visser"), joined=TODAY
    )
    desktop.press(qtbot, "<ctrl-l>sanne<down><enter>")
    assert desktop.text == "Sanne V"

    desktop.press(qtbot, "<enter>")
    assert texts(session, other) == [""]
    assert texts(session, ids[0]) == []


def test_lines_are_divided_by_shift_enter_and_saved_by_ctrl_enter(
    desktop: Desktop, session: Session, ids: list[StudentId], qtbot: QtBot
):
    desktop.press(qtbot, "<ctrl-l>Sanne: stage<shift-enter>Noor g terug vr<enter>Milan")
    assert desktop.text == "Sanne: stage\nNoor g terug vr\nMilan"
    saving = next(b for b in desktop.panel.findChildren(Button) if b.text().startswith("Save"))
    assert saving.text() == "Save 3 line(s)"

    desktop.press(qtbot, "<ctrl-enter>")
    assert texts(session, ids[0]) == ["stage"]
    assert [one.due_on for one in open_promises(session.vault)] == [TODAY + timedelta(days=1)]


def test_what_cannot_be_saved_stays_and_ctrl_z_does_not_bring_the_rest_back(
    desktop: Desktop, session: Session, ids: list[StudentId], qtbot: QtBot
):
    desktop.press(qtbot, "<ctrl-l>Sanne: stage<shift-enter>Jan: onbekend<ctrl-enter>")
    assert desktop.panel.isVisible()
    assert desktop.text == "Jan: onbekend"
    assert "Jan" in desktop.panel.findChild(LogChips).accessibleName()

    desktop.press(qtbot, "<ctrl-z>")
    assert desktop.text == "Jan: onbekend"
    assert texts(session, ids[0]) == ["stage"]


def test_ctrl_z_takes_back_what_a_wish_wrote(desktop: Desktop, qtbot: QtBot):
    desktop.press(qtbot, "<ctrl-l>Sanne<alt-1>")
    assert desktop.text == "Sanne: spoke briefly, going well"

    desktop.press(qtbot, "<ctrl-z>")
    assert desktop.text == "Sanne"


def test_backspace_behind_a_recognised_piece_lets_it_be_text(
    desktop: Desktop, session: Session, ids: list[StudentId], qtbot: QtBot
):
    desktop.press(qtbot, "<ctrl-l>Sanne: zei terug vr<back><enter>")

    assert texts(session, ids[0]) == ["zei terug vr"]
    assert open_promises(session.vault) == ()


def test_a_recognised_piece_behind_an_emoji_is_still_the_right_piece(
    desktop: Desktop, session: Session, ids: list[StudentId], qtbot: QtBot
):
    desktop.press(qtbot, "<ctrl-l>Sanne: top \U0001f44d #zorg")
    inked = [piece.cursor.selectedText() for piece in desktop.editor.extraSelections()]
    assert inked == ["Sanne", "#zorg"]

    desktop.press(qtbot, ", ook<enter>")
    assert texts(session, ids[0]) == ["top \U0001f44d , ook"]


# ---- faces, chips and suggestions ----


def test_space_on_a_face_names_it_in_the_line_and_once_more_no_longer(
    desktop: Desktop, qtbot: QtBot
):
    desktop.press(qtbot, "<ctrl-l>")
    faces = desktop.panel.findChildren(LogFaces)[1]
    faces.setFocus()
    name = faces.model().rows()[0].name
    desktop.press(qtbot, "<space>")
    assert desktop.text == name

    desktop.press(qtbot, "<right><enter>")
    assert desktop.text == f"{name}, {faces.model().rows()[1].name}"

    desktop.press(qtbot, "<space>")
    assert desktop.text == name
    assert [row.selected for row in faces.model().rows()] == [True, False]


def test_a_click_on_a_face_names_it(desktop: Desktop, qtbot: QtBot):
    desktop.press(qtbot, "<ctrl-l>")
    faces = desktop.panel.findChildren(LogFaces)[0]
    box = faces.visualRect(faces.model().index(1, 0))
    qtbot.mouseClick(faces.viewport(), Qt.MouseButton.LeftButton, pos=box.center())

    assert desktop.text == faces.model().rows()[1].name


def test_the_cross_in_a_chip_lets_the_piece_be_text(desktop: Desktop, qtbot: QtBot):
    desktop.press(qtbot, "<ctrl-l>Sanne: zei terug vr")
    chips = desktop.panel.findChild(LogChips)
    assert "back Fri 30 Oct" in chips.accessibleName()

    qtbot.mouseClick(
        chips, Qt.MouseButton.LeftButton, pos=QPoint(chips.width() - 12, chips.height() // 4)
    )
    assert "back" not in chips.accessibleName()


def test_a_chip_that_asks_which_one_shows_the_faces(
    desktop: Desktop, session: Session, qtbot: QtBot
):
    session.do(add_student, class_id=1, draft=student(0, family_name="Visser"), joined=TODAY)
    desktop.press(qtbot, "<ctrl-l>Sanne: stage")
    chips = desktop.panel.findChild(LogChips)
    assert chips.accessibleName() == "Which “Sanne”?"

    qtbot.mouseClick(
        chips, Qt.MouseButton.LeftButton, pos=QPoint(chips.width() - 12, chips.height() // 4)
    )
    assert desktop.candidates.isVisible()
    desktop.press(qtbot, "<tab>")
    assert desktop.text == "Sanne H: stage"


def test_a_name_in_the_sentence_is_named_only_when_the_teacher_says_so(
    desktop: Desktop, qtbot: QtBot
):
    desktop.press(qtbot, "<ctrl-l>Sanne: werkt met Milan samen")
    ask = next(b for b in desktop.panel.findChildren(Button) if b.text() == "Log Milan too?")
    assert desktop.text == "Sanne: werkt met Milan samen"

    ask.click()
    assert desktop.text == "Sanne, Milan: werkt met Milan samen"


def test_what_is_suggested_stands_behind_the_sentences_even_when_those_change(
    desktop: Desktop, session: Session, qtbot: QtBot
):
    desktop.press(qtbot, "<ctrl-l>Sanne: werkt met Milan samen")
    session.set(log_templates="gesproken\nkwijt")
    desktop.panel.open_for(None)
    QApplication.processEvents()
    pills = [p for p in desktop.panel.findChildren(KeyPill) if p.text() in {"gesproken", "kwijt"}]
    ask = next(b for b in desktop.panel.findChildren(Button) if b.text() == "Log Milan too?")
    assert ask.isVisible()
    assert len(pills) == 2
    assert all((pill.y(), pill.x()) < (ask.y(), ask.x()) for pill in pills)


def test_a_name_that_is_offered_is_said_once(
    desktop: Desktop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    said: list[str] = []
    monkeypatch.setattr(log_candidates, "announce", lambda _widget, words: said.append(words))
    desktop.press(qtbot, "<ctrl-l>Sa")
    QApplication.processEvents()
    assert len(said) == len(set(said))


def test_a_pill_writes_its_sentence_and_gives_the_cursor_back(desktop: Desktop, qtbot: QtBot):
    desktop.press(qtbot, "<ctrl-l>Sanne")
    qtbot.mouseClick(desktop.panel.findChildren(KeyPill)[2], Qt.MouseButton.LeftButton)

    assert desktop.text == "Sanne: noticed: "
    assert desktop.focusWidget() is desktop.editor


def test_the_whole_class_is_one_press(desktop: Desktop, session: Session, qtbot: QtBot):
    desktop.press(qtbot, "<ctrl-l>")
    whole = next(b for b in desktop.panel.findChildren(Button) if b.text() == "Whole class")
    qtbot.mouseClick(whole, Qt.MouseButton.LeftButton)
    desktop.press(qtbot, "<enter>")

    (contact,) = contacts_in_class(session.vault, session.current_class.id)
    assert len(contact.student_ids) == 5


def test_beside_the_sentences_is_the_way_to_ones_own(desktop: Desktop, qtbot: QtBot):
    desktop.press(qtbot, "<ctrl-l>")
    wanted: list[Target] = []
    desktop.panel.open_requested.connect(wanted.append)
    change = next(
        button
        for button in desktop.panel.findChildren(Button)
        if button.accessibleName() == "Sentences of your own"
    )
    change.click()

    assert wanted == [Target(PageId.SETTINGS, act=SENTENCES)]


def test_a_sentence_of_280_characters_has_no_more_room_than_three_usual_ones(
    desktop: Desktop, session: Session, qtbot: QtBot
):
    session.set(log_templates="samen koffie gehaald " * 13)
    desktop.press(qtbot, "<ctrl-l>")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    (pill,) = (pill for pill in desktop.panel.findChildren(KeyPill) if pill.isVisible())

    assert pill.width() < 400
    assert pill.toolTip() == pill.text()


def test_what_is_wrong_with_a_long_line_is_in_sight_when_its_end_is(desktop: Desktop, qtbot: QtBot):
    desktop.press(qtbot, "<ctrl-l>")
    desktop.editor.insertPlainText("Sanne: " + "een lang verhaal over de stage " * 330)
    QApplication.processEvents()
    desktop.editor.ensureCursorVisible()
    QApplication.processEvents()

    chips = desktop.panel.findChild(LogChips)
    assert desktop.editor.verticalScrollBar().value() > 0
    assert chips.accessibleName() == "Longer than 280 characters"
    shown = [placed.box for placed in chips._placed]
    assert all(QRectF(chips.rect()).contains(box) for box in shown)
    counter = next(
        label for label in desktop.panel.findChildren(Label) if label.text().endswith(" / 280")
    )
    assert counter.width() >= counter.sizeHint().width()


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (0, {"Nobody is in this class yet."}),
        (2, {"Not seen for the longest time"}),
        (5, {"Not seen for the longest time", "The rest of the class"}),
    ],
)
def test_no_heading_stands_over_nobody(
    look: Look, session: Session, qtbot: QtBot, size: int, said: set[str]
):
    class_id, _ = school_class(session.desk, size=size)
    session.choose_class(class_id)
    desktop = Desktop(look, session)
    qtbot.addWidget(desktop)
    with qtbot.waitExposed(desktop):
        desktop.show()
    desktop.panel.open_for(None)

    headings = {"Nobody is in this class yet.", *(f.accessibleName() for f in desktop.panel._faces)}
    shown = {one.text() for one in desktop.panel.findChildren(Label) if one.isVisible()}
    assert shown & headings == said


def test_as_long_as_nothing_is_written_the_foot_says_what_else_a_line_can_say(
    desktop: Desktop, qtbot: QtBot
):
    desktop.press(qtbot, "<ctrl-l>")
    foot = desktop.panel.findChild(LogFoot)
    assert "everyone except Noor" in foot._hint.text()
    desktop.press(qtbot, "Sanne")
    assert foot._hint.text() == "Enter saves, Shift Enter begins a new line."


# ---- opening and closing ----


def test_opened_for_a_student_the_line_begins_with_the_name(
    desktop: Desktop, session: Session, ids: list[StudentId], qtbot: QtBot
):
    desktop.panel.open_for(ids[2])
    assert desktop.text == "Noor: "

    desktop.press(qtbot, "stage<enter>")
    assert texts(session, ids[2]) == ["stage"]


def test_a_draft_is_kept_when_the_window_closes(desktop: Desktop, session: Session, qtbot: QtBot):
    desktop.press(qtbot, "<ctrl-l>Sanne: stage")
    desktop.close()

    assert stored_draft(session.vault, of=LOG) == "Sanne: stage"


def test_ctrl_z_does_not_take_a_draft_away_that_was_there_already(
    desktop: Desktop, session: Session, qtbot: QtBot
):
    desktop.press(qtbot, "<ctrl-l>Sanne: stage<esc>")
    again = Desktop(desktop.panel._look, session)
    qtbot.addWidget(again)
    with qtbot.waitActive(again):
        again.show()
        again.activateWindow()
    again.panel.open_for(None)
    again.press(qtbot, "<ctrl-z>")
    assert again.text == "Sanne: stage"
    again.press(qtbot, "s<ctrl-z>")
    assert again.text == "Sanne: stage"


def test_a_kept_draft_is_there_in_the_next_run(
    look: Look, session: Session, ids: list[StudentId], qtbot: QtBot
):
    save_draft(session.vault, of=LOG, text="Sanne: stage\nNoor")
    desktop = Desktop(look, session)
    qtbot.addWidget(desktop)
    desktop.show()
    desktop.panel.open_for(None)

    assert desktop.text == "Sanne: stage\nNoor"


@pytest.mark.parametrize("size", [(1440, 900), (1024, 680)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_in_the_panel_overlaps_however_much_is_written(
    session: Session,
    ids: list[StudentId],
    qtbot: QtBot,
    qapp: QApplication,
    size: tuple[int, int],
    scale: float,
):
    look = make_look(RESOURCES, theme="light", load_photo=lambda *_: b"", text_scale=scale)
    desktop = Desktop(look, session)
    qtbot.addWidget(desktop)
    desktop.resize(*size)
    desktop.show()
    desktop.panel.open_for(None)
    desktop.editor.insertPlainText("Sanne, Milan: lang verhaal over de stage\n" * 8)
    QApplication.processEvents()

    def span(widget: QWidget) -> tuple[int, int]:
        top = widget.mapTo(desktop.panel, QPoint()).y()
        return top, top + widget.height()

    faces = desktop.panel.findChildren(LogFaces)
    field = desktop.panel.findChild(LogField)
    pill = desktop.panel.findChildren(KeyPill)[0]
    save = next(b for b in desktop.panel.findChildren(Button) if b.text().startswith("Save"))
    spans = [span(faces[0]), span(field), span(pill), span(save)]
    assert all(above[1] <= below[0] for above, below in pairwise(spans))
    assert spans[-1][1] <= size[1]


# ---- the bar ----


def test_the_bar_opens_with_a_press_or_with_enter(
    look: Look, session: Session, ids: list[StudentId], qtbot: QtBot
):
    bar = LogBar(look, session)
    qtbot.addWidget(bar)
    bar.resize(900, 56)
    bar.show()

    with qtbot.waitSignal(bar.pressed):
        qtbot.mousePress(bar, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(bar.pressed):
        qtbot.keyClick(bar, Qt.Key.Key_Return)


def test_the_bar_says_about_whom_it_would_be(
    look: Look, session: Session, ids: list[StudentId], qtbot: QtBot
):
    bar = LogBar(look, session)
    qtbot.addWidget(bar)
    assert bar.accessibleDescription() == "CMV-1B"

    bar.set_student(ids[1])
    assert bar.accessibleDescription() == "Milan van der Berg"
    assert bar.grab().toImage() != LogBar(look, session).grab().toImage()


@given(text=st.text(alphabet="aé\U0001f44d\n", max_size=12), data=st.data())
def test_letters_and_units_are_two_ways_to_say_one_place(text: str, data: st.DataObject):
    at = data.draw(st.integers(0, len(text)))

    assert unit_at(text, at) == len(text[:at].encode("utf-16-le")) // 2
    assert letter_at(text, unit_at(text, at)) == at


def test_a_window_whose_text_cannot_be_kept_is_closed_at_the_second_asking(
    desktop: Desktop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise DiskFull(Path("klasgenoot.db"))

    desktop.press(qtbot, "<ctrl-l>Sanne: loopt goed<esc>")
    desktop.press(qtbot, "<ctrl-l> en snel")
    with monkeypatch.context() as patched:
        patched.setattr(drafts, "save_draft", refuse)
        assert not desktop.close()
        assert desktop.isVisible()
        assert desktop.panel.isVisible()
        assert "disk is full" in desktop.panel._wrong.text()
        assert desktop.text.endswith("en snel")
        assert desktop.close()


def test_a_name_from_right_to_left_is_tinted_where_it_stands(
    desktop: Desktop, session: Session, qtbot: QtBot
) -> None:
    session.do(
        add_student,
        class_id=1,
        draft=student(0, given_name="\u0645\u0631\u064a\u0645", family_name="Haddad"),
        joined=TODAY,
    )
    desktop.press(qtbot, "<ctrl-l>\u0645\u0631\u064a\u0645, Sanne: stage")

    (first,), (second,) = desktop.editor._boxes(0, 4), desktop.editor._boxes(6, 11)
    assert first.width() > 10
    assert first.right() < second.left()


def test_the_focus_ring_keeps_clear_of_the_number_and_the_name():
    face = QRectF(10, 10, 42, 42)
    assert face.contains(number_box(face, width=22, height=17))
    assert NAME_GAP > REACH


def test_a_sentence_that_was_written_in_the_settings_is_there_at_once(
    look: Look, session: Session, qtbot: QtBot
):
    school_class(session.desk)
    desktop = Desktop(look, session)
    qtbot.addWidget(desktop)
    with qtbot.waitExposed(desktop):
        desktop.show()
    desktop.panel.open_for(None)
    session.set(log_templates="samen koffie gehaald")  # as its field does when it loses the focus
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    pills = [pill.text() for pill in desktop.panel.findChildren(KeyPill) if pill.isVisible()]
    assert pills == ["samen koffie gehaald"]


def test_the_switch_makes_this_line_an_own_reminder_by_keys(
    look: Look, session: Session, qtbot: QtBot
):
    school_class(session.desk)
    desktop = Desktop(look, session)
    qtbot.addWidget(desktop)
    with qtbot.waitActive(desktop):
        desktop.show()
        desktop.activateWindow()
    desktop.panel.open_for(None)
    kinds = desktop.panel.findChild(LogFoot).findChild(Segmented)
    assert not kinds.isEnabled()
    desktop.press(qtbot, "Noor: wil even praten")
    for _ in range(12):
        if kinds.isAncestorOf(QApplication.focusWidget()):
            break
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert desktop.panel.findChild(LogEditor).toPlainText() == "Noor =: wil even praten"
    assert kinds.current() == REMINDER
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    desktop.press(qtbot, "<enter>")
    (contact,) = contacts_in_class(session.vault, session.current_class.id)
    assert contact.own_reminder


def test_in_a_low_window_faces_make_way_for_what_a_tip_says(
    look: Look, session: Session, qtbot: QtBot
):
    school_class(session.desk, size=28)
    desktop = Desktop(look, session)
    desktop.resize(1024, 700)
    qtbot.addWidget(desktop)
    with qtbot.waitExposed(desktop):
        desktop.show()
    desktop.panel.open_for(None)
    tip = desktop.panel.findChild(WordTipPanel)
    qtbot.keyClicks(desktop.panel.findChild(LogEditor), "*: iemand wil niet meer leven")
    tip.look_now()
    qtbot.waitUntil(lambda: tip.isVisible() and tip.height() >= tip.heightForWidth(tip.width()))
    rest = desktop.panel.findChildren(LogFaces)[1]
    assert rest.most_rows == 1
