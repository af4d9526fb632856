"""What was dropped, read: the list as a table, and the photos decoded and scaled.

Reading needs no vault, so it can run beside the window, and keeps nothing; what is strange is read
in a cage, a process that does not even know where the vault is. What it means for the
students who are known is thought over in `proposing`.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from typing import Any

from klasgenoot.domain.columns import Field, Table, guess_columns, signature
from klasgenoot.domain.errors import NoList, Trouble, UnreadablePhoto
from klasgenoot.domain.file_names import class_said, says_a_class
from klasgenoot.domain.mending import MendedName
from klasgenoot.domain.people import Crop
from klasgenoot.domain.photo_folders import classes_by_folder, stems_of
from klasgenoot.domain.remarks import Remark, RemarkKind
from klasgenoot.exchange.cage.cage import Cage
from klasgenoot.exchange.cage.readers import PHOTO
from klasgenoot.exchange.photo_files import read_photos
from klasgenoot.exchange.photo_lists import read_photo_lists
from klasgenoot.exchange.photos import Picture
from klasgenoot.exchange.rosters import read_roster
from klasgenoot.exchange.source_files import Brought, SourceFile
from klasgenoot.exchange.sources import read_source
from klasgenoot.operations.listed import listed_on
from klasgenoot.store import settings
from klasgenoot.store.database import Vault


@dataclass(frozen=True, slots=True)
class FoundPhoto:
    """A photo that was read.

    Attributes:
        name: the file, and where in it.
        stem: what it is matched on: the name of the file, or what stands at it on a photo list.
        picture: the photo itself.
        line: the line of the list it came with; 0 when it came by itself.
        file: the photo list it is on; empty when it came by itself.
        page: which page of that.
        crop: which part of it is the portrait, where what it came with says so.
    """

    name: str
    stem: str
    picture: Picture
    line: int = 0
    file: str = ""
    page: int = 0
    crop: Crop | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What was read.

    Attributes:
        table: the class list, or None when there were only photos.
        photos: the photos that can be used.
        refused: why other files cannot be.
        label: what to call the class if nothing better is known.
        mended: what the teacher says of names in it, by the marks of their rows.
        thoughts: what was thought of it already (`proposing`), so that it is thought once.
    """

    table: Table | None
    photos: tuple[FoundPhoto, ...]
    refused: tuple[Trouble, ...]
    label: str
    mended: Mapping[Hashable, MendedName] = field(default_factory=dict)
    thoughts: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)


def read_import(
    paths: Sequence[Brought],
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
        table, unreadable = read_roster(source, cage=cage)
        troubles = [*source.refused, *unreadable]
        photos: list[FoundPhoto] = []
        stems = stems_of([file.name for file in source.photos])
        for place, answer in read_photos(source.photos, cage=cage, on_progress=on_progress):
            file = source.photos[place]
            if isinstance(answer, Trouble):
                troubles.append(answer)
            else:
                photos.append(_found(file, answer, stem=stems[place], table=table))
        on_paper = read_photo_lists(source.pdfs, on_progress=on_progress, is_cancelled=is_cancelled)
    troubles += on_paper.refused
    listed = listed_on(on_paper.people)
    photos += (
        FoundPhoto(
            each.name,
            each.stem,
            each.picture,
            line=each.line if table is None else 0,
            file=each.file,
            page=each.page,
        )
        for each in listed.photos
    )
    table = table or listed.table
    if table is not None:
        off_page = Remark(RemarkKind.OFF_PAGE, on_paper.off_page)
        unseen = (off_page,) if on_paper.off_page else ()
        table = replace(table, remarks=(*table.remarks, *listed.remarks, *unseen))
    elif not on_paper.people:
        table = classes_by_folder([photo.name for photo in photos], source=_label(None, paths))
    if table is None and not photos:
        raise next(iter(troubles), NoList(", ".join(path.name for path in paths)))
    return Found(table, tuple(photos), tuple(troubles), _label(table, paths))


def _found(file: SourceFile, picture: Picture, *, stem: str, table: Table | None) -> FoundPhoto:
    """A photo that was read, on the line it came with if that list is the one that is taken."""
    standing = file.standing
    if standing is None:
        return FoundPhoto(file.name, stem, picture)
    is_its_list = table is not None and table.is_everything and table.source == standing.source
    line = standing.line if is_its_list else 0
    return FoundPhoto(file.name, file.stem, picture, line=line, crop=standing.crop)


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
        if len(source.photos) != 1 or source.lists or source.everything:
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


def _label(table: Table | None, paths: Sequence[Brought]) -> str:
    """The class that a list names above its columns, else what its file or folder is called.

    Nothing where that is no more than a number and the system it comes from: then it is asked.
    """
    headings = [r.text for r in table.remarks if r.kind is RemarkKind.HEADING] if table else []
    if headings:
        return headings[0]
    if not isinstance(paths[0], Path):
        return ""  # what was copied has no name of its own
    first = paths[0].absolute()
    if table is not None and any(each.kind is RemarkKind.LOOSE for each in table.remarks):
        name = first.name if first.is_dir() else ""  # its files are called after one person each
    elif table is not None:
        name = PurePath(table.source).stem
        if not says_a_class(name):
            name = first.stem if first.is_file() else first.name
    elif first.is_dir():
        name = first.name
    else:
        name = first.stem if first.suffix.casefold() == ".zip" else first.parent.name
    return class_said(name)
