"""What did the teacher drop? Files, folders and zips in any mix, sorted into lists and photos."""

import os
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from klasgenoot.domain.errors import (
    Cancelled,
    EmptyList,
    NoList,
    NoReader,
    SealedClassFile,
    TooLarge,
    Trouble,
    UnreadableList,
    UnreadablePhoto,
    UnreadablePlace,
    UnsafeArchive,
    WrongClassPassphrase,
)
from klasgenoot.exchange.archives import is_junk
from klasgenoot.exchange.cage.cage import Cage
from klasgenoot.exchange.cage.enclosed import CARD_PICTURES, FACES
from klasgenoot.exchange.cage.everything_readers import KEPT_PHOTOS
from klasgenoot.exchange.cage.reader import Reader
from klasgenoot.exchange.cage.readers import CONTENTS
from klasgenoot.exchange.class_files import MOST_BYTES, open_class
from klasgenoot.exchange.decks import is_deck
from klasgenoot.exchange.hevc_library import can_decode
from klasgenoot.exchange.signatures import (
    HEAD,
    LISTS,
    PHOTOS,
    Kind,
    is_called_list,
    is_called_picture,
    kind_of,
)
from klasgenoot.exchange.source_files import (
    Brought,
    InZip,
    Lent,
    LentBytes,
    LentFile,
    Pasted,
    SourceFile,
    Standing,
    start_of,
)

T = TypeVar("T")

MAX_FILES = 2_000
"""In one folder and all that is below it, folders included."""
MAX_DEPTH = 30
"""Folders within folders."""
_MANY = 2
"""From so many photos on it pays to have all processes of the cage at work."""


@dataclass(frozen=True, slots=True)
class Source:
    """What was found. Close it when all is read: a zip stays open until then.

    Attributes:
        lists: files that may be class lists, as text of some kind.
        photos: files that are photos in a format that can be read.
        pdfs: files that may be photo lists on paper.
        refused: why other files, that look as if they were meant to come along, cannot.
        everything: files with everything of a Klasgenoot, which are lists too.
    """

    lists: tuple[SourceFile, ...]
    photos: tuple[SourceFile, ...]
    refused: tuple[Trouble, ...]
    pdfs: tuple[SourceFile, ...] = ()
    everything: tuple[SourceFile, ...] = ()
    _open_zips: ExitStack = field(default_factory=ExitStack)

    def close(self) -> None:
        """Lets go of the zips."""
        self._open_zips.close()


def read_source(
    paths: Sequence[Brought], *, cage: Cage, passphrases: Mapping[str, str] | None = None
) -> Source:
    """Looks at everything that was dropped and sorts it by content, whatever it is called.

    What was dropped by itself and cannot be used raises its trouble; what happened to be in a
    folder or a zip is put aside in `refused`.

    Nothing is opened but to see how it begins; zips are looked into in the cage. A class that a
    colleague handed over is decrypted first, with the passphrase for a file of its name.

    Raises:
        NoList: there is nothing that can be used.
        Cancelled: the teacher stopped it.
        Trouble: what was dropped cannot be used, and why.
    """
    with ExitStack() as open_zips:
        found = _Found(open_zips, cage, passphrases=passphrases or {})
        things = (each.absolute() if isinstance(each, Path) else each for each in paths)
        for thing in dict.fromkeys(things):
            if isinstance(thing, Path):
                found.look_at(thing)
            else:
                found.look_at_pasted(thing)
        if not (found.lists or found.everything or found.photos or found.pdfs):
            raise next(iter(found.refused), NoList(", ".join(path.name for path in paths)))
        return Source(
            lists=_by_name(found.lists),
            photos=_by_name(found.photos),
            refused=tuple(found.refused),
            pdfs=_by_name(found.pdfs),
            everything=_by_name(found.everything),
            _open_zips=open_zips.pop_all(),
        )


class _Found:
    """What has been found up to now."""

    def __init__(self, open_zips: ExitStack, cage: Cage, *, passphrases: Mapping[str, str]) -> None:
        self.lists: list[SourceFile] = []
        self.photos: list[SourceFile] = []
        self.pdfs: list[SourceFile] = []
        self.everything: list[SourceFile] = []
        self.refused: list[Trouble] = []
        self._open_zips = open_zips
        self._cage = cage
        self._passphrases = passphrases

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
                if file.is_symlink():  # a folder from elsewhere could point at anything of ours
                    raise UnreadablePlace(file)
                self._take_path(file, name=file.relative_to(path).as_posix(), meant=False)

    def look_at_pasted(self, pasted: Pasted) -> None:
        """Takes in what was copied elsewhere.

        Raises:
            Trouble: it cannot be used.
        """
        data = pasted.give()
        file = SourceFile(pasted.name, partial(_first, data))
        self._take(file, kind_of(data[:HEAD]), meant=True)

    def _take_path(self, path: Path, *, name: str, meant: bool) -> None:
        kind = kind_of(start_of(path, HEAD))
        if kind is Kind.ZIP and not is_called_list(name):
            lent = LentFile(path)
            self._open_zips.callback(lent.close)
            self._take_zip(lent, name=name)
        elif kind is Kind.CLASS_FILE:
            self._take_class_file(path, name=name)
        else:
            file = SourceFile(_readable(name), partial(start_of, path))
            self._take(file, kind, meant=meant)

    def _take_class_file(self, path: Path, *, name: str) -> None:
        """What a colleague handed over: once it is decrypted a zip, as strange as any."""
        passphrase = self._passphrases.get(path.name)
        if passphrase is None:
            raise SealedClassFile(name)
        data = start_of(path, MOST_BYTES + 1)
        self._take_zip(LentBytes(open_class(data, passphrase=passphrase, source=name)), name=name)

    def _take_zip(self, lent: Lent, *, name: str) -> None:
        found = SourceFile(_readable(name), InZip(lent, ""))
        entries = self._cage.read(CONTENTS, found)
        if is_deck(entry.name for entry in entries):
            self._take_deck(found, lent)
            return
        for entry in entries:
            with self._put_aside():
                file = SourceFile(f"{found.name}/{entry.name}", InZip(lent, entry.name))
                if entry.kind is None:
                    raise UnsafeArchive(file.name, "damaged")
                self._take(file, entry.kind, meant=False)

    def _take_deck(self, deck: SourceFile, lent: Lent) -> None:
        """Takes in a deck of Anki: a list, and the pictures that can be photos."""
        self.lists.append(deck)
        for face in self._pictures_in(FACES, deck):
            name = f"{deck.name}/{face.name}.jpg"
            self.photos.append(SourceFile(name, InZip(lent, face.entry)))

    def _take_cards(self, file: SourceFile) -> None:
        """Takes in vCards: a list, and the pictures on them."""
        self.lists.append(file)
        for picture in self._pictures_in(CARD_PICTURES, file):
            name = f"{file.name}/{picture.name}.jpg"
            self.photos.append(SourceFile(name, partial(_first, picture.data)))

    def _take_everything(self, file: SourceFile) -> None:
        """Takes in what a Klasgenoot gave out as JSON: a list, and the photos with its lines.

        What is wrong with it is wrong with both, and takes long enough to find once.
        """
        photos = self._cage.read(KEPT_PHOTOS, file)
        self.everything.append(file)
        for photo in photos:
            name = f"{file.name}/{photo.name}.jpg"
            standing = Standing(file.name, photo.line, photo.crop)
            content = partial(_first, photo.data)
            self.photos.append(SourceFile(name, content, standing=standing))

    def _pictures_in(self, reader: Reader[tuple[T, ...]], file: SourceFile) -> tuple[T, ...]:
        """The pictures within a list; what is wrong with it is said once it is read itself."""
        try:
            return self._cage.read(reader, file)
        except (Cancelled, NoReader):
            raise
        except Trouble:
            return ()

    def _take(self, file: SourceFile, kind: Kind, *, meant: bool) -> None:
        if _is_photo(kind) and not is_called_list(file.name):
            self._take_photo(file)
        elif kind is Kind.PDF:
            self.pdfs.append(file)
        elif kind is Kind.CARDS:
            self._take_cards(file)
        elif kind is Kind.EVERYTHING:
            self._take_everything(file)
        elif (
            kind in LISTS
            and not is_called_picture(file.name)
            and (kind is not Kind.MARKUP or meant or is_called_list(file.name))
        ):
            self.lists.append(file)
        elif trouble := _refusal(kind, file.name, meant=meant):
            raise trouble

    def _take_photo(self, file: SourceFile) -> None:
        self.photos.append(file)
        if len(self.photos) == _MANY:
            self._cage.expect_many()

    def _files_below(self, folder: Path) -> Iterator[Path]:
        def on_error(error: OSError) -> None:
            self.refused.append(UnreadablePlace(Path(error.filename)))

        count = 0
        for place, folders, names in os.walk(folder, onerror=on_error):
            count += len(names) + len(folders)
            if count > MAX_FILES:
                raise TooLarge(folder.name, f"{MAX_FILES} files")
            folders[:] = sorted(name for name in folders if not is_junk(name))
            if folders and len(Path(place).relative_to(folder).parts) >= MAX_DEPTH:
                self.refused += (UnreadablePlace(Path(place, name)) for name in folders)
                folders.clear()
            for name in names:
                if not is_junk(name):
                    yield Path(place, name)

    @contextmanager
    def _put_aside(self) -> Iterator[None]:
        try:
            yield
        except (Cancelled, NoReader, SealedClassFile, WrongClassPassphrase):
            raise
        except Trouble as trouble:
            self.refused.append(trouble)


def _is_photo(kind: Kind | None) -> bool:
    """Whether a file of this kind can be read as a photo here."""
    return kind in PHOTOS or (kind is Kind.HEIC and can_decode())


def _refusal(kind: Kind, name: str, *, meant: bool) -> Trouble | None:
    """Why a file that someone meant to bring cannot be used; None for one that just lay there."""
    if kind is Kind.HEIC:
        return UnreadablePhoto(name, "heic")
    if is_called_picture(name):
        why = "broken" if kind is Kind.EMPTY else "unknown_format"
        is_page = kind is Kind.MARKUP and not name.casefold().endswith(".svg")
        return UnreadablePhoto(name, "web_page" if is_page else why)
    if meant or is_called_list(name):
        why = kind.value if kind in {Kind.DATABASE, Kind.PROGRAM, Kind.JSON} else ""
        return EmptyList(name) if kind is Kind.EMPTY else UnreadableList(name, why)
    return None


def _first(data: bytes, limit: int) -> bytes:
    return data[:limit]


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
