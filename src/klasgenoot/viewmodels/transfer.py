"""Passing facts on to the study coach: asked first, proposed from contacts, left by the teacher."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from klasgenoot.domain.contact import Contact, ContactId
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.domain.study_coach import Consent, ConsentId, TransferId, latest
from klasgenoot.operations.study_coach import (
    edit_transfer,
    name_coach,
    note_consent,
    remove_consent,
    remove_transfer,
    settle_transfer,
    transfer_to_coach,
)
from klasgenoot.store import contacts, restrictions, students, study_coaches, transfers
from klasgenoot.viewmodels.doing import Doing
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.words import kind_words, long_date, month_day, short_date

translate = QCoreApplication.translate


WATCHED = frozenset(
    {"students", "contacts", "contact_students", "study_coaches", "consents", "transfers"}
)
OFFERED = 12
"""So many of the last contacts can be ticked."""
TICKED = 3
"""So many of them are ticked at first."""
LATER = timedelta(days=14)
"""When the teacher asks what came of it, unless another day is chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRow:
    """One contact that can be told: its day and kind, and its words when those are ticked too."""

    id: ContactId
    line: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentRow:
    """One answer of the student, in words."""

    id: ConsentId
    line: str
    counts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldRow:
    """One transfer that was made, in words.

    Attributes:
        is_open: whether the teacher still asks what came of it.
    """

    id: TransferId
    line: str
    text: str
    is_open: bool
    is_passed: bool
    return_on: date | None


class TransferViewModel(QObject):
    """What may be told about one student, and what was.

    Signals:
        changed: the student, their answer or what was told is another.
        failed: a sentence on what could not be done.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._do = Doing(session, say=self.failed.emit)
        self.student_id = StudentId(0)
        session.changed.connect(self._on_session_changed)

    def open(self, student_id: StudentId) -> None:
        """Shows another student."""
        self.student_id = student_id

    @property
    def student(self) -> Student | None:
        """Whom it is about; None when they are not there, or their data is only kept."""
        if restrictions.is_restricted(self._session.vault, self.student_id):
            return None
        return students.student(self._session.vault, self.student_id)

    @property
    def today(self) -> date:
        """The day it is."""
        return self._session.today()

    @property
    def coach(self) -> str:
        """Who is told; empty when nobody is known."""
        known = study_coaches.coach_of(self._session.vault, self.student_id)
        return known.name if known else ""

    @property
    def is_allowed(self) -> bool:
        """Whether the student said yes, the last time they were asked."""
        said = self._last_said
        return said is not None and said.is_yes

    @property
    def is_refused(self) -> bool:
        """Whether the student would rather not, the last time they were asked."""
        said = self._last_said
        return said is not None and not said.is_yes

    @property
    def consents(self) -> tuple[ConsentRow, ...]:
        """What the student answered, the last answer first."""
        found = study_coaches.consents_of(self._session.vault, self.student_id)
        counts = latest(found)
        shape = {
            True: translate("Transfer", "Yes, said {day}"),
            False: translate("Transfer", "Rather not, said {day}"),
        }
        rows = []
        for each in reversed(found):
            line = shape[each.is_yes].format(day=month_day(each.said_on))
            if each.about:
                line = f"{line}: {each.about}"
            rows.append(ConsentRow(id=each.id, line=line, counts=each is counts))
        return tuple(rows)

    @property
    def facts(self) -> tuple[FactRow, ...]:
        """The last contacts, newest first; an own reminder is not to be shared."""
        return tuple(
            FactRow(
                id=each.id,
                line=f"{short_date(each.happened_on)} · {kind_words(each.kind)}",
                text=each.text,
            )
            for each in self._contacts
        )

    @property
    def suggested_return(self) -> date:
        """When to ask what came of it, until another day is chosen."""
        return self.today + LATER

    def proposal(self, ticked: Collection[ContactId], *, with_text: Collection[ContactId]) -> str:
        """The text as it is proposed: who, that they agreed, and the days that were ticked.

        Args:
            ticked: the contacts whose day and kind are told.
            with_text: those of them whose words are told too.
        """
        student, known = self.student, self._session.current_class
        if student is None:
            return ""
        about = translate("Transfer", "About {name}").format(name=student.full_name)
        lines = [f"{about}, {known.name}." if known else f"{about}."]
        said = self._last_said
        if said is not None and said.is_yes:
            lines.append(_agreed(student, said))
        told = [each for each in reversed(self._contacts) if each.id in ticked]
        if told:
            lines.append("")
        for each in told:
            line = f"- {long_date(each.happened_on)}: {kind_words(each.kind)}"
            lines.append(f"{line}. {each.text}" if each.text and each.id in with_text else line)
        return "\n".join(lines)

    @property
    def told(self) -> tuple[ToldRow, ...]:
        """What was told before, newest first."""
        today, rows = self.today, []
        for each in transfers.transfers_of(self._session.vault, self.student_id):
            line = f"{short_date(each.made_on)} · {each.coach}"
            if each.done_on is not None:
                done = translate("Transfer", "asked after it {day}")
                line = f"{line} · {done.format(day=short_date(each.done_on))}"
            elif each.return_on is not None:
                due = translate("Transfer", "ask after it {day}")
                line = f"{line} · {due.format(day=short_date(each.return_on))}"
            passed = each.is_open and each.return_on is not None and each.return_on < today
            rows.append(
                ToldRow(
                    id=each.id,
                    line=line,
                    text=each.text,
                    is_open=each.is_open,
                    is_passed=passed,
                    return_on=each.return_on,
                )
            )
        return tuple(rows)

    def name_coach(self, name: str) -> bool:
        """Says who is told."""
        return self._do(name_coach, student_ids=[self.student_id], name=name)

    def note_consent(self, *, is_yes: bool, on: date, about: str) -> bool:
        """Notes what the student answered."""
        return self._do(note_consent, student_id=self.student_id, on=on, is_yes=is_yes, about=about)

    def remove_consent(self, consent_id: ConsentId) -> None:
        """Takes an answer away that was noted by mistake."""
        self._do(remove_consent, consent_id=consent_id)

    def pass_on(self, text: str, *, return_on: date | None) -> bool:
        """Keeps what is told; the same words told twice on a day are kept once."""
        for each in transfers.transfers_of(self._session.vault, self.student_id):
            same = (each.made_on, each.text, each.return_on, each.coach)
            if self.is_allowed and same == (self.today, text.strip(), return_on, self.coach):
                return True
        return self._do(
            transfer_to_coach,
            student_id=self.student_id,
            on=self.today,
            coach=self.coach,
            text=text,
            return_on=return_on,
        )

    def settle(self, transfer_id: TransferId) -> None:
        """Says that the teacher asked what came of it."""
        self._do(settle_transfer, transfer_id=transfer_id, on=self.today)

    def edit(self, transfer_id: TransferId, text: str, *, return_on: date | None) -> bool:
        """Mends what was told, or when to ask what came of it."""
        return self._do(edit_transfer, transfer_id=transfer_id, text=text, return_on=return_on)

    def remove(self, transfer_id: TransferId) -> None:
        """Removes a transfer; undo brings it back."""
        self._do(remove_transfer, transfer_id=transfer_id)

    @property
    def _contacts(self) -> tuple[Contact, ...]:
        found = contacts.contacts_of(self._session.vault, self.student_id)
        return tuple(each for each in found if not each.own_reminder)[:OFFERED]

    @property
    def _last_said(self) -> Consent | None:
        return latest(study_coaches.consents_of(self._session.vault, self.student_id))

    @Slot(frozenset)
    def _on_session_changed(self, tables: frozenset[str]) -> None:
        if tables & WATCHED:
            self.changed.emit()


def _agreed(student: Student, said: Consent) -> str:
    """That the student agreed, when, and to what."""
    words = translate("Transfer", "{name} agrees that you know this (said {day}).")
    if said.about:
        words = translate("Transfer", "{name} agrees that you know this (said {day}: {about}).")
    return words.format(name=student.name, day=month_day(said.said_on), about=said.about)
