"""What can be copied out of a PDF that Qt wrote? Enough of a reader to look for words in it."""

import re
import zlib

_OBJECT = re.compile(rb"(\d+) 0 obj\b(.*?)\bendobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*)endstream", re.DOTALL)
_SHOWN = re.compile(rb"/(F\d+) [\d.]+ Tf|<([0-9a-fA-F]+)>\s*Tj|(-?[\d.]+) (-?[\d.]+) Td|(\bET\b)")


def pdf_pages(data: bytes) -> list[str]:
    """The text of each page, a line feed wherever a piece of text ends."""
    objects = {int(found[1]): found[2] for found in _OBJECT.finditer(data)}
    fonts = {
        name: _letters(_plain(objects[int(_ref(objects[int(number)], b"ToUnicode"))]))
        for body in objects.values()
        for name, number in re.findall(rb"/(F\d+) (\d+) 0 R", body)
    }
    pages = [body for body in objects.values() if re.search(rb"/Type\s*/Page\b", body)]
    return [_text(_plain(objects[int(_ref(page, b"Contents"))]), fonts) for page in pages]


def every_stream(data: bytes) -> bytes:
    """All that is in the file, unpacked: for looking for what must not be there."""
    return data + b"".join(_plain(found[2]) for found in _OBJECT.finditer(data))


def _ref(body: bytes, name: bytes) -> bytes:
    found = re.search(rb"/" + name + rb" (\d+) 0 R", body)
    assert found, name
    return found[1]


def _plain(body: bytes) -> bytes:
    found = _STREAM.search(body)
    if not found:
        return b""
    return zlib.decompress(found[1]) if b"FlateDecode" in body[: found.start()] else found[1]


def _letters(cmap: bytes) -> dict[int, str]:
    """The letters that a font's numbers stand for."""
    letters: dict[int, str] = {}
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for first, last, many, one in re.findall(
            rb"<(\w+)> <(\w+)> (?:\[([^\]]*)\]|<(\w+)>)", block
        ):
            each = re.findall(rb"<(\w+)>", many) if many else []
            for place, number in enumerate(range(int(first, 16), int(last, 16) + 1)):
                if each:
                    letters[number] = bytes.fromhex(each[place].decode()).decode("utf-16-be")
                else:
                    letters[number] = chr(int(one, 16) + place)
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for number, text in re.findall(rb"<(\w+)> <(\w+)>", block):
            letters[int(number, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
    return letters


def _text(content: bytes, fonts: dict[bytes, dict[int, str]]) -> str:
    parts: list[str] = []
    font: dict[int, str] = {}
    for name, shown, _, _, end in _SHOWN.findall(content):
        if name:
            font = fonts[name]
        elif shown:
            numbers = re.findall(rb"....", shown)
            parts += [font.get(int(number, 16), "\N{REPLACEMENT CHARACTER}") for number in numbers]
        elif end:
            parts.append("\n")
    return "".join(parts)
