"""Backups are made by themselves, beside the data, and Settings says when."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from builders import school_class
from klasgenoot.app.backups import FOLDER, BackupKeeper
from klasgenoot.domain.backups import Kind
from klasgenoot.operations.classes import remove_class
from klasgenoot.operations.desk import Desk
from klasgenoot.store.backups import backups_in
from klasgenoot.store.database import open_vault
from klasgenoot.store.keys import key_for
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.settings import SettingsViewModel


class Clock:
    """A clock that is put where it should be."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock(now: datetime) -> Clock:
    return Clock(now)


@pytest.fixture
def session(tmp_path: Path, clock: Clock) -> Iterator[Session]:
    vault = open_vault(tmp_path, key=key_for(tmp_path))
    yield Session(Desk(vault), clock=clock)
    vault.close()


@pytest.fixture
def keeper(session: Session, tmp_path: Path, qtbot: QtBot) -> BackupKeeper:
    return BackupKeeper(session, tmp_path)


def test_a_change_is_backed_up_and_then_again_after_half_an_hour(
    keeper: BackupKeeper, session: Session, clock: Clock, tmp_path: Path
) -> None:
    school_class(session.desk)
    keeper.look()
    keeper.look()
    assert len(backups_in(tmp_path / FOLDER)) == 1
    school_class(session.desk, name="CMV-2A")
    clock.now += timedelta(minutes=29)
    keeper.look()
    assert len(backups_in(tmp_path / FOLDER)) == 1
    clock.now += timedelta(minutes=1)
    keeper.look()
    assert len(backups_in(tmp_path / FOLDER)) == 2


def test_a_class_that_is_removed_is_backed_up_first(
    keeper: BackupKeeper, session: Session, tmp_path: Path
) -> None:
    class_id, ids = school_class(session.desk)
    session.do(remove_class, class_id=class_id)
    (backup,) = backups_in(tmp_path / FOLDER)
    assert backup.amounts[Kind.STUDENTS].count == len(ids)


def test_settings_say_when_the_last_one_was_made(keeper: BackupKeeper, session: Session) -> None:
    shown = SettingsViewModel(session)
    assert shown.last_backup == "A backup is made within half an hour of a change."
    school_class(session.desk)
    keeper.look()
    assert shown.last_backup.startswith("Last backup: ")


def test_a_backup_that_cannot_be_made_is_said_and_stops_nothing(
    keeper: BackupKeeper, session: Session, tmp_path: Path
) -> None:
    (tmp_path / FOLDER).write_text("in the way", encoding="utf-8")
    school_class(session.desk)
    keeper.look()
    assert session.backups is not None
    assert session.backups.trouble is not None
    assert SettingsViewModel(session).last_backup


def test_once_the_data_is_closed_nobody_looks_any_more(
    keeper: BackupKeeper, session: Session, tmp_path: Path
) -> None:
    school_class(session.desk)
    session.vault.close()
    keeper.look()
    assert not backups_in(tmp_path / FOLDER)
    assert not keeper._timer.isActive()
