"""Which columns of a list hold marks? Gradebooks are full of them; no name is learned by one."""

import re
from collections.abc import Sequence

_NAMED = re.compile(
    r"""
    \(\d{2,9}\)\s*$                                             # Canvas: an assignment, its number
    | \b(?:current|final|unposted|override)\b.{0,20}\b(?:score|grade|points)\b
    | <\s*(?:numeric|text|selectbox|passfail|formula|calculated)\b                # Brightspace
    | \bpoints\ grade\b | \bscheme\ symbol\b | \bend-of-line\ indicator\b
    | \[\s*(?:total\ pts|totaal)                                                  # Blackboard
    | \((?:real|re[eë]el|percentage|letter|punten|points|cijfer|score)\)\s*$      # Moodle
    | ^(?:assignment|opdracht|quiz|toets|test|taak|forum|workshop|h5p|feedback)\s?: # and its kinds
    | \b\w{0,12}cijfers?\b | \bgrades?\b | \bmarks?\b | \bscores?\b | \bpunten\b | \bpoints\b
    | \bpercentages?\b | \bresulta(?:at|ten)\b | \bresults?\b
    | ^(?:toets|tentamen|opdracht|quiz|assignment|exam|test)\s*\d{0,3}$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BY_NAME = re.compile(r"[\d.,/%+\- ]{1,12}|[^\W\d_]{1,3}[+-]?|\(read only\)|(?:on)?voldoende|goed")
"""What stands below such a name: "7,5", "8/10", "GO"; of the rest one cannot say that it is one."""
_BY_ITSELF = re.compile(r"\d{1,3}[.,]\d{1,2}\s?%?|\d{1,3}\s?%|\d{1,3}\s?/\s?\d{1,3}")
"""A mark that is nothing else, whatever it is called."""
_WHOLE = re.compile(r"\d{1,3}")
_LONGEST = 200
_LOOKED_AT = 200
_FEWEST = 4
"""So many at least before marks are told without a name."""
_MOST_OF, _HALF = 0.8, 0.5


def holds_marks(name: str, values: Sequence[str]) -> bool:
    """Whether a column holds marks, as its name or what stands in it says.

    Args:
        name: of the column; of one whose name says that it holds something else, it is not asked.
        values: what stands in it, without empty cells.
    """
    looked_at = [value.strip().casefold()[:_LONGEST] for value in values[:_LOOKED_AT]]
    if _NAMED.search(name[:_LONGEST]):
        return _share(_BY_NAME, looked_at) >= _HALF if looked_at else True
    if len(looked_at) < _FEWEST or not any(map(_BY_ITSELF.fullmatch, looked_at)):
        return False
    rest = [value for value in looked_at if not _BY_ITSELF.fullmatch(value)]
    alone = 1 - len(rest) / len(looked_at)
    return alone >= _HALF and alone + _share(_WHOLE, looked_at) >= _MOST_OF


def _share(pattern: re.Pattern[str], values: Sequence[str]) -> float:
    return sum(pattern.fullmatch(value) is not None for value in values) / len(values)
