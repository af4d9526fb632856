"""A class alone on a line above its photos."""

import pytest

from klasgenoot.domain.bare_headings import bare_headings
from klasgenoot.domain.page_layout import Box, Line, Page, PagePicture, Word
from klasgenoot.domain.photo_list import read_photo_list
from klasgenoot.domain.portraits_on_pages import Frame

WIDE, HIGH, STEP = 60.0, 80.0, 130.0


def _word(text: str, left: float, top: float) -> Word:
    return Word(text, Box(left, top, left + 6 * len(text), top + 9))


def _page(*sections: tuple[str, tuple[str, ...]]) -> Page:
    """A page with a heading above each row of photos, and a name below each of them."""
    words, pictures, top = [], [], 40.0
    for heading, names in sections:
        words += [_word(heading, 30, top)] if heading else []
        for place, name in enumerate(names):
            left = 30 + place * 90
            pictures.append(PagePicture(Box(left, top + 20, left + WIDE, top + 20 + HIGH), name))
            words.append(_word(name, left, top + 20 + HIGH + 4))
        top += STEP
    return Page(width=595, height=842, words=tuple(words), pictures=tuple(pictures))


def test_a_class_alone_on_a_line_is_that_of_the_photos_below_it() -> None:
    page = _page(("INF1A", ("Sem", "Fay")), ("INF1B", ("Lux", "Bo", "Noor")), ("", ("Kim", "Jo")))
    told = [(each.caption.name, each.caption.class_name) for each in read_photo_list([page]).people]
    assert told == [
        ("Sem", "INF1A"),
        ("Fay", "INF1A"),
        ("Lux", "INF1B"),
        ("Bo", "INF1B"),
        ("Noor", "INF1B"),
        ("Kim", "INF1B"),
        ("Jo", "INF1B"),
    ]


@pytest.mark.parametrize(
    ("texts", "count"),
    [(("1A", "1B"), 2), (("1A", "1A"), 0), (("Sem", "Fay"), 0), (("2026", "1A"), 1)],
)
def test_what_comes_back_or_is_a_name_is_no_heading(texts: tuple[str, str], count: int) -> None:
    lines = tuple(
        Line((_word(text, 30, top),)) for text, top in zip(texts, (10.0, 140.0), strict=True)
    )
    boxes = [Box(30 + 90 * n, top, 90 + 90 * n, top + 80) for top in (30, 160) for n in range(2)]
    frames = tuple(Frame(box, place) for place, box in enumerate(boxes))
    assert [len(found) for found in bare_headings([lines], [frames])] == [count]
