"""What did the log line say? Entries to save, spans to tint, problems and suggestions to show."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from klasgenoot.domain.contact import ContactKind
from klasgenoot.domain.dates import BadDate
from klasgenoot.domain.people import StudentId


class SpanKind(StrEnum):
    """What a piece of the line was read as."""

    NAME = "name"
    AMBIGUOUS = "ambiguous"
    UNKNOWN = "unknown"
    TAG = "tag"
    KIND = "kind"
    REMINDER = "reminder"
    ABSENT = "absent"
    GROUP = "group"
    WHEN = "when"
    FOLLOW_UP = "follow_up"
    BAD_DATE = "bad_date"


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the typed text, `text[start:end]`, and what it was read as."""

    start: int
    end: int
    kind: SpanKind


class ProblemKind(StrEnum):
    """What keeps a piece of a line from being saved."""

    AMBIGUOUS = "ambiguous"
    """Several students fit; `candidates` says who."""
    NO_GROUP = "no_group"
    """No class is called what stands after "@", or several are."""
    UNKNOWN = "unknown"
    """Neither a name nor a kind nor a date, and it stands where only those may."""
    BAD_DATE = "bad_date"
    """A date that cannot be, or that points the wrong way; `why` says which."""
    TOO_LONG = "too_long"
    """More than `contact.LONGEST_TEXT` characters."""
    NOBODY = "nobody"
    """A text, a date or a follow-up without a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing the teacher can mend in `text[start:end]`."""

    kind: ProblemKind
    start: int
    end: int
    candidates: tuple[StudentId, ...] = ()
    why: BadDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A first name inside the sentence: a suggestion to log that student too, no more."""

    start: int
    end: int
    candidates: tuple[StudentId, ...]


@dataclass(frozen=True, slots=True)
class PrivateLine:
    """A line that is kept with one student only, beside what the entry says to all."""

    student_id: StudentId
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One contact to save. A follow-up is a promise to each student; its text is the entry's."""

    student_ids: tuple[StudentId, ...]
    kind: ContactKind
    text: str
    happened_on: date
    follow_up: date | None
    private: tuple[PrivateLine, ...]
    tags: tuple[str, ...]
    own_reminder: bool = False
    absent: bool = False
    """Whether they were not there; without anything else that is all it says."""
    left_out: tuple[StudentId, ...] = ()
    """Who is not meant by "*", as they were not there."""

    @property
    def is_contact(self) -> bool:
        """Whether there was contact, or only somebody who was not there."""
        said = self.text or self.private or self.tags or self.follow_up
        return bool(said) or not self.absent


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line as read. Without a recognised name there is no entry: nothing to save."""

    start: int
    end: int
    entry: Entry | None
    spans: tuple[Span, ...]
    problems: tuple[Problem, ...]
    mentions: tuple[Mention, ...]
    new_tags: tuple[Span, ...] = ()
    """Words with # before them that are no tag yet: they stay text."""
    everybody: bool = False
    """Whether "*" stands in it."""
    named: tuple[StudentId, ...] = ()
    """Who is named in so many words, beside "*"."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was typed, line by line; empty lines are left out."""

    lines: tuple[Line, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What would be saved."""
        return tuple(line.entry for line in self.lines if line.entry)

    @property
    def spans(self) -> tuple[Span, ...]:
        """All recognised pieces in reading order; they never overlap."""
        return tuple(span for line in self.lines for span in line.spans)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems, line by line."""
        return tuple(problem for line in self.lines for problem in line.problems)


@dataclass(frozen=True, slots=True)
class Marks:
    """The spans and problems of one line, gathered while it is read."""

    spans: list[Span] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def tint(self, start: int, end: int, kind: SpanKind) -> None:
        """Mark a piece as recognised."""
        self.spans.append(Span(start, end, kind))

    def date(self, start: int, end: int, *, day: date | BadDate, kind: SpanKind) -> None:
        """Mark a date, or what looks like one but cannot be used."""
        if isinstance(day, BadDate):
            self.tint(start, end, SpanKind.BAD_DATE)
            self.problems.append(Problem(kind=ProblemKind.BAD_DATE, start=start, end=end, why=day))
        else:
            self.tint(start, end, kind)

    def no_group(self, start: int, end: int) -> None:
        """Mark what should be a class, and is none or more than one."""
        self.tint(start, end, SpanKind.UNKNOWN)
        self.problems.append(Problem(kind=ProblemKind.NO_GROUP, start=start, end=end))

    def people(self, start: int, end: int, *, meant: tuple[StudentId, ...]) -> None:
        """Mark what should be one person: it may be nobody known, or more than one."""
        if len(meant) == 1:
            self.tint(start, end, SpanKind.NAME)
            return
        span, problem = (
            (SpanKind.AMBIGUOUS, ProblemKind.AMBIGUOUS)
            if meant
            else (SpanKind.UNKNOWN, ProblemKind.UNKNOWN)
        )
        self.tint(start, end, span)
        self.problems.append(Problem(kind=problem, start=start, end=end, candidates=meant))
