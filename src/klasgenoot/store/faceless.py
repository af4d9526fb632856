"""What goes when a face goes: a student's photos, and pictures and sounds that nobody has."""

import json
from collections.abc import Sequence

import sqlcipher3.dbapi2 as driver


def forget_photos(connection: driver.Connection, student_ids: Sequence[int]) -> None:
    """Takes the photos of these students away, and which one each answer was about.

    The pictures themselves stay until `drop_unused`, so that undo brings them back.
    """
    those = json.dumps(list(student_ids))
    listed = "(SELECT value FROM json_each(?))"
    connection.execute(f"DELETE FROM more_photos WHERE student_id IN {listed}", (those,))
    connection.execute(
        f"UPDATE answers SET photo_id = NULL WHERE photo_id IS NOT NULL AND student_id IN {listed}",
        (those,),
    )
    connection.execute(
        "UPDATE students SET photo_id = NULL, crop_left = NULL, crop_top = NULL,"
        f" crop_width = NULL, crop_height = NULL WHERE id IN {listed}",
        (those,),
    )


def forget_shown(connection: driver.Connection, student_id: int, photo: str | None) -> None:
    """Takes out of the answers about a student that it was this photo which was shown.

    For a photo that is theirs no more: its name is its content, and would tell which one it was.
    """
    connection.execute(
        "UPDATE answers SET photo_id = NULL WHERE student_id = ? AND photo_id = ?",
        (student_id, photo),
    )


def drop_unused(connection: driver.Connection) -> int:
    """Drops photos and recordings that no student has; returns how many those were."""
    photos = connection.execute(
        "DELETE FROM photos"
        " WHERE id NOT IN (SELECT photo_id FROM students WHERE photo_id IS NOT NULL)"
        " AND id NOT IN (SELECT photo_id FROM more_photos)"
    ).rowcount
    sounds = connection.execute(
        "DELETE FROM sounds"
        " WHERE id NOT IN (SELECT sound_id FROM students WHERE sound_id IS NOT NULL)"
    ).rowcount
    return int(photos + sounds)
