"""The voice of the house: warm, plain, no word that labels a student or orders a teacher."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("nl", "en")
CONTENT = [
    ROOT / "resources" / room / f"{lang}.json"
    for room in ("guide", "lists", "phases")
    for lang in LANGUAGES
]
PAGES = sorted((ROOT / "docs" / "guide").glob("*/*.md"))

NEVER = re.compile(
    r"\b(leerling\w*|risico\w*|scores?|achterstand\w*|je moet|moet je"
    r"|pupils?|risks?|you must|you have to)\b",
    re.IGNORECASE,
)
HEALTH = re.compile(
    r"\b(gezondheid\w*|ziek\w*|diagnose\w*|depressi\w*|medicijn\w*"
    r"|health\w*|ill|illness\w*|sick\w*|diagnos\w*|medic\w*)\b",
    re.IGNORECASE,
)
LINK = re.compile(r"\]\(([^)#]+)\)")


def texts(value: Any) -> Iterator[str]:
    """Every text in a nested value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from texts(inner)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", [*CONTENT, *PAGES], ids=name)
def test_no_text_labels_a_student_orders_a_teacher_or_shouts(path: Path):
    text = path.read_text("utf-8")

    assert NEVER.findall(text) == []
    assert "!" not in text


@pytest.mark.parametrize("path", CONTENT, ids=name)
def test_the_guides_texts_are_cleanly_set_and_not_about_health(path: Path):
    for text in texts(json.loads(path.read_text("utf-8"))):
        assert HEALTH.findall(text) == []
        assert text == text.strip()
        assert "  " not in text
        assert not re.search(r"['\"]", text), "typographic quotes read better"


def test_the_user_guide_has_the_same_pages_with_the_same_headings_in_both_languages():
    def outline(language: str) -> dict[str, list[int]]:
        return {
            page.name: [
                len(mark) for mark in re.findall(r"^(#+) ", page.read_text("utf-8"), re.MULTILINE)
            ]
            for page in PAGES
            if page.parent.name == language
        }

    assert outline("nl") == outline("en")
    assert outline("nl")


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_every_link_in_the_user_guide_leads_somewhere(path: Path):
    targets = LINK.findall(path.read_text("utf-8"))

    assert all((path.parent / target).exists() for target in targets)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_the_user_guide_stands_in_its_index(language: str):
    index = ROOT / "docs" / "guide" / language / "index.md"
    listed = {Path(target).name for target in LINK.findall(index.read_text("utf-8"))}

    assert {page.name for page in PAGES if page.parent.name == language} <= listed
