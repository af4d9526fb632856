"""The words of the undo bar: what was done, once, and an undo only of what can be undone."""

from datetime import date
from pathlib import Path

import pytest

from builders import TODAY, school_class
from klasgenoot.domain.answering import Outcome
from klasgenoot.domain.errors import RESERVE_FREED, DiskFull
from klasgenoot.domain.memory import Direction
from klasgenoot.domain.verdict import Verdict
from klasgenoot.operations.classes import plan_first_lesson, rename_class
from klasgenoot.operations.contacts import ContactDraft, log_contact
from klasgenoot.operations.practice import answer_card
from klasgenoot.viewmodels.notices import Notices
from klasgenoot.viewmodels.session import Session


class Bar:
    """What the bar said, with an offer to undo or without; and which of it was done."""

    def __init__(self, session: Session) -> None:
        self.notices = Notices(session)
        self.said: list[str] = []
        self.done: list[bool] = []
        self.notices.noticed.connect(self._on_noticed)

    def _on_noticed(self, words: str, undo: bool, done: bool) -> None:  # noqa: FBT001 - a Qt slot
        self.said.append(f"{words} [Undo]" if undo else words)
        self.done.append(done)


@pytest.fixture
def bar(session: Session) -> Bar:
    return Bar(session)


def test_a_deed_is_told_with_an_offer_to_undo_it(session: Session, bar: Bar) -> None:
    class_id, _ = school_class(session.desk, size=0)
    session.do(rename_class, class_id=class_id, name="CMV-2B")
    bar.notices.undo()
    bar.notices.redo()
    assert bar.said == [
        "Class renamed [Undo]",
        "Undone: class renamed",
        "Done again: class renamed",
    ]
    assert all(bar.done)


def test_contacts_are_counted(session: Session, bar: Bar) -> None:
    _, ids = school_class(session.desk)
    drafts = [ContactDraft(student_ids=(who,), happened_on=TODAY) for who in ids[:2]]
    session.do(log_contact, drafts=drafts)
    assert bar.said == ["2 contact(s) saved [Undo]"]


def test_answers_are_told_by_their_own_page(session: Session, bar: Bar) -> None:
    _, ids = school_class(session.desk, size=1)
    session.do(
        answer_card,
        student_id=ids[0],
        direction=Direction.FACE_TO_NAME,
        outcome=Outcome(verdict=Verdict.RIGHT),
        rating=None,
        at=session.now(),
    )
    assert bar.said == []


def test_what_changed_nothing_cannot_be_undone(session: Session, bar: Bar) -> None:
    class_id, _ = school_class(session.desk, size=0)
    session.do(plan_first_lesson, class_id=class_id, on=date(2026, 9, 1))
    (said,) = bar.said
    assert not said.endswith("[Undo]")
    assert bar.done == [False]
    assert session.classes


def test_when_there_is_nothing_to_take_back_it_says_so(bar: Bar) -> None:
    bar.notices.undo()
    bar.notices.redo()
    bar.notices.say("Stop here first, with Esc.")
    assert bar.said[:2] == ["There is nothing to undo.", "There is nothing to do again."]
    assert bar.done == [False, False, False]


def test_a_deed_that_took_the_room_that_was_kept_says_that_the_disk_is_full(
    session: Session, bar: Bar
) -> None:
    class_id, _ = school_class(session.desk, size=0)
    real = session.desk._do
    tries: list[str] = []

    def full_at_first(*what: object, **values: object) -> object:
        tries.append("try")
        if len(tries) == 1:
            raise DiskFull(Path("klasgenoot.db"), RESERVE_FREED)
        return real(*what, **values)

    session.desk._do = full_at_first
    session.do(rename_class, class_id=class_id, name="CMV-2B")
    session.do(rename_class, class_id=class_id, name="CMV-2C")
    squeezed, again = bar.said
    assert squeezed.startswith("Saved, in the room that was kept for this: the disk is full.")
    assert squeezed.endswith("[Undo]")
    assert again == "Class renamed [Undo]"
