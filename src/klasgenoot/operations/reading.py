"""What was dropped, read: the list as a table, and the photos decoded and scaled.

Reading needs no vault, so it can run beside the window, and keeps nothing; what is strange is read
in a cage, a process that does not even know where the vault is. What it means for the
students who are known is thought over in `proposing`.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path, PurePath

from klasgenoot.domain.columns import Field, Table, guess_columns, signature
from klasgenoot.domain.errors import NoList, Trouble, UnreadablePhoto
from klasgenoot.domain.names import tidy
from klasgenoot.exchange.cage.cage import Cage
from klasgenoot.exchange.cage.readers import PHOTO
from klasgenoot.exchange.photo_files import read_photos
from klasgenoot.exchange.photos import Picture
from klasgenoot.exchange.rosters import read_roster
from klasgenoot.exchange.source_files import SourceFile
from klasgenoot.exchange.sources import read_source
from klasgenoot.store import settings
from klasgenoot.store.database import Vault


@dataclass(frozen=True, slots=True)
class FoundPhoto:
    """A photo that was read. `name` is the file, `stem` the part of it that it is matched on."""

    name: str
    stem: str
    picture: Picture


@dataclass(frozen=True, slots=True)
class Found:
    """What was read.

    Attributes:
        table: the class list, or None when there were only photos.
        photos: the photos that can be used.
        refused: why other files cannot be.
        label: what to call the class if nothing better is known.
    """

    table: Table | None
    photos: tuple[FoundPhoto, ...]
    refused: tuple[Trouble, ...]
    label: str


def read_import(
    paths: Sequence[Path],
    *,
    on_progress: Callable[[int, int], None],
    is_cancelled: Callable[[], bool],
    passphrases: Mapping[str, str] | None = None,
) -> Found:
    """Reads everything that was dropped: the list, and the photos decoded and scaled.

    Raises:
        SealedClassFile, WrongClassPassphrase: a class of a colleague wants its passphrase, which
            goes into `passphrases` by the name of the file.
        NoList: neither a list nor a photo is in it.
        Cancelled: the teacher stopped it.
        Trouble: the one list there is cannot be read.
    """
    with (
        Cage(is_cancelled=is_cancelled) as cage,
        closing(read_source(paths, cage=cage, passphrases=passphrases)) as source,
    ):
        table = read_roster(source, cage=cage)
        troubles = list(source.refused)
        photos: list[FoundPhoto] = []
        for place, answer in read_photos(source.photos, cage=cage, on_progress=on_progress):
            file = source.photos[place]
            if isinstance(answer, Trouble):
                troubles.append(answer)
            else:
                photos.append(FoundPhoto(file.name, file.stem, answer))
    if table is None and not photos:
        raise next(iter(troubles), NoList(", ".join(path.name for path in paths)))
    return Found(table, tuple(photos), tuple(troubles), _label(table, paths))


def read_portrait(path: Path, *, is_cancelled: Callable[[], bool]) -> Picture:
    """Reads the one photo in a file.

    Raises:
        UnreadablePhoto: it is no photo, or more than one.
        Cancelled: the teacher stopped it.
        Trouble: it cannot be read.
    """
    with (
        Cage(is_cancelled=is_cancelled, workers=1) as cage,
        closing(read_source([path], cage=cage)) as source,
    ):
        if len(source.photos) != 1 or source.lists:
            raise UnreadablePhoto(path.name, "unknown_format")
        return cage.read(PHOTO, SourceFile(path.name, source.photos[0].content))


def read_pasted(data: bytes, *, name: str, is_cancelled: Callable[[], bool]) -> Picture:
    """Reads a photo that was copied elsewhere; it is never put in a file.

    Args:
        data: the file as the clipboard has it.
        name: what to call it when it cannot be read.
        is_cancelled: whether the teacher stopped it.

    Raises:
        UnreadablePhoto: it is no photo.
        Cancelled: the teacher stopped it.
    """
    with Cage(is_cancelled=is_cancelled, workers=1) as cage:
        return cage.read(PHOTO, SourceFile(name, lambda size: data[:size]))


def columns_of(vault: Vault, table: Table) -> tuple[Field, ...]:
    """What each column holds: as the teacher said of such a list before, else as it seems."""
    remembered = settings.remembered_columns(vault, signature(table.header))
    if remembered is not None and len(remembered) == len(table.header):
        try:
            return tuple(Field(word) for word in remembered)
        except ValueError:
            pass  # another Klasgenoot knew other fields; guess again
    return guess_columns(table.header, table.rows)


def remember_columns(vault: Vault, table: Table, *, fields: Sequence[Field]) -> None:
    """Keeps what the teacher said the columns of a list are, for the next list like it."""
    if table.header:
        settings.remember_columns(
            vault, signature=signature(table.header), fields=tuple(field.value for field in fields)
        )


def _label(table: Table | None, paths: Sequence[Path]) -> str:
    """The list's own name, else that of the folder or zip the photos were in."""
    first = paths[0].absolute()
    if table is not None:
        name = PurePath(table.source).stem
    elif first.is_dir():
        name = first.name
    else:
        name = first.stem if first.suffix.casefold() == ".zip" else first.parent.name
    return tidy(name.replace("_", " "))
