"""A deck for a phone: a face and a name for each, and nothing in the temp folder."""

import json
import sqlite3
import tempfile
from io import BytesIO
from zipfile import ZipFile

import pytest

from klasgenoot.domain.exports import Leaving
from klasgenoot.exchange.outgoing.decks import can_write_decks, write_deck
from made_files import jpeg

PEOPLE = (
    Leaving(given_name="Noor", family_name="Aydın", picture=jpeg(60, 80)),
    Leaving(
        given_name="Johannes",
        call_name="Han",
        infix="van der",
        family_name="B<e>rg",
        picture=jpeg(61, 80),
        student_number="500124",
        note="houdt van roeien",
    ),
    Leaving(given_name="Zonder", family_name="Foto"),
)


def test_without_the_extra_it_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("klasgenoot.exchange.outgoing.decks.find_spec", lambda _: None)
    assert not can_write_decks()


def test_a_deck_holds_faces_with_names_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the temp folder")

    for name in ("mkstemp", "NamedTemporaryFile", "TemporaryFile", "mkdtemp"):
        monkeypatch.setattr(tempfile, name, refuse)
    data = write_deck(PEOPLE, name="CMV-1B", at=1_790_000_000.0)
    with ZipFile(BytesIO(data)) as archive:
        media = json.loads(archive.read("media"))
        pictures = {name: archive.read(number) for number, name in media.items()}
        connection = sqlite3.connect(":memory:")
        connection.deserialize(archive.read("collection.anki2"))
    notes = [row[0].split("\x1f") for row in connection.execute("SELECT flds FROM notes")]
    assert len(connection.execute("SELECT id FROM cards").fetchall()) == 2
    connection.close()
    assert [fields[1:] for fields in notes] == [
        ["Noor", "", "", "Aydın"],
        ["Johannes", "Han", "van der", "B&lt;e&gt;rg"],
    ]
    for fields, person in zip(notes, PEOPLE, strict=False):
        picture = fields[0].removeprefix('<img src="').removesuffix('">')
        assert pictures[picture] == person.picture
        assert "noor" not in picture.casefold()
    assert b"roeien" not in data


def test_the_same_class_is_the_same_deck_the_next_time() -> None:

    def guids(at: float) -> list[str]:
        with ZipFile(BytesIO(write_deck(PEOPLE, name="CMV-1B", at=at))) as archive:
            connection = sqlite3.connect(":memory:")
            connection.deserialize(archive.read("collection.anki2"))
        found = [row[0] for row in connection.execute("SELECT guid FROM notes ORDER BY id")]
        connection.close()
        return found

    assert guids(1_790_000_000.0) == guids(1_790_086_400.0)
