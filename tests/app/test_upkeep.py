"""Once the window stands: what was cut off is finished, and what is past its term is said once."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from builders import TODAY, school_class
from clocks import Clock
from klasgenoot.app.upkeep import Upkeep
from klasgenoot.operations.backing_up import back_up, begin_round
from klasgenoot.operations.classes import plan_end
from klasgenoot.operations.closing import begin_anew, request_to_close
from klasgenoot.operations.contacts import ContactDraft, log_contact
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.erasing import erase, request_for
from klasgenoot.operations.retention import believe_clock
from klasgenoot.store import students
from klasgenoot.store.backup_file import erased_up_to
from klasgenoot.store.backups import backups_in
from klasgenoot.store.keys import key_for
from klasgenoot.store.opening import open_vault
from klasgenoot.store.schema import BACKUPS as FOLDER
from klasgenoot.store.settings import backups_to_drop
from klasgenoot.viewmodels.session import Session


@pytest.fixture
def clock(now: datetime) -> Clock:
    return Clock(now)


@pytest.fixture
def session(tmp_path: Path, clock: Clock, qtbot: QtBot) -> Iterator[Session]:
    vault = open_vault(tmp_path, key=key_for(tmp_path))
    session = Session(Desk(vault), clock=clock)
    class_id, ids = school_class(session.desk)
    draft = ContactDraft(student_ids=(ids[0],), happened_on=TODAY, text="gesprek")
    session.desk.do(log_contact, drafts=[draft])
    session.backups = begin_round(vault, tmp_path / FOLDER)
    back_up(vault, session.backups, now=clock.now)
    session.choose_class(class_id)
    yield session
    vault.close()


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def upkeep(session: Session, said: list[str]) -> Upkeep:
    upkeep = Upkeep(session)
    upkeep.said.connect(said.append)
    return upkeep


def test_an_erasing_that_was_cut_off_is_finished(
    upkeep: Upkeep, session: Session, said: list[str], tmp_path: Path, qtbot: QtBot
) -> None:
    who = students.all_students(session.vault)[0]
    erase(session.vault, request=request_for(session.vault, [who.id], on=TODAY))
    (backup,) = backups_in(tmp_path / FOLDER)
    assert erased_up_to(backup.path) == 0
    upkeep.begin()
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert erased_up_to(backup.path) == 1
    assert session.backups
    assert not session.backups.is_busy
    assert session.backups.last
    assert session.backups.last.is_whole


def test_a_close_that_was_cut_off_makes_its_backup_and_drops_the_old_ones(
    upkeep: Upkeep, session: Session, said: list[str], tmp_path: Path, qtbot: QtBot
) -> None:
    (old,) = backups_in(tmp_path / FOLDER)
    class_id = session.classes[0].id
    erase(session.vault, request=request_to_close(session.vault, [class_id], on=TODAY))
    begin_anew(session.vault)
    upkeep.begin()
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    (new,) = backups_in(tmp_path / FOLDER)
    assert new.number > old.number
    assert backups_to_drop(session.vault) == 0


def test_nothing_cut_off_and_nothing_overdue_is_silence(
    upkeep: Upkeep, session: Session, said: list[str]
) -> None:
    upkeep.begin()
    assert said == []
    assert session.overdue == 0


def a_year_later(session: Session, clock: Clock) -> None:
    session.desk.do(plan_end, class_id=session.classes[0].id, on=date(2026, 10, 30))
    clock.now += timedelta(days=500)


def test_what_is_past_its_term_is_said_once_and_counted_in_the_sidebar(
    upkeep: Upkeep, session: Session, clock: Clock, said: list[str]
) -> None:
    a_year_later(session, clock)
    believe_clock(session.vault, clock.now - timedelta(hours=1))
    before = session.vault.rows("SELECT * FROM contacts")
    upkeep.begin()
    assert len(said) == 1
    assert session.overdue == 1
    assert session.vault.rows("SELECT * FROM contacts") == before, "never by itself"
    upkeep.look()
    assert len(said) == 1


@pytest.mark.parametrize("days", [400, -400, 3, -1])
def test_after_a_leap_of_the_clock_nothing_is_offered(
    upkeep: Upkeep, session: Session, clock: Clock, said: list[str], days: int
) -> None:
    a_year_later(session, clock)
    believe_clock(session.vault, clock.now)
    clock.now += timedelta(days=days)
    upkeep.begin()
    assert said == []
    assert session.overdue == 0
