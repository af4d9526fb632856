"""Facts for the study coach: only days and kinds unless words are ticked, never an own reminder."""

from datetime import date

import pytest

from builders import TODAY, school_class
from klasgenoot.domain.contact import ContactKind
from klasgenoot.domain.people import StudentId
from klasgenoot.operations.contacts import ContactDraft, log_contact
from klasgenoot.operations.rights import restrict
from klasgenoot.store import transfers
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.transfer import TransferViewModel

EARLIER = date(2026, 10, 20)


@pytest.fixture
def who(session: Session) -> StudentId:
    return school_class(session.desk)[1][0]


@pytest.fixture
def shown(session: Session, who: StudentId) -> TransferViewModel:
    drafts = [
        ContactDraft(
            student_ids=(who,), happened_on=EARLIER, kind=ContactKind.TALK, text="zoekt een stage"
        ),
        ContactDraft(student_ids=(who,), happened_on=TODAY, text="belde"),
        ContactDraft(student_ids=(who,), happened_on=TODAY, text="geheim", own_reminder=True),
    ]
    session.do(log_contact, drafts=drafts)
    made = TransferViewModel(session)
    made.open(who)
    made.name_coach("K. Vos")
    return made


def test_an_own_reminder_is_not_offered(shown: TransferViewModel) -> None:
    assert [(row.line, row.text) for row in shown.facts] == [
        ("Thu 29 Oct · brief contact", "belde"),
        ("Tue 20 Oct · talk", "zoekt een stage"),
    ]


def test_words_are_proposed_only_where_they_are_ticked(shown: TransferViewModel) -> None:
    new, old = (row.id for row in shown.facts)
    shown.note_consent(is_yes=True, on=TODAY, about="de stage")
    assert shown.proposal({new, old}, with_text={old}).splitlines() == [
        "About Sanne Hoekstra, CMV-1B.",
        "Sanne agrees that you know this (said 29 October: de stage).",
        "",
        "- Tuesday 20 October: talk. zoekt een stage",
        "- Thursday 29 October: brief contact",
    ]
    assert "belde" not in shown.proposal({new, old}, with_text=set())


def test_without_a_yes_nothing_is_kept_and_it_is_said(
    session: Session, who: StudentId, shown: TransferViewModel
) -> None:
    told: list[str] = []
    shown.failed.connect(told.append)
    assert not shown.pass_on("feiten", return_on=None)
    shown.note_consent(is_yes=False, on=TODAY, about="")
    assert not shown.pass_on("feiten", return_on=None)
    assert len(told) == 2
    assert transfers.transfers_of(session.vault, who) == ()


def test_the_same_words_on_one_day_are_kept_once(
    session: Session, who: StudentId, shown: TransferViewModel
) -> None:
    shown.note_consent(is_yes=True, on=TODAY, about="")
    assert shown.pass_on("feiten ", return_on=TODAY)
    assert shown.pass_on("feiten", return_on=TODAY)
    (row,) = shown.told
    assert (row.is_open, row.is_passed) == (True, False)
    assert shown.edit(row.id, "korter", return_on=None)
    assert (shown.told[0].text, shown.told[0].is_open) == ("korter", False)
    assert shown.edit(row.id, "feiten", return_on=TODAY)
    shown.settle(row.id)
    assert not shown.told[0].is_open
    shown.note_consent(is_yes=False, on=TODAY, about="")
    assert not shown.pass_on("feiten", return_on=TODAY)


def test_whose_data_is_only_kept_is_nobody_here(
    session: Session, who: StudentId, shown: TransferViewModel
) -> None:
    session.do(restrict, student_id=who, on=TODAY)
    assert shown.student is None
    assert shown.proposal(set(), with_text=set()) == ""
