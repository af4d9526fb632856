"""Who else is named in what is kept about a student? Others, with a letter in place of their name.

Everybody the teacher has in any class is looked for: call name, given names, family name with and
without its infix, in any case, with or without accents, run on or in any order, as
`domain/accepted_names.py` has them; spellings that sound alike; student numbers and e-mails. What
could be somebody's name but is also an ordinary word, the student's own name, or a letter off, is
left as it is and pointed out: no rule replaces reading it through.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from klasgenoot.domain.accepted_names import accepted_names
from klasgenoot.domain.names import fold
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.domain.plain_words import WORDS
from klasgenoot.domain.spelling import CHEAP, distance

MOST_WORDS = 9
"""The most words that a name, a number or an e-mail may have in a text."""
SHORTEST_NEAR = 5
"""The fewest letters of a name that a slip is recognised in, and of a number or an e-mail."""
_SHORT = 2
_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"[ .,'\u2019@_-]{0,3}")
_ALSO_NAMES = """
al an art ben bas bill de do dag dawn eer el eve goed grace groot hope huis je jet jong joy klein
kok kort la lang las le lief mark max may meer mol oud pat rob rood rose sterk ten trouw waard wal
wil will winter wit zomer zwart
"""
_ORDINARY = frozenset((*WORDS, *_ALSO_NAMES.split()))
"""Words that are also somebody's name; without a capital they are more likely to be the word."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """A text without the names of others.

    Attributes:
        text: as it can be handed over, once it was read through.
        replaced: where a letter stands in place of a name.
        doubts: where somebody else may still be meant.
    """

    text: str
    replaced: tuple[tuple[int, int], ...] = ()
    doubts: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class _Found:
    """What a stretch of words came to: somebody else, or (nobody) a doubt about it."""

    words: int
    who: frozenset[StudentId] = frozenset()
    is_doubt: bool = False
    tail: str = ""


class Pseudonyms:
    """The same letter for the same person, in every text of one student.

    Args:
        subject: whose texts they are.
        everybody: all students there are, in all classes.
        named: what somebody else is called, with a place for the `letter`.
    """

    def __init__(self, subject: Student, everybody: Iterable[Student], *, named: str) -> None:
        self._named = named
        self._letters: dict[StudentId, str] = {}
        self._others = {one.id: one for one in everybody if one.id != subject.id}
        self._own = frozenset(_keys(subject))
        self._of_key: dict[str, set[StudentId]] = defaultdict(set)
        self._near: dict[str, set[str]] = defaultdict(set)
        for one in self._others.values():
            for key in _keys(one):
                self._of_key[key].add(one.id)
            for name in (*accepted_names(one).calls, fold(one.family_name)):
                if len(name) >= SHORTEST_NEAR:
                    for less in _less_a_letter(name):
                        self._near[less].add(name)
        self._judged: dict[str, tuple[str, bool]] = {}

    def call(self, who: StudentId) -> str:
        """What somebody else is called from now on."""
        return self._named.format(letter=self._letter(who))

    def hide(self, text: str, *, near: Collection[StudentId] = ()) -> Hidden:
        """The text with letters in place of the names of others.

        Args:
            text: what was written.
            near: who was there; of two with one name the one who was there is meant.
        """
        words = [found.span() for found in _WORD.finditer(text)]
        parts: list[str] = []
        replaced: list[tuple[int, int]] = []
        doubts: list[tuple[int, int]] = []
        at = done = length = 0

        def take(piece: str) -> tuple[int, int]:
            nonlocal length
            parts.append(piece)
            length += len(piece)
            return length - len(piece), length

        while at < len(words):
            found = self._read(text, words, at)
            start, end = words[at][0], words[at + found.words - 1][1]
            at += found.words
            if not found.who and not found.is_doubt:
                continue
            take(text[done:start])
            if found.is_doubt:
                doubts.append(take(text[start:end]))
            else:
                here = found.who & frozenset(near) or found.who
                here, end = self._with_initial(text, words[at:], end, here)
                while at < len(words) and words[at][0] < end:
                    at += 1
                replaced.append(take(self._call_all(here)))
                take(found.tail)
            done = end
        take(text[done:])
        return Hidden("".join(parts), tuple(replaced), tuple(doubts))

    def _letter(self, who: StudentId) -> str:
        if who not in self._letters:
            self._letters[who] = _letters(len(self._letters))
        return self._letters[who]

    def _call_all(self, those: frozenset[StudentId]) -> str:
        """One letter, or those of everybody who could be meant."""
        letters = sorted((self._letter(who) for who in sorted(those)), key=lambda x: (len(x), x))
        return self._named.format(letter="/".join(letters))

    def _read(self, text: str, words: Sequence[tuple[int, int]], at: int) -> _Found:
        """What begins at a word: the longest name there is."""
        for count in range(_run(text, words, at), 0, -1):
            piece = text[words[at][0] : words[at + count - 1][1]]
            key = fold(piece)
            who = frozenset(self._of_key.get(key, ()))
            if key in self._own:
                return _Found(count, is_doubt=bool(who))
            if who:
                return _Found(count, who, is_doubt=_may_be_a_word(piece, key))
        return self._alike(text[slice(*words[at])])

    def _alike(self, word: str) -> _Found:
        """A word with a capital that is nearly a name, or a name with an s behind it."""
        key = fold(word)
        if word[:1].islower() or len(key) <= _SHORT:
            return _Found(1)
        if key.endswith("s") and key[:-1] not in self._own and key[:-1] in self._of_key:
            return _Found(
                1, frozenset(self._of_key[key[:-1]]), tail="\N{RIGHT SINGLE QUOTATION MARK}s"
            )
        if key not in self._judged:
            self._judged[key] = self._nearest(key)
        call, is_sure = self._judged[key]
        if not call:
            return _Found(1)
        return _Found(1, frozenset(self._of_key[call]) if is_sure else frozenset(), not is_sure)

    def _nearest(self, key: str) -> tuple[str, bool]:
        """The name that a word comes nearest to, and whether it sounds the same."""
        if len(key) < SHORTEST_NEAR or key in _ORDINARY:
            return "", False
        calls = {call for less in _less_a_letter(key) for call in self._near.get(less, ())}
        ranked = sorted((distance(key, name=call, limit=1), call) for call in calls)
        if not ranked or ranked[0][0] > 1:
            return "", False
        nearest, call = ranked[0]
        own = min((distance(key, name=name, limit=1) for name in self._own), default=2.0)
        return call, nearest <= 2 * CHEAP and nearest < own

    def _with_initial(
        self, text: str, following: Sequence[tuple[int, int]], end: int, who: frozenset[StudentId]
    ) -> tuple[frozenset[StudentId], int]:
        """Who is meant and where the name ends: "Sanne H." says more than "Sanne"."""
        start, to = following[0] if following else (end, end)
        letter = text[start:to]
        if len(letter) != 1 or not letter.isupper() or text[end:start] != " ":
            return who, end
        meant = frozenset(one for one in who if self._family_begins(one, fold(letter)))
        return (meant, to + (text[to : to + 1] == ".")) if meant else (who, end)

    def _family_begins(self, who: StudentId, letter: str) -> bool:
        one = self._others[who]
        surname = fold(one.infix) + fold(one.family_name)
        return surname.startswith(letter) or fold(one.family_name).startswith(letter)


def _keys(student: Student) -> Iterator[str]:
    """Everything a student can be recognised by, folded."""
    names = accepted_names(student)
    yield from (key for key in names.written if len(key) >= _SHORT)
    others = (student.student_number, student.email, student.email.partition("@")[0])
    # "12" or "2026" would be found in every date
    yield from (key for key in map(fold, others) if len(key) >= SHORTEST_NEAR)


def _run(text: str, words: Sequence[tuple[int, int]], at: int) -> int:
    """How many words from here stand close enough together to be one name."""
    count = 1
    while (
        count < MOST_WORDS
        and at + count < len(words)
        and _GAP.fullmatch(text, words[at + count - 1][1], words[at + count][0])
    ):
        count += 1
    return count


def _may_be_a_word(piece: str, key: str) -> bool:
    """Whether this is more likely to be an ordinary word than somebody's name."""
    return piece.islower() and (len(key) <= _SHORT or key in _ORDINARY)


def _less_a_letter(word: str) -> set[str]:
    """The word, and the word without one of its letters."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _letters(place: int) -> str:
    """A to Z, then AA, AB and so on."""
    before, last = divmod(place, len(ascii_uppercase))
    return (_letters(before - 1) if before else "") + ascii_uppercase[last]
