"""Away for a minute: a veil. Away for longer: the lock. Any key brings the window back."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.shell.idle import IdleWatch, Veil

START = datetime(2026, 10, 29, 10, 0, tzinfo=UTC)
LOCK_AFTER = timedelta(minutes=5)


class Clock:
    """A clock that is put where it should be, and one that stands still during sleep."""

    def __init__(self) -> None:
        self.now = START
        self.seconds = 0.0

    def __call__(self) -> datetime:
        return self.now

    def ticks(self) -> float:
        return self.seconds

    def goes_on(self, **time: float) -> None:
        self.now += timedelta(**time)
        self.seconds += timedelta(**time).total_seconds()

    def sleeps(self, **time: float) -> None:
        self.now += timedelta(**time)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(QLineEdit())
    page.resize(600, 400)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    field = page.findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    return page


@pytest.fixture
def locks(page: QWidget) -> list[bool]:
    return []


@pytest.fixture
def watch(look: Look, page: QWidget, clock: Clock, locks: list[bool]) -> Iterator[IdleWatch]:
    watch = IdleWatch(
        look=lambda: look,
        over=lambda: page,
        lock_after=lambda: LOCK_AFTER,
        clock=clock,
        ticks=clock.ticks,
    )
    watch.lock_due.connect(lambda: locks.append(True))
    yield watch
    watch.stop()


def field_of(page: QWidget) -> QLineEdit:
    field = page.findChild(QLineEdit)
    assert field is not None
    return field


def type_in(page: QWidget, key: Qt.Key) -> None:
    """As a keyboard does it: to the window, which gives it to who has the focus."""
    QTest.keyClick(page.windowHandle(), key)


def test_after_a_minute_a_veil_covers_everything(
    watch: IdleWatch, page: QWidget, clock: Clock
) -> None:
    clock.goes_on(seconds=59)
    watch.look_around()
    assert not watch.is_veiled
    clock.goes_on(seconds=1)
    watch.look_around()
    veil = page.findChild(Veil)
    assert veil is not None
    assert veil.geometry() == page.rect()
    assert not veil.grab().isNull()


def test_the_key_that_takes_the_veil_away_does_nothing_else(
    watch: IdleWatch, page: QWidget, clock: Clock
) -> None:
    clock.goes_on(seconds=61)
    watch.look_around()
    type_in(page, Qt.Key.Key_A)
    assert not watch.is_veiled
    type_in(page, Qt.Key.Key_B)
    assert field_of(page).text() == "b"


def test_typing_keeps_the_veil_away(watch: IdleWatch, page: QWidget, clock: Clock) -> None:
    for _ in range(4):
        clock.goes_on(seconds=40)
        type_in(page, Qt.Key.Key_A)
        watch.look_around()
    assert not watch.is_veiled


def test_after_the_minutes_set_it_locks_once(
    watch: IdleWatch, clock: Clock, locks: list[bool]
) -> None:
    clock.goes_on(minutes=4, seconds=59)
    watch.look_around()
    assert not locks
    clock.goes_on(seconds=1)
    watch.look_around()
    assert locks == [True]


def test_who_opens_the_lid_finds_it_locked_before_a_key_does_anything(
    watch: IdleWatch, page: QWidget, clock: Clock, locks: list[bool]
) -> None:
    clock.sleeps(minutes=2)
    type_in(page, Qt.Key.Key_A)  # before the watch has looked around
    assert locks
    assert field_of(page).text() == ""
    assert watch.is_veiled is False


@pytest.mark.parametrize("jump", [timedelta(days=-400), timedelta(days=400)])
def test_a_clock_that_jumps_locks(
    watch: IdleWatch, clock: Clock, locks: list[bool], jump: timedelta
) -> None:
    clock.now += jump
    watch.look_around()
    assert locks


def test_without_a_passphrase_nothing_is_covered_or_locked(
    look: Look, page: QWidget, clock: Clock
) -> None:
    watch = IdleWatch(
        look=lambda: look,
        over=lambda: page,
        lock_after=lambda: None,
        clock=clock,
        ticks=clock.ticks,
    )
    clock.goes_on(hours=3)
    watch.look_around()
    watch.stop()
    assert page.findChild(Veil) is None


def test_what_is_made_anew_while_nobody_is_there_is_covered_too(
    look: Look, page: QWidget, clock: Clock, qtbot: QtBot
) -> None:
    """The window makes all that is in it anew when the system goes dark."""
    frames = [QWidget(page), QWidget(page)]
    for frame in frames:
        frame.show()
    watch = IdleWatch(
        look=lambda: look,
        over=lambda: frames[-1],
        lock_after=lambda: LOCK_AFTER,
        clock=clock,
        ticks=clock.ticks,
    )
    field = QLineEdit(frames[-1])
    field.show()
    field.setFocus()
    clock.goes_on(seconds=61)
    watch.look_around()
    shiboken6.delete(frames.pop())
    frames[-1].resize(300, 200)
    clock.goes_on(seconds=1)
    watch.look_around()
    veil = frames[-1].findChild(Veil)
    assert veil is not None
    frames[-1].resize(500, 300)
    watch.look_around()
    assert veil.geometry() == frames[-1].rect()
    type_in(page, Qt.Key.Key_A)
    assert not watch.is_veiled
    watch.stop()


def test_where_the_keyboard_was_may_be_gone_when_the_veil_goes(
    watch: IdleWatch, page: QWidget, clock: Clock
) -> None:
    clock.goes_on(seconds=61)
    watch.look_around()
    shiboken6.delete(field_of(page))
    type_in(page, Qt.Key.Key_A)
    assert not watch.is_veiled
