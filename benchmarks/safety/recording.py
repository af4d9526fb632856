"""A disk as it might be after the power went: worked out from what a program asked of it.

What was synced is there. Of what was not, nothing is there, or all of it, or some sectors of 512
bytes and not others, whatever the order. A name that was given, changed or taken away is there, or
not, until its folder was synced. Nothing is presumed of a file system that POSIX does not say.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import NamedTuple

HEAD = struct.Struct("<IIQQQ")
SECTOR = 512
OPEN, WRITE, TRUNCATE, SYNC, UNLINK, RENAME, LINK, SYNC_FOLDER, SAID = range(1, 10)


class Call(NamedTuple):
    """One call of the program: what it asked, of which file and place, and with what."""

    what: int
    file: int
    place: int
    path: str
    data: bytes


def calls(record: Path) -> Iterator[Call]:
    """All calls, in their order."""
    whole, at = memoryview(record.read_bytes()), 0
    while at < len(whole):
        what, path_length, file, place, length = HEAD.unpack_from(whole, at)
        at += HEAD.size
        path = bytes(whole[at : at + path_length]).decode()
        at += path_length
        yield Call(what, file, place, path, bytes(whole[at : at + length]))
        at += length


@dataclass(eq=False)
class File:
    """What of a file is on the disk for certain, and what was asked since."""

    sure: bytearray = field(default_factory=bytearray)
    unsure: list[tuple[int, bytes | None]] = field(default_factory=list)

    def after(self, kept: "Kept") -> bytes:
        """What is in it after the power went."""
        content = bytearray(self.sure)
        for place, data in self.unsure:
            if data is None:
                if kept.whole():
                    _resize(content, place)
                continue
            # sectors of the disk, not of the write
            start = 0
            while start < len(data):
                end = min(len(data), start + SECTOR - (place + start) % SECTOR)
                if kept.part():
                    _write(content, place + start, data[start:end])
                start = end
        return bytes(content)

    def sync(self) -> None:
        """All of it is on the disk."""
        self.sure[:] = self.after(ALL)
        self.unsure.clear()


class Kept:
    """Which of the unsure things are there: none, all, or some by chance."""

    def __init__(self, share: float, chance: Random | None = None) -> None:
        self._share = share
        self._chance = chance

    def part(self) -> bool:
        """Whether one sector is there."""
        if self._chance is None:
            return self._share > 0
        return self._chance.random() < self._share

    whole = part


ALL, NONE = Kept(1), Kept(0)


class Disk:
    """The watched folder on a disk.

    Args:
        folder: as it is before the program begins.
    """

    def __init__(self, folder: Path) -> None:
        self._files: dict[int, File] = {}
        self.names: dict[str, File] = {}
        self._asked: list[tuple[int, str, str, File | None]] = []
        self._now: dict[str, File] = {}
        for path in folder.rglob("*"):
            if path.is_file():
                known = File(bytearray(path.read_bytes()))
                self._files[path.stat().st_ino] = self.names[str(path)] = known
        self._now = dict(self.names)

    def take(self, call: Call) -> None:
        """One call more."""
        if call.what == OPEN:
            if call.place:  # it is new
                self._files[call.file] = made = File()
                self._ask(OPEN, call.path, "", made)
        elif call.what == WRITE:
            self._files[call.file].unsure.append((call.place, call.data))
        elif call.what == TRUNCATE:
            self._files[call.file].unsure.append((call.place, None))
        elif call.what == SYNC:
            self._files[call.file].sync()
        elif call.what == SYNC_FOLDER:
            self._sync_names(call.path)
        elif call.what in {UNLINK, RENAME, LINK}:
            self._ask(call.what, call.path, call.data.decode(), self._now.get(call.path))

    def after(self, *, names: Kept, content: Kept) -> dict[str, bytes]:
        """Every file, by path, after the power went."""
        there = dict(self.names)
        for asked in self._asked:
            if names.whole():
                _apply(there, *asked)
        return {path: file.after(content) for path, file in there.items()}

    def _ask(self, what: int, path: str, other: str, file: File | None) -> None:
        self._asked.append((what, path, other, file))
        _apply(self._now, what, path, other, file)

    def _sync_names(self, folder: str) -> None:
        left = []
        for asked in self._asked:
            _, path, other, _ = asked
            if any(each and str(Path(each).parent) == folder for each in (path, other)):
                _apply(self.names, *asked)
            else:
                left.append(asked)
        self._asked = left


def _apply(names: dict[str, File], what: int, path: str, other: str, file: File | None) -> None:
    if what in {UNLINK, RENAME}:
        names.pop(path, None)
    if file is not None and what != UNLINK:
        names[path if what == OPEN else other] = file


def _write(content: bytearray, place: int, data: bytes) -> None:
    if len(content) < place:
        _resize(content, place)
    content[place : place + len(data)] = data


def _resize(content: bytearray, size: int) -> None:
    del content[size:]
    content.extend(bytes(size - len(content)))
