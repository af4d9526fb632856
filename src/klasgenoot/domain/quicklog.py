"""What does a teacher's quick note say? One line per moment: who, how, what, and when to come back.

    note   = line { (";" | line end) line }
    line   = [when] who {"," who} [kind | "="] [":" text] {"/" who ":" text} {#tag} [lead date]
    who    = beginning of a call name | call name and initial | full name | number on a face
           | "@" class | "*" | "*-" who {"," who} | "klas behalve" who {"," who}

    Sanne, Milan: groepsproject loopt / Sanne: wil liever alleen #zorg terug vr

Nothing is guessed: what is not recognised is a problem before the colon and stays text behind it.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from string import whitespace
from typing import NamedTuple

from klasgenoot.domain.contact import LONGEST_TEXT
from klasgenoot.domain.dates import BadDate, read_follow_up
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.domain.quicklog_head import Source, read_head
from klasgenoot.domain.quicklog_reading import (
    Entry,
    Line,
    Marks,
    Mention,
    PrivateLine,
    Problem,
    ProblemKind,
    Reading,
    Span,
    SpanKind,
)
from klasgenoot.domain.quicklog_signs import (
    LEAD,
    LITERAL,
    PRIVATE,
    TAG,
    TAGGED,
    lines_of,
    view_of,
)
from klasgenoot.domain.quicklog_surroundings import NOTHING_ELSE, Surroundings
from klasgenoot.domain.who import NameBook, book_of

_AFTER_A_DATE = whitespace + TAGGED + ".,!"
_LONGEST_FOLLOW_UP = 60
"""The most characters that a lead word and its date may have."""
_LONGEST_CALL_NAME = 3
"""The most words that a call name inside a sentence may have."""
_SHORT_WHO = 2
"""As many words between "/" and ":" look like a name, known or not."""
_ABOUT_PEOPLE = (ProblemKind.AMBIGUOUS, ProblemKind.UNKNOWN, ProblemKind.NO_GROUP)
_WORD = re.compile(r"\w+(?:[-'\u2019]\w+)*")


def read_log(
    text: str,
    *,
    students: Sequence[Student] | NameBook,
    today: date,
    literal: Collection[tuple[int, int]] = (),
    chosen: Mapping[tuple[int, int], StudentId] | None = None,
    around: Surroundings = NOTHING_ELSE,
) -> Reading:
    """Reads what was typed into the quick log, line by line.

    Args:
        text: what was typed; lines are divided by ";" or line ends.
        students: whom a name can mean, and whom "*" means: all of the class at hand.
        today: the day of writing.
        literal: places `(start, end)` that the teacher un-parsed: they stay text.
        chosen: for places that more than one student fits: who was pointed out.
        around: what a line can speak of beside students.
    """
    whole_view = view_of(text, literal)
    tags = [Span(*found.span(), SpanKind.TAG) for found in TAG.finditer(whole_view)]
    known = frozenset(tag for tag in tags if around.knows_tag(text[tag.start + 1 : tag.end]))
    letters = list(whole_view)
    for tag in tags:
        sign = TAGGED if tag in known else LITERAL
        letters[tag.start : tag.end] = sign * (tag.end - tag.start)
    source = Source(
        text=text,
        view="".join(letters),
        names=book_of(students),
        today=today,
        chosen=chosen or {},
        around=around,
    )
    lines = tuple(
        _read_line(source, start, end, tags=[tag for tag in tags if start <= tag.start < end])
        for start, end in lines_of(source.view)
    )
    return Reading(tuple(_without_absent(line, among=lines, source=source) for line in lines))


class _Piece(NamedTuple):
    """A stretch of a line; a private one has the place of the name it is for."""

    start: int
    end: int
    who: tuple[int, int] | None = None


def _read_line(source: Source, start: int, end: int, *, tags: list[Span]) -> Line:
    known = [tag for tag in tags if source.view[tag.start] == TAGGED]
    marks = Marks(list(known))
    head, shared, *private = _divide(source, start, end)
    due, (head, shared, *private) = _take_follow_up(source, (head, shared, *private), marks=marks)
    said = read_head(source, head.start, head.end, marks=marks)
    ids = said.student_ids(source.names)
    entry = Entry(
        student_ids=ids,
        kind=said.kind,
        text=" ".join(filter(None, (*said.literal, _text(source, shared, marks=marks)))),
        happened_on=said.happened_on,
        follow_up=due,
        private=tuple(_private_lines(source, private, ids=ids, marks=marks)),
        own_reminder=said.own_reminder,
        tags=tuple(dict.fromkeys(source.text[tag.start + 1 : tag.end].casefold() for tag in known)),
        absent=said.absent,
    )
    if not ids and all(problem.kind not in _ABOUT_PEOPLE for problem in marks.problems):
        marks.problems.append(Problem(kind=ProblemKind.NOBODY, start=start, end=end))
    return Line(
        start=start,
        end=end,
        entry=entry if ids else None,
        spans=tuple(sorted(marks.spans, key=lambda span: span.start)),
        problems=tuple(sorted(marks.problems, key=lambda problem: problem.start)),
        mentions=tuple(_mentions(source, shared, entry=entry)) if ids else (),
        new_tags=tuple(tag for tag in tags if tag not in known),
        everybody=said.everybody,
        named=tuple(said.named),
    )


def _without_absent(line: Line, *, among: Iterable[Line], source: Source) -> Line:
    """A line on everybody without those who were not there that day, as these lines say too."""
    entry = line.entry
    if entry is None or entry.absent or not line.everybody:
        return line
    away = {
        *source.around.absent.get(entry.happened_on, ()),
        *(
            one
            for other in among
            if other.entry and other.entry.absent
            if other.entry.happened_on == entry.happened_on
            for one in other.entry.student_ids
        ),
    } - {*line.named}
    there = tuple(one for one in entry.student_ids if one not in away)
    if not there:
        return line
    left_out = tuple(one for one in entry.student_ids if one in away)
    return replace(line, entry=replace(entry, student_ids=there, left_out=left_out))


def _divide(source: Source, start: int, end: int) -> Iterator[_Piece]:
    """The head, the shared text and the private texts; without a colon all is head."""
    colon = source.view.find(":", start, end)
    yield _Piece(start, end if colon < 0 else colon)
    body = end if colon < 0 else colon + 1
    marks = [found for found in PRIVATE.finditer(source.view[body:end]) if _opens(source, found)]
    ends = (*(body + found.start() for found in marks), end)
    yield _Piece(body, ends[0])
    for found, until in zip(marks, ends[1:], strict=True):
        at, to = found.span("who")
        yield _Piece(body + found.end(), until, (body + at, body + to))


def _opens(source: Source, found: re.Match[str]) -> bool:
    """Whether this opens a private line: the name is known, or short enough to be a slip of one.

    A slip must not end up in the text that is shared; "werk / studie en dan nog: alles" may.
    """
    who = found["who"]
    return len(who.split()) <= _SHORT_WHO or bool(source.names.meant(who))


def _take_follow_up(
    source: Source, pieces: Sequence[_Piece], *, marks: Marks
) -> tuple[date | None, Sequence[_Piece]]:
    """The last follow-up that ends a piece, and the pieces without it.

    A date that cannot be used stays where it is, unless it stands among the names.
    """
    for at in range(len(pieces) - 1, -1, -1):
        start, end, who = pieces[at]
        stop = start + len(source.view[start:end].rstrip(_AFTER_A_DATE))
        for lead in LEAD.finditer(source.view, max(start, stop - _LONGEST_FOLLOW_UP), stop):
            words = source.view[lead.end() : stop]
            day = read_follow_up(words, today=source.today, periods=source.around.periods)
            if day is None:
                continue
            marks.date(lead.start(), stop, day=day, kind=SpanKind.FOLLOW_UP)
            due = None if isinstance(day, BadDate) else day
            shorter = _Piece(start, lead.start() if due or at == 0 else end, who)
            return due, (*pieces[:at], shorter, *pieces[at + 1 :])
    return None, pieces


def _private_lines(
    source: Source, pieces: Sequence[_Piece], *, ids: tuple[StudentId, ...], marks: Marks
) -> Iterator[PrivateLine]:
    """What is for one student alone. Without a known name it is kept with nobody."""
    for piece in pieces:
        if piece.who:
            start, end = piece.who
            fitting = source.names.meant(source.view[start:end], first=ids)
            meant = source.settled(start, end, fitting)
            marks.people(start, end, meant=meant)
            text = _text(source, piece, marks=marks)
            if len(meant) == 1 and text:
                yield PrivateLine(meant[0], text)


def _text(source: Source, piece: _Piece, *, marks: Marks) -> str:
    """What the piece says, without its tags and with single blanks."""
    seen = zip(
        source.view[piece.start : piece.end], source.text[piece.start : piece.end], strict=True
    )
    letters = "".join(" " if sign == TAGGED else letter for sign, letter in seen)
    text = " ".join(letters.split()).strip(" ,")
    if len(text) > LONGEST_TEXT:
        problem = Problem(kind=ProblemKind.TOO_LONG, start=piece.start, end=piece.end)
        marks.problems.append(problem)
    return text


def _mentions(source: Source, piece: _Piece, *, entry: Entry) -> Iterator[Mention]:
    """Call names with a capital in the shared text, of students whom the entry leaves out."""
    known = {*entry.student_ids, *(line.student_id for line in entry.private)}
    words = [found.span() for found in _WORD.finditer(source.view, piece.start, piece.end)]
    at = 0
    while at < len(words):
        taken = 1
        for count in range(min(_LONGEST_CALL_NAME, len(words) - at), 0, -1):
            start, end = words[at][0], words[at + count - 1][1]
            called = source.names.called(source.view[start:end])
            if called and not source.view[start].islower():
                taken = count
                if known.isdisjoint(called):
                    yield Mention(start=start, end=end, candidates=called)
                    known.update(called)
                break
        at += taken
