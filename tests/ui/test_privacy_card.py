"""What students may ask, in Settings: two pages as PDF, and the short list of who is restricted."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from builders import TODAY, school_class
from klasgenoot.operations.rights import restrict
from klasgenoot.store import restrictions
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.pages.settings.privacy_card import PrivacyCard, write_sheet
from klasgenoot.viewmodels.privacy import PrivacyViewModel
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId, Target
from read_pdf import pdf_pages
from ui.layout_flaws import flaws
from worlds import settle

TEXTS = Path(__file__).parents[2] / "resources" / "privacy"


@pytest.fixture
def view_model(session: Session) -> PrivacyViewModel:
    return PrivacyViewModel(session, texts=TEXTS)


@pytest.fixture
def card(look: Look, view_model: PrivacyViewModel, qtbot: QtBot) -> PrivacyCard:
    made = PrivacyCard(look, view_model)
    made.resize(620, 400)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def press(card: PrivacyCard, words: str) -> None:
    next(each for each in card.findChildren(Button) if each.text() == words).click()


def said(card: PrivacyCard) -> str:
    settle()
    return "\n".join(each.text() for each in card.findChildren(Label) if each.isVisible())


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("which", ["for_students", "for_officer"])
def test_each_text_is_one_page_and_what_is_kept_begins_another(
    look: Look,
    session: Session,
    view_model: PrivacyViewModel,
    tmp_path: Path,
    language: str,
    which: str,
) -> None:
    from klasgenoot.domain.settings import Language

    session.set(language=Language(language))
    sheet = getattr(view_model, which)()
    pages = write_sheet(look, tmp_path / "page.pdf", sheet)
    text, *kept = pdf_pages((tmp_path / "page.pdf").read_bytes())
    assert pages == 1 + len(kept)
    assert bool(kept) == bool(sheet.small)
    assert not kept or kept[0].startswith(sheet.small_title)
    assert sheet.title in text
    assert all(heading in text for heading, _ in sheet.parts)
    assert "\N{REPLACEMENT CHARACTER}" not in text


@pytest.mark.parametrize("words", ["Page for students", "Page for your school"])
def test_a_page_is_saved_as_pdf(
    card: PrivacyCard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    place = tmp_path / "page.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))
    press(card, words)
    assert place.read_bytes().startswith(b"%PDF")
    assert "Saved." in said(card)


def test_a_page_that_cannot_be_saved_is_said(
    card: PrivacyCard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "gone" / "page.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))
    press(card, "Page for students")
    assert "could not be saved there" in said(card)


def test_who_is_restricted_can_be_shown_and_lifted(
    card: PrivacyCard, session: Session, qtbot: QtBot
) -> None:
    _, ids = school_class(session.desk)
    session.do(restrict, student_id=ids[0], on=TODAY, reason="vroeg het zelf")
    assert "Sanne Hoekstra" in said(card)
    assert "since 29 October: vroeg het zelf" in said(card)
    assert flaws(card) == []
    with qtbot.waitSignal(card.open_requested) as heard:
        press(card, "Access")
    assert heard.args == [Target(PageId.ACCESS, student=ids[0])]
    press(card, "Lift")
    assert restrictions.open_restrictions(session.vault) == ()
    assert "Sanne" not in said(card)
