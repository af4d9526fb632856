"""Files made in code for tests: pictures, zips and folders, sound and hostile."""

import struct
import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from PIL import Image

GOLDEN = Path(__file__).parent / "data" / "lists"
"""Lists that real programs made of one small class, to be read exactly."""
TESTDATA = Path(__file__).resolve().parents[1] / ".." / "shared" / "testdata"


def real_input(name: str) -> Path:
    """A file or folder of real input that stays outside the project; skips where it is missing."""
    path = TESTDATA / name
    if not path.exists():
        pytest.skip(f"real input {name} is not beside the project")
    return path


def picture(width: int = 90, height: int = 110, *, mode: str = "RGB") -> Image.Image:
    """A picture whose top is red and whose bottom is blue, so that one sees which side is up."""
    image = Image.new("RGB", (width, height), (20, 40, 220))
    image.paste((220, 40, 20), (0, 0, width, height // 2))
    return image.convert(mode)


def encoded(image: Image.Image, form: str = "JPEG", **options: object) -> bytes:
    """A picture as the bytes of a file."""
    buffer = BytesIO()
    image.save(buffer, form, **options)
    return buffer.getvalue()


def jpeg(width: int = 90, height: int = 110, **options: object) -> bytes:
    """A small sound JPEG."""
    return encoded(picture(width, height), "JPEG", **options)


def exif(*, orientation: int = 1, place: str = "52.3676 N") -> bytes:
    """What a phone writes beside a picture: which side is up, and where it was taken."""
    data = Image.Exif()
    data[0x0112] = orientation
    data[0x010E] = place
    return data.tobytes()


def huge_png(width: int = 20_000, height: int = 20_000) -> bytes:
    """A PNG of a few hundred kB that unpacks to `width` x `height` pixels of black."""

    def chunk(name: bytes, body: bytes) -> bytes:
        check = zlib.crc32(name + body)
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", check)

    packer = zlib.compressobj(9)
    row = bytes(1 + (width + 7) // 8)
    rows = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunks = chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def zipped(path: Path, files: dict[str, bytes]) -> Path:
    """A zip with these files in it, whatever they are called."""
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def folder(path: Path, files: dict[str, bytes]) -> Path:
    """A folder with these files in it."""
    for name, data in files.items():
        file = path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return path
