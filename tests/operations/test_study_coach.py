"""The study coach: nothing is passed on unless the student said yes, and the last answer counts."""

from datetime import date

import pytest

from builders import TODAY, school_class
from klasgenoot.domain.errors import Missing, TooLarge, Unknown
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.study_coach import LONGEST_TRANSFER, StudyCoach, TransferId
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.rights import restrict
from klasgenoot.operations.study_coach import (
    edit_transfer,
    name_coach,
    note_consent,
    remove_consent,
    settle_transfer,
    transfer_to_coach,
)
from klasgenoot.store import study_coaches, transfers

TOMORROW, LATER = date(2026, 10, 30), date(2026, 11, 9)


@pytest.fixture
def who(desk: Desk) -> StudentId:
    return school_class(desk)[1][0]


def tell(desk: Desk, who: StudentId, **changes: object) -> TransferId:
    values = {"on": TODAY, "coach": "K. Vos", "text": "22 oktober: gesprek", "return_on": LATER}
    return desk.do(transfer_to_coach, student_id=who, **(values | changes)).result


def test_without_a_yes_nothing_is_passed_on(desk: Desk, who: StudentId) -> None:
    with pytest.raises(Missing):
        tell(desk, who)
    desk.do(note_consent, student_id=who, on=TODAY, is_yes=True, about="de stage")
    tell(desk, who)
    desk.do(note_consent, student_id=who, on=TOMORROW, is_yes=False)
    with pytest.raises(Missing):
        tell(desk, who)
    assert len(transfers.transfers_of(desk.vault, who)) == 1


def test_an_answer_noted_by_mistake_no_longer_counts(desk: Desk, who: StudentId) -> None:
    noted = desk.do(note_consent, student_id=who, on=TODAY, is_yes=True).result
    desk.do(remove_consent, consent_id=noted)
    assert study_coaches.consents_of(desk.vault, who) == ()
    with pytest.raises(Missing):
        tell(desk, who)


@pytest.mark.parametrize("wrong", [{"coach": " "}, {"text": "\n"}])
def test_a_transfer_says_what_and_to_whom(
    desk: Desk, who: StudentId, wrong: dict[str, str]
) -> None:
    desk.do(note_consent, student_id=who, on=TODAY, is_yes=True)
    with pytest.raises(Missing):
        tell(desk, who, **wrong)
    with pytest.raises(TooLarge):
        tell(desk, who, text="x" * (LONGEST_TRANSFER + 1))
    with pytest.raises(Unknown):
        desk.do(edit_transfer, transfer_id=TransferId(999), text="x", return_on=None)


def test_what_is_to_be_asked_after_comes_by_its_date_and_goes_when_done(
    desk: Desk, who: StudentId
) -> None:
    desk.do(note_consent, student_id=who, on=TODAY, is_yes=True)
    late = tell(desk, who)
    soon = tell(desk, who, return_on=TOMORROW)
    tell(desk, who, return_on=None)
    assert [each.id for each in transfers.open_transfers(desk.vault)] == [soon, late]
    desk.do(settle_transfer, transfer_id=soon, on=TOMORROW)
    assert [each.id for each in transfers.open_transfers(desk.vault)] == [late]
    desk.do(restrict, student_id=who, on=TODAY)
    assert transfers.open_transfers(desk.vault) == ()


def test_a_coach_has_a_name_or_is_the_teacher(desk: Desk, who: StudentId) -> None:
    desk.do(name_coach, student_ids=[who], name=" K.  Vos ")
    assert study_coaches.coach_of(desk.vault, who) == StudyCoach(student_id=who, name="K. Vos")
    desk.do(name_coach, student_ids=[who], name="K. Vos", is_teacher=True)
    assert study_coaches.coach_of(desk.vault, who) == StudyCoach(student_id=who, is_teacher=True)
    desk.do(name_coach, student_ids=[who])
    assert study_coaches.coach_of(desk.vault, who) is None


def test_one_coach_for_a_whole_class_is_one_deed(desk: Desk) -> None:
    class_id, ids = school_class(desk)
    desk.do(name_coach, student_ids=ids, name="K. Vos")
    assert study_coaches.coach_names(desk.vault, class_id) == ("K. Vos",)
    assert all(study_coaches.coach_of(desk.vault, who) for who in ids)
    desk.undo()
    assert not any(study_coaches.coach_of(desk.vault, who) for who in ids)
    with pytest.raises(Unknown):
        desk.do(name_coach, student_ids=[*ids, StudentId(999)], name="K. Vos")
    assert study_coaches.coach_names(desk.vault, class_id) == ()
