"""The page Needs without a window: what it says, and a file that is counted beside it."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from builders import TODAY, school_class
from klasgenoot.operations.classes import remove_class
from klasgenoot.viewmodels.needs import NeedsViewModel
from klasgenoot.viewmodels.session import Session

TEXTS = Path(__file__).parents[2] / "resources" / "needs"


@pytest.fixture
def shown(session: Session) -> NeedsViewModel:
    school_class(session.desk)
    return NeedsViewModel(session, texts=TEXTS)


def test_totals_are_shown_in_the_order_of_the_form(shown: NeedsViewModel) -> None:
    assert shown.asked is None
    assert shown.results == ()
    assert shown.keep(answers=13, counts={("pace", "fast"): 9, ("pace", "slow"): 1})

    pace = shown.results[1]
    assert pace.question == "Hoe is het tempo in de les?"
    assert [(bar.text, bar.times, bar.of) for bar in pace.bars] == [
        ("Te rustig", 1, 13),
        ("Goed zo", 0, 13),
        ("Te snel", 9, 13),
        ("Dat wisselt", 0, 13),
    ]
    assert shown.subtitle.startswith("CMV-1B · 13 form(s) on 29")
    assert shown.tell("rustiger", told=True)
    assert shown.asked is not None
    assert (shown.asked.did, shown.asked.told_on) == ("rustiger", TODAY)
    assert shown.answer("nog rustiger")
    assert shown.asked.told_on == TODAY


def test_another_time_can_be_looked_at_and_removed(shown: NeedsViewModel) -> None:
    shown.keep(answers=3, counts={("help", "no"): 3})
    shown.keep(answers=4, counts={("help", "yes"): 4})
    (newer, _), (older, _) = shown.times
    assert shown.asked is not None
    assert shown.asked.id == newer
    shown.choose(older)
    assert shown.asked.answers == 3
    shown.remove()
    assert [asked_id for asked_id, _ in shown.times] == [newer]


def test_a_file_is_counted_and_stands_ready_to_be_looked_over(
    shown: NeedsViewModel, tmp_path: Path, qtbot: QtBot
) -> None:
    said: list[str] = []
    shown.failed.connect(said.append)
    path = tmp_path / "antwoorden.csv"
    path.write_text(
        "Naam;Hoe is het tempo in de les?\nSanne;Te snel\nMilan;lekker vlot\nNoor;Te snel\n",
        encoding="utf-8",
    )
    shown.read(path)
    qtbot.waitUntil(lambda: not shown.is_busy, timeout=20_000)

    assert said == []
    assert shown.totals is not None
    assert (shown.totals.answers, shown.totals.counts) == (2, {("pace", "fast"): 2})
    assert "1 other column(s)" in shown.totals.said
    assert "1 answer(s) in own words" in shown.totals.said
    assert shown.asked is None, "nothing is kept before the teacher saved it"
    path.write_text("Naam;Klas\nSanne;CMV-1B\n", encoding="utf-8")
    shown.read(path)
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert "antwoorden.csv" in said[0]


def test_what_is_read_for_one_class_does_not_come_in_for_another(
    shown: NeedsViewModel, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "antwoorden.csv"
    path.write_text("Hoe is het tempo in de les?\nTe snel\n", encoding="utf-8")
    shown.read(path)
    first = session.current_class
    assert first
    session.do(remove_class, class_id=first.id)
    qtbot.wait(300)
    assert not shown.is_busy
    assert shown.totals is None


def test_more_answers_than_any_class_has_are_said_to_be_too_many(
    shown: NeedsViewModel, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "antwoorden.csv"
    path.write_text("Hoe is het tempo in de les?\n" + "Te snel\n" * 1000, encoding="utf-8")
    with qtbot.waitSignal(shown.failed, timeout=10_000) as told:
        shown.read(path)
    assert "999" in told.args[0]
    assert shown.totals is None
