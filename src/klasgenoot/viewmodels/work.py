"""Slow work beside the window: read, think, write.

A job gets values and runs a pure function on a thread; it never sees the vault or a widget. What it
tells comes back on the window's own thread. The owner of the signals outlives every job, and
closing the window waits for the pool.
"""

import threading
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from klasgenoot.domain.errors import Trouble

T = TypeVar("T")


class Progress(Generic[T]):
    """What a running job is given: where to say how far it is, and whether to stop."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self._stop = threading.Event()
        self._tell = tell

    def __call__(self, done: int, total: int) -> None:
        """Says that `done` of `total` parts are ready."""
        self._tell(done, total)

    def is_cancelled(self) -> bool:
        """Whether the teacher stopped the job."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Asks the job to stop at its next part."""
        self._stop.set()


class Work(QObject):
    """Runs one job at a time and tells how it goes, always on the thread it was made on.

    Signals:
        progressed: parts done, parts in all.
        finished: what the job gave back.
        failed: the trouble that stopped it.
    """

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)
    _told = Signal(object, int, int)
    _ended = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._progress: Progress[Any] | None = None
        # by way of slots of this object: they run on its thread, whoever emits
        self._told.connect(self._on_job_told)
        self._ended.connect(self._on_job_ended)

    @property
    def is_busy(self) -> bool:
        """Whether a job is running."""
        return self._progress is not None

    def start(self, job: Callable[[Progress[T]], T]) -> None:
        """Starts a job; one that still runs is cancelled first and its answer is dropped."""
        self.cancel()

        def tell(done: int, total: int) -> None:
            self._told.emit(progress, done, total)

        progress: Progress[T] = Progress(tell)
        self._progress = progress

        def run() -> None:
            try:
                answer: object = job(progress)
            except Exception as error:  # noqa: BLE001 - carried to the window's thread, raised there
                answer = error
            self._ended.emit(progress, answer)

        self._pool.start(QRunnable.create(run))

    def cancel(self) -> None:
        """Stops the running job; nothing of it comes back."""
        if self._progress is not None:
            self._progress.cancel()
            self._progress = None

    def wait(self) -> None:
        """Stops the running job and waits until its thread is free."""
        self.cancel()
        self._pool.waitForDone()

    @Slot(object, int, int)
    def _on_job_told(self, progress: object, done: int, total: int) -> None:
        if progress is self._progress:
            self.progressed.emit(done, total)

    @Slot(object, object)
    def _on_job_ended(self, progress: object, answer: object) -> None:
        if progress is not self._progress:
            return
        self._progress = None
        if isinstance(answer, Trouble):
            self.failed.emit(answer)
        elif isinstance(answer, BaseException):
            raise answer
        else:
            self.finished.emit(answer)
