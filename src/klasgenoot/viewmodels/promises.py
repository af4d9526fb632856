"""All that you promised and did not do yet, week by week; and for a calendar."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from klasgenoot.domain.calling import told_apart
from klasgenoot.domain.contact import SOON, PromiseId
from klasgenoot.domain.errors import Trouble
from klasgenoot.domain.exports import ExportKind
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.domain.study_coach import TransferId
from klasgenoot.domain.weeks import monday_of
from klasgenoot.operations.contacts import keep_promise
from klasgenoot.operations.exporting import keep_record, save
from klasgenoot.operations.promises import (
    edit_promise,
    make_promise,
    remove_promise,
)
from klasgenoot.operations.study_coach import settle_transfer
from klasgenoot.store import contacts, students, transfers
from klasgenoot.viewmodels.doing import Doing
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.troubles import trouble_words
from klasgenoot.viewmodels.turn_words import due_words, promised_words, return_words

translate = QCoreApplication.translate


WATCHED = frozenset(
    {"promises", "transfers", "students", "enrolments", "school_classes", "restrictions"}
)


class When(Enum):
    """How near a promise is. A week is that of the calendar, from Monday to Sunday."""

    PASSED = auto()
    THIS_WEEK = auto()
    NEXT_WEEK = auto()
    LATER = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseLine:
    """One thing that you said you would do: a promise, or to ask what came of a transfer.

    Attributes:
        promise: its id; None for a transfer.
        transfer: its id; None for a promise.
        name: what the student is called beside everybody.
        due: by when, in words.
    """

    promise: PromiseId | None = None
    transfer: TransferId | None = None
    student: Student
    name: str
    text: str
    due_on: date
    due: str
    when: When

    @property
    def sentence(self) -> str:
        """All of it, for who cannot see it."""
        return f"{self.name}: {self.text}, {self.due}"


class PromisesViewModel(QObject):
    """The promises of all classes.

    Signals:
        changed: one was made, mended or kept.
        failed: a sentence on what could not be done.
        said: a sentence on what was done that is no deed.
    """

    changed = Signal()
    failed = Signal(str)
    said = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._do = Doing(session, say=self.failed.emit)
        session.changed.connect(self._on_session_changed)
        session.class_changed.connect(self.changed)

    @property
    def today(self) -> date:
        """The day it is."""
        return self._session.today()

    @property
    def suggested_due(self) -> date:
        """For when a new promise is, until another day is chosen."""
        return self.today + SOON

    @property
    def lines(self) -> tuple[PromiseLine, ...]:
        """Everything that is still to be done, the oldest day first."""
        vault = self._session.vault
        everyone = {each.id: each for each in students.all_students(vault)}
        names = told_apart(tuple(everyone.values()))
        found = [
            self._line(
                everyone[each.student_id],
                names[each.student_id],
                text=promised_words(each),
                due_on=each.due_on,
                promise=each.id,
            )
            for each in contacts.open_promises(vault)
            if each.student_id in everyone
        ]
        found += [
            self._line(
                everyone[each.student_id],
                names[each.student_id],
                text=return_words(each),
                due_on=each.return_on or self.today,
                transfer=each.id,
            )
            for each in transfers.open_transfers(vault)
            if each.student_id in everyone
        ]
        return tuple(sorted(found, key=lambda line: line.due_on))

    @property
    def sentence(self) -> str:
        """How many there are, in words."""
        lines = self.lines
        passed = sum(line.when is When.PASSED for line in lines)
        said = translate("Promises", "%n open promise(s)", None, len(lines))
        if passed:
            over = translate("Promises", "%n past its date", None, passed)
            said = f"{said}, {over}"
        return said

    @property
    def classmates(self) -> tuple[tuple[StudentId, str], ...]:
        """The students of the class with what they are called, to promise something to."""
        return tuple((each.id, each.full_name) for each in self._session.classmates)

    def make(self, student_id: StudentId, text: str, due_on: date) -> bool:
        """Notes a promise."""
        return self._do(make_promise, student_id=student_id, text=text, due_on=due_on)

    def edit(self, promise_id: PromiseId, text: str, due_on: date) -> bool:
        """Mends a promise."""
        return self._do(edit_promise, promise_id=promise_id, text=text, due_on=due_on)

    def done(self, line: PromiseLine) -> None:
        """Says that it was done today."""
        if line.promise is not None:
            self._do(keep_promise, promise_id=line.promise, on=self.today)
        elif line.transfer is not None:
            self._do(settle_transfer, transfer_id=line.transfer, on=self.today)

    def remove(self, promise_id: PromiseId) -> None:
        """Removes a promise; undo brings it back."""
        self._do(remove_promise, promise_id=promise_id)

    def write_calendar(self, path: Path, *, with_names: bool) -> bool:
        """Saves a file for a calendar app, and keeps in the log that it left.

        Args:
            path: where it goes.
            with_names: whether names and words go along: a calendar may go online.
        """
        from klasgenoot.exchange.outgoing.calendar_files import Event, write_calendar

        bare = translate("Promises", "Keep a promise (Klasgenoot)")
        lines = self.lines
        events = [
            Event(
                uid=f"promise-{line.promise}" if line.promise else f"transfer-{line.transfer}",
                on=line.due_on,
                summary=f"{line.name}: {line.text}" if with_names else bare,
            )
            for line in lines
        ]
        try:
            save(path, write_calendar(events, made_at=self._session.now()))
            keep_record(
                self._session.vault,
                kind=ExportKind.PROMISES,
                class_id=None,
                students=tuple(dict.fromkeys(line.student.id for line in lines)),
                on=self.today,
                with_notes=with_names,
            )
        except Trouble as trouble:
            self.failed.emit(trouble_words(trouble))
            return False
        self._session.changed.emit(frozenset({"exports", "export_students"}))
        self.said.emit(
            translate("Promises", "Saved. Open it with your calendar, and delete it after that.")
        )
        return True

    def _line(
        self,
        student: Student,
        name: str,
        *,
        text: str,
        due_on: date,
        promise: PromiseId | None = None,
        transfer: TransferId | None = None,
    ) -> PromiseLine:
        today = self.today
        return PromiseLine(
            promise=promise,
            transfer=transfer,
            student=student,
            name=name,
            text=text,
            due_on=due_on,
            due=due_words(due_on, today=today),
            when=_when(due_on, today=today),
        )

    @Slot(frozenset)
    def _on_session_changed(self, tables: frozenset[str]) -> None:
        if tables & WATCHED:
            self.changed.emit()


def _when(due_on: date, *, today: date) -> When:
    """How near a day is."""
    if due_on < today:
        return When.PASSED
    weeks = (monday_of(due_on) - monday_of(today)) // timedelta(weeks=1)
    return {0: When.THIS_WEEK, 1: When.NEXT_WEEK}.get(weeks, When.LATER)
