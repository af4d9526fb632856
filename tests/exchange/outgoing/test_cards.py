"""vCards that leave: short lines, nothing unescaped, and the photo as it was."""

import base64
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from klasgenoot.domain.exports import Leaving
from klasgenoot.exchange.outgoing.cards import write_vcards
from made_files import jpeg

_TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\x85"),
    max_size=60,
)


def _properties(data: bytes) -> list[tuple[str, str]]:
    """Names with their values, unfolded and unescaped, as RFC 2426 says."""
    lines = re.sub(rb"\r\n[ ]", b"", data).decode().split("\r\n")
    pairs = (line.partition(":") for line in lines if line)
    return [(name, re.sub(r"\\(.)", r"\1", value)) for name, _, value in pairs]


def test_a_card_says_who_it_is_and_nothing_more() -> None:
    picture = jpeg()
    person = Leaving(
        given_name="Johannes",
        call_name="Han",
        infix="van der",
        family_name="Berg",
        student_number="500124",
        email="han@school.nl",
        class_name="CMV-1B",
        note="houdt van roeien",
        picture=picture,
    )
    told = _properties(write_vcards([person]))
    assert told == [
        ("BEGIN", "VCARD"),
        ("VERSION", "3.0"),
        ("N", "Berg;Johannes;van der;;"),
        ("FN", "Han van der Berg"),
        ("NICKNAME", "Han"),
        ("EMAIL;TYPE=INTERNET", "han@school.nl"),
        ("CATEGORIES", "CMV-1B"),
        ("X-KLASGENOOT-CLASS", "CMV-1B"),
        ("PHOTO;ENCODING=b;TYPE=JPEG", base64.b64encode(picture).decode()),
        ("END", "VCARD"),
    ]


@settings(max_examples=150, deadline=None)
@given(_TEXT, _TEXT)
def test_no_line_is_long_and_no_name_breaks_out_of_its_place(given_name: str, family: str) -> None:
    data = write_vcards([Leaving(given_name=given_name, family_name=family, class_name="a;b")])
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert all(line.decode() is not None for line in data.split(b"\r\n"))  # no letter is cut
    names = [name for name, _ in _properties(data)]
    assert names == ["BEGIN", "VERSION", "N", "FN", "CATEGORIES", "X-KLASGENOOT-CLASS", "END"]
