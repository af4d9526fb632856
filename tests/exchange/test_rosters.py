from contextlib import closing
from pathlib import Path

import pytest

from klasgenoot.domain.errors import UnreadableList
from klasgenoot.exchange.cage.cage import Cage
from klasgenoot.exchange.rosters import read_roster
from klasgenoot.exchange.sources import read_source
from made_files import folder, jpeg, real_input


def test_the_list_with_names_is_chosen_from_all_text(cage: Cage, tmp_path: Path) -> None:
    place = folder(
        tmp_path,
        {
            "LEESMIJ.txt": b"Dit zijn de foto's van klas 1B.\nGroet, Mia\n" * 9,
            "enrollments.csv": b"classSourcedId,userSourcedId,role\n1,2,student\n" * 5,
            "klas.csv": b"Voornaam;Achternaam\nSem;Bos\n",
            "page.html": b"<html></html>",
        },
    )
    with closing(read_source([place], cage=cage)) as source:
        found, _ = read_roster(source, cage=cage)
    assert found is not None
    assert found.source == "klas.csv"


def test_photos_alone_bring_no_list(cage: Cage, tmp_path: Path) -> None:
    with closing(read_source([folder(tmp_path, {"1.jpg": jpeg()})], cage=cage)) as source:
        assert read_roster(source, cage=cage)[0] is None


def test_a_letter_beside_photos_is_no_list(cage: Cage, tmp_path: Path) -> None:
    letter = b"Beste Mia,\nhierbij de foto's van mijn klas, die ik maandag heb gemaakt.\n" * 3
    place = folder(tmp_path, {"1.jpg": jpeg(), "LEESMIJ.txt": letter})
    with closing(read_source([place], cage=cage)) as source:
        assert read_roster(source, cage=cage)[0] is None


def test_a_list_that_cannot_be_read_says_why(cage: Cage, tmp_path: Path) -> None:
    place = folder(tmp_path, {"1.jpg": jpeg(), "klas": b"\x81\x8d" * 9})
    with closing(read_source([place], cage=cage)) as source, pytest.raises(UnreadableList):
        read_roster(source, cage=cage)


def test_the_users_are_chosen_from_a_real_zip(cage: Cage) -> None:
    with closing(
        read_source([real_input("rosters/oneroster-1.1-minimal.zip")], cage=cage)
    ) as source:
        found, _ = read_roster(source, cage=cage)
    assert found is not None
    assert found.source.endswith("users.csv")
    assert not any("assword" in cell for row in found.rows for cell in row)
