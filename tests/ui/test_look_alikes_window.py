"""From search to progress to telling two apart, in the app's own window, by keys."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from builders import student
from klasgenoot.app.language import Speaker
from klasgenoot.domain.answering import Outcome
from klasgenoot.domain.memory import Direction, Rating
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.settings import Language, Theme
from klasgenoot.domain.verdict import Verdict
from klasgenoot.operations.classes import add_class
from klasgenoot.operations.practice import answer_card
from klasgenoot.operations.students import add_student
from klasgenoot.store.photos import StoredPhoto, keep_photo
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.shell.palette import Palette
from klasgenoot.ui.shell.window import Window
from klasgenoot.viewmodels.look_alikes import DrillStage
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId
from made_files import jpeg
from worlds import settle, window_on

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture
def people(session: Session) -> list[StudentId]:
    """Two whose names are learned and who were mixed up both ways."""
    class_id = session.do(add_class, name="CMV-1B", first_lesson=None)
    made = []
    for number in range(2):
        picture = jpeg(80 + number, 100)
        photo = keep_photo(session.vault, StoredPhoto(picture, picture, 80, 100))
        draft = student(number, photo=photo)
        made.append(
            session.do(add_student, class_id=class_id, draft=draft, joined=date(2026, 9, 1))
        )
    for who, said in ((made[0], made[1]), (made[1], made[0])):
        for verdict, rating in ((Verdict.RIGHT, Rating.HARD), (Verdict.MIXED_UP, None)):
            session.do(
                answer_card,
                student_id=who,
                direction=Direction.FACE_TO_NAME,
                outcome=Outcome(verdict=verdict, said=None if rating else said),
                rating=rating,
                at=session.now() - timedelta(hours=2),
            )
    return made


@pytest.fixture
def window(
    qtbot: QtBot, session: Session, people: list[StudentId], tmp_path: Path
) -> Iterator[Window]:
    speaker, before = Speaker(RESOURCES / "translations"), QLocale()
    session.set(language=Language.ENGLISH)
    made = window_on(
        session, size=(1280, 800), speak=speaker.speak, state_file=tmp_path / "window.ini"
    )
    qtbot.addWidget(made)
    qtbot.waitUntil(lambda: made.is_furnished)
    yield made
    speaker.fall_silent()
    QLocale.setDefault(before)


def press(window: Window, key: Qt.Key, *, ctrl: bool = False) -> None:
    held = CTRL if ctrl else Qt.KeyboardModifier.NoModifier
    there = QApplication.focusWidget() or window.focusWidget() or window
    QTest.keyClick(there, key, held)
    settle()


def begin(window: Window) -> None:
    """Opens the drill from the page Progress and goes past the first look."""
    window._run("progress")
    settle()
    drill = next(b for b in window.page.findChildren(Button) if b.text() == "Practise this pair")
    drill.setFocus()
    press(window, KEY.Key_Return)
    assert window.target.page is PageId.LOOK_ALIKES
    press(window, KEY.Key_Return)
    assert window.page._view_model.stage is DrillStage.ASK


def choose(window: Window, *, right: bool) -> None:
    view_model = window.page._view_model
    place = [named.student for named in view_model.names].index(view_model.student)
    press(window, (KEY.Key_1, KEY.Key_2)[place if right else 1 - place])


def test_search_leads_to_progress(window: Window, qtbot: QtBot):
    press(window, KEY.Key_K, ctrl=True)
    qtbot.waitUntil(lambda: window.findChild(Palette) is not None)
    QTest.keyClicks(QApplication.focusWidget(), "progress")
    press(window, KEY.Key_Return)
    qtbot.waitUntil(lambda: window.target.page is PageId.PROGRESS)


def test_the_drill_takes_the_whole_window_and_done_leads_back(window: Window):
    begin(window)
    assert not window._sidebar.isVisible()
    while window.page._view_model.stage is DrillStage.ASK:
        choose(window, right=True)
    press(window, KEY.Key_Return)
    assert window.target.page is PageId.PROGRESS
    assert window._sidebar.isVisible()
    (pair,) = window.page._view_model.pairs
    assert pair.is_settled


def test_ctrl_z_takes_the_last_answer_back(window: Window):
    begin(window)
    choose(window, right=True)
    choose(window, right=False)
    assert window.page._view_model.stage is DrillStage.LOOK
    press(window, KEY.Key_Z, ctrl=True)
    assert window.page._view_model.stage is DrillStage.ASK
    assert window.page._view_model.done_part[0] == 1
    press(window, KEY.Key_Z, ctrl=True)
    assert window.page._view_model.done_part[0] == 0


def test_a_window_that_is_made_anew_goes_on_with_the_drill(window: Window, session: Session):
    begin(window)
    choose(window, right=True)
    session.set(theme=Theme.DARK)
    settle()
    assert window.target.page is PageId.LOOK_ALIKES
    assert window.page._view_model.done_part[0] == 1
    choose(window, right=True)
    assert window.page._view_model.done_part[0] == 2
