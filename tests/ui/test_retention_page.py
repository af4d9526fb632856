"""What is past its term is looked at, unticked, kept longer or let go: by keyboard too."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from builders import TODAY, school_class
from klasgenoot.operations.backing_up import back_up, begin_round
from klasgenoot.operations.classes import plan_end
from klasgenoot.operations.contacts import ContactDraft, log_contact
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.retention import believe_clock
from klasgenoot.store.backup_file import erased_up_to
from klasgenoot.store.backups import backups_in
from klasgenoot.store.keys import key_for
from klasgenoot.store.opening import open_vault
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.pages.retention.overdue_tree import OverdueTree
from klasgenoot.ui.pages.retention.page import RetentionPage
from klasgenoot.viewmodels.retention import RetentionViewModel
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId, Target


@pytest.fixture
def session(tmp_path: Path, now: datetime) -> Iterator[Session]:
    """A class that ended more than a year ago, with three contacts; the clock is believed."""
    vault = open_vault(tmp_path / "data", key=key_for_new(tmp_path / "data"))
    later = now + timedelta(days=500)
    session = Session(Desk(vault), clock=lambda: later)
    class_id, ids = school_class(session.desk)
    said = [
        ContactDraft(student_ids=(ids[n],), happened_on=TODAY, text=f"gesprek {n}")
        for n in range(3)
    ]
    session.desk.do(log_contact, drafts=said)
    session.desk.do(plan_end, class_id=class_id, on=date(2026, 10, 30))
    session.backups = begin_round(vault, tmp_path / "backups")
    back_up(vault, session.backups, now=now)
    believe_clock(vault, later)
    yield session
    vault.close()


def key_for_new(folder: Path) -> str:
    folder.mkdir()
    return key_for(folder)


@pytest.fixture
def look(qapp: object) -> Look:
    from ui.kit_looks import a_look

    return a_look()


class Shown:
    """The page, and what a teacher does on it."""

    def __init__(self, look: Look, session: Session, qtbot: QtBot) -> None:
        self.view_model = RetentionViewModel(session)
        self.page = RetentionPage(look, self.view_model)
        self.went: list[Target] = []
        self.page.open_requested.connect(self.went.append)
        qtbot.addWidget(self.page)
        self.page.resize(1200, 900)
        self.page.show()
        self.page.arrive(Target(PageId.RETENTION))
        self.qtbot = qtbot

    @property
    def tree(self) -> OverdueTree:
        (tree,) = self.page.findChildren(OverdueTree)
        return tree

    def button(self, text: str) -> QPushButton:
        buttons = self.page.findChildren(QPushButton)
        return next(b for b in buttons if b.isVisible() and b.text() == text)

    def press(self, text: str) -> None:
        self.qtbot.keyClick(self.button(text), Qt.Key.Key_Return)

    def texts(self) -> str:
        return "\n".join(x.text() for x in self.page.findChildren(QLabel) if x.isVisible())

    def untick_first(self) -> None:
        self.qtbot.keyClick(self.tree, Qt.Key.Key_Down)
        self.qtbot.keyClick(self.tree, Qt.Key.Key_Space)


@pytest.fixture
def shown(look: Look, session: Session, qtbot: QtBot) -> Iterator[Shown]:
    shown = Shown(look, session, qtbot)
    yield shown
    shown.page.close_work()


def count(session: Session) -> int:
    row = session.vault.row("SELECT count(*) FROM contacts")
    assert row
    return int(row[0])


def test_everything_is_ticked_and_nothing_goes_by_looking(shown: Shown, session: Session) -> None:
    assert len(shown.tree.held(is_ticked=True)) == 3
    assert shown.button("Erase 3 for good").isEnabled()
    assert not shown.button("Keep what is not ticked").isEnabled()
    assert (session.overdue, count(session)) == (3, 3)


def test_what_stays_ticked_goes_after_one_more_question(
    shown: Shown, session: Session, tmp_path: Path
) -> None:
    shown.untick_first()
    shown.press("Erase 2 for good")
    assert "This cannot be undone." in shown.texts()
    shown.press("Rather not")
    assert count(session) == 3
    shown.press("Erase 2 for good")
    shown.press("Yes, for good")
    shown.qtbot.waitUntil(lambda: shown.view_model.certificate is not None, timeout=30_000)
    assert (count(session), session.overdue) == (1, 1)
    assert "2 contact(s)" in shown.texts()
    (backup,) = backups_in(tmp_path / "backups")
    assert erased_up_to(backup.path) == 2
    shown.press("Ready")
    assert shown.went == [Target(PageId.SETTINGS)]


def test_what_is_not_ticked_can_be_kept_longer(shown: Shown, session: Session) -> None:
    shown.untick_first()
    shown.press("Keep what is not ticked")
    assert len(shown.tree.held(is_ticked=True)) == 2
    assert session.overdue == 2
    assert count(session) == 3


def test_a_whole_kind_is_unticked_at_once(shown: Shown) -> None:
    shown.qtbot.keyClick(shown.tree, Qt.Key.Key_Space)
    assert shown.tree.held(is_ticked=True) == ()
    assert not shown.button("Erase 0 for good").isEnabled()


def test_with_a_clock_in_doubt_nothing_can_go_until_the_day_was_looked_at(
    look: Look, session: Session, qtbot: QtBot
) -> None:
    believe_clock(session.vault, session.now() - timedelta(days=400))
    from klasgenoot.operations.retention import look_at_clock

    look_at_clock(session.vault, session.now())
    shown = Shown(look, session, qtbot)
    assert not shown.button("Erase 3 for good").isEnabled()
    shown.view_model.remove(shown.tree.held(is_ticked=True))
    assert count(session) == 3
    shown.press("Yes, that is today")
    assert shown.button("Erase 3 for good").isEnabled()
    shown.page.close_work()


def test_an_empty_list_says_so(look: Look, session: Session, qtbot: QtBot) -> None:
    session.set(keep_contacts=24)
    shown = Shown(look, session, qtbot)
    assert "Nothing is past its term." in shown.texts()
    shown.press("Back to Settings")
    assert shown.went == [Target(PageId.SETTINGS)]
    shown.page.close_work()
