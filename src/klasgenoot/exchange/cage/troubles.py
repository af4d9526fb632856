"""What is wrong with a file, said across the border of the cage: a kind and one word, no text."""

import re
from collections.abc import Callable

from klasgenoot.domain.errors import (
    EmptyList,
    TooLarge,
    Trouble,
    UnreadableList,
    UnreadablePdf,
    UnreadablePhoto,
    UnsafeArchive,
)
from klasgenoot.exchange.cage.frames import Message, Nonsense

_WORDS: dict[str, tuple[Callable[[str, str], Trouble], re.Pattern[str]]] = {
    "EmptyList": (lambda source, _: EmptyList(source), re.compile("")),
    "UnreadableList": (
        UnreadableList,
        re.compile("|password|damaged|unsafe|anki|calendar|json|newer|web_page"),
    ),
    "TooLarge": (
        TooLarge,
        re.compile(
            r"[1-9][0-9]{0,6} "
            r"(MB|files|rows|columns|cells|characters|pages|objects|photos|megapixels)"
        ),
    ),
    "UnreadablePhoto": (
        UnreadablePhoto,
        re.compile("broken|too_many_pixels|too_large|unknown_format|heic"),
    ),
    "UnreadablePdf": (UnreadablePdf, re.compile("encrypted|damaged")),
    "UnsafeArchive": (UnsafeArchive, re.compile("outside|bomb|damaged|encrypted|packing")),
}


def pack_trouble(trouble: Trouble) -> Message:
    """A trouble as a message; its file is named outside."""
    word = getattr(trouble, "limit", getattr(trouble, "why", ""))
    return Message("trouble", {"kind": type(trouble).__name__, "word": word})


def unpack_trouble(message: Message, source: str) -> Trouble:
    """The trouble in a message, about this file.

    Raises:
        Nonsense: there is no such trouble.
    """
    kind, word = message.head.get("kind"), message.head.get("word")
    make, words = _WORDS.get(str(kind), (None, None))
    if make is None or words is None or not isinstance(word, str) or not words.fullmatch(word):
        raise Nonsense
    return make(source, word)
