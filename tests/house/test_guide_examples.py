"""What the user guide tells a teacher to type is understood as it says."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from builders import student
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.domain.quicklog import read_log

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "guide"
TODAY = date(2026, 10, 29)
CLASS = [replace(student(number), id=StudentId(number + 1)) for number in range(5)]
QUOTED = re.compile(r"^ *> (.+)$", re.MULTILINE)
FIRST_CELL = re.compile(r"^\| `([^`]+)` \|", re.MULTILINE)


def examples(page: Path) -> list[str]:
    text = page.read_text("utf-8")
    return QUOTED.findall(text) + FIRST_CELL.findall(text)


def named(line: str) -> list[Student]:
    return [each for each in CLASS if each.given_name in line]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_line_to_log_in_the_guide_is_read_without_a_problem(language: str):
    lines = examples(GUIDE / language / "contact.md") + QUOTED.findall(
        (GUIDE / language / "start.md").read_text("utf-8")
    )

    assert len(lines) > 7
    for line in lines:
        reading = read_log(line, students=CLASS, today=TODAY)
        reached = {who for entry in reading.entries for who in entry.student_ids}
        assert reading.problems == (), line
        assert reading.entries, line
        if line.startswith(("klas behalve", "class except")):
            assert reached == {each.id for each in CLASS if each not in named(line)}, line
        elif not line.startswith("*"):
            assert reached == {each.id for each in named(line)}, line


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_one_promise_among_them_is_due_on_the_coming_friday(language: str):
    promises = [
        entry.follow_up
        for line in examples(GUIDE / language / "contact.md")
        for entry in read_log(line, students=CLASS, today=TODAY).entries
        if entry.follow_up
    ]

    assert promises == [date(2026, 10, 30)]
