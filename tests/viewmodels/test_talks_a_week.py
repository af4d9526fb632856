"""Talks a week: an aim is proposed and says what it takes; taken only when asked."""

import pytest

from builders import school_class
from klasgenoot.operations.attention import set_target
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.talks_a_week import TalksAWeek


@pytest.fixture
def talks(session: Session) -> TalksAWeek:
    class_id, _ = school_class(session.desk, size=28)
    session.choose_class(class_id)
    return TalksAWeek(session)


def test_nothing_is_proposed_to_who_did_not_say(talks: TalksAWeek) -> None:
    assert (talks.talks, talks.proposal) == (0, None)
    assert talks.words == "How many short talks can you do? An aim goes with it."


def test_an_aim_that_is_too_short_says_what_it_takes_and_another_can_be_taken(
    talks: TalksAWeek, session: Session
) -> None:
    talks.say(6)
    assert talks.words == "An aim of 21 days takes 10 talks a week; you said 6."
    assert talks.proposal == 33
    assert session.settings.target_days == 21
    talks.take()
    assert session.settings.target_days == 33
    assert talks.proposal is None
    assert talks.words == "With 28 student(s) an aim of 33 days can be kept up."


def test_where_the_bound_bites_it_is_said(talks: TalksAWeek) -> None:
    talks.say(2)
    assert talks.proposal == 56
    assert talks.words == (
        "Even an aim of 56 days takes 4 talks a week; you said 2."
        " So it will always be somebody's turn."
    )


def test_what_changes_the_work_changes_the_words(talks: TalksAWeek, session: Session) -> None:
    talks.say(6)
    heard: list[bool] = []
    talks.changed.connect(lambda: heard.append(True))
    session.do(set_target, student_id=1, days=7)
    assert heard
    assert talks.proposal == 38


def test_without_anybody_there_is_no_proposal(session: Session) -> None:
    session.set(talks_a_week=6)
    assert TalksAWeek(session).proposal is None
