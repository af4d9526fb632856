"""Bad input ends in a trouble that says what and where, and changes nothing."""

import os
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest

from builders import content, school_class
from imports import PEOPLE, class_folder, portrait, read, rows, take_in
from klasgenoot.domain.errors import (
    Cancelled,
    DiskFull,
    DoubleNumber,
    EmptyList,
    NoList,
    NoNameColumn,
    StrangePhotos,
    TooLarge,
    Trouble,
    UnreadableList,
    UnreadablePhoto,
    UnreadablePlace,
    UnsafeArchive,
)
from klasgenoot.exchange import archives
from klasgenoot.exchange.archives import Archive
from klasgenoot.operations.desk import Desk
from klasgenoot.store import students
from made_files import folder, huge_png, jpeg, zipped

Files = dict[str, bytes]

DOUBLE = rows(PEOPLE[0], "500123;Timo;;Bakker;;CMV-1B")
NO_NAMES = rows("500123;sanne@school.nl", header="Studentnummer;E-mail")
TRUNCATED = jpeg()[:400]
LOG_IN = b"<!DOCTYPE html><html><body>Log in bij je instelling</body></html>"

ALONE: dict[str, tuple[Files, type[Trouble], str]] = {
    "no list": ({"notes.docx": b"PK\x03\x04" + bytes(60)}, UnreadableList, "notes.docx"),
    "an empty folder": ({}, NoList, "in"),
    "an empty list": ({"klas.csv": b""}, EmptyList, "klas.csv"),
    "a list of a header alone": ({"klas.csv": rows()}, EmptyList, "klas.csv"),
    "a picture called a list": ({"klas.csv": jpeg()}, UnreadableList, "klas.csv"),
    "a program called a list": ({"klas.csv": bytes(range(256)) * 9}, UnreadableList, "klas.csv"),
    "a list without names": ({"klas.csv": NO_NAMES}, NoNameColumn, "klas.csv"),
    "two students with one number": ({"klas.csv": DOUBLE}, DoubleNumber, "klas.csv"),
    "photos nobody matches": (
        {"klas.csv": rows(*PEOPLE), "IMG_1.jpg": portrait(1), "IMG_2.jpg": portrait(2)},
        StrangePhotos,
        "klas",
    ),
    "a huge photo": ({"groot.png": huge_png()}, UnreadablePhoto, "groot.png"),
    "a truncated photo": ({"sanne.jpg": TRUNCATED}, UnreadablePhoto, "sanne.jpg"),
    "a page to log in on, saved as a photo": ({"a.jpg": LOG_IN}, UnreadablePhoto, "a.jpg"),
    "a page to log in on, saved as a list": ({"a.xlsx": LOG_IN}, UnreadableList, "a.xlsx"),
    "a list that is too long": (
        {"klas.csv": rows(*(f"{n};Voornaam{n};;A{n};;" for n in range(20_001)))},
        TooLarge,
        "klas.csv",
    ),
}


@pytest.mark.parametrize("name", ALONE)
def test_bad_input_is_said_to_be_so_and_changes_nothing(
    desk: Desk, tmp_path: Path, name: str
) -> None:
    files, kind, source = ALONE[name]
    school_class(desk)
    before = content(desk.vault)
    where = folder(tmp_path / "in", files)
    where.mkdir(exist_ok=True)
    with pytest.raises(kind) as caught:
        take_in(desk, where)
    assert source in caught.value.source
    assert content(desk.vault) == before


def test_the_rows_with_one_number_are_pointed_out(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(DoubleNumber) as caught:
        take_in(desk, folder(tmp_path / "in", {"klas.csv": DOUBLE}))
    assert (caught.value.number, caught.value.rows) == ("500123", (2, 3))


def test_a_zip_that_reaches_outside_itself_is_not_opened(desk: Desk, tmp_path: Path) -> None:
    path = zipped(tmp_path / "photos.zip", {"../../klas.csv": rows(*PEOPLE)})
    before = content(desk.vault)
    with pytest.raises(UnsafeArchive) as caught:
        take_in(desk, path)
    assert (caught.value.source, caught.value.why) == ("photos.zip", "outside")
    assert content(desk.vault) == before
    assert [each.name for each in tmp_path.iterdir()] == ["photos.zip"]


def test_a_file_that_is_not_there_is_said_so(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(UnreadablePlace) as caught:
        take_in(desk, tmp_path / "gone.csv")
    assert caught.value.path == tmp_path / "gone.csv"


def test_a_name_no_disk_can_have_is_said_so(desk: Desk) -> None:
    with pytest.raises(UnreadablePlace):
        take_in(desk, Path("x" * 5_000))


def test_a_folder_that_may_not_be_read_is_put_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = class_folder(tmp_path / "in")
    scandir = os.scandir

    def refuse(path: str) -> object:
        if Path(path).name == "fotos":
            raise PermissionError(13, "no", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    (refused,) = read(where).refused
    assert isinstance(refused, UnreadablePlace)
    assert refused.path == where / "fotos"


def test_a_cell_that_never_ends_is_no_list(desk: Desk, tmp_path: Path) -> None:
    data = b"Voornaam;Achternaam\n" + b"x" * 140_000 + b";y\n"
    with pytest.raises(UnreadableList):
        take_in(desk, folder(tmp_path / "in", {"klas.csv": data}))


def test_a_zip_that_is_gone_or_holds_too_much_is_said_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(UnreadablePlace):
        read(tmp_path / "gone.zip")
    monkeypatch.setattr(archives, "MAX_TOTAL", 10)
    with pytest.raises(TooLarge):
        opened(zipped(tmp_path / "in.zip", {"klas.csv": b"x" * 11}))


def test_a_name_in_an_old_zip_is_read_as_that_time_wrote_it(tmp_path: Path) -> None:
    path = zipped(tmp_path / "in.zip", {"Ren_.jpg": b"x"})
    path.write_bytes(path.read_bytes().replace(b"Ren_.jpg", b"Ren\x82.jpg"))
    assert opened(path).names == ("René.jpg",)


def opened(path: Path) -> Archive:
    """A zip as it is looked into within the cage."""
    return Archive(BytesIO(path.read_bytes()), source=path.name)


def test_one_bad_photo_does_not_hold_up_the_class(desk: Desk, tmp_path: Path) -> None:
    where = class_folder(tmp_path / "in")
    (where / "fotos" / "500123.jpg").write_bytes(TRUNCATED)
    (where / "fotos" / "500124.jpg").write_bytes(huge_png())
    found = read(where)
    assert {trouble.why for trouble in found.refused if isinstance(trouble, UnreadablePhoto)} == {
        "broken",
        "too_many_pixels",
    }
    done = take_in(desk, where)
    assert (done.result.added, done.result.photos) == (3, 1)


def test_what_was_stopped_leaves_nothing(desk: Desk, tmp_path: Path) -> None:
    where = class_folder(tmp_path / "in")
    before = content(desk.vault)
    answers = iter([False])
    with pytest.raises(Cancelled):
        read(where, is_cancelled=lambda: next(answers, True))
    assert content(desk.vault) == before


def _pages_in_use(desk: Desk) -> int:
    row = desk.vault.row("PRAGMA page_count")
    assert row
    return int(row[0])


@pytest.fixture
def fill_the_disk(desk: Desk) -> Iterator[Callable[[], None]]:
    """Leaves the data file no room to grow, as a full disk does."""

    def fill() -> None:
        desk.vault.connection.execute(f"PRAGMA max_page_count = {_pages_in_use(desk)}")

    yield fill
    desk.vault.connection.execute("PRAGMA max_page_count = 1073741823")


def test_a_full_disk_leaves_the_data_as_it_was(
    desk: Desk, tmp_path: Path, fill_the_disk: Callable[[], None]
) -> None:
    school_class(desk, name="CMV-1A")
    where = class_folder(tmp_path / "in")
    before = content(desk.vault)
    fill_the_disk()
    with pytest.raises(DiskFull):
        take_in(desk, where)
    assert content(desk.vault) == before
    assert not desk.vault.connection.in_transaction
    desk.vault.connection.execute("PRAGMA max_page_count = 1073741823")
    assert take_in(desk, where).result.added == 3
    assert len(students.all_students(desk.vault)) == 8
