"""What can be set of somebody's turn: an aim of their own, or put off for a while."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QObject

from klasgenoot.domain.dates import read_follow_up
from klasgenoot.domain.errors import Trouble, Unknown
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.snoozing import LONGEST_SNOOZE, Snooze, SnoozeReason
from klasgenoot.operations.attention import end_snooze, set_target, snooze
from klasgenoot.store import attention
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.troubles import trouble_words

translate = QCoreApplication.translate

OWN_TARGETS = (7, 10, 14, 21, 28, 42, 56)
"""The aims of one's own on offer, in days."""
SPANS = (7, 14, 28, 56)
"""How long somebody can be put off at one press, in days."""


@dataclass(frozen=True, slots=True)
class Span:
    """An end to choose: its last day, and what it is called."""

    until: date
    words: str


class TurnDeeds(QObject):
    """Sets the aim of one student, and puts them off; each can be undone."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    @property
    def class_target(self) -> int:
        """The aim of the class, in days."""
        return self._session.settings.target_days

    def own_target(self, who: StudentId) -> int | None:
        """The aim of one student; None when it is that of the class."""
        return attention.own_targets(self._session.vault).get(who)

    def targets(self, who: StudentId) -> tuple[int, ...]:
        """The aims to choose from, with the one that is set."""
        own = self.own_target(who)
        return tuple(sorted({*OWN_TARGETS, *((own,) if own else ())}))

    def aim(self, who: StudentId, days: int | None) -> None:
        """Gives a student an aim of their own; None for that of the class."""
        if days != self.own_target(who):
            self._session.do(set_target, student_id=who, days=days)

    def snooze_of(self, who: StudentId) -> Snooze | None:
        """Why and until when a student is put off today; None when they are not."""
        known = attention.snooze_of(self._session.vault, who)
        return known if known and known.holds_on(self._session.today()) else None

    @property
    def spans(self) -> tuple[Span, ...]:
        """The ends to choose from."""
        today = self._session.today()
        ends = (today + timedelta(days=days) for days in SPANS)
        return tuple(
            Span(until, translate("Snooze", "%n week(s)", None, days // 7))
            for until, days in zip(ends, SPANS, strict=True)
        )

    def day_in(self, text: str) -> date:
        """The day that somebody typed: "6 nov", "over 3 weken".

        Raises:
            Unknown: that is no day to come within half a year.
        """
        today = self._session.today()
        read = read_follow_up(text, today=today)
        if not isinstance(read, date) or not today <= read <= self.last_day:
            raise Unknown("snooze_end", text)
        return read

    @property
    def last_day(self) -> date:
        """The last day until which somebody can be put off."""
        return self._session.today() + timedelta(days=LONGEST_SNOOZE)

    def put_off(self, who: StudentId, *, until: str, reason: SnoozeReason, text: str) -> str:
        """Puts a student off. Returns why that could not be done; empty when it was."""
        try:
            self._session.do(
                snooze,
                student_id=who,
                on=self._session.today(),
                until=self.day_in(until),
                reason=reason,
                text=text,
            )
        except Trouble as trouble:
            return trouble_words(trouble)
        return ""

    def end(self, who: StudentId) -> None:
        """Puts a student back on the list."""
        if attention.snooze_of(self._session.vault, who) is not None:
            self._session.do(end_snooze, student_id=who)
