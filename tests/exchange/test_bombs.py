"""Files made to hurt are refused, keep within a gigabyte, and leave nothing anywhere."""

import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from bombs import BOMBS, HEAVY
from damaged_files import SEEDS, mutated
from imports import read
from klasgenoot.domain.errors import Trouble
from klasgenoot.exchange.cage.cage import Cage
from klasgenoot.exchange.cage.everything_readers import EVERYTHING
from klasgenoot.exchange.cage.outside import CagedProcess
from klasgenoot.exchange.cage.readers import PHOTO, TABLE
from klasgenoot.exchange.photos import Picture
from klasgenoot.exchange.source_files import SourceFile
from klasgenoot.exchange.sources import read_source

TIMES = 300
"""The whole number is in benchmarks/safety/mutations.py."""
GIGABYTE = 1 << 30

needs_unix = pytest.mark.skipif(sys.platform == "win32", reason="links and limits of Unix")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder to make a file in, beside one to stand in; nothing comes beside either."""
    made, here = tmp_path / "in", tmp_path / "here"
    made.mkdir()
    here.mkdir()
    monkeypatch.chdir(here)
    yield made
    assert not list(here.iterdir())
    assert {path.name for path in tmp_path.iterdir()} == {"in", "here"}


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The most bytes that each process in the cage took, as it is ended (Linux tells)."""
    most: list[int] = []
    kill = CagedProcess.kill

    def noted(process: CagedProcess) -> None:
        status = Path(f"/proc/{process.pid}/status")
        told = status.read_text().split("VmHWM:") if status.exists() else []
        most.extend(int(each.split()[0]) * 1024 for each in told[1:])
        kill(process)

    monkeypatch.setattr(CagedProcess, "kill", noted)
    return most


@needs_unix
@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused(name: str, place: Path, taken: list[int]) -> None:
    path = BOMBS[name](place)
    before = sorted(place.iterdir())
    with pytest.raises(Trouble):
        read(path)
    assert sorted(place.iterdir()) == before
    assert max(taken, default=0) < GIGABYTE


@needs_unix
@pytest.mark.parametrize("name", HEAVY)
def test_what_is_at_the_edge_takes_less_than_a_gigabyte(
    name: str, place: Path, taken: list[int]
) -> None:
    path = HEAVY[name](place)
    try:
        found = read(path)
    except Trouble:
        pass
    else:
        assert len(found.photos) == 1
        assert taken or sys.platform != "linux"
    assert max(taken, default=0) < GIGABYTE


def test_a_link_in_a_folder_is_never_followed(place: Path) -> None:
    path = BOMBS["a folder of links, pipes and devices"](place)
    (path / "klas.csv").write_text("Voornaam;Achternaam\nMila;Smit\n", encoding="utf-8")
    found = read(path)
    assert found.table
    assert found.table.rows == (("Mila", "Smit"),)


@pytest.mark.parametrize(("name", "reader"), [("photo", PHOTO), ("list", TABLE), ("sheet", TABLE)])
def test_any_damage_to_a_file_gives_it_or_a_trouble(name: str, reader: object) -> None:
    seeds, chance = SEEDS[name](), Random(17)
    made = [mutated(seeds, chance) for _ in range(TIMES)]
    files = [SourceFile("x", lambda limit, data=data: data[:limit]) for data in made]
    with Cage(is_cancelled=lambda: False) as cage:
        answers = list(cage.read_each(reader, files))
        # a workbook may ask its library for more memory than there is, which ends the process
        assert set(cage.mishaps) <= ({"EOFError"} if name == "sheet" else set())
    refused = sum(isinstance(answer, Trouble) for answer in answers)
    assert 0 < refused < TIMES
    for answer in answers:
        if isinstance(answer, Picture):
            assert answer.large.startswith(b"\xff\xd8")


@pytest.mark.parametrize("name", ["zip", "deck", "everything"])
def test_any_damage_to_a_container_gives_what_is_in_it_or_a_trouble(place: Path, name: str) -> None:
    seeds, chance = SEEDS[name](), Random(17)
    found = refused = 0
    with Cage(is_cancelled=lambda: False) as cage:
        for _ in range(TIMES):
            path = place / "x.zip"
            path.write_bytes(mutated(seeds, chance))
            try:
                source = read_source([path], cage=cage)
            except Trouble:
                refused += 1
                continue
            found += len(list(cage.read_each(PHOTO, source.photos)))
            found += len(list(cage.read_each(TABLE, source.lists)))
            found += len(list(cage.read_each(EVERYTHING, source.everything)))
            source.close()
        assert cage.mishaps == ()
    assert found
    assert refused
