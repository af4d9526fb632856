"""What a teacher does with the sound of a name: record it, and take the recording away."""

from dataclasses import replace

from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.people import SoundId, StudentId
from klasgenoot.operations.desk import deed
from klasgenoot.operations.students import known_student
from klasgenoot.store import students
from klasgenoot.store.database import Vault


@deed(Deed.RECORD_NAME)
def record_name(vault: Vault, *, student_id: StudentId, sound: SoundId) -> None:
    """Gives a student a recording of their name, in the place of the one there was.

    Raises:
        Unknown: the student is not there.
    """
    students.save_student(vault, replace(known_student(vault, student_id), sound=sound))


@deed(Deed.REMOVE_RECORDING)
def remove_recording(vault: Vault, *, student_id: StudentId) -> None:
    """Takes the recording away. It is gone from the file at the next start; until then undo works.

    Raises:
        Unknown: the student is not there.
    """
    students.save_student(vault, replace(known_student(vault, student_id), sound=None))
