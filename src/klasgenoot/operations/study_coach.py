"""What a teacher does about a study coach: say who it is, ask the student, pass facts on."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from klasgenoot.domain.contact import LONGEST_TEXT
from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.errors import Missing, Unknown
from klasgenoot.domain.names import tidy
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.study_coach import (
    LONGEST_TRANSFER,
    ConsentId,
    StudyCoach,
    Transfer,
    TransferId,
    is_allowed,
)
from klasgenoot.domain.texts import fitting
from klasgenoot.operations.desk import deed
from klasgenoot.operations.students import known_student
from klasgenoot.store import study_coaches, transfers
from klasgenoot.store.database import Vault


@deed(Deed.NAME_COACH)
def name_coach(
    vault: Vault, *, student_ids: Sequence[StudentId], name: str = "", is_teacher: bool = False
) -> None:
    """Says who coaches students: somebody with a name, the teacher, or nobody that is known.

    Raises:
        Unknown: a student is not there.
    """
    for student_id in student_ids:
        known_student(vault, student_id)
        coach = StudyCoach(
            student_id=student_id, name="" if is_teacher else tidy(name), is_teacher=is_teacher
        )
        study_coaches.set_coach(vault, coach)


@deed(Deed.NOTE_CONSENT)
def note_consent(
    vault: Vault, *, student_id: StudentId, on: date, is_yes: bool, about: str = ""
) -> ConsentId:
    """Notes whether the student agrees that the coach is told; the last answer counts.

    Raises:
        TooLarge: what it is about is longer than a line.
        Unknown: the student is not there.
    """
    known_student(vault, student_id)
    return study_coaches.add_consent(
        vault,
        student_id=student_id,
        said_on=on,
        is_yes=is_yes,
        about=fitting(about, most=LONGEST_TEXT),
    )


@deed(Deed.REMOVE_CONSENT)
def remove_consent(vault: Vault, *, consent_id: ConsentId) -> None:
    """Removes an answer that was noted by mistake.

    Raises:
        Unknown: it is not there.
    """
    if not study_coaches.has_consent(vault, consent_id):
        raise Unknown("consent", str(consent_id))
    study_coaches.remove_consent(vault, consent_id)


@deed(Deed.TRANSFER)
def transfer_to_coach(
    vault: Vault,
    *,
    student_id: StudentId,
    on: date,
    coach: str,
    text: str,
    return_on: date | None = None,
) -> TransferId:
    """Keeps what the coach was told, and when the teacher asks what came of it.

    Raises:
        Missing: there is no consent, no coach or no text.
        TooLarge: the text is longer than half a page.
        Unknown: the student is not there.
    """
    known_student(vault, student_id)
    if not is_allowed(study_coaches.consents_of(vault, student_id)):
        raise Missing("consent")
    return transfers.add_transfer(
        vault,
        student_id=student_id,
        made_on=on,
        coach=_named(coach),
        text=_told(text),
        return_on=return_on,
    )


@deed(Deed.EDIT_TRANSFER)
def edit_transfer(
    vault: Vault, *, transfer_id: TransferId, text: str, return_on: date | None
) -> None:
    """Mends what was told, or when the teacher asks what came of it.

    Raises:
        Missing: there is no text.
        TooLarge: the text is longer than half a page.
        Unknown: the transfer is not there.
    """
    known = _known(vault, transfer_id)
    transfers.save_transfer(vault, replace(known, text=_told(text), return_on=return_on))


@deed(Deed.SETTLE_TRANSFER)
def settle_transfer(vault: Vault, *, transfer_id: TransferId, on: date) -> None:
    """Says that the teacher asked what came of it.

    Raises:
        Unknown: the transfer is not there.
    """
    transfers.save_transfer(vault, replace(_known(vault, transfer_id), done_on=on))


@deed(Deed.REMOVE_TRANSFER)
def remove_transfer(vault: Vault, *, transfer_id: TransferId) -> None:
    """Removes a transfer from the record; the coach was told all the same.

    Raises:
        Unknown: it is not there.
    """
    _known(vault, transfer_id)
    transfers.remove_transfer(vault, transfer_id)


def _known(vault: Vault, transfer_id: TransferId) -> Transfer:
    known = transfers.transfer(vault, transfer_id)
    if known is None:
        raise Unknown("transfer", str(transfer_id))
    return known


def _named(coach: str) -> str:
    coach = tidy(coach)
    if not coach:
        raise Missing("coach")
    return coach


def _told(text: str) -> str:
    text = fitting(text, most=LONGEST_TRANSFER)
    if not text:
        raise Missing("transfer")
    return text
