"""Names that are mended while looking an import over."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from imports import PEOPLE, class_folder, names_in, portrait, rows, take_in
from klasgenoot.domain.columns import Field
from klasgenoot.domain.mending import MendedName
from klasgenoot.store.students import all_students
from klasgenoot.viewmodels.import_entries import Entry, Fate
from klasgenoot.viewmodels.importing import ImportViewModel, Step
from klasgenoot.viewmodels.session import Session
from made_files import folder

WRONG = ("500123;Sanne;;Hoekstr;;CMV-1B", "500124;Milan;van der;Berg;;CMV-1B")
SANNE = MendedName(given_name="Sanne", family_name="Hoekstra")


@pytest.fixture
def view_model(session: Session, qtbot: QtBot) -> ImportViewModel:
    return ImportViewModel(session)


def _take(qtbot: QtBot, view_model: ImportViewModel, *paths: Path) -> None:
    view_model.read(paths)
    qtbot.waitUntil(lambda: view_model.step is not Step.READING, timeout=30_000)
    view_model.go_to(Step.REVIEW)


def _entry(view_model: ImportViewModel, name: str) -> Entry:
    (found,) = (each for each in view_model.entries if each.name == name)
    return found


def _names(view_model: ImportViewModel) -> list[str]:
    return [entry.name for entry in view_model.entries]


def test_a_mended_name_is_kept_in_one_deed_that_can_be_undone(
    qtbot: QtBot, view_model: ImportViewModel, session: Session, tmp_path: Path
) -> None:
    _take(qtbot, view_model, folder(tmp_path / "in", {"klas.csv": rows(*WRONG)}))
    assert view_model.mend(_entry(view_model, "Sanne Hoekstr").row, SANNE) == ""
    assert _entry(view_model, "Sanne Hoekstra").listed_as == "Sanne Hoekstr"
    assert view_model.keep()
    assert names_in(session.desk, "CMV-1B") == ["Milan van der Berg", "Sanne Hoekstra"]
    session.undo()
    assert all_students(session.vault) == ()


def test_it_is_taken_back_step_by_step_and_no_further(
    qtbot: QtBot, view_model: ImportViewModel, tmp_path: Path
) -> None:
    _take(qtbot, view_model, folder(tmp_path / "in", {"klas.csv": rows(*WRONG)}))
    before = _names(view_model)
    view_model.mend(_entry(view_model, "Sanne Hoekstr").row, SANNE)
    milan = _entry(view_model, "Milan van der Berg").row
    view_model.mend(milan, MendedName(given_name="Milan", family_name="Berg"))
    view_model.leave_out(milan, is_out=True)
    assert view_model.left_out == {milan}, "who is left out stays out under another name"
    view_model.take_back()
    assert (view_model.left_out, _names(view_model)) == (set(), ["Milan Berg", "Sanne Hoekstra"])
    view_model.as_listed(milan)
    assert _names(view_model) == ["Milan van der Berg", "Sanne Hoekstra"]
    for _ in range(5):
        view_model.take_back()
    assert _names(view_model) == before
    assert not any(entry.listed_as for entry in view_model.entries)


def test_it_outlives_going_back_to_the_columns(
    qtbot: QtBot, view_model: ImportViewModel, session: Session, tmp_path: Path
) -> None:
    _take(qtbot, view_model, folder(tmp_path / "in", {"klas.csv": rows(*WRONG)}))
    view_model.mend(_entry(view_model, "Sanne Hoekstr").row, SANNE)
    view_model.leave_out(_entry(view_model, "Milan van der Berg").row, is_out=True)
    view_model.go_to(Step.COLUMNS)
    view_model.set_field(0, Field.SKIP)
    view_model.set_field(1, Field.SKIP)
    view_model.set_field(1, Field.CALL_NAME)
    view_model.go_to(Step.REVIEW)
    assert view_model.keep()
    assert names_in(session.desk, "CMV-1B") == ["Sanne Hoekstra"]


def test_photos_are_matched_with_the_mended_name_and_what_was_said_of_them_stays(
    qtbot: QtBot, view_model: ImportViewModel, tmp_path: Path
) -> None:
    files = {
        "klas.csv": rows("1;Xander;;Quist;;1A", "2;Milan;van der;Berg;;1A"),
        "Noor Aydin.jpg": portrait(0),
        "Milan van der Berg.jpg": portrait(1),
    }
    _take(qtbot, view_model, folder(tmp_path / "in", files))
    assert [entry.photo is not None for entry in view_model.entries] == [True, False]
    noor = MendedName(given_name="Noor", family_name="Aydın")
    view_model.mend(_entry(view_model, "Xander Quist").row, noor)
    assert _entry(view_model, "Noor Aydın").photo is not None
    view_model.mend(
        _entry(view_model, "Milan van der Berg").row,
        MendedName(given_name="Milaan", family_name="Bergh"),
    )
    assert _entry(view_model, "Milaan Bergh").photo is not None, "it was his by the list"
    (photo,) = (p for p, row in view_model.photo_rows.items() if row == 0)
    view_model.settle(photo, None)
    view_model.mend(0, MendedName(given_name="Noortje", family_name="Aydın"))
    assert _entry(view_model, "Noortje Aydın").photo is None


def test_an_update_says_what_mending_comes_to(
    qtbot: QtBot, view_model: ImportViewModel, session: Session, tmp_path: Path
) -> None:
    without_number = [line.partition(";")[2] for line in PEOPLE]
    header = "Roepnaam;Tussenvoegsel;Achternaam;E-mail;Klas"
    first = [line.replace(line.split(";")[3], "") for line in without_number]
    take_in(session.desk, folder(tmp_path / "one", {"klas.csv": rows(*first, header=header)}))
    again = [line.replace("Aydın", "Aydin-Kaya").replace("Milan", "Milen") for line in first]
    _take(qtbot, view_model, folder(tmp_path / "two", {"klas.csv": rows(*again, header=header)}))
    assert [each.student.full_name for each in view_model.missing] == [
        "Noor Aydın",
        "Milan van der Berg",
    ]
    milan = MendedName(given_name="Milan", infix="van der", family_name="Berg")
    view_model.mend(_entry(view_model, "Milen van der Berg").row, milan)
    assert _entry(view_model, "Milan van der Berg").fate is Fate.SAME
    view_model.mend(
        _entry(view_model, "Sanne Hoekstra").row,
        MendedName(given_name="Susanne", family_name="Hoekstra", call_name="Sanne"),
    )
    sanne = _entry(view_model, "Sanne Hoekstra")
    assert sanne.fate is Fate.CHANGED
    assert {(change.field, change.after) for change in sanne.changes} == {
        ("given_name", "Susanne"),
        ("call_name", "Sanne"),
    }
    assert [each.student.full_name for each in view_model.missing] == ["Noor Aydın"]


def test_a_name_that_is_left_empty_is_refused_and_one_as_listed_is_not_mended(
    qtbot: QtBot, view_model: ImportViewModel, tmp_path: Path
) -> None:
    _take(qtbot, view_model, folder(tmp_path / "in", {"klas.csv": rows(*WRONG)}))
    sanne = _entry(view_model, "Sanne Hoekstr").row
    assert view_model.mend(sanne, MendedName(infix="van")) == "Give a name first."
    assert view_model.mend(sanne, MendedName(given_name="Sanne ", family_name="Hoekstr")) == ""
    view_model.mend(sanne, SANNE)
    view_model.mend(sanne, MendedName(given_name="Sanne", family_name="Hoekstr"))
    assert not any(entry.listed_as for entry in view_model.entries)


def test_names_of_photos_are_mended_and_those_of_a_class_that_is_there_are_not(
    qtbot: QtBot, view_model: ImportViewModel, session: Session, tmp_path: Path
) -> None:
    photos = {"Sane Hoekstra.jpg": portrait(0), "Milan van der Berg.jpg": portrait(1)}
    _take(qtbot, view_model, folder(tmp_path / "1A", photos))
    view_model.mend(_entry(view_model, "Sane Hoekstra").row, SANNE)
    assert all(entry.photo for entry in view_model.entries)
    assert view_model.keep()
    assert names_in(session.desk, "1A") == ["Milan van der Berg", "Sanne Hoekstra"]
    _take(qtbot, view_model, tmp_path / "1A")
    assert view_model.class_id is not None
    assert not any(entry.can_be_mended for entry in view_model.entries)


def test_of_a_list_brought_anew_nothing_is_mended(
    qtbot: QtBot, view_model: ImportViewModel, tmp_path: Path
) -> None:
    _take(qtbot, view_model, class_folder(tmp_path / "in"))
    view_model.mend(0, SANNE)
    _take(qtbot, view_model, tmp_path / "in")
    assert not any(entry.listed_as for entry in view_model.entries)
