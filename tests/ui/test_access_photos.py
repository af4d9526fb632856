"""Inzage tells every photo, the recording and how the name is learned, and shows the photos."""

import base64
import json
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from builders import TODAY, school_class
from fake_sound import a_name
from klasgenoot.domain.answering import Mode, Outcome
from klasgenoot.domain.memory import Direction, Rating
from klasgenoot.domain.people import Crop, StudentId
from klasgenoot.domain.verdict import Verdict
from klasgenoot.exchange.sounds import made_sound
from klasgenoot.operations.more_photos import add_photo
from klasgenoot.operations.practice import answer_card
from klasgenoot.operations.recordings import record_name
from klasgenoot.operations.students import edit_student
from klasgenoot.store import students
from klasgenoot.store.photos import StoredPhoto, keep_photo
from klasgenoot.store.sounds import StoredSound, keep_sound
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.pages.access.page import AccessPage
from klasgenoot.viewmodels.access import AccessViewModel
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId, Target
from made_files import jpeg
from worlds import settle

PARTS = (Crop(0, 0, 1, 1), Crop(0.1, 0.2, 0.5, 0.6), Crop(0.3, 0, 0.5, 0.5))
NOON = datetime.fromisoformat("2026-10-29T12:00:00+01:00")


@pytest.fixture
def who(session: Session) -> StudentId:
    """Somebody with three photos, a recording, and all that helps to learn the name."""
    _, (who, other, *_) = school_class(session.desk)
    from dataclasses import replace

    known = students.student(session.vault, who)
    changed = replace(
        known, pronouns="zij/haar", aliases=("San", "Sanneke"), mnemonic="bril, zit naast Milan"
    )
    session.do(edit_student, changed=changed)
    for number, part in enumerate(PARTS):
        data = jpeg(300 + number, 400)
        photo = keep_photo(session.vault, StoredPhoto(data, data, 300 + number, 400))
        session.do(add_photo, student_id=who, photo=photo, crop=part, on=TODAY)
    sound = keep_sound(session.vault, StoredSound(*made_sound(a_name())))
    session.do(record_name, student_id=who, sound=sound)
    for mode in (Mode.SWEEP, Mode.CHOOSE_NAME):
        session.do(
            answer_card,
            student_id=who,
            direction=Direction.FACE_TO_NAME,
            outcome=Outcome(verdict=Verdict.WRONG, mode=mode),
            rating=None if mode is Mode.SWEEP else Rating.AGAIN,
            at=NOON,
        )
    with session.vault.journal.for_good():
        session.vault.table("drills").insert(
            {"one_id": other, "other_id": who, "finished_at": NOON.isoformat()}
        )
    return who


@pytest.fixture
def page(look: Look, session: Session, who: StudentId, qtbot: QtBot) -> AccessPage:
    shown = AccessPage(look, AccessViewModel(session))
    shown.resize(1100, 744)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.arrive(Target(PageId.ACCESS, student=who))
    settle()
    return shown


def saved(page: AccessPage, words: str, place: Path, monkeypatch: pytest.MonkeyPatch) -> bytes:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))
    next(each for each in page.findChildren(Button) if each.text() == words).click()
    return place.read_bytes()


def test_all_of_it_is_told_in_words(page: AccessPage) -> None:
    text = page._preview.toPlainText()
    for part in (
        "Pronouns: zij/haar",
        "Other names: San and Sanneke",
        "What your teacher remembers your name by: bril, zit naast fellow student A",
        "Recorded: your name, 1.3 seconds; in the file for programs",
        "Kept: 300 by 400 pixels",
        "Another photo, added on 29 October 2026",
        "Kept: 301 by 400 pixels",
        "Part that is shown: from 10 % of the left and 20 % of the top, 50 by 60 %",
        "Kept: 302 by 400 pixels",
        "from face to name, in a sweep, wrong",
        "from face to name, a name chosen, wrong",
        "Learned to tell apart from somebody: six right in a row",
        "29 October 2026, 12:00: fellow student A",
    ):
        assert part in text, part
    assert "Milan" not in text


def test_every_photo_is_shown_and_stands_in_the_pdf(
    page: AccessPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert page._preview.toPlainText().count("\ufffc") == 3
    pdf = saved(page, "Save as PDF", tmp_path / "file.pdf", monkeypatch)
    assert pdf.count(b"/Subtype /Image") == 3


def test_the_file_for_programs_holds_the_recording_and_every_photo(
    page: AccessPage,
    session: Session,
    who: StudentId,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = json.loads(saved(page, "As data (JSON)", tmp_path / "file.json", monkeypatch))
    kept = whole["kept"]
    (sound,) = kept["sounds"]
    assert base64.b64decode(sound["wav"]).startswith(b"RIFF")
    assert len(kept["photos"]) == 3
    assert [each["crop_left"] for each in kept["more_photos"]] == [0.1, 0.3]
    assert kept["students"][0]["mnemonic"] == "bril, zit naast fellow student A"


def test_words_of_the_mnemonic_can_be_covered_and_the_record_says_where(page: AccessPage) -> None:
    shown = page._view_model
    place = next(place for place in shown.texts if place.endswith("/mnemonic"))
    assert shown.cover(place, 0, 4, reason="")
    assert shown.cover_lines == ("what your name is remembered by: 1 word(s), about somebody else",)
