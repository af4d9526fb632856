"""Sound files with damage done to them, the same damage for the same chance."""

import json
import struct
from base64 import b64encode
from collections.abc import Callable, Sequence
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile

from heic_files import coded, grid, heic, put_together
from klasgenoot.exchange.hevc_library import can_decode
from made_cards import CARDS
from made_files import GOLDEN, TESTDATA, encoded, exif, jpeg, picture

LIST = (
    "Studentnummer;Roepnaam;Tussenvoegsel;Achternaam;E-mail;Klas\r\n"
    '500123;"Sanne";;Hoekstra;sanne@school.nl;CMV-1B\r\n'
    "500124;Milan;van der;Berg;milan@school.nl;CMV-1B\r\n"
    '500125;Zoë;;"Aydın, ""Z""";zoe@school.nl;CMV-1B\r\n'
)
AT_THE_EDGE = tuple(
    struct.pack(form, number)
    for number in (
        0,
        1,
        0x7F,
        0x80,
        0xFF,
        0x7FFF,
        0x8000,
        0xFFFF,
        0x7FFFFFFF,
        0x80000000,
        0xFFFFFFFF,
    )
    for form, most in (("<I", 1 << 32), (">I", 1 << 32), ("<H", 1 << 16), (">H", 1 << 16))
    if number < most
)
"""Numbers that readers count wrong with."""


def photo_seeds() -> list[bytes]:
    """Photos of every kind that is read, and real ones where they are there."""
    real = sorted((TESTDATA / "portraits").glob("*.jpg"))[:6]
    return [
        jpeg(60, 80),
        jpeg(60, 80, progressive=True, exif=exif(orientation=6)),
        encoded(picture(60, 80).convert("CMYK"), "JPEG"),
        encoded(picture(60, 80), "JPEG", icc_profile=b"profile" * 20, subsampling=0),
        encoded(picture(60, 80, mode="P"), "PNG"),
        encoded(picture(60, 80, mode="RGBA"), "PNG", exif=exif(orientation=8)),
        encoded(picture(60, 80, mode="L").convert("I;16"), "PNG"),
        encoded(picture(60, 80), "WEBP"),
        encoded(picture(60, 80, mode="RGBA"), "WEBP", lossless=True, exif=exif()),
        encoded(picture(60, 80), "WEBP", save_all=True, append_images=[picture(60, 80)]),
        *(heic_seeds() if can_decode() else []),
        *(path.read_bytes() for path in real),
    ]


def heic_seeds() -> list[bytes]:
    """HEIC of one picture, of tiles, of some that can be seen through, and turned."""
    return [
        heic(picture(60, 80), exif=exif(orientation=6)),
        heic(picture(60, 80, mode="RGBA")),
        heic(picture(150, 130), tile=64),
        put_together([coded().item(), grid(2, 2, parts=[1] * 4)], primary=2),
    ]


def list_seeds() -> list[bytes]:
    """Lists in every encoding, and real ones where they are there."""
    folder = TESTDATA / "rosters"
    real = [path for path in sorted(folder.glob("*")) if path.suffix in {".csv", ".tsv", ".vcf"}]
    encodings = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le")
    return [
        *(LIST.encode(encoding) for encoding in encodings),
        LIST.replace("ı", "i").encode("cp1252"),
        LIST.replace(";", "\t").encode(),
        LIST.replace(";", ",").encode(),
        b"Naam\nSanne Hoekstra\nMilan van der Berg\n",
        *(path.read_bytes() for path in sorted(GOLDEN.glob("*.xml"))),
        *(card.encode() for card in CARDS.values()),
        *(path.read_bytes()[:20_000] for path in real),
    ]


def sheet_seeds() -> list[bytes]:
    """Workbooks and a page that real programs made."""
    kinds = ("*.xlsx", "*.ods", "*.xls", "*.html")
    return [path.read_bytes() for kind in kinds for path in sorted(GOLDEN.glob(kind))]


def deck_seeds() -> list[bytes]:
    """Decks of Anki, with names and faces."""
    return [path.read_bytes() for path in sorted(GOLDEN.glob("*.apkg"))]


def everything_seeds() -> list[bytes]:
    """What Klasgenoot gives out as JSON, with photos and without."""
    said = {"given_name": "Zoë", "family_name": "Aydın", "student_number": "007", "id": 3}
    photo = {
        "photo": b64encode(jpeg(90, 110)).decode(),
        "crop": {"left": 0.1, "top": 0.0, "width": 0.8, "height": 0.9},
    }
    classes = [
        {"name": name, "first_lesson": None, "students": [said | more, {"given_name": "Bo"}]}
        for name, more in (("1A", {}), ("1B", photo))
    ]
    head = {"klasgenoot": {"shape": 1, "made_on": "2026-11-22"}, "classes": classes}
    return [
        json.dumps(head, ensure_ascii=False, indent=2).encode(),
        json.dumps({"classes": classes[:1]}).encode(),
    ]


def zip_seeds() -> list[bytes]:
    """Zips in every packing that is read, and a real one where it is there."""
    made = []
    for packing in (ZIP_STORED, ZIP_DEFLATED, ZIP_LZMA):
        held = BytesIO()
        with ZipFile(held, "w", packing) as archive:
            archive.writestr("klas.csv", LIST)
            archive.writestr("fotos/500123.jpg", jpeg(30, 40))
            archive.writestr("fotos/Zoë.png", encoded(picture(30, 40), "PNG"))
        made.append(held.getvalue())
    real = (TESTDATA / "rosters").glob("*.zip")
    return [*made, *(path.read_bytes() for path in real)]


SEEDS: dict[str, Callable[[], list[bytes]]] = {
    "photo": photo_seeds,
    "list": list_seeds,
    "zip": zip_seeds,
    "sheet": sheet_seeds,
    "deck": deck_seeds,
    "everything": everything_seeds,
}
"""For each importer, sound files to begin with."""


def mutated(seeds: Sequence[bytes], chance: Random) -> bytes:
    """One of the files with up to eight damages."""
    data = bytearray(chance.choice(seeds))
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        chance.choice(_DAMAGES)(data, seeds, chance)
    return bytes(data)


def _place(data: bytearray, chance: Random) -> int:
    """Anywhere; as often among the first bytes, where files say what they are."""
    return chance.randrange(min(len(data), chance.choice((200, len(data) + 1))) + 1)


def _flip(data: bytearray, _: Sequence[bytes], chance: Random) -> None:
    if data:
        at = min(_place(data, chance), len(data) - 1)
        data[at] ^= 1 << chance.randrange(8)


def _edge(data: bytearray, _: Sequence[bytes], chance: Random) -> None:
    at, number = _place(data, chance), chance.choice(AT_THE_EDGE)
    data[at : at + len(number)] = number


def _cut(data: bytearray, _: Sequence[bytes], chance: Random) -> None:
    at = _place(data, chance)
    del data[at : at + chance.choice((1, 4, 100, len(data)))]


def _again(data: bytearray, _: Sequence[bytes], chance: Random) -> None:
    at, length = _place(data, chance), chance.choice((1, 12, 500))
    data[at:at] = data[at : at + length] * chance.choice((1, 2, 300))


def _noise(data: bytearray, _: Sequence[bytes], chance: Random) -> None:
    at = _place(data, chance)
    data[at:at] = chance.randbytes(chance.choice((1, 16, 2_000)))


def _spliced(data: bytearray, seeds: Sequence[bytes], chance: Random) -> None:
    other = chance.choice(seeds)
    at = chance.randrange(len(other) + 1)
    data[_place(data, chance) :] = other[at:]


_DAMAGES = (_flip, _flip, _edge, _edge, _cut, _again, _noise, _spliced)
