"""Slow work beside the window: what it tells comes back on the window's own thread."""

import gc
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QThread, Slot
from pytestqt.qtbot import QtBot

from klasgenoot.domain.errors import Cancelled, NoList
from klasgenoot.viewmodels.work import Progress, Work


class Listener(QObject):
    """Notes what it hears, and on which thread."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.heard: list[tuple[str, object]] = []
        self.threads: set[QThread] = set()
        work.progressed.connect(self._on_progressed)
        work.finished.connect(self._on_finished)
        work.failed.connect(self._on_failed)

    def _note(self, what: str, told: object) -> None:
        self.heard.append((what, told))
        self.threads.add(QThread.currentThread())

    @Slot(int, int)
    def _on_progressed(self, done: int, total: int) -> None:
        self._note("progressed", (done, total))

    @Slot(object)
    def _on_finished(self, answer: object) -> None:
        self._note("finished", answer)

    @Slot(object)
    def _on_failed(self, trouble: object) -> None:
        self._note("failed", type(trouble))


class Held:
    """A job that goes on only when it is let go."""

    def __init__(self, answer: str) -> None:
        self.started, self.let_go, self.ended = (threading.Event() for _ in range(3))
        self._answer = answer

    def __call__(self, progress: Progress[str]) -> str:
        self.started.set()
        assert self.let_go.wait(10)
        progress(1, 2)
        self.ended.set()
        if progress.is_cancelled():
            raise Cancelled
        return self._answer


@pytest.fixture
def work(qtbot: QtBot) -> Work:
    return Work()


@pytest.fixture
def listener(work: Work) -> Listener:
    return Listener(work)


def test_progress_and_answer_come_back_on_the_windows_thread(
    qtbot: QtBot, work: Work, listener: Listener
) -> None:
    threads: list[int] = []

    def job(progress: Progress[str]) -> str:
        threads.append(threading.get_ident())
        progress(1, 2)
        progress(2, 2)
        return "ready"

    with qtbot.waitSignal(work.finished, timeout=30_000):
        work.start(job)
        assert work.is_busy
    assert listener.heard == [
        ("progressed", (1, 2)),
        ("progressed", (2, 2)),
        ("finished", "ready"),
    ]
    assert listener.threads == {work.thread()}
    assert threads != [threading.get_ident()]
    assert not work.is_busy


def test_trouble_is_told_as_trouble(qtbot: QtBot, work: Work, listener: Listener) -> None:
    def job(_: Progress[None]) -> None:
        raise NoList("nothing")

    with qtbot.waitSignal(work.failed, timeout=30_000):
        work.start(job)
    assert listener.heard == [("failed", NoList)]
    assert not work.is_busy


def test_our_own_mistake_is_raised_on_the_windows_thread(
    qtbot: QtBot, work: Work, listener: Listener
) -> None:
    def job(_: Progress[None]) -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        work.start(job)
        qtbot.waitUntil(lambda: bool(caught), timeout=30_000)
    assert caught[0][0] is ZeroDivisionError
    assert [how for how, _ in listener.heard] == ["failed"], "who waits must not wait for ever"
    assert not work.is_busy


def test_of_what_was_stopped_nothing_comes_back(
    qtbot: QtBot, work: Work, listener: Listener
) -> None:
    held = Held("too late")
    work.start(held)
    assert held.started.wait(5)
    work.cancel()
    assert not work.is_busy
    held.let_go.set()
    with qtbot.waitSignal(work.finished, timeout=30_000):
        work.start(lambda _: "the next")
    assert listener.heard == [("finished", "the next")]


def test_another_job_takes_the_place_of_the_one_before(
    qtbot: QtBot, work: Work, listener: Listener
) -> None:
    first, second = Held("first"), Held("second")
    work.start(first)
    assert first.started.wait(5)
    second.let_go.set()
    with qtbot.waitSignal(work.finished, timeout=30_000):
        work.start(second)
        first.let_go.set()
    assert listener.heard == [("progressed", (1, 2)), ("finished", "second")]
    assert first.ended.is_set(), "one job at a time"


def _let_go_soon(held: Held, when: Callable[[], bool]) -> threading.Thread:
    def wait() -> None:
        assert held.started.wait(5)
        while not when():
            threading.Event().wait(0.001)
        held.let_go.set()

    thread = threading.Thread(target=wait)
    thread.start()
    return thread


def test_closing_waits_for_the_job_and_drops_its_answer(
    qtbot: QtBot, work: Work, listener: Listener
) -> None:
    held = Held("too late")
    work.start(held)
    helper = _let_go_soon(held, when=lambda: not work.is_busy)
    work.wait()
    assert held.ended.is_set()
    helper.join()
    with qtbot.waitSignal(work.finished, timeout=30_000):
        work.start(lambda _: "the next")
    assert listener.heard == [("finished", "the next")]


def test_an_owner_that_goes_away_while_a_job_runs_does_no_harm(qtbot: QtBot) -> None:
    owner = QObject()
    work = Work(owner)
    held = Held("for nobody")
    work.start(held)
    gone = threading.Event()
    helper = _let_go_soon(held, when=gone.is_set)
    work.cancel()
    del work
    gone.set()
    del owner
    gc.collect()
    helper.join()
    assert held.ended.wait(5)


def test_a_hundred_jobs_all_come_back(qtbot: QtBot, work: Work, listener: Listener) -> None:
    for number in range(100):
        with qtbot.waitSignal(work.finished, timeout=30_000):
            work.start(lambda _, n=number: n)
    assert [told for _, told in listener.heard] == list(range(100))
