"""Inzage: what is kept is read through, covered with the keyboard, and handed over."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from builders import TODAY, school_class
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.rights import PhotoAnswer
from klasgenoot.operations.contacts import ContactDraft, edit_contact, log_contact
from klasgenoot.operations.rights import add_view, restrict, tell_photo
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.pages.access.page import AccessPage
from klasgenoot.viewmodels.access import AccessViewModel
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId, Target
from read_pdf import every_stream, pdf_pages
from ui.kit_looks import a_look
from ui.layout_flaws import flaws
from worlds import settle

KEY = Qt.Key
STORY = "scheidingsverhaal"


@pytest.fixture
def ids(session: Session) -> list[StudentId]:
    _, ids = school_class(session.desk)
    together = ContactDraft(
        student_ids=(ids[0], ids[1]),
        happened_on=TODAY,
        text=f"Milan vertelde een {STORY} en Sanne 🙂 luisterde",
        private={ids[0]: "wil liever alleen", ids[1]: "vindt Sanne druk"},
        tags=("zorg",),
    )
    reminder = ContactDraft(
        student_ids=(ids[0],), happened_on=TODAY, text="bellen met van der Berg", own_reminder=True
    )
    first, _ = session.do(log_contact, drafts=[together, reminder])
    session.do(add_view, student_id=ids[0], on=TODAY, text="ik hoorde het toevallig")
    session.do(tell_photo, student_id=ids[0], answer=PhotoAnswer.YES, on=TODAY, told_by="zelf")
    session.do(
        edit_contact,
        contact_id=first,
        happened_on=TODAY,
        kind=together.kind,
        text=together.text.replace("luisterde", "hielp"),
        on=TODAY.replace(day=30),
    )
    return ids


@pytest.fixture
def page(look: Look, session: Session, ids: list[StudentId], qtbot: QtBot) -> AccessPage:
    shown = AccessPage(look, AccessViewModel(session))
    shown.resize(1100, 744)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.activateWindow()
    shown.arrive(Target(PageId.ACCESS, student=ids[0]))
    settle()
    return shown


def text_of(page: AccessPage) -> str:
    return page._preview.toPlainText()


def select(page: AccessPage, words: str) -> None:
    """Puts the cursor before some words and selects them with the keyboard."""
    preview = page._preview
    start = preview.document().find(words).selectionStart()
    cursor = preview.textCursor()
    cursor.setPosition(start)
    preview.setTextCursor(cursor)
    preview.setFocus()
    for _ in words:
        QTest.keyClick(preview, KEY.Key_Right, Qt.KeyboardModifier.ShiftModifier)


def button(page: AccessPage, words: str) -> Button:
    return next(each for each in page.findChildren(Button) if each.text() == words)


def said(page: AccessPage) -> str:
    return "\n".join(each.text() for each in page.findChildren(Label) if each.isVisible())


def saved(page: AccessPage, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> bytes:
    place = tmp_path / f"file.{kind}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))
    button(page, "Save as PDF" if kind == "pdf" else "As data (JSON)").click()
    return place.read_bytes()


def test_everything_is_there_and_others_have_a_letter(page: AccessPage) -> None:
    text = text_of(page)
    for part in (
        "Given name: Sanne",
        "Family name: Hoekstra",
        "CMV-1B, since 1 September 2026",
        "With you only: wil liever alleen",
        "Tags: zorg",
        "own reminder",
        "ik hoorde het toevallig",
        "a photo is fine",
        "told by: zelf",
        "fellow student A vertelde",
        "Sanne 🙂 hielp",
        "Until 30 October 2026: brief contact on 29 October 2026:",
        "bellen met fellow student A",
    ):
        assert part in text
    for other in ("Milan", "Berg", "vindt Sanne druk"):
        assert other not in text


def test_words_are_covered_with_the_keyboard_and_shown_again(page: AccessPage) -> None:
    select(page, "heidingsver")
    QTest.keyClick(page._preview, KEY.Key_Return)
    assert text_of(page).count(STORY) == 1  # the earlier words still say it
    assert "vertelde een [covered] en Sanne" in text_of(page)
    settle()
    assert "contact of 29 October 2026: 1 word" in said(page)
    cursor = page._preview.document().find("[covered]")
    cursor.setPosition(cursor.selectionStart() + 3)
    page._preview.setTextCursor(cursor)
    QTest.keyClick(page._preview, KEY.Key_Return)
    assert "[covered]" not in text_of(page)
    assert text_of(page).count(STORY) == 2


def test_a_selection_behind_an_emoji_covers_the_words_that_were_selected(page: AccessPage) -> None:
    select(page, "hielp")
    QTest.keyClick(page._preview, KEY.Key_Delete)
    assert "Sanne 🙂 [covered]" in text_of(page)


def test_a_passage_over_several_texts_is_covered_in_each(page: AccessPage) -> None:
    preview = page._preview
    start = preview.document().find("vertelde een").selectionStart()
    end = preview.document().find("liever").selectionEnd()
    cursor = preview.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    preview.setTextCursor(cursor)
    button(page, "Cover").click()
    assert "fellow student A [covered]" in text_of(page)
    assert "With you only: [covered] alleen" in text_of(page)
    assert len(page._view_model.covers) == 2


def test_what_nobody_wrote_is_not_covered(page: AccessPage) -> None:
    select(page, "Hoekstra")
    QTest.keyClick(page._preview, KEY.Key_Return)
    assert page._view_model.covers == ()
    assert "Select words that somebody wrote." in said(page)


def test_covered_words_are_not_in_the_files_and_the_record_says_how_much(
    page: AccessPage,
    session: Session,
    ids: list[StudentId],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for _ in range(2):
        select(page, STORY)
        QTest.keyClick(page._preview, KEY.Key_Return)
    pdf = saved(page, "pdf", tmp_path, monkeypatch)
    text = "".join(pdf_pages(pdf))
    assert text.count("[covered]") == 3  # and once in the sentence on what was held back
    assert "wil liever alleen" in text
    assert "29 October 2026" in text
    assert "page 1 of 1" in text
    for absent in (STORY, "Milan", "Berg"):
        assert absent not in text
        assert absent.encode() not in every_stream(pdf)
        assert absent.encode("utf-16-be") not in every_stream(pdf)
    data = json.loads(saved(page, "json", tmp_path, monkeypatch))
    assert STORY not in json.dumps(data)
    assert [held["words"] for held in data["held_back_now"]] == [1, 1]
    kept = session.vault.rows(
        "SELECT h.file_kind, h.made_on, b.words, b.reason FROM handovers h"
        " JOIN held_back b ON b.handover_id = h.id WHERE h.student_id = ? ORDER BY h.id",
        (ids[0],),
    )
    held = (TODAY.isoformat(), 1, "about somebody else")
    assert kept == [("pdf", *held), ("pdf", *held), ("json", *held), ("json", *held)]
    assert "Given to read before" in text_of(page)
    assert STORY not in repr(kept)


def test_the_title_and_the_name_of_the_file_name_nobody(
    page: AccessPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered = []

    def ask(*asked: object) -> tuple[str, str]:
        offered.append(Path(str(asked[2])).name)
        return str(tmp_path / "file.pdf"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    button(page, "Save as PDF").click()
    pdf = (tmp_path / "file.pdf").read_bytes()
    assert offered == ["access-2026-10-29.pdf"]
    assert "What is kept".encode("utf-16-be") in pdf
    assert "Sanne".encode("utf-16-be") not in pdf


def test_a_file_that_cannot_be_written_is_said_and_not_recorded(
    page: AccessPage,
    session: Session,
    ids: list[StudentId],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    place = tmp_path / "gone" / "file.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))
    button(page, "Save as PDF").click()
    assert "could not be saved there" in said(page)
    assert session.vault.rows("SELECT id FROM handovers") == []


def test_a_reason_in_own_words_is_asked_for_before_it_is_covered(page: AccessPage) -> None:
    reasons = page._side._reasons
    reasons.setCurrentIndex(reasons.count() - 1)
    reasons.activated.emit(reasons.currentIndex())
    select(page, STORY)
    QTest.keyClick(page._preview, KEY.Key_Return)
    assert page._view_model.covers == ()
    QTest.keyClicks(page._side._own, "op verzoek")
    QTest.keyClick(page._side._own, KEY.Key_Return)
    assert [cover.reason for cover in page._view_model.covers] == ["op verzoek"]


def test_what_was_covered_is_still_covered_on_the_way_back(
    page: AccessPage, ids: list[StudentId]
) -> None:
    select(page, STORY)
    QTest.keyClick(page._preview, KEY.Key_Return)
    page.arrive(Target(PageId.ACCESS, student=ids[2]))
    assert "[covered]" not in text_of(page)
    page.arrive(Target(PageId.ACCESS, student=ids[0]))
    assert "[covered]" in text_of(page)


def test_a_restricted_student_can_be_shown_and_the_way_back_is_settings(
    page: AccessPage, session: Session, ids: list[StudentId], qtbot: QtBot
) -> None:
    session.do(restrict, student_id=ids[0], on=TODAY, reason="klopt niet")
    assert "Why: klopt niet" in text_of(page)
    with qtbot.waitSignal(page.open_requested) as heard:
        button(page, "Back").click()
    assert heard.args == [Target(PageId.SETTINGS)]


def test_who_is_not_there_leads_back_to_the_class(page: AccessPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.open_requested) as heard:
        page.arrive(Target(PageId.ACCESS, student=StudentId(99)))
    assert heard.args == [Target(PageId.STUDENTS)]


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("width", [760, 1280])
def test_nothing_is_cut_off(
    session: Session, ids: list[StudentId], qtbot: QtBot, theme: str, width: int
) -> None:
    page = AccessPage(a_look(theme), AccessViewModel(session))
    qtbot.addWidget(page)
    page.resize(width, 700)
    page.show()
    page.arrive(Target(PageId.ACCESS, student=ids[0]))
    select(page, STORY)
    QTest.keyClick(page._preview, KEY.Key_Return)
    settle()
    assert flaws(page) == []
