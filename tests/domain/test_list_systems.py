"""Where a class list comes from: both languages know the same systems, and so does the guide."""

import json
from pathlib import Path

import pytest

from klasgenoot.domain.list_systems import ListSystem, read_list_systems

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("nl", "en")
NAMED = (
    *("OSIRIS", "Brightspace", "Canvas", "Moodle", "Blackboard", "Google Classroom"),
    *("School Data Sync", "Magister", "Somtoday", "EDEXML", "UWLR", "OneRoster", "Anki", "PDF"),
)
"""Every kind of source that the import takes and that has a name."""


def systems(language: str) -> tuple[ListSystem, ...]:
    text = (ROOT / "resources" / "lists" / f"{language}.json").read_text("utf-8")
    return read_list_systems(json.loads(text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_source_with_a_name_is_told_of(language):
    names = " ".join(each.name for each in systems(language))

    assert [name for name in NAMED if name not in names] == []


def test_both_languages_take_as_many_steps_for_the_same_systems():
    dutch, english = systems("nl"), systems("en")

    assert [len(each.steps) for each in dutch] == [len(each.steps) for each in english]
    assert [each.name for each in dutch[:9]] == [each.name for each in english[:9]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_says_the_same_in_the_same_order(language):
    page = (ROOT / "docs" / "guide" / language / "class-lists.md").read_text("utf-8")

    told = [part.partition("\n") for part in page.split("\n## ")[1:]]
    *_, last = told
    steps = [
        [line.lstrip("0123456789. ") for line in rest.splitlines() if line] for *_, rest in told
    ]
    steps[-1].pop()  # the way to the other language

    assert last[0] == systems(language)[-1].name
    assert [(name, tuple(lines)) for (name, *_), lines in zip(told, steps, strict=True)] == [
        (each.name, each.steps) for each in systems(language)
    ]


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"systems": [{"name": "A"}]},
        {"systems": [{"name": "A", "steps": []}]},
        {"systems": [{"name": "A", "steps": ["x"], "menu": "y"}]},
        {"systems": [{"name": "A", "steps": ["x"]}, {"name": "A", "steps": ["y"]}]},
    ],
    ids=["nothing", "no steps", "empty steps", "too much", "one name twice"],
)
def test_a_file_without_its_shape_is_a_bug(data):
    with pytest.raises(ValueError, match="system"):
        read_list_systems(data)
