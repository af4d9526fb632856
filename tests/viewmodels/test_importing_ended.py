"""An import that is stopped, or whose processes are ended at any moment: nothing half done."""

import os
import signal
import sys
import threading
from pathlib import Path
from random import Random

import pytest
from pytestqt.qtbot import QtBot

from builders import content
from imports import PEOPLE, portrait, rows
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.exchange.cage import cage as cage_room
from klasgenoot.exchange.cage import outside
from klasgenoot.exchange.cage.outside import CagedProcess
from klasgenoot.operations.classes import add_class
from klasgenoot.operations.students import add_student
from klasgenoot.store import students
from klasgenoot.viewmodels.importing import ImportViewModel, Step
from klasgenoot.viewmodels.photo_change import PhotoChange
from klasgenoot.viewmodels.session import Session
from made_files import folder, jpeg

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are a Unix thing")

MANY = 40
"""Photos; enough to be in the middle of."""


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[CagedProcess]:
    """The processes that are started, as they come."""
    processes: list[CagedProcess] = []
    begin = CagedProcess.__init__

    def noted(process: CagedProcess, *which: str) -> None:
        begin(process, *which)
        processes.append(process)

    monkeypatch.setattr(CagedProcess, "__init__", noted)
    return processes


@pytest.fixture
def view_model(session: Session, qtbot: QtBot) -> ImportViewModel:
    return ImportViewModel(session)


@pytest.fixture
def class_of_many(tmp_path: Path) -> Path:
    """A list and a photo for everybody in it."""
    lines = [f"{700 + n};Roep{n};;Naam{n};;CMV-1B" for n in range(MANY)]
    photos = {f"{700 + n}.jpg": portrait(n) for n in range(MANY)}
    return folder(tmp_path / "in", {"klas.csv": rows(*lines), **photos})


def _are_gone(started: list[CagedProcess]) -> bool:
    return all(process._process.returncode is not None for process in started)


@pytest.mark.parametrize("seed", range(6))
def test_a_process_that_is_killed_at_any_moment_costs_a_photo_at_most(
    seed: int,
    qtbot: QtBot,
    view_model: ImportViewModel,
    session: Session,
    class_of_many: Path,
    started: list[CagedProcess],
) -> None:
    """A photo is tried twice: only one that both kills fall on is left out, and is named."""
    chance = Random(seed)
    moments = set(chance.sample(range(MANY), 3))

    def kill(done: int, _total: int) -> None:
        if done in moments:
            started[-1]._process.kill()

    view_model.progressed.connect(kill)
    view_model.read([class_of_many])
    qtbot.waitUntil(lambda: view_model.step is not Step.READING, timeout=60_000)
    left_out = view_model.refused
    assert len(left_out) <= 1
    with qtbot.waitSignal(view_model.kept):
        assert view_model.keep()
    assert session.current_class
    kept = students.all_students(session.vault, class_id=session.current_class.id)
    assert len(kept) == MANY
    assert sum(student.photo is None for student in kept) == len(left_out)
    qtbot.waitUntil(lambda: _are_gone(started), timeout=30_000)


def test_what_is_stopped_halfway_leaves_no_process_and_changes_nothing(
    qtbot: QtBot,
    view_model: ImportViewModel,
    session: Session,
    class_of_many: Path,
    started: list[CagedProcess],
) -> None:
    before = content(session.vault)
    view_model.progressed.connect(lambda done, _total: view_model.start_over() if done > 2 else 0)
    view_model.read([class_of_many])
    qtbot.waitUntil(lambda: view_model.step is Step.FILES, timeout=60_000)
    view_model.close_work()
    assert _are_gone(started)
    assert started
    assert content(session.vault) == before


@pytest.mark.parametrize("is_hanging", [False, True])
def test_closing_or_locking_while_files_are_read_leaves_no_process(
    is_hanging: bool,  # noqa: FBT001 - one of two cases
    qtbot: QtBot,
    view_model: ImportViewModel,
    class_of_many: Path,
    started: list[CagedProcess],
) -> None:
    """Both wait for the pages' work before the vault is closed."""
    view_model.read([class_of_many])
    qtbot.waitUntil(lambda: bool(started), timeout=60_000)
    if is_hanging:
        os.kill(started[0].pid, signal.SIGSTOP)
    view_model.close_work()
    assert _are_gone(started)
    assert not [thread for thread in threading.enumerate() if thread.name == "work"]


def test_without_memory_for_a_file_that_is_said_and_the_rest_comes(
    qtbot: QtBot,
    view_model: ImportViewModel,
    class_of_many: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Memory runs out in the cage at one photo, as its own exit says."""
    source = Path(cage_room.__file__).parents[3]
    told = f"""
import sys; sys.path.insert(0, {str(source)!r})
from klasgenoot.exchange.cage import inside, readers
read = readers.read_photo
def starved(data, source):
    if len(data) == {len(portrait(7))} and data == open_one:
        raise MemoryError
    return read(data, source=source)
open_one = {portrait(7)!r}
readers.read_photo = starved
raise SystemExit(inside.serve())
"""
    monkeypatch.setattr(outside, "command_line", lambda _word: [sys.executable, "-c", told])
    view_model.read([class_of_many])
    qtbot.waitUntil(lambda: view_model.step is not Step.READING, timeout=60_000)
    assert view_model.refused == ("707.jpg could not be read safely, so it was left out.",)
    assert len(view_model.photo_rows) == MANY - 1


def test_where_no_process_can_be_started_that_is_said_where_files_are_chosen(
    qtbot: QtBot,
    view_model: ImportViewModel,
    session: Session,
    class_of_many: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = content(session.vault)
    monkeypatch.setattr(outside, "command_line", lambda _word: ["/no/such/program"])
    view_model.read([class_of_many])
    qtbot.waitUntil(lambda: view_model.step is not Step.READING, timeout=60_000)
    assert view_model.step is Step.FILES
    assert view_model.trouble == (
        "Files cannot be read now. Close Klasgenoot, open it again and try once more."
    )
    assert content(session.vault) == before


def test_a_photo_for_one_student_is_read_in_the_cage_too(
    qtbot: QtBot, session: Session, tmp_path: Path, started: list[CagedProcess]
) -> None:
    class_id = session.do(add_class, name="1B")
    who = session.do(
        add_student,
        class_id=class_id,
        draft=Student(id=StudentId(0), given_name=PEOPLE[0].split(";")[1], family_name=""),
        joined=session.today(),
    )
    change = PhotoChange(session)
    good, bad = tmp_path / "goed.jpg", tmp_path / "slecht.jpg"
    good.write_bytes(jpeg(300, 400))
    bad.write_bytes(jpeg(300, 400)[:500])
    with qtbot.waitSignal(change.failed, timeout=60_000) as heard:
        change.take(who, bad)
    assert heard.args == ["slecht.jpg is damaged and cannot be shown."]
    change.take(who, good)
    qtbot.waitUntil(lambda: not change.busy, timeout=60_000)
    (student,) = students.all_students(session.vault, class_id=class_id)
    assert student.photo
    assert len(started) == 2
    assert _are_gone(started)
    change.close()
