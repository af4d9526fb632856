"""The class switcher, the start without a class, and the figures in the sidebar."""

from datetime import datetime, timedelta

import pytest

from builders import TODAY, school_class
from klasgenoot.domain.answering import Outcome
from klasgenoot.domain.errors import Missing
from klasgenoot.domain.memory import Direction, Rating
from klasgenoot.domain.people import ClassId
from klasgenoot.domain.verdict import Verdict
from klasgenoot.operations.classes import plan_first_lesson, remove_class
from klasgenoot.operations.contacts import ContactDraft, log_contact
from klasgenoot.operations.practice import answer_card
from klasgenoot.operations.students import remove_students, set_photo
from klasgenoot.store import students
from klasgenoot.store.photos import StoredPhoto, keep_photo
from klasgenoot.viewmodels.classes import MOSAIC, ClassesViewModel
from klasgenoot.viewmodels.counts import Counts
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId
from klasgenoot.viewmodels.welcome import WelcomeViewModel


def drawn(view_model: ClassesViewModel) -> str:
    """The switcher as text: the current class has a mark."""
    current = view_model.current
    return "\n".join(
        f"{'>' if current and row.id == current.id else ' '} {row.name} {row.size}"
        f" {'*' * len(row.faces)}".rstrip()
        for row in view_model.rows
    )


def with_faces(session: Session, ids: list[object]) -> None:
    photo = keep_photo(session.vault, StoredPhoto(b"large", b"small", 4, 5))
    for who in ids:
        session.do(set_photo, student_id=who, photo=photo, crop=None)


def test_the_switcher_shows_every_class_with_some_faces(session: Session) -> None:
    view_model = ClassesViewModel(session)
    assert (drawn(view_model), view_model.current) == ("", None)
    _, ids = school_class(session.desk, name="CMV-1B", size=5)
    school_class(session.desk, name="Minor", size=0)
    with_faces(session, ids)
    assert drawn(view_model) == f"> CMV-1B 5 {'*' * MOSAIC}\n  Minor 0"
    assert view_model.rows[0].line == "5 student(s)"


def test_a_class_is_chosen_by_its_place(session: Session) -> None:
    school_class(session.desk, name="A", size=0)
    school_class(session.desk, name="B", size=0)
    view_model = ClassesViewModel(session)
    heard = []
    view_model.changed.connect(lambda: heard.append(drawn(view_model)))
    view_model.choose_nth(1)
    view_model.choose_nth(7)
    assert heard == ["  A 0\n> B 0"]


def test_a_class_is_added_and_shown(session: Session) -> None:
    view_model = ClassesViewModel(session)
    school_class(session.desk, name="A", size=0)
    view_model.add("B")
    assert drawn(view_model) == "  A 0\n> B 0"
    session.do(plan_first_lesson, class_id=view_model.rows[1].id, on=TODAY)
    assert view_model.rows[1].first_lesson == TODAY
    session.do(remove_class, class_id=view_model.rows[1].id)
    assert drawn(view_model) == "> A 0"
    with pytest.raises(Missing):
        view_model.add(" ")


def test_the_switcher_follows_only_what_it_shows(session: Session) -> None:
    _, ids = school_class(session.desk, size=1)
    view_model = ClassesViewModel(session)
    heard = []
    view_model.changed.connect(lambda: heard.append(1))
    session.do(log_contact, drafts=[ContactDraft(student_ids=(ids[0],), happened_on=TODAY)])
    assert heard == []
    session.undo()
    view_model.choose(ClassId(1))
    assert heard == [1]


def test_a_teacher_may_start_with_an_empty_class(session: Session) -> None:
    view_model = WelcomeViewModel(session)
    with pytest.raises(Missing):
        view_model.start_class("  ")
    class_id = view_model.start_class("CMV-1B")
    assert session.current_class
    assert session.current_class.id == class_id


def test_the_sidebar_counts_names_to_practise_and_whose_turn_it_is(
    session: Session, now: datetime
) -> None:
    counts = Counts(session)
    assert counts.waiting() == {}
    _, ids = school_class(session.desk, size=3)
    assert counts.waiting() == {PageId.NAMES: 0, PageId.CHECK_INS: 3}
    with_faces(session, ids[:2])
    assert counts.waiting()[PageId.NAMES] == 3
    heard = []
    counts.changed.connect(lambda: heard.append(1))
    session.do(
        answer_card,
        student_id=ids[0],
        direction=Direction.FACE_TO_NAME,
        outcome=Outcome(verdict=Verdict.RIGHT),
        rating=Rating.EASY,
        at=now,
    )
    draft = ContactDraft(student_ids=(ids[0],), happened_on=TODAY - timedelta(days=2))
    session.do(log_contact, drafts=[draft])
    assert counts.waiting() == {PageId.NAMES: 2, PageId.CHECK_INS: 2}
    assert counts.meanings() == {}
    assert len(heard) == 2


def test_the_switcher_reads_a_class_once_until_its_students_change(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, ids = school_class(session.desk, size=3)
    view_model = ClassesViewModel(session)
    with monkeypatch.context() as patched:
        before = view_model.current
        patched.setattr(students, "all_students", None)  # nobody asks it again
        assert view_model.current == before
    assert before is not None
    assert before.size == 3
    session.do(remove_students, student_ids=ids[:1], class_id=ClassId(1))
    assert view_model.current is not None
    assert view_model.current.size == 2
