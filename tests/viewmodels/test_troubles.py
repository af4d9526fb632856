"""Every trouble has a sentence that says what and where, with its own data filled in."""

from dataclasses import fields
from pathlib import PurePath
from typing import Any

import pytest

from klasgenoot.domain import errors
from klasgenoot.domain.errors import Trouble
from klasgenoot.exchange import archives, photos, sources, tables
from klasgenoot.viewmodels.troubles import trouble_words

VALUES: dict[str, Any] = {
    "source": "CMV-1B.csv",
    "limit": "20 MB",
    "why": "broken",
    "number": "500123",
    "rows": (3, 9),
    "page": 2,
    "path": PurePath("/data/klasgenoot.db"),
    "file_version": 4,
    "known_version": 1,
    "kind": "class",
    "what": "CMV-1B",
    "count": 12,
    "most": 2,
}


WITHOUT_PLACE = {
    errors.NoList,
    errors.StrangePhotos,
    errors.DiskFailed,
    errors.DiskFull,
    errors.NewerFile,
    errors.AlreadyOpen,
}
"""There is only one place it can be about: what was dropped, or the data."""


def every_trouble() -> list[type[Trouble]]:
    """All there are, however deep."""
    found, left = [], [Trouble]
    while left:
        below = left.pop().__subclasses__()
        found += below
        left += below
    return sorted(found, key=lambda kind: kind.__name__)


def made(kind: type[Trouble], **values: Any) -> Trouble:
    given = VALUES | values
    return kind(**{field.name: given[field.name] for field in fields(kind)})


@pytest.mark.parametrize("kind", every_trouble())
def test_every_trouble_has_its_sentence(kind: type[Trouble]) -> None:
    words = trouble_words(made(kind))
    assert words[0].isupper() or words.startswith("/data")
    assert words.endswith(".")
    assert "{" not in words
    assert "!" not in words
    says_where = {"source", "path"} & {field.name for field in fields(kind)}
    if says_where and kind not in WITHOUT_PLACE:
        assert any(str(VALUES[name]) in words for name in says_where)


@pytest.mark.parametrize(
    "why", ["broken", "too_many_pixels", "too_large", "unknown_format", "heic", "web_page"]
)
def test_each_reason_why_a_photo_cannot_be_used_has_words_of_its_own(why: str) -> None:
    others = {trouble_words(errors.UnreadablePhoto("a.jpg", other)) for other in ("", "?")}
    words = trouble_words(errors.UnreadablePhoto("a.jpg", why))
    assert words.startswith("a.jpg")
    assert (words in others) == (why == "unknown_format")


@pytest.mark.parametrize(
    "why",
    [
        *("", "database", "program", "password", "damaged", "unsafe", "anki", "json", "newer"),
        "web_page",
    ],
)
def test_each_reason_why_a_list_cannot_be_read_has_words_of_its_own(why: str) -> None:
    plain = trouble_words(errors.UnreadableList("a.xlsx", "?"))
    words = trouble_words(errors.UnreadableList("a.xlsx", why))
    assert words.startswith("a.xlsx")
    assert (words == plain) == (why == "")


@pytest.mark.parametrize("why", ["outside", "bomb", "damaged", "encrypted", "packing"])
def test_each_reason_why_a_zip_is_not_opened_is_said(why: str) -> None:
    assert "photos.zip" in trouble_words(errors.UnsafeArchive("photos.zip", why))


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        (errors.DoubleNumber("a.csv", "7", (3, 9)), "Rows 3 and 9 of a.csv"),
        (errors.TooLarge("text", "280"), "longer than 280 characters"),
        (errors.TooLarge("a.csv", "20000 rows"), "a.csv is larger than Klasgenoot takes in (20000"),
        (errors.Missing("name"), "Give a name first."),
        (errors.Missing("horoscope"), "Something is still missing."),
        (errors.Unknown("student", "7"), "That is no longer there."),
        (errors.Unknown("day", "soon"), "That is no day."),
        (errors.StrangePhotos("a", 12), "None of the 12 photos"),
    ],
)
def test_the_data_of_a_trouble_stands_in_its_words(trouble: Trouble, words: str) -> None:
    assert trouble_words(trouble).startswith(words) or words in trouble_words(trouble)


def test_every_limit_there_is_can_be_put_into_words() -> None:
    from klasgenoot.viewmodels.troubles import _UNITS

    limits = {
        "20 MB",
        "500 MB",
        f"{tables.MAX_ROWS} rows",
        f"{tables.MAX_COLUMNS} columns",
        f"{tables.MAX_CELL} characters",
        f"{tables.MAX_CELLS} cells",
        f"{archives.MAX_ENTRIES} files",
        f"{sources.MAX_FILES} files",
    }
    assert {limit.partition(" ")[2] for limit in limits} <= set(_UNITS)
    assert photos.MAX_PIXELS == 50_000_000  # the sentence says so
    assert photos.MAX_FILE == 50_000_000
