"""Loads all that reading a PDF may need, by reading one: after the seal nothing can be loaded."""

from contextlib import suppress

from klasgenoot.domain.errors import Trouble
from klasgenoot.exchange.cage.warming import warm_up_for_zip

_PAGE = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 90 90]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>
/XObject<</I 6 0 R>>>>>>endobj
4 0 obj<</Length 84>>stream
q 0 0 80 80 re W n 40 0 0 50 20 20 cm /I Do Q BT /F 9 Tf 20 8 Td (Zo\\353 Jansen) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>endobj
6 0 obj<</Type/XObject/Subtype/Image/Width 2/Height 2/BitsPerComponent 8/ColorSpace/DeviceRGB
/Length 12>>stream
0a0b0c0d0e0f
endstream endobj
trailer<</Root 1 0 R>>
"""


def warm_up_for_pdf() -> None:
    """Reads a small photo list, and once a thing that is none."""
    from klasgenoot.exchange.pdf import count_pages, read_page, read_wide_page

    warm_up_for_zip()
    count_pages(_PAGE)
    read_page(_PAGE, 0)
    read_wide_page(_PAGE, 0)
    with suppress(Trouble):
        count_pages(_PAGE[:200])
