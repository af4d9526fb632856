"""HEIC, as phones make it and as it is made to hurt; all of it in the cage at least once."""

import struct
from collections.abc import Callable, Iterator
from contextlib import closing
from importlib.machinery import ModuleSpec
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from PIL import Image

from damaged_files import heic_seeds, mutated
from heic_files import (
    TILE,
    Coded,
    Item,
    box,
    coded,
    grid,
    heic,
    put_together,
    several,
    size_told,
)
from klasgenoot.domain.errors import ReaderStopped, Trouble, UnreadablePhoto
from klasgenoot.domain.people import Crop
from klasgenoot.exchange import hevc_library
from klasgenoot.exchange.cage.cage import Cage
from klasgenoot.exchange.cage.readers import PHOTO
from klasgenoot.exchange.photos import Picture, opened_photo, read_photo
from klasgenoot.exchange.source_files import Pasted, SourceFile
from klasgenoot.exchange.sources import read_source
from klasgenoot.exchange.wide import cut, read_wide, with_frames
from klasgenoot.operations.reading import read_portrait
from made_files import exif, folder, jpeg, picture, zipped

RED, GREEN, BLUE, GREY = (220, 40, 20), (20, 220, 40), (20, 40, 220), (128, 128, 128)
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}

with_extra = pytest.mark.skipif(not hevc_library.can_decode(), reason="the extra is not here")


@pytest.fixture
def without_extra(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As on a computer on which nothing decodes HEIC."""
    monkeypatch.setattr(hevc_library, "find_spec", lambda _: None)
    hevc_library.library.cache_clear()
    yield
    hevc_library.library.cache_clear()


def opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadablePhoto) as caught:
        read_photo(data, source="foto.heic")
    assert caught.value.source == "foto.heic"
    return caught.value.why


def is_near(one: object, other: tuple[int, ...], *, by: int = 24) -> bool:
    assert isinstance(one, tuple)
    return all(abs(a - b) < by for a, b in zip(one, other, strict=True))


def marked(width: int = 900, height: int = 1400) -> Image.Image:
    """Red above, blue below, and green at the top left: one sees how it is turned."""
    image = picture(width, height)
    image.paste(GREEN, (0, 0, width // 2, height // 4))
    return image


def is_upright(image: Image.Image) -> bool:
    width, height = image.size
    return (
        is_near(image.getpixel((width // 8, height // 10)), GREEN)
        and is_near(image.getpixel((width * 7 // 8, height // 10)), RED)
        and is_near(image.getpixel((width // 8, height * 9 // 10)), BLUE)
    )


def file(data: bytes, name: str = "foto.heic") -> SourceFile:
    return SourceFile(name, lambda limit: data[:limit])


# ---- as phones make it ----


@with_extra
@pytest.mark.parametrize(
    ("orientation", "tile"), [*((each, None) for each in range(1, 9)), (3, TILE), (6, TILE)]
)
def test_every_heic_comes_upright(orientation: int, tile: int | None) -> None:
    upright = marked(480, 700)
    taken = upright.transpose(TURNS[orientation]) if orientation in TURNS else upright
    found = read_photo(heic(taken, tile=tile, exif=exif(orientation=orientation)), source="x")
    assert found.height > found.width
    for data in (found.large, found.small):
        assert is_upright(opened(data))


@with_extra
def test_what_a_camera_told_turns_nothing_that_is_upright_already() -> None:
    """A phone says it twice; the way of EXIF is for programs that know no other."""
    data = heic(marked(300, 400), exif=exif(orientation=1))
    told = data.replace(exif(orientation=1)[6:], exif(orientation=6)[6:])
    assert told != data
    assert is_upright(opened(read_photo(told, source="x").large))


@with_extra
def test_a_photo_of_twelve_megapixels_in_forty_eight_tiles_is_read_in_the_cage(cage: Cage) -> None:
    """As an iPhone makes it that is held upright: it lies on its side, and says so."""
    colours = [coded(Image.new("RGB", (TILE, TILE), each)) for each in (RED, GREEN, BLUE)]
    tiles = [each.item(width=TILE, height=TILE) for each in colours]
    # lying on its left side: what is above, green at the left, stands at the left here
    rows = [[1, 1, 1, 1, 3, 3, 3, 3]] * 3 + [[2, 2, 1, 1, 3, 3, 3, 3]] * 3
    places = [tile for row in rows for tile in row]
    whole = grid(6, 8, parts=places, told=(box(b"irot", b"\x03"),), size=(4032, 3024))
    found = cage.read(PHOTO, file(put_together([*tiles, whole], primary=4)))
    assert (found.width, found.height) == (720, 960)
    assert is_upright(opened(found.large))
    assert not cage.mishaps


@with_extra
@pytest.mark.parametrize("size", [(1, 1), (29, 101), (64, 64), (65, 63), (513, 700), (1025, 511)])
@pytest.mark.parametrize("tile", [None, 64])
def test_a_picture_of_any_size_keeps_its_size(size: tuple[int, int], tile: int | None) -> None:
    image = opened_photo(heic(picture(*size), tile=tile), source="x", box=(2_000, 2_000))
    assert (image.mode, image.size) == ("RGB", size)
    if min(size) > 1:
        assert is_near(image.getpixel((size[0] // 2, 1)), RED)
        assert is_near(image.getpixel((size[0] // 2, size[1] - 1)), BLUE)


@with_extra
@pytest.mark.parametrize("chroma", [420, 422, 444])
def test_colours_come_out_however_many_pixels_they_have(chroma: int) -> None:
    image = Image.new("RGB", (128, 128), GREY)
    for place, colour in enumerate((RED, GREEN, BLUE)):
        image.paste(colour, (0, 32 * place, 128, 32 * place + 32))
    found = opened(read_photo(heic(image, chroma=chroma), source="x").large)
    for place, colour in enumerate((RED, GREEN, BLUE, GREY)):
        assert is_near(found.getpixel((64, 32 * place + 16)), colour, by=9)


@with_extra
@pytest.mark.parametrize("matrix", [1, 5, 6, 9])
@pytest.mark.parametrize("full", [0, 1])
def test_colours_come_out_by_whichever_table_they_were_counted(matrix: int, full: int) -> None:
    told = {"matrix_coefficients": matrix, "full_range_flag": full}
    for colour in (RED, GREEN, BLUE, (255, 255, 255), (0, 0, 0)):
        data = heic(Image.new("RGB", (64, 64), colour), chroma=444, quality=95, **told)
        found = opened(read_photo(data, source="x").large)
        assert is_near(found.getpixel((32, 32)), colour, by=9)


@with_extra
def test_a_picture_in_grey_stays_grey() -> None:
    found = opened(read_photo(heic(Image.new("L", (64, 64), 128)), source="x").large)
    assert is_near(found.getpixel((9, 9)), GREY, by=4)


@with_extra
def test_a_picture_of_sixteen_bits_is_read() -> None:
    deep = Image.new("I;16", (90, 110), 32768)
    found = opened(read_photo(heic(deep), source="x").large)
    assert is_near(found.getpixel((9, 9)), GREY, by=6)


@with_extra
@pytest.mark.parametrize("tile", [None, 64])
def test_what_can_be_seen_through_becomes_white(tile: int | None) -> None:
    image = picture(128, 192, mode="RGBA")
    image.paste((0, 0, 0, 0), (0, 96, 128, 192))
    found = opened(read_photo(heic(image, tile=tile), source="x").large)
    assert is_near(found.getpixel((64, 20)), RED)
    assert is_near(found.getpixel((64, 170)), (255, 255, 255))


@with_extra
@pytest.mark.parametrize("primary", [0, 1, 2])
def test_of_several_pictures_the_one_that_its_maker_chose_is_taken(primary: int) -> None:
    images = [
        Image.new("RGB", (64 + 16 * n, 80), each) for n, each in enumerate((RED, GREEN, BLUE))
    ]
    found = read_photo(several(images, primary=primary), source="x")
    assert found.width == 64 + 16 * primary
    assert is_near(opened(found.large).getpixel((30, 30)), (RED, GREEN, BLUE)[primary])


@with_extra
def test_a_picture_is_cut_as_it_says_and_then_turned() -> None:
    whole = Image.new("RGB", (64, 64), GREY)
    whole.paste(GREEN, (8, 4, 24, 20))
    whole.paste(RED, (24, 4, 40, 20))
    # 32 x 16, whose middle lies 8 to the left of the picture's and 20 above it
    clap = box(b"clap", struct.pack(">IIIIiIiI", 32, 1, 16, 1, -8, 1, -20, 1))
    turned = box(b"irot", b"\x03")
    image = coded(whole, chroma=444).item(clap, turned)
    found = opened_photo(put_together([image]), source="x", box=(99, 99))
    assert found.size == (16, 32)
    assert is_near(found.getpixel((8, 8)), GREEN)
    assert is_near(found.getpixel((8, 24)), RED)


@with_extra
def test_nothing_that_a_camera_wrote_is_left() -> None:
    place, profile = "52.3676 N 4.9041 E", b"profile of a camera"
    data = heic(marked(), exif=exif(place=place), xmp=b"<x>remark of a person</x>", tile=TILE)
    data = data.replace(b"remark", profile[:6])
    assert place.encode() in data
    found = read_photo(data, source="x")
    for part in (found.large, found.small):
        for told in (place.encode(), b"profil", b"of a person", b"Exif", b"ftyp"):
            assert told not in part
        assert set(opened(part).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@with_extra
def test_faces_are_cut_out_of_a_class_photo_in_heic() -> None:
    data = heic(marked(1600, 1200))
    wide = read_wide(data)
    assert (wide.width, wide.height) == (1600, 1200)
    (left, right) = cut(with_frames(data, (Crop(0.0, 0.0, 0.4, 0.2), Crop(0.6, 0.0, 0.4, 0.2))))
    assert is_near(opened(left.large).getpixel((50, 50)), GREEN)
    assert is_near(opened(right.large).getpixel((50, 50)), RED)


@with_extra
def test_boxes_may_say_how_long_they_are_in_every_way_there_is() -> None:
    whole = put_together([coded().item()])
    at = whole.index(b"meta") - 4
    long = struct.pack(">I4sQ", 1, b"free", 19) + b"abc"
    to_the_end = struct.pack(">I4s", 0, b"mdat") + b"remarks"
    for data in (whole[:at] + long + whole[at:], whole + to_the_end):
        assert is_near(opened(read_photo(data, source="x").large).getpixel((32, 9)), RED)


# ---- by whichever door ----


@with_extra
@pytest.mark.parametrize("bring", [folder, zipped])
def test_heic_comes_in_among_other_photos(
    bring: Callable[[Path, dict[str, bytes]], Path], tmp_path: Path, cage: Cage
) -> None:
    data = heic(marked(300, 400))
    photos = {"1.heic": data, "2.jpg": data, "3.heic": jpeg(), "4.heif": data[:-99]}
    with closing(read_source([bring(tmp_path / "fotos", photos)], cage=cage)) as source:
        assert [each.name.rpartition("/")[2] for each in source.photos] == sorted(photos)
        answers = list(cage.read_each(PHOTO, source.photos))
    assert not source.refused
    assert [type(answer) for answer in answers] == [Picture] * 3 + [UnreadablePhoto]
    assert is_upright(opened(answers[1].large))


@with_extra
def test_a_heic_that_was_copied_comes_in(cage: Cage) -> None:
    pasted = Pasted("klembord", lambda: heic(marked(300, 400)))
    with closing(read_source([pasted], cage=cage)) as source:
        (answer,) = cage.read_each(PHOTO, source.photos)
    assert isinstance(answer, Picture)


@with_extra
def test_the_picture_of_a_phone_becomes_the_photo_of_a_student(tmp_path: Path) -> None:
    place = tmp_path / "IMG_0042.HEIC"
    place.write_bytes(heic(marked(300, 400)))
    assert is_upright(opened(read_portrait(place, is_cancelled=lambda: False).large))
    place.write_bytes(place.read_bytes()[:-99])
    with pytest.raises(UnreadablePhoto) as caught:
        read_portrait(place, is_cancelled=lambda: False)
    assert (caught.value.source, caught.value.why) == ("IMG_0042.HEIC", "broken")


@pytest.mark.usefixtures("without_extra")
def test_without_the_extra_a_heic_says_how_to_get_a_jpeg(tmp_path: Path, cage: Cage) -> None:
    stub = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"
    assert refusal(stub) == "heic"
    with pytest.raises(UnreadablePhoto) as caught:
        read_source([folder(tmp_path, {"1.heic": stub}) / "1.heic"], cage=cage)
    assert caught.value.why == "heic"


def test_where_the_extra_is_installed_what_decodes_is_found_in_it() -> None:
    pytest.importorskip(hevc_library.EXTRA)
    assert hevc_library.can_decode()


@pytest.mark.parametrize("text", ["no library", ""])
def test_an_extra_that_is_broken_is_as_none(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / hevc_library.EXTRA / "__init__.py"
    libraries = tmp_path / f"{hevc_library.EXTRA}.libs"
    libraries.mkdir()
    (libraries / "libde265-1.so").write_text(text)
    spec = ModuleSpec(hevc_library.EXTRA, None, origin=str(package))
    monkeypatch.setattr(hevc_library, "find_spec", lambda _: spec)
    hevc_library.library.cache_clear()
    try:
        assert hevc_library.library() == libraries / "libde265-1.so"
        from klasgenoot.exchange import hevc

        monkeypatch.setattr(hevc, "_loaded", hevc._loaded.__wrapped__)
        with pytest.raises(hevc_library.NoDecoder):
            hevc.decode([], width=1, height=1)
    finally:
        hevc_library.library.cache_clear()


# ---- made to hurt ----


def test_avif_and_other_kinds_in_such_a_file_are_said_to_be_unknown() -> None:
    buffer = BytesIO()
    picture().save(buffer, "AVIF")
    assert refusal(buffer.getvalue()) == "unknown_format"


@with_extra
def test_a_picture_in_another_code_is_said_to_be_unknown() -> None:
    av1 = Item(b"av01", b"12345", (size_told(64, 64),))
    assert refusal(put_together([av1], brand=b"mif1")) == "unknown_format"
    assert refusal(put_together([av1], primary=7)) == "unknown_format"


@pytest.fixture(scope="module")
def code() -> Coded:
    """A picture in code, of which hostile files are made."""
    return coded()


@with_extra
def test_a_picture_that_says_it_is_huge_is_not_decoded(code: Coded) -> None:
    assert refusal(put_together([code.item(width=40_000, height=40_000)])) == "too_many_pixels"
    tiles = grid(256, 256, parts=[1] * 65_535)
    assert refusal(put_together([code.item(), tiles], primary=2)) == "too_many_pixels"
    huge = code.item(width=40_000, height=40_000)
    window = grid(1, 1, parts=[1], size=(64, 64))  # a small part of a tile that is huge
    assert refusal(put_together([huge, window], primary=2)) == "too_many_pixels"


@with_extra
def test_a_code_that_is_larger_than_its_file_says_is_not_decoded(cage: Cage) -> None:
    large = coded(Image.new("RGB", (1_200, 1_200), GREY))
    told = put_together([large.item()])
    assert refusal(told) == "broken"
    tiles = put_together([large.item(), grid(20, 20, parts=[1] * 400)], primary=2)
    with pytest.raises(UnreadablePhoto):
        cage.read(PHOTO, file(tiles))


def in_pieces(code: Coded) -> bytes:
    """A file that says an item lies in 65,535 pieces, and so on, and that takes no room to say."""
    items = 2_000
    places = b"".join(struct.pack(">HHHH", place, 1, 0, 65_535) for place in range(items))
    told = put_together([code.item()])
    at = told.index(b"iloc") - 4
    before = int.from_bytes(told[at : at + 4], "big")
    worse = box(b"iloc", struct.pack(">IHH", 1 << 24, 0, items), places)
    whole = told[:at] + worse + told[at + before :]
    meta = whole.index(b"meta") - 4
    return whole[:meta] + struct.pack(">I", len(whole) - meta) + whole[meta + 4 :]


HOSTILE: dict[str, Callable[[Coded], bytes]] = {
    "nothing but its name": lambda _: b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic",
    "no picture": lambda _: put_together([]),
    "no code": lambda code: put_together([Item(b"hvc1", b"", (code.how, size_told(64, 64)))]),
    "no word of how it is coded": lambda code: put_together(
        [Item(b"hvc1", code.data, (size_told(64, 64),))]
    ),
    "no size": lambda code: put_together([Item(b"hvc1", code.data, (code.how,))]),
    "no pixels": lambda code: put_together([code.item(width=0)]),
    "another size": lambda code: put_together([code.item(width=60)]),
    "thousands of tiles": lambda code: put_together(
        [code.item(), grid(40, 30, parts=[1] * 1_200)], primary=2
    ),
    "tiles that are missing": lambda code: put_together(
        [code.item(), grid(2, 2, parts=[1] * 3)], primary=2
    ),
    "tiles that are not there": lambda code: put_together(
        [code.item(), grid(2, 2, parts=[1, 1, 1, 9])], primary=2
    ),
    "a tile that is itself": lambda code: put_together(
        [code.item(), grid(1, 1, parts=[2])], primary=2
    ),
    "tiles of tiles": lambda code: put_together(
        [code.item(), grid(1, 1, parts=[1]), grid(1, 1, parts=[2])], primary=3
    ),
    "tiles of another size": lambda code: put_together(
        [code.item(), code.item(width=32), grid(1, 2, parts=[1, 2])], primary=3
    ),
    "a cut that lies outside": lambda code: put_together(
        [code.item(box(b"clap", struct.pack(">IIIIiIiI", 32, 1, 16, 1, 99, 1, 0, 1)))]
    ),
    "a cut by nothing": lambda code: put_together(
        [code.item(box(b"clap", struct.pack(">IIIIiIiI", 32, 0, 16, 1, 0, 1, 0, 1)))]
    ),
    "a cut cut off": lambda code: put_together([code.item(box(b"clap", b"123"))]),
    "a cut of what was turned": lambda code: put_together(
        [
            code.item(
                box(b"irot", b"\x01"),
                box(b"clap", struct.pack(">IIIIiIiI", 32, 1, 16, 1, 0, 1, 0, 1)),
            )
        ]
    ),
    "a box longer than the file": lambda code: put_together([code.item()])[:-1],
    "a box without end": lambda _: box(b"ftyp", b"heic") + b"\x00\x00\x00\x01meta" + b"\xff" * 8,
    "a box that ends before it begins": lambda _: box(b"ftyp", b"heic") + b"\x00\x00\x00\x03meta",
    "a million boxes": lambda _: box(b"ftyp", b"heic") + box(b"free") * 1_000_000,
    "a hundred million pieces in a small file": in_pieces,
    "a million parts of nothing": lambda code: put_together(
        [
            Item(b"hvc1", b"\x00\x00\x00\x03\x28\x01\xaf" * 1_000_000, code.item().told),
        ]
    ),
}


@with_extra
@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_made_to_hurt_is_broken_and_no_more(name: str, code: Coded) -> None:
    assert refusal(HOSTILE[name](code)) in {"broken", "unknown_format"}


@with_extra
@pytest.mark.parametrize("tile", [None, 64])
def test_a_heic_cut_short_is_broken_wherever_it_is_cut(tile: int | None) -> None:
    whole = heic(picture(150, 130), tile=tile)
    for at in range(16, len(whole), 7):
        assert refusal(whole[:at]) == "broken", at


@with_extra
def test_any_damage_gives_a_picture_or_a_trouble(cage: Cage) -> None:
    """In the cage: what decodes is C++, and may end its process one day."""
    seeds = heic_seeds()
    damaged = [file(mutated(seeds, Random(number))) for number in range(200)]
    for answer in cage.read_each(PHOTO, damaged):
        assert isinstance(answer, Picture | Trouble)
        assert not isinstance(answer, ReaderStopped)
