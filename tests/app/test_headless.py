"""Deeds without a window, as scripts run them: JSON on standard output, trouble on standard error."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from imports import PEOPLE, class_folder, portrait, rows
from klasgenoot import __version__
from klasgenoot.store.database import open_vault
from klasgenoot.store.keys import key_for
from klasgenoot.store.schema import LATEST
from made_files import folder, jpeg

SOURCE = Path(__file__).resolve().parents[2] / "src"

WHOLE_LESSON = """
import io, json, sys
from datetime import date
from pathlib import Path

sys.modules["PySide6"] = None  # whoever imports it now fails
from klasgenoot.app.command_line import main
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.group_notes import note_group
from klasgenoot.store import school_classes
from klasgenoot.store.database import open_vault
from klasgenoot.store.keys import key_for

data, files = sys.argv[1:]
there = ["--data-dir", data]
assert main([*there, "import", files]) == 0
sys.stdin = io.StringIO("Noor\\nSanne\\nMilan\\n" * 3)
assert main([*there, "practise", "--limit", "6"]) == 0
assert main([*there, "log", "Sanne, Milan: groepsproject loopt"]) == 0
vault = open_vault(Path(data), key=key_for(Path(data)))
(school,) = school_classes.all_classes(vault)
Desk(vault).do(note_group, class_id=school.id, on=date(2026, 10, 29), text="meer gelach")
vault.close()
assert main([*there, "unseen"]) == 0
assert main([*there, "export"]) == 0
"""


class Ran(NamedTuple):
    """What came of a command."""

    code: int
    answers: list[dict[str, Any]]
    errors: str


def run(
    *arguments: object, typed: str = "", program: tuple[str, ...] = ("-m", "klasgenoot")
) -> Ran:
    """Runs the app without a window in a process of its own."""
    ran = subprocess.run(
        [sys.executable, *program, *map(str, arguments)],
        input=typed.encode(),
        env={**os.environ, "PYTHONPATH": str(SOURCE), "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    answers = [json.loads(line) for line in ran.stdout.decode().splitlines()]
    return Ran(ran.returncode, answers, ran.stderr.decode())


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with a class of three, taken in from the command line."""
    where = tmp_path / "data"
    assert run("--data-dir", where, "import", class_folder(tmp_path / "in")).code == 0
    return where


def test_the_version_is_told() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "klasgenoot", "--version"],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.strip() == f"klasgenoot {__version__}"


def test_an_import_is_told_and_another_changes_nothing(tmp_path: Path) -> None:
    where, files = tmp_path / "data", class_folder(tmp_path / "in")
    preview = run("--data-dir", where, "import", "--preview", files)
    first = run("--data-dir", where, "import", files)
    again = run("--data-dir", where, "import", files)
    told = {
        "class": "CMV-1B",
        "students": 3,
        "added": 3,
        "changed": 0,
        "missing": [],
        "photos": 3,
        "photos_to_look_at": [],
        "refused": [],
    }
    assert preview == first == Ran(0, [told], "")
    assert again == Ran(0, [{**told, "added": 0}], "")


def test_what_does_not_come_along_is_told(tmp_path: Path) -> None:
    where, files = tmp_path / "data", class_folder(tmp_path / "in")
    folder(files, {"kapot.jpg": jpeg()[:300], "IMG_2043.jpg": portrait(8)})
    (told,) = run("--data-dir", where, "import", "--class", "Minor", files).answers
    assert told["class"] == "Minor"
    assert told["photos_to_look_at"] == ["IMG_2043.jpg"]
    assert told["refused"] == [
        {"trouble": "UnreadablePhoto", "source": "kapot.jpg", "why": "broken"}
    ]


def test_students_are_listed_in_any_script(data: Path) -> None:
    ran = run("--data-dir", data, "students")
    assert [answer["name"] for answer in ran.answers] == [
        "Noor Aydın",
        "Milan van der Berg",
        "Sanne Hoekstra",
    ]
    assert all(answer["photo"] for answer in ran.answers)


def test_names_are_practised_with_answers_from_standard_input(data: Path) -> None:
    ran = run("--data-dir", data, "practise", "--limit", "4", typed="Noor\n\nnobody\n" * 9)
    assert ran.code == 0
    study = [answer for answer in ran.answers if answer.get("card") == "study"]
    assert len(study) == 3
    *_, told = ran.answers
    assert told["answered"] == len([a for a in ran.answers if "verdict" in a])
    (exported,) = run("--data-dir", data, "export").answers
    kept = [len(student["answers"]) for student in exported["classes"][0]["students"]]
    assert sum(kept) == told["answered"]


def test_practice_ends_when_the_answers_do(data: Path) -> None:
    ran = run("--data-dir", data, "practise", typed="")
    assert ran.answers[-1]["answered"] == 0


def test_contact_is_logged_as_it_is_typed_and_told_as_last_line(data: Path) -> None:
    ran = run("--data-dir", data, "log", "Sanne,", "Milan:", "project loopt")
    assert ran.answers[0]["students"] == ["Sanne Hoekstra", "Milan van der Berg"]
    seen = run("--data-dir", data, "unseen", "--target", "7").answers
    assert seen[0]["student"] == "Noor Aydın"
    assert {turn["last_line"] for turn in seen[1:]} == {"project loopt"}


@pytest.mark.parametrize(
    ("arguments", "trouble"),
    [
        (["students", "--class", "CMV-9Z"], {"trouble": "Unknown", "what": "CMV-9Z"}),
        (["log", "Wilhelmina: hoi"], {"trouble": "Unknown", "what": "Wilhelmina"}),
        (["log", "vandaag was het druk"], {"trouble": "Unknown"}),
        (["import", "gone.csv"], {"trouble": "UnreadablePlace"}),
    ],
)
def test_trouble_is_told_as_json_and_in_a_sentence(
    data: Path, arguments: list[str], trouble: dict[str, str]
) -> None:
    ran = run("--data-dir", data, *arguments)
    assert ran.code == 1
    assert trouble.items() <= ran.answers[-1].items()
    assert ran.errors.count("\n") == 1
    assert ran.errors.endswith(".\n")
    assert trouble.get("what", "") in ran.errors


def test_with_two_classes_one_is_to_be_named(data: Path, tmp_path: Path) -> None:
    minor = folder(tmp_path / "two", {"minor.csv": rows(PEOPLE[0].replace("CMV-1B", "Minor"))})
    run("--data-dir", data, "import", minor)
    assert run("--data-dir", data, "students").answers[0]["trouble"] == "Missing"
    (only,) = run("--data-dir", data, "students", "--class", "minor").answers
    assert only["name"] == "Sanne Hoekstra"
    (exported,) = run("--data-dir", data, "export").answers
    assert [each["name"] for each in exported["classes"]] == ["CMV-1B", "Minor"]


def test_photos_nobody_matches_change_nothing(tmp_path: Path) -> None:
    files = {"klas.csv": rows(*PEOPLE), "IMG_1.jpg": portrait(1)}
    where = tmp_path / "data"
    ran = run("--data-dir", where, "import", folder(tmp_path / "in", files))
    assert (ran.code, ran.answers[0]["trouble"]) == (1, "StrangePhotos")
    assert run("--data-dir", where, "export").answers == [{"classes": []}]


def test_data_of_a_newer_version_is_left_alone(data: Path) -> None:
    vault = open_vault(data, key=key_for(data))
    vault.connection.execute(f"PRAGMA user_version = {LATEST + 1}")
    vault.close()
    ran = run("--data-dir", data, "students")
    assert (ran.code, ran.answers[0]["trouble"]) == (1, "NewerFile")


def test_a_second_copy_on_the_same_data_is_refused(data: Path) -> None:
    vault = open_vault(data, key=key_for(data))
    ran = run("--data-dir", data, "students")
    vault.close()
    assert (ran.code, ran.answers[0]["trouble"]) == (1, "AlreadyOpen")


def test_a_data_folder_that_cannot_be_made_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    ran = run("--data-dir", tmp_path / "file" / "data", "students")
    assert (ran.code, ran.answers[0]["trouble"]) == (1, "ReadOnlyPlace")


def test_the_sample_class_lies_in_a_folder_of_its_own(data: Path) -> None:
    before = (data / "klasgenoot.db").read_bytes()
    ran = run("--data-dir", data, "--demo", "--lang", "en", "students")
    assert len(ran.answers) == 28
    assert (data / "klasgenoot.db").read_bytes() == before


def test_who_reads_may_stop_reading(data: Path) -> None:
    program = f"{sys.executable} -m klasgenoot --data-dir {data} students | head -1"
    ran = subprocess.run(
        ["sh", "-c", program],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.count("\n") == 1
    assert ran.stderr == ""


def test_a_whole_lesson_runs_without_qt(tmp_path: Path) -> None:
    where, files = tmp_path / "data", class_folder(tmp_path / "in")
    ran = run(where, files, program=("-c", WHOLE_LESSON))
    assert (ran.code, ran.errors) == (0, "")
    exported = ran.answers[-1]["classes"][0]
    assert exported["name"] == "CMV-1B"
    assert exported["group_notes"][0]["text"] == "meer gelach"
    assert {student["call_name"] or student["given_name"] for student in exported["students"]} == {
        "Noor",
        "Milan",
        "Sanne",
    }
    assert any(student["answers"] for student in exported["students"])
    assert any(student["contacts"] for student in exported["students"])
