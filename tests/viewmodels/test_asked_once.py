"""A page asks the data file as often for a large class as for a small one."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from builders import TODAY, school_class
from klasgenoot.domain.contact import ContactKind
from klasgenoot.domain.people import StudentId
from klasgenoot.operations.contacts import ContactDraft, log_contact
from klasgenoot.operations.desk import Desk
from klasgenoot.viewmodels.checkins import CheckInsViewModel
from klasgenoot.viewmodels.guide import GuideViewModel
from klasgenoot.viewmodels.names import NamesViewModel
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.student import StudentViewModel
from klasgenoot.viewmodels.students import StudentsViewModel
from klasgenoot.viewmodels.today import TodayViewModel

pytestmark = pytest.mark.usefixtures("qapp")

GUIDE = Path(__file__).parents[2] / "resources" / "guide"
Opened = Callable[[Session, StudentId], object]


def today(session: Session, _who: StudentId) -> object:
    return TodayViewModel(session, guide_texts=GUIDE).shown


def check_ins(session: Session, _who: StudentId) -> object:
    return CheckInsViewModel(session).wall.rows()


def guide(session: Session, _who: StudentId) -> object:
    return GuideViewModel(session, texts=GUIDE).rows()


def students(session: Session, _who: StudentId) -> object:
    return StudentsViewModel(session).rows


def names(session: Session, _who: StudentId) -> object:
    return NamesViewModel(session).rows


def student(session: Session, who: StudentId) -> object:
    shown = StudentViewModel(session)
    shown.open(who)
    return shown.student, shown.timeline, shown.name_facts, shown.weeks, shown.promises


@pytest.mark.parametrize("opened", [today, check_ins, guide, students, names, student])
def test_a_page_asks_as_often_whatever_the_class_is(
    opened: Opened, desk: Desk, now: datetime
) -> None:
    asked: list[int] = []
    for size in (4, 24):
        class_id, ids = school_class(desk, size=size)
        _log(desk, ids)
        session = Session(desk, clock=lambda: now)
        session.choose_class(class_id)
        statements: list[str] = []
        desk.vault.connection.set_trace_callback(statements.append)
        try:
            assert opened(session, ids[0])
        finally:
            desk.vault.connection.set_trace_callback(None)
        asked.append(sum(each.startswith("SELECT") for each in statements))
    assert asked[0] == asked[1] > 0


def _log(desk: Desk, ids: Sequence[StudentId]) -> None:
    """One with everybody, and then one with each without a word to all."""
    drafts = [
        ContactDraft(student_ids=tuple(ids), happened_on=TODAY - timedelta(days=30), text="Uitje"),
        *(
            ContactDraft(
                student_ids=(who,),
                happened_on=TODAY - timedelta(days=3),
                kind=ContactKind.TALK,
                private={who: "Over de stage"},
            )
            for who in ids
        ),
    ]
    desk.do(log_contact, drafts=drafts)
