"""Practice: who comes when, what is rated, and that a session always ends with nobody lost."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.answering import Outcome, self_graded
from klasgenoot.domain.lineup import BLOCK, plan_practice, practise_anyway, with_missed
from klasgenoot.domain.memory import Direction, Memory, Rating, day_of, start_of
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.practice import GAP, CardKind, Practice, Segment, minutes
from klasgenoot.domain.summary import summary_of
from klasgenoot.domain.verdict import Verdict

NOW = datetime(2026, 8, 19, 10, 0, tzinfo=UTC)
RIGHT = Outcome(verdict=Verdict.RIGHT, seconds=4.0)
WRONG = Outcome(verdict=Verdict.WRONG, seconds=9.0)


def ids(*numbers: int) -> list[StudentId]:
    return [StudentId(number) for number in numbers]


def known(number: int, *, due_in: int = 0, stability: float = 3.0, ago: int = 3) -> Memory:
    return Memory(
        student_id=StudentId(number),
        direction=Direction.FACE_TO_NAME,
        stability=stability,
        difficulty=5.0,
        last_review=NOW - timedelta(days=ago),
        due=start_of(day_of(NOW) + timedelta(days=due_in)),
        reviews=2,
        lapses=0,
    )


def planned(*, new: int = 0, due: int = 0, limit: int = 100, **changes: int) -> Practice:
    """A session of faces that are due (from 1) and faces that are new (from 101)."""
    memories = {StudentId(n): known(n) for n in range(1, due + 1)}
    students = [*memories, *ids(*range(101, 101 + new))]
    changes = {"new_at_most": new} | changes
    return plan_practice(students, memories=memories, at=NOW, limit=limit, **changes)


def step(practice: Practice, outcome: Outcome = RIGHT) -> Practice:
    """One card further: shown, or answered so."""
    study = practice.current.kind is CardKind.STUDY
    return practice.studied(seconds=8.0) if study else practice.answered(outcome)


def played(practice: Practice, *, misses: int = 0) -> Practice:
    """The session at its end, the first so many answers wrong."""
    while practice.current:
        practice = step(practice, WRONG if len(practice.answers) < misses else RIGHT)
    return practice


def cards(practice: Practice) -> str:
    """The cards to come as text: S3 shows student 3, R3 asks; a + marks a repeat."""
    return " ".join(
        card.kind.name[0] + str(card.student_id) + "+" * card.is_repeat for card in practice.queue
    )


# ---- who comes, in which order ----


def test_due_faces_come_first_and_the_least_sure_of_them_in_front():
    memories = {
        StudentId(1): known(1, stability=9.0),
        StudentId(2): known(2, stability=2.0),
        StudentId(3): known(3, due_in=1),
        StudentId(4): known(4, stability=9.0, ago=20),
    }
    practice = plan_practice(ids(5, 1, 2, 3, 4), memories=memories, at=NOW, limit=10)
    assert cards(practice) == "R4 R2 R1 S5 R5"


def test_the_limit_counts_faces_and_new_ones_have_a_limit_of_their_own():
    assert len(planned(due=8, new=8, limit=5).faces) == 5
    assert planned(due=3, new=8, limit=5).faces[3:] == tuple(ids(101, 102))
    assert len(planned(due=3, new=8, limit=99, new_at_most=4).faces) == 7
    assert planned(due=3, new=3, limit=0).current is None
    assert planned(due=3, new=3, limit=-1).current is None


def test_a_student_in_two_classes_comes_once():
    practice = plan_practice(ids(1, 2, 1), memories={}, at=NOW, limit=10)
    assert practice.faces == tuple(ids(1, 2))


def test_thirteen_new_faces_make_blocks_of_seven_and_six():
    practice = planned(new=13)
    blocks = [card.block for card in practice.queue if card.kind is CardKind.STUDY]
    assert (blocks.count(1), blocks.count(2)) == (7, 6)


def test_a_block_is_asked_in_another_order_the_same_for_the_same_seed():
    practice = planned(new=12, seed=3)
    shown = [card.student_id for card in practice.queue[:12]]
    asked = [card.student_id for card in practice.queue[12:]]
    assert sorted(shown) == sorted(asked)
    assert shown != asked
    assert planned(new=12, seed=3) == practice
    assert planned(new=12, seed=4) != practice


@given(st.integers(3, 12), st.integers())
def test_whom_a_block_showed_last_is_not_asked_first(new, seed):
    practice = planned(new=new, seed=seed)
    assert practice.queue[new].student_id != practice.queue[new - 1].student_id


def test_where_all_is_known_there_is_nothing_to_do_until_the_next_is_due():
    memories = {StudentId(1): known(1, due_in=5), StudentId(2): known(2, due_in=3)}
    practice = plan_practice(ids(1, 2), memories=memories, at=NOW, limit=20)
    assert practice.current is None
    assert practice.faces == ()
    assert practice.next_due == day_of(NOW) + timedelta(days=3)
    assert minutes(practice) == 0


def test_who_is_in_the_session_does_not_count_for_what_comes_next():
    memories = {StudentId(1): known(1), StudentId(2): known(2, due_in=4)}
    practice = plan_practice(ids(1, 2), memories=memories, at=NOW, limit=20)
    assert practice.next_due == day_of(NOW) + timedelta(days=4)
    assert planned(due=2).next_due is None


def test_an_empty_class_gives_an_empty_session():
    practice = plan_practice([], memories={}, at=NOW, limit=20)
    assert practice.current is None
    assert practice.next_due is None
    assert practice.progress.segments == ()


def test_practising_anyway_takes_the_least_sure_and_rates_as_ever():
    memories = {
        StudentId(1): known(1, due_in=5, stability=20.0),
        StudentId(2): known(2, due_in=3, stability=4.0),
    }
    practice = practise_anyway(ids(1, 2, 3), memories=memories, at=NOW, limit=20)
    assert cards(practice) == "R2 R1"
    assert practice.answered(RIGHT).answers[-1].rating is Rating.GOOD
    assert len(practise_anyway(ids(1, 2), memories=memories, at=NOW, limit=1).faces) == 1


# ---- one session ----


def test_a_missed_new_face_is_shown_at_once_and_asked_again_a_few_cards_later():
    practice = planned(new=6)
    for _ in range(6):
        practice = practice.studied()
    first, *others = (card.student_id for card in practice.queue)
    practice = practice.answered(WRONG)
    assert practice.answers[-1].rating is None
    assert cards(practice).split()[:6] == [
        f"S{first}+",
        *(f"R{who}" for who in others[:GAP]),
        f"R{first}+",
        f"R{others[GAP]}",
    ]


def test_a_missed_new_face_is_asked_again_before_the_next_block_begins():
    practice = planned(new=13)
    while practice.queue[1].block == 1:
        practice = step(practice)
    last = practice.current
    practice = practice.answered(WRONG)
    assert [(card.student_id, card.kind) for card in practice.queue[:2]] == [
        (last.student_id, CardKind.STUDY),
        (last.student_id, CardKind.RECALL),
    ]
    assert practice.queue[2].block == 2


def test_a_missed_known_face_is_rated_shown_and_asked_again_at_the_end_unrated():
    practice = planned(due=3, new=1)
    first = practice.current.student_id
    practice = practice.answered(WRONG)
    assert practice.answers[-1].rating is Rating.AGAIN
    assert cards(practice).startswith(f"S{first}+ R")
    assert cards(practice).endswith(f"R101 R{first}+")
    practice = played(practice)
    assert practice.answers[-1].card.student_id == first
    assert practice.answers[-1].rating is None


def test_undo_goes_on_from_the_session_before():
    before = planned(due=2)
    guessed = before.answered(replace(RIGHT, guessed=True))
    assert before.answered(RIGHT).answers[-1].rating is Rating.GOOD
    assert guessed.answers[-1].rating is Rating.HARD


def test_a_card_answered_in_the_wrong_way_is_a_bug():
    with pytest.raises(ValueError, match="study"):
        planned(due=1).studied()
    with pytest.raises(ValueError, match="recall"):
        planned(new=1).answered(RIGHT)
    with pytest.raises(ValueError, match="None"):
        played(planned(due=1)).answered(RIGHT)


def test_a_student_left_out_midway_takes_all_their_cards_along():
    practice = planned(due=3).answered(WRONG)
    gone = practice.current.student_id
    rest = practice.without(gone)
    assert gone not in rest.faces
    assert gone not in {card.student_id for card in rest.queue}
    assert gone not in summary_of(rest, memories={}, at=NOW).results
    assert played(rest).progress.done == 2


def test_the_bar_has_one_piece_per_face_and_grows_from_the_left():
    practice = planned(due=3, new=2)
    done, seen, current, to_come = Segment
    assert practice.progress.segments == (current, to_come, to_come, to_come, to_come)
    practice = practice.answered(RIGHT).answered(WRONG).studied()
    assert practice.progress.segments == (done, seen, current, to_come, to_come)
    assert practice.progress.place == 3
    practice = practice.answered(RIGHT).studied()
    assert practice.progress.segments == (done, done, seen, seen, current)
    practice = played(practice)
    assert practice.progress.segments == (done,) * 5
    assert practice.progress.place == 5


def test_minutes_count_questions_new_faces_and_misses():
    assert minutes(planned(due=10)) == 1
    assert minutes(planned(due=11)) == 2
    assert minutes(planned(new=12)) == 3  # 12 x 14 s
    assert minutes(planned(due=10).answered(WRONG)) == 2


# ---- what holds for every session ----

sessions = st.builds(
    planned,
    due=st.integers(0, 15),
    new=st.integers(0, 30),
    limit=st.integers(0, 50),
    seed=st.integers(),
)
outcomes = st.sampled_from(
    [
        RIGHT,
        WRONG,
        Outcome(verdict=Verdict.SPELLING),
        Outcome(verdict=Verdict.EMPTY),
        Outcome(verdict=Verdict.MIXED_UP, said=StudentId(1)),
        *(self_graded(grade) for grade in Rating),
    ]
)


@given(sessions)
def test_a_session_answered_right_ends_after_its_cards(practice):
    count = len(practice.queue)
    for _ in range(count):
        practice = step(practice)
    assert practice.current is None
    assert len(practice.answers) == len(practice.faces)
    assert all(answer.rating is not None for answer in practice.answers)


@given(sessions, st.lists(outcomes, max_size=80))
def test_no_face_is_lost_or_doubled_whatever_is_answered(practice, answers):
    faces = practice.faces
    assert len(set(faces)) == len(faces)
    answers = iter(answers)
    while practice.current:
        practice = step(practice, next(answers, RIGHT))
        waiting = {card.student_id for card in practice.queue}
        recalled = {a.card.student_id for a in practice.answers if a.outcome.recalled}
        assert waiting | recalled == set(faces)
        assert not waiting & recalled
        questions = [card.student_id for card in practice.queue if card.kind is CardKind.RECALL]
        assert len(questions) == len(waiting)
        progress = practice.progress
        assert len(progress.segments) == progress.total == len(faces)
        assert progress.segments.count(Segment.CURRENT) == (practice.current is not None)
    rated = [a.card.student_id for a in practice.answers if a.rating is not None]
    assert sorted(rated) == sorted(faces)


@given(sessions, st.lists(outcomes, max_size=80))
def test_no_new_face_is_asked_before_it_was_shown_nor_after_a_miss_unshown(practice, answers):
    answers = iter(answers)
    shown = {card.student_id for card in practice.queue if not card.is_new}
    while practice.current:
        card = practice.current
        if card.kind is CardKind.STUDY:
            shown.add(card.student_id)
        assert card.student_id in shown
        before = practice
        practice = step(practice, next(answers, RIGHT))
        if card.kind is CardKind.STUDY:
            assert practice.answers == before.answers
        elif not practice.answers[-1].outcome.recalled:
            shown.discard(card.student_id)


@given(sessions)
def test_no_block_is_longer_than_twelve_and_each_is_asked_before_the_next(practice):
    new = [card for card in practice.queue if card.is_new]
    blocks = [card.block for card in new]
    assert blocks == sorted(blocks)
    for block in set(blocks):
        kinds = [card.kind for card in new if card.block == block]
        half = len(kinds) // 2
        assert kinds == [CardKind.STUDY] * half + [CardKind.RECALL] * half
        assert half <= BLOCK


@given(sessions, st.integers(0, 80))
def test_a_session_that_goes_badly_still_ends_once_the_names_are_known(practice, misses):
    assert played(practice, misses=misses).progress.done == len(practice.faces)


@given(
    new=st.integers(0, 20),
    due=st.integers(0, 10),
    missed=st.lists(st.integers(1, 40).map(StudentId), max_size=8),
    limit=st.integers(0, 30),
)
def test_who_was_missed_when_a_session_was_cut_off_is_asked_first_and_nobody_twice(
    new: int, due: int, missed: list[StudentId], limit: int
):
    practice = planned(new=new, due=due)
    memories = {who for who in practice.faces if who > new}
    after = with_missed(practice, missed, memories=memories, limit=limit)
    again = list(dict.fromkeys(missed))[:limit]
    assert list(after.faces[: len(again)]) == again
    assert len(after.faces) == len(set(after.faces)) <= limit
    first = after.queue[: len(again)]
    assert [card.student_id for card in first] == again
    assert all(card.kind is CardKind.RECALL and card.is_repeat for card in first)
    assert [card.is_new for card in first] == [who not in memories for who in again]
    rest = [card for card in practice.queue if card.student_id in set(after.faces) - {*again}]
    assert list(after.queue[len(again) :]) == rest
    assert played(after).current is None
