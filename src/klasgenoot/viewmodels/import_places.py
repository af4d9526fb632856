"""Where does somebody in an import come from? The row of the list, the photo or page, in words."""

from pathlib import PurePosixPath

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.roster import RosterRow
from klasgenoot.operations.reading import Found, FoundPhoto

translate = QCoreApplication.translate

BETWEEN = " \N{MIDDLE DOT} "


def photo_words(photo: FoundPhoto) -> str:
    """The file of a photo, without its folder; or the photo list and the page."""
    if not photo.page:
        return PurePosixPath(photo.name).name
    words = translate("ImportPlaces", "page {page} of {file}")
    return words.format(file=PurePosixPath(photo.file).name, page=photo.page)


def row_words(row: RosterRow) -> str:
    """The row of the list; nothing for who is in none."""
    if not row.line:
        return ""
    return translate("ImportPlaces", "row {number}").format(number=row.line)


def place_words(row: RosterRow, photo: FoundPhoto | None, *, found: Found) -> str:
    """Where a student comes from; nothing for who stands in no file.

    The rows of a photo list are our own, so there it is the page that says where; and a file with
    everything has no rows that anybody could look up.
    """
    parts = []
    came_with_row = photo is not None and bool(photo.line)
    is_everything = found.table is not None and found.table.is_everything
    if found.table is not None and is_everything and row.line:
        parts.append(PurePosixPath(found.table.source).name)
    elif found.table is not None and not came_with_row and row.line:
        parts.append(row_words(row))
    if photo is not None and not (is_everything and came_with_row):
        parts.append(photo_words(photo))
    return BETWEEN.join(parts)
