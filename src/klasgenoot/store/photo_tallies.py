"""How often each photo was asked and missed, counted from the answers in the data file."""

from klasgenoot.domain.answering import Mode
from klasgenoot.domain.people import ClassId, PhotoId, StudentId
from klasgenoot.domain.photo_choice import Tally
from klasgenoot.domain.verdict import Verdict
from klasgenoot.store.database import Vault

_HITS = f"('{Verdict.RIGHT.value}', '{Verdict.SPELLING.value}')"


def photo_tallies(
    vault: Vault, *, class_id: ClassId | None = None
) -> dict[StudentId, dict[PhotoId, Tally]]:
    """Of each student of a class (or of everybody) how each photo went, in practice and sweeps.

    Practice counts where it was rated: before a name is learned, a miss says nothing of the photo.
    Who was never asked by a photo that is known is left out.
    """
    found = vault.rows(
        f"SELECT student_id, photo_id, count(*), sum(verdict NOT IN {_HITS}) FROM answers"
        f" WHERE photo_id IS NOT NULL AND (rating IS NOT NULL OR mode = '{Mode.SWEEP.value}')"
        " AND (? IS NULL OR student_id IN"
        " (SELECT student_id FROM enrolments WHERE class_id = ?))"
        " GROUP BY student_id, photo_id",
        (class_id, class_id),
    )
    tallies: dict[StudentId, dict[PhotoId, Tally]] = {}
    for who, photo, asked, missed in found:
        tallies.setdefault(StudentId(who), {})[PhotoId(photo)] = Tally(asked, missed)
    return tallies
