"""What was typed, as it is kept."""


def written(text: str) -> str:
    """A text of one or more lines without blanks around it, and without NUL: undo stops there."""
    return text.replace("\0", "").strip()
