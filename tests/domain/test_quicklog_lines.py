"""Is each line of the table read as it says? And of any text: is nothing raised, nothing lost?"""

from collections import Counter
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.quicklog_lines import AROUND, CALLED, HERE, LINES, NAMES, TODAY, Row, Said
from klasgenoot.domain.quicklog import read_log
from klasgenoot.domain.quicklog_reading import Entry, Line, Reading, SpanKind
from klasgenoot.domain.quicklog_signs import lines_of, view_of

PIECES = (
    *(student.name for student in HERE),
    *(
        "*",
        "*-",
        "-",
        "klas",
        "iedereen",
        "behalve",
        "@CMV-1B",
        "@x",
        "3",
        "99",
        ",",
        ":",
        ";",
        "\n",
        " / Noor:",
        "/",
        '"',
        "“",
        "=",
        "&",
    ),
    *(
        "g",
        "m",
        "afwezig",
        "#zorg",
        "#fijn",
        "#3",
        "terug",
        "vr",
        "31-2",
        "> 2w",
        "gisteren",
        "17-11",
    ),
    *(
        "toetsweek",
        "over",
        "twee",
        "weken",
        "do",
        "mei",
        "zo",
        "stage",
        "gaat goed",
        "👍🏽",
        "مريم",
    ),
    *("\u202e", "\0", "\1", "é", "ﬁ", "İ", "\u2028", "\t"),
)
TYPED = st.text(max_size=80) | st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join)


def read(text: str, **changes: object) -> Reading:
    return read_log(text, **({"students": NAMES, "today": TODAY, "around": AROUND} | changes))


def day_words(day: date | None) -> str:
    return f"{day.day}-{day.month}-{day.year}" if day else ""


def names(ids: object) -> str:
    return ", ".join(CALLED[one] for one in ids)


def in_words(entry: Entry) -> Said:
    return Said(
        who=names(entry.student_ids),
        kind=entry.kind.value,
        day=day_words(entry.happened_on),
        text=entry.text,
        tags=" ".join(entry.tags),
        alone=", ".join(f"{CALLED[one.student_id]}: {one.text}" for one in entry.private),
        due=day_words(entry.follow_up),
        reminder=entry.own_reminder,
        absent=entry.absent,
        left_out=names(entry.left_out),
    )


@pytest.mark.parametrize("row", LINES, ids=lambda row: row.line)
def test_a_line_of_the_table_is_read_as_it_says(row: Row):
    reading = read(row.line)

    assert tuple(map(in_words, reading.entries)) == row.said
    assert (
        ", ".join(f"{p.kind.value}: {row.line[p.start : p.end]}" for p in reading.problems)
        == row.wrong
    )
    new = [tag for line in reading.lines for tag in line.new_tags]
    assert " ".join(row.line[tag.start : tag.end] for tag in new) == row.new
    mentions = [m for line in reading.lines for m in line.mentions]
    assert ", ".join(" ".join(CALLED[c] for c in m.candidates) for m in mentions) == row.also


def test_the_table_holds_more_than_two_hundred_lines_beside_the_reference():
    assert len({row.line for row in LINES}) == len(LINES) >= 213


# ---- whatever is typed


@given(text=TYPED)
def test_any_text_is_read_and_every_piece_lies_in_its_line(text: str):
    reading = read(text)

    for line in reading.lines:
        places = [(span.start, span.end) for span in line.spans]
        assert all(line.start <= start < end <= line.end for start, end in places)
        assert all(before[1] <= after[0] for before, after in pairwise(places))
        assert all(line.start <= p.start <= p.end <= line.end for p in line.problems)


@given(text=TYPED)
def test_each_letter_is_kept_as_text_or_shown_as_read_or_said_to_be_wrong(text: str):
    reading = read(text)

    assert sorted(letters(text)) == sorted(
        letter for line in reading.lines for letter in letters(text[line.start : line.end])
    )
    for line in reading.lines:
        if line.entry is not None and not line.problems:
            assert unread(line, text) == Counter(letters(all_text(line.entry)))


def letters(text: str) -> list[str]:
    """What may not get lost: all but blanks and the signs that divide a line."""
    return [letter for letter in text if letter.isalnum()]


def all_text(entry: Entry) -> str:
    return " ".join((entry.text, *(one.text for one in entry.private)))


def unread(line: Line, text: str) -> "Counter[str]":
    """The letters of a line that no chip stands for."""
    left = list(text)
    for span in line.spans:
        left[span.start : span.end] = " " * (span.end - span.start)
    head_end = view_of(text).find(":", line.start, line.end)
    words = "".join(left[line.start : line.end])
    if head_end >= 0:  # "en" between two names divides as a comma does
        at = head_end - line.start
        words = without_joints(words[:at]) + words[at:]
    else:
        words = without_joints(words)
    return Counter(letters(words))


def without_joints(words: str) -> str:
    return " ".join(word for word in words.split() if word.casefold() not in ("en", "and"))


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=10).map(" ".join), st.data())
def test_what_is_un_parsed_is_text_and_never_lost(text: str, data: st.DataObject):
    spans = [s for s in read(text).spans if s.kind in {SpanKind.TAG, SpanKind.FOLLOW_UP}]
    if not spans:
        return
    span = data.draw(st.sampled_from(spans))
    reading = read(text, literal=[(span.start, span.end)])

    assert (span.start, span.end) not in [(s.start, s.end) for s in reading.spans]
    for line in reading.lines:
        if line.start <= span.start < line.end and line.entry and not line.problems:
            piece = " ".join(text[span.start : span.end].split())
            assert letters(piece) == [c for c in letters(piece) if c in all_text(line.entry)]


@pytest.mark.parametrize(
    "text",
    [
        "a b " * 2_500,
        "Sanne: " + "lang " * 2_000,
        "Sanne\n" * 1_600,
        "👍🏽" * 5_000,
        ", " * 5_000,
        "*-" * 5_000,
        '"' * 10_000,
        "/ Noor: " * 1_250,
        "#zorg " * 1_600,
        "> " * 5_000,
        "terug " * 1_700,
    ],
    ids=lambda text: text[:8],
)
def test_ten_thousand_pasted_characters_are_read(text: str):
    reading = read(text)

    assert list(lines_of(view_of(text))) or not reading.lines
    assert all(line.problems or line.entry for line in reading.lines)
