"""What was read in a log line, said in a few words: chips with the day meant, and what is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.contact import LONGEST_TEXT, ContactKind
from klasgenoot.domain.dates import BadDate
from klasgenoot.domain.names import fold
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.quicklog_reading import Entry, Line, Problem, ProblemKind, SpanKind
from klasgenoot.domain.quicklog_signs import LEAD
from klasgenoot.domain.targets import CARE_TAGS
from klasgenoot.viewmodels.quicklog_edits import Place
from klasgenoot.viewmodels.words import days_ago, kind_words, listed, short_date

translate = QCoreApplication.translate

MOST_NAMED = 2
"""So many students of other classes are named; of more the number says enough."""
MOST_SHOWN = 32
"""So many letters of what is wrong are repeated beside it."""
LONGEST_NAME = 60
"""What is longer was pasted: nobody is still typing a name there."""
COUNTED_FROM = 240
"""From so many characters on the counter is in sight."""


class ChipKind(StrEnum):
    """What a chip tells about."""

    KIND = "kind"
    DAY = "day"
    REMINDER = "reminder"
    ABSENT = "absent"
    WHO = "who"
    PRIVATE = "private"
    TAG = "tag"
    FOLLOW_UP = "follow_up"
    WRONG = "wrong"
    HINT = "hint"


@dataclass(frozen=True, slots=True, kw_only=True)
class LogChip:
    """One thing that was read, in words.

    Attributes:
        place: what was typed for it, when it can be taken back to plain text; where something
            is wrong, what to mend.
        contact: the kind of contact, on a KIND chip.
    """

    kind: ChipKind
    text: str
    place: Place | None = None
    contact: ContactKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LineNote:
    """What stands beside a line.

    Attributes:
        start: where the line begins in the text.
        chips: what was read, or what is wrong.
    """

    start: int
    end: int
    chips: tuple[LogChip, ...]

    @property
    def sentence(self) -> str:
        """The chips in words, for who cannot see them."""
        return ", ".join(chip.text for chip in self.chips)


@dataclass(frozen=True, slots=True, kw_only=True)
class Whom:
    """What is known of those whom a line can name.

    Attributes:
        called: what each of them is called.
        elsewhere: the class of who is in another than the one at hand.
        care_days: the aim that a care tag in the line brings about; 0 where it brings none.
    """

    called: Mapping[StudentId, str]
    elsewhere: Mapping[StudentId, str]
    care_days: int


def is_clean(line: Line, *, colon: int | None) -> bool:
    """Whether a line can be saved without losing anything.

    A day in the sentence that cannot be is only text; anywhere else it would change the contact.
    """
    return line.entry is not None and not any(
        _blocks(problem, colon=colon) for problem in line.problems
    )


def note_on(
    line: Line,
    *,
    text: str,
    colon: int | None,
    whom: Whom,
    today: date,
    typing_at: int | None,
    has_candidates: bool,
) -> LineNote:
    """What stands beside a line.

    Args:
        line: as it was read.
        text: all that was typed.
        colon: where the sentence of the line begins, None when it has none.
        whom: what is known of those whom it can name.
        today: the day it is.
        typing_at: the place of the cursor, where nothing is called wrong yet; None to say all.
        has_candidates: whether there are names to choose from in this line.
    """
    wrong = [
        problem
        for problem in line.problems
        if typing_at is None or not _is_being_typed(problem, line, typing_at, text=text)
    ]
    chips: tuple[LogChip, ...] = tuple(
        problem_chip(problem, text=text, has_sentence=colon is not None) for problem in wrong[:2]
    )
    if has_candidates and not is_clean(line, colon=colon):
        words = translate("QuickLog", "choose with \u2191 \u2193 and Tab")
        chips = (LogChip(kind=ChipKind.HINT, text=words),)
    elif not any(_blocks(problem, colon=colon) for problem in wrong):
        read = chips_of(line, text=text, whom=whom, today=today)
        chips = (*read, *chips)
    return LineNote(start=line.start, end=line.end, chips=chips)


def _is_being_typed(problem: Problem, line: Line, at: int, *, text: str) -> bool:
    if problem.kind in {ProblemKind.TOO_LONG, ProblemKind.BAD_DATE}:
        return False
    if problem.kind is ProblemKind.NOBODY:
        return line.start <= at <= line.end + 1 and "\n" not in text[line.end : at]
    return problem.start <= at <= problem.end and problem.end - problem.start <= LONGEST_NAME


def chips_of(
    line: Line,
    *,
    text: str,
    whom: Whom,
    today: date,
) -> tuple[LogChip, ...]:
    """What was read in a line: kind, day, who, tags and the day to come back."""
    entry = line.entry
    if entry is None:
        return ()
    places = {span.kind: (span.start, span.end) for span in line.spans}
    chips = []
    if entry.absent:
        words = translate("QuickLog", "not there")
        chips.append(LogChip(kind=ChipKind.ABSENT, text=words, place=places.get(SpanKind.ABSENT)))
    if entry.is_contact:
        chips.append(
            LogChip(
                kind=ChipKind.KIND,
                text=kind_words(entry.kind),
                place=places.get(SpanKind.KIND),
                contact=entry.kind,
            )
        )
    chips.append(
        LogChip(
            kind=ChipKind.DAY,
            text=_day_words(entry.happened_on, today=today),
            place=places.get(SpanKind.WHEN),
        )
    )
    if entry.own_reminder:
        chips.append(
            LogChip(
                kind=ChipKind.REMINDER,
                text=translate("QuickLog", "own reminder"),
                place=places.get(SpanKind.REMINDER),
            )
        )
    chips += _who(entry, whom.called, whom.elsewhere)
    chips += _private(entry, whom.called)
    chips += [
        LogChip(
            kind=ChipKind.TAG,
            text=_tag_words(text[span.start : span.end], care_days=whom.care_days),
            place=(span.start, span.end),
        )
        for span in line.spans
        if span.kind is SpanKind.TAG
    ]
    if entry.follow_up is not None:
        words = translate("QuickLog", "back {day}").format(day=short_date(entry.follow_up))
        place = places.get(SpanKind.FOLLOW_UP)
        chips.append(LogChip(kind=ChipKind.FOLLOW_UP, text=words, place=place))
    return tuple(chips)


def _tag_words(tag: str, *, care_days: int) -> str:
    """A tag, and what it does where it does something."""
    if not care_days or fold(tag[1:]) not in CARE_TAGS:
        return tag
    return translate("QuickLog", "{tag}, aim %n day(s)", None, care_days).format(tag=tag)


def problem_chip(problem: Problem, *, text: str, has_sentence: bool) -> LogChip:
    """What is wrong in a line, in one short sentence.

    Args:
        problem: what is wrong.
        text: all that was typed.
        has_sentence: whether there is a colon in the line already.
    """
    piece = text[problem.start : problem.end]
    if len(piece) > MOST_SHOWN:
        piece = f"{piece[:MOST_SHOWN].rstrip()}\u2026"
    words = {
        ProblemKind.AMBIGUOUS: translate("QuickLog", "Which {name}?"),
        ProblemKind.UNKNOWN: translate("QuickLog", "Nobody is called {name}")
        if has_sentence
        else translate("QuickLog", "Who is {name}? A sentence goes after a colon"),
        ProblemKind.NO_GROUP: translate("QuickLog", "There is no class {name}"),
        ProblemKind.NOBODY: translate("QuickLog", "Name somebody first"),
        ProblemKind.TOO_LONG: translate("QuickLog", "Longer than {most} characters"),
    }.get(problem.kind) or _date_words(problem, piece)
    shown = translate("QuickLog", "“{piece}”").format(piece=piece)
    return LogChip(
        kind=ChipKind.WRONG,
        text=words.format(name=shown, most=LONGEST_TEXT),
        place=(problem.start, problem.end),
    )


def counter_words(entry: Entry | None) -> str:
    """How long the text is by now; empty as long as that does not matter."""
    if entry is None:
        return ""
    longest = max(len(text) for text in (entry.text, *(one.text for one in entry.private)))
    return f"{longest} / {LONGEST_TEXT}" if longest >= COUNTED_FROM else ""


def _blocks(problem: Problem, *, colon: int | None) -> bool:
    in_sentence = colon is not None and problem.start > colon
    return not (problem.kind is ProblemKind.BAD_DATE and in_sentence)


def _who(
    entry: Entry, called: Mapping[StudentId, str], elsewhere: Mapping[StudentId, str]
) -> list[LogChip]:
    """How many are meant, and who of them is in another class or left out."""
    texts = []
    if (count := len(entry.student_ids)) > 1:
        texts.append(translate("QuickLog", "%n student(s)", None, count))
    others = [who for who in entry.student_ids if who in elsewhere]
    shape = translate("QuickLog", "{name} of {class_name}")
    texts += [
        shape.format(name=called[who], class_name=elsewhere[who]) for who in others[:MOST_NAMED]
    ]
    if away := len(entry.left_out):
        texts.append(translate("QuickLog", "%n not there", None, away))
    return [LogChip(kind=ChipKind.WHO, text=text) for text in texts]


def _private(entry: Entry, called: Mapping[StudentId, str]) -> list[LogChip]:
    if not entry.private:
        return []
    names = [called[one.student_id] for one in entry.private if one.student_id in called]
    if not names:
        return []
    words = translate("QuickLog", "a line for {names} alone").format(names=listed(names))
    return [LogChip(kind=ChipKind.PRIVATE, text=words)]


def _date_words(problem: Problem, piece: str) -> str:
    if problem.why is BadDate.IMPOSSIBLE:
        return translate("QuickLog", "There is no such day")
    if LEAD.match(piece):
        return translate("QuickLog", "Not a day after today")
    return translate("QuickLog", "That day is still to come")


def _day_words(day: date, *, today: date) -> str:
    return days_ago(day, today=today) if (today - day).days <= 1 else short_date(day)
