"""When are two student numbers one? The same number as lists, logins and file names write it."""

import re

from klasgenoot.domain.names import fold

_NUMBER = re.compile(r"(?=.*\d)s?0*(\d*)")


def number_key(text: str) -> str:
    """A student number or login without what some systems put before it: "#", "s", zeros.

    Empty where nothing else is left: "000" is no number.
    """
    folded = fold(text)
    number = _NUMBER.fullmatch(folded)
    return number[1] if number else folded
