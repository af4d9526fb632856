"""Who coaches whom, and whether the coach may be told, in the data file."""

from datetime import date

from klasgenoot.domain.names import fold_words
from klasgenoot.domain.people import ClassId, StudentId
from klasgenoot.domain.study_coach import Consent, ConsentId, StudyCoach
from klasgenoot.store.database import Vault


def coach_of(vault: Vault, student_id: StudentId) -> StudyCoach | None:
    """The study coach of a student; None when nobody said who that is."""
    row = vault.row(
        "SELECT name, is_teacher FROM study_coaches WHERE student_id = ?", (student_id,)
    )
    if row is None:
        return None
    return StudyCoach(student_id=student_id, name=row[0], is_teacher=bool(row[1]))


def set_coach(vault: Vault, coach: StudyCoach) -> None:
    """Keeps who coaches a student; without a name it is nobody that is known."""
    if not (coach.name or coach.is_teacher):
        vault.table("study_coaches").delete_where("student_id = ?", [coach.student_id])
        return
    row = {"name": coach.name, "is_teacher": int(coach.is_teacher)}
    known = vault.row("SELECT id FROM study_coaches WHERE student_id = ?", (coach.student_id,))
    if known:
        vault.table("study_coaches").update(known[0], row)
    else:
        vault.add("study_coaches", {"student_id": coach.student_id, **row})


def coached(vault: Vault) -> frozenset[StudentId]:
    """The students of whom it is known who coaches them."""
    rows = vault.rows("SELECT student_id FROM study_coaches")
    return frozenset(StudentId(who) for (who,) in rows)


def coach_names(vault: Vault, class_id: ClassId) -> tuple[str, ...]:
    """The names of the coaches in a class, each once, in the order of the alphabet."""
    found = vault.rows(
        "SELECT DISTINCT c.name FROM study_coaches c"
        " JOIN enrolments e ON e.student_id = c.student_id"
        " WHERE e.class_id = ? AND c.name <> '' ORDER BY c.name",
        (class_id,),
    )
    return tuple(name for (name,) in found)


def consents_of(vault: Vault, student_id: StudentId) -> tuple[Consent, ...]:
    """Every answer of a student on telling the coach, the oldest first."""
    found = vault.rows(
        "SELECT id, said_on, is_yes, about FROM consents WHERE student_id = ? ORDER BY said_on, id",
        (student_id,),
    )
    return tuple(
        Consent(
            id=ConsentId(number),
            student_id=student_id,
            said_on=date.fromisoformat(said_on),
            is_yes=bool(is_yes),
            about=about,
        )
        for number, said_on, is_yes, about in found
    )


def add_consent(
    vault: Vault, *, student_id: StudentId, said_on: date, is_yes: bool, about: str
) -> ConsentId:
    """Keeps what a student answered."""
    row = {
        "student_id": student_id,
        "said_on": said_on.isoformat(),
        "is_yes": int(is_yes),
        "about": about,
        "folded": fold_words(about),
    }
    return ConsentId(vault.add("consents", row))


def has_consent(vault: Vault, consent_id: ConsentId) -> bool:
    """Whether an answer is there."""
    return vault.row("SELECT 1 FROM consents WHERE id = ?", (consent_id,)) is not None


def remove_consent(vault: Vault, consent_id: ConsentId) -> None:
    """Removes an answer."""
    vault.table("consents").delete(consent_id)
