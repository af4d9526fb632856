"""How does a wish change the log line? Each answer is an edit, along which marked places move."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from klasgenoot.domain.people import Student, StudentId
from klasgenoot.domain.quicklog_reading import Line, Span, SpanKind
from klasgenoot.domain.quicklog_signs import EVERYBODY_IN_WORDS, JOINT, PRIVATE, REMINDERS, view_of
from klasgenoot.domain.who import NameBook

Place = tuple[int, int]
"""Where a piece of the text begins and ends."""

_EVERYBODY, _REMINDER = "*", REMINDERS[0]
_JOINT_AFTER = re.compile(rf"\s*(?:{JOINT})\s*|\s+(?:en|and)\s+")
_JOINT_BEFORE = re.compile(rf"(?:\s*(?:{JOINT})\s*|\s+(?:en|and)\s+|\s+)$")


@dataclass(frozen=True, slots=True)
class Edit:
    """`text[start:end]` becomes `text`.

    Attributes:
        student: whom a name in the new text means.
        name: that name.
    """

    start: int
    end: int
    text: str
    student: StudentId | None = None
    name: str = ""

    @property
    def named(self) -> Place | None:
        """Where the name stands after it."""
        if not self.name:
            return None
        start = self.start + self.text.index(self.name)
        return start, start + len(self.name)

    def applied_to(self, text: str) -> str:
        """The text after it."""
        return text[: self.start] + self.text + text[self.end :]

    def moved(self, place: Place) -> Place | None:
        """Where a place is after it; None when the edit touched what stands there."""
        start, end = place
        shift = len(self.text) - (self.end - self.start)
        if self.end <= start:
            return start + shift, end + shift
        return place if self.start >= end else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """The line that a wish is about, with the people it can name.

    Attributes:
        text: all that was typed.
        literal: places in it that stay text.
        start: where the line begins, without blanks.
        end: where it ends, without blanks.
        line: the line as read; None when it is empty.
        names: everybody it can name.
        students: the same people, by id.
        chosen: who was pointed out where several fit.
    """

    text: str
    literal: Sequence[Place]
    start: int
    end: int
    line: Line | None
    names: NameBook
    students: Mapping[StudentId, Student]
    chosen: Mapping[Place, StudentId]

    @property
    def head_end(self) -> int:
        """Where the names end: at the colon, or where the line does."""
        colon = self.colon
        return self.end if colon is None else colon

    @property
    def colon(self) -> int | None:
        """Where the sentence begins."""
        at = view_of(self.text, self.literal).find(":", self.start, self.end)
        return None if at < 0 else at

    def places(self) -> list[Place]:
        """Where names and signs for everybody stand before the colon."""
        spans = self.line.spans if self.line else ()
        return [
            (span.start, span.end)
            for span in spans
            if span.kind is SpanKind.NAME and span.end <= self.head_end
        ]

    def named(self) -> Iterator[tuple[Place, StudentId]]:
        """Each name before the colon and whom it means."""
        for start, end in self.places():
            meant = self.names.meant(self.text[start:end])
            who = self.chosen.get((start, end))
            if who in meant:
                yield (start, end), who
            elif len(meant) == 1:
                yield (start, end), meant[0]

    def everybody(self) -> Place | None:
        """Where the sign or the words for everybody stand, with the minus that may follow."""
        signs = (place for place in self.places() if self._is_everybody(*place))
        return next(signs, None)

    def _is_everybody(self, start: int, end: int) -> bool:
        piece = self.text[start:end]
        return piece.startswith(_EVERYBODY) or bool(EVERYBODY_IN_WORDS.fullmatch(piece))

    def text_of(self, student_id: StudentId) -> str:
        """The shortest text that means this student and nobody else, or the full name."""
        student = self.students[student_id]
        texts = (student.name, f"{student.name} {student.family_name[:1].upper()}")
        alone = (text for text in texts if self.names.meant(text) == (student_id,))
        return next(alone, student.full_name)


def toggled(around: Around, student_id: StudentId) -> Edit:
    """Names a student in the line, or no longer does."""
    named = {who: place for place, who in around.named()}
    sign = around.everybody()
    if student_id in named:
        return _without(around, named[student_id], sign=sign)
    if sign is not None:
        return _left_out(around, student_id, sign=sign)
    return _added(around, student_id, after=max(named.values(), default=None))


def whole_class(around: Around) -> Edit:
    """Names everybody in place of whoever is named; once more, nobody."""
    sign, places = around.everybody(), around.places()
    if not places:
        return _at_head(around, _EVERYBODY)
    return Edit(places[0][0], places[-1][1], "" if sign else _EVERYBODY)


def sentence(around: Around, words: str) -> Edit:
    """Puts a sentence after the names, behind what is written there for all of them."""
    colon = around.colon
    if colon is None:
        return Edit(around.end, around.end, f": {words}")
    body = around.text[colon + 1 : _end_of_shared(around, colon + 1)].rstrip(" ,")
    at = colon + 1 + len(body)
    return Edit(at, at, f", {words}" if body.strip() else f" {words}")


def reminder(around: Around, *, wanted: bool) -> Edit:
    """Makes the line an own reminder, or a contact again."""
    signs = [span for span in _spans(around) if span.kind is SpanKind.REMINDER]
    places = around.places()
    if wanted is bool(signs) or not places:
        return Edit(around.start, around.start, "")
    if wanted:
        behind = max(end for _, end in places)
        return Edit(behind, behind, f" {_REMINDER}")
    start, end = signs[0].start, signs[0].end
    while start > around.start and around.text[start - 1] == " ":
        start -= 1
    return Edit(start, end, "")


def line_around(text: str, *, at: int, literal: Sequence[Place]) -> Place:
    """Where the line with a place in it begins and ends, without the blanks around it."""
    view = view_of(text, literal)
    start = max(view.rfind(sign, 0, at) for sign in ";\n") + 1
    ends = [found for sign in ";\n" if (found := view.find(sign, at)) >= 0]
    piece = text[start : min(ends, default=len(text))]
    start += len(piece) - len(piece.lstrip())
    return start, start + len(piece.strip())


def _end_of_shared(around: Around, start: int) -> int:
    """Where the text for all ends: before a private text, and before the day to come back."""
    private = PRIVATE.search(around.text, start, around.end)
    ends = [span.start for span in _spans(around) if span.kind is SpanKind.FOLLOW_UP]
    ends = [end for end in ends if end >= start] + ([private.start()] if private else [])
    return min(ends, default=around.end)


def _without(around: Around, place: Place, *, sign: Place | None) -> Edit:
    """Takes a name away with the comma that joins it to the others."""
    start, end = place
    joint = _JOINT_AFTER.match(around.text, end, around.head_end)
    if joint:
        return Edit(start, joint.end(), "")
    if sign is not None and around.text[sign[1] : start].strip() == "":
        return Edit(sign[0], end, _EVERYBODY)  # nobody is left out any more
    before = _JOINT_BEFORE.search(around.text[around.start : start])
    return Edit(around.start + before.start() if before else start, end, "")


def _left_out(around: Around, student_id: StudentId, *, sign: Place) -> Edit:
    """Lets everybody be named but this student too."""
    name = around.text_of(student_id)
    start, end = sign
    last = around.places()[-1][1]
    if last > end:
        return Edit(last, last, f", {name}", student_id, name)
    return Edit(start, end, f"{_EVERYBODY}-{name}", student_id, name)


def _added(around: Around, student_id: StudentId, *, after: Place | None) -> Edit:
    name = around.text_of(student_id)
    if after is not None:
        return Edit(after[1], after[1], f", {name}", student_id, name)
    return replace(_at_head(around, name), student=student_id, name=name)


def _at_head(around: Around, words: str) -> Edit:
    """Puts the first name of a line in its place: after the day, before all else."""
    when = [span.end for span in _spans(around) if span.kind is SpanKind.WHEN]
    if when:
        return Edit(when[0], when[0], f" {words}")
    rest = around.text[around.start : around.end]
    if not rest:
        behind = ""
    elif around.colon is not None:
        behind = "" if rest.startswith(":") else " "
    else:
        behind = ": " if _is_plain(around) else " "
    return Edit(around.start, around.start, words + behind)


def _spans(around: Around) -> Sequence[Span]:
    return around.line.spans if around.line else ()


def _is_plain(around: Around) -> bool:
    """Whether the line is words only, which become the sentence."""
    return all(span.kind is SpanKind.UNKNOWN for span in _spans(around))
