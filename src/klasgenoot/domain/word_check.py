"""Which words could a note do without, and which ask for help first? Found as whole words.

The lists are content, in `resources/word_check/`; here is how they are read. A pattern is a word or
several; `depress*` stands for every word that begins so, `*stoornis` for every word that ends so,
and a pattern with a capital (ADD) for that very spelling. What is found is shown beside the text
and nowhere else: it is not counted, kept or sent.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from klasgenoot.domain.names import fold

_WORD = re.compile("(?:[^\\W_][\u0300-\u036f]*)+")
"""Letters and figures, with accents that stand on their own behind them."""
_ENDS = re.compile(r"[.;:?!\n/]")
"""What parts one thing said from the next."""
_SHORTEST_STEM = 3

Place = tuple[int, int]
"""A piece of a text, `text[start:end]`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """Words about one thing, and what is said when one of them is typed.

    Attributes:
        key: what the topic is called in the lists of all languages.
        is_danger: whether help goes before any note.
        why: one line on why it need not stand here.
        proposal: a neutral wording to put in its place; empty when there is none.
        words: the patterns.
        unless: longer patterns in which the words mean something else.
    """

    key: str
    why: str
    proposal: str
    words: tuple[str, ...]
    unless: tuple[str, ...] = ()
    is_danger: bool = False


@dataclass(frozen=True, slots=True)
class HelpLine:
    """Somebody to call, and when."""

    name: str
    phone: str
    web: str
    when: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A word that was found in `text[start:end]`."""

    start: int
    end: int
    topic: Topic

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    written: str
    folded: str


@dataclass(frozen=True, slots=True)
class _Part:
    """One word of a pattern."""

    text: str
    begins: bool = False
    ends: bool = False
    exactly: bool = False

    def fits(self, word: _Word) -> bool:
        if self.exactly:
            return word.written == self.text
        if self.begins:
            return word.folded.startswith(self.text)
        if self.ends:
            return word.folded.endswith(self.text)
        return word.folded == self.text


class _Patterns:
    """Patterns, found by their first word without trying them one by one."""

    def __init__(self, patterns: Iterable[tuple[str, Topic]]) -> None:
        self._whole: dict[str, list[tuple[tuple[_Part, ...], Topic]]] = {}
        self._stems: dict[str, list[tuple[tuple[_Part, ...], Topic]]] = {}
        self._tails: dict[str, list[tuple[tuple[_Part, ...], Topic]]] = {}
        for pattern, topic in patterns:
            parts = tuple(_part(word) for word in pattern.split())
            first = parts[0]
            home = self._stems if first.begins else self._tails if first.ends else self._whole
            home.setdefault(fold(first.text), []).append((parts, topic))

    def found(self, words: Sequence[_Word]) -> Iterator[tuple[int, int, Topic]]:
        """Each find as (first word, word behind the last, topic)."""
        for at, word in enumerate(words):
            for parts, topic in self._beginning(word.folded):
                end = at + len(parts)
                here = words[at:end]
                if len(here) == len(parts) and all(
                    part.fits(each) for part, each in zip(parts, here, strict=True)
                ):
                    yield at, end, topic

    def _beginning(self, folded: str) -> Iterator[tuple[tuple[_Part, ...], Topic]]:
        yield from self._whole.get(folded, ())
        for length in range(_SHORTEST_STEM, len(folded) + 1):
            yield from self._stems.get(folded[:length], ())
            yield from self._tails.get(folded[-length:], ())


class WordList:
    """The words of one language.

    Args:
        prompt: the question that brings a note back to what happened.
        topics: what is looked for.
    """

    def __init__(self, *, prompt: str, topics: Sequence[Topic]) -> None:
        self.prompt = prompt
        self.topics = tuple(topics)
        self._words = _Patterns((word, topic) for topic in topics for word in topic.words)
        self._unless = _Patterns((word, topic) for topic in topics for word in topic.unless)

    def other_meanings(self, words: Sequence[_Word]) -> Iterator[tuple[int, int, Topic]]:
        """Where words of a topic mean something else: first word, word behind the last, topic."""
        return self._unless.found(words)

    def hits(self, text: str, *, beside: "Sequence[WordList]" = ()) -> tuple[Hit, ...]:
        """What is found in a text, in order of place.

        Args:
            text: what was written.
            beside: lists of other languages: these too know when a word means something else.
        """
        words = _words_in(text)
        meant = {
            (at, topic.key)
            for each in (self, *beside)
            for first, end, topic in each.other_meanings(words)
            for at in range(first, end)
        }
        return tuple(
            Hit(words[first].start, words[end - 1].end, topic)
            for first, end, topic in self._words.found(words)
            if not any((at, topic.key) in meant for at in range(first, end))
        )


def read_word_list(data: Mapping[str, Any]) -> WordList:
    """A list from its JSON, as parsed.

    Raises:
        ValueError: A field is missing or unknown. It is our own file, so this is a bug.
    """
    try:
        topics = [
            Topic(**{**entry, "words": tuple(entry["words"]), "unless": tuple(entry["unless"])})
            for entry in data["topics"]
        ]
        return WordList(prompt=data["prompt"], topics=topics)
    except (KeyError, TypeError) as error:
        raise ValueError(f"the word list lacks its shape: {error!r}") from error


def read_help_lines(data: Mapping[str, Any]) -> tuple[HelpLine, ...]:
    """Whom to call, from its JSON, as parsed.

    Raises:
        ValueError: A field is missing or unknown.
    """
    try:
        return tuple(HelpLine(**entry) for entry in data["emergency"])
    except (KeyError, TypeError) as error:
        raise ValueError(f"the help lines lack their shape: {error!r}") from error


def first_hit(
    text: str,
    lists: Sequence[WordList],
    *,
    spared: Sequence[Place] = (),
    left: Collection[str] = (),
) -> tuple[Hit, WordList] | None:
    """What to speak of first, and in which language: danger before all, then as it stands there.

    Args:
        text: what was written.
        lists: of which languages; of a word in two of them the first has the say.
        spared: pieces that are not looked at, such as names.
        left: words, folded, that the teacher wants to leave as they are.
    """
    found = [
        (not hit.topic.is_danger, hit.start, number, hit)
        for number, each in enumerate(lists)
        for hit in each.hits(text, beside=lists)
        if fold(text[hit.start : hit.end]) not in left and not _overlaps(hit.place, spared)
    ]
    if not found:
        return None
    _, _, number, hit = min(found, key=lambda each: each[:3])
    return hit, lists[number]


def clause_around(text: str, place: Place, *, walls: Collection[int] = ()) -> Place:
    """The one thing said around a place, as far as a neutral wording may take its place.

    Args:
        text: what was written.
        place: where the word stands.
        walls: further places that are not crossed, such as the ends of names and dates.
    """
    start, end = place
    left = max((match.end() for match in _ENDS.finditer(text, 0, start)), default=0)
    left = max([left, *(wall for wall in walls if wall <= start)])
    behind = _ENDS.search(text, end)
    right = behind.start() if behind else len(text)
    right = min([right, *(wall for wall in walls if wall >= end)])
    while left < start and text[left].isspace():
        left += 1
    while right > end and text[right - 1].isspace():
        right -= 1
    return left, right


def _words_in(text: str) -> list[_Word]:
    return [
        _Word(match.start(), match.end(), match.group(), fold(match.group()))
        for match in _WORD.finditer(text)
    ]


def _part(word: str) -> _Part:
    if word != word.casefold():
        return _Part(word, exactly=True)
    if word.endswith("*"):
        return _Part(fold(word[:-1]), begins=True)
    if word.startswith("*"):
        return _Part(fold(word[1:]), ends=True)
    return _Part(fold(word))


def _overlaps(place: Place, others: Sequence[Place]) -> bool:
    return any(start < place[1] and place[0] < end for start, end in others)
