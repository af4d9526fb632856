"""Backups are made by themselves, beside the data and in a second place, and Settings says when."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from builders import school_class
from clocks import Clock
from klasgenoot.domain.backups import Kind, Why
from klasgenoot.domain.second_place import MONTH, SecondPlace
from klasgenoot.operations.classes import add_class, remove_class
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.second_place import choose_second_place
from klasgenoot.store.backups import backups_in
from klasgenoot.store.keys import key_for
from klasgenoot.store.opening import open_vault
from klasgenoot.store.schema import BACKUPS
from klasgenoot.store.second_place import keep_second_place, second_place
from klasgenoot.viewmodels import backup_keeper
from klasgenoot.viewmodels.backup_keeper import BackupKeeper
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.settings import SettingsViewModel


@pytest.fixture
def clock(now: datetime) -> Clock:
    return Clock(now)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def session(data: Path, clock: Clock, qtbot: QtBot) -> Iterator[Session]:
    data.mkdir()
    made = Session(Desk(open_vault(data, key=key_for(data))), clock=clock)
    yield made
    made.close()


class Kept:
    """A keeper, and how to wait for it."""

    def __init__(self, session: Session, data: Path, qtbot: QtBot) -> None:
        self.session, self.data, self._qtbot = session, data, qtbot
        self.keeper = BackupKeeper(session, data)
        self.told: list[str] = []
        self.keeper.noticed.connect(self.told.append)

    def settle(self) -> None:
        """Waits until nothing is being made or copied."""
        keeper = self.keeper
        self.wait(lambda: not (keeper.is_busy or keeper._copying.is_busy))

    def wait(self, until: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(until, timeout=30_000)

    def look(self) -> None:
        self.keeper.look()
        self.settle()

    def begin_anew(self) -> None:
        """As when the app starts again on the same data."""
        self.session.close()
        self.session.desk.vault = open_vault(self.data, key=key_for(self.data))
        self.keeper = BackupKeeper(self.session, self.data)
        self.keeper.noticed.connect(self.told.append)

    def reasons(self) -> list[Why]:
        return [each.why for each in reversed(backups_in(self.data / BACKUPS))]


@pytest.fixture
def kept(session: Session, data: Path, qtbot: QtBot) -> Kept:
    return Kept(session, data, qtbot)


def test_a_change_is_backed_up_and_then_again_after_half_an_hour(
    kept: Kept, session: Session, clock: Clock
) -> None:
    school_class(session.desk)
    kept.look()
    kept.look()
    assert kept.reasons() == [Why.ROUTINE]
    school_class(session.desk, name="CMV-2A")
    clock.now += timedelta(minutes=29)
    kept.look()
    assert kept.reasons() == [Why.ROUTINE]
    clock.now += timedelta(minutes=1)
    kept.look()
    assert kept.reasons() == [Why.ROUTINE, Why.ROUTINE]


def test_a_class_that_is_removed_is_backed_up_first(kept: Kept, session: Session) -> None:
    class_id, ids = school_class(session.desk)
    session.do(remove_class, class_id=class_id)
    (backup,) = backups_in(kept.data / BACKUPS)
    assert backup.amounts[Kind.STUDENTS].count == len(ids)


def test_settings_say_when_the_last_one_was_made(kept: Kept, session: Session) -> None:
    shown = SettingsViewModel(session)
    assert shown.last_backup == "A backup is made within half an hour of a change."
    school_class(session.desk)
    kept.look()
    assert shown.last_backup.startswith("Last backup: ")


def test_a_backup_that_cannot_be_made_is_said_and_stops_nothing(
    kept: Kept, session: Session
) -> None:
    (kept.data / BACKUPS).write_text("in the way", encoding="utf-8")
    school_class(session.desk)
    kept.look()
    assert session.backups is not None
    assert session.backups.trouble is not None
    assert SettingsViewModel(session).last_backup


def test_what_changed_since_the_last_one_is_backed_up_at_the_end(
    kept: Kept, session: Session
) -> None:
    school_class(session.desk)
    kept.look()
    kept.begin_anew()
    assert kept.reasons() == [Why.ROUTINE]  # nothing had changed
    session.do(add_class, name="Minor")
    kept.begin_anew()
    assert kept.reasons() == [Why.ROUTINE, Why.CLOSING]


def test_one_that_is_being_read_back_is_finished_before_the_data_closes(
    kept: Kept, session: Session
) -> None:
    school_class(session.desk)
    kept.keeper.start(Why.ASKED)
    assert kept.keeper.is_busy
    session.do(add_class, name="Minor")
    kept.begin_anew()
    assert kept.reasons() == [Why.ASKED, Why.CLOSING]
    assert not list((kept.data / BACKUPS).glob("*.part"))


def test_whoever_closes_in_the_middle_of_copying_waits_and_the_copy_is_stopped(
    kept: Kept, session: Session, qtbot: QtBot
) -> None:
    school_class(session.desk, size=200)
    seen: list[str] = []

    def close() -> None:
        seen.append("copying" if kept.keeper.is_copying else "not copying")
        assert not kept.keeper.let_go()
        kept.keeper.when_calm(lambda: seen.append("calm"))

    QTimer.singleShot(0, close)
    kept.keeper.start(Why.ROUTINE)
    assert seen == ["copying"]
    qtbot.waitUntil(lambda: seen == ["copying", "calm"], timeout=30_000)
    assert kept.reasons() == []
    assert session.backups is not None
    assert session.backups.trouble is None
    assert not list((kept.data / BACKUPS).glob("*"))
    kept.keeper.when_calm(lambda: seen.append("at once"))
    assert seen[-1] == "at once"


# ---- the second place ----


def test_each_backup_goes_to_the_second_place_as_well(
    kept: Kept, session: Session, stick: Path, clock: Clock
) -> None:
    choose_second_place(kept.data, stick, now=clock.now)
    school_class(session.desk)
    kept.look()
    here, there = backups_in(kept.data / BACKUPS), backups_in(stick / "Klasgenoot")
    assert [each.path.name for each in here] == [each.path.name for each in there]
    place = second_place(kept.data)
    assert place is not None
    assert place.reached_at == clock.now
    assert kept.keeper.second_trouble is None


def test_a_stick_that_was_not_there_gets_the_newest_one_when_it_is(
    kept: Kept, session: Session, stick: Path, clock: Clock
) -> None:
    choose_second_place(kept.data, stick, now=clock.now)
    (stick / "Klasgenoot").rmdir()
    school_class(session.desk)
    kept.look()
    assert kept.keeper.second_trouble is not None
    assert list(stick.iterdir()) == []  # nothing is made on the disk in its stead
    (stick / "Klasgenoot").mkdir()
    kept.begin_anew()
    kept.keeper.begin()
    kept.settle()
    assert len(backups_in(stick / "Klasgenoot")) == 1
    assert kept.keeper.second_trouble is None


def test_one_that_is_made_while_the_one_before_is_on_its_way_follows_it(
    kept: Kept, session: Session, stick: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_second_place(kept.data, stick, now=clock.now)
    school_class(session.desk)
    goes_on = Event()
    real = backup_keeper.bring_along

    def slow(*what: object, **how: object) -> None:
        assert goes_on.wait(30)
        real(*what, **how)

    monkeypatch.setattr(backup_keeper, "bring_along", slow)
    kept.keeper.start(Why.ASKED)
    kept.wait(lambda: kept.keeper._copying.is_busy)
    session.do(add_class, name="Minor")
    kept.keeper.start(Why.ASKED)
    kept.wait(lambda: not kept.keeper.is_busy)
    goes_on.set()
    kept.wait(lambda: len(backups_in(stick / "Klasgenoot")) == 2)
    kept.settle()


def test_what_was_made_at_the_end_goes_there_once_the_window_is_gone(
    kept: Kept, session: Session, stick: Path, clock: Clock
) -> None:
    choose_second_place(kept.data, stick, now=clock.now)
    school_class(session.desk)
    assert kept.keeper.let_go()
    kept.keeper.bring_along_now()
    (copy,) = backups_in(stick / "Klasgenoot")
    assert copy.why is Why.CLOSING


def test_once_a_month_the_second_place_is_spoken_of(kept: Kept, clock: Clock, stick: Path) -> None:
    kept.keeper.begin()  # the month begins
    assert kept.told == []
    clock.now += MONTH
    for _ in range(3):
        kept.keeper.begin()
    assert len(kept.told) == 1
    assert "on this computer only" in kept.told[0]
    keep_second_place(kept.data, SecondPlace(folder=stick, since=clock.now - 2 * MONTH))
    kept.keeper.begin()
    kept.settle()
    assert "second place" in kept.told[1]


def test_a_stick_that_is_there_again_is_not_spoken_of(
    kept: Kept, session: Session, clock: Clock, stick: Path
) -> None:
    choose_second_place(kept.data, stick, now=clock.now - 2 * MONTH)
    school_class(session.desk)
    kept.keeper.start(Why.ASKED)
    kept.settle()
    keep_second_place(kept.data, SecondPlace(folder=stick, since=clock.now - 2 * MONTH))
    kept.begin_anew()
    kept.keeper.begin()
    kept.settle()
    assert kept.told == []


def test_an_older_copy_of_the_data_is_spoken_of_at_the_start(
    kept: Kept, session: Session, tmp_path: Path
) -> None:
    school_class(session.desk)
    old = tmp_path / "older.db"
    session.close()
    old.write_bytes((kept.data / "klasgenoot.db").read_bytes())
    for name in ("Minor", "Major"):
        session.desk.vault = open_vault(kept.data, key=key_for(kept.data))
        kept.keeper = BackupKeeper(session, kept.data)
        session.do(add_class, name=name)
        session.close()
    (kept.data / "klasgenoot.db").write_bytes(old.read_bytes())
    session.desk.vault = open_vault(kept.data, key=key_for(kept.data))
    kept.keeper = BackupKeeper(session, kept.data)
    kept.keeper.noticed.connect(kept.told.append)
    kept.keeper.begin()
    assert len(kept.told) == 1
    assert kept.told[0].startswith("Your data is older than the backup of ")
    assert SettingsViewModel(session).last_backup == kept.told[0]


def test_the_second_place_knows_of_a_later_copy_too(
    kept: Kept, session: Session, stick: Path, clock: Clock
) -> None:
    choose_second_place(kept.data, stick, now=clock.now)
    for name in ("Minor", "Major"):
        session.do(add_class, name=name)
        kept.keeper.start(Why.ASKED)
        kept.settle()
    for each in backups_in(kept.data / BACKUPS):
        each.path.unlink()
    with session.vault.outside_journal():
        session.vault.connection.execute("UPDATE generation SET number = 1")
    kept.begin_anew()
    assert kept.keeper.round.is_older_copy
