"""What is being written stays where it is when the disk refuses to keep it, and is tried again."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from builders import TODAY, school_class
from klasgenoot.domain.errors import DiskFull
from klasgenoot.store import drafts
from klasgenoot.viewmodels import begun_text
from klasgenoot.viewmodels.phases_draft import Draft, NoteDrafts
from klasgenoot.viewmodels.quicklog import QuickLogViewModel
from klasgenoot.viewmodels.quicklog_draft import draft_of
from klasgenoot.viewmodels.quicklog_edits import Edit
from klasgenoot.viewmodels.session import Session

Full = Callable[[bool], None]


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> Full:
    """Makes the disk full for drafts, or no longer; and nobody waits long for another try."""
    real, is_full = drafts.save_draft, [False]

    def save(*args: Any, **values: Any) -> None:
        if is_full[0]:
            raise DiskFull(Path("klasgenoot.db"))
        real(*args, **values)

    monkeypatch.setattr(drafts, "save_draft", save)
    monkeypatch.setattr(begun_text, "PAUSE_MS", 1)
    monkeypatch.setattr(begun_text, "AGAIN_MS", 1)

    return lambda value: is_full.__setitem__(0, value)


def test_a_log_text_that_cannot_be_kept_is_said_once_and_kept_later(
    session: Session, full: Full, qtbot: QtBot
) -> None:
    school_class(session.desk, size=1)
    draft, told = draft_of(session), []
    draft.refused.connect(told.append)
    full(True)
    draft.change(Edit(0, 0, "Sanne: loopt"))
    qtbot.waitUntil(lambda: len(told) == 1)
    draft.change(Edit(12, 12, " goed"))
    assert draft.keep() is not None
    assert draft.text == "Sanne: loopt goed"
    full(False)
    qtbot.waitUntil(
        lambda: drafts.stored_draft(session.vault, of=drafts.LOG) == "Sanne: loopt goed"
    )
    assert len(told) == 1


def test_what_was_logged_is_logged_though_the_rest_cannot_be_kept(
    session: Session, full: Full, qtbot: QtBot
) -> None:
    school_class(session.desk, size=1)
    view_model = QuickLogViewModel(session)
    view_model.begin()
    view_model.type_over(0, 0, "Sanne: loopt goed")
    assert view_model.keep()
    full(True)
    with qtbot.waitSignal(view_model.saved):
        assert view_model.save()
    assert view_model.text == ""
    assert session.vault.row("SELECT count(*) FROM contacts") == (1,)


def test_the_log_says_why_its_text_cannot_be_kept(
    session: Session, full: Full, qtbot: QtBot
) -> None:
    school_class(session.desk, size=1)
    view_model = QuickLogViewModel(session)
    view_model.type_over(0, 0, "Sanne")
    full(True)
    with qtbot.waitSignal(view_model.failed) as said:
        assert not view_model.keep()
    assert said.args
    assert "disk is full" in said.args[0]


def test_a_note_that_cannot_be_kept_stays_begun_and_is_kept_later(
    session: Session, full: Full, qtbot: QtBot
) -> None:
    school_class(session.desk, size=1)
    known = session.current_class
    assert known
    notes, told = NoteDrafts(session), []
    notes.refused.connect(told.append)
    full(True)
    notes.change(known, Draft(day=TODAY, text="rustiger"))
    qtbot.waitUntil(lambda: len(told) == 1)
    assert notes.keep() is not None
    begun = notes.begun(known)
    assert begun
    assert begun.text == "rustiger"
    full(False)
    qtbot.waitUntil(
        lambda: "rustiger" in drafts.stored_draft(session.vault, of=f"note:{known.id}:{known.name}")
    )
