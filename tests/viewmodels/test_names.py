"""The names of a class: how well they are known, which are shown, what there is to practise."""

from datetime import date, datetime, timedelta

import pytest

from builders import school_class, student
from klasgenoot.domain.answering import Mode, Outcome
from klasgenoot.domain.look_alikes import drill_of
from klasgenoot.domain.memory import Direction, Level, Rating
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.verdict import Verdict
from klasgenoot.operations.classes import add_class, plan_first_lesson
from klasgenoot.operations.look_alikes import answer_look_alike
from klasgenoot.operations.practice import answer_card
from klasgenoot.operations.students import add_student
from klasgenoot.store.photos import StoredPhoto, keep_photo
from klasgenoot.viewmodels.names import Emptiness, Filter, NamesViewModel
from klasgenoot.viewmodels.session import Session


@pytest.fixture
def people(session: Session) -> dict[str, StudentId]:
    """Five students with a photo, by call name."""
    class_id = session.do(add_class, name="CMV-1B", first_lesson=None)
    found = {}
    for number in range(5):
        photo = keep_photo(session.vault, StoredPhoto(b"%d" % number, b"s", 4, 5))
        draft = student(number, photo=photo)
        found[draft.name] = session.do(
            add_student, class_id=class_id, draft=draft, joined=date(2026, 9, 1)
        )
    return found


def answer(
    session: Session,
    who: StudentId,
    rating: Rating | None,
    *,
    days_ago: int = 0,
    said: StudentId | None = None,
) -> None:
    session.do(
        answer_card,
        student_id=who,
        direction=Direction.FACE_TO_NAME,
        outcome=Outcome(verdict=Verdict.MIXED_UP if said else Verdict.RIGHT, said=said),
        rating=rating,
        at=session.now() - timedelta(days=days_ago),
    )


def drawn(view_model: NamesViewModel) -> list[str]:
    """The tiles as text: a name and its pips."""
    return [
        f"{'…' if row.name_hidden else row.name} {'●' * row.level}{'○' * (3 - row.level)}"
        for row in view_model.rows.rows()
    ]


def test_names_stand_in_the_order_of_what_you_say_aloud_with_how_well_you_know_them(
    session: Session, people: dict[str, StudentId]
):
    answer(session, people["Noor"], Rating.HARD)
    answer(session, people["Zoë"], Rating.GOOD)
    answer(session, people["Milan"], Rating.EASY)
    view_model = NamesViewModel(session)
    assert drawn(view_model) == ["Łukasz ○○○", "Milan ●●●", "Noor ●○○", "Sanne ○○○", "Zoë ●●○"]
    assert view_model.counts == {
        Level.NEW: 2,
        Level.LEARNING: 1,
        Level.ALMOST: 1,
        Level.KNOWN: 1,
    }


def test_an_answer_shows_at_once_and_undo_takes_it_off_again(
    session: Session, people: dict[str, StudentId]
):
    view_model = NamesViewModel(session)
    assert "Sanne ○○○" in drawn(view_model)
    answer(session, people["Sanne"], Rating.EASY)
    assert "Sanne ●●●" in drawn(view_model)
    session.undo()
    assert "Sanne ○○○" in drawn(view_model)


def test_the_filter_to_learn_leaves_out_whom_you_know(
    session: Session, people: dict[str, StudentId]
):
    answer(session, people["Milan"], Rating.EASY)
    view_model = NamesViewModel(session)
    view_model.choose_filter(Filter.TO_LEARN)
    assert [row.name for row in view_model.rows.rows()] == ["Łukasz", "Noor", "Sanne", "Zoë"]


def test_mixed_up_is_offered_only_when_somebody_was_mixed_up_in_the_last_month(
    session: Session, people: dict[str, StudentId]
):
    view_model = NamesViewModel(session)
    answer(session, people["Sanne"], None, said=people["Zoë"], days_ago=31)
    assert Filter.MIXED_UP not in view_model.filters
    answer(session, people["Noor"], None, said=people["Milan"], days_ago=2)
    assert view_model.filters[Filter.MIXED_UP] == "Mixed up 2"
    view_model.choose_filter(Filter.MIXED_UP)
    assert [row.name for row in view_model.rows.rows()] == ["Milan", "Noor"]
    session.undo()
    assert view_model.filter is Filter.ALL


def test_who_were_told_apart_are_mixed_up_no_longer(session: Session, people: dict[str, StudentId]):
    answer(session, people["Noor"], None, said=people["Milan"], days_ago=2)
    view_model = NamesViewModel(session)
    assert Filter.MIXED_UP in view_model.filters
    drill = drill_of(people["Noor"], people["Milan"], seed=1)
    while drill.current is not None:
        drill = session.do(
            answer_look_alike,
            drill=drill,
            said=drill.current,
            photo=None,
            seconds=1.0,
            at=session.now(),
        )
    assert Filter.MIXED_UP not in view_model.filters


def test_a_hidden_name_is_hidden_for_who_listens_too(
    session: Session, people: dict[str, StudentId]
):
    view_model = NamesViewModel(session)
    view_model.show_names(False)
    assert drawn(view_model)[0] == "… ○○○"
    assert not any("Sanne" in row.sentence for row in view_model.rows.rows())
    view_model.show_names(True)
    assert "Sanne Hoekstra, new" in [row.sentence for row in view_model.rows.rows()]


def test_new_faces_are_offered_with_how_long_they_take(
    session: Session, people: dict[str, StudentId]
):
    offer = NamesViewModel(session).offer
    assert offer is not None
    assert offer.button == "Practise now · 2 min"
    assert offer.line == "5 new face(s)"
    assert not offer.anyway


def test_due_and_new_faces_are_told_apart(session: Session, people: dict[str, StudentId]):
    answer(session, people["Sanne"], Rating.GOOD, days_ago=9)
    offer = NamesViewModel(session).offer
    assert offer is not None
    assert offer.line == "1 to repeat, 4 new"


def test_all_known_says_when_a_short_repeat_is_due(session: Session, people: dict[str, StudentId]):
    for who in people.values():
        answer(session, who, Rating.EASY)
    offer = NamesViewModel(session).offer
    assert offer is not None
    assert offer.anyway
    assert offer.sentence == "You know all 5 name(s). A short repeat in 8 day(s)."


def test_nothing_due_while_not_all_are_known_does_not_say_they_are(
    session: Session, people: dict[str, StudentId]
):
    for who in people.values():
        answer(session, who, Rating.HARD)
    offer = NamesViewModel(session).offer
    assert offer is not None
    assert offer.sentence == "Nothing more for today. A short repeat tomorrow."


def test_a_class_without_students_and_one_without_photos_say_so(session: Session):
    class_id = session.do(add_class, name="CMV-1C", first_lesson=None)
    view_model = NamesViewModel(session)
    assert view_model.emptiness is Emptiness.NO_STUDENTS
    session.do(add_student, class_id=class_id, draft=student(), joined=date(2026, 9, 1))
    assert view_model.emptiness is Emptiness.NO_PHOTOS
    assert view_model.without_photo == 1


def test_no_class_at_all_is_an_empty_page_and_not_an_error(session: Session):
    view_model = NamesViewModel(session)
    assert view_model.emptiness is Emptiness.NO_STUDENTS
    assert view_model.offer is None
    assert view_model.subtitle == ""
    assert drawn(view_model) == []


@pytest.mark.parametrize(
    ("days", "words"),
    [(13, "First lesson in 13 day(s)"), (0, "The first lesson is today"), (-1, "")],
)
def test_the_first_lesson_is_counted_down_to(
    session: Session, people: dict[str, StudentId], days: int, words: str
):
    class_id = session.classes[0].id
    session.do(plan_first_lesson, class_id=class_id, on=session.today() + timedelta(days=days))
    assert NamesViewModel(session).countdown == words


def test_another_class_shows_its_own_names_and_all_of_them(
    session: Session, people: dict[str, StudentId], now: datetime
):
    view_model = NamesViewModel(session)
    view_model.choose_filter(Filter.TO_LEARN)
    other, _ = school_class(session.desk, size=2, name="CMV-1C")
    session.choose_class(other)
    assert view_model.filter is Filter.ALL
    assert [row.name for row in view_model.rows.rows()] == ["Milan", "Sanne"]


def test_typing_is_the_way_until_another_is_chosen(session: Session):
    assert NamesViewModel(session).way is Mode.TYPED
