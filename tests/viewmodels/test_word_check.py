"""What is said of a word that is typed: in the language on screen, with a wording in the note's."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from klasgenoot.viewmodels.word_check import tip_for

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture
def in_english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("in_english")
@pytest.mark.parametrize("text", ["heeft adhd en dyslexie", "has a depression"])
def test_a_tip_speaks_the_language_on_screen(text: str) -> None:
    tip = tip_for(text, resources=RESOURCES)
    assert tip is not None
    assert tip.why.startswith("Health is for the student counsellor.")
    assert tip.prompt == "What did you see or hear? What did you agree?"


@pytest.mark.usefixtures("in_english")
def test_the_proposed_wording_is_in_the_language_of_the_note() -> None:
    tip = tip_for("wil niet meer leven", resources=RESOURCES)
    assert tip is not None
    assert tip.proposal == "samen hulp ingeschakeld, vervolg afgesproken"
    assert tip.help
