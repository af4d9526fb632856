"""Who was not there: kept once, taken back, and one deed with what was logged."""

import pytest

from builders import TODAY, school_class
from klasgenoot.domain.errors import Missing, Unknown
from klasgenoot.domain.people import StudentId
from klasgenoot.operations.absences import AbsenceDraft, note_absent, remove_absence
from klasgenoot.operations.contacts import ContactDraft, log_contact
from klasgenoot.operations.desk import Desk
from klasgenoot.store.absences import absent_in
from klasgenoot.store.contacts import contacts_of


def test_who_was_away_is_kept_once(desk: Desk) -> None:
    class_id, ids = school_class(desk)
    for _ in range(2):
        desk.do(
            note_absent,
            drafts=[AbsenceDraft(student_ids=(ids[1], ids[2], ids[1]), missed_on=TODAY)],
            class_id=class_id,
        )

    assert absent_in(desk.vault, class_id) == {TODAY: frozenset(ids[1:3])}
    desk.undo()
    assert absent_in(desk.vault, class_id) == {}


def test_contacts_and_who_was_away_are_taken_back_together(desk: Desk) -> None:
    class_id, ids = school_class(desk)
    desk.do(
        log_contact,
        drafts=[ContactDraft(student_ids=(ids[0],), happened_on=TODAY, text="ronde")],
        absent=[AbsenceDraft(student_ids=(ids[1],), missed_on=TODAY)],
        class_id=class_id,
    )
    desk.undo()

    assert contacts_of(desk.vault, ids[0]) == ()
    assert absent_in(desk.vault, class_id) == {}


def test_who_is_in_another_class_was_missed_there(desk: Desk) -> None:
    class_id, ids = school_class(desk)
    desk.do(note_absent, drafts=[AbsenceDraft(student_ids=(ids[0],), missed_on=TODAY)])

    assert absent_in(desk.vault, class_id) == {TODAY: frozenset(ids[:1])}


def test_who_was_there_after_all_is_no_longer_down(desk: Desk) -> None:
    class_id, ids = school_class(desk)
    missed = AbsenceDraft(student_ids=(ids[0],), missed_on=TODAY)
    desk.do(note_absent, drafts=[missed], class_id=class_id)
    desk.do(remove_absence, class_id=class_id, student_id=ids[0], on=TODAY)

    assert absent_in(desk.vault, class_id) == {}
    with pytest.raises(Unknown):
        desk.do(remove_absence, class_id=class_id, student_id=ids[0], on=TODAY)


def test_nobody_and_somebody_unknown_are_refused(desk: Desk) -> None:
    class_id, _ = school_class(desk)
    for ids, trouble in (((), Missing), ((StudentId(999),), Unknown)):
        with pytest.raises(trouble):
            desk.do(
                note_absent,
                drafts=[AbsenceDraft(student_ids=ids, missed_on=TODAY)],
                class_id=class_id,
            )
    assert absent_in(desk.vault, class_id) == {}
