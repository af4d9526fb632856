"""The cage: strange files are read in processes that hold no key, watched from outside.

One import has one cage. A file that ends a process is left out, and the next file gets another.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from queue import Empty, LifoQueue
from threading import Lock
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from klasgenoot.domain.errors import Cancelled, NoReader, ReaderStopped, Trouble
from klasgenoot.exchange.cage import PDF_WORD, WORD
from klasgenoot.exchange.cage.frames import Nonsense
from klasgenoot.exchange.cage.outside import CagedProcess, Mistake
from klasgenoot.exchange.cage.reader import Reader
from klasgenoot.exchange.source_files import InZip, SourceFile

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T")

WORKERS = 2
"""Processes that read at a time."""
PATIENCE = 10.0
"""Seconds for one file. What a teacher has takes less than one."""
_PATIENCE_AT_START = 30.0
"""Seconds until a process can read: a disk may be slow, a virus scanner thorough."""
MOST_STOPS = 20
"""After so many files that ended their process the rest is not tried any more."""
_TRIES = 2
"""For a file, as long as it does not hang."""
_STARTS = 4
"""For a process; one that ends four times while it starts will not start the fifth time."""
_AHEAD = 4
"""Files in work or waiting to be fetched, for each process."""
_LOOK_UP = 0.05
"""Seconds between two looks at whether the teacher cancelled and whether something hangs."""


class Cage:
    """Reads files in processes of their own. Close it when all is read.

    Args:
        workers: how many processes.
        is_cancelled: asked often; once it says yes nothing more is read.
        reads_pdf: whether it is for PDFs, which have processes of their own.
    """

    def __init__(
        self,
        *,
        is_cancelled: Callable[[], bool],
        workers: int = WORKERS,
        reads_pdf: bool = False,
    ) -> None:
        from concurrent.futures import ThreadPoolExecutor

        self._is_cancelled = is_cancelled
        self._workers = workers
        self._seats = [_Seat(PDF_WORD if reads_pdf else WORD) for _ in range(workers)]
        self._free: LifoQueue[_Seat] = LifoQueue()
        for seat in self._seats:
            self._free.put(seat)
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="cage")
        self._pool.submit(self._make_ready)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def mishaps(self) -> tuple[str, ...]:
        """What went wrong inside, as kinds and places in our code: for tests and measurements."""
        return tuple(mishap for seat in self._seats for mishap in seat.mishaps)

    def read(self, reader: Reader[T], file: SourceFile) -> T:
        """Reads one file.

        Raises:
            Cancelled: the teacher stopped it.
            Trouble: it cannot be read, and why.
        """
        return self._patiently(self._pool.submit(self._read, reader, file))

    def read_each(self, reader: Reader[T], files: Iterable[SourceFile]) -> Iterator[T | Trouble]:
        """Reads files side by side and gives what they come to in order.

        Raises:
            Cancelled: the teacher stopped it.
            NoReader: nothing can be read any more.
        """
        coming = iter(files)
        ahead: deque[Future[T]] = deque()
        while True:
            for file in islice(coming, self._workers * _AHEAD - len(ahead)):
                ahead.append(self._pool.submit(self._read, reader, file))
            if not ahead:
                return
            try:
                answer: T | Trouble = self._patiently(ahead.popleft())
            except (Cancelled, NoReader):
                raise
            except Trouble as trouble:
                answer = trouble
            yield answer

    def expect_many(self) -> None:
        """Starts the other processes ahead, too: there will be work for all of them."""
        for _ in self._seats[1:]:
            self._pool.submit(self._make_ready)

    def close(self) -> None:
        """Ends the processes, whatever they are at."""
        for seat in self._seats:
            seat.leave()
        # a thread may wait for a slow disk: it ends by itself, and nobody waits for it
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _make_ready(self) -> None:
        """Starts a process before there is a file for it, if there is an empty seat."""
        seat = self._empty_seat()
        if seat is None:
            return
        try:
            seat.make_ready()
        except NoReader:
            pass  # who reads the first file is told
        finally:
            self._free.put(seat)

    def _empty_seat(self) -> "_Seat | None":
        taken: list[_Seat] = []
        try:
            while (seat := self._free.get_nowait()).process is not None:
                taken.append(seat)
        except Empty:
            return None
        else:
            return seat
        finally:
            for each in taken:
                self._free.put(each)

    def _read(self, reader: Reader[T], file: SourceFile) -> T:
        if len(self.mishaps) >= MOST_STOPS:
            raise NoReader("stops")
        data = _content(reader, file)
        seat = self._free.get()
        try:
            return seat.read(reader, data, source=file.name, part=file.part)
        finally:
            self._free.put(seat)

    def _patiently(self, future: "Future[T]") -> T:
        while not self._is_cancelled():
            try:
                future.exception(timeout=_LOOK_UP)
            except TimeoutError:
                for seat in self._seats:
                    seat.end_what_hangs()
            else:
                return future.result()
        raise Cancelled


def _content(reader: Reader[T], file: SourceFile) -> bytes | InZip:
    """What of a file goes into the cage; one that is too long does not."""
    if isinstance(file.content, InZip):
        return file.content
    data = file.content(reader.longest + 1)
    if len(data) > reader.longest:
        raise reader.too_long(file.name)
    return data


class _Seat:
    """A place for one process: the one that sits there, and until when it may take."""

    def __init__(self, word: str) -> None:
        self._word = word
        self.process: CagedProcess | None = None
        self.mishaps: list[str] = []
        self._until: float | None = None
        self._is_asked = False
        self._hung = False
        self._is_left = False
        self._lock = Lock()

    def make_ready(self) -> None:
        """Starts the process that sits here, if there is none.

        Raises:
            NoReader: none can be started.
        """
        for _ in range(_STARTS):
            if self.process is not None:
                return
            try:
                with self._asking(within=_PATIENCE_AT_START):
                    self._sit_down().await_ready()
            except (OSError, EOFError, Nonsense):
                self._end()
                if self._hung:
                    break
        if self.process is None:
            raise NoReader("start")

    def read(self, reader: Reader[T], data: bytes | InZip, *, source: str, part: int) -> T:
        """Reads one thing in the process that sits here.

        A process may be ended for what the file is not to blame for: a computer without memory ends
        any. So a file is tried twice, unless it took too long.

        Raises:
            NoReader: none can be started.
            ReaderStopped: the process was ended, by itself, by the system or for taking too long.
            Trouble: it cannot be read, and why.
        """
        for _ in range(_TRIES):
            self.make_ready()
            try:
                with self._asking(within=PATIENCE):
                    return self._sit_down().ask(reader, data, source=source, part=part)
            except Mistake as mistake:
                self.mishaps.append(str(mistake))
                break
            except (OSError, EOFError, Nonsense) as error:
                self.mishaps.append(type(error).__name__)
                self._end()
                if self._hung:
                    break
        raise ReaderStopped(source)

    def end_what_hangs(self) -> None:
        """Ends a process that takes too long; the thread that waits for it hears so."""
        until, process = self._until, self.process
        if until is not None and process is not None and monotonic() > until:
            self._hung = True
            process.kill()

    def leave(self) -> None:
        """Ends the process for good: no other comes in its place."""
        with self._lock:
            self._is_left = True
            if self.process is not None:
                self.process.kill()
                if not self._is_asked:
                    self.process.close()

    @contextmanager
    def _asking(self, *, within: float) -> Iterator[None]:
        """While a thread waits for the process, the pipe is that thread's."""
        with self._lock:
            self._is_asked, self._hung = True, False
            self._until = monotonic() + within
        try:
            yield
        finally:
            with self._lock:
                self._is_asked, self._until = False, None
                if self._is_left and self.process is not None:
                    self.process.close()

    def _sit_down(self) -> CagedProcess:
        with self._lock:
            if self._is_left:
                raise EOFError
            if self.process is None:
                self.process = CagedProcess(self._word)
            return self.process

    def _end(self) -> None:
        with self._lock:
            process, self.process = self.process, None
            if process is not None:
                process.close()
