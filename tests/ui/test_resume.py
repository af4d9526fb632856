"""After the lock: the same page, as it was scrolled and filtered, with what was half typed."""

import gc
import json
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea
from pytestqt.qtbot import QtBot

from builders import TODAY, school_class
from klasgenoot.app.places import resources
from klasgenoot.domain.contact import ContactKind
from klasgenoot.domain.groups import Signal
from klasgenoot.domain.people import StudentId
from klasgenoot.operations.contacts import ContactDraft, log_contact
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.group_notes import note_group
from klasgenoot.store import drafts
from klasgenoot.store.keys import key_for
from klasgenoot.store.opening import open_vault
from klasgenoot.ui.shell.resume import PLACE, keep_place, take_place
from klasgenoot.ui.shell.window import Window
from klasgenoot.viewmodels.checkins_filter import Filter as CheckInFilter
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.student_filter import Filter, Sort
from klasgenoot.viewmodels.target import AFTER_CLASS, PageId, Target

TEXT = "Groepswerk loopt; ze wil graag"

Opener = Callable[[Target], Window]


@pytest.fixture
def opens(tmp_path: Path, now: datetime, qtbot: QtBot) -> Iterator[Opener]:
    """Opens a window on the same data, as one process after another does."""
    windows: list[Window] = []

    def make(at: Target) -> Window:
        if windows:
            keep_place(windows[-1])
            windows[-1].leave()
            windows[-1].close()
        session = Session(Desk(open_vault(tmp_path, key=key_for(tmp_path))), clock=lambda: now)
        if not session.classes:
            _, ids = school_class(session.desk, size=40)
            for days in range(12):
                contact = ContactDraft(
                    student_ids=(ids[2],),
                    happened_on=TODAY - timedelta(days=days),
                    text=f"{TEXT} {days}",
                )
                session.do(log_contact, drafts=[contact])
        window = Window(
            session,
            resources=resources(),
            speak=lambda _: None,
            state_file=tmp_path / "window.ini",
        )
        window.resize(1100, 700)
        window.go(at)
        window.show()
        windows.append(window)
        return window

    yield make
    for window in windows:
        if not window.is_left:
            window.leave()
        window.close()
        window.deleteLater()
    gc.collect()


def scroll_of(window: Window) -> QScrollArea:
    area = window.page.findChild(QScrollArea)
    assert area is not None
    return area


def test_a_student_with_a_contact_half_mended_and_scrolled_down(
    opens: Opener, qtbot: QtBot
) -> None:
    at = Target(PageId.STUDENT, student=StudentId(3))
    window = opens(at)
    timeline = window.page._timeline
    timeline._edit(timeline._rows[4].id)
    editor = timeline._editor
    editor._text.setPlainText("half ge")
    editor._kind.setCurrentIndex(editor._kind.findData(ContactKind.MAIL.value))
    bar = scroll_of(window).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 120, timeout=30_000)
    bar.setValue(117)
    again = opens(at)
    take_place(again)
    typed = again.page._timeline._editor.typed
    assert (typed.kind, typed.text) == (ContactKind.MAIL, "half ge")
    assert typed.happened_on == TODAY - timedelta(days=4)
    qtbot.waitUntil(lambda: scroll_of(again).verticalScrollBar().value() == 117, timeout=30_000)


def test_the_students_searched_sorted_and_pointed_at(opens: Opener) -> None:
    window = opens(Target(PageId.STUDENTS))
    page = window.page
    shown = page._view_model
    shown.choose_filter(Filter.TURN)
    shown.choose_sort(Sort.CALL_NAME)
    pointed = shown.rows.rows()[4]
    page._search.setText(pointed.name[:1])
    page.view.setCurrentIndex(shown.rows.place_of(pointed.key))
    names = [row.name for row in shown.rows.rows()]
    again = opens(Target(PageId.STUDENTS))
    take_place(again)
    shown = again.page._view_model
    assert [row.name for row in shown.rows.rows()] == names
    assert again.page._search.text() == pointed.name[:1]
    current = again.page.view.currentIndex()
    assert shown.rows.row_at(current).key == pointed.key


def test_the_filter_of_the_check_ins(opens: Opener) -> None:
    window = opens(Target(PageId.CHECK_INS))
    shown = window.page._view_model
    chosen = next(each for each in shown.filters if each is not CheckInFilter.ALL)
    shown.choose_filter(chosen)
    window.page._chosen = shown.wall.rows()[1].key
    key = shown.wall.rows()[1].key
    again = opens(Target(PageId.CHECK_INS))
    take_place(again)
    assert again.page._view_model.filter is chosen
    assert again.page._chosen == key


@pytest.mark.parametrize("is_new", [True, False], ids=["new", "mended"])
def test_a_note_on_the_group_that_is_being_written(opens: Opener, is_new: object) -> None:
    window = opens(Target(PageId.PHASES))
    session, page = window.session, window.page
    note = session.do(
        note_group,
        class_id=session.classes[0].id,
        on=TODAY,
        text="Stil",
        phase=None,
        signals=tuple(Signal)[:1],
    )
    if is_new:
        window.go(Target(PageId.PHASES, act="note"))
    else:
        page._view_model.edit(note)
    page._editor._text.setPlainText("half ge")
    again = opens(Target(PageId.PHASES))
    take_place(again)
    draft = again.page._view_model.draft
    assert draft.text == "half ge"
    assert (draft.note is None) is bool(is_new)
    texts = again.page.findChildren(QPlainTextEdit)
    assert "half ge" in [text.toPlainText() for text in texts if text.isVisible()]


def test_the_recommendation_that_was_open(opens: Opener) -> None:
    window = opens(Target(PageId.GUIDE))
    window.page._open_number(7)
    again = opens(Target(PageId.GUIDE))
    take_place(again)
    assert again.page.place() == {"open": 7}


@pytest.mark.parametrize("act", ["", AFTER_CLASS])
def test_the_log_with_what_is_in_it(opens: Opener, qtbot: QtBot, act: str) -> None:
    window = opens(Target(PageId.NAMES))
    window.go(Target(PageId.LOG, act=act))
    qtbot.keyClicks(window.log_panel._field.editor, "Sanne: ging goe")
    again = opens(Target(PageId.NAMES))
    take_place(again)
    assert again.log_panel.isVisible()
    assert again.log_panel._field.editor.toPlainText().endswith("ging goe")
    assert again.log_panel.is_after_class is bool(act)


def test_the_keyboard_is_where_it_was(opens: Opener) -> None:
    window = opens(Target(PageId.SETTINGS))
    field = window.page._first.field
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    again = opens(Target(PageId.SETTINGS))
    take_place(again)
    assert again.focusWidget() is again.page._first.field


def test_a_keyboard_that_python_no_longer_finds_keeps_no_place_from_being_kept(
    opens: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opens(Target(PageId.STUDENTS))
    window.page._view_model.choose_filter(Filter.TURN)
    window.page.view.setFocus(Qt.FocusReason.OtherFocusReason)
    monkeypatch.setattr(type(window.page), "findChildren", lambda _self, _kind: [])
    keep_place(window)
    monkeypatch.undo()
    again = opens(Target(PageId.STUDENTS))
    take_place(again)
    assert again.page.place()["filter"] == Filter.TURN.value


def test_it_is_done_once_and_leaves_nothing_behind(opens: Opener) -> None:
    opens(Target(PageId.GUIDE)).page._open_number(7)
    again = opens(Target(PageId.GUIDE))
    assert json.loads(drafts.stored_draft(again.session.vault, of=PLACE))["own"] == {"open": 7}
    take_place(again)
    assert drafts.stored_draft(again.session.vault, of=PLACE) == ""
    again.go(Target(PageId.GUIDE))
    take_place(again)
    assert again.page.place() == {"open": None}


def test_who_opens_elsewhere_is_left_alone(opens: Opener) -> None:
    opens(Target(PageId.GUIDE)).page._open_number(7)
    again = opens(Target(PageId.SETTINGS))
    take_place(again)
    assert again.target.page is PageId.SETTINGS


def test_who_has_to_choose_a_passphrase_first_does_that(opens: Opener) -> None:
    opens(Target(PageId.GUIDE)).page._open_number(7)
    again = opens(Target(PageId.KEYS))
    take_place(again)
    assert again.target.page is PageId.KEYS
    assert drafts.stored_draft(again.session.vault, of=PLACE)


def test_what_was_half_typed_comes_back_also_the_next_morning(opens: Opener) -> None:
    window = opens(Target(PageId.STUDENTS, act="add"))
    window.page._panel._given.field.setText("Sann")
    again = opens(Target(PageId.NAMES))
    take_place(again)
    assert again.target.page is PageId.STUDENTS
    assert again.page._panel.typed()[0] == "Sann"
