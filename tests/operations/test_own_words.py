"""What a student says helps them: kept as they said it, replaced by what they say later."""

import pytest

from builders import TODAY, school_class
from klasgenoot.domain.errors import TooLarge
from klasgenoot.domain.own_words import LONGEST_WORDS
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.own_words import keep_own_words, note_in_common
from klasgenoot.store import own_words


def test_later_words_stand_in_the_place_of_earlier_ones_and_empty_ones_go(desk: Desk) -> None:
    who = school_class(desk)[1][0]
    desk.do(keep_own_words, student_id=who, text="eerst meekijken", told_on=TODAY)
    desk.do(keep_own_words, student_id=who, text=" vraag me apart ", told_on=TODAY, may_share=True)
    said = own_words.own_words_of(desk.vault, who)
    assert said is not None
    assert (said.text, said.told_on, said.may_share) == ("vraag me apart", TODAY, True)
    desk.do(keep_own_words, student_id=who, text=" ", told_on=TODAY)
    assert own_words.own_words_of(desk.vault, who) is None


def test_what_they_have_in_common_is_kept_and_let_go_of(desk: Desk) -> None:
    who = school_class(desk)[1][0]
    desk.do(note_in_common, student_id=who, text="allebei vrijwilliger")
    assert own_words.common_ground_with(desk.vault, who) == "allebei vrijwilliger"
    desk.do(note_in_common, student_id=who, text="")
    assert own_words.common_ground_with(desk.vault, who) == ""


def test_a_few_sentences_are_the_most(desk: Desk) -> None:
    who = school_class(desk)[1][0]
    with pytest.raises(TooLarge):
        desk.do(keep_own_words, student_id=who, text="x" * (LONGEST_WORDS + 1), told_on=TODAY)
