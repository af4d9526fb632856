"""The inside of the cage: reads what it is handed, answers, and can do nothing else.

It is handed bytes by a pipe and knows no names, no folders, no vault and no key.
"""

import os
import sys
from collections.abc import Callable, Mapping
from io import BufferedReader, FileIO
from typing import Any

from klasgenoot.domain.errors import Trouble
from klasgenoot.exchange.archives import Archive
from klasgenoot.exchange.cage import limits
from klasgenoot.exchange.cage.borrowed import STRETCH, BorrowedFile
from klasgenoot.exchange.cage.face_readers import FACE_READERS
from klasgenoot.exchange.cage.frames import Message, Nonsense, Pipe, receive, send
from klasgenoot.exchange.cage.reader import Given, Reader
from klasgenoot.exchange.cage.readers import READERS
from klasgenoot.exchange.cage.seal import put_seal_on
from klasgenoot.exchange.cage.troubles import pack_trouble
from klasgenoot.exchange.cage.warming import warm_up

OUT_OF_MEMORY = 3
"""The exit code of a cage in which there was no room left."""
ALL_READERS: Mapping[str, Reader[Any]] = READERS | FACE_READERS
"""All that is read, but for PDFs."""


def serve(*, reads_pdf: bool = False) -> int:
    """Answers until nobody asks any more.

    Args:
        reads_pdf: whether it is PDFs that are read here; nothing else is, then.
    """
    asked, answers = _pipes()
    try:
        limits.take_little()
        readers = _warm_readers(reads_pdf=reads_pdf)
        most = max(reader.longest for reader in readers.values())
        send(answers, Message("ready", {"sealed": int(put_seal_on())}))
        bench = Bench(asked, answers, readers)
        while True:
            send(answers, bench.answer(receive(asked, most=most)))
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except (EOFError, OSError, Nonsense):
        return 0  # who asked is gone


def _warm_readers(*, reads_pdf: bool) -> Mapping[str, Reader[Any]]:
    """What there is to read with, all of it loaded. What reads PDFs is in no other cage."""
    if not reads_pdf:
        warm_up()
        return ALL_READERS
    from klasgenoot.exchange.cage.pdf_readers import PDF_READERS
    from klasgenoot.exchange.cage.pdf_warming import warm_up_for_pdf

    warm_up_for_pdf()
    return PDF_READERS


class Bench:
    """Reads one thing after the other.

    Args:
        asked: where messages come from.
        answers: where they go.
        readers: what there is to read with.
    """

    def __init__(self, asked: Pipe, answers: Pipe, readers: Mapping[str, Reader[Any]]) -> None:
        self._readers = readers
        self._asked = asked
        self._answers = answers
        self._archives: dict[int, Archive] = {}

    def answer(self, message: Message) -> Message:
        """What one message comes to.

        Raises:
            MemoryError: there was no room for it.
            EOFError, OSError: nobody listens any more.
        """
        reader = self._readers[str(message.head.get("reader"))]
        limits.begin_file()
        try:
            return reader.pack(reader.read(self._given(message, longest=reader.longest)))
        except Trouble as trouble:
            return pack_trouble(trouble)
        except (MemoryError, EOFError, BrokenPipeError, Nonsense):
            raise
        except Exception as error:  # noqa: BLE001 - a mistake of ours: told by kind and place
            return Message("mistake", {"where": _place_of(error)})

    def _given(self, message: Message, *, longest: int) -> Given:
        number, part = message.head.get("zip"), int(message.head.get("part", 0))
        if not isinstance(number, int):
            return Given(message.parts[0], None, part)
        if number not in self._archives:
            size = int(message.head["size"])
            borrowed = BorrowedFile(size, self._stretch_of(number))
            self._archives[number] = Archive(BufferedReader(borrowed, STRETCH), source="")
        archive = self._archives[number]
        name = message.parts[0].decode()
        return Given(archive.start_of(name, longest + 1) if name else b"", archive, part)

    def _stretch_of(self, number: int) -> Callable[[int, int], bytes]:
        def stretch(at: int, size: int) -> bytes:
            send(self._answers, Message("wants", {"zip": number, "at": at, "size": size}))
            return receive(self._asked, most=size).parts[0]

        return stretch


def _pipes() -> tuple[FileIO, FileIO]:
    """The pipe both ways. What anything prints goes nowhere: the pipe is for messages."""
    if sys.platform == "win32":
        import msvcrt

        for number in (0, 1):
            msvcrt.setmode(number, os.O_BINARY)
    answers = os.dup(1)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (1, 2):
        os.dup2(nowhere, number)
    return FileIO(0, "rb", closefd=False), FileIO(answers, "wb")


def _place_of(error: BaseException) -> str:
    """The kind of a mistake and where in our code it was: no text, which could hold a name."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    if place is None:
        return type(error).__name__
    name = os.path.basename(place.tb_frame.f_code.co_filename)  # noqa: PTH119 - pathlib is not needed here
    return f"{type(error).__name__} {name}:{place.tb_lineno}"
