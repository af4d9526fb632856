"""The gentle word check: what to say of a word that is typed.

It is said in the language on screen; only the wording it proposes is in that of the word.

Nothing of it leaves the moment: what was found, and what the teacher left as it was, is known to
the field being typed in and to nobody else.
"""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QLocale

from klasgenoot.domain.names import fold
from klasgenoot.domain.settings import Language
from klasgenoot.domain.word_check import (
    HelpLine,
    Place,
    WordList,
    clause_around,
    first_hit,
    read_help_lines,
    read_word_list,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordTip:
    """What is said of one word.

    Attributes:
        word: the word, folded.
        place: where it stands.
        clause: which piece the neutral wording can take the place of; None where none fits.
        why: why it need not stand here.
        prompt: the question that brings it back to what happened.
        proposal: the neutral wording.
        help: whom to call first; empty where there is no danger.
    """

    word: str
    place: Place
    clause: Place | None
    why: str
    prompt: str
    proposal: str
    help: tuple[HelpLine, ...]


def tip_for(
    text: str,
    *,
    resources: Path,
    spared: Sequence[Place] = (),
    walls: Collection[int] = (),
    left: Collection[str] = (),
) -> WordTip | None:
    """What to say of a text; None when nothing is to be said.

    Args:
        text: what was typed.
        resources: the folder of what ships beside the code.
        spared: pieces that are not looked at, such as names.
        walls: places that a neutral wording does not cross.
        left: words, folded, that stay as they are.
    """
    language = _language()
    lists = tuple(_word_list(resources, each) for each in _in_order(language))
    found = first_hit(text, lists, spared=spared, left=left)
    if found is None:
        return None
    hit, _ = found
    on_screen = lists[0]
    said = {topic.key: topic.why for topic in on_screen.topics}
    clause = clause_around(text, hit.place, walls=walls)
    return WordTip(
        word=fold(text[hit.start : hit.end]),
        place=hit.place,
        clause=clause if hit.topic.proposal else None,
        why=said.get(hit.topic.key, hit.topic.why),
        prompt=on_screen.prompt,
        proposal=hit.topic.proposal,
        help=_help_lines(resources, language) if hit.topic.is_danger else (),
    )


def _language() -> Language:
    english = QLocale().language() == QLocale.Language.English
    return Language.ENGLISH if english else Language.DUTCH


def _in_order(language: Language) -> tuple[Language, ...]:
    """The language on screen, then the other: what is typed may be in either."""
    return (language, *(each for each in Language if each is not language))


@lru_cache(maxsize=4)
def _word_list(resources: Path, language: Language) -> WordList:
    return read_word_list(_content(resources / "word_check", language))


@lru_cache(maxsize=4)
def _help_lines(resources: Path, language: Language) -> tuple[HelpLine, ...]:
    return read_help_lines(_content(resources / "help", language))


def _content(folder: Path, language: Language) -> dict[str, object]:
    content: dict[str, object] = json.loads(
        (folder / f"{language.value}.json").read_text(encoding="utf-8")
    )
    return content
