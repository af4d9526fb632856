"""Where is a letter? Python counts letters, Qt counts UTF-16 units; an emoji is one and two."""

_LAST_OF_ONE_UNIT = "\uffff"


def unit_at(text: str, at: int) -> int:
    """The place in UTF-16 units of the letter at a place."""
    return at + sum(letter > _LAST_OF_ONE_UNIT for letter in text[:at])


def letter_at(text: str, unit: int) -> int:
    """The place of the letter at a place in UTF-16 units; the last place when it lies beyond."""
    if text.isascii():
        return min(unit, len(text))
    units = 0
    for at, letter in enumerate(text):
        if units >= unit:
            return at
        units += 2 if letter > _LAST_OF_ONE_UNIT else 1
    return len(text)
