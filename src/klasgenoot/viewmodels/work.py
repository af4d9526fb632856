"""Slow work beside the window: read, think, write.

A job gets values and runs a pure function on a thread; it never sees the vault, a widget or any
object of Qt. What it tells goes into a queue that the window looks into: so nothing can be gone
when a job has something to tell, and everything is heard on the window's own thread.
"""

from collections.abc import Callable
from queue import SimpleQueue
from threading import Event, Thread
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from klasgenoot.domain.errors import Cancelled, Trouble

T = TypeVar("T")

LOOK_UP = 15
"""Milliseconds between two looks into the queue, while a job runs."""


class Ended:
    """The last thing a job tells: its answer, or the error that ended it."""

    def __init__(self, answer: object) -> None:
        self.answer = answer


class Progress(Generic[T]):
    """What a running job is given: where to say how far it is, and whether to stop."""

    def __init__(self) -> None:
        self.told: SimpleQueue[tuple[int, int] | Ended] = SimpleQueue()
        self._stop = Event()

    def __call__(self, done: int, total: int) -> None:
        """Says that `done` of `total` parts are ready."""
        self.told.put((done, total))

    def is_cancelled(self) -> bool:
        """Whether the teacher stopped the job."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Asks the job to stop at its next part."""
        self._stop.set()


class Work(QObject):
    """Runs one job at a time and tells how it goes.

    Signals:
        progressed: parts done, parts in all.
        finished: what the job gave back.
        failed: the trouble that stopped it.
    """

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._progress: Progress[Any] | None = None
        self._thread: Thread | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_UP)
        self._timer.timeout.connect(self._on_time_to_look)

    @property
    def is_busy(self) -> bool:
        """Whether a job is running."""
        return self._progress is not None

    def start(self, job: Callable[[Progress[T]], T]) -> None:
        """Starts a job; one that still runs is cancelled first and its answer is dropped."""
        self.cancel()
        progress: Progress[T] = Progress()
        self._progress = progress
        self._thread = Thread(target=_run, args=(job, progress, self._thread), name="work")
        self._thread.start()
        self._timer.start()

    def cancel(self) -> None:
        """Stops the running job; nothing of it comes back."""
        if self._progress is not None:
            self._progress.cancel()
            self._progress = None
            self._timer.stop()

    def wait(self) -> None:
        """Stops the running job and waits until its thread is free."""
        self.cancel()
        if self._thread is not None:
            self._thread.join()

    @Slot()
    def _on_time_to_look(self) -> None:
        progress = self._progress
        while progress is not None and progress is self._progress and not progress.told.empty():
            told = progress.told.get()
            if isinstance(told, Ended):
                self._progress = None
                self._timer.stop()
                self._tell(told.answer)
            else:
                self.progressed.emit(*told)

    def _tell(self, answer: object) -> None:
        if isinstance(answer, Trouble):
            self.failed.emit(answer)
        elif isinstance(answer, BaseException):
            self.failed.emit(Cancelled())  # nothing was kept, and who waits must not wait for ever
            raise answer
        else:
            self.finished.emit(answer)


def _run(job: Callable[[Progress[T]], T], progress: Progress[T], before: Thread | None) -> None:
    """Runs a job once the one before it has ended."""
    if before is not None:
        before.join()
    try:
        answer: object = job(progress)
    except BaseException as error:  # noqa: BLE001 - carried to the window's thread, raised there
        answer = error
    progress.told.put(Ended(answer))
