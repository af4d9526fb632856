"""Are the right tags and classes offered behind their signs, and a new tag only as such?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.completion_signs import complete_sign
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.quicklog_surroundings import BUILT_IN_TAGS, Surroundings

AROUND = Surroundings(classes={name: (StudentId(1),) for name in ("CMV-1A", "CMV-1B", "Team rood")})
TAGS = (*BUILT_IN_TAGS, "stage")


def offered(text: str) -> tuple[str, tuple[str, ...], str] | None:
    """What would be replaced, by what, and what is new, with the cursor at "|"."""
    cursor, plain = text.index("|"), text.replace("|", "")
    found = complete_sign(plain, cursor=cursor, around=AROUND, tags=TAGS)
    return found and (plain[found.start : found.end], found.texts, found.new)


@pytest.mark.parametrize(
    ("text", "typed", "texts", "new"),
    [
        ("Noor #z|", "#z", ("#zorg",), "#z"),
        ("Noor: fijn #S|", "#S", ("#slb", "#stage"), "#S"),
        ("Noor #|", "#", tuple(f"#{tag}" for tag in TAGS), ""),
        ("Noor #fijn|", "#fijn", (), "#fijn"),
        ("Sanne; Noor #fi|", "#fi", (), "#fi"),
        ("@|", "@", ("@CMV-1A", "@CMV-1B", "@Team rood"), ""),
        ("@cmv|", "@cmv", ("@CMV-1A", "@CMV-1B"), ""),
        ("gisteren @team|", "@team", ("@Team rood",), ""),
        ("*-@cmv1b, @t|", "@t", ("@Team rood",), ""),
    ],
)
def test_what_fits_is_offered(text: str, typed: str, texts: tuple[str, ...], new: str):
    assert offered(text) == (typed, texts, new)


@pytest.mark.parametrize(
    "text",
    [
        "Noor #zorg|",
        "Noor #st|age",
        "#3|",
        "c#|",
        "Noor|",
        "@cmv-1b|",
        "Noor: mail@cm|",
        "mail@cm|",
        '"#zo|"',
        "|",
    ],
)
def test_elsewhere_nothing_is_offered(text: str):
    assert offered(text) is None


@given(st.text(alphabet='#@zocm1b ,:;\n"é', max_size=12), st.data())
def test_a_completion_ends_at_the_cursor_or_at_the_end_of_its_word(text: str, data: st.DataObject):
    cursor = data.draw(st.integers(0, len(text)))
    found = complete_sign(text, cursor=cursor, around=AROUND, tags=TAGS)
    assert found is None or (found.start < cursor <= found.end and (*found.texts, found.new))
