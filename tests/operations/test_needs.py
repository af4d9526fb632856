"""Needs, deed by deed, and out of a file: totals in, and nothing that names anybody."""

from datetime import date
from pathlib import Path

import pytest

from builders import TODAY, school_class
from klasgenoot.domain.errors import Missing, NoAnswers, TooLarge, Unknown
from klasgenoot.domain.needs import AskedId, NeedsForm, read_needs_form
from klasgenoot.domain.people import ClassId
from klasgenoot.operations.classes import remove_class
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.needs import answer_needs, keep_needs, read_answers, remove_needs
from klasgenoot.store import needs
from klasgenoot.store.mentions import mentions_of, rewrite

RESOURCES = Path(__file__).parents[2] / "resources"
FAST, RIGHT = ("pace", "fast"), ("pace", "right")


@pytest.fixture(scope="module")
def forms() -> list[NeedsForm]:
    import json

    folder = RESOURCES / "needs"
    return [
        read_needs_form(json.loads((folder / f"{each}.json").read_text("utf-8")))
        for each in ("nl", "en")
    ]


def test_totals_answered_and_told(desk: Desk) -> None:
    class_id, _ = school_class(desk)
    counts = {FAST: 9, RIGHT: 4, ("help", "no"): 0}
    asked_id = desk.do(keep_needs, class_id=class_id, on=TODAY, answers=3, counts=counts).result
    (known,) = needs.all_asked(desk.vault, class_id)
    assert known.answers == 9, "there were at least as many forms as the most chosen answer"
    assert known.counts == {FAST: 9, RIGHT: 4}

    desk.do(answer_needs, asked_id=asked_id, did=" rustiger ", told_on=date(2026, 11, 5))
    known = needs.asked(desk.vault, asked_id) or known
    assert (known.did, known.told_on) == ("rustiger", date(2026, 11, 5))
    desk.do(remove_needs, asked_id=asked_id)
    assert needs.all_asked(desk.vault, class_id) == ()
    assert list(desk.vault.rows("SELECT * FROM needs_counts")) == []


def test_what_cannot_be_is_said_and_leaves_nothing(desk: Desk) -> None:
    class_id, _ = school_class(desk)
    with pytest.raises(Missing):
        desk.do(keep_needs, class_id=class_id, on=TODAY, answers=3, counts={FAST: 0})
    with pytest.raises(TooLarge):
        desk.do(keep_needs, class_id=class_id, on=TODAY, answers=5000, counts={FAST: 1})
    with pytest.raises(Unknown):
        desk.do(keep_needs, class_id=ClassId(99), on=TODAY, answers=1, counts={FAST: 1})
    with pytest.raises(Unknown):
        desk.do(answer_needs, asked_id=AskedId(99), did="", told_on=None)
    assert needs.all_asked(desk.vault, class_id) == ()


def test_the_totals_go_with_the_class(desk: Desk) -> None:
    class_id, _ = school_class(desk)
    desk.do(keep_needs, class_id=class_id, on=TODAY, answers=3, counts={FAST: 2})
    desk.do(remove_class, class_id=class_id)
    assert list(desk.vault.rows("SELECT * FROM needs_asked")) == []
    assert list(desk.vault.rows("SELECT * FROM needs_counts")) == []


def test_a_file_of_a_form_program_is_counted(tmp_path: Path, forms: list[NeedsForm]) -> None:
    question, other = forms[0].questions[1].text, forms[0].questions[0].text
    lines = [
        f'Tijdstempel,Naam,"{question}","{other}"',
        '2026-09-14 10:00,Sanne Hoekstra,Te snel,"Zelf proberen, Samenwerken"',
        '2026-09-14 10:01,Milan van der Berg,Te snel,"liever met muziek, en adhd"',
        "2026-09-14 10:02,Noor Aydın,Goed zo,Samenwerken",
    ]
    path = tmp_path / "antwoorden.csv"
    path.write_text("\n".join(lines), encoding="utf-8")

    counted = read_answers(path, forms, is_cancelled=lambda: False)

    assert counted.answers == 3
    assert counted.counts == {
        FAST: 2,
        RIGHT: 1,
        ("learning", "trying"): 1,
        ("learning", "together"): 2,
    }
    assert "Sanne" not in repr(counted)
    assert counted.own_words > 0
    path.write_text("Naam;Klas\nSanne;CMV-1B", encoding="utf-8")
    with pytest.raises(NoAnswers):
        read_answers(path, forms, is_cancelled=lambda: False)


def test_who_is_erased_is_taken_out_of_what_was_done_with_it(desk: Desk) -> None:
    class_id, _ = school_class(desk)
    asked_id = desk.do(keep_needs, class_id=class_id, on=TODAY, answers=1, counts={FAST: 1}).result
    desk.do(answer_needs, asked_id=asked_id, did="met Noor besproken", told_on=None)

    (mention,) = mentions_of(desk.vault, frozenset({"noor"}), without_students=())
    assert mention.spot.table == "needs_asked"
    with desk.vault.journal.for_good():
        rewrite(desk.vault.connection, {mention.spot: "met iemand besproken"})
    known = needs.asked(desk.vault, asked_id)
    assert known is not None
    assert known.did == "met iemand besproken"
