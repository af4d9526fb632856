"""The few to choose from: the one meant is there, mix-ups come along, no place gives it away."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.choosing import FEW, few_with
from klasgenoot.domain.people import StudentId

ids = st.integers(1, 60).map(StudentId)
classes = st.lists(ids, max_size=40)
seeds = st.integers(0, 1000)


@given(ids, classes, st.lists(ids, max_size=6), seeds)
def test_the_one_meant_is_there_once_among_classmates(
    target: StudentId, classmates: list[StudentId], mixed_up: list[StudentId], seed: int
) -> None:
    few = few_with(target, classmates=classmates, mixed_up=mixed_up, seed=seed)
    assert few.count(target) == 1
    assert len(few) == len(set(few)) == min(FEW, len({*classmates, target}))
    assert set(few) <= {*classmates, target}


@given(ids, classes, seeds)
def test_the_same_question_offers_the_same_few(
    target: StudentId, classmates: list[StudentId], seed: int
) -> None:
    one = few_with(target, classmates=classmates, seed=seed)
    assert one == few_with(target, classmates=classmates[::-1], seed=seed)


@given(classes, seeds)
def test_who_was_mixed_up_comes_along(classmates: list[StudentId], seed: int) -> None:
    target, double = StudentId(101), StudentId(102)
    few = few_with(target, classmates=[*classmates, double], mixed_up=[double], seed=seed)
    assert double in few


def test_who_left_the_class_does_not_come_along() -> None:
    gone = StudentId(9)
    few = few_with(StudentId(1), classmates=[StudentId(2), StudentId(3)], mixed_up=[gone])
    assert gone not in few


def test_the_one_meant_stands_in_each_place_about_as_often() -> None:
    classmates = [StudentId(number) for number in range(1, 29)]
    places = Counter(
        few_with(target, classmates=classmates, seed=seed).index(target)
        for target in classmates
        for seed in range(20)
    )
    assert set(places) == {0, 1, 2, 3}
    assert min(places.values()) > 100  # of 560


@given(ids, classes, st.sets(ids), seeds)
def test_who_makes_it_too_easy_comes_along_only_for_want_of_others(
    target: StudentId, classmates: list[StudentId], unlike: set[StudentId], seed: int
) -> None:
    few = few_with(target, classmates=classmates, unlike=unlike, seed=seed)
    alike = {*classmates} - unlike - {target}
    assert len(alike & set(few)) == min(FEW - 1, len(alike))
    double = next(iter(unlike), None)
    if double is not None and double in classmates and double != target:
        mixed = few_with(target, classmates=classmates, unlike=unlike, mixed_up=[double], seed=seed)
        assert double in mixed
