from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.contact import Promise, PromiseId
from klasgenoot.domain.evidence import (
    Facts,
    LastGroupNote,
    NamesKnown,
    Nothing,
    OpenPromises,
    Reach,
    evidence,
)
from klasgenoot.domain.groups import GroupNote, NoteId, Phase
from klasgenoot.domain.people import ClassId, StudentId

TODAY = date(2026, 10, 29)
NOOR, TIMO, JORT = (StudentId(n) for n in (1, 2, 3))


def facts(**changes: Any) -> Facts:
    """Three students, nothing recorded, in a class that began long ago."""
    values = {"today": TODAY, "students": (NOOR, TIMO, JORT), "last_contacts": {}}
    return Facts(**(values | changes))


def promise(number: int, student: StudentId, due: date, done: date | None = None) -> Promise:
    return Promise(
        id=PromiseId(number), student_id=student, text="voorbeeld", due_on=due, done_on=done
    )


def note(number: int, noted_on: date, phase: Phase | None = None) -> GroupNote:
    return GroupNote(
        id=NoteId(number), class_id=ClassId(1), noted_on=noted_on, text="rustig", phase=phase
    )


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def test_every_recommendation_has_its_place_and_most_have_nothing_yet():
    shown = evidence(facts())

    assert list(shown) == list(range(1, 12))
    assert {n for n, what in shown.items() if what == Nothing()} == {3, 4, 5, 7, 8, 9, 10, 11}


def test_without_students_there_is_nothing_to_show():
    assert set(evidence(facts(students=())).values()) == {Nothing()}


def test_names_known_are_counted_against_the_class():
    assert evidence(facts(names_known=2))[1] == NamesKnown(known=2, total=3)


def test_reach_names_who_was_not_seen_the_longest_unseen_first():
    shown = evidence(facts(last_contacts={NOOR: ago(27), TIMO: ago(28)}))

    assert shown[2] == Reach(seen=1, total=3, weeks=4, unseen=(JORT, TIMO), never=(JORT,))


def test_a_contact_of_today_counts_as_seen():
    shown = evidence(facts(students=(NOOR,), last_contacts={NOOR: TODAY}))

    assert shown[2] == Reach(seen=1, total=1, weeks=4, unseen=(), never=())


def test_before_the_first_lesson_nobody_is_unseen_and_no_note_is_missing():
    shown = evidence(facts(first_lesson=TODAY + timedelta(days=1)))

    assert (shown[2], shown[6]) == (Nothing(), Nothing())
    assert shown[1] == NamesKnown(known=0, total=3)


def test_on_the_day_of_the_first_lesson_the_class_has_begun():
    shown = evidence(facts(first_lesson=TODAY))

    assert shown[2] == Reach(
        seen=0, total=3, weeks=1, unseen=(NOOR, TIMO, JORT), never=(NOOR, TIMO, JORT)
    )
    assert shown[6] == LastGroupNote(days_old=None, phase=None)


def test_what_is_recorded_before_the_first_lesson_is_shown():
    shown = evidence(
        facts(
            first_lesson=TODAY + timedelta(days=9),
            last_contacts={NOOR: ago(1)},
            group_notes=(note(1, ago(2), Phase.FORMING),),
        )
    )

    assert shown[2] == Reach(seen=1, total=3, weeks=4, unseen=(TIMO, JORT), never=(TIMO, JORT))
    assert shown[6] == LastGroupNote(days_old=2, phase=Phase.FORMING)


def test_the_newest_group_note_counts_whatever_the_order():
    newest = note(3, ago(2), Phase.NORMING)
    notes = (note(2, ago(2)), newest, note(9, ago(10), Phase.STORMING))

    assert evidence(facts(group_notes=notes))[6] == LastGroupNote(days_old=2, phase=Phase.NORMING)


def test_open_promises_tell_how_many_are_past_their_date_and_whose_is_the_oldest():
    promises = (
        promise(1, NOOR, due=TODAY),
        promise(2, TIMO, due=ago(1)),
        promise(3, JORT, due=ago(30), done=ago(29)),
    )

    assert evidence(facts(promises=promises))[8] == OpenPromises(open=2, overdue=1, oldest=TIMO)


def test_when_every_promise_is_kept_none_is_open():
    kept = promise(1, NOOR, due=ago(3), done=ago(4))

    assert evidence(facts(promises=(kept,)))[8] == OpenPromises(open=0, overdue=0, oldest=None)


def test_a_promise_to_someone_of_another_class_is_left_out():
    assert evidence(facts(promises=(promise(1, StudentId(99), due=ago(3)),)))[8] == Nothing()


contacts = st.dictionaries(
    st.integers(1, 40).map(StudentId), st.integers(0, 400).map(ago), max_size=40
)


@given(st.integers(1, 30), contacts)
def test_reach_counts_every_student_once(size: int, last_contacts: dict[StudentId, date]):
    students = tuple(StudentId(n + 1) for n in range(size))
    reach = evidence(facts(students=students, last_contacts=last_contacts))[2]

    assert isinstance(reach, Reach)
    assert reach.seen + len(reach.unseen) == reach.total == size
    assert set(reach.never) == set(students) - set(last_contacts)
    assert reach.unseen[: len(reach.never)] == reach.never
    known = [last_contacts[student] for student in reach.unseen[len(reach.never) :]]
    assert known == sorted(known)
