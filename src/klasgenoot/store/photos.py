"""The photos in the data file: pictures named by their content, each kept once."""

import json
from collections.abc import Iterable
from typing import NamedTuple, Protocol

from klasgenoot.domain.people import PhotoId
from klasgenoot.store.database import Vault
from klasgenoot.store.faceless import drop_unused


class PhotoToKeep(Protocol):
    """A photo to keep: JPEG bytes in two sizes, and the pixels of the large one."""

    @property
    def large(self) -> bytes:
        """The JPEG itself."""

    @property
    def small(self) -> bytes:
        """The same, small."""

    @property
    def width(self) -> int:
        """Of the large one."""

    @property
    def height(self) -> int:
        """Of the large one."""


class StoredPhoto(NamedTuple):
    """Such a photo as a bare value."""

    large: bytes
    small: bytes
    width: int
    height: int


def id_of(large: bytes) -> PhotoId:
    """What a photo is known by: its content."""
    import hashlib

    return PhotoId(hashlib.sha256(large).hexdigest())


def keep_photo(vault: Vault, photo: PhotoToKeep) -> PhotoId:
    """Keeps a photo and returns its id; the same picture twice is one row."""
    photo_id = id_of(photo.large)
    with vault.outside_journal():
        vault.connection.execute(
            "INSERT OR IGNORE INTO photos (id, large, small, width, height) VALUES (?, ?, ?, ?, ?)",
            (photo_id, photo.large, photo.small, photo.width, photo.height),
        )
    return photo_id


def keep_new_photo(vault: Vault, photo: PhotoToKeep) -> tuple[PhotoId, bool]:
    """The same, and whether it was not there yet."""
    before = vault.connection.total_changes
    return keep_photo(vault, photo), vault.connection.total_changes != before


def those_there(vault: Vault, photos: Iterable[PhotoId]) -> frozenset[PhotoId]:
    """Which of these photos are there."""
    asked = "SELECT id FROM photos WHERE id IN (SELECT value FROM json_each(?))"
    return frozenset(PhotoId(row[0]) for row in vault.rows(asked, (json.dumps(list(photos)),)))


def photo_bytes(vault: Vault, photo_id: PhotoId, *, large: bool) -> bytes | None:
    """The JPEG of a photo in one of its two sizes, or None if it is not there."""
    column = "large" if large else "small"
    row = vault.row(f"SELECT {column} FROM photos WHERE id = ?", (photo_id,))
    return bytes(row[0]) if row else None


def photo_size(vault: Vault, photo_id: PhotoId) -> tuple[int, int]:
    """Width and height of the large picture in pixels; 1 by 1 if it is not there."""
    row = vault.row("SELECT width, height FROM photos WHERE id = ?", (photo_id,))
    return (int(row[0]), int(row[1])) if row else (1, 1)


def drop_photos(vault: Vault, photos: Iterable[PhotoId]) -> None:
    """Drops these photos, but for those that somebody has."""
    with vault.outside_journal():
        vault.connection.execute(
            "DELETE FROM photos WHERE id IN (SELECT value FROM json_each(?))"
            " AND id NOT IN (SELECT photo_id FROM students WHERE photo_id IS NOT NULL)"
            " AND id NOT IN (SELECT photo_id FROM more_photos)",
            (json.dumps(list(photos)),),
        )


def sweep_unused(vault: Vault) -> int:
    """Drops what no student has. Run at start, when no undo step can ask for it back."""
    with vault.outside_journal():
        return drop_unused(vault.connection)
