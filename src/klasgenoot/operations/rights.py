"""What a teacher does when a student asks: no photo, no use, their own view, a copy of it all."""

from collections.abc import Sequence
from datetime import date

from klasgenoot.domain.contact import ContactId
from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.errors import Missing, Unknown
from klasgenoot.domain.names import tidy
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.rights import (
    FileKind,
    Handover,
    HandoverId,
    HeldBack,
    PhotoAnswer,
    PhotoPermission,
    Restriction,
    ViewId,
)
from klasgenoot.domain.texts import written
from klasgenoot.operations.desk import deed
from klasgenoot.operations.students import known_student
from klasgenoot.store import (
    contacts,
    handovers,
    photo_permissions,
    restrictions,
    second_thoughts,
    students,
)
from klasgenoot.store.database import Vault
from klasgenoot.store.faceless import forget_photos


@deed(Deed.TELL_PHOTO)
def tell_photo(
    vault: Vault, *, student_id: StudentId, answer: PhotoAnswer, on: date, told_by: str = ""
) -> None:
    """Notes what a student says of their photo.

    Who would rather have none has none from then on: what is not there cannot be shown by
    mistake. The picture itself goes at the next start; until then undo brings it back.

    Raises:
        Unknown: the student is not there.
    """
    known_student(vault, student_id)
    photo_permissions.add_answer(
        vault,
        PhotoPermission(student_id=student_id, answer=answer, told_on=on, told_by=tidy(told_by)),
    )
    if answer is PhotoAnswer.NO:
        students.set_photo_by_teacher(vault, student_id, by_teacher=False)
        forget_photos(vault.connection, [student_id])


@deed(Deed.RESTRICT)
def restrict(vault: Vault, *, student_id: StudentId, on: date, reason: str = "") -> None:
    """Keeps the data of a student without using it: nothing shows them until it is lifted.

    Raises:
        Unknown: the student is not there.
    """
    known_student(vault, student_id)
    if not restrictions.is_restricted(vault, student_id):
        draft = Restriction(student_id=student_id, since=on, reason=written(reason))
        restrictions.add_restriction(vault, draft)


@deed(Deed.LIFT_RESTRICTION)
def lift_restriction(vault: Vault, *, student_id: StudentId, on: date) -> None:
    """Takes a student back among the others; from when to when it was so stays known.

    Raises:
        Unknown: the student is not there.
    """
    known_student(vault, student_id)
    restrictions.lift_restrictions(vault, student_id, on=on)


@deed(Deed.ADD_VIEW)
def add_view(
    vault: Vault, *, student_id: StudentId, on: date, text: str, contact_id: ContactId | None = None
) -> ViewId:
    """Puts the student's own view beside a contact, or beside all that is kept.

    Raises:
        Missing: nothing is said.
        Unknown: the student is not there, or was not in that contact.
    """
    known_student(vault, student_id)
    text = written(text)
    if not text:
        raise Missing("view")
    if contact_id is not None:
        known = contacts.contact(vault, contact_id)
        if known is None or student_id not in known.student_ids:
            raise Unknown("contact", str(contact_id))
    return second_thoughts.add_view(
        vault, student_id=student_id, contact_id=contact_id, said_on=on, text=text
    )


@deed(Deed.REMOVE_VIEW)
def remove_view(vault: Vault, *, view_id: ViewId) -> None:
    """Takes a view away, because the student says so.

    Raises:
        Unknown: it is not there.
    """
    if second_thoughts.view(vault, view_id) is None:
        raise Unknown("view", str(view_id))
    second_thoughts.remove_view(vault, view_id)


@deed(Deed.HAND_OVER)
def hand_over(
    vault: Vault,
    *,
    student_id: StudentId,
    on: date,
    file_kind: FileKind,
    held_back: Sequence[HeldBack] = (),
) -> HandoverId:
    """Keeps that a student was given what is kept, how much was covered and why.

    Raises:
        Unknown: the student is not there.
    """
    known_student(vault, student_id)
    made = Handover(
        student_id=student_id, made_on=on, file_kind=file_kind, held_back=tuple(held_back)
    )
    return handovers.add_handover(vault, made)
