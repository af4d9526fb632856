import os
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from klasgenoot.domain.errors import (
    EmptyList,
    NoList,
    TooLarge,
    Trouble,
    UnreadableList,
    UnreadablePhoto,
    UnreadablePlace,
    UnsafeArchive,
)
from klasgenoot.exchange.archives import MAX_ENTRIES
from klasgenoot.exchange.cage import readers
from klasgenoot.exchange.cage.cage import Cage
from klasgenoot.exchange.photos import Picture
from klasgenoot.exchange.source_files import Pasted
from klasgenoot.exchange.sources import MAX_FILES, Source, read_source
from made_files import encoded, folder, jpeg, picture, real_input, zipped

LIST = b"Voornaam;Achternaam\nSem;Bos\n"
PHOTO = jpeg()
HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"


@pytest.fixture(autouse=True)
def _without_heic(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether the extra for HEIC is here or not: with it, see test_heic.py."""
    monkeypatch.setattr("klasgenoot.exchange.sources.can_decode", lambda: False)


Found = tuple[list[str], list[str], list[Trouble]]


@pytest.fixture
def found_in(cage: Cage) -> Callable[..., Found]:
    """What is in these places: lists, photos and what is refused. All of it can be read."""

    def find(*paths: Path) -> Found:
        with closing(read_source(paths, cage=cage)) as source:
            for file in source.lists:
                assert cage.read(readers.TABLE, file).rows == (("Sem", "Bos"),)
            for file in source.photos:
                found = cage.read(readers.PHOTO, file)
                assert (found.width, found.height) == (90, 110)
            return _names(source)

    return find


def _names(source: Source) -> Found:
    lists = [file.name for file in source.lists]
    photos = [file.name for file in source.photos]
    return lists, photos, list(source.refused)


def test_a_folder_is_sorted_into_lists_and_photos(
    tmp_path: Path, found_in: Callable[..., Found]
) -> None:
    place = folder(tmp_path, {"klas.csv": LIST, "fotos/b/2.jpg": PHOTO, "fotos/1.jpg": PHOTO})
    assert found_in(place) == (["klas.csv"], ["fotos/1.jpg", "fotos/b/2.jpg"], [])


def test_files_folders_and_zips_may_come_together(
    tmp_path: Path, found_in: Callable[..., Found]
) -> None:
    folder(tmp_path, {"klas.csv": LIST, "los.jpg": PHOTO, "map/1.jpg": PHOTO})
    packed = zipped(tmp_path / "meer.zip", {"a/2.jpg": PHOTO, "lijst.txt": LIST})
    lists, photos, refused = found_in(
        tmp_path / "klas.csv", tmp_path / "los.jpg", tmp_path / "map", packed
    )
    assert lists == ["klas.csv", "meer.zip/lijst.txt"]
    assert photos == ["1.jpg", "los.jpg", "meer.zip/a/2.jpg"]
    assert refused == []


def test_what_was_copied_is_told_by_its_content_and_no_file_is_made_of_it(
    cage: Cage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    asked: list[str] = []

    def give(data: bytes) -> Callable[[], bytes]:
        return lambda: (asked.append("once"), data)[1]

    things = [Pasted("klembord", give(LIST)), Pasted("klembord", give(PHOTO))]
    with closing(read_source(things, cage=cage)) as source:
        (table,) = cage.read_each(readers.TABLE, source.lists)
        (photo,) = cage.read_each(readers.PHOTO, source.photos)
    assert table.rows == (("Sem", "Bos"),)
    assert isinstance(photo, Picture)
    assert len(asked) == 2
    assert not any(tmp_path.iterdir())


@pytest.mark.parametrize("data", [b"", b"MZ\x90\x00\x03", HEIC])
def test_what_was_copied_and_is_of_no_use_says_why(data: bytes, cage: Cage) -> None:
    with pytest.raises(Trouble) as refused:
        read_source([Pasted("klembord", lambda: data)], cage=cage)
    assert vars(refused.value)["source"] == "klembord"


def test_the_content_counts_and_not_the_name(
    tmp_path: Path, found_in: Callable[..., Found]
) -> None:
    place = folder(
        tmp_path,
        {"foto zonder naam": PHOTO, "gradebook.xls": LIST, "foto.dat": PHOTO, "lijst": LIST},
    )
    photos = ["foto zonder naam", "foto.dat"]
    assert found_in(place) == (["gradebook.xls", "lijst"], photos, [])


@pytest.mark.parametrize("form", ["PNG", "WEBP", "JPEG"])
def test_every_kind_of_photo_that_can_be_read_is_found(
    form: str, tmp_path: Path, cage: Cage
) -> None:
    place = folder(tmp_path, {"foto": encoded(picture(), form)})
    with closing(read_source([place], cage=cage)) as source:
        assert [file.name for file in source.photos] == ["foto"]


def test_what_a_computer_made_for_itself_is_passed_over(
    tmp_path: Path, found_in: Callable[..., Found]
) -> None:
    junk = {"__MACOSX/._1.jpg": b"x", "._1.jpg": b"x", ".DS_Store": b"x", "Thumbs.db": b"x"}
    place = folder(tmp_path / "map", {**junk, "~$klas.csv": b"x", "1.jpg": PHOTO})
    packed = zipped(tmp_path / "fotos.zip", {**junk, "1.jpg": PHOTO})
    assert found_in(place) == ([], ["1.jpg"], [])
    assert found_in(packed) == ([], ["fotos.zip/1.jpg"], [])


def test_a_stem_is_the_name_without_folders_and_ending(tmp_path: Path, cage: Cage) -> None:
    place = folder(tmp_path, {"a/Jansen, J. A.jpg": PHOTO, "Zoe\u0308.jpg": PHOTO})
    with closing(read_source([place], cage=cage)) as source:
        assert {file.stem for file in source.photos} == {"Jansen, J. A", "Zoë"}


def test_names_in_a_zip_made_on_a_mac_keep_their_accents(tmp_path: Path, cage: Cage) -> None:
    path = zipped(tmp_path / "mac.zip", {"Zoe??.jpg": PHOTO})  # UTF-8 that does not say so
    path.write_bytes(path.read_bytes().replace(b"Zoe??.jpg", "Zoe\u0308.jpg".encode()))
    with closing(read_source([path], cage=cage)) as source:
        assert source.photos[0].stem == "Zoë"


def test_other_files_that_were_meant_to_come_along_are_named_with_why(
    tmp_path: Path, found_in: Callable[..., Found]
) -> None:
    place = folder(
        tmp_path,
        {
            "1.jpg": PHOTO,
            "iphone.jpg": HEIC,
            "tekst.jpg": b"geen foto",
            "leeg.png": b"",
            "plaatje.gif": b"GIF89a\x00\x01\x00\x01",
            "klas.csv": PHOTO,
            "leeg.csv": b"",
            "klas.xlsx": b"PK\x03\x04",
            "iets.bin": bytes(64),
            "vault.csv": b"SQLite format 3\x00" + bytes(4000),
            "klas.txt": b"MZ\x90\x00" + bytes(200),
        },
    )
    _, photos, refused = found_in(place)
    whys = {trouble.source: getattr(trouble, "why", "") or type(trouble) for trouble in refused}
    assert photos == ["1.jpg"]
    assert whys == {
        "iphone.jpg": "heic",
        "tekst.jpg": "unknown_format",
        "leeg.png": "broken",
        "plaatje.gif": "unknown_format",
        "klas.csv": UnreadableList,
        "leeg.csv": EmptyList,
        "klas.xlsx": UnreadableList,
        "vault.csv": "database",
        "klas.txt": "program",
    }


@pytest.mark.parametrize(
    ("name", "data", "trouble"),
    [
        ("klas.csv", PHOTO, UnreadableList),
        ("klas.csv", b"", EmptyList),
        ("klas.bin", bytes(64), UnreadableList),
        ("klas.xlsx", b"PK\x03\x04", UnreadableList),
        ("foto.jpg", HEIC, UnreadablePhoto),
        ("foto.jpg", b"", UnreadablePhoto),
    ],
)
def test_a_file_that_was_dropped_by_itself_says_why_it_cannot_be_used(
    name: str, data: bytes, trouble: type[Trouble], tmp_path: Path, found_in: Callable[..., Found]
) -> None:
    with pytest.raises(trouble):
        found_in(folder(tmp_path, {name: data}) / name)


def test_where_nothing_can_be_used_that_is_said(
    tmp_path: Path, found_in: Callable[..., Found]
) -> None:
    with pytest.raises(NoList):
        found_in(folder(tmp_path / "leeg", {"iets.bin": bytes(64)}))
    with pytest.raises(NoList):
        found_in()
    with pytest.raises(UnreadablePhoto):
        found_in(folder(tmp_path / "heic", {"1.heic": HEIC}))


def test_a_place_that_is_not_there_is_unreadable(
    tmp_path: Path, found_in: Callable[..., Found]
) -> None:
    with pytest.raises(UnreadablePlace) as caught:
        found_in(tmp_path / "weg.csv")
    assert caught.value.path.name == "weg.csv"


def test_what_may_not_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, found_in: Callable[..., Found]
) -> None:
    place = folder(tmp_path, {"1.jpg": PHOTO, "2.jpg": PHOTO})
    opened = os.open

    def refuse(path: str | Path, *args: int) -> int:
        if Path(path).name == "2.jpg":
            raise PermissionError(13, "no", str(path))
        return opened(path, *args)

    monkeypatch.setattr(os, "open", refuse)
    _, photos, refused = found_in(place)
    assert photos == ["1.jpg"]
    assert [trouble.path.name for trouble in refused] == ["2.jpg"]
    with pytest.raises(UnreadablePlace):
        found_in(place / "2.jpg")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with a name are a Unix thing")
def test_a_pipe_is_not_waited_for(tmp_path: Path, found_in: Callable[..., Found]) -> None:
    os.mkfifo(tmp_path / "pijp.csv")
    with pytest.raises(UnreadablePlace):
        found_in(tmp_path / "pijp.csv")


def test_a_folder_with_thousands_of_files_is_refused(
    tmp_path: Path, found_in: Callable[..., Found]
) -> None:
    for number in range(MAX_FILES + 1):
        (tmp_path / f"{number}.jpg").touch()
    with pytest.raises(TooLarge):
        found_in(tmp_path)


@pytest.mark.parametrize(
    "name",
    ["../weg.jpg", "a/../../weg.jpg", "/etc/passwd", "..\\weg.jpg", "C:\\weg.jpg", "a/.."],
)
def test_a_zip_that_reaches_outside_itself_is_refused(
    name: str, tmp_path: Path, found_in: Callable[..., Found]
) -> None:
    with pytest.raises(UnsafeArchive) as caught:
        found_in(zipped(tmp_path / "boos.zip", {"1.jpg": PHOTO, name: PHOTO}))
    assert (caught.value.source, caught.value.why) == ("boos.zip", "outside")
    assert [path.name for path in tmp_path.iterdir()] == ["boos.zip"]


def test_a_zip_bomb_is_refused_unread(tmp_path: Path, found_in: Callable[..., Found]) -> None:
    with pytest.raises(UnsafeArchive) as caught:
        found_in(zipped(tmp_path / "bom.zip", {"1.jpg": PHOTO + bytes(30_000_000)}))
    assert caught.value.why == "bomb"


def test_a_zip_with_three_thousand_files_is_refused(
    tmp_path: Path, found_in: Callable[..., Found]
) -> None:
    files = {f"{number}.jpg": PHOTO for number in range(MAX_ENTRIES + 1000)}
    with pytest.raises(TooLarge):
        found_in(zipped(tmp_path / "veel.zip", files))


def test_a_table_of_contents_that_goes_on_and_on_is_not_read(
    tmp_path: Path, found_in: Callable[..., Found]
) -> None:
    path = zipped(tmp_path / "lang.zip", {"1.jpg": PHOTO})
    data = bytearray(path.read_bytes())
    end = data.rfind(b"PK\x05\x06")
    data[end + 12 : end + 16] = (50_000_000).to_bytes(4, "little")
    path.write_bytes(data)
    with pytest.raises(TooLarge):
        found_in(path)


def test_a_zip_under_lock_says_so(tmp_path: Path, found_in: Callable[..., Found]) -> None:
    path = zipped(tmp_path / "slot.zip", {"1.jpg": PHOTO})
    data = bytearray(path.read_bytes())
    data[data.find(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    with pytest.raises(UnsafeArchive) as caught:
        found_in(path)
    assert caught.value.why == "encrypted"


def test_a_zip_that_is_cut_short_is_damaged(tmp_path: Path, found_in: Callable[..., Found]) -> None:
    path = zipped(tmp_path / "half.zip", {"1.jpg": PHOTO})
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(UnsafeArchive) as caught:
        found_in(path)
    assert caught.value.why == "damaged"


def test_a_damaged_file_in_a_zip_leaves_the_others_alone(
    tmp_path: Path, found_in: Callable[..., Found]
) -> None:
    path = tmp_path / "deels.zip"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("1.jpg", PHOTO)
        archive.writestr("2.jpg", jpeg(80, 100))
    data = bytearray(path.read_bytes())
    second = data.find(b"2.jpg")
    data[second + 5 : second + 40] = bytes(35)
    path.write_bytes(data)
    _, photos, refused = found_in(path)
    assert photos == ["deels.zip/1.jpg"]
    assert [trouble.why for trouble in refused] == ["damaged"]


def test_a_link_in_a_zip_is_not_followed(tmp_path: Path, found_in: Callable[..., Found]) -> None:
    path = tmp_path / "link.zip"
    link = ZipInfo("lijst.csv")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with ZipFile(path, "w") as archive:
        archive.writestr("1.jpg", PHOTO)
        archive.writestr(link, "/etc/passwd")
    assert found_in(path) == ([], ["link.zip/1.jpg"], [])


def test_a_bad_zip_in_a_folder_leaves_the_rest_alone(
    tmp_path: Path, found_in: Callable[..., Found]
) -> None:
    place = folder(tmp_path, {"1.jpg": PHOTO})
    zipped(place / "boos.zip", {"../weg.jpg": PHOTO})
    _, photos, refused = found_in(place)
    assert photos == ["1.jpg"]
    assert [type(trouble) for trouble in refused] == [UnsafeArchive]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(draw=st.data())
def test_any_damage_to_a_zip_gives_files_or_a_trouble(
    draw: st.DataObject, tmp_path: Path, cage: Cage
) -> None:
    path = zipped(tmp_path / "x.zip", {"1.jpg": PHOTO, "klas.csv": LIST * 20})
    content = bytearray(path.read_bytes())
    for _ in range(draw.draw(st.integers(1, 6))):
        place = draw.draw(st.integers(0, len(content) - 1))
        content[place] = draw.draw(st.integers(0, 255))
    path.write_bytes(content)
    try:
        with closing(read_source([path], cage=cage)) as source:
            assert {type(answer) for answer in cage.read_each(readers.PHOTO, source.photos)} <= {
                Picture,
                UnreadablePhoto,
                UnsafeArchive,
            }
    except Trouble:
        pass


def test_the_real_folder_holds_one_list_and_its_portraits(cage: Cage) -> None:
    with closing(
        read_source([real_input("people.csv"), real_input("portraits")], cage=cage)
    ) as source:
        assert [file.name for file in source.lists] == ["people.csv"]
        assert len(source.photos) == 56
        assert source.refused == ()
