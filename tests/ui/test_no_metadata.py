"""No picture that is kept or given out tells more than it shows: one look into every export."""

import json
import struct
from base64 import b64decode
from collections.abc import Iterator, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from builders import TODAY
from heic_files import heic
from imports import take_in
from klasgenoot.domain.exports import ELSEWHERE, PAPERS, ExportKind
from klasgenoot.domain.people import ClassId, Crop
from klasgenoot.domain.seating import Room, Seat
from klasgenoot.exchange import class_files
from klasgenoot.exchange.cards import cards_in
from klasgenoot.exchange.hevc_library import can_decode
from klasgenoot.exchange.wide import cut, read_wide, with_frames
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.exporting import Wish, contents_of, gather
from klasgenoot.operations.seating import make_seating_plan, seat_students
from klasgenoot.store import school_classes, students
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.pages.sharing.drawing import previewed
from klasgenoot.ui.pages.sharing.papers.paper import Words
from klasgenoot.ui.pages.sharing.papers.printing import make_paper
from klasgenoot.viewmodels.sharing_words import headers
from made_files import encoded, picture
from printed_papers import pdf_of
from read_pdf import every_stream

SECRET = b"GEHEIM"
PHRASE = "vijf schapen drinken thee"
KINDS = sorted(set(ExportKind) - ELSEWHERE)
WITHOUT_PICTURES = frozenset({ExportKind.CSV, ExportKind.XLSX})
JPEG_PARTS = frozenset({0xE0, 0xDB, 0xC0, 0xC4, 0xDA})
"""JFIF, tables, the frame and the picture: all that a picture needs."""


# ---- pictures that tell all there is to tell ----


def exif(form: str) -> bytes:
    """A camera, a place, and a thumbnail, as a phone writes them (TIFF, little endian)."""
    small = encoded(picture(16, 20), "JPEG", comment=SECRET + b" thumbnail")
    make, place = SECRET + b" camera of " + form.encode() + b"\0", b"N\0\0\0"
    first, gps = 8, 8 + 2 + 3 * 12 + 4
    second = gps + 2 + 2 * 12 + 4
    texts = second + 2 + 2 * 12 + 4
    degrees = texts + len(make)
    entries = [
        (0x010F, 2, len(make), texts),
        (0x0112, 3, 1, 1),
        (0x8825, 4, 1, gps),
    ]
    where = [(1, 2, 2, int.from_bytes(place, "little")), (2, 5, 3, degrees)]
    thumbnail = [(0x0201, 4, 1, degrees + 24), (0x0202, 4, 1, len(small))]
    return (
        b"II*\0"
        + struct.pack("<I", first)
        + _directory(entries, following=second)
        + _directory(where)
        + _directory(thumbnail)
        + make
        + struct.pack("<6I", 52, 1, 22, 1, 3, 1)
        + small
    )


def _directory(entries: Sequence[tuple[int, int, int, int]], *, following: int = 0) -> bytes:
    body = b"".join(struct.pack("<HHII", *entry) for entry in entries)
    return struct.pack("<H", len(entries)) + body + struct.pack("<I", following)


def talkative(form: str, shade: int) -> bytes:
    """A photo with everything in it that its format can tell."""
    image = picture(120, 160)
    image.paste((shade, 200, 90), (30, 40, 90, 110))
    told = SECRET + b" xmp <x:xmpmeta>"
    camera = {"exif": b"Exif\0\0" + exif(form), "icc_profile": SECRET + b" profile"}
    if form == "PNG":
        info = PngInfo()
        info.add_text("Comment", SECRET.decode())
        info.add_text("Author", SECRET.decode(), zip=True)
        info.add_itxt("XML:com.adobe.xmp", told.decode())
        return encoded(image, form, pnginfo=info, dpi=(300, 300), **camera) + SECRET
    if form == "WEBP":
        return encoded(image, form, xmp=told, **camera)
    data = encoded(image, form, xmp=told, comment=SECRET + b" comment", **camera)
    iptc = b"Photoshop 3.0\0" + SECRET
    part = b"\xff\xed" + struct.pack(">H", len(iptc) + 2) + iptc
    return data[:2] + part + data[2:] + encoded(picture(9, 9)) + SECRET  # as moving photos end


FORMS = ("JPEG", "PNG", "WEBP")
PHOTOS = {form: talkative(form, 40 + 60 * place) for place, form in enumerate(FORMS)}


def test_the_photos_tell_what_they_are_to_tell() -> None:
    for form, data in PHOTOS.items():
        found = Image.open(BytesIO(data))
        assert data.count(SECRET) >= 4, form
        assert found.getexif().get_ifd(0x8825)[2] == (52, 22, 3)
        assert SECRET + b" thumbnail" in data
        assert found.info["icc_profile"].startswith(SECRET)


@pytest.fixture
def class_id(desk: Desk, tmp_path: Path) -> ClassId:
    """A class with a photo of each format, one of them cut, all with a seat."""
    folder = tmp_path / "klas"
    folder.mkdir()
    rows = "".join(f"{form.title()};Vos;1A\r\n" for form in FORMS)
    (folder / "klas.csv").write_text("Voornaam;Achternaam;Klas\r\n" + rows, "utf-8")
    for form, data in PHOTOS.items():
        (folder / f"{form.title()} Vos.{form.lower()}").write_bytes(data)
    done = take_in(desk, folder)
    assert done.result.photos == len(FORMS)
    (school,) = school_classes.all_classes(desk.vault)
    ids = [one.id for one in students.all_students(desk.vault)]
    desk.do(make_seating_plan, class_id=school.id, room=Room(name="1", rows=1, columns=3))
    seats = {Seat(0, place): who for place, who in enumerate(ids)}
    desk.do(seat_students, class_id=school.id, seats=seats)
    return school.id


# ---- looking ----


def pictures_within(data: bytes) -> Iterator[bytes]:
    """From wherever a picture of any format begins."""
    for sign in (b"\xff\xd8\xff", b"\x89PNG", b"RIFF", b"ftyphei"):
        at = data.find(sign)
        while at >= 0:
            yield data[at:]
            at = data.find(sign, at + 1)


def assert_bare(data: bytes) -> None:
    """It is a JPEG with nothing beside its picture, to its last byte."""
    assert data.startswith(b"\xff\xd8\xff\xe0")
    at = 2
    while data[at + 1] != 0xDA:
        assert data[at] == 0xFF
        assert data[at + 1] in JPEG_PARTS, hex(data[at + 1])
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if data[at + 1] == 0xE0:
            assert (data[at + 4 : at + 9], data[at + 16 : at + 18]) == (b"JFIF\0", b"\0\0")
        at += 2 + length
    assert data.find(b"\xff\xd9", at) == len(data) - 2
    assert not Image.open(BytesIO(data)).getexif()


def assert_tells_nothing(data: bytes) -> None:
    for word in (SECRET, b"Exif", b"ICC_PROFILE", b"Photoshop", b"ns.adobe.com/exif"):
        assert word not in data, word


def in_zip(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        assert archive.comment == b""
        return {name: archive.read(name) for name in archive.namelist()}


def opened(kind: ExportKind, data: bytes) -> tuple[list[bytes], bytes]:
    """The pictures in an export, and all that is in it, unpacked."""
    if kind is ExportKind.VCARD:
        found = [card.photo for card in cards_in(data, source="x") if card.photo]
        return found, data
    if kind is ExportKind.EVERYTHING:
        those = json.loads(data)["classes"][0]["students"]
        return [b64decode(one["photo"]) for one in those], data
    if kind in {ExportKind.XLSX, ExportKind.DECK, ExportKind.CLASS_FILE}:
        if kind is ExportKind.CLASS_FILE:
            data = class_files.open_class(data, passphrase=PHRASE, source="x")
        files = in_zip(data)
        found = [each for each in files.values() if each.startswith(b"\xff\xd8")]
        return found, b"".join(files.values())
    return [], data


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(class_files, "MEMORY", 1 << 20)
    monkeypatch.setattr(class_files, "MEMORY_ALLOWED", (1 << 20, 1 << 22))


def test_nothing_that_is_kept_tells_more_than_its_picture(desk: Desk, class_id: ClassId) -> None:
    rows = desk.vault.rows("SELECT large, small FROM photos")
    kept = [bytes(data) for row in rows for data in row]
    assert len(kept) == 2 * len(FORMS)
    for data in kept:
        assert_bare(data)
        assert_tells_nothing(data)


@pytest.mark.parametrize("kind", KINDS)
def test_no_export_tells_more_than_its_pictures(
    kind: ExportKind, desk: Desk, class_id: ClassId, now: datetime, look: Look, quick: None
) -> None:
    wish = Wish(kind=kind, class_id=class_id, with_photos=True)
    gathered = gather(desk.vault, wish, on=TODAY)
    if kind in PAPERS:
        words = Words("1A", "3", "{page}/{pages}", "x")
        paper = pdf_of(make_paper(kind, previewed(gathered), words), title="Papier")
        inside = every_stream(paper)
        drawn = inside.count(b"/Subtype /Image")
        assert drawn >= len(FORMS)
        assert_tells_nothing(inside)
        for found in pictures_within(inside):
            assert not Image.open(BytesIO(found)).getexif()
        return
    data = contents_of(gathered, headers=headers(), passphrase=PHRASE, at=now)
    pictures, inside = opened(kind, data)
    assert len(pictures) == (0 if kind in WITHOUT_PICTURES else len(FORMS))
    for each in pictures:
        assert_bare(each)
    assert_tells_nothing(inside)
    assert len(list(pictures_within(inside))) == (
        len(FORMS) if kind in {ExportKind.DECK, ExportKind.CLASS_FILE} else 0
    )


@pytest.mark.parametrize("form", FORMS)
def test_a_face_cut_from_a_class_photo_tells_no_more(form: str) -> None:
    wide = read_wide(PHOTOS[form])
    frames = (Crop(0.1, 0.1, 0.5, 0.5), Crop(0.2, 0.2, 0.8, 0.8))
    faces = cut(with_frames(PHOTOS[form], frames))
    for data in (wide.data, wide.shown, *(each.large for each in faces)):
        assert_bare(data)
        assert_tells_nothing(data)


@pytest.mark.skipif(not can_decode(), reason="the extra is not here")
def test_the_photo_of_a_phone_tells_no_more(desk: Desk, tmp_path: Path, now: datetime) -> None:
    """From HEIC to the vault, and out of it as JSON of everything and as a card."""
    told = {"exif": b"Exif\0\0" + exif("HEIC"), "xmp": SECRET + b" xmp <x:xmpmeta>"}
    data = heic(picture(120, 160), **told)
    assert data.count(SECRET) >= 3
    (tmp_path / "1A").mkdir()
    (tmp_path / "1A" / "Noor Vos.heic").write_bytes(data)
    assert take_in(desk, tmp_path / "1A").result.photos == 1
    ((kept,),) = (tuple(row) for row in desk.vault.rows("SELECT large FROM photos"))
    (school,) = school_classes.all_classes(desk.vault)
    pictures = [bytes(kept)]
    for kind in (ExportKind.EVERYTHING, ExportKind.VCARD):
        gathered = gather(
            desk.vault, Wish(kind=kind, class_id=school.id, with_photos=True), on=TODAY
        )
        given = contents_of(gathered, headers=headers(), at=now)
        assert_tells_nothing(given)
        pictures += opened(kind, given)[0]
    assert len(pictures) == 3
    for each in pictures:
        assert_bare(each)
        assert_tells_nothing(each)
