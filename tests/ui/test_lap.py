"""The whole lap in one real window: import, practise, log, note, look, close, and open again."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from klasgenoot.app.start import WindowKeeper
from klasgenoot.domain.evidence import ATTENTION, DYNAMICS, NAMES
from klasgenoot.domain.memory import Direction
from klasgenoot.domain.practice import CardKind
from klasgenoot.domain.settings import Language, Theme
from klasgenoot.operations.overview import attention, class_evidence
from klasgenoot.store import contacts, group_notes, memories, students
from klasgenoot.ui.pages.importing.files_step import DropZone
from klasgenoot.ui.pages.practice.page import PracticePage
from klasgenoot.ui.shell.window import Window
from klasgenoot.viewmodels.importing import Step
from klasgenoot.viewmodels.target import PageId, Target

TESTDATA = Path(__file__).parents[2] / ".." / "shared" / "testdata"
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

pytestmark = [
    pytest.mark.real_window,
    pytest.mark.skipif(
        os.environ.get("QT_QPA_PLATFORM", "") == "offscreen", reason="wants an X display"
    ),
    pytest.mark.skipif(
        not (TESTDATA / "portraits").is_dir(), reason="the shared portraits are not there"
    ),
]


@pytest.fixture
def keeper(qtbot: QtBot, tmp_path: Path) -> Iterator[WindowKeeper]:
    """The app on an empty folder; what it puts on screen is taken off again."""
    before = QLocale()
    keeper = WindowKeeper(tmp_path, language=None)
    yield keeper
    if keeper.window is not None:
        keeper.window.close()
        keeper.window.deleteLater()
    keeper.speaker.fall_silent()
    QLocale.setDefault(before)


class Teacher:
    """Two hands on a keyboard."""

    def __init__(self, qtbot: QtBot, window: Window) -> None:
        self.qtbot = qtbot
        self.window = window

    @property
    def focus(self) -> QWidget:
        """Where the keys go."""
        return self.window.focusWidget() or self.window

    def press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Presses one key."""
        self.qtbot.keyClick(self.focus, key, held)

    def type(self, text: str) -> None:
        """Types a text, letter by letter."""
        self.qtbot.keyClicks(self.focus, text)


def opened(qtbot: QtBot, keeper: WindowKeeper) -> Teacher:
    assert keeper.open(sample=False)
    assert keeper.window is not None
    keeper.window.activateWindow()
    qtbot.waitUntil(keeper.window.isActiveWindow)
    qtbot.waitUntil(lambda: keeper.window is not None and keeper.window.is_furnished)
    return Teacher(qtbot, keeper.window)


def import_the_class(teacher: Teacher, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = [TESTDATA / "portraits", TESTDATA / "people.csv"]
    monkeypatch.setattr(DropZone, "ask_files", classmethod(lambda *_: chosen))
    window = teacher.window
    assert window.target.page is PageId.WELCOME
    teacher.press(Qt.Key.Key_Space)
    assert window.target.page is PageId.KEYS  # who may open it? Only this computer
    teacher.press(Qt.Key.Key_Tab)
    teacher.press(Qt.Key.Key_Tab)
    teacher.press(Qt.Key.Key_Space)
    assert window.target.page is PageId.IMPORT
    teacher.press(Qt.Key.Key_Space)
    view_model = window.page._view_model
    teacher.qtbot.waitUntil(lambda: view_model.step is Step.COLUMNS, timeout=20_000)
    teacher.press(Qt.Key.Key_Space)
    teacher.press(Qt.Key.Key_A, CTRL)
    teacher.type("CMV-1B")
    teacher.press(Qt.Key.Key_Return)
    teacher.qtbot.waitUntil(lambda: window.target.page is PageId.NAMES)
    monkeypatch.setattr(DropZone, "ask_files", classmethod(lambda *_: pytest.fail("asked again")))


def answer_cards(teacher: Teacher, *, count: int) -> None:
    """Answers so many cards, in as many sessions as that takes."""
    window, given = teacher.window, 0
    window.go(PageId.PRACTICE)
    page = window.page
    assert isinstance(page, PracticePage)
    for _ in range(8 * count):  # a page that is stuck must not hang the test
        practice = page._view_model._moment.practice
        if given == count:
            break
        if practice.current is None:
            window.go(PageId.NAMES)
            window.go(PageId.PRACTICE)
            continue
        if practice.current.kind is CardKind.RECALL:
            who = students.student(window.session.vault, practice.current.student_id)
            assert who is not None
            teacher.type(who.full_name)
            teacher.press(Qt.Key.Key_Return)
            given += 1
        teacher.press(Qt.Key.Key_Return)
    assert given == count
    teacher.press(Qt.Key.Key_Escape)
    QApplication.processEvents()


def test_a_teacher_goes_the_whole_lap_by_keyboard(
    qtbot: QtBot, keeper: WindowKeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    teacher = opened(qtbot, keeper)
    window, session = teacher.window, teacher.window.session
    import_the_class(teacher, monkeypatch)
    school_class = session.current_class
    assert school_class is not None
    everyone = students.all_students(session.vault, class_id=school_class.id)
    assert len(everyone) == 56
    assert all(student.photo for student in everyone)

    answer_cards(teacher, count=20)
    known = memories.memories(
        session.vault, direction=Direction.FACE_TO_NAME, class_id=school_class.id
    )
    assert len(known) == 20

    window.go(PageId.CHECK_INS)
    teacher.press(Qt.Key.Key_L, CTRL)
    teacher.type("Vince: g wil graag een gesprek over de stage")
    teacher.press(Qt.Key.Key_Return, CTRL)
    vince = next(student for student in everyone if student.name == "Vince")
    assert [c.kind for c in contacts.contacts_of(session.vault, vince.id)]
    teacher.press(Qt.Key.Key_Z, CTRL)
    assert not contacts.contacts_of(session.vault, vince.id)
    teacher.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert len(contacts.contacts_of(session.vault, vince.id)) == 1

    window.go(Target(PageId.PHASES, act="note"))
    teacher.type("Meer gelach bij de start.")
    teacher.press(Qt.Key.Key_Return, CTRL)
    assert [n.text for n in group_notes.notes_on(session.vault, school_class.id)] == [
        "Meer gelach bij de start."
    ]
    teacher.press(Qt.Key.Key_Z, CTRL)
    assert not group_notes.notes_on(session.vault, school_class.id)
    teacher.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert len(group_notes.notes_on(session.vault, school_class.id)) == 1

    seen = attention(session.vault, school_class, today=session.today(), target_days=21)
    assert seen.fairness.seen == 1
    assert seen.turns[-1].student_id == vince.id
    members = [student.id for student in everyone]
    evidence = class_evidence(session.vault, school_class, members=members, now=session.now())
    assert (evidence[NAMES].known, evidence[NAMES].total) == (0, 56)
    assert len(evidence[ATTENTION].never) == 55
    assert evidence[DYNAMICS].days_old == 0

    session.set(language=Language.ENGLISH, theme=Theme.DARK)
    assert window.page.accessibleName() == "Phases"
    window.close()

    again = opened(qtbot, keeper)
    session = again.window.session
    assert session.settings.language is Language.ENGLISH
    assert session.settings.theme is Theme.DARK
    assert len(students.all_students(session.vault)) == 56
    assert len(group_notes.notes_on(session.vault, school_class.id)) == 1
    assert contacts.contacts_of(session.vault, vince.id)[0].text


def test_every_answer_can_be_taken_back(
    qtbot: QtBot, keeper: WindowKeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    teacher = opened(qtbot, keeper)
    import_the_class(teacher, monkeypatch)
    answer_cards(teacher, count=3)
    session = teacher.window.session
    teacher.window.go(PageId.NAMES)
    for left in (2, 1, 0):
        session.undo()
        known = memories.memories(session.vault, direction=Direction.FACE_TO_NAME)
        assert len(known) == left
    session.undo()
    assert not session.classes
    for _ in range(4):
        session.redo()
    assert len(memories.memories(session.vault, direction=Direction.FACE_TO_NAME)) == 3
