"""Files made to hurt who reads them: ones that grow, ones without end, ones that lie.

`BOMBS` are refused: nothing of them comes in. `HEAVY` are at the edge of what is allowed: they may
be read or refused. Neither may take more than a gigabyte, and bombs no more than a second.
"""

import os
import struct
import zlib
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile, ZipInfo

from made_files import encoded, huge_png, jpeg, picture, zipped
from made_sheets import packed_xlsx, sheet_part

Maker = Callable[[Path], Path]
BOMBS: dict[str, Maker] = {}
HEAVY: dict[str, Maker] = {}

LIST = b"Voornaam;Achternaam\nSem;Bos\n"
MB = 1_000_000
ALMOST = 19_900_000
"""Bytes of a list that is just short enough to be looked at."""


def bomb(name: str) -> Callable[[Maker], Maker]:
    """Puts a maker among the bombs."""

    def put(make: Maker) -> Maker:
        BOMBS[name] = make
        return make

    return put


def heavy(name: str) -> Callable[[Maker], Maker]:
    """Puts a maker among what is at the edge."""

    def put(make: Maker) -> Maker:
        HEAVY[name] = make
        return make

    return put


def _file(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def _zeros(size: int) -> bytes:
    """So many zeros, deflated."""
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(bytes(MB)) for _ in range(size // MB)) + packer.flush()


# ---- zips ----


@bomb("a zip in a zip, ten deep")
def nested(place: Path) -> Path:
    data = bytes(10 * MB)
    for depth in range(10):
        held = BytesIO()
        with ZipFile(held, "w", ZIP_DEFLATED) as archive:
            archive.writestr(f"{depth}.zip", data)
        data = held.getvalue()
    return _file(place / "nest.zip", data)


@bomb("a zip whose files lie on top of each other")
def overlapping(place: Path) -> Path:
    """Each entry of the table of contents leads to the one file there is, called a list."""
    lines = b"Voornaam;Achternaam\n" + b"Sem;Bos\n" * 30_000
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as archive:
        archive.writestr("0000.csv", lines)
    data = held.getvalue()
    at = data.find(b"PK\x01\x02")
    end = data.find(b"PK\x05\x06")
    one = data[at:end]
    table = b"".join(one.replace(b"0000.csv", b"%04d.csv" % number) for number in range(1_900))
    tail = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 1_900, 1_900, len(table), at, 0)
    return _file(place / "op-elkaar.zip", data[:at] + table + tail)


@bomb("a zip of a file that grows a thousandfold")
def growing(place: Path) -> Path:
    path = place / "groei.zip"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive, archive.open("1.jpg", "w") as file:
        file.write(jpeg())
        for _ in range(40):
            file.write(bytes(MB))
    return path


@bomb("a zip of many files that grow a hundredfold")
def many_growing(place: Path) -> Path:
    return zipped(place / "veel.zip", {f"{n}.csv": LIST + b"\n" * 500_000 for n in range(60)})


@bomb("a zip that says a file in it has four gigabytes")
def says_huge(place: Path) -> Path:
    path = zipped(place / "zegt.zip", {"1.jpg": jpeg()})
    data = bytearray(path.read_bytes())
    at = data.find(b"PK\x01\x02")
    data[at + 24 : at + 28] = b"\xfe\xff\xff\xff"
    return _file(path, bytes(data))


@bomb("a zip that says a file in it is small and is not")
def says_small(place: Path) -> Path:
    path = place / "klein.zip"
    packed = _zeros(200 * MB)[2:-4]
    head = struct.pack("<HHHHHIII", 20, 0, 8, 0, 33, 0, len(packed), 900)
    local = b"PK\x03\x04" + head + struct.pack("<HH", 5, 0) + b"1.csv" + packed
    entry = struct.pack("<H", 20) + head + struct.pack("<HHHHHII", 5, 0, 0, 0, 0, 0, 0)
    table = b"PK\x01\x02" + entry + b"1.csv"
    tail = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 1, 1, len(table), len(local), 0)
    return _file(path, local + table + tail)


@bomb("a zip of 65,535 files")
def crowded(place: Path) -> Path:
    path = place / "druk.zip"
    with ZipFile(path, "w", ZIP_STORED) as archive:
        for number in range(65_535):
            archive.writestr(ZipInfo(f"{number}.jpg"), b"")
    return path


@bomb("a zip of files with names of 65,000 letters")
def long_names(place: Path) -> Path:
    return zipped(place / "namen.zip", {f"{number:065000}.jpg": b"x" for number in range(200)})


@bomb("a zip that wants four gigabytes to unpack one file")
def big_dictionary(place: Path) -> Path:
    path = place / "woordenboek.zip"
    with ZipFile(path, "w", ZIP_LZMA) as archive:
        archive.writestr("1.csv", LIST)
    data = bytearray(path.read_bytes())
    at = 30 + len("1.csv")
    data[at + 5 : at + 9] = b"\xff\xff\xff\xff"
    return _file(path, bytes(data))


@bomb("a zip that leads outside itself")
def outside(place: Path) -> Path:
    names = ("../../weg.jpg", "/etc/weg.jpg", "C:\\weg.jpg", "..\\weg.jpg")
    return zipped(place / "buiten.zip", dict.fromkeys(names, jpeg()))


# ---- pictures ----


def _chunk(name: bytes, body: bytes) -> bytes:
    check = zlib.crc32(name + body)
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", check)


def _png_with(*chunks: bytes) -> bytes:
    data = encoded(picture(), "PNG")
    return data[:33] + b"".join(chunks) + data[33:]


@bomb("a PNG of 50,000 by 50,000 pixels")
def huge_picture(place: Path) -> Path:
    packed = _zeros(10 * MB)
    head = struct.pack(">IIBBBBB", 50_000, 50_000, 1, 0, 0, 0, 0)
    chunks = _chunk(b"IHDR", head) + _chunk(b"IDAT", packed) + _chunk(b"IEND", b"")
    return _file(place / "groot.png", b"\x89PNG\r\n\x1a\n" + chunks)


@bomb("a PNG just above the limit")
def just_above(place: Path) -> Path:
    return _file(place / "net.png", huge_png(10_000, 5_001))


@bomb("a JPEG that says it has 65,500 by 65,500 pixels")
def lying_jpeg(place: Path) -> Path:
    data = bytearray(jpeg())
    at = data.find(b"\xff\xc0") + 5
    data[at : at + 4] = struct.pack(">HH", 65_500, 65_500)
    return _file(place / "groot.jpg", bytes(data))


@bomb("a WebP that says it has 16,384 by 16,384 pixels")
def lying_webp(place: Path) -> Path:
    body = b"VP8X" + struct.pack("<I", 10) + b"\x02\x00\x00\x00" + b"\xff\x3f\x00\xff\x3f\x00"
    plain = encoded(picture(), "WEBP")[12:]
    frame = bytes(12) + b"\x64\x00\x00\x00" + plain
    moving = b"ANIM" + struct.pack("<I", 6) + bytes(6)
    moving += b"ANMF" + struct.pack("<I", len(frame)) + frame
    riff = b"WEBP" + body + moving
    return _file(place / "groot.webp", b"RIFF" + struct.pack("<I", len(riff)) + riff)


@bomb("a WebP of 8,000 by 8,000 pixels")
def large_webp(place: Path) -> Path:
    return _file(
        place / "groot.webp",
        encoded(picture(8_000, 8_000), "WEBP", lossless=True, quality=0, method=0),
    )


@bomb("a GIF of 65,535 by 65,535 pixels")
def huge_gif(place: Path) -> Path:
    head = b"GIF89a" + struct.pack("<HH", 65_535, 65_535) + b"\xf7\x00\x00" + bytes(768)
    return _file(
        place / "groot.gif", head + b",\x00\x00\x00\x00\xff\xff\xff\xff\x00\x08" + bytes(99)
    )


@bomb("a JPEG of fifty megabytes of filling")
def filling(place: Path) -> Path:
    return _file(place / "vulling.jpg", b"\xff\xd8" + b"\xff" * 49_900_000)


@bomb("a JPEG of a million remarks")
def remarks(place: Path) -> Path:
    return _file(place / "praat.jpg", b"\xff\xd8" + b"\xff\xfe\x00\x02" * 10 * MB + jpeg()[2:])


@bomb("a JPEG of a thousand scans")
def scans(place: Path) -> Path:
    data = encoded(picture(2_000, 2_000), "JPEG", progressive=True)
    scan = data[data.rfind(b"\xff\xda") : -2]
    return _file(place / "scans.jpg", data[:-2] + scan * 1_000 + data[-2:])


@bomb("a PNG of four million empty chunks")
def chunks(place: Path) -> Path:
    return _file(place / "brokjes.png", _png_with(_chunk(b"teXt", b"") * 4 * MB))


@bomb("a photo of more than fifty megabytes")
def fat(place: Path) -> Path:
    return _file(place / "dik.jpg", jpeg() + bytes(50 * MB))


@heavy("a PNG whose remarks unpack to a gigabyte")
def remark_bomb(place: Path) -> Path:
    packed = _zeros(150 * MB)
    texts = [_chunk(b"zTXt", b"Comment\x00\x00" + packed) for _ in range(4)]
    texts.append(_chunk(b"iTXt", b"Comment\x00\x01\x00\x00\x00" + packed))
    texts.append(_chunk(b"iCCP", b"profile\x00\x00" + packed))
    return _file(place / "tekst.png", _png_with(*texts))


@heavy("a PNG of fifty million pixels")
def full_png(place: Path) -> Path:
    return _file(place / "vol.png", huge_png(10_000, 5_000))


@heavy("a PNG of fifty million pixels of eight bytes")
def deep_png(place: Path) -> Path:
    packer = zlib.compressobj(9)
    row = bytes(1 + 10_000 * 8)
    rows = b"".join(packer.compress(row) for _ in range(5_000)) + packer.flush()
    head = struct.pack(">IIBBBBB", 10_000, 5_000, 16, 6, 0, 0, 0)
    parts = _chunk(b"IHDR", head) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")
    return _file(place / "diep.png", b"\x89PNG\r\n\x1a\n" + parts)


@heavy("a WebP of fifty million pixels")
def full_webp(place: Path) -> Path:
    return _file(
        place / "vol.webp",
        encoded(picture(7_070, 7_070), "WEBP", lossless=True, quality=0, method=0),
    )


@heavy("a JPEG of fifty million pixels, coarse to fine")
def full_jpeg(place: Path) -> Path:
    return _file(place / "vol.jpg", jpeg(7_070, 7_070, progressive=True))


# ---- lists ----


@bomb("a list of one line of a gigabyte")
def endless_line(place: Path) -> Path:
    path = _file(place / "lang.csv", LIST + b"x" * 30 * MB)
    os.truncate(path, 1_000 * MB)
    return path


@bomb("a list of one line of twenty megabytes")
def long_line(place: Path) -> Path:
    return _file(place / "regel.csv", LIST + b"x" * ALMOST)


@bomb("a list of a million columns")
def wide(place: Path) -> Path:
    names = b";".join(b"Voornaam%d" % number for number in range(1_000_000))
    return _file(place / "breed.csv", names + b"\n" + LIST)


@bomb("a list of twenty million empty columns")
def empty_columns(place: Path) -> Path:
    return _file(place / "leeg.csv", b";" * ALMOST)


@bomb("a list of rows of a hundred thousand blanks")
def blank_rows(place: Path) -> Path:
    return _file(place / "blanco.csv", (b" ;" * 100_000 + b"\n") * 99)


@bomb("a list of twenty million empty lines")
def empty_lines(place: Path) -> Path:
    return _file(place / "regels.csv", b"\n" * ALMOST)


@bomb("a list of ten million students")
def long_list(place: Path) -> Path:
    return _file(place / "veel.csv", b"Naam\n" + b"a\n" * (ALMOST // 2))


@bomb("a list of nothing but quotes")
def quotes(place: Path) -> Path:
    return _file(place / "aanhaling.csv", b'"' * ALMOST)


@bomb("a list quoted ever deeper")
def quoted(place: Path) -> Path:
    rows = (b'"' + b'""' * depth + b'";"' + b'""' * depth + b'"\n' for depth in range(1, 3_000))
    return _file(place / "diep.csv", b"Voornaam;Achternaam\n" + b"".join(rows))


@bomb("a list of a quote that is never closed")
def open_quote(place: Path) -> Path:
    return _file(place / "open.csv", b'Voornaam;Achternaam\n"' + b"Sem;Bos\n" * 2_400_000)


@bomb("a list of letters with a hundred thousand accents")
def accents(place: Path) -> Path:
    marks = "\u0323\u0301" * 60_000
    return _file(place / "accent.csv", f"Voornaam;Achternaam\na{marks};Bos\n".encode())


@bomb("a list of a million signs that become three")
def expanding(place: Path) -> Path:
    return _file(place / "uit.csv", ("Voornaam;Achternaam\n" + "\ufb2c" * 6_000_000).encode())


@heavy("a list of 20,000 rows of 200 columns")
def full_list(place: Path) -> Path:
    row = b";".join([b"a1b"] * 200) + b"\n"
    return _file(place / "vol.csv", row * 20_000)


@heavy("a list of 20,000 rows of 200 columns under a header")
def full_list_with_header(place: Path) -> Path:
    header = b"Voornaam;Achternaam;" + b";".join(b"k%d" % n for n in range(198)) + b"\n"
    rows = b"".join(
        b";".join(b"%d" % (n % 997) for n in range(at, at + 200)) + b"\n" for at in range(20_000)
    )
    return _file(place / "kop.csv", header + rows)


@bomb("a workbook whose one sheet is a hundred and fifty megabytes of blanks")
def swelling_book(place: Path) -> Path:
    part = sheet_part([["Naam"], ["Sem"]]) + " " * 150 * MB
    return _file(place / "zwelt.xlsx", packed_xlsx({"Klas": part}))


@bomb("a workbook with two cells as far apart as can be")
def far_apart(place: Path) -> Path:
    cells = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c>'
    part = sheet_part([]).replace("<sheetData>", f"<sheetData>{cells}</row>")
    return _file(place / "ver.xlsx", packed_xlsx({"Klas": part}))


@bomb("a workbook of which every cell is a text of a megabyte")
def book_of_references(place: Path) -> Path:
    shared = f"<sst><si><t>{'x' * 900_000}</t></si></sst>"
    row = "".join(f'<c r="{letter}{{n}}" t="s"><v>0</v></c>' for letter in "ABCDEFGHIJKLMNOP")
    rows = "".join(f'<row r="{n}">{row.format(n=n)}</row>' for n in range(1, 3_000))
    part = sheet_part([]).replace("<sheetData>", f"<sheetData>{rows}")
    return _file(
        place / "herhaal.xlsx", packed_xlsx({"Klas": part}, more={"xl/sharedStrings.xml": shared})
    )


@bomb("an XML of a billion laughs")
def laughs(place: Path) -> Path:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    text = (
        f'<!DOCTYPE EDEX [<!ENTITY l0 "lol">{entities}]><EDEX><leerlingen>&l9;</leerlingen></EDEX>'
    )
    return _file(place / "lach.xml", text.encode())


@bomb("an XML of five million elements")
def elements(place: Path) -> Path:
    return _file(place / "veel.xml", b"<EDEX><leerlingen>" + b"<a/>" * 4_900_000)


@bomb("an XML as deep as it is long")
def deep_xml(place: Path) -> Path:
    return _file(place / "diep.xml", b"<a>" * 6_000_000)


@bomb("a page of twenty megabytes of brackets")
def brackets(place: Path) -> Path:
    return _file(place / "haken.xls", b"<table>" + b"<" * ALMOST)


@bomb("cards of twenty million signs without a property")
def endless_card(place: Path) -> Path:
    return _file(place / "kaart.vcf", b"BEGIN:VCARD\nN;" + b"A;" * (ALMOST // 2) + b"\nEND:VCARD\n")


@bomb("a deck whose pages lead in a circle")
def circle(place: Path) -> Path:
    page = bytearray(4096)
    page[:16] = b"SQLite format 3\x00"
    page[16:18] = (4096).to_bytes(2, "big")
    page[59] = 1
    page[100] = 5
    page[108:112] = (1).to_bytes(4, "big")
    return zipped(place / "kring.apkg", {"collection.anki2": bytes(page), "media": b"{}"})


def _block(size: int) -> bytes:
    """A block of Zstandard that says: this byte so many times."""
    return (size << 3 | 2).to_bytes(3, "little") + b"A"


def blown_up(megabytes: int) -> bytes:
    """A frame of Zstandard that unpacks to so many megabytes, at four bytes for each 128 kB."""
    blocks = _block(1 << 17) * (8 * megabytes)
    return b"\x28\xb5\x2f\xfd\x00\x58" + blocks + b"\x01\x00\x00"


@bomb("a newest deck whose database unpacks to 20 GB")
def blown_up_deck(place: Path) -> Path:
    files = {"meta": b"\x08\x03", "collection.anki21b": blown_up(20_000), "media": b""}
    return zipped(place / "groeit.apkg", files)


@bomb("a newest deck that asks for a window of 2 GB")
def wide_deck(place: Path) -> Path:
    wide = b"\x28\xb5\x2f\xfd\x00\xa8" + _block(1 << 17) * 9
    files = {"meta": b"\x08\x03", "collection.anki21b": wide, "media": b""}
    return zipped(place / "breed.apkg", files)


# ---- everything ----


@bomb("the JSON of everything, a hundred thousand deep")
def deep_json(place: Path) -> Path:
    return _file(place / "diep.json", b'{"classes":' + b'[{"x":' * 100_000)


@bomb("the JSON of everything with nothing but objects")
def empty_objects(place: Path) -> Path:
    return _file(place / "leeg.json", b'{"classes":[' + b'{"x":0},' * 900_000 + b"{}]}")


@bomb("the JSON of everything with more text than ten years give")
def long_json(place: Path) -> Path:
    text = b" ".join([b"a" * 700] * 90_000)
    return _file(place / "lang.json", b'{"classes":[],"note":"' + text + b'"}')


@bomb("the JSON of everything with photos of nothing but letters")
def letters(place: Path) -> Path:
    return _file(place / "letters.json", b'{"classes":["' + b"A" * 40 * MB + b'"]}')


@bomb("the JSON of everything with a number of a million digits")
def digits(place: Path) -> Path:
    return _file(place / "cijfers.json", b'{"classes":[' + b"9" * MB + b"]}")


# ---- folders ----


@bomb("a folder of links, pipes and devices")
def strange_folder(place: Path) -> Path:
    folder = place / "vreemd"
    folder.mkdir()
    secret = _file(place / "geheim.csv", LIST)
    for name, target in (
        ("lijst.csv", secret),
        ("nul.csv", "/dev/zero"),
        ("kring.csv", "kring.csv"),
    ):
        (folder / name).symlink_to(target)
    (folder / "map").symlink_to("/")
    with suppress(AttributeError):
        os.mkfifo(folder / "pijp.csv")
    with suppress(AttributeError, PermissionError):
        os.mknod(folder / "toestel.csv", 0o20600, os.makedev(1, 5))
    return folder


@bomb("a folder three hundred deep")
def deep_folder(place: Path) -> Path:
    top = place / "diep"
    here = Path.cwd()
    top.mkdir()
    try:
        os.chdir(top)
        for _ in range(300):
            Path("d").mkdir()
            os.chdir("d")
        Path("klas.csv").write_bytes(LIST)
    finally:
        os.chdir(here)
    return top


@bomb("a folder of three thousand folders")
def many_folders(place: Path) -> Path:
    top = place / "mappen"
    top.mkdir()
    for number in range(3_000):
        (top / str(number)).mkdir()
    return top


@bomb("a vault called a list")
def vault(place: Path) -> Path:
    return _file(place / "klas.csv", os.urandom(200_000))


@bomb("a database called a list")
def database(place: Path) -> Path:
    return _file(place / "klas.csv", b"SQLite format 3\x00" + bytes(99_000))
