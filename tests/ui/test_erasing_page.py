"""Erasing on screen: what goes is told, a name is typed, and there is a proof that names nobody."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from builders import TODAY, school_class
from klasgenoot.domain.people import StudentId
from klasgenoot.operations.backing_up import back_up, begin_round
from klasgenoot.operations.contacts import ContactDraft, log_contact
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.group_notes import note_group
from klasgenoot.store import contacts, drafts, group_notes, keys, school_classes, students
from klasgenoot.store.backup_file import erased_up_to
from klasgenoot.store.backups import backups_in
from klasgenoot.store.opening import open_vault
from klasgenoot.store.restoring import verify
from klasgenoot.ui.kit.choice import Check
from klasgenoot.ui.kit.field import TextBox
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.pages.erasing.page import ErasingPage
from klasgenoot.viewmodels.erasing import ErasingViewModel, Stage
from klasgenoot.viewmodels.quicklog_draft import draft_of
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId, Target

PHRASE = "vijf schapen drinken thee"


@pytest.fixture
def phrase() -> str:
    """The passphrase on the data; none."""
    return ""


@pytest.fixture
def session(tmp_path: Path, now: datetime, phrase: str, quick_keys: None) -> Iterator[Session]:
    folder = tmp_path / "data"
    folder.mkdir()
    key = keys.make_keys(folder, passphrase=phrase)[0] if phrase else keys.key_for(folder)
    vault = open_vault(folder, key=key)
    session = Session(Desk(vault), clock=lambda: now)
    class_id, ids = school_class(session.desk)
    drafts_ = [
        ContactDraft(student_ids=(ids[0],), happened_on=TODAY, text="alleen"),
        ContactDraft(student_ids=(ids[1],), happened_on=TODAY, text="werkt met Sanne samen"),
    ]
    session.desk.do(log_contact, drafts=drafts_)
    session.desk.do(note_group, class_id=class_id, on=TODAY, text="rustig")
    session.desk.do(note_group, class_id=class_id, on=TODAY, text="Milan is stil")
    session.backups = begin_round(vault, tmp_path / "backups")
    back_up(vault, session.backups, now=now)
    session.choose_class(class_id)
    yield session
    vault.close()


@pytest.fixture
def look(qapp: object) -> Look:
    from ui.kit_looks import a_look

    return a_look()


class Shown:
    """The page, and what a teacher does on it."""

    def __init__(self, look: Look, session: Session, qtbot: QtBot) -> None:
        self.session, self.qtbot = session, qtbot
        self.view_model = ErasingViewModel(session)
        self.page = ErasingPage(look, self.view_model)
        self.went: list[Target] = []
        self.page.open_requested.connect(self.went.append)
        qtbot.addWidget(self.page)
        self.page.resize(1000, 1400)
        self.page.show()

    def arrive(self, student: StudentId | None = None) -> None:
        self.page.arrive(Target(PageId.ERASING, student=student))

    def button(self, text: str) -> QPushButton:
        buttons = self.page.findChildren(QPushButton)
        return next(b for b in buttons if b.isVisible() and b.text() == text)

    def boxes(self) -> list[TextBox]:
        return [each for each in self.page.findChildren(TextBox) if each.isVisible()]

    def texts(self) -> str:
        return "\n".join(x.text() for x in self.page.findChildren(QLabel) if x.isVisible())

    def field(self) -> QLineEdit:
        fields = [each for each in self.page.findChildren(QLineEdit) if each.isVisible()]
        return fields[-1]

    def say_yes(self, word: str) -> None:
        self.qtbot.keyClicks(self.field(), word)
        self.qtbot.keyClick(self.field(), Qt.Key.Key_Return)

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: self.view_model.stage is Stage.DONE, timeout=30_000)


@pytest.fixture
def shown(look: Look, session: Session, qtbot: QtBot) -> Iterator[Shown]:
    shown = Shown(look, session, qtbot)
    yield shown
    shown.page.close_work()


def somebody(session: Session, name: str) -> StudentId:
    return next(each.id for each in students.all_students(session.vault) if each.name == name)


def test_a_student_is_erased_by_typing_the_name_and_the_proof_names_nobody(
    shown: Shown, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sanne = somebody(session, "Sanne")
    shown.arrive(sanne)
    assert "1 contact(s)" in shown.texts()
    assert "Also in 1 backup(s)." in shown.texts()
    go = shown.button("Erase for good")
    assert not go.isEnabled()
    shown.say_yes("Milan")
    assert shown.view_model.stage is Stage.LOOKING
    shown.field().clear()
    shown.say_yes(" sanne")
    shown.wait()
    assert students.student(session.vault, sanne) is None
    (backup,) = backups_in(tmp_path / "backups")
    assert erased_up_to(backup.path) == 1
    assert verify(backup, key=session.vault.key) is None
    proof = tmp_path / "proof.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(proof), ""))
    shown.button("Save the proof").click()
    text = proof.read_text("utf-8")
    assert "29 October 2026" in text
    assert "1 backup(s)" in text
    assert not [word for word in ("Sanne", "Hoekstra", "CMV") if word in text]
    shown.qtbot.keyClick(shown.button("Ready"), Qt.Key.Key_Return)
    assert shown.went == [Target(PageId.STUDENTS)]


def test_the_proof_is_a_pdf_when_it_is_called_so(
    shown: Shown, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown.arrive(somebody(session, "Sanne"))
    shown.say_yes("Sanne")
    shown.wait()
    paper = tmp_path / "proof.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(paper), ""))
    shown.button("Save the proof").click()
    assert paper.read_bytes().startswith(b"%PDF")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no/x.pdf"), ""))
    shown.button("Save the proof").click()
    assert "Choose another place" in shown.texts()


def test_a_text_that_names_them_can_be_changed_first(shown: Shown, session: Session) -> None:
    milan = somebody(session, "Milan")
    shown.arrive(somebody(session, "Sanne"))
    (box,) = shown.page.findChildren(TextBox)
    assert box.toPlainText() == "werkt met Sanne samen"
    (mark,) = box.extraSelections()
    assert mark.cursor.selectedText() == "Sanne"
    box.setFocus()
    box.selectAll()
    shown.qtbot.keyClicks(box, "werkt goed samen")
    shown.say_yes("Sanne")
    shown.wait()
    assert [each.text for each in contacts.contacts_of(session.vault, milan)] == [
        "werkt goed samen"
    ]


def test_one_press_takes_the_name_out_of_every_text_and_the_keyboard_stays(
    shown: Shown, session: Session
) -> None:
    shown.arrive(somebody(session, "Sanne"))
    out = shown.button("Take the name out everywhere")
    out.setFocus()
    shown.qtbot.keyClick(out, Qt.Key.Key_Return)
    assert out.hasFocus()
    shown.qtbot.waitUntil(lambda: len(shown.boxes()) == 1)
    (box,) = shown.boxes()
    assert box.toPlainText() == "werkt met … samen"
    assert out.nextInFocusChain() in (box, box.viewport())


def test_a_draft_about_them_is_gone_from_the_run_and_from_the_data(
    shown: Shown, session: Session
) -> None:
    draft = draft_of(session)
    draft.text = "Sanne: komt later terug"
    draft.keep()
    shown.arrive(somebody(session, "Sanne"))
    shown.say_yes("Sanne")
    shown.wait()
    assert draft.text == ""
    assert drafts.stored_draft(session.vault, of=drafts.LOG) == ""


def test_rather_not_leads_back_and_changes_nothing(shown: Shown, session: Session) -> None:
    sanne = somebody(session, "Sanne")
    shown.arrive(sanne)
    shown.qtbot.keyClick(shown.button("Rather not"), Qt.Key.Key_Return)
    assert shown.went == [Target(PageId.STUDENT, student=sanne)]
    assert students.student(session.vault, sanne)


def test_who_is_not_there_any_more_leaves_an_empty_page(shown: Shown) -> None:
    shown.arrive(StudentId(999))
    assert "There is nobody here to erase." in shown.texts()


def test_while_a_backup_is_made_nothing_goes(shown: Shown, session: Session) -> None:
    assert session.backups
    session.backups.is_busy = True
    sanne = somebody(session, "Sanne")
    shown.arrive(sanne)
    shown.say_yes("Sanne")
    assert "A backup is being made now" in shown.texts()
    assert students.student(session.vault, sanne)


def test_a_year_is_closed_without_a_passphrase_and_only_a_new_backup_stays(
    shown: Shown, session: Session, tmp_path: Path
) -> None:
    (old,) = backups_in(tmp_path / "backups")
    shown.arrive()
    assert "5 student(s) with their details" in shown.texts()
    shown.say_yes("CMV-1B")
    shown.wait()
    assert students.all_students(session.vault) == ()
    (kept,) = school_classes.all_classes(session.vault)
    (note,) = group_notes.notes_on(session.vault, kept.id)
    assert note.text == "rustig", "the note that names a student goes"
    (new,) = backups_in(tmp_path / "backups")
    assert new.number > old.number
    assert verify(new, key=session.vault.key) is None
    assert not any("recovery sheet" in text for text in shown.texts().splitlines())


def test_without_the_notes_the_class_goes_too_and_backups_may_stay(
    shown: Shown, session: Session, tmp_path: Path
) -> None:
    shown.arrive()
    for text in ("Keep my %n own note(s) on the group", "Throw the old backups away"):
        words = text.replace("%n", "2")
        check = next(c for c in shown.page.findChildren(Check) if c.text() == words)
        shown.qtbot.keyClick(check, Qt.Key.Key_Space)
    assert "2 note(s) on the group" in shown.texts()
    shown.say_yes("CMV-1B")
    shown.wait()
    assert school_classes.all_classes(session.vault) == ()
    (backup,) = backups_in(tmp_path / "backups")
    assert backup.number == 1
    assert verify(backup, key=session.vault.key) is None


def test_a_copy_can_be_saved_before_the_year_is_closed(
    shown: Shown, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copy.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(copy), ""))
    shown.arrive()
    shown.button("Save a copy…").click()
    assert "Hoekstra" in copy.read_text("utf-8")
    assert "anybody can read it" in shown.texts()


@pytest.mark.parametrize("phrase", [PHRASE])
def test_with_a_passphrase_a_closed_year_has_a_new_key(
    shown: Shown, session: Session, tmp_path: Path
) -> None:
    key, folder = session.vault.key, tmp_path / "data"
    shown.arrive()
    secret = next(
        each
        for each in shown.page.findChildren(QLineEdit)
        if each.echoMode() is QLineEdit.EchoMode.Password
    )
    shown.qtbot.keyClicks(secret, "iets anders")
    shown.say_yes("CMV-1B")
    shown.qtbot.waitUntil(lambda: "not the passphrase" in shown.texts(), timeout=30_000)
    assert len(students.all_students(session.vault)) == 5
    assert secret.text() == ""
    shown.qtbot.keyClicks(secret, PHRASE)
    shown.qtbot.keyClick(shown.field(), Qt.Key.Key_Return)
    shown.wait()
    assert session.vault.key != key
    assert keys.unlock(folder, passphrase=PHRASE) == session.vault.key
    (new,) = backups_in(tmp_path / "backups")
    assert verify(new, key=session.vault.key) is None
    assert "Since then the data has another key." in shown.texts()
    shown.button("Make a new recovery sheet").click()
    assert shown.went == [Target(PageId.KEYS, act="sheet")]
