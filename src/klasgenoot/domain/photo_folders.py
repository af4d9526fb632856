"""What do the folders say in which photos stand? Whose each is, or which class they are of."""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath

from klasgenoot.domain.columns import Table
from klasgenoot.domain.file_names import says_a_class
from klasgenoot.domain.names import fold
from klasgenoot.domain.photo_names import name_in

_HANDED_IN = (
    re.compile(r"(?P<who>.+?)_\d+_assignsubmission_\w*"),  # Moodle
    re.compile(r"\d{4,}-\d{4,} - (?P<who>.+?) - .+"),  # Brightspace
)
"""The folder in which a learning platform puts what one student handed in."""
_FEW = 3
"""Fewer folders with one photo each may be classes as well."""
_HEADER = ("Naam", "Klas")
"""As every list has it; the words are those that our reader knows, in no language of the screen."""


def stems_of(paths: Sequence[str]) -> tuple[str, ...]:
    """What each photo is matched on: its file's name, or that of the folder that is somebody's.

    That is the folder with what one student handed in; and, where each photo stands in a folder of
    its own and the files say nothing ("foto.jpg"), that folder.

    Args:
        paths: the photos, with slashes between folders.
    """
    files = [PurePosixPath(path) for path in paths]
    alone = Counter(file.parent for file in files)
    nameless = [file for file in files if not name_in(file.stem) and not _has_number(file.stem)]
    are_folders_people = (
        len(alone) >= _FEW
        and len(alone) == len(files)
        and (len(nameless) == len(files) or len({fold(file.stem) for file in files}) == 1)
    )
    return tuple(
        _handed_in_by(file.parent.name)
        or (file.parent.name if are_folders_people and file.parent.name else file.stem)
        for file in files
    )


def classes_by_folder(paths: Sequence[str], *, source: str) -> Table | None:
    """The class list that photos are which stand in a folder for each class; else None.

    Args:
        paths: the photos, with slashes between folders.
        source: what to call the list.
    """
    files = [PurePosixPath(path) for path in paths]
    folders = {file.parent.name for file in files}
    names = [name_in(stem) for stem in stems_of(paths)]
    are_classes = all(says_a_class(name) and any(map(str.isdigit, name)) for name in folders)
    if len(folders) <= 1 or not are_classes or not all(names):
        return None
    pairs = zip(names, (file.parent.name for file in files), strict=True)
    rows = tuple(dict.fromkeys(pairs))
    # they stand in no row of a file, so there is none to tell
    return Table(header=_HEADER, rows=rows, lines=(0,) * len(rows), source=source)


def _handed_in_by(folder: str) -> str:
    found = next(filter(None, (known.fullmatch(folder) for known in _HANDED_IN)), None)
    return found["who"] if found else ""


def _has_number(stem: str) -> bool:
    return re.search(r"\d{5}", stem) is not None
