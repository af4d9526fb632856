"""What else was there, beside contacts? The moments on a student's timeline that are no contact."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.answering import Mode
from klasgenoot.domain.contact import PromiseId
from klasgenoot.domain.memory import Direction, day_of
from klasgenoot.domain.people import SchoolClass, StudentId
from klasgenoot.domain.study_coach import Transfer
from klasgenoot.domain.talk_round import TEN_DAYS, RoundTalk, TalkState
from klasgenoot.domain.verdict import Verdict
from klasgenoot.store import contacts, group_notes, memories, study_coaches, talk_rounds, transfers
from klasgenoot.store.database import Vault
from klasgenoot.viewmodels.student_details import known_since
from klasgenoot.viewmodels.words import short_date

translate = QCoreApplication.translate


class MomentKind(Enum):
    """What it was."""

    FIRST_LESSON = auto()
    NAME = auto()
    SWEEP = auto()
    PROMISE_KEPT = auto()
    CONSENT = auto()
    TRANSFER = auto()
    GROUP_NOTE = auto()
    PRACTICE = auto()
    TALK_ROUND = auto()
    TEN_DAYS = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One moment that is no contact.

    Attributes:
        on: its day.
        heading: what it was, in a word or two.
        text: what it says.
        line: a quiet line below that.
        promise: the promise that was kept, and can be open again.
    """

    on: date
    kind: MomentKind
    heading: str
    text: str = ""
    line: str = ""
    promise: PromiseId | None = None

    @property
    def day(self) -> str:
        """When it was."""
        return short_date(self.on)

    @property
    def stands_alone(self) -> bool:
        """Whether it says something of the two of you also where there was no contact yet."""
        return self.kind in _OF_THE_TWO

    @property
    def sentence(self) -> str:
        """All of it, for who cannot see it."""
        parts = (f"{self.day}, {self.heading}", self.text, self.line)
        return ". ".join(part.rstrip(".") for part in parts if part)


_OF_THE_TWO = frozenset(
    {MomentKind.PROMISE_KEPT, MomentKind.CONSENT, MomentKind.TRANSFER, MomentKind.TEN_DAYS}
)


def moments(vault: Vault, who: StudentId, *, school_class: SchoolClass) -> tuple[Moment, ...]:
    """The moments of a student in a class, newest first."""
    found = (
        *_passed_on(vault, who),
        *_consents(vault, who),
        *_kept(vault, who),
        *_names(vault, who, first_lesson=school_class.first_lesson),
        *_notes(vault, school_class),
        *_rounds(vault, who),
        *_practice(vault, who),
    )
    return tuple(sorted(found, key=lambda each: each.on, reverse=True))


def _passed_on(vault: Vault, who: StudentId) -> Iterator[Moment]:
    for each in transfers.transfers_of(vault, who):
        heading = translate("Student", "transfer to {coach}").format(coach=each.coach)
        yield Moment(
            on=each.made_on,
            kind=MomentKind.TRANSFER,
            heading=heading,
            text=each.text,
            line=_return_words(each),
        )


def _return_words(transfer: Transfer) -> str:
    if transfer.done_on is not None:
        shape = translate("Student", "asked after it {day}")
        return shape.format(day=short_date(transfer.done_on))
    if transfer.return_on is not None:
        shape = translate("Student", "ask after it {day}")
        return shape.format(day=short_date(transfer.return_on))
    return ""


def _consents(vault: Vault, who: StudentId) -> Iterator[Moment]:
    for each in reversed(study_coaches.consents_of(vault, who)):  # of one day the last first
        heading = (
            translate("Student", "the study coach may know")
            if each.is_yes
            else translate("Student", "rather not told to the study coach")
        )
        yield Moment(on=each.said_on, kind=MomentKind.CONSENT, heading=heading, text=each.about)


def _kept(vault: Vault, who: StudentId) -> Iterator[Moment]:
    for each in contacts.promises_of(vault, who):
        if each.done_on is not None:
            yield Moment(
                on=each.done_on,
                kind=MomentKind.PROMISE_KEPT,
                heading=translate("Student", "promise kept"),
                text=each.text,
                promise=each.id,
            )


def _names(vault: Vault, who: StudentId, *, first_lesson: date | None) -> Iterator[Moment]:
    """When the name was known, and whether it came in the last sweep."""
    since = known_since(vault, who)
    if since is not None and first_lesson is not None and since <= first_lesson:
        yield Moment(
            on=first_lesson,
            kind=MomentKind.FIRST_LESSON,
            heading=translate("Student", "first lesson"),
            text=translate("Student", "You knew the name."),
        )
    elif since is not None:
        yield Moment(
            on=since, kind=MomentKind.NAME, heading=translate("Student", "name known from here on")
        )
    asked = [
        answer
        for answer in memories.answers_of(vault, who, direction=Direction.FACE_TO_NAME)
        if answer.mode is Mode.SWEEP
    ]
    if asked:
        last = asked[-1]
        came = last.verdict in {Verdict.RIGHT, Verdict.SPELLING}
        yield Moment(
            on=day_of(last.answered_at),
            kind=MomentKind.SWEEP,
            heading=translate("Student", "sweep"),
            text=translate("Student", "The name came.")
            if came
            else translate("Student", "The name did not come yet."),
        )


def _notes(vault: Vault, school_class: SchoolClass) -> Iterator[Moment]:
    for note in group_notes.notes_on(vault, school_class.id):
        if note.text:
            yield Moment(
                on=note.noted_on,
                kind=MomentKind.GROUP_NOTE,
                heading=translate("Student", "note on the group"),
                text=note.text,
            )


def _rounds(vault: Vault, who: StudentId) -> Iterator[Moment]:
    """The rounds of talks the student is or was in, on the day each began or was complete.

    A talk that was held is a contact, and stands on its own day.
    """
    for each, talks in talk_rounds.rounds_with(vault, who):
        held = sum(talk.state is TalkState.HELD for talk in talks)
        if each.with_student is not None:
            is_complete = held >= TEN_DAYS and each.ended_on is not None
            yield Moment(
                on=each.ended_on if is_complete and each.ended_on else each.begun_on,
                kind=MomentKind.TEN_DAYS,
                heading=translate("Student", "ten days complete")
                if is_complete
                else translate("Student", "ten days begun"),
                text=translate("Student", "{held} of {days}").format(held=held, days=TEN_DAYS),
            )
        elif talks:
            yield Moment(
                on=each.begun_on,
                kind=MomentKind.TALK_ROUND,
                heading=translate("Student", "talk round begun"),
                text=_talk_words(talks[0], is_over=each.ended_on is not None),
            )


def _talk_words(talk: RoundTalk, *, is_over: bool) -> str:
    """What became of the one talk of a student in a round."""
    if talk.held_on is not None and talk.state is TalkState.HELD:
        return translate("Student", "spoken {day}").format(day=short_date(talk.held_on))
    if talk.state is TalkState.LEFT_OUT:
        return translate("Student", "rather not")
    return translate("Student", "not spoken") if is_over else translate("Student", "still to come")


def _practice(vault: Vault, who: StudentId) -> Iterator[Moment]:
    """The days on which the name was practised, one line each."""
    days = Counter(day_of(at) for at in memories.practised_at(vault, who))
    for day, times in days.items():
        yield Moment(
            on=day,
            kind=MomentKind.PRACTICE,
            heading=translate("Student", "name practised"),
            text=translate("Student", "%n time(s)", None, times) if times > 1 else "",
        )
