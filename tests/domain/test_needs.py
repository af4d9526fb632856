"""Are answers counted, and is all that could name somebody let go?"""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.needs import (
    QUESTIONS,
    count_answers,
    least_answers,
    read_needs_form,
)
from klasgenoot.domain.word_check import first_hit, read_word_list

RESOURCES = Path(__file__).parents[2] / "resources"
LANGUAGES = ("nl", "en")


def content(folder: str, language: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(
        (RESOURCES / folder / f"{language}.json").read_text("utf-8")
    )
    return found


FORMS = tuple(read_needs_form(content("needs", each)) for each in LANGUAGES)
DUTCH, ENGLISH = FORMS
PACE, LEARNING = DUTCH.questions[1], DUTCH.questions[0]


def test_both_languages_ask_the_same():
    assert DUTCH.keys == ENGLISH.keys
    assert len(DUTCH.questions) == QUESTIONS
    assert [each.most for each in DUTCH.questions] == [each.most for each in ENGLISH.questions]


@pytest.mark.parametrize("form", FORMS, ids=LANGUAGES)
def test_no_question_is_about_what_a_teacher_is_not_to_know(form):
    lists = [read_word_list(content("word_check", each)) for each in LANGUAGES]
    texts = [form.title, form.intro, form.thanks]
    texts += [each.text for each in form.questions]
    texts += [choice.text for each in form.questions for choice in each.choices]

    assert [text for text in texts if first_hit(text, lists)] == []
    assert not any("," in choice.text for each in form.questions for choice in each.choices)


def test_a_form_program_gives_a_row_for_each_who_answered():
    counted = count_answers(
        [
            [
                "Tijdstempel",
                "E-mailadres",
                f"2. {PACE.text}",
                LEARNING.text,
                "Wil je nog iets kwijt?",
            ],
            ["1-9", "sanne@school.nl", "Te snel", "Zelf proberen;Samenwerken;", "ik heb adhd"],
            ["1-9", "milan@school.nl", "te snel ", "Zelf proberen, Uitleg met voorbeelden", ""],
            ["1-9", "noor@school.nl", "", "liever met muziek aan", "nee"],
            ["1-9", "zoe@school.nl", "", "", ""],
        ],
        FORMS,
    )

    assert counted is not None
    assert counted.answers == 2
    assert counted.counts == {
        ("pace", "fast"): 2,
        ("learning", "trying"): 2,
        ("learning", "together"): 1,
        ("learning", "examples"): 1,
    }
    assert counted.left_out == 3
    assert counted.own_words == 1


def test_nothing_that_was_typed_is_in_what_is_kept():
    typed = "Sanne Hoekstra, adhd"
    counted = count_answers([["Naam", PACE.text], [typed, typed], [typed, "Te snel"]], FORMS)

    assert counted is not None
    assert "Sanne" not in repr(counted)
    assert "adhd" not in repr(counted)


def test_a_column_for_each_answer_is_known_too():
    counted = count_answers(
        [
            [f"{LEARNING.text} [Zelf proberen]", f"{LEARNING.text} [Samenwerken]"],
            ["1", "0"],
            ["Zelf proberen", ""],
            ["", "Ja"],
        ],
        FORMS,
    )

    assert counted is not None
    assert counted.answers == 3
    assert counted.counts == {("learning", "trying"): 2, ("learning", "together"): 1}


def test_totals_are_taken_as_they_are_and_languages_may_be_mixed():
    counted = count_answers(
        [
            ["Vraag", "Antwoord", "Aantal"],
            [PACE.text, "Te snel", "9"],
            [PACE.text, "Goed zo", "4"],
            [ENGLISH.questions[4].text, "Yes", "11"],
            ["Wat is je lievelingskleur?", "Blauw", "3"],
        ],
        FORMS,
    )

    assert counted is not None
    assert counted.answers == 11
    assert counted.counts == {("pace", "fast"): 9, ("pace", "right"): 4, ("help", "yes"): 11}


def test_a_table_about_something_else_is_none():
    assert count_answers([["Voornaam", "Achternaam"], ["Sanne", "Hoekstra"]], FORMS) is None
    assert count_answers([], FORMS) is None


def test_a_form_without_its_shape_is_refused():
    data = content("needs", "nl")
    with pytest.raises(ValueError, match="shape"):
        read_needs_form({**data, "questions": [{"key": "one"}]})
    with pytest.raises(ValueError, match="five"):
        read_needs_form({**data, "questions": []})


cells = st.one_of(
    st.text(max_size=20),
    st.sampled_from([choice.text for each in DUTCH.questions for choice in each.choices]),
    st.sampled_from([each.text for each in DUTCH.questions]),
    st.integers(0, 40).map(str),
)


@given(st.lists(st.lists(cells, max_size=6), max_size=12))
def test_whatever_stands_in_a_table_only_known_answers_come_out(rows: list[list[str]]):
    counted = count_answers(rows, FORMS)

    if counted is not None:
        assert set(counted.counts) <= set(DUTCH.keys)
        assert counted.answers >= (1 if any(counted.counts.values()) else 0)
        assert least_answers(counted.counts) <= max(counted.answers, 1)
        assert counted.left_out >= 0
