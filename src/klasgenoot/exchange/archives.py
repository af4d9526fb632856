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
_MAX_DIRECTORY = 4_000_000
"""Bytes of the table of contents; two thousand names take a tenth of it."""
_LAST_RECORD = 22 + 65_535
"""The record at the end of a zip, with the longest remark it can have."""
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1


class Archive:
    """A zip that is open for reading.

    Args:
        file: its bytes, at any place.
        source: its name, as a trouble says it.

    Raises:
        UnsafeArchive: names reach outside it, it unpacks to far more than its size, it is damaged
            or it is encrypted (`why` is one of: outside, bomb, damaged, encrypted).
        TooLarge: it holds more files or bytes than a class has.
    """

    def __init__(self, file: IO[bytes], *, source: str) -> None:
        from zipfile import ZipFile

        self._source = source
        with self._sound():
            _check_directory(file, source=source)
            self._zip = ZipFile(file)
            self._entries = _entries(self._zip, source=source)

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
        from lzma import LZMAError
        from zipfile import BadZipFile

        damage = (BadZipFile, zlib.error, LZMAError, struct.error, EOFError, OSError, ValueError)
        try:
            yield
        except (*damage, NotImplementedError, OverflowError) as error:
            raise UnsafeArchive(self._source, "damaged") from error


def _check_directory(file: IO[bytes], *, source: str) -> None:
    """Refuses a table of contents that would take long to read, before it is read."""
    size = file.seek(0, SEEK_END)
    file.seek(max(0, size - _LAST_RECORD))
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at >= 0 and int.from_bytes(tail[at + 12 : at + 16], "little") > _MAX_DIRECTORY:
        raise TooLarge(source, f"{MAX_ENTRIES} files")


def _entries(archive: "ZipFile", *, source: str) -> "dict[str, ZipInfo]":
    entries: dict[str, ZipInfo] = {}
    total = 0
    for info in archive.infolist():
        name = _name(info)
        if reaches_outside(name):
            raise UnsafeArchive(source, "outside")
        if not name or info.is_dir() or stat.S_ISLNK(info.external_attr >> 16) or is_junk(name):
            continue
        if info.flag_bits & _ENCRYPTED:
            raise UnsafeArchive(source, "encrypted")
        grows = info.file_size / max(1, info.compress_size)
        if info.file_size > _RATIO_COUNTS_FROM and grows > MAX_RATIO:
            raise UnsafeArchive(source, "bomb")
        total += info.file_size
        if total > MAX_TOTAL:
            raise TooLarge(source, "500 MB")
        entries[name] = info
        if len(entries) > MAX_ENTRIES:
            raise TooLarge(source, f"{MAX_ENTRIES} files")
    return entries


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
