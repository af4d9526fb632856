"""The outside of the cage: one process that reads strange files, started, asked and ended.

It is this very program with a hidden first word, so it is there wherever the app is: from source,
installed, and in the bundle. It inherits no file, no folder and nothing of the environment.
"""

import os
import sys
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from typing import TypeVar

from klasgenoot.domain.errors import Trouble
from klasgenoot.exchange.cage import WORD
from klasgenoot.exchange.cage.borrowed import STRETCH
from klasgenoot.exchange.cage.frames import Message, Nonsense, receive, send
from klasgenoot.exchange.cage.reader import Reader
from klasgenoot.exchange.cage.troubles import unpack_trouble
from klasgenoot.exchange.source_files import InZip, Lent

T = TypeVar("T")

_PASSED_ON = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
"""Without these some systems cannot start a program at all. They say where the system is."""
_WITHOUT_WINDOW = 0x08000000
"""CREATE_NO_WINDOW of Windows."""


class Mistake(Exception):  # noqa: N818 - ours, inside: the file it happened on is left out
    """A mistake of our own in the cage. Its text is the kind and the place."""


class CagedProcess:
    """One process, until it is ended.

    Args:
        word: which kind of cage: one for pictures and lists, or one for PDFs.

    Raises:
        OSError: it cannot be started.
        EOFError, Nonsense: it did not become a reader.
    """

    def __init__(self, word: str = WORD) -> None:
        self._process = Popen(  # noqa: S603 - ourselves
            command_line(word),
            stdin=PIPE,
            stdout=PIPE,
            stderr=DEVNULL,
            bufsize=0,
            cwd=Path(sys.executable).anchor,
            env=_environment(),
            creationflags=_WITHOUT_WINDOW if sys.platform == "win32" else 0,
        )
        self._lent: dict[int, Lent] = {}

    @property
    def pid(self) -> int:
        """Its number among the processes of this computer."""
        return self._process.pid

    def await_ready(self) -> bool:
        """Waits until it can read; says whether it is sealed (see `seal.py`).

        Raises:
            EOFError, OSError, Nonsense: it did not become a reader.
        """
        ready = self._receive(most=0)
        if ready.what != "ready":
            raise Nonsense
        return ready.head.get("sealed") == 1

    def ask(self, reader: Reader[T], data: bytes | InZip, *, source: str, part: int = 0) -> T:
        """Reads one thing.

        Args:
            reader: how.
            data: the bytes of a file, or where in a zip they are.
            source: the name of the file; it stays outside.
            part: which part of it.

        Raises:
            Trouble: it cannot be read, and why.
            EOFError, OSError, Nonsense: this process is not one to go on with.
            Mistake: it went wrong inside, and it can go on.
        """
        self._send(self._job(reader, data, part=part))
        while (answer := self._receive(most=reader.most)).what == "wants":
            self._lend(answer)
        if answer.what == "trouble":
            raise unpack_trouble(answer, source)
        if answer.what == "mistake":
            raise Mistake(str(answer.head.get("where"))[:100])
        if answer.what != "done":
            raise Nonsense
        return reader.unpack(answer, source)

    def kill(self) -> None:
        """Ends it at once; whoever waits for it hears that it is gone."""
        self._process.kill()
        self._process.wait()

    def close(self) -> None:
        """Ends it and lets go of the pipe. Nobody may be asking it any more."""
        self.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()

    def _job(self, reader: Reader[T], data: bytes | InZip, *, part: int) -> Message:
        head: dict[str, str | int] = {"reader": reader.name, "part": part}
        if isinstance(data, bytes):
            return Message("read", head, (data,))
        number = id(data.zip)
        self._lent[number] = data.zip
        head |= {"zip": number, "size": data.zip.size}
        return Message("read", head, (data.entry.encode(),))

    def _lend(self, wish: Message) -> None:
        """Hands over a stretch of a zip that was lent, and of nothing else."""
        number, at, size = (wish.head.get(name) for name in ("zip", "at", "size"))
        if not (isinstance(number, int) and isinstance(at, int) and isinstance(size, int)):
            raise Nonsense
        if number not in self._lent or at < 0 or not 0 <= size <= STRETCH:
            raise Nonsense
        try:
            stretch = self._lent[number].stretch(at, size)
        except Trouble as trouble:
            raise OSError from trouble  # it waits for bytes that will not come
        self._send(Message("stretch", parts=(stretch,)))

    def _send(self, message: Message) -> None:
        assert self._process.stdin is not None  # noqa: S101 - asked for above
        send(self._process.stdin, message)  # type: ignore[arg-type]  # unbuffered, so a FileIO

    def _receive(self, *, most: int) -> Message:
        assert self._process.stdout is not None  # noqa: S101 - asked for above
        return receive(self._process.stdout, most=most)  # type: ignore[arg-type]  # likewise


def command_line(word: str = WORD) -> list[str]:
    """This program once more, as the inside of a cage."""
    if getattr(sys, "frozen", False):
        return [sys.executable, word]
    # -P: a file beside where we stand must not pass for a module of ours
    return [sys.executable, "-s", "-P", "-B", "-m", "klasgenoot", word]


def _environment() -> dict[str, str]:
    passed_on = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    return passed_on | {"PYTHONPATH": str(Path(__file__).resolve().parents[3])}
