"""The one bridge between deeds and the screen: do, undo, redo and one signal."""

import gc
import sys
from datetime import datetime

import pytest
from PySide6.QtCore import QObject, Signal

from builders import TODAY, school_class
from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.errors import DiskFull, Missing
from klasgenoot.domain.settings import Language, Settings, Theme
from klasgenoot.operations.classes import add_class, plan_first_lesson, remove_class
from klasgenoot.viewmodels.session import Session


class Heard:
    """Everything that a session tells, in order."""

    def __init__(self, session: Session) -> None:
        self.news: list[tuple[object, ...]] = []
        session.changed.connect(lambda tables: self.news.append(("changed", tables)))
        session.done.connect(lambda *told: self.news.append(("done", *told)))
        session.taken_back.connect(lambda *told: self.news.append(("taken back", *told)))
        session.setting_changed.connect(lambda name: self.news.append(("set", name)))
        session.class_changed.connect(lambda: self.news.append(("class",)))

    def all(self) -> list[tuple[object, ...]]:
        """What was told since the last time."""
        news, self.news = self.news, []
        return news


@pytest.fixture
def heard(session: Session) -> Heard:
    return Heard(session)


CLASSES = frozenset({"school_classes"})


def test_a_deed_its_undo_and_its_redo_are_told_once_each(session: Session, heard: Heard) -> None:
    class_id = session.do(add_class, name="CMV-1B")
    told = ("done", Deed.ADD_CLASS, class_id, True)
    assert heard.all() == [("changed", CLASSES), ("class",), told]
    assert session.undo() is Deed.ADD_CLASS
    assert heard.all() == [("changed", CLASSES), ("class",), ("taken back", Deed.ADD_CLASS, True)]
    assert session.redo() is Deed.ADD_CLASS
    assert heard.all() == [("changed", CLASSES), ("class",), ("taken back", Deed.ADD_CLASS, False)]
    assert session.redo() is None
    assert heard.all() == []


def test_a_deed_that_fails_is_not_told(session: Session, heard: Heard) -> None:
    with pytest.raises(Missing):
        session.do(add_class, name="")
    assert heard.all() == []


def test_a_deed_that_changes_nothing_says_so(session: Session, heard: Heard) -> None:
    class_id = session.do(add_class, name="CMV-1B", first_lesson=TODAY)
    heard.all()
    session.do(plan_first_lesson, class_id=class_id, on=TODAY)
    told = ("done", Deed.PLAN_FIRST_LESSON, None, False)
    assert heard.all() == [("changed", frozenset()), told]


def test_settings_are_kept_and_told_by_name(session: Session, heard: Heard) -> None:
    session.set(language=Language.ENGLISH, theme=Theme.DARK)
    assert heard.all() == [("set", "language"), ("set", "theme")]
    again = Session(session.desk, clock=session.now)
    assert again.settings == Settings(language=Language.ENGLISH, theme=Theme.DARK)


def test_a_setting_that_does_not_exist_is_a_mistake(session: Session, heard: Heard) -> None:
    with pytest.raises(TypeError):
        session.set(horoscope="lion")
    assert heard.all() == []


def test_a_setting_that_cannot_be_kept_is_not_taken_over(
    session: Session, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise DiskFull(session.vault.path or __file__)

    monkeypatch.setattr("klasgenoot.viewmodels.session.save_setting", fail)
    with pytest.raises(DiskFull):
        session.set(theme=Theme.DARK)
    assert session.settings.theme is Theme.SYSTEM
    assert heard.all() == []


def test_the_current_class_is_the_chosen_one_else_the_first(session: Session) -> None:
    assert session.current_class is None
    school_class(session.desk, name="B", size=0)
    second, _ = school_class(session.desk, name="A", size=0)
    current = session.current_class
    assert current
    assert current.name == "A"
    first = next(known.id for known in session.classes if known.name == "B")
    session.choose_class(first)
    current = session.current_class
    assert current
    assert current.name == "B"
    session.do(remove_class, class_id=first)
    current = session.current_class
    assert current
    assert current.id == second


def test_the_clock_says_now_and_today(session: Session, now: datetime) -> None:
    assert (session.now(), session.today()) == (now, TODAY)


class Bell(QObject):
    """Rings."""

    rang = Signal(bool)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="True is never let go of from 3.12 on")
def test_signals_do_not_wear_out_true() -> None:
    bell, heard = Bell(), []
    bell.rang.connect(heard.append)
    gc.collect()
    before = sys.getrefcount(True)
    for _ in range(1_000):
        bell.rang.emit(True)
    heard.clear()
    assert abs(sys.getrefcount(True) - before) < 50
