"""How is the recovery code written and read? 128 random bits as seven groups of four signs.

A code looks like `7KQD-2M9X-H4TB-…`. Signs are those of Crockford's base32: the digits and the
capitals without I, L, O and U, so that nothing on paper can be taken for something else, and one
sign carries five bits. Groups of four are what people read aloud in one breath and keep in mind
while they type; seven of them are 28 signs, where 39 digits or twelve words would be longer to
type, and words would need a list in each language.

26 signs carry the bits and two are a check over the field of 32 elements (a Reed-Solomon code:
the sum of all signs, and the sum of all signs by place, are nought). It notices every one or two
wrong signs and every swap of two signs, and lets one in a thousand random lines through, which
then open nothing.
"""

from random import Random
from typing import Final

CODE_BYTES: Final = 16
SIGNS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS: Final = 7
GROUP: Final = 4

_BITS = 26
"""So many signs carry the bits; the first has its two highest bits nought."""
_TAKEN_FOR = str.maketrans("OIL", "011")


def encode(secret: bytes) -> str:
    """The code as it is printed: capitals and digits in groups with dashes.

    Args:
        secret: 16 random bytes.
    """
    number = int.from_bytes(secret, "big")
    signs = [number >> 5 * place & 31 for place in reversed(range(_BITS))]
    total, by_place = _sums([*signs, 0, 0])
    first = next(sign for sign in range(32) if _doubled(sign) ^ sign == total ^ by_place)
    text = "".join(SIGNS[sign] for sign in [*signs, first, total ^ first])
    return "-".join(text[at : at + GROUP] for at in range(0, len(text), GROUP))


def decode(typed: str) -> bytes | None:
    """The 16 bytes of a code as somebody typed it, or None where that is no code.

    Small letters, blanks, dashes and dots are fine, and so are O for 0 and I or L for 1.
    """
    text = plain_signs(typed)
    if len(text) != GROUPS * GROUP or not set(text) <= set(SIGNS):
        return None
    signs = [SIGNS.index(sign) for sign in text]
    number = 0
    for sign in signs[:_BITS]:
        number = number << 5 | sign
    if any(_sums(signs)) or number >> 8 * CODE_BYTES:
        return None
    return number.to_bytes(CODE_BYTES, "big")


def plain_signs(typed: str) -> str:
    """What was typed, without what divides it, in the signs that a code is written in."""
    return "".join(sign for sign in typed.upper() if sign.isalnum()).translate(_TAKEN_FOR)


def groups_to_ask(chance: Random) -> tuple[int, int]:
    """Two groups to ask back, so that the code is on paper before it counts: 0 is the first."""
    first, second = sorted(chance.sample(range(GROUPS), 2))
    return first, second


def is_group(code: str, number: int, typed: str) -> bool:
    """Was this what stands in group `number` of the code?"""
    at = number * GROUP
    return plain_signs(code)[at : at + GROUP] == plain_signs(typed)


def _sums(signs: list[int]) -> tuple[int, int]:
    """The sum of all signs, and that of all signs by place, in the field of 32 elements."""
    total = by_place = 0
    for sign in signs:
        total ^= sign
        by_place = _doubled(by_place) ^ sign
    return total, by_place


def _doubled(element: int) -> int:
    """An element times x, in the field made by x⁵ + x² + 1."""
    doubled = element << 1
    return doubled ^ 0b100101 if doubled & 32 else doubled
