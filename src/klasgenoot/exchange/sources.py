"""What did the teacher drop? Files, folders and zips in any mix, sorted into lists and photos."""

import os
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath

from klasgenoot.domain.errors import (
    EmptyList,
    NoList,
    TooLarge,
    Trouble,
    UnreadableList,
    UnreadablePhoto,
    UnreadablePlace,
)
from klasgenoot.exchange.archives import Archive, is_junk
from klasgenoot.exchange.signatures import (
    HEAD,
    PHOTOS,
    Kind,
    is_called_list,
    is_called_picture,
    kind_of,
)

MAX_FILES = 2_000
"""In one folder and all that is below it."""
MAX_FILE = 50_000_000
"""Bytes of one file. Of a larger one a single byte more is read, so that its reader refuses it."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that was found; its bytes come when they are asked for, from any thread.

    Attributes:
        name: its path within what was dropped, with slashes: "photos.zip/Noor Jansen.jpg".
        read: gives its bytes.
    """

    name: str
    read: Callable[[], bytes]

    @property
    def stem(self) -> str:
        """The name without folders and ending: what a photo is matched on."""
        return PurePosixPath(self.name).stem


@dataclass(frozen=True, slots=True)
class Source:
    """What was found. Close it when all is read: a zip stays open until then.

    Attributes:
        lists: files that may be class lists, as text of some kind.
        photos: files that are photos in a format that can be read.
        refused: why other files, that look as if they were meant to come along, cannot.
    """

    lists: tuple[SourceFile, ...]
    photos: tuple[SourceFile, ...]
    refused: tuple[Trouble, ...]
    _open_zips: ExitStack = field(default_factory=ExitStack)

    def close(self) -> None:
        """Lets go of the zips."""
        self._open_zips.close()


def read_source(paths: Sequence[Path]) -> Source:
    """Looks at everything that was dropped and sorts it by content, whatever it is called.

    What was dropped by itself and cannot be used raises its trouble; what happened to be in a
    folder or a zip is put aside in `refused`.

    Raises:
        NoList: there is nothing that can be used.
        Trouble: what was dropped cannot be used, and why.
    """
    with ExitStack() as open_zips:
        found = _Found(open_zips)
        for path in dict.fromkeys(path.absolute() for path in paths):
            found.look_at(path)
        if not found.lists and not found.photos:
            raise next(iter(found.refused), NoList(", ".join(path.name for path in paths)))
        return Source(
            lists=_by_name(found.lists),
            photos=_by_name(found.photos),
            refused=tuple(found.refused),
            _open_zips=open_zips.pop_all(),
        )


class _Found:
    """What has been found up to now."""

    def __init__(self, open_zips: ExitStack) -> None:
        self.lists: list[SourceFile] = []
        self.photos: list[SourceFile] = []
        self.refused: list[Trouble] = []
        self._open_zips = open_zips

    def look_at(self, path: Path) -> None:
        """Takes in a file, zip or folder that was dropped.

        Raises:
            Trouble: it cannot be used.
        """
        try:
            is_folder = path.is_dir()
        except OSError as error:
            raise UnreadablePlace(path) from error
        if not is_folder:
            self._take_path(path, name=path.name, meant=True)
            return
        for file in self._files_below(path):
            with self._put_aside():
                self._take_path(file, name=file.relative_to(path).as_posix(), meant=False)

    def _take_path(self, path: Path, *, name: str, meant: bool) -> None:
        if kind_of(_start_of(path, HEAD)) is not Kind.ZIP or is_called_list(name):
            self._take(name, partial(_start_of, path), meant=meant)
            return
        archive = Archive(path)
        self._open_zips.callback(archive.close)
        for entry in archive.names:
            with self._put_aside():
                self._take(f"{name}/{entry}", partial(archive.start_of, entry), meant=False)

    def _take(self, name: str, start_of: Callable[[int], bytes], *, meant: bool) -> None:
        kind = kind_of(start_of(HEAD))
        file = SourceFile(_readable(name), partial(start_of, MAX_FILE + 1))
        if kind in PHOTOS and not is_called_list(name):
            self.photos.append(file)
        elif kind is Kind.TEXT and not is_called_picture(name):
            self.lists.append(file)
        elif trouble := _refusal(kind, file.name, meant=meant):
            raise trouble

    def _files_below(self, folder: Path) -> Iterator[Path]:
        def on_error(error: OSError) -> None:
            self.refused.append(UnreadablePlace(Path(error.filename)))

        count = 0
        for place, folders, names in os.walk(folder, onerror=on_error):
            folders[:] = sorted(name for name in folders if not is_junk(name))
            for name in names:
                count += 1
                if count > MAX_FILES:
                    raise TooLarge(folder.name, f"{MAX_FILES} files")
                if not is_junk(name):
                    yield Path(place, name)

    @contextmanager
    def _put_aside(self) -> Iterator[None]:
        try:
            yield
        except Trouble as trouble:
            self.refused.append(trouble)


def _refusal(kind: Kind, name: str, *, meant: bool) -> Trouble | None:
    """Why a file that someone meant to bring cannot be used; None for one that just lay there."""
    if kind is Kind.HEIC:
        return UnreadablePhoto(name, "heic")
    if is_called_picture(name):
        return UnreadablePhoto(name, "broken" if kind is Kind.EMPTY else "unknown_format")
    if meant or is_called_list(name):
        return EmptyList(name) if kind is Kind.EMPTY else UnreadableList(name)
    return None


def _start_of(path: Path, limit: int) -> bytes:
    """The first bytes of a file; a pipe or device is none."""
    try:
        if not path.is_file():
            raise UnreadablePlace(path)
        with path.open("rb") as file:
            return file.read(limit)
    except OSError as error:
        raise UnreadablePlace(path) from error


def _readable(name: str) -> str:
    """A file's name as text: a name from an old computer may hold bytes that are no UTF-8."""
    raw = name.encode("utf-8", "surrogateescape")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
    return unicodedata.normalize("NFC", text)


def _by_name(files: Sequence[SourceFile]) -> tuple[SourceFile, ...]:
    return tuple(sorted(files, key=lambda file: (file.name.casefold(), file.name)))
