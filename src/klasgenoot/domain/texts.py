"""What was typed, as it is kept."""

from klasgenoot.domain.errors import TooLarge


def written(text: str) -> str:
    """A text of one or more lines without blanks around it, and without NUL: undo stops there."""
    return text.replace("\0", "").strip()


def fitting(text: str, *, most: int) -> str:
    """The same of a text that may have at most so many characters.

    Raises:
        TooLarge: it has more.
    """
    text = written(text)
    if len(text) > most:
        raise TooLarge(source="text", limit=str(most))
    return text
