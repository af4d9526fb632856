"""What a teacher does with a class photo or a scan: cuts the faces out and gives each their own."""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.errors import Missing, Unknown, UnreadablePhoto
from klasgenoot.domain.people import ClassId, Crop, Student
from klasgenoot.exchange.cage.cage import Cage
from klasgenoot.exchange.cage.face_readers import CUT, WIDE
from klasgenoot.exchange.photo_lists import read_scans
from klasgenoot.exchange.photos import Picture
from klasgenoot.exchange.source_files import SourceFile
from klasgenoot.exchange.sources import read_source
from klasgenoot.exchange.wide import WidePicture, with_frames
from klasgenoot.operations.desk import deed
from klasgenoot.operations.students import assert_photo_wanted, give_photo, known_student
from klasgenoot.store import photos, school_classes, students
from klasgenoot.store.database import Vault

_WHOLE = Crop(0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenFace:
    """A face and whose it is: a student of the class, or (id 0) somebody new."""

    student: Student
    picture: Picture


def read_class_photos(
    paths: Sequence[Path],
    *,
    on_progress: Callable[[int, int], None],
    is_cancelled: Callable[[], bool],
) -> tuple[WidePicture, ...]:
    """Reads class photos, and the pages of scans, to cut faces out of.

    Raises:
        UnreadablePhoto: there is none.
        Cancelled: the teacher stopped it.
        Trouble: one cannot be read, and why.
    """
    pictures: list[WidePicture] = []
    with (
        Cage(is_cancelled=is_cancelled, workers=1) as cage,
        closing(read_source(paths, cage=cage)) as source,
    ):
        files = [*source.photos, *source.pdfs]
        if not files:
            raise UnreadablePhoto(paths[0].name, "unknown_format")
        for photo in source.photos:
            pictures.append(cage.read(WIDE, photo))
            on_progress(len(pictures), len(files))
        if source.pdfs:
            with Cage(is_cancelled=is_cancelled, reads_pdf=True) as pdf_cage:
                for pdf in source.pdfs:
                    pictures += read_scans(pdf, cage=pdf_cage)
    return tuple(pictures)


def cut_faces(
    picture: WidePicture, frames: Sequence[Crop], *, is_cancelled: Callable[[], bool]
) -> tuple[Picture, ...]:
    """Cuts faces out of a picture, each with nothing of who stands beside them.

    Raises:
        Cancelled: the teacher stopped it.
        Trouble: it cannot be done.
    """
    handed = with_frames(picture.data, tuple(frames))
    with Cage(is_cancelled=is_cancelled, workers=1) as cage:
        return cage.read(CUT, SourceFile("", lambda size: handed[:size]))


@deed(Deed.CUT_FACES)
def give_faces(vault: Vault, *, class_id: ClassId, faces: Sequence[GivenFace], joined: date) -> int:
    """Gives students of a class the faces that were cut out; who is new is added to it.

    Args:
        vault: where they are kept.
        class_id: the class.
        faces: the faces.
        joined: the day from which new students are in the class.

    Raises:
        Missing: there is no face.
        PhotoRefused: somebody would rather have no photo.
        Unknown: the class, or a student, is not there.
    """
    if not faces:
        raise Missing("face")
    if school_classes.school_class(vault, class_id) is None:
        raise Unknown("class", str(class_id))
    for face in faces:
        person = face.student
        if person.id:
            person = known_student(vault, person.id)
            assert_photo_wanted(vault, person.id)
        else:
            added = students.add_student(vault, draft=person)
            students.enrol(vault, class_id=class_id, student_id=added, joined=joined)
            person = replace(person, id=added)
        give_photo(vault, person, photo=photos.keep_photo(vault, face.picture), crop=_WHOLE)
    return len(faces)
