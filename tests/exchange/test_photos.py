from collections.abc import Callable, Iterator
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngImageFile

from klasgenoot.domain.errors import UnreadablePhoto
from klasgenoot.exchange.photos import LARGE, SMALL, Picture, read_photo
from made_files import encoded, exif, huge_png, jpeg, picture, real_input

RED, BLUE = (220, 40, 20), (20, 40, 220)


def opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadablePhoto) as caught:
        read_photo(data, source="foto.jpg")
    assert caught.value.source == "foto.jpg"
    return caught.value.why


def _near(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return all(abs(a - b) < 24 for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize(
    ("size", "large", "small"),
    [
        ((450, 550), (450, 550), (225, 275)),
        ((335, 410), (335, 410), (240, 294)),
        ((150, 200), (150, 200), (150, 200)),
        ((3024, 4032), (720, 960), (240, 320)),
        ((4032, 3024), (720, 540), (240, 180)),
        ((1440, 1920), (720, 960), (240, 320)),
        ((1, 1), (1, 1), (1, 1)),
        ((3000, 2), (720, 1), (240, 1)),
    ],
)
def test_both_sizes_fit_their_box_and_nothing_is_scaled_up(
    size: tuple[int, int], large: tuple[int, int], small: tuple[int, int]
) -> None:
    found = read_photo(jpeg(*size), source="x")
    assert opened(found.large).size == large == (found.width, found.height)
    assert opened(found.small).size == small


@given(st.integers(1, 1500), st.integers(1, 1500))
@settings(max_examples=40, deadline=None)
def test_any_size_keeps_its_shape_and_nearly_fills_its_box(width: int, height: int) -> None:
    found = read_photo(jpeg(width, height), source="x")
    for data, box in ((found.large, LARGE), (found.small, SMALL)):
        got = opened(data).size
        scale = min(1.0, box[0] / width, box[1] / height)
        assert got[0] <= box[0]
        assert got[1] <= box[1]
        for side, full in zip(got, (width * scale, height * scale), strict=True):
            assert side <= full + 1
            assert side >= 0.88 * full - 2


@pytest.mark.parametrize(
    ("form", "mode"),
    [
        *(("PNG", mode) for mode in ("RGB", "L", "1", "P", "RGBA", "LA", "I;16")),
        *(("JPEG", mode) for mode in ("RGB", "L", "CMYK")),
        *(("WEBP", mode) for mode in ("RGB", "RGBA")),
    ],
)
def test_every_colour_mode_becomes_plain_colour(form: str, mode: str) -> None:
    image = picture(mode="L").convert(mode) if mode == "I;16" else picture(mode=mode)
    for found in _both(read_photo(encoded(image, form), source="x")):
        assert (found.format, found.mode) == ("JPEG", "RGB")


def _both(found: Picture) -> Iterator[Image.Image]:
    yield opened(found.large)
    yield opened(found.small)


def test_what_can_be_seen_through_becomes_white() -> None:
    for image in (Image.new("RGBA", (90, 110)), _palette_with_a_hole()):
        found = opened(read_photo(encoded(image, "PNG"), source="x").large)
        assert _near(found.getpixel((45, 55)), (255, 255, 255))


def _palette_with_a_hole() -> Image.Image:
    image = picture(mode="P")
    image.paste(0, (0, 0, 90, 110))
    image.info["transparency"] = bytes([0] * 256)
    return image


def test_sixteen_bits_of_grey_keep_their_greys() -> None:
    grey = Image.new("I;16", (90, 110), 32768)
    assert _near(
        opened(read_photo(encoded(grey, "PNG"), source="x").large).getpixel((9, 9)), (128,) * 3
    )


TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_photo_comes_upright(orientation: int, form: str) -> None:
    upright = picture(900, 1400)
    upright.paste((20, 220, 40), (0, 0, 450, 350))
    taken = upright.transpose(TURNS[orientation]) if orientation in TURNS else upright
    data = encoded(taken, form, exif=exif(orientation=orientation))
    for found in _both(read_photo(data, source="x")):
        assert found.height > found.width
        width, height = found.size
        assert _near(found.getpixel((width // 8, height // 10)), (20, 220, 40))
        assert _near(found.getpixel((width * 7 // 8, height // 10)), RED)
        assert _near(found.getpixel((width // 8, height * 9 // 10)), BLUE)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_nothing_that_a_camera_wrote_is_left(form: str) -> None:
    position = "52.3676 N 4.9041 E"
    data = encoded(picture(), form, exif=exif(place=position), icc_profile=b"profile of a camera")
    if form == "JPEG":
        data = data[:2] + b"\xff\xfe\x00\x14remark of a person" + data[2:]
    assert position.encode() in data
    found = read_photo(data, source="x")
    for part in (found.large, found.small):
        for told in (position.encode(), b"profile of", b"remark of", b"Exif", b"ICC"):
            assert told not in part
        assert set(opened(part).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_a_photo_as_we_write_it_stays_what_it_is() -> None:
    ours = read_photo(jpeg(300, 400), source="x")
    assert read_photo(ours.large, source="x").large == ours.large
    real = Image.effect_noise((200, 300), 80).convert("RGB")
    noisy = read_photo(encoded(real, "PNG"), source="x").large
    assert read_photo(noisy, source="x").large == noisy


@pytest.mark.parametrize(
    "change",
    [
        lambda ours: ours[:-2] + b"a secret of five kilobytes. " * 200 + ours[-2:],
        lambda ours: ours + b"behind the end",
        lambda ours: ours[:20] + b"\xff\xfe\x00\x06text" + ours[20:],
        lambda ours: ours[:2] + b"\xff\xe1\x00\x08Exif\x00\x00" + ours[2:],
        lambda ours: encoded(Image.open(BytesIO(ours)), "JPEG", quality=90),
        lambda ours: encoded(Image.open(BytesIO(ours)), "JPEG", quality=85, progressive=True),
        lambda ours: encoded(Image.open(BytesIO(ours)), "JPEG", quality=85, comment=b"secret"),
        lambda ours: encoded(Image.open(BytesIO(ours)), "JPEG", quality=85, dpi=(300, 300)),
    ],
)
def test_a_photo_that_only_seems_so_is_written_anew(change: Callable[[bytes], bytes]) -> None:
    changed = change(read_photo(jpeg(300, 400), source="x").large)
    found = read_photo(changed, source="x").large
    assert found != changed
    assert b"secret" not in found


def test_a_photo_cut_short_is_broken() -> None:
    data = jpeg(300, 400)
    assert refusal(data[: len(data) // 2]) == "broken"
    assert refusal(encoded(picture(), "PNG")[:-40]) == "broken"
    assert refusal(encoded(picture(), "WEBP")[:-40]) == "broken"


def test_random_bytes_behind_the_head_of_a_jpeg_are_broken() -> None:
    assert refusal(b"\xff\xd8\xff\xe0" + bytes(range(256)) * 8) == "broken"
    assert refusal(b"\xff\xd8\xff") == "broken"


def test_a_picture_of_twenty_thousand_by_twenty_thousand_is_refused_undecoded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(_image: PngImageFile) -> None:
        raise AssertionError("decoded")

    monkeypatch.setattr(PngImageFile, "load", refuse)
    assert refusal(huge_png()) == "too_many_pixels"


def test_a_picture_just_above_the_limit_is_refused_without_a_warning() -> None:
    assert refusal(huge_png(10_000, 5_001)) == "too_many_pixels"
    assert read_photo(huge_png(5_000, 4_000), source="x").width == 715


def test_a_header_that_lies_about_its_size_is_refused() -> None:
    data = bytearray(jpeg())
    size = data.find(b"\xff\xc0") + 5
    data[size : size + 4] = b"\xff\xff\xff\xff"
    assert refusal(bytes(data)) == "too_many_pixels"


def test_a_jpeg_of_a_thousand_scans_is_broken() -> None:
    data = jpeg()
    scan = data[data.find(b"\xff\xda") : -2]
    assert refusal(data[:-2] + scan * 1000 + data[-2:]) == "broken"


def test_a_file_of_more_than_fifty_megabytes_is_too_large() -> None:
    assert refusal(jpeg() + bytes(50_000_001)) == "too_large"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "unknown_format"),
        (b"GIF89a", "unknown_format"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "unknown_format"),
        (b"Voornaam;Achternaam", "unknown_format"),
    ],
)
def test_what_is_no_photo_says_so(data: bytes, why: str) -> None:
    assert refusal(data) == why


@pytest.mark.parametrize(
    "data",
    [
        encoded(picture(), "JPEG", exif=exif(orientation=6)),
        encoded(picture(), "JPEG", progressive=True),
        encoded(picture(mode="P"), "PNG", exif=exif()),
        encoded(picture(), "WEBP", exif=exif()),
    ],
    ids=["jpeg", "progressive", "png", "webp"],
)
@given(mutations=st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 255)), max_size=8))
@settings(deadline=None)
def test_any_damage_to_a_photo_gives_a_picture_or_a_trouble(
    data: bytes, mutations: list[tuple[int, int]]
) -> None:
    damaged = bytearray(data)
    for place, byte in mutations:
        damaged[place % len(damaged)] = byte
    try:
        found = read_photo(bytes(damaged), source="x")
    except UnreadablePhoto:
        return
    assert (found.width, found.height) == opened(found.large).size


def test_all_real_portraits_are_read_and_tell_nothing_more() -> None:
    photos = sorted(real_input("portraits").glob("*.jpg"))
    for path in photos:
        found = read_photo(path.read_bytes(), source=path.name)
        assert (found.width, found.height) == (335, 410)
        assert b"Exif" not in found.large
        assert b"ICC_PROFILE" not in found.large
    assert len(photos) == 56
