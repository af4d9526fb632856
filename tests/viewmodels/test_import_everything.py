"""A file with everything on its way back: all classes, each by itself, as it was shown."""

import json
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from imports import names_in, portrait
from klasgenoot.domain.people import Crop
from klasgenoot.exchange.photos import read_photo
from klasgenoot.operations.proposing_classes import HANDFUL
from klasgenoot.store import school_classes, students
from klasgenoot.viewmodels.import_entries import Fate
from klasgenoot.viewmodels.importing import ImportViewModel, Step
from klasgenoot.viewmodels.session import Session

CROP = {"left": 0.125, "top": 0.0, "width": 0.5, "height": 0.5}
OURS = [read_photo(portrait(n), source="x").large for n in range(2)]
CLASSES = HANDFUL + 2


def student(number: int, **more: Any) -> dict[str, Any]:
    return {"id": number, "given_name": f"Sam{number}", "family_name": "Vos", **more}


@pytest.fixture
def read(session: Session, qtbot: QtBot, tmp_path: Path) -> ImportViewModel:
    """More classes than a handful, with one student in the first and the last."""
    both = student(0, photo=b64encode(OURS[0]).decode(), crop=CROP)
    last = student(1, photo=b64encode(OURS[1]).decode(), crop=None)
    inside = [[both], *([student(n)] for n in range(2, CLASSES)), [both, last]]
    classes = [{"name": f"{n}A, 1B", "students": those} for n, those in enumerate(inside)]
    path = tmp_path / "alles.json"
    path.write_text(json.dumps({"classes": classes}), "utf-8")
    view_model = ImportViewModel(session)
    view_model.read([path])
    qtbot.waitUntil(lambda: view_model.step is Step.COLUMNS, timeout=30_000)
    return view_model


def test_all_classes_are_ticked_and_each_is_one_by_itself(read: ImportViewModel) -> None:
    assert read.is_each
    assert not read.is_to_choose
    assert [line.name for line in read.list_classes] == [f"{n}A, 1B" for n in range(CLASSES)]
    assert all(line.is_taken and line.is_new for line in read.list_classes)
    assert (len(read.entries), read.doubts) == (CLASSES, ())


def test_each_says_the_file_and_shows_the_portrait_that_was_shown(read: ImportViewModel) -> None:
    assert {entry.place for entry in read.entries} == {"alles.json"}
    both = next(entry for entry in read.entries if entry.name == "Sam0 Vos")
    assert (both.fate, both.classes) == (Fate.ADDED, ("0A, 1B", f"{CLASSES - 1}A, 1B"))
    assert both.crop == Crop(**CROP)
    assert [read.crop_of(photo) == Crop(**CROP) for photo in (0, 1)] == [True, False]


def test_a_class_that_is_left_out_takes_no_photo_from_another(
    read: ImportViewModel, session: Session, qtbot: QtBot
) -> None:
    read.take_classes([f"{CLASSES - 1}A, 1B"])
    assert read.doubts == ()
    with qtbot.waitSignal(read.kept):
        assert read.keep()
    assert names_in(session.desk, f"{CLASSES - 1}A, 1B") == ["Sam0 Vos", "Sam1 Vos"]
    kept = students.all_students(session.vault)
    assert [one.crop == Crop(**CROP) for one in kept] == [True, False]


def test_all_of_it_is_kept_and_taken_back_in_one_step(
    read: ImportViewModel, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(read.kept):
        assert read.keep()
    assert len(school_classes.all_classes(session.vault)) == CLASSES
    assert len(students.all_students(session.vault)) == CLASSES
    session.undo()
    assert school_classes.all_classes(session.vault) == ()
    assert students.all_students(session.vault) == ()
