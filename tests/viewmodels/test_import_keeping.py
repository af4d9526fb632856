"""Taking in a large class: the window has many turns in it, and what is stopped leaves nothing."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from imports import HEADER, portrait, rows
from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.errors import RESERVE_FREED, DiskFull
from klasgenoot.operations import photos_ahead
from klasgenoot.store import photos, students
from klasgenoot.viewmodels import import_entries, import_keeping, import_pairing
from klasgenoot.viewmodels.import_keeping import AT_A_TIME
from klasgenoot.viewmodels.importing import ImportViewModel, Step
from klasgenoot.viewmodels.session import Session
from made_files import folder

MANY = 3 * AT_A_TIME + 5


@pytest.fixture(scope="module")
def class_of_many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    lines = [f"{700_000 + n};Student{n};;Bos;;CMV-1B" for n in range(MANY)]
    files = {"klas.csv": rows(*lines, header=HEADER)}
    files |= {f"{700_000 + n}.jpg": portrait(n) for n in range(MANY)}
    return folder(tmp_path_factory.mktemp("in") / "class", files)


@pytest.fixture
def view_model(session: Session, class_of_many: Path, qtbot: QtBot) -> ImportViewModel:
    made = ImportViewModel(session)
    made.read([class_of_many])
    qtbot.waitUntil(lambda: made.step is not Step.READING, timeout=30_000)
    made.go_to(Step.REVIEW)
    return made


def kept_photos(session: Session) -> int:
    row = session.vault.row("SELECT count(*) FROM photos")
    assert row is not None
    return int(row[0])


def test_no_turn_of_the_window_does_all(
    view_model: ImportViewModel, session: Session, qtbot: QtBot
) -> None:
    told: list[tuple[int, int]] = []
    view_model.put_away.connect(lambda done, _total: told.append((done, kept_photos(session))))
    with qtbot.waitSignal(view_model.kept):
        assert view_model.keep()
        assert kept_photos(session) <= AT_A_TIME
        assert students.all_students(session.vault) == ()
        assert view_model.is_keeping
        assert not view_model.keep()  # it is being done
    assert told == [(n, n) for n in (AT_A_TIME, 2 * AT_A_TIME, 3 * AT_A_TIME, MANY)]
    everybody = students.all_students(session.vault)
    assert len(everybody) == MANY
    assert all(student.photo for student in everybody)


def test_it_is_one_deed_that_is_taken_back_as_one(
    view_model: ImportViewModel, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(view_model.kept):
        view_model.keep()
    assert session.desk.next_undo is Deed.IMPORT_CLASS
    session.undo()
    assert students.all_students(session.vault) == ()
    assert session.desk.next_undo is None
    assert photos.sweep_unused(session.vault) == MANY


def test_what_is_stopped_halfway_leaves_no_photo(
    view_model: ImportViewModel, session: Session, qtbot: QtBot
) -> None:
    before = session.vault.connection.execute("SELECT count(*) FROM photos").fetchone()
    view_model.keep()
    view_model.start_over()
    assert not view_model.is_keeping
    qtbot.waitUntil(lambda: kept_photos(session) == before[0])
    assert session.classes == ()
    assert session.desk.next_undo is None


def test_a_photo_that_somebody_has_outlives_an_import_that_is_stopped(
    view_model: ImportViewModel, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(view_model.kept):
        view_model.keep()
    own = students.all_students(session.vault)[0].photo
    assert own
    photos_ahead.take_away(session.vault, [own])
    assert photos.photo_bytes(session.vault, own, large=True)


def test_a_window_that_closes_meanwhile_finishes_it(
    view_model: ImportViewModel, session: Session
) -> None:
    view_model.keep()
    view_model.close_work()
    assert len(students.all_students(session.vault)) == MANY


def test_a_full_disk_is_told_and_leaves_nothing(
    view_model: ImportViewModel, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    view_model.keep()

    def full(*_: object) -> None:
        raise DiskFull(Path(), "")

    monkeypatch.setattr(import_keeping, "put_away", full)
    qtbot.waitUntil(lambda: bool(view_model.trouble))
    assert not view_model.is_keeping
    qtbot.waitUntil(lambda: kept_photos(session) == 0)
    assert len(view_model.rows) == MANY  # it can be tried again


def test_room_that_is_made_on_a_full_disk_is_used(
    view_model: ImportViewModel, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed: list[int] = []
    true = import_keeping.put_away

    def full_once(*arguments: object) -> object:
        if not failed:
            failed.append(1)
            raise DiskFull(Path(), RESERVE_FREED)
        return true(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(import_keeping, "put_away", full_once)
    with qtbot.waitSignals([session.squeezed, view_model.kept]):
        view_model.keep()
    assert len(students.all_students(session.vault)) == MANY


def test_entries_are_thought_over_once_for_each_change(
    view_model: ImportViewModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    true = import_entries.entries_of

    def counted(*arguments: object, **more: object) -> object:
        asked.append(1)
        return true(*arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(import_pairing, "entries_of", counted)
    view_model.unsettle(0)
    assert view_model.entries is view_model.entries
    assert len(asked) == 1
    view_model.settle(0, 0)
    assert view_model.entries
    assert len(asked) == 2
