"""What fits behind "#" and "@"? Tags and classes to choose from while they are typed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from klasgenoot.domain.names import fold
from klasgenoot.domain.quicklog_signs import GROUP, LITERAL, TAG, view_of
from klasgenoot.domain.quicklog_surroundings import Surroundings

_BEGUN_TAG = re.compile(r"(?<![\w#&/])#(?:[^\W\d_][\w-]*)?$")
_BEGUN_GROUP = re.compile(rf"(?:^|(?<=[\s,;&+]))(?<!\w){GROUP}[^,;:&+#\n]*$")
_REST_OF_WORD = re.compile(r"[\w-]*")


@dataclass(frozen=True, slots=True)
class SignCompletion:
    """What is being typed, `text[start:end]`, and what it may become.

    Attributes:
        texts: the known tags or classes that fit, with their sign.
        new: the tag that is not known yet, which only the teacher can make one; empty if none.
    """

    start: int
    end: int
    texts: tuple[str, ...]
    new: str = ""


def complete_sign(
    text: str, *, cursor: int, around: Surroundings, tags: Sequence[str]
) -> SignCompletion | None:
    """The tags or classes that what stands before the cursor may become.

    Args:
        text: what was typed so far.
        cursor: the place of the cursor in `text`.
        around: the classes there are.
        tags: the tags that are known, the likeliest first.

    Returns:
        None where neither is being typed, and where nothing is left to choose.
    """
    view = view_of(text)
    line = max(view.rfind(sign, 0, cursor) for sign in ";\n") + 1
    before = view[line:cursor]
    if begun := _BEGUN_TAG.search(before):
        return _tags_for(text, line + begun.start(), cursor, tags=tags)
    begun = None if ":" in before else _BEGUN_GROUP.search(before)
    if begun is None or LITERAL in begun.group():
        return None
    typed = before[begun.start() + len(GROUP) :]
    names = around.classes_called(typed) if typed.strip() else tuple(around.classes)
    if not names or [fold(typed)] == [fold(name) for name in names]:
        return None
    return SignCompletion(line + begun.start(), cursor, tuple(f"{GROUP}{name}" for name in names))


def _tags_for(text: str, start: int, cursor: int, *, tags: Sequence[str]) -> SignCompletion | None:
    typed = fold(text[start + 1 : cursor])
    rest = _REST_OF_WORD.match(text, cursor)
    end = rest.end() if rest else cursor
    whole = text[start:end]
    fitting = tuple(tag for tag in tags if fold(tag).startswith(typed))
    is_known = fold(whole[1:]) in map(fold, tags)
    if is_known and len(fitting) == 1:
        return None
    is_new = bool(TAG.fullmatch(whole)) and not is_known
    texts = tuple(f"#{tag}" for tag in fitting)
    if not texts and not is_new:
        return None
    return SignCompletion(start, end, texts, whole if is_new else "")
