"""Looks into a zip without unpacking it: names stay inside, sizes have a cap, disks stay clean."""

import stat
import struct
import unicodedata
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import SEEK_END
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING

from klasgenoot.domain.errors import TooLarge, UnsafeArchive
from klasgenoot.exchange.signatures import HEAD, Kind, kind_of

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

MAX_ENTRIES = 2_000
MAX_TOTAL = 500_000_000
MAX_RATIO = 100
_RATIO_COUNTS_FROM = 1_000_000
"""Below this size a small file may well shrink a hundredfold."""
_ALL_COUNTS_FROM = 20_000_000
"""The same for all files together; a list may well shrink thirtyfold."""
_MAX_DIRECTORY = 4_000_000
"""Bytes of the table of contents; two thousand names take a tenth of it."""
_MOST_TOLD = 4 * MAX_ENTRIES
"""Folders and what a computer made for itself are among what is told."""
_LAST_RECORD = 22 + 65_535
"""The record at the end of a zip, with the longest remark it can have."""
_PACKINGS = frozenset({0, 8})
"""Stored and deflated: what schools and systems make. The others take memory as the zip says."""
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1


class Archive:
    """A zip that is open for reading.

    Args:
        file: its bytes, at any place.
        source: its name, as a trouble says it.
        with_hidden: whether files count whose names computers hide, as in a workbook they do.

    Raises:
        UnsafeArchive: names reach outside it, it unpacks to far more than its size, it is damaged
            or it is encrypted (`why` is one of: outside, bomb, damaged, encrypted, packing).
        TooLarge: it holds more files or bytes than a class has.
    """

    def __init__(self, file: IO[bytes], *, source: str, with_hidden: bool = False) -> None:
        from zipfile import ZipFile

        self._source = source
        with self._sound():
            size = _check_directory(file, source=source)
            self._zip = ZipFile(file)
            self._entries = _entries(self._zip, size=size, source=source, with_hidden=with_hidden)

    @property
    def names(self) -> tuple[str, ...]:
        """The paths of the files in it."""
        return tuple(self._entries)

    def kind_of(self, name: str) -> Kind | None:
        """What a file in it is; None where the zip is damaged."""
        try:
            return kind_of(self.start_of(name, HEAD))
        except UnsafeArchive:
            return None

    def start_of(self, name: str, limit: int) -> bytes:
        """The first `limit` bytes of a file, whatever size the zip claims it has.

        Raises:
            UnsafeArchive: the zip is damaged, or there is no such file in it any more.
        """
        if name not in self._entries:
            raise UnsafeArchive(self._source, "damaged")
        with self._sound(), self._zip.open(self._entries[name]) as stream:
            return stream.read(limit)

    @contextmanager
    def _sound(self) -> Iterator[None]:
        from zipfile import BadZipFile

        damage = (BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError)
        try:
            yield
        except (*damage, NotImplementedError, OverflowError) as error:
            raise UnsafeArchive(self._source, "damaged") from error


def _check_directory(file: IO[bytes], *, source: str) -> int:
    """Refuses a table of contents that would take long to read; else says how long the zip is."""
    size = file.seek(0, SEEK_END)
    file.seek(max(0, size - _LAST_RECORD))
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    count, length = (
        int.from_bytes(tail[start:end], "little")
        for start, end in ((at + 10, at + 12), (at + 12, at + 16))
    )
    if at >= 0 and (count > _MOST_TOLD or length > _MAX_DIRECTORY):
        raise TooLarge(source, f"{MAX_ENTRIES} files")
    return size


def _entries(
    archive: "ZipFile", *, size: int, source: str, with_hidden: bool
) -> "dict[str, ZipInfo]":
    entries: dict[str, ZipInfo] = {}
    total = packed = 0
    for info in archive.infolist():
        name = _name(info)
        if reaches_outside(name):
            raise UnsafeArchive(source, "outside")
        if _is_passed_over(info, name) or (is_junk(name) and not with_hidden):
            continue
        if info.flag_bits & _ENCRYPTED:
            raise UnsafeArchive(source, "encrypted")
        if info.compress_type not in _PACKINGS:
            raise UnsafeArchive(source, "packing")
        grows = info.file_size / max(1, info.compress_size)
        if info.file_size > _RATIO_COUNTS_FROM and grows > MAX_RATIO:
            raise UnsafeArchive(source, "bomb")
        total += info.file_size
        packed += info.compress_size
        if packed > size or (total > _ALL_COUNTS_FROM and total > MAX_RATIO * size):
            raise UnsafeArchive(source, "bomb")  # they lie on top of each other, or are all air
        if total > MAX_TOTAL:
            raise TooLarge(source, "500 MB")
        entries[name] = info
        if len(entries) > MAX_ENTRIES:
            raise TooLarge(source, f"{MAX_ENTRIES} files")
    return entries


def _is_passed_over(info: "ZipInfo", name: str) -> bool:
    return not name or info.is_dir() or stat.S_ISLNK(info.external_attr >> 16)


def is_junk(name: str) -> bool:
    """Whether a computer made this file for itself: .DS_Store, ._photo.jpg, __MACOSX, Thumbs.db."""
    return any(
        part.startswith((".", "~$")) or part.casefold() in {"__macosx", "thumbs.db", "desktop.ini"}
        for part in PurePosixPath(name).parts
    )


def _name(info: "ZipInfo") -> str:
    """The name as it was meant: macOS writes UTF-8 without saying so."""
    name = info.filename
    if not info.flag_bits & _UTF8_NAME:
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            name = info.filename
    return unicodedata.normalize("NFC", name.replace("\\", "/"))


def reaches_outside(name: str) -> bool:
    """Whether a name leads to a place outside the zip."""
    has_drive = name[1:2] == ":"
    return name.startswith("/") or has_drive or ".." in name.split("/")
