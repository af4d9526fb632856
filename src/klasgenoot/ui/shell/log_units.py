"""Where is a letter? Python counts letters, Qt counts UTF-16 units; an emoji is one and two."""

_CODEC = "utf-16-le"
_BYTES = 2
"""So many bytes make a unit."""


def unit_at(text: str, at: int) -> int:
    """The place in UTF-16 units of the letter at a place."""
    return at if text.isascii() else len(_encoded(text[:at])) // _BYTES


def letter_at(text: str, unit: int) -> int:
    """The place of the letter at a place in UTF-16 units; the last place when it lies beyond."""
    if text.isascii():
        return min(unit, len(text))
    return len(_encoded(text)[: unit * _BYTES].decode(_CODEC, "surrogatepass"))


def _encoded(text: str) -> bytes:
    return text.encode(_CODEC, "surrogatepass")  # half of a pair is a letter to Python too
