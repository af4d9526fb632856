"""Who, when and how? What stands before the colon of a log line, word by word."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from klasgenoot.domain.contact import ContactKind
from klasgenoot.domain.dates import BadDate, read_when
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.quicklog_reading import Marks, SpanKind
from klasgenoot.domain.quicklog_signs import (
    ABSENCES,
    CONNECTORS,
    EVERYBODY,
    EVERYBODY_IN_WORDS,
    GROUP,
    JOINT,
    KINDS,
    LITERAL,
    REMINDERS,
)
from klasgenoot.domain.quicklog_surroundings import NOTHING_ELSE, Surroundings
from klasgenoot.domain.who import NameBook

_PIECE = re.compile(rf"(?<![^\s,]){EVERYBODY.pattern}|(?P<joint>{JOINT})|=|[^\s,&+=\1]+")
_MOST_PIECES = 600
"""So many words before the colon are read; what comes after is unknown as a whole."""
_MOST_WORDS = 6
"""The most words that a name or a date at the start of a line may have."""

Word = tuple[int, int]
"""Where a word begins and ends in the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What a line is read from: the text, its view, the people, and what the teacher chose."""

    text: str
    view: str
    names: NameBook
    today: date
    chosen: Mapping[tuple[int, int], StudentId]
    around: Surroundings = NOTHING_ELSE

    def settled(self, start: int, end: int, meant: tuple[StudentId, ...]) -> tuple[StudentId, ...]:
        """Who is meant at this place: all who fit, or the one of them the teacher pointed out."""
        chosen = self.chosen.get((start, end))
        return (chosen,) if chosen in meant else meant


@dataclass(slots=True, kw_only=True)
class Head:
    """What the head of a line says."""

    happened_on: date
    kind: ContactKind = ContactKind.BRIEF
    everybody: bool = False
    named: list[StudentId] = field(default_factory=list)
    all_but: bool = False
    """Somebody is left out: whoever is named from here on."""
    left_out: list[StudentId] = field(default_factory=list)
    unsure: bool = False
    """Somebody should be left out, but it is not known who."""
    own_reminder: bool = False
    absent: bool = False
    literal: list[str] = field(default_factory=list)
    """Text among the names: quoted, or un-parsed by the teacher."""

    def student_ids(self, names: NameBook) -> tuple[StudentId, ...]:
        """Whom the line is about: nobody as long as it is not clear who should be left out."""
        ids = dict.fromkeys((*self.named, *(names.ids if self.everybody else ())))
        unsure = self.unsure or (self.all_but and not self.left_out)
        return () if unsure else tuple(one for one in ids if one not in self.left_out)


def read_head(source: Source, start: int, end: int, *, marks: Marks) -> Head:
    """Reads `source.text[start:end]`; what is recognised and what is wrong goes into `marks`."""
    reader = _HeadReader(source, marks)
    words = 0
    for at, part in enumerate(part for part in _parts(source.view, start, end) if part):
        words += len(part)
        if words > _MOST_PIECES:  # a page was pasted: no use in looking for a name in each word
            marks.people(part[0][0], end, meant=())
            break
        if at:
            reader.read_part(part)
        else:
            reader.read_start(part)
    return reader.head


def _parts(view: str, start: int, end: int) -> Iterator[list[Word]]:
    """The words, divided at commas, at & and +, at a minus, and at "en" between two names."""
    part: list[Word] = []
    for piece in _PIECE.finditer(view[start:end]):
        if piece["joint"] or (part and piece.group().casefold() in CONNECTORS):
            yield part
            part = []
        else:
            part.append((start + piece.start(), start + piece.end()))
    yield part


class _HeadReader:
    """Goes through the words of one head and writes down what they say."""

    def __init__(self, source: Source, marks: Marks) -> None:
        self._source = source
        self._marks = marks
        self.head = Head(happened_on=source.today)
        self._people = self.head.named

    def read_start(self, words: list[Word]) -> None:
        """Reads the part with which the line begins: there may be a day in front, or "klas"."""
        rest = words[self._read_date(words) :]
        for count in range(min(_MOST_WORDS, len(rest)), 0, -1):
            phrase = self._seen(rest[:count])
            everybody = EVERYBODY_IN_WORDS.fullmatch(phrase)
            if everybody and not self._source.names.meant(phrase):
                but = bool(everybody["but"])
                self._take_everybody((rest[0][0], rest[count - 1][1]), but=but)
                # "Iedereen was er" is prose, and not about Wasim.
                self.read_part(rest[count:], whole=not but)
                return
        self.read_part(rest)

    def _read_date(self, words: list[Word]) -> int:
        """Reads the date at the start of the line, if any: how many words it has."""
        for count in range(min(_MOST_WORDS, len(words)), 0, -1):
            phrase = self._seen(words[:count])
            day = read_when(phrase, today=self._source.today)
            if day is None:
                continue
            if count == len(words) and self._source.names.called(phrase):
                return 0  # a student called Sunday
            self._marks.date(words[0][0], words[count - 1][1], day=day, kind=SpanKind.WHEN)
            if not isinstance(day, BadDate):
                self.head.happened_on = day
            return count
        return 0

    def read_part(self, words: list[Word], *, whole: bool = False) -> None:
        """Reads what stands between two commas: a name, a kind, or both.

        Args:
            words: what stands there.
            whole: whether a name in it must be a whole one.
        """
        at = 0
        while at < len(words):
            start, end = words[at]
            seen = self._seen(words[at : at + 1])
            kind = KINDS.get(seen.casefold())
            if LITERAL in seen:
                self.head.literal.append(self._source.text[start:end])
            elif everybody := EVERYBODY.fullmatch(seen):
                self._take_everybody(words[at], but=bool(everybody["but"]))
            elif kind and (self.head.named or not self._source.names.called(seen)):
                self._marks.tint(start, end, SpanKind.KIND)
                self.head.kind = kind
            elif seen.casefold() in REMINDERS and not self._source.names.called(seen):
                self._marks.tint(start, end, SpanKind.REMINDER)
                self.head.own_reminder = True
            elif seen.casefold() in ABSENCES and not self._source.names.called(seen):
                self._marks.tint(start, end, SpanKind.ABSENT)
                self.head.absent = True
            elif seen.startswith(GROUP):
                at += self._read_group(words[at:]) - 1
                whole = True
            elif (numbered := self._source.around.at_number(seen)) is not None:
                self._marks.tint(start, end, SpanKind.NAME)
                self._people.append(numbered)
                whole = True
            else:
                # A second name without a comma must be whole: "Sanne is ziek" is not about Isa.
                at += self._read_name(words[at:], whole=whole) - 1
                whole = True
            at += 1

    def _take_everybody(self, word: Word, *, but: bool) -> None:
        self._marks.tint(*word, SpanKind.NAME)
        self.head.everybody = True
        if but:
            self.head.all_but = True
            self._people = self.head.left_out

    def _read_group(self, words: list[Word]) -> int:
        """Reads "@" and the longest class name after it: how many words it has, at least one."""
        around = self._source.around
        for count in range(min(_MOST_WORDS, len(words)), 0, -1):
            start, end = words[0][0], words[count - 1][1]
            typed = self._source.view[start + len(GROUP) : end]
            found = () if LITERAL in typed else around.classes_called(typed)
            if len(found) == 1:
                self._marks.tint(start, end, SpanKind.GROUP)
                self._people.extend(around.classes[found[0]])
                return count
        self._marks.no_group(*words[0])
        self.head.unsure = self.head.unsure or self._people is self.head.left_out
        return 1

    def _read_name(self, words: list[Word], *, whole: bool) -> int:
        """Reads the longest name the words begin with: how many words it has, at least one."""
        count, meant = self._longest_name(words, whole=whole)
        start, end = words[0][0], words[count - 1][1]
        meant = self._source.settled(start, end, meant)
        self._marks.people(start, end, meant=meant)
        if len(meant) == 1:
            self._people.append(meant[0])
        elif self._people is self.head.left_out:
            self.head.unsure = True
        return count

    def _longest_name(self, words: list[Word], *, whole: bool) -> tuple[int, tuple[StudentId, ...]]:
        meant_by = self._source.names.meant
        for count in range(min(_MOST_WORDS, len(words)), 0, -1):
            meant = meant_by(self._seen(words[:count]), whole=whole)
            last = self._seen(words[count - 1 : count])
            if count > 1 and meant and last.islower() and last in KINDS:
                # "Emma m" is a mail to Emma, unless the m is what tells her from the other Emma
                without = meant_by(self._seen(words[: count - 1]), whole=whole)
                return (count - 1, without) if len(without) == 1 else (count, meant)
            if meant:
                return count, meant
        return 1, ()

    def _seen(self, words: list[Word]) -> str:
        return " ".join(self._source.view[start:end] for start, end in words)
