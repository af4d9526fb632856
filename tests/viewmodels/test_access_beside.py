"""What stands beside a student comes out in words when they ask, and all of it."""

from datetime import date

from builders import TODAY, school_class
from klasgenoot.domain.month_round import Footing, WouldCome
from klasgenoot.operations.access import kept_about
from klasgenoot.operations.month_round import answer_month
from klasgenoot.operations.own_words import keep_own_words, note_in_common
from klasgenoot.operations.study_coach import name_coach, note_consent, transfer_to_coach
from klasgenoot.viewmodels.access_lines import place_words, sections
from klasgenoot.viewmodels.session import Session


def test_each_thing_that_was_noted_is_told(session: Session) -> None:
    who = school_class(session.desk)[1][0]
    do = session.do
    do(keep_own_words, student_id=who, text="vraag me apart", told_on=TODAY, may_share=True)
    do(note_in_common, student_id=who, text="allebei vrijwilliger")
    do(name_coach, student_ids=[who], name="K. Vos")
    do(note_consent, student_id=who, on=TODAY, is_yes=True, about="de stage")
    told = {"coach": "K. Vos", "text": "22 oktober: gesprek", "return_on": date(2026, 11, 9)}
    do(transfer_to_coach, student_id=who, on=TODAY, **told)
    answer = {"would_come": WouldCome.MAYBE, "footing": Footing.BUILDING}
    do(answer_month, student_id=who, on=TODAY, **answer)
    kept = kept_about(session.vault, who, named="fellow student {letter}")
    said = {
        section.title: [
            (entry.title, [(line.label, line.text) for line in entry.lines])
            for entry in section.entries
        ]
        for section in sections(kept)
    }
    assert said["What helps you, in your words"] == [
        ("29 October 2026 · may be shared with teachers", [("", "vraag me apart")]),
        ("What you have in common", [("", "allebei vrijwilliger")]),
    ]
    assert said["Your study coach"] == [
        ("", [("Who it is", "K. Vos")]),
        ("29 October 2026 · you agreed that they may be told", [("What it was about", "de stage")]),
        (
            "29 October 2026 · told to K. Vos",
            [
                ("", "22 oktober: gesprek"),
                ("Your teacher asks what came of it on", "9 November 2026"),
            ],
        ),
    ]
    assert said["Monthly round"] == [
        ("", [("October 2026 (29 October 2026)", "might come to you; building")])
    ]
    (row,) = kept.rows["transfers"]
    place = kept.place_of("transfers", row, "text")
    assert place_words(kept, place) == "what your study coach was told on 29 October 2026"
