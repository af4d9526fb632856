"""PDFs made in code for tests: sound ones, locked ones, and ones that ask for too much."""

import zlib
from collections.abc import Mapping


def pdf(objects: Mapping[int, bytes], *, trailer: str = "<</Root 1 0 R>>") -> bytes:
    """A PDF of these objects; PDFium finds them by itself."""
    held = b"%PDF-1.5\n"
    for number, body in objects.items():
        held += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    return held + b"trailer " + trailer.encode() + b"\n%%EOF\n"


def stream(data: bytes, words: str = "", *, packed: bool = False) -> bytes:
    """A stream; packed as PDFs pack."""
    if packed:
        data, words = zlib.compress(data, 9), words + "/Filter/FlateDecode"
    return f"<</Length {len(data)}{words}>>stream\n".encode() + data + b"\nendstream"


def one_page(
    content: bytes, *, things: str = "", others: Mapping[int, bytes] | None = None
) -> bytes:
    """A PDF of one page that draws this."""
    page = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<<{things}>>>>"
    return pdf(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            3: page.encode(),
            4: stream(content, packed=len(content) > 10_000),
        }
        | dict(others or {})
    )


def image(width: int, height: int, data: bytes, words: str = "", *, packed: bool = False) -> bytes:
    """A picture in a PDF."""
    shape = f"/Type/XObject/Subtype/Image/Width {width}/Height {height}"
    return stream(data, f"{shape}/BitsPerComponent 8/ColorSpace/DeviceRGB{words}", packed=packed)


def bomb(name: str) -> bytes:
    """A PDF that asks for more than a photo list would."""
    return BOMBS[name]()


def _many_pages() -> bytes:
    return pdf(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Kids[" + b"3 0 R " * 5_000 + b"]/Count 5000>>",
            3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
        }
    )


def _drawn(thing: bytes, content: bytes = b"q 200 0 0 200 9 9 cm /I Do Q") -> bytes:
    return one_page(content, things="/XObject<</I 6 0 R>>", others={6: thing})


def _forms_of_forms() -> bytes:
    forms = {
        6 + n: stream(
            b"/F Do " * 10,
            f"/Type/XObject/Subtype/Form/BBox[0 0 300 300]/Resources<</XObject<</F {7 + n} 0 R>>>>",
        )
        for n in range(12)
    }
    forms[18] = stream(b"0 0 9 9 re f", "/Type/XObject/Subtype/Form/BBox[0 0 300 300]")
    return one_page(b"/F Do", things="/XObject<</F 6 0 R>>", others=forms)


def _own_form() -> bytes:
    form = stream(
        b"/I Do /I Do",
        "/Type/XObject/Subtype/Form/BBox[0 0 300 300]/Resources<</XObject<</I 6 0 R>>>>",
    )
    return _drawn(form)


BOMBS = {
    "thousands of pages": _many_pages,
    "a picture of 400 million pixels": lambda: _drawn(image(20_000, 20_000, b"\0" * 99)),
    "a picture that unpacks to hundreds of megabytes": lambda: _drawn(
        image(4_000, 4_000, bytes(1 << 28), packed=True)
    ),
    "text that unpacks to hundreds of megabytes": lambda: one_page(b"0 0 9 9 re f\n" * 20_000_000),
    "a hundred thousand letters": lambda: one_page(
        b"BT /F 1 Tf "
        + b"".join(
            b"1 0 0 1 %d %d Tm (abcdefghij) Tj " % (n % 40 * 7, n // 40) for n in range(10_000)
        )
        + b"ET",
        things="/Font<</F 5 0 R>>",
        others={5: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"},
    ),
    "a hundred thousand lines": lambda: one_page(b"0 0 9 9 re f\n" * 100_000),
    "a thousand photos": lambda: _drawn(
        image(4, 4, b"\0" * 48), b"q 20 0 0 20 9 9 cm /I Do Q " * 1_000
    ),
    "forms of forms of forms": _forms_of_forms,
    "a form of itself": _own_form,
}
