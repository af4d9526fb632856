"""Practising on the class photo: found and named, misses come back, nothing is kept."""

from klasgenoot.domain.heads import Head
from klasgenoot.domain.named_heads import NamedHead
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.viewmodels.class_photo_practice import GroupPractice, Way

NAMES = (("Noor", "Aydın"), ("Milan", "Berg"), ("Sanne", "Hoekstra"), ("Noor", "Vos"))


def heads(count: int = 4) -> tuple[NamedHead, ...]:
    named = [
        NamedHead(
            Head(0.2 * n + 0.1, 0.5, 0.2),
            Student(id=StudentId(0), given_name=given, family_name=family),
        )
        for n, (given, family) in enumerate(NAMES[:count])
    ]
    return (*named, NamedHead(Head(0.9, 0.9, 0.1)))  # one that nobody named


def begun() -> GroupPractice:
    practice = GroupPractice()
    practice.begin(heads(), seed=7)
    return practice


def answer(practice: GroupPractice) -> None:
    question, who = practice.question, practice.who
    assert question
    assert who
    if question.way is Way.FIND:
        practice.point(question.place)
    else:
        practice.name(who.name)


def test_it_takes_three_with_a_name() -> None:
    assert not GroupPractice.can_begin(heads(2))
    assert GroupPractice.can_begin(heads(3))


def test_everybody_is_found_once_and_then_named_once() -> None:
    practice = begun()
    asked = []
    while practice.question:
        asked.append(practice.question)
        answer(practice)
        assert practice.said == "Right."
    assert [each.way for each in asked] == [Way.FIND] * 4 + [Way.NAME] * 4
    assert {each.place for each in asked[:4]} == {each.place for each in asked[4:]} == {0, 1, 2, 3}
    assert (practice.right, practice.asked) == (8, 8)


def test_a_miss_shows_who_it_is_and_comes_back_at_the_end() -> None:
    practice = begun()
    first, who = practice.question, practice.who
    assert first
    assert who
    wrong = (first.place + 1) % 4
    practice.point(wrong)
    assert practice.said == f"That is {practice.heads[wrong].who.name}."
    assert practice.shown_head == practice.heads[first.place]
    practice.point(first.place)  # it is shown: no second guess
    assert practice.question == first
    practice.go_on()
    assert practice.shown_head is None
    seen = []
    while practice.question:
        seen.append(practice.question)
        answer(practice)
    assert seen[-1] == first
    assert (practice.right, practice.asked) == (7, 8)


def test_a_first_name_will_do_and_a_name_of_another_will_not() -> None:
    practice = begun()
    while practice.question and practice.question.way is Way.FIND:
        answer(practice)
    assert practice.who
    practice.name("  ")
    assert practice.asked == 4
    practice.name("Sanne" if practice.who.name != "Sanne" else "Milan")
    assert practice.said == f"This is {practice.who.full_name}."
    practice.go_on()
    assert practice.who
    practice.name(practice.who.full_name)
    assert practice.said == "Right."


def test_what_ends_is_gone() -> None:
    practice = begun()
    practice.end()
    assert (practice.heads, practice.question, practice.who) == ((), None, None)
    practice.point(0)
    practice.name("Noor")
    practice.go_on()
    assert practice.asked == 0
