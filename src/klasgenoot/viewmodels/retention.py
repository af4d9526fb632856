"""What is past its term: shown, kept longer or let go, and never by itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QObject, Signal, Slot

from klasgenoot.domain.erasing import Certificate, Counts, Reached
from klasgenoot.domain.errors import Trouble
from klasgenoot.domain.retention import Held, Keeping, due_on, months_after
from klasgenoot.operations.erasing import Request, certificate_of, erase
from klasgenoot.operations.retention import (
    believe_clock,
    is_clock_believed,
    keep_longer,
    past_term,
    request_to_remove,
    terms_in,
)
from klasgenoot.store import students
from klasgenoot.viewmodels.forgetting import CopiesWork, tell_all
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.translation import to_translate
from klasgenoot.viewmodels.troubles import trouble_words
from klasgenoot.viewmodels.words import listed, long_date

translate = QCoreApplication.translate

LONGER = (3, 6, 12)
"""So many months longer, as the page offers."""

_KEEPINGS: dict[Keeping, str] = {
    Keeping.REMINDERS: to_translate("Keeping", "Reminders for yourself"),
    Keeping.CONTACTS: to_translate("Keeping", "Contacts"),
    Keeping.PROMISES: to_translate("Keeping", "Promises"),
    Keeping.GROUP_NOTES: to_translate("Keeping", "Notes on the group"),
    Keeping.ANSWERS: to_translate("Keeping", "What practising left behind"),
    Keeping.PHOTOS: to_translate("Keeping", "Photos"),
    Keeping.TRANSFERS: to_translate("Keeping", "What study coaches were told"),
    Keeping.TOLD: to_translate("Keeping", "What students told you, and the monthly round"),
    Keeping.PLANNED: to_translate("Keeping", "Who was absent or put off, and talk rounds"),
}


def keeping_words(keeping: Keeping) -> str:
    """What a kind of data is called."""
    return translate("Keeping", _KEEPINGS[keeping])


def term_words(months: int) -> str:
    """A term as one says it."""
    if not months:
        return translate("Keeping", "until the class ends")
    return translate("Keeping", "%n month(s) after the class ends", None, months)


@dataclass(frozen=True, slots=True)
class OverdueRow:
    """One thing that is past its term.

    Attributes:
        held: what it is.
        who: whom it is about; for a group note the class.
        what: its words, or how many rows it stands for.
        age: from which day, and until when its term ran.
    """

    held: Held
    who: str
    what: str
    age: str


class RetentionViewModel(QObject):
    """The list of what is past its term.

    Attributes:
        is_busy: whether something is being let go.
        certificate: what was let go, once it is done.

    Signals:
        changed: the list, or whether it may be used.
        progressed: copies done, and how many there are.
        failed: a sentence on why nothing went.
    """

    changed = Signal()
    progressed = Signal(int, int)
    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.is_busy = False
        self.certificate: Certificate | None = None
        self._request: Request | None = None
        self._counts: Counts = {}
        self._things: tuple[Held, ...] = ()
        self._copies = CopiesWork(session, self)
        self._copies.progressed.connect(self.progressed)
        self._copies.finished.connect(self._on_copies_finished)

    def open(self) -> None:
        """Looks anew."""
        self.certificate = None
        self._look()

    @property
    def is_clock_believed(self) -> bool:
        """Whether the day can be relied on."""
        return is_clock_believed(self._session.vault, self._session.now())

    @property
    def today(self) -> str:
        """What day it is, as this computer has it."""
        day = self._session.today()
        return f"{long_date(day)} {day.year}"

    def believe_clock(self) -> None:
        """The teacher says that it is that day."""
        believe_clock(self._session.vault, self._session.now())
        self._look()

    @property
    def groups(self) -> tuple[tuple[Keeping, tuple[OverdueRow, ...]], ...]:
        """What is past its term, by kind."""
        names = {each.id: each.full_name for each in students.all_students(self._session.vault)}
        classes = {each.id: each.name for each in self._session.classes}
        rows: dict[Keeping, list[OverdueRow]] = {}
        for held in self._things:
            people = [names[who] for who in held.student_ids if who in names]
            who = listed(people) if people else classes.get(held.class_id, "")
            row = OverdueRow(held, who, self._what(held), self._age(held))
            rows.setdefault(held.keeping, []).append(row)
        return tuple((keeping, tuple(found)) for keeping, found in rows.items())

    def term_of(self, keeping: Keeping) -> str:
        """How long a kind of data is kept."""
        return term_words(terms_in(self._session.settings)[keeping])

    def longer_until(self, months: int) -> date:
        """The day until which something is kept so many months longer."""
        return months_after(self._session.today(), months)

    def keep(self, things: Sequence[Held], *, until: date) -> None:
        """Keeps things until a day; undo takes that back."""
        if things:
            self._session.do(keep_longer, things=things, until=until)
        self._look()

    def remove(self, things: Sequence[Held]) -> None:
        """Lets things go for good."""
        backups = self._session.backups
        if self.is_busy or not things or not self.is_clock_believed:
            return
        if backups is not None and backups.is_busy:
            self.failed.emit(
                translate("Erasing", "A backup is being made now. Try again in a moment.")
            )
            return
        vault = self._session.vault
        self._request = request_to_remove(vault, things, on=self._session.today())
        self._session.forgetting.emit()
        try:
            self._counts = erase(vault, request=self._request)
        except Trouble as trouble:
            self.failed.emit(trouble_words(trouble))
            return
        self.is_busy = True
        tell_all(self._session)
        self.changed.emit()
        self._copies.clear()

    def close(self) -> None:
        """Waits for the copy that is being written."""
        self._copies.close()

    def _look(self) -> None:
        session = self._session
        self._things = past_term(
            session.vault, terms=terms_in(session.settings), today=session.today()
        )
        session.say_overdue(len(self._things) if self.is_clock_believed else 0)
        self.changed.emit()

    def _what(self, held: Held) -> str:
        if held.keeping is Keeping.ANSWERS:
            return translate("Keeping", "%n answer(s)", None, held.count)
        if held.keeping is Keeping.TOLD:
            return translate("Keeping", "%n thing(s) told or noted", None, held.count)
        if held.keeping is Keeping.PHOTOS:
            return translate("Keeping", "the photo")
        return held.text or translate("Keeping", "without words")

    def _age(self, held: Held) -> str:
        due = due_on(held, terms=terms_in(self._session.settings))
        if held.made_on is None:
            return translate("Keeping", "kept until {day}").format(day=_day(due))
        words = translate("Keeping", "{made}, kept until {day}")
        return words.format(made=_day(held.made_on), day=_day(due))

    @Slot(object)
    def _on_copies_finished(self, reached: Reached) -> None:
        self.is_busy = False
        if self._request is not None:
            self.certificate = certificate_of(self._request, counts=self._counts, reached=reached)
        self._look()


def _day(day: date) -> str:
    shown = QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")
    return shown.replace(".", "")
