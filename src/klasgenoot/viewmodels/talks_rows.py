"""The plan of a round of talks as it is shown: weeks, faces in them, and whose turn it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.contact import Contact
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.domain.talk_round import PlannedWeek, RoundId
from klasgenoot.domain.weeks import Week
from klasgenoot.viewmodels.words import axis_day, days_ago, one_stop

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkFace:
    """One student in the plan.

    Attributes:
        name: what they are called in this class.
        is_held: whether their talk was held.
    """

    student: Student
    name: str
    is_held: bool = False

    @property
    def sentence(self) -> str:
        """The face, for who cannot see it."""
        if self.is_held:
            return translate("Talks", "{name}, spoken with").format(name=self.name)
        return translate("Talks", "{name}, still to come").format(name=self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekRow:
    """One week of the plan."""

    number: str
    days: str
    faces: tuple[TalkFace, ...]
    is_now: bool
    is_free: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Whose talk it is, and what helps to begin it.

    Attributes:
        heading: what this talk is: of this week, or the next one.
        last: when they last spoke, and about what.
        question: something to begin with.
    """

    student: Student
    name: str
    heading: str
    last: str
    question: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TenDaysRow:
    """Ten days with one student.

    Attributes:
        held: how many days were done, of ten.
        line: which day it is, and when the next one is.
        is_today: whether today still has its two minutes.
    """

    round_id: RoundId
    student: Student
    name: str
    held: int
    line: str
    is_today: bool


def week_row(
    planned: PlannedWeek,
    *,
    this_week: Week,
    people: Mapping[StudentId, Student],
    names: Mapping[StudentId, str],
) -> WeekRow:
    """A week with the faces of who is still known."""
    week = planned.week
    faces = [
        TalkFace(student=people[who], name=names[who], is_held=held)
        for those, held in ((planned.held, True), (planned.ahead, False))
        for who in those
        if who in people
    ]
    return WeekRow(
        number=translate("Talks", "week {number}").format(number=week.number),
        days=week_days(week),
        faces=tuple(faces),
        is_now=week.monday == this_week.monday,
        is_free=planned.is_free,
    )


def week_days(week: Week) -> str:
    """The school days of a week: "26 okt - 30 okt"."""
    friday = week.monday + timedelta(days=4)
    return translate("Talks", "{first} to {last}").format(
        first=axis_day(week.monday), last=axis_day(friday)
    )


def last_words(contact: Contact | None, *, today: date) -> str:
    """When somebody was last spoken with, and about what."""
    if contact is None:
        return translate("Talks", "You have not spoken with each other yet.")
    when = days_ago(contact.happened_on, today=today)
    if not contact.text:
        return translate("Talks", "Last contact: {when}.").format(when=when)
    shape = translate("Talks", "Last contact {when}: {text}.")
    return one_stop(shape.format(when=when, text=contact.text))
