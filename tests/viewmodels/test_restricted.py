"""Whose data is only kept is in no view: lists, search, practice, check-ins, log, timelines."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from builders import TODAY, school_class
from klasgenoot.domain.answering import Mode, Outcome
from klasgenoot.domain.memory import Direction, Rating
from klasgenoot.domain.people import Crop, StudentId
from klasgenoot.domain.verdict import Verdict
from klasgenoot.operations.contacts import ContactDraft, log_contact
from klasgenoot.operations.practice import answer_card
from klasgenoot.operations.rights import lift_restriction, restrict
from klasgenoot.operations.students import set_photo
from klasgenoot.store.photos import StoredPhoto, keep_photo
from klasgenoot.viewmodels.checkins import CheckInsViewModel
from klasgenoot.viewmodels.classes import ClassesViewModel
from klasgenoot.viewmodels.counts import Counts
from klasgenoot.viewmodels.names import NamesViewModel
from klasgenoot.viewmodels.palette import PaletteViewModel
from klasgenoot.viewmodels.practice import PracticeViewModel
from klasgenoot.viewmodels.practice_moment import Stage
from klasgenoot.viewmodels.quicklog import QuickLogViewModel
from klasgenoot.viewmodels.search import SearchViewModel
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.student import StudentViewModel
from klasgenoot.viewmodels.students import StudentsViewModel

NAME = "Hoekstra"
PLENTY = 60


@pytest.fixture
def ids(session: Session) -> list[StudentId]:
    _, ids = school_class(session.desk)
    for number, who in enumerate(ids):
        photo = keep_photo(session.vault, StoredPhoto(b"face%d" % number, b"small", 4, 5))
        session.do(set_photo, student_id=who, photo=photo, crop=Crop(0, 0, 1, 1))
    drafts = [
        ContactDraft(student_ids=(ids[0], ids[1]), happened_on=TODAY, text="project"),
        ContactDraft(student_ids=(ids[0],), happened_on=TODAY, text="stage", follow_up=TODAY),
    ]
    session.do(log_contact, drafts=drafts)
    for who in ids:
        session.do(
            answer_card,
            student_id=who,
            direction=Direction.FACE_TO_NAME,
            outcome=Outcome(verdict=Verdict.RIGHT, seconds=3.0),
            rating=Rating.GOOD,
            at=session.now() - timedelta(days=60),
        )
    return ids


def _views(session: Session, ids: list[StudentId]) -> Iterator[tuple[str, object]]:
    """What each view-model shows, made anew."""
    listed = StudentsViewModel(session)
    yield "students", (listed.rows.rows(), listed.total, listed.filters)
    checkins = CheckInsViewModel(session)
    yield "check-ins", [row.sentence for row in checkins.wall.rows()]
    names = NamesViewModel(session)
    yield "names", [row.sentence for row in names.rows.rows()]
    yield "classes", repr(ClassesViewModel(session).rows)
    yield "palette", PaletteViewModel(session, actions=()).find("Sanne")[:-1]
    yield "palette, words", PaletteViewModel(session, actions=()).find("stage")[:-1]
    for words in ("Sanne", "stage", "sanne stage", "project"):
        looked = SearchViewModel(session)
        looked.search(words)
        yield f"search, {words}", [row.sentence for row in looked.rows.rows()]
    log = QuickLogViewModel(session)
    log.type_over(0, 0, "San")
    yield "log", (log.candidates, log.longest_ago.rows(), log.others.rows())
    other = StudentViewModel(session)
    other.open(ids[1])
    yield "timeline", other.timeline
    counts = Counts(session)
    yield "counts", counts.waiting


def test_nobody_sees_who_is_restricted_and_undo_brings_them_back(
    session: Session, ids: list[StudentId]
) -> None:
    before = {name: repr(shown) for name, shown in _views(session, ids)}
    seen = [name for name, shown in before.items() if NAME in shown]
    assert {"students", "check-ins", "palette", "log", "timeline"} <= set(seen)
    session.do(restrict, student_id=ids[0], on=TODAY)
    after = {name: repr(shown) for name, shown in _views(session, ids)}
    assert [name for name, shown in after.items() if NAME in shown or "stage" in shown] == []
    shown = StudentViewModel(session)
    shown.open(ids[0])
    assert shown.student is None
    session.do(lift_restriction, student_id=ids[0], on=TODAY)
    again = {name: repr(shown) for name, shown in _views(session, ids)}
    assert [name for name, shown in again.items() if NAME in shown] == seen


def test_a_restricted_student_is_not_practised(session: Session, ids: list[StudentId]) -> None:
    session.do(restrict, student_id=ids[0], on=TODAY)
    practice = PracticeViewModel(session)
    practice.open(Mode.TYPED)
    shown = []
    while practice.student is not None:
        shown.append(practice.student.full_name)
        if practice.stage in {Stage.ASK, Stage.DOUBT}:
            practice.give_up()
        else:
            practice.go_on()
        if len(shown) > PLENTY:
            break
    assert len(set(shown)) == len(ids) - 1
    assert not [name for name in shown if NAME in name]
