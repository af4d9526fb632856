"""Deeds without a window, as scripts run them: JSON on output, and trouble in a sentence too."""

import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from imports import PEOPLE, class_folder, portrait, rows
from klasgenoot import __version__
from klasgenoot.app.command_line import main
from klasgenoot.domain.sample_class import STUDENTS
from klasgenoot.exchange.photos import Picture
from klasgenoot.operations import sample
from klasgenoot.store.keys import key_for
from klasgenoot.store.opening import open_vault
from klasgenoot.store.schema import FILE, LATEST
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
from klasgenoot.store.opening import open_vault
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


def told(code: int, output: str, errors: str) -> Ran:
    return Ran(code, [json.loads(line) for line in output.splitlines()], errors)


class CommandLine:
    """The command line on one data folder, in this process."""

    def __init__(self, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.data = data
        self._capsys = capsys

    def __call__(self, *arguments: object) -> Ran:
        self._capsys.readouterr()
        code = main(["--data-dir", str(self.data), *map(str, arguments)])
        return told(code, *self._capsys.readouterr())


def run_apart(*program: object, typed: str = "") -> Ran:
    """Runs Python in a process of its own, on a computer that only knows ASCII."""
    ran = subprocess.run(
        [sys.executable, *map(str, program)],
        input=typed.encode(),
        env={**os.environ, "PYTHONPATH": str(SOURCE), "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    return told(ran.returncode, ran.stdout.decode(), ran.stderr.decode())


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """The command line on an empty data folder."""
    return CommandLine(tmp_path / "data", capsys)


@pytest.fixture
def run_with_class(run: CommandLine, tmp_path: Path) -> CommandLine:
    """The command line on a data folder with a class of three."""
    assert run("import", class_folder(tmp_path / "in")).code == 0
    return run


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"klasgenoot {__version__}\n"


def test_an_import_is_told_and_another_changes_nothing(run: CommandLine, tmp_path: Path) -> None:
    files = class_folder(tmp_path / "in")
    preview = run("import", "--preview", files)
    first = run("import", files)
    again = run("import", files)
    answer = {
        "class": "CMV-1B",
        "students": 3,
        "classes_in_the_list": ["CMV-1B"],
        "left_out": 0,
        "added": 3,
        "changed": 0,
        "missing": [],
        "photos": 3,
        "photos_to_look_at": [],
        "refused": [],
    }
    assert preview == first == Ran(0, [answer], "")
    assert again == Ran(0, [{**answer, "added": 0}], "")


SCHOOL = ("1;Sem;;Bos;;1A", "2;Fay;;Vos;;1B", "3;Lux;;Kok;;1B", "1;Sem;;Bos;;1B", "4;Bo;;Dam;;")


def test_several_classes_of_a_list_become_a_class_each(run: CommandLine, tmp_path: Path) -> None:
    files = folder(tmp_path / "in", {"school.csv": rows(*SCHOOL)})
    preview = run("import", "--preview", files)
    assert run("export").answers == [{"classes": []}]
    first = run("import", files)
    assert preview == first
    (answer,) = first.answers
    told = {"is_new": True, "changed": 0, "missing": []}
    assert answer["classes"] == [
        {"class": "1A", "students": 1, "added": 1, **told},
        {"class": "1B", "students": 3, "added": 3, **told},
    ]
    assert (answer["added"], answer["without_class"]) == (3, 1)
    (exported,) = run("export").answers
    assert [len(each["students"]) for each in exported["classes"]] == [1, 3]
    again = run("import", files).answers[0]["classes"]
    assert [(each["is_new"], each["added"]) for each in again] == [(False, 0), (False, 0)]


def test_of_a_school_the_classes_are_named_or_all_are_asked_for(
    run: CommandLine, tmp_path: Path
) -> None:
    lines = (f"{700 + n};Sem{'abcdefgh'[n]};;Bos;;1{'ABCDEFGH'[n]}" for n in range(8))
    files = folder(tmp_path / "in", {"school.csv": rows(*lines)})
    assert run("import", files).answers[0]["trouble"] == "Missing"
    unknown = run("import", "--class", "1A", "--class", "9Z", files).answers[0]
    assert unknown["trouble"] == "Unknown"
    assert "9Z" in unknown.values()
    (two,) = run("import", "--class", "1a", "--class", "1C", files).answers
    assert [each["class"] for each in two["classes"]] == ["1A", "1C"]
    (every,) = run("import", "--each", files).answers
    assert len(every["classes"]) == 8
    assert every["added"] == 6


def test_what_does_not_come_along_is_told(run: CommandLine, tmp_path: Path) -> None:
    files = class_folder(tmp_path / "in")
    folder(files, {"kapot.jpg": jpeg()[:300], "IMG_2043.jpg": portrait(8)})
    (answer,) = run("import", "--class", "Minor", files).answers
    assert answer["class"] == "Minor"
    assert answer["photos_to_look_at"] == ["IMG_2043.jpg"]
    assert answer["refused"] == [
        {"trouble": "UnreadablePhoto", "source": "kapot.jpg", "why": "broken"}
    ]


def test_students_are_listed(run_with_class: CommandLine) -> None:
    ran = run_with_class("students")
    assert [answer["name"] for answer in ran.answers] == [
        "Noor Aydın",
        "Milan van der Berg",
        "Sanne Hoekstra",
    ]
    assert all(answer["photo"] for answer in ran.answers)


def test_names_are_practised_with_answers_from_standard_input(
    run_with_class: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", StringIO("Noor\n\nnobody\nSanne\nMilan\n" * 3))
    ran = run_with_class("practise", "--limit", "4")
    assert {a["name"] for a in ran.answers if a.get("card") == "study"} == {
        "Noor Aydın",
        "Milan van der Berg",
        "Sanne Hoekstra",
    }
    verdicts = [answer["verdict"] for answer in ran.answers if "verdict" in answer]
    assert {"right", "empty"} <= set(verdicts)
    assert ran.answers[-1]["answered"] == len(verdicts)
    (exported,) = run_with_class("export").answers
    kept = [len(student["answers"]) for student in exported["classes"][0]["students"]]
    assert sum(kept) == len(verdicts)


def test_practice_ends_when_the_answers_do(
    run_with_class: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", StringIO(""))
    assert run_with_class("practise").answers[-1]["answered"] == 0


def test_contact_is_logged_as_it_is_typed_and_told_as_last_line(
    run_with_class: CommandLine,
) -> None:
    ran = run_with_class("log", "Sanne,", "Milan:", "project loopt")
    assert ran.answers[0]["students"] == ["Sanne Hoekstra", "Milan van der Berg"]
    seen = run_with_class("unseen", "--target", "7").answers
    assert seen[0]["student"] == "Noor Aydın"
    assert {turn["last_line"] for turn in seen[1:]} == {"project loopt"}


@pytest.mark.parametrize(
    ("arguments", "trouble"),
    [
        (["students", "--class", "CMV-9Z"], {"trouble": "Unknown", "what": "CMV-9Z"}),
        (["log", "Wilhelmina: hoi"], {"trouble": "Unknown", "what": "Wilhelmina"}),
        (["log", "vandaag was het druk"], {"trouble": "Unknown"}),
        (["log", " "], {"trouble": "Missing", "what": "student"}),
        (["import", "gone.csv"], {"trouble": "UnreadablePlace"}),
    ],
)
def test_trouble_is_told_as_json_and_in_a_sentence(
    run_with_class: CommandLine, arguments: list[str], trouble: dict[str, str]
) -> None:
    ran = run_with_class(*arguments)
    assert ran.code == 1
    assert trouble.items() <= ran.answers[-1].items()
    assert ran.errors.count("\n") == 1
    assert ran.errors.endswith(".\n")
    assert trouble.get("what", "") in ran.errors


def test_with_two_classes_one_is_to_be_named(run_with_class: CommandLine, tmp_path: Path) -> None:
    minor = folder(tmp_path / "two", {"minor.csv": rows(PEOPLE[0].replace("CMV-1B", "Minor"))})
    run_with_class("import", minor)
    assert run_with_class("students").answers[0]["trouble"] == "Missing"
    (only,) = run_with_class("students", "--class", "minor").answers
    assert only["name"] == "Sanne Hoekstra"
    (exported,) = run_with_class("export").answers
    assert [each["name"] for each in exported["classes"]] == ["CMV-1B", "Minor"]


def test_photos_nobody_matches_change_nothing(run: CommandLine, tmp_path: Path) -> None:
    files = {"klas.csv": rows(*PEOPLE), "IMG_1.jpg": portrait(1)}
    ran = run("import", folder(tmp_path / "in", files))
    assert (ran.code, ran.answers[0]["trouble"]) == (1, "StrangePhotos")
    assert run("export").answers == [{"classes": []}]


def test_data_of_a_newer_version_is_left_alone(run_with_class: CommandLine) -> None:
    data = run_with_class.data
    vault = open_vault(data, key=key_for(data))
    vault.connection.execute(f"PRAGMA user_version = {LATEST + 1}")
    vault.close()
    before = (data / FILE).read_bytes()
    ran = run_with_class("students")
    assert (ran.code, ran.answers[0]["trouble"]) == (1, "NewerFile")
    assert (data / FILE).read_bytes() == before


def test_a_data_folder_that_cannot_be_made_is_said_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("in the way")
    ran = CommandLine(tmp_path / "file" / "data", capsys)("students")
    assert (ran.code, ran.answers[0]["trouble"]) == (1, "ReadOnlyPlace")


def test_the_sample_class_lies_in_a_folder_of_its_own(
    run_with_class: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = tuple(Picture(each.key.encode(), b"small", 4, 5) for each in STUDENTS)
    monkeypatch.setattr(sample, "draw_sample", lambda: drawn)
    before = (run_with_class.data / FILE).read_bytes()
    for _ in range(2):
        assert len(run_with_class("--demo", "--lang", "en", "students").answers) == len(STUDENTS)
    assert (run_with_class.data / FILE).read_bytes() == before


# ---- in a process of its own ----


def test_names_in_any_script_come_through_on_a_computer_that_knows_ascii(
    run_with_class: CommandLine,
) -> None:
    there = ("-m", "klasgenoot", "--data-dir", run_with_class.data)
    ran = run_apart(*there, "practise", "--limit", "2", typed="Aydın\n" * 3)
    assert ran.code == 0
    assert "Noor Aydın" in {answer.get("name") for answer in ran.answers}


def test_a_second_copy_on_the_same_data_is_refused(run_with_class: CommandLine) -> None:
    data = run_with_class.data
    vault = open_vault(data, key=key_for(data))
    ran = run_apart("-m", "klasgenoot", "--data-dir", data, "students")
    vault.close()
    assert (ran.code, ran.answers[0]["trouble"]) == (1, "AlreadyOpen")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end otherwise on Windows")
def test_who_reads_may_stop_reading(run_with_class: CommandLine) -> None:
    there = f"{sys.executable} -m klasgenoot --data-dir {run_with_class.data}"
    ran = subprocess.run(
        ["sh", "-c", f"{there} students | head -n 1"],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.count("\n") == 1
    assert ran.stderr == ""


def test_a_whole_lesson_runs_without_qt(tmp_path: Path) -> None:
    files = class_folder(tmp_path / "in")
    ran = run_apart("-c", WHOLE_LESSON, tmp_path / "data", files)
    assert (ran.code, ran.errors) == (0, "")
    exported = ran.answers[-1]["classes"][0]
    assert exported["name"] == "CMV-1B"
    assert exported["group_notes"][0]["text"] == "meer gelach"
    assert len(exported["students"]) == 3
    assert any(student["answers"] for student in exported["students"])
    assert sum(len(student["contacts"]) for student in exported["students"]) == 2


def test_a_backup_is_made_looked_at_and_put_back(run_with_class: CommandLine) -> None:
    run = run_with_class
    made = run("backup")
    assert (made.code, len(made.answers)) == (0, 1)
    (first,) = made.answers
    assert first["why"] == "asked"
    assert first["holds"]["students"] == 3
    assert run("log", "Sanne: gesproken").code == 0
    (preview,) = run("restore", first["backup"], "--preview").answers
    assert preview["differences"] == [{"kind": "contacts", "now": 1, "then": 0}]
    (done,) = run("restore", first["backup"]).answers
    assert Path(done["kept_aside"]).exists()
    assert run("restore", first["backup"], "--preview").answers[0]["differences"] == []
    assert [each["backup"] for each in run("backup").answers][1] == first["backup"]


def test_what_is_no_backup_is_refused_and_changes_nothing(
    run_with_class: CommandLine, tmp_path: Path
) -> None:
    (tmp_path / "holiday.jpg").write_bytes(jpeg())
    ran = run_with_class("restore", tmp_path / "holiday.jpg")
    assert ran.code == 1
    assert ran.answers[0]["why"] == "no_backup"
    assert len(run_with_class("students").answers) == 3


def test_a_backup_of_other_data_wants_its_key(
    run_with_class: CommandLine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = CommandLine(tmp_path / "other", capsys)
    made = Path(other("backup").answers[0]["backup"])
    moved = tmp_path / made.name
    made.rename(moved)
    ran = run_with_class("restore", moved)
    assert (ran.code, ran.answers[0]["why"]) == (1, "other_key")
    assert len(run_with_class("students").answers) == 3
