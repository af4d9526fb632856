"""A file that was found in what the teacher dropped: by itself, or within a zip."""

import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from threading import Lock
from typing import BinaryIO, Protocol

from klasgenoot.domain.errors import UnreadablePlace
from klasgenoot.domain.people import Crop

_READ_AT_ONCE = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Without waiting for somebody at the other end, as a pipe with a name would."""


class Lent(Protocol):
    """What is read a stretch at a time by who cannot open it."""

    @property
    def size(self) -> int:
        """How many bytes there are."""

    def stretch(self, at: int, size: int) -> bytes:
        """So many bytes from a place on; fewer at the end."""


@dataclass(frozen=True, slots=True)
class InZip:
    """A file within a zip. Nobody but the cage looks into the zip."""

    zip: Lent
    entry: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a photo stood within a list that says so: its line there, and which part is the face.

    Attributes:
        source: the name of the list.
        line: the line of whom it shows.
        crop: the portrait in it; None for the usual part.
    """

    source: str
    line: int
    crop: Crop | None


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that was found; its bytes come when they are asked for, from any thread.

    Attributes:
        name: its path within what was dropped, with slashes: "photos.zip/Noor Jansen.jpg".
        content: gives its first so many bytes, or says where in a zip they are.
        part: which part of it is meant, of a file that is read in parts: a page of a PDF, the day
            (its number in the calendar) around which a timetable is wanted.
        standing: where it stood in a list, of a photo that comes with its line.
    """

    name: str
    content: Callable[[int], bytes] | InZip
    part: int = 0
    standing: Standing | None = None

    @property
    def stem(self) -> str:
        """The name without folders and ending: what a photo is matched on."""
        return PurePosixPath(self.name).stem


@dataclass(frozen=True, slots=True)
class Pasted:
    """A table or a picture that was copied elsewhere; it is never put in a file.

    Attributes:
        name: what to call it.
        give: gives its bytes, as a file would have them; asked once, beside the window.
    """

    name: str
    give: Callable[[], bytes]


Brought = Path | Pasted
"""What a teacher brings in: a file, folder or zip, or what they copied."""


class LentFile:
    """A file that is read a stretch at a time by who cannot open it, from several threads.

    Raises:
        UnreadablePlace: it cannot be opened or read.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._file = open_file(path)
        self.size = self._file.seek(0, os.SEEK_END)

    def stretch(self, at: int, size: int) -> bytes:
        """So many bytes from a place on; fewer at the end."""
        try:
            with self._lock:
                self._file.seek(at)
                return self._file.read(size)
        except (OSError, ValueError) as error:
            raise UnreadablePlace(self._path) from error

    def close(self) -> None:
        """Lets go of the file."""
        with self._lock:
            self._file.close()


class LentBytes:
    """The same of bytes that are in memory, and in no file: a class that was decrypted."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.size = len(data)

    def stretch(self, at: int, size: int) -> bytes:
        """So many bytes from a place on; fewer at the end."""
        return self._data[at : at + size]


def open_file(path: Path) -> BinaryIO:
    """Opens a file to read it. A pipe, a device or a folder is none, and is not waited for.

    Raises:
        UnreadablePlace: it is no file, or cannot be opened.
    """
    try:
        number = os.open(path, _READ_AT_ONCE)
    except OSError as error:
        raise UnreadablePlace(path) from error
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise UnreadablePlace(path)
    return os.fdopen(number, "rb")


def start_of(path: Path, limit: int) -> bytes:
    """The first bytes of a file.

    Raises:
        UnreadablePlace: it cannot be read.
    """
    try:
        with open_file(path) as file:
            size = os.fstat(file.fileno()).st_size or limit  # some systems do not know
            return file.read(min(limit, size))  # room for all of that is made each time
    except OSError as error:
        raise UnreadablePlace(path) from error
