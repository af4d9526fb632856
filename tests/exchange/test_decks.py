"""Decks of Anki: tests/data/lists has two that genanki made and one of the newest Anki itself.

`klas-nieuwste.apkg` was exported by the engine of Anki 26.9 from the pictures of `klas.apkg`. Other
decks are made here, some to hurt.
"""

import json
import sqlite3
from contextlib import closing, suppress
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZipFile

import pytest

from bombs import blown_up
from damaged_files import mutated
from imports import read, take_in
from klasgenoot.domain.errors import EmptyList, Trouble, UnreadableList
from klasgenoot.exchange.archives import Archive
from klasgenoot.exchange.database_pages import Pages
from klasgenoot.exchange.decks import Face, faces_in, read_deck
from klasgenoot.operations.desk import Desk
from made_files import GOLDEN, jpeg, zipped

NAMES = ["Sanne van der Berg", "Sem Bos", "Zoë Aydın"]


def database(notes: list[tuple[object, str]], *, models: object = None, page: int = 4096) -> bytes:
    """The collection of a deck with these notes, as SQLite writes it."""
    with closing(sqlite3.connect(":memory:")) as made:
        made.execute(f"PRAGMA page_size = {page}")
        made.execute(
            "CREATE TABLE col (id INTEGER PRIMARY KEY, crt, mod, scm, ver, dty, usn, ls, conf,"
            " models, decks, dconf, tags)"
        )
        made.execute(
            "CREATE TABLE notes (id INTEGER PRIMARY KEY, guid, mid, mod, usn, tags, flds, sfld,"
            " csum, flags, data)"
        )
        made.execute("INSERT INTO col (id, models) VALUES (1, ?)", (json.dumps(models or {}),))
        made.executemany("INSERT INTO notes (mid, flds) VALUES (?, ?)", notes)
        made.commit()
        return made.serialize()


def deck(path: Path, notes: list[tuple[object, str]], **files: bytes) -> Path:
    media = {"media": json.dumps({"0": "a.jpg"}).encode(), "0": jpeg()}
    return zipped(path, {"collection.anki2": database(notes), **media, **files})


def opened(path: Path) -> Archive:
    return Archive(BytesIO(path.read_bytes()), source="x")


@pytest.mark.parametrize("name", ["klas.apkg", "klas-basis.apkg", "klas-nieuwste.apkg"])
def test_a_deck_comes_with_names_and_faces(name: str) -> None:
    found = read(GOLDEN / name)
    assert found.table
    assert [photo.stem for photo in found.photos] == NAMES
    column = [normal for normal in found.table.header if normal in {"Naam", "Name"}]
    place = found.table.header.index(column[0])
    assert [row[place] for row in found.table.rows] == NAMES


def test_a_deck_is_taken_in_as_any_list(desk: Desk) -> None:
    done = take_in(desk, GOLDEN / "klas.apkg")
    assert (done.result.added, done.result.photos) == (3, 3)


def test_the_newest_deck_gives_its_columns_and_its_very_pictures(desk: Desk) -> None:
    found = read(GOLDEN / "klas-nieuwste.apkg")
    assert found.table
    assert found.table.header == ("Naam", "Studentnummer")
    assert [row[1] for row in found.table.rows] == ["500124", "0500123", "500126"]
    older = read(GOLDEN / "klas.apkg")
    assert [one.picture for one in found.photos] == [one.picture for one in older.photos]
    done = take_in(desk, GOLDEN / "klas-nieuwste.apkg")
    assert (done.result.added, done.result.photos) == (3, 3)


def newest(**changed: bytes | None) -> dict[str, bytes]:
    """What is in the newest deck, with other bytes for some of it; None leaves a file out."""
    with ZipFile(GOLDEN / "klas-nieuwste.apkg") as whole:
        files = {name: whole.read(name) for name in whole.namelist()}
    those = {name.replace("_", "."): data for name, data in changed.items()}
    return {name: data for name, data in (files | those).items() if data is not None}


def packed(data: bytes) -> bytes:
    """As Zstandard stores what it cannot make smaller: a frame of one block."""
    size = len(data)
    return b"\x28\xb5\x2f\xfd\x00\x58" + (size << 3 | 1).to_bytes(3, "little") + data


def test_a_deck_of_a_form_to_come_says_how_to_export_it(tmp_path: Path) -> None:
    path = zipped(tmp_path / "later.apkg", newest(meta=b"\x08\x04"))
    with pytest.raises(UnreadableList) as caught:
        read(path)
    assert (caught.value.source, caught.value.why) == ("later.apkg", "anki")


@pytest.mark.parametrize(
    "changed",
    [
        {"media": packed(b"\x0a\x30\x0a")},
        {"media": packed(b"\x0a\x02\x0a\x01")},
        {"media": packed(bytes(40))},
        {"meta": b"\x08"},
        {"collection_anki21b": packed(b"SQLite format 3\x00" + bytes(200))},
        {"collection_anki21b": b"\x28\xb5\x2f\xfd" + bytes(40)},
    ],
)
def test_a_newest_deck_that_is_damaged_says_so_or_has_no_faces(
    tmp_path: Path, changed: dict[str, bytes]
) -> None:
    path = zipped(tmp_path / "stuk.apkg", newest(**changed))
    try:
        assert not read(path).photos
    except UnreadableList as trouble:
        assert trouble.why == "damaged"  # noqa: PT017 - either will do


def test_a_picture_that_is_none_or_cut_off_stays_out(tmp_path: Path) -> None:
    files = newest()
    files |= {"0": packed(b"<svg/>"), "1": files["1"][:200]}
    found = read(zipped(tmp_path / "x.apkg", files))
    assert [photo.stem for photo in found.photos] == ["Zoë Aydın"]
    assert found.table
    assert len(found.table.rows) == 3


def test_pictures_that_unpack_to_gigabytes_are_refused_one_by_one(tmp_path: Path) -> None:
    start = b"\x28\xb5\x2f\xfd\x00\x58" + (16 << 3).to_bytes(3, "little") + jpeg()[:16]
    huge = start + blown_up(20_000)[6:]
    found = read(zipped(tmp_path / "x.apkg", newest() | {"0": huge, "1": huge}))
    assert [photo.stem for photo in found.photos] == ["Zoë Aydın"]
    assert [getattr(trouble, "why", "") for trouble in found.refused] == ["too_large"] * 2


@pytest.mark.parametrize("page", [512, 1024, 4096])
def test_rows_without_rowid_are_those_that_sqlite_wrote(page: int) -> None:
    chance = Random(page)
    rows = [
        (n // 40, n % 40, "é" * chance.choice([0, 3, 90, 700, 3_000]), chance.randbytes(n % 9))
        for n in range(400)
    ]
    with closing(sqlite3.connect(":memory:")) as made:
        made.execute(f"PRAGMA page_size = {page}")
        made.execute(
            "CREATE TABLE fields (ntid, ord, name, config, PRIMARY KEY (ntid, ord)) WITHOUT ROWID"
        )
        made.executemany("INSERT INTO fields VALUES (?, ?, ?, ?)", rows)
        made.commit()
        data = made.serialize()
    assert sorted(Pages(data, source="x").rows("fields")) == rows  # type: ignore[type-var]


def test_a_deck_without_pictures_is_no_class(tmp_path: Path) -> None:
    with pytest.raises(EmptyList):
        read(deck(tmp_path / "woorden.apkg", [(1, "hond\x1fdog"), (1, "kat\x1fcat")]))


def test_notes_of_another_kind_and_pictures_that_are_gone_stay_out(tmp_path: Path) -> None:
    notes = [
        (1, '<img src="a.jpg">\x1fSem Bos'),
        (1, '<img src="weg.jpg">\x1fFay Vos'),
        (2, '<img src="a.jpg">\x1fEiffeltoren'),
        (1, "zonder\x1fLux Kok"),
    ]
    path = deck(tmp_path / "x.apkg", notes)
    assert read_deck(opened(path), source="x").rows == (("Sem Bos",), ("Fay Vos",))
    assert faces_in(opened(path), source="x") == (Face("Sem Bos", "0"),)


@pytest.mark.parametrize("page", [512, 1024, 4096, 65536])
def test_rows_are_those_that_sqlite_wrote_whatever_their_size(page: int) -> None:
    chance = Random(page)
    notes = [
        (
            chance.choice([None, 0, 1, -5, 70_000, 2**40, 1.5, "ë" * 9]),
            "é" * chance.choice([0, 3, 90, 500, 9_000]),
        )
        for _ in range(300)
    ]
    data = database(notes, page=page)
    found = [(row[2], row[6]) for row in Pages(data, source="x").rows("notes")]
    assert found == notes


def test_there_are_no_rows_in_a_table_that_is_not_there() -> None:
    assert list(Pages(database([]), source="x").rows("cards")) == []


def test_a_page_that_leads_back_is_damage() -> None:
    data = bytearray(database([(1, "x" * 9_000)] * 40, page=512))
    for at in range(0, len(data), 512):
        if data[at] == 5:
            data[at + 8 : at + 12] = (at // 512 + 1).to_bytes(4, "big")
    with pytest.raises(UnreadableList):
        list(Pages(bytes(data), source="x").rows("notes"))


def test_any_damage_to_a_deck_gives_rows_or_a_trouble() -> None:
    seeds = [database([(1, f'<img src="{n}.jpg">\x1fSem Bos{n}') for n in range(90)], page=512)]
    chance = Random(3)
    read_at_all = 0
    for _ in range(400):
        with suppress(Trouble):
            read_at_all += len(list(Pages(mutated(seeds, chance), source="x").rows("notes"))) > 0
    assert 0 < read_at_all < 400


def test_a_deck_cut_in_half_is_damaged(tmp_path: Path) -> None:
    with ZipFile(GOLDEN / "klas.apkg") as whole:
        files = {name: whole.read(name) for name in whole.namelist()}
    files["collection.anki2"] = files["collection.anki2"][:5_000]
    with pytest.raises(UnreadableList):
        read(zipped(tmp_path / "half.apkg", files))
